"""Runs a command that is killed in the midst of a stage of its work.

    python tests/commands/killed.py STAGE COMMAND …

A stage is met where a function of the program is called for the n-th time, or where Python tells (audit events, PEP
578) that a process of the command is about to do something to a path for the n-th time. Charts, pages and search are
made in processes of their own: one of these that meets its stage ends the command's process too.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from build_scripts.__main__ import main


@dataclass(frozen=True)
class Call:
    """The n-th call of a function, under the name by which a module calls it."""

    module: str
    function: str
    number: int


@dataclass(frozen=True)
class Event:
    """The n-th audit event of a name in whose arguments a text stands."""

    event: str
    text: str
    number: int


BUILD = {
    "checks": Call("build_scripts.checks.rules", "run_rule", 10),
    "views": Call("build_scripts.views.derive", "derive_totals", 1),
    "charts": Event("open", "/cache/drawings/", 5),
    "exports": Call("build_scripts.exports.formats.workbook", "downloads", 1),
    "pages": Call("build_scripts.pages.compose", "markdown", 20),
    "trees": Event("open", "/build/docs/", 40),
    "render": Event("open", "-0/html/", 40),
    "assembly": Event("os.link", "/zh/assets/", 20),
    "search": Event("os.link", "/assets/search/", 1),
    "release": Event("os.rename", "/build/releases/", 1),
    "show": Event("os.rename", "site.next", 1),
}
SHOWN = {"note": Event("open", "/cache/release.", 1)}  # when the new site is shown already
RELEASE = {
    "branch": Event("subprocess.Popen", "update-ref", 1),
    "renaming": Event("os.rename", ".quality_baseline.json.new", 1),
}
STAGES = {"build": BUILD | SHOWN, "release": RELEASE}


def stop(where: Call | Event) -> None:
    """From now on this process ends, with the command's, where it meets the stage."""
    left = where.number

    def met() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            if multiprocessing.parent_process():
                os.kill(os.getppid(), signal.SIGKILL)
            os.kill(os.getpid(), signal.SIGKILL)

    if isinstance(where, Call):
        module = import_module(where.module)
        setattr(module, where.function, telling(getattr(module, where.function), met))
    else:
        sys.addaudithook(lambda event, told: event == where.event and where.text in " ".join(map(str, told)) and met())


def telling(function: Callable, met: Callable[[], None]) -> Callable:
    """Returns the function, which says first that it is called."""

    def told(*given: object, **named: object) -> object:
        met()
        return function(*given, **named)

    return told


if __name__ in ("__main__", "__mp_main__"):  # a process of a command's own reads this file under the second name
    stop(STAGES[sys.argv[2]][sys.argv[1]])
if __name__ == "__main__":
    sys.exit(main(sys.argv[2:]))
