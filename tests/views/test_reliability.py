"""A source's rank follows from a stated rule; each reason has a word in both languages."""

from __future__ import annotations

import pytest

from build_scripts.labels import read_words
from build_scripts.views.reliability import TYPE_POINTS, derive_reliability, points_of, reliability_of

LEAST = {
    "source_id": "x",
    "document_type": "other",
    "published": None,
    "publisher": None,
    "author": None,
    "url": None,
    "coverage": "excerpt",
    "is_repost": False,
    "is_redacted": False,
}


@pytest.fixture(scope="module")
def ranks(tiny_tables):
    return derive_reliability(tiny_tables["sources"])


def test_a_source_of_which_nothing_is_known_ranks_last():
    found = reliability_of(LEAST)
    assert (found.rank, found.points, found.reasons) == (5, 0, ())


def test_a_redacted_repost_loses_points(ranks):
    assert (ranks["tb19"].points, ranks["tb19"].rank) == (1, 5)
    assert ranks["tb19"].reasons == ("full_text", "dated", "repost", "redacted")


def test_a_report_of_an_office_read_in_full_ranks_first(ranks):
    assert (ranks["ta18"].points, ranks["ta18"].rank) == (8, 1)
    assert ranks["ta18"].reasons == ("full_text", "dated", "type_report", "public_body")


def test_an_excerpt_of_a_news_page_ranks_low(ranks):
    assert (ranks["tc21"].points, ranks["tc21"].rank) == (2, 4)


@pytest.mark.parametrize(
    "url, points",
    [("https://www.a.gov.cn/b", 1), ("https://www.a.gov.cn.evil.example/b", 0), ("https://gov.cn.org/", 0)],
)
def test_only_a_host_under_gov_cn_is_a_public_host(url, points):
    assert points_of({**LEAST, "url": url})["public_host"] == points


@pytest.mark.parametrize("points, rank", [(8, 1), (7, 2), (6, 2), (5, 3), (4, 3), (3, 4), (2, 4), (1, 5)])
def test_the_bounds_of_the_ranks(points, rank):
    kinds = {3: "policy", 2: "report", 1: "news"}
    parts = {"coverage": "full_text"} if points > 3 else {}
    rest = points - 3 * bool(parts)
    parts |= {"document_type": kinds.get(min(rest, 3), "other")}
    rest -= min(rest, 3)
    parts |= {"publisher": "某某委员会"} if rest == 2 else {"published": "2020"} if rest == 1 else {}
    found = reliability_of({**LEAST, **parts})
    assert (found.points, found.rank) == (points, rank)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_reason_and_rank_has_a_word(lang):
    words = read_words(lang)["reliability"]
    codes = {*points_of(LEAST), *(f"type_{kind}" for kind in TYPE_POINTS)} - {"type_other"}
    assert codes == set(words["reason"]) and set(words["rank"]) == set("12345")
