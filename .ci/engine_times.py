#!/usr/bin/env python3
"""Prints how long Waymark takes for definitions of 100 to 10,000 items.

Usage: .ci/engine_times.py [--waymark FILE] [--items 100,1000,10000] [--limit RATIO]

Each definition has a dimension for every ten items, nine metrics for each dimension (aggregates, a table of caps, an
adjustment, a band, a level and a verdict), single metrics over all dimensions, and items of which every second is asked
only after an answer to the one before it, in one chain through the whole questionnaire. The time is the least of three
runs of the whole program, less the time of `waymark --version`. With --limit the script fails when the time for one item
in the largest definition is more than RATIO times that in the second largest.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time


def definition(items):
    dimensions = [f"d{number}" for number in range(items // 10)]
    each = {"dimension": "all"}
    over = lambda metric: {"each": each, "metric": metric}
    return {
        "formatVersion": 1, "id": "large", "version": "1", "language": "en", "title": "Large",
        "dimensions": [{"id": "all", "title": "All", "children": [{"id": d, "title": d} for d in dimensions]}],
        "tags": [{"id": "class", "title": "Class", "values": [{"id": "hard", "title": "H"}, {"id": "soft", "title": "S"}]},
                 {"id": "level", "title": "Level", "values": [{"id": "1", "title": "1"}, {"id": "2", "title": "2"}]}],
        "scales": [{"id": "three", "options": [{"id": str(n), "value": n / 2} for n in range(3)]}],
        "bands": [{"id": "halves", "intervals": [{"id": "low", "below": 0.5}, {"id": "high", "from": 0.5}]}],
        "items": [
            {"id": f"i{n}", "dimension": dimensions[n // 10], "scale": "three", "label": f"Item {n}",
             "direction": "blocker" if n % 3 == 2 else "facilitator",
             "tags": {"class": "hard" if n % 2 else "soft", "level": "1" if n % 5 else "2"},
             **({"visibleWhen": {"item": f"i{n - 1}", "value": {"atLeast": 0}}} if n % 2 or n % 7 == 0 and n else {})}
            for n in range(items)
        ],
        "metrics": [
            {"each": each, "define": [
                {"id": "F", "title": "F", "aggregate": "mean", "of": {"items": {"direction": "facilitator"}}},
                {"id": "B", "title": "B", "aggregate": "max", "of": {"items": {"direction": "blocker"}}},
                {"id": "cap", "title": "C", "aggregate": "min", "of": {"items": {"direction": "blocker"}},
                 "through": {"by": ["class", "gateRating"], "table": {"hard": {"2": 0.5}}, "otherwise": 1}},
                {"id": "S", "title": "S", "aggregate": "min", "of": {"metrics": ["F", "cap"]}},
                {"id": "most", "title": "M", "possible": "F"},
                {"id": "less", "title": "L", "adjust": "S", "steps": [
                    {"when": {"metric": "B", "value": {"above": 0.5}}, "scale": 0.9}, {"round": "halfUp", "places": 2}]},
                {"id": "band", "title": "N", "band": "less", "in": "halves"},
                {"id": "reached", "title": "R", "level": {"levels": [
                    {"id": "1", "of": {"items": {"tags": {"level": "1"}}}},
                    {"id": "2", "of": {"items": {"tags": {"level": "2"}}}}], "at": {"value": {"atLeast": 0.5}}}},
                {"id": "verdict", "title": "V", "verdict": {
                    "outcomes": [{"id": "no", "title": "No"}, {"id": "yes", "title": "Yes"}],
                    "rules": [{"when": {"metric": "band", "band": "low"}, "is": "no"}], "otherwise": {"is": "yes"}}}]},
            {"define": [
                {"id": "overall", "title": "O", "aggregate": "geometricMean", "offset": 0.01, "of": over("S")},
                {"id": "weakest", "title": "W", "aggregate": "min", "of": over("S")},
                {"id": "everything", "title": "E", "aggregate": "mean", "of": {"items": {}}}]},
        ],
    }


def seconds(command):
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run = subprocess.run(command, capture_output=True, text=True)
        times.append(time.perf_counter() - start)
        if run.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))} failed with {run.returncode}:\n{run.stderr[:2000]}{run.stdout[:2000]}")
    return min(times)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--waymark", default=".build/release/waymark")
    arguments.add_argument("--items", default="100,300,1000,3000,10000")
    arguments.add_argument("--limit", type=float)
    arguments = arguments.parse_args()
    waymark = arguments.waymark
    base = seconds([waymark, "--version"])
    print(f"{'items':>7} {'metrics':>8} {'check s':>9} {'explain s':>10} {'µs an item (both)':>18}")
    per_item = []
    with tempfile.TemporaryDirectory() as folder:
        for items in map(int, arguments.items.split(",")):
            office = pathlib.Path(folder, str(items))
            responses = office / "waves/w/responses"
            responses.mkdir(parents=True)
            file = office / "definition.json"
            file.write_text(json.dumps(definition(items)))
            (office / "waymark.json").write_text(json.dumps(
                {"formatVersion": 1, "organisation": "Office", "questionnaire": "large", "language": "en"}))
            (office / "waves/w/wave.json").write_text(json.dumps(
                {"formatVersion": 1, "id": "w", "collection": "self"}))
            (responses / "r.json").write_text(json.dumps(
                {"formatVersion": 1, "questionnaire": "large", "questionnaireVersion": "1", "wave": "w",
                 "respondent": "r", "answers": {f"i{n}": str((n * 7) % 3) for n in range(items) if n % 11}}))
            check = seconds([waymark, "check", file]) - base
            explain = seconds([waymark, "explain", "weakest", office, "--questionnaire", file]) - base
            per_item.append((check + explain) / items * 1e6)
            print(f"{items:>7} {items // 10 * 9 + 3:>8} {check:>9.3f} {explain:>10.3f} {per_item[-1]:>18.1f}", flush=True)
    if arguments.limit and len(per_item) > 1:
        ratio = per_item[-1] / per_item[-2]
        print(f"ratio of the last two: {ratio:.2f} (limit {arguments.limit})")
        if ratio > arguments.limit:
            sys.exit(1)


if __name__ == "__main__":
    main()
