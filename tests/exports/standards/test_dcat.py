"""The catalogue for European portals, by SHACL, in both of its forms."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, Literal, URIRef
from rdflib import namespace as known
from rdflib.compare import isomorphic

SHAPES = Path(__file__).parent / "dcat_ap.ttl"
FORMS = {"json-ld": "data/dcat.jsonld", "turtle": "data/dcat.ttl"}
TAKEN = [(known.DCAT, "byteSize"), (known.DCTERMS, "format"), (known.DCAT, "contactPoint")]
CLOSED = (known.DCAT, known.DCTERMS, known.FOAF, known.SKOS)  # vocabularies that rdflib knows word by word
NEWER = {"version"}  # of DCAT 3; rdflib knows DCAT 2


@pytest.fixture(scope="module")
def graphs(exported) -> dict[str, Graph]:
    return {form: Graph().parse(data=exported[path], format=form) for form, path in FORMS.items()}


def findings(graph: Graph) -> str:
    """What the shapes say of a graph; empty where they find nothing."""
    holds, _, text = validate(graph, shacl_graph=Graph().parse(SHAPES))
    return "" if holds else text


@pytest.mark.slow
@pytest.mark.parametrize("prefix, term", TAKEN)
def test_the_shapes_find_what_is_taken_away(exported, prefix, term):
    graph = Graph().parse(data=exported["data/dcat.ttl"], format="turtle")
    graph.remove((None, prefix[term], None))
    assert term in findings(graph)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_the_profile_finds_nothing_missing(graphs, form):
    assert findings(graphs[form]) == ""


def test_turtle_and_json_ld_say_the_same(graphs):
    assert len(graphs["turtle"]) > 500 and isomorphic(*graphs.values())


def test_every_word_is_one_of_its_vocabulary(graphs):
    used = {term for _, term, _ in graphs["turtle"]} | set(graphs["turtle"].objects(None, known.RDF.type))
    for vocabulary in CLOSED:
        ours = {str(term).removeprefix(str(vocabulary)) for term in used if str(term).startswith(str(vocabulary))}
        assert ours and [term for term in sorted(ours - NEWER) if term not in vocabulary] == []


def test_the_period_is_that_of_the_figures(graphs):
    (period,) = graphs["turtle"].subjects(known.RDF.type, known.DCTERMS.PeriodOfTime)
    ends = [graphs["turtle"].value(period, end) for end in (known.DCAT.startDate, known.DCAT.endDate)]
    assert ends == [Literal("2018", datatype=known.XSD.gYear), Literal("2018", datatype=known.XSD.gYear)]


def test_the_interface_is_a_service_of_the_data_set(graphs):
    root = "https://tiny-ledger.example.org/data/"
    assert (URIRef(f"{root}#interface"), known.DCAT.servesDataset, URIRef(f"{root}#dataset")) in graphs["turtle"]
