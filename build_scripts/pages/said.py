"""Statements of money in words: as text for titles and search results, and piece by piece for a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from build_scripts.labels.remarks import (
    AGE,
    JUDGED,
    PRINTED,
    PUBLISHED,
    STATED_OF,
    STATED_OF_PART,
    judged_list,
    remark_words,
    remarks_of,
    stated_of,
    stated_of_all,
)
from build_scripts.labels.windows import bare_window, in_english, stage_key, window_key, years_in
from build_scripts.pages.book import TIME, Book, marked_year
from build_scripts.pages.names import html_name, said_label
from build_scripts.views.adding import has_open_start
from build_scripts.views.model import Claim
from build_scripts.views.said import NOTHING, Headline, Statement, Window
from build_scripts.views.whose import OF_OTHERS, is_under_pairing
from build_scripts.views.windows import joined_windows, window_said

FEW_WINDOWS = 4
COUNTRY = ("place", "cn")


@dataclass(frozen=True)
class Said:
    """The parts of one sentence as HTML, and the key of its words; the figure is the claim's, with its receipt."""

    claim_id: str
    key: str
    payer: Markup
    recipient: Markup
    label: Markup
    window: Markup
    stage: str
    remark: Markup


def headline(book: Book, kind: str, key: str) -> Headline:
    """Returns what may be said of the money of a pairing or place; nothing where there is nothing."""
    return book.views.headlines.get((kind, key), NOTHING)


def said(book: Book, statement: Statement, is_kind_told: bool = False) -> Said:
    """Returns the parts of one statement for a page; `is_kind_told` where a heading there calls the money fiscal."""
    claim = book.views.claims[statement.claim_id]
    return Said(
        claim.claim_id,
        sentence_key(claim),
        html_name(book, book.names.subject(*statement.payer)),
        html_name(book, recipient(book, claim)),
        said_label(book, claim).html,
        bare_window_html(book, statement.window),
        stage_word(book, claim),
        remark_html(book, statement.window, claim, statement.age, is_kind_told),
    )


def all_said(book: Book, found: Headline) -> list[Said]:
    """Returns the sentences of a headline: fiscal assistance first, then each other kind under its own name."""
    return [said(book, statement) for statement in (found.lead, *found.others) if statement]


def sentence(book: Book, statement: Statement) -> str:
    """Returns one statement as plain text: 东莞市给镇雄县的财政援助资金：2020 年拨付 1.3 亿元（6 年前）."""
    claim = book.views.claims[statement.claim_id]
    return book.text(
        sentence_key(claim),
        payer=book.names.subject(*statement.payer),
        recipient=recipient(book, claim),
        label=said_label(book, claim).text,
        **staged(book, claim, statement.window, statement.age),
    )


def sentence_key(claim: Claim) -> str:
    """Returns the key of a sentence: only what its provider pays is said to come from it (views/whose.py).

    The nation is told nothing of whom it helps.
    """
    if is_under_pairing(claim):
        return "said.sentence_under"
    if claim.subject == COUNTRY:
        return "said.sentence"
    return "said.sentence_firms" if claim.fund_source in OF_OTHERS else "said.sentence_to"


def recipient(book: Book, claim: Claim) -> str:
    """Returns the name of the place or organisation that a claim's money is for."""
    if claim.subject_kind != "pairing":
        return book.names.subject(*claim.subject)
    row = book.views.index.rows["pairings"][claim.subject_id]
    if row["recipient_org_id"]:
        return book.names.organisation(row["recipient_org_id"])
    return book.names.place(row["recipient_place_id"])


def short(book: Book, statement: Statement | None, is_kind_told: bool = False) -> str:
    """Returns what the money is, window, stage and amount for where there is room for one line; '' for nothing.

    A pairing's title says who pays; of a place the payer is said.
    """
    if statement is None:
        return ""
    if statement.subject[0] == "place":
        return sentence(book, replace(statement, age=None))
    return named_amount(book, book.views.claims[statement.claim_id], statement.window, is_kind_told)


def staged_amount(book: Book, claim: Claim) -> str:
    """Returns an amount with what it is, its stage as a word inside it and its window: 总投资：2020 年计划 20 亿元."""
    return named_amount(book, claim, window_of(book, claim))


def named_amount(book: Book, claim: Claim, window: Window, is_kind_told: bool = False) -> str:
    told = staged(book, claim, window, is_kind_told=is_kind_told)
    return book.text("said.named", label=said_label(book, claim).text, **told)


