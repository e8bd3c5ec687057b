"""A rehearsal by the workflows' own commands: a fork's pull request, a form, a mangled table, two branches that meet.

What contributors read stays in golden/ as it was; `--update-golden` writes it anew.
"""

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
SPEC = importlib.util.spec_from_file_location("rehearsal", Path(__file__).with_name("rehearsal.py"))
rehearsal = importlib.util.module_from_spec(SPEC)
__import__("sys").modules["rehearsal"] = rehearsal
SPEC.loader.exec_module(rehearsal)

pytestmark = pytest.mark.slow
PULL = {"BASE": "origin/main"}
ROW = (
    "tc21.f02,ew1-jia-yi,,,,,,到位资金,Funds received,2019,,fiscal_assistance,received,grant,{amount},exact,in_period,"
    ",,TRUE,,,,tc21,,,,1710万元"
)
FORM = """### 结对 Pairing · pairing_id

{pairing}

### 这是什么 What it is · label

到位资金

### 原文写法 As printed · as_printed

1710万元

### 金额 Amount · amount

_No response_

### 资金来源 Fund source · fund_source

财政援助资金 fiscal_assistance

### 阶段 Stage · stage

到位 received

### 方式 Instrument · instrument

未说明 not_stated

### 时段 Period · period

2020年

### 口径 Basis · basis

期内 in_period

### 计入合计 In totals · in_totals

是 true

### 来源 Source · source_id

_No response_

### 标题 Title · sources.title

乙县2020年协作情况 $(touch was-here) ${{{{ github.token }}}} @everyone

### 发布日期 Published · sources.published

2020/12/31

### 文件类型 Document type · sources.document_type

工作报告 report

### 归类 Collection · sources.collection

结对帮扶 paired

### 文字 Script · sources.script

简体 Hans

### 转载 Re-posted · sources.is_repost

否 false

### 有隐去 Redacted · sources.is_redacted

否 false

### 读到多少 Coverage · sources.coverage

摘录 excerpt
"""


@pytest.fixture
def stage(tmp_path):
    return rehearsal.set_stage(tmp_path)


@pytest.fixture
def as_it_was(update_golden):
    def compare(name: str, text: str) -> None:
        if update_golden:
            (GOLDEN / name).write_text(text, encoding="utf-8")
        assert text == (GOLDEN / name).read_text(encoding="utf-8")

    return compare


def add_to_funds(stage, amount: str) -> None:
    """A row at the end of the file, which a spreadsheet saved with BOM and CRLF."""
    funds = stage.work / "datasets" / "funds.csv"
    text = funds.read_text(encoding="utf-8-sig") + ROW.format(amount=amount) + "\n"
    funds.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())


def comment(stage) -> str:
    return (stage.work / "build" / "answer" / "comment.md").read_text(encoding="utf-8")


def test_a_forks_pull_request_with_a_wrong_unit_is_answered(stage, as_it_was):
    stage.git("switch", "-qc", "fork")
    add_to_funds(stage, "1710")
    stage.commit("a row")
    played = stage.play("answer", "read", **PULL)
    assert played.answers[-1] == 1 and "::error file=datasets/funds.csv" in played.said
    as_it_was("pull_request_wrong.md", comment(stage))


def test_a_warning_about_rows_that_were_not_touched_is_not_told(stage):
    funds = stage.work / "datasets" / "funds.csv"
    text = funds.read_text(encoding="utf-8")
    funds.write_text(text.replace(",tc21,,,,", ",tc21,1月2日,,,", 1), encoding="utf-8")
    stage.commit("an odd section, merged long ago")
    stage.git("push", "-q", "origin", "main")
    stage.git("switch", "-qc", "fork")
    sources = stage.work / "datasets" / "sources.csv"
    sources.write_text(sources.read_text(encoding="utf-8").replace("全部收录", "收录了全文"), encoding="utf-8")
    stage.commit("another note")
    assert "1月2日" in stage.command("check").said
    assert "1月2日" not in stage.play("answer", "read", **PULL).said + comment(stage)


