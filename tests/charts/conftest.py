"""The tiny ledger as views and names, and the real one to see that its charts can be read."""

from pathlib import Path

import pytest

from build_scripts.charts.draw import draw_charts
from build_scripts.labels.names import open_names
from build_scripts.ledger.package import open_package
from build_scripts.ledger.tables import read_tables
from build_scripts.views.derive import derive_views

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def tiny_views(tiny_tables):
    return derive_views(tiny_tables, "2022-01-01")


@pytest.fixture(scope="session")
def tiny_words(tiny_package, tiny_views):
    """Language -> Names."""
    return open_names(tiny_package, tiny_views)


@pytest.fixture(scope="session")
def tiny_names(tiny_words):
    """Names in Chinese."""
    return tiny_words["zh"]


@pytest.fixture(scope="session")
def real_views():
    """The published ledger; its rows change, so tests on it say what must hold of any."""
    return derive_views(read_tables(open_package(ROOT)), "2026-11-22")


@pytest.fixture(scope="session")
def real_words(real_views):
    """Language -> Names of the published ledger."""
    return open_names(open_package(ROOT), real_views)


@pytest.fixture(scope="session")
def tiny_drawings(tiny_views, tiny_words):
    """Every chart of the tiny ledger, drawn: (name, language) -> Drawing."""
    return draw_charts(tiny_views, tiny_words, None)
