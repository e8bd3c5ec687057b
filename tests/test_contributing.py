"""The rows that CONTRIBUTING shows are rows: they can be sent as they stand, and the ledger with them passes."""

import re
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from build_scripts.checks.run import check
from build_scripts.commands.incoming.ids import LETTERS

ROOT = Path(__file__).parents[1]
KINDS = ("sources", "projects", "funds", "observations", "events", "pairings")
NAMES = ("CONTRIBUTING.md", "CONTRIBUTING.zh.md")
SECTION = re.compile(r"^### .*?`(\w+)`\n(.*?)(?=^#)", re.M | re.S)
CELL = re.compile(r"^\| `(\w+)` \| (.*?) \| .*\|$", re.M)


def shown(name: str) -> dict[str, dict[str, str]]:
    """Returns table -> the cells of the row that the document shows."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {table: dict(CELL.findall(body)) for table, body in SECTION.findall(text)}


@pytest.mark.parametrize("name", NAMES)
def test_every_common_kind_has_a_whole_row(name):
    assert set(shown(name)) == set(KINDS)


def test_both_languages_show_the_same_rows():
    assert shown(NAMES[0]) == shown(NAMES[1])


def test_the_rows_can_be_sent_as_they_stand(ledger, tmp_path, capsys):
    rows = shown("CONTRIBUTING.md")
    for table in KINDS:
        sent = tmp_path / f"{table}.csv"
        sent.write_text("\t".join(rows[table]) + "\n" + "\t".join(rows[table].values()) + "\n", encoding="utf-8")
        assert main(["import", str(sent), "--root", str(ledger.root), "--lang", "en"]) == 0, capsys.readouterr().out
    written = ledger.rows("funds")[-1]
    assert written[0] == "yi-county-in-2019.f01" and "17100000" in written
    assert check(ledger.root).problems == []


@pytest.mark.parametrize("name", NAMES)
def test_the_letters_of_ids_are_those_of_the_rule(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert " ".join(LETTERS.values()) in text and " ".join(f"`{table}`" for table in LETTERS) in text


def test_each_way_has_as_many_steps_as_it_says():
    for name in NAMES:
        text = (ROOT / name).read_text(encoding="utf-8")
        said = [int(n) for n in re.findall(r"\| (\d) (?:steps|步) \|", text)]
        sections = re.split(r"^## .*\n", text, flags=re.M)[1 : len(said) + 1]
        assert said == [len(re.findall(r"^\d+\. ", section, re.M)) for section in sections]
