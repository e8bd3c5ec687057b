"""One cell as sent -> the cell as the ledger writes it. What can mean two things is asked, never guessed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from difflib import get_close_matches

from build_scripts.checks.rules.spreadsheet_marks import LOST
from build_scripts.labels.choices import Choice, code_choices, finder, folded
from build_scripts.reading.figures import UnreadableFigure, read_figure

AROUND = " \t\r\n\u3000\xa0\u200b\ufeff"
TRUTHS = {
    **dict.fromkeys(("true", "yes", "y", "是", "√", "1", "对"), "true"),
    **dict.fromkeys(("false", "no", "n", "否", "×", "0", "不"), "false"),
}
GROUPED = re.compile(r"-?[0-9]{1,3}([, '’][0-9]{3})+(\.[0-9]+)?")
PLAIN = re.compile(r"-?[0-9]+(\.[0-9]+)?")
POWER = re.compile(r"-?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+")
EPOCH = date(1899, 12, 30)  # from which spreadsheets count days
SERIAL = re.compile(r"[2-5][0-9]{4}")  # days since 1899-12-30: the years 1954 to 2064
DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?(?:[ T]0{1,2}:00(?::00)?)?")
MONTH = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})月?")
YEAR = re.compile(r"([0-9]{4})年?")
COMPACT = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])")
TWO_WAYS = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
SPAN = re.compile(r" ?(?:至|到|—+|–|~|～|/|-) ?")
HAN = re.compile("[\u3400-\u9fff]")
QUESTION_MARKS = re.compile(r"\?{3,}|[0-9]\?[0-9]+\?")  # 2017?1?5? lost its characters when it was saved
DECIMAL_COMMA = re.compile(r"([0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),([0-9]{1,2})")
MADE_BY_SPREADSHEET = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-[A-Z][a-z]{2}|[0-9]{5}|[0-9.]+E\+[0-9]+")


@dataclass(frozen=True)
class Cell:
    """A cell after reading: its text, the key of what was mended ('' for nothing), or of what is to be asked."""

    text: str
    mended: str = ""
    asked: str = ""
    hint: str = ""  # what it may mean


def read_cell(field: dict, sent: str, scale: Decimal | None = None) -> Cell:
    """Returns the cell of a schema field; `scale` is what the header says its numbers are counted in."""
    text = " ".join(sent.strip(AROUND).split("\n")).replace("\r", "")
    if not text:
        return Cell("")
    if spoilt := spoilt_by(text, field):
        return spoilt
    read = reader_of(field)(field, text)
    if scale and read.text and not read.asked and "万" not in text and "亿" not in text:
        return Cell(plain_number(Decimal(read.text) * scale), mended="scaled")
    if read.text != text or read.asked or read.mended:
        return read
    return Cell(text, mended="spaces" if text != sent else "")


def spoilt_by(text: str, field: dict) -> Cell | None:
    """Returns the question about a cell that a program spoilt before it was sent; None of any other."""
    if LOST.fullmatch(text):
        return Cell(text, asked="error_cell")
    if text.startswith("=") and len(text) > 1:
        return Cell(text, asked="formula")
    if "\ufffd" in text or QUESTION_MARKS.search(text):
        return Cell(text, asked="lost_characters")
    if (meant := misread(text)) != text:
        return Cell(text, asked="misread", hint=meant)
    return Cell(text, asked="spreadsheet") if is_text(field) and POWER.fullmatch(text) else None


def is_text(field: dict) -> bool:
    """True of a column of words or ids; a document may print a power of ten, so `as_printed` is none."""
    return field["type"] == "string" and "codes" not in field and field["name"] != "as_printed"


def misread(text: str) -> str:
    """Returns what UTF-8 that was read as Latin-1 or Windows-1252 said (è€ƒå¯Ÿ is 考察); any other text as it is."""
    if text.isascii() or HAN.search(text):
        return text
    for encoding in ("latin-1", "cp1252"):
        try:
            meant = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if HAN.search(meant):
            return meant
    return text


def reader_of(field: dict):
    """Returns the function that reads cells of a field's kind."""
    pattern = field.get("constraints", {}).get("pattern", "")
    if field["type"] == "boolean":
        return truth
    if field["type"] in ("number", "integer"):
        return number
    if "codes" in field:
        return code
    if pattern.startswith("[0-9]{4}("):
        return period if "/" in pattern else single_date
    return section if field["name"] == "section" else plain_text


def plain_text(field: dict, text: str) -> Cell:
    return Cell(text)


def section(field: dict, text: str) -> Cell:
    """A section number that a spreadsheet took for a date or a number cannot be told back."""
    return Cell(text, asked="spreadsheet") if MADE_BY_SPREADSHEET.fullmatch(text) else Cell(text)


