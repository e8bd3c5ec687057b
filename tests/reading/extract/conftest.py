"""An invented vocabulary: two provinces, a county in each, their pairing, a village, and a few measures."""

from __future__ import annotations

import pytest

from build_scripts.reading.extract.draft import Draft
from build_scripts.reading.extract.propose import propose
from build_scripts.reading.extract.vocabulary import Place, Vocabulary

PLACES = [
    Place("980000", ("江东省", "江东", "Jiangdong Province", "Jiangdong"), 1, ""),
    Place("980121", ("青溪区", "青溪", "Qingxi District", "Qingxi"), 3, "980000"),
    Place("990000", ("陇南省", "陇南"), 1, ""),
    Place("990121", ("石桥县", "石桥", "Shiqiao County", "Shiqiao"), 3, "990000"),
    Place("990121101", ("白水镇",), 4, "990121"),
    Place("990122", ("云岭县", "云岭"), 3, "990000"),
]
UNITS = {
    **dict.fromkeys(
        ["beneficiary_people", "enterprise_jobs", "labour_nearby", "labour_poor", "labour_to_provider"], "person"
    ),
    **dict.fromkeys(
        [
            "labour_total",
            "labour_elsewhere",
            "officials_to_provider",
            "officials_to_recipient",
            "other_person",
            "population",
        ],
        "person",
    ),
    **dict.fromkeys(["specialists_to_provider", "specialists_to_recipient", "poor_people", "people_exited"], "person"),
    **dict.fromkeys(
        ["beneficiary_households", "households", "households_exited", "other_household", "poor_households"], "household"
    ),
    **dict.fromkeys(["consumption_sales", "income_per_person", "other_cny", "output_value", "subsidy_rate"], "cny"),
    **dict.fromkeys(
        ["delegates_total", "delegates_to_provider", "delegates_to_recipient", "trainees_total"], "person_time"
    ),
    **dict.fromkeys(["completion_share", "growth_rate", "other_percent", "poverty_rate", "share_other"], "percent"),
    "villages_covered": "village",
    "other_village": "village",
    "projects_count": "project",
    "workshops": "workshop",
    "enterprises_introduced": "enterprise",
    "other_enterprise": "enterprise",
    "pairs_school": "pair",
    "other_pair": "pair",
    "delegations_total": "batch",
    "other_batch": "batch",
    "training_sessions": "session",
    "planted_area": "mu",
    "other_piece": "piece",
    "bridges": "piece",
    "road_km": "km",
    "other_km": "km",
    "other_time": "time",
    "visits_total": "time",
    "workshop_jobs": "person",
}
STOCKS = ("households", "population", "poor_households", "poor_people", "poverty_rate", "workshops", "pairs_school")


@pytest.fixture(scope="session")
def known() -> Vocabulary:
    return Vocabulary(
        places={place.place_id: place for place in PLACES},
        ends={"ew2-qingxi-shiqiao": ("980121", "990121", "ew2"), "ew1-qingxi-shiqiao": ("980121", "990121", "ew1")},
        projects={"shiqiao-tea": (("石桥生态茶园",), "ew2-qingxi-shiqiao", "990121")},
        units=UNITS,
        aggregation={measure: "latest" if measure in STOCKS else "sum" for measure in UNITS},
        basis={},
        new_places=frozenset(),
        source={},
    )


@pytest.fixture(scope="session")
def read(known):
    """Returns the function text, title -> the drafts of all figures, or of those that are a row."""

    def drafts(text: str, title: str = "", *, left_out: bool = False) -> list[Draft]:
        return [d for d in propose(text, known, title) if left_out or not d.leave_out]

    return drafts
