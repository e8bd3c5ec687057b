"""Who acts in a document: the pairings it speaks of, its own place, and names it hides."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from build_scripts.reading.extract.places import (
    REDACTED,
    Mention,
    abbreviated_pairs,
    mentions,
    province_of,
)
from build_scripts.reading.extract.vocabulary import Vocabulary, words

TURN = "2021"  # the round of 2016 to 2020 ends, the next begins
HELPS = re.compile(r"(?:东西部|对口)?(?:扶贫协作)?(?:帮扶|支援|援建|协作帮扶)")
INITIALS = 30.0  # a pairing named by initials in the opening is the main one
LEAST = 3.0  # below it two places stand in one text by chance
NEAR = 14  # characters between a place and the verb of help
LOCAL = 4  # towns and villages
RARE = 400
OPENING = 400  # characters in which a report says of which village it is
VILLAGE = re.compile(r"([^个各全本我该每贫困\W]{2,3}(?:村|社区|镇|乡))(?!庄|镇|振兴|企|级|民|入户)")
OPENS_WITH_VILLAGE = re.compile(r"(?:^|[\n。])\s*([^个各全本我该每走进驻\W]{2,3}村)(?=位于|在|距|地处|辖|有)")
OWN_VILLAGE = re.compile("我村|全村|本村|村里|村集体|我镇|全镇")
HELPED = ("县", "旗", "村")  # a hidden helper is a 区 or a 市
OFTEN = 3  # a redaction printed as often is the document's way of naming its own place


@dataclass(frozen=True)
class Pair:
    """A pairing that a document speaks of: both ends, its id in the ledger or ""; and how much it speaks of it."""

    provider: str
    recipient: str
    pairing_id: str
    weight: float


@dataclass(frozen=True)
class Cast:
    """Who acts in a document: every mention, the pairings it speaks of (the main one first), its own place."""

    mentions: tuple[Mention, ...]
    pairs: tuple[Pair, ...]
    own: str  # the place that says 我县 or 全村
    redacted: str  # how the text prints its own place where the name is hidden, or not in the ledger
    about_pairing: bool = (
        True  # of a report on cooperation; another speaks of its own place unless a sentence says more
    )
    thing: str = ""  # the park, school or hospital that the title is about
    projects: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of the ledger, at hand and named in the text
    all_pairs: tuple[Pair, ...] = ()  # of the round, whether the document speaks of them or not

    @property
    def provider(self) -> str:
        return self.pairs[0].provider if self.pairs else ""

    @property
    def recipient(self) -> str:
        return self.pairs[0].recipient if self.pairs else ""

    @property
    def main(self) -> str:
        return self.pairs[0].pairing_id if self.pairs else ""


def cast_of(folded: str, title: str, known: Vocabulary, year: str) -> Cast:
    """Returns who acts in a document, of its title and text."""
    found = mentions(folded, known, title)
    headed = mentions(title, known)
    counts = Counter(m.place_id for m in found)
    counts.update({m.place_id: 3 for m in headed})
    pairs = document_pairs(folded, title, found, counts, known, year)
    own = own_place(folded, headed, counts, known, pairs[0].recipient if pairs else "")
    hidden = Counter(m.group() for m in REDACTED.finditer(folded))
    if REDACTED.search(title) or sum(hidden.values()) >= max(OFTEN, counts[own] + 1):
        hidden = Counter(m.group() for m in REDACTED.finditer(title)) or hidden
        return Cast(tuple(found), (), "", max(hidden, key=lambda name: (name.endswith(HELPED), hidden[name])))
    unknown = unknown_place(title, folded, headed, known)
    about = is_about_pairing(folded, title)
    ids = ids_of_round(known, year, folded)
    every = tuple(Pair(*ends, pairing, 0) for ends, pairing in ids.items() if set(ends) <= set(counts))
    thing, projects = title_thing(title), named_projects(folded, found, pairs, known)
    return Cast(tuple(found), pairs, "" if unknown else own, unknown, about, thing, projects, every)


def named_projects(
    folded: str, found: list[Mention], pairs: tuple[Pair, ...], known: Vocabulary
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Returns (project, its names) of those of a pairing or place at hand that a text names."""
    at_hand = {pair.pairing_id for pair in pairs} | {m.place_id for m in found} - {""}
    listed = ((p, names) for p, (names, pairing, place) in known.projects.items() if {pairing, place} & at_hand)
    return tuple((project, names) for project, names in listed if any(name in folded for name in names))


def title_thing(title: str) -> str:
    """Returns the park, school or hospital that a title is about; "" for a report on a place or a pairing."""
    kinds, no = ("|".join(words("subjects")[key]) for key in ("facilities", "no_names"))
    named = re.search(rf"(?:^|[县市区州镇村—-])([\u4e00-\u9fff]{{2,10}}?(?:{kinds}))(?!协作|帮扶|项目|建设情)", title)
    return named[1] if named and not re.search(no, named[1]) else ""


def unknown_place(title: str, folded: str, headed: list[Mention], known: Vocabulary) -> str:
    """Returns the village or town a report is of, if the ledger lacks it: of its title, or spoken of as 全村."""
    lowest = max((known.places[m.place_id].level for m in headed), default=0)
    if lowest >= LOCAL:
        return ""
    named = VILLAGE.match(title, max((m.end for m in headed), default=0))
    if named:
        return named[1]
    opened = OPENS_WITH_VILLAGE.search(folded[:OPENING])
    is_own = len(OWN_VILLAGE.findall(folded)) >= OFTEN
    return opened[1] if opened and is_own else ""


