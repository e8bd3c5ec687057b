"""Single pages of the ledger as it stands now: `serve` shows what a change did before the whole site is built.

A worker is a process that has imported the program, read nothing yet, and answers one line of its input after the
other: `{"address": "en/places/1.html", "is_data": true}`, address "" for a worker that shall only get ready. An answer
is eight bytes of length and the page, nothing where there is none. What it has read it never reads again: after the
next change another worker answers. It shows no page of data that do not pass the checks.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from contextlib import suppress
from datetime import date
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from build_scripts.build import Ledger, read_ledger
from build_scripts.charts.draw import Key, draw_sketches, sketches_in
from build_scripts.charts.gallery import ALL_CHARTS
from build_scripts.charts.model import Sketch
from build_scripts.labels import LANGUAGES
from build_scripts.labels.names import Names, open_names
from build_scripts.ledger.numbered import read_numbered
from build_scripts.ledger.package import read_settings
from build_scripts.ledger.problem import LedgerError
from build_scripts.ledger.releases import read_releases
from build_scripts.ledger.side_by_side import both
from build_scripts.pages.addresses import FOLDERS, record_path
from build_scripts.pages.compose import page_at
from build_scripts.pages.model import Site
from build_scripts.publish.render import get_ready, render_page

LENGTH = 8  # bytes in which an answer says how long it is
OF_RECORDS = tuple(f"{FOLDERS[kind]}/" for kind in ("pairing", "project", "place", "source"))
OF_DOWNLOADS = "data/index.html"  # lists what a preview does not make


class Preview:
    """The pages of the ledger at `root` on a day: those of a build, but for the one that lists downloads."""

    def __init__(self, root: Path, today: date):
        self.root, self.today = root, today
        self.sketched: dict[str, dict[Key, Sketch]] = {}  # by language

    @cached_property
    def ledger(self) -> Ledger:
        return read_ledger(self.root, self.today)

    @cached_property
    def names(self) -> dict[str, Names]:
        return open_names(self.ledger.package, self.ledger.views)

    @cached_property
    def told(self) -> tuple:
        """What a Site holds besides data and drawings."""
        return (), *self.shown_files(), read_releases(self.root), read_numbered(self.root)

    def sketches(self, lang: str) -> dict[Key, Sketch]:
        """Returns all sketches of a language, made by two processes."""
        if lang not in self.sketched:
            views, half = self.ledger.views, len(ALL_CHARTS) // 2
            make = partial(sketches_in, lang, views, self.names, self.ledger.modified or "")
            halves = (partial(make, charts) for charts in (ALL_CHARTS[:half], ALL_CHARTS[half:]))
            made = chain.from_iterable(both(*halves, len(views.claims)))
            self.sketched[lang] = {(sketch.name, lang): sketch for sketch in made}
        return self.sketched[lang]

    def site(self, lang: str, address: str) -> Site:
        """Returns the site with the drawings that its page at an address may show."""
        sketches = {key: each for key, each in self.sketches(lang).items() if may_show(address, each)}
        drawings = draw_sketches(sketches, self.root / "build" / "cache", drops=False)
        return Site(self.ledger.package, self.ledger.views, self.names, drawings, *self.told)

    def shown_files(self) -> tuple[bytes, frozenset[str]]:
        """Returns the description of the data and the paths of feeds and sheets of records, of the last build."""
        site = self.root / "site"
        files = [*(site / "data").rglob("*.atom"), *(site / "api").rglob("*.csv")]
        description = site / "data/dataset.jsonld"
        told = description.read_bytes() if description.is_file() else b""
        return told, frozenset(path.relative_to(site).as_posix() for path in files)

    def page(self, address: str, is_data: bool) -> bytes:
        """Returns the page at an address of the site, b"" where there is none.

        Where no data changed (`is_data` false) its Markdown is that of the last build. Raises LedgerError where the
        data do not pass the checks.
        """
        lang = next((each for each, of in LANGUAGES.items() if of.folder and address.startswith(of.folder)), "zh")
        inner = address.removeprefix(LANGUAGES[lang].folder)
        if Path(inner).is_absolute() or ".." in Path(inner).parts:  # a browser asks for nothing outside the site
            return b""
        content = self.markdown(lang, inner, is_data)
        docs, settings = self.root / "build" / "docs" / lang, read_settings(self.root)
        return render_page(lang, docs, inner, content, settings, self.today) if content else b""

    def markdown(self, lang: str, address: str, is_data: bool) -> bytes | None:
        path = Path(lang) / Path(address).with_suffix(".md")
        if (written := self.root / "docs" / path).is_file():
            return written.read_bytes()
        if is_data:
            return page_at(self.site(lang, address), lang, address) if address != OF_DOWNLOADS else None
        made = self.root / "build" / "docs" / path
        return made.read_bytes() if made.is_file() else None


def may_show(address: str, sketch: Sketch) -> bool:
    """True unless the address is of a record whose page shows its own charts alone, and the sketch is of others."""
    if not address.startswith(OF_RECORDS) or address.endswith("index.html"):
        return True
    return address in (record_path(*each) for each in (sketch.subject, *sketch.also) if each)


def answer(preview: Preview, asked: dict) -> bytes:
    """Returns the page that is asked for; nothing where it cannot be made: the build beside says why."""
    try:
        if not asked["address"]:
            return preview.sketches("zh") and b""
        return preview.page(asked["address"], asked["is_data"])
    except LedgerError:
        return b""
    except Exception:
        traceback.print_exc()
        return b""


def run(root: Path, today: date) -> None:
    """Answers until its input ends."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no answer
    gc.disable()  # see ledger/collector.py; a worker ends before what it leaves behind counts
    preview = Preview(root, today)
    with suppress(BrokenPipeError):  # whoever asked is gone
        for line in sys.stdin:
            page = answer(preview, json.loads(line))
            out.write(len(page).to_bytes(LENGTH) + page)
            out.flush()


if __name__ == "__main__":
    get_ready()
    run(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]))
