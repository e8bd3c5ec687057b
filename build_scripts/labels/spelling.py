"""One spelling of every text, and how Chinese is read: Simplified characters, no accents, runs of words, pinyin.

Traditional characters are read as Simplified, one by one, so nothing depends on context. The search and the finder of
counties read names so; docs/assets/js/search-text.js reads in the same way what is typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from opencc import OpenCC
from pypinyin import lazy_pinyin

HAN_RANGES = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
HAN = re.compile(f"[{HAN_RANGES}]")
RUN = re.compile(f"[{HAN_RANGES}]+|[^\\W_{HAN_RANGES}]+")  # Han characters, or letters and digits
MARKS = re.compile("[\u0300-\u036f]")  # accents, once they stand apart from their letters
THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
DECIMAL_POINT = re.compile(r"(?<=[0-9])\.(?=[0-9])")
APOSTROPHE = re.compile("(?<=[a-z])['’ʼ](?=[a-z])")
BASIC_HAN = range(0x3400, 0xA000)


def fold(text: str) -> str:
    """Returns the text in one form: Simplified, lower case, no accents; Ürümqi -> urumqi, 鎮 -> 镇."""
    folded = unicodedata.normalize("NFKC", text).lower().translate(simplified())
    return MARKS.sub("", unicodedata.normalize("NFD", folded))


@cache
def simplified() -> dict[int, str]:
    """Returns Traditional -> Simplified, one character to one, without those that stay as they are."""
    every = [chr(code) for code in BASIC_HAN]
    converted = OpenCC("t2s").convert("\n".join(every)).split("\n")
    return {ord(old): new for old, new in zip(every, converted, strict=True) if old != new and len(new) == 1}


def runs(text: str) -> list[str]:
    """Returns runs of Han characters and words of a text, folded; 1,710.5 -> 1710d5, Xi'an -> xian."""
    return runs_of(fold(text))


def runs_of(folded: str) -> list[str]:
    """Returns the runs of a text that is folded already."""
    plain = DECIMAL_POINT.sub("d", THOUSANDS.sub("", folded))
    return RUN.findall(APOSTROPHE.sub("", plain))


def is_long_han(run: str) -> bool:
    return len(run) > 1 and bool(HAN.match(run))


def pinyin_terms(name: str) -> list[str]:
    """Returns the pinyin of each Han run, joined and by syllable: 紫阳县 -> ziyangxian zi yang xian."""
    return [term for run in runs(name) if is_long_han(run) for term in spelled(run)]


@cache
def spelled(run: str) -> tuple[str, ...]:
    syllables = lazy_pinyin(run)
    return ("".join(syllables), *syllables)


def syllables_of(names: Iterable[str]) -> dict[str, str]:
    """Returns syllable -> the characters read so in any name; 重 stands under chong and zhong."""
    found: dict[str, set[str]] = {}
    for run in {run for name in names for run in runs(name) if HAN.match(run)}:
        for character, syllable in zip(run, lazy_pinyin(run, errors=list), strict=True):
            found.setdefault(syllable, set()).add(character)
    return {syllable: "".join(sorted(found[syllable])) for syllable in sorted(found) if syllable.isascii()}
