"""Two halves of one work, made side by side where it saves time.

A forked process has all that the work is made from; one that is started anew would have to be sent it. Where the
system cannot fork, one half is made after the other: what comes out is the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

First, Second = TypeVar("First"), TypeVar("Second")
MANY_CLAIMS = 500  # or rows, where there are no claims yet; from here on a process of its own saves more than it costs


def both(first: Callable[[], First], second: Callable[[], Second], claims: int) -> tuple[First, Second]:
    """Returns what the two make of a ledger of so many claims; raises whatever one of them raises."""
    if claims < MANY_CLAIMS or "fork" not in get_all_start_methods():
        return first(), second()
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    maker = context.Process(target=send, args=(second, sender))
    maker.start()
    sender.close()  # ours: a maker that dies leaves the end of its pipe, not silence
    try:
        made, sent = first(), receiver.recv()
    except BaseException:
        maker.kill()  # nobody takes what it makes: it would wait for ever, and Python, as it ends, for it
        raise
    finally:
        maker.join()
    if isinstance(sent, Exception):
        raise sent
    return made, sent


def end_with_parent() -> None:
    """Has this process end when the one that started it does, however that ends: nobody would take what it makes.

    Else a killed build's processes go on, and hold its lock, or wait for work for ever. Also what a pool begins with.
    """
    Thread(target=wait_for_end, args=(parent_process(),), daemon=True).start()


def wait_for_end(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def send(make: Callable[[], object], sender: Connection) -> None:
    """Sends what is made, or the error that stopped it."""
    end_with_parent()
    try:
        sender.send(make())
    except Exception as error:
        sender.send(error)
