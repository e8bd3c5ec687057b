"""From tables to everything that may be shown: each value is made here, once, and handed on."""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.history import History
from build_scripts.ledger.proofs import text_sha256s, valid_proofs
from build_scripts.views.account import derive_account
from build_scripts.views.answers import derive_answers
from build_scripts.views.audits import derive_audits
from build_scripts.views.claims import derive_claims
from build_scripts.views.conflicts import derive_conflicts
from build_scripts.views.county_coverage import derive_coverage
from build_scripts.views.facts import derive_facts
from build_scripts.views.flows import derive_flows
from build_scripts.views.front_page import derive_front_page
from build_scripts.views.gaps import derive_gaps
from build_scripts.views.headline import derive_headlines
from build_scripts.views.index import build_index, listed_rows
from build_scripts.views.ledger_totals import derive_ledger_totals, wider_pairings
from build_scripts.views.model import Views
from build_scripts.views.places import index_places, pairing_ends, places_in_use
from build_scripts.views.quality import derive_quality
from build_scripts.views.reliability import derive_reliability
from build_scripts.views.signals import derive_signals
from build_scripts.views.stated_terms import further_terms
from build_scripts.views.totals import derive_totals
from build_scripts.views.watched import derive_watched
from build_scripts.views.who_is_paired import who_is_paired


def derive_views(
    tables: dict[str, pd.DataFrame], today: str, baseline: dict | None = None, history: History | None = None
) -> Views:
    """Returns the Views on the day `today` (ISO date); `baseline` is the last release, `history` the days of rows."""
    places, ends = index_places(tables["places"]), pairing_ends(tables)
    shown_places, wider = places_in_use(tables, places), wider_pairings(tables["pairings"], places)
    reliability, proved = derive_reliability(tables["sources"]), valid_proofs(tables)
    claims, further = derive_claims(tables, proved), further_terms(tables, reliability)
    facts = derive_facts(claims, reliability, tables["sources"])
    totals = derive_totals(tables, claims, facts)
    totals += derive_ledger_totals(tables, claims, totals, wider)
    headlines, rows = derive_headlines(tables, claims, facts, reliability, ends, today), listed_rows(tables, proved)
    account, gaps = derive_account(tables, claims, facts, wider), derive_gaps(tables, claims, places, ends)
    audits, conflicts = derive_audits(tables, claims, account), derive_conflicts(tables, claims, facts)
    signals = derive_signals(tables, claims, facts, audits, conflicts, gaps.pairing_years, today)
    return Views(
        tables=tables, today=today,
        places=places, shown_places=shown_places, ends=ends, wider=wider,
        paired=who_is_paired(tables["pairings"], places),
        proved=proved,
        texts=text_sha256s(tables["sources"]),
        claims=claims,
        facts=facts,
        totals=totals,
        headlines=headlines,
        front_page=derive_front_page(tables, claims, headlines, audits),
        answers=derive_answers(tables, claims, headlines, places, ends, further, today),
        further_terms=further,
        flows=derive_flows(tables, claims, facts, places, ends),
        account=account,
        coverage=derive_coverage(tables, claims, facts, account, places, ends, wider, gaps),
        audits=audits,
        conflicts=conflicts,
        signals=signals,
        reliability=reliability, watched=derive_watched(tables),
        gaps=gaps,
        quality=derive_quality(tables, proved, claims, facts, today, baseline),
        index=build_index(rows, places, ends, shown_places, claims, facts, totals, audits, conflicts, signals),
        history=history or History(),
    )  # fmt: skip
