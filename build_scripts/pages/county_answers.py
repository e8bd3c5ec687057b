"""The answers of the counties of one page; what is told of a place above many of them stands there once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from build_scripts.pages.above import AnswerAbove
from build_scripts.pages.answers import AnswerWords
from build_scripts.pages.book import Book

OFTEN = 3  # times that an answer would stand on a page; from then on it stands once, and the others lead to it
Counties = list[dict]  # counties that share an answer


@dataclass(frozen=True)
class Prefecture:
    """A prefecture with what is told of it once, and its counties, each with the lines of its answer."""

    heading: dict
    once: list[AnswerAbove]
    answers: list[tuple[Counties, list[Markup]]]


def county_answers(
    book: Book, province: str, prefectures: list[tuple[dict, list[Counties]]], to: Callable[[str], str]
) -> tuple[list[AnswerAbove], list[Prefecture]]:
    """Returns what is told once of the whole page, and its prefectures; `to` gives addresses as seen from the page."""
    words = AnswerWords(book, to)
    above = {first(each): words.answers_above(first(each)) for _, groups in prefectures for each in groups}
    once = told_often([answer for answers in above.values() for answer in answers])
    below = {heading["place_id"] for heading, _ in prefectures} - {province}
    found = [
        Prefecture(
            heading,
            [each for each in once if each.place_id == heading["place_id"] in below],
            [(each, lines_of(words, each, above[first(each)], once)) for each in groups],
        )
        for heading, groups in prefectures
    ]
    return [each for each in once if each.place_id not in below], found


def first(counties: Counties) -> str:
    return counties[0]["place_id"]


def told_often(answers: list[AnswerAbove]) -> list[AnswerAbove]:
    """Returns of each place the answer that is told most, where that is often."""
    counts = Counter(answers)
    most = {each.place_id: each for each, _ in reversed(counts.most_common())}
    return [each for each in counts if counts[each] >= OFTEN and most[each.place_id] == each]


def lines_of(
    words: AnswerWords, counties: Counties, above: list[AnswerAbove], once: list[AnswerAbove]
) -> list[Markup]:
    """Returns what is known of a county, or of several of which nothing was read; of a place above it in full, or
    that it stands above.
    """
    book, place_id, is_one = words.book, first(counties), len(counties) == 1
    lines = words.own_lines(place_id) if is_one else lines_for_all(words, place_id)
    for answer in above:
        if answer in once:
            key = "above" if is_one else "above_all"
            place = Markup('<a href="#{}">{}</a>').format(answer.anchor, words.name(answer.place_id))
            lines += [book.say(f"said.answer.{key}", place=place), book.say("pages.county.see_above")]
        else:
            lines += words.said_above(answer, is_one)
    return lines


def lines_for_all(words: AnswerWords, place_id: str) -> list[Markup]:
    """Returns what is known of several counties that share their answer, `place_id` one of them; nothing was read of
    any.
    """
    answer, not_read = words.book.views.answers[place_id], words.book.say("pages.county.not_read")
    if not answer.rounds:
        return [not_read, words.book.say("pages.county.never")]
    return [not_read, *words.out_of_scope(answer)]
