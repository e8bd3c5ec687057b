"""No number of a person; the numbers here are made up so that their check digits are right."""

import pytest

from build_scripts.checks.rules import private_data
from build_scripts.labels.problems import message


def made_identity(body):
    """An identity number of a place that does not exist, with its right check digit."""
    total = sum(w * int(d) for w, d in zip(private_data.WEIGHTS, body, strict=True))
    return body + private_data.CHECKS[total % 11]


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (f"户主 {made_identity('98012119491231002')}", "an identity number"),
        ("电话13800138000", "a mobile phone number"),
        ("138-0013-8000", "a mobile phone number"),
        ("+86 13800138000", "a mobile phone number"),
        ("6222 0000 0000 0000 004", "a bank card number"),
        ("4000000000000002", "a bank card number"),
    ],
)
def test_a_number_of_a_person_is_refused_and_not_repeated(ledger, cell, kind):
    ledger.set("funds", "ta18.f01", note=cell)
    (problem,) = ledger.problems(private_data)
    assert (problem.table, problem.row, problem.column) == ("funds", 2, "note")
    assert message(problem, "en") == f"looks like {kind}"


@pytest.mark.parametrize(
    "cell",
    [
        "https://news.example.org/t20190425_13800138000.html",
        "980121101205",
        "13800138000001",
        "1380013800",
        "980121194912310020",
        "6222000000000000001",
        "1234.13800138000",
        "f13800138000a",
        "2016 2017 2018 2019",
    ],
)
def test_codes_addresses_and_amounts_are_no_numbers_of_persons(cell):
    assert private_data.private_numbers(cell) == []


def test_an_amount_of_eleven_digits_is_no_phone(ledger):
    ledger.set("funds", "ta18.f01", amount="13800138000")
    assert ledger.problems(private_data) == []
