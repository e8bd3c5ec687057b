"""The data set as search engines read it: words of schema.org, and the fields that Dataset Search asks for."""

import json

import pytest
from rdflib import namespace as known

from tests.exports.standards.schema_org import words_of

REQUIRED = {"name", "description"}  # by Google's documentation of structured data, Dataset
RECOMMENDED = {
    "alternateName", "creator", "identifier", "isAccessibleForFree", "keywords", "license", "measurementTechnique",
    "spatialCoverage", "temporalCoverage", "variableMeasured", "version", "url", "includedInDataCatalog",
    "distribution",
}  # fmt: skip


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
