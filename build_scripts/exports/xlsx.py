"""Workbooks (Office Open XML, ECMA-376): text stays text, numbers are numbers, there are no formulas.

Written here rather than by a library: the bytes depend on nothing but the rows, and a million cells take seconds.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date a ZIP file can hold
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME, LONGEST_TEXT, MOST_ROWS = 31, 32_767, 1_048_576  # limits of the format
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True)
class Sheet:
    """One sheet. The first `heads` rows are bold and stay in view; the last of them carries the filters."""

    name: str
    rows: Sequence[Sequence]
    heads: int = 1
    widths: tuple[int, ...] = ()  # of the columns, in characters


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Returns the XLSX file of the sheets; raises ValueError where a sheet has more rows than the format holds."""
    parts = {
        "[Content_Types].xml": content_types(len(sheets)),
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": book_xml(sheets),
        "xl/_rels/workbook.xml.rels": relations(
            [*(("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": styles_xml(),
        **{f"xl/worksheets/sheet{n}.xml": sheet_xml(sheet) for n, sheet in enumerate(sheets, start=1)},
    }
    return zip_bytes({name: text.encode() for name, text in parts.items()})


def zip_bytes(files: dict[str, bytes]) -> bytes:
    """Returns a ZIP file of the files in their order, all with the same date: equal files, equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, content, compresslevel=6)
    return out.getvalue()


def content_types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    overrides += [(f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in range(1, sheets + 1)]
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{path}" ContentType="{kind}.{what}+xml"/>' for path, what in overrides)
        + "</Types>"
    )


def relations(targets: Iterable[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def book_xml(sheets: Sequence[Sheet]) -> str:
    names = "".join(
        f'<sheet name={quoteattr(sheet_name(sheet.name))} sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(sheets, start=1)
    )
    return f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>'


def sheet_name(name: str) -> str:
    """Returns the name without the characters that sheets may not have, in 31 characters."""
    return NOT_IN_NAMES.sub(" ", name)[:LONGEST_NAME]


def styles_xml() -> str:
    """Two styles: plain, and bold with a line below for the head."""
    sides = "<left/><right/><top/>{}<diagonal/>"
    return (
        f'{HEAD}<styleSheet {MAIN}><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        f'<borders count="2"><border>{sides.format("<bottom/>")}</border>'
        f"""<border>{sides.format('<bottom style="thin"/>')}</border></borders>"""
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def sheet_xml(sheet: Sheet) -> str:
    """Returns the XML of one sheet."""
    if len(sheet.rows) > MOST_ROWS:
        raise ValueError(f"sheet '{sheet.name}': {len(sheet.rows)} rows; the format holds {MOST_ROWS}")
    return "".join(sheet_parts(sheet))


def sheet_parts(sheet: Sheet) -> Iterator[str]:
    yield f"{HEAD}<worksheet {MAIN}>"
    if sheet.heads:
        yield (
            f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="{sheet.heads}" topLeftCell="A{sheet.heads + 1}" '
            'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        )
    if sheet.widths:
        yield "<cols>"
        for n, width in enumerate(sheet.widths, start=1):
            yield f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        yield "</cols>"
    yield "<sheetData>"
    for n, row in enumerate(sheet.rows):
        style = ' s="1"' if n < sheet.heads else ""
        yield f"<row>{''.join([cell_xml(cell, style) for cell in row])}</row>"
    yield "</sheetData>"
    if sheet.heads and len(sheet.rows) > sheet.heads:
        yield f'<autoFilter ref="A{sheet.heads}:{column_name(len(sheet.rows[0]))}{len(sheet.rows)}"/>'
    yield "</worksheet>"


def cell_xml(cell: object, style: str) -> str:
    """Returns one cell; text is stored as text, so that none of it can be read as a formula."""
    if cell is None:
        return f"<c{style}/>"
    if isinstance(cell, bool):
        return f'<c{style} t="b"><v>{int(cell)}</v></c>'
    if isinstance(cell, int | float | Decimal):
        return f"<c{style}><v>{cell:f}</v></c>" if isinstance(cell, Decimal) else f"<c{style}><v>{cell!r}</v></c>"
    text = escape(NOT_XML.sub("", str(cell))[:LONGEST_TEXT])
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def column_name(n: int) -> str:
    """Returns A for 1, Z for 26, AA for 27."""
    name = ""
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(65 + rest) + name
    return name
