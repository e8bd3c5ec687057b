"""The built site, every page read once a session."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.site.built import find_site
from tests.site.page import Page, read_page


@pytest.fixture(scope="session")
def built_site(request: pytest.FixtureRequest) -> Path:
    """The folder of the built site."""
    return find_site(request.config)


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of both languages by its path below the site's folder."""
    paths = sorted(built_site.rglob("*.html"))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return {page.path: page for page in pool.map(partial(read_page, built_site), paths, chunksize=100)}
