"""Seconds and peak memory of every stage: on this ledger, and on synthetic ones of 1,000 and 10,000 projects.

Each stage of a size runs in a process of its own, so that its peak memory is its own. A stage's figures hold what
it needs from the stages before it; `seconds` counts the stage alone. Nothing here fails on a clock.
"""

from __future__ import annotations

import gc
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from build_scripts.commands.marked import write_between
from build_scripts.commands.synthetic import write_synthetic_ledger
from build_scripts.publish.size import count_by_kind

SIZES = (1_000, 10_000)
TODAY = date(2026, 1, 1)
COLUMNS = ("ledger", "stage", "seconds", "peak_mb")
AGAINST = ("what", "ours", "theirs", "ratio")
KINDS = ("kind", "files", "mb")
BEGIN, END = "<!-- made by `make bench` -->", "<!-- end -->"
KINDS_TOLD = 12


def run(root: Path, sizes: Sequence[int] = SIZES, write: bool = False) -> int:
    """Prints seconds and peak memory, what others take, and files by kind; writes them into HACKING.md; returns 0."""
    from build_scripts.commands.bench_against import against
    from build_scripts.commands.bench_million import measure as million

    stages = list(shown(chain(measure(root, "this ledger"), million(root), synthetic(root, sizes)), COLUMNS))
    others = list(shown(against(root), AGAINST))
    kinds = list(shown(published(root / "site"), KINDS))
    if write:
        tables = "\n".join(table(*each) for each in ((stages, COLUMNS), (others, AGAINST), (kinds, KINDS)))
        write_between(root / "HACKING.md", BEGIN, END, f"\nOn {date.today()}, in one run:\n\n{tables}\n")
    return 0


def shown(rows: Iterable[dict], columns: Sequence[str]) -> Iterator[dict]:
    """Yields the rows, each printed as soon as it is there."""
    print("  ".join(f"{name:>16}" for name in columns))
    for row in rows:
        print("  ".join(f"{row[name]:>16}" for name in columns), flush=True)
        yield row


def table(rows: list[dict], columns: Sequence[str]) -> str:
    """Returns the rows as a table in Markdown, its figures to the right."""
    lines = [columns, ["---" if name in ("ledger", "stage", "what", "kind") else "---:" for name in columns]]
    lines += [[row[name] for name in columns] for row in rows]
    return "".join(f"| {' | '.join(map(str, cells))} |\n" for cells in lines)


def published(site: Path) -> list[dict]:
    """Returns files and MB of the shown site, by folder and ending, the most bytes first, then of all together."""
    files, sizes = count_by_kind(site)
    told = [(kind, files[kind], size) for kind, size in sizes.most_common(KINDS_TOLD)]
    told.append(("all", sum(files.values()), sum(sizes.values())))
    return [{"kind": kind, "files": f"{n:,}", "mb": f"{size / 1e6:.1f}"} for kind, n, size in told]


def synthetic(root: Path, sizes: Sequence[int]) -> Iterator[dict]:
    """Yields one row a stage for synthetic ledgers of so many projects."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            ledger = Path(folder) / str(size)
            write_synthetic_ledger(root, ledger, projects=size)
            yield from measure(ledger, f"{size:,} projects")
            shutil.rmtree(ledger)


def measure(root: Path, name: str) -> Iterator[dict]:
    """Yields one row a stage for the ledger at `root`."""
    for stage in STAGES:
        command = [sys.executable, "-m", "build_scripts.commands.bench", str(root), stage]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode:
            raise RuntimeError(f"{name}, {stage}: {result.stderr.strip()[-2000:]}")
        yield {"ledger": name, "stage": stage, **json.loads(result.stdout.splitlines()[-1])}


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


def shapes_stage(root: Path) -> Callable[[], object]:
    """The same without the pictures (PNG) of charts: what is more above is theirs."""
    from build_scripts.charts.convert import draw_all, draw_shapes
    from build_scripts.charts.draw import all_sketches, all_specs, job_of

    def draw() -> list:
        sketches = all_sketches(site.views, site.names)
        specs = all_specs(sketches, None)
        return list(draw_all([job_of(sketch, specs[key]) for key, sketch in sketches.items()], draw_shapes))

    site = bare_site(root)
    return draw


def pages_stage(root: Path) -> Callable[[], object]:
    from build_scripts.pages.compose import render_pages

    site = bare_site(root)
    return lambda: render_pages(site)


def exports_stage(root: Path) -> Callable[[], object]:
    from build_scripts.exports.export import export_tables

    site = bare_site(root)
    return lambda: export_tables(site.package, site.views, {}, folder=root / "build" / "cache" / "downloads")


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


def preview_stage(root: Path, is_data: bool) -> Callable[[], object]:
    """One page as `serve` shows it after a changed cell, or after a changed template, by a process that was ready."""
    from build_scripts.commands.preview import Preview
    from build_scripts.publish.render import get_ready

    get_ready()
    gc.disable()
    preview, places = Preview(root, TODAY), root / "build" / "docs" / "zh" / "places"
    address = f"places/{min(path.stem for path in places.glob('*.md') if path.stem != 'index')}.html"
    return lambda: preview.page(address, is_data)


STAGES = {
    "check": check_stage,
    "views": views_stage,
    "charts": charts_stage,
    "charts, no PNG": shapes_stage,
    "pages": pages_stage,
    "exports": exports_stage,
    "site": site_stage,
    "cell to page": partial(preview_stage, is_data=True),
    "frame to page": partial(preview_stage, is_data=False),
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
