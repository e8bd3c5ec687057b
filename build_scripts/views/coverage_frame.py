"""Coverage as tidy frames: a row a province and list, a row a province and year, a row a listed county, a row a
printed count."""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.views.columns import (
    COVERAGE_COLUMNS,
    COVERAGE_YEAR_COLUMNS,
    LISTED_COUNTY_COLUMNS,
    PRINTED_COUNT_COLUMNS,
    Column,
)
from build_scripts.views.county_coverage import by_list, states_of
from build_scripts.views.model import Views
from build_scripts.views.subjects import with_words


def coverage_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.COVERAGE_COLUMNS`; numbers of counties."""
    rows = [
        {"coverage_id": f"{round_key}:{name}:{province}", "round": round_key, "designation": name,
         "place_province_id": province, "listed": len(counties), **counted(states_of(counties))}
        for (round_key, name), provinces in by_list(views.coverage.counties).items()
        for province, counties in provinces.items()
    ]  # fmt: skip
    provinces = names_of(subjects, "place", "place_province")
    return (
        frame_of(rows, COVERAGE_COLUMNS, "place_province")
        .merge(provinces, on="place_province_id", how="left")
        .pipe(with_words, package, "designations", "designation")
    )


def counted(states: dict[str, int]) -> dict[str, int]:
    return {"with_pairing": states["paired"], "with_undated": states["undated"], "with_prefecture": states["wider"],
            "without": states["none"]}  # fmt: skip


def coverage_year_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.COVERAGE_YEAR_COLUMNS`; numbers of pairings, of which `paired` is
    the sum of the three before it.
    """
    rows = [
        {"coverage_id": f"{each.year}:{each.province_id}", "year": each.year, "place_province_id": each.province_id,
         "with_figure": each.known, "with_range": each.range, "without_figure": each.unknown, "paired": each.paired,
         "undated_pairings": each.undated}
        for each in views.coverage.years
    ]  # fmt: skip
    provinces = names_of(subjects, "place", "place_province")
    return frame_of(rows, COVERAGE_YEAR_COLUMNS, "place_province").merge(provinces, on="place_province_id", how="left")


def listed_county_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.LISTED_COUNTY_COLUMNS`; `state` is that of ListedCounty."""
    rows = [
        {"listed_id": f"{each.round_key}:{each.designation}:{each.county_id}", "round": each.round_key,
         "designation": each.designation, "place_province_id": each.province_id, "place_id": each.county_id,
         "state": each.state, "pairing_ids": " ".join(each.pairings) or None}
        for each in views.coverage.counties
    ]  # fmt: skip
    return (
        frame_of(rows, LISTED_COUNTY_COLUMNS, "place_province", "place")
        .merge(names_of(subjects, "place", "place_province"), on="place_province_id", how="left")
        .merge(names_of(subjects, "place", "place"), on="place_id", how="left")
        .pipe(with_words, package, "designations", "designation")
    )


def printed_count_frame(package: Package, views: Views, subjects: pd.DataFrame) -> pd.DataFrame:
    """Returns the frame with the columns of `columns.PRINTED_COUNT_COLUMNS`.

    What is held against nothing has no known numbers; a pair is the codes of its two counties with `/` between them.
    """
    rows = [
        {"claim_id": count.claim_id, "round": count.round_key, "subject_kind": count.subject_kind,
         "subject_id": count.subject_id, "measure_id": count.measure_id, "period": count.period,
         "printed_number": count.printed,
         "known_number": len(count.known) if count.is_held else None,
         "undated_number": len(count.undated) if count.is_held else None,
         "known_ids": " ".join(count.known) or None, "undated_ids": " ".join(count.undated) or None}
        for count in views.coverage.counts
    ]  # fmt: skip
    names = subjects[["subject_kind", "subject_id", "subject", "subject_en"]]
    measures = views.tables["measures"][["measure_id", "title", "title_en"]]
    words = measures.rename(columns={"title": "measure", "title_en": "measure_en"})
    frame = frame_of(rows, PRINTED_COUNT_COLUMNS, "subject", "measure")
    return frame.merge(names, on=["subject_kind", "subject_id"], how="left").merge(words, on="measure_id", how="left")


def frame_of(rows: list[dict], columns: tuple[Column, ...], *names: str) -> pd.DataFrame:
    """Returns the rows with their own columns, also where there are none: without `names` and the words of codes."""
    joined = {f"{name}{ending}" for name in names for ending in ("", "_en")}
    own = [column.name for column in columns if column.name not in joined and "_name" not in column.name]
    return pd.DataFrame(rows, dtype=object).reindex(columns=own)


def names_of(subjects: pd.DataFrame, kind: str, name: str) -> pd.DataFrame:
    """Returns id and names of the subjects of a kind, as columns `<name>_id`, `<name>`, `<name>_en`."""
    columns = {"subject_id": f"{name}_id", "subject": name, "subject_en": f"{name}_en"}
    return subjects[subjects["subject_kind"] == kind][list(columns)].rename(columns=columns)
