"""What the listings of the downloads have in common: the site's address and what each file is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from build_scripts.exports.formats.tables import WIDE_TABLES
from build_scripts.labels import LANGUAGES, word
from build_scripts.ledger.package import Package, read_yaml

MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "ics": "text/calendar",
    "atom": "application/atom+xml",
    "yaml": "application/yaml",
}


@dataclass(frozen=True)
class Listed:
    """A file below `data/`: `name` is its stem, `title` holds both languages."""

    path: str
    name: str
    format: str
    media_type: str
    title: dict[str, str]
    bytes: int
    sha256: str


def site_address(package: Package) -> str:
    """Returns the address of the site from site.yaml, with a slash at its end."""
    return read_yaml(package.root / "site.yaml")["address"].rstrip("/") + "/"


def listed_files(package: Package, made: dict[str, bytes]) -> list[Listed]:
    """Returns the files that stand directly below `data/`; those of single records are not listed one by one."""
    return [
        describe(package, path, content)
        for path, content in made.items()
        if path.startswith("data/") and path.count("/") == 1
    ]


def describe(package: Package, path: str, content: bytes) -> Listed:
    name, _, ending = path.removeprefix("data/").rpartition(".")
    digest = hashlib.sha256(content).hexdigest()
    titles = {lang: title_of(package, name, lang) for lang in LANGUAGES}
    return Listed(path, name, ending, MEDIA_TYPES[ending], titles, len(content), digest)


def title_of(package: Package, name: str, lang: str) -> str:
    """Returns what a file holds: the title of its table, of the wide table, or of the file itself."""
    if name in package.schemas:
        return package.schemas[name]["title" if lang == "zh" else "title_en"]
    if name in WIDE_TABLES:
        return word(lang, f"exports.{name}_title")
    return word(lang, f"exports.file_titles.{name}")
