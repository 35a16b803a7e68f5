#!/usr/bin/env python3
"""What `waymark assess` computes of a wave in JSON Lines, as an analyst would write it with orjson and NumPy.

    analyst.py QUESTIONNAIRE_FOLDER WAVE_FOLDER

Prints a JSON object: per item the value, its bounds, the gate rating, its bounds and the coverage, all by role with small
roles merged; per domain F, B, cap and S with bounds and coverage; the overall figure with bounds. It is written for the
questionnaire ml-maturity and reads its weights, gates and roles from the definition.
"""
import collections
import json
import math
import pathlib
import sys

import numpy as np
import orjson

SMALLEST = 3
QUANTILE = 0.75
TOLERANCE = 1e-9
DONT_KNOW, NOT_APPLICABLE, BLANK = 5, 6, 7


def read_definition(folder):
    main = orjson.loads((folder / "questionnaire.json").read_bytes())
    items = []
    for part in main["parts"]:
        items += orjson.loads((folder / part).read_bytes()).get("items", [])
    table = next(metric for group in main["metrics"] for metric in group["define"] if metric["id"] == "cap")["through"]
    return main, items, table["table"]


def read_answers(path, main, items):
    """The answers as a matrix of people by items, and the role of each person."""
    ids = [item["id"] for item in items]
    codes = {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, None: BLANK}
    states = {"dontKnow": DONT_KNOW, "notApplicable": NOT_APPLICABLE}

    def full(answer):
        return codes[answer["option"]] if "option" in answer else states[answer["state"]]

    places = {role["id"]: place for place, role in enumerate(main["roles"])}
    roles, rows, seen = [], [], set()
    loads = orjson.loads
    with open(path, "rb") as file:
        for line in file:
            response = loads(line)
            roles.append(places[response["role"]])
            seen.add(response["respondent"])
            get = response["answers"].get
            rows.append(bytes([
                full(answer) if type(answer := get(item)) is dict else codes[answer] for item in ids]))
    assert len(seen) == len(rows), "a respondent occurs twice"
    matrix = np.frombuffer(b"".join(rows), dtype=np.uint8).reshape(len(rows), len(ids))
    return matrix, np.array(roles, dtype=np.uint8)


def merged(counts):
    """Groups of roles of which none has fewer than the smallest number of people."""
    present = [([role], count) for role, count in enumerate(counts) if count > 0]
    standing = [group for group in present if group[1] >= SMALLEST]
    joined = [group for group in present if group[1] < SMALLEST]
    if not joined:
        return standing
    if sum(group[1] for group in joined) < SMALLEST:
        fewest = min(standing, key=lambda group: group[1])
        standing.remove(fewest)
        joined.append(fewest)
    return standing + [(sum((group[0] for group in joined), []), sum(group[1] for group in joined))]


def category(weights):
    total = weights.sum()
    cumulative = 0.0
    for place, weight in enumerate(weights):
        cumulative += weight
        if weight > 0 and cumulative / total >= QUANTILE - TOLERANCE:
            return place
    return 4


def item_figures(counts, sizes, weight):
    """Of one item: counts by group and state, sizes of groups and their weights."""
    values = np.arange(5) / 4
    options = counts[:, :5].astype(float)
    answered = options.sum(axis=1)
    missing = counts[:, DONT_KNOW] + counts[:, BLANK]
    applicable = answered + missing
    used = answered > 0
    asked = applicable > 0

    def mean(extra):
        sums = options @ values + extra * missing
        return (weight[asked] * (sums / np.maximum(applicable, 1))[asked]).sum() / weight[asked].sum()

    def gate(place):
        filled = options.copy()
        cells = answered if place is None else applicable
        if place is not None:
            filled[:, place] += missing
        kept = cells > 0
        return category((filled[kept] * (weight[kept] / cells[kept])[:, None]).sum(axis=0))

    value = (weight[used] * (options @ values)[used] / answered[used]).sum() / weight[used].sum()
    gates = [gate(None), gate(0), gate(4)]
    each = weight / sizes
    return {
        "value": value, "low": min(mean(0.0), value), "high": max(mean(1.0), value), "gate": gates[0],
        "gateLow": min(gates), "gateHigh": max(gates), "answered": (each * answered).sum(),
        "applicable": (each * applicable).sum()}


