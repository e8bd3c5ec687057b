"""What must be said beside an amount: of its window, of its print, of whom it is stated, of what the editors judged.

All of it stands in one pair of brackets behind the amount: a row of brackets is read by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_scripts.labels import word
from build_scripts.labels.numbers import show_money
from build_scripts.reading.figures import UnreadableFigure, read_figure
from build_scripts.views.model import Claim
from build_scripts.views.said import Window
from build_scripts.views.windows import is_printed_early

AGE = "said.age"
PAYERS = ("payer_place_id", "provider_place_id")  # of funds, of observations
JUDGED_MARK = "*"  # a note says what it stands for
JUDGED = "said.remark.judged"
STATED_OF, NO_UNIT, TWO_SCALES = (f"said.remark.{name}" for name in ("stated_of", "no_unit", "two_scales"))
STATED_OF_PART = "said.remark.stated_of_part"  # of a sum
PUBLISHED = "said.remark.published"  # names a year
PRINTED = (STATED_OF, NO_UNIT, TWO_SCALES)  # remarks whose text is what a document prints
RECENT = 1  # years; a figure of the last year needs no age
FISCAL = "财政"  # in a label: the money is said to be of the budget
UNDATED = ("unstated", "unstated_sum")  # windows of which nothing is printed
SHOWN = ("enterprise_investment", "social_donation")  # kinds of money that must not be taken for public money
LATIN = {"近": "nearly ", "一": "1", "亿": " yi", "億": " yi", "万": " wan", "萬": " wan", "元": " yuan"}
HAN = re.compile("[㐀-鿿]+")

Remark = tuple[str, str | int]  # key of its words, what they name


def remark_words(
    window: Window, lang: str, claim: Claim | None = None, age: int | None = None, is_kind_told: bool = False
) -> str:
    """Returns what stands in brackets behind an amount, or behind a window where no claim is given; '' for nothing.

    `is_kind_told` where a heading calls the money fiscal, whatever its label says.
    In plain text no word can be marked as Chinese, so the scales of an English quotation are in Latin letters.
    """
    said = [told(key, value, lang) for key, value in remarks_of(window, lang, claim, age, is_kind_told)]
    return word(lang, "said.remarks", list=word(lang, "said.remarks_join").join(said)) if said else ""


def told(key: str, value: str | int, lang: str) -> str:
    if key == JUDGED:
        value = judged_list(str(value), lang)
    if key == AGE:
        return word(lang, f"{key}.other", n=value)
    return word(lang, key, text=in_latin(value) if lang == "en" and key in (NO_UNIT, TWO_SCALES) else value)


def remarks_of(
    window: Window, lang: str, claim: Claim | None = None, age: int | None = None, is_kind_told: bool = False
) -> Iterator[Remark]:
    """Yields what must be said of the window, of what the editors judged, of the print, and the age in years."""
    if window.is_across:
        yield "said.remark.across", ""
    if judged := judged_words(window, lang, claim, is_kind_told):
        yield JUDGED, judged
    if window.is_placed:
        yield f"said.remark.{'placed_in_round' if window.is_across else 'placed'}", ""
    if window.is_early:
        yield "said.remark.early", ""
    if window.is_in_course:
        yield "said.remark.in_course", ""
    if claim and window.kind in UNDATED:
        yield (PUBLISHED, claim.published[:4]) if claim.published else ("said.remark.no_date", "")
    if window.is_open:
        yield "said.remark.open", ""
    if window.is_followed:
        yield "said.remark.followed", ""
    if claim:
        yield from remarks_on_print(claim, lang)
    if (age or 0) > RECENT:
        yield AGE, age


def judged_list(judged: str, lang: str) -> str:
    """Returns what the editors judged with its last joined as a sentence joins it."""
    join, last = (word(lang, f"said.{name}") for name in ("judged_join", "judged_last"))
    return last.join(judged.rsplit(join, 1))


def judged_words(window: Window, lang: str, claim: Claim | None, is_kind_told: bool) -> str:
    """Returns what the editors judged of a figure: its window, its stage, the kind of its money and the year of its
    document where these are said, its payer; else ''.
    """
    judged = {"period": window.is_inferred, "basis": window.is_judged}
    if claim:
        is_kind_said = is_kind_told or FISCAL in (claim.label_zh or "") or claim.fund_source in SHOWN
        said = {"stage": bool(claim.stage), "fund_source": is_kind_said}
        judged |= {name: is_said and name in claim.inferred for name, is_said in said.items()}
        is_day_told = window.is_in_course or window.is_early or window.kind in UNDATED
        judged["published"] = claim.is_published_judged and is_day_told
        judged["payer"] = any(name in claim.inferred for name in PAYERS)
    what = [word(lang, f"said.judged_what.{name}") for name, is_so in judged.items() if is_so]
    return word(lang, "said.judged_join").join(what)


def sum_remark_words(claims: Iterable[Claim], windows: Iterable[Window], lang: str) -> str:
    """Returns what stands in brackets behind a sum, of fiscal money: all that any of its figures needs."""
    claims = tuple(claims)
    each = [remarks_of(window, lang, claim, is_kind_told=True) for window, claim in zip(windows, claims, strict=True)]
    pairs = list(dict.fromkeys(remark for remarks in each for remark in remarks))
    join = word(lang, "said.judged_join")
    judged = dict.fromkeys(what for key, value in pairs if key == JUDGED for what in str(value).split(join))
    said = [told(JUDGED, join.join(judged), lang)] if judged else []
    said += [told(key, value, lang) for key, value in pairs if key not in (JUDGED, STATED_OF)]
    said += stated_of_some(claims, lang)
    return word(lang, "said.remarks", list=word(lang, "said.remarks_join").join(said)) if said else ""


def marks_on_sum(claims: Iterable[Claim], lang: str) -> str:
    """Returns what must stand beside fiscal money where there is little room: a star where its kind or a period was
    judged, or a period had not ended, and in brackets of whom else it is printed; '' for nothing.
    """
    claims = tuple(claims)
    is_judged = any("fund_source" in c.inferred or (c.period and "period" in c.inferred) for c in claims)
    has_star = is_judged or any(c.period and is_printed_early(c) for c in claims)
    said = stated_of_some(claims, lang)
    brackets = word(lang, "said.remarks", list=word(lang, "said.remarks_join").join(said)) if said else ""
    return (JUDGED_MARK if has_star else "") + brackets


def stated_of_some(claims: tuple[Claim, ...], lang: str) -> list[str]:
    """Returns of whom the figures of a sum are printed: of all of it where they agree, else with each one's amount."""
    if text := stated_of_all(claims, lang):
        return [told(STATED_OF, text, lang)]
    parts = ((claim, stated_of(claim, lang)) for claim in claims)
    said = ((show_money(claim.value, claim.qualifier, lang), text) for claim, text in parts if text)
    return [word(lang, STATED_OF_PART, amount=amount, text=text) for amount, text in said]


