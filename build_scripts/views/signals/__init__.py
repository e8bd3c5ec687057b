"""The ledger's own graded remarks on projects and pairings: one rule a file, run in a stated order.

A remark says what is printed and what is not known; it is no judgement of anyone. A rule states its name and grade
(RULE, GRADE); thresholds stand in thresholds.py, words in labels/<language>/signals.yaml.
"""

from __future__ import annotations

import pandas as pd

from build_scripts.views.model import Audit, Claim, Conflict, Fact, Signal
from build_scripts.views.signals import (
    contradiction,
    late_completion,
    missing_years,
    no_amount,
    no_later_stage,
    single_repost,
    spent_over_received,
)
from build_scripts.views.signals.ground import index_ground

RULES = (
    contradiction,
    spent_over_received,
    late_completion,
    no_later_stage,
    no_amount,
    single_repost,
    missing_years,
)


def derive_signals(
    tables: dict[str, pd.DataFrame],
    claims: dict[str, Claim],
    facts: tuple[Fact, ...],
    audits: tuple[Audit, ...],
    conflicts: tuple[Conflict, ...],
    years: dict[str, dict[int, str]],
    today: str,
) -> tuple[Signal, ...]:
    """Returns the signals of all rules, the gravest grade first, then in the order of RULES and of the tables.

    `years` are those of views/gaps.py: pairing id -> year -> known | range | unknown.
    """
    ground = index_ground(tables, claims, facts, audits, conflicts, years, today)
    found = [signal for rule in RULES for signal in rule.find(ground)]
    return tuple(sorted(found, key=lambda signal: signal.grade))
