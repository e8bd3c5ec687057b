"""Files are UTF-8 without a mark, with LF, commas, paired quotes, the schema's header, and rows."""

import pytest

from build_scripts.checks.rules import file_forms
from build_scripts.checks.run import check
from build_scripts.commands.format import format_ledger
from build_scripts.labels.problems import fix, in_words, message
from build_scripts.ledger.problem import LedgerError

EVENTS = (
    "event_id,pairing_id,kind,date,title,title_en,from_place_id,to_place_id,inferred,note,note_en,source_id,section,"
    "start,as_printed\n"
)
VISIT = "zz.e01,ew1-jia-yi,visit,2017-01-05,考察,Visit,,,,,,tc21,,,2017年1月5日\n"


def spoil(ledger, change):
    ledger.file("funds").write_bytes(change(ledger.file("funds").read_bytes()))
    return [(p.row, message(p, "en")) for p in ledger.problems(file_forms)]


def test_a_byte_order_mark_is_found(ledger):
    assert spoil(ledger, lambda b: b"\xef\xbb\xbf" + b) == [
        (1, "the file begins with a byte-order mark, which cannot be seen")
    ]


def test_other_line_ends_are_found_where_they_begin(ledger):
    assert spoil(ledger, lambda b: b.replace(b"\n", b"\r\n")) == [(1, "from this line on line ends are not LF")]


def test_a_file_of_carriage_returns_alone_is_found(ledger):
    assert (1, "from this line on line ends are not LF") in spoil(ledger, lambda b: b.replace(b"\n", b"\r"))


def test_line_ends_of_windows_are_all_that_is_told_and_format_mends_them(ledger):
    content = ledger.file("funds").read_bytes()
    ledger.file("funds").write_bytes(content.replace(b"\n", b"\r\n"))
    assert [p.code for p in check(ledger.root).problems] == ["line_ends"]
    format_ledger(ledger.root)
    assert ledger.file("funds").read_bytes() == content


def test_columns_in_another_order_are_found_and_format_mends_them(ledger):
    header, *rows = ledger.rows("funds")
    ledger.write("funds", [row[::-1] for row in (header, *rows)])
    (problem,) = check(ledger.root).problems
    assert (problem.row, message(problem, "en")) == (1, "the columns stand in another order than in the schema")
    format_ledger(ledger.root)
    assert check(ledger.root).problems == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("fund_id,pairing_id", "fund_id,pair_id", ["the header lacks these columns: pairing_id", "「pair_id」"]),
        (",as_printed\n", "\n", ["the header lacks these columns: as_printed"]),
        (",as_printed\n", ",as_printed,more\n", ["the header has a column too many: 「more」"]),
        (",also_at,as_printed", ",start,as_printed", ["lacks these columns: also_at", "has 「start」 twice"]),
        ("fund_id,pairing_id", "fund_id,", ["lacks these columns: pairing_id", "a column too many: 「」"]),
        (",period,", ",时段,", ["lacks these columns: period", "did you mean period?"]),
    ],
)
def test_a_header_of_other_columns_is_told_and_nothing_else_of_the_file(ledger, before, after, said):
    text = ledger.file("funds").read_text(encoding="utf-8")
    ledger.file("funds").write_text(text.replace(before, after, 1), encoding="utf-8")
    found = [p for p in check(ledger.root).problems if p.table == "funds"]
    assert {p.row for p in found} == {1} and {p.rule for p in found} == {"file_forms"}
    assert all(any(part in in_words(p, "en") for p in found) for part in said)


def test_a_header_alone_is_no_table_unless_it_may_be_empty(ledger):
    assert spoil(ledger, lambda b: b.splitlines(keepends=True)[0]) == [(0, "has a header but no rows")]
    descriptor = ledger.root / "datapackage.yaml"
    text = descriptor.read_text(encoding="utf-8").replace(
        "{name: funds,", "{name: funds, may_be_empty: true,"
    )
    descriptor.write_text(text, encoding="utf-8")
    assert ledger.problems(file_forms) == []


@pytest.mark.parametrize(("sign", "name"), [(";", ";"), ("\t", "Tab")])
def test_another_separator_is_one_message_and_format_mends_it(ledger, sign, name):
    content = ledger.file("events").read_bytes()
    header, *rows = ledger.rows("events")
    ledger.file("events").write_text("".join(sign.join(row) + "\n" for row in (header, *rows)), encoding="utf-8")
    (problem,) = check(ledger.root).problems
    assert message(problem, "zh") == f"各格之间是“{name}”，应是逗号"
    assert fix(problem, "en") == "run the command format, which writes commas"
    format_ledger(ledger.root)
    assert ledger.file("events").read_bytes() == content


