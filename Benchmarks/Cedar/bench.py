"""Measures the engine and the reference on the same policies, entities and requests, and compares every answer."""
import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import cedarpy

import world

GOALS = {5: 2, 1_000: 100, 10_000: 500}


def reference(policies, entities, requests):
    """Microseconds of the engine alone for each request, the answers, and milliseconds to read the policies."""
    start = time.perf_counter()
    policies = cedarpy.PolicySet.from_str(policies)
    load = (time.perf_counter() - start) * 1000
    entities = cedarpy.Entities.from_json_str(entities)
    times, answers = [], []
    for request in requests:
        answer = cedarpy.is_authorized(request, policies, entities)
        times.append(answer.metrics["authz_duration_micros"])
        errors = sorted(each.split("`")[1] for each in answer.diagnostics.errors)
        answers.append([answer.decision.name.lower(), sorted(answer.diagnostics.reasons), errors])
    return times, answers, load


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--requests", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    entities = json.dumps(world.entities(options.seed))
    rows, agree = [], True
    print(f"Cedar: {len(json.loads(entities))} entities, seed {options.seed}; times of one decision, median")
    for count in GOALS:
        # The reference takes 16 ms for a decision over 10,000 policies.
        requests = world.requests(options.seed, options.requests if count < 10_000 else options.requests // 4)
        text = "\n".join(world.policies(options.seed, count))
        with tempfile.TemporaryDirectory() as folder:
            for name, content in [("policies.cedar", text), ("entities.json", entities), ("requests.json", json.dumps(requests))]:
                (pathlib.Path(folder) / name).write_text(content)
            # Before and after the reference, so that a loaded machine loads both.
            runs = [run(options.program, folder)]
            times, answers, load = reference(text, entities, requests)
            runs.append(run(options.program, folder))
        for each in runs:
            ours = [[decision, sorted(reasons), sorted(errors)] for decision, reasons, errors in each["answers"]]
            different = sum(a != b for a, b in zip(ours, answers)) + abs(len(ours) - len(answers))
            agree = agree and different == 0
        best = min(runs, key=lambda each: statistics.median(each["times"]))
        theirs, ours = statistics.median(times), statistics.median(best["times"]) / 1000
        rows.append((count, theirs, ours, best, min(each["load"] for each in runs), load, different, len(requests), answers))
    report(rows)
    sys.exit(0 if agree else 1)


def run(program, folder):
    return json.loads(subprocess.run([program, folder, "3"], check=True, capture_output=True, text=True).stdout)


def report(rows):
    print(f"{'policies':>8} {'reference':>11} {'penstock':>10} {'p99':>9} {'ratio':>8} {'goal':>6} {'no index':>10} {'alloc.':>7} {'allow':>6} {'differ':>7}")
    for count, theirs, ours, best, _, _, different, asked, answers in rows:
        p99 = statistics.quantiles(best["times"], n=100)[98] / 1000
        scanned = statistics.median(best["scanned"]) / 1000
        zero = statistics.mean(best["allocations"])
        allow = sum(each[0] == "allow" for each in answers)
        print(
            f"{count:>8} {theirs:>8.1f} µs {ours:>7.2f} µs {p99:>6.2f} µs {theirs / ours:>7.0f}× {GOALS[count]:>5}× {scanned:>7.1f} µs "
            f"{zero:>7.3f} {allow:>3}/{asked:<4} {different:>4}"
        )
    count, _, _, best, ours, load, *_ = rows[-1]
    ours /= 1_000_000
    print(f"reading {count} policies: reference {load:.0f} ms, penstock {ours:.0f} ms: {load / ours:.1f}× (goal 2×); {best['bytesPerPolicy']} bytes a policy")


if __name__ == "__main__":
    main()
