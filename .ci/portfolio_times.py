#!/usr/bin/env python3
"""How long `waymark portfolio` takes for many projects.

    portfolio_times.py [--waymark PATH] [--projects N] [--limit SECONDS]

Makes a workspace of N invented projects (500 by default) out of the answers of the sample office's projects and a large
vocabulary, drawn with a fixed seed; every tenth project resembles an earlier one. Runs the portfolio with all formats. With --limit the exit code is 1 where the fastest of
three runs took longer, and 0 otherwise.
"""
import argparse
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "questionnaires/ml-maturity/examples/statistics-merrow"


def make_workspace(folder, count):
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("projects"))
    generator = random.Random(1)
    samples = sorted((SAMPLE / "projects").iterdir())
    records = [json.loads((sample / "project.json").read_text()) for sample in samples]
    common = sorted({word for record in records for word in record["purpose"].split()})
    syllables = [first + second for first in "bdfgklmnprstv" for second in "aeiou"]
    rare = ["".join(generator.choices(syllables, k=3)) for _ in range(5000)]
    purposes = []
    for number in range(count):
        sample = generator.choice(samples)
        target = folder / "projects" / f"project-{number:05}"
        shutil.copytree(sample, target)
        record = json.loads((target / "project.json").read_text())
        if number % 10 == 9:
            title, purpose = generator.choice(purposes)
            purpose = generator.sample(purpose, 30) + generator.sample(rare, 6)
        else:
            title = generator.sample(rare, 4)
            purpose = generator.choices(common, k=25) + generator.sample(rare, 12)
        purposes.append((title, purpose))
        record["title"] = " ".join(title)
        record["purpose"] = " ".join(purpose)
        record["method"] = generator.choice(records)["method"]
        record["dataSources"] = generator.choice(records)["dataSources"]
        (target / "project.json").write_text(json.dumps(record))
        for path in (target / "responses").glob("*.json"):
            response = json.loads(path.read_text())
            response["project"] = target.name
            for answer in response["answers"].values():
                if isinstance(answer, dict) and "option" in answer and generator.random() < 0.3:
                    answer["option"] = generator.choice(["notMet", "partly", "met"])
            path.write_text(json.dumps(response))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--waymark", default=str(ROOT / ".build/release/waymark"))
    parser.add_argument("--projects", type=int, default=500)
    parser.add_argument("--limit", type=float)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary) / "office"
        make_workspace(folder, arguments.projects)
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([arguments.waymark, "portfolio", str(folder)], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times.append(time.perf_counter() - start)
        print(f"{arguments.projects} projects: {min(times):.2f} s (fastest of three; {max(times):.2f} s the slowest)")
    if arguments.limit and min(times) > arguments.limit:
        print(f"longer than the limit of {arguments.limit:g} s")
        sys.exit(1)


if __name__ == "__main__":
    main()
