"""`data/pairing-ledger.zip`: a Data Package to keep: the CSV files, README, dictionary, licence, citation, sums."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pandas as pd

from build_scripts.exports.citation_file import citation_file
from build_scripts.exports.encode import CSV, ZIP, csv_bytes
from build_scripts.exports.formats.workbook import about_both
from build_scripts.exports.model import Download, Edition, in_languages
from build_scripts.exports.zips import zip_bytes
from build_scripts.labels import LANGUAGES, word
from build_scripts.views.columns import Column

ROOT = "pairing-ledger/"
DESCRIBED = ("datapackage.json", "csv-metadata.json")  # what stands beside the CSV files here and there
DICTIONARY = [Column(name) for name in ("file", "column", "title", "title_en", "type", "required", "description",
                                        "description_en", "code", "word", "word_en")]  # fmt: skip


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the archive of the CSV files in `made` with the descriptor that stands beside them."""
    csvs = [file for file in made if file.media_type == CSV and file.schema]
    inside = {file.path.removeprefix("data/"): file.content for file in csvs}
    inside |= {name: next(file.content for file in made if file.path == f"data/{name}") for name in DESCRIBED}
    inside["dictionary.csv"] = dictionary(csvs)
    inside["README.md"] = readme(edition, csvs)
    inside["LICENSE.md"] = licence_text(edition.package.descriptor)
    descriptor, address = edition.package.descriptor, edition.address
    inside["CITATION.cff"] = citation_file(descriptor, address, edition.modified)
    inside["SHA256SUMS"] = checksums(inside)
    yield Download(
        "data/pairing-ledger.zip",
        zip_bytes({ROOT + name: inside[name] for name in sorted(inside)}),
        ZIP,
        in_languages("exports.file_titles.pairing-ledger"),
        in_languages("pages.data.files.zip"),
    )


def dictionary(csvs: list[Download]) -> bytes:
    """Returns a row a column, or a row a code of it: titles, type, rule, meaning, words."""
    rows = [
        {"file": f"{file.name}.csv", "column": field["name"], **field, "code": code, "word": words.get("zh"),
         "word_en": words.get("en"), "required": field.get("constraints", {}).get("required", False)}
        for file in csvs for field in file.schema["fields"]
        for code, words in (field.get("codes") or {None: {}}).items()
    ]  # fmt: skip
    return csv_bytes(pd.DataFrame(rows, columns=[column.name for column in DICTIONARY], dtype=object), DICTIONARY)


def readme(edition: Edition, csvs: list[Download]) -> bytes:
    """Returns what the archive is, and a line a file."""
    lines = [*about_both(edition), *(word(lang, "exports.ids_as_text") for lang in LANGUAGES), ""]
    lines += [f"- `{file.name}.csv`: {file.title['zh']} / {file.title['en']}" for file in csvs]
    return ("\n".join(lines) + "\n").encode()


def licence_text(descriptor: dict) -> bytes:
    """Returns the terms under which the data may be used, in both languages."""
    terms = descriptor["licenses"][0]
    lines = [f"{terms['title']} ({terms['name']})", terms["path"]]
    lines += [word(lang, "exports.licence", licence=terms["name"]) for lang in LANGUAGES]
    return ("\n\n".join(lines) + "\n").encode()


def checksums(files: dict[str, bytes]) -> bytes:
    """Returns the files as `sha256sum -c` reads them."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