def truth(field: dict, text: str) -> Cell:
    word = text.split()[-1].casefold()
    if word in TRUTHS:
        offered = [way for choice in code_choices(field) for way in as_offered(choice)]
        return Cell(TRUTHS[word], mended="" if text in offered else "truth")
    return Cell(text, asked="truth")


def number(field: dict, text: str) -> Cell:
    """1,000 · １０００ · ¥1000元 · 1710万元 -> a plain number; 1.7E+07 has lost digits and is asked."""
    wide = unicodedata.normalize("NFKC", text)
    bare = re.sub(r"^[¥￥]|元$", "", wide.lstrip("'")).strip()  # a spreadsheet marks numbers kept as text with '
    if POWER.fullmatch(bare):
        return Cell(text, asked="power", hint=plain_number(Decimal(bare)))
    if GROUPED.fullmatch(bare):
        bare = re.sub("[, '’]", "", bare)
    if comma := DECIMAL_COMMA.fullmatch(bare):
        return Cell(text, asked="decimal_comma", hint=f"{comma[1].replace('.', '')}.{comma[2]}")
    if PLAIN.fullmatch(bare):
        plain = plain_number(Decimal(bare)) if field["type"] == "integer" or bare.endswith(".0") else bare
        return Cell(plain, mended="" if plain == text else "number")
    try:
        figure = read_figure(wide)
    except UnreadableFigure:
        return Cell(text, asked="number")
    if figure.is_range or figure.low is None or figure.unit not in ("", "元") or figure.qualifier != "exact":
        return Cell(text, asked="number")
    return Cell(plain_number(figure.low), mended="number")


def plain_number(value: Decimal) -> str:
    return f"{value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize():f}"


def code(field: dict, text: str) -> Cell:
    """到位 received · 到位 · Received -> received, where one code alone is called so."""
    choices = code_choices(field)
    found = finder(choices).get(folded(text), [])
    if len(found) == 1:
        return Cell(found[0].key, mended="" if text in as_offered(found[0]) else "choice")
    words, _, last = text.rpartition(" ")
    if named := next((choice for choice in choices if choice.key == last), None):
        if any(folded(words) in folded(name) for name in named.names.values()):  # 新闻 news, of 新闻报道 news
            return Cell(named.key, mended="choice")
        return Cell(text, asked="two_choices", hint=named.shown("zh"))
    return Cell(text, asked="choice", hint=near(text, choices) or ", ".join(c.key for c in choices))


def as_offered(choice: Choice) -> tuple[str, ...]:
    """Returns how our own forms and lists write a choice: taking it is no mending."""
    return (choice.key, choice.shown("zh"), choice.shown("en"))


def near(text: str, choices: list[Choice]) -> str:
    """Returns up to three choices whose name is close to the text, or holds it."""
    names = {name: choice for choice in choices for name in choice.called() if name}
    held = [name for name in names if len(text) > 1 and (text in name or name in text) and len(name) > 1]
    close = dict.fromkeys(names[name].shown("zh") for name in [*get_close_matches(text, names, 3, 0.6), *held])
    return "; ".join(list(close)[:3])


def single_date(field: dict, text: str) -> Cell:
    """2017/1/5 · 2017年1月5日 · 20170105 -> 2017-01-05; 1/5/2017 may be two days and is asked."""
    wide = unicodedata.normalize("NFKC", text)
    if SERIAL.fullmatch(wide):
        return Cell(text, asked="serial", hint=(EPOCH + timedelta(days=int(wide))).isoformat())
    if TWO_WAYS.fullmatch(wide) and not DAY.fullmatch(wide):
        return Cell(text, asked="two_dates")
    read = iso_date(wide)
    return Cell(read, mended="" if read == text else "date") if read else Cell(text, asked="date")


def iso_date(text: str) -> str:
    """Returns a year, month or day in ISO 8601; '' where there is no such day."""
    for pattern in (DAY, MONTH, YEAR, COMPACT):
        if found := pattern.fullmatch(text):
            parts = [int(part) for part in found.groups()]
            try:
                date(*parts, *[1] * (3 - len(parts)))
            except ValueError:
                return ""
            return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])
    return ""


def period(field: dict, text: str) -> Cell:
    """2016-2020年 · 2017年1—6月 -> 2016/2020, 2017-01/2017-06; a single date as it is."""
    one = single_date(field, text)
    if not one.asked or one.asked in ("serial", "two_dates"):
        return one
    wide = unicodedata.normalize("NFKC", text)
    for cut in SPAN.finditer(wide):
        first, last = iso_date(wide[: cut.start()]), iso_date(wide[cut.end() :])
        if first and not last:  # 2017年1—6月: the year is said once
            last = iso_date(first[:4] + "年" + wide[cut.end() :]) if len(first) == 7 else ""
        if first and last and first <= last:
            read = f"{first}/{last}"
            return Cell(read, mended="" if read == text else "date")
    return Cell(text, asked="date")
