"""A document on disk -> its text: UTF-8 text, HTML (lxml), DOCX (python-docx), PDF (pypdfium2); nothing is fetched.

Tables become lines with tabs between the cells. What cannot be read raises LedgerError with the reason and the
remedy in both languages: missing, empty, too large, encrypted, scanned, damaged, or of another encoding.
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from build_scripts.ledger.problem import LedgerError, Problem

MOST_BYTES = 60_000_000
MOST_CHARACTERS = 3_000_000  # some 2,000 pages: a report is shorter, a collection is read in parts
FEWEST_A_PAGE = 8  # characters; a PDF below that on all pages is a picture
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an old .doc, or a .docx behind a password
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
        raise refusal(
            path,
            "是旧版 .doc，或有密码",
            "is an old .doc, or has a password",
            "另存为没有密码的 .docx",
            "save it as .docx without a password",
        )
    if content.startswith(b"PK\x03\x04"):
        return checked(path, of_docx(path, content))
    if is_html(path, content):
        return checked(path, of_html(path, content))
    return checked(path, of_text(path, content))


def refusal(path: Path, zh: str, en: str, fix_zh: str, fix_en: str) -> LedgerError:
    name = path.name if "." in path.name else f"./{path.name}"
    return LedgerError([Problem(name, 0, "", zh, en, fix_zh, fix_en, rule="extract")])


def read_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise refusal(path, "没有这个文件", "is no file", "检查路径", "check the path")
    size = path.stat().st_size
    if size > MOST_BYTES:
        megabytes = f"{size / 10**6:.0f} MB"
        raise refusal(path, f"太大：{megabytes}", f"is too large: {megabytes}", "拆成几份", "split it")
    content = path.read_bytes()
    if not content.strip():
        raise refusal(path, "是空的", "is empty", "检查是否下载完整", "see whether it was saved whole")
    return content


def checked(path: Path, text: str) -> str:
    """Returns a text that is one; raises LedgerError for none at all, for too much, and for bytes that are no text."""
    if not text.strip():
        raise refusal(
            path,
            "里没有文字",
            "holds no text",
            "先做文字识别（OCR），存为文本",
            "recognise its text (OCR) and save that",
        )
    if len(text) > MOST_CHARACTERS:
        raise refusal(path, f"太长：{len(text)} 字", f"is too long: {len(text)} characters", "拆成几份", "split it")
    odd = len(re.findall(r"[\x00-\x08\x0e-\x1f\ufffd]", text))
    if odd > max(3, len(text) // 200):
        raise refusal(
            path,
            "不是文字",
            "is no text",
            "存为 UTF-8 文本、HTML、DOCX 或 PDF",
            "save it as UTF-8 text, HTML, DOCX or PDF",
        )
    return text


def of_text(path: Path, content: bytes) -> str:
    if content.startswith(UTF16):
        raise of_encoding(path, "UTF-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        raise refusal(
            path,
            "不是文字",
            "is no text",
            "存为 UTF-8 文本、HTML、DOCX 或 PDF",
            "save it as UTF-8 text, HTML, DOCX or PDF",
        ) from None
    raise of_encoding(path, "GB18030")


def of_encoding(path: Path, encoding: str) -> LedgerError:
    return refusal(
        path,
        f"不是 UTF-8（像 {encoding}）",
        f"is not UTF-8 (it looks like {encoding})",
        "另存为 UTF-8",
        "save it as UTF-8",
    )


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
        raise refusal(
            path, f"读不成网页：{error}", f"cannot be read as HTML: {error}", "存为文本", "save it as text"
        ) from error
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

    try:
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise refusal(
            path,
            "不是完整的 DOCX",
            "is no sound DOCX",
            "用文字处理软件打开后另存",
            "open it in a word processor and save it again",
        ) from error
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
            raise refusal(
                path, "有密码", "has a password", "另存为没有密码的文件", "save it without a password"
            ) from error
        raise refusal(path, "不是完整的 PDF", "is no sound PDF", "重新下载", "fetch it again") from error
    pages = [page.get_textpage().get_text_bounded() for page in document]
    if sum(len(page.strip()) for page in pages) < FEWEST_A_PAGE * len(pages):
        raise refusal(
            path,
            "是扫描件，没有文字层",
            "is scanned: it has no text layer",
            "先做文字识别（OCR）",
            "recognise its text (OCR) first",
        )
    return "\n".join(page.replace("\r\n", "\n") for page in pages) + "\n"
