"""`make fuzz`: mutants of the tiny ledger and of this one, until one is found that nobody should meet.

    python -m tests.fuzz [--count 10000] [--seed 1] [--first 0] [--minutes 60] [--processes 2]

Every hundredth mutant is of the real ledger. Faults are printed as they are found, each with the number that makes
it again (`--first NUMBER --count 1`); the last line has the counts.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.fuzz.processes import verdict_of
from tests.fuzz.verdict import FAULTS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first mutant")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long, done or not")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    counts, start = Counter(), time.monotonic()
    numbers = range(options.first, options.first + options.count)
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder, ProcessPoolExecutor(options.processes, spawn) as pool:
        for verdict in pool.map(partial(verdict_of, folder, options.seed), numbers):
            counts[verdict.outcome] += 1
            if verdict.outcome in FAULTS:
                print(f"{verdict.number}: {verdict.outcome}: {verdict.made}\n{verdict.seen}", flush=True)
            if time.monotonic() - start > options.minutes * 60:
                pool.shutdown(cancel_futures=True)
                break
    told = ", ".join(f"{outcome} {counts[outcome]}" for outcome in ("refused", "passed", *FAULTS))
    print(f"{counts.total()} mutants in {time.monotonic() - start:.0f} s: {told}")
    return 1 if any(counts[fault] for fault in FAULTS) else 0


if __name__ == "__main__":
    sys.exit(main())
