"""A document on disk -> its text: UTF-8 text, HTML (lxml), DOCX (python-docx), PDF (pypdfium2); nothing is fetched.

Tables become lines with tabs between the cells. What cannot be read raises LedgerError with the reason and the
remedy in both languages: missing, empty, too large, encrypted, scanned, damaged, or of another encoding.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from build_scripts.ledger.problem import LedgerError, finding
from build_scripts.reading.packed import unpacked_bytes

MOST_BYTES = 60_000_000
MOST_UNPACKED = 300_000_000  # bytes of the parts of a DOCX, its pictures among them
MOST_CHARACTERS = 3_000_000  # some 2,000 pages: a report is shorter, a collection is read in parts
FEWEST_A_PAGE = 8  # characters; a PDF below that on all pages is a picture
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .doc, or a .docx behind a password
COMMON = frozenset("的一是在不了有和人这這中大为為上个個国國年县縣区區万萬元资資金扶协協作帮幫户戶项項目")
MOST_UNPACKED = 300_000_000  # bytes of a DOCX once unpacked
UTF16 = (b"\xff\xfe", b"\xfe\xff")
BLOCKS = {
    "p",
    "div",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "br",
    "section",
    "article",
    "table",
    "title",
    "dd",
    "dt",
}
NOT_TEXT = {"script", "style", "noscript", "template", "head"}


def read_document(path: Path) -> str:
    """Returns the text of a document; an offset in a draft counts the characters of this text."""
    content = read_bytes(path)
    if content.startswith(b"%PDF"):
        return checked(path, of_pdf(path, content))
    if content.startswith(OLE):
        raise refusal(path, "old_or_locked")
    if content.startswith(b"PK\x03\x04"):
        return checked(path, of_docx(path, content))
    if is_html(path, content):
        return checked(path, of_html(path, content))
    return checked(path, of_text(path, content))


def refusal(path: Path, code: str, **values: object) -> LedgerError:
    """Returns the error that says why a document is not read; its words stand in labels, under `extract`."""
    name = path.name if "." in path.name else f"./{path.name}"
    return LedgerError([finding(name, 0, "", code, rule="extract", **values)])


def read_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise refusal(path, "no_file")
    size = path.stat().st_size
    if size > MOST_BYTES:
        megabytes = f"{size / 10**6:.0f} MB"
        raise refusal(path, "too_large", size=megabytes)
    content = path.read_bytes()
    if not content.strip():
        raise refusal(path, "is_empty")
    return content


def checked(path: Path, text: str) -> str:
    """Returns a text that is one; raises LedgerError for none at all, for too much, and for bytes that are no text."""
    if not text.strip():
        raise refusal(path, "no_words")
    if len(text) > MOST_CHARACTERS:
        raise refusal(path, "too_many", count=len(text))
    odd = len(re.findall(r"[\x00-\x08\x0e-\x1f\ufffd]", text))
    if odd > max(3, len(text) // 200):
        raise refusal(path, "no_text")
    return text


def of_text(path: Path, content: bytes) -> str:
    if content.startswith(UTF16):
        raise of_encoding(path, "UTF-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    encoding = likely_encoding(content)
    if not encoding:
        raise refusal(path, "no_text")
    raise of_encoding(path, encoding)


def likely_encoding(content: bytes) -> str:
    """Returns GB18030 or Big5, whichever makes more words of the commonest characters; "" where neither reads."""
    counted = {}
    for encoding in ("GB18030", "Big5"):
        try:
            counted[encoding] = sum(char in COMMON for char in content.decode(encoding))
        except UnicodeDecodeError:
            continue
    return max(counted, key=counted.get, default="")


def of_encoding(path: Path, encoding: str) -> LedgerError:
    return refusal(path, "encoding", encoding=encoding)


def is_html(path: Path, content: bytes) -> bool:
    begin = content[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return path.suffix.lower() in (".html", ".htm", ".xhtml") or begin.startswith((b"<!doctype html", b"<html"))


def of_html(path: Path, content: bytes) -> str:
    """Returns the visible text of a page, a block a line; the page's own charset counts, else UTF-8."""
    from lxml import etree, html

    try:
        content.decode("utf-8")
        parser = html.HTMLParser(encoding="utf-8")
    except UnicodeDecodeError:
        if not re.search(rb"charset\s*=", content[:4096], re.I):
            raise of_encoding(path, "GB18030") from None
        parser = None
    try:
        page = html.fromstring(content, parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise refusal(path, "no_html", reason=str(error)) from error
    lines = re.sub(r"[ \t\r\f\v]*\n\s*\n*", "\n", "".join(pieces(page)))
    return re.sub(r"\t(?=\n)|[ ]{2,}", "", lines).strip() + "\n"


def pieces(node: object) -> list[str]:
    """Returns the text of an element in pieces: a line break around blocks, a tab after a cell."""
    if not isinstance(node.tag, str) or node.tag in NOT_TEXT:
        return [node.tail or ""]
    is_block = node.tag in BLOCKS
    inner = [re.sub(r"\s+", " ", node.text or ""), *(piece for child in node for piece in pieces(child))]
    after = "\n" if is_block else "\t" if node.tag in ("td", "th") else ""
    return [*(["\n"] if is_block else []), *inner, after, re.sub(r"\s+", " ", node.tail or "")]


def of_docx(path: Path, content: bytes) -> str:
    """Returns paragraphs and tables of a DOCX in their order."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    if (size := unpacked_bytes(content)) > MOST_UNPACKED:
        raise refusal(path, "too_large", size=f"{size / 10**6:.0f} MB")
    try:
        unpacked = sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
        if unpacked > MOST_UNPACKED:
            raise refusal(path, "too_large", size=f"{unpacked / 10**6:.0f} MB")
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise refusal(path, "no_docx") from error
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text.strip().replace("\n", " ") for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines) + "\n"


def of_pdf(path: Path, content: bytes) -> str:
    """Returns the text layer of a PDF, page after page."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise refusal(path, "password") from error
        raise refusal(path, "no_pdf") from error
    pages = [page.get_textpage().get_text_bounded() for page in document]
    if sum(len(page.strip()) for page in pages) < FEWEST_A_PAGE * len(pages):
        raise refusal(path, "scanned")
    return "\n".join(page.replace("\r\n", "\n") for page in pages) + "\n"
