"""Notes speak as readers do: of what a source writes or does not write, never of print as a trade does."""

import csv
from pathlib import Path

import pytest

DATASETS = Path(__file__).resolve().parents[2] / "datasets"
TRADE = {
    "note": ("未印", "印作", "只印", "印出", "印有", "另印", "照印"),
    "note_en": ("not printed", "Printed as", " printed as", "in print", "is printed", " prints "),
}


@pytest.mark.parametrize("column", TRADE)
def test_notes_say_written_and_not_stated(column):
    found = []
    for path in sorted(DATASETS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [row[column] for row in csv.DictReader(file) if row.get(column)]
        if path.stem != "relations":  # of which the printed sums are the subject
            found += [(path.stem, cell) for cell in cells for word in TRADE[column] if word in cell]
    assert found == []