def test_a_finding_stands_on_the_line_that_was_sent(stage):
    """The row comes first in the file that was sent, and fifteenth in canonical order."""
    stage.git("switch", "-qc", "fork")
    funds = stage.work / "datasets" / "funds.csv"
    header, *rows = funds.read_text(encoding="utf-8").splitlines()
    funds.write_text("\n".join([header, ROW.format(amount="1710"), *rows]) + "\n", encoding="utf-8")
    stage.commit("a row at the top")
    assert "::error file=datasets/funds.csv,line=2::amount" in stage.play("answer", "read", **PULL).said


@pytest.fixture(scope="module")
def uploaded(tmp_path_factory):
    """The row as the web form for uploads commits it, byte for byte, on the branch `row` of the fork; read already."""
    stage = rehearsal.set_stage(tmp_path_factory.mktemp("fork"))
    stage.git("switch", "-qc", "row")
    add_to_funds(stage, "17100000")
    blob = stage.git("hash-object", "-w", "--no-filters", "datasets/funds.csv")
    stage.git("update-index", "--cacheinfo", f"100644,{blob},datasets/funds.csv")
    stage.git("commit", "-qm", "Add files via upload")
    stage.git("push", "-q", str(stage.fork), "row")
    assert set(stage.play("answer", "read", **PULL).answers) == {0}
    (stage.work / "build" / "answer").rename(stage.work / "answer")
    return stage


def mend(stage, branch: str = "row", fork: str = "f/r"):
    """Plays the job that pushes what the job before left for it, on the branch as it was uploaded."""
    shutil.rmtree(stage.work / "branch", ignore_errors=True)
    stage.git("push", "-qf", str(stage.fork), "HEAD:row")
    told = {"GH_TOKEN": "t", "FORK": fork, "BRANCH": branch, "SHA": stage.git("rev-parse", "HEAD"), "MAIN": "o/r:main"}
    return stage.play("comment", "mend", **told)


def in_fork(stage, *command: str) -> str:
    return stage.git("--git-dir", str(stage.fork), *command)


def test_the_same_pull_request_mended_passes_and_shows_what_changes(uploaded, as_it_was):
    answer = uploaded.work / "answer"
    as_it_was("pull_request_right.md", (answer / "comment.md").read_text(encoding="utf-8"))
    whole = (answer / "difference.html").read_text(encoding="utf-8")
    picture = "changed-charts/money-by-stage.ew1-jia-yi.zh.after.svg"
    assert f'<img src="{picture}"' in whole and (answer / picture).read_bytes().startswith(b"<svg")


def test_the_canonical_form_is_pushed_to_the_branch_of_a_fork(uploaded):
    assert set(mend(uploaded).answers) == {0}
    assert in_fork(uploaded, "log", "-2", "--format=%s", "row") == "Files in canonical form\nAdd files via upload"
    mended = (uploaded.work / "answer" / "mended" / "funds.csv").read_bytes()
    assert in_fork(uploaded, "cat-file", "blob", "row:datasets/funds.csv") == mended.decode().strip()
    assert b"\r" not in mended and not mended.startswith(b"\xef\xbb\xbf")


def test_of_a_patch_only_the_tables_are_taken(uploaded):
    patch = uploaded.work / "answer" / "canonical.patch"
    whole = patch.read_bytes()
    more = "diff --git a/x.sh b/x.sh\nnew file mode 100755\n--- /dev/null\n+++ b/x.sh\n@@ -0,0 +1 @@\n+touch was-here\n"
    patch.write_bytes(whole + more.encode())
    assert set(mend(uploaded).answers) == {0}
    patch.write_bytes(whole)
    assert in_fork(uploaded, "diff", "--name-only", "row~1", "row") == "datasets/funds.csv"


