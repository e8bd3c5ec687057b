"""Whom or what a figure speaks of: a pairing, a place or a project of the ledger, and how the text names it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_scripts.reading.extract.cast import Cast
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.places import Mention, ancestors
from build_scripts.reading.extract.vocabulary import Vocabulary, words

NAME = r"(?P<name>[“\"(\u4e00-\u9fff)”]{4,26}?)(?:等)?项目"
PROJECT = re.compile(
    rf"(?:^|[,，。;；:：、的]|[0-9][、.]|其中){NAME}(?=已|获|完成|总投|累计|协作|投资|建成|目前|预计|争取|年|[“]?,)"
)
PROJECT_AFTER = re.compile(rf"^的{NAME}")
OPENS = re.compile(rf"^\s*(?:[0-9]{{1,2}}[、.]|\([一二三四五六七八九十]\)|[一二三四五六七八九十]是)?{NAME}")
NO_NAME = re.compile(
    r"^[“\"]?(?:认真|积极|梳理|共|通过|目前|其中|其余|总投资|一批|落实|上报|申报|引进|签约|实施|安排|上述|对口|帮扶|扶贫|协作|重点|这些|全部|所有|各类|投入|产业|基础设施|合作|建设|该|个|东西部|援建|通过)"
)


@dataclass(frozen=True)
class Subject:
    """A guess: as printed, and at most one id."""

    printed: str
    pairing_id: str = ""
    place_id: str = ""
    project_id: str = ""
    sure: float = 0.3


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
    return any(name in sentence for name in helper) or bool(
        re.search("|".join(words("subjects")["about_pairing"]), sentence)
    )


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
        return Subject(
            paragraph[local[-1].start - first : local[-1].end - first], place_id=local[-1].place_id, sure=0.6
        )
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
