"""A scale of years across the width of a chart, with as many labels as there is room for."""

from __future__ import annotations

from dataclasses import dataclass

from build_scripts.charts.picture import Mark, words
from build_scripts.charts.style import TINY, WIDTH
from build_scripts.charts.text import width_of


@dataclass(frozen=True)
class YearScale:
    """Years from `first` to `last`, each a column of the same width."""

    first: int
    last: int

    @property
    def years(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def step(self) -> float:
        """Width of a year in pixels."""
        return WIDTH / len(self.years)

    def x(self, year: float) -> float:
        """Returns where a year begins; a fraction of a year lies within it."""
        return (year - self.first) * self.step

    def middle(self, year: int) -> float:
        return self.x(year) + self.step / 2

    def labelled(self) -> list[int]:
        """Returns the years that get a label: every one, every second, fifth or tenth, as fits."""
        need = width_of("2020", TINY) + 10
        every = next(n for n in (1, 2, 5, 10, 100) if n * self.step >= need)
        return [year for year in self.years if year % every == 0] or [self.first]

    def labels(self, y: float) -> list[Mark]:
        """Returns the years as text with the baseline `y`; those at the edges stay inside."""
        return [self.label(year, y) for year in self.labelled()]

    def label(self, year: int, y: float) -> Mark:
        x, half = self.middle(year), width_of(str(year), TINY) / 2
        return words(min(max(x, half), WIDTH - half), y, str(year), "muted", TINY, "center")
