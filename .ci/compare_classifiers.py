#!/usr/bin/env python3
"""Waymark's text classifier beside other programs, on one machine in one run.

    .ci/compare_classifiers.py DATA.csv PEERS.py [--python PYTHON] [--waymark COMMAND] [--runs 3]

DATA.csv has columns text,label,split. PEERS.py runs the other programs: called as
`PYTHON PEERS.py DATA.csv --threads 1 --runs 1 --only NAME` it prints one JSON line with fit_s,
predict_rows_per_s, accuracy, macro_f1 and peak_rss_mb. PYTHON is an interpreter that has them
installed (pip install scikit-learn fasttext-wheel liblinear-official vowpalwabbit). COMMAND is called
as `COMMAND benchmark --data DATA.csv --format json --output FOLDER --threads 1 [--quality best]` and
leaves a JSON file in FOLDER with the figures under "result".

All programs take turns, one thread each, so that a slow spell of the machine falls on all of them.
Each turn has a seed of its own, and accuracy is the mean over them. A ratio is that of the medians over the turns; beside it stands the range of the turns' own ratios.
The exit status is 1 if a promise is not kept, 2 if a program could not be run.
"""
import argparse
import json
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile

PEERS = {
    "ll_s1": "liblinear, dual",
    "ll_s5": "liblinear, L1",
    "ft_e5_d10": "fastText, 5 epochs",
    "vw_csoaa": "Vowpal Wabbit, csoaa",
}
QUALITIES = {"fast": "Waymark, fast", "best": "Waymark, best"}


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def run_waymark(arguments, quality, seed):
    """The figures of one run from a seed, under the names PEERS.py uses."""
    with tempfile.TemporaryDirectory() as folder:
        command = shlex.split(arguments.waymark) + [
            "benchmark", "--data", arguments.data, "--format", "json", "--output", folder, "--threads", "1",
            "--seed", str(seed),
        ]
        if quality != "fast":
            command += ["--quality", quality]
        run = subprocess.run(command, capture_output=True, text=True)
        for path in sorted(pathlib.Path(folder).rglob("*.json")):
            result = json.loads(path.read_text(encoding="utf-8")).get("result")
            if result and "fitSeconds" in result:
                if result["threads"] != 1:
                    fail(f"{shlex.join(command)}: ran {result['threads']} threads instead of 1")
                return {
                    "fit_s": result["fitSeconds"],
                    "predict_rows_per_s": result["predictRowsPerSecond"],
                    "accuracy": result["accuracy"],
                    "macro_f1": result["macroF1"],
                    "peak_rss_mb": result["peakMemoryMB"],
                }
        fail(f"{shlex.join(command)}: no result (exit status {run.returncode}): {run.stderr.strip()}")


def run_peer(arguments, name):
    command = [arguments.python, arguments.peers, arguments.data, "--threads", "1", "--runs", "1", "--only", name]
    run = subprocess.run(command, capture_output=True, text=True)
    try:
        result = json.loads(run.stdout.strip().splitlines()[-1])
    except (IndexError, ValueError):
        fail(f"{shlex.join(command)}: {run.stderr.strip() or 'no result'}")
    if "error" in result:
        fail(f"{PEERS[name]} cannot run: {result['error']}")
    return result


def main():
    parser = argparse.ArgumentParser(description="Waymark's text classifier beside other programs")
    parser.add_argument("data", help="a file with columns text,label,split")
    parser.add_argument("peers", help="the script that runs the other programs")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has them installed")
    parser.add_argument("--waymark", default="waymark", help="the command that runs Waymark")
    parser.add_argument("--runs", type=int, default=3, help="turns (default 3)")
    arguments = parser.parse_args()

    runs = {name: [] for name in [*QUALITIES, *PEERS]}
    for turn in range(arguments.runs):
        for name in runs:
            runs[name].append(run_waymark(arguments, name, turn) if name in QUALITIES else run_peer(arguments, name))
            print(f"turn {turn + 1} of {arguments.runs}: {name}", file=sys.stderr, flush=True)

    def median(name, key):
        return statistics.median(run[key] for run in runs[name])

    def mean(name, key):
        """Of the turns, each of which has a seed of its own."""
        return statistics.fmean(run[key] for run in runs[name])

    print(f"{'':22}{'fit s':>9}{'rows/s':>11}{'accuracy':>10}{'macro-F1':>10}{'peak MB':>9}")
    for name, title in {**QUALITIES, **PEERS}.items():
        print(
            f"{title:22}{median(name, 'fit_s'):9.3f}{median(name, 'predict_rows_per_s'):11,.0f}"
            f"{mean(name, 'accuracy'):10.4f}{mean(name, 'macro_f1'):10.4f}{median(name, 'peak_rss_mb'):9.0f}")

    kept = True

    def promise(title, value, least, detail=""):
        nonlocal kept
        kept = kept and value >= least
        print(f"{'kept  ' if value >= least else 'BROKEN'} {title:52}{value:9.4g} (at least {least:g}){detail}")

    def ratio(title, over, under, key, least):
        """How many times `over` is `under`, in the medians and turn by turn."""
        turns = [a[key] / b[key] for a, b in zip(runs[over], runs[under])]
        promise(title, median(over, key) / median(under, key), least, f", turns {min(turns):.3g} to {max(turns):.3g}")

    print()
    ratio("fast trains faster than liblinear's dual, times", "ll_s1", "fast", "fit_s", 8)
    ratio("fast trains faster than fastText, times", "ft_e5_d10", "fast", "fit_s", 3)
    ratio("best trains faster than liblinear's L1, times", "ll_s5", "best", "fit_s", 10)
    ratio("fast predicts faster than fastText, times", "fast", "ft_e5_d10", "predict_rows_per_s", 5)
    ratio("the leanest peer's memory over fast's, times", "vw_csoaa", "fast", "peak_rss_mb", 1)
    promise("fast: accuracy", mean("fast", "accuracy"), 0.7838)
    promise("fast: macro-F1", mean("fast", "macro_f1"), 0.546)
    promise("best: accuracy", mean("best", "accuracy"), 0.795)
    promise("best: macro-F1", mean("best", "macro_f1"), 0.577)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
