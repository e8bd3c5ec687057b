"""The database: whole, its references kept, its figures those of the tables."""

import sqlite3
from decimal import Decimal

import pytest


@pytest.fixture(scope="module")
def book(exported):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(exported["data/pairing-ledger.sqlite"])
    yield connection
    connection.close()


def test_every_row_of_every_table_is_there(book, views):
    for table, frame in views.tables.items():
        assert book.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (len(frame),), table


def test_every_reference_points_at_a_row_and_the_file_is_sound(book):
    assert book.execute("PRAGMA foreign_key_check").fetchall() == []
    assert book.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_index_stands_on_every_reference(book):
    indexed = {row[1] for row in book.execute("SELECT * FROM sqlite_master WHERE type = 'index'")}
    assert {"funds_pairing_id", "funds_source_id", "pairings_provider_place_id"} <= indexed


def test_a_view_has_the_words_of_codes_and_the_names_of_places(book):
    row = book.execute(
        "SELECT stage_word, stage_word_en, project_name_en FROM funds_named WHERE fund_id = 'ta18.f05'"
    ).fetchone()
    assert row == ("安排", "Allocated", "Ding Village tea garden")


def test_the_rows_of_a_total_add_up_to_it(book, views):
    sums = dict(book.execute("SELECT total_id, sum(value) FROM rows_of_totals GROUP BY total_id"))
    totals = {f"{t.subject_kind}:{t.subject_id}:{t.what}": t.value for t in views.totals if t.included}
    assert {key: Decimal(str(value)) for key, value in sums.items()} == totals


def test_lost_digits_are_null(book):
    assert book.execute("SELECT amount FROM funds WHERE fund_id = 'ta18.f07'").fetchone() == (None,)
