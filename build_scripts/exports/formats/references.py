"""`data/references.json`, `.bib`, `.ris`: every document of the ledger as a reference, for programs that keep them."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.encode import JSON
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.labels.references import NO_DAY, bibtex, csl_json, document_item, ris

# CSL-JSON has a type of its own too, but a host of plain files knows a file by its ending alone.
BIBTEX, RIS = "application/x-bibtex", "application/x-research-info-systems"


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the three files; none says a day of access, which is the reader's."""
    items = [document_item(row) for row in edition.views.tables["sources"].to_dict("records")]
    texts = {
        "json": (JSON, "[\n" + ",\n".join(csl_json(item, NO_DAY) for item in items) + "\n]\n"),
        "bib": (BIBTEX, "\n".join(bibtex(item, NO_DAY) for item in items) + "\n"),
        "ris": (RIS, "\n".join(ris(item, NO_DAY) for item in items) + "\n"),
    }
    title, about = in_languages("exports.file_titles.references"), in_languages("pages.data.files.references")
    for ending, (media_type, text) in texts.items():
        yield Download(f"data/references.{ending}", text.encode(), media_type, title, about)
