"""Files as contributors send them, each mangled in one way: the row that must come of it, or the question."""

import csv
import hashlib
import io
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from build_scripts.__main__ import main
from build_scripts.checks.run import check
from build_scripts.commands.incoming.heads import folded
from build_scripts.reading.extract.vocabulary import words

FUND = {
    "pairing_id": "ew1-jia-yi", "label": "到位资金", "period": "2019", "fund_source": "fiscal_assistance",
    "stage": "received", "instrument": "grant", "amount": "17100000", "qualifier": "exact", "basis": "in_period",
    "in_totals": "true", "source_id": "tc21", "as_printed": "1710万元",
}  # fmt: skip
EVENT = {
    "kind": "visit", "date": "2017-01-05", "title": "考察", "title_en": "Visit",
    "source_id": "tc21", "as_printed": "2017年1月5日",
}  # fmt: skip
PAIRING = {
    "政策": "ew2", "层级": "county", "帮扶方": "甲县", "受帮扶方": "乙县", "始": "2021", "止": "2025",
    "起止依据": "原文载明", "来源": "tc21", "原文写法": "2021年至2025年甲县帮扶乙县",
}  # fmt: skip
YEARS = {"valid_from": "2021", "valid_to": "2025", "dates_basis": "printed", "start": ""}
SPANS = [
    ("始", "止"), ("起", "止"), ("起始", "终止"), ("开始", "结束"), ("開始", "結束"), ("起始年", "结束年"),
    ("起始年份", "终止年份"), ("起始年份（年）", "结束年份（年）"), ("From", "To"), ("Start", "End"), ("start", "end"),
    ("START YEAR", "END YEAR"), ("First year", "Last year"), ("valid_from", "valid_to"),
]  # fmt: skip
NEW_FUND = "tc21.f02"  # tc21.f01 stands
NEW_EVENT = "tc21.e02"


