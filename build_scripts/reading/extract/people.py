"""Natural persons: where a text names one. No draft prints a name, and money of one person is no row."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import words

MASK = "□"
PLURAL = re.compile("^等")  # 王某等3户: the sum is not of one person
COMPOUND = "[\u4e00-\u9fff]{2,5}·[\u4e00-\u9fff]{2,6}"  # 买买提·阿力木


def joined(key: str) -> str:
    """Returns one list of people.yaml as alternatives, longer words first."""
    return "|".join(sorted(words("people")[key], key=len, reverse=True))


@cache
def patterns() -> tuple[re.Pattern, ...]:
    """Returns what tells a name: a title before it, a word after it, or a list of households with sums."""
    name = f"(?!{joined('not_names')})[{words('people')['surnames'][0]}][\u4e00-\u9fff]{{1,2}}"
    return (
        re.compile(
            rf"(?:{joined('titles')})(?P<name>{name}?)(?=(?:{joined('verbs')}|{joined('after')}|[,，、。;；(（]))"
        ),
        re.compile(rf"(?P<name>{name}?)(?=(?:同志|先生|女士|一家|家庭农场|大爷|大娘))"),
        re.compile(rf"(?:^|[、,，。;；:：助]|为)(?P<name>{name}?)(?=家?户?[(（]?[0-9.]+元[)）]|家?户[(（][0-9])"),
        re.compile(rf"(?:户|剩余|完成了?|戶)(?P<name>{name}?)(?=等(?:[0-9]|[\u4e00-\u9fff]{{2}}))"),
        *private(name),
    )


def private(name: str) -> tuple[re.Pattern, ...]:
    """Returns what tells a person who holds no office: 村民…, 贫困户…, …家年收入, Villager …."""
    titles, doing = joined("private"), joined("personal")
    named = rf"(?:{COMPOUND}|{name}?|[\u4e00-\u9fff][某×*Xx]{{1,2}}|[\u4e00-\u9fff]{{2,4}}(?=一家))"
    return (
        re.compile(rf"(?:{titles})(?P<name>{named})(?=(?:{doing}|[,，、。;；(（0-9]))"),
        re.compile(rf"(?:{titles}){named}[、和](?P<name>{name}?)(?=(?:{doing}|[,，、。;；(（0-9]))"),
        re.compile(rf"(?:^|[,，。;；、:：\s])(?P<name>{name}?)(?=(?:户|家)(?:{doing}))"),
        re.compile(
            r"\b(?:[Vv]illager|[Ff]armer|[Ss]tudent|[Rr]esident|[Tt]eacher) (?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})"
        ),
    )


PRIVATE = slice(1, None)  # of `patterns`: a title of office says nothing of whose money it is


def name_spans(folded: str) -> list[tuple[int, int]]:
    """Returns where a folded text names natural persons."""
    return sorted({match.span("name") for pattern in patterns() for match in pattern.finditer(folded)})


def private_spans(folded: str) -> list[tuple[int, int]]:
    """Returns where a folded text names persons who hold no office, one person each time."""
    found = {match.span("name") for pattern in patterns()[PRIVATE] for match in pattern.finditer(folded)}
    return sorted(span for span in found if not PLURAL.match(folded[span[1] : span[1] + 1]))


def masked(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """Returns a piece of the print with the names in it covered."""
    hidden = {at for first, last in spans for at in range(first, last)}
    return "".join(MASK if at in hidden else text[at] for at in range(start, end))


def is_of_a_person(context: Context, people: list[tuple[int, int]]) -> bool:
    """True for a sum behind one person's name in its sentence, for a gift of the author."""
    if context.found.kind not in ("cny", "foreign"):
        return False
    own = re.search(r"(?:^|[,，。;；])(?:我|本人)[^,，。;；]{0,4}(?:捐|垫)[^,，。;；]{0,4}$", context.before)
    begin = context.sentence_start
    return bool(own) or any(begin <= first and last <= context.found.start for first, last in people)
