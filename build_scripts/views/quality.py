"""How good the ledger is, in numbers: for each table and source, and against the last release.

Shares are between 0 and 1, rounded to four decimals; None where there is nothing to take a share of. `proved`
counts rows with a valid proof, `in_english` rows whose every English column that has a
Chinese partner is filled. The age of a partial date is counted from its last day, so it is never overstated.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict
from datetime import date
from statistics import median

import pandas as pd

from build_scripts.ledger.proofs import Key, with_proof
from build_scripts.views.coverage import Change, Numbers, Quality
from build_scripts.views.model import Claim, Fact
from build_scripts.views.periods import last_day
from build_scripts.views.witnesses import without_repeats, witness_of

Tables = dict[str, pd.DataFrame]
Claims = dict[str, Claim]
COUNTED = ("proved", "with_section", "in_english")


def derive_quality(
    tables: Tables,
    proved: frozenset[Key],
    claims: Claims,
    facts: tuple[Fact, ...],
    today: str,
    baseline: dict | None = None,
) -> Quality:
    """Returns the numbers of the day `today` and their change since the `baseline` (see baseline_json)."""
    ages = source_ages(tables["sources"], today)
    tables = {name: with_proof(frame, name, proved) if "start" in frame else frame for name, frame in tables.items()}
    said_once = without_repeats(claims, tables["sources"])
    by_table = {name: table_quality(name, frame, ages, facts, claims, said_once) for name, frame in tables.items()}
    return Quality(
        today, by_table, source_qualities(tables, claims, facts, ages), change_since(baseline or {}, by_table)
    )


def quality_json(quality: Quality) -> bytes:
    """Returns the quality as JSON, keys in a stable order, one line a number: versions can be compared."""
    return stable_json(asdict(quality))


def baseline_json(quality: Quality) -> bytes:
    """Returns what datasets/quality_baseline.json holds after a release: date and tables, to compare the next with."""
    return stable_json({"date": quality.date, "tables": quality.tables})


def stable_json(values: dict) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def table_quality(
    name: str, frame: pd.DataFrame, ages: dict[str, int], facts, claims: Claims, said_once: Claims
) -> Numbers:
    """Returns the numbers of one table; `claims_per_fact` for tables of figures, `age_days` is the median.

    `said_once` are the claims less those of copies (witnesses.py).
    """
    counts = row_counts(frame)
    known = [ages[s] for s in frame.get("source_id", ()) if s in ages]
    numbers = {"rows": len(frame), **with_shares(counts, len(frame)), "age_days": median_of(known)}
    stated = [fact for fact in facts if claims[fact.shown].table == name]
    if stated:
        numbers["claims_per_fact"] = share(sum(statements(f, said_once) for f in stated), len(stated))
    return numbers


def statements(fact: Fact, said_once: Claims) -> int:
    """Returns how many statements stand behind a fact; that of a copy is none of its own."""
    return max(1, sum(key in said_once for key in fact.claims))


def row_counts(frame: pd.DataFrame) -> dict[str, int | None]:
    """Returns how many rows are proved, have a section, are in English; None without such a column."""
    return {
        "proved": int((frame["proof"] == "proved").sum()) if "proof" in frame else None,
        "with_section": int(frame["section"].notna().sum()) if "section" in frame else None,
        "in_english": int(english_rows(frame).sum()) if english_columns(frame) else None,
    }


def english_columns(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Returns the pairs (Chinese column, English column) of a table."""
    pairs = [(column.removesuffix("_en"), column) for column in frame.columns if column.endswith("_en")]
    return [(chinese, english) for chinese, english in pairs if chinese in frame]


def english_rows(frame: pd.DataFrame) -> pd.Series:
    """Returns True for each row that says in English all it says in Chinese."""
    rows = pd.Series(True, index=frame.index)
    for chinese, english in english_columns(frame):
        rows &= frame[english].notna() | frame[chinese].isna()
    return rows


def with_shares(counts: dict[str, int | None], rows: int) -> Numbers:
    counted = [(f"{name}_share", counts[name]) for name in COUNTED]
    return {**counts, **{name: None if count is None else share(count, rows) for name, count in counted}}


def share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None


def median_of(numbers: list[int]) -> int | None:
    return int(median(numbers)) if numbers else None


def source_ages(sources: pd.DataFrame, today: str) -> dict[str, int]:
    """Returns source id -> days since it was published; undated sources are left out."""
    dated = sources.dropna(subset=["published"])
    now = date.fromisoformat(today)
    dates = zip(dated["source_id"], dated["published"], strict=True)
    return {source: max(0, (now - date.fromisoformat(last_day(day))).days) for source, day in dates}


def source_qualities(
    tables: Tables, claims: Claims, facts: tuple[Fact, ...], ages: dict[str, int]
) -> dict[str, Numbers]:
    """Returns source id -> numbers over all rows read from it, figures and names alike.

    `claims` counts figures; `facts` are those it states, `only_source` the ones no other source states but its copy,
    `claims_per_fact` how many statements stand behind each of its facts, copies apart.
    """
    rows = rows_by_source(tables)
    figures = Counter(claim.source_id for claim in claims.values())
    stated, alone, witnesses = facts_by_source(claims, facts, tables["sources"])
    return {
        source: {
            "rows": rows[source]["rows"],
            "claims": figures[source],
            **with_shares({name: rows[source][name] for name in COUNTED}, rows[source]["rows"]),
            "facts": stated[source],
            "only_source": alone[source],
            "only_source_share": share(alone[source], stated[source]),
            "claims_per_fact": share(witnesses[source], stated[source]),
            "age_days": ages.get(source),
        }
        for source in tables["sources"]["source_id"]
    }


def rows_by_source(tables: Tables) -> dict[str, Counter]:
    """Returns source id -> its rows: how many, and how many are proved, have a section, are in English."""
    found: dict[str, Counter] = defaultdict(Counter)
    for frame in tables.values():
        if "source_id" in frame and "as_printed" in frame:
            english = english_rows(frame)
            columns = (frame["proof"] == "proved", frame["section"].notna(), english)
            for source, *marks in zip(frame["source_id"], *columns, strict=True):
                found[source].update(rows=1, **dict(zip(COUNTED, map(int, marks), strict=True)))
    return found


def facts_by_source(
    claims: Claims, facts: tuple[Fact, ...], table: pd.DataFrame
) -> tuple[Counter, Counter, Counter]:
    """Returns three counters by source: facts stated, facts stated by no other, statements behind its facts."""
    said_once, witness = without_repeats(claims, table), witness_of(table)
    stated, alone, witnesses = Counter(), Counter(), Counter()
    for fact in facts:
        sources = {claims[claim].source_id for claim in fact.claims}
        for source in sources:
            stated[source] += 1
            alone[source] += len({witness(each) for each in sources}) == 1
            witnesses[source] += statements(fact, said_once)
    return stated, alone, witnesses


def change_since(baseline: dict, by_table: dict[str, Numbers]) -> Change:
    """Returns now − then for each number that both have."""
    before = baseline.get("tables") or {}
    changes = {
        table: {name: difference(now, before[table].get(name)) for name, now in numbers.items()}
        for table, numbers in by_table.items()
        if table in before
    }
    return Change(baseline.get("date"), changes)


def difference(now: float | None, then: float | None) -> float | None:
    return None if now is None or then is None else round(now - then, 4)
