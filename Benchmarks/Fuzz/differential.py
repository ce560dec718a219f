"""Compares the engine with the reference on random worlds: what is read, what is valid, and every decision.

Each set has its own seed, which is printed with a difference; `--seed S --only N` runs set N again.
"""
import argparse
import json
import multiprocessing
import os
import random
import sys
import tempfile
import time

import cedarpy

from engines import Case, Engine, Reference, difference
from mutation import mutated, mutated_json
from schemas import Schema
from shrink import smaller
from worlds import World

REQUESTS = 50


def made(seed, index):
    """The world and the case of one set."""
    generator = random.Random(f"{seed}/{index}")
    schema = Schema(generator)
    world = World(generator, schema)
    texts = [str(each) for each in world.policies]
    requests = [world.request() for _ in range(REQUESTS)]
    has_schema = world.implicit or generator.random() < 0.7
    entities = json.dumps(world.entities, ensure_ascii=False)
    schema_text = json.dumps(schema.json) if generator.random() < 0.25 else schema.text
    case = Case(schema_text if has_schema else None, "\n".join(texts), world.links, entities, requests, statements=texts)
    choice = generator.random()
    if choice < 0.12:
        case.policies, case.statements, case.links = mutated(generator, case.policies), None, []
    elif choice < 0.17 and case.schema is not None:
        case.schema = mutated(generator, case.schema)
    elif choice < 0.2:
        case.entities, case.statements = mutated(generator, case.entities), None
    elif choice < 0.24:
        case.entities = json.dumps(mutated_json(generator, world.entities), ensure_ascii=False)
        case.statements = None
    elif choice < 0.34:
        case.form, case.statements, case.links = "json", None, []
        try:
            policies = json.loads(cedarpy.policies_to_json_str(case.policies))
            case.policies_json = json.dumps(mutated_json(generator, policies), ensure_ascii=False)
        except ValueError:
            case.form = "cedar"
    elif choice < 0.5:
        case.form = "json"
        try:
            cedarpy.policies_to_json_str(case.policies)
        except ValueError:
            case.form = "cedar"
    return world, case


def run(job):
    seed, index, program, shrink = job
    with tempfile.TemporaryDirectory() as folder:
        engine, reference = Engine(program, folder), Reference()
        world, case = made(seed, index)
        found, theirs = difference(case, reference, engine)
        counts = {"sets": 1, "json": case.form == "json", "links": len(case.links), "valid": theirs["valid"] is True}
        counts["invalid"] = theirs["valid"] is False
        counts["rejected"] = bool(theirs["rejects"])
        answers = [each for each in theirs["answers"] or []]
        counts["requests"] = len(answers)
        counts["refused requests"] = sum(each is None for each in answers)
        counts["allow"] = sum(each is not None and each[0] == "allow" for each in answers)
        counts["with errors"] = sum(each is not None and bool(each[2]) for each in answers)
        if found is None:
            return index, counts, None
        if shrink:
            case = smaller(world, case, reference, engine)
            found = difference(case, reference, engine)[0] or found
        return index, counts, f"{found}\n{case.describe()}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--program", required=True)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--show", type=int, default=5)
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    total, shown, different = {}, 0, 0

    def indices():
        # Sets that are refused decide nothing: go on until enough requests have been decided.
        index = 0
        while options.only is None and total.get("requests", 0) < options.requests:
            yield index
            index += 1
        if options.only is not None:
            yield options.only

    start = last = time.time()
    with multiprocessing.Pool(options.jobs) as pool:
        numbers = indices()
        while True:
            batch = [(options.seed, number, options.program, shown < options.show) for _, number in zip(range(8 * options.jobs), numbers)]
            if not batch:
                break
            for index, counts, found in pool.imap_unordered(run, batch):
                for name, count in counts.items():
                    total[name] = total.get(name, 0) + count
                if found is not None:
                    different += 1
                    if shown < options.show:
                        shown += 1
                        print(f"\n=== set {index} (--seed {options.seed} --only {index}): {found}", flush=True)
            if time.time() - last > 30:
                last = time.time()
                print(f"{total['requests']} requests, {different} sets differ, {last - start:.0f} s", flush=True)
        # Workers end by themselves: leaving the block would end them by a signal, which a caller may have blocked.
        pool.close()
        pool.join()
    figures = ", ".join(f"{name} {int(count)}" for name, count in total.items())
    print(f"seed {options.seed}: {figures}; sets that differ: {different}; {time.time() - start:.0f} s")
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
