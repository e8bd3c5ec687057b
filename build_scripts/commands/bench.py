"""Seconds and peak memory of every stage: on this ledger, and on synthetic ones of 1,000 and 10,000 projects.

Each stage of a size runs in a process of its own, so that its peak memory is its own. A stage's figures hold what
it needs from the stages before it; `seconds` counts the stage alone. Nothing here fails on a clock.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from build_scripts.commands.synthetic import write_synthetic_ledger

SIZES = (1_000, 10_000)
TODAY = date(2026, 1, 1)
COLUMNS = ("ledger", "stage", "seconds", "peak_mb")


def run(root: Path, sizes: tuple[int, ...] = SIZES) -> int:
    """Prints a table of seconds and peak memory and returns 0."""
    from build_scripts.commands.bench_million import measure as million

    print("  ".join(f"{name:>16}" for name in COLUMNS))
    for row in measure(root, "this ledger"):
        show(row)
    for row in million(root):
        show(row)
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            synthetic = Path(folder) / str(size)
            write_synthetic_ledger(root, synthetic, projects=size)
            for row in measure(synthetic, f"{size} projects"):
                show(row)
            shutil.rmtree(synthetic)
    return 0


def show(row: dict) -> None:
    print("  ".join(f"{row[name]:>16}" for name in COLUMNS), flush=True)


def measure(root: Path, name: str) -> list[dict]:
    """Returns one row a stage for the ledger at `root`."""
    rows = []
    for stage in STAGES:
        command = [sys.executable, "-m", "build_scripts.commands.bench", str(root), stage]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode:
            raise RuntimeError(f"{name}, {stage}: {result.stderr.strip()[-2000:]}")
        rows.append({"ledger": name, "stage": stage, **json.loads(result.stdout.splitlines()[-1])})
    return rows


def check_stage(root: Path) -> Callable[[], object]:
    from build_scripts.checks.run import check

    return lambda: check(root, None)


def views_stage(root: Path) -> Callable[[], object]:
    from build_scripts.ledger.package import open_package
    from build_scripts.ledger.tables import read_tables
    from build_scripts.views.derive import derive_views

    tables = read_tables(open_package(root))
    return lambda: derive_views(tables, TODAY.isoformat())


def charts_stage(root: Path) -> Callable[[], object]:
    """Cold: without the cache of drawn charts."""
    from build_scripts.charts.draw import draw_charts

    site = bare_site(root)
    return lambda: draw_charts(site.views, site.names, None)


def pages_stage(root: Path) -> Callable[[], object]:
    from build_scripts.pages.compose import render_pages

    site = bare_site(root)
    return lambda: render_pages(site)


def exports_stage(root: Path) -> Callable[[], object]:
    from build_scripts.exports.export import export_tables

    site = bare_site(root)
    return lambda: export_tables(site.package, site.views, {})


def bare_site(root: Path) -> object:
    """Returns everything pages are made from, but for the drawings."""
    from build_scripts.labels.names import open_names
    from build_scripts.ledger.package import open_package
    from build_scripts.pages.model import Site

    package, views = open_package(root), views_stage(root)()
    return Site(package, views, open_names(package, views), {})


def site_stage(root: Path) -> Callable[[], object]:
    """The whole `make site`, published."""
    from build_scripts.build import build
    from build_scripts.publish.publish import publish

    return lambda: publish(root, TODAY, partial(build, root, TODAY, root / "build" / "cache"))


STAGES = {
    "check": check_stage,
    "views": views_stage,
    "charts": charts_stage,
    "pages": pages_stage,
    "exports": exports_stage,
    "site": site_stage,
}


def measure_stage(root: Path, stage: str) -> dict:
    """Returns seconds of the stage and the peak memory of this process and its largest child, in MB."""
    work = STAGES[stage](root)
    start = time.perf_counter()
    work()
    seconds = time.perf_counter() - start
    peaks = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {"seconds": f"{seconds:.2f}", "peak_mb": max(peaks) // 1024}


if __name__ == "__main__":
    print(json.dumps(measure_stage(Path(sys.argv[1]), sys.argv[2])))
