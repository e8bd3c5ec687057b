"""Who is said to help a place now, and who before."""

import pandas as pd

from build_scripts.views.answers import answer_of, helpers_by_place

COLUMNS = ["pairing_id", "programme", "valid_from", "valid_to", "dates_basis", "inferred", "source_id",
           "provider_org_id", "provider_place_id"]  # fmt: skip
NONE_SPEAK = pd.DataFrame({"pairing_id": [], "source_id": []})


def answered(*row: str | None):
    """The answer of the one place that a pairing helps, on a day of 2026."""
    tables = {
        "pairings": pd.DataFrame([["p", *row, "s", None, "370200"]], columns=COLUMNS),
        "sources": pd.DataFrame({"source_id": ["s"], "published": ["2025-12-31"]}),
        "projects": pd.DataFrame({"project_id": [], "pairing_id": []}, dtype=object),
        "pairing_claims": NONE_SPEAK,
        "events": NONE_SPEAK,
    }
    helpers = helpers_by_place(tables, {}, {"p": ("370200", "621100")})
    return answer_of("621100", helpers["621100"], {}, {"621100": 0}, {}, frozenset(), "2026")


def test_an_end_that_the_editors_supplied_does_not_end_help_of_the_present_round():
    answer = answered("ew2", "2021-04", "2025", "from_printed", "valid_to")
    assert [(h.pairing_id, h.last, h.seen) for h in answer.present] == [("p", None, "2025")]
    assert answer.former == ()


def test_an_end_in_print_ends_it():
    answer = answered("ew2", "2021-04", "2025", "printed", None)
    assert [(h.pairing_id, h.last) for h in answer.former] == [("p", "2025")]
    assert answer.present == ()


def test_an_end_by_the_round_stays_with_rounds_that_are_over():
    answer = answered("ew1", "2016", "2020", "round", "valid_from valid_to")
    assert [(h.pairing_id, h.last) for h in answer.former] == [("p", "2020")]
