"""The site in one language: what every page kind is handed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from decimal import Context
from functools import cache, cached_property, partial
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from build_scripts.labels import LANGUAGES, word
from build_scripts.labels.names import Names
from build_scripts.labels.numbers import full_number, show_period
from build_scripts.pages.chart_files import charts_by_subject
from build_scripts.pages.html_text import HAN, clean, html_id, named
from build_scripts.pages.model import Site
from build_scripts.views.model import Claim, Index, Total, Views

FOUR_DIGITS = Context(prec=4)  # for sums of figures that are not exact
TIME = Markup('<time datetime="{}">{}</time>')  # HTML knows no ranges of dates
TEMPLATES = Path(__file__).resolve().parent / "templates"


@dataclass(frozen=True, eq=False)
class Book:
    """Site and words of one language; `kept` holds rendered receipts and names."""

    site: Site
    lang: str
    templates: Environment
    charts: dict  # subject -> charts, national ones under None
    only: str = ""  # the address of the one page that is asked for; "" means all
    kept: dict = field(default_factory=dict)

    @property
    def views(self) -> Views:
        return self.site.views

    @property
    def index(self) -> Index:
        return self.site.views.index

    @cached_property
    def described(self) -> dict:
        """The whole data set as schema.org describes it; {} where nothing was exported."""
        return json.loads(self.site.dataset or "{}")

    @property
    def names(self) -> Names:
        return self.site.names[self.lang]

    @property
    def hosts(self) -> tuple[str, ...]:
        return self.site.package.hosts

    @property
    def html_lang(self) -> str:
        return LANGUAGES[self.lang].html

    def row(self, table: str, key: str) -> dict:
        return self.index.rows[table][key]

    def pick(self, row: dict, column: str) -> str | None:
        """Returns `<column>` in Chinese, `<column>_en` in English; None where this language has none."""
        return row[column if self.lang == "zh" else f"{column}_en"]

    def code(self, table: str, column: str, value: str | None) -> str:
        """Returns the word of a code list for a value; '' where the cell is empty."""
        return self.names.code(table, column, value)

    def column_title(self, table: str, column: str) -> str:
        """Returns the title of a column from its schema."""
        field = next(f for f in self.site.package.schemas[table]["fields"] if f["name"] == column)
        return field["title" if self.lang == "zh" else "title_en"]

    def text(self, key: str, /, **values) -> str:
        """Returns a label as plain text, for titles and what is escaped later."""
        return word(self.lang, key, **values)

    def printed(self, text: str | None) -> Markup:
        """Returns what is printed in Chinese, marked as such on English pages."""
        return named(text, "zh-Hans" if self.lang == "en" and HAN.search(text or "") else "")

    def say(self, key: str, /, **values) -> Markup:
        """Returns a label as HTML; values are escaped unless they are HTML already.

        Where the label has the forms `one` and `other`, n chooses between them and stands as a marked count.
        """
        label = escaped_label(self.lang, key)
        if isinstance(label, dict):
            label, values = label["one" if values["n"] == 1 else "other"], values | {"n": count(values["n"])}
        return label.format(**values) if values else label

    def period(self, period: str | None) -> Markup:
        """Returns a period in words, each of its ends marked as a time; '' where none is stated."""
        if not period:
            return Markup("")
        if ("period", period) not in self.kept:
            ends = zip(dict.fromkeys(period.split("/")), show_period(period, self.lang).split("–"), strict=True)
            self.kept["period", period] = Markup("–").join(TIME.format(end, text) for end, text in ends)
        return self.kept["period", period]

    def timed(self, period: str, text: str) -> Markup:
        """Returns words that hold a period, its ends marked as times."""
        before, found, after = text.partition(show_period(period, self.lang))
        marked = self.period(period) if found else Markup("")
        return named(before, page=self.lang) + marked + named(after, page=self.lang)

    def value(self, claim: Claim) -> str:
        """Returns the figure of a claim with its unit and qualifier."""
        return self.names.figure(claim)

    def total_value(self, total: Total) -> str:
        """Returns a sum with its unit; one of figures that are not exact is rounded to four digits."""
        value = total.value if total.qualifier == "exact" else FOUR_DIGITS.create_decimal(total.value)
        return self.names.value(value, total.unit, total.qualifier)


def open_book(site: Site, lang: str, only: str = "") -> Book:
    """Returns the Book of one language, of all its pages or of `only` one (an address such as `places/1.html`)."""
    book = Book(site, lang, make_environment(), charts_by_subject(site.drawings, lang), only)
    book.templates.globals.update(
        book=book,
        say=book.say,
        printed=book.printed,
        pick=book.pick,
        period=book.period,
        timed=book.timed,
        code=book.code,
        count=count,
        named=partial(named, page=lang),
        html_id=html_id,
        lang=lang,
    )
    return book


class Compiled(BytecodeCache):
    """What templates are compiled to, by name and source: a process compiles each of them once for all its books."""

    def __init__(self):
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def make_environment() -> Environment:
    """Returns the template environment: everything is escaped, a misspelt name is an error.

    What breaks and indents of a template mean is said by `squeeze`.
    """
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=clean,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )


def marked_year(year: str) -> Markup:
    """Returns a year alone, marked as a time."""
    return TIME.format(year, year)


@cache
def escaped_label(lang: str, key: str) -> Markup | dict[str, Markup]:
    """Returns a label as HTML, or its forms where it has several."""
    found = word(lang, key)
    return {form: escape(text) for form, text in found.items()} if isinstance(found, dict) else escape(found)


def count(n: int) -> Markup:
    """Returns a count of rows, marked as one: it needs no evidence, the rows are on the page or in the
    download.
    """
    return Markup(f'<data class="count" value="{n}">{full_number(n)}</data>')