def test_a_branch_that_may_not_be_written_to_stays_and_nobody_is_sent_home(uploaded):
    hook = uploaded.fork / "hooks" / "update"
    hook.write_text('#!/bin/sh\n[ "$(git log -1 --format=%an%s "$3")" = "aAdd files via upload" ]\n', encoding="utf-8")
    hook.chmod(0o755)
    played = mend(uploaded)
    hook.unlink()
    assert set(played.answers) == {0} and "::notice::the branch may not be written to" in played.said
    assert in_fork(uploaded, "rev-parse", "row") == uploaded.git("rev-parse", "HEAD")


def test_a_request_out_of_our_own_main_is_left_alone(uploaded):
    assert set(mend(uploaded, "main", "o/r").answers) == {0} and not (uploaded.work / "branch").exists()


def test_the_comment_is_written_anew_with_the_way_to_pictures_and_preview(stage):
    (stage.work / "answer").mkdir()
    (stage.work / "answer" / "comment.md").write_text("<!-- m -->\n" + "长" * 70_000, encoding="utf-8")
    told = {"GH_TOKEN": "t", "REPOSITORY": "o/r", "HEAD": "f:row", "SHA": "s", "RUN": "https://h.example/runs/7"}
    assert set(stage.play("comment", "comment", **told, GH_SAYS="7").answers) == {0}
    body = json.loads((stage.work / "body.json").read_text(encoding="utf-8"))["body"]
    assert len(body) < 65_536 and "(https://h.example/runs/7#artifacts)" in body
    assert body.endswith("[预览站点 · preview](https://github.com/o/r/pull/7/checks)\n")
    assert "gh api --method PATCH repos/o/r/issues/comments/7 --input body.json" in (stage.log / "asked").read_text()


