"""The size of a site: what some static host would refuse is told by kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_scripts.publish.size import size_warning


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("index.html", "pairings/a.html", "en/pairings/a.html", "data/a.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1234")
    return tmp_path


def test_a_site_with_too_many_files_names_the_kinds_that_have_most_of_them(site):
    zh, en = size_warning(site, most_files=3).splitlines()
    assert zh.startswith("本站 4 个文件") and en.startswith("the site is 4 files")
    assert "pairings .html 2 (0.0 MB), . .html 1" in en


def test_a_site_that_is_too_heavy_is_told_as_well(site):
    assert size_warning(site, most_bytes=15)


def test_a_site_that_fits_says_nothing(site):
    assert size_warning(site, most_files=4, most_bytes=16) == ""
