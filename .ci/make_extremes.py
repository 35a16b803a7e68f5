#!/usr/bin/env python3
"""Makes workspaces at the edges of what is allowed, assesses them, and prints the path of each HTML report.

    make_extremes.py WAYMARK DIR [NAME…]

WAYMARK is the program, DIR a folder for the workspaces; names choose some of them. The same call makes the same
files. Exit code: 0 all reports written, 1 the program failed, 2 a wrong call.
"""

import json
import pathlib
import re
import subprocess
import sys

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
WAVE = "2026"

LATIN = "method quality survey register census sample estimate nowcast imputation editing coding linkage".split()
ARABIC = ("منهج جودة مسح سجل تعداد عينة تقدير بيانات تحليل ترميز ربط خطة فريق إدارة مخاطر تعلم آلي نظام معايير نشر "
          "مراجعة مؤشر ميزانية تدريب").split()
HEBREW = "הלשכה המרכזית לסטטיסטיקה בודקת את איכות הנתונים במפקד".split()
UNBROKEN = "Datenqualitätssicherungsverfahrensbeschreibung"


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def words(stock, length, start=0):
    """Words of a stock until the text has a length."""
    text = stock[start % len(stock)]
    while len(text) < length:
        start += 1
        text += " " + stock[start % len(stock)]
    return text[:length].rstrip()


# Questionnaires

def maturity():
    """The shipped questionnaire's id, items and roles."""
    folder = PACKAGE / "questionnaires" / "ml-maturity"
    main = json.loads((folder / "questionnaire.json").read_text(encoding="utf-8"))
    items = []
    for part in sorted((folder / "items").glob("*.json")):
        items += json.loads(part.read_text(encoding="utf-8"))["items"]
    return {"id": main["id"], "version": main["version"], "items": items, "roles": [r["id"] for r in main["roles"]]}


def small(text=lambda harmless: harmless, domains=("north", "south"), bands=(("Low", 0.3), ("High", None)), options=5):
    """A small questionnaire in which every text can be chosen."""
    def citation():
        return {"document": "book", "section": text("Section")}

    def item(domain, kind, number):
        blocker = kind == "B"
        result = {
            "id": f"{domain}-{kind}{number}", "dimension": domain, "direction": "blocker" if blocker else "facilitator",
            "scale": "scale", "label": text(f"Label {kind}{number}"), "prompt": text("Prompt"), "help": text("Help"),
            "why": text("Why"), "evidence": text("Evidence"), "source": citation(),
            "anchors": {str(n): text(f"Anchor {n}") for n in range(options)},
        }
        if blocker:
            result["tags"] = {"class": "critical" if number == 1 else "drag"}
        elif number == 1:
            result["mirror"] = f"{domain}-B1"
        return result

    def metric(name, title, **rule):
        return {"id": name, "title": text(title), "symbol": name[0].upper(), "description": text("Metric"), **rule}

    def recommendation(domain):
        return {
            "id": f"do-{domain}", "dimension": domain, "title": text("Do it"), "summary": text("Summary"),
            "why": text("Because"), "firstSteps": [text("First"), text("Second")], "responsible": "users",
            "effortDays": 3, "origin": "ours", "source": citation(), "tags": {"class": "drag"},
            "builds": {f"{domain}-F1": {}}, "removes": {f"{domain}-B1": {}},
            **({"requires": [f"do-{domains[0]}"]} if domain != domains[0] else {}),
        }

    intervals = []
    for number, (title, up_to) in enumerate(bands):
        interval = {"id": f"band{number}", "title": text(title)}
        if number:
            interval["above"] = bands[number - 1][1]
        if up_to is not None:
            interval["upTo"] = up_to
        intervals.append(interval)
    facilitators, blockers = ({"items": {"direction": d}} for d in ("facilitator", "blocker"))
    scores = {"each": {"dimension": "domain"}, "metric": "score"}
    severe = [str(options - 2), str(options - 1)]
    return {
        "formatVersion": 1, "id": "small", "version": "1", "language": "en", "title": text("Questionnaire"),
        "description": text("Description"),
        "sources": [{"id": "book", "title": text("Book"), "author": text("Author"), "year": 2020}],
        "dimensions": [{"id": "domain", "title": text("Domains"), "children": [
            {"id": d, "title": text(f"Domain {d}"), "description": text("About")} for d in domains]}],
        "tags": [{"id": "class", "title": text("Class"), "values": [
            {"id": "critical", "title": text("Critical")}, {"id": "drag", "title": text("Drag")}]}],
        "scales": [{"id": "scale", "title": text("Scale"), "options": [
            {"id": str(n), "label": text(f"Option {n}"), "value": n / (options - 1)} for n in range(options)]}],
        "items": [item(d, kind, n) for d in domains for kind in "FB" for n in (1, 2)],
        "coverage": {"firm": 0.8, "provisional": 0.6}, "notApplicableFlag": 0.2,
        "contradiction": {"facilitatorAtLeast": 0.5, "blockerAtLeast": 0.5},
        "roles": [{"id": r, "title": text(r.capitalize()), "description": text("Role"), "weights": {domains[0]: 2},
                   "authority": [domains[0]]} for r in ("makers", "users")],
        "recommendationPolicy": {"floor": 0.75, "ceiling": 0.25, "gateCeiling": "1", "rankBy": ["effort", "id"]},
        "recommendations": [recommendation(d) for d in domains],
        "bands": [{"id": "marks", "title": text("Marks"), "source": citation(), "intervals": intervals}],
        "metrics": [
            {"each": {"dimension": "domain"}, "define": [
                metric("facilitators", "Facilitators", aggregate="mean", of=facilitators),
                metric("burden", "Burden", aggregate="mean", of=blockers),
                metric("cap", "Cap", aggregate="min", of=blockers, through={
                    "by": ["class", "gateRating"], "table": {"critical": dict(zip(severe, (0.5, 0.15)))}, "otherwise": 1},
                    missing={"unanswered": "condition", "dontKnow": "condition"}),
                metric("score", "Score", aggregate="min", of={"metrics": ["facilitators", "cap"]}),
                metric("band", "Band", band="score", **{"in": "marks"})]},
            {"define": [
                metric("overall", "Overall", aggregate="geometricMean", offset=0.01, of=scores),
                metric("weakest", "Weakest", aggregate="min", of=scores),
                metric("overallBand", "Overall band", band="overall", **{"in": "marks"})]}],
        "presentation": {
            "members": {"dimension": "domain"}, "facilitators": "facilitators", "burden": "burden", "cap": "cap",
            "score": "score", "band": "band", "overall": "overall", "overallBand": "overallBand", "beside": ["weakest"],
            "lenses": [{"members": {"dimension": "domain"}, "title": text("Lens"), "description": text("Again"),
                        "metrics": ["facilitators", "burden"]}]},
    }


