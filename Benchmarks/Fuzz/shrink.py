"""Makes a case that differs smaller, as long as it still differs in the same way."""
import copy
import json

from engines import Case, difference
from worlds import Policy, Tree, leaf

BUDGET = 400


def smaller(world, case, reference, engine):
    """The smallest case found within the budget."""
    kind = difference(case, reference, engine)[0].split(":")[0].split("[")[0]
    tries = 0

    def differs(candidate):
        nonlocal tries
        tries += 1
        if tries > BUDGET:
            return False
        try:
            found, _ = difference(candidate, reference, engine)
        except Exception:  # The reference itself refuses some remains.
            return False
        return found is not None and found.split(":")[0].split("[")[0] == kind

    state = {
        "policies": list(world.policies) if case.statements else None,
        "links": list(case.links),
        "entities": json.loads(case.entities) if case.statements else None,
        "requests": list(case.requests),
    }

    def build(state):
        if state["policies"] is None:
            remains = Case(case.schema, case.policies, state["links"], case.entities, state["requests"], case.form)
            remains.policies_json = case.policies_json
            return remains
        texts = [str(each) for each in state["policies"]]
        entities = json.dumps(state["entities"], ensure_ascii=False)
        return Case(case.schema, "\n".join(texts), state["links"], entities, state["requests"], case.form, texts)

    def attempt(name, value):
        nonlocal state
        candidate = {**state, name: value}
        if differs(build(candidate)):
            state = candidate
            return True
        return False

    for name in ["requests", "policies", "links", "entities"]:
        index = 0
        while state[name] and index < len(state[name]):
            if name == "policies" and len(state[name]) == 1:
                break
            if not attempt(name, state[name][:index] + state[name][index + 1 :]):
                index += 1
    for index, policy in enumerate(state["policies"] or []):
        changed = True
        while changed and tries < BUDGET:
            changed = False
            for candidate in simpler(state["policies"][index]):
                policies = list(state["policies"])
                policies[index] = candidate
                if attempt("policies", policies):
                    changed = True
                    break
    return build(state)


def simpler(policy):
    """The statement with a condition left out, or with a part of one in place of what is around it."""
    for index in range(len(policy.conditions)):
        yield Policy(policy.head, policy.conditions[:index] + policy.conditions[index + 1 :])
    for index, (kind, tree) in enumerate(policy.conditions):
        for candidate in simpler_tree(tree):
            conditions = list(policy.conditions)
            conditions[index] = (kind, candidate)
            yield Policy(policy.head, conditions)


def simpler_tree(tree):
    if not isinstance(tree, Tree):
        return
    for part in tree.parts:
        if isinstance(part, Tree):
            yield part
    if str(tree) not in ("true", "1"):
        yield leaf("true")
    for index, part in enumerate(tree.parts):
        for candidate in simpler_tree(part) if isinstance(part, Tree) else []:
            copied = copy.copy(tree)
            copied.parts = list(tree.parts)
            copied.parts[index] = candidate
            yield copied
