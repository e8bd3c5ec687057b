"""The whole flow as one function: read this file first."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import yaml

from build_scripts.charts.draw import draw_charts
from build_scripts.checks import rule_problems
from build_scripts.exports import export_tables
from build_scripts.pages.compose import compose_docs, render_pages
from build_scripts.pages.model import Site
from build_scripts.problem import LedgerError, Problem, errors
from build_scripts.tables import open_package, read_tables, schema_problems
from build_scripts.views.derive import derive_views

BASELINE = Path("datasets") / "quality_baseline.json"  # what `release` leaves behind
Files = dict[str, bytes]  # path below build/ -> contents; nothing is written here


def build(root: Path, today: date, cache: Path | None = None) -> Files:
    """Returns every file the site generator needs: Markdown trees, downloads, search records.

    `today` is the clock; `cache` is a folder of drawn charts, keyed by content. Raises LedgerError with all
    problems of the data.
    """
    package = open_package(root)
    stop_on(schema_problems(package))  # what the schemas say
    tables = read_tables(package)
    stop_on(rule_problems(package, tables))  # what only checks/ can say
    views = derive_views(tables, today.isoformat(), read_baseline(root))  # every computed number is born here
    drawings = draw_charts(views, cache)
    site = Site(package, views, drawings, yaml.safe_load((root / "site.yaml").read_text(encoding="utf-8")))
    return compose_docs(root) | render_pages(site) | export_tables(package, views, drawings)


def read_baseline(root: Path) -> dict:
    """Returns the quality of the last release, as it left it beside the data; nothing where there is none."""
    path = root / BASELINE
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def stop_on(problems: list[Problem]) -> None:
    """Raises LedgerError where a problem is an error; warnings pass."""
    if found := errors(problems):
        raise LedgerError(found)
