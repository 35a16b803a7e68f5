#!/usr/bin/env python3
"""Sends questionnaires through other people's programs, and answers through the tables these would write.

Every built-in questionnaire becomes an XLSForm, which pyxform has to turn into an XForm without a warning, and, where
Java is at hand, ODK's own validator has to accept. The fields of that XForm, not names that Waymark gave, are the columns
of a table as ODK Central and KoboToolbox write it; random answers in it are brought in and must come back equal.
The workbook is read by Python's zipfile and by openpyxl. In English and French at once, a form holds every text in both
languages, and so does a LimeSurvey structure. At the end 100 files have to be imported within --limit seconds.
"""

import argparse
import csv
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
import xml.etree.ElementTree as ElementTree
import zipfile

import openpyxl
from pyxform.xls2xform import convert

TEXTS = ["plain", "=1+1", "-2", "a;b", 'quo"te', "line\nbreak", "é 日本 🎉", "'x", "tab\tbed", "@x", "<b>&amp;</b>"]
EVIDENCE = ["asserted", "documented", "measured"]


class Office:
    """A workspace with one wave and a project, without answers."""

    def __init__(self, program, folder, questionnaire):
        self.program, self.folder, self.questionnaire = program, pathlib.Path(folder), questionnaire
        self.is_project = questionnaire == "ml-project"
        base = "ml-maturity" if self.is_project else questionnaire
        self.run("init", str(self.folder), "--questionnaire", base, "--organisation", "Merrow", "--wave", "2026")
        template = json.loads((self.folder / "waves/2026/template/response.json").read_text())
        if self.is_project:
            project = self.folder / "projects/coding"
            project.mkdir(parents=True)
            (project / "project.json").write_text('{"formatVersion": 1, "title": "Coding", "purpose": "To code jobs."}')
        self.place = ["--project", "coding"] if self.is_project else ["--wave", "2026"]
        self.responses = self.folder / ("projects/coding/responses" if self.is_project else "waves/2026/responses")
        self.version = template["questionnaireVersion"]

    def run(self, *arguments, code=0):
        result = subprocess.run([self.program, *arguments], capture_output=True, text=True)
        if result.returncode != code:
            sys.exit(f"waymark {' '.join(arguments)}: {result.returncode}\n{result.stdout}{result.stderr}")
        return result

    def export(self, form, *options):
        out = self.folder / "out"
        self.run("export", form, str(self.folder), *self.place, "--output", str(out), *options)
        return out

    def read(self):
        return {path.stem: json.loads(path.read_text()) for path in self.responses.glob("*.json")}

    def empty(self):
        shutil.rmtree(self.responses, ignore_errors=True)


class Form:
    """What an XForm says: its fields with their groups, and the choices of each."""

    def __init__(self, xform):
        root = ElementTree.fromstring(xform)
        local = lambda element: element.tag.rsplit("}", 1)[-1]
        elements = list(root.iter())
        self.paths = [e.get("nodeset")[len("/data/"):] for e in elements if local(e) == "bind"]
        self.hidden = {}
        for bind in (e for e in elements if local(e) == "bind"):
            literal = re.fullmatch(r"'([^']*)'", bind.get("calculate") or "")
            if literal:
                self.hidden[bind.get("nodeset").rsplit("/", 1)[-1]] = literal.group(1)
        self.choices, lists = {}, {}
        for instance in (e for e in elements if local(e) == "instance" and e.get("id")):
            lists[instance.get("id")] = [e.text for e in instance.iter() if local(e) == "name"]
        for control in (e for e in elements if local(e) in ("select1", "select")):
            name = control.get("ref").rsplit("/", 1)[-1]
            codes = [e.text for e in control.iter() if local(e) == "value" and e.text]
            for itemset in (e for e in control if local(e) == "itemset"):
                codes = lists[re.match(r"instance\('([^']+)'\)", itemset.get("nodeset")).group(1)]
            self.choices[name] = codes


