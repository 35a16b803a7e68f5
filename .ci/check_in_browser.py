#!/usr/bin/env python3
"""Looks at reports and forms in headless Chromium: all that the gate does there, two checks side by side.

    check_in_browser.py [--jobs N] [--only WORD,…] WAYMARK DIR

WAYMARK is the program, DIR a folder that holds the sample office in `office` and a measured machine in `benchmark`;
what else is needed is written there. Each group of checks has one browser, and its output comes in one piece, in the
order below. Exit code: 0 all well, 1 a group failed or did not run.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
# The edges of what is allowed; names without end and many domains may take more than one first page.
USUAL = ["zeros", "fours", "one-respondent", "five-thousand", "unanswered", "right-to-left", "hebrew-in-english", "other-bands"]
WIDE = ["long-names", "unbroken-names", "fifteen-domains"]


class Failure(Exception):
    """A group that failed; its output says why."""


class Group:
    """Commands one after another, whose output is kept until it is wanted."""

    def __init__(self, program, folder):
        self.program, self.folder, self.output, self.began = program, folder, [], time.monotonic()

    def run(self, *arguments, shows=True):
        outcome = subprocess.run([*map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if shows or outcome.returncode:
            self.output.append(outcome.stdout)
        if outcome.returncode:
            raise Failure(f"{pathlib.Path(str(arguments[0])).name} {arguments[1]} ended with {outcome.returncode}")
        return outcome.stdout

    def waymark(self, *arguments):
        return self.run(self.program, *arguments, shows=False)

    def script(self, name, *arguments, shows=True):
        return self.run(sys.executable, HERE / name, *arguments, shows=shows)

    def pages(self, *arguments):
        self.script("check_pages.py", "--jobs", "1", *arguments)

    def found(self, *patterns):
        """The pages of patterns, each of which must find something."""
        result = []
        for pattern in patterns:
            pages = sorted(self.folder.glob(pattern))
            if not pages:
                raise Failure(f"there is no {pattern}")
            result += pages
        return result

    def rare_pages(self, office, language):
        """Pages that the sample office has no use for: six offices side by side, and two simulations."""
        folder = self.folder / f"rare-{language}"
        offices = [folder / f"office-{number}" for number in range(6)]
        for number, copy in enumerate(offices):
            shutil.copytree(office, copy, ignore=shutil.ignore_patterns("reports", "projects"))
            record = copy / "waymark.json"
            contents = json.loads(record.read_text())
            contents["organisation"] += f" {number}"
            record.write_text(json.dumps(contents))
        spoken = ["--language", language, "--format", "html", "--output", folder / "pages"]
        self.waymark("pool", *offices, "--for", offices[2], *spoken)
        for kind in ("coverage", "changes"):
            self.waymark("simulate", kind, "--runs", "40", "--draws", "99", *spoken)
        return [folder / f"pages/{name}.html" for name in ("pool", "coverage", "changes")]

    def extremes(self, names):
        pages = self.script("make_extremes.py", self.program, self.folder / "extremes", *names, shows=False).split("\n")[:-1]
        if len(pages) != len(names):
            raise Failure("a workspace at the edges was not assessed")
        return pages


def checks_that_notice(group):
    group.script("check_pages.py", "--self-test")


def one_report_in_full(group):
    group.pages("--limit-pages", "22", *group.found("office/reports/2026/*.html"))


def reports(group):
    group.waymark("assess", group.folder / "office", "--sensitivity", "--format", "html", "--output", group.folder / "sensitivity")
    group.pages("--brief", "--limit-pages", "24", *group.found(
        "office/reports/portfolio.html", "office/reports/compare-*.html", "sensitivity/*.html", "office/reports/projects/*.html",
        "benchmark/benchmark.html"), *group.rare_pages(group.folder / "office", "en"))


def edges(group):
    group.pages("--brief", "--limit-pages", "22", *group.found("office/reports/2025/*.html"), *group.extremes(USUAL))


def wide_edges(group):
    group.pages("--brief", "--long-front", "--limit-kb", "600", *group.extremes(WIDE))


def french_reports(group):
    """One page of each kind: French words are longer, and its punctuation has spaces of its own."""
    group.waymark("demo", "--language", "fr", "--output", group.folder / "bureau")
    group.waymark("benchmark", "--seconds", "0.2", "--language", "fr", "--format", "html", "--output", group.folder / "mesure")
    # The French words take a fifth more paper; what people wrote in the sample is in English.
    quoted = [word for part in ("waves", "projects") for word in ("--quoted", group.folder / "bureau" / part)]
    group.pages("--brief", "--letter", "--limit-pages", "27", "--language", "fr", *quoted, *group.found(*(
        f"bureau/reports/{name}.html" for name in (
            "2026/*", "compare-*", "portfolio", "projects/receipt-reading", "projects/receipt-reading-business-case"))),
        *group.found("mesure/*.html"), *group.rare_pages(group.folder / "bureau", "fr"))


def forms(group):
    group.script("check_forms.py", group.program)


# In the order in which they are shown. Those that take longest start first, so that both processors are busy to the end.
GROUPS = [checks_that_notice, one_report_in_full, reports, edges, wide_edges, french_reports, forms]
FIRST = [reports, edges, forms, french_reports, one_report_in_full, wide_edges, checks_that_notice]


def attempt(work, program, folder):
    """What a group put out, and why it failed, if it did."""
    group, problem = Group(program, folder), None
    try:
        work(group)
    except Exception as failure:  # whatever happens in a group, the others go on and the gate fails
        problem = f"{type(failure).__name__}: {failure}"
    group.output.append(f"{name_of(work)}: {f'FAILED: {problem}' if problem else 'well'} after {time.monotonic() - group.began:.0f} s.\n")
    return "".join(group.output), problem


def name_of(work):
    return work.__name__.replace("_", " ")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", metavar="WAYMARK")
    parser.add_argument("folder", metavar="DIR", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2, help="how many groups run side by side (default 2)")
    parser.add_argument("--only", help="run groups whose names hold one of these words, comma between")
    options = parser.parse_args()
    words = options.only.split(",") if options.only else [""]
    chosen = [work for work in GROUPS if any(word in name_of(work) for word in words)]
    if not chosen:
        parser.error(f"no such group; there are: {', '.join(map(name_of, GROUPS))}")
    began, failed = time.monotonic(), []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = {work: pool.submit(attempt, work, os.path.abspath(options.program), options.folder.absolute())
                for work in FIRST if work in chosen}
        for work in chosen:
            output, problem = runs[work].result()
            print(f"\n-- {name_of(work)}\n{output}", end="", flush=True)
            if problem:
                failed.append(f"{name_of(work)}: {problem}")
    print(f"\nIn the browser: {len(chosen) - len(failed)} groups well, {len(failed)} failed in {time.monotonic() - began:.0f} s.")
    for line in failed:
        print(f"FAIL     {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    assert sorted(map(name_of, FIRST)) == sorted(map(name_of, GROUPS))
    sys.exit(main())