def is_about_pairing(folded: str, title: str) -> bool:
    """True where the title says cooperation, or the text does at least once in some 400 characters."""
    words_of = re.compile("|".join(words("subjects")["about_pairing"]))
    wide = 3 if folded[:400].isascii() else 1  # English takes more room
    return bool(words_of.search(title)) or len(words_of.findall(folded)) * RARE * wide >= len(folded)


def ids_of_round(known: Vocabulary, year: str, folded: str) -> dict[tuple[str, str], str]:
    """Returns (provider, recipient) -> pairing of the round a document speaks of."""
    return {ends[:2]: pairing for pairing, ends in known.ends.items() if in_round(ends[2], year, folded)}


def document_pairs(
    folded: str, title: str, found: list[Mention], counts: Counter, known: Vocabulary, year: str
) -> tuple[Pair, ...]:
    """Returns the pairings of a document, the one it speaks of most first; those of another round left out."""
    short = [pair[2:] for pair in abbreviated_pairs(f"{title}\n{folded}", known)]
    stated = Counter(stated_ends(folded, found))
    ids = ids_of_round(known, year, folded)
    initials = {ends for ends in ids if set(ends) & set(counts) and by_initials(ends, known, title)}
    candidates = initials | {ends for ends in ids if set(ends) <= set(counts)} | set(stated)
    candidates |= {ends for ends in ids if any(set(ends) == set(pair) for pair in short)}
    candidates |= {ends for ends in [unpaired(counts, known)] if all(ends)}
    pairs = [
        Pair(
            *ends,
            ids.get(ends, ""),
            weight(ends, counts, known)
            + 2 * min(stated[ends], 3)
            + short_weight(ends, short)
            + INITIALS * (ends in initials),
        )
        for ends in candidates
    ]
    return tuple(sorted((p for p in pairs if p.weight >= LEAST), key=lambda p: (-p.weight, p.pairing_id)))


def in_round(programme: str, year: str, folded: str) -> bool:
    """True where a pairing's programme may be the document's: ew1 to 2020, ew2 since."""
    if programme not in ("ew1", "ew2"):
        return True
    late = year >= TURN if year else "乡村振兴" in folded and "扶贫协作" not in folded
    return programme == ("ew2" if late else "ew1")


def by_initials(ends: tuple[str, str], known: Vocabulary, opening: str) -> bool:
    """True where an opening names a pairing by one character of each end: 穗毕协作, 青定协作, 甬凉协作."""
    short = words("subjects")["city_abbreviations"]
    letters = []
    for end in ends:
        place = known.places.get(end)
        if place is None or place.level != 2:
            return False
        letters.append("".join(char for char, code in short.items() if code == end) + place.names[0][:2])
    after = "|".join(words("subjects")["together"])
    return bool(re.search(rf"[{letters[0]}][{letters[1]}](?=[”\"]?(?:东西部|{after}))", opening))


def stated_ends(folded: str, found: list[Mention]) -> list[tuple[str, str]]:
    """Returns (provider, recipient) wherever a place stands before a verb of help and others after it."""
    result = []
    for verb in HELPS.finditer(folded):
        before = [m for m in found if 0 <= verb.start() - m.end <= NEAR and "。" not in folded[m.end : verb.start()]]
        after, at = [], verb.end()
        for mention in (m for m in found if m.start >= verb.end()):
            between = folded[at : mention.start]
            if len(between) > 4 or re.search("[。,，;；]", between):
                break
            after.append(mention.place_id)
            at = mention.end
        result += [(before[-1].place_id, place) for place in after if before and place != before[-1].place_id]
    return result


def weight(ends: tuple[str, str], counts: Counter, known: Vocabulary) -> float:
    """Returns how much a document speaks of a pairing: both ends named, the lower ones rather than their provinces."""
    provider, recipient = counts[ends[0]], counts[ends[1]]
    if not provider or not recipient:
        return 0.0
    level = min(known.places[e].level if e in known.places else 0 for e in ends)
    return min(provider, recipient, 6) * (1 + min(level, 3)) + min(provider + recipient, 20) / 10


def short_weight(ends: tuple[str, str], short: list[tuple[str, str]]) -> float:
    return min(sum(set(pair) == set(ends) for pair in short), 3)


def unpaired(counts: Counter, known: Vocabulary) -> tuple[str, str]:
    """Returns the ends of a pairing the ledger may lack: the place named most in a helping and in a helped province."""
    helping = {province_of(e[0], known) for e in known.ends.values() if e[2] in ("ew1", "ew2")}
    helped = {province_of(e[1], known) for e in known.ends.values() if e[2] in ("ew1", "ew2")} - helping
    ranked = [p for p, n in counts.most_common() if n > 1 and known.places[p].level in (2, 3)]
    provider = next((p for p in ranked if province_of(p, known) in helping), "")
    recipient = next((p for p in ranked if province_of(p, known) in helped), "")
    return provider, recipient


def own_place(folded: str, headed: list[Mention], counts: Counter, known: Vocabulary, recipient: str) -> str:
    """Returns the place a report speaks for: the recipient, else that of its title, else the one it names most."""
    if recipient:
        return recipient
    if headed:
        return max(headed, key=lambda m: known.places[m.place_id].level).place_id
    village, county = len(re.findall("我村|全村", folded)), len(re.findall("我[县区旗市]|全[县区]", folded))
    level = 5 if village > county else 3 if county else 0
    ranked = [p for p, _ in counts.most_common() if not level or known.places[p].level == level]
    return ranked[0] if ranked else next((p for p, _ in counts.most_common()), "")
