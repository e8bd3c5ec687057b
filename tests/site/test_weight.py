"""A first visit to a record page: the page and all it loads, as a host sends them with gzip."""

from __future__ import annotations

import gzip
import posixpath
from functools import cache

from tests.site.built import listing

RECORDS = ("pairing", "project", "place", "source", "measure")
FIRST_VISIT = 60_000  # bytes


def test_no_record_page_weighs_more_than_a_first_visit_may(pages, built_site):
    @cache
    def weight(file: str) -> int:
        return len(gzip.compress((built_site / file).read_bytes(), 6))

    def whole(page) -> int:
        folder = posixpath.dirname(page.path)
        loads = {posixpath.normpath(posixpath.join(folder, address)) for address in page.loads}
        own = weight(page.path) if page.size > FIRST_VISIT / 4 else page.size  # a small one is taken as it measures
        return own + sum(weight(file) for file in loads)

    weights = sorted(((whole(page), page.path) for page in pages.values() if page.kind in RECORDS), reverse=True)
    heavy = [f"{path}: {size} bytes" for size, path in weights if size > FIRST_VISIT]
    assert not heavy, listing(heavy)


def test_the_answers_of_all_counties_come_in_one_file_that_a_telephone_takes_at_once(built_site):
    assert (built_site / "data/counties.json").stat().st_size <= 60_000
