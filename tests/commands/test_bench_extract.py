"""The bench of extract: what counts as found, what is neutral, and what the vocabulary must not know."""

from __future__ import annotations

import pytest

from build_scripts.commands.bench_extract import core, run, same_unit, same_value, scores, told_misses
from build_scripts.commands.bench_sets import corpus_documents, ledger_documents

TEXT = "2018年，到位资金300万元。培训5期。选派干部3名。\n"
HEAD = "start,as_printed,value,unit,qualifier,table,measure_id,fund_source,stage,basis,period,subject,"
HEAD += "pairing_id,place_id,project_id,part_of,leave_out\n"
FUND = "10,300万元,3000000,元,exact,funds,,not_stated,received,in_period,2018,,,,,,\n"
DATE = "0,2018年,,,,,,,,,,,,,,,date\n"


@pytest.fixture
def corpus(tmp_path, tiny_root):
    def documents(rows: str):
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "a.csv").write_text(HEAD + rows, encoding="utf-8")
        return corpus_documents(tiny_root, tmp_path)

    return documents


def test_a_figure_that_nobody_wrote_down_costs_precision(corpus):
    last = FUND.replace("10,300万元,3000000,元", "25,3名,3,名")
    (row, _) = scores(corpus(DATE + FUND + last)).to_dict("records")
    assert (row["rows"], row["recall"], round(row["precision"], 2)) == (2, 1, 0.67)


def test_a_figure_of_another_value_is_not_found(corpus):
    (row, _) = scores(corpus(FUND.replace("3000000", "300"))).to_dict("records")
    assert (row["recall"], row["precision"]) == (0, 0)


def test_guesses_are_scored_on_what_was_found(corpus):
    (row, _) = scores(corpus(FUND.replace("received", "spent"))).to_dict("records")
    assert (row["table"], row["measure_or_stage"], row["period"], row["basis"]) == (1, 0, 1, 1)


def test_a_qualifier_in_or_out_of_the_print_is_the_same_figure():
    assert core(5, "近3亿元") == core(6, "3亿元") == 6


def test_units_of_one_class_agree_and_others_do_not():
    assert same_unit("名", "人") and same_unit(None, "元")
    assert not same_unit("户", "人")


def test_a_document_of_the_ledger_is_read_without_what_came_from_it(ledger):
    (document, *_) = ledger_documents(ledger.root, ledger.root / "texts")
    assert document.name == "ta18"
    assert "ew1-jia-yi" not in document.known.ends and "ta18-chayuan" not in document.known.projects
    assert document.names["ew1-jia-yi"] == "甲县乙县"


def test_a_third_printed_to_two_digits_or_to_four_is_one_value():
    assert same_value("33.3333", "33.33") and same_value("3000000", "3000000.0")
    assert not same_value("33", "34") and not same_value("2.5", "2.6")


def test_a_proposal_without_a_value_is_neither_found_nor_false(tiny_root, tmp_path):
    (tmp_path / "a.txt").write_text("培训5期，惠及数百人，获捐5万港元。\n", encoding="utf-8")
    rows = "2,5期,5,期,exact,observations,training_sessions,,,in_period,,,,,,,\n"
    rows += "7,数百人,,,,,,,,,,,,,,,no_value\n13,5万港元,50000,港元,exact,,,,,,,,,,,,other_currency\n"
    (tmp_path / "a.csv").write_text(HEAD + rows, encoding="utf-8")
    (row, _) = scores(corpus_documents(tiny_root, tmp_path)).to_dict("records")
    assert (row["rows"], row["recall"], row["precision"]) == (1, 1, 1)


def test_a_count_in_english_is_found_whether_its_noun_belongs_to_the_print_or_not(tiny_root, tmp_path):
    (tmp_path / "a.txt").write_text("They sent 64 officials and 20 to 25 teachers.\n", encoding="utf-8")
    rows = "10,64,64,人,exact,observations,officials_to_recipient,,,in_period,,,,,,,\n"
    rows += "27,20 to 25,20,人,at_least,observations,teachers_to_recipient,,,in_period,,,,,,,\n"
    rows += "27,20 to 25,25,人,at_most,observations,teachers_to_recipient,,,in_period,,,,,,,\n"
    (tmp_path / "a.csv").write_text(HEAD + rows, encoding="utf-8")
    (row, _) = scores(corpus_documents(tiny_root, tmp_path)).to_dict("records")
    assert (row["rows"], row["recall"], row["precision"]) == (3, 1, 1)


def test_a_miss_is_told_with_its_words(corpus):
    (head, line) = told_misses(corpus(FUND.replace("received", "spent")), "measure_or_stage")
    assert head == "## a" and line.endswith("is spent, read received") and "【300万元" in line


def test_the_misses_of_what_only_measures_are_never_listed(tiny_root, tmp_path, capsys):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.csv").write_text(HEAD + FUND, encoding="utf-8")
    assert run(tiny_root, None, tmp_path, "recall") == 0
    assert "held_out: no documents" in capsys.readouterr().out
