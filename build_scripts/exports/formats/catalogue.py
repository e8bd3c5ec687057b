"""`data/dcat.jsonld` (DCAT 3) and `data/dataset.jsonld` (schema.org): for data portals and search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from build_scripts.exports.encode import JSON_LD
from build_scripts.exports.model import Download, Edition, Texts, in_languages, of_schema
from build_scripts.labels import LANGUAGES, read_words, word
from build_scripts.ledger.package import Package

DCAT_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/"
KNOWN_TYPES = ("csv", "parquet", "xlsx", "json", "zip")  # of that authority
DATA_FORMATS = ("csv", "parquet", "xlsx", "json", "ndjson", "sqlite", "zip", "ics")


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields both descriptions of the downloads in `made`."""
    data = [file for file in made if file.title and file.format in DATA_FORMATS]
    described = {"dcat": dcat_catalogue, "dataset": schema_dataset}
    for name, describe in described.items():
        yield Download(
            f"data/{name}.jsonld",
            json.dumps(describe(edition.package, edition.modified, data, edition.address), ensure_ascii=False, indent=1)
            .encode(),
            JSON_LD,
            in_languages(f"exports.file_titles.{name}"),
            in_languages("pages.data.files.catalogue"),
        )  # fmt: skip


def tagged(texts: Texts) -> list[dict]:
    """Returns a text in each language as JSON-LD."""
    return [{"@value": texts[lang], "@language": LANGUAGES[lang].html} for lang in LANGUAGES]


def dcat_catalogue(package: Package, modified: str, data: list[Download], address: str) -> dict:
    """Returns the catalogue with its one data set and a distribution a file."""
    licence = package.descriptor["licenses"][0]["path"]
    publisher = {"@type": "foaf:Agent", "foaf:name": tagged(of_schema(package.descriptor))}
    about = {
        "dct:title": tagged(of_schema(package.descriptor)),
        "dct:description": tagged(of_schema(package.descriptor, "description")),
        "dct:publisher": publisher,
        "dct:license": {"@id": licence},
        "dct:language": [{"@id": LANGUAGES[lang].dcat} for lang in LANGUAGES],
        "dct:modified": {"@value": modified, "@type": "xsd:date"},
        "foaf:homepage": {"@id": address},
    }
    dataset = {
        "@id": f"{address}data/#dataset", "@type": "dcat:Dataset", **about,
        "dcat:version": package.descriptor["version"],
        "dct:identifier": package.descriptor["name"],
        "dct:spatial": {"@id": "http://publications.europa.eu/resource/authority/country/CHN"},
        "dcat:landingPage": {"@id": f"{address}data/index.html"},
        "dcat:keyword": [each for lang in LANGUAGES for each in keyword_nodes(lang)],
        "dcat:distribution": [distribution(file, address, licence) for file in data],
    }  # fmt: skip
    head = {"@context": DCAT_CONTEXT, "@id": f"{address}data/#catalogue", "@type": "dcat:Catalog"}
    return {**head, **about, "dcat:dataset": [dataset]}


def keyword_nodes(lang: str) -> list[dict]:
    return [{"@value": text, "@language": LANGUAGES[lang].html} for text in read_words(lang)["exports"]["keywords"]]


def distribution(file: Download, address: str, licence: str) -> dict:
    """Returns one file as DCAT wants it: title, address, licence, type, size and checksum."""
    algorithm = {"@id": "spdx:checksumAlgorithm_sha256"}
    return {
        "@id": f"{address}{file.path}", "@type": "dcat:Distribution", "dct:title": tagged(file.title),
        "dcat:downloadURL": {"@id": f"{address}{file.path}"}, "dcat:accessURL": {"@id": f"{address}data/index.html"},
        "dct:license": {"@id": licence}, **file_type(file),
        "dcat:mediaType": {"@id": MEDIA_TYPES + file.media_type},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": algorithm,
                          "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"}},
    }  # fmt: skip


def file_type(file: Download) -> dict:
    """Returns the type of a file by the list of the European authority, where it has one."""
    return {"dct:format": {"@id": FILE_TYPES + file.format.upper()}} if file.format in KNOWN_TYPES else {}


def schema_dataset(package: Package, modified: str, data: list[Download], address: str) -> dict:
    """Returns the data set as schema.org describes it, in the form search engines read."""
    names, about = of_schema(package.descriptor), of_schema(package.descriptor, "description")
    organisation = {"@type": "Organization", "name": names["zh"], "alternateName": names["en"], "url": address}
    return {
        "@context": "https://schema.org/", "@type": "Dataset", "@id": f"{address}data/#dataset",
        "name": names["zh"], "alternateName": names["en"],
        "description": f"{about['zh']}。{word('zh', 'exports.how_to_read')}\n{about['en']}. "
                       f"{word('en', 'exports.how_to_read')}",
        "url": f"{address}data/index.html", "version": package.descriptor["version"], "dateModified": modified,
        "license": package.descriptor["licenses"][0]["path"], "isAccessibleForFree": True,
        "inLanguage": [LANGUAGES[lang].html for lang in LANGUAGES],
        "keywords": [text for lang in LANGUAGES for text in read_words(lang)["exports"]["keywords"]],
        "spatialCoverage": {"@type": "Place", "name": "China"},
        "creator": organisation, "publisher": organisation,
        "distribution": [
            {"@type": "DataDownload", "name": " / ".join(file.title[lang] for lang in LANGUAGES),
             "encodingFormat": file.media_type, "contentUrl": f"{address}{file.path}", "contentSize": f"{file.size} B"}
            for file in data
        ],
    }  # fmt: skip
