"""Figures as Web Annotations: the figure itself, found in the text by either selector."""

import hashlib
import json

import pytest
from jsonschema import Draft202012Validator

ADDRESS = {"type": "string", "pattern": "^(https?:|urn:)"}
SHAPE = {  # from the Web Annotation Data Model (W3C, 2017): sections 3.1, 3.2.4, 4.2.4, 4.2.5
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": ADDRESS,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing"]},
        "rights": ADDRESS,
        "body": {"type": "array", "minItems": 1, "items": {
            "type": "object", "required": ["type", "value"],
            "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string", "minLength": 1}}}},
        "target": {"type": "object", "required": ["source", "selector"], "properties": {
            "source": {"type": "object", "required": ["id"], "properties": {"id": ADDRESS}},
            "selector": {"type": "array", "items": {"oneOf": [
                {"required": ["start", "end"], "properties": {
                    "type": {"const": "TextPositionSelector"}, "start": {"type": "integer", "minimum": 0},
                    "end": {"type": "integer", "minimum": 1}}},
                {"required": ["exact"], "properties": {
                    "type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}}}]}}}},
    },
}  # fmt: skip


@pytest.fixture(scope="module")
def every(exported):
    return json.loads(exported["data/annotations.jsonld"])


def test_every_figure_with_a_position_is_an_annotation_of_the_model_s_shape(every, views):
    placed = [claim for claim in views.claims.values() if claim.start is not None]
    items = every["first"]["items"]
    assert (every["type"], every["total"], len(items)) == ("AnnotationCollection", len(placed), len(placed))
    validator = Draft202012Validator(SHAPE)
    assert [error for item in items for error in validator.iter_errors(item)] == []


def test_the_figure_stands_in_the_text_where_the_position_says(every, tiny_root):
    texts = {hashlib.sha256(path.read_bytes()).hexdigest(): path.read_text(encoding="utf-8")
             for path in (tiny_root / "texts").iterdir()}  # fmt: skip
    found = 0
    for item in every["first"]["items"]:
        position, quote = item["target"]["selector"]
        text = texts.get(item["target"]["source"].get("sha256"))
        if text is not None:
            assert text[position["start"] : position["end"]] == quote["exact"]
            found += 1
    assert found > 10


def test_a_document_has_a_file_of_its_own_with_the_same_annotations(every, exported):
    pages = {path: json.loads(content) for path, content in exported.items() if path.startswith("data/annotations/")}
    assert sum(len(page["items"]) for page in pages.values()) == every["total"] and len(pages) > 1
    assert all(page["type"] == "AnnotationPage" for page in pages.values())
