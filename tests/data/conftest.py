"""The real ledger's published files of sums and coverage, written once for all tests of the data."""

import csv
import io
from pathlib import Path

import pytest

from build_scripts.exports.export import open_edition
from build_scripts.exports.formats import account, claims, coverage, totals

ROOT = Path(__file__).parents[2]


def rows_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="session")
def edition(real_package, real_views):
    return open_edition(real_package, real_views, {})


@pytest.fixture(scope="session")
def files(edition):
    """The published files as they are written, and the tables as they lie on disk."""
    files = [each for kind in (account, claims, coverage, totals) for each in kind.downloads(edition)]
    made = {each.path: each.content for each in files if each.path.endswith(".csv")}
    published = {path.removeprefix("data/").removesuffix(".csv"): rows_of(content) for path, content in made.items()}
    return published | {
        table: rows_of((ROOT / "datasets" / f"{table}.csv").read_bytes())
        for table in ("funds", "observations", "projects", "pairings", "places", "sources")
    }
