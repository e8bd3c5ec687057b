"""Every download of the site, format by format, then what lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from build_scripts.charts.model import Drawing
from build_scripts.exports.atom import ATOM_FEED
from build_scripts.exports.encode import CSV
from build_scripts.exports.formats import BESIDE, FORMATS, LISTINGS
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.ledger.kept import drop_others, kept_content
from build_scripts.ledger.package import Package
from build_scripts.ledger.releases import Release
from build_scripts.ledger.side_by_side import both
from build_scripts.pages.addresses import claim_address
from build_scripts.pages.model import Listed
from build_scripts.views.claim_frame import claim_frame
from build_scripts.views.model import Views
from build_scripts.views.project_frame import project_rows
from build_scripts.views.subjects import subject_frame
from build_scripts.views.total_frame import total_frame
from build_scripts.views.wide_frames import WIDE_TABLES, wide_frame

Drawings = dict[tuple[str, str], Drawing]  # (name, language) -> drawing


def export_tables(
    package: Package, views: Views, drawings: Drawings, modified: str | None = None,
    releases: tuple[Release, ...] = (), folder: Path | None = None,
) -> tuple[Download, ...]:  # fmt: skip
    """Returns every download of the site, in the order in which they are listed.

    `modified` is the day of the last change of the data, the day of the build where it is not known. With a `folder`
    each is kept there as soon as it is made: of a large ledger all together would not fit into memory.
    """
    edition = open_edition(package, views, drawings, modified, releases)
    made = [download for files in files_by_form(edition, folder) for download in files]
    for form in LISTINGS:
        made += kept(form.downloads(edition, tuple(made)), folder)
    if folder:
        drop_others(folder, {download.made for download in made})
    return tuple(made)


def kept(files: Iterable[Download], folder: Path | None) -> Iterator[Download]:
    """Yields the downloads; those of a build with a folder are files there by now."""
    return (replace(file, made=kept_content(folder, file.content)) if folder else file for file in files)


def files_by_form(edition: Edition, folder: Path | None) -> list[tuple[Download, ...]]:
    """Returns the downloads of each format, in the order of FORMATS; those of BESIDE are made beside the others."""

    def made(are_beside: bool) -> dict[str, tuple[Download, ...]]:
        chosen = [form for form in FORMATS if (form in BESIDE) == are_beside]
        return {form.__name__: tuple(kept(form.downloads(edition), folder)) for form in chosen}

    here, beside = both(partial(made, False), partial(made, True), len(edition.views.claims))
    return [(here | beside)[form.__name__] for form in FORMATS]


def open_edition(
    package: Package, views: Views, drawings: Drawings, modified: str | None = None,
    releases: tuple[Release, ...] = (),
) -> Edition:  # fmt: skip
    """Returns what the formats are made from."""
    subjects = subject_frame(package, views, in_languages("pages.side_not_stated"))
    address = package.settings["address"]
    claims = claim_frame(package, views, subjects).assign(
        record_url=lambda f: f["claim_id"].map(
            {key: address + claim_address(claim, views.index.place_in_source[key])
             for key, claim in views.claims.items()}
        )
    )  # fmt: skip
    projects = project_rows(views, subjects, claims).assign(
        record_url=lambda f: f"{address}projects/" + f["project_id"] + ".html"
    )
    totals = total_frame(package, views, subjects, claims)
    wide = {table: wide_frame(package, views, subjects, claims, table) for table in WIDE_TABLES}
    day = modified or views.today
    return Edition(package, views, drawings, subjects, claims, projects, totals, wide, day, releases)


def dataset_of(downloads: tuple[Download, ...]) -> bytes:
    """Returns the whole ledger as schema.org describes it."""
    return next(file.content for file in downloads if file.path == "data/dataset.jsonld")


def feeds_of(downloads: tuple[Download, ...]) -> frozenset[str]:
    """Returns the paths of the feeds and sheets of records: none is made where there is nothing to tell."""
    own = (file for file in downloads if file.media_type == ATOM_FEED or (file.media_type == CSV and not file.title))
    return frozenset(file.path for file in own)


def listed(downloads: tuple[Download, ...]) -> tuple[Listed, ...]:
    """Returns what is listed one by one: files of single records and of charts are not."""
    return tuple(Listed(file.path, file.about, file.size) for file in downloads if file.title)
