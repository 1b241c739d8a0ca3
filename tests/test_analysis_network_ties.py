"""Ties against counting pairs one by one, and against the projection that networkx makes."""

import pytest
from hypothesis import assume, given

import bilateral as bl
from bilateral import InvalidDateError, InvalidValueError, testing
from bilateral import query as q
from bilateral.analysis.network import Tie, graph, in_force, ties

nx = pytest.importorskip("networkx")


@given(testing.corpora(), testing.queries(max_leaves=2))
def test_bounds_are_those_of_each_record_on_its_own(whole, query):
    corpus = whole.where(query)
    found = ties(corpus)

    for a, b, at_least, at_most in found.pairs:
        common = [record for record in corpus if {a, b} <= {each.party.id for each in record.parties}]
        assert at_most == len(common)
        assert at_least == sum(query.truth(record).certain for record in common)
    assert sorted(found.members) == sorted(corpus.counts("party"))
    assert [tie.at_most for tie in found.pairs] == sorted((tie.at_most for tie in found.pairs), reverse=True)


@given(testing.corpora())
def test_the_graph_is_the_projection_of_records_on_parties(corpus):
    assume(corpus.counts("party"))
    whole = graph(corpus).to_undirected()
    kept = [node for node in whole if node.startswith(("record:", "party:"))]
    affiliations = nx.Graph(
        (a, b)
        for a, b in whole.subgraph(kept).edges
        if {a.partition(":")[0], b.partition(":")[0]} == {"record", "party"}
    )
    affiliations.add_nodes_from(f"party:{id}" for id in corpus.counts("party"))
    parties = [node for node in affiliations if node.startswith("party:")]
    projected = nx.bipartite.weighted_projected_graph(affiliations, parties)
    renamed = nx.relabel_nodes(projected, {node: node.removeprefix("party:") for node in parties})

    assert nx.utils.graphs_equal(
        nx.Graph((a, b, {"weight": data["weight"]}) for a, b, data in ties(corpus).graph().edges(data=True)),
        nx.Graph((a, b, {"weight": data["weight"]}) for a, b, data in renamed.edges(data=True)),
    )


@given(testing.corpora())
def test_what_was_in_force_is_what_the_question_says(corpus):
    found = in_force(corpus, "1996")
    truths = {record.id: q.in_force("1996").truth(record) for record in corpus}

    for a, b, at_least, at_most in found.pairs:
        common = [record.id for record in corpus if {a, b} <= {each.party.id for each in record.parties}]
        assert at_most == sum(truths[id].possible for id in common)
        assert at_least == sum(truths[id].certain for id in common)


@pytest.mark.parametrize("of", ["person", "sphere"])
@given(testing.corpora())
def test_persons_and_spheres_are_tied_likewise(of, corpus):
    found = ties(corpus, of=of)
    held = {
        "person": [{each.person.id for each in record.persons} for record in corpus],
        "sphere": [{each.id for each in record.spheres} for record in corpus],
    }[of]

    assert set(found.members) == set().union(*held)
    for a, b, _, at_most in found.pairs:
        assert at_most == sum({a, b} <= each for each in held) > 0
    with pytest.raises(InvalidValueError, match="one of party, person, sphere"):
        ties(corpus, of="colour")


def test_the_dossier_in_force():
    relations = bl.load()
    found = in_force(relations, "2005-06-01")

    assert found.between("KAZ", "AZE") == Tie(
        "AZE",
        "KAZ",
        *(
            len(relations.where(q.in_force("2005-06-01"), q.party("AZE", "KAZ"), certain=certain))
            for certain in (True, False)
        ),
    )
    assert found.between("AZE", "ZZZ") == ("AZE", "ZZZ", 0, 0)
    assert found.notes() == ["Agreements in force, 2005-06-01"]
    with pytest.raises(InvalidDateError):
        in_force(relations, "once")


def test_a_graph_of_what_is_sure_has_no_other_ties():
    corpus = bl.Corpus(
        [
            bl.Event("a", date="1996-05", parties=["AZE", "KAZ"]),
            bl.Event("b", date="1996-05-03", parties=["AZE", "TUR"]),
        ]
    )
    found = ties(corpus.where(date="1996-05-03"))

    assert set(found.graph(certain=True).edges) == {("AZE", "TUR")}
    assert set(found.graph().edges) == {("AZE", "KAZ"), ("AZE", "TUR")}
    assert set(found.graph(certain=True)) == {"AZE", "KAZ", "TUR"}
