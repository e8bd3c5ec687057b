"""Frictionless errors in words of our own: what is wrong, what to do, what was probably meant."""

from types import SimpleNamespace

import pytest

from build_scripts.checks.rules import plain_cells
from build_scripts.checks.schema import CODES, problems_of_report, schema_problems
from build_scripts.labels.problems import fix, in_words, message
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.tables import read_raw_tables


def found(ledger):
    package = open_package(ledger.root)
    return schema_problems(package, read_raw_tables(package))


CELLS = {
    "amount=12 000": (
        "「12 000」 is not a number",
        "use the digits 0–9 and a decimal point only; did you mean 12000?",
    ),
    "start=1.5": ("「1.5」 is not a whole number", "use the digits 0–9 only"),
    "in_totals=yes": ("「yes」 is not true or false", "write true or false; did you mean true?"),
    "as_printed=": ("is empty", "fill in: the figure or name as printed, at most 40 characters, never a sentence"),
    "period=2018年": ("「2018年」 is not how the ledger writes a date", "write 2017, 2017-05 or 2017-05-04"),
    "qualifier=ca": (
        "「ca」 is not in the code list",
        "use one of: exact, about, over, nearly, at_least, at_most",
    ),
    "start=-1": ("「-1」 is below 0", "use 0 or more"),
    f"as_printed={'3' * 61}": (
        f"「{'3' * 60}…」 is longer than 40 characters",
        "keep the figure or the name only",
    ),
    "fund_id=ta18.f02": ("「ta18.f02」 is used by another row", "give every row an id of its own"),
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_is_named_with_its_value_and_its_remedy(ledger, cell):
    column, _, value = cell.partition("=")
    ledger.set("funds", "ta18.f01", **{column: value})
    problem = found(ledger)[0]
    assert (problem.table, problem.column, message(problem, "en")) == ("funds", column, CELLS[cell][0])
    assert fix(problem, "en").startswith(CELLS[cell][1])
    assert message(problem, "zh") and fix(problem, "zh")


@pytest.mark.parametrize(
    ("table", "key", "column", "cell", "zh", "en"),
    [
        ("funds", "ta18.f01", "stage", "disburse", "是不是 disbursed 拨付？", "did you mean disbursed "),
        ("funds", "ta18.f01", "stage", "拨付", "是不是 disbursed 拨付？", "did you mean disbursed "),
        ("events", "ta18.e01", "date", "2019/6/12", "是不是 2019-06-12？", "did you mean 2019-06-12?"),
        ("events", "ta18.e01", "date", "2017年1月5日", "是不是 2017-01-05？", "did you mean 2017-01-05?"),
        ("funds", "ta18.f01", "period", "2017.5—2018.3", "是不是 2017-05/2018-03？", "did you mean 2017-05/2018-03?"),
        ("funds", "ta18.f01", "amount", "12,000,000", "是不是 12000000？", "did you mean 12000000?"),
        ("funds", "ta18.f01", "amount", "１２", "是不是 12？", "did you mean 12?"),
        ("funds", "ta18.f01", "in_totals", "是", "是不是 true？", "did you mean true?"),
        ("funds", "ta18.f01", "fund_id", "TA18 F01", "是不是 ta18-f01？", "did you mean ta18-f01?"),
    ],
)
def test_what_was_probably_meant_is_said_in_both_languages(ledger, table, key, column, cell, zh, en):
    ledger.set(table, key, **{column: cell})
    problems = [*found(ledger), *ledger.problems(plain_cells)]
    problem = next(p for p in problems if p.column == column)
    assert zh in fix(problem, "zh") and en in fix(problem, "en")


@pytest.mark.parametrize(
    ("before", "after", "row", "said"),
    [
        (",1200万元\nta18.f02", "\nta18.f02", 2, "the row is short of a cell"),
        (",1200万元\nta18.f02", ",1200万元,x\nta18.f02", 2, "the row has a cell too many: 「x」"),
        ("ta18.f02", "\nta18.f02", 3, "the row is blank"),
    ],
)
def test_a_row_of_another_shape_is_named(ledger, before, after, row, said):
    text = ledger.file("funds").read_text(encoding="utf-8")
    assert before in text
    ledger.file("funds").write_text(text.replace(before, after, 1), encoding="utf-8")
    assert (row, said) in [(p.row, message(p, "en")) for p in found(ledger)]


def test_more_than_a_thousand_errors_are_all_told(ledger):
    header, *rows = ledger.rows("funds")
    column = header.index("stage")
    spoilt = [[f"ta18.f{n}", *rows[0][1:column], "promised", *rows[0][column + 1 :]] for n in range(1200)]
    ledger.write("funds", [header, *spoilt])
    assert len(found(ledger)) == 1200


def test_an_error_of_another_type_keeps_its_own_message(tiny_package):
    error = SimpleNamespace(type="moon-phase", note="n", message="The moon {is} full")
    report = SimpleNamespace(errors=[error], tasks=[SimpleNamespace(name="funds", errors=[error])])
    first, second = problems_of_report(tiny_package, {}, report)
    assert (first.file, second.file) == ("datapackage.yaml", "datasets/funds.csv")
    assert message(second, "en") == "Frictionless reports: The moon {is} full"


def test_a_schema_that_is_wrong_is_named(ledger):
    schema = ledger.root.parent.parent / "schemas" / "funds.yaml"
    schema.write_text(
        schema.read_text(encoding="utf-8").replace("type: boolean", "type: bool", 1), encoding="utf-8"
    )
    with pytest.raises(LedgerError) as error:
        found(ledger)
    assert [in_words(problem, "en") for problem in error.value.problems] == [
        "entry 19 of fields lacks type: string | integer | number | boolean, "
        "or has something else there; complete it after the other columns"
    ]


def test_every_error_type_that_a_row_can_have_has_a_code():
    from frictionless import errors

    kinds = {getattr(errors, name).type for name in dir(errors) if name.endswith("Error")}
    of_rows = {k for k in kinds if k.endswith(("-cell", "-row"))}
    assert of_rows - set(CODES) == {"duplicate-row", "deviated-cell"}  # not switched on


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        (
            "截至2020年底，甲市累计投入财政帮扶资金近3.2亿元，实施项目128个，带动4.5万人增收",
            "近3.2亿元 / 128个 / 4.5万人",
        ),
        ("2016年10月以来两地党政主要领导每年互访对接，持续推进各领域协作交流走深走实取得新成效", None),
    ],
)
def test_a_sentence_in_place_of_a_figure_is_answered_with_the_figures_in_it(ledger, sentence, figures):
    ledger.set("funds", "ta18.f01", as_printed=sentence)
    problem = next(p for p in found(ledger) if p.column == "as_printed")
    assert dict(problem.values).get("suggestion") == figures
