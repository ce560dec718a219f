"""The two engines that are compared: the program of this repository, and the reference."""
import json
import pathlib
import subprocess

import cedarpy


class Case:
    """One comparison: texts of a schema (or None), policies, links, entities and requests."""

    def __init__(self, schema, policies, links, entities, requests, form="cedar", statements=None):
        self.schema, self.policies, self.links = schema, policies, links
        self.entities, self.requests, self.form = entities, requests, form
        # The statements one by one when they may be left out, otherwise None.
        self.statements = statements
        # The policies in the JSON format, where these are not just what the Cedar text says.
        self.policies_json = None

    def describe(self):
        parts = [("schema", self.schema), ("policies", self.policies_json or self.policies), ("links", json.dumps(self.links))]
        parts += [("entities", self.entities), ("requests", json.dumps(self.requests, ensure_ascii=False))]
        return "\n".join(f"--- {name}\n{text}" for name, text in parts if text is not None)


class Reference:
    """What the reference says: `rejects` names what it does not read; otherwise `answers` and `valid`."""

    def run(self, case):
        result = {"rejects": set(), "valid": None, "answers": None, "requests": None}
        schema = policies = entities = None
        try:
            if case.schema is not None:
                read = cedarpy.Schema.from_json_str if case.schema.startswith("{") else cedarpy.Schema.from_str
                schema = read(case.schema)
        except ValueError:
            result["rejects"].add("schema")
        try:
            if case.policies_json:
                policies = cedarpy.PolicySet.from_json_str(case.policies_json)
            else:
                policies = cedarpy.PolicySet.from_str(case.policies)
            if case.links:
                policies = policies.with_linked_batch([
                    {"template_id": each["templateId"], "new_id": each["newId"], "values": each["values"]} for each in case.links
                ])
        except ValueError:
            result["rejects"].add("policies")
        if "schema" not in result["rejects"]:
            try:
                entities = cedarpy.Entities.from_json_str(case.entities, schema)
            except ValueError as error:
                result["rejects"].add("entities")
                result["why"] = str(error)
        if schema is not None and policies is not None and not case.policies_json:
            verdict = cedarpy.validate_policies(case.policies, schema)
            result["valid"] = verdict.validation_passed
            result["messages"] = [str(each) for each in verdict.errors][:3]
        if policies is None or entities is None or (case.schema is not None and schema is None):
            return result
        answers = cedarpy.is_authorized_batch(case.requests, policies, entities, schema)
        result["answers"], result["requests"] = [], []
        for answer in answers:
            errors = list(answer.diagnostics.errors)
            failed = [each for each in errors if not each.startswith("error while evaluating policy")]
            if answer.decision.name == "NoDecision":
                result["answers"].append(None)
                result["requests"].append(failed)
                continue
            ids = sorted(each.split("`")[1] for each in errors)
            result["answers"].append((answer.decision.name.lower(), sorted(answer.diagnostics.reasons), ids))
            result["requests"].append([])
        return result


