"""What the explorer adds up, writes as text and finds: the same as the Python rules, on the same rows."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from build_scripts.exports.export import open_edition
from build_scripts.exports.formats import explorer
from build_scripts.labels import word
from build_scripts.labels.numbers import NOT_PRINTED, QUALIFIER_WORDS, show_period, show_value
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.pages.explorer_config import ADDED
from build_scripts.views.derive import derive_views
from build_scripts.views.ledger_totals import LEDGER
from tests.browser.conftest import PROGRAM, served

SUMS = """async ([names, column, values]) => {
  const { openColumns } = await import('./assets/js/explorer-columns.js');
  const { sumsOf } = await import('./assets/js/explorer-query.js');
  const ledger = await openColumns(new URL('data/claims.parquet', location).href);
  await ledger.load([...names, column]);
  const { at } = ledger.column(column);
  const id = ledger.column('claim_id').at;
  const all = Array.from({ length: ledger.rows }, (_, row) => row);
  return values.map((value) => sumsOf(ledger, all.filter((row) => at(row) === value), names)
    .map((sum) => ({ ...sum, ids: sum.rows.map(id).sort() })));
}"""
EMPTY = '<!doctype html><title>rules</title><link rel="icon" href="data:,">'
UNITS = {
    "household": {"zh": "户", "en": "households"},
    "cny": {"zh": "元", "en": "yuan"},
    "percent": {"zh": "%", "en": "%"},
}


class Ledger:
    """A ledger's claims as a browser reads them, beside the totals of the Python rules."""

    def __init__(self, root: Path, folder: Path):
        package = open_package(root)
        self.views = derive_views(read_tables(package), "2026-01-02")
        shutil.copytree(PROGRAM / "docs" / "assets", folder / "assets")
        (folder / "index.html").write_text(EMPTY)
        (folder / "data").mkdir()
        edition = open_edition(package, self.views, {})
        claims = next(explorer.downloads(edition)).content
        (folder / "data" / "claims.parquet").write_bytes(claims)
        self.folder = folder


@pytest.fixture(scope="module", params=["tests/tiny_ledger", "."], ids=["tiny", "real"])
def ledger(request, tmp_path_factory) -> Ledger:
    return Ledger(PROGRAM / request.param, tmp_path_factory.mktemp("rules"))


@pytest.fixture
def rules(ledger, open_page):
    with served(ledger.folder) as address:
        yield open_page(address + "index.html")


@pytest.fixture
def scripts(open_page, tmp_path):
    """A page beside the scripts, without data."""
    shutil.copytree(PROGRAM / "docs" / "assets" / "js", tmp_path / "assets" / "js")
    (tmp_path / "index.html").write_text(EMPTY)
    with served(tmp_path) as address:
        yield open_page(address + "index.html")


def reasons(left_out) -> dict[str, int]:
    found: dict[str, int] = {}
    for _, reason in left_out:
        found[reason] = found.get(reason, 0) + 1
    return found


@pytest.mark.parametrize("kind", ["pairing", "project", "place"])
def test_the_sums_of_each_record_are_those_of_the_pages(rules, ledger, kind):
    totals = {(t.subject_id, t.what): t for t in ledger.views.totals if t.subject_kind == kind}
    column = {"pairing": "pairing_id", "project": "subject_id", "place": "subject_id"}[kind]
    records = sorted({subject for subject, _ in totals})
    assert records
    for record, sums in zip(records, rules.evaluate(SUMS, [list(ADDED), column, records]), strict=True):
        found = {each["key"].split(":", 1)[1]: each for each in sums}
        expected = {what: total for (subject, what), total in totals.items() if subject == record}
        assert found.keys() == expected.keys(), record
        for what, total in expected.items():
            assert found[what]["ids"] == sorted(total.included), (record, what)
            assert Decimal(str(found[what]["value"])) == total.value, (record, what)
            assert found[what]["leftOut"] == reasons(total.left_out), (record, what)


def test_the_sums_of_the_whole_ledger_are_those_of_the_home_page(rules, ledger):
    totals = [total for total in ledger.views.totals if total.subject_kind == LEDGER]
    found = {each["key"]: each for each in rules.evaluate(SUMS, [list(ADDED), "table", ["funds"]])[0]}
    assert totals
    for total in totals:
        assert found[f"{total.subject_id}:{total.what}"]["ids"] == sorted(total.included), total.what


NUMBERS = [0, 0.5, 1, 33.3, 60, 7573, 9999, 10_000, 134_400, 1_234_567.8901, 17_100_000, 141_700_000, 1.5e12]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_figures_read_as_on_the_pages(scripts, lang):
    words = {"not_printed": NOT_PRINTED[lang], "qualifiers": QUALIFIER_WORDS[lang],
             "units": {code: unit[lang] for code, unit in UNITS.items()}}  # fmt: skip
    cases = [[n, unit, qualifier] for n in NUMBERS for unit in UNITS for qualifier in ("exact", "about", "over")]
    script = """async ([lang, words, cases]) => {
      const { makeFormat } = await import('./assets/js/explorer-format.js');
      const { format } = makeFormat(lang, words);
      return cases.map(([value, unit, qualifier]) => format(value, unit, qualifier));
    }"""
    expected = [show_value(Decimal(str(n)), unit, qualifier, lang, UNITS) for n, unit, qualifier in cases]
    assert scripts.evaluate(script, [lang, words, cases]) == expected


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_periods_read_as_on_the_pages(scripts, lang):
    periods = ["2017", "2017-08", "2017-08-29", "2016/2020", "2019/2019", "2016-07/2020", "2016-07/2017-06-30"]
    script = """async ([lang, periods]) => {
      const { makeFormat } = await import('./assets/js/explorer-format.js');
      return periods.map(makeFormat(lang, {}).period);
    }"""
    assert scripts.evaluate(script, [lang, periods]) == [show_period(period, lang) for period in periods]


RUNNING_TOTAL = {  # basis and period -> as it is told
    ("cumulative", "2025-09"): {"zh": "截至 2025 年 9 月", "en": "to September 2025"},
    ("cumulative", "2021/2025"): {"zh": "2021–2025 年", "en": "2021–2025"},
    ("in_period", "2025"): {"zh": "2025 年", "en": "2025"},
}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_running_total_of_which_the_end_alone_is_known_is_told_to_that_time(scripts, lang):
    script = """async ([lang, up_to, cases]) => {
      const { makeTable } = await import('./assets/js/explorer-table.js');
      const { makeFormat } = await import('./assets/js/explorer-format.js');
      document.body.innerHTML = '<table><thead></thead><tbody></tbody></table>';
      const table = document.querySelector('table');
      const show = makeTable({ words: { up_to }, codes: {}, lang }, makeFormat(lang, {}));
      const rows = cases.map(([basis, period]) => ({ basis, period }));
      show(table, [{ name: 'period', type: 'period', from: 'period', title: '' }], rows, {}, () => {});
      return [...table.tBodies[0].rows].map((row) => row.textContent.replaceAll('\\u00a0', ' '));
    }"""
    cases = [list(case) for case in RUNNING_TOTAL]
    expected = [told[lang] for told in RUNNING_TOTAL.values()]
    assert scripts.evaluate(script, [lang, word(lang, "said.to", period="{period}"), cases]) == expected
