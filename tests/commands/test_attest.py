"""A seal is earned: proofs are written for rows that a text proves, for no others, and never taken from a request."""

import subprocess
from datetime import date

import pytest

from build_scripts.__main__ import main
from build_scripts.commands.attest import attest, proofs_at
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.proofs import valid_proofs
from build_scripts.ledger.tables import type_table
from build_scripts.views.derive import derive_views

DAY, LATER = date(2026, 11, 28), date(2027, 1, 2)
GIT = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def keys(ledger):
    return {(row[0], row[1]) for row in ledger.rows("proofs")[1:]}


def git(root, *command):
    subprocess.run(["git", "-C", str(root), *GIT, *command], check=True, capture_output=True)


def test_the_tiny_ledgers_proofs_are_those_of_its_texts(ledger):
    before = ledger.file("proofs").read_bytes()
    ledger.write("proofs", ledger.rows("proofs")[:1])
    assert attest(ledger.root, ledger.root / "texts", DAY) == 39
    assert ledger.file("proofs").read_bytes() == before


def test_an_invented_report_with_offsets_is_never_proved(ledger):
    ledger.add("sources", "tb19", source_id="zz20", text_name="zz.txt", text_sha256="f" * 64, parent_source_id="",
               same_as_source_id="")  # fmt: skip
    ledger.add("funds", "ta18.f05", fund_id="zz20.f01", source_id="zz20", also_at="")
    attest(ledger.root, ledger.root / "texts", DAY)
    claims = derive_views(ledger.read()[1], "2026-11-28").claims
    assert claims["zz20.f01"].proof == "position" and claims["ta18.f05"].proof == "proved"


def test_an_offset_that_is_wrong_by_three_is_not_proved(ledger):
    start = next(row.start for row in ledger.read()[1]["funds"].itertuples() if row.fund_id == "ta18.f03")
    ledger.set("funds", "ta18.f03", start=str(start + 3))
    assert derive_views(ledger.read()[1], "2026-11-28").claims["ta18.f03"].proof == "position"
    attest(ledger.root, ledger.root / "texts", DAY)
    assert ("funds", "ta18.f03") not in keys(ledger) and ("funds", "ta18.f02") in keys(ledger)


def test_a_value_that_is_not_the_figure_is_not_proved(ledger):
    ledger.set("funds", "ta18.f03", amount="3000")
    attest(ledger.root, ledger.root / "texts", DAY)
    assert ("funds", "ta18.f03") not in keys(ledger)


def test_a_proof_that_holds_keeps_its_day_and_a_new_one_has_its_own(ledger):
    ledger.set("funds", "ta18.f03", label="捐款")  # not of the proof
    ledger.set("funds", "ta18.f02", also_at="")
    attest(ledger.root, ledger.root / "texts", LATER)
    days = {row[1]: row[4] for row in ledger.rows("proofs")}
    assert (days["ta18.f02"], days["ta18.f03"]) == ("2027-01-02", "2026-11-28")


def test_a_text_that_is_not_at_hand_takes_no_proof_away(ledger):
    (ledger.root / "texts" / "hui-2019.txt").unlink()
    before = keys(ledger)
    attest(ledger.root, ledger.root / "texts", DAY)
    assert keys(ledger) == before


def test_nothing_is_written_where_a_table_cannot_be_read_whole(ledger):
    ledger.file("funds").write_bytes(ledger.file("funds").read_bytes() + b'"')
    before = ledger.file("proofs").read_bytes()
    with pytest.raises(LedgerError):
        attest(ledger.root, ledger.root / "texts", DAY)
    assert ledger.file("proofs").read_bytes() == before


def test_attesting_needs_the_texts(ledger, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["check", "--attest", "--root", str(ledger.root)])
    assert stop.value.code == 2 and "--sources" in capsys.readouterr().err


def test_the_command_attests_and_checks_in_one_go(ledger, capsys):
    ledger.write("proofs", ledger.rows("proofs")[:1])
    texts = str(ledger.root / "texts")
    assert main(["check", "--sources", texts, "--attest", "--today", "2026-11-28", "--root", str(ledger.root)]) == 0
    assert len(keys(ledger)) == 39 and "proofs 39" in capsys.readouterr().out


def test_a_request_cannot_bring_its_own_proofs(ledger):
    """Its site is built with the proofs of the branch it asks to enter."""
    git(ledger.root, "init", "-q", "-b", "main")
    ledger.write("proofs", [row for row in ledger.rows("proofs") if row[1] != "ta18.f03"])
    git(ledger.root, "add", ".")
    git(ledger.root, "commit", "-qm", "a")
    attest(ledger.root, ledger.root / "texts", DAY)
    package, tables = ledger.read()
    kept = type_table(package.schemas["proofs"]["fields"], proofs_at(ledger.root, "main"))
    assert ("funds", "ta18.f03") in valid_proofs(tables)
    assert ("funds", "ta18.f03") not in valid_proofs(tables | {"proofs": kept}) and len(kept) == 38
