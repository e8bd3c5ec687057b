"""Whom or what a figure speaks of: a pairing, a place or a project of the ledger, and how the text names it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.places import (
    REDACTED,
    Mention,
    abbreviated_pairs,
    ancestors,
    mentions,
    province_of,
)
from build_scripts.reading.extract.vocabulary import Vocabulary, words

TURN = "2021"  # the round of 2016 to 2020 ends, the next begins


@dataclass(frozen=True)
class Cast:
    """Who acts in a document: every mention, the pairings it speaks of (the main one first), its own place."""

    mentions: tuple[Mention, ...]
    pairs: tuple[tuple[int, int, str, str], ...]
    provider: str
    recipient: str
    main: str  # the main pairing; "" where there is none or the ledger has none
    pairings: dict[str, tuple[str, str]]
    own: str  # the place that says 我县 or 全村
    redacted: str  # how the text prints the one whose name it hides


@dataclass(frozen=True)
class Subject:
    """A guess: as printed, and at most one id."""

    printed: str
    pairing_id: str = ""
    place_id: str = ""
    project_id: str = ""
    sure: float = 0.3


def cast_of(folded: str, title: str, known: Vocabulary, year: str) -> Cast:
    """Returns who acts in a document, of its title and text."""
    found = mentions(folded, known, title)
    counts = Counter(m.place_id for m in found)
    counts.update({m.place_id: 3 for m in mentions(title, known)})
    pairs = tuple(abbreviated_pairs(f"{title}\n{folded}", known))
    named = {p: ends for p, ends in known.ends.items() if in_round(p, ends[2], year, folded)}
    weighed = {p: weight(ends, counts, pairs, known) for p, ends in named.items()}
    pairings = {p: named[p][:2] for p, w in sorted(weighed.items(), key=lambda i: -i[1]) if w > 0}
    main = next(iter(pairings), "")
    hidden = REDACTED.search(folded)
    hides = hidden.group() if hidden and len(REDACTED.findall(folded)) > 4 else ""
    provider, recipient = pairings.get(main) or unpaired(counts, known)
    own = own_place(folded, counts, known, recipient)
    if hides and not weighed.get(main, 0) > 8:
        main, pairings, provider, recipient, own = "", {}, "", "", "" if not own or hides[0] in "xX*" else own
    return Cast(tuple(found), pairs, provider, recipient, main, pairings, own, hides)


def in_round(pairing: str, programme: str, year: str, folded: str) -> bool:
    """True where a pairing's programme may be the document's: ew1 to 2020, ew2 since."""
    if programme not in ("ew1", "ew2"):
        return True
    late = year >= TURN if year else "乡村振兴" in folded and "扶贫协作" not in folded
    return programme == ("ew2" if late else "ew1")


def weight(ends: tuple, counts: Counter, pairs: tuple, known: Vocabulary) -> float:
    """Returns how much a document speaks of a pairing: both ends named, the lower ones rather than their provinces."""
    provider, recipient = counts[ends[0]], counts[ends[1]]
    level = min((known.places[e].level if e in known.places else 0) for e in ends[:2])
    short = sum({a, b} == set(ends[:2]) for _, _, a, b in pairs)
    both = min(provider, recipient, 6) * (1 + level) + min(provider + recipient, 20) / 10
    return (both if provider and recipient else 0) + min(short, 3)


def unpaired(counts: Counter, known: Vocabulary) -> tuple[str, str]:
    """Returns the ends of a pairing that the ledger lacks: the place named most in a helping and in a helped province."""
    helping = {province_of(e[0], known) for e in known.ends.values()}
    helped = {province_of(e[1], known) for e in known.ends.values()} - helping
    ranked = [p for p, n in counts.most_common() if n > 1 and known.places[p].level in (2, 3)]
    provider = next((p for p in ranked if province_of(p, known) in helping), "")
    recipient = next((p for p in ranked if province_of(p, known) in helped), "")
    return (provider, recipient) if provider and recipient else ("", "")


def own_place(folded: str, counts: Counter, known: Vocabulary, recipient: str) -> str:
    """Returns the place a report speaks for: the recipient, else the one it names most at its own level."""
    if recipient:
        return recipient
    level = 5 if "我村" in folded or "全村" in folded else 3 if re.search("我[县区旗]|全县", folded) else 0
    ranked = [p for p, _ in counts.most_common() if not level or known.places[p].level == level]
    return ranked[0] if ranked else next((p for p, _ in counts.most_common()), "")


def subject_of(context: Context, cast: Cast, known: Vocabulary, group: str, table: str) -> Subject:
    """Returns the subject of a figure: a project named near it, a place its clause begins with, the pairing."""
    project = named_project(context, known)
    if project:
        return project
    here = [m for m in cast.mentions if context.sentence_start <= m.start < context.found.start]
    inside = [m for m in here if m.place_id not in (cast.provider, cast.recipient) and is_local(m, cast, known)]
    if not cast.pairings and not cast.provider:
        return of_place(inside or here, cast, known, context)
    other = other_pairing(here, cast)
    if other:
        return other
    if group in words("subjects")["own_groups"] and not re.search("带动|帮扶|受益|协作", context.before[-30:]):
        return of_place(inside, cast, known, context)
    if inside and starts_clause(inside[-1], context):
        return Subject(printed(inside[-1], context), place_id=inside[-1].place_id, sure=0.6)
    return of_pairing(context, cast, known)


def is_local(mention: Mention, cast: Cast, known: Vocabulary) -> bool:
    """True for a place below the document's own one."""
    place = known.places[mention.place_id]
    return cast.own in ancestors(place, known) or cast.recipient in ancestors(place, known)


