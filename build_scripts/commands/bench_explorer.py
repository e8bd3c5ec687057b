"""Seconds of the explorer over a million invented rows in one Parquet file, in a real Chromium on this machine.

`python -m build_scripts.commands.bench_explorer [--site site] [--rows 1000000]` prints a table of medians.
The page and its scripts are those of a built site; only the data file is another. Nothing here fails on a clock.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pandas as pd

from build_scripts.exports.encode import parquet_bytes
from build_scripts.pages.explorer_config import FILES, file_columns
from build_scripts.publish.serve import open_server
from build_scripts.views.columns import ADDING_COLUMNS, CLAIM_COLUMNS

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PROVINCES = ("440000", "320000", "330000", "110000", "310000"), ("610000", "510000", "520000", "530000", "620000")
STAGES = ("budgeted", "agreed", "allocated", "received", "disbursed", "spent")
SOURCES = ("fiscal_assistance", "social_donation", "enterprise_investment")
SECTORS = ("agriculture", "industry", "education", "health", "tourism", "water")
STATUS = ("implementation", "completed", "unknown")
FIRST = "performance.getEntriesByName('explorer-rows')[0].startTime"
COUNTED = "performance.getEntriesByName('explorer-counted')[0].startTime"
LAST = """() => { const last = (name) => performance.getEntriesByName(name).at(-1).startTime;
  return last('explorer-found') - last('explorer-asked'); }"""
READY = "() => document.getElementById('explorer').dataset.ready >= %d"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--site", type=Path, default=Path("site"), help="a built site")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=5, help="how often each step is measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        size = write_site(options.site, site, options.rows)
        print(f"{options.rows} rows, {size / 1e6:.1f} MB", flush=True)
        for name, seconds in measure(site, options.times).items():
            spread = f"{min(seconds):.3f}–{max(seconds):.3f}"
            print(f"{name:<44}{statistics.median(seconds):>8.3f} s   {spread}", flush=True)
    return 0


def write_site(built: Path, target: Path, rows: int) -> int:
    """Puts the explorer's page and scripts with invented data into `target`; returns the file's bytes."""
    shutil.copytree(built / "assets", target / "assets")
    shutil.copy(built / "explorer.html", target / "explorer.html")
    (target / FILES["money"]).parent.mkdir(parents=True)
    start = time.perf_counter()
    content = parquet_bytes(invented_rows(rows), file_columns((*CLAIM_COLUMNS, *ADDING_COLUMNS), "money", "figures"))
    (target / FILES["money"]).write_bytes(content)
    print(f"written in {time.perf_counter() - start:.1f} s", flush=True)
    return len(content)


def invented_rows(count: int) -> pd.DataFrame:
    """Returns rows of money in the columns of the claims, the newest year first, the same at each run."""
    names = [column.name for column in (*CLAIM_COLUMNS, *ADDING_COLUMNS)]
    rows = [tuple(map(invented_row(n, count).get, names)) for n in range(count)]
    return pd.DataFrame(rows, columns=names, dtype=object)


def invented_row(n: int, count: int) -> dict[str, object]:
    year = 2025 - n * 30 // count
    pairing, project = f"ew1-{n * 7919 % 20_000:05d}", f"p{n * 104_729 % 200_000:06d}"
    provider, recipient = PROVINCES[0][n * 31 % 5], PROVINCES[1][n * 17 % 5]
    source = n * 6007 % 30_000
    return {
        "claim_id": f"syn.f{n:07d}", "table": "funds", "subject_kind": "project", "subject_id": project,
        "subject": f"虚构项目{project}", "subject_en": f"Invented project {project}",
        "pairing_id": pairing, "pairing": f"甲{pairing} → 乙{pairing}", "programme": "ew1",
        "programme_class": "east_west",
        "provider_province_id": provider, "recipient_province_id": recipient, "place_province_id": recipient,
        "project_id": project, "project": f"虚构项目{project}", "sector": SECTORS[n * 13 % 6],
        "project_type": "construction", "status": STATUS[n * 11 % 3],
        "added_under": f"money:{SOURCES[n * 29 % 3]}:{STAGES[n * 37 % 6]}", "adding_order": n,
        "fund_source": SOURCES[n * 29 % 3], "stage": STAGES[n * 37 % 6], "instrument": "grant", "aggregation": "sum",
        "label": f"资金{n * 3571 % 50_000}", "label_en": f"Money {n * 3571 % 50_000}",
        "value": n * 7_368_787 % 90_000 * 1000 + 10_000, "unit": "cny", "qualifier": "exact", "basis": "in_period",
        "period": str(year), "year_from": year, "year_to": year, "as_printed": f"{n % 9000}万元", "in_totals": True,
        "is_shown": True, "disagree": False, "source_id": f"s{source:05d}", "source": f"虚构来源{source}",
        "source_en": f"Invented source {source}", "proof": ("proved", "excerpt")[n % 2], "reliability": n % 5 + 1,
        "order_in_source": n % 400 + 1,
    }  # fmt: skip


def measure(site: Path, times: int) -> dict[str, list[float]]:
    """Returns step -> seconds, each measured `times` times; every first look in a browser without a cache."""
    from playwright.sync_api import sync_playwright

    server = open_server(site)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/explorer.html"
    found: dict[str, list[float]] = {}
    with sync_playwright() as playwright:
        executable = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        for _ in range(times):
            for name, seconds in measure_once(browser, address).items():
                found.setdefault(name, []).append(seconds)
        browser.close()
    server.shutdown()
    return found


def measure_once(browser, address: str) -> dict[str, float]:
    """Returns step -> seconds of one visit."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address)
    seconds = {}
    page.wait_for_function(READY % 1, timeout=120_000)
    seconds["first rows, from the start of navigation"] = page.evaluate(FIRST) / 1000
    seconds["counted, from the start of navigation"] = page.evaluate(COUNTED) / 1000
    seconds["all columns read, counted and first shown"] = page.evaluate(LAST) / 1000
    steps: dict[str, Callable] = {
        "filter: one province": lambda: choose(page, "recipient_province:610000"),
        "filter: and a stage": lambda: choose(page, "stage:received"),
        "filter: and a first word": lambda: page.fill("[name=q]", "资金123"),
        "filter: another word": lambda: page.fill("[name=q]", "资金7"),
        "all filters taken away": lambda: page.click(".explorer__chosen li:last-child button"),
        "sort by value, all rows": lambda: page.click(".explorer__rows [data-column=value]"),
        "page 2 of the sorted rows": lambda: page.click(".explorer__pager button:last-child"),
    }
    for asked, (name, step) in enumerate(steps.items(), start=2):
        step()
        page.wait_for_function(READY % asked, timeout=120_000)
        seconds[name] = page.evaluate(LAST) / 1000
    page.context.close()
    return seconds


def choose(page, choice: str) -> None:
    """Presses a choice of a facet, open or closed."""
    page.evaluate("choice => document.querySelector(`[data-choice='${choice}']`).click()", choice)


if __name__ == "__main__":
    sys.exit(main())
