"""The rows that CONTRIBUTING shows are rows: they can be sent as they stand, and the ledger with them passes."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from build_scripts.__main__ import main, parser
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


COMMAND = re.compile(r"`(?:\.venv/bin/python|py) -m build_scripts (.+?)`")
TARGET = re.compile(r"`make ([a-z-]+)")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_that_is_listed_is_one(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert COMMAND.findall(text) and TARGET.findall(text)
    folders = {"folder": "tests", "文件夹": "tests"}
    for command in COMMAND.findall(text):
        parser().parse_args([folders.get(word, word) for word in shlex.split(command)])
    assert not [target for target in TARGET.findall(text) if f"\n{target}:" not in makefile]


@pytest.fixture
def newcomer(ledger, tmp_path, monkeypatch):
    """Somebody's first day: the ledger in git, a row and a text in a folder, nothing else."""
    for command in (("init", "-q", "-b", "origin/main"), ("add", "."), ("commit", "-qm", "a"), ("switch", "-qc", "me")):
        git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", *command)
        subprocess.run(git, cwd=ledger.root, check=True, capture_output=True)
    (tmp_path / "text.txt").write_bytes("到位财政援助资金1710万元。".encode())
    row = shown("CONTRIBUTING.md")["funds"] | {"source_id": "两县协作五年记（虚构样例）"}
    (tmp_path / "rows.csv").write_text("\t".join(row) + "\n" + "\t".join(row.values()) + "\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return ledger


def test_the_commands_of_the_command_line_can_be_followed_in_their_order(newcomer, capsys):
    """Step by step as they stand in the document; `make` calls the same commands."""
    way = re.split(r"^## .*\n", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.M)[3]
    commands = [shlex.split(command) for command in COMMAND.findall(way)]
    assert [command[0] for command in commands] == ["import", "format", "locate", "merge"]
    commands.insert(1, [word for word in commands[0] if word != "--dry-run"])
    commands += [["check"], ["diff", "--base", "origin/main"]]
    for command in commands:
        assert main([*command, "--root", str(newcomer.root), "--lang", "en"]) == 0, capsys.readouterr()
    assert "+ added funds tc21.f02" in capsys.readouterr().out


def test_a_workbook_can_be_filled_and_sent_by_the_steps_of_the_spreadsheet(newcomer, tmp_path, capsys):
    from openpyxl import load_workbook

    assert main(["template", "-o", "FILE.xlsx", "--root", str(newcomer.root), "--lang", "en"]) == 0
    book = load_workbook("FILE.xlsx")
    places = {cell.value.split()[-1]: cell.column for cell in book["Funds"][3]}
    for column, cell in shown("CONTRIBUTING.md")["funds"].items():
        book["Funds"].cell(5, places[column], cell.replace("乙县2019年协作情况", "两县协作五年记（虚构样例）"))
    book.save("FILE.xlsx")
    way = re.split(r"^## .*\n", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.M)[2]
    first = next(shlex.split(command) for command in COMMAND.findall(way))
    for command in (first, [word for word in first if word != "--dry-run"], ["check"]):
        assert main([*command, "--root", str(newcomer.root), "--lang", "en"]) == 0, capsys.readouterr()
    assert newcomer.rows("funds")[-1][0] == "tc21.f02"
