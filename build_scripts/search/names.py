"""The list of names that answers while a reader types: every record's names and what a result shows.

Columns of lines pack better than rows of objects: about 40 bytes a record after gzip. A long list is cut into
files of about 30 KB; the browser asks for the first at once, and for the others as results stand in them.
"""

from __future__ import annotations

import json
from itertools import accumulate

from build_scripts.labels.spelling import fold, simplified, syllables_of

Record = dict
KINDS_FIRST = (
    "home",
    "place",
    "pairing",
    "project",
    "list",
    "funds",
    "measure",
)  # the rest follows, sources at the end
KINDS_LAST = ("source",)
CHARACTERS_A_FILE = 80_000  # about 30 KB after gzip; the first file also has the tables
COLUMNS = ("kind", "url", "title", "other", "names", "place", "year", "amount")


def names_files(lang: str, records: list[Record]) -> dict[str, bytes]:
    """Returns names.<lang>.js, names.<lang>.2.js …; the first also holds the tables of readings."""
    rows = [row_of(record) for record in sorted(records, key=rank_of_kind)]
    parts = cut(rows)
    tables = reading_tables(records)
    starts = [0, *accumulate(len(part) for part in parts)][: len(parts)]
    return {
        f"names.{lang}{suffix(number)}.js": script(
            {**columns(part), **(tables if number == 1 else {}), "starts": starts, "start": start}
        )
        for number, (part, start) in enumerate(zip(parts, starts, strict=True), 1)
    }


def cut(rows: list[dict[str, str]]) -> list[list[dict[str, str]]]:
    """Returns the rows in order, file by file; one empty file where there are none."""
    parts: list[list[dict[str, str]]] = [[]]
    size = 0
    for row in rows:
        width = sum(len(value) + 1 for value in row.values())
        if parts[-1] and size + width > CHARACTERS_A_FILE:
            parts.append([])
            size = 0
        parts[-1].append(row)
        size += width
    return parts


def suffix(number: int) -> str:
    return "" if number == 1 else f".{number}"


def script(data: dict) -> bytes:
    """Returns a script that hands over the data: a page opened by file:// may run scripts, but not fetch."""
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"LedgerSearch.addNames({packed});\n".encode()


def rank_of_kind(record: Record) -> int:
    kind = record["kind"]
    if kind in KINDS_LAST:
        return len(KINDS_FIRST) + 1
    return KINDS_FIRST.index(kind) if kind in KINDS_FIRST else len(KINDS_FIRST)


def names_of(record: Record) -> list[str]:
    """Returns every name of a record, each once: its title in both languages, further names."""
    return list(
        dict.fromkeys(filter(None, (record["title"], record["title_other"], *record.get("names", ()))))
    )


def row_of(record: Record) -> dict[str, str]:
    """Returns a record's line in each column. Further names are those that neither title already contains."""
    titles = fold(f"{record['title']} {record['title_other'] or ''}")
    names = dict.fromkeys(name for name in record.get("names", ()) if name and fold(name) not in titles)
    shown = {column: record.get("meta", {}).get(column) or "" for column in ("place", "year", "amount")}
    row = {
        "kind": record["kind"],
        "url": record["url"],
        "title": record["title"],
        "other": record["title_other"] or "",
    }
    return {**row, "names": "\t".join(names), **shown}


def columns(rows: list[dict[str, str]]) -> dict[str, str]:
    return {column: "\n".join(row[column].replace("\n", " ") for row in rows) for column in COLUMNS}


def reading_tables(records: list[Record]) -> dict:
    """Returns `script`, Traditional and Simplified characters, and `pinyin`, syllable -> characters.

    `script` covers every character of the records, `pinyin` those of their names.
    """
    names = {name for record in records for name in names_of(record)}
    used = set().union(*names, *(record["text"] for record in records))
    used |= {simplified().get(ord(character), "") for character in used}
    pairs = [(chr(old), new) for old, new in simplified().items() if new in used]
    return {
        "script": ["".join(side) for side in zip(*pairs, strict=True)] or ["", ""],
        "pinyin": syllables_of(names),
    }
