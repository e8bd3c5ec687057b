"""All that is known of a subject comes from one source, and that one is a re-post."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Signal
from build_scripts.views.signals.ground import Ground, signal_of

RULE, GRADE = "single_repost", 3


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each pairing, then each project, that rests on one re-posted source alone."""
    for kind, rows in (("pairing", ground.pairings), ("project", ground.projects)):
        for row in rows:
            subject = (kind, row[f"{kind}_id"])
            claims = ground.of_subject.get(subject, [])
            named = ground.witnesses.get(row["pairing_id"], ()) if kind == "pairing" else ()
            sources = {row["source_id"], *(c.source_id for c in claims), *(w["source_id"] for w in named)}
            if len(sources) == 1 and ground.sources[row["source_id"]]["is_repost"]:
                yield signal_of(RULE, GRADE, subject, tuple(c.claim_id for c in claims))
