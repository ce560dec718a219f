"""Random worlds for a schema: entities, requests, policies, templates and links, well-typed or not."""
from schemas import quoted

IDS = ["a", "b", "c", "d", "\u00e9", "e\u0301", "x y", "", "k\u200b", '"q"', "\u212b", "\u00c5", "\U0001f511"]
STRINGS = ["", "a", "ab", "abc", "a*b", "\u00e9", "e\u0301", "10.0.0.1", "x\ny", "tab\t", '"', "\\", "*", "\u200b", "\U0001f511"]
NUMBERS = [0, 1, -1, 2, 3, 7, 100, 2**63 - 1, -(2**63), 2**62]
LITERALS = {
    "ipaddr": ["10.0.0.1", "10.0.0.0/8", "::1", "127.0.0.1", "ff00::1", "224.0.0.1/3", "fe80::/10", "0.0.0.0/0"],
    "decimal": ["1.0", "-0.5", "1.5", "0.0001", "922337203685477.5807", "-922337203685477.5808", "01.10"],
    "datetime": ["2024-01-01", "2024-01-01T10:00:00Z", "1969-12-31T23:59:59.999-0800", "2024-02-29T00:00:00+0530", "9999-12-31"],
    "duration": ["1d", "-1h", "90m", "1d2h3m4s5ms", "0ms", "9223372036854775807ms", "-1d"],
}
BROKEN = {
    "ipaddr": ["10.0.0.256", "1.2.3.4/33", "x", "::ffff:1.2.3.4"],
    "decimal": ["1", "1.23456", "922337203685477.5808", "1.", "x"],
    "datetime": ["2024-13-01", "2023-02-29", "2024-01-01T25:00:00Z", "2024-01-01T10:00:00"],
    "duration": ["", "1h1d", "d", "9223372036854775808ms", "1.5h"],
}
FUNCTIONS = {"ipaddr": "ip", "decimal": "decimal", "datetime": "datetime", "duration": "duration"}


class Tree:
    """An expression as a text with `{}` for each of its parts, so that it can be made smaller."""

    def __init__(self, format, *parts):
        self.format, self.parts = format, list(parts)

    def __str__(self):
        pieces = self.format.split("{}")
        return "".join(piece + str(part) for piece, part in zip(pieces, self.parts)) + pieces[-1]


def leaf(text):
    return Tree("{}", text)


class Policy:
    """A statement with its conditions as trees."""

    def __init__(self, head, conditions):
        self.head, self.conditions = head, conditions

    def __str__(self):
        return self.head + "".join(f" {kind} {{ {tree} }}" for kind, tree in self.conditions) + ";"


