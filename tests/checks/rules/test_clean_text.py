"""Text is clean."""

import pytest

from build_scripts.checks.rules import clean_text
from build_scripts.labels.problems import fix, message

DIRT = {
    "a\u202eb": "hidden", "a\u200bb": "hidden", "a\u0007b": "hidden", "a\nb": "hidden", "\ufeffa": "hidden",
    "a\u2066b\u2069": "hidden", "a\u00adb": "hidden", "a\u2028b": "hidden", "a\ue000b": "hidden",
    "a\ufffdb": "replacement", " a": "space", "a\u3000": "space",
    "=1+1": "formula", "+1": "formula", "@a": "formula", "-a": "formula",
    "-1+cmd|' /C calc'!A1": "formula", "＝1": "formula",
    "<script>": "tag", "a<b>": "tag", "</p": "tag", "<!--": "tag", "e\u0301": "form",
    "丁村茶园\u2f00期": "radical", "\u2ea0": "radical", "a\u3164b": "blank", "a\u2800": "blank", "a\u2009b": "blank",
    "葛\U000e0100城": "blank", "r\u0435ceived": "alike", "F\u03bfnds": "alike", "Ｆunds": "alike",
    "\U0001d405unds": "alike",
    "a\u00a0b": "blank", "a\ufe0fb": "blank", "??": "lost", "1200???": "lost", "?县": "lost",
    "?": "lost", "甲?": "lost", "a?b": "lost", "1200? yuan": "lost",
}  # fmt: skip


@pytest.mark.parametrize("cell", DIRT)
def test_dirt_is_named_by_its_kind(ledger, cell):
    ledger.set("funds", "ta18.f01", note=cell)
    (problem,) = [p for p in ledger.problems(clean_text) if p.column == "note"]
    assert (problem.table, problem.row) == ("funds", 2)
    assert problem.code == DIRT[cell]


def test_a_message_shows_what_cannot_be_seen(ledger):
    ledger.set("funds", "ta18.f01", note="a\u202eb")
    (problem,) = ledger.problems(clean_text)
    assert message(problem, "en") == "「a\\u202eb」 holds an invisible character"


@pytest.mark.parametrize(
    "cell",
    ["-3.5", "a - b", "a < b", "3<5", "Ürümqi", "〔2017〕1号", "丁村（一期）", "２０１８年", "𠮷", "“a” … —"],
)
def test_ordinary_text_is_fine(cell):
    assert clean_text.dirt_in(cell, "note") == []


def test_a_print_keeps_its_own_characters():
    assert clean_text.dirt_in("\uf914", "note") == ["radical"]
    assert clean_text.dirt_in("\uf914", "as_printed") == []


def test_a_radical_is_told_with_the_character_it_stands_for(ledger):
    ledger.set("projects", "ta18-chayuan", title="丁村茶园\u2f00期")
    (problem,) = ledger.problems(clean_text)
    assert problem.level == "error" and fix(problem, "zh") == "换成普通的字：\u2f00 → 一"


def test_an_english_cell_holds_no_cyrillic_or_greek_that_looks_latin_at_all():
    assert clean_text.dirt_in("\u0421\u0415\u041e", "note_en") == ["alike"]
    assert clean_text.dirt_in("5 μm, α and Ω, 37℃", "note_en") == []
    assert clean_text.dirt_in("Ａ级", "as_printed") == []


@pytest.mark.parametrize("cell", ["?", "??", "? County", "Yi 甲?", "CNY 1200?", "?3"])
def test_an_english_cell_may_ask_but_not_have_lost_a_character(cell):
    assert "lost" in clean_text.dirt_in(cell, "note_en")


def test_a_question_is_allowed_its_mark():
    assert clean_text.dirt_in("Which county? Yi.", "note_en") == []
    assert clean_text.dirt_in("https://example.org/?a=??", "url") == []


def test_what_passes_the_quick_test_passes_each_of_the_others():
    """Every sign of it, alone, beside others and in every place of a cell; nothing that is dirt passes it."""
    signs = [chr(code) for code in range(0x10000) if clean_text.CLEAN.fullmatch(f"a{chr(code)}b")]
    assert {"a", "9", "甲", "，", "-", " "} <= set(signs) and not {"?", "<", "\u00a0", "\u3000", "Ａ"} & set(signs)
    cells = [cell for sign in signs for cell in (sign, f"{sign}1", f"a{sign}", f"甲{sign}b{sign}甲", f"A{sign}{sign}1")]
    for cell in filter(clean_text.CLEAN.fullmatch, cells):
        for column in ("note", "note_en", "as_printed", "url"):
            assert not any(clean_text.tested(cell, column).values()), (cell, column)
    assert not [cell for cell in DIRT if clean_text.CLEAN.fullmatch(cell)]
