"""Every download of the site, format by format, then what lists them."""

from __future__ import annotations

from build_scripts.charts.model import Drawing
from build_scripts.exports.formats import FORMATS, LISTINGS
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.ledger.package import Package
from build_scripts.pages.model import Listed
from build_scripts.views.claim_frame import claim_frame
from build_scripts.views.model import Views
from build_scripts.views.project_frame import project_rows
from build_scripts.views.subjects import subject_frame


def export_tables(
    package: Package, views: Views, drawings: dict[tuple[str, str], Drawing]
) -> tuple[Download, ...]:
    """Returns every download of the site, in the order in which they are listed."""
    edition = open_edition(package, views, drawings)
    made = [download for form in FORMATS for download in form.downloads(edition)]
    for form in LISTINGS:
        made += form.downloads(edition, tuple(made))
    return tuple(made)


def open_edition(package: Package, views: Views, drawings: dict[tuple[str, str], Drawing]) -> Edition:
    """Returns what the formats are made from."""
    subjects = subject_frame(package, views, in_languages("pages.side_not_stated"))
    claims = claim_frame(package, views, subjects)
    return Edition(package, views, drawings, subjects, claims, project_rows(views, subjects, claims))


def listed(downloads: tuple[Download, ...]) -> tuple[Listed, ...]:
    """Returns what is listed one by one: files of single records and of charts are not."""
    return tuple(Listed(file.path, file.about, file.size) for file in downloads if file.title)
