"""`make fuzz`: mutants of the tiny ledger and of this one, until one is found that nobody should meet.

    python -m tests.fuzz [--count 10000] [--seed 1] [--first 0] [--minutes 60]

Every tenth mutant is of the real ledger. Faults are printed as they are found, each with the number that makes it
again (`--first NUMBER --count 1`); the last line has the counts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from itertools import chain
from pathlib import Path

from tests.fuzz.verdict import FAULTS, open_bench, verdicts

ROOT = Path(__file__).parents[2]
EVERY = 10  # one in so many mutants is of the real ledger


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first mutant")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long, done or not")
    options = parser.parse_args()
    counts, start = Counter(), time.monotonic()
    numbers = range(options.first, options.first + options.count)
    with tempfile.TemporaryDirectory() as tiny, tempfile.TemporaryDirectory() as real:
        benches = (
            (open_bench(ROOT / "tests" / "tiny_ledger", ROOT / "schemas", Path(tiny)), lambda n: n % EVERY),
            (open_bench(ROOT, ROOT / "schemas", Path(real)), lambda n: n % EVERY == 0),
        )
        runs = [verdicts(bench, options.seed, filter(chosen, numbers)) for bench, chosen in benches]
        for verdict in taking_turns(*runs):
            counts[verdict.outcome] += 1
            if verdict.outcome in FAULTS:
                print(f"{verdict.number}: {verdict.outcome}: {verdict.made}\n{verdict.seen}", flush=True)
            if time.monotonic() - start > options.minutes * 60:
                break
    told = ", ".join(f"{outcome} {counts[outcome]}" for outcome in ("refused", "passed", *FAULTS))
    print(f"{counts.total()} mutants in {time.monotonic() - start:.0f} s: {told}")
    return 1 if any(counts[fault] for fault in FAULTS) else 0


def taking_turns(many: object, few: object) -> object:
    """Yields what the first yields, and after every EVERY − 1 of them one of the second."""
    turns = zip(*[iter(many)] * (EVERY - 1), few, strict=False)
    return chain.from_iterable(turns)


if __name__ == "__main__":
    sys.exit(main())
