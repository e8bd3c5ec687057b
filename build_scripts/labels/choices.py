"""What a cell that points at a row or holds a code may be chosen from: “到位 received”, “甲县 → 乙县 ew1-jia-yi”.

The name stands first, so that typing finds it; the key stands last, so that it is read back without guessing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from build_scripts.labels.spelling import fold
from build_scripts.ledger.package import Package

Rows = list[dict[str, object]]
ARROW = " → "
ARROWS = re.compile("[-=—–－]+>?|→")
LOGICAL = {"true": {"zh": "是", "en": "yes"}, "false": {"zh": "否", "en": "no"}}


@dataclass(frozen=True)
class Choice:
    """One thing to choose: its key, its name in both languages, and whatever else it goes by."""

    key: str
    names: dict[str, str]
    others: tuple[str, ...] = ()

    def shown(self, lang: str) -> str:
        return f"{self.names[lang]} {self.key}"

    def called(self) -> set[str]:
        """Returns everything a person may call it, key and whole choice among them."""
        return {self.key, *self.names.values(), *self.others, *(self.shown(lang) for lang in self.names)}


def target_of(schema: dict, table: str, column: str) -> str:
    """Returns the table that a column points at; '' where it points at none."""
    for key in schema.get("foreignKeys", []):
        if key["fields"] == [column]:
            return key["reference"]["resource"] or table
    return "places" if column == "parent_id" else ""


def code_choices(field: dict) -> list[Choice]:
    """Returns the choices of a column with a code list, or of one that is true or false; nothing of any other."""
    codes = field.get("codes") or (LOGICAL if field["type"] == "boolean" else {})
    return [Choice(code, dict(words)) for code, words in codes.items()]


def row_choices(package: Package, tables: dict[str, pd.DataFrame], table: str) -> list[Choice]:
    """Returns the rows of a table as choices, in the order of the file."""
    key, rows = package.schemas[table]["primaryKey"][0], records(tables[table])
    if table == "places":
        return place_choices(rows)
    if table == "pairings":
        ends = named(records(tables["places"])), named(records(tables["organisations"]), "org_id")
        return pairing_choices(rows, *ends)
    if table == "measures":
        units = package.codes("measures", "unit")
        return [Choice(r[key], with_unit(r, units), (r["title"], r["title_en"] or r["title"])) for r in rows]
    return [Choice(row[key], names_of(row), short_form(row)) for row in rows if row[key]]


def records(frame: pd.DataFrame) -> Rows:
    return frame.to_dict("records")


def names_of(row: dict) -> dict[str, str]:
    """Returns title, name or label of a row in both languages, its as_printed where it has none of them."""
    column = next((c for c in ("title", "name", "label") if row.get(c)), "as_printed")
    chinese = str(row.get(column) or row.get("statement") or "")
    return {"zh": chinese, "en": str(row.get(f"{column}_en") or chinese)}


def short_form(row: dict) -> tuple[str, ...]:
    return tuple(str(row[column]) for column in ("as_printed", "url") if row.get(column))


def with_unit(row: dict, units: dict[str, dict]) -> dict[str, str]:
    names, unit = names_of(row), units.get(row["unit"]) or {"zh": "", "en": ""}
    return {"zh": f"{names['zh']}（{unit['zh']}）", "en": f"{names['en']} ({unit['en']})"}


def named(rows: Rows, key: str = "place_id") -> dict[str, dict[str, str]]:
    return {row[key]: names_of(row) for row in rows}


def place_choices(rows: Rows) -> list[Choice]:
    """Returns the places, each after the places above it; its name alone and its aliases find it too."""
    by_key, choices = {row["place_id"]: row for row in rows}, []
    for row in rows:
        line = [names_of(each) for each in chain(row, by_key)]
        aliases = [alias.partition("@")[0] for alias in (row["aliases"] or "").split(";") if alias]
        own, full = names_of(row), "".join(names["zh"] for names in line)
        names = {"zh": " ".join(n["zh"] for n in line), "en": ", ".join(n["en"] for n in reversed(line))}
        choices.append(Choice(row["place_id"], names, (*own.values(), full, *aliases)))
    return choices


def chain(row: dict, by_key: dict[str, dict]) -> list[dict]:
    """Returns a place after those above it, the province first; countries and groups are left out."""
    line, seen = [row], {row["place_id"]}
    while (above := by_key.get(line[0]["parent_id"])) and above["place_id"] not in seen:
        if above["level"] in ("country", "group"):
            break
        seen.add(above["place_id"])
        line.insert(0, above)
    return line


def pairing_choices(rows: Rows, places: dict, organisations: dict) -> list[Choice]:
    def end(row: dict, side: str, lang: str) -> str:
        names = organisations.get(row[f"{side}_org_id"]) or places.get(row[f"{side}_place_id"])
        return names[lang] if names else "?"

    def name(row: dict, lang: str) -> str:
        return ARROW.join(end(row, side, lang) for side in ("provider", "recipient"))

    return [Choice(row["pairing_id"], {lang: name(row, lang) for lang in ("zh", "en")}) for row in rows]


def finder(choices: Iterable[Choice]) -> dict[str, list[Choice]]:
    """Returns what a person may write, folded -> the choices it may mean."""
    found: dict[str, list[Choice]] = {}
    for choice in choices:
        for name in {folded(name) for name in choice.called()} - {""}:
            found.setdefault(name, []).append(choice)
    return found


def folded(name: str) -> str:
    """Returns a name as it is compared: Simplified, without spaces, in small letters, every arrow and dash alike."""
    return ARROWS.sub("→", "".join(fold(name).split()))
