#!/usr/bin/env python3
"""How long `waymark assess` takes for a big cohort in JSON Lines, beside a script with orjson and NumPy.

    cohort_times.py [--waymark PATH] [--responses N] [--runs N] [--least RATIO] [--memory MB] [--keep DIR]

Makes a workspace with N invented responses (100,000 by default) with a fixed seed, runs `waymark assess` with all formats
and analyst.py alternately, checks that both come to the same figures (to 1e-9), and prints the fastest run of each, the
ratio of the two and the most memory that each took. With --least and --memory the exit code is 1 where the ratio is
lower or Waymark took more; as other work on the machine slows a program on two processors more than one on one, up to
four times as many runs are then made. Needs Python with orjson and numpy.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
QUESTIONNAIRE = ROOT / "questionnaires/ml-maturity"
TOLERANCE = 1e-9


def make_workspace(folder, count):
    """A survey in which people differ, and some do not know, leave out, or explain themselves."""
    definition = json.loads((QUESTIONNAIRE / "questionnaire.json").read_text())
    items = [item for part in definition["parts"]
             for item in json.loads((QUESTIONNAIRE / part).read_text()).get("items", [])]
    roles = [role["id"] for role in definition["roles"]]
    generator = random.Random(1)
    wave = folder / "waves/2026"
    wave.mkdir(parents=True)
    (folder / "waymark.json").write_text(json.dumps({
        "formatVersion": 1, "organisation": "Cohort", "questionnaire": "ml-maturity", "language": "en"}))
    (wave / "wave.json").write_text(json.dumps({"formatVersion": 1, "id": "2026", "collection": "survey"}))
    fixed = {"formatVersion": 1, "questionnaire": "ml-maturity", "questionnaireVersion": definition["version"],
             "wave": "2026"}
    centres = [generator.uniform(0.5, 3.5) for _ in items]
    pools = []
    for item, centre in zip(items, centres):
        pool = [f'"{min(4, max(0, round(generator.gauss(centre, 1))))}"' for _ in range(900)]
        pool += ['{"state":"dontKnow"}'] * 40 + [None] * 30
        if item.get("notApplicable", True):
            pool += ['{"state":"notApplicable","reason":"Not a matter of my unit"}'] * 10
        pool += ['{"option":"2","comment":"As far as I can see"}'] * 20
        pools.append([None if text is None else f'"{item["id"]}":{text}' for text in pool])
    # One person of a role, so that it is merged with another.
    weights = [10, 30, 20, 15, 25, 0]
    start = json.dumps(fixed, separators=(",", ":"))[:-1]
    with open(wave / "responses.jsonl", "w") as file:
        for number in range(count):
            role = roles[-1] if number == 7 else generator.choices(roles, weights)[0]
            answers = ",".join(filter(None, (generator.choice(pool) for pool in pools)))
            file.write(f'{start},"respondent":"person-{number:07}","role":"{role}","completed":"2026-03-'
                       f'{number % 28 + 1:02}","answers":{{{answers}}}}}\n')
    return wave


def run(command):
    """The seconds that a program took, the most memory in megabytes, and what it printed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024, output


def ratio(ours, theirs):
    """How many times as fast the fastest of some runs was as that of others."""
    return min(run[0] for run in theirs) / min(run[0] for run in ours)


def compare(ours, theirs):
    """The number of figures compared; ends the program at the first that differs."""
    compared = 0

    def check(name, left, right):
        nonlocal compared
        if left is None or abs(left - right) > TOLERANCE:
            sys.exit(f"{name}: waymark {left}, the script {right}")
        compared += 1

    items = {item["id"]: item for item in ours["items"]}
    for name, figure in theirs["items"].items():
        item = items[name]
        check(f"{name} value", item["value"], figure["value"])
        check(f"{name} lower bound", item["bounds"][0], figure["low"])
        check(f"{name} upper bound", item["bounds"][1], figure["high"])
        check(f"{name} coverage", item["coverage"], figure["answered"] / figure["applicable"])
        if item["gateRating"] is not None:
            check(f"{name} gate rating", float(item["gateRating"]), figure["gate"])
    metrics = {metric["id"]: metric for metric in ours["metrics"]}
    figures = {f"{domain}.{metric}": figure for domain, some in theirs["domains"].items()
               for metric, figure in some.items()}
    figures["overall"] = theirs["overall"]
    for name, figure in figures.items():
        check(name, metrics[name]["value"], figure[0])
        check(f"{name} lower bound", metrics[name]["bounds"][0], figure[1])
        check(f"{name} upper bound", metrics[name]["bounds"][1], figure[2])
        if len(figure) > 3:
            check(f"{name} coverage", metrics[name]["coverage"], figure[3])
    return compared


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--waymark", default=str(ROOT / ".build/release/waymark"))
    parser.add_argument("--responses", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--least", type=float)
    parser.add_argument("--memory", type=float)
    parser.add_argument("--keep", type=pathlib.Path, help="where the workspace is made, or stands already")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or pathlib.Path(temporary) / "office"
        wave = folder / "waves/2026"
        if not wave.exists():
            make_workspace(folder, arguments.responses)
        reports = pathlib.Path(temporary) / "reports"
        waymark = [arguments.waymark, "assess", str(folder), "--output", str(reports)]
        script = [sys.executable, str(ROOT / ".ci/analyst.py"), str(QUESTIONNAIRE), str(wave)]
        ours, theirs = [], []
        for number in range(4 * arguments.runs):
            if number >= arguments.runs and (not arguments.least or ratio(ours, theirs) >= arguments.least):
                break
            ours.append(run(waymark))
            theirs.append(run(script))
        compared = compare(json.loads((reports / "ml-maturity.json").read_text()), json.loads(theirs[-1][2]))
        size = (wave / "responses.jsonl").stat().st_size / 1e6
    fast, slow = min(run[0] for run in ours), min(run[0] for run in theirs)
    memory = max(run[1] for run in ours)
    print(f"{json.loads(theirs[-1][2])['respondents']} responses, {size:.0f} MB; {compared} figures agree to {TOLERANCE:g}")
    print(f"waymark assess: {fast:.3f} s, {memory:.0f} MB (slowest {max(run[0] for run in ours):.3f} s)")
    print(f"orjson and NumPy: {slow:.3f} s, {max(run[1] for run in theirs):.0f} MB "
          f"(slowest {max(run[0] for run in theirs):.3f} s)")
    print(f"{slow / fast:.1f} times as fast")
    if (arguments.least and slow / fast < arguments.least) or (arguments.memory and memory > arguments.memory):
        print("short of what was asked for")
        sys.exit(1)


if __name__ == "__main__":
    main()
