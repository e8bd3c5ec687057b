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
HELPS = re.compile(r"(?:东西部|对口)?(?:扶贫协作)?(?:帮扶|支援|援建|协作帮扶)")
LEAST = 3.0  # below it two places stand in one text by chance
NEAR = 14  # characters between a place and the verb of help
LOCAL = 4  # towns and villages
RARE = 400
OFTEN = 3  # a redaction printed as often is the document's way of naming its own place
NAME = r"(?P<name>[“\"(\u4e00-\u9fff)”]{4,26}?)(?:等)?项目"
PROJECT = re.compile(rf"(?:^|[,，。;；:：、的]|[0-9][、.]|其中){NAME}(?=已|获|完成|总投|累计|协作|投资|建成|目前|预计|争取|年|[“]?,)")
PROJECT_AFTER = re.compile(rf"^的{NAME}")
OPENS = re.compile(rf"^\s*(?:[0-9]{{1,2}}[、.]|\([一二三四五六七八九十]\)|[一二三四五六七八九十]是)?{NAME}")
NO_NAME = re.compile(r"^[“\"]?(?:认真|积极|梳理|共|通过|目前|其中|其余|总投资|一批|落实|上报|申报|引进|签约|实施|安排|上述|对口|帮扶|扶贫|协作|重点|这些|全部|所有|各类|投入|产业|基础设施|合作|建设|该|个|东西部|援建|通过)")


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
    about_pairing: bool = True  # of a report on cooperation; another speaks of its own place unless a sentence says more

    @property
    def provider(self) -> str:
        return self.pairs[0].provider if self.pairs else ""

    @property
    def recipient(self) -> str:
        return self.pairs[0].recipient if self.pairs else ""

    @property
    def main(self) -> str:
        return self.pairs[0].pairing_id if self.pairs else ""


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
    headed = mentions(title, known)
    counts = Counter(m.place_id for m in found)
    counts.update({m.place_id: 3 for m in headed})
    pairs = document_pairs(folded, title, found, counts, known, year)
    own = own_place(folded, headed, counts, known, pairs[0].recipient if pairs else "")
    hidden = Counter(m.group() for m in REDACTED.finditer(folded)).most_common(1)
    if hidden and hidden[0][1] >= max(OFTEN, counts[own] + 1):
        return Cast(tuple(found), (), "", hidden[0][0])
    unknown = unknown_place(title, headed, known)
    return Cast(tuple(found), pairs, "" if unknown else own, unknown, is_about_pairing(folded, title))


def unknown_place(title: str, headed: list[Mention], known: Vocabulary) -> str:
    """Returns the village or town a title names that the ledger lacks: 新寨村 of 某县新寨村."""
    named = re.search(r"(?<![个各每])([^个各全本我该每贫困\W]{2,3}(?:村|社区|镇|乡))(?!庄|镇|振兴|企|级|民)", title[max((m.end for m in headed), default=0) :])
    lowest = max((known.places[m.place_id].level for m in headed), default=0)
    return named[1] if named and lowest < LOCAL else ""


def is_about_pairing(folded: str, title: str) -> bool:
    """True where the title says cooperation, or the text does at least once in some 400 characters."""
    words_of = re.compile("|".join(words("subjects")["about_pairing"]))
    return bool(words_of.search(title)) or len(words_of.findall(folded)) * RARE >= len(folded)


def document_pairs(folded: str, title: str, found: list[Mention], counts: Counter, known: Vocabulary, year: str) -> tuple[Pair, ...]:
    """Returns the pairings of a document, the one it speaks of most first; those of another round left out."""
    short = [pair[2:] for pair in abbreviated_pairs(f"{title}\n{folded}", known)]
    stated = Counter(stated_ends(folded, found))
    ids = {ends[:2]: pairing for pairing, ends in known.ends.items() if in_round(ends[2], year, folded)}
    candidates = {ends for ends in ids if set(ends) <= set(counts)} | set(stated)
    candidates |= {ends for ends in ids if any(set(ends) == set(pair) for pair in short)}
    candidates |= {ends for ends in [unpaired(counts, known)] if all(ends)}
    pairs = [
        Pair(*ends, ids.get(ends, ""), weight(ends, counts, known) + 2 * min(stated[ends], 3) + short_weight(ends, short))
        for ends in candidates
    ]
    return tuple(sorted((p for p in pairs if p.weight >= LEAST), key=lambda p: (-p.weight, p.pairing_id)))


def in_round(programme: str, year: str, folded: str) -> bool:
    """True where a pairing's programme may be the document's: ew1 to 2020, ew2 since."""
    if programme not in ("ew1", "ew2"):
        return True
    late = year >= TURN if year else "乡村振兴" in folded and "扶贫协作" not in folded
    return programme == ("ew2" if late else "ew1")


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


