"""Statements drawn for judgement."""

from datetime import date

from build_scripts.commands.headlines import run


def test_one_seed_draws_the_same_statements_with_the_rows_behind_them(tiny_root, tmp_path):
    for name in ("a.md", "b.md"):
        assert run(tiny_root, date(2025, 11, 21), 7, 500, tmp_path / name) == 0
    text = (tmp_path / "a.md").read_text()
    assert text == (tmp_path / "b.md").read_text()
    assert "ta18.f" in text
