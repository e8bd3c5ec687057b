"""`data/events.ics`: every dated visit, meeting and agreement (iCalendar, RFC 5545).

An event of which only the month or year is printed fills it, and says so. None marks the reader as busy.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from build_scripts.exports.atom import in_both
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.labels import LANGUAGES, word
from build_scripts.views.periods import span_of

PRECISIONS = {10: "day", 7: "month", 4: "year"}  # by the characters of a date
ICALENDAR = "text/calendar"
LINE = 75  # octets a line may have


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the calendar."""
    yield Download(
        "data/events.ics",
        calendar(edition),
        ICALENDAR,
        in_languages("exports.file_titles.events"),
        in_languages("pages.data.files.events"),
    )


def calendar(edition: Edition) -> bytes:
    """Returns the calendar; an event without a date is left to the table."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pairing Ledger//events//EN", "CALSCALE:GREGORIAN",
             f"X-WR-CALNAME:{quoted(' / '.join(word(lang, 'exports.calendar') for lang in LANGUAGES))}"]  # fmt: skip
    for row in edition.views.tables["events"].to_dict("records"):
        if row["date"]:
            lines += event_lines(row, edition.address, edition.modified)
    folded = [part for line in [*lines, "END:VCALENDAR"] for part in fold(line)]
    return ("\r\n".join(folded) + "\r\n").encode()


def event_lines(row: dict, address: str, modified: str) -> list[str]:
    """Returns one event; its end is the day after its last, as the format wants it."""
    first, last = span_of(row["date"])
    end = date.fromisoformat(last) + timedelta(days=1)
    precision = PRECISIONS[min(map(len, row["date"].split("/")))]
    said = "" if precision == "day" else f" ({in_both(f'exports.precision.{precision}')})"
    page = f"pairings/{row['pairing_id']}.html" if row["pairing_id"] else f"sources/{row['source_id']}.html"
    return [
        "BEGIN:VEVENT", f"UID:{row['event_id']}@{urlsplit(address).hostname}",
        f"DTSTAMP:{compact(modified)}T000000Z", f"DTSTART;VALUE=DATE:{compact(first)}",
        f"DTEND;VALUE=DATE:{compact(end.isoformat())}",
        f"SUMMARY:{quoted(row['title'] + ' / ' + row['title_en'] + said)}", "TRANSP:TRANSPARENT",
        f"URL:{address}{page}", "END:VEVENT",
    ]  # fmt: skip


def compact(day: str) -> str:
    return day.replace("-", "")


def quoted(text: str) -> str:
    """Returns text with the characters that mean something in a value escaped."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def fold(line: str) -> Iterator[str]:
    """Yields the line in pieces of at most 75 octets, each further one behind a space; no character is cut."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
