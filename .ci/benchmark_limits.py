#!/usr/bin/env python3
"""Runs a command and demands that it stays within a time and a memory.

    benchmark_limits.py --seconds N --megabytes N COMMAND...

The exit status is that of the command, or 1 where a limit was passed.
"""
import argparse
import resource
import subprocess
import sys
import time

parser = argparse.ArgumentParser()
parser.add_argument("--seconds", type=float, required=True)
parser.add_argument("--megabytes", type=float, required=True)
parser.add_argument("command", nargs=argparse.REMAINDER)
arguments = parser.parse_args()
start = time.monotonic()
status = subprocess.run(arguments.command, stdout=subprocess.DEVNULL).returncode
seconds = time.monotonic() - start
megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
print(f"{seconds:.1f} s of at most {arguments.seconds:g} s, {megabytes:.0f} MB of at most {arguments.megabytes:g} MB")
if status == 0 and (seconds > arguments.seconds or megabytes > arguments.megabytes):
    status = 1
sys.exit(status)
