"""Mutants tried in several processes, each with its own copies of both ledgers.

A module of its own: a spawned process does not find what stands in a `__main__`.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from tests.fuzz.verdict import Bench, Verdict, open_bench, verdicts

ROOT = Path(__file__).parents[2]
EVERY = 100  # one in so many mutants is of the real ledger


def verdict_of(folder: str, seed: int, number: int) -> Verdict:
    """Returns what becomes of the mutant of this number, tried in a folder of this process."""
    bench = bench_of(Path(folder) / str(os.getpid()), is_real=number % EVERY == EVERY - 1)
    return next(verdicts(bench, seed, [number]))


@cache
def bench_of(folder: Path, is_real: bool) -> Bench:
    """Returns this process's copy of the tiny or of the real ledger."""
    if is_real:
        return open_bench(ROOT, ROOT / "schemas", folder / "real", pages_of=25)
    return open_bench(ROOT / "tests" / "tiny_ledger", ROOT / "schemas", folder / "tiny", pages_of=12)
