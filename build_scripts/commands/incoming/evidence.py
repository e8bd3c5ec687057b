"""With the text at hand: the checksum of its source, and section and offset of every new row's print."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from build_scripts.commands.incoming.remarks import Remark, asked, mended
from build_scripts.commands.locate import LocateError, evidence_at, part_of_text, sources_of_text
from build_scripts.reading.occurrences import context, find_places, near_misses

MOST_SHOWN = 6  # places of a figure that are shown


@dataclass(frozen=True)
class Text:
    """A source text as read: its file name, its words, its checksum."""

    name: str
    words: str
    sha256: str


def read_text(name: str, content: bytes) -> Text:
    """Returns the text; raises UnicodeDecodeError where it is not UTF-8, in which alone offsets are counted."""
    return Text(name, content.decode("utf-8"), hashlib.sha256(content).hexdigest())


def source_cells(text: Text, row: dict[str, str]) -> dict[str, str]:
    """Returns the cells of a new source that the text fills."""
    cells = {"text_name": text.name, "text_sha256": text.sha256, "coverage": "full_text"}
    return {column: cell for column, cell in cells.items() if not row.get(column)}


def evidence_cells(text: Text, sources: list[dict], row: dict[str, str], line: int) -> tuple[dict, list[Remark]]:
    """Returns section and offset of the print of a row, or what is asked where it stands in several places or none."""
    printed = row.get("as_printed", "")
    if row.get("start") or not printed:
        return {}, []
    known = [typed(source) for source in sources]
    if row.get("source_id") not in {each["source_id"] for each in sources_of_text(known, text.name)}:
        return {}, []
    try:
        part = part_of_text(known, text.name, row["source_id"], len(text.words))
    except LocateError:
        return {}, []
    places = find_places(text.words, printed, part)
    if len(places) == 1:
        begins = [each["text_start"] or 0 for each in sources_of_text(known, text.name)]
        found = evidence_at(text.words, places, begins)
        cells = {column: cell for column, cell in found.items() if cell and not row.get(column)}
        return cells, [mended("located", line, "start", start=found["start"], section=found["section"] or "—")]
    return {}, [not_one(text, printed, part, places, line)]


def not_one(text: Text, printed: str, part, places: list[int], line: int) -> Remark:
    """Returns the question which of several places is meant, or what the text prints instead."""
    if places:
        shown = [f"{at} {context(text.words, at, len(printed))}" for at in places[:MOST_SHOWN]]
        return asked("several_places", line, "start", n=str(len(places)), places="; ".join(shown))
    misses = near_misses(text.words, printed, part)[:MOST_SHOWN]
    shown = [f"{at} {context(text.words, at, len(found))}" for at, found in misses]
    return asked("not_in_text", line, "as_printed", print=printed, misses="; ".join(shown) or "—")


def typed(source: dict[str, str]) -> dict:
    """Returns a row of sources with its range as numbers, as `locate` reads it."""
    numbers = {c: int(source[c]) if source.get(c) else None for c in ("text_start", "text_end")}
    return {**source, "text_name": source.get("text_name") or None, **numbers}
