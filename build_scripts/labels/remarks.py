"""What must be said beside an amount: of its print, of whom it is stated, of what the editors judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_scripts.labels import word
from build_scripts.reading.figures import UnreadableFigure, read_figure
from build_scripts.views.model import Claim

FISCAL = "财政"  # in a label: the money is said to be of the budget
LATIN = {"近": "nearly ", "一": "1", "亿": " yi", "億": " yi", "万": " wan", "萬": " wan", "元": " yuan"}
HAN = re.compile("[㐀-鿿]+")


def remark_words(claim: Claim, lang: str) -> str:
    """Returns what stands in brackets behind an amount; '' where nothing must be said.

    In English what is printed stands in Latin letters, since plain text cannot say that a word of it is Chinese.
    """
    said = [word(lang, key, text=text if lang == "zh" else in_latin(text)) for key, text in remarks_of(claim, lang)]
    return word(lang, "said.remarks", list=word(lang, "said.remarks_join").join(said)) if said else ""


def remarks_of(claim: Claim, lang: str) -> Iterator[tuple[str, str]]:
    """Yields the key of each remark with the text it names."""
    if stated := stated_of(claim, lang):
        yield "said.remark.stated_of", stated
    if judged := judged_of(claim):
        what = (word(lang, f"said.judged_what.{name}") for name in judged)
        yield "said.remark.judged", word(lang, "said.judged_join").join(what)
    if fault := unit_fault(claim):
        yield f"said.remark.{fault}", claim.as_printed


def judged_of(claim: Claim) -> list[str]:
    """Returns which of a sentence's own words the editors chose: the stage, and that the money is called fiscal."""
    said = {"stage": bool(claim.stage), "fund_source": FISCAL in (claim.label_zh or "")}
    return [name for name, is_said in said.items() if is_said and name in claim.inferred]


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
