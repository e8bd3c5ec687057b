"""The command line of those who release and measure: the arguments of each command, and its one call.

Each command imports its module itself, as in `__main__`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path


def add_maintaining(
    add: Callable[..., argparse.ArgumentParser], folder: Callable[[str], Path]
) -> tuple[argparse.ArgumentParser, ...]:
    """Adds the commands; returns those that work for a day, whose `--today` the caller adds.

    `add(name, function, summary)` makes one with the options that all share, `folder` reads the name of a folder.
    """
    release = add("release", run_release, "make a release of the data as committed, or an earlier one again")
    which = release.add_mutually_exclusive_group(required=True)
    which.add_argument("--version", metavar="X.Y.Z", help="the new version")
    which.add_argument("--rebuild", metavar="X.Y.Z", help="with --from: a version to make again")
    which.add_argument("--restore", action="store_true", help="every listed version that this copy lacks")
    release.add_argument("--from", dest="revision", default="HEAD", metavar="REVISION", help="the commit it is made of")
    drawn = add("headlines", run_headlines, "draw statements with the rows behind them, to be judged")
    drawn.add_argument("--seed", type=int, required=True)
    drawn.add_argument("--count", type=int, default=40)
    drawn.add_argument("-o", "--output", type=Path, default=Path("build/headlines.md"), metavar="FILE.md")
    covered = add("coverage", run_coverage, "write the numbers of coverage into the README")
    scores = add("bench-extract", run_bench_extract, "how well extract reads: recall, precision, guesses")
    scores.add_argument("--sources", type=folder, metavar="DIR", help="folder of the ledger's own source texts")
    scores.add_argument("--corpus", type=folder, metavar="DIR", help="folder of NAME.txt with NAME.csv")
    scores.add_argument("--misses", metavar="GUESS", help="list each miss of recall, precision, table, period …")
    bench = add("bench", run_bench, "seconds and peak memory of every stage, and what others take")
    bench.add_argument("--sizes", type=int, nargs="*", default=(1_000, 10_000), help="projects of synthetic ledgers")
    bench.add_argument("--write", action="store_true", help="write the tables into HACKING.md")
    sql = add("sql", run_sql, "hold the key rules of the schemas by an engine of another make")
    sql.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    return release, drawn, covered


def run_bench_extract(options: argparse.Namespace) -> int:
    from build_scripts.commands.bench_extract import run

    return run(options.root, options.sources, options.corpus, options.misses)


def run_bench(options: argparse.Namespace) -> int:
    from build_scripts.commands.bench import run

    return run(options.root, options.sizes, options.write)


def run_sql(options: argparse.Namespace) -> int:
    from build_scripts.commands.sql import run

    return run(options.root, options.engine)


def run_release(options: argparse.Namespace) -> int:
    from build_scripts.commands import release

    if options.restore:
        return release.restore(options.root)
    if options.rebuild:
        return release.rebuild(options.root, options.rebuild, options.revision)
    return release.run(options.root, options.today, options.version)


def run_headlines(options: argparse.Namespace) -> int:
    from build_scripts.commands.headlines import run

    return run(options.root, options.today, options.seed, options.count, options.output)


def run_coverage(options: argparse.Namespace) -> int:
    from build_scripts.commands.coverage import run

    return run(options.root, options.today)