@pytest.mark.parametrize(("encoding", "name"), [("gb18030", "GB18030"), ("utf-16", "UTF-16")])
def test_another_encoding_is_one_message_that_names_it(ledger, encoding, name):
    text = ledger.file("places").read_text(encoding="utf-8")
    ledger.file("places").write_bytes(text.encode(encoding))
    (problem,) = check(ledger.root).problems
    assert (problem.table, problem.row) == ("places", 2 if encoding == "gb18030" else 1)
    assert name in message(problem, "zh") and name in message(problem, "en")
    with pytest.raises(LedgerError, match="file_forms.encoding"):
        format_ledger(ledger.root)


def test_bytes_of_no_encoding_are_said_to_be_so(ledger):
    ledger.file("events").write_bytes(EVENTS.encode() + b"a\xff\xff\n")
    (problem,) = ledger.problems(file_forms)
    assert (problem.code, problem.row) == ("encoding_unknown", 2)


def test_conflict_markers_are_one_error_each_and_nothing_else_of_the_file(ledger):
    other = VISIT.replace("01-05", "01-06")
    ledger.file("events").write_text(
        f"{EVENTS}<<<<<<< HEAD\n{VISIT}=======\n{other}>>>>>>> add-visit\n", encoding="utf-8"
    )
    found = check(ledger.root).problems
    assert [(p.row, p.code) for p in found] == [(2, "conflict"), (4, "conflict"), (6, "conflict")]
    with pytest.raises(LedgerError, match="file_forms.conflict"):
        format_ledger(ledger.root)


@pytest.mark.parametrize("closed", ["", '" later'])
def test_a_stray_quotation_mark_is_one_message_with_its_line(ledger, closed):
    content = ledger.file("funds").read_text(encoding="utf-8")
    lines = content.splitlines(keepends=True)
    lines[3] = lines[3].replace("到位", '"到位')
    lines[6] = lines[6].replace("历年", f"{closed}历年")
    ledger.file("funds").write_text("".join(lines), encoding="utf-8")
    (problem,) = check(ledger.root).problems
    assert (problem.row, problem.code) == (4, "quotes")
    assert message(problem, "zh") == "从这一行起双引号不成对，后面的没有读"


def test_a_cell_beyond_the_limit_is_refused_and_format_writes_nothing(ledger):
    ledger.set("funds", "ta18.f03", note="长" * 131_073)
    content = ledger.file("funds").read_bytes()
    (problem,) = check(ledger.root).problems
    assert (problem.row, problem.code) == (4, "long_cell") and "10000" in message(problem, "en")
    with pytest.raises(LedgerError, match="file_forms.long_cell"):
        format_ledger(ledger.root)
    assert ledger.file("funds").read_bytes() == content


def test_a_row_of_a_thousand_cells_is_refused(ledger):
    content = ledger.file("funds").read_bytes()
    ledger.file("funds").write_bytes(content + b"," * 1000 + b"\n")
    (problem,) = check(ledger.root).problems
    assert (problem.row, problem.code) == (16, "wide_row")


def test_a_file_over_the_packages_limit_is_not_read(ledger):
    descriptor = ledger.root / "datapackage.yaml"
    ledger.write("proofs", ledger.rows("proofs")[:1])
    descriptor.write_text("max_bytes: 2700\n" + descriptor.read_text(encoding="utf-8"), encoding="utf-8")
    assert [(p.table, p.code) for p in check(ledger.root).problems] == [("funds", "too_big")]


@pytest.mark.parametrize(("content", "code"), [(b"", "nothing"), (b"\n", "nothing"), (None, "missing")])
def test_a_file_that_is_empty_or_not_there_is_named(ledger, content, code):
    ledger.file("instruments").unlink()
    if content is not None:
        ledger.file("instruments").write_bytes(content)
    (problem,) = check(ledger.root).problems
    assert (problem.table, problem.code) == ("instruments", code) and fix(problem, "zh")


def test_the_tiny_ledgers_files_are_fine(ledger):
    assert ledger.problems(file_forms) == []
