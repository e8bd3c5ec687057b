"""Who is said to help a place now, and who before."""

from dataclasses import replace
from types import SimpleNamespace

import pandas as pd
import pytest

from build_scripts.views.answers import answer_of, going_on, helpers_by_place, is_helped, reaches, stand_ins
from build_scripts.views.places import index_places
from build_scripts.views.said import Helper, Term
from build_scripts.views.stated_terms import further_terms

COLUMNS = ["pairing_id", "programme", "valid_from", "valid_to", "dates_basis", "inferred", "source_id",
           "provider_org_id", "provider_place_id", "stated_of", "stated_of_en"]  # fmt: skip
CLAIMED = ["pairing_id", "programme", "valid_from", "valid_to", "dates_basis", "inferred", "source_id"]
NONE_SPEAK = pd.DataFrame({name: [] for name in CLAIMED}, dtype=object)


def answered(*row: str | None, further: tuple = (), published: str = "2025-12-31"):
    """The answer of the one place that a pairing helps, on a day of 2026; `further` are rows of other documents."""
    tables = {
        "pairings": pd.DataFrame([["p", *row, "s", None, "370200", None, None]], columns=COLUMNS),
        "sources": pd.DataFrame({"source_id": ["s"], "published": [published], "inferred": [None]}),
        "projects": pd.DataFrame({"project_id": [], "pairing_id": [], "source_id": []}, dtype=object),
        "pairing_claims": pd.DataFrame(list(further), columns=CLAIMED, dtype=object) if further else NONE_SPEAK,
        "events": NONE_SPEAK,
        "places": pd.DataFrame({"place_id": [], "name": [], "level": []}, dtype=object),
    }
    terms = further_terms(tables, {})
    helpers = helpers_by_place(tables, {}, {"p": ("370200", "621100")}, terms)
    return answer_of("621100", helpers["621100"], {}, {"621100": 0}, {}, frozenset(), "2026-11-30")


def test_an_end_that_the_editors_supplied_does_not_end_help_of_the_present_round():
    answer = answered("ew2", "2021-04", "2025", "from_printed", "valid_to")
    assert [(h.pairing_id, h.term.last, h.seen) for h in answer.present] == [("p", None, "2025")]
    assert answer.former == ()


def test_the_answer_goes_on_above_who_is_only_inferred_and_to_who_helped_before():
    """“Perhaps Beijing” of Chifeng hid that Beijing helps Inner Mongolia; of Qujing nobody stood before."""
    county, city, province = "150423", "150400", "150000"
    places = SimpleNamespace(chain=lambda _: (county, city, province))
    printed, perhaps = (answered("ew2", "2021", None, "printed", cells) for cells in (None, "provider_place_id"))
    assert (is_helped(printed), is_helped(perhaps)) == (True, False)
    before = answered("ew1", "2016", "2020", "printed", None).former
    assert stand_ins(county, {city: perhaps, province: printed}, places) == [city, province]
    assert stand_ins(county, {city: replace(printed, former=before), province: printed}, places) == [city]
    assert stand_ins(county, {city: printed, province: replace(perhaps, former=before)}, places) == [city, province]


def test_a_present_helper_that_helped_before_is_not_told_as_a_former_one_alone():
    """“Sichuan: formerly helped by Zhejiang” stood below a nearer place's helper, though Zhejiang helps Sichuan now."""
    now, before = answered("ew2", "2021", None, "printed", None), answered("ew1", "2016", "2020", "printed", None)
    both = replace(now, former=before.former)
    assert going_on(both) == now.present
    assert going_on(replace(both, former=())) == ()


def test_an_end_in_print_ends_it():
    answer = answered("ew2", "2021-04", "2025", "printed", None)
    assert [(h.pairing_id, h.term.last) for h in answer.former] == [("p", "2025")]
    assert answer.present == ()


@pytest.mark.parametrize(
    "first, last, group",
    [("2021", "2026-03", "former"), ("2021", "2026-11-29", "former"), ("2021", "2026-11-30", "present"),
     ("2021", "2026-11", "present"), ("2021", "2026", "present"), ("2026-11", None, "present"),
     (None, "2026-10", "former"), ("2028", None, "coming"), ("2026-12", "2030", "coming"),
     ("2027-01-01", None, "coming")],
)  # fmt: skip
def test_a_helper_helps_from_the_first_to_the_last_day_of_its_term(first, last, group):
    """A term printed to March 2026 was told as going on in November, one from 2028 as going on now."""
    answer = answered("ew2", first, last, "printed", None)
    groups = {name: len(getattr(answer, name)) for name in ("present", "former", "coming")}
    assert groups == {"present": 0, "former": 0, "coming": 0} | {group: 1}
    assert answer.is_known


