"""The commands of contributors run where Python has neither `fcntl` nor `resource`, as on Windows."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT = "import sys; sys.modules.update(dict.fromkeys(('fcntl', 'resource', 'pwd', 'grp', 'termios')));"
RUN = WITHOUT + "from build_scripts.__main__ import main; sys.exit(main(sys.argv[1:]))"
SENT = "tests/commands/sent/gbk.events.csv"
TEXT = "tests/tiny_ledger/texts/jia-yi-2018.txt"


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
