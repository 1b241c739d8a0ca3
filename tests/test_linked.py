"""Linked data: published terms, the same statements as the records, the same answers as queries."""

import json
import subprocess
import sys
import warnings
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings

from bilateral import Agreement, Attestation, Chronology, Corpus, InvalidValueError, Source, load, testing
from bilateral.formats import jsonld, turtle
from bilateral.linked import graph, problems
from bilateral.linked.names import address, checked_base, local
from hostile import corpus as hostile

rdflib = pytest.importorskip("rdflib", reason="needs the extra rdf")

from rdflib import BNode, Graph, Literal, URIRef  # noqa: E402 - what it comes from may not be there
from rdflib.compare import isomorphic  # noqa: E402
from rdflib.namespace import DCAT, DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD  # noqa: E402

from bilateral.linked.terms import BIBO, CRM, EDTF, ELI, WDT, WIKIBASE  # noqa: E402

BASE = "https://example.org/"
KNOWN = (DCAT, DCTERMS, PROV, RDF, RDFS, SDO, SKOS, XSD, BIBO, CRM, ELI, WDT, WIKIBASE)


@pytest.fixture(scope="module")
def relations():
    return load()


@pytest.fixture(scope="module")
def found(relations):
    return graph(relations)


def read(text, form):
    with warnings.catch_warnings():
        # The reader of JSON-LD uses a class that rdflib itself calls deprecated.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Graph().parse(data=text, format=form)


def record(id):
    return URIRef(f"{BASE}record/{id}")


def test_every_term_is_one_of_a_published_vocabulary(found):
    used = (
        set(found.predicates()) | set(found.objects(None, RDF.type)) | set(found.objects(None, WIKIBASE.rank))
    )
    used |= {node.datatype for node in found.objects() if isinstance(node, Literal) and node.datatype}

    assert {term for term in used if not any(term in vocabulary for vocabulary in KNOWN)} == {EDTF}


def test_the_vocabularies_are_closed():
    for vocabulary, word in ((ELI, "date_signed"), (CRM, "P82_begin"), (WDT, "P1"), (WIKIBASE, "GoodRank")):
        with pytest.raises(AttributeError):
            vocabulary[word]


def test_there_are_no_blank_nodes_and_no_other_schemes(found):
    nodes = set(found.subjects()) | set(found.objects()) | set(found.predicates())

    assert not [node for node in nodes if isinstance(node, BNode)]
    assert all(str(node).startswith(("http://", "https://")) for node in nodes if isinstance(node, URIRef))


def test_an_agreement(found):
    trade = record("aze-kaz-1993-trade")
    signing = found.value(trade, PROV.wasGeneratedBy)
    span = found.value(signing, CRM["P4_has_time-span"])
    bounds = {
        name: str(found.value(span, CRM[name])).removesuffix("T00:00:00").removesuffix("T23:59:59")
        for name in (
            "P82a_begin_of_the_begin",
            "P81a_end_of_the_begin",
            "P81b_begin_of_the_end",
            "P82b_end_of_the_end",
        )
    }

    assert set(found.objects(trade, RDF.type)) == {SDO.Legislation, ELI.LegalResource, PROV.Entity}
    assert found.value(trade, DCTERMS.date) == Literal("[1993-02-24,1993-12-24]", datatype=EDTF)
    assert found.value(span, RDF.value) == found.value(trade, DCTERMS.date)
    # It is not one day: nothing says so.
    assert found.value(trade, ELI.date_document) is None
    assert list(bounds.values()) == ["1993-02-24", "1993-12-24", "1993-02-24", "1993-12-24"]
    assert set(found.objects(trade, WDT.P1891)) == {URIRef(f"{BASE}party/{id}") for id in ("AZE", "KAZ")}
    assert found.value(record("aze-kaz-1996-pensions"), ELI.date_document) == Literal(
        "1996-09-16", datatype=XSD.date
    )


def test_every_claim_says_who_says_what_where_and_how_it_ranks(relations, found):
    claims = [(each, n, claim) for each in relations for n, claim in enumerate(each.attestations, 1)]
    ranks = {"preferred": "PreferredRank", "normal": "NormalRank", "deprecated": "DeprecatedRank"}
    for each, n, claim in claims:
        iri = URIRef(f"{record(each.id)}/attestation/{n}")
        assert found.value(iri, SDO.about) == record(each.id)
        assert found.value(iri, PROV.hadPrimarySource) == URIRef(f"{BASE}source/{claim.source.id}")
        assert str(found.value(iri, WIKIBASE.rank)).endswith(f"#{ranks[claim.rank.value]}")
        assert str(found.value(iri, DCTERMS.type)) == f"{BASE}field/{claim.field}"
        assert found.value(iri, SDO.text) == (None if claim.quote is None else Literal(claim.quote))
        assert found.value(iri, BIBO.locator) == (None if claim.locator is None else Literal(claim.locator))
        if claim.field in ("signed", "in_force", "terminated", "date"):
            assert found.value(iri, RDF.value) == Literal(str(claim.value), datatype=EDTF)

    assert len(list(found.subjects(RDF.type, SDO.Claim))) == len(claims)


