"""Downloads, one format a file: `downloads(edition) -> Iterator[Download]`; each says all that is said of its files.

What lists the downloads comes last: `downloads(edition, made)`, where `made` are the downloads before it. Files are
listed everywhere in the order of these tuples.
"""

from __future__ import annotations

from build_scripts.exports.formats import (
    account,
    api,
    api_lists,
    archive,
    audit,
    calendar,
    catalogue,
    chart_workbooks,
    charts,
    claims,
    counties,
    coverage,
    croissant,
    csvw,
    datapackage,
    dataset,
    explorer,
    feeds,
    flows,
    gaps,
    interface,
    llms,
    parquet,
    parquet_parts,
    projects_wide,
    quality,
    records,
    references,
    releases,
    retired,
    sqlite,
    tables,
    template,
    totals,
    verify,
    web_annotations,
    wide_tables,
    workbook,
)

FORMATS = (
    workbook, claims, projects_wide, totals, audit, account, coverage, flows, sqlite, wide_tables, tables, parquet,
    parquet_parts, template, quality, gaps, counties, calendar, feeds, records, api, retired, web_annotations, verify,
    charts, chart_workbooks, explorer, llms, references, releases,
)  # fmt: skip
BESIDE = (workbook, template, chart_workbooks, records, api)  # half of the work
LISTINGS = (api_lists, datapackage, csvw, archive, catalogue, dataset, croissant, interface)