def convert_form(path, java):
    """The XForm of a workbook; any warning is an error."""
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(path)
        xform = convert(xlsform=str(path), warnings=found, validate=java).xform
    if found:
        sys.exit(f"{path}: pyxform warns: {found}")
    if book.sheetnames != ["survey", "choices", "settings"]:
        sys.exit(f"{path}: the sheets are {book.sheetnames}")
    for sheet in book.worksheets:
        if any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row):
            sys.exit(f"{path}: a cell is a formula")
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            sys.exit(f"{path}: a part of the archive is damaged")
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
    return xform


def answers(form, draw):
    """Random values for the fields of a form, and the answers that they stand for."""
    names = {path.rsplit("/", 1)[-1]: path for path in form.paths}
    values, wanted = {}, {}
    for name, codes in form.choices.items():
        if f"{name}_page" not in {part for path in form.paths for part in path.split("/")}:
            continue
        choice = draw.choice(codes + [""])
        values[name] = choice
        if not choice:
            continue
        if choice == "dk":
            answer = {"state": "dontKnow"}
        elif choice == "na":
            values[f"{name}_reason"] = draw.choice(TEXTS)
            answer = {"state": "notApplicable", "reason": values[f"{name}_reason"]}
        else:
            answer = {"option": choice}
        if draw.random() < 0.4:
            values[f"{name}_comment"] = answer["comment"] = draw.choice(TEXTS)
        if draw.random() < 0.5:
            text, kind = draw.choice(TEXTS), draw.choice(EVIDENCE)
            values[f"{name}_evidence"], values[f"{name}_evidence_kind"] = text, kind
            answer["evidence"] = text if kind == "asserted" else {"kind": kind, "text": text}
            if draw.random() < 0.5:
                values[f"{name}_evidence_date"] = "2026-02-03"
                answer["evidence"] = {"kind": kind, "text": text, "date": "2026-02-03"}
        wanted[name] = answer["option"] if list(answer) == ["option"] else answer
    if any(name not in names for name in values):
        sys.exit(f"the form lacks {sorted(set(values) - set(names))}")
    return values, wanted


def table(form, rows, platform, path):
    """The submissions as a platform exports them."""
    separator, group = (",", "-") if platform == "odk" else (";", "/")
    before = ["SubmissionDate"] if platform == "odk" else []
    after = (
        ["KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
         "DeviceID", "Edits", "FormVersion"] if platform == "odk" else
        ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__",
         "_tags", "_index"])
    with open(path, "w", newline="", encoding="utf-8" if platform == "odk" else "utf-8-sig") as file:
        writer = csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL)
        writer.writerow(before + [p.replace("/", group) for p in form.paths] + after)
        for number, row in enumerate(rows, 1):
            own = {"SubmissionDate": "2026-03-05T08:00:00.000Z", "_submission_time": "2026-03-05T08:00:00",
                   "KEY": f"uuid:{number}", "_uuid": str(number), "_id": str(number)}
            writer.writerow([own.get(n, "") for n in before] + [row.get(p.rsplit("/", 1)[-1], "") for p in form.paths]
                            + [own.get(n, "") for n in after])


def check(program, questionnaire, java, draw):
    with tempfile.TemporaryDirectory() as scratch:
        office = Office(program, f"{scratch}/office", questionnaire)
        plain = convert_form(office.export("xlsform") / f"{questionnaire}.xlsx", java)
        form = Form(convert_form(office.export("xlsform", "--with-evidence") / f"{questionnaire}.xlsx", java))
        if not set(Form(plain).choices) < set(form.choices):
            sys.exit(f"{questionnaire}: with evidence the form asks no more")
        rows, wanted = [], {}
        for number in range(1, 13):
            values, expected = answers(form, draw)
            values |= form.hidden | {"respondent": f"p-{number:02}", "role": draw.choice(form.choices["role"]),
                                     "end": "2026-03-04T17:00:00.000+01:00"}
            rows.append(values)
            wanted[f"p-{number:02}"] = (values["role"], expected)
        for platform in ["odk", "kobo"]:
            office.empty()
            path = f"{scratch}/{platform}.csv"
            table(form, rows, platform, path)
            arguments = ["import", platform, path, "--workspace", str(office.folder), *office.place]
            office.run(*arguments)
            compare(office, wanted, form, f"{questionnaire} from {platform}")
            before = office.read()
            if "Nothing had to be written." not in office.run(*arguments).stdout or office.read() != before:
                sys.exit(f"{questionnaire}: the same {platform} file again changes something")
        out = office.export("csv") / f"{questionnaire}.csv"
        office.empty()
        office.run("import", "csv", str(out), "--workspace", str(office.folder), *office.place)
        if office.read() != before:
            sys.exit(f"{questionnaire}: the long table does not come back")
        office.run("check", str(office.folder))
        print(f"{questionnaire}: {len(form.paths)} fields, {sum(len(w[1]) for w in wanted.values())} answers came back")