def test_order_bom_and_line_ends_are_mended_on_main_by_the_robot(stage):
    add_to_funds(stage, "17100000")
    stage.commit("merged as it was")
    assert set(stage.play("tidy", "format", GH_TOKEN="t", REPOSITORY="o/r").answers) == {0}
    assert stage.git("--git-dir", str(stage.origin), "log", "-1", "--format=%s", "main") == "Files in canonical form"
    assert not (stage.work / "datasets" / "funds.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def read_form(stage, form: str, labels: str = "form:funds accepted"):
    return stage.play("form", "read", BODY=form, LABELS=labels)


def test_a_form_becomes_a_pull_request(stage, as_it_was):
    assert set(read_form(stage, FORM.format(pairing="甲县 → 乙县")).answers) == {0}
    as_it_was("form_clear.md", comment(stage))
    stage.git("stash", "-q")
    (stage.work / "answer").mkdir()
    (stage.work / "build" / "answer" / "rows.patch").rename(stage.work / "answer" / "rows.patch")
    played = stage.play("form", "propose", GH_TOKEN="t", REPOSITORY="o/r", NUMBER="7")
    assert set(played.answers) == {0}, played.said
    shown = stage.git("--git-dir", str(stage.origin), "show", "--stat", "--format=%s", "form-7")
    assert shown.startswith("Row from form #7") and "datasets/funds.csv" in shown and "datasets/sources.csv" in shown
    assert (stage.log / "asked").read_text(encoding="utf-8").startswith("gh pr create --repo o/r --head form-7")


def test_what_a_contributor_writes_in_a_form_is_never_run(stage):
    read_form(stage, FORM.format(pairing="甲县 → 乙县`touch was-here`"))
    assert not (stage.work / "was-here").exists()


def test_a_form_with_an_open_question_is_asked_and_proposes_nothing(stage, as_it_was):
    assert set(read_form(stage, FORM.format(pairing="甲县 → 乙区")).answers) == {0}
    as_it_was("form_asks.md", comment(stage))
    assert (stage.work / "build" / "answer" / "rows.patch").read_bytes() == b""


def test_a_mangled_table_is_taken_on_the_command_line(stage, as_it_was):
    sent = stage.work / "sent" / "资金 2019.csv"
    sent.parent.mkdir()
    sheet = "结对;这是什么;时段;资金来源;阶段;方式;金额（万元）;口径;计入合计;来源;原文写法\r\n"
    sheet += "甲县 → 乙县;到位资金;2019年;财政援助资金;到位;无偿;1,710;期内;TRUE;tc21;1710万元 \r\n;;;;;;;;;;\r\n"
    sent.write_bytes(sheet.encode("gb18030"))
    played = stage.command("import", str(sent), "--lang", "zh")
    assert played.answers == [0], played.said
    as_it_was("import_mangled.txt", played.said)
    assert stage.command("check", "--lang", "zh").answers == [0]


def test_two_branches_that_each_add_a_row_are_put_together_by_keys(stage, as_it_was):
    stage.git("switch", "-qc", "one")
    for branch, amount, label in (("one", "17100000", "到位资金"), ("other", "5000000", "另一笔")):
        if branch == "other":
            stage.git("switch", "-q", "main")
            stage.git("switch", "-qc", "other")
        add_to_funds(stage, amount)
        funds = stage.work / "datasets" / "funds.csv"
        text = funds.read_text(encoding="utf-8-sig")
        if branch == "other":
            text = text.replace("tc21,,,,1710万元", "tc21,,,,500万元")
            text = text.replace("tc21.f02,ew1-jia-yi,,,,,,到位资金", f"tc21.f02,ew1-jia-yi,,,,,,{label}")
        funds.write_text(text, encoding="utf-8")
        assert stage.command("format").answers == [0]
        stage.commit(f"a row of {branch}")
    assert stage.git("merge", "-q", "one").startswith("failed")
    stage.git("merge", "--abort")
    played = stage.command("merge", "--theirs", "one", "--lang", "zh")
    assert played.answers == [0], played.said
    as_it_was("merge.txt", played.said)
    text = (stage.work / "datasets" / "funds.csv").read_text(encoding="utf-8")
    assert "\ntc21.f02,ew1-jia-yi,,,,,,另一笔" in text and "\ntc21.f03,ew1-jia-yi,,,,,,到位资金" in text
    assert stage.command("check").answers == [0]


def test_the_robot_puts_a_request_together_with_main_by_keys(stage):
    """Both add a row at the same place; the pushed commit holds both, and both histories."""
    for branch, amount in (("request", "17100000"), ("main", "5000000")):
        stage.git("switch", "-qC", branch, "origin/main")
        add_to_funds(stage, amount)
        funds = stage.work / "datasets" / "funds.csv"
        text = funds.read_text(encoding="utf-8-sig").replace("TRUE", "true")
        funds.write_text(text.replace("1710万元", "500万元") if branch == "main" else text, encoding="utf-8")
        stage.commit(f"a row of {branch}")
        stage.git("push", "-q", "origin", "request:refs/pull/7/head" if branch == "request" else "main")
    assert stage.git("merge", "-q", "request").startswith("failed")
    stage.git("merge", "--abort")
    played = stage.play("together", "together", GH_TOKEN="t", REPOSITORY="o/r", NUMBER="7")
    assert set(played.answers) == {0}, played.said
    stage.git("fetch", "-q", "origin", "together-7")
    added = stage.git("diff", "main", "FETCH_HEAD", "--", "datasets")
    assert "+tc21.f03,ew1-jia-yi" in added and "\n-tc21" not in added
    for each in ("request", "main"):
        assert stage.git("merge-base", "--is-ancestor", each, "FETCH_HEAD") == ""


def test_a_cell_that_both_branches_changed_is_said_and_nothing_is_written(stage):
    for branch, label in (("one", "到账资金"), ("other", "入账资金")):
        stage.git("switch", "-q", "main")
        stage.git("switch", "-qc", branch)
        funds = stage.work / "datasets" / "funds.csv"
        funds.write_text(funds.read_text(encoding="utf-8").replace("到位资金合计", label, 1), encoding="utf-8")
        stage.commit(branch)
    played = stage.command("merge", "--theirs", "one", "--lang", "zh")
    assert played.answers == [1]
    assert "funds ta18.f01 label：两边都改了，一边写“入账资金”，一边写“到账资金”" in played.said
    assert stage.git("status", "--porcelain") == ""