def table(*rows: dict, separator: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.fixture
def send(ledger, tmp_path, capsys):
    """Sends a file and returns (answer to the shell, what was said, row by id of the table afterwards)."""

    def sending(name: str, content: bytes | str, *switches: str, into: str = "funds", lang: str = "zh"):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        answer = main(["import", str(file), "--root", str(ledger.root), "--lang", lang, *switches])
        said = capsys.readouterr()
        header, *rows = ledger.rows(into)
        return answer, said.out + said.err, {row[0]: dict(zip(header, row, strict=True)) for row in rows}

    return sending


def holds(row: dict, wanted: dict) -> bool:
    return {column: row[column] for column in wanted} == wanted


@pytest.mark.parametrize(
    "content",
    [
        table(EVENT).encode("gb18030"),
        table(EVENT).encode("utf-8-sig"),
        table(EVENT).encode("utf-16"),
        table(EVENT).encode("utf-16-le"),
        table(EVENT).encode("utf-16-be"),
        table(EVENT | {"title": "考察"}).encode("big5"),
        table(EVENT, separator=";").encode(),
        table(EVENT, separator="\t").encode(),
        table(EVENT).replace("\n", "\r\n").encode(),
        table(EVENT).replace("\n", "\r").encode(),
        table(dict(reversed(EVENT.items()))).encode(),
        (table(EVENT) + ",,,,\n\n   ,,,,\n").encode(),
        table({column: f" {cell}　" for column, cell in EVENT.items()}).encode(),
        table(EVENT | {"date": "2017/1/5"}).encode(),
        table(EVENT | {"date": "2017年1月5日"}).encode(),
        table(EVENT | {"kind": "考察互访"}).encode(),
        ("导出于某日,,,,\n" + table(EVENT)).encode(),
    ],
    ids=[
        "GB18030", "UTF-8 BOM", "UTF-16", "UTF-16 LE", "UTF-16 BE", "Big5", "semicolon", "tab", "CRLF", "CR", "order",
        "blank rows", "spaces", "slashes", "Chinese date", "Chinese code", "a line above the header",
    ],
)  # fmt: skip
def test_a_table_of_events_however_mangled_becomes_the_same_row(send, content):
    answer, said, rows = send("来访 events.csv", content, into="events")
    assert answer == 0, said
    assert holds(rows[NEW_EVENT], EVENT)


@pytest.mark.parametrize(
    "mangled",
    [
        {"amount": "17,100,000"},
        {"amount": "１７１０００００"},
        {"amount": "1710万元"},
        {"amount": ""},
        {"qualifier": ""},
        {"in_totals": "TRUE"},
        {"in_totals": "是"},
        {"period": "2019年"},
        {"stage": "到位"},
        {"stage": "到位 received"},
        {"fund_source": "财政援助资金"},
        {"pairing_id": "甲县 → 乙县"},
        {"pairing_id": "甲县->乙县 "},
        {"pairing_id": "甲县 → 乙县 ew1-jia-yi"},
        {"source_id": "两县协作五年记（虚构样例）"},
    ],
    ids=str,
)
def test_a_row_of_money_however_written_becomes_the_same_row(send, mangled):
    answer, said, rows = send("funds.csv", table(FUND | mangled))
    assert answer == 0, said
    assert holds(rows[NEW_FUND], FUND)


def test_headers_may_be_chinese_and_money_in_ten_thousand_yuan(send):
    named = {
        "结对": "甲县 → 乙县", "这是什么": "到位资金", "时段": "2019年", "资金来源": "财政援助资金", "阶段": "到位",
        "方式": "无偿", "金额（万元）": "1,710", "口径": "期内", "计入合计": "是", "来源": "tc21",
        "原文写法": "1710万元",
    }  # fmt: skip
    answer, said, rows = send("一张表.csv", table(named).encode("gb18030"))
    assert answer == 0, said
    assert holds(rows[NEW_FUND], FUND)
    assert "amount: 此列以万元计，已换算成元" in said and "表头的顺序或写法与账本不同" in said


def test_merged_cells_are_repeated_in_every_row(send):
    book = Workbook()
    sheet = book.active
    sheet.title = "资金"
    sheet.append(list(FUND))
    sheet.append(list(FUND.values()))
    sheet.append(list((FUND | {"pairing_id": None, "label": "其中", "amount": 50000, "as_printed": "5万元"}).values()))
    sheet.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    answer, said, rows = send("资金.xlsx", out.getvalue())
    assert answer == 0, said
    assert rows["tc21.f03"]["pairing_id"] == "ew1-jia-yi" and rows["tc21.f03"]["amount"] == "50000"
    assert "合并单元格 A2:A3" in said


def test_headers_and_words_may_be_traditional(send):
    sheet = "結對,這是什麼,時段,資金來源,階段,方式,金額（萬元）,口徑,計入合計,來源,原文寫法\n"
    sheet += "甲縣 → 乙縣,到位資金,2019年,財政援助資金,到位,無償,1710,期內,是,tc21,1710萬元\n"
    answer, said, rows = send("資金.csv", sheet.encode("big5"))
    assert answer == 0, said
    assert holds(rows[NEW_FUND], FUND | {"label": "到位資金", "as_printed": "1710萬元"})


def test_a_header_over_two_lines_is_read_as_one(send):
    above = ["结对", "这是什么", "时段", "资金", "", "方式", "金额", "口径", "计入合计", "来源", "原文写法"]
    below = ["", "", "", "来源", "阶段", "", "（万元）", "", "", "", ""]
    row = ["甲县 → 乙县", "到位资金", "2019", "财政援助资金", "到位", "无偿", 1710, "期内", "是", "tc21", "1710万元"]
    answer, said, rows = send("a.xlsx", sheet_of(above, below, row))
    assert answer == 0, said
    assert holds(rows[NEW_FUND], FUND)


def test_a_row_of_sums_is_left_out_and_said(send):
    total = dict.fromkeys(FUND, "") | {"label": "合计", "amount": "17100000"}
    answer, said, rows = send("funds.csv", table(FUND, total))
    assert answer == 0 and len(rows) == 15 and "funds.csv:3: 像是表格软件加出来的合计行，略去" in said


def test_a_column_that_stands_twice_is_said(send):
    lines = table(FUND).splitlines()
    answer, said, _ = send("funds.csv", f"{lines[0]},amount\n{lines[1]},5000000\n")
    assert answer == 1 and "funds.csv:1: amount: 表头里这一列出现了两次，只收了前一列" in said


def test_an_id_that_two_rows_of_a_file_bear_loses_no_row(send):
    rows = [{"fund_id": "zz.f01", **FUND, "label": label} for label in ("第一笔", "第二笔")]
    answer, said, after = send("funds.csv", table(*rows))
    assert answer == 1 and after["zz.f01"]["label"] == "第一笔"
    assert "funds.csv:3: fund_id: 编号 zz.f01 在第 2 行已经用过（下拉填充会改编号）；新行请把编号空着" in said


def test_a_row_that_a_file_holds_twice_is_taken_once(send):
    answer, said, rows = send("funds.csv", table(FUND, FUND))
    assert answer == 0 and "tc21.f03" not in rows and f"账本里已有同样的一行：{NEW_FUND}" in said


def test_a_formula_without_its_result_is_asked_and_never_taken_for_an_empty_cell(send):
    answer, said, rows = send("a.xlsx", sheet_of(list(FUND), list((FUND | {"amount": "=1710*10000"}).values())))
    assert answer == 1 and NEW_FUND not in rows and "amount: “=1710*10000”是公式" in said


def test_hidden_rows_are_taken_and_said(send):
    book = load_workbook(io.BytesIO(sheet_of(list(FUND), list(FUND.values()))))
    book.active.row_dimensions[2].hidden = True
    out = io.BytesIO()
    book.save(out)
    answer, said, rows = send("a.xlsx", out.getvalue())
    assert answer == 0 and NEW_FUND in rows and "有 1 行在表里是隐藏的，也收了" in said


def test_an_id_waits_until_its_document_is_known(send):
    said = send("funds.csv", table(FUND | {"source_id": "tc99"}))[1]
    assert "source_id: “tc99”不在 sources 表里" in said and "必须填" not in said


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return out.getvalue()


def sheet_of(*rows: list) -> bytes:
    book, out = Workbook(), io.BytesIO()
    book.active.title = "资金"
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def headed(*heads: str) -> list[list[str]]:
    """The pairing with other heads over its two years."""
    named = dict(zip(("始", "止"), heads, strict=True))
    return [[named.get(head, head) for head in PAIRING], list(PAIRING.values())]


@pytest.mark.parametrize("name", ["结对.xlsx", "结对.csv"])
@pytest.mark.parametrize("heads", SPANS, ids="-".join)
def test_years_of_a_pairing_are_known_under_former_titles_and_common_words(send, name, heads):
    """The titles became 起始年份 and 终止年份; sheets made before were asked what 始 and 止 are."""
    rows = headed(*heads)
    content = sheet_of(*rows) if name.endswith("xlsx") else "\n".join(map(",".join, rows))
    answer, said, rows = send(name, content, into="pairings")
    assert answer == 0, said
    assert any(holds(row, YEARS) for row in rows.values()), rows


@pytest.mark.parametrize("beside", ["起始年份", "位置"])
def test_a_head_that_could_mean_two_columns_means_the_one_that_no_other_head_means(send, beside):
    rows = headed("Start", "终止年份")
    more = [[*rows[0], beside], [*rows[1], "2021" if beside == "起始年份" else "7"]]
    if beside == "起始年份":
        more[1][rows[0].index("Start")] = "7"
    answer, said, rows = send("结对.xlsx", sheet_of(*more), into="pairings")
    assert answer == 0, said
    assert any(holds(row, YEARS | {"start": "7"}) for row in rows.values()), rows


def test_a_head_that_could_mean_two_columns_is_refused_and_both_are_named(send):
    before = send("结对.xlsx", sheet_of(*headed("valid_from", "valid_to")), "--dry-run", into="pairings")[2]
    answer, said, after = send("结对.xlsx", sheet_of(*headed("Start", "终止年份")), into="pairings")
    assert answer == 1 and after == before
    assert said.splitlines() == [
        "资金 第 1 行的表头“Start”可能是“位置”（start），也可能是“起始年份”（valid_from）；请改写成其中一个",
        "the head 'Start' on line 1 of 资金 may be 'Offset' (start) or 'First year' (valid_from); write which is meant",
    ]


def test_years_headed_start_and_end_are_no_place_in_the_text(send):
    """The head “Start” was taken for the column `start`, the place of a print in its text, whatever stood beside it."""
    answer, said, rows = send("funds.csv", table(FUND | {"Start": "2016", "End": "2020"}))
    assert answer == 1 and rows[NEW_FUND]["start"] == ""
    assert all(f"funds.csv:1: {head}: 账本的表里没有这一列，其内容没有收" in said for head in ("Start", "End"))


def test_a_column_under_its_own_name_is_that_column(send):
    rows = headed("start", "valid_to")
    rows[1][rows[0].index("start")] = "7"
    said = send("结对.csv", "\n".join(map(",".join, rows)), into="pairings")[1]
    assert "可能是" not in said


def test_a_former_title_is_no_name_or_title_of_another_column_of_a_table_that_has_both(real_package):
    further = words("columns")
    told = {column: set(map(folded, heads)) for column, heads in further["columns"].items()}
    for columns, pairs in further["spans"].items():
        for column, heads in zip(columns.split(), zip(*pairs, strict=True), strict=True):
            told.setdefault(column, set()).update(map(folded, heads))
    every = {field["name"] for schema in real_package.schemas.values() for field in schema["fields"]}
    assert told.keys() <= every
    for table, schema in real_package.schemas.items():
        own = {field["name"]: {folded(field["title"]), folded(field["title_en"])} for field in schema["fields"]}
        clash = [(c, o) for c in told.keys() & own.keys() for o in own if o != c and told[c] & own[o]]
        assert clash == [], table


def test_a_workbook_may_hold_dates_numbers_and_truths(send):
    typed = FUND | {"period": datetime(2019, 6, 12), "amount": 17100000.0, "in_totals": True}
    answer, said, rows = send("a.xlsx", sheet_of(["某县 2019 年资金表"], [], list(FUND), list(typed.values())))
    assert answer == 0, said
    assert holds(rows[NEW_FUND], FUND | {"period": "2019-06-12"})


def test_a_section_that_a_workbook_holds_as_a_date_is_asked(send):
    typed = FUND | {"section": datetime(2026, 1, 2)}
    answer, said, rows = send("a.xlsx", sheet_of(list(typed), list(typed.values())))
    assert (answer, NEW_FUND in rows) == (1, False) and "section: “2026-01-02”像是表格软件" in said


def test_several_sheets_go_to_their_tables_and_others_are_passed_over(send, ledger):
    book, out = Workbook(), io.BytesIO()
    book.active.append(["这是说明，不是数据"])
    for title, row in (("事件", EVENT), ("资金", FUND)):
        sheet = book.create_sheet(title)
        sheet.append(list(row))
        sheet.append(list(row.values()))
    book.save(out)
    answer, said, rows = send("a.xlsx", out.getvalue())
    assert answer == 0 and NEW_FUND in rows and any(row[0] == NEW_EVENT for row in ledger.rows("events")), said


def test_the_template_filled_in_gives_a_source_and_its_money(send, ledger, tmp_path):
    path = tmp_path / "empty.xlsx"
    assert main(["template", "--root", str(ledger.root), "-o", str(path), "--lang", "zh"]) == 0
    book = load_workbook(path)
    fill(book["来源"], title="乙县2020年协作情况", published="2020年12月", document_type="工作报告 report",
         script="简体 Hans", is_repost="否 false", is_redacted="否 false", coverage="摘录 excerpt",
         collection="结对帮扶 paired")  # fmt: skip
    fill(book["资金"], pairing_id="甲县 → 乙县 ew1-jia-yi", label="到位资金", period="2020", fund_source="财政援助资金",
         stage="到位 received", basis="期内 in_period", in_totals="是 true", source_id="乙县2020年协作情况",
         as_printed="1710万元")  # fmt: skip
    book.save(path)
    answer, said, rows = send("filled.xlsx", path.read_bytes())
    assert answer == 0, said
    row = rows["yi-xian-nian-xie-2020.f01"]
    assert holds(row, {"amount": "17100000", "qualifier": "exact", "instrument": "not_stated", "period": "2020"})
    assert "funds.csv" not in said and "示例行略去" in said


def test_a_row_whose_new_document_has_a_question_waits_for_that(send, ledger, tmp_path):
    path = tmp_path / "empty.xlsx"
    assert main(["template", "--root", str(ledger.root), "-o", str(path), "--lang", "zh"]) == 0
    book = load_workbook(path)
    fill(book["来源"], title="乙县2020年协作情况", document_type="报", script="简体 Hans", is_repost="否 false",
         is_redacted="否 false", coverage="摘录 excerpt", collection="结对帮扶 paired")  # fmt: skip
    fill(book["资金"], pairing_id="甲县 → 乙县 ew1-jia-yi", label="到位资金", stage="到位 received",
         basis="期内 in_period", in_totals="是 true", as_printed="1710万元",
         source_id="乙县2020年协作情况")  # fmt: skip
    book.save(path)
    answer, said, _ = send("filled.xlsx", path.read_bytes())
    assert answer == 1 and "source_id: “乙县2020年协作情况”是本文件第 5 行要新添的" in said, said


def fill(sheet, **cells: str) -> None:
    places = {cell.value.split()[-1]: cell.column for cell in sheet[3]}
    for column, cell in cells.items():
        sheet.cell(5, places[column], cell)


def test_an_issue_form_is_a_row(send):
    form = "".join(f"### {column} · {column}\n\n{cell}\n\n" for column, cell in FUND.items() if column != "amount")
    form += "### 金额（元） amount\n\n_No response_\n"
    answer, said, rows = send("issue.md", form, "--table", "funds")
    assert answer == 0, said
    assert holds(rows[NEW_FUND], FUND)


def test_a_correction_changes_the_print_and_the_value_with_it(send):
    form = "### 哪条记录 record\n\nta18.f01 https://example.org/x.html\n\n### 原文写法 as_printed\n\n1300万元\n"
    assert send("issue.md", form)[0] == 1
    answer, said, rows = send("issue.md", form, "--update")
    assert answer == 0, said
    assert (rows["ta18.f01"]["as_printed"], rows["ta18.f01"]["amount"]) == ("1300万元", "13000000")


@pytest.mark.parametrize(
    "mangled, question",
    [
        ({"amount": "1710"}, "funds.csv:2: amount: 原文写的是 17100000 元，这里写 1710：单位是不是万元？"),
        ({"pairing_id": "甲县 → 乙区"}, "pairing_id: “甲县 → 乙区”不在 pairings 表里；是不是 甲县 → 乙县 ew1-jia-yi？"),
        ({"stage": "到账"}, "stage: “到账”不在代码表里"),
        ({"basis": ""}, "basis: “口径”必须填"),
        ({"amount": "", "as_printed": "100万美元"}, "“100万美元”的单位是“美元”"),
        ({"amount": "", "as_printed": "3—5万元"}, "是一个范围"),
        ({"section": "1月2日"}, "section: “1月2日”像是表格软件"),
    ],
    ids=str,
)
def test_what_is_not_clear_is_asked_by_row_and_nothing_is_written(send, mangled, question):
    answer, said, rows = send("funds.csv", table(FUND | mangled))
    assert (answer, question in said, NEW_FUND in rows) == (1, True, False), said


def test_rows_that_are_clear_are_written_beside_those_that_are_asked(send):
    answer, said, rows = send("funds.csv", table(FUND | {"stage": "到账"}, FUND))
    assert answer == 1 and sum(row["as_printed"] == "1710万元" for row in rows.values()) == 1


def test_a_row_that_stands_is_never_changed_unless_told_to(send):
    row = table({"fund_id": "ta18.f01", "label": "别的", "period": ""})
    answer, said, rows = send("funds.csv", row)
    assert answer == 1 and rows["ta18.f01"]["label"] == "到位资金合计"
    assert "ta18.f01 已在账本里，这样会改动：label: 到位资金合计 → 别的" in said
    answer, said, rows = send("funds.csv", row, "--update")
    assert answer == 0 and (rows["ta18.f01"]["label"], rows["ta18.f01"]["period"]) == ("别的", "2018")


def test_a_cell_is_emptied_only_by_the_sign_for_nothing(send):
    rows = send("funds.csv", table({"fund_id": "ta18.f01", "label_en": "∅", "stage": "received"}), "--update")[2]
    assert rows["ta18.f01"]["label_en"] == ""


def test_a_dry_run_writes_nothing_and_shows_the_same(send):
    _, said, rows = send("funds.csv", table(FUND), "--dry-run")
    assert NEW_FUND not in rows and f"＋ 新增 funds {NEW_FUND}" in said and "没有写任何文件" in said


def test_the_same_file_sent_twice_adds_nothing_the_second_time(send):
    send("funds.csv", table(FUND))
    answer, said, rows = send("funds.csv", table(FUND))
    assert answer == 0 and "tc21.f03" not in rows and f"账本里已有同样的一行：{NEW_FUND}" in said


def test_a_whole_table_saved_by_a_spreadsheet_changes_nothing(send, ledger):
    before = ledger.file("funds").read_bytes()
    saved = before.decode().replace("true", "TRUE").replace("false", "FALSE").replace("\n", "\r\n").encode("gb18030")
    answer, said, _ = send("funds.csv", saved)
    assert answer == 0, said
    assert ledger.file("funds").read_bytes() == before


def test_equal_things_are_said_once_with_a_count(send):
    rows = [FUND | {"in_totals": "TRUE", "label": f"第{n}笔"} for n in range(3)]
    said = send("funds.csv", table(*rows), lang="en")[1]
    assert said.count("'TRUE' is written true") == 1 and "'TRUE' is written true (3 alike)" in said


def test_a_text_gives_section_and_offset(send, ledger):
    text = str(ledger.root / "texts" / "jia-yi-2018.txt")
    row = FUND | {"source_id": "ta18", "period": "2018", "label": "又一笔", "as_printed": "860万元", "amount": ""}
    answer, said, rows = send("funds.csv", table(row), "--text", text)
    new = next(row for row in rows.values() if row["label"] == "又一笔")
    assert answer == 0 and (new["start"], new["section"]) == ("144", "二.2"), said


def test_a_print_that_the_text_does_not_hold_is_asked(send, ledger):
    text = str(ledger.root / "texts" / "jia-yi-2018.txt")
    row = FUND | {"source_id": "ta18", "as_printed": "861万元", "amount": ""}
    answer, said, _ = send("funds.csv", table(row), "--text", text)
    assert answer == 1 and "原文里没有“861万元”" in said


def test_a_new_source_gets_name_and_checksum_of_the_text(send, tmp_path):
    text = tmp_path / "new.txt"
    text.write_bytes("到位1710万元。".encode())
    source = {
        "title": "新文件", "title_en": "A new document", "published": "2020", "document_type": "report",
        "script": "Hans", "is_repost": "false", "is_redacted": "false", "collection": "paired",
    }  # fmt: skip
    answer, said, rows = send("sources.csv", table(source), "--text", str(text), into="sources")
    assert answer == 0, said
    new = rows["a-new-document-2020"]
    assert (new["text_name"], new["coverage"]) == ("new.txt", "full_text")
    assert new["text_sha256"] == "f7cd2685de0b09720337f00e502f7765c3dcf369453148e1cf6a2afcc6f04343"


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("a.events.csv", "event_id,kind,date,title\n<<<<<<< HEAD\nx,visit,2017,考察\n", "第 2 行是合并冲突的记号"),
        ("a.events.csv", table(EVENT) + 'x,"2018,考,tc21,5月\ny,2018,考,tc21,5月\n', "从第 3 行起引号不成对"),
        ("a.xls", b"\xd0\xcf\x11\xe0rest", "旧的 .xls 格式"),
        ("a.csv", b"event_id,kind,date\nx,\xff\xff\xff,2017\n", "既不是 UTF-8，也不是 GB18030"),
        ("a.csv", "甲,乙\n1,2\n", "没有找到账本的表头"),
        ("a.csv", "kind,title,note\n", "只有表头"),
        ("a.csv", b"", "是空文件"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0rest", "旧的 .xls 格式"),
        ("a.xls", "<html><table><tr><td>label</td></tr></table>", "其实是一张网页"),
        ("a.ods", "ods", "OpenDocument 格式"),
        ("a.docx", "docx", "是文稿，不是表格；用 extract 命令"),
        ("a.pdf", b"%PDF-1.4", "是文稿，不是表格"),
        ("a.zip", "zip", "是压缩包"),
        ("a.xlsx", b"PK\x03\x04cut", "不完整"),
    ],
    ids=[
        "conflict", "quotation mark", "xls", "encoding", "no header", "no rows", "empty", "xls called xlsx", "web page",
        "ods", "docx", "pdf", "zip", "cut off",
    ],
)
def test_a_file_that_cannot_be_read_says_one_thing(send, name, content, said):
    content = {"ods": packed("content.xml"), "docx": packed("word/document.xml"), "zip": packed("funds.csv")}.get(
        content, content
    )
    answer, out, _ = send(name, content)
    assert answer == 1 and len(out.strip().splitlines()) == 2 and said in out, out


