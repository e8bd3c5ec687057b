"""Whether descriptor and schemas have the shape that everything else takes for granted, told before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from build_scripts.ledger.problem import LedgerError, Problem, finding

LIMITS = ("min_rows", "max_rows", "max_bytes")
WORDS = ("title", "title_en", "description", "description_en")  # of the package, of a table, of a column
TABLES = (  # that the program itself reads; further ones are welcome
    *(
        "places",
        "organisations",
        "sources",
        "pairings",
        "pairing_claims",
        "projects",
        "funds",
        "observations",
        "measures",
    ),
    *("events", "relations", "instruments", "designations", "programme_scope", "milestones"),
    *("proofs", "source_watch", "retired"),
)
TYPES = ("string", "integer", "number", "boolean")
CONSTRAINTS = {  # name -> the type of its value
    **dict.fromkeys(("required", "unique"), bool),
    **dict.fromkeys(("minLength", "maxLength"), int),
    **dict.fromkeys(("minimum", "maximum"), (int, float)),
    "pattern": str,
    "enum": list,
}


def descriptor_problems(path: Path, descriptor: dict) -> list[Problem]:
    """Returns what keeps the descriptor from naming its tables: a missing key, a name twice, a path outside."""
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        return [of_file(path, "no_resources")]
    found, names = [], set()
    for number, resource in enumerate(resources, start=1):
        given = resource if isinstance(resource, dict) else {}
        if lacking := [key for key in ("name", "path", "schema") if not isinstance(given.get(key), str)]:
            found.append(of_file(path, "resource", number=number, lacking=lacking))
            continue
        found += [of_file(path, "outside", given=given["path"])] if is_outside(given["path"]) else []
        found += [of_file(path, "name_twice", name=given["name"])] if given["name"] in names else []
        names.add(given["name"])
    wrong = {
        key: ""
        for given in (descriptor, *filter(is_mapping, resources))
        for key in LIMITS
        if not is_limit(given.get(key, 0))
    }
    found += [of_file(path, "no_number", name=key) for key in wrong]
    return found or absence_problems(path, descriptor, names)


def is_mapping(given: object) -> bool:
    return isinstance(given, dict)


def is_limit(value: object) -> bool:
    return type(value) is int and value >= 0


def absence_problems(path: Path, descriptor: dict, tables: set[str]) -> list[Problem]:
    """Returns what a descriptor lacks that is shown or read: its words, a licence, a table of the program."""
    lacking = not_text(descriptor, ("name", "version", *WORDS))
    licences = descriptor.get("licenses")
    licence = licences[0] if isinstance(licences, list) and licences else None
    if not isinstance(licence, dict) or not_text(licence, ("name", "path", "title")):
        lacking.append("licenses: [{name, path, title}]")
    absent = [table for table in TABLES if table not in tables]
    found = [of_file(path, "descriptor_lacks", names=lacking)] if lacking else []
    return found + ([of_file(path, "tables_lack", names=absent)] if absent else [])


def not_text(mapping: dict, keys: tuple[str, ...]) -> list[str]:
    """Returns the keys at which there is no text."""
    return [key for key in keys if not isinstance(mapping.get(key), str) or not mapping[key].strip()]


def is_outside(path: str) -> bool:
    return PurePosixPath(path).is_absolute() or ".." in path.split("/") or "\\" in path


def schema_shape_problems(path: Path, schema: dict) -> list[Problem]:
    """Returns what keeps a schema from being used: fields without name or type, code lists of another shape, no key."""
    fields = schema.get("fields")
    if not isinstance(fields, list) or not fields:
        return [of_file(path, "no_fields")]
    found, names = [], []
    for number, each in enumerate(fields, start=1):
        given = each if isinstance(each, dict) else {}
        lacking = not_text(given, ("name", "type", *WORDS))
        lacking += [] if given.get("type") in TYPES else [f"type: {' | '.join(TYPES)}"]
        lacking += [] if is_code_list(given.get("codes", {})) else ["codes: {code: {zh, en}}"]
        lacking += wrong_constraints(given.get("constraints", {}))
        found += [of_file(path, "field", number=number, lacking=lacking)] if lacking else []
        names.append(name if isinstance(name := given.get("name"), str) else None)
    key = schema.get("primaryKey")
    if not isinstance(key, list) or not key or not all(isinstance(column, str) and column in names for column in key):
        found.append(of_file(path, "no_key"))
    twice = sorted({name for name in names if names.count(name) > 1} - {None})
    found += [of_file(path, "field_twice", names=twice)] if twice else []
    if lacking := not_text(schema, WORDS):
        found.append(of_file(path, "schema_lacks", names=lacking))
    return found + reference_problems(path, schema, names) + unique_key_problems(path, schema, names)


def is_code_list(codes: object) -> bool:
    return isinstance(codes, dict) and all(
        isinstance(code, str) and isinstance(words, dict) and not not_text(words, ("zh", "en"))
        for code, words in codes.items()
    )


def wrong_constraints(constraints: object) -> list[str]:
    """Returns the constraints of a column that are not known, or whose value cannot be one."""
    if not isinstance(constraints, dict):
        return ["constraints: {…}"]
    return [f"constraints: {name}" for name, value in constraints.items() if not is_constraint(name, value)]


def is_constraint(name: object, value: object) -> bool:
    kind = CONSTRAINTS.get(name)
    if kind is None or not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        return False
    try:
        return name != "pattern" or bool(re.compile(value))
    except (re.error, OverflowError, RecursionError):
        return False


def unique_key_problems(path: Path, schema: dict, names: list[str]) -> list[Problem]:
    """Returns a finding where uniqueKeys is no list of lists of columns."""
    keys = schema.get("uniqueKeys", [])
    is_right = isinstance(keys, list) and all(
        isinstance(key, list) and key and all(isinstance(column, str) and column in names for column in key)
        for key in keys
    )
    return [] if is_right else [of_file(path, "unique_keys")]


def reference_problems(path: Path, schema: dict, names: list[str]) -> list[Problem]:
    """Returns a finding for each entry of foreignKeys that does not tie one column to one of another table."""
    references = schema.get("foreignKeys", [])
    if not isinstance(references, list):
        return [of_file(path, "reference", number=0)]
    return [
        of_file(path, "reference", number=number)
        for number, reference in enumerate(references, start=1)
        if not is_reference(reference, names)
    ]


def is_reference(reference: object, names: list[str]) -> bool:
    try:
        (column,), (key,) = reference["fields"], reference["reference"]["fields"]
        return column in names and isinstance(key, str) and isinstance(reference["reference"]["resource"], str)
    except (KeyError, TypeError, ValueError):
        return False


@contextmanager
def read_as_written(path: Path) -> Iterator[None]:
    """Around the reading of a file that a command writes: raises LedgerError, naming it, where its form was changed."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise LedgerError([of_file(path, "not_utf8", error.object[: error.start].count(b"\n") + 1)]) from error
    except (ValueError, IndexError, TypeError, RecursionError) as error:
        raise LedgerError([of_file(path, "not_as_written")]) from error


def of_file(path: Path, code: str, line: int = 0, **values: object) -> Problem:
    """Returns a problem of a file that is no table, named by the last two parts of its path."""
    return finding(f"{path.parent.name}/{path.name}", line, "", code, rule="package", **values)
