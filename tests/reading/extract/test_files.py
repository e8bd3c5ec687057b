"""Documents on disk: what is read, and what is refused in words."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from build_scripts.labels.problems import message
from build_scripts.ledger.problem import LedgerError
from build_scripts.reading.extract import files
from build_scripts.reading.extract.files import read_document

PDF = """%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length {length}>>stream
{content}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""


def pdf(content: str) -> bytes:
    return PDF.format(length=len(content), content=content).encode()


def not_a_docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    return out.getvalue()


def locked_pdf() -> bytes:
    """Returns a PDF behind a password: the standard handler of revision 2, whose keys nobody has."""
    lock = f"<</Filter/Standard/V 1/R 2/O <{'ab' * 32}>/U <{'cd' * 32}>/P -4>>"
    return pdf("BT ET").replace(
        b"trailer<</Root 1 0 R>>", f"trailer<</Root 1 0 R/ID[<00><00>]/Encrypt {lock}>>".encode()
    )


def bomb() -> bytes:
    """Returns a DOCX of some KB whose text would be 4 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(4):
            part.write(b" " * 10**6)
    return out.getvalue()


REFUSED = {
    "empty": (b" \n", "is empty"),
    "bytes": (b"\x00\x01\xff\xfe\x80" * 100, "is no text"),
    "utf16": ("投入12万元".encode("utf-16"), "is not UTF-8 (it looks like UTF-16)"),
    "gbk": ("投入12万元".encode("gbk"), "is not UTF-8 (it looks like GB18030)"),
    "big5": ("新聞：投入資金12萬元，選派幹部3人。".encode("big5"), "is not UTF-8 (it looks like Big5)"),
    "gbk page": ("<html><body>投入12万元</body></html>".encode("gbk"), "is not UTF-8 (it looks like GB18030)"),
    "old or encrypted": (files.OLE + b"0" * 600, "is an old .doc, or has a password"),
    "zip": (not_a_docx(), "is no sound DOCX"),
    "broken pdf": (b"%PDF-1.4\nnothing", "is no sound PDF"),
    "locked pdf": (locked_pdf(), "has a password"),
    "half a page": ("投入12万元".encode()[:-1] + b"\xff", "is no text"),
    "scan": (pdf("0 0 m 10 10 l S"), "is scanned: it has no text layer"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_reason_and_remedy(tmp_path, name):
    content, reason = REFUSED[name]
    path = tmp_path / "report.bin"
    path.write_bytes(content)
    with pytest.raises(LedgerError) as error:
        read_document(path)
    (problem,) = error.value.problems
    assert problem.file == "report.bin" and reason in message(problem, "en") and message(problem, "zh")


def test_a_document_that_unpacks_to_more_than_any_report_is_refused_before_it_is_unpacked(tmp_path):
    with zipfile.ZipFile(tmp_path / "small.docx", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b" " * 310_000_000)
    with pytest.raises(LedgerError, match="extract.too_large"):
        read_document(tmp_path / "small.docx")


def test_a_file_that_is_missing_or_too_large_is_refused(tmp_path, monkeypatch):
    with pytest.raises(LedgerError, match="extract.no_file"):
        read_document(tmp_path / "nothing.txt")
    (tmp_path / "long.txt").write_text("投入12万元。" * 10)
    monkeypatch.setattr(files, "MOST_CHARACTERS", 20)
    with pytest.raises(LedgerError, match="extract.too_many"):
        read_document(tmp_path / "long.txt")


def test_a_docx_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    (tmp_path / "a.docx").write_bytes(bomb())
    monkeypatch.setattr(files, "MOST_UNPACKED", 3_000_000)
    with pytest.raises(LedgerError) as error:
        read_document(tmp_path / "a.docx")
    (problem,) = error.value.problems
    assert "4 MB" in message(problem, "en") and "4 MB" in message(problem, "zh")


def test_a_text_is_read_byte_for_byte(tmp_path):
    (tmp_path / "a.txt").write_bytes("一\r\n投入12万元".encode())
    assert read_document(tmp_path / "a.txt") == "一\r\n投入12万元"


def test_a_page_gives_its_visible_text_with_tabs_between_cells(tmp_path):
    page = "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><p>投入<b>12</b>万元。</p>"
    page += (
        "<script>1</script><table><tr><th>县</th><th>资金（万元）</th></tr><tr><td>石桥县</td><td>35</td></tr></table>"
    )
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    assert read_document(tmp_path / "a.html") == "投入12万元。\n县\t资金（万元）\n石桥县\t35\n"


def test_a_page_in_another_charset_that_says_so_is_read(tmp_path):
    page = '<html><head><meta charset="gbk"></head><body><p>投入12万元。</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("gbk"))
    assert read_document(tmp_path / "a.html") == "投入12万元。\n"


def test_a_docx_gives_paragraphs_and_tables_in_order(tmp_path):
    document = docx.Document()
    document.add_paragraph("投入12万元。")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "石桥县", "35"
    document.add_paragraph("完")
    document.save(tmp_path / "a.docx")
    assert read_document(tmp_path / "a.docx") == "投入12万元。\n石桥县\t35\n完\n"


def test_a_pdf_gives_its_text_layer(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf("BT /F 12 Tf 20 100 Td (RMB 120 million was allocated.) Tj ET"))
    assert read_document(tmp_path / "a.pdf") == "RMB 120 million was allocated.\n"
