"""The command line: what it prints, and what it answers to the shell."""

import gc
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import main

ROOT = Path(__file__).parents[1]
COUNTS_ZH = (
    "共 118 行（places 7, organisations 2, sources 4, pairings 3, pairing_claims 2, projects 4, funds 14, "
    "observations 17, measures 13, events 3, relations 6, instruments 1, "
    "designations 1, programme_scope 1, milestones 1, proofs 39, source_watch 0, retired 0）；"
    "错误 0 处，提醒 0 处；核对原文无误 39 行\n"
)


def shell(*arguments, **environment):
    command = [sys.executable, "-m", "build_scripts", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, timeout=60
    )


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    """The tests say which language they mean, whatever the machine speaks."""
    for name in ("CI", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"LANG": "zh_CN.UTF-8"}, ["共 118 行"]),
        ({"LANG": "fr_FR.UTF-8"}, ["118 rows"]),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_CN.UTF-8"}, ["共 118 行"]),
        ({"CI": "true"}, ["共 118 行", "118 rows"]),
    ],
)
def test_messages_are_in_the_systems_language_and_in_ci_in_both(tiny_root, monkeypatch, capsys, environment, said):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["check", "--root", str(tiny_root)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(said) and all(line.startswith(each) for line, each in zip(lines, said, strict=True))


NO_MORE_FILES = """
import resource, sys
from build_scripts.__main__ import main
from build_scripts.commands import check
from build_scripts.labels import read_words
words = [read_words(lang) for lang in ("zh", "en")] if sys.argv[2] == "words" else []
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
sys.exit(main(["check", "--root", sys.argv[1], "--lang", "zh", *sys.argv[3:]]))
"""


@pytest.mark.parametrize("known", ["words", "no words"])
def test_an_unforeseen_error_is_one_line_that_names_the_file(tiny_root, known):
    command = [sys.executable, "-c", NO_MORE_FILES, str(tiny_root), known]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60)
    said = done.stderr.decode()
    assert done.returncode == 1 and said.count("\n") == 1 and "Traceback" not in said
    assert "datapackage.yaml" in said and "Too many open files" in said
    assert ("--debug" in said and "再运行一次" in said) == (known == "words")
    shown = subprocess.run([*command, "--debug"], cwd=ROOT, capture_output=True, timeout=60).stderr.decode()
    assert "Traceback" in shown


@pytest.mark.parametrize("command", ["check", "format"])
def test_check_and_format_need_nothing_that_windows_lacks(tiny_copy, command):
    code = (
        "import sys; sys.modules['fcntl'] = None; from build_scripts.__main__ import main; "
        f"sys.exit(main(['{command}', '--root', sys.argv[1]]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tiny_copy)], cwd=ROOT, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_sound_ledger_ends_with_0_and_a_line_of_counts(tiny_root):
    done = shell("check", "--root", tiny_root, "--sources", tiny_root / "texts", "--lang", "zh")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, COUNTS_ZH, b"")


def test_a_shell_without_utf_8_gets_utf_8_all_the_same(tiny_root):
    done = shell(
        "check", "--root", tiny_root, "--lang", "zh", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    )
    assert done.returncode == 0 and done.stdout.decode("utf-8").startswith("共 118 行")


def test_a_slip_in_a_schema_is_named_with_file_and_line(tiny_copy, capsys):
    schema = tiny_copy.parents[1] / "schemas" / "funds.yaml"
    schema.write_text(schema.read_text(encoding="utf-8").replace("fields:", "fields: [", 1), encoding="utf-8")
    assert main(["check", "--root", str(tiny_copy)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("schemas/funds.yaml:") and "is not proper YAML" in said


def test_half_a_place_to_fill_is_refused(tiny_root, capsys):
    with pytest.raises(SystemExit):
        main(["locate", "text.txt", "12万元", "--root", str(tiny_root), "--table", "funds"])
    assert "--table and --row name a row together" in capsys.readouterr().err


def test_a_wrong_ledger_ends_with_1_and_names_file_row_and_column(ledger, capsys):
    ledger.set("funds", "ta18.f01", qualifier="ca")
    assert main(["check", "--root", str(ledger.root)]) == 1
    first, *_, counts = capsys.readouterr().out.splitlines()
    assert first == (
        "datasets/funds.csv:2: qualifier: 「ca」 is not in the code list; "
        "use one of: exact, about, over, nearly, at_least, at_most"
    )
    assert "errors: 1, warnings: 1" in counts


@pytest.mark.parametrize("form", ["json", "github"])
def test_other_forms_are_for_programs(ledger, capsys, form):
    ledger.set("pairings", "ew1-jiashang-dingcun", recipient_place_id="")
    assert main(["check", "--root", str(ledger.root), "--format", form]) == 1
    out = capsys.readouterr().out
    if form == "json":
        assert {p["rule"] for p in json.loads(out)["problems"]} == {"pairing_ends"}
    else:
        assert out.startswith(
            "::error file=datasets/pairings.csv,line=4::recipient_place_id: the pairing has no recipient"
        )


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "chek",
        "check --lang fr",
        "check --sources /no/such/folder",
        "check --format xml",
        "build --today tomorrow",
        "locate",
        "locate a.txt 1 --nth first",
    ],
)
def test_wrong_use_ends_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: python -m build_scripts")


def test_a_folder_that_is_no_ledger_ends_with_1(tmp_path, capsys):
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert "datapackage.yaml" in capsys.readouterr().err


def test_format_names_the_files_it_changed(ledger, capsys):
    header, *rows = ledger.rows("funds")
    ledger.write("funds", [header, *rows[::-1]])
    assert main(["format", "--root", str(ledger.root)]) == 0
    assert capsys.readouterr().out == f"{ledger.file('funds')}\n"
    assert main(["check", "--root", str(ledger.root)]) == 0


def test_format_that_would_lose_something_ends_with_1(ledger, capsys):
    ledger.file("funds").write_bytes(ledger.file("funds").read_bytes() + b"x,y\n")
    assert main(["format", "--root", str(ledger.root), "--lang", "zh"]) == 1
    assert "照规范重写会丢内容" in capsys.readouterr().err


def test_locate_finds_a_figure_in_a_text(tiny_root, capsys):
    text = tiny_root / "texts" / "jia-yi-2018.txt"
    assert main(["locate", str(text), "860万元", "--root", str(tiny_root)]) == 0
    assert "start: 144" in capsys.readouterr().out
    assert main(["locate", str(text), "861万元", "--root", str(tiny_root)]) == 1


def test_check_loads_neither_charts_nor_the_site_generator():
    code = "import sys, build_scripts.__main__, build_scripts.checks.run; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert not {"altair", "mkdocs", "jinja2", "build_scripts.build", "build_scripts.publish.publish"} & set(
        loaded.split()
    )


def test_every_command_of_the_makefile_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    used = {line.split()[1] for line in makefile.splitlines() if line.startswith("\t$(RUN) ")}
    done = shell("--help")
    assert all(command in done.stdout.decode() for command in used), used


def test_a_check_leaves_the_collector_as_it_found_it(tiny_root, monkeypatch):
    seen = []
    monkeypatch.setattr("build_scripts.commands.check.run", lambda *_: seen.append(gc.isenabled()) or 0)
    assert main(["check", "--root", str(tiny_root)]) == 0 and seen == [False] and gc.isenabled()
    gc.disable()
    try:
        assert main(["check", "--root", str(tiny_root)]) == 0 and not gc.isenabled()
    finally:
        gc.enable()