# Workspaces

def workspace(folder, definition, respondents, answer, organisation=None, collection="survey",
              language="en", targets=True, questionnaire=None):
    """A workspace in which each respondent answers each item what the function says."""
    domains = list(dict.fromkeys(i["dimension"] for i in definition["items"]))
    roles = [r["id"] if isinstance(r, dict) else r for r in definition["roles"]]
    write(folder / "waymark.json", {
        "formatVersion": 1, "organisation": organisation or f"Office of {folder.name}", "questionnaire": definition["id"], "language": language,
        "targets": {d: round(0.3 + 0.1 * (n % 6), 1) for n, d in enumerate(domains)} if targets else {},
        "sharing": {"comments": True}})
    wave = {"formatVersion": 1, "id": WAVE, "collection": collection}
    if collection == "survey":
        wave["invited"] = {role: respondents for role in roles}
    write(folder / "waves" / WAVE / "wave.json", wave)
    if questionnaire:
        write(folder / "questionnaires" / questionnaire["id"] / "questionnaire.json", questionnaire)
    for number in range(respondents):
        write(folder / "waves" / WAVE / "responses" / f"r-{number:04}.json", {
            "formatVersion": 1, "questionnaire": definition["id"], "questionnaireVersion": definition["version"],
            "wave": WAVE, "respondent": f"r-{number:04}", "role": roles[number % len(roles)],
            "answers": {i["id"]: answer(number, place, i) for place, i in enumerate(definition["items"])}})


def mixed(text=None, count=5):
    """Answers of every kind, with remarks."""
    def answer(number, place, item):
        if item["id"].endswith("B2") and place % 4 == 3 and number >= 2:
            return {"state": "notApplicable", "reason": text("Not here") if text else "Not here"}
        if (number + 3 * place) % 13 == 0:
            return None
        if (number + 2 * place) % 17 == 0:
            return {"state": "dontKnow"}
        result = {"option": str((number + 3 * place + (2 if item["id"].endswith("B1") else 0)) % count)}
        if text and (number + place) % 2:
            result |= {"comment": text(f"Comment {number}"), "evidence": text(f"Evidence {number}")}
        return result
    return answer


