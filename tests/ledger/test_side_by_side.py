"""Two halves of one work: the same comes out, whichever process made them."""

import os
from multiprocessing import active_children

import pytest

from build_scripts.ledger.side_by_side import MANY_CLAIMS, both


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
