#!/usr/bin/env python3
"""How long `waymark assess` takes, as a whole process, with 2,000 draws and four formats.

    assess_times.py [--waymark PATH] [--runs N] [--python PATH] [--ratio LIMIT] [--seconds LIMIT]

Two measurements:
 - the sample office of `waymark demo` beside `python -c "import numpy"`, in turn; the median of the ratios pair by pair.
   Without NumPy in that Python it is left out, with a word.
 - an invented office with 200 respondents, on one processor where the system can hold a process to one.
The exit code is 1 where the median ratio is above --ratio (1) or the median of 200 respondents above --seconds (1).
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import make_extremes

ROOT = pathlib.Path(__file__).resolve().parent.parent


def seconds(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--waymark", default=ROOT / ".build/release/waymark")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--ratio", type=float, default=1)
    parser.add_argument("--seconds", type=float, default=1)
    arguments = parser.parse_args()
    good = True
    with tempfile.TemporaryDirectory() as folder:
        office = pathlib.Path(folder, "office")
        subprocess.run([arguments.waymark, "demo", "--output", office], check=True, capture_output=True)
        ours, theirs = [arguments.waymark, "assess", office], [arguments.python, "-c", "import numpy"]
        if subprocess.run(theirs, capture_output=True).returncode:
            print(f"{arguments.python} has no NumPy: the sample was not compared with its import")
        else:
            pairs = [(seconds(ours), seconds(theirs)) for _ in range(arguments.runs + 1)][1:]
            ratio = statistics.median(a / b for a, b in pairs)
            good = ratio <= arguments.ratio
            print(f"sample office: {statistics.median(a for a, _ in pairs):.3f} s, import numpy "
                  f"{statistics.median(b for _, b in pairs):.3f} s, median ratio {ratio:.2f} of {arguments.runs} pairs")

        crowd = pathlib.Path(folder, "crowd")
        make_extremes.workspace(crowd, make_extremes.MATURITY, 200, make_extremes.mixed())
        one = ["taskset", "-c", "0"] if shutil.which("taskset") else []
        times = [seconds([*one, arguments.waymark, "assess", crowd]) for _ in range(max(3, arguments.runs // 3))]
        middle = statistics.median(times)
        print(f"200 respondents{' on one processor' if one else ''}: {middle:.3f} s (slowest {max(times):.3f})")
        good = good and middle <= arguments.seconds
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
