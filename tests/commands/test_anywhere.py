"""The commands of contributors run where Python has neither `fcntl` nor `resource`, as on Windows.

What cannot be run here is read: every module that they import, directly or late, is looked through for what Windows
lacks, and for text that would be read or written in the encoding of the machine.
"""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import system_language
from tests.test_architecture import TREES, dotted, imports_of

ROOT = Path(__file__).parents[2]
LACKING = ("fcntl", "resource", "pwd", "grp", "termios", "pty", "tty", "crypt", "syslog")
WITHOUT = f"import sys; sys.modules.update(dict.fromkeys({LACKING}));"
RUN = WITHOUT + "from build_scripts.__main__ import main; sys.exit(main(sys.argv[1:]))"
SENT = "tests/commands/sent/gbk.events.csv"
TEXT = "tests/tiny_ledger/texts/jia-yi-2018.txt"


POSIX_MODULES = {*LACKING, "posix"}
POSIX_NAMES = {
    *("fork", "link", "symlink", "symlink_to", "hardlink_to", "geteuid", "getuid", "chown", "killpg", "sysconf"),
    *("mkfifo", "SIGKILL", "SIGALRM", "SIGHUP", "alarm", "getpgid", "setsid", "nice", "umask", "O_DIRECTORY"),
}
COMMANDS = ("check", "format", "import_rows", "template", "locate", "diff", "answer", "merge", "forms")
OF_TEXT = {"read_text", "write_text"}


def reached() -> list[str]:
    """The files of every module that these commands import, at the top or late, and what those import."""
    files = {dotted(path): path for path in TREES}
    found, waiting = set(), [f"build_scripts.commands.{name}" for name in COMMANDS] + ["build_scripts.__main__"]
    while waiting:
        name = waiting.pop()
        if name in files and name not in found:
            found.add(name)
            waiting += imports_of(TREES[files[name]]) if name != "build_scripts.__main__" else []
    return sorted(files[name] for name in found)


@pytest.mark.parametrize("path", reached())
def test_what_a_command_of_contributors_imports_holds_nothing_that_windows_lacks(path):
    imported = {
        name.split(".")[0]
        for node in ast.walk(TREES[path])
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import) else
            [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    used = {
        node.attr
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Attribute)
        and (node.attr.endswith("link_to") or getattr(node.value, "id", "") in ("os", "signal"))
    }
    assert not imported & POSIX_MODULES and not used & POSIX_NAMES


@pytest.mark.parametrize("path", reached())
def test_text_is_read_and_written_in_utf_8_and_never_in_the_encoding_of_the_machine(path):
    for node in ast.walk(TREES[path]):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        words = {keyword.arg: keyword.value for keyword in node.keywords}
        binary = any(isinstance(a, ast.Constant) and isinstance(a.value, str) and "b" in a.value for a in node.args)
        if (name in OF_TEXT and isinstance(node.func, ast.Attribute)) or (name == "open" and not binary):
            assert "encoding" in words, f"{path}:{node.lineno}"
        if name in ("run", "Popen", "check_output") and {"text", "universal_newlines"} & set(words):
            assert "encoding" in words, f"{path}:{node.lineno}"


@pytest.mark.parametrize(
    "named, lang",
    [("zh_CN", "zh"), ("Chinese (Simplified)_China", "zh"), ("English_United States", "en"), (None, "en")],
)
def test_where_no_variable_names_a_language_the_system_does(monkeypatch, named, lang):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert system_language(named) == lang


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "format",
        f"import {SENT} --dry-run",
        "template -o {tmp}/a.xlsx",
        f"locate {TEXT} 860万元",
        "answer --form {tmp}/form.md --kind correction -o {tmp}/a.md",
        "forms",
    ],
)
def test_a_command_of_contributors_needs_nothing_that_windows_lacks(command, ledger, tmp_path):
    (tmp_path / "form.md").write_text("### record\n\nta18.f01\n\n### as_printed\n\n1300万元\n", encoding="utf-8")
    words = command.format(tmp=tmp_path).split()
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words, "--root", str(ledger.root)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_difference_needs_nothing_that_windows_lacks():
    done = subprocess.run(
        [sys.executable, "-c", RUN, "diff", "--base", "HEAD"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