def test_spheres_are_a_hierarchy_with_names_in_languages(relations, found):
    for sphere in relations.spheres:
        iri = URIRef(f"{BASE}sphere/{sphere.id}")
        wider = found.value(iri, SKOS.broader)
        assert wider == (URIRef(f"{BASE}sphere/{sphere.broader.id}") if sphere.broader else None)
        names = {label.language: str(label) for label in found.objects(iri, SKOS.prefLabel) if label.language}
        assert names == {tag: sphere.name(tag) for tag in {label.language for label in sphere.labels}}


def test_open_ends_have_no_bounds():
    corpus = Corpus([Agreement("a", in_force="1996/.."), Agreement("b", in_force="[..1996]")])
    made = graph(corpus)
    spans = {
        id: {
            str(each).rpartition("/")[2][:4]
            for each in made.predicates(URIRef(f"{record(id)}/in_force/time"))
        }
        for id in "ab"
    }

    assert "P82b" not in spans["a"] and "P82a" in spans["a"]  # noqa: PT018 - the two belong together
    assert "P82a" not in spans["b"] and "P82b" in spans["b"]  # noqa: PT018


QUESTION = """
    SELECT DISTINCT ?id WHERE {
        ?agreement a schema:Legislation ; dcterms:identifier ?id ;
            wdt:P1891 <https://example.org/party/AZE>, <https://example.org/party/KAZ> ;
            eli:is_about/skos:broader* <https://example.org/sphere/energy> ;
            prov:wasGeneratedBy/crm:P4_has_time-span ?span .
        ?span crm:P82a_begin_of_the_begin ?earliest ; crm:P82b_end_of_the_end ?latest .
        FILTER(?earliest <= "2006-12-31T23:59:59"^^xsd:dateTime)
        FILTER(?latest >= "1996-01-01T00:00:00"^^xsd:dateTime)
    }
"""


def test_sparql_answers_as_where_does(relations, found):
    asked = relations.agreements.where(sphere="energy", party=["AZE", "KAZ"], date="1996/2006")
    expected = {each.id for each in asked if each.date is not None}

    assert {str(row.id) for row in found.query(QUESTION)} == expected
    assert len(expected) > 3


def test_turtle_and_json_ld_say_the_same(relations, found):
    from_turtle, from_json = read(turtle.dumps(relations), "turtle"), read(jsonld.dumps(relations), "json-ld")

    assert len(found) == len(from_turtle) == len(from_json)
    assert isomorphic(from_turtle, from_json)
    assert isomorphic(from_turtle, found)


@settings(max_examples=10)
@given(testing.corpora(max_size=3))
def test_any_corpus_is_read_back_and_the_bytes_are_those_of_equal_corpora(corpus):
    made = graph(Chronology(corpus))
    text = turtle.dumps(corpus)

    assert isomorphic(read(text, "turtle"), made)
    assert isomorphic(read(jsonld.dumps(corpus), "json-ld"), made)
    assert text == turtle.dumps(
        Corpus(reversed(list(corpus)), catalogue=corpus.catalogue, dataset=corpus.dataset)
    )


def test_bytes_do_not_depend_on_the_hash_seed():
    code = (
        "import hashlib, bilateral as bl; from bilateral.formats import jsonld, turtle;"
        "found = bl.load().where(sphere='energy');"
        "print([hashlib.sha256(each.dumps(found).encode()).hexdigest() for each in (turtle, jsonld)])"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }

    assert len(made) == 1


HOSTILE = [
    '"""\\',
    "<script>",
    "a\nb\r\tc",
    "\u202e\x00\x7f",
    "}} @prefix x: <javascript:y> .",
    "Қазақстан\\u0041",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text):
    corpus = Corpus([Agreement("x", title=text, attestations=[Attestation("title", text, "s", quote=text)])])
    for made in (read(turtle.dumps(corpus), "turtle"), read(jsonld.dumps(corpus), "json-ld")):
        assert made.value(record("x"), SDO.name) == Literal(text)
        assert isomorphic(made, graph(corpus))


def test_the_hostile_corpus_is_read_back():
    corpus = hostile()
    made = graph(corpus)

    assert isomorphic(read(turtle.dumps(corpus), "turtle"), made)
    assert isomorphic(read(jsonld.dumps(corpus), "json-ld"), made)
    assert all(str(each).startswith(("http://", "https://")) for each in made.objects(None, SDO.url))


def test_json_ld_fetches_nothing(relations):
    made = json.loads(jsonld.dumps(relations))

    assert all(isinstance(each, str) for each in made["@context"].values())
    assert {"@context", "@graph"} == made.keys()


