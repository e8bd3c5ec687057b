"""The one formatter of the site: every number and date a reader sees is written here.

Printed precision is kept and never added to: 13.44 万元 stays 13.44 万元, 141,700,000 is 1.417 亿元 or CNY
141.7 million. A number does not part from its unit at a line's end (U+00A0). What is empty was not printed:
that is said in words, never shown as 0. Numbers go in as Decimal, or as float, read by its shortest decimals.
"""

import math
import re
from datetime import date
from decimal import Decimal

NBSP = "\u00a0"
NOT_PRINTED = {"zh": "原文未载数字", "en": "no figure printed"}
QUALIFIERS = ("exact", "about", "over", "nearly", "at_least", "at_most")
QUALIFIER_WORDS = {
    "zh": dict(zip(QUALIFIERS, ("", "约", "逾", "近", "不少于", "不超过"), strict=True)),
    "en": dict(zip(QUALIFIERS, ("", "about", "over", "nearly", "at least", "at most"), strict=True)),
}
MONEY_SCALES = {  # (power of ten from which the word is used, the word), largest first
    "zh": [(12, "万亿元"), (8, "亿元"), (4, "万元"), (0, "元")],
    "en": [(12, "trillion"), (9, "billion"), (6, "million"), (0, "")],
}
ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def show_money(amount: Decimal | float | None, qualifier: str, lang: str) -> str:
    """Returns an amount of yuan as 约 1,710 万元 or about CNY 17.1 million; NOT_PRINTED for None.

    Errors: KeyError for an unknown qualifier or language.
    """
    amount = _decimal(amount)
    if amount is None:
        return NOT_PRINTED[lang]
    power, word = next((p, w) for p, w in MONEY_SCALES[lang] if abs(amount) >= 10**p or p == 0)
    number = full_number(amount.scaleb(-power))
    parts = [number, word] if lang == "zh" else ["CNY", number, word]
    return _qualified(NBSP.join(filter(None, parts)), qualifier, lang)


def show_value(
    value: Decimal | float | None,
    unit_code: str,
    qualifier: str,
    lang: str,
    unit_words: dict[str, dict[str, str]],
) -> str:
    """Returns a value with its unit: 7,573 户 or 7,573 households; money and percentages in their own way.

    `unit_words` are the codes of the schema's unit column, code -> {zh, en}; an optional `one` is the English
    word after exactly 1. Errors: KeyError for an unknown unit, qualifier or language.
    """
    words = unit_words[unit_code]
    value = _decimal(value)
    if value is None:
        return NOT_PRINTED[lang]
    if unit_code == "cny":
        return show_money(value, qualifier, lang)
    if unit_code == "percent":
        return _qualified(show_percent(value), qualifier, lang)
    return _qualified(f"{full_number(value)}{NBSP}{unit_after(value, words, lang)}", qualifier, lang)


def unit_after(value: Decimal | None, words: dict[str, str], lang: str) -> str:
    """Returns the word of a unit behind a value: in English another one after exactly 1 where there is one."""
    return words.get("one", words["en"]) if lang == "en" and value == 1 else words[lang]


def show_percent(value: Decimal | float, places: int | None = None) -> str:
    """Returns 80 as 80%; `places` rounds (half to even) a share the ledger computed, never one it read."""
    value = _decimal(value)
    return f"{full_number(value if places is None else round(value, places))}%"


def full_number(value: Decimal | float) -> str:
    """Returns the whole number, 17,100,000 or 1,234.5678, without the zeros that end a fraction."""
    text = f"{_decimal(value):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def show_period(period: str | None, lang: str) -> str:
    """Returns an ISO 8601 date, partial date or interval in words: 2016–2020 年, August 2017; '' for None.

    An interval that ends where it begins is told once.
    Errors: ValueError for anything else, with the period in the message.
    """
    if not period:
        return ""
    first, slash, last = period.partition("/")
    if first == last:
        return _show_date(first, lang)
    if slash and lang == "zh" and len(first) == len(last) == 4:
        return f"{_show_date(first, 'en')}–{_show_date(last, 'zh')}"
    dash = "–" if lang == "zh" or len(first) == len(last) == 4 else f"{NBSP}– "
    return dash.join(_show_date(part, lang) for part in ([first, last] if slash else [first]))


def _show_date(iso: str, lang: str) -> str:
    """Returns 2017, 2017-08 or 2017-08-29 in words."""
    match = ISO_DATE.fullmatch(iso)
    if not match:
        raise ValueError(f"not a date: {iso!r}")
    numbers = [int(part) for part in match.groups() if part]
    day = date(*numbers, *[1] * (3 - len(numbers)))  # refuses month 13 and 30 February
    if lang == "zh":
        return NBSP.join(f"{n}{NBSP}{word}" for n, word in zip(numbers, "年月日", strict=False))
    words = [str(day.day), MONTHS[day.month - 1], match[1]]
    return NBSP.join(words[3 - len(numbers) :])


def _qualified(text: str, qualifier: str, lang: str) -> str:
    """Returns the text with the word of its qualifier before it."""
    word = QUALIFIER_WORDS[lang][qualifier]
    return f"{word}{NBSP if lang == 'zh' else ' '}{text}" if word else text


def _decimal(value: Decimal | float | None) -> Decimal | None:
    """Returns the value as Decimal; None for None and for NaN, which is how frames hold an empty cell."""
    if value is None or math.isnan(value):
        return None
    return value if isinstance(value, Decimal) else Decimal(str(value))
