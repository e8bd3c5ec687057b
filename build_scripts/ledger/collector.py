"""Python's search for unreachable rings of objects, and the works that are better done without it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Lets Python look for no rings meanwhile: it looks whenever many objects are made, though tables hold none.

    What is in no ring is freed at once as ever. A work of seconds that makes millions of objects takes a tenth less.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
