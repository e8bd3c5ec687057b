"""`data/coverage`, `coverage_years`, `listed_counties`, `printed_counts`: what lists, terms and printed counts say
there is, held against what the ledger can name; each as CSV, Parquet, JSON and lines of JSON.
"""

from __future__ import annotations

from collections.abc import Iterator

from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import (
    COVERAGE_COLUMNS,
    COVERAGE_YEAR_COLUMNS,
    LISTED_COUNTY_COLUMNS,
    PRINTED_COUNT_COLUMNS,
)
from build_scripts.views.coverage_frame import (
    coverage_frame,
    coverage_year_frame,
    listed_county_frame,
    printed_count_frame,
)

TABLES = (
    ("coverage", COVERAGE_COLUMNS, coverage_frame, "Coverage"),
    ("coverage_years", COVERAGE_YEAR_COLUMNS, coverage_year_frame, "YearCoverage"),
    ("listed_counties", LISTED_COUNTY_COLUMNS, listed_county_frame, "ListedCounty"),
    ("printed_counts", PRINTED_COUNT_COLUMNS, printed_count_frame, "PrintedCount"),
)


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the tables of coverage."""
    for name, columns, make, row in TABLES:
        frame = make(edition.package, edition.views, edition.subjects)
        title, about = in_languages(f"coverage.files.{name}.title"), in_languages(f"coverage.files.{name}.about")
        yield from wide_downloads(edition, name, frame, wide_schema(columns, edition.package), title, about, row=row)