def test_addresses_are_iris_of_http_alone():
    assert address("javascript:alert(1)") is None
    assert address("data:text/html,x") is None
    for text in ("https://example.org/a{b}|c\\d^`", "https://example.org/Азербайджан?a=%20&b=[1]#c"):
        made = address(text)
        Graph().parse(data=f"<{made}> <{made}> <{made}> .", format="turtle")
        assert unquote(made) == unquote(text)


def test_ids_are_percent_encoded():
    made = graph(Corpus([Agreement("a:b", title="T")]))

    assert (URIRef(f"{BASE}record/a%3Ab"), DCTERMS.identifier, Literal("a:b")) in made
    assert local("record", "a/b", "é") == "record/a%2Fb/%C3%A9"


def test_the_base_is_ones_own(relations):
    mine = "https://data.example.com/treaties#"
    made = graph(relations.where(sphere="energy"), base=mine)

    assert not [node for node in made.subjects() if not str(node).startswith(mine)]
    assert f"<{mine}record/aze-kaz-1996-oil-gas>" in turtle.dumps(relations, base=mine)


@pytest.mark.parametrize(
    "base", [None, "", "javascript:/", "https://example.org", "https:///", "http://a b/", "/x/"]
)
def test_what_is_no_base_is_refused(base):
    with pytest.raises(InvalidValueError, match="it must be an http or https address that ends in / or #"):
        checked_base(base)


def test_what_is_no_corpus_is_refused():
    with pytest.raises(InvalidValueError, match="it must be a Corpus or a Chronology"):
        graph([])


@pytest.mark.skipif(find_spec("pyshacl") is None, reason="needs the extra rdf")
class TestShapes:
    """SHACL, by pyshacl."""

    def test_the_dossier_keeps_to_them(self, found):
        assert problems(found) == []

    def test_a_file_keeps_to_them(self, relations):
        assert problems(read(turtle.dumps(relations.where(sphere="energy")), "turtle")) == []

    @settings(max_examples=5)
    @given(testing.corpora(max_size=3))
    def test_every_corpus_keeps_to_them(self, corpus):
        assert problems(graph(corpus)) == []

    @pytest.mark.parametrize(
        ("take", "put", "message"),
        [
            (("attestation/1", WIKIBASE.rank), None, "one rank"),
            (None, ("attestation/1", WIKIBASE.rank, SDO.Claim), "one rank"),
            (("attestation/1", PROV.hadPrimarySource), None, "one source"),
            (None, ("attestation/1", PROV.hadPrimarySource, URIRef("https://example.com/x")), "one source"),
            (("attestation/1", RDF.value), None, "one value"),
            (("attestation/1", SDO.about), None, "about one record"),
            (None, ("", DCTERMS.date, Literal("1996")), "an EDTF literal"),
            (None, ("", SDO.url, Literal("javascript:x")), "an IRI of http or https"),
            (None, ("", SDO.url, URIRef("javascript:x")), "an IRI of http or https"),
            (None, ("", WDT.P1891, URIRef("https://example.com/x")), "a signatory must be an agent"),
            (None, ("", ELI.date_document, Literal("1996-09", datatype=XSD.gYearMonth)), "one calendar day"),
            (("", DCTERMS.identifier), None, "one id"),
            (("", PROV.wasGeneratedBy), None, "one signing"),
            (("signed/time", RDF.value), None, "one EDTF literal"),
            (
                None,
                (
                    "signed/time",
                    CRM.P82a_begin_of_the_begin,
                    Literal("2099-01-01T00:00:00", datatype=XSD.dateTime),
                ),
                "not after its latest end",
            ),
            (
                ("signed/time", CRM.P82b_end_of_the_end),
                ("signed/time", CRM.P82b_end_of_the_end, Literal(1)),
                "latest",
            ),
        ],
    )
    def test_a_mistake_is_found(self, relations, take, put, message):
        made = graph(Corpus([relations["aze-kaz-1996-pensions"]]))
        base = record("aze-kaz-1996-pensions")
        assert problems(made) == []
        if take is not None:
            part, predicate = take
            made.remove((URIRef(f"{base}/{part}") if part else base, predicate, None))
        if put is not None:
            part, predicate, value = put
            made.add((URIRef(f"{base}/{part}") if part else base, predicate, value))

        assert any(message in each for each in problems(made))

    def test_shapes_name_only_published_terms(self):
        shapes = Graph().parse(Path(jsonld.__file__).parents[1] / "data" / "shapes.ttl")
        paths = {term for term in shapes.objects(None, rdflib.SH.path) if isinstance(term, URIRef)}
        classes = set(shapes.objects(None, rdflib.SH.targetClass)) | set(
            shapes.objects(None, rdflib.SH["class"])
        )

        assert not [term for term in paths | classes if not any(term in vocabulary for vocabulary in KNOWN)]


def test_sources_are_described_by_their_reference():
    made = graph(
        Corpus([Agreement("x", title="T", attestations=[Attestation("title", "T", Source("s", "Title"))])])
    )

    assert made.value(URIRef(f"{BASE}source/s"), DCTERMS.bibliographicCitation) == Literal("Title.")
