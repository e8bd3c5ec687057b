"""A chart before and after drawing: the sketch (a frame, its words) and the drawing (specifications, bytes)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

BEHIND = "_claims"  # ends the name of a column of the claims behind another one, for the table on the page alone


@dataclass(frozen=True)
class Sketch:
    """One chart in one language. `name` is its file stem, such as `flow` or `parts.n517.f01`."""

    name: str
    lang: str
    title: str  # states the finding
    alt: str  # says what a reader who cannot see it needs
    question: str
    data: pd.DataFrame  # a row a mark: the table on the page, the downloads, the data of the specification
    columns: dict[str, str]  # column of the table on the page -> its title
    spec: Callable[[int], dict] = dict  # width -> Vega-Lite, made when asked: it costs more than all the rest
    made_from: str = ""  # the hash of all that shapes a specification, but for the program
    subject: tuple[str, str] | None = None  # ("pairing", id): shown on that page; None: a national chart
    note: str = ""  # what is left out, and why
    signs: str = ""  # what signs beside its figures mean, for where its note does not go
    scope: str = ""  # of whom, when, which stage, from how many documents
    source: str = ""  # the line below a picture that leaves its page
    also: tuple[tuple[str, str], ...] = ()  # further subjects on whose pages it is shown, such as a project's pairing
    title_claims: tuple[str, ...] = ()  # the claims behind the title's figure

    @property
    def short(self) -> str:
        """What it is called where it is cited and embedded, without the finding."""
        return f"{self.question} {self.scope}"


class Drawn(NamedTuple):
    """What is drawn of a sketch; `svgs` and `vega` are keyed by width, `kept` and `png` leave the page."""

    svgs: dict[int, str]  # classes, no colours
    kept: str = ""  # light paper, own colours, title and source line
    png: bytes = b""
    vega: dict[int, dict] = {}  # compiled for the live view


@dataclass(frozen=True)
class Drawing:
    """A sketch, and how to read what was drawn of it: of a large ledger all together would not fit into memory."""

    sketch: Sketch
    drawn: Callable[[], Drawn]
    specs: Callable[[], dict[int, dict]] = dict  # width -> specification, as Altair gives it
