"""`data/template-zh.xlsx`, `data/template-en.xlsx`: the workbook in which a contributor writes rows."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.template import template
from build_scripts.exports.workbooks import XLSX
from build_scripts.labels import LANGUAGES


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the workbook in each language."""
    for lang in LANGUAGES:
        yield Download(
            f"data/template-{lang}.xlsx",
            template(edition.package, edition.views.tables, lang),
            XLSX,
            in_languages(f"exports.file_titles.template-{lang}"),
            in_languages("pages.data.files.template"),
        )
