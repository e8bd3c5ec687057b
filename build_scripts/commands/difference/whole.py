"""Everything that a change of the data does: records, effects, charts with their pictures, pages."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_scripts.checks.run import check
from build_scripts.commands.difference.drawings import (
    WHEN,
    ChartChange,
    Pictures,
    changed_names,
    drawn_changes,
    outlines,
)
from build_scripts.commands.difference.effects import Effect, effects, subject_names
from build_scripts.commands.difference.pages import PageChange, changed_pages, language_of
from build_scripts.commands.difference.records import Change, all_changes, day_of, raw_at
from build_scripts.commands.difference.sides import Side, open_side
from build_scripts.labels import LANGUAGES
from build_scripts.ledger.package import Package
from build_scripts.ledger.tables import read_raw_tables, type_tables


@dataclass(frozen=True)
class Shown:
    """What of the site differs; `pictures` are the files that `charts` name."""

    effects: list[Effect]
    charts: list[ChartChange]
    pages: list[PageChange]
    pictures: Pictures


@dataclass(frozen=True)
class Difference:
    """All that is told; `shown` is None where it cannot be reckoned, `names` are language -> (kind, id) -> name."""

    base: str
    changes: list[Change]
    shown: Shown | None
    names: dict[str, dict[tuple[str, str], str]] = field(default_factory=dict)

    @property
    def pictures(self) -> Pictures:
        return self.shown.pictures if self.shown else {}


def difference_of(package: Package, base: str, revision: str) -> Difference:
    """Returns what differs between a revision and the files on disk.

    What is shown is left out where the data do not pass their checks, or had other columns at the base: then there is
    nothing to compare. Proofs that a change brings count for nothing until they are made anew.
    """
    raw, before = read_raw_tables(package), raw_at(package, revision)
    changes, after = all_changes(package, revision), type_tables(package, raw)
    names = {lang: subject_names(package, after, lang) for lang in LANGUAGES}
    alike = all(sorted(before[table].header) == sorted(raw[table].header) for table in package.schemas)
    if not alike or not check(package.root).passed:
        return Difference(base, changes, None, names)
    old, day = type_tables(package, before), day_of(package.root, revision)
    sides = (open_side(package, old, day), open_side(package, after | {"proofs": old["proofs"]}, day))
    return Difference(base, changes, shown_changes(sides, changes), names)


def shown_changes(sides: tuple[Side, Side], changes: list[Change]) -> Shown:
    """Returns what of the site differs between two sides; nothing is made where no row differs."""
    old, new = sides
    if not changes:
        return Shown([], [], [], {})
    lang = language_of(changes)
    charts = {(lang, when): outlines(side, lang) for when, side in zip(WHEN, sides, strict=True)}
    before, after = charts.values()
    pages = changed_pages(old, new, (before, after), lang)
    changed = changed_names(before, after)
    if changed:  # the other language is drawn too
        (other,) = [each for each in LANGUAGES if each != lang]
        charts |= {(other, when): outlines(side, other) for when, side in zip(WHEN, sides, strict=True)}
    drawn, pictures = drawn_changes(charts, changed)
    return Shown(effects(old.views, new.views), drawn, pages, pictures)
