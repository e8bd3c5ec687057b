"""One cell as sent, one cell as written: what is mended, and what is asked because it may mean two things."""

import pytest

from build_scripts.commands.incoming.cells import Cell, read_cell
from build_scripts.ledger.package import open_package


@pytest.fixture(scope="module")
def field(request):
    from pathlib import Path

    package = open_package(Path(__file__).parents[2])
    return lambda table, name: next(f for f in package.schemas[table]["fields"] if f["name"] == name)


@pytest.mark.parametrize(
    "column, sent, now",
    [
        ("in_totals", "TRUE", "true"),
        ("in_totals", "是", "true"),
        ("amount", "1,000", "1000"),
        ("amount", "１０００", "1000"),
        ("amount", "¥1,000.50元", "1000.50"),
        ("amount", "17\xa0100\xa0000", "17100000"),
        ("amount", "17\u202f100\u202f000", "17100000"),
        ("amount", "'17100000", "17100000"),
        ("amount", "17'100'000", "17100000"),
        ("instrument", "無償", "grant"),
        ("amount", "17100000.0", "17100000"),
        ("amount", "1710万元", "17100000"),
        ("stage", "到位", "received"),
        ("stage", "Received", "received"),
        ("period", "2017/1/5", "2017-01-05"),
        ("period", "2017年", "2017"),
        ("period", "２０１７年６月", "2017-06"),
        ("period", "20170105", "2017-01-05"),
        ("period", "2016-2020年", "2016/2020"),
        ("period", "2016年至2020年", "2016/2020"),
        ("period", "2017年1—6月", "2017-01/2017-06"),
        ("period", "2017-01-05 00:00:00", "2017-01-05"),
        ("label", "　到位资金 ", "到位资金"),
        ("as_printed", "1710万元\n", "1710万元"),
    ],
)
def test_what_can_mean_one_thing_is_mended(field, column, sent, now):
    cell = read_cell(field("funds", column), sent)
    assert (cell.text, cell.asked) == (now, "") and cell.mended


@pytest.mark.parametrize(
    "column, sent, question",
    [
        ("in_totals", "也许", "truth"),
        ("amount", "1.71E+07", "power"),
        ("amount", "1.000,00", "decimal_comma"),
        ("amount", "17,10", "decimal_comma"),
        ("amount", "约1710万元", "number"),
        ("amount", "100万美元", "number"),
        ("amount", "3—5万元", "number"),
        ("stage", "到账", "choice"),
        ("stage", "拨付 received", "two_choices"),
        ("period", "1/5/2017", "two_dates"),
        ("period", "42740", "serial"),
        ("amount", "17100000,50", "decimal_comma"),
        ("amount", "1.710,5", "decimal_comma"),
        ("amount", "=1710*10000", "formula"),
        ("label", '=HYPERLINK("x")', "formula"),
        ("amount", "#REF!", "error_cell"),
        ("label", "#N/A", "error_cell"),
        ("as_printed", "########", "error_cell"),
        ("label", "????", "lost_characters"),
        ("as_printed", "2017?1?5?", "lost_characters"),
        ("label", "到\ufffd资金", "lost_characters"),
        ("label", "到位".encode().decode("latin-1"), "misread"),
        ("part_of", "1.23E+07", "spreadsheet"),
        ("period", "2017-02-30", "date"),
        ("period", "2020-2016", "date"),
        ("period", "去年", "date"),
        ("section", "1月2日", "spreadsheet"),
        ("section", "2-Jan", "spreadsheet"),
        ("section", "45293", "spreadsheet"),
        ("section", "1E+05", "spreadsheet"),
    ],
)
def test_what_can_mean_two_things_is_asked_and_left_as_it_is(field, column, sent, question):
    cell = read_cell(field("funds", column), sent)
    assert (cell.text, cell.asked) == (sent, question)


def test_a_choice_with_a_part_of_its_word_is_taken(field):
    assert read_cell(field("sources", "document_type"), "新闻 news") == Cell("news", "choice")


def test_a_choice_whose_word_and_code_differ_is_asked_with_what_the_code_says(field):
    assert read_cell(field("funds", "stage"), "拨付 received").hint == "到位 received"


@pytest.mark.parametrize("sent", ["", "  ", "　"])
def test_an_empty_cell_stays_empty(field, sent):
    assert read_cell(field("funds", "amount"), sent) == Cell("")


@pytest.mark.parametrize("column, sent", [("period", "2016/2020"), ("section", "二.4"), ("amount", "17100000")])
def test_what_is_right_is_left_alone(field, column, sent):
    assert read_cell(field("funds", column), sent) == Cell(sent)


@pytest.mark.parametrize(
    "column, sent, now", [("stage", "到位 received", "received"), ("in_totals", "否 false", "false")]
)
def test_a_choice_as_our_own_lists_offer_it_is_taken_without_a_word(field, column, sent, now):
    assert read_cell(field("funds", column), sent) == Cell(now)


def test_a_column_in_ten_thousand_yuan_is_reckoned_into_yuan(field):
    from decimal import Decimal

    amount = field("funds", "amount")
    assert read_cell(amount, "1,710", Decimal(10_000)) == Cell("17100000", "scaled")
    assert read_cell(amount, "1710万元", Decimal(10_000)).text == "17100000"
    assert read_cell(amount, "0.5", Decimal(10_000)).text == "5000"


@pytest.mark.parametrize(
    "column, sent, hint",
    [
        ("period", "42740", "2017-01-05"),
        ("amount", "1.710,5", "1710.5"),
        ("label", "è€ƒå¯Ÿ", "考察"),
        ("amount", "1.71E+07", "17100000"),
    ],
)
def test_what_is_asked_holds_what_it_may_have_been(field, column, sent, hint):
    assert read_cell(field("funds", column), sent).hint == hint


@pytest.mark.parametrize("sent", ["Café 资金", "São Paulo", "何时？", "1.2E+3 按原文"])
def test_words_that_only_look_odd_are_left_alone(field, sent):
    assert read_cell(field("funds", "label"), sent) == Cell(sent)


def test_a_code_that_is_nearly_right_is_suggested(field):
    assert read_cell(field("funds", "stage"), "recieved").hint == "到位 received"
    assert read_cell(field("funds", "stage"), "已拨付").hint == "拨付 disbursed"
