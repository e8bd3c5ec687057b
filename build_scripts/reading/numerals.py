"""A number as Chinese and English reports print it -> its value.

1,710 · １４００ · 五点九亿 · 20余万 · 12亿4600万 · 1万多亿 · 百分之八十 · 1 billion 58 million · nine. What
stands before and after the number (units, qualifiers, ranges) is the business of figures.py.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

SCALES = {"万亿": 12, "亿": 8, "千万": 7, "百万": 6, "十万": 5, "万": 4, "千": 3, "百": 2}
SCALES |= {"trillion": 12, "billion": 9, "million": 6, "thousand": 3, "hundred": 2}  # powers of ten
_ENGLISH = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ENGLISH += " seventeen eighteen nineteen"
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: Decimal(i) for i, word in enumerate(_ENGLISH.split())} | {"半": Decimal("0.5"), "a dozen": Decimal(12)}
WORDS |= {word: Decimal(10 * i) for i, word in enumerate(_TENS, start=2)}
WORDS |= {f"{ten}-{one}": WORDS[ten] + WORDS[one] for ten in _TENS for one in _ENGLISH.split()[1:10]}
DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0", "两": "2"}
ROUND = {"十": 10} | {  # what most prints have: 五, 一千; cn2an takes a tenth of a second to import
    f"{digit}{unit}": n * 10**power
    for n, digit in enumerate("一二三四五六七八九", start=1)
    for power, unit in enumerate(("", "十", "百", "千"))
}
FINANCIAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
MAX_DIGITS = 15  # beyond that it is no statistic, and Decimal's 28 places would round it

THOUSAND_UNIT = "瓦|克|米|伏|卡"  # 639千瓦 counts kilowatts
_NUMERAL = rf"(?:[零〇一二三四五六七八九十廿卅两壹贰叁肆伍陆柒捌玖拾佰仟]|百(?!分)|千(?!{THOUSAND_UNIT}))"
_SCALE = (
    rf"万[余多]?亿|亿|[千百十]?万|千(?!{THOUSAND_UNIT})|百(?!分)"
    r"|[ -]?(?:(?:tr|b|m)illion|thousand|hundred)\b"
)
_TERM = (
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
    rf"|{_NUMERAL}+(?:点[零〇一二三四五六七八九]+)?)"
    rf"[余多几+]?(?:(?:个(?=亿))?(?P<scale>{_SCALE})[余多几+]?)?"
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _TERM)
_TERMS = re.compile(_TERM, re.I | re.A)
_WORD = rf"半(?=[个年天月日亩])|\b(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})\b"
NUMBER = re.compile(rf"(?:百分之)?{_UNNAMED}(?: ?{_UNNAMED})*|{_WORD}", re.I | re.A)

MARK = re.compile("[余多几+]")
DIGIT_RUN = re.compile(r"[零〇一二三四五六七八九]{3,}")
ADJACENT = re.compile(r"[一二三四五六七八九两]{2}")
SHORTENED = re.compile(r".*([百千])[一二三四五六七八九]")


class _Simplified(dict):
    """A table for str.translate that asks OpenCC for each Han character once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = _converter().convert(char) if "㐀" <= char <= "鿿" else char
        return self[code]


@cache
def _converter():
    from opencc import OpenCC  # pure Python, 4 ms; the whole of it costs less than a table kept by hand

    return OpenCC("t2s")


# Not NFKC: it turns ℅ into c/o, ㎡ into m2 and ② into 2, and so invents digits.
_FORMS = _Simplified({0xFF01 + i: chr(0x21 + i) for i in range(94)})
_FORMS.update(str.maketrans({"℅": "%", "㎡": "平方米", "㎞": "公里", "㎏": "公斤", "￥": "¥"}))


def plain(text: str) -> str:
    """Returns the print in half-width Simplified, with spaces only between Latin letters or digits."""
    text = re.sub(r"\s+", " ", text.translate(_FORMS)).strip()
    return re.sub(r" (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) ", "", text)


