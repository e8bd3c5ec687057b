"""Files are UTF-8 without a mark, with LF, the schema's header, and rows."""

from build_scripts.checks.rules import file_forms


def spoil(ledger, change):
    ledger.file("funds").write_bytes(change(ledger.file("funds").read_bytes()))
    return [(p.row, p.message_en) for p in ledger.problems(file_forms)]


def test_a_byte_order_mark_is_found(ledger):
    assert spoil(ledger, lambda b: b"\xef\xbb\xbf" + b) == [(1, "the file begins with a byte-order mark")]


def test_other_line_ends_are_found_where_they_begin(ledger):
    assert spoil(ledger, lambda b: b.replace(b"\n", b"\r\n")) == [(1, "line ends are not LF")]


def test_a_file_of_carriage_returns_alone_is_found(ledger):
    assert (1, "line ends are not LF") in spoil(ledger, lambda b: b.replace(b"\n", b"\r"))


def test_columns_in_another_order_are_found(ledger):
    found = spoil(ledger, lambda b: b.replace(b"fund_id,pairing_id", b"pairing_id,fund_id"))
    assert found == [(1, "the header differs from the schema in its columns or their order")]


def test_a_header_alone_is_no_table_unless_it_may_be_empty(ledger):
    assert spoil(ledger, lambda b: b.splitlines(keepends=True)[0]) == [(0, "has a header but no rows")]
    descriptor = ledger.root / "datapackage.yaml"
    text = descriptor.read_text(encoding="utf-8").replace(
        "{name: funds,", "{name: funds, may_be_empty: true,"
    )
    descriptor.write_text(text, encoding="utf-8")
    assert ledger.problems(file_forms) == []


def test_the_tiny_ledgers_files_are_fine(ledger):
    assert ledger.problems(file_forms) == []
