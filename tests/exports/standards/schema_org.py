"""Descriptions by schema.org, read as JSON-LD without the network."""

from __future__ import annotations

from pyld import jsonld
from rdflib import Graph
from rdflib import namespace as known

SCHEMA = "https://schema.org/"


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
