"""A guess of what a figure speaks of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Subject:
    """A guess: as printed, and at most one id."""

    printed: str
    pairing_id: str = ""
    place_id: str = ""
    project_id: str = ""
    sure: float = 0.3
