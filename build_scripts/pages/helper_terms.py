"""When a helper helped, in words: the years by one document or by several, and in which year it was last read of."""

from __future__ import annotations

from markupsafe import Markup

from build_scripts.pages.book import Book, marked_year
from build_scripts.views.gaps import ANNOUNCED, WINDOW
from build_scripts.views.programmes import FIRST_ROUND, PRESENT, UNNAMED
from build_scripts.views.said import Helper, Term

SUPPLIED = ("round", "counted", "from_printed", WINDOW, ANNOUNCED)  # years that no document prints as the pairing's
EVER = "9999"  # later than any end


def listed_terms(book: Book, terms: tuple[Term, ...]) -> Markup:
    """Returns the years by one document, or by several of which each says its own."""
    said = [term_said(book, term) for term in without_inner(terms)]
    if len(said) == 1:
        return said[0]
    return book.say("said.answer.differ", terms=Markup(book.text("said.answer.between")).join(said))


def is_open(helper: Helper) -> bool:
    """True where nothing says until when a helper helps: no document, nor the round where a beginning is told."""
    terms = helper.told or (helper.term,)
    is_of_a_round = helper.programme in (FIRST_ROUND, PRESENT) and any(term.first for term in terms)
    return not is_of_a_round and not any(term.last for term in terms)


def seen_said(book: Book, helper: Helper) -> list[Markup]:
    """Returns the year of the latest document that speaks of a helper, and that its date was judged where it was."""
    if not helper.seen:
        return []
    return [book.say("said.answer.last_seen", year=marked_year(helper.seen)), *seen_judged(book, helper)]


def seen_judged(book: Book, helper: Helper) -> list[Markup]:
    """Returns that the year in which a helper was last seen was judged by the editors; nothing where it is printed."""
    return [book.say("said.answer.seen_judged")] * helper.is_seen_judged


def without_inner(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Returns the terms without the spans that a document speaks of where another one tells of a longer time: they do
    not differ.
    """
    return tuple(term for term in terms if not any(is_inner(term, other) for other in terms if other != term))


def is_inner(term: Term, other: Term) -> bool:
    """True where a term is the span a document speaks of, and lies within another."""
    if term.dates_basis != WINDOW or not term.first or not other.first:
        return False
    return other.first <= term.first and (term.last or EVER) <= (other.last or EVER)


def term_said(book: Book, term: Term) -> Markup:
    """Returns the years as stated, and how they are known where no document prints them."""
    if not term.first and not term.last:
        return book.say("said.answer.not_stated")
    key = "span" if term.first and term.last else "since" if term.first else "until"
    key = "one_year" if term.first == term.last else key
    first, last = marked_year(term.first or ""), marked_year(term.last or "")
    years = book.say(f"said.answer.{key}", first=first, last=last)
    if term.dates_basis not in SUPPLIED or (term.dates_basis == "from_printed" and not term.last):
        return years
    return years + Markup(book.text("pages.list_comma")) + book.say(f"said.answer.{term.dates_basis}")


def by_policy(others: tuple[Helper, ...]) -> list[tuple[str, tuple[Helper, ...]]]:
    """Returns helpers outside East–West cooperation, and apart those of which no document says by which policy."""
    unnamed = tuple(helper for helper in others if helper.programme == UNNAMED)
    return [("other", tuple(helper for helper in others if helper not in unnamed)), ("unnamed", unnamed)]
