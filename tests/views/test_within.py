"""A place's page shows what the ledger holds of its pairings, its projects and the places below it."""

from __future__ import annotations

import pandas as pd
import pytest

from build_scripts.views.model import Fact
from build_scripts.views.places import index_places
from build_scripts.views.within import facts_within, projects_within

PLACES = index_places(
    pd.DataFrame(
        [
            ("cn", "中国", "China", "country", None),
            ("98", "甲省", "Jia", "province", "cn"),
            ("9801", "甲县", "Jia County", "county", "98"),
            ("99", "乙省", "Yi", "province", "cn"),
            ("9901", "乙县", "Yi County", "county", "99"),
            ("9901-1", "丁村", "Ding", "village", "9901"),
        ],
        columns=["place_id", "name", "name_en", "level", "parent_id"],
        dtype=object,
    )
)
ENDS = {"jia-yi": ("9801", "9901")}
PROJECTS = {
    "tea": {"project_id": "tea", "place_id": "9901-1", "pairing_id": "jia-yi"},
    "road": {"project_id": "road", "place_id": None, "pairing_id": "jia-yi"},
    "school": {"project_id": "school", "place_id": "9901", "pairing_id": None},
}
ROWS = {"projects": PROJECTS, "organisations": {"bank": {"org_id": "bank", "place_id": "9801"}}}


def holding(subject: tuple[str, str]) -> set[str]:
    fact = Fact(**dict.fromkeys(Fact.__dataclass_fields__) | {"subject_kind": subject[0], "subject_id": subject[1]})
    return set(facts_within([fact], PLACES, ENDS, ROWS))


@pytest.mark.parametrize(
    ("subject", "places"),
    [
        (("pairing", "jia-yi"), {"9801", "98", "9901", "99"}),
        (("place", "9901-1"), {"9901", "99"}),
        (("place", "99"), set()),
        (("project", "school"), {"9901", "99"}),
        (("project", "road"), {"9801", "98", "9901", "99"}),
        (("organisation", "bank"), {"9801", "98"}),
    ],
)
def test_a_figure_stands_on_the_pages_of_all_places_that_hold_its_subject(subject, places):
    assert holding(subject) == places


def test_the_nation_holds_nothing_within_since_it_holds_everything():
    assert "cn" not in holding(("pairing", "jia-yi"))


def test_projects_in_the_place_come_before_those_of_its_pairings():
    found = projects_within(PROJECTS.values(), PLACES, ENDS, ROWS)
    assert [row["project_id"] for row in found["9901"]] == ["tea", "school", "road"]
    assert [row["project_id"] for row in found["9801"]] == ["tea", "road"]
