"""Random schemas of the Cedar language: entity types, actions, and the types of attributes and contexts.

A type is a tuple: ("Bool",), ("Long",), ("String",), ("Set", type), ("Record", {name: (type, required)}),
("Entity", name) or ("Extension", name).
"""

EXTENSIONS = ["ipaddr", "decimal", "datetime", "duration"]
NAMES = ["n", "s", "flag", "owner", "tags", "addr", "info", "limit", "at", "a b", "été", "if", "level", "kind", "x"]


class Schema:
    """A random schema; `text` is its form in Cedar syntax."""

    def __init__(self, random):
        self.random = random
        self.namespace = random.choice(["", "", "App"])
        prefix = self.namespace + "::" if self.namespace else ""
        names = ["User", "Team", "Doc", "Folder", "Bot"][: random.randint(2, 5)]
        self.entities = [prefix + name for name in names]
        self.enum = prefix + "Color" if random.random() < 0.5 else None
        self.parents = {each: [] for each in self.entities}
        for index, each in enumerate(self.entities):
            self.parents[each] = [other for other in self.entities[index:] if random.random() < 0.5]
        self.attributes = {each: self.record(2, 5) for each in self.entities}
        self.tags = {each: self.type(1) for each in self.entities if random.random() < 0.5}
        self.groups = {}
        self.actions = {}
        self.make_actions(prefix)

    def make_actions(self, prefix):
        random = self.random
        kind = prefix + "Action"
        groups = [(kind, name) for name in ["all", "reads"][: random.randint(0, 2)]]
        for index, group in enumerate(groups):
            self.groups[group] = groups[:index]
        for name in ["read", "write", "delete", "per mit"][: random.randint(1, 4)]:
            applies = {
                "principals": random.sample(self.entities, random.randint(1, min(2, len(self.entities)))),
                "resources": random.sample(self.entities, random.randint(1, len(self.entities))),
                "context": self.record(2, 4),
                "groups": [group for group in groups if random.random() < 0.5],
            }
            if self.enum and random.random() < 0.2:
                applies["resources"].append(self.enum)
            self.actions[(kind, name)] = applies

    def record(self, depth, most):
        random = self.random
        names = random.sample(NAMES, random.randint(0, most))
        return ("Record", {name: (self.type(depth - 1), random.random() < 0.6) for name in names})

    def type(self, depth):
        random = self.random
        choice = random.random()
        if choice < 0.15:
            return ("Bool",)
        if choice < 0.4:
            return ("Long",)
        if choice < 0.6:
            return ("String",)
        if choice < 0.7:
            return ("Entity", random.choice(self.entities + ([self.enum] if self.enum else [])))
        if choice < 0.85 or depth <= 0:
            return ("Extension", random.choice(EXTENSIONS))
        if choice < 0.93:
            return ("Set", self.type(depth - 1))
        return self.record(depth, 3)

    def written(self, type):
        if type[0] == "Set":
            return f"Set<{self.written(type[1])}>"
        if type[0] == "Record":
            fields = [
                f"{quoted(name)}{'' if required else '?'}: {self.written(field)}"
                for name, (field, required) in type[1].items()
            ]
            return "{" + ", ".join(fields) + "}"
        if type[0] in ("Entity", "Extension"):
            return type[1]
        return type[0]

    @property
    def text(self):
        base = lambda name: name.split("::")[-1]
        lines = []
        for each in self.entities:
            above = f" in [{', '.join(self.parents[each])}]" if self.parents[each] else ""
            tags = f" tags {self.written(self.tags[each])}" if each in self.tags else ""
            lines.append(f"entity {base(each)}{above} = {self.written(self.attributes[each])}{tags};")
        if self.enum:
            lines.append('entity Color enum ["red", "blue"];')
        for (_, name), above in self.groups.items():
            within = f" in [{', '.join(quoted(other) for _, other in above)}]" if above else ""
            lines.append(f"action {quoted(name)}{within};")
        for (_, name), action in self.actions.items():
            above = action["groups"]
            within = f" in [{', '.join(quoted(other) for _, other in above)}]" if above else ""
            lines.append(
                f"action {quoted(name)}{within} appliesTo {{ principal: [{', '.join(action['principals'])}], "
                f"resource: [{', '.join(action['resources'])}], context: {self.written(action['context'])} }};"
            )
        body = "\n".join(lines)
        return f"namespace {self.namespace} {{\n{body}\n}}\n" if self.namespace else body + "\n"

    @property
    def json(self):
        """The schema in the JSON format, as Python values."""
        base = lambda name: name.split("::")[-1]
        types = {}
        for each in self.entities:
            types[base(each)] = {"shape": self.json_type(self.attributes[each])}
            if self.parents[each]:
                types[base(each)]["memberOfTypes"] = list(self.parents[each])
            if each in self.tags:
                types[base(each)]["tags"] = self.json_type(self.tags[each])
        if self.enum:
            types["Color"] = {"enum": ["red", "blue"]}
        actions = {}
        for (_, name), above in self.groups.items():
            actions[name] = {"memberOf": [{"id": other} for _, other in above]}
        for (_, name), action in self.actions.items():
            applies = {"principalTypes": action["principals"], "resourceTypes": action["resources"]}
            applies["context"] = self.json_type(action["context"])
            actions[name] = {"memberOf": [{"id": other} for _, other in action["groups"]], "appliesTo": applies}
        return {self.namespace: {"entityTypes": types, "actions": actions}}

    def json_type(self, type):
        choose = self.random.random() < 0.5
        if type[0] == "Set":
            return {"type": "Set", "element": self.json_type(type[1])}
        if type[0] == "Record":
            fields = {}
            for name, (field, required) in type[1].items():
                fields[name] = self.json_type(field) | ({} if required and choose else {"required": required})
            return {"type": "Record", "attributes": fields}
        if type[0] == "Entity":
            return {"type": "Entity" if choose else "EntityOrCommon", "name": type[1]}
        if type[0] == "Extension":
            return {"type": "Extension", "name": type[1]} if choose else {"type": "EntityOrCommon", "name": type[1]}
        return {"type": {"Bool": "Boolean"}.get(type[0], type[0])}


def quoted(text):
    """A string literal of the Cedar language."""
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}
    return '"' + "".join(escapes.get(each, each) for each in text) + '"'
