"""Which places of the ledger a document names, where, and what it calls them for short.

A short name (高淳 of 高淳区) counts only where the document makes the place likely: its full name stands there
too, or the place above it. A redaction (xx县, **区) is no name and is never resolved.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from build_scripts.reading.extract.vocabulary import Place, Vocabulary, words

ALIAS = 3  # characters: a shorter name may be a word of the text
NOT_BEFORE = r"(?<![xX×*])"
HIDDEN = "[XxＸ×*□■○●▇█_…〇△]"
REDACTED = re.compile(
    rf"(?:{HIDDEN}{{1,6}}|某{{1,2}}|(?![扶向与和在到对为给由及的于往入赴至从使])[\u4e00-\u9fff]{HIDDEN}(?!{HIDDEN})|(?<![A-Za-z0-9])[A-Z])"
    rf"(?:自治)?(?:省|市|州|县|区|旗|镇|乡|村)(?:[xX×*]{{2,}})?"
)


@dataclass(frozen=True)
class Mention:
    """A place named in the text."""

    start: int
    end: int
    place_id: str


def mentions(folded: str, known: Vocabulary, title: str = "") -> list[Mention]:
    """Returns all places that a document names, in order; one name at one place, the longest."""
    whole = f"{title}\n{folded}"
    full = by_name(p for p in known.places.values() if p.level and is_named(p, whole))
    sure = {p.place_id for listed in full.values() for p in listed} | of_province_names(known, whole)
    partners = {end for ends in known.ends.values() if sure & set(ends[:2]) for end in ends[:2]}
    likely = [p for p in known.places.values() if p.level and is_likely(p, sure, partners, known, whole)]
    names = by_name(likely)
    if not names:
        return []
    listed = "|".join(sorted(map(bounded, names), key=len, reverse=True))
    pattern = re.compile(f"{NOT_BEFORE}(?:{listed})")
    found = [Mention(m.start(), m.end(), "") for m in pattern.finditer(folded)]
    counts = Counter(place.place_id for m in found for place in names[folded[m.start : m.end]][:1])
    chosen = [(m, chosen_place(names[folded[m.start : m.end]], counts, known, sure)) for m in found]
    return [Mention(m.start, m.end, place.place_id) for m, place in chosen]


def bounded(name: str) -> str:
    """Returns a name as a pattern; an English one must be a word of its own."""
    return rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)


def is_named(place: Place, whole: str) -> bool:
    """True where a text names a place in full, by an alias of three characters, or by its English name."""
    long = [name for name in place.names if len(name) >= ALIAS or name == place.names[0]]
    return any(
        name in whole and (not name.isascii() or re.search(bounded(name), whole))
        for name in long
        if place.level < 4 or name == place.names[0]
    )


def by_name(places) -> dict[str, list[Place]]:
    named: dict[str, list[Place]] = {}
    for place in places:
        for name in place.names:
            named.setdefault(name, []).append(place)
    return named


def of_province_names(known: Vocabulary, whole: str) -> set[str]:
    """Returns provinces and prefectures named without 省 or 市: 云南, 衢州."""
    return {
        p.place_id
        for p in known.places.values()
        if p.level in (1, 2) and any(n in whole for n in p.names if len(n) > 1)
    }


def is_likely(place: Place, sure: set[str], partners: set[str], known: Vocabulary, whole: str) -> bool:
    """True where a place may be meant by its short name: it, one above it or its partner is named in full."""
    if place.level >= 4:
        return (
            place.names[0] in whole
            and bool(ancestors(place, known) & sure)
            or any(name in whole for name in place.names[1:])
            and place.parent_id in sure
            and place.level == 4
        )
    return place.place_id in sure or (place.level == 3 and place.place_id in partners)


def ancestors(place: Place, known: Vocabulary) -> set[str]:
    above: set[str] = set()
    while place.parent_id in known.places and place.parent_id not in above:
        above.add(place.parent_id)
        place = known.places[place.parent_id]
    return above


def chosen_place(listed: list[Place], counts: Counter, known: Vocabulary, sure: set[str]) -> Place:
    """Returns the place meant by a name that several bear: the one with a place above it in the document."""
    return max(
        listed, key=lambda p: (len(ancestors(p, known) & sure), p.place_id in sure, counts[p.place_id], -p.level)
    )


def province_of(place_id: str, known: Vocabulary) -> str:
    place = known.places.get(place_id)
    while place and place.level != 1 and place.parent_id in known.places:
        place = known.places[place.parent_id]
    return place.place_id if place else ""


def abbreviated_pairs(folded: str, known: Vocabulary) -> list[tuple[int, int, str, str]]:
    """Returns (start, end, one province, the other) for 苏陕, 沪滇, 闽宁 before a word of cooperation."""
    short, after = words("subjects")["abbreviations"], "|".join(words("subjects")["together"])
    chars = "".join(short)
    pattern = re.compile(rf"(?<![\u4e00-\u9fff])?([{chars}])([{chars}])(?=[”\"]?(?:{after}))")
    pairs = [(m.start(), m.end(), short[m[1]], short[m[2]]) for m in pattern.finditer(folded) if m[1] != m[2]]
    ends = {frozenset(e[:2]) for e in known.ends.values()}
    return [pair for pair in pairs if frozenset(pair[2:]) in ends or not ends]