def number_value(number: str) -> tuple[Decimal | None, bool]:
    """Returns the value of one match of NUMBER, and whether 余, 多, 几 or + makes it a lower bound.

    None is the value of a number that begins with a spare zero (00多万): its first digits are lost in print.
    Errors: ValueError("numeral") for digits that form no number, ValueError("compound") for two in a row.
    """
    if number.lower() in WORDS:
        return WORDS[number.lower()], False
    total, room, marked = Decimal(0), None, False
    for term in _TERMS.finditer(number.removeprefix("百分之")):
        marked = marked or bool(MARK.search(term.group()))
        if re.match("0[0-9]", term["digits"]):
            return None, marked
        scale = 10 ** _power(term["scale"]) if term["scale"] else 1
        after_scale = term["digits"].lstrip("零〇") if room else ""  # 一万零五
        amount = _digits_value(after_scale or term["digits"]) * scale
        if room and scale == 1 and len(term["digits"]) == 1:
            amount = _shortened(term["digits"], room)
        if room is not None and amount >= room:
            raise ValueError("compound")
        total, room = total + amount, scale
    return (total.quantize(Decimal(1)) if total == total.to_integral_value() else total), marked


def last_printed_place(number: str) -> int | None:
    """Returns the power of ten of the last digit of one match of NUMBER: 5 of 1.417亿, 4 of 12亿4600万.

    None for a whole number without a scale: 1,710 or 三千五百.
    """
    terms = list(_TERMS.finditer(number.removeprefix("百分之")))
    if not terms:
        return None  # nine, 半
    _, point, fraction = terms[-1]["digits"].replace("点", ".").partition(".")
    scale = terms[-1]["scale"]
    return (_power(scale) if scale else 0) - len(fraction) if scale or point else None


def _power(scale: str) -> int:
    """Returns the power of ten of a scale as printed: 4 of 万, 12 of 万多亿."""
    return SCALES[re.sub("[余多 -]", "", scale).lower()]


def _shortened(digit: str, scale: int) -> Decimal:
    """Returns the last digit of 一万五 or 三亿五: a tenth of the scale before it. 1万5 is not written so."""
    if digit.isascii() or scale < 10**4:
        raise ValueError("numeral")
    return chinese_number(digit) * scale / 10


def _digits_value(digits: str) -> Decimal:
    """Returns the value of Arabic digits or of a Chinese numeral, before its scale."""
    digits = digits.replace(",", "")
    if len(digits.replace(".", "")) > MAX_DIGITS:
        raise ValueError("numeral")
    return Decimal(digits) if digits[0].isascii() else chinese_number(digits)


@lru_cache(maxsize=4096)
def chinese_number(numeral: str) -> Decimal:
    """Returns the value of a Simplified numeral below 万, such as 三千五百, 廿三 or 五点九.

    Errors: ValueError("numeral") for what is no single number (五六 is "five or six", 二十百 is nothing).
    Source of the rules: cn2an in strict mode, behind the normalisation below. Its normal mode reads 五六
    as 56 and fails with KeyError on 三亿五; its strict mode refuses 两, 〇, 卅 and 一百五, which occur.
    """
    whole, _, fraction = numeral.translate(FINANCIAL).partition("点")
    if fraction:
        return chinese_number(whole) + Decimal("0." + "".join(DIGITS[c] for c in fraction))
    if DIGIT_RUN.fullmatch(whole):  # 二〇二〇: digits spelled one by one
        return Decimal("".join(DIGITS[c] for c in whole))
    if ADJACENT.search(whole):
        raise ValueError("numeral")
    in_full = _in_full(whole)
    return Decimal(ROUND.get(in_full) or _by_cn2an(in_full))


def _in_full(numeral: str) -> str:
    """Returns the numeral as cn2an's strict mode wants it: 两百五 becomes 二百五十, 百 becomes 一百."""
    shortened = SHORTENED.fullmatch(numeral)
    if shortened:
        numeral += {"百": "十", "千": "百"}[shortened[1]]
    numeral = numeral.replace("两", "二").replace("〇", "零").replace("廿", "二十").replace("卅", "三十")
    return "一" + numeral if numeral[:1] in ("百", "千") else numeral


def _by_cn2an(numeral: str) -> int:
    """Returns what cn2an reads; whatever it raises on odd numerals means that there is no number."""
    import cn2an  # 0.1 s to import, needed by few rows

    try:
        return cn2an.cn2an(numeral, "strict")
    except (ValueError, KeyError, IndexError) as error:
        raise ValueError("numeral") from error
