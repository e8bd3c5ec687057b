"""A page before it is Markdown, and everything a page may look at."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_scripts.charts.model import Drawing
from build_scripts.labels.names import Names
from build_scripts.ledger.package import Package
from build_scripts.ledger.releases import Release
from build_scripts.views.model import Views


@dataclass(frozen=True)
class Page:
    """One Markdown page of one language. `path` is relative to the language's tree, such as
    `pairings/ew1-a-b.md`.

    The rendered address is the same path with `.html`; it is equal in both languages.
    """

    path: str
    title: str
    description: str
    body: str  # Markdown; data stand in HTML blocks without blank lines, so any generator renders them alike
    kind: str  # home | list | pairing | project | place | source | data | prose …
    crumbs: tuple[tuple[str, str], ...] = ()  # (title, path) from the home page down
    image: str = ""  # path of the Open Graph image below the site's root
    search: dict = field(default_factory=dict)  # names, meta and text for the search index; {} leaves it out
    scripts: tuple[str, ...] = ()  # modules below assets/js that this page loads
    feed: str = ""  # path of the Atom feed of what the page shows, below the site's root
    structured: str = ""  # what the page shows as schema.org describes it (JSON-LD)


@dataclass(frozen=True)
class Listed:
    """A download as the page of downloads lists it; `about` says in each language what it is and may be empty."""

    path: str  # below the site's root
    about: dict[str, str]
    size: int  # bytes


@dataclass(frozen=True)
class Site:
    """What pages are made from."""

    package: Package
    views: Views
    names: dict[str, Names]  # language -> what things are called in it
    drawings: dict[tuple[str, str], Drawing]  # (name, lang) -> drawing
    downloads: tuple[Listed, ...] = ()  # in the order in which they are listed
    dataset: bytes = b""  # the whole ledger as schema.org describes it (JSON-LD)
    feeds: frozenset[str] = frozenset()  # paths of the feeds that exist
    releases: tuple[Release, ...] = ()
    numbered: dict[str, int] = field(default_factory=dict)  # base of a list -> its most pages in a release
