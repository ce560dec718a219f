"""Damages texts: for what the readers accept and refuse, and for what must not end the program."""
import json

TOKENS = [
    "(", ")", "{", "}", "[", "]", "<", ">", ",", ";", ":", "::", ".", "==", "!=", "<=", ">=", "&&", "||", "!", "-", "+", "*", "/",
    "//", "=", "@", "?", "?principal", "?resource", "if", "then", "else", "in", "is", "has", "like", "true", "false", "null",
    "permit", "forbid", "when", "unless", "principal", "action", "resource", "context", "entity", "type", "namespace", "tags",
    "enum", "appliesTo", "Set<", "Long", "String", "Bool", "ipaddr", "__cedar", "__entity", "__extn", "0", "1",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1.5", "1e3", '"', '"a"', "\\", "\\u{41}", "\\u{110000}",
    "\\x41", "\\0", "\\*", "*", "ip(", "decimal(", ".contains(", ".isEmpty()", "\u00e9", "e\u0301", "\u200b", "\ufeff", "\u2028",
    "\t", "\n", "\r", "#", "'", "`", "{{", "}}", "[]", "{}", "()", '"":', "\U0001f511",
]


def mutated(random, text, most=3):
    """The text with up to `most` random changes."""
    for _ in range(random.randint(1, most)):
        place = random.randint(0, len(text))
        end = min(len(text), place + random.choice([0, 1, 1, 2, 5, 20]))
        choice = random.random()
        if choice < 0.3:
            text = text[:place] + text[end:]
        elif choice < 0.65:
            token = random.choice(TOKENS)
            text = text[:place] + random.choice([token, f" {token} "]) + text[end:]
        elif choice < 0.8:
            other = random.randint(0, len(text))
            text = text[:place] + text[other : other + random.randint(1, 40)] + text[place:]
        elif choice < 0.9:
            text = text[:place] + text[place:end] * 2 + text[end:]
        elif text:
            at = random.randrange(len(text))
            text = text[:at] + chr((ord(text[at]) ^ 1 << random.randint(0, 6)) or 1) + text[at + 1 :]
    return text.encode("utf-8", "ignore").decode("utf-8")


VALUES = [
    None, True, False, 0, 1, -1, 2**63 - 1, 2**63, -(2**63) - 1, 1.5, "", "a", "User", "?principal", "?resource", "All", "==", "in", "is",
    "when", "permit", "principal", [], {}, [1], {"a": 1}, {"type": "User", "id": "a"}, {"__entity": {"type": "User", "id": "a"}},
    {"__extn": {"fn": "ip", "arg": "10.0.0.1"}}, {"Value": 1}, {"Var": "principal"}, {"slot": "?principal"}, {"Slot": "?resource"},
    {"__expr": "1"}, {"ip": [{"Value": "::1"}]}, {"unknown": [{"Value": "x"}]}, {"fn": "ip", "arg": "::1"},
]
KEYS = [
    "type", "id", "uid", "attrs", "parents", "tags", "__entity", "__extn", "fn", "arg", "args", "op", "entity", "entities",
    "entity_type", "in", "slot", "Value", "Var", "Slot", "left", "right", "attr", "effect", "principal", "action", "resource",
    "conditions", "kind", "body", "annotations", "staticPolicies", "templates", "templateLinks", "newId", "templateId", "values",
    "==", "&&", "!", "neg", "has", "like", "pattern", "is", "Set", "Record", "if-then-else", "isEmpty", "getTag", "decimal", "x",
]


def mutated_json(random, value, most=2):
    """A JSON value with up to `most` random changes of its structure."""
    for _ in range(random.randint(1, most)):
        places = []

        def walk(at):
            for key in list(at) if isinstance(at, dict) else range(len(at)):
                places.append((at, key))
                if isinstance(at[key], (dict, list)):
                    walk(at[key])

        walk(value)
        if not places:
            return value
        at, key = random.choice(places)
        other, another = random.choice(places)
        choice = random.random()
        if choice < 0.25:
            del at[key]
        elif choice < 0.5:
            at[key] = random.choice(VALUES)
        elif choice < 0.6:
            at[key] = json.loads(json.dumps(other[another]))
        elif choice < 0.7:
            at[key] = [at[key]]
        elif isinstance(at, dict):
            name = random.choice(KEYS)
            if choice < 0.85:
                at[name] = at.pop(key)
            else:
                at[name] = random.choice(VALUES)
        else:
            at.insert(key, random.choice(VALUES))
    return value
