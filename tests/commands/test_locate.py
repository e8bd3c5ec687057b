"""Locating a figure: its places, its section, what comes near it, and the row that is filled."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from build_scripts.commands.locate import run
from build_scripts.reading.occurrences import Part, context, find_places, near_misses
from build_scripts.reading.sections import arabic, chinese, section_at

TEXT = """标题
一、概况
投入12万元。
二、做法
一是培训148人；二是慰问48人。
（一）到户
1.共三户。
2.2018年十三户。
"""
ALL = Part(0, len(TEXT))


@pytest.fixture
def report(ledger) -> Path:
    return ledger.root / "texts" / "jia-yi-2018.txt"


def test_a_text_of_another_encoding_is_refused_in_words(tmp_path, capsys):
    text = tmp_path / "report.txt"
    text.write_bytes("投入12万元".encode("gbk"))
    assert run(text, "12万元", "zh", tmp_path) == 1
    assert capsys.readouterr().err == "report.txt 不是 UTF-8 编码；先另存为 UTF-8 再找。\n"


def test_a_figure_cut_out_of_a_longer_number_is_no_place():
    assert find_places(TEXT, "8人", ALL) == []
    assert find_places("投1.48亿元，捐48亿元", "48亿元", Part(0, 15)) == [9]
    assert find_places("户数48.5户", "48", Part(0, 8)) == []


def test_a_figure_is_found_where_it_stands_alone():
    assert find_places(TEXT, "48人", ALL) == [TEXT.index("问48人") + 1]
    assert find_places(TEXT, "三户", ALL) == [TEXT.index("共三户") + 1]


def test_places_outside_the_document_are_not_looked_at():
    assert find_places(TEXT, "48人", Part(0, 10)) == []


@pytest.mark.parametrize("needle", ["１２万元", "12萬元", "1 2万元", "12,万元"])
def test_other_forms_of_a_figure_are_near_misses(needle):
    assert near_misses(TEXT, needle, ALL) == [(TEXT.index("12万元"), "12万元")]


def test_a_figure_inside_a_longer_number_is_a_near_miss():
    assert near_misses(TEXT, "8人", ALL) == [
        (TEXT.index("48人；") + 1, "8人"),
        (TEXT.index("问48人") + 2, "8人"),
    ]


def test_nothing_comes_near_a_figure_that_is_not_there():
    assert near_misses(TEXT, "999家", ALL) == []


def test_no_more_than_twelve_characters_are_shown_on_each_side():
    shown = context("字" * 50 + "48人" + "后" * 50, 50, 3)
    assert shown == "字" * 12 + "【48人】" + "后" * 12


@pytest.mark.parametrize(
    "figure, section",
    [
        ("标题", ""),
        ("12万元", "一"),
        ("148人", "二.1"),
        ("48人。", "二.2"),
        ("三户。", "二.(一).1"),
        ("十三户", "二.(一).2"),
    ],
)
def test_the_section_follows_the_documents_own_numbering(figure, section):
    assert section_at(TEXT, TEXT.index(figure)) == section


def test_a_number_that_continues_no_list_is_no_heading():
    assert section_at("一、甲\n5、页码\n共9户", 12) == "一"


def test_points_without_a_heading_above_are_the_chapters():
    assert section_at("一是甲。二是乙。1.丙。2.丁9户", 17) == "二.2"


def test_a_chapter_closes_all_lists_inside_the_one_before():
    assert section_at("一、甲\n（一）乙\n1.丙\n三、丁9户", 17) == "三"


@pytest.mark.parametrize(
    "number, numeral", [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (34, "三十四")]
)
def test_numerals_are_read_and_written(number, numeral):
    assert (arabic(numeral), chinese(number)) == (number, numeral)


def test_a_figure_that_is_not_there_ends_with_1(report, ledger, capsys):
    assert run(report, "一百", "zh", ledger.root) == 1
    assert "没有找到" in capsys.readouterr().err


def test_near_misses_are_shown_with_their_offsets(report, ledger, capsys):
    assert run(report, "1,200万元", "en", ledger.root) == 1
    error = capsys.readouterr().err
    assert "104" in error and "【1200万元】" in error


def test_the_one_place_is_printed(report, ledger, capsys):
    assert run(report, "1200万元", "en", ledger.root) == 0
    assert capsys.readouterr().out.startswith("section: 二.1\nstart: 104\nalso_at: \n")


def test_of_several_places_the_first_named_is_the_figures_own(report, ledger, capsys):
    assert run(report, "900万元", "en", ledger.root, nth=[2, 1]) == 0
    assert capsys.readouterr().out.startswith("section: 二.4\nstart: 228\nalso_at: 119\n")


def test_several_places_are_shown_and_asked_for(report, ledger, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    assert run(report, "900万元", "zh", ledger.root) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("section: 二.1\nstart: 119\nalso_at: \n")
    assert captured.err.count("【900万元】") == 2


@pytest.mark.parametrize("answer", ["", "\n", "x\n", "3\n", "1 1\n"])
def test_without_a_valid_answer_nothing_is_chosen(report, ledger, monkeypatch, answer):
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert run(report, "900万元", "en", ledger.root) == 1


def test_a_row_is_filled_and_no_other(report, ledger):
    before = ledger.rows("funds")
    ledger.set("funds", "ta18.f02", section="", start="", also_at="", as_printed="")
    assert run(report, "900万元", "en", ledger.root, "funds", "ta18.f02", [1, 2]) == 0
    assert ledger.rows("funds") == before


def test_a_table_without_further_offsets_gets_section_and_start(report, ledger):
    ledger.set("projects", "ta18-chejian", section="", start="")
    assert run(report, "戊车间", "en", ledger.root, "projects", "ta18-chejian", [2]) == 0
    header, *rows = ledger.rows("projects")
    row = dict(zip(header, next(r for r in rows if r[0] == "ta18-chejian"), strict=True))
    assert (row["section"], row["start"]) == ("三.3", "291")


@pytest.mark.parametrize(
    "table, row, word",
    [
        ("funds", "ta18.f01", "already has"),
        ("funds", "ta18.f99", "no row"),
        ("places", "980000", "no columns for evidence"),
        ("nothing", "x", "no table"),
        ("funds", "tc21.f01", "was not read from"),
    ],
)
def test_a_row_that_cannot_be_filled_stays_as_it_is(report, ledger, capsys, table, row, word):
    before = ledger.rows("funds")
    assert run(report, "900万元", "en", ledger.root, table, row, [1]) == 1
    assert word in capsys.readouterr().err and ledger.rows("funds") == before


def test_a_part_of_a_compendium_is_searched_within_its_range_only(ledger, capsys):
    compendium = ledger.root / "texts" / "hui-2019.txt"
    ledger.set("funds", "tb19-2.f01", start="")
    assert run(compendium, "1150萬元", "en", ledger.root, "funds", "tb19-2.f01") == 0
    assert run(compendium, "第一篇", "en", ledger.root, "projects", "tb19-2-xiaoxue") == 1


def test_a_text_may_be_read_without_a_ledger(report, tmp_path, capsys):
    assert run(report, "6批", "en", tmp_path) == 0
    assert capsys.readouterr().out.startswith("section: 四.2\nstart: 351\nalso_at: \n")


def test_a_row_that_is_named_gets_no_other_row(ledger, report, capsys):
    ledger.set("funds", "ta18.f01", as_printed="", start="", section="")
    assert run(report, "860万元", "en", ledger.root, "funds", "ta18.f01", [1]) == 0
    assert "fund_id,pairing_id" not in capsys.readouterr().out


def test_a_place_comes_with_the_text_s_checksum_and_a_ready_row(ledger, report, capsys):
    assert run(report, "860万元", "en", ledger.root, nth=[1]) == 0
    *_, checksum, header, line = capsys.readouterr().out.splitlines()
    assert checksum == "text_sha256: 640d0dfd9e007a4684bd46e4bb1cb8be0d38c40af7439b9177617dc576686cb3"
    row = dict(zip(header.split(","), line.split(","), strict=True))
    assert (row["fund_id"], row["amount"], row["source_id"], row["as_printed"]) == ("", "8600000", "ta18", "860万元")