def test_an_unknown_column_is_named_with_what_it_may_be(send):
    said = send("funds.csv", table(FUND | {"amuont": "1"}))[1]
    assert "amuont: 账本的表里没有这一列，其内容没有收；是不是 amount？" in said


@pytest.mark.parametrize("name", ["excel-booleans.funds", "excel-date.events", "gbk.events", "semicolon.events"])
def test_files_that_were_sent_are_taken(send, name, request):
    content = (Path(__file__).parent / "sent" / f"{name}.csv").read_bytes()
    into = name.rpartition(".")[2]
    answer, said, rows = send(f"{name}.csv", content, into=into)
    assert answer == 0 and any(key.startswith("zz.") for key in rows), said


def test_a_ledger_that_cannot_be_read_whole_is_not_written(ledger, tmp_path):
    broken = ledger.file("funds").read_bytes() + b'zz.f01,"not closed\n'
    ledger.file("funds").write_bytes(broken)
    sent = tmp_path / "funds.csv"
    sent.write_text(table(FUND), encoding="utf-8")
    assert main(["import", str(sent), "--root", str(ledger.root)]) == 1
    assert ledger.file("funds").read_bytes() == broken


REPORT = Path(__file__).with_name("sent") / "yi-2019.txt"


@pytest.fixture
def draft(ledger, tmp_path) -> Path:
    """The draft of an invented report whose row in `sources` is new."""
    title = "乙县与甲县2019年度扶贫协作工作总结"
    ledger.add("sources", "ta18", source_id="yi19", title=title, text_name="yi-2019.txt", published="2020")
    path = tmp_path / "draft.xlsx"
    assert main(["extract", str(REPORT), "--source", "yi19", "-o", str(path), "--root", str(ledger.root)]) == 0
    return path


