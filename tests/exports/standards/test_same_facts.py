"""One file is described in many places: title, licence, day, size and checksum are the same in all of them."""

import hashlib
import json
import re
import zipfile
from io import BytesIO

import pytest
import yaml
from rdflib import Graph, Namespace, URIRef
from rdflib import namespace as known

ROOT = "https://tiny-ledger.example.org/"
LICENCE, DAY, VERSION = "https://creativecommons.org/licenses/by/4.0/", "2026-01-02", "0.1.0"
SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def described(exported) -> dict[str, object]:
    told = ("index.json", "datapackage.json", "csv-metadata.json", "dataset.jsonld", "croissant.json")
    return {f"data/{name}": json.loads(exported[f"data/{name}"]) for name in told}


@pytest.fixture(scope="module")
def graph(exported) -> Graph:
    return Graph().parse(data=exported["data/dcat.ttl"], format="turtle")


def told_by_dcat(graph: Graph) -> dict[str, tuple]:
    told = {}
    for node, address in graph.subject_objects(known.DCAT.downloadURL):
        checksum = graph.value(graph.value(node, SPDX.checksum), SPDX.checksumValue, any=False)
        title = next(str(text) for text in graph.objects(node, known.DCTERMS.title) if text.language == "en")
        size = int(graph.value(node, known.DCAT.byteSize))
        told[str(address).removeprefix(ROOT)] = (title, size, str(checksum).lower())
    return told


def told_by(described: dict) -> dict[str, dict[str, tuple]]:
    """Description -> path -> (English title, bytes, SHA-256)."""
    index, package = described["data/index.json"], described["data/datapackage.json"]
    csvw, dataset = described["data/csv-metadata.json"], described["data/dataset.jsonld"]
    return {
        "index": {file["path"]: (file["title_en"], file["bytes"], file["sha256"]) for file in index["files"]},
        "package": {
            f"data/{each['path']}": (each["title_en"], each["bytes"], each["hash"].removeprefix("sha256:"))
            for each in package["resources"]
        },
        "csvw": {
            f"data/{table['url']}": (table["dc:title"][1]["@value"], table["schema:contentSize"],
                                     table["schema:sha256"])
            for table in csvw["tables"]
        },
        "schema.org": {
            each["contentUrl"].removeprefix(ROOT): (each["name"].partition(" / ")[2],
                                                    int(each["contentSize"].removesuffix(" B")), each["sha256"])
            for each in dataset["distribution"]
        },
    }  # fmt: skip


def test_every_description_gives_a_file_the_same_title_size_and_checksum(described, graph, exported):
    index, *others = (told_by(described) | {"dcat": told_by_dcat(graph)}).values()
    assert all(len(told) > 20 for told in others)
    for told in others:
        assert told == {path: index[path] for path in told}
    for path, (_, size, checksum) in index.items():
        assert (size, checksum) == (len(exported[path]), hashlib.sha256(exported[path]).hexdigest())


def test_croissant_gives_the_same_checksums(described, exported):
    files = described["data/croissant.json"]["distribution"]
    assert len(files) > 20
    for file in files:
        content = exported[file["contentUrl"].removeprefix(ROOT)]
        assert (file["contentSize"], file["sha256"]) == (f"{len(content)} B", hashlib.sha256(content).hexdigest())


def test_licence_day_and_version_are_the_same_everywhere(described, graph, exported):
    package, croissant = described["data/datapackage.json"], described["data/croissant.json"]
    dataset, index = described["data/dataset.jsonld"], described["data/index.json"]
    csvw, catalogue = described["data/csv-metadata.json"], URIRef(f"{ROOT}data/#dataset")
    archive = zipfile.ZipFile(BytesIO(exported["data/pairing-ledger.zip"]))
    citation = yaml.safe_load(archive.read("pairing-ledger/CITATION.cff"))
    assert {
        package["licenses"][0]["path"], croissant["license"], dataset["license"], index["licence"],
        csvw["dc:license"]["@id"], str(graph.value(catalogue, known.DCTERMS.license)),
    } == {LICENCE}  # fmt: skip
    assert citation["license"] == package["licenses"][0]["name"] == "CC-BY-4.0"
    assert {
        package["created"][:10], croissant["datePublished"], dataset["dateModified"], index["modified"],
        csvw["dc:modified"], str(graph.value(catalogue, known.DCTERMS.modified)), citation["date-released"],
    } == {DAY}  # fmt: skip
    openapi = yaml.safe_load(exported["data/openapi.yaml"])
    assert {
        package["version"], croissant["version"], dataset["version"], index["version"], csvw["schema:version"],
        str(graph.value(catalogue, known.DCAT.version)), citation["version"], openapi["info"]["version"],
    } == {VERSION}  # fmt: skip


def test_the_title_of_the_whole_is_the_same_everywhere(described, graph):
    package, dataset = described["data/datapackage.json"], described["data/dataset.jsonld"]
    titles = {(text.language, str(text)) for text in graph.objects(URIRef(f"{ROOT}data/#dataset"), known.DCTERMS.title)}
    assert titles == {("zh-Hans", package["title"]), ("en", package["title_en"])}
    assert (dataset["name"], dataset["alternateName"]) == (package["title"], package["title_en"])
    csvw = {(each["@language"], each["@value"]) for each in described["data/csv-metadata.json"]["dc:title"]}
    assert csvw == {("zh-Hans", package["title"]), ("en", package["title_en"])}


def test_the_day_is_that_of_the_data_wherever_a_file_says_one(exported):
    found = re.findall(rb"20\d\d-\d\d-\d\d", exported["data/dcat.ttl"])
    assert set(found) == {DAY.encode()}
