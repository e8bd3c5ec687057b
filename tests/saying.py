"""Rules for what is said of money, held against words: written here a second time, apart from the program's own.

`faults_of` holds a sentence against the row it speaks of, `faults_in` a text of which only the words are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
STAGES = {
    "zh": {"budgeted": "计划", "agreed": "签约", "allocated": "安排", "disbursed": "拨付", "received": "到位",
           "spent": "使用"},
    "en": {"budgeted": "planned", "agreed": "signed", "allocated": "allocated", "disbursed": "disbursed",
           "received": "in place", "spent": "spent"},
}  # fmt: skip
DONE = {"zh": "完成", "en": "completed"}  # of the investment of a project, where money is spent
CUMULATIVE = {"zh": "累计", "en": "cumulative"}
NO_TIME = {"zh": "未载明", "en": "not stated"}
JUDGED = {"zh": "整理者推定", "en": "inferred by the editors"}
EARLY = {"zh": "尚未结束", "en": "before the period had ended"}
OF_DAY_AND_PAYER = "(?:(?:,| and) year of the document)?(?:(?:,| and) payer)? inferred by the editors"
STAGE_JUDGED = {
    "zh": re.compile("阶段(、资金性质)?(、文件的年份)?(、出资方)?由整理者推定"),
    "en": re.compile(f"stage(?:(?:,| and) kind of money)?{OF_DAY_AND_PAYER}"),
}
MONEY_JUDGED = {
    "zh": re.compile("资金性质(、文件的年份)?(、出资方)?由整理者推定"),
    "en": re.compile(f"kind of money{OF_DAY_AND_PAYER}"),
}
PAYER_JUDGED = {"zh": "出资方由整理者推定", "en": "payer inferred by the editors"}
BASIS_JUDGED = {"zh": re.compile("是否累计"), "en": re.compile(r"basis(,| and| inferred)")}
ACROSS = {"zh": "两轮", "en": "both rounds"}
UNIT = re.compile(r"元|圆|yuan|RMB|CNY", re.I)
TWO_SCALES = re.compile("亿万|万万")  # 2.27亿万元
AMOUNT = {"zh": re.compile(r"\d[\d,.]* ?[万亿]{0,2}元"), "en": re.compile(r"CNY [\d,.]+")}
TIME = {"zh": re.compile(r"\d{4} 年|\d{4}–\d{4} 年|未载明"), "en": re.compile(r"\b(?:19|20)\d\d\b|not stated")}
RANKS = {  # a source of the lowest reliability is named as such: a class of sources, no rank of whom it speaks of
    "zh": re.compile(r"(?<!可靠性)最[多大高少小低]|首位|居首|领先|第一(?!轮|书记|次|产业|页)"),
    "en": re.compile(
        r"\b(?:most(?! recent| complete)|largest|biggest|highest|greatest|smallest|lowest(?! reliability))\b", re.I
    ),
}


@dataclass(frozen=True)
class Row:
    """What a row says: as in its table, `payers` the names of which one must be said, `amount` in words."""

    period: str | None
    basis: str
    stage: str | None
    payers: tuple[str, ...]
    amount: str
    is_inferred: bool = False
    is_east_west: bool = True
    rank: int = 1  # of its source's reliability
    is_early: bool = False  # printed before its period had ended
    is_stage_inferred: bool = False
    is_kind_inferred: bool = False  # called fiscal, or money of firms, or a gift, by the editors alone
    is_payer_inferred: bool = False
    is_basis_inferred: bool = False
    stated_of: str = ""  # of whom the source states it, where that is another
    printed: str = "元"  # an amount of money, as it stands in the source


def faults_of(words: str, row: Row, lang: str) -> list[str]:
    """Returns what a sentence on one row leaves out or may not say."""
    words, amount = plain(words), plain(row.amount)
    named = not row.payers or any(plain(name) in words for name in row.payers)
    stages = (STAGES[lang].get(row.stage, ""), DONE[lang] if row.stage == "spent" else "\0")
    checks = {
        "amount": amount in words,
        "payer": named,
        "stage": not row.stage or any(stage in words for stage in stages),
        "time": all(part in words for part in said_times(row.period, lang)),
        "basis": row.basis != "cumulative" or CUMULATIVE[lang] in words,
        "judged": not row.is_inferred or JUDGED[lang] in words,
        "early": not row.is_early or EARLY[lang] in words,
        "stage_judged": not row.is_stage_inferred or bool(STAGE_JUDGED[lang].search(words)),
        "money_judged": not row.is_kind_inferred or bool(MONEY_JUDGED[lang].search(words)),
        "payer_judged": not row.is_payer_inferred or PAYER_JUDGED[lang] in words,
        "basis_judged": not row.is_basis_inferred or bool(BASIS_JUDGED[lang].search(words)),
        "rounds": not (row.is_east_west and runs_across(row.period)) or ACROSS[lang] in words,
        "stated_of": plain(row.stated_of) in words,
        "unit": has_unit(row.printed) or as_said(row.printed, lang) in words,
        "reliability": row.rank < 5,
        "rank": not RANKS[lang].search(words),
    }
    return [name for name, holds in checks.items() if not holds]


def has_unit(printed: str) -> bool:
    """True where money is printed in a unit that can be meant."""
    return bool(UNIT.search(printed)) and not TWO_SCALES.search(printed)


def as_said(printed: str, lang: str) -> str:
    """Returns how the print of an amount is quoted; English has its scales in pinyin."""
    if lang == "zh":
        return plain(printed)
    for sign, latin in (("近", "nearly "), ("亿", " yi"), ("万", " wan"), ("元", " yuan")):
        printed = printed.replace(sign, latin)
    return " ".join(printed.replace("个", "").split())


def plain(words: str) -> str:
    """Returns words with ordinary spaces."""
    return words.replace("\u00a0", " ")


def said_times(period: str | None, lang: str) -> list[str]:
    """Returns what must stand in words of a period: its years, and months where it is no whole year."""
    if not period:
        return [NO_TIME[lang]]
    ends = period.split("/")
    if len(ends) == 2 and ends[0][:4] == ends[1][:4] and (ends[0][4:], ends[1][4:]) == ("-01", "-12"):
        return [ends[0][:4]]
    return [part for end in ends for part in said_date(end, lang)]


def said_date(date: str, lang: str) -> list[str]:
    year, _, rest = date.partition("-")
    if not rest:
        return [year]
    month = int(rest[:2])
    return [year, f"{month} 月" if lang == "zh" else MONTHS[month - 1]]


def runs_across(period: str | None) -> bool:
    """True where a period begins before the second round and ends within it."""
    first, _, last = (period or "").partition("/")
    return bool(last) and first[:4] < "2021" <= last[:4]


def faults_in(text: str, lang: str, unstaged: tuple[str, ...] = ()) -> list[str]:
    """Returns the faults of a text of which nothing but the words is known; `unstaged` names money without stages."""
    text = plain(text)
    found = ["rank"] if RANKS[lang].search(text) else []
    if not AMOUNT[lang].search(text):
        return found
    stages = (*STAGES[lang].values(), DONE[lang], *unstaged)
    found += [] if any(stage in text for stage in stages) else ["stage"]
    return found + ([] if TIME[lang].search(text) else ["time"])
