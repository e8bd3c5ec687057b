"""What a change of the data changes: records cell by cell, then totals, sums, signals."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.commands.diff import UnknownEnding, run
from build_scripts.commands.difference.records import Change, UnknownRevision, as_text, compare
from build_scripts.commands.difference.report import as_html, as_markdown
from build_scripts.commands.difference.whole import difference_of
from build_scripts.ledger.package import open_package

GIT = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(root: Path, *command: str) -> str:
    done = subprocess.run(["git", "-C", str(root), *GIT, *command], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def kept(ledger):
    """The tiny ledger, kept in git."""
    git(ledger.root, "init", "-q", "-b", "main")
    git(ledger.root, "add", ".")
    git(ledger.root, "commit", "-qm", "a")
    return ledger


def test_an_unknown_revision_is_named(kept):
    with pytest.raises(UnknownRevision) as unknown:
        run(kept.root, "nowhere", "en")
    zh, en = str(unknown.value).split("\n")
    assert zh.startswith("git 不认识版本“nowhere”：") and en.startswith("git does not know the revision 'nowhere': ")


def test_a_shell_of_another_encoding_gets_the_same_changes(kept):
    kept.set("funds", "ta18.f01", label="到账资金合计")
    command = [sys.executable, "-m", "build_scripts", "diff", "--base", "HEAD", "--root", str(kept.root)]
    plain = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=Path(__file__).parents[2], env=plain, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").startswith("~ changed funds ta18.f01  label: 到位资金合计 → 到账资金合计")


def test_rows_are_added_changed_and_removed():
    before = {"a": {"id": "a", "x": "1", "y": ""}, "b": {"id": "b", "x": "2", "y": ""}}
    after = {"b": {"id": "b", "x": "3", "y": ""}, "c": {"id": "c", "x": "4", "y": ""}}
    assert list(compare("funds", before, after)) == [
        Change("funds", "a", "removed", (("id", "a", ""), ("x", "1", ""))),
        Change("funds", "b", "changed", (("x", "2", "3"),)),
        Change("funds", "c", "added", (("id", "", "c"), ("x", "", "4"))),
    ]


def test_a_change_shows_the_cell_before_and_after():
    assert as_text(Change("funds", "b", "changed", (("note", "", "x"),)), "en") == "~ changed funds b  note: ∅ → x"


def test_an_added_row_shows_every_cell_that_is_filled():
    added = Change("funds", "b", "added", (("fund_id", "", "b"), ("amount", "", "5")))
    assert as_text(added, "zh") == "＋ 新增 funds b  fund_id: b; amount: 5"


def test_it_is_compared_with_where_the_branches_parted(kept, capsys):
    """What the base has gained since is no change of ours."""
    git(kept.root, "checkout", "-qb", "other")
    kept.set("funds", "ta18.f01", label="到账资金合计")
    git(kept.root, "commit", "-qam", "ours")
    git(kept.root, "checkout", "-q", "main")
    kept.set("events", "ta18.e01", title="另一个题目")
    git(kept.root, "commit", "-qam", "theirs")
    git(kept.root, "checkout", "-q", "other")
    run(kept.root, "main", "en")
    assert [line.split()[:4] for line in capsys.readouterr().out.splitlines()[:-2]] == [
        ["~", "changed", "funds", "ta18.f01"]
    ]


def difference(kept):
    package = open_package(kept.root)
    return package, difference_of(package, "HEAD", git(kept.root, "rev-parse", "HEAD"))


def report(kept, form=as_markdown) -> str:
    return form(*difference(kept))


def row(*cells: str) -> str:
    return "".join(f"<td><code>{cell}</code></td>" for cell in cells)


def test_a_changed_amount_shows_the_sum_that_no_longer_holds(kept):
    kept.set("funds", "ta18.f03", amount="3500000", as_printed="350万元", start="")
    told = report(kept)
    assert row("金额 amount", "3000000", "3500000") in told
    assert row("ta18.f01 = ta18.f02 + ta18.f03", "相符", "不符") in told
    assert "<details><summary>English</summary>" in told and "<code>does not add up</code>" in told


def test_data_that_do_not_pass_have_no_effects(kept):
    kept.set("funds", "ta18.f03", stage="到账")
    assert "检查没有通过" in report(kept)


def test_nothing_changed_is_said(kept):
    assert "新增 0 行，修改 0 行，删除 0 行" in report(kept) and "页面和图都没有变" in report(kept)


@pytest.mark.parametrize("form", [as_markdown, as_html])
def test_a_cell_is_text_whatever_it_holds(kept, form):
    kept.set("funds", "ta18.f01", note="@everyone <img src=x onerror=alert(1)> `#1` </code>")
    told = report(kept, form)
    assert "<img" not in told
    assert "<code>@everyone &lt;img src=x onerror=alert(1)&gt; `#1` &lt;/code&gt;</code>" in told


def test_a_long_difference_is_counted_and_fits_a_comment(kept):
    for number in range(20, 220):
        kept.add("funds", "ta18.f01", fund_id=f"ta18.f{number}", note="长" * 200)
    told = report(kept)
    assert "条，没有列出" in told and len(told) < 65_536
