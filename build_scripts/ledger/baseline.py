"""The quality of the last release, kept beside the data for the next one to be compared with."""

from __future__ import annotations

import json
from pathlib import Path

from build_scripts.ledger.shapes import read_as_written

BASELINE = Path("datasets") / "quality_baseline.json"  # what `release` leaves behind


def read_baseline(root: Path) -> dict:
    """Returns the quality of the last release, as it left it beside the data; nothing where there is none."""
    path = root / BASELINE
    with read_as_written(path):
        return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
