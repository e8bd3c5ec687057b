"""What a change of the data changes: records cell by cell, then totals, sums, signals."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.commands.diff import UnknownEnding, run
from build_scripts.commands.difference.drawings import ChartChange
from build_scripts.commands.difference.effects import Effect
from build_scripts.commands.difference.pages import PageChange
from build_scripts.commands.difference.records import Change, UnknownRevision, all_changes, as_text, compare
from build_scripts.commands.difference.report import as_html, as_markdown
from build_scripts.commands.difference.whole import Difference, Shown, difference_of
from build_scripts.ledger.package import open_package
from tests.conftest import Ledger

ROOT = Path(__file__).parents[2]
NO_NAMES: dict = {"zh": {}, "en": {}}
KEYS = [(lang, when) for lang in ("zh", "en") for when in ("before", "after")]

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
    done = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, check=True)
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


def of_records(kept) -> tuple:
    """The difference without what is shown, which takes seconds."""
    package = open_package(kept.root)
    return package, Difference("HEAD", all_changes(package, git(kept.root, "rev-parse", "HEAD")), None, NO_NAMES)


def row(*cells: str) -> str:
    return "".join(f"<td><code>{cell}</code></td>" for cell in cells)


def test_a_changed_amount_shows_the_sum_that_no_longer_holds(kept):
    kept.set("funds", "ta18.f03", amount="3500000", as_printed="350万元", start="")
    told = as_markdown(*difference(kept))
    assert row("金额 amount", "3000000", "3500000") in told
    assert row("ta18.f01 = ta18.f02 + ta18.f03", "相符", "不符") in told
    assert "<details><summary>English</summary>" in told and "<code>does not add up</code>" in told


@pytest.fixture(scope="module")
def with_a_row(tmp_path_factory):
    """Package and difference of one more row of money, for the reports that follow."""
    folder = tmp_path_factory.mktemp("with a row")
    shutil.copytree(ROOT / "schemas", folder / "schemas")
    kept = Ledger(shutil.copytree(ROOT / "tests" / "tiny_ledger", folder / "tests" / "tiny_ledger"))
    for command in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "a")):
        git(kept.root, *command)
    new = {"period": "2020", "label": "又一笔", "amount": "1000000", "as_printed": "100万元", "basis": "in_period"}
    new |= {"stage": "received", "fund_source": "fiscal_assistance", "qualifier": "exact", "in_totals": "true"}
    kept.add("funds", "tc21.f01", fund_id="tc21.f02", **new, inferred="", start="", section="", note="", note_en="")
    return difference(kept)


def test_a_total_that_a_row_moves_is_told_in_words(with_a_row):
    told = as_markdown(*with_a_row)
    assert row("甲县 → 乙县 ew1-jia-yi", "财政援助资金 到位", "9,000,000", "10,000,000") in told


def test_only_charts_whose_rows_differ_are_drawn_and_both_sides_of_them(with_a_row):
    shown = with_a_row[1].shown
    names = [chart.name for chart in shown.charts]
    assert "money-by-stage.ew1-jia-yi" in names and "tile-map" not in names
    files = {f"money-by-stage.ew1-jia-yi.{lang}.{when}.svg" for lang in ("zh", "en") for when in ("before", "after")}
    assert files <= set(shown.pictures)
    before, after = (shown.pictures[f"money-by-stage.ew1-jia-yi.zh.{when}.svg"] for when in ("before", "after"))
    assert before != after and "2020" in after.decode() and after.startswith(b"<svg")


def test_the_report_for_a_browser_shows_the_pictures_and_the_comment_names_the_charts(with_a_row):
    picture = '<img src="changed-charts/money-by-stage.ew1-jia-yi.zh.after.svg"'
    assert picture in as_html(*with_a_row, "changed-charts") and picture in as_markdown(*with_a_row, "changed-charts")
    comment = as_markdown(*with_a_row)
    assert "<img" not in comment and "<td><code>money-by-stage.ew1-jia-yi</code></td>" in comment


def test_the_pages_that_change_are_those_and_no_others(with_a_row):
    """The row is of Jia → Yi; the other pairings and projects, and Yi's other documents, are left as they are."""
    paths = {page.path for page in with_a_row[1].shown.pages}
    assert {"pairings/ew1-jia-yi.html", "places/990121.html", "sources/tc21.html", "index.html"} <= paths
    assert not paths & {"sources/ta18.html", "projects/ta18-chayuan.html", "about.html", "timeline.html"}


def test_a_change_in_english_alone_is_looked_for_on_english_pages(kept):
    kept.set("events", "ta18.e01", title_en="Another title")
    pages = difference(kept)[1].shown.pages
    assert ("timeline.html", "en") in {(page.path, page.lang) for page in pages}


def test_files_are_written_with_the_pictures_beside_them(kept, tmp_path):
    kept.set("sources", "tc21", note="一处说明")
    outputs = [tmp_path / "out" / "diff.md", tmp_path / "out" / "diff.html"]
    assert run(kept.root, "HEAD", "en", outputs) == 0
    assert all("一处说明" in path.read_text(encoding="utf-8") for path in outputs)
    assert (tmp_path / "out" / "changed-charts").is_dir()


def test_a_file_of_another_ending_is_refused_before_anything_is_reckoned(kept, tmp_path):
    with pytest.raises(UnknownEnding) as refused:
        run(kept.root, "HEAD", "en", [tmp_path / "diff.pdf"])
    assert str(refused.value).split("\n")[1] == "diff.pdf: the file must end in .md or .html"


def test_data_that_do_not_pass_have_no_effects(kept):
    kept.set("funds", "ta18.f03", stage="到账")
    assert "检查没有通过" in as_markdown(*difference(kept))


def test_nothing_changed_is_said(kept):
    told = as_markdown(*difference(kept))
    assert "新增 0 行，修改 0 行，删除 0 行" in told and "页面和图都没有变" in told


@pytest.mark.parametrize("form", [as_markdown, as_html])
def test_a_cell_is_text_whatever_it_holds(kept, form):
    kept.set("funds", "ta18.f01", note="@everyone <img src=x onerror=alert(1)> `#1` </code>")
    told = form(*of_records(kept))
    assert "<img" not in told
    assert "<code>@everyone &lt;img src=x onerror=alert(1)&gt; `#1` &lt;/code&gt;</code>" in told


def test_a_long_difference_is_counted_and_fits_a_comment(kept):
    for number in range(20, 220):
        kept.add("funds", "ta18.f01", fund_id=f"ta18.f{number}", note="长" * 200)
    package, told = of_records(kept)
    effects = [Effect(part, ("pairing", "ew1-jia-yi"), "money:a:b", "1", "2") for part in ("totals", "account")] * 200
    charts = [ChartChange(f"c{n}", dict.fromkeys(KEYS, "长" * 90), {}) for n in range(200)]
    pages = [PageChange(f"places/{n}.html", "zh", "长" * 90, "changed") for n in range(2_000)]
    comment = as_markdown(package, replace(told, shown=Shown(effects, charts, pages, {})))
    assert "条，没有列出" in comment and len(comment) < 60_000
    assert "places/1999.html" in as_html(package, replace(told, shown=Shown(effects, charts, pages, {})))
