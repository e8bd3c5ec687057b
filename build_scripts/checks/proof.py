"""Proves rows by the documents: the text is the one that was read, and the figure stands at its offset."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from build_scripts.checks.rules.offsets import further_offsets
from build_scripts.ledger.problem import Problem, finding
from build_scripts.ledger.tables import Tables, read_texts, rows_of

DOUBTING = ("figures_agree", "units_agree", "currency")  # rules that hold a row's value against its print
NEAREST = 3  # places shown where a figure is not at its offset


@dataclass(frozen=True)
class Text:
    """The file of a source, and the range of it that is the source's own (code points, end excluded)."""

    content: str
    start: int
    end: int


def proof_problems(
    tables: Tables, folder: Path, doubtful: set[tuple[str, int]]
) -> tuple[list[Problem], dict[str, int]]:
    """Returns the findings, and how many rows of each table with evidence the texts in `folder` prove.

    A row is proved where the text is the one its source names, every offset of the row holds its figure, and
    the row's value is that figure: `doubtful` are the rows (table, line) of the rules in DOUBTING. A text that
    is not in the folder is a warning: its rows stay unproved.
    """
    found, held, _ = held_rows(tables, folder, doubtful)
    counts = Counter(table for table, _ in held)
    return found, {name: counts[name] for name, frame in tables.items() if "start" in frame}


def held_rows(
    tables: Tables, folder: Path, doubtful: set[tuple[str, int]]
) -> tuple[list[Problem], frozenset[tuple[str, int]], frozenset[str]]:
    """Returns the findings, the rows (table, line) that the texts prove, and the sources whose text is there."""
    texts, found = open_texts(tables, folder)
    held = set()
    for table in (name for name, frame in tables.items() if "start" in frame):
        rows = [row for row in rows_of(tables[table]) if row.start is not None and row.source_id in texts]
        for row in rows:
            wrong = row_problems(table, row, texts[row.source_id])
            found += wrong
            if not wrong and (table, row.Index) not in doubtful:
                held.add((table, row.Index))
    return sorted(found), frozenset(held), frozenset(texts)


def open_texts(tables: Tables, folder: Path) -> tuple[dict[str, Text], list[Problem]]:
    """Returns source id -> text of each source read in full whose file is right, and findings on others."""
    sources = {row.source_id: row for row in rows_of(tables["sources"])}
    names = {
        key: own_or_parents(row, sources, "text_name")
        for key, row in sources.items()
        if row.coverage == "full_text"
    }
    contents = read_texts(folder, (name for name in names.values() if name))
    texts, found = {}, []
    for key, name in names.items():
        row, content = sources[key], contents.get(name)
        if problem := text_problem(row, name, content, own_or_parents(row, sources, "text_sha256")):
            found.append(problem)
        else:
            text = content.decode("utf-8", errors="replace")
            texts[key] = Text(text, row.text_start or 0, len(text) if row.text_end is None else row.text_end)
    return texts, found


def own_or_parents(row: object, sources: dict, column: str) -> str | None:
    own = getattr(row, column)
    return own if own is not None else getattr(sources.get(row.parent_source_id), column, None)


def text_problem(
    row: object, name: str | None, content: bytes | None, expected: str | None
) -> Problem | None:
    """Returns why the source's text cannot be used: it is not in the folder (a warning), or another file."""
    if content is None:
        return finding("sources", row.Index, "text_name", "text_missing", rule="proof", level="warning", name=name)
    if (found := sha256(content).hexdigest()) != expected:
        return finding("sources", row.Index, "text_sha256", "other_text", rule="proof", name=name, found=found)
    return None


def row_problems(table: str, row: object, text: Text) -> list[Problem]:
    """Returns one finding for each offset of the row at which its figure does not stand."""
    offsets = [
        ("start", row.start),
        *(("also_at", offset) for offset in further_offsets(getattr(row, "also_at", None))),
    ]
    return [
        not_there(table, row, column, offset, text)
        for column, offset in offsets
        if not holds(text, offset, row.as_printed)
    ]


def holds(text: Text, offset: int, printed: str | None) -> bool:
    end = offset + len(printed or "")
    return bool(printed) and text.start <= offset and end <= text.end and text.content[offset:end] == printed


def not_there(table: str, row: object, column: str, offset: int, text: Text) -> Problem:
    printed = row.as_printed or ""
    places = nearest_places(text, printed, offset)
    values = {
        "source": row.source_id,
        "offset": offset,
        "print": printed,
        "stands": text.content[offset : offset + len(printed)] if offset >= 0 else "",
        "places": places,
    }
    return finding(table, row.Index, column, "not_there" if places else "nowhere", rule="proof", **values)


def nearest_places(text: Text, printed: str, offset: int) -> list[int]:
    """Returns up to NEAREST offsets of the print in the source's own range, the nearest first."""
    if not printed:
        return []
    places = [
        m.start()
        for m in re.finditer(f"(?={re.escape(printed)})", text.content[: text.end])
        if m.start() >= text.start
    ]
    return sorted(places, key=lambda place: abs(place - offset))[:NEAREST]
