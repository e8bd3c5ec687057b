"""What a citizen asks first: the nation's money as printed, the province pairs of today, what the ledger holds."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from build_scripts.views.model import Audit, Claim
from build_scripts.views.programmes import OF_EAST_WEST, PRESENT
from build_scripts.views.said import NOTHING, FrontPage, Headline, Held, ProvincePair, Statement, Subject
from build_scripts.views.verdicts import AuditVerdict
from build_scripts.views.witnesses import paired_sources, without_repeats

Tables = dict[str, pd.DataFrame]
COUNTRY = ("place", "cn")
ENDS = ["provider_place_id", "recipient_place_id"]


def derive_front_page(
    tables: Tables,
    claims: dict[str, Claim],
    headlines: dict[Subject, Headline],
    audits: tuple[Audit, ...],
) -> FrontPage:
    """Returns what the front page says."""
    national = headlines.get(COUNTRY, NOTHING).fiscal
    return FrontPage(
        national=tuple({(s.window.kind, s.window.period): s for s in reversed(national)}.values())[::-1],
        pairs=tuple(province_pairs(tables, headlines)),
        held=held(tables, claims),
        failing=tuple(failing_within_one_document(tables["sources"], claims, audits)),
    )


def province_pairs(tables: Tables, headlines: dict[Subject, Headline]) -> Iterable[ProvincePair]:
    """Yields the pairs of provinces of the present round's arrangement.

    Where no fiscal money of the round was read, a sum of the pair's earlier pairing stands in that runs into it.
    """
    rounds = tables["pairings"].query("programme in @OF_EAST_WEST").groupby(ENDS)["pairing_id"].agg(list)
    joined = tables["programme_scope"].query("programme == @PRESENT")[ENDS]
    rows = joined.merge(tables["pairings"].query("programme == @PRESENT"), how="left", on=ENDS)
    for row in rows.drop_duplicates(ENDS).itertuples():
        ends = row.provider_place_id, row.recipient_place_id
        key = row.pairing_id if isinstance(row.pairing_id, str) else None
        own = fiscal_lead(headlines.get(("pairing", key), NOTHING))
        earlier = (fiscal_lead(headlines.get(("pairing", each), NOTHING)) for each in rounds.get(ends, ()))
        across = [each for each in earlier if each and each.window.is_across]
        yield ProvincePair(*ends, key, own or max(across, key=lambda each: each.window.last, default=None))


def fiscal_lead(found: Headline) -> Statement | None:
    return found.lead if found.lead and found.lead.fund_source == "fiscal_assistance" else None


def held(tables: Tables, claims: dict[str, Claim]) -> Held:
    """Returns what the ledger holds of East–West assistance; what a copy repeats is held once."""
    paired, claims = paired_sources(tables["sources"]), without_repeats(claims, tables["sources"])
    programmes = tables["pairings"].set_index("pairing_id")["programme"].to_dict()
    owner = tables["projects"].set_index("project_id")["pairing_id"].dropna().to_dict()
    present = tables["pairings"][lambda f: f["programme"] == PRESENT].astype(object).fillna("")
    found = [claim for claim in claims.values() if is_east_west(claim, programmes, owner, paired)]
    return Held(
        pairings=sum(programme in OF_EAST_WEST for programme in programmes.values()),
        present=len(present),
        judged=sum("programme" in inferred.split() for inferred in present["inferred"]),
        figures=len(found),
        proved=sum(claim.proof == "proved" for claim in found),
        sources=len({claim.source_id for claim in found}),
    )


def is_east_west(claim: Claim, programmes: dict[str, str], owner: dict[str, str], paired: frozenset[str]) -> bool:
    """True for a figure of an East–West pairing or its project, or of a place in a document on paired assistance."""
    pairing = owner.get(claim.subject_id) if claim.subject_kind == "project" else claim.subject_id
    if claim.subject_kind in ("pairing", "project"):
        return programmes.get(pairing) in OF_EAST_WEST
    return claim.source_id in paired


def failing_within_one_document(
    sources: pd.DataFrame, claims: dict[str, Claim], audits: Iterable[Audit]
) -> list[str]:
    """Returns the ids of sums that fail, whose figures stand in one document on paired assistance and at one stage."""
    published = sources.query("collection == 'paired'").set_index("source_id")["published"].fillna("").to_dict()
    found = [
        audit
        for audit in audits
        if audit.verdict is AuditVerdict.FAILS
        and audit.source_id in published
        and {claims[key].source_id for key in audit.claims} == {audit.source_id}
        and len({claims[key].stage for key in audit.claims}) == 1
    ]
    found.sort(key=lambda audit: published[audit.source_id], reverse=True)
    return [audit.audit_id for audit in found]
