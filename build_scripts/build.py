"""The whole flow as one function: read this file first."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from build_scripts.charts.draw import draw_charts
from build_scripts.checks.prose import prose_problems
from build_scripts.checks.run import ledger_problems
from build_scripts.exports.export import dataset_of, export_tables, feeds_of, listed
from build_scripts.labels.names import open_names
from build_scripts.ledger.baseline import read_baseline
from build_scripts.ledger.history import read_history
from build_scripts.ledger.kept import Made
from build_scripts.ledger.last_change import last_change
from build_scripts.ledger.numbered import read_numbered
from build_scripts.ledger.package import Package, open_package
from build_scripts.ledger.problem import LedgerError, Problem, errors
from build_scripts.ledger.releases import read_releases
from build_scripts.ledger.tables import RawTable, read_raw_tables
from build_scripts.pages.compose import render_pages
from build_scripts.pages.model import Site
from build_scripts.pages.prose import compose_docs
from build_scripts.views.derive import derive_views
from build_scripts.views.model import Views

Files = dict[str, Made]  # path below build/ -> contents; nothing is written here but into the cache


class Ledger(NamedTuple):
    """What stands in the files, checked, and every number that is computed from it."""

    package: Package
    views: Views
    prose: Files  # hand-written pages
    modified: str | None  # the day on which the data last changed, where it is known


def build(root: Path, today: date, cache: Path | None = None, proofs: RawTable | None = None) -> Files:
    """Returns every file the site generator needs: Markdown trees, downloads, search records.

    `today` is the clock; `cache` is a folder of drawn charts, pages and downloads, keyed by content; `proofs` stands in
    for the table of that name where its rows are not to be trusted. Raises LedgerError with all problems of the data.
    """
    package, views, prose, modified = read_ledger(root, today, proofs)
    names, releases = open_names(package, views), read_releases(root)
    drawings = draw_charts(views, names, cache, modified)
    downloads = export_tables(package, views, drawings, modified, releases, cache and cache / "downloads")
    told = listed(downloads), dataset_of(downloads), feeds_of(downloads)
    site = Site(package, views, names, drawings, *told, releases, read_numbered(root))
    return prose | render_pages(site, cache and cache / "markdown") | {file.path: file.made for file in downloads}


def read_ledger(root: Path, today: date, proofs: RawTable | None = None) -> Ledger:
    """Returns the ledger at `root` as it stands on the day `today`. Raises LedgerError with all its problems."""
    package = open_package(root)
    raw = read_raw_tables(package) | ({"proofs": proofs} if proofs else {})
    found, tables = ledger_problems(package, raw)
    prose = compose_docs(root)
    stop_on([*found, *prose_problems(prose)])  # schemas, rules, hand-written pages
    modified = last_change(root)
    history = read_history(root, package.keys, raw, modified or today.isoformat())
    views = derive_views(tables, today.isoformat(), read_baseline(root), history)  # every computed number is born here
    return Ledger(package, views, prose, modified)


def stop_on(problems: list[Problem]) -> None:
    """Raises LedgerError where a problem is an error; warnings pass."""
    if found := errors(problems):
        raise LedgerError(found)
