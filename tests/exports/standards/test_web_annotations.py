"""The annotations read by a JSON-LD processor and kept as triples, against the terms of the W3C's own context.

The terms stand here as the Web Annotation Vocabulary (W3C Recommendation, 2017) defines them, so that nothing is
fetched: those that the ledger uses, and no other.
"""

import json

import pytest
from pyld import jsonld
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from tests.exports.standards.test_same_facts import LICENCE

ADDRESS = "http://www.w3.org/ns/anno.jsonld"
OA, DC = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://purl.org/dc/elements/1.1/")
DCTERMS, TYPES = Namespace("http://purl.org/dc/terms/"), Namespace("http://purl.org/dc/dcmitype/")
AS, SCHEMA = Namespace("http://www.w3.org/ns/activitystreams#"), Namespace("https://schema.org/")
CLASSES = {
    "Annotation": OA.Annotation, "TextualBody": OA.TextualBody, "TextPositionSelector": OA.TextPositionSelector,
    "TextQuoteSelector": OA.TextQuoteSelector, "Text": TYPES.Text, "describing": OA.describing,
    "AnnotationCollection": AS.OrderedCollection, "AnnotationPage": AS.OrderedCollectionPage,
}  # fmt: skip
NODES = {"body": OA.hasBody, "target": OA.hasTarget, "source": OA.hasSource, "selector": OA.hasSelector,
         "rights": DCTERMS.rights, "first": AS.first}  # fmt: skip
WORDS = {"motivation": OA.motivatedBy, "purpose": OA.hasPurpose}
TEXTS = {"format": DC["format"], "language": DC.language, "value": RDF.value, "start": OA.start, "end": OA.end,
         "exact": OA.exact, "total": AS.totalItems, "startIndex": AS.startIndex}  # fmt: skip
CONTEXT = {
    "id": "@id", "type": "@type", **{name: str(iri) for name, iri in (CLASSES | TEXTS).items()},
    **{name: {"@id": str(iri), "@type": "@id"} for name, iri in NODES.items()},
    **{name: {"@id": str(iri), "@type": "@vocab"} for name, iri in WORDS.items()},
    "items": {"@id": str(AS["items"]), "@type": "@id", "@container": "@list"},
}  # fmt: skip
OWN = {"@context", "sha256", "schema", "schema:url", "schema:isPartOf"}  # ours, told in the file itself


def load(url: str, options: dict) -> dict:
    """Gives the terms above for the address of the context, and nothing else."""
    assert url == ADDRESS
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": CONTEXT}}


@pytest.fixture(scope="module")
def every(exported):
    return json.loads(exported["data/annotations.jsonld"])


@pytest.fixture(scope="module")
def graph(every) -> Graph:
    quads = jsonld.to_rdf(every, {"documentLoader": load, "format": "application/n-quads"})
    return Graph().parse(data=quads, format="nt")


def test_every_key_is_a_term_of_the_standard_or_told_in_the_file(every):
    assert keys_of(every) - OWN - CONTEXT.keys() == set()


def keys_of(node: object) -> set[str]:
    below = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return (set(node) if isinstance(node, dict) else set()).union(*map(keys_of, below))


def test_every_annotation_becomes_triples_of_the_vocabulary(graph, every):
    found = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(found) == every["total"] > 10
    assert set(graph.objects(None, OA.motivatedBy)) == {OA.describing}
    for each in found:
        target = graph.value(each, OA.hasTarget)
        kinds = {graph.value(one, RDF.type) for one in graph.objects(target, OA.hasSelector)}
        assert kinds == {OA.TextPositionSelector, OA.TextQuoteSelector}
        assert isinstance(graph.value(target, OA.hasSource), URIRef)
        assert graph.value(each, DCTERMS.rights) == URIRef(LICENCE)


def test_a_figure_is_quoted_from_where_it_begins_to_where_it_ends(graph):
    """1200万元 of ta18 begins at code point 104 and has six characters."""
    record = URIRef("https://tiny-ledger.example.org/sources/ta18.html#c-ta18-f01")
    target = graph.value(record, OA.hasTarget)
    selectors = graph.objects(target, OA.hasSelector)
    told = {kind: value for one in selectors for kind, value in graph.predicate_objects(one)}
    assert (told[OA.start], told[OA.end], told[OA.exact]) == (
        Literal("104", datatype=XSD.integer), Literal("110", datatype=XSD.integer), Literal("1200万元"))  # fmt: skip
    bodies = {str(graph.value(body, DC.language)): str(graph.value(body, RDF.value))
              for body in graph.objects(record, OA.hasBody)}  # fmt: skip
    assert bodies.keys() == {"zh", "en"} and "到位资金合计" in bodies["zh"]


def test_the_text_is_known_by_its_checksum_and_as_a_text(graph):
    texts = set(graph.objects(None, OA.hasSource))
    assert {graph.value(text, RDF.type) for text in texts} == {TYPES.Text}
    told = [str(graph.value(text, SCHEMA.sha256)) for text in texts if text.startswith("urn:sha256:")]
    assert told and all(f"urn:sha256:{checksum}" in map(str, texts) for checksum in told)
