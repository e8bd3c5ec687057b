"""Two halves of one work: the same comes out, whichever process made them."""

import os
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path
from signal import SIGKILL

import pytest

from build_scripts.ledger.side_by_side import MANY_CLAIMS, both

PROGRAM = Path(__file__).parents[2]


def fail():
    raise ValueError("the second half")


def die():
    os._exit(1)


@pytest.mark.parametrize("claims", [MANY_CLAIMS - 1, MANY_CLAIMS])
def test_both_halves_come_back_in_their_order(claims):
    assert both(lambda: ["first"], lambda: ["second"], claims) == (["first"], ["second"])


def test_a_large_ledger_has_a_process_for_the_second_half():
    here, there = both(os.getpid, os.getpid, MANY_CLAIMS)
    assert here == os.getpid() != there
    assert both(os.getpid, os.getpid, MANY_CLAIMS - 1) == (here, here)


@pytest.mark.parametrize("claims", [MANY_CLAIMS - 1, MANY_CLAIMS])
def test_what_the_second_half_raises_is_raised(claims):
    with pytest.raises(ValueError, match="the second half"):
        both(list, fail, claims)


def test_a_first_half_that_fails_does_not_wait_for_what_nobody_takes():
    more_than_a_pipe_holds = b" " * 10_000_000
    before = active_children()
    with pytest.raises(ValueError, match="the second half"):
        both(fail, lambda: more_than_a_pipe_holds, MANY_CLAIMS)
    assert active_children() == before


def test_a_process_that_dies_is_no_silence():
    with pytest.raises(EOFError):
        both(list, die, MANY_CLAIMS)


KILLED = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from build_scripts.ledger.side_by_side import MANY_CLAIMS, both, end_with_parent

def tell():
    print(os.getpid(), flush=True)

def work():
    tell()
    time.sleep(600)

if __name__ == "__main__" and sys.argv[1] == "half":
    both(lambda: time.sleep(600), work, MANY_CLAIMS)
elif __name__ == "__main__":
    pool = ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=end_with_parent)
    pool.submit(tell).result()
    time.sleep(600)
"""


@pytest.mark.parametrize("kind", ["half", "pool"])
def test_what_a_killed_process_started_ends_with_it(tmp_path, kind):
    """A half held the lock of the build for a minute more; workers of a pool waited for ever."""
    (tmp_path / "killed.py").write_text(KILLED)
    parent = subprocess.Popen([sys.executable, str(tmp_path / "killed.py"), kind], stdout=subprocess.PIPE, text=True,
                              cwd=PROGRAM, env={**os.environ, "PYTHONPATH": str(PROGRAM)})  # fmt: skip
    child = int(parent.stdout.readline())
    parent.kill()
    try:
        parent.communicate(timeout=60)  # ends when nobody is left who could write there: a tenth of their sleep
    except subprocess.TimeoutExpired:
        os.kill(child, SIGKILL)
        pytest.fail("a process that was started goes on without its parent")
