"""Statements of money side by side: one print is one statement."""

from dataclasses import replace

import pytest

from build_scripts.views.claims import derive_claims
from build_scripts.views.statements import said_once

COPY = {"tb19-2": "ta18"}  # source -> the source of which it is a copy


@pytest.fixture
def claims(tiny_tables):
    return derive_claims(tiny_tables, frozenset())


def read_again(claim, **cells):
    return replace(claim, claim_id="copy.f01", source_id="tb19-2", **cells)


@pytest.mark.parametrize(
    "cells, number",
    [
        ({"period": "2018-08"}, 1),
        ({"period": "2018"}, 1),
        ({"period": "2017"}, 2),
        ({"period": "2018", "value": 7}, 2),
        ({"period": "2018", "stage": "budgeted"}, 2),
    ],
)
def test_what_a_copy_repeats_is_one_statement_whether_it_names_the_month_or_the_year(claims, cells, number):
    claim = replace(claims["ta18.f01"], source_id="ta18", period="2018", stage="disbursed")
    kept = said_once([claim, read_again(claim, **cells)], lambda source: COPY.get(source, source))
    assert [each.claim_id for each in kept] == ["ta18.f01", "copy.f01"][:number]


def test_two_figures_of_one_document_are_two(claims):
    claim = claims["ta18.f01"]
    kept = said_once([claim, replace(claim, claim_id="ta18.f99")], str)
    assert [each.claim_id for each in kept] == ["ta18.f01", "ta18.f99"]
