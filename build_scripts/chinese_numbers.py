"""Chinese numerals and scripts: what figures.py needs before it can see a number.

Printed reports mix full-width digits, Traditional characters (often converted by machine) and numerals in
words. `plain` brings a print to half-width Simplified; `chinese_number` reads a numeral below 万. The scales
万 and 亿 are left to figures.py, since they follow Arabic digits just as often.
"""

import re
from decimal import Decimal
from functools import lru_cache

DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
NUMERAL = r"(?:[零〇一二三四五六七八九十廿卅两壹贰叁肆伍陆柒捌玖拾佰仟]|百(?!分)|千(?!瓦|克|米|伏|卡))"
DIGIT_RUN = re.compile(r"[零〇一二三四五六七八九]{3,}")
ADJACENT = re.compile(r"[一二三四五六七八九两][一二三四五六七八九两]")
SHORTENED = re.compile(r"(.*)([百千])([一二三四五六七八九])")


class _Simplified(dict):
    """A table for str.translate that asks OpenCC for each Han character once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _converter().convert(char) if "㐀" <= char <= "鿿" else char
        return self[code]


@lru_cache(maxsize=None)
def _converter():
    from opencc import OpenCC  # here, not above: a ledger without Chinese prints never needs it

    return OpenCC("t2s")


# Not NFKC: it turns ℅ into c/o, ㎡ into m2 and ② into 2, and so invents digits.
_FORMS = _Simplified({0xFF01 + i: chr(0x21 + i) for i in range(94)})
_FORMS.update(str.maketrans({"　": " ", "℅": "%", "㎡": "平方米", "㎞": "公里", "㎏": "公斤", "￥": "¥",
                             "²": "²", "³": "³", "餘": "余", "裡": "里", "裏": "里"}))


def plain(text: str) -> str:
    """Return the print in half-width Simplified, spaces kept only between two Latin letters or digits."""
    text = re.sub(r"\s+", " ", text.translate(_FORMS)).strip()
    return re.sub(r" (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) ", "", text)


@lru_cache(maxsize=4096)
def chinese_number(numeral: str) -> Decimal:
    """Return the value of a Simplified numeral below 万, such as 三千五百, 廿三, 五点九 or 半.

    Errors: ValueError for what is no single number (五六 is "five or six", 二十百 is nothing).
    Source of the rules: cn2an in strict mode, behind the normalisation below. Its normal mode reads 五六 as
    56 and fails with KeyError on 三亿五; its strict mode refuses 两, 〇, 卅 and 一百五, which are all printed.
    """
    if numeral == "半":
        return Decimal("0.5")
    whole, _, fraction = numeral.translate(FINANCIAL).partition("点")
    if fraction:
        return chinese_number(whole) + Decimal("0." + "".join(DIGITS[c] for c in fraction))
    if DIGIT_RUN.fullmatch(whole):  # 二〇二〇: digits spelled one by one
        return Decimal("".join(DIGITS[c] for c in whole))
    if ADJACENT.search(whole):
        raise ValueError(f"{numeral} is not one number")
    return Decimal(_by_cn2an(_in_full(whole)))


def _in_full(numeral: str) -> str:
    """Return the numeral as cn2an's strict mode wants it: 两百五 becomes 二百五十, 百 becomes 一百."""
    numeral = numeral.replace("两", "二").replace("〇", "零").replace("廿", "二十").replace("卅", "三十")
    shortened = SHORTENED.fullmatch(numeral)
    if shortened:
        numeral += {"百": "十", "千": "百"}[shortened[2]]
    return "一" + numeral if numeral[:1] in ("百", "千") else numeral


def _by_cn2an(numeral: str) -> int:
    """Return what cn2an reads; its KeyError on odd numerals becomes the ValueError it means."""
    import cn2an  # 0.1 s to import, needed by few rows

    try:
        return cn2an.cn2an(numeral, "strict")
    except (KeyError, IndexError) as error:
        raise ValueError(f"{numeral} is not a number") from error
