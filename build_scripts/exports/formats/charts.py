"""The files of each chart: SVG, PNG, CSV, Vega-Lite and, for its live view, Vega under `charts/<language>/`."""

from __future__ import annotations

from collections.abc import Iterator
from mimetypes import guess_type

from build_scripts.charts.downloads import chart_files
from build_scripts.charts.live import live_files
from build_scripts.exports.model import Download, Edition


def downloads(edition: Edition) -> Iterator[Download]:
    """Yields the files of every drawing; the page of a chart lists them."""
    for drawing in edition.drawings.values():
        for path, content in (chart_files(drawing) | live_files(drawing)).items():
            yield Download(path, content, guess_type(path)[0] or "application/octet-stream")
