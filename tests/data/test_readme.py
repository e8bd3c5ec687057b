"""What the README counts, give or take what a season adds."""

import re
from pathlib import Path

import pandas as pd
import pytest

from build_scripts.commands.coverage import BEGIN, END, table

ROOT = Path(__file__).parents[2]


def test_the_readme_tells_how_much_was_read():
    sources = pd.read_csv(ROOT / "datasets" / "sources.csv", dtype=str)
    read_whole = sources["text_sha256"].notna()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    numbers = {"Five": 5, "Six": 6, "Seven": 7, "Eight": 8, "Nine": 9, "Ten": 10}
    texts, pages = re.search(r"(\w+) texts read in full.*? some (\d+) public pages", readme).groups()
    assert numbers[texts] == sources["text_sha256"].nunique()
    assert int(pages) == pytest.approx((~read_whole).sum(), rel=0.2)


def test_the_readme_tells_which_texts_were_read_and_by_which_checksum_they_are_known():
    sources = pd.read_csv(ROOT / "datasets" / "sources.csv", dtype=str, keep_default_na=False)
    texts = sources[(sources["coverage"] == "full_text") & (sources["parent_source_id"] == "")]
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    told = {line.split("`")[-2]: line for line in lines if re.search("`[0-9a-f]{64}`", line)}
    assert set(told) == set(sources["text_sha256"]) - {""}
    for text in texts.itertuples():
        line = told[text.text_sha256]
        assert [part for part in (text.title, text.title_en, text.publisher, text.published) if part not in line] == []
        assert len(line.split(" | ")) == 4  # where to look is told too


def numbers(text):
    """The counts of each round: listed, known, years not printed, known of the prefecture alone, not known."""
    lines = re.findall(r"^\| (\S+) " + r"\| (\d+) " * 5, text, re.M)
    return {cells[0]: [int(cell) for cell in cells[1:]] for cells in lines}


def test_the_readme_s_numbers_of_coverage_are_those_the_command_makes(real_views):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    written = numbers(readme.split(BEGIN)[1].split(END)[0])
    made = numbers(table(real_views))
    assert written.keys() == made.keys() and len(made) == 2
    for key, counts in made.items():
        assert written[key][0] == counts[0] == sum(written[key][1:])
        assert written[key] == [pytest.approx(n, abs=25) for n in counts], "make coverage"
