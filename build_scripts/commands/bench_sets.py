"""The two sets of documents that bench-extract reads: the ledger's full texts, and the corpus of invented reports."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.reading.extract.vocabulary import Vocabulary, read_vocabulary
from build_scripts.reading.figures import UnreadableFigure, read_figure

IDS = ("pairing_id", "place_id", "project_id")
TABLES = ("sources", "funds", "observations", "projects", "places", "pairings", "organisations")


@dataclass(frozen=True)
class Document:
    """A text to read and the rows a person made of it, as dictionaries with the keys of a draft."""

    name: str
    text: str
    title: str
    start: int
    end: int
    rows: tuple[dict, ...]
    known: Vocabulary
    also_at: frozenset[int]  # offsets at which a row repeats itself
    names: dict[str, str]  # id that the vocabulary lacks -> its names
    bundles: dict[str, str]  # bundle of projects that the reader made -> its pairing or place


def ledger_documents(root: Path, folder: Path) -> list[Document]:
    """Returns the documents of the ledger whose text lies in `folder` and which have rows with a `start`."""
    package = open_package(root)
    tables = {name: records(package, name) for name in TABLES}
    sources = {row["source_id"]: row for row in tables["sources"]}
    by_source: dict[str, list[dict]] = {}
    for table in ("funds", "observations"):
        for row in tables[table]:
            if row["start"] != "":
                by_source.setdefault(row["source_id"], []).append(row | {"table": table})
    return [
        ledger_document(root, folder / text_name(sources, source), sources[source], rows, tables)
        for source, rows in sorted(by_source.items())
        if (folder / text_name(sources, source)).is_file()
    ]


def records(package: Package, table: str) -> list[dict]:
    frame = read_tables(package)[table].astype(object)
    return frame.where(frame.notna(), "").to_dict("records")


def text_name(sources: dict[str, dict], source: str) -> str:
    row = sources[source]
    return row["text_name"] or sources[row["parent_source_id"]]["text_name"]


def ledger_document(root: Path, path: Path, source: dict, rows: list[dict], tables: dict[str, list[dict]]) -> Document:
    """Returns one document of the ledger, its vocabulary without what the ledger took from it."""
    source_id = source["source_id"]
    starts = {row[f"{row['table'][:-1]}_id"]: int(row["start"]) for row in rows}
    text = path.read_bytes().decode("utf-8")
    return Document(
        name=source_id,
        text=text,
        title=source["title"],
        start=int(source["text_start"] or 0),
        end=int(source["text_end"] or len(text)),
        rows=tuple(ledger_row(row, starts, tables) for row in rows),
        known=read_vocabulary(root, source_id, frozenset({source_id})),
        also_at=frozenset(int(at) for row in rows for at in row["also_at"].split()),
        names=lost_names(source_id, tables),
        bundles={
            row["project_id"]: row["pairing_id"] or row["place_id"]
            for row in tables["projects"]
            if row["is_umbrella"] is True or row["is_umbrella"] == "true"
        },
    )


def ledger_row(row: dict, starts: dict[str, int], tables: dict[str, list[dict]]) -> dict:
    """Returns a row of funds or observations with the keys of a draft; the unit is that of its print."""
    value = row["amount"] if row["table"] == "funds" else row["value"]
    org = next((o["name"] for o in tables["organisations"] if o["org_id"] == row.get("org_id", "")), "")
    return {
        **{key: row.get(key, "") for key in ("as_printed", "qualifier", "table", "measure_id", "fund_source", "stage")},
        **{key: row[key] for key in ("basis", "period", *IDS)},
        "start": int(row["start"]),
        "value": str(value),
        "unit": printed_unit(row),
        "subject": org,
        "part_of": starts.get(row["part_of"]),
        "leave_out": "",
    }


def printed_unit(row: dict) -> str | None:
    """Returns the unit a row prints; None where it prints none (1800万)."""
    try:
        return read_figure(row["as_printed"]).unit or None
    except UnreadableFigure:
        return None


def lost_names(source_id: str, tables: dict[str, list[dict]]) -> dict[str, str]:
    """Returns what the vocabulary lacks without a source: id -> names by which a draft may know it."""
    places = {row["place_id"]: row["name"] for row in tables["places"]}
    ends = {
        row["pairing_id"]: places.get(row["provider_place_id"], "") + places.get(row["recipient_place_id"], "")
        for row in tables["pairings"]
        if row["source_id"] == source_id
    }
    projects = {
        r["project_id"]: r["title"] + r["as_printed"] for r in tables["projects"] if r["source_id"] == source_id
    }
    return ends | projects | {key: name for key, name in places.items() if key.startswith("x-")}


def corpus_documents(root: Path, folder: Path) -> list[Document]:
    """Returns the documents NAME.txt of a folder that have rows NAME.csv."""
    known = read_vocabulary(root)
    texts = [path for path in sorted(folder.glob("*.txt")) if path.with_suffix(".csv").is_file()]
    return [corpus_document(path, known) for path in texts]


def corpus_document(path: Path, known: Vocabulary) -> Document:
    text = path.read_bytes().decode("utf-8")
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = tuple(corpus_row(row) for row in csv.DictReader(file))
    return Document(path.stem, text, "", 0, len(text), rows, known, frozenset(), {}, {})


def corpus_row(row: dict[str, str]) -> dict:
    cells = {key: (cell or "").strip() for key, cell in row.items() if key}
    part_of = cells.get("part_of", "")
    return cells | {"start": int(cells["start"]), "part_of": int(part_of) if part_of else None}
