"""The tiny ledger as views, names and drawings."""

import pytest

from build_scripts.charts.draw import draw_charts
from build_scripts.labels.names import open_names
from build_scripts.views.derive import derive_views


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
def tiny_drawings(tiny_views, tiny_words):
    """Every chart of the tiny ledger, drawn: (name, language) -> Drawing."""
    return draw_charts(tiny_views, tiny_words, None)
