"""`data/dcat.jsonld` and `data/dcat.ttl`: the data set as European data portals harvest it (DCAT-AP 3.0.1).

Every property that the profile calls mandatory or recommended is said, but for the day of first release, which the
ledger does not know. Whatever is pointed at outside says of which class it is: a harvester knows only this file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from rdflib import Graph

from build_scripts.exports.encode import JSON_LD
from build_scripts.exports.model import Download, Edition, Texts, in_languages, of_schema
from build_scripts.labels import LANGUAGES, read_words

TURTLE = "text/turtle"
CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
AUTHORITY = "http://publications.europa.eu/resource/authority/"
ADMS = "http://purl.org/adms/"
FILE_TYPES = ("csv", "parquet", "xlsx", "json", "zip")  # of that authority; the others are named by their media type
THEMES = {"GOVE": "Government and public sector", "REGI": "Regions and cities"}  # of the authority's data themes
DATA_FORMATS = ("csv", "parquet", "xlsx", "json", "ndjson", "sqlite", "zip", "ics")
Node = dict[str, object]


def downloads(edition: Edition, made: tuple[Download, ...]) -> Iterator[Download]:
    """Yields the catalogue of the downloads in `made` in both forms."""
    text = json.dumps(dcat_catalogue(edition, data_files(made)), ensure_ascii=False, indent=1)
    titles, about = in_languages("exports.file_titles.dcat"), in_languages("pages.data.files.catalogue")
    yield Download("data/dcat.jsonld", text.encode(), JSON_LD, titles, about)
    turtle = Graph(bind_namespaces="none").parse(data=text, format="json-ld").serialize(format="turtle")
    yield Download("data/dcat.ttl", turtle.encode(), TURTLE, titles, about)


def data_files(made: tuple[Download, ...]) -> list[Download]:
    """Returns the files that hold data, in the order in which they are listed."""
    return [file for file in made if file.title and file.format in DATA_FORMATS]


def tagged(texts: Texts) -> list[Node]:
    """Returns a text in each language as JSON-LD."""
    return [{"@value": texts[lang], "@language": LANGUAGES[lang].html} for lang in LANGUAGES]


def of_class(name: str, address: str) -> Node:
    """Returns an address outside with the class that the profile asks of it."""
    return {"@id": address, "@type": name}


def concept(address: str, label: str) -> Node:
    """Returns a word of a vocabulary outside with its label there, which the profile wants said again."""
    return {**of_class("skos:Concept", address), "skos:prefLabel": {"@value": label, "@language": "en"}}


def dcat_catalogue(edition: Edition, data: list[Download]) -> Node:
    """Returns the catalogue with its one data set, a distribution a file, and the interface as a service."""
    address, descriptor = edition.address, edition.package.descriptor
    shared = {
        "dct:publisher": publisher(edition),
        "dct:license": licence(edition),
        "dct:modified": {"@value": edition.modified, "@type": "xsd:date"},
        "dct:language": [of_class("dct:LinguisticSystem", LANGUAGES[lang].dcat) for lang in LANGUAGES],
        "dct:spatial": of_class("dct:Location", f"{AUTHORITY}country/CHN"),
    }
    names = {f"dct:{key}": tagged(of_schema(descriptor, key)) for key in ("title", "description")}
    return {
        "@context": CONTEXT, "@id": f"{address}data/#catalogue", "@type": "dcat:Catalog", **names, **shared,
        "foaf:homepage": of_class("foaf:Document", address),
        "dcat:themeTaxonomy": {**of_class("skos:ConceptScheme", f"{AUTHORITY}data-theme"),
                               "dct:title": {"@value": "Data theme", "@language": "en"}},
        "dcat:dataset": [{**dataset(edition, data), **names, **shared}],
        "dcat:service": [service(edition)],
    }  # fmt: skip


def dataset(edition: Edition, data: list[Download]) -> Node:
    """Returns what is said of the data set beyond what is said of its catalogue too."""
    address, descriptor = edition.address, edition.package.descriptor
    first, last = edition.years
    return {
        "@id": f"{address}data/#dataset", "@type": "dcat:Dataset",
        "dct:identifier": descriptor["name"], "dcat:version": descriptor["version"],
        "dcat:landingPage": of_class("foaf:Document", f"{address}data/index.html"),
        "dct:accrualPeriodicity": of_class("dct:Frequency", f"{AUTHORITY}frequency/IRREG"),
        "dct:temporal": {"@id": f"{address}data/#period", "@type": "dct:PeriodOfTime",
                         "dcat:startDate": {"@value": f"{first}", "@type": "xsd:gYear"},
                         "dcat:endDate": {"@value": f"{last}", "@type": "xsd:gYear"}},
        **about_both(edition),
        "dcat:distribution": [distribution(file, edition) for file in data],
    }  # fmt: skip


def service(edition: Edition) -> Node:
    """Returns the static interface."""
    address = edition.address
    return {
        "@id": f"{address}data/#interface", "@type": "dcat:DataService",
        "dct:title": tagged(in_languages("exports.api_title")),
        "dct:description": tagged(in_languages("exports.api_about")),
        "dcat:endpointURL": {"@id": f"{address}api/v1/"},
        "dct:conformsTo": of_class("dct:Standard", "https://spec.openapis.org/oas/v3.1.0"),
        "dcat:endpointDescription": {"@id": f"{address}data/openapi.yaml"},
        "dcat:servesDataset": {"@id": f"{address}data/#dataset"},
        "dct:publisher": {"@id": f"{address}data/#publisher"}, "dct:license": licence(edition), **about_both(edition),
    }  # fmt: skip


def about_both(edition: Edition) -> Node:
    """Returns what holds of data set and interface alike: keywords, themes, rights, and whom to ask."""
    words = [{"@value": text, "@language": LANGUAGES[lang].html}
             for lang in LANGUAGES for text in read_words(lang)["exports"]["keywords"]]  # fmt: skip
    contact = {
        "@id": f"{edition.address}data/#contact", "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": of_schema(edition.package.descriptor)["en"],
        "vcard:hasURL": {"@id": f"{edition.package.settings['repository']}/issues"},
    }  # fmt: skip
    return {
        "dcat:keyword": words,
        "dcat:theme": [concept(f"{AUTHORITY}data-theme/{code}", label) for code, label in THEMES.items()],
        "dct:accessRights": of_class("dct:RightsStatement", f"{AUTHORITY}access-right/PUBLIC"),
        "dcat:contactPoint": contact,
    }


def publisher(edition: Edition) -> Node:
    kind = concept(f"{ADMS}publishertype/NonGovernmentalOrganisation", "Non-Governmental Organisation")
    names = tagged(of_schema(edition.package.descriptor))
    return {"@id": f"{edition.address}data/#publisher", "@type": ["foaf:Agent", "foaf:Organization"],
            "foaf:name": names, "dct:type": kind}  # fmt: skip


def licence(edition: Edition) -> Node:
    path = edition.package.descriptor["licenses"][0]["path"]
    kind = concept(f"{ADMS}licencetype/Attribution", "Attribution")
    return {**of_class("dct:LicenseDocument", path), "dct:type": kind}


def distribution(file: Download, edition: Edition) -> Node:
    """Returns one file: title, meaning, address, licence, format, size and checksum."""
    address = f"{edition.address}{file.path}"
    return {
        "@id": address, "@type": "dcat:Distribution", "dct:title": tagged(file.title),
        "dct:description": tagged(file.description), "dct:license": licence(edition),
        "dcat:downloadURL": {"@id": address}, "dcat:accessURL": {"@id": f"{edition.address}data/index.html"},
        "dct:modified": {"@value": edition.modified, "@type": "xsd:date"},
        "dcatap:availability": concept(f"{AUTHORITY}planned-availability/AVAILABLE", "available"),
        "dct:format": of_class("dct:MediaTypeOrExtent", format_of(file)),
        "dcat:mediaType": of_class("dct:MediaType", MEDIA_TYPES + file.media_type),
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {"@id": f"{address}#checksum", "@type": "spdx:Checksum",
                          "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                          "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"}},
    }  # fmt: skip


def format_of(file: Download) -> str:
    """Returns the format by the list of the European authority, or the media type where that has none."""
    known = file.format in FILE_TYPES
    return f"{AUTHORITY}file-type/{file.format.upper()}" if known else MEDIA_TYPES + file.media_type
