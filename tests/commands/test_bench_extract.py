"""The bench of extract: what counts as found, what is neutral, and what the vocabulary must not know."""

from __future__ import annotations

import pytest

from build_scripts.commands.bench_extract import core, same_unit, scores
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
