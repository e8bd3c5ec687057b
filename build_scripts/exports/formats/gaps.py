"""`data/gaps.csv`, `.parquet`, `.json`, `.ndjson`: what is known of each year of each pairing and province.

`api/v1/gaps/<province>.csv` are the years of one province and of all pairings with an end in it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from build_scripts.exports.encode import CSV, csv_bytes
from build_scripts.exports.formats.api import ROOT
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.wide import wide_downloads, wide_schema
from build_scripts.views.columns import GAP_COLUMNS
from build_scripts.views.gap_frame import gap_frame
from build_scripts.views.places import PlaceIndex


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the table of what is known and what is not, then that of each province."""
    title, about = in_languages("exports.gaps_title"), in_languages("pages.data.files.gaps")
    frame, schema = gap_frame(edition.views, edition.subjects), wide_schema(GAP_COLUMNS, edition.package)
    yield from wide_downloads(edition, "gaps", frame, schema, title, about, row="Gap")
    provinces = of_provinces(edition.views.ends, edition.views.places)
    for province in edition.views.gaps.province_years:
        rows = frame[frame["subject_id"].isin([province, *provinces.get(province, ())])]
        yield Download(f"{ROOT}/gaps/{province}.csv", csv_bytes(rows, GAP_COLUMNS), CSV)


def of_provinces(ends: dict[str, tuple[str | None, str | None]], places: PlaceIndex) -> dict[str, list[str]]:
    """Returns province -> the pairings with an end in it."""
    spots = pd.Series({key: sorted({places.province_of(end) or "" for end in both if end})
                       for key, both in ends.items()}, dtype=object)  # fmt: skip
    named = spots.explode().dropna()
    return named.index.to_series().groupby(named.to_numpy()).agg(list).to_dict()
