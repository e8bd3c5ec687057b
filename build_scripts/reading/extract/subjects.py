"""Whom or what a figure speaks of: a pairing, a place or a project of the ledger, and how the text names it."""

from __future__ import annotations

import re
from dataclasses import replace

from build_scripts.reading.extract.cast import LOCAL, TURN, Cast
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.named_things import thing_of
from build_scripts.reading.extract.places import Mention, ancestors
from build_scripts.reading.extract.subject import Subject
from build_scripts.reading.extract.vocabulary import Vocabulary, words

ROUNDS = ("ew1", "ew2")
JOINT = re.compile(r"\s?(?:与|和|—|–|-|--|·|and|对口帮扶|帮扶|结对)\s?")


def subject_of(
    context: Context, cast: Cast, known: Vocabulary, measure: str, paragraph: str, above: str = "", headed: tuple = ()
) -> Subject:
    """Returns the subject of a figure: a thing named near it, a place or pairing its clause names, the main pairing.

    `paragraph` is the paragraph up to the figure, `above` the text before that, `headed` the words of its headings.
    """
    first = context.found.start - len(paragraph)
    row = of_row(context, cast, known)
    thing = row or thing_of(context, cast, known, paragraph, above, headed)
    if thing:
        return thing
    here = [m for m in cast.mentions if first <= m.start < context.found.start]
    shared = distributed(context, here, cast, paragraph, first)
    if shared:
        return shared
    local = [m for m in here if is_local(m, cast, known) and starts_clause(m, first, paragraph)]
    spoken = context.sentence[: context.found.end - context.sentence_start + 30]
    if (
        not cast.pairs
        or is_of_a_village(cast, known)
        or not cast.about_pairing
        and not speaks_of_pairing(spoken, cast, known)
    ):
        return of_place(local, cast, known, first, paragraph)
    other = governing_pair(here, cast, paragraph, first) or other_pairing(
        [m for m in here if m.start >= context.sentence_start], cast
    )
    if other:
        return other
    if is_of_a_place(measure) and not re.search("带动|帮扶|受益|协作", context.before[-30:]):
        return of_place(local, cast, known, first, paragraph)
    if is_own_stock(context, measure):
        return of_place([], cast, known, first, paragraph)
    same = [m for m in local if m.start >= context.sentence_start]
    if same:
        return Subject(paragraph[same[-1].start - first : same[-1].end - first], place_id=same[-1].place_id, sure=0.6)
    return of_pairing(cast, known)


def of_row(context: Context, cast: Cast, known: Vocabulary) -> Subject | None:
    """Returns the pairing or place that the label of a table's row names; the main pairing for a total."""
    if not context.cell:
        return None
    name = context.cell.name
    named = [m.place_id for m in cast.mentions if context.cell.row[0] <= m.start < context.found.start]
    pair = next((p for p in cast.all_pairs if {p.provider, p.recipient} <= set(named)), None)
    if pair:
        return Subject(name, pairing_id=pair.pairing_id, sure=0.8)
    if not named or len(named) > 1:
        return None
    if re.search("项目|工程|名称", context.cell.name_head):
        return None
    own = next((p for p in cast.all_pairs if named[0] == p.recipient), None)
    if own and cast.about_pairing and own.pairing_id and own.recipient != cast.own:
        return Subject(name, pairing_id=own.pairing_id, sure=0.5)
    return Subject(name, place_id=named[0], sure=0.7)


def distributed(context: Context, here: list[Mention], cast: Cast, paragraph: str, first: int) -> Subject | None:
    """Returns for A、B、C三县分别 5家、6家和7家 the name that has the place of the figure in the list."""
    split = paragraph.rfind("分别")
    begin = max(paragraph.rfind("。", 0, split), paragraph.rfind(";", 0, split)) + 1
    if split < 0 or first + split < context.sentence_start:
        return None
    names = [m for m in here if first + begin <= m.start < first + split]
    units = pairs_in(names, cast, paragraph, first) or [
        (m.start, m.end, Subject("", place_id=m.place_id)) for m in names
    ]
    printed = re.findall(rf"[0-9.,]+[万亿]*{re.escape(context.found.unit)}", paragraph[split:])
    if len(units) < 2 or len(printed) >= len(units):
        return None
    start, end, subject = units[len(printed)]
    return Subject(paragraph[start - first : end - first], subject.pairing_id, subject.place_id, sure=0.7)


def pairs_in(listed: list[Mention], cast: Cast, paragraph: str, first: int) -> list[tuple[int, int, Subject]]:
    """Returns (start, end, pairing) wherever two places that form a pairing stand side by side: A区与B县."""
    found = []
    for one, other in zip(listed, listed[1:], strict=False):
        between = paragraph[one.end - first : other.start - first]
        pair = next((p for p in cast.all_pairs if {p.provider, p.recipient} == {one.place_id, other.place_id}), None)
        if pair and JOINT.fullmatch(between):
            found.append((one.start, other.end, Subject("", pairing_id=pair.pairing_id)))
    return found


def governing_pair(here: list[Mention], cast: Cast, paragraph: str, first: int) -> Subject | None:
    """Returns the pairing that heads the stretch a figure stands in: A区与B县: … up to the next such head."""
    heads = [
        (start, end, subject)
        for start, end, subject in pairs_in(here, cast, paragraph, first)
        if re.match(r"\s?[:：]|[,，](?!.{0,40}分别)|(?:[0-9]|共|安排|实施|到位)", paragraph[end - first :])
    ]
    if not heads:
        return None
    start, end, subject = heads[-1]
    if not paragraph[end - first :].lstrip().startswith((":", "：")) and "。" in paragraph[end - first :]:
        return None
    return Subject(paragraph[start - first : end - first], pairing_id=subject.pairing_id, sure=0.7)


def is_of_a_place(measure: str) -> bool:
    """True for measures that speak of a place rather than of its pairing: people, poverty, farmland."""
    return measure in words("subjects")["of_places"] or measure.endswith("_exited")


def is_own_stock(context: Context, measure: str) -> bool:
    """True for what a sentence on 全县 says that place grows, earns or has, without a word of help."""
    if measure not in words("subjects")["of_own_sentences"]:
        return False
    return bool(re.search("(?:全|我|本)[县市州区省旗]", context.before)) and not re.search(
        "帮扶|协作|援|结对", context.before
    )


def is_of_a_village(cast: Cast, known: Vocabulary) -> bool:
    """True for the report of a village or town: what is done there is told of it, not of the pairing above it."""
    return bool(cast.redacted) or cast.own in known.places and known.places[cast.own].level >= LOCAL


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


def in_its_round(subject: Subject, period: str, known: Vocabulary) -> Subject:
    """Returns a pairing as that of the round in which the period ends: up to 2020, or since."""
    end = period.rpartition("/")[2][:4]
    ends = known.ends.get(subject.pairing_id)
    if not ends or not end or ends[2] not in ROUNDS:
        return subject
    programme = ROUNDS[end >= TURN]
    same = next((p for p, other in known.ends.items() if other == (*ends[:2], programme)), subject.pairing_id)
    return replace(subject, pairing_id=same)


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