def review(path: Path, *accepted: str) -> None:
    book = load_workbook(path)
    sheet = book["draft"]
    head = [cell.value for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        row[0].value = "accept" if row[head.index("figure")].value in accepted else row[0].value
    book.save(path)


def test_of_a_draft_nothing_is_taken_that_was_not_accepted(ledger, draft, capsys):
    before = ledger.rows("funds")
    assert main(["import", str(draft), "--root", str(ledger.root), "--lang", "en"]) == 1
    assert "no row of this draft is accepted" in capsys.readouterr().err
    assert ledger.rows("funds") == before


def test_accepted_rows_of_a_draft_are_rows_and_a_part_names_its_whole_by_id(ledger, draft):
    review(draft, "1350万元", "900万元", "210人次")
    assert main(["import", str(draft), "--root", str(ledger.root)]) == 0
    header, *rows = ledger.rows("funds")
    new = [dict(zip(header, row, strict=True)) for row in rows if row[0].startswith("yi19.")]
    assert [(r["fund_id"], r["amount"], r["stage"], r["part_of"], r["start"], r["source_id"]) for r in new] == [
        ("yi19.f01", "13500000", "received", "", "81", "yi19"),
        ("yi19.f02", "9000000", "allocated", "yi19.f01", "107", "yi19"),
    ]
    header, *rows = ledger.rows("observations")
    new = [dict(zip(header, row, strict=True)) for row in rows if row[0].startswith("yi19.")]
    assert [(r["measure_id"], r["value"], r["as_printed"], r["note"]) for r in new] == [
        ("trainees_total", "210", "210人次", "")
    ]


def test_what_was_not_accepted_is_counted(ledger, draft, capsys):
    review(draft, "1350万元")
    assert main(["import", str(draft), "--root", str(ledger.root), "--lang", "en"]) == 0
    assert "13 rows of the draft were rejected or left open and are not taken" in capsys.readouterr().out


def test_the_accepted_rows_of_a_report_are_proved_by_its_text_and_earn_their_seal(ledger, draft, tmp_path):
    review(draft, "1350万元", "900万元", "86.5万元", "210人次", "526人", "97人")
    assert main(["import", str(draft), "--root", str(ledger.root)]) == 0
    checksum = hashlib.sha256(REPORT.read_bytes()).hexdigest()
    ledger.set("sources", "yi19", text_sha256=checksum)
    texts = shutil.copytree(ledger.root / "texts", tmp_path / "texts")
    shutil.copy(REPORT, texts)
    assert main(["check", "--root", str(ledger.root), "--sources", str(texts), "--attest"]) == 0
    proved = [row[1] for row in ledger.rows("proofs") if row[1].startswith("yi19.")]
    assert proved == ["yi19.f01", "yi19.f02", "yi19.f03", "yi19.o01", "yi19.o02", "yi19.o03"]
    assert check(ledger.root, texts).problems == []
