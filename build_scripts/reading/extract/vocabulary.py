"""The words of the field, from the YAML files of reading/vocabulary and from the ledger's own tables.

A maintainer extends a rule by a line of data; no word of the field stands in the code. `without` leaves out
what came from one source, so that a bench can read a document as if the ledger had never seen it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from build_scripts.ledger.package import open_package, read_yaml
from build_scripts.ledger.tables import read_tables
from build_scripts.reading.extract.folding import fold

FOLDER = Path(__file__).parents[1] / "vocabulary"
LEVELS = {"village": 5, "township": 4, "county": 3, "zone": 3, "prefecture": 2, "province": 1}
KINDS = "特别行政区|自治区|省|市|区|县|州|盟|旗|地区|镇|乡|街道|村|社区"
TOO_SHORT = 2
ENGLISH_KIND = re.compile(
    r" (?:(?:[A-Z][a-z]+,? )*(?:and [A-Z][a-z]+ )?Autonomous )?"
    r"(?:Province|City|County|District|Prefecture|Banner|Region|Town|Township|Village|Municipality)$"
)
SHORTEST_ENGLISH = 4


@dataclass(frozen=True)
class Place:
    """A place of the ledger: its id, its names in Simplified (the full one first), level and parent."""

    place_id: str
    names: tuple[str, ...]
    level: int  # 1 province … 5 village; 0 for anything else
    parent_id: str


@dataclass(frozen=True)
class Vocabulary:
    """What the ledger knows without one source: places, pairings, named things, and what it measured before."""

    places: dict[str, Place]
    ends: dict[str, tuple[str, str, str]]  # pairing -> provider, recipient, programme
    projects: dict[str, tuple[tuple[str, ...], str, str]]  # project -> its names in Simplified, pairing, place
    units: dict[str, str]  # measure -> unit
    aggregation: dict[str, str]  # measure -> sum, latest or none
    basis: dict[str, str]  # measure -> the basis most of its rows have
    new_places: frozenset[str]  # of `places`, those the ledger lacks: known by their code alone
    source: dict[str, str]  # the row of the document under --source; empty where none is named


@cache
def words(name: str) -> dict:
    """Returns one file of reading/vocabulary as plain values."""
    return read_yaml(FOLDER / f"{name}.yaml")


@cache
def suffix() -> re.Pattern:
    """Returns what a short name lacks: 县 of 武定县, 布依族苗族自治县 of 关岭布依族苗族自治县."""
    peoples = "|".join(sorted(words("subjects")["peoples"], key=len, reverse=True))
    return re.compile(rf"(?:(?:(?:{peoples})族?)*(?:各族)?自治[县州区旗]|(?:(?:{peoples})族)+[乡镇]|{KINDS})$")


@cache
def alternatives(name: str) -> dict[str, re.Pattern]:
    """Returns a file of `key: [words]` as one pattern a key, longer words first; a word may be a pattern."""
    return {
        key: re.compile("|".join(sorted(listed, key=len, reverse=True)), re.I) for key, listed in words(name).items()
    }


def read_vocabulary(root: Path, source_id: str | None = None, without: frozenset[str] = frozenset()) -> Vocabulary:
    """Returns the vocabulary of the ledger below `root`, nothing of it from the sources in `without`."""
    if not (root / "datapackage.yaml").is_file():
        return Vocabulary({}, {}, {}, {}, {}, {}, frozenset(), {})
    package = open_package(root)
    frames = read_tables(package)
    tables = {
        name: frames[name].astype(object).where(lambda frame: frame.notna(), "").to_dict("records")
        for name in ("places", "pairings", "projects", "measures", "observations", "sources")
    }
    kept = {name: [r for r in rows if r.get("source_id") not in without] for name, rows in tables.items()}
    places = [r for r in tables["places"] if not (without and r["place_id"].startswith("x-"))]
    known = {r["place_id"] for r in places}
    new = {code: found for code, found in coded_places().items() if code not in known}
    return Vocabulary(
        places=new | {r["place_id"]: place(r) for r in places},
        ends={
            r["pairing_id"]: (r["provider_place_id"], r["recipient_place_id"], r["programme"]) for r in kept["pairings"]
        },
        projects={r["project_id"]: (project_names(r), r["pairing_id"], r["place_id"]) for r in kept["projects"]},
        units={r["measure_id"]: r["unit"] for r in tables["measures"]},
        aggregation={r["measure_id"]: r["aggregation"] for r in tables["measures"]},
        basis=usual_basis(kept["observations"]),
        new_places=frozenset(new),
        source=next((r for r in tables["sources"] if r["source_id"] == source_id), {}),
    )


@cache
def coded_places() -> dict[str, Place]:
    """Returns the cities and counties that have a code of the National Bureau of Statistics."""
    return {code: coded_place(code, name) for code, name in words("nbs_codes").items()}


def coded_place(code: str, name: str) -> Place:
    """Returns a place known by its code: its full name, and 县 for 某族自治县; its short name is no sure sign of it."""
    names = (name, suffix().sub("", name) + name[-1]) if "自治" in name else (name,)
    level, parent = (2, f"{code[:2]}0000") if code.endswith("00") else (3, f"{code[:4]}00")
    return Place(code, names, level, parent)


def place(row: dict) -> Place:
    """Returns a place with its full name, its short one (武定 of 武定县) and its aliases."""
    full = fold(row["name"])
    aliases = [fold(alias.partition("@")[0]) for alias in str(row["aliases"]).split(";") if alias]
    short = suffix().sub("", full)
    english = row["name_en"].partition(" (")[0]
    brief = ENGLISH_KIND.sub("", english)
    common = f"{short}{full[-1]}" if "自治" in full and len(short) >= TOO_SHORT else full
    names = dict.fromkeys([full, common, *aliases, *([short] if len(short) >= TOO_SHORT else []), english])
    names |= dict.fromkeys([brief] if len(brief) >= SHORTEST_ENGLISH else [])
    return Place(row["place_id"], tuple(names), LEVELS.get(row["level"], 0), row["parent_id"])


def project_names(row: dict) -> tuple[str, ...]:
    """Returns the names of a project long enough to be told from other words."""
    names = (fold(str(row[column])) for column in ("title", "as_printed"))
    return tuple(dict.fromkeys(name for name in names if len(name) >= 5))


def usual_basis(rows: list[dict]) -> dict[str, str]:
    counts: dict[str, Counter] = {}
    for row in rows:
        counts.setdefault(row["measure_id"], Counter())[row["basis"]] += 1
    return {measure: counted.most_common(1)[0][0] for measure, counted in counts.items()}
