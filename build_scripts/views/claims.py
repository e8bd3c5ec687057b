"""Rows of funds and observations as claims, one shape for both."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from build_scripts.ledger.proofs import Key, proof_of
from build_scripts.views.model import SUBJECT_COLUMNS, Claim
from build_scripts.views.witnesses import repeated_claims

Tables = dict[str, pd.DataFrame]
Day = dict[str, str | bool | None]  # the fields of a claim that tell when its document appeared


def derive_claims(tables: Tables, proved: frozenset[Key]) -> dict[str, Claim]:
    """Returns claim id -> Claim for every row of funds and observations, in file order; `proved` as in Views."""
    published = days_of(tables["sources"])
    units = dict(zip(tables["measures"]["measure_id"], tables["measures"]["unit"], strict=True))
    funds = [fund_claim(line, row, published, proved) for line, row in records(tables["funds"])]
    others = [observation_claim(line, row, units, published, proved) for line, row in records(tables["observations"])]
    repeats = repeated_claims(funds + others, tables["sources"])
    found = (replace(claim, repeats=repeats.get(claim.claim_id)) for claim in funds + others)
    return {claim.claim_id: claim for claim in found}


def days_of(sources: pd.DataFrame) -> dict[str, Day]:
    """Returns source id -> when it appeared, as fields of its claims."""
    return {
        row["source_id"]: {
            "published": row["published"],
            "is_published_judged": "published" in (row["inferred"] or "").split(),
        }
        for row in sources.to_dict("records")
    }


def records(frame: pd.DataFrame) -> list[tuple[int, dict]]:
    """Returns (line number, row as a dict) for each row; plain dicts are read ten times faster than rows."""
    return list(zip(frame.index, frame.to_dict("records"), strict=True))


def fund_claim(line: int, row: dict, published: dict[str, Day], proved: frozenset[Key]) -> Claim:
    """The claim of one row of funds; its unit is always yuan."""
    return Claim(
        claim_id=row["fund_id"],
        table="funds",
        what=f"money:{row['fund_source']}:{row['stage']}",
        value=row["amount"],
        unit="cny",
        fund_source=row["fund_source"],
        stage=row["stage"],
        instrument=row["instrument"],
        payer_id=row["payer_place_id"],
        proof=proof_of(("funds", row["fund_id"]), row["start"], proved),
        **published.get(row["source_id"], {}),
        **shared_fields(line, row),
    )


def observation_claim(
    line: int, row: dict, units: dict[str, str], published: dict[str, Day], proved: frozenset[Key]
) -> Claim:
    """The claim of one row of observations, in the unit of its measure."""
    return Claim(
        claim_id=row["observation_id"],
        table="observations",
        what=f"measure:{row['measure_id']}",
        value=row["value"],
        unit=units[row["measure_id"]],
        measure_id=row["measure_id"],
        payer_id=row["provider_place_id"],
        proof=proof_of(("observations", row["observation_id"]), row["start"], proved),
        **published.get(row["source_id"], {}),
        **shared_fields(line, row),
    )


def shared_fields(line: int, row: dict) -> dict:
    """The fields that funds and observations have alike."""
    kind, subject = subject_of(row)
    return {
        "row": line,
        "subject_kind": kind,
        "subject_id": subject,
        "stated_of_zh": row["stated_of"],
        "stated_of_en": row["stated_of_en"],
        "label_zh": row["label"],
        "label_en": row["label_en"],
        "period": row["period"],
        "period_length": row["period_length_as_printed"],
        "qualifier": row["qualifier"],
        "basis": row["basis"],
        "part_of": row["part_of"],
        "parts_complete": row["parts_complete"],
        "in_totals": bool(row["in_totals"]),
        "inferred": tuple((row["inferred"] or "").split()),
        "note_zh": row["note"],
        "note_en": row["note_en"],
        "source_id": row["source_id"],
        "section": row["section"],
        "start": row["start"],
        "also_at": tuple(int(n) for n in (row["also_at"] or "").split()),
        "as_printed": row["as_printed"],
    }


def subject_of(row: dict) -> tuple[str, str]:
    """Returns (kind, id) of the row's one subject; raises ValueError where there is none (checks forbid it)."""
    for column, kind in SUBJECT_COLUMNS.items():
        if row.get(column) is not None:
            return kind, row[column]
    raise ValueError(f"row without a subject: {row}")