@pytest.mark.parametrize(
    "programme, published, is_doubted",
    [("ew2", "2018-05", True), ("ew2", "2021-05", False), ("ew1", "2018-05", False), ("ew1", "2021-05", True),
     ("gz", "2018-05", False), ("gz", "2021-05", False), ("gz", None, True)],
)  # fmt: skip
def test_an_inferred_round_is_doubted_where_the_document_is_of_the_other_round(programme, published, is_doubted):
    answer = answered(programme, None, None, "not_stated", "programme", published=published)
    (helper,) = (*answer.present, *answer.former)
    assert helper.is_round_judged is is_doubted


def test_an_end_by_the_round_stays_with_rounds_that_are_over():
    answer = answered("ew1", "2016", "2020", "round", "valid_from valid_to")
    assert [(h.pairing_id, h.term.last) for h in answer.former] == [("p", "2020")]


def test_years_that_only_further_documents_state_are_known_each_of_them_once():
    row = ("ew1", None, None, "not_stated", None)
    further = (
        ("p", "ew1", "2001", "2010", "window", None, "t"),
        ("p", "ew1", "1996", None, "counted", "valid_from", "u"),
        ("p", "ew1", "2001", "2010", "window", None, "v"),
        ("p", "ew1", "2016", "2020", "round", "valid_from valid_to", "w"),
        ("p", "ew1", None, None, "not_stated", None, "x"),
    )
    (helper,) = answered(*row, further=further).former
    told = [(term.first, term.last, term.dates_basis) for term in helper.told]
    assert told == [("1996", None, "counted"), ("2001", "2010", "window")]


def test_a_year_of_the_least_reliable_sources_is_told_only_where_no_other_document_has_one():
    """“From 1998”, of a page whose dates differ from official ones, led beside the 1996 of a government's."""
    pairings = pd.DataFrame([["a", "ew1", "1996", None, "printed", None], ["b", "ew1", None, None, "not_stated", None]])
    claims = pd.DataFrame([[key, "ew1", "1998", None, "printed", None, "low"] for key in ("a", "b")], columns=CLAIMED)
    tables = {"pairings": pairings.set_axis(CLAIMED[:6], axis=1), "pairing_claims": claims}
    terms = further_terms(tables, {"low": SimpleNamespace(rank=5)})
    assert terms == {"b": (Term("1998", None, "printed"),)}
    assert set(further_terms(tables, {"low": SimpleNamespace(rank=4)})) == {"a", "b"}


def test_a_pair_that_another_document_states_is_not_judged():
    row = ("ew1", None, None, "not_stated", "provider_place_id recipient_place_id")
    (alone,) = answered(*row).former
    (stated,) = answered(*row, further=(("p", "ew1", None, None, "not_stated", None, "t"),)).former
    assert (alone.is_judged, stated.is_judged) == (True, False)


@pytest.mark.parametrize(
    "own, other, told",
    [
        (("2016", "2020", "printed"), ("2016", None, "printed"), []),
        (("2016", "2020", "printed"), ("2016", "2020", "window"), []),
        (("1997", None, "printed"), ("1996", "2017", "printed"), [("1996", "2017"), ("1997", None)]),
        (("2016", "2020", "round"), ("2013", None, "counted"), [("2013", None)]),
        (("2016", "2020", "round"), ("2017", None, "round"), []),
    ],
)
def test_another_beginning_that_a_document_states_is_told_too(own, other, told):
    """Beijing and Inner Mongolia: 1997 in one document, 1996 in another; years that the editors supplied give way."""
    further = (("p", "ew1", *other[:2], other[2], None, "t"),)
    (helper,) = answered("ew1", own[0], own[1], own[2], None, further=further).former
    assert [(term.first, term.last) for term in helper.told] == told


@pytest.mark.parametrize(
    ("recipients", "is_told"),
    [
        (set(), True),  # no arrangement of the round says anything of the helper
        ({"990000"}, True),
        ({"990121"}, True),  # names the very county
        ({"980121"}, True),  # names other provinces alone
        ({"990121-dingcun"}, False),  # names another part of the province
    ],
)
def test_who_helped_other_parts_of_a_province_is_not_told_of_a_county(tiny_tables, recipients, is_told):
    """Jiangsu helped two cities of Qinghai until 2020; counties elsewhere in it were told that it helped before."""
    helper = Helper("p", ("place", "980000"), "ew1", Term("2016", "2020", "printed"), None)
    scope = {("980000", "ew1"): recipients} if recipients else {}
    assert reaches(helper, "990000", "990121", scope, index_places(tiny_tables["places"])) is is_told
