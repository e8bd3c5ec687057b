"""What the README counts, give or take what a season adds."""

import re
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[2]


def test_the_readme_tells_how_much_was_read():
    sources = pd.read_csv(ROOT / "datasets" / "sources.csv", dtype=str)
    read_whole = sources["text_sha256"].notna()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    numbers = {"Five": 5, "Six": 6, "Seven": 7, "Eight": 8, "Nine": 9, "Ten": 10}
    texts, pages = re.search(r"(\w+) texts read in full.*? some (\d+) public pages", readme).groups()
    assert numbers[texts] == sources["text_sha256"].nunique()
    assert int(pages) == pytest.approx((~read_whole).sum(), rel=0.2)
