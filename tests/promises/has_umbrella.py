"""A project belongs to an umbrella project."""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.views.model import Signal
from build_scripts.views.signals.ground import Ground, signal_of

RULE, GRADE = "has_umbrella", 3


def find(ground: Ground) -> Iterator[Signal]:
    """Yields one signal for each project that is part of another."""
    for row in ground.projects:
        if row["parent_project_id"]:
            yield signal_of(RULE, GRADE, ("project", row["project_id"]), ())
