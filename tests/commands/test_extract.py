"""The command: its formats, its offsets, its speed, and what it never prints."""

from __future__ import annotations

import csv
import io
import json
import socket

import openpyxl
import pytest

from build_scripts.__main__ import main
from build_scripts.reading.extract.draft import KEYS

ASKED = "start as_printed value unit qualifier section table measure_id fund_source stage basis period subject"
ASKED = (
    f"{ASKED} pairing_id place_id project_id part_of confidence leave_out repeats contradicts sum_checked note".split()
)
TEXT = """甲县乙县协作总结
2018年，到位资金300万元，其中甲县财政资金200万元。救助张小明户（363元）。
县长陈小明率团30人考察。
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_unknown_format_is_refused_in_words(report, tiny_root, capsys):
    assert main(["extract", str(report), "--root", str(tiny_root), "--lang", "en", "-o", "draft.pdf"]) == 1
    assert "is no known format; end it in .xlsx, .csv or .json" in capsys.readouterr().err


def test_json_on_the_screen_has_exactly_the_keys(report, tiny_root, capsys):
    assert main(["extract", str(report), "--root", str(tiny_root), "-o", "-.json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert all(list(row) == ASKED for row in rows) and tuple(ASKED) == KEYS
    assert [(r["as_printed"], r["leave_out"]) for r in rows if r["leave_out"]] == [
        ("2018年", "date"),
        ("363元", "natural_person"),
    ]
    assert all(TEXT[r["start"] :].startswith(r["as_printed"]) for r in rows)


def test_no_draft_prints_a_name(report, tiny_root, tmp_path):
    for ending in ("json", "csv", "xlsx"):
        assert main(["extract", str(report), "--root", str(tiny_root), "-o", str(tmp_path / f"d.{ending}")]) == 0
    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx")["draft"]
    cells = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
    written = "".join([(tmp_path / "d.json").read_text(), (tmp_path / "d.csv").read_text(), *cells])
    assert "陈小明" not in written and "张小明" not in written


def test_the_workbook_offers_codes_and_shows_twenty_characters(report, tiny_root, tmp_path):
    main(["extract", str(report), "--root", str(tiny_root), "-o", str(tmp_path / "d.xlsx")])
    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx")["draft"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[:6] == ("accept", "before", "figure", "after", "start", "as_printed")
    assert all(len(text or "") <= 20 for row in rows for text in (row[1], row[3]))
    assert len(sheet.data_validations.dataValidation) == 7


def test_the_table_and_the_list_say_the_same(report, tiny_root, tmp_path):
    for ending in ("json", "csv"):
        main(["extract", str(report), "--root", str(tiny_root), "-o", str(tmp_path / f"d.{ending}")])
    table = list(csv.DictReader(io.StringIO((tmp_path / "d.csv").read_text())))
    listed = json.loads((tmp_path / "d.json").read_text())
    assert [row["start"] for row in table] == [str(row["start"]) for row in listed]
    assert [row["period"] for row in table] == [row["period"] for row in listed]


def test_no_cell_of_a_draft_is_a_formula(monkeypatch, report, tiny_root, tmp_path):
    from build_scripts.commands import extract
    from build_scripts.reading.extract.draft import Draft

    odd = Draft(0, "=1+1", "2", "", "exact", "", subject='=HYPERLINK("https://example.org")项目', note="-cmd")
    monkeypatch.setattr(extract, "drafts_of", lambda *_: [odd])
    for ending in ("csv", "xlsx"):
        assert main(["extract", str(report), "--root", str(tiny_root), "-o", str(tmp_path / f"d.{ending}")]) == 0
    (row,) = csv.DictReader(io.StringIO((tmp_path / "d.csv").read_text()))
    assert (row["as_printed"], row["subject"][:3], row["note"]) == ("'=1+1", "'=H", "'-cmd")
    sheet = openpyxl.load_workbook(tmp_path / "d.xlsx")["draft"]
    cells = [cell for line in sheet.iter_rows(min_row=2) for cell in line]
    assert not any(cell.data_type == "f" for cell in cells)
    assert "'=1+1" in [cell.value for cell in cells]


def test_a_part_of_a_compendium_is_read_alone_with_its_own_offsets(ledger, tmp_path, capsys):
    text = ledger.root / "texts" / "jia-yi-2018.txt"
    ledger.set("sources", "ta18", text_start="100", text_end="300")
    main(["extract", str(text), "--source", "ta18", "--root", str(ledger.root)])
    rows = json.loads(capsys.readouterr().out)
    whole = text.read_text(encoding="utf-8")
    assert rows and all(100 <= row["start"] < 300 for row in rows)
    assert all(whole[row["start"] :].startswith(row["as_printed"]) for row in rows)


def test_nothing_is_fetched(report, tiny_root, monkeypatch, capsys):
    def refuse(*_args, **_kwargs):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert main(["extract", str(report), "--root", str(tiny_root)]) == 0
    assert capsys.readouterr().out.startswith("[")