def same(position):
    return lambda number, place, item: {"option": position}


def arabic_strings():
    """The English strings with Arabic words in their place, read from right to left; parameters stay."""
    strings = json.loads((PACKAGE / "templates/strings/en.json").read_text(encoding="utf-8"))
    count = 0

    def word(match):
        nonlocal count
        if match.group(0).startswith("{{"):
            return match.group(0)
        count += 1
        return ARABIC[(count * count + count // 7) % len(ARABIC)]

    def turn(value):
        if isinstance(value, dict):
            return {key: turn(part) for key, part in value.items()}
        if "{{" not in value and len(value) < 60:
            # Headings and labels have to differ from one another.
            value = f"{value} unlike others"
        return re.sub(r"\{\{.*?\}\}|[A-Za-z][A-Za-z'’-]*", word, value).replace("→", "←").replace("◀", "▶")

    return strings | {"language": "ar", "direction": "rtl", "text": turn(strings["text"])}


def right_to_left(folder):
    def text(harmless):
        return words(ARABIC, 2 * len(harmless), len(harmless) + sum(map(ord, harmless)))
    definition = small(text, domains=("north", "south", "east", "west"), bands=((text("Low"), 0.3), (text("High"), None)))
    workspace(folder, definition, 9, mixed(lambda t: f"{text(t)} (ISO 8000, 12.5 %) {text(t)}"),
              organisation="مكتب الإحصاء الوطني", language="ar", questionnaire=definition)
    write(folder / "templates/strings/ar.json", arabic_strings())


def hebrew_in_english(folder):
    workspace(folder, MATURITY, 6, mixed(lambda t: f"{' '.join(HEBREW)} (2026) {t}, {HEBREW[0]}!"),
              organisation=" ".join(HEBREW[:3]))


def long_names(folder):
    def text(harmless):
        return words(LATIN, 280, sum(map(ord, harmless)))
    definition = small(text)
    workspace(folder, definition, 8, mixed(lambda t: words(LATIN, 3000)), organisation=text("Office"),
              questionnaire=definition)


def unbroken_names(folder):
    def text(harmless):
        return (harmless.replace(" ", "") + UNBROKEN * 8)[:280]
    definition = small(text)
    workspace(folder, definition, 8, mixed(lambda t: UNBROKEN * 60), organisation=text("Office"), questionnaire=definition)


def fifteen_domains(folder):
    definition = small(domains=tuple(f"domain{n}" for n in range(1, 16)))
    workspace(folder, definition, 8, mixed(), questionnaire=definition)


def other_bands(folder):
    definition = small(bands=(("Bronze", 0.1), ("Silver", 0.2), ("Gold", 0.95), ("Platinum", None)), options=8)
    workspace(folder, definition, 8, mixed(count=8), questionnaire=definition)


MATURITY = maturity()
MAKERS = {
    "zeros": lambda f: workspace(f, MATURITY, 6, same("0")),
    "fours": lambda f: workspace(f, MATURITY, 6, same("4")),
    "one-respondent": lambda f: workspace(f, MATURITY, 1, mixed(), collection="self"),
    "five-thousand": lambda f: workspace(f, MATURITY, 5000, mixed()),
    "unanswered": lambda f: workspace(f, MATURITY, 4, lambda *_: None),
    "long-names": long_names,
    "unbroken-names": unbroken_names,
    "right-to-left": right_to_left,
    "hebrew-in-english": hebrew_in_english,
    "fifteen-domains": fifteen_domains,
    "other-bands": other_bands,
}


def main():
    if len(sys.argv) < 3 or set(sys.argv[3:]) - set(MAKERS):
        print(__doc__ + "\nNames: " + ", ".join(MAKERS), file=sys.stderr)
        return 2
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = False
    for name in sys.argv[3:] or MAKERS:
        MAKERS[name](folder / name)
        run = subprocess.run([program, "assess", str(folder / name)], capture_output=True, text=True)
        if run.returncode:
            print(f"{name}: {run.stdout}{run.stderr}", file=sys.stderr)
            failed = True
        for report in sorted((folder / name / "reports" / WAVE).glob("*.html")):
            print(report)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
