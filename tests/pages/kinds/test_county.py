"""Who is paired with my county: providers stand under their round."""

from build_scripts.pages.kinds.county import columns
from build_scripts.views.who_is_paired import PairedRow


def row(programme: str) -> PairedRow:
    return PairedRow(
        "990121", "990121", "980121", None, programme, "county", None, None, "not_stated", f"{programme}-a-b"
    )


def test_a_programme_that_is_neither_round_stands_apart():
    found = columns("990121", [row("ca"), row("gz"), row("mixed")])
    assert (found["before"], found["since"], len(found["other"])) == ([], [], 3)


def test_the_rounds_stand_in_their_columns():
    found = columns("990121", [row("ew2"), row("ew1")])
    assert [r.programme for r in found["before"] + found["since"]] == ["ew1", "ew2"]
