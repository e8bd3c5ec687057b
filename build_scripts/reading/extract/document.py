"""A document as a whole: who acts in it, its dates, its headings, paragraphs and sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from build_scripts.reading.extract.basis import report_basis
from build_scripts.reading.extract.cast import Cast, cast_of
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.headings import Heading, governing, headings
from build_scripts.reading.extract.people import name_spans
from build_scripts.reading.extract.periods import Calendar, Setting, calendar
from build_scripts.reading.extract.report_year import commonest_year
from build_scripts.reading.extract.vocabulary import Vocabulary
from build_scripts.reading.sections import MARKER, enter, label, markers

PARAGRAPH = re.compile(
    r"\n\s*|(?<=[。;；])(?=[一二三四五六七八九十]是|[0-9]{1,2}[、.]|\([一二三四五六七八九十]\))|(?:^|(?<=。))[一二三四五六七八九十]、"
)
FULL_STOP = re.compile(r"[。!！?？]|\.(?=\s+[A-Z])|\n")


@dataclass(frozen=True)
class Document:
    """A text with what was found out about the whole of it."""

    raw: str
    offsets: list[int]  # of each character of `folded` in `raw`
    folded: str
    known: Vocabulary
    cast: Cast
    calendar: Calendar
    usual_basis: str
    sections: list[tuple[int, str]]
    paragraphs: list[int]
    sentences: list[int]  # where 。-sentences begin; a semicolon begins none
    headings: tuple[Heading, ...]
    names: frozenset[str]  # of natural persons


def read_document(
    raw: str, offsets: list[int], body: str, known: Vocabulary, title: str, sections: list[tuple[int, str]]
) -> Document:
    """Returns what is true of the whole text: who acts in it, its dates, its year, its sections."""
    dates = calendar(body, title, str(known.source.get("published", "")))
    cast = cast_of(body, title, known, dates.year[-4:] or commonest_year(body))
    paragraphs = [0, *(match.end() for match in PARAGRAPH.finditer(body))]
    full = [0, *(match.end() for match in FULL_STOP.finditer(body))]
    usual = report_basis(body, title, dates.year)
    names = frozenset(body[first:last] for first, last in name_spans(body))
    return Document(raw, offsets, body, known, cast, dates, usual, sections, paragraphs, full, headings(body), names)


def heading(body: str) -> str:
    """Returns the first lines of a text up to 120 characters, of those that are no sentence."""
    lines = [line.strip() for line in body[:600].splitlines() if line.strip()]
    return " ".join(line for line in lines[:4] if len(line) < (160 if line.isascii() else 60))[:200]


def markers_of(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Returns (offset in the body, section) of every numbered heading."""
    starts = [match.start(match.lastgroup) for match in MARKER.finditer(text, start, end)]
    result, open_lists = [], []
    for marker, at in zip(markers(text, start, end), starts, strict=True):
        open_lists = enter(open_lists, marker)
        result.append((at - start, ".".join(label(m, depth) for depth, m in enumerate(open_lists))))
    return result


def section_of(at: int, document: Document) -> str:
    place = bisect_right([start for start, _ in document.sections], document.offsets[at])
    return document.sections[place - 1][1] if place else ""


def setting_of(row: Context, document: Document) -> Setting:
    paragraph = document.paragraphs[bisect_right(document.paragraphs, row.sentence_start) - 1]
    sentence = document.sentences[bisect_right(document.sentences, row.found.start) - 1]
    return Setting(paragraph, max(paragraph, sentence), tuple(governing(document.headings, row.found.start)))
