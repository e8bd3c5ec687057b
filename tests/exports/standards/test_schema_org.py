"""The data set as search engines read it: words of schema.org, and the fields that Dataset Search asks for."""

import json

import pytest
from pyld import jsonld
from rdflib import Graph
from rdflib import namespace as known

SCHEMA = "https://schema.org/"
REQUIRED = {"name", "description"}  # by Google's documentation of structured data, Dataset
RECOMMENDED = {
    "alternateName", "creator", "identifier", "isAccessibleForFree", "keywords", "license", "measurementTechnique",
    "spatialCoverage", "temporalCoverage", "variableMeasured", "version", "url", "includedInDataCatalog",
    "distribution",
}  # fmt: skip


def offline(url: str, _options: dict) -> dict:
    """The context of schema.org without the network: every word is one of its own, addresses are its ids."""
    assert url == SCHEMA, url
    addresses = {name: {"@id": f"{SCHEMA}{name}", "@type": "@id"}
                 for name in ("url", "license", "contentUrl", "isPartOf", "item")}  # fmt: skip
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": SCHEMA, **addresses}}}


def words_of(node: dict) -> set[str]:
    """Every property and class of a description, without the prefix of schema.org; fails at any other."""
    quads = jsonld.to_rdf(node, {"format": "application/n-quads", "documentLoader": offline})
    graph = Graph().parse(data=quads, format="nt")
    used = {str(term) for _, term, _ in graph if term != known.RDF.type}
    used |= set(map(str, graph.objects(None, known.RDF.type)))
    assert all(word.startswith(SCHEMA) for word in used), used
    return {word.removeprefix(SCHEMA) for word in used}


@pytest.fixture(scope="module")
def dataset(exported) -> dict:
    return json.loads(exported["data/dataset.jsonld"])


def test_every_word_is_one_of_schema_org(dataset):
    words = words_of(dataset)
    assert {"Dataset", "DataDownload", "sha256"} <= words
    assert sorted(word for word in words if word not in known.SDO) == []


def test_a_word_that_schema_org_lacks_is_found(dataset):
    assert "dateChanged" in words_of(dataset | {"dateChanged": "2026-01-02"})
    assert "dateChanged" not in known.SDO


def test_what_dataset_search_requires_and_recommends_is_said(dataset):
    assert dataset.keys() >= REQUIRED | RECOMMENDED
    assert 50 <= len(dataset["description"]) <= 5000
    assert all(each.keys() >= {"contentUrl", "encodingFormat"} for each in dataset["distribution"])
    assert (dataset["temporalCoverage"], dataset["variableMeasured"][0]) == ("2018/2018", "Fiscal assistance")