def subject_of(context: Context, cast: Cast, known: Vocabulary, group: str, paragraph: str) -> Subject:
    """Returns the subject of a figure: a project named near it, a place its clause begins with, the pairing.

    `paragraph` is the paragraph up to the figure; what opens it is spoken of to its end.
    """
    project = named_project(context, cast, known) or printed_project(context, paragraph)
    if project:
        return project
    first = context.found.start - len(paragraph)
    here = [m for m in cast.mentions if first <= m.start < context.found.start]
    local = [m for m in here if is_local(m, cast, known) and starts_clause(m, first, paragraph)]
    spoken = context.sentence[: context.found.end - context.sentence_start + 30]
    if not cast.pairs or not cast.about_pairing and not speaks_of_pairing(spoken, cast, known):
        return of_place(local, cast, known, first, paragraph)
    other = other_pairing([m for m in here if m.start >= context.sentence_start], cast)
    if other:
        return other
    if group and not re.search("带动|帮扶|受益|协作", context.before[-30:]):
        return of_place(local, cast, known, first, paragraph)
    same = [m for m in local if m.start >= context.sentence_start]
    if same:
        return Subject(paragraph[same[-1].start - first : same[-1].end - first], place_id=same[-1].place_id, sure=0.6)
    return of_pairing(cast, known)


def speaks_of_pairing(sentence: str, cast: Cast, known: Vocabulary) -> bool:
    """True where a sentence names the helper or a word of cooperation."""
    helper = known.places[cast.provider].names if cast.provider in known.places else ()
    return any(name in sentence for name in helper) or bool(re.search("|".join(words("subjects")["about_pairing"]), sentence))


def is_local(mention: Mention, cast: Cast, known: Vocabulary) -> bool:
    """True for a place below the document's own one."""
    return cast.own in ancestors(known.places[mention.place_id], known)


def starts_clause(mention: Mention, first: int, paragraph: str) -> bool:
    before = paragraph[: mention.start - first].rstrip(" ")
    return not before or before[-1] in ",，。;；:：\n在为"


def other_pairing(here: list[Mention], cast: Cast) -> Subject | None:
    """Returns a pairing other than the main one where the sentence names its recipient, not that of the main one."""
    named = [m.place_id for m in here]
    if len(cast.pairs) < 2 or not named or cast.recipient in named:
        return None
    for place in reversed(named):
        for pair in cast.pairs[1:]:
            if place == pair.recipient and pair.provider in (cast.provider, *named):
                return Subject("", pairing_id=pair.pairing_id, sure=0.6)
    return None


def of_pairing(cast: Cast, known: Vocabulary) -> Subject:
    """Returns the main pairing; where the ledger has none, both ends by name and no id."""
    ends = "—".join(known.places[e].names[0] for e in (cast.provider, cast.recipient) if e in known.places)
    return Subject(ends, pairing_id=cast.main, sure=0.7 if cast.main else 0.5)


def of_place(local: list[Mention], cast: Cast, known: Vocabulary, first: int, paragraph: str) -> Subject:
    """Returns the place spoken of last in the paragraph, else the document's own; a hidden name stays hidden."""
    said = [m.end() for m in re.finditer("|".join(words("subjects")["own"]), paragraph)]
    if local and local[-1].end - first > max(said, default=-1):
        return Subject(paragraph[local[-1].start - first : local[-1].end - first], place_id=local[-1].place_id, sure=0.6)
    if cast.own in known.places:
        return Subject(known.places[cast.own].names[0], place_id=cast.own, sure=0.6)
    return Subject(cast.redacted, sure=0.4)


def printed_project(context: Context, paragraph: str) -> Subject | None:
    """Returns a project the ledger lacks, as its sentence or the begin of its paragraph prints it."""
    clause = re.split("[。;；]", context.before)[-1]
    after = PROJECT_AFTER.match(context.near_after)
    named = [after] if after else list(PROJECT.finditer(clause))
    named = [match for match in named if not NO_NAME.match(match["name"])]
    opening = OPENS.match(paragraph[:40])
    if not named and opening and (opening.start("name") or not NO_NAME.match(opening["name"])):
        named = [opening]
    return Subject(named[-1]["name"], sure=0.5) if named else None


def named_project(context: Context, cast: Cast, known: Vocabulary) -> Subject | None:
    """Returns the project of the ledger whose name stands nearest before the figure, of a pairing or place at hand."""
    best = None
    at_hand = {pair.pairing_id for pair in cast.pairs} | {m.place_id for m in cast.mentions} - {""}
    for project, (names, pairing, place) in known.projects.items():
        for name in names if {pairing, place} & at_hand else ():
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