def prompts(questionnaire, language):
    """What a built-in questionnaire asks in a language, as its own files say it."""
    folder = pathlib.Path(__file__).parent.parent / "questionnaires" / questionnaire
    found = []
    for path in sorted((folder if language == "en" else folder / "translations" / language).glob("items/*.json")):
        part = json.loads(path.read_text(encoding="utf-8"))
        items = part["items"] if language == "en" else part["texts"]["items"].values()
        found += [item["prompt"] for item in items]
    return found


def plain(text):
    """A text without what a converter may change: quotation marks and kinds of spaces."""
    return " ".join(re.sub("[’‘]", "'", re.sub("[“”]", '"', text)).split())


def check_languages(program, questionnaire, java):
    """One form in English and French: every text in both, and the same fields and codes as in one language."""
    with tempfile.TemporaryDirectory() as scratch:
        office = Office(program, f"{scratch}/office", questionnaire)
        single = Form(convert_form(office.export("xlsform", "--with-evidence") / f"{questionnaire}.xlsx", java))
        out = office.export("xlsform", "--with-evidence", "--language", "en,fr")
        xform = convert_form(out / f"{questionnaire}.xlsx", java)
        form = Form(xform)
        if (form.paths, form.choices, form.hidden) != (single.paths, single.choices, single.hidden):
            sys.exit(f"{questionnaire}: in two languages the form has other fields or codes than in one")
        local = lambda element: element.tag.rsplit("}", 1)[-1]
        spoken = {}
        for element in ElementTree.fromstring(xform).iter():
            if local(element) == "translation":
                tag = re.search(r"\((\w+)\)$", element.get("lang")).group(1)
                spoken[tag] = {text.get("id"): plain("".join(text.itertext())) for text in element}
        if set(spoken) != {"en", "fr"} or set(spoken["en"]) != set(spoken["fr"]):
            sys.exit(f"{questionnaire}: the XForm speaks {sorted(spoken)}, or says more in one language than in another")
        empty = [name for texts in spoken.values() for name, text in texts.items() if text in ("", "-")]
        if empty:
            sys.exit(f"{questionnaire}: nothing is said of {empty[:5]} in a language")
        structure = limesurvey(office.export("limesurvey", "--language", "en,fr") / f"{questionnaire}.txt", questionnaire)
        counts = []
        for language, texts in spoken.items():
            asked = [plain(prompt) for prompt in prompts(questionnaire, language)]
            for place, said in [("XForm", set(texts.values())), ("LimeSurvey structure", structure[language])]:
                lost = [prompt for prompt in asked if prompt not in said]
                if lost or not asked:
                    sys.exit(f"{questionnaire}: {len(lost)} of {len(asked)} questions are not in the {place} in {language}: {lost[:2]}")
            counts.append(f"{len(asked)} questions in {language}")
        alike = [name for name, text in spoken["en"].items() if text == spoken["fr"][name]]
        if len(alike) * 10 > len(spoken["en"]):
            sys.exit(f"{questionnaire}: {len(alike)} of {len(spoken['en'])} texts are the same in both languages: {alike[:5]}")
        print(f"{questionnaire}: {len(spoken['en'])} texts in English and French, {len(alike)} of them alike; {', '.join(counts)}")


