"""A project is printed as completed, or as still under way, long after the last day of its printed period.

Period, status and its date must all be printed; what the reader supplied is no ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Signal
from build_scripts.views.periods import first_day, span_of
from build_scripts.views.signals.ground import Ground, days_between, signal_of
from build_scripts.views.signals.thresholds import LATE_AFTER_DAYS

RULE, GRADE = "late_completion", 2
UNDER_WAY = ("identification", "preparation", "implementation", "completion")
READINGS = {"completed": "completed", **dict.fromkeys(UNDER_WAY, "under_way")}
PRINTED = ("period", "status", "status_date")


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each late project; its periods are the printed one and the date of the status."""
    for row in ground.projects:
        reading = READINGS.get(row["status"])
        if reading and is_printed(row) and days_late(row) > LATE_AFTER_DAYS:
            subject = ("project", row["project_id"])
            claims = tuple(claim.claim_id for claim in ground.of_subject.get(subject, ()))
            yield signal_of(RULE, GRADE, subject, claims, reading, (row["period"], row["status_date"]))


def is_printed(row: dict) -> bool:
    supplied = (row["inferred"] or "").split()
    return all(row[column] and column not in supplied for column in PRINTED)


def days_late(row: dict) -> int:
    """Returns the days from the last day of the period to the first that the date of the status allows."""
    return days_between(span_of(row["period"])[1], first_day(row["status_date"]))
