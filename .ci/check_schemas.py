"""Checks every JSON file of the folders given against the schema that it names, with a validator of others.

The tests of the package have a validator of their own, for the keywords that the schemas use. That both accept the same
files shows that the schemas are sound by the standard, and not only by ours.
"""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

METASCHEMA = "https://json-schema.org/draft/2020-12/schema"


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def validators(folder, known={}):
    """The validators of a folder of schemas by their file names; each schema must itself be valid."""
    folder = folder.resolve()
    if folder not in known:
        schemas = {path.name: load(path) for path in sorted(folder.glob("*.schema.json"))}
        for schema in schemas.values():
            Draft202012Validator.check_schema(schema)
        resources = [(name, Resource.from_contents(schema)) for name, schema in schemas.items()]
        registry = Registry().with_resources(resources)
        known[folder] = {name: Draft202012Validator(schema, registry=registry) for name, schema in schemas.items()}
    return known[folder]


def main(folders):
    failures = []
    checked = 0
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.json")):
            if path.name.endswith(".schema.json") or "reports" in path.parts:
                continue
            value = load(path)
            target = path.parent / value.get("$schema", "")
            if not target.is_file():
                failures.append(f"{path}: its $schema leads nowhere")
                continue
            validator = validators(target.parent)[target.name]
            failures += [f"{path}: {error.json_path}: {error.message}" for error in validator.iter_errors(value)]
            # A validator that accepts everything would be of no use.
            without = {name: member for name, member in value.items() if name != "formatVersion"}
            if validator.is_valid(without) or validator.is_valid({**value, "unknown": 1}):
                failures.append(f"{path}: a damaged copy is accepted")
            checked += 1
    for failure in failures:
        print(failure)
    print(f"{checked} files checked against their schemas: {len(failures)} failures")
    return 1 if failures or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