def starts_clause(mention: Mention, context: Context) -> bool:
    before = context.sentence[: mention.start - context.sentence_start]
    return not before or before[-1] in ",，。;；:：\n 、在为"


def printed(mention: Mention, context: Context) -> str:
    return context.sentence[mention.start - context.sentence_start : mention.end - context.sentence_start]


def other_pairing(here: list[Mention], cast: Cast) -> Subject | None:
    """Returns a pairing other than the main one where the sentence names its recipient or both its ends."""
    if len(cast.pairings) < 2 or not here:
        return None
    named = {m.place_id for m in here}
    if named & {cast.recipient}:
        return None
    for pairing, (provider, recipient) in cast.pairings.items():
        if recipient in named and pairing != cast.main and (provider == cast.provider or provider in named):
            return Subject("", pairing_id=pairing, sure=0.6)
    return None


def of_pairing(context: Context, cast: Cast, known: Vocabulary) -> Subject:
    """Returns the main pairing; where the ledger has none, both ends by name and no id."""
    ends = "—".join(known.places[e].names[0] for e in (cast.provider, cast.recipient) if e in known.places)
    if cast.main:
        return Subject(ends, pairing_id=cast.main, sure=0.7)
    return Subject(ends, place_id="", sure=0.5)


def of_place(here: list[Mention], cast: Cast, known: Vocabulary, context: Context) -> Subject:
    """Returns the place named last before the figure, else the document's own one; a hidden name stays hidden."""
    local = [m for m in here if starts_clause(m, context) or m.place_id == cast.own]
    if local:
        return Subject(printed(local[-1], context), place_id=local[-1].place_id, sure=0.6)
    if cast.own in known.places:
        own = re.search("|".join(words("subjects")["own"]), context.before)
        return Subject(own.group() if own else known.places[cast.own].names[0], place_id=cast.own, sure=0.6)
    return Subject(cast.redacted, sure=0.4)


def named_project(context: Context, known: Vocabulary) -> Subject | None:
    """Returns the project of the ledger whose name stands nearest before the figure in its sentence."""
    best = None
    for project, names in known.projects.items():
        for name in names:
            at = context.before.rfind(name)
            at = at if at >= 0 else (len(context.before) if context.near_after.lstrip("的").startswith(name) else -1)
            if at >= 0 and (best is None or at > best[0]):
                best = (at, Subject(name, project_id=project, sure=0.8))
    return best[1] if best else None


def direction_of(context: Context, cast: Cast, known: Vocabulary) -> str:
    """Returns to_recipient, to_provider or both, as a sentence says who sends whom where; "" where it says nothing."""
    spoken = words("subjects")
    clause = re.split("[。;；]", context.before)[-1][-60:] + "#" + context.near_after[:24]
    if re.search("|".join(spoken["to_provider"]), clause.partition("#")[2] + clause[-30:]):
        return "to_provider"
    if re.search("|".join(spoken["to_recipient"]), clause):
        return "to_recipient"
    provider, recipient = names_of(cast.provider, known, "helper"), names_of(cast.recipient, known, "receiver")
    sends, goes = "|".join(spoken["sent_from"]), "|".join(spoken["sent_to"])
    signs = {"to_recipient": 0, "to_provider": 0}
    for sign, (here, there) in {"to_recipient": (provider, recipient), "to_provider": (recipient, provider)}.items():
        for pattern in (here and rf"(?:{here})[^,，。]{{0,8}}(?:{sends}|{goes})", there and rf"(?:{goes})[^,，。]{{0,4}}(?:{there})"):
            ends = [m.end() for m in re.finditer(pattern, clause)] if pattern else []
            signs[sign] = max([signs[sign], *ends])
    if any(signs.values()):
        return max(signs, key=signs.get)
    return "both" if re.search("|".join(spoken["both"]), clause) else ""


def names_of(place_id: str, known: Vocabulary, kind: str) -> str:
    """Returns what a text may call one end of the main pairing, as a pattern."""
    listed = list(known.places[place_id].names) if place_id in known.places else []
    own = words("subjects")["own"][:8] if kind == "receiver" else []
    return "|".join(map(re.escape, [*listed, *words("subjects")[kind], *own]))
