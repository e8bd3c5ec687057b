"""Downloads, one format a file: `downloads(edition) -> Iterator[Download]`; each says all that is said of its files.

What lists the downloads comes last: `downloads(edition, made)`, where `made` are the downloads before it. Files are
listed everywhere in the order of these tuples.
"""

from __future__ import annotations

from build_scripts.exports.formats import (
    archive,
    calendar,
    catalogue,
    changes,
    chart_workbooks,
    charts,
    claims,
    counties,
    croissant,
    explorer,
    feeds,
    interface,
    parquet,
    projects_wide,
    quality,
    records,
    tables,
    template,
    workbook,
)

FORMATS = (
    archive, workbook, template, claims, projects_wide, tables, parquet, quality, counties, calendar, changes, feeds,
    records, charts, chart_workbooks, explorer,
)  # fmt: skip
LISTINGS = (catalogue, croissant, interface)
