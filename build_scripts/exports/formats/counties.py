"""`data/counties.json`: what the county finder needs, every county of the provinces that receive or received.

One small file serves both languages and works offline. A place is one string, since a thousand objects would be five
times the size: name | English name without its suffix | id where it has a page | helpers | year last seen | aliases |
helpers before | helpers by other programmes; a province or prefecture ends with the year.
Helpers and aliases are separated by `;`, a helper is its two names with `/` between them. Where present helpers were
last seen in different years each has its year as a third part, and the line has none; a pair that the editors read from
works, money or lists ends with `?`. A county that no arrangement of
the ledger takes in, and of which nothing was read, begins with `~`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from opencc import OpenCC

from build_scripts.exports.encode import JSON
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.labels import LANGUAGES
from build_scripts.views.model import Views
from build_scripts.views.places import names_of
from build_scripts.views.programmes import PRESENT
from build_scripts.views.said import Helper, Subject

SUFFIXES = (" County", " District", " City", " Banner", " Autonomous")
OUTSIDE = "~"  # mark of a county outside every arrangement
JUDGED = "?"  # mark of a pair that no document names as one
MOST = 3  # helpers that are named


def downloads(edition: Edition) -> Iterator[Download]:
    content = json.dumps(finder(edition.views), ensure_ascii=False, separators=(",", ":")).encode()
    titles = in_languages("exports.file_titles.counties"), in_languages("pages.data.files.counties")
    yield Download("data/counties.json", content, JSON, *titles)


def finder(views: Views) -> dict:
    """Returns {"script": [traditional, simplified], "provinces": [{area, inScope, prefectures}]}.

    A prefecture is a list of its own line and those of its counties.
    """
    places, groups = views.places, defaultdict(lambda: defaultdict(list))
    for key in views.answers:
        if places.level(key) == "county" and (province := places.province_of(key)):
            groups[province][places.chain(key)[1]].append(key)
    provinces = [
        {
            "area": area(views, province),
            "inScope": PRESENT in rounds(views, prefectures),
            "prefectures": [
                [area(views, key), *(county(views, each) for each in sorted(counties))]
                for key, counties in sorted(prefectures.items())
            ],
        }
        for province, prefectures in sorted(groups.items())
    ]
    return {"script": traditional(provinces), "provinces": provinces}


def rounds(views: Views, prefectures: dict[str, list[str]]) -> set[str]:
    return {programme for keys in prefectures.values() for key in keys for programme in views.answers[key].rounds}


def area(views: Views, key: str) -> str:
    """Returns a province or prefecture: names, id where it has a page, helpers and the year last seen."""
    answer, page = views.answers.get(key), key if key in views.shown_places else ""
    helped = present_of(views, answer.present) if answer else ()
    return line(*(views.places.name(key, lang) for lang in LANGUAGES), page, *helped)


def county(views: Views, key: str) -> str:
    answer, row = views.answers[key], views.index.rows["places"][key]
    page = key if key in views.shown_places else ""
    aliases = ";".join(alias for alias in names_of(row)[2:] if alias not in row["name"])  # a part of the name finds it
    now, seen = present_of(views, answer.present)
    groups = (answer.former, (*answer.other, *answer.several))
    before, other = ("", "") if now else (helpers_of(views, group) for group in groups)
    mark = "" if answer.rounds or answer.is_known else OUTSIDE
    return line(mark + row["name"], plain_english(row["name_en"]), page, now, seen, aliases, before, other)


def line(*cells: str) -> str:
    return "|".join(cells).rstrip("|")


def plain_english(name: str) -> str:
    """Returns the name without the words for its kind, which a reader does not type; what tells it apart stays."""
    name, mark, above = name.partition(" (")
    for suffix in SUFFIXES:
        name = name.partition(suffix)[0]
    return name + mark + above


def present_of(views: Views, helpers: Iterable[Helper]) -> tuple[str, str]:
    """Returns the present helpers and the year in which all of them were last seen; '' where no document is dated."""
    years = {helper.seen or "" for helper in helpers}
    if len(years) > 1:
        return helpers_of(views, helpers, with_year=True), ""
    return helpers_of(views, helpers), next(iter(years), "")


def helpers_of(views: Views, helpers: Iterable[Helper], with_year: bool = False) -> str:
    """Returns the first helpers, each provider once, as it was last seen: they come ordered, the last seen first."""
    providers: dict[Subject, Helper] = {}
    for helper in helpers:
        providers.setdefault(helper.provider, helper)
    return ";".join("/".join(helper_names(views, each, with_year)) for each in [*providers.values()][:MOST])


def helper_names(views: Views, helper: Helper, with_year: bool) -> list[str]:
    """Returns the provider's name in both languages, the year it was last seen where that is asked, and the mark."""
    kind, key = helper.provider
    year = (with_year and helper.seen) or ""
    more = [year + JUDGED * helper.is_judged] if year or helper.is_judged else []
    if kind == "place":
        return [views.places.name(key, "zh"), plain_english(views.places.name(key, "en")), *more]
    row = views.index.rows["organisations"][key]
    return [row["name"], row["name_en"] or row["name"], *more]


def traditional(provinces: list[dict]) -> list[str]:
    """Returns the traditional forms of the characters of all names, and the simplified ones in the same order."""
    simplified = sorted({char for char in json.dumps(provinces, ensure_ascii=False) if "\u3400" <= char <= "\u9fff"})
    convert = OpenCC("s2t").convert
    pairs = [(convert(char), char) for char in simplified if convert(char) != char and len(convert(char)) == 1]
    return ["".join(side) for side in zip(*pairs, strict=True)] or ["", ""]
