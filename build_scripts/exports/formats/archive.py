"""`data/pairing-ledger.zip`: all tables as CSV with their descriptor and a README in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import ZIP
from build_scripts.exports.formats.tables import table_csv
from build_scripts.exports.formats.workbook import about_lines
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.xlsx import zip_bytes
from build_scripts.ledger.package import Package, data_package
from build_scripts.views.model import Views

ROOT = "pairing-ledger/"


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the archive; the wide tables are not in it, so its descriptor names the plain ones only."""
    package, views = edition.package, edition.views
    inside = {f"{name}.csv": table_csv(schema, views.tables[name]) for name, schema in package.schemas.items()}
    inside["datapackage.json"] = json.dumps(data_package(package), ensure_ascii=False, indent=1).encode()
    inside["README.md"] = readme(package, views)
    yield Download(
        "data/pairing-ledger.zip",
        zip_bytes({ROOT + name: inside[name] for name in sorted(inside)}),
        ZIP,
        in_languages("exports.file_titles.pairing-ledger"),
        in_languages("pages.data.files.zip"),
    )


def readme(package: Package, views: Views) -> bytes:
    """Returns what the archive is, and a line a table."""
    lines = [*about_lines(package, views)]
    for name, schema in package.schemas.items():
        titles = f"{schema['title']} / {schema['title_en']}"
        lines.append(f"- `{name}.csv`: {titles} ({len(views.tables[name])})")
    return ("\n".join(lines) + "\n").encode()
