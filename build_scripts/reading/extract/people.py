"""Natural persons: where a text names one. No draft prints a name, and money of one person is no row."""

from __future__ import annotations

import re
from functools import cache

from build_scripts.reading.extract.context import Context
from build_scripts.reading.extract.vocabulary import words

MASK = "□"


@cache
def patterns() -> tuple[re.Pattern, ...]:
    """Returns what tells a name: a title before it, a word after it, or a list of households with sums."""
    known = words("people")
    name = f"[{known['surnames'][0]}][\u4e00-\u9fff]{{1,2}}"
    titles, after, verbs = ("|".join(known[key]) for key in ("titles", "after", "verbs"))
    return (
        re.compile(rf"(?:{titles})(?P<name>{name}?)(?=(?:{verbs}|{after}|[,，、。;；(（]))"),
        re.compile(rf"(?P<name>{name}?)(?=(?:同志|先生|女士|一家))"),
        re.compile(rf"(?:^|[、,，。;；:：助]|为)(?P<name>{name}?)(?=家?户?[(（]?[0-9.]+元[)）]|家?户[(（][0-9])"),
        re.compile(rf"(?:户|剩余|完成了?|戶)(?P<name>{name}?)(?=等(?:[0-9]|[\u4e00-\u9fff]{{2}}))"),
    )


def name_spans(folded: str) -> list[tuple[int, int]]:
    """Returns where a folded text names natural persons."""
    return sorted({match.span("name") for pattern in patterns() for match in pattern.finditer(folded)})


def masked(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> str:
    """Returns a piece of the print with the names in it covered."""
    hidden = {at for first, last in spans for at in range(first, last)}
    return "".join(MASK if at in hidden else text[at] for at in range(start, end))


def is_of_a_person(context: Context) -> bool:
    """True for a sum behind one person's name: a household in brackets, a gift of the author."""
    if context.found.kind not in ("cny", "foreign"):
        return False
    near = context.before[-14:] + "0元)" if context.before.endswith(("(", "（")) else ""
    listed = near and patterns()[2].search(near)
    own = re.search(r"(?:^|[,，。;；])(?:我|本人)[^,，。;；]{0,4}(?:捐|垫)[^,，。;；]{0,4}$", context.before)
    return bool(listed or own)
