"""What a claim is about, with names beside codes in both languages: the columns the wide tables share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.exports.encode import Column, csv_bytes, json_rows, parquet_bytes
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package
from build_scripts.views.model import Views
from build_scripts.views.places import PlaceIndex

Row = dict
ENDINGS = {"zh": "", "en": "_en"}  # of a column that holds a name in one language
ENDS = ("provider", "recipient")
RARELY_READ = (
    "pairing", "pairing_en", "project", "project_en", "place", "place_en", "provider", "provider_en",
    "provider_place_id", "recipient", "recipient_en", "recipient_place_id", "level", "provider_province",
    "provider_province_en", "recipient_province", "recipient_province_en", "place_province", "place_province_en",
    "measure", "measure_en", "as_printed", "note", "note_en", "publisher", "published", "url", "section", "start",
    "inferred", "parts_complete",
)  # fmt: skip


def named(*names: str) -> tuple[Column, ...]:
    """Returns the columns of names in both languages: `source`, `source_en`."""
    return tuple(Column(name + ending) for name in names for ending in ENDINGS.values())


def coded(*names: str, required: bool = False) -> tuple[Column, ...]:
    """Returns for each code its column and those of its words: `stage`, `stage_name`, `stage_name_en`."""
    return tuple(column for name in names for column in (Column(name, required=required), *named(f"{name}_name")))


SUBJECT_COLUMNS = (
    Column("pairing_id"), *named("pairing"), *coded("programme", "level"),
    Column("provider_place_id"), *named("provider"), Column("recipient_place_id"), *named("recipient"),
    Column("provider_province_id"), *named("provider_province"),
    Column("recipient_province_id"), *named("recipient_province"),
    Column("project_id"), *named("project"), *coded("sector", "project_type", "status"),
    Column("place_id"), *named("place"), Column("place_province_id"), *named("place_province"),
    Column("within"),
)  # fmt: skip


def wide_files(path: str, columns: Sequence[Column], rows: Sequence[Sequence]) -> dict[str, bytes]:
    """Returns a wide table as `<path>.csv`, `.parquet` and `.json`."""
    return {
        f"{path}.csv": csv_bytes([column.name for column in columns], rows),
        f"{path}.parquet": parquet_bytes(*read_together(columns, rows)),
        f"{path}.json": json_rows(columns, rows),
    }


def read_together(columns: Sequence[Column], rows: Sequence[Sequence]) -> tuple[list[Column], list[tuple]]:
    """Returns columns and rows with codes and numbers first, then Chinese text, English text, and what is rarely read.

    A browser asks for the parts of a Parquet file it needs: columns that it reads together stand side by side.
    """
    names = {column.name for column in columns}

    def place(i: int) -> int:
        name = columns[i].name
        if name in RARELY_READ or name.removesuffix("_en").endswith("_name"):
            return 3
        return 2 if name.endswith("_en") else int(f"{name}_en" in names)

    order = sorted(range(len(columns)), key=place)
    return [columns[i] for i in order], [tuple(row[i] for i in order) for row in rows]


@dataclass(frozen=True)
class Subjects:
    """Look-ups made once: rows by id, places, and for each pairing the pairings that may hold its money."""

    package: Package
    rows: dict[str, dict[str, Row]]  # table -> id -> row
    places: PlaceIndex
    ends: dict[str, tuple[str | None, str | None]]
    wider: dict[str, tuple[str, ...]]

    def code_names(self, table: str, column: str, code: str | None) -> dict[str, str | None]:
        """Returns a code and its words in both languages as cells."""
        words = self.package.codes(table, column).get(code, {})
        names = {f"{column}_name{ENDINGS[lang]}": words.get(lang) for lang in LANGUAGES}
        return {column: code, **names}

    def place_names(self, place_id: str | None) -> dict[str, str | None]:
        """Returns language -> name of a place; None where there is none."""
        return {lang: self.places.name(place_id, lang) if place_id else None for lang in LANGUAGES}


def open_subjects(package: Package, views: Views) -> Subjects:
    """Returns the look-ups of a ledger; the time is linear in its rows."""
    return Subjects(package, views.index.rows, views.places, views.ends, views.wider)


def subject_cells(subjects: Subjects, kind: str, key: str) -> dict[str, object]:
    """Returns the cells of SUBJECT_COLUMNS for what a claim is about, with `subject` in both languages."""
    if kind == "pairing":
        cells = pairing_cells(subjects, key)
        return cells | {f"subject{end}": cells[f"pairing{end}"] for end in ENDINGS.values()}
    if kind == "project":
        cells = project_cells(subjects, key)
        return cells | {f"subject{end}": cells[f"project{end}"] for end in ENDINGS.values()}
    if kind == "place":
        cells = place_cells(subjects, key) | {"within": " ".join(subjects.places.chain(key)[1:]) or None}
        return cells | {f"subject{ENDINGS[lang]}": subjects.places.full_name(key, lang) for lang in LANGUAGES}
    row = subjects.rows["organisations"][key]
    cells = place_cells(subjects, row["place_id"])
    return cells | {f"subject{ENDINGS[lang]}": row[f"name{ENDINGS[lang]}"] for lang in LANGUAGES}


def pairing_cells(subjects: Subjects, key: str) -> dict[str, object]:
    """Returns the cells of a pairing: both ends, their provinces, and the pairings that may hold its money."""
    row = subjects.rows["pairings"][key]
    names = {end: end_names(subjects, row, end) for end in ENDS}
    cells = {"pairing_id": key, "within": " ".join(subjects.wider[key]) or None}
    cells |= subjects.code_names("pairings", "programme", row["programme"])
    cells |= subjects.code_names("pairings", "level", row["level"])
    for lang, ending in ENDINGS.items():
        cells[f"pairing{ending}"] = " → ".join(names[end][lang] for end in ENDS)
    for end, place in zip(ENDS, subjects.ends[key], strict=True):
        province = subjects.places.province_of(place)
        cells |= {f"{end}_place_id": place, f"{end}_province_id": province}
        for lang, name in subjects.place_names(province).items():
            cells[f"{end}_province{ENDINGS[lang]}"] = name
            cells[f"{end}{ENDINGS[lang]}"] = names[end][lang]
    return cells


def end_names(subjects: Subjects, row: Row, end: str) -> dict[str, str]:
    """Returns language -> name of one end: the organisation where one is named, else the place."""
    if organisation := row[f"{end}_org_id"]:
        found = subjects.rows["organisations"][organisation]
        return {lang: found[f"name{ENDINGS[lang]}"] for lang in LANGUAGES}
    if row[f"{end}_place_id"]:
        return subjects.place_names(row[f"{end}_place_id"])
    return {lang: word(lang, "pages.side_not_stated") for lang in LANGUAGES}


def project_cells(subjects: Subjects, key: str) -> dict[str, object]:
    """Returns the cells of a project, with those of its pairing and its place."""
    row = subjects.rows["projects"][key]
    cells = pairing_cells(subjects, row["pairing_id"]) if row["pairing_id"] else {}
    cells |= {"project_id": key, **place_cells(subjects, row["place_id"])}
    if not row["pairing_id"]:
        cells["within"] = " ".join(subjects.places.chain(row["place_id"])) or None
    for lang, ending in ENDINGS.items():
        cells[f"project{ending}"] = row[f"title{ENDINGS[lang]}"]
    for column in ("sector", "project_type", "status"):
        cells |= subjects.code_names("projects", column, row[column])
    return cells


def place_cells(subjects: Subjects, place_id: str | None) -> dict[str, object]:
    """Returns the cells of the place a claim or project is at, and its province."""
    province = subjects.places.province_of(place_id)
    cells: dict[str, object] = {"place_id": place_id, "place_province_id": province}
    for lang, ending in ENDINGS.items():
        cells[f"place{ending}"] = subjects.place_names(place_id)[lang]
        cells[f"place_province{ending}"] = subjects.place_names(province)[lang]
    return cells
