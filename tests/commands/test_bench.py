"""What `bench` writes into HACKING.md: tables of rows, files by kind, between two marks."""

from pathlib import Path

import pytest

from build_scripts.checks.run import ledger_problems
from build_scripts.commands.bench import BEGIN, COLUMNS, END, KINDS, published, table
from build_scripts.commands.bench_against import compared
from build_scripts.commands.marked import write_between
from build_scripts.commands.synthetic import write_synthetic_ledger
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import errors
from build_scripts.ledger.tables import read_raw_tables
from build_scripts.views.derive import derive_views
from build_scripts.views.ledger_totals import LEDGER

ROOT = Path(__file__).parents[2]


def test_rows_become_a_table_of_markdown_with_figures_to_the_right():
    row = {"ledger": "this ledger", "stage": "check", "seconds": "1.20", "peak_mb": 210}
    assert table([row], COLUMNS) == (
        "| ledger | stage | seconds | peak_mb |\n| --- | --- | ---: | ---: |\n| this ledger | check | 1.20 | 210 |\n"
    )


def test_files_are_counted_by_folder_and_ending_with_their_sum(tmp_path):
    for path, size in (("index.html", 2_000_000), ("en/places/a.html", 3_000_000), ("places/b.html", 1_000_000)):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b" " * size)
    assert [tuple(row[name] for name in KINDS) for row in published(tmp_path)] == [
        ("places .html", "2", "4.0"),
        (". .html", "1", "2.0"),
        ("all", "3", "6.0"),
    ]


def test_what_is_not_installed_has_no_ratio():
    assert compared("pages", 12.0, 4.0)["ratio"] == "3.00"
    assert compared("pages", 12.0, None) == {"what": "pages", "ours": "12.00", "theirs": "", "ratio": ""}


def test_what_stands_between_the_marks_is_written_anew_and_nothing_else(tmp_path):
    document = tmp_path / "HACKING.md"
    document.write_text(f"a\n{BEGIN}\nold\n{END}\nb\n")
    write_between(document, BEGIN, END, "new\n")
    assert document.read_text() == f"a\n{BEGIN}\nnew\n{END}\nb\n"
    document.write_text("a\n")
    with pytest.raises(ValueError, match="made by `make bench`"):
        write_between(document, BEGIN, END, "new\n")


def test_the_synthetic_ledger_has_no_error_and_every_project_of_it_is_in_a_total(tmp_path):
    write_synthetic_ledger(ROOT, tmp_path / "ledger", projects=40)
    package = open_package(tmp_path / "ledger")
    raw = read_raw_tables(package)
    found, tables = ledger_problems(package, raw)
    assert [str(problem) for problem in errors(found)] == []
    views = derive_views(tables, "2026-01-01")
    spent = next(each for each in views.totals if each.subject_kind == LEDGER and each.stage == "spent")
    assert len(spent.included) == 40
