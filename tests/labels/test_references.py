"""References against the processor of the Citation Style Language, and by eye."""

import hashlib
import itertools
import json
import warnings
from datetime import date
from pathlib import Path

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from build_scripts.labels.references import (
    NO_DAY,
    access_day,
    apa,
    bibtex,
    csl_json,
    document_item,
    gbt,
    ledger_item,
    ris,
)  # fmt: skip

STYLES = Path(__file__).parent / "styles"
DAY = access_day(date(2026, 11, 28))
ROW = {
    "source_id": "s1", "document_type": "news", "title": "协作签约", "author": None, "publisher": "甲日报",
    "published": "2019-08-17", "url": "https://example.org/a", "script": "Hans",
}  # fmt: skip
KINDS = ("news", "other", "report")
DATES = ("2019-08-17", "2019-08", "2019", None)
CASES = [
    {**ROW, "source_id": f"s{n}", "document_type": kind, "author": author, "publisher": publisher, "published": day,
     "url": url}
    for n, (kind, author, publisher, day, url) in enumerate(
        itertools.product(KINDS, ("甲县扶贫办", None), ("甲日报", None), DATES, ("https://example.org/a", None))
    )
]  # fmt: skip


def processed(style: str, items: list[dict]) -> list[str]:
    """What the processor makes of the items, one reference each; without its number."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it does not know every name of a field
        whole = CitationStylesStyle(str(STYLES / style), validate=False)
        book = CitationStylesBibliography(whole, CiteProcJSON(items), formatter.plain)
        for item in items:
            book.register(Citation([CitationItem(item["id"])]))
        return [str(entry).partition("]")[2] if str(entry)[0] == "[" else str(entry) for entry in book.bibliography()]


def items_of(rows: list[dict]) -> list[dict]:
    return [json.loads(csl_json(document_item(row), DAY)) for row in rows]


def without_repeat(reference: str) -> str:
    """A name or title that stands for the author is not said again; this processor repeats it."""
    first, _, rest = reference.partition(". (")
    return f"{first}. ({rest.replace(f' {first}.', '', 1)}"


def test_the_styles_are_those_of_the_csl_project():
    for line in (STYLES / "SHA256SUMS").read_text().splitlines():
        checksum, _, name = line.partition("  ")
        assert hashlib.sha256((STYLES / name).read_bytes()).hexdigest() == checksum


def test_gbt_is_what_the_style_makes_of_every_kind_of_document():
    rows = [row for row in CASES if row["published"] or not row["url"] or row["document_type"] == "news"]
    assert [gbt(document_item(row), DAY) for row in rows] == processed("gb-t-7714-2015.csl", items_of(rows))


def test_gbt_never_takes_the_year_of_access_for_that_of_printing():
    row = {**ROW, "document_type": "other", "published": None}
    assert gbt(document_item(row), DAY) == "协作签约[EB/OL]. 甲日报[2026-11-28]. https://example.org/a."


def test_apa_is_what_the_style_makes_of_every_kind_of_document():
    own = [apa(document_item(row), DAY) for row in CASES]
    told = processed("apa.csl", items_of(CASES))
    assert own == [each if row["author"] else without_repeat(each) for each, row in zip(told, CASES, strict=True)]


@pytest.mark.parametrize("style, form", [("gb-t-7714-2015.csl", gbt), ("apa.csl", apa)])
def test_a_part_of_the_ledger_is_cited_as_the_style_cites_data(style, form):
    item = ledger_item("funds", "结对账本：资金", "结对账本", "0.2.0", "2026", "https://example.org/", "zh-CN")
    assert [form(item, DAY)] == processed(style, [json.loads(csl_json(item, DAY))])


def test_a_source_is_never_cited_as_a_work_of_the_ledger():
    item = document_item({**ROW, "author": "甲县扶贫办"})
    for form in (gbt, apa, bibtex, ris, csl_json):
        assert "账本" not in form(item, DAY) and "甲县扶贫办" in form(item, DAY)


def test_bibtex_escapes_what_tex_reads_and_leaves_addresses_alone():
    item = document_item({**ROW, "title": "50% & more_", "url": "https://example.org/a_b%20c"})
    assert bibtex(item, DAY) == (
        r"@misc{s1, title = {50\% \& more\_}, publisher = {甲日报}, year = {2019}, month = {8}, "
        "url = {https://example.org/a_b%20c}, urldate = {2026-11-28}}"
    )


def test_ris_has_a_tag_a_line_and_ends_as_it_must():
    assert ris(document_item(ROW), DAY).split("\n") == [
        "TY  - NEWS", "ID  - s1", "TI  - 协作签约", "T2  - 甲日报", "PY  - 2019", "DA  - 2019/08/17", "LA  - zh-CN",
        "UR  - https://example.org/a", "Y2  - 2026/11/28", "ER  - ",
    ]  # fmt: skip


def test_a_reference_for_programs_says_no_day_of_access():
    item = document_item(ROW)
    assert "accessed" not in csl_json(item, NO_DAY) and "urldate" not in bibtex(item, NO_DAY)
    assert "Y2" not in ris(item, NO_DAY)
