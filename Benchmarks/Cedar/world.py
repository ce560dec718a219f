"""A world for the benchmark: about 7,000 entities, policies of the usual kinds, and requests, from one seed."""
import random

DEPARTMENTS, TEAMS, USERS, FOLDERS, DOCUMENTS = 20, 200, 1500, 500, 4800
ACTIONS = ["read", "list", "write", "delete", "export", "share"]


def uid(type, id):
    return {"type": type, "id": str(id)}


def entities(seed):
    choose = random.Random(f"entities/{seed}")
    result = [{"uid": uid("Department", f"d{i}"), "attrs": {}, "parents": []} for i in range(DEPARTMENTS)]
    for i in range(TEAMS):
        result.append({"uid": uid("Team", f"t{i}"), "attrs": {}, "parents": [uid("Department", f"d{i % DEPARTMENTS}")]})
    for i in range(USERS):
        attributes = {"clearance": choose.randint(0, 9), "suspended": choose.random() < 0.03}
        if choose.random() < 0.8:
            attributes["email"] = f"u{i}@{choose.choice(['example.com', 'partner.example'])}"
        teams = choose.sample(range(TEAMS), choose.randint(1, 3))
        result.append({"uid": uid("User", f"u{i}"), "attrs": attributes, "parents": [uid("Team", f"t{t}") for t in teams]})
    for i in range(FOLDERS):
        above = [uid("Folder", f"f{choose.randrange(i)}")] if i and choose.random() < 0.5 else []
        result.append({"uid": uid("Folder", f"f{i}"), "attrs": {}, "parents": above})
    for i in range(DOCUMENTS):
        attributes = {
            "name": f"{choose.choice(['report', 'plan', 'invoice'])}-{i}",
            "level": choose.randint(0, 9),
            "owner": {"__entity": uid("User", f"u{choose.randrange(USERS)}")},
        }
        if choose.random() < 0.5:
            attributes["region"] = choose.choice(["eu", "us", "ap"])
        result.append({"uid": uid("Doc", f"x{i}"), "attrs": attributes, "parents": [uid("Folder", f"f{choose.randrange(FOLDERS)}")]})
    return result


GENERAL = [
    'forbid(principal, action, resource) when { principal has suspended && principal.suspended };',
    'permit(principal, action in [Action::"read", Action::"list"], resource is Doc) when { resource.owner == principal };',
    'permit(principal in Department::"d1", action == Action::"read", resource) when { resource has level && resource.level <= 3 };',
    'forbid(principal, action == Action::"export", resource) unless { context.mfa && context.hour >= 8 && context.hour < 18 };',
    'permit(principal is User in Department::"d2", action, resource is Doc in Folder::"f0") when { context.ip.isInRange(ip("10.0.0.0/8")) };',
]


def policy(choose):
    user, team, folder = choose.randrange(USERS), choose.randrange(TEAMS), choose.randrange(FOLDERS)
    document, action = choose.randrange(DOCUMENTS), choose.choice(ACTIONS)
    some = ", ".join(f'Action::"{each}"' for each in choose.sample(ACTIONS, choose.randint(2, 4)))
    kinds = [
        f'permit(principal == User::"u{user}", action == Action::"{action}", resource in Folder::"f{folder}");',
        f'permit(principal == User::"u{user}", action in [{some}], resource is Doc) when {{ resource.name like "*-{document % 100}*" }};',
        f'permit(principal in Team::"t{team}", action in [{some}], resource in Folder::"f{folder}") '
        "when { resource has level && resource.level <= principal.clearance };",
        f'permit(principal is User in Team::"t{team}", action == Action::"{action}", resource is Doc in Folder::"f{folder}") '
        f'when {{ context.ip.isInRange(ip("10.{team}.0.0/16")) || context.mfa }};',
        f'permit(principal in Team::"t{team}", action, resource == Doc::"x{document}") '
        'when { principal has email && principal.email like "*@example.com" };',
        f'forbid(principal in Team::"t{team}", action in [{some}], resource in Folder::"f{folder}") unless {{ context.mfa }};',
        f'forbid(principal, action == Action::"{action}", resource == Doc::"x{document}") when {{ context.hour < 6 || context.hour > 20 }};',
        f'permit(principal is User, action == Action::"{action}", resource in Folder::"f{folder}") '
        'when { resource has region && resource.region == "eu" && principal.clearance > 5 };',
    ]
    return choose.choice(kinds)


def policies(seed, count):
    choose = random.Random(f"policies/{seed}")
    return GENERAL[:count] + [policy(choose) for _ in range(count - len(GENERAL))]


def requests(seed, count):
    """Requests by users for documents, two in five for one of their own; `entities` are those of the same seed."""
    choose = random.Random(f"requests/{seed}")
    owners = {each["uid"]["id"]: each["attrs"]["owner"]["__entity"] for each in entities(seed) if each["uid"]["type"] == "Doc"}
    result = []
    for _ in range(count):
        document = f"x{choose.randrange(DOCUMENTS)}"
        result.append(
            {
                "principal": owners[document] if choose.random() < 0.4 else uid("User", f"u{choose.randrange(USERS)}"),
                "action": uid("Action", choose.choice(ACTIONS)),
                "resource": uid("Doc", document),
                "context": {
                    "mfa": choose.random() < 0.5,
                    "hour": choose.randrange(24),
                    "ip": {"__extn": {"fn": "ip", "arg": f"10.{choose.randrange(256)}.3.4"}},
                },
            }
        )
    return result
