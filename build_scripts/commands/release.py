"""What a release leaves beside the data: its quality, with which the next release is compared."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from build_scripts.ledger.baseline import BASELINE
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.publish.files import replace_files
from build_scripts.views.derive import derive_views
from build_scripts.views.quality import baseline_json


def run(root: Path, today: date) -> int:
    """Writes datasets/quality_baseline.json and prints its path; returns 0."""
    views = derive_views(read_tables(open_package(root)), today.isoformat())
    replace_files({root / BASELINE: baseline_json(views.quality)})
    print(root / BASELINE)
    return 0
