"""`data/dataset.jsonld`: the data set for search engines (schema.org), as it also stands in the page of downloads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import JSON_LD
from build_scripts.exports.formats.catalogue import data_files
from build_scripts.exports.model import Download, Edition, in_languages, of_schema
from build_scripts.labels import LANGUAGES, read_words, word


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the description of the downloads in `made`."""
    yield Download(
        "data/dataset.jsonld",
        json.dumps(schema_dataset(edition, data_files(made)), ensure_ascii=False, indent=1).encode(),
        JSON_LD,
        in_languages("exports.file_titles.dataset"),
        in_languages("pages.data.files.catalogue"),
    )


def schema_dataset(edition: Edition, data: list[Download]) -> dict:
    """Returns the data set with what Google's Dataset Search requires and recommends."""
    descriptor, address = edition.package.descriptor, edition.address
    names, about = of_schema(descriptor), of_schema(descriptor, "description")
    licence, first_last = descriptor["licenses"][0]["path"], "/".join(map(str, edition.years))
    organisation = {"@type": "Organization", "name": names["zh"], "alternateName": names["en"], "url": address}
    return {
        "@context": "https://schema.org/", "@type": "Dataset", "@id": f"{address}data/#dataset",
        "name": names["zh"], "alternateName": names["en"],
        "description": f"{about['zh']}。{word('zh', 'exports.how_to_read')}\n{about['en']}. "
                       f"{word('en', 'exports.how_to_read')}",
        "url": f"{address}data/index.html", "identifier": descriptor["name"], "version": descriptor["version"],
        "dateModified": edition.modified, "license": licence, "isAccessibleForFree": True,
        "inLanguage": [LANGUAGES[lang].html for lang in LANGUAGES],
        "keywords": [text for lang in LANGUAGES for text in read_words(lang)["exports"]["keywords"]],
        "temporalCoverage": first_last, "spatialCoverage": {"@type": "Place", "name": "China"},
        "variableMeasured": measured(edition), "measurementTechnique": word("en", "exports.technique"),
        "creator": organisation, "publisher": organisation,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": names["zh"], "url": f"{address}data/dcat.jsonld"},
        "distribution": [data_download(file, address, licence) for file in data],
    }  # fmt: skip


def data_download(file: Download, address: str, licence: str) -> dict:
    """Returns one file."""
    return {
        "@type": "DataDownload", "name": " / ".join(file.title[lang] for lang in LANGUAGES), "license": licence,
        "encodingFormat": file.media_type, "contentUrl": f"{address}{file.path}", "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }  # fmt: skip


def measured(edition: Edition) -> list[str]:
    """Returns what the figures are of, in English: kinds of money, and groups of measures."""
    groups = edition.package.codes("measures", "group")
    money = edition.package.codes("funds", "fund_source")
    return [words["en"] for words in (*money.values(), *groups.values())]