class Engine:
    """The program; files are handed to it in one folder."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)
        self.crash = None

    def run(self, case):
        text = case.policies if case.form == "cedar" else case.policies_json or cedarpy.policies_to_json_str(case.policies)
        policies = self.put("policies", text)
        entities, requests = self.put("entities", case.entities), self.put("requests", json.dumps(case.requests))
        schema = ["--schema", self.put("schema", case.schema)] if case.schema is not None else []
        links = ["--links", self.put("links", json.dumps(case.links))] if case.links else []
        checked = json.loads(self.call("check", policies, *schema, "--entities", entities, "--json").stdout)
        kinds = {each["kind"] for each in checked["messages"] if each["level"] == "error"}
        result = {"rejects": kinds & {"schema", "policies", "entities"}, "valid": None, "answers": None, "requests": None}
        result["messages"] = [each["message"] for each in checked["messages"] if each["level"] == "error"][:3]
        if schema and not kinds & {"schema", "policies"}:
            result["valid"] = "validation" not in kinds
        done = self.call(
            "authorize", "--policies", policies, *links, *schema, "--entities", entities, "--requests", requests,
            "--explain", "none", "--json",
        )
        if done.returncode != 0:
            # Links are read by this command only.
            if not result["rejects"]:
                result["rejects"] = {"policies"}
                result["messages"] = [done.stderr.strip()]
            return result
        answers = json.loads(done.stdout)
        result["answers"] = [
            (each["decision"], sorted(each["reasons"]), sorted(error["policy"] for error in each["errors"])) for each in answers
        ]
        result["requests"] = [each.get("violations", []) for each in answers]
        return result

    def formatted(self, case, syntax):
        """The policies in the canonical layout, as Cedar text or JSON."""
        return self.call("format", self.put("policies", case.policies), "--to", syntax).stdout

    def put(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def call(self, *arguments):
        done = subprocess.run([self.program, "policy", *arguments], capture_output=True, text=True, timeout=120)
        if done.returncode not in (0, 1):
            raise Crash(f"`policy {arguments[0]}` ended with status {done.returncode}: {done.stderr[:500]}")
        return done


class Crash(Exception):
    """The program ended in a way that it must not."""


# What we refuse in JSON even where the reference does not look.
STRICT = ["a number with a fraction or exponent", "the integer does not fit 64 bits", "occurs two or more times in the same JSON object"]


def has_strict_number(text):
    """Whether JSON has a number that only we refuse wherever it stands: a fraction, an exponent, beyond 64 bits."""
    found = []
    try:
        json.loads(text or "null", parse_float=found.append, parse_int=lambda each: abs(int(each)) >= 2**63 and found.append(each))
    except ValueError:
        return False
    return bool(found)


def difference(case, reference, engine):
    """What the engines do not agree in, or None; and the reference's result."""
    theirs = reference.run(case)
    try:
        ours = engine.run(case)
    except (Crash, subprocess.TimeoutExpired, json.JSONDecodeError) as crash:
        return f"crash: {crash}", theirs
    if "schema" in theirs["rejects"] & ours["rejects"]:
        # Entities are read with the schema: without one there is no more to compare.
        theirs["rejects"].discard("entities")
        ours["rejects"].discard("entities")
    if ours["rejects"] - theirs["rejects"] and any(strict in each for strict in STRICT for each in ours["messages"]):
        return None, theirs
    if ours["rejects"] - theirs["rejects"] == {"policies"} and case.form == "json" and has_strict_number(case.policies_json):
        # The messages may tell of the entities alone; the number is in the text all the same.
        return None, theirs
    if theirs["rejects"] != ours["rejects"]:
        why = f"{ours['messages']} {theirs.get('why', '')}"
        return f"rejected by the reference: {sorted(theirs['rejects'])}, by us: {sorted(ours['rejects'])} {why}", theirs
    if theirs["valid"] is not None and theirs["valid"] != ours["valid"]:
        return f"valid for the reference: {theirs['valid']} {theirs['messages']}, for us: {ours['valid']} {ours['messages']}", theirs
    for index, answer in enumerate(theirs["answers"] or []):
        if (answer is None) != bool(ours["requests"][index]):
            return f"request {index} refused by the reference: {theirs['requests'][index]}, by us: {ours['requests'][index]}", theirs
        if answer is not None and answer != ours["answers"][index]:
            return f"request {index}: the reference says {answer}, we say {ours['answers'][index]}", theirs
    if "policies" not in theirs["rejects"] and case.form == "cedar":
        return printing(case, engine), theirs
    return None, theirs


def printing(case, engine):
    """What is wrong with the policies as they are printed, or None."""
    expected = single(json.loads(cedarpy.policies_to_json_str(case.policies)))
    try:
        if single(json.loads(cedarpy.policies_to_json_str(engine.formatted(case, "cedar")))) != expected:
            return "the formatted text means something else"
        if single(json.loads(engine.formatted(case, "json"))) != expected:
            return "the policies as JSON mean something else"
    except (ValueError, Crash) as error:
        return f"what is printed cannot be read: {error}"
    return None


def single(policies):
    """The policies in one of several forms of the same: `in [a]` as `in a`, the letters of a pattern together."""
    for group in ("staticPolicies", "templates"):
        for policy in policies[group].values():
            action = policy["action"]
            if len(action.get("entities", [])) == 1:
                action["entity"] = action.pop("entities")[0]
            if not policy.get("annotations", True):
                del policy["annotations"]
            join_literals(policy["conditions"])
    return policies


def join_literals(value):
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), list):
            joined = []
            for part in value["pattern"]:
                if isinstance(part, dict) and joined and isinstance(joined[-1], dict):
                    joined[-1]["Literal"] += part["Literal"]
                else:
                    joined.append(part)
            value["pattern"] = joined
        value = list(value.values())
    for each in value if isinstance(value, list) else []:
        join_literals(each)
