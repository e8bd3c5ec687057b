"""What every format is made from, and what it makes: an edition of the data, and downloads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

import pandas as pd

from build_scripts.charts.model import Drawing
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.kept import Made, content_of, sha256_of, size_of
from build_scripts.ledger.package import Package
from build_scripts.ledger.releases import Release
from build_scripts.views.model import Views

Texts = dict[str, str]  # language -> text


@dataclass(frozen=True, eq=False)
class Edition:
    """The data as they are published; what several formats need is made once."""

    package: Package
    views: Views
    drawings: dict[tuple[str, str], Drawing]  # (name, language) -> drawing
    subjects: pd.DataFrame  # views/subjects.py
    claims: pd.DataFrame  # views/claim_frame.py
    projects: pd.DataFrame  # views/project_frame.py
    totals: pd.DataFrame  # views/total_frame.py
    wide: dict[str, pd.DataFrame]  # table -> views/wide_frames.py
    modified: str  # the day on which the data last changed
    releases: tuple[Release, ...] = ()

    @property
    def address(self) -> str:
        """The site's, with a slash at its end."""
        return self.package.settings["address"]

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year that a figure covers."""
        return int(self.claims["year_from"].min()), int(self.claims["year_to"].max())


@dataclass(frozen=True)
class Download:
    """A published file and all that is said of it where files are listed.

    One without a title, such as the file of a single record, is not listed; one with `about` stands on the page of
    downloads among the files that hold the whole ledger.
    """

    path: str  # below the site's root
    made: Made
    media_type: str
    title: Texts = field(default_factory=dict)
    about: Texts = field(default_factory=dict)
    schema: dict = field(default_factory=dict)  # the Table Schema of its rows, where it holds rows
    row: str = ""  # what a row is called in the description of the interface, where that has a schema of its own

    @property
    def content(self) -> bytes:
        return content_of(self.made)

    @cached_property
    def sha256(self) -> str:
        return sha256_of(self.made)

    @property
    def size(self) -> int:
        """The number of bytes."""
        return size_of(self.made)

    @property
    def description(self) -> Texts:
        """What it is, in a sentence; its title where nothing more is said."""
        schema = of_schema(self.schema, "description") if "description" in self.schema else {}
        return self.about or schema or self.title

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).stem

    @property
    def format(self) -> str:
        return PurePosixPath(self.path).suffix.removeprefix(".")


def in_languages(key: str) -> Texts:
    """Returns the words at a key of the labels; raises KeyError where a language has none."""
    return {lang: word(lang, key) for lang in LANGUAGES}


def of_schema(schema: dict, key: str = "title") -> Texts:
    """Returns a text of a schema or of the descriptor in each language: its title, its description."""
    return {lang: schema[key if lang == "zh" else f"{key}_{lang}"] for lang in LANGUAGES}
