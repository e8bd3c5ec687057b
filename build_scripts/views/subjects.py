"""What a claim may be about: pairings, projects, places and organisations, with names beside codes.

Frames of plain objects, a row a record; a cell without a value is missing. Names stand in columns of their own, in
Chinese without an ending and in English with `_en`; words of codes in `<code>_name` and `<code>_name_en`.
"""

from __future__ import annotations

import pandas as pd

from build_scripts.ledger.package import Package
from build_scripts.views.model import Views
from build_scripts.views.places import PlaceIndex
from build_scripts.views.programmes import PROGRAMME_CLASSES

ENDINGS = {"zh": "", "en": "_en"}  # of a column that holds a name in one language
ENDS = ("provider", "recipient")
DIVISIONS = ("province", "city", "county")
Tables = dict[str, pd.DataFrame]


def subject_frame(package: Package, views: Views, unstated: dict[str, str]) -> pd.DataFrame:
    """Returns a row a record a claim may name: `subject_kind`, `subject_id`, `subject`, and all that it lies in.

    `unstated` is what stands for an end of a pairing that no document names, by language.
    """
    tables, places = views.tables, place_frame(views.places)
    pairings = pairing_frame(package, views, places, unstated)
    kinds = {
        "pairing": as_subject(pairings, "pairing"),
        "project": as_subject(project_frame(package, tables, places, pairings), "project"),
        "place": as_subject(places, "place", name="full_name").assign(within=places["above"]),
        "organisation": as_subject(organisation_frame(tables, places), "org", name="org"),
    }
    return pd.concat([frame.assign(subject_kind=kind) for kind, frame in kinds.items()], ignore_index=True)


def as_subject(frame: pd.DataFrame, key: str, name: str = "") -> pd.DataFrame:
    """Returns the frame with its id and its name once more, as those of a subject."""
    names = {f"subject{end}": frame[f"{name or key}{end}"] for end in ENDINGS.values()}
    return frame.assign(subject_id=frame[f"{key}_id"], **names)


def place_frame(places: PlaceIndex) -> pd.DataFrame:
    """Returns a row a place: its names, its full name, the province, city and county it is or lies in, those above.

    `chain` are the ids from the place up to the country, `above` the same without the place itself, with spaces.
    """
    rows = [
        {
            "place_id": key, "chain": " ".join(places.chain(key)), "above": " ".join(places.chain(key)[1:]) or None,
            "place_province_id": places.province_of(key), "place_county_id": places.county_of(key),
            "place_city_id": next((each for each in places.chain(key) if places.level(each) == "prefecture"), None),
            **{f"place{end}": places.name(key, lang) for lang, end in ENDINGS.items()},
            **{f"full_name{end}": places.full_name(key, lang) for lang, end in ENDINGS.items()},
        }
        for key in places.names
    ]  # fmt: skip
    frame = pd.DataFrame(rows, dtype=object)
    names = frame.set_index("place_id")
    divisions = {
        f"place_{division}{end}": frame[f"place_{division}_id"].map(names[f"place{end}"])
        for division in DIVISIONS for end in ENDINGS.values()
    }  # fmt: skip
    return frame.assign(**divisions)


def end_frame(places: pd.DataFrame, end: str) -> pd.DataFrame:
    """Returns the places as one end of a pairing: `provider_place_id`, `provider_province`, `provider_place` …"""
    kept = places.drop(columns=["chain", "above", *(f"full_name{each}" for each in ENDINGS.values())])
    divisions = tuple(f"place_{division}" for division in DIVISIONS)
    return kept.rename(
        columns=lambda name: name.replace("place_", f"{end}_", 1) if name.startswith(divisions) else f"{end}_{name}"
    )


def pairing_frame(package: Package, views: Views, places: pd.DataFrame, unstated: dict[str, str]) -> pd.DataFrame:
    """Returns a row a pairing: programme and level in words, both ends, and `within`, what may hold its money.

    An end is named by its organisation where one is printed, else by its place; the organisation stands for its place.
    """
    kept = ["pairing_id", "programme", "level", *(f"{end}_{what}_id" for end in ENDS for what in ("place", "org"))]
    wider = {key: " ".join(above) or None for key, above in views.wider.items()}
    frame = views.tables["pairings"][kept].assign(
        within=lambda f: f["pairing_id"].map(wider),
        programme_class=lambda f: f["programme"].map(PROGRAMME_CLASSES).fillna(f["programme"]),
    )
    for end in ENDS:
        seats = organisation_columns(views.tables).rename(columns=lambda name, end=end: f"{end}_{name}")
        frame = (
            frame.merge(seats, on=f"{end}_org_id", how="left")
            .assign(**{f"{end}_place_id": lambda f, end=end: f[f"{end}_place_id"].fillna(f[f"{end}_seat"])})
            .merge(end_frame(places, end), on=f"{end}_place_id", how="left")
            .assign(**{
                end + ending: lambda f, end=end, ending=ending, lang=lang:
                f[f"{end}_org{ending}"].fillna(f[f"{end}_place{ending}"]).fillna(unstated[lang])
                for lang, ending in ENDINGS.items()
            })
        )  # fmt: skip
    names = {f"pairing{ending}": frame[f"provider{ending}"] + " → " + frame[f"recipient{ending}"]
             for ending in ENDINGS.values()}  # fmt: skip
    return frame.assign(**names).pipe(with_words, package, "pairings", "programme", "level")


def project_frame(package: Package, tables: Tables, places: pd.DataFrame, pairings: pd.DataFrame) -> pd.DataFrame:
    """Returns a row a project: its names and codes in words, its place, its pairing and what that lies in.

    What names no pairing lies in its place and those above.
    """
    kept = ["project_id", "title", "title_en", "pairing_id", "place_id", "sector", "project_type", "status"]
    return (
        tables["projects"][kept]
        .rename(columns={"title": "project", "title_en": "project_en"})
        .merge(pairings, on="pairing_id", how="left")
        .merge(places, on="place_id", how="left")
        .assign(within=lambda f: f["within"].where(f["pairing_id"].notna(), f["chain"]))
        .pipe(with_words, package, "projects", "sector", "project_type", "status")
    )


def organisation_frame(tables: Tables, places: pd.DataFrame) -> pd.DataFrame:
    """Returns a row an organisation: its names and the place it is in."""
    return organisation_columns(tables).rename(columns={"seat": "place_id"}).merge(places, on="place_id", how="left")


def organisation_columns(tables: Tables) -> pd.DataFrame:
    names = {"name": "org", "name_en": "org_en", "place_id": "seat"}
    return tables["organisations"][["org_id", *names]].rename(columns=names)


def with_words(frame: pd.DataFrame, package: Package, table: str, *columns: str) -> pd.DataFrame:
    """Returns the frame with the words of the codes of some columns, as the schema of a table has them."""
    return frame.assign(**{
        f"{column}_name{ending}": frame[column].map({code: words.get(lang) for code, words in codes.items()})
        for column in columns
        for codes in [package.codes(table, column)]
        for lang, ending in ENDINGS.items()
    })  # fmt: skip
