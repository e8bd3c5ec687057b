"""Whether descriptor and schemas have the shape that everything else takes for granted, told before it is used."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from build_scripts.ledger.problem import Problem, finding

LIMITS = ("min_rows", "max_rows", "max_bytes")


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
    limits = {key: r[key] for r in (descriptor, *resources) if isinstance(r, dict) for key in LIMITS if key in r}
    return found + [of_file(path, "no_number", name=k) for k, v in limits.items() if not isinstance(v, int)]


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
        lacking = [key for key in ("name", "type") if not isinstance(given.get(key), str)]
        lacking += [] if is_code_list(given.get("codes", {})) else ["codes: {code: {zh, en}}"]
        found += [of_file(path, "field", number=number, lacking=lacking)] if lacking else []
        names.append(given.get("name"))
    key = schema.get("primaryKey")
    if not isinstance(key, list) or not key or not set(key) <= set(names):
        found.append(of_file(path, "no_key"))
    return found + reference_problems(path, schema, names)


def is_code_list(codes: object) -> bool:
    return isinstance(codes, dict) and all(isinstance(c, dict) and {"zh", "en"} <= c.keys() for c in codes.values())


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


def of_file(path: Path, code: str, line: int = 0, **values: object) -> Problem:
    """Returns a problem of a file that is no table, named by the last two parts of its path."""
    return finding(f"{path.parent.name}/{path.name}", line, "", code, rule="package", **values)