def stated_of_all(claims: Iterable[Claim], lang: str) -> str:
    """Returns of whom all of the figures are printed; '' where they differ, or are printed of their subject."""
    of = {stated_of(claim, lang) for claim in claims}
    return of.pop() if len(of) == 1 else ""


def remarks_on_print(claim: Claim, lang: str) -> Iterator[Remark]:
    if stated := stated_of(claim, lang):
        yield STATED_OF, stated
    if fault := unit_fault(claim):
        yield f"said.remark.{fault}", claim.as_printed


def stated_of(claim: Claim, lang: str) -> str:
    """Returns whom the print states a figure of; '' where that is its subject."""
    return (claim.stated_of_zh if lang == "zh" else claim.stated_of_en or claim.stated_of_zh) or ""


def in_latin(printed: str) -> str:
    """Returns a printed amount with its scales in pinyin: 2.27亿万元 → 2.27 yi wan yuan; other Chinese words go."""
    for sign, latin in LATIN.items():
        printed = printed.replace(sign, latin)
    return " ".join(HAN.sub(" ", printed).split())


def unit_fault(claim: Claim) -> str:
    """Returns what is wrong with the printed unit of an amount of money: no_unit, two_scales, '' for nothing."""
    if claim.unit != "cny" or claim.value is None:
        return ""
    try:
        return "" if read_figure(claim.as_printed).unit else "no_unit"
    except UnreadableFigure as reason:
        return "two_scales" if str(reason) == "two_scales" else ""