class World:
    """Everything that one comparison needs, from one random generator."""

    def __init__(self, random, schema):
        self.random, self.schema = random, schema
        # How often something is ill-typed in policies, and in entities and requests.
        self.wrong = random.choice([0, 0, 0.02, 0.15])
        self.wrong_data = random.choice([0, 0, 0, 0.02, 0.15])
        self.implicit = random.random() < 0.3
        self.uids = {each: random.sample(IDS, random.randint(1, 6)) for each in schema.entities}
        if schema.enum:
            self.uids[schema.enum] = ["red", "blue"]
        self.entities = self.make_entities()
        self.policies = []
        for _ in range(random.choice([1, 1, 2, 3, 5, 8, 20])):
            self.policies.append(self.policy(template=random.random() < 0.15))
        self.links = self.make_links()

    # Entities and requests

    def uid(self, type=None):
        random = self.random
        if type is None or random.random() < self.wrong_data / 4:
            type = random.choice(list(self.uids))
        if random.random() < 0.1:
            return (type, random.choice(IDS))
        return (type, random.choice(self.uids[type]))

    def make_entities(self):
        entities = []
        for type in self.schema.entities:
            for index, id in enumerate(self.uids[type]):
                if self.random.random() < 0.1:
                    continue
                entities.append(self.entity(type, id, index))
        if self.schema.actions and self.random.random() < 0.1:
            kind, name = self.random.choice(list(self.schema.actions))
            groups = self.schema.actions[(kind, name)]["groups"]
            entities.append({"uid": named((kind, name)), "attrs": {}, "parents": [named(group) for group in groups]})
        return entities

    def entity(self, type, id, index):
        parents = []
        for above in self.schema.parents[type]:
            ids = self.uids[above]
            # Ids that stand later only, so that the hierarchy has no cycle.
            choices = ids[index + 1 :] if above == type else ids
            parents += [(above, each) for each in choices if self.random.random() < 0.4]
        if self.random.random() < self.wrong_data / 2:
            parents.append(self.uid())
        parents = [each for each in parents if each != (type, id)]
        result = {
            "uid": named((type, id)),
            "attrs": self.record_value(self.schema.attributes[type]),
            "parents": [named(each) for each in parents],
        }
        if type in self.schema.tags and self.random.random() < 0.7:
            keys = self.random.sample(["a", "b", "\u00e9", "e\u0301"], self.random.randint(0, 3))
            result["tags"] = {key: self.value(self.schema.tags[type]) for key in keys}
        return result

    def record_value(self, type):
        fields = {}
        for name, (field, required) in type[1].items():
            if self.random.random() < (0.97 if required and self.wrong_data else 1 if required else 0.6):
                fields[name] = self.value(field)
        if self.random.random() < self.wrong_data / 2:
            fields[self.random.choice(["n", "zz"])] = self.value(self.schema.type(1))
        return fields

    def value(self, type):
        random = self.random
        if random.random() < self.wrong_data / 4:
            type = self.schema.type(1)
        if type[0] == "Bool":
            return random.random() < 0.5
        if type[0] == "Long":
            return random.choice(NUMBERS)
        if type[0] == "String":
            return random.choice(STRINGS)
        if type[0] == "Set":
            return [self.value(type[1]) for _ in range(random.randint(0, 3))]
        if type[0] == "Record":
            return self.record_value(type)
        if type[0] == "Entity":
            uid = named(self.uid(type[1]))
            return uid if self.implicit else {"__entity": uid}
        text = random.choice(LITERALS[type[1]])
        return text if self.implicit else {"__extn": {"fn": FUNCTIONS[type[1]], "arg": text}}

    def request(self):
        random = self.random
        kind = random.choice(list(self.schema.actions))
        action = self.schema.actions[kind]
        loose = random.random() < 0.15
        return {
            "principal": named(self.uid(None if loose else random.choice(action["principals"]))),
            "action": named(kind),
            "resource": named(self.uid(None if loose else random.choice(action["resources"]))),
            "context": self.record_value(action["context"]),
        }

    # Policies

    def policy(self, template=False):
        random = self.random
        kind = random.choice(list(self.schema.actions))
        action = self.schema.actions[kind]
        self.variables = {
            "principal": ("Entity", random.choice(action["principals"])),
            "resource": ("Entity", random.choice(action["resources"])),
            "context": action["context"],
        }
        effect = random.choice(["permit", "permit", "forbid"])
        parts = [
            self.scope("principal", template),
            self.action_scope(kind, action),
            self.scope("resource", template),
        ]
        annotation = random.choice(["", "", "", '@id("x")\n', "@note\n"])
        conditions = []
        for _ in range(random.choice([0, 1, 1, 1, 2])):
            conditions.append((random.choice(["when", "when", "unless"]), self.expression(("Bool",), random.randint(0, 3))))
        return Policy(f"{annotation}{effect}({', '.join(parts)})", conditions)

    def scope(self, variable, template):
        random = self.random
        type = self.variables[variable][1]
        above = self.schema.parents.get(type, []) or [type]
        slot = "?" + variable
        reference = lambda choices: slot if template and random.random() < 0.6 else written(self.uid(random.choice(choices)))
        choice = random.random()
        if choice < 0.25:
            return variable
        if choice < 0.45:
            return f"{variable} == {reference([type])}"
        if choice < 0.65:
            return f"{variable} in {reference(above)}"
        if choice < 0.85:
            return f"{variable} is {type}"
        return f"{variable} is {type} in {reference(above)}"

    def action_scope(self, kind, action):
        random = self.random
        choice = random.random()
        if choice < 0.3:
            return "action"
        if choice < 0.6:
            return f"action == {written(kind)}"
        if choice < 0.7 and action["groups"]:
            return f"action in {written(random.choice(action['groups']))}"
        others = random.sample(list(self.schema.actions), random.randint(0, len(self.schema.actions)))
        return f"action in [{', '.join(map(written, [kind] + others))}]"

    def make_links(self):
        """Links of the templates, as the reference numbers statements: `policy<n>`."""
        links = []
        for index, policy in enumerate(self.policies):
            slots = [slot for slot in ["?principal", "?resource"] if slot in policy.head]
            if not slots:
                continue
            for number in range(self.random.randint(0, 3)):
                values = {slot: named(self.uid()) for slot in slots}
                links.append({"templateId": f"policy{index}", "newId": f"link{index}.{number}", "values": values})
        return links

    # Expressions

    def expression(self, type, depth):
        if self.random.random() < self.wrong:
            type = self.schema.type(1)
        make = {
            "Bool": self.boolean,
            "Long": self.long,
            "String": self.string,
            "Set": self.set,
            "Record": self.record,
            "Entity": self.entity_expression,
            "Extension": self.extension,
        }[type[0]]
        return make(type, depth)

    def reads(self, type):
        """Paths from the variables to values of this type, each with the guards it needs."""
        found = []

        def walk(path, at, guards, depth):
            if at == type:
                found.append((path, guards))
            if depth == 0:
                return
            fields = at if at[0] == "Record" else self.schema.attributes.get(at[1]) if at[0] == "Entity" else None
            for name, (field, required) in (fields[1] if fields else {}).items():
                simple = name.isascii() and name.isidentifier() and name != "if"
                step = f"{path}.{name}" if simple else f"{path}[{quoted(name)}]"
                guard = f"{path} has {name if simple else quoted(name)}"
                walk(step, field, guards if required else guards + [guard], depth - 1)

        for variable, at in self.variables.items():
            walk(variable, at, [], 2)
        return found

    def read(self, type, depth, otherwise):
        """An attribute of this type behind its guards, or what `otherwise` makes."""
        found = self.reads(type)
        if not found or self.random.random() < 0.3:
            return otherwise()
        path, guards = self.random.choice(found)
        if self.random.random() < 0.1:
            guards = guards[1:]
        if not guards:
            return leaf(path)
        if type[0] == "Bool":
            return Tree("({} && {})", leaf(" && ".join(guards)), leaf(path))
        return Tree("(if {} then {} else {})", leaf(" && ".join(guards)), leaf(path), otherwise())

    def boolean(self, type, depth):
        random = self.random
        if depth <= 0:
            return self.read(type, depth, lambda: leaf(random.choice(["true", "false"])))
        inner = lambda kind: self.expression(kind, depth - 1)
        some = lambda: self.schema.type(1)
        long, string = ("Long",), ("String",)
        uid = lambda: ("Entity", random.choice(self.schema.entities))

        def same(format):
            kind = random.choice([long, string, some(), uid()])
            return Tree(format, inner(kind), inner(kind))

        def within(format):
            kind = some()
            return Tree(format, inner(("Set", kind)), inner(kind if format.startswith("{}.contains(") else ("Set", kind)))

        def tagged(format):
            kinds = list(self.schema.tags) or self.schema.entities
            return Tree(format, inner(("Entity", random.choice(kinds))), leaf(quoted(random.choice(["a", "b", "e\u0301"]))))

        forms = [
            lambda: Tree("({} && {})", inner(type), inner(type)),
            lambda: Tree("({} || {})", inner(type), inner(type)),
            lambda: Tree("!({})", inner(type)),
            lambda: Tree("({}" + random.choice([" < ", " <= ", " > ", " >= "]) + "{})", inner(long), inner(long)),
            lambda: same("({} == {})"),
            lambda: same("({} != {})"),
            lambda: Tree("({} in {})", inner(uid()), inner(uid())),
            lambda: Tree("({} in {})", inner(uid()), inner(("Set", uid()))),
            lambda: Tree("({} is " + random.choice(self.schema.entities) + ")", inner(uid())),
            lambda: Tree("({} is " + random.choice(self.schema.entities) + " in {})", inner(uid()), inner(uid())),
            lambda: Tree("({} like " + self.pattern() + ")", inner(string)),
            lambda: Tree("({} has " + quoted(random.choice(["n", "s", "owner", "a b", "zz"])) + ")", inner(uid())),
            lambda: Tree("(" + random.choice(["context", "principal", "resource"]) + " has info." + random.choice(["n", "s"]) + ")"),
            lambda: Tree("(if {} then {} else {})", inner(type), inner(type), inner(type)),
            lambda: within("{}.contains({})"),
            lambda: within("{}.containsAll({})"),
            lambda: within("{}.containsAny({})"),
            lambda: Tree("{}.isEmpty()", inner(("Set", some()))),
            lambda: tagged("{}.hasTag({})"),
            lambda: self.tag_read(type, depth),
            lambda: self.comparison(inner),
            lambda: self.read(type, depth, lambda: leaf("true")),
        ]
        return random.choice(forms)()

    def tag_read(self, type, depth):
        kinds = [each for each, tag in self.schema.tags.items() if tag == type]
        if not kinds:
            return self.read(type, depth, lambda: leaf("false"))
        subject = self.expression(("Entity", self.random.choice(kinds)), 0)
        key = quoted(self.random.choice(["a", "b", "e\u0301"]))
        read = Tree("{}.getTag(" + key + ")", subject)
        if self.random.random() < 0.15:
            return read
        return Tree("({} && {})", Tree("{}.hasTag(" + key + ")", subject), read)

    def comparison(self, inner):
        random = self.random
        kind = random.choice(list(LITERALS))
        type = ("Extension", kind)
        if kind == "ipaddr":
            method = random.choice(["isIpv4()", "isIpv6()", "isLoopback()", "isMulticast()", "isInRange({})"])
        elif kind == "decimal":
            method = random.choice(["lessThan", "lessThanOrEqual", "greaterThan", "greaterThanOrEqual"]) + "({})"
        else:
            return Tree("({}" + random.choice([" < ", " <= ", " > ", " >= "]) + "{})", inner(type), inner(type))
        return Tree("{}." + method, inner(type), inner(type)) if "{" in method else Tree("{}." + method, inner(type))

    def pattern(self):
        parts = [self.random.choice(["a", "b", "*", "\\*", "\u00e9", "e\u0301", "c", "1", "."]) for _ in range(self.random.randint(0, 5))]
        return '"' + "".join(parts) + '"'

    def long(self, type, depth):
        random = self.random
        number = lambda: leaf(str(random.choice(NUMBERS)) if random.random() < 0.7 else str(random.randint(-5, 5)))
        if depth <= 0:
            return self.read(type, depth, number)
        inner = lambda: self.expression(type, depth - 1)
        forms = [
            lambda: Tree("({} + {})", inner(), inner()),
            lambda: Tree("({} - {})", inner(), inner()),
            lambda: Tree("({} * {})", inner(), inner()),
            lambda: Tree("-({})", inner()),
            lambda: Tree("(if {} then {} else {})", self.expression(("Bool",), depth - 1), inner(), inner()),
            lambda: Tree(
                "{}." + random.choice(["toMilliseconds", "toSeconds", "toMinutes", "toHours", "toDays"]) + "()",
                self.expression(("Extension", "duration"), depth - 1),
            ),
            lambda: self.read(type, depth, number),
        ]
        return random.choice(forms)()

    def string(self, type, depth):
        text = lambda: leaf(quoted(self.random.choice(STRINGS)))
        if depth > 0 and self.random.random() < 0.2:
            inner = lambda: self.expression(type, depth - 1)
            return Tree("(if {} then {} else {})", self.expression(("Bool",), depth - 1), inner(), inner())
        return self.read(type, depth, text)

    def set(self, type, depth):
        def made():
            parts = [self.expression(type[1], depth - 1) for _ in range(self.random.randint(0 if self.wrong else 1, 3))]
            return Tree("[" + ", ".join("{}" for _ in parts) + "]", *parts)

        return self.read(type, depth, made)

    def record(self, type, depth):
        def made():
            fields = [(name, field) for name, (field, required) in type[1].items() if required or self.random.random() < 0.5]
            parts = [self.expression(field, depth - 1) for _, field in fields]
            return Tree("{ " + ", ".join(quoted(name) + ": {}" for name, _ in fields) + " }", *parts)

        return self.read(type, depth, made)

    def entity_expression(self, type, depth):
        same = [variable for variable in ["principal", "resource"] if self.variables[variable] == type]
        if same and self.random.random() < 0.5:
            return leaf(self.random.choice(same))
        return self.read(type, depth, lambda: leaf(written(self.uid(type[1]))))

    def extension(self, type, depth):
        random = self.random
        kind = type[1]

        def literal():
            choices = BROKEN[kind] if random.random() < self.wrong else LITERALS[kind]
            return leaf(f"{FUNCTIONS[kind]}({quoted(random.choice(choices))})")

        if depth > 0 and kind == "datetime" and random.random() < 0.4:
            if random.random() < 0.5:
                return Tree("{}.toDate()", self.expression(type, depth - 1))
            duration = self.expression(("Extension", "duration"), depth - 1)
            return Tree("{}.offset({})", self.expression(type, depth - 1), duration)
        if depth > 0 and kind == "duration" and random.random() < 0.4:
            moment = lambda: self.expression(("Extension", "datetime"), depth - 1)
            return Tree("{}.durationSince({})", moment(), moment()) if random.random() < 0.5 else Tree("{}.toTime()", moment())
        return self.read(type, depth, literal)


def named(uid):
    return {"type": uid[0], "id": uid[1]}


def written(uid):
    return f"{uid[0]}::{quoted(uid[1])}"
