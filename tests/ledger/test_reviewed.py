"""A question that a reviewer has settled stays settled; an error never is."""

from build_scripts.checks.run import check
from build_scripts.commands.format import format_ledger

HEADER = "table,row_id,rule,reason,reason_en\n"


def review(ledger, text):
    path = ledger.root / "datasets" / "import_notes" / "reviewed.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [(p.rule, p.code) for p in check(ledger.root).problems]


def test_a_settled_question_is_not_asked_again(ledger):
    ledger.set("projects", "ta18-chejian", place_id="980122")
    assert ("project_places", "elsewhere") in review(ledger, HEADER)
    settled = f"{HEADER}projects,ta18-chejian,project_places,原文如此,printed so\n"
    assert review(ledger, settled) == []


def test_the_line_names_one_row_and_one_rule(ledger):
    ledger.set("projects", "ta18-chejian", place_id="980122")
    others = "projects,ta18-chayuan,project_places,原文如此,so\nprojects,ta18-chejian,twins,不同,not one\n"
    assert review(ledger, HEADER + others) == [("project_places", "elsewhere")]


def test_an_error_is_never_settled(ledger):
    ledger.set("funds", "ta18.f01", amount="1")
    assert ("figures_agree", "value_differs") in review(ledger, f"{HEADER}funds,ta18.f01,figures_agree,a,a\n")


def test_a_line_that_settles_nothing_is_told(ledger):
    assert review(ledger, f"{HEADER}funds,ta18.f99,terms,a,a\nnothing,x,terms,a,a\n") == [("reviewed", "no_row")] * 2
    assert review(ledger, f"{HEADER}funds,ta18.f01,terms,,\n") == [("reviewed", "short")]
    assert review(ledger, "a,b\n") == [("reviewed", "header")]
    format_ledger(ledger.root)