def mean(numbers, weights):
    return sum(n * w for n, w in zip(numbers, weights)) / sum(weights)


def domain_figures(items, figures, table):
    helping = [(item, figures[item["id"]]) for item in items if item["direction"] == "facilitator"]
    hindering = [(item, figures[item["id"]]) for item in items if item["direction"] == "blocker"]
    result = {}
    for name, end in (("value", "value"), ("low", "low"), ("high", "high")):
        f = mean([x[end] for _, x in helping], [i.get("weight", 1) for i, _ in helping])
        b_mean = mean([x[end] for _, x in hindering], [i.get("weight", 1) for i, _ in hindering])
        b = 0.5 * max(x[end] for _, x in hindering) + 0.5 * b_mean
        result[name] = [f, b]

    def caps(item, places):
        row = table.get(item["tags"].get("gateClass"), {})
        return [row.get(str(place), 1) for place in places]

    cap = min(caps(item, [x["gate"]])[0] for item, x in hindering)
    ranges = [caps(item, range(x["gateLow"], x["gateHigh"] + 1)) for item, x in hindering]
    cap_low, cap_high = min(map(min, ranges)), min(map(max, ranges))

    def coverage(pairs):
        answered = sum(item.get("weight", 1) * x["answered"] for item, x in pairs)
        return answered / sum(item.get("weight", 1) * x["applicable"] for item, x in pairs)

    return {
        "facilitators": (result["value"][0], result["low"][0], result["high"][0], coverage(helping)),
        "burden": (result["value"][1], result["low"][1], result["high"][1], coverage(hindering)),
        "cap": (cap, min(cap, cap_low), max(cap, cap_high), coverage(hindering)),
        "score": (min(result["value"][0], cap), min(result["low"][0], cap_low), min(result["high"][0], cap_high),
                  coverage(helping + hindering))}


def main():
    folder, wave = map(pathlib.Path, sys.argv[1:3])
    definition, items, table = read_definition(folder)
    record = orjson.loads((wave / "wave.json").read_bytes())
    assert not record.get("gateRatings"), "set gate ratings are not part of this comparison"
    matrix, roles = read_answers(wave / "responses.jsonl", definition, items)
    counts = np.bincount(roles, minlength=len(definition["roles"]))
    groups = merged(counts.tolist())
    group_of = np.zeros(len(counts), dtype=np.int64)
    for place, group in enumerate(groups):
        group_of[group[0]] = place
    of_person = group_of[roles] * 8
    sizes = np.array([group[1] for group in groups], dtype=float)
    figures = {}
    for column, item in enumerate(items):
        by_state = np.bincount(of_person + matrix[:, column], minlength=8 * len(groups)).reshape(-1, 8)
        weight = np.array([
            sum(counts[role] * definition["roles"][role].get("weights", {}).get(item["dimension"], 1)
                for role in group[0]) / group[1] for group in groups])
        figures[item["id"]] = item_figures(by_state, sizes, weight)
    by_domain = collections.defaultdict(list)
    for item in items:
        by_domain[item["dimension"]].append(item)
    domains = {domain: domain_figures(mine, figures, table) for domain, mine in by_domain.items()}

    def overall(end):
        logs = [math.log(0.01 + 0.99 * domain["score"][end]) for domain in domains.values()]
        return (math.exp(sum(logs) / len(logs)) - 0.01) / 0.99

    print(json.dumps({
        "respondents": len(roles),
        "items": {name: {key: float(figure) for key, figure in x.items()} for name, x in figures.items()},
        "domains": {name: {key: list(map(float, x)) for key, x in domain.items()}
                    for name, domain in domains.items()},
        "overall": [overall(0), overall(1), overall(2)]}))


main()
