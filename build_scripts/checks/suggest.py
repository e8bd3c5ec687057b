"""What was probably meant: the nearest id, name or code, a date or a number in its plain form.

Each function returns the values of a finding: `suggestion`, or `suggestion_zh` and `suggestion_en`, or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from build_scripts.reading.extract.figures import find_figures
from build_scripts.reading.extract.folding import fold

if TYPE_CHECKING:
    import pandas as pd

NAMES = (("name", "name_en"), ("title", "title_en"), ("label", "label_en"))  # how the tables name their rows
TIMES = ("", "year", "month", "day", "time")  # classes of units that say when, not how much
MOST, TRIES = 3, 200  # names that fit alike are all shown; beyond so many slips the column itself is wrong
NEAR = 0.6  # difflib's own measure of likeness
LOOSE_DATE = re.compile(r"([0-9]{4})(?:年|[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})日?)?月?)?")
LOOSE_ID = re.compile(r"[^a-z0-9._-]+")
BOOLEANS = {"是": "true", "否": "false", "yes": "true", "no": "false", "1": "true", "0": "false"}

Values = dict[str, str]


def suggest_rows(cells: Collection[str], frame: pd.DataFrame, key: str) -> dict[str, Values]:
    """Returns cell -> the rows of a table that were probably meant, by id or name; a cell without one is absent."""
    if not cells:
        return {}
    zh, en = next((pair for pair in NAMES if pair[0] in frame), (key, key))
    rows = frame[[key, zh, en]].dropna(subset=[key])
    by_word: dict[str, list[str]] = {}
    for row_id, *names in rows.itertuples(index=False, name=None):
        for word in {row_id, *names} - {None}:
            by_word.setdefault(word, []).append(row_id)
    named = {row_id: (zh or "", en or "") for row_id, zh, en in rows.itertuples(index=False, name=None)}
    found = {}
    for cell in sorted(cells)[:TRIES]:
        if word := nearest(cell, by_word):
            meant = list(dict.fromkeys(by_word[word]))[:MOST]
            shown = [" / ".join(f"{row_id} {named[row_id][i]}".strip() for row_id in meant) for i in (0, 1)]
            found[cell] = {"suggestion_zh": shown[0], "suggestion_en": shown[1]}
    return found


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Returns the word itself, or without regard to width and case, or the likest one; None where none is like it."""
    plain = {unicodedata.normalize("NFKC", each).casefold().strip(): each for each in words if each}
    wanted = unicodedata.normalize("NFKC", word).casefold().strip()
    if wanted in plain:
        return plain[wanted]
    return next((plain[match] for match in get_close_matches(wanted, plain, n=1, cutoff=NEAR)), None)


def suggest_words(word: str, words: Iterable[str]) -> Values:
    meant = nearest(word, words)
    return {"suggestion": meant} if meant else {}


def suggest_codes(cell: str, codes: dict[str, dict]) -> Values:
    """Returns the code that was meant, with its label, found by code or label: 拨付 leads to disbursed."""
    words = {word: code for code, label in codes.items() for word in (code, label["zh"], label["en"])}
    if not (word := nearest(cell, words)):
        return {}
    code = words[word]
    return {f"suggestion_{lang}": f"{code} {codes[code][lang]}" for lang in ("zh", "en")}


def suggest_date(cell: str) -> Values:
    """Returns 2017-01-05 for 2017/1/5, 2017.1.5 and 2017年1月5日, 2017 for 2017年, and each end of a span so."""
    parts = [LOOSE_DATE.fullmatch(part.strip()) for part in re.split("[—–~至]", unicodedata.normalize("NFKC", cell))]
    if not all(parts) or len(parts) > 2:
        return {}
    return {"suggestion": "/".join("-".join(f"{int(n):02}" for n in part.groups() if n) for part in parts)}


def suggest_id(cell: str) -> Values:
    meant = LOOSE_ID.sub("-", unicodedata.normalize("NFKC", cell).lower()).strip("-._")
    return {"suggestion": meant} if meant and meant != cell else {}


def suggest_print(sentence: str) -> Values:
    """Returns the figures of a sentence that stands where one figure should: 五千万元; no years, nothing uncounted."""
    figures = [sentence[f.start : f.end] for f in find_figures(fold(sentence)) if f.unit and f.kind not in TIMES]
    return {"suggestion": " / ".join(dict.fromkeys(figures[:MOST]))} if figures else {}


def suggest_plain(cell: str, kind: str) -> Values:
    """Returns a number without separators in the digits 0–9, or true or false, where only one can be meant."""
    text = unicodedata.normalize("NFKC", cell).strip()
    if kind == "boolean":
        meant = BOOLEANS.get(text.lower(), text.lower())
        return {"suggestion": meant} if meant in ("true", "false") else {}
    meant = re.sub("(?<=[0-9])[, _](?=[0-9]{3})", "", text)
    fits = re.fullmatch(r"-?[0-9]+" if kind == "integer" else r"-?[0-9]+(\.[0-9]+)?", meant)
    return {"suggestion": meant} if fits and meant != cell else {}
