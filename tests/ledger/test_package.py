"""A descriptor or a schema that cannot be used is named with file, line and remedy."""

import pytest

from build_scripts.labels import LANGUAGES
from build_scripts.labels.problems import fix, message
from build_scripts.ledger.package import open_package
from build_scripts.ledger.problem import LedgerError

TITLES = ("title: a", "title_en: a", "description: a", "description_en: a")  # that every schema and column has


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
        ("fields: [{name: a, type: string}]\nprimaryKey: []", ["no_key"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: a", ["no_key"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: [b]", ["no_key"]),
        ("fields: [{name: a, type: string, codes: [x]}]\nprimaryKey: [a]", ["field"]),
        ("fields: [{name: a, type: string, codes: {x: y}}]\nprimaryKey: [a]", ["field"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: [a]\nforeignKeys: {a: b}", ["reference"]),
        ("fields: [{name: a, type: string}]\nprimaryKey: [a]\nforeignKeys: [{fields: [a]}]", ["reference"]),
    ],
)
def test_a_schema_that_is_broken_is_named(ledger, content, codes):
    content = content.replace("type: string", "type: string, " + ", ".join(TITLES))
    content = content.replace("\nprimaryKey", "\n" + "\n".join(TITLES) + "\nprimaryKey")
    (ledger.root.parents[1] / "schemas" / "funds.yaml").write_text(content, encoding="utf-8")
    problems = problems_of(ledger.root)
    assert ({p.file for p in problems}, [p.code for p in problems]) == ({"schemas/funds.yaml"}, codes)


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('title_en: "Fund id"', "", "field"),
        ('title: "资金"\n', "", "schema_lacks"),
        ("type: number", "type: money", "field"),
        ("type: string", "type: 1", "field"),
        ("{minimum: 0}", "{minimum: none}", "field"),
        ("{minimum: 0}", "{least: 0}", "field"),
        ("{minimum: 0}", "0", "field"),
        ("'[a-z0-9][a-z0-9._-]*'", "'[a-z'", "field"),
        ("grant: {zh:", "2017: {zh:", "field"),
        ("grant: {zh:", "no: {zh:", "field"),
        ("name: pairing_id", "name: fund_id", "field_twice"),
        ("primaryKey: [fund_id]", "primaryKey: [[fund_id]]", "no_key"),
        ("primaryKey: [fund_id]", "primaryKey: [fund_id]\nuniqueKeys: fund_id", "unique_keys"),
    ],
)
def test_a_schema_with_one_wrong_line_is_named(ledger, before, after, code):
    path = ledger.root.parents[1] / "schemas" / "funds.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    assert code in {p.code for p in problems_of(ledger.root)}


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("title_en: Tiny Ledger\n", "", "descriptor_lacks"),
        ("version: 0.1.0", "version: 0.1", "descriptor_lacks"),
        ("licenses: [", "licences: [", "descriptor_lacks"),
        ("  - {name: retired,", "  - {name: pensioned,", "tables_lack"),
        ("min_rows: 1,", "min_rows: true,", "no_number"),
        ("min_rows: 1,", "min_rows: -1,", "no_number"),
    ],
)
def test_a_descriptor_with_one_wrong_line_is_named(ledger, before, after, code):
    path = ledger.root / "datapackage.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    assert [p.code for p in problems_of(ledger.root)] == [code]


def test_a_missing_schema_is_named(ledger):
    (ledger.root.parents[1] / "schemas" / "funds.yaml").unlink()
    (problem,) = problems_of(ledger.root)
    assert (problem.file, problem.code) == ("schemas/funds.yaml", "no_file")
