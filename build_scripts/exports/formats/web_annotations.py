"""Every figure with a position as a W3C Web Annotation: `data/annotations/<source>.jsonld` and all of them in one file.

The target is the figure itself in the text of its document, by position (code points from 0) and by quotation; whoever
has the text knows it by its SHA-256. The body is the claim. Texts are not published here, so no words around a figure
are quoted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import JSON_LD, cells_of
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.views.columns import Column

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/", "sha256": "schema:sha256"}]
READ = ("claim_id", "record_url", "source_id", "start", "as_printed", "subject", "subject_en", "label", "label_en")
COLUMNS = [Column(name, "integer" if name == "start" else "string") for name in READ]
LANGUAGE_OF_SCRIPT = {"Hans": "zh-Hans", "Hant": "zh-Hant", "Latn": "en"}


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields a page of annotations a document, and the collection of all."""
    placed = edition.claims[edition.claims["start"].notna()].sort_values(["source_id", "start", "claim_id"])
    sources = edition.views.index.rows["sources"]
    every = []
    for source, rows in placed.groupby("source_id", sort=True):
        items = [annotation(dict(zip(READ, cells, strict=True)), sources[source], edition.address)
                 for cells in cells_of(rows, COLUMNS)]  # fmt: skip
        path = f"data/annotations/{source}.jsonld"
        page = {"@context": CONTEXT, "id": edition.address + path, "type": "AnnotationPage", "items": items}
        yield Download(path, encoded(page), JSON_LD)
        every += items
    yield Download(
        "data/annotations.jsonld",
        encoded(collection(every, edition.address)),
        JSON_LD,
        in_languages("exports.file_titles.annotations"),
        in_languages("pages.data.files.annotations"),
    )


def annotation(claim: dict, source: dict, address: str) -> dict:
    """Returns the annotation of one figure; its id is the address of its receipt on the page of its document."""
    named = [(claim["subject"], claim["label"], "zh"), (claim["subject_en"], claim["label_en"], "en")]
    bodies = [
        {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": lang,
         "value": " · ".join(filter(None, (subject, label)))}
        for subject, label, lang in named if subject
    ]  # fmt: skip
    return {
        "id": claim["record_url"], "type": "Annotation", "motivation": "describing", "body": bodies,
        "rights": "https://creativecommons.org/licenses/by/4.0/",
        "target": {"source": text_of(source, address), "selector": selectors(claim)},
    }  # fmt: skip


def selectors(claim: dict) -> list[dict]:
    """Returns where the figure stands: either selector alone finds it."""
    end = claim["start"] + len(claim["as_printed"])
    return [
        {"type": "TextPositionSelector", "start": claim["start"], "end": end},
        {"type": "TextQuoteSelector", "exact": claim["as_printed"]},
    ]


def text_of(source: dict, address: str) -> dict:
    """Returns the text that was read: known by its SHA-256, told of on the page of its document."""
    page = f"{address}sources/{source['source_id']}.html"
    node = {
        "id": f"urn:sha256:{source['text_sha256']}" if source["text_sha256"] else page,
        "type": "Text", "format": "text/plain", "sha256": source["text_sha256"],
        "language": LANGUAGE_OF_SCRIPT.get(source["script"]), "schema:url": source["url"],
        "schema:isPartOf": page,
    }  # fmt: skip
    return {key: value for key, value in node.items() if value}


def collection(items: list[dict], address: str) -> dict:
    """Returns all annotations as a collection of one page."""
    here = f"{address}data/annotations.jsonld"
    first = {"id": f"{here}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {"@context": CONTEXT, "id": here, "type": "AnnotationCollection", "total": len(items), "first": first}


def encoded(node: dict) -> bytes:
    return json.dumps(node, ensure_ascii=False, indent=0).encode()