def limesurvey(path, questionnaire):
    """The texts of a LimeSurvey structure by language; each question and answer must stand there in both alike."""
    with open(path, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    twins, said = {}, {}
    for row in rows:
        if row["language"]:
            said.setdefault(row["language"], set()).update(plain(row[part]) for part in ("text", "help") if row[part])
        if row["class"] in ("Q", "SQ", "A"):
            shared = [row[part] for part in ("id", "class", "type/scale", "name", "relevance", "validation", "mandatory")]
            twins.setdefault(row["language"], []).append(shared)
            if not (row["text"] or row["hidden"] or row["class"] != "Q"):
                sys.exit(f"{path}: {row['name']} has no text in {row['language']}")
    if set(twins) != {"en", "fr"} or twins["en"] != twins["fr"]:
        sys.exit(f"{questionnaire}: the LimeSurvey structure is not the same in {' and '.join(sorted(twins))}")
    return said


def check_conditions(program, java):
    """A questionnaire with every kind of answer and condition: its form must hold together."""
    source = pathlib.Path(__file__).parent.parent / "Tests/ExchangeTests/Fixtures/mixed.json"
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "office/questionnaires/mixed"
        folder.mkdir(parents=True)
        shutil.copy(source, folder / "questionnaire.json")
        office = Office(program, f"{scratch}/office", "mixed")
        for options in [[], ["--with-evidence"]]:
            xform = convert_form(office.export("xlsform", *options) / "mixed.xlsx", java)
        relevant = re.findall(r'relevant="([^"]*)"', xform)
        print(f"mixed: {len(relevant)} conditions hold together")


def compare(office, wanted, form, what):
    found = office.read()
    if set(found) != set(wanted):
        sys.exit(f"{what}: respondents {sorted(set(found) ^ set(wanted))}")
    for respondent, (role, expected) in wanted.items():
        response = found[respondent]
        got = {re.sub(r"[^A-Za-z0-9]", "_", id_): answer for id_, answer in response["answers"].items()}
        if got != expected or response["role"] != role or response.get("completed") != "2026-03-04":
            wrong = {k: (got.get(k), expected.get(k)) for k in got.keys() | expected.keys() if got.get(k) != expected.get(k)}
            sys.exit(f"{what}: {respondent}: {wrong or response}")


def measure(program, limit):
    """How long 100 form files and a table of 100 respondents take."""
    with tempfile.TemporaryDirectory() as scratch:
        office = Office(program, f"{scratch}/office", "ml-maturity")
        template = json.loads((office.folder / "waves/2026/template/response.json").read_text())
        inbox = pathlib.Path(scratch) / "inbox"
        inbox.mkdir()
        for number in range(100):
            answered = {item: {"option": str((number + place) % 5), "evidence": "A paper", "comment": "x" * 200}
                        for place, item in enumerate(template["answers"])}
            response = template | {"respondent": f"r-{number:03}", "answers": answered}
            (inbox / f"r-{number:03}.json").write_text(json.dumps(response))
        files = sorted(str(path) for path in inbox.iterdir())
        times = {}
        for name, arguments in [("files", ["import", "json", *files]), ("table", ["import", "csv", f"{scratch}/all.csv"])]:
            if name == "table":
                shutil.copy(office.export("csv") / "ml-maturity.csv", f"{scratch}/all.csv")
                office.empty()
            start = time.monotonic()
            office.run(*arguments, "--workspace", str(office.folder))
            times[name] = time.monotonic() - start
            if len(office.read()) != 100:
                sys.exit(f"{len(office.read())} of 100 responses were imported from {name}")
        print("100 respondents: " + ", ".join(f"{seconds:.2f} s from {name}" for name, seconds in times.items()))
        if max(times.values()) > limit:
            sys.exit(f"an import took more than {limit} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=float, default=1, help="seconds that 100 respondents may take")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("program")
    options = parser.parse_args()
    program = str(pathlib.Path(options.program).resolve())
    java = shutil.which("java") is not None
    print("Each form is also checked by ODK Validate" if java else "skipped ODK Validate: there is no Java")
    draw = random.Random(options.seed)
    for questionnaire in ["ml-maturity", "ml-maturity-six-areas", "mlops-practice", "ml-project"]:
        check(program, questionnaire, java, draw)
        check_languages(program, questionnaire, java)
    check_conditions(program, java)
    measure(program, options.limit)


if __name__ == "__main__":
    main()
