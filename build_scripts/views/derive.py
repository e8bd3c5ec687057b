"""From tables to everything that may be shown."""

from __future__ import annotations

import pandas as pd

from build_scripts.views.audits import derive_audits
from build_scripts.views.claims import derive_claims
from build_scripts.views.conflicts import derive_conflicts
from build_scripts.views.facts import derive_facts
from build_scripts.views.gaps import derive_gaps
from build_scripts.views.model import Views
from build_scripts.views.quality import derive_quality
from build_scripts.views.reliability import derive_reliability
from build_scripts.views.signals import derive_signals
from build_scripts.views.totals import derive_totals


def derive_views(tables: dict[str, pd.DataFrame], today: str, baseline: dict | None = None) -> Views:
    """Returns the Views on the day `today` (ISO date); `baseline` is the quality of the last release."""
    reliability = derive_reliability(tables["sources"])
    claims = derive_claims(tables)
    facts = derive_facts(claims, reliability, tables["sources"])
    totals = derive_totals(tables, claims, facts)
    audits = derive_audits(tables, claims)
    conflicts = derive_conflicts(tables, claims, facts)
    return Views(
        tables=tables,
        today=today,
        claims=claims,
        facts=facts,
        totals=totals,
        audits=audits,
        conflicts=conflicts,
        reliability=reliability,
        signals=derive_signals(tables, claims, facts, audits, conflicts, today),
        gaps=derive_gaps(tables, claims),
        quality=derive_quality(tables, claims, facts, today, baseline),
    )
