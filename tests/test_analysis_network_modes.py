"""A corpus as a graph, opened by a reader that knows nothing of this library."""

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import Event, InvalidValueError, testing
from bilateral.analysis import network

nx = pytest.importorskip("networkx")

HOSTILE = '<img src=x onerror="alert(1)"> & ]]> \u202eevil'


@given(testing.corpora())
def test_every_record_and_all_it_names_is_a_node(corpus):
    found = network.graph(corpus)
    unsure = {record.id for record in corpus.uncertain}

    for record in corpus:
        own = f"record:{record.id}"
        assert found.nodes[own]["label"] == record.label
        named = {f"party:{each.party.id}" for each in record.parties}
        named |= {f"sphere:{each.id}" for each in record.spheres}
        named |= {f"person:{each.person.id}" for each in record.persons}
        named |= {f"place:{record.place.id}"} if record.place else set()
        related = {f"record:{each.target}" for each in record.relations if each.target in corpus}
        assert set(found.successors(own)) == named | related
        for _, _, edge in found.out_edges(own, data=True):
            assert edge["certain"] is (record.id not in unsure)


def test_roles_are_kept():
    found = network.graph(bl.load())

    assert found.edges["sphere:oil-gas", "sphere:energy"]["role"] == "broader"
    assert found.edges["place:baku", "party:AZE"]["role"] == "country"
    assert found.edges["record:aze-kaz-1996-oil-gas", "party:KAZ"]["role"] == "government"
    assert found.nodes["party:CIS"]["mode"] == "organisation"


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_files_are_read_back(tmp_path, suffix):
    relations = bl.load()
    hostile = Event("hostile", title=HOSTILE, parties=[relations.parties["AZE"]])
    corpus = bl.Corpus([*relations, hostile], catalogue=relations.catalogue)
    found = network.graph(corpus)
    network.write(found, tmp_path / f"graph{suffix}")
    again = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf}[suffix](tmp_path / f"graph{suffix}")

    assert set(again.nodes) == set(found.nodes)
    assert set(again.edges) == set(found.edges)
    assert again.nodes["record:hostile"]["label"] == HOSTILE
    assert again.edges["sphere:oil-gas", "sphere:energy"]["role"] == "broader"


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_what_xml_does_not_allow_spoils_no_file(tmp_path, suffix):
    found = network.graph(bl.Corpus([Event("e", title="a\x0bb\x00c\ufffe")]))
    network.write(found, tmp_path / f"graph{suffix}")
    again = {".graphml": nx.read_graphml, ".gexf": nx.read_gexf}[suffix](tmp_path / f"graph{suffix}")

    assert again.nodes["record:e"]["label"] == "a\ufffdb\ufffdc\ufffd"
    assert found.nodes["record:e"]["label"] == "a\x0bb\x00c\ufffe"


def test_graphml_is_opened_by_another_reader(tmp_path):
    igraph = pytest.importorskip("igraph")
    found = network.graph(bl.load())
    network.write(found, tmp_path / "graph.graphml")
    again = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))

    assert sorted(again.vs["id"]) == sorted(found.nodes)
    assert again.ecount() == found.number_of_edges()
    assert again.is_directed()
    assert {vertex["id"]: vertex["mode"] for vertex in again.vs} == dict(found.nodes(data="mode"))


def test_an_unknown_suffix_is_refused_and_nothing_written(tmp_path):
    with pytest.raises(InvalidValueError, match=r"one of \.graphml, \.gexf"):
        network.write(nx.Graph(), tmp_path / "graph.dot")
    assert list(tmp_path.iterdir()) == []
