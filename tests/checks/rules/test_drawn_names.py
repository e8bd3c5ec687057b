"""Characters that charts cannot draw are asked about before a chart is drawn."""

from dataclasses import replace

import pytest

from build_scripts.checks.rules import drawn_names
from build_scripts.labels.problems import in_words


@pytest.mark.parametrize(
    ("table", "key", "column", "text"),
    [
        ("places", "980122", "name", "丙㙍县"),
        ("projects", "ta18-chayuan", "title", "㙍村茶园"),
        ("funds", "ta18.f01", "label", "㙍县资金"),
        ("organisations", None, "name", "㙍公司"),
    ],
)
def test_a_name_that_charts_cannot_draw_is_a_question_that_names_character_and_row(ledger, table, key, column, text):
    key = key or ledger.rows(table)[1][0]
    ledger.set(table, key, **{column: text})
    (problem,) = ledger.problems(drawn_names)
    assert (problem.table, problem.column, problem.code, problem.level) == (table, column, "no_glyph", "warning")
    told = in_words(replace(problem, rule="drawn_names"), "en")
    assert f"the font of the charts lacks 㙍 U+364D of 「{text}」" in told and "extra-hanzi.txt" in told
    assert "作图的字体没有 㙍 U+364D" in in_words(replace(problem, rule="drawn_names"), "zh")


def test_titles_of_documents_are_never_drawn(ledger):
    ledger.set("sources", "tc21", title="東部の4都市が甘粛省を支援")
    assert ledger.problems(drawn_names) == []


def test_rare_hanzi_that_the_font_was_given_are_fine(ledger):
    ledger.set("places", "980122", name="丙坉县")
    assert ledger.problems(drawn_names) == []
