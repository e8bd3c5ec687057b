"""`data/pairing-ledger.zip`: all tables as CSV with their descriptor and a README in both languages."""

from __future__ import annotations

import json

from build_scripts.exports.formats.tables import table_csv
from build_scripts.exports.formats.workbook import about_lines
from build_scripts.exports.xlsx import zip_bytes
from build_scripts.ledger.package import Package, data_package
from build_scripts.views.model import Views

ROOT = "pairing-ledger/"


def files(package: Package, views: Views, drawings: dict) -> dict[str, bytes]:
    """Returns the archive; the wide tables are not in it, so its descriptor names the plain ones only."""
    inside = {f"{name}.csv": table_csv(views.tables[name]) for name in package.schemas}
    inside["datapackage.json"] = json.dumps(data_package(package), ensure_ascii=False, indent=1).encode()
    inside["README.md"] = readme(package, views)
    return {"data/pairing-ledger.zip": zip_bytes({ROOT + name: inside[name] for name in sorted(inside)})}


def readme(package: Package, views: Views) -> bytes:
    """Returns what the archive is, and a line a table."""
    lines = [*about_lines(package, views)]
    for name, schema in package.schemas.items():
        titles = f"{schema['title']} / {schema['title_en']}"
        lines.append(f"- `{name}.csv`: {titles} ({len(views.tables[name])})")
    return ("\n".join(lines) + "\n").encode()