def staged(
    book: Book, claim: Claim, window: Window, age: int | None = None, is_kind_told: bool = False
) -> dict[str, str]:
    return {"window": bare_window(window, book.lang), "stage": stage_word(book, claim), "amount": book.value(claim),
            "remark": remark_words(window, book.lang, claim, age, is_kind_told)}  # fmt: skip


def remark_html(
    book: Book, window: Window, claim: Claim | None = None, age: int | None = None, is_kind_told: bool = False
) -> Markup:
    """Returns the same as `remark_words`, what is printed and what is counted marked as such."""
    said = [told_html(book, key, value) for key, value in remarks_of(window, book.lang, claim, age, is_kind_told)]
    return book.say("said.remarks", list=book.say("said.remarks_join").join(said)) if said else Markup()


def stated_html(book: Book, claims: Iterable[Claim]) -> Markup:
    """Returns in brackets of whom else the figures of a sum are printed; '' where all are printed of their subject."""
    claims = tuple(claims)
    if text := stated_of_all(claims, book.lang):
        said = [told_html(book, STATED_OF, text)]
    else:
        said = [stated_part(book, claim) for claim in claims if stated_of(claim, book.lang)]
    return book.say("said.remarks", list=book.say("said.remarks_join").join(said)) if said else Markup()


def stated_part(book: Book, claim: Claim) -> Markup:
    """Returns the amount of a part of a sum with whom it is printed of."""
    amount = Markup('<data value="{}">{}</data>').format(claim.value, book.value(claim))
    return book.say(STATED_OF_PART, amount=amount, text=book.printed(stated_of(claim, book.lang)))


def told_html(book: Book, key: str, value: str | int) -> Markup:
    if key == AGE:
        return book.say(AGE, n=value)
    if key == PUBLISHED:
        return book.say(key, text=marked_year(str(value)))
    if key == JUDGED:
        value = judged_list(str(value), book.lang)
    return book.say(key, text=book.printed(value) if key in PRINTED else value)


def stage_word(book: Book, claim: Claim) -> str:
    return book.text(stage_key(claim))


def window_html(book: Book, window: Window) -> Markup:
    """Returns the same as `window_words`, the period marked as a time."""
    return bare_window_html(book, window) + remark_html(book, window)


def bare_window_html(book: Book, window: Window) -> Markup:
    return book.say(window_key(window), period=book.period(window.period)) + length_html(book, window.length)


def period_of(book: Book, claim: Claim) -> Markup:
    """Returns a claim's period for lists and receipts, a printed length of time beside it; empty for neither.

    A running total of which the end alone is known is told to that day, month or year: 截至 2025 年 9 月.
    """
    period = book.period(claim.period)
    if not has_open_start(claim):
        return period + length_html(book, claim.period_length)
    told = book.say("said.to", period=period)
    return told + (length_html(book, claim.period_length) or book.say("said.no_start"))


def length_html(book: Book, length: str | None) -> Markup:
    """Returns a printed length of time as it stands beside a period, its number marked as a time; '' for none."""
    if not length:
        return Markup("")
    told, number = length if book.lang == "zh" else in_english(length), years_in(length)
    return book.say("said.length", length=TIME.format(f"P{number}Y", told) if number else book.printed(told))


def window_of(book: Book, claim: Claim) -> Window:
    """Returns the window of a claim's figure, worked out once a book: a claim stands in many sums."""
    key = ("window", claim.claim_id)
    if key not in book.kept:
        pairing = book.views.index.rows["pairings"].get(claim.subject_id)
        book.kept[key] = window_said(claim, pairing and pairing["programme"])
    return book.kept[key]


def newest_first(book: Book, claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (window_of(book, claim).last, claim.value), reverse=True)


def windows_of(book: Book, claims: Iterable[Claim]) -> Markup:
    """Returns the times of several figures, never a span with holes: 2021 年、2024 年.

    Whole years that follow each other are drawn together; more than a few windows are counted.
    """
    listed = [window_html(book, each) for each in joined_windows(window_of(book, claim) for claim in claims)]
    more = [book.say("said.more_windows", n=len(listed))] * (len(listed) > FEW_WINDOWS)
    return Markup(book.text("evidence.comma")).join([*listed[-FEW_WINDOWS:], *more])
