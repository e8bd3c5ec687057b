"""Every download of the site, format by format, then what lists them."""

from __future__ import annotations

from build_scripts.charts.model import Drawing
from build_scripts.exports.formats import FORMATS, LISTINGS
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views

Files = dict[str, bytes]


def export_tables(package: Package, views: Views, drawings: dict[tuple[str, str], Drawing]) -> Files:
    """Returns every download of the site: path below the site's root -> contents."""
    made: Files = {}
    for form in FORMATS:
        made |= form.files(package, views, drawings)
    for form in LISTINGS:
        made |= form.files(package, views, made)
    return made
