"""Projects, parks, schools and hospitals a text names: in a clause, at the head of an item, in a title, in a table."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.reading.extract.cast import Cast
from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.rows import TOTAL
from build_scripts.reading.extract.subject import Subject
from build_scripts.reading.extract.vocabulary import Vocabulary, words

NAME = r"(?P<name>[“\"(\u4e00-\u9fff)”]{4,26}?)(?:等)?项目"
PROJECT = re.compile(
    rf"(?:^|[,，。;；:：、的由]|[0-9][、.]|其中|\))(?:[\u4e00-\u9fff]{{0,3}}(?=市|县|镇|村))?{NAME}"
    r"(?=已|获|完成|总投|累计|协作|投资|建成|目前|预计|争取|年|由|[“]?,)"
)
PROJECT_AFTER = re.compile(rf"^的{NAME}")
ITEM = re.compile(
    r"^\s*(?:[0-9]{1,2}[、.]|\([0-9一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]是)\s*(?P<name>[“\"(\u4e00-\u9fff)”·]{3,24}?)(?:项目)?"
    r"[。:：,，]?(?=(?:总|协议|计划)投资|占地|建设内容|由[^。]{2,16}投资)"
)
ITEM_PROJECT = re.compile(
    r"^\s*(?:[0-9]{1,2}[、.]|\([0-9一二三四五六七八九十]{1,2}\))(?P<name>[“\"(\u4e00-\u9fff)”]{4,24}?)项目"
)
QUOTED = re.compile(r"“(?P<name>[^”]{2,12}(?:计划|工程|制度|行动))”")
LABELLED = re.compile(r"项目名称 ?[:：] ?(?P<name>[^\n,，。;；]{3,30})")
BUILT = re.compile(
    r"(?:建成|新建|建设|援建的?|建起|投建)(?P<name>[\u4e00-\u9fff]{3,16}?)(?:[一1]?[座个处家所])?[,，](?:总投资|概算|占地|面积)"
)


LONG = 4  # characters of a name that says which: 园区 alone is that of the title


@cache
def facility() -> re.Pattern:
    """Returns what opens a sentence on a park, a school, a hospital: its name before a word that is no count."""
    kinds = "|".join(words("subjects")["facilities"])
    after = "|".join(words("subjects")["after_facility"])
    return re.compile(
        rf"(?:^|[。\n])\s*(?:[一二三四五六七八九十]、|\([一二三四五六七八九十0-9]{{1,2}}\)|[0-9]+[、.])?"
        rf"(?:这[个座所家]|该)?(?P<name>[\u4e00-\u9fff“”]{{0,14}}?(?:{kinds}))(?=(?:{after}))"
    )


@cache
def general() -> re.Pattern:
    """Returns the words that make a phrase before 项目 no name: 重点, 协作, 实施."""
    return re.compile("|".join(words("subjects")["no_names"]))


def thing_of(
    context: Context, cast: Cast, known: Vocabulary, paragraph: str, above: str, headed: tuple[str, ...]
) -> Subject | None:
    """Returns the project or facility a figure speaks of; `above` is the text before its paragraph.

    In this order: a project of the ledger named nearest before the figure, one that its clause prints, what was
    built for the sum, the head of its item, 项目名称: above it, the facility with which its paragraph or its
    heading opens. `headed` are the words of the headings that govern it.
    """
    if context.cell:
        return of_row(context, known)
    project = named_project(context, cast) or printed_project(context)
    if project:
        return project
    built = list(BUILT.finditer(context.before))
    if built and not general().search(built[-1]["name"]):
        return Subject(built[-1]["name"], sure=0.5)
    item = ITEM.match(paragraph)
    if item and is_name(item["name"]):
        return Subject(item["name"], sure=0.5)
    opened = ITEM_PROJECT.match(paragraph)
    if opened and not general().match(opened["name"]):
        return Subject(opened["name"], sure=0.5)
    labelled = list(LABELLED.finditer(above[-600:] + paragraph))
    if labelled and not re.search(
        r"\n\s*\n[^\n]{0,6}(?:以上|[0-9]{4}年)", (above[-600:] + paragraph)[labelled[-1].end() :]
    ):
        return Subject(labelled[-1]["name"].strip(), sure=0.6)
    return of_heading(headed) or of_facility(cast, paragraph)


def of_heading(headed: tuple[str, ...]) -> Subject | None:
    """Returns the power station, base or programme that the nearest heading names: 1、村级光伏电站, “雨露计划”."""
    if not headed:
        return None
    text = re.sub(r"^\s*(?:[0-9一二三四五六七八九十]{1,3}[、.]|\([0-9一二三四五六七八九十]{1,3}\))\s*", "", headed[-1])
    kinds = "|".join(words("subjects")["facilities"])
    named = re.fullmatch(rf"(?P<name>[\u4e00-\u9fff]{{1,10}}(?:{kinds}))", text) or QUOTED.search(text)
    return Subject(named["name"], sure=0.5) if named and not general().match(named["name"]) else None


def of_facility(cast: Cast, paragraph: str) -> Subject | None:
    """Returns the facility a paragraph speaks of since a sentence opened with it, else that of the whole document."""
    opened = [m for m in facility().finditer(paragraph) if not general().search(m["name"])]
    name = opened[-1]["name"] if opened and not speaks_of_another(paragraph[opened[-1].end() :]) else ""
    if len(name) >= LONG:
        return Subject(name, sure=0.5)
    if cast.thing and not re.search("两地|双方", paragraph):
        return Subject(cast.thing, sure=0.6)
    return None


def speaks_of_another(text: str) -> bool:
    """True where a later sentence begins with a place or with 全县: the facility is left."""
    own = "|".join(words("subjects")["own"] + words("subjects")["both"])
    return bool(re.search(rf"[。]\s*(?:{own}|[\u4e00-\u9fff]{{2,4}}[县市区](?!人民|职|中|医))", text))


def is_name(phrase: str) -> bool:
    """True for a phrase that may be the name of a project; 招商, 选派干部 and 资金 are headings of another kind."""
    return not general().match(phrase) and not re.search(
        "资金|互访|协作|帮扶|情况|工作|选派|组织|落实|方面|安排", phrase
    )


def of_row(context: Context, known: Vocabulary) -> Subject | None:
    """Returns the project that a row of a table is about: below 项目, or one of the ledger."""
    name = re.sub(r"\s", "", context.cell.name)
    if TOTAL.search(name):
        return None
    for project, (names, _, _) in known.projects.items():
        if any(name == n or len(n) > 5 and n in name for n in names):
            return Subject(name, project_id=project, sure=0.8)
    return Subject(name, sure=0.6) if re.search("项目|工程|名称|建设内容", context.cell.name_head) and name else None


def printed_project(context: Context) -> Subject | None:
    """Returns a project the ledger lacks, as its sentence prints it."""
    clause = re.split("[。;；]", context.before)[-1]
    after = PROJECT_AFTER.match(context.near_after)
    named = [after] if after else list(PROJECT.finditer(clause))
    named = [match for match in named if not general().match(match["name"])]
    return Subject(named[-1]["name"], sure=0.5) if named else None


def named_project(context: Context, cast: Cast) -> Subject | None:
    """Returns the project of the ledger whose name stands nearest before the figure, of a pairing or place at hand."""
    best = None
    for project, names in cast.projects:
        for name in names:
            at = context.before.rfind(name)
            at = at if at >= 0 else (len(context.before) if context.near_after.lstrip("的").startswith(name) else -1)
            if at >= 0 and (best is None or at > best[0]):
                best = (at, Subject(name, project_id=project, sure=0.8))
    return best[1] if best else None
