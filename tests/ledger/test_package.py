"""A descriptor or a schema that cannot be used is named with file, line and remedy."""

import pytest

from build_scripts.labels import LANGUAGES
from build_scripts.labels.problems import fix, message
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import LedgerError


def problems_of(root):
    with pytest.raises(LedgerError) as raised:
        open_package(root)
    problems = raised.value.problems
    assert all(message(p, lang) and fix(p, lang) for p in problems for lang in LANGUAGES)
    return problems


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "empty", 0),
        (b"- a\n- b\n", "list", 0),
        (b"just a text\n", "no_mapping", 0),
        ("name: a\ntitle: 结对账本\n".encode("gb18030"), "not_utf8", 2),
        (b"name: [\n", "no_yaml", 2),
        (b"a: &a [*a\n", "no_yaml", 2),
        (b"day: 2017-02-30\n", "no_yaml", 0),
        (b"name: a\n", "no_resources", 0),
        (b"resources: []\n", "no_resources", 0),
        (b"resources: a\n", "no_resources", 0),
        (b"resources: [a]\n", "resource", 0),
        (b"resources: [{name: a, path: 1, schema: b}]\n", "resource", 0),
        (b"resources: [{name: a, path: ../../x.csv, schema: b}]\n", "outside", 0),
        (b"max_bytes: many\nresources: [{name: a, path: a.csv, schema: b}]\n", "no_number", 0),
    ],
)
def test_a_descriptor_that_is_broken_is_named(ledger, content, code, line):
    (ledger.root / "datapackage.yaml").write_bytes(content)
    (problem,) = problems_of(ledger.root)
    assert (problem.file, problem.code) == ("tiny_ledger/datapackage.yaml", code)
    assert line in (0, problem.row)


def test_a_table_named_twice_is_told(ledger):
    descriptor = ledger.root / "datapackage.yaml"
    text = descriptor.read_text(encoding="utf-8").replace("{name: funds,", "{name: events,")
    descriptor.write_text(text, encoding="utf-8")
    assert [p.code for p in problems_of(ledger.root)] == ["name_twice"]


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("", ["empty"]),
        ("[]", ["list"]),
        ("title: a", ["no_fields"]),
        ("fields: {a: b}\nprimaryKey: [a]", ["no_fields"]),
        ("fields: [a]\nprimaryKey: [a]", ["field", "no_key"]),
        ("fields: [{name: a}]\nprimaryKey: [a]", ["field"]),
        ("fields: [{name: a, type: string}]", ["no_key"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: a", ["no_key"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: [b]", ["no_key"]),
        ("fields: [{name: a, type: string, codes: [x]}]\nprimaryKey: [a]", ["field"]),
        ("fields: [{name: a, type: string, codes: {x: y}}]\nprimaryKey: [a]", ["field"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: [a]\nforeignKeys: {a: b}", ["reference"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: [a]\nforeignKeys: [{fields: [a]}]", ["reference"]),
    ],
)
def test_a_schema_that_is_broken_is_named(ledger, content, codes):
    (ledger.root.parents[1] / "schemas" / "funds.yaml").write_text(content, encoding="utf-8")
    problems = problems_of(ledger.root)
    assert ({p.file for p in problems}, [p.code for p in problems]) == ({"schemas/funds.yaml"}, codes)


def test_a_missing_schema_is_named(ledger):
    (ledger.root.parents[1] / "schemas" / "funds.yaml").unlink()
    (problem,) = problems_of(ledger.root)
    assert (problem.file, problem.code) == ("schemas/funds.yaml", "no_file")
