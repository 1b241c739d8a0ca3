"""Bodies of records as one: what they name is united, and where it cannot be, both values are told."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import (
    Agreement,
    Attestation,
    Corpus,
    DataError,
    Event,
    InvalidValueError,
    Label,
    Participation,
    Party,
    Place,
    Provision,
    Relation,
    Source,
    Sphere,
    UnknownIdError,
    load,
    testing,
)
from bilateral.formats import json
from bilateral.model import claims
from bilateral.model.catalogue import Catalogue

KAZAKHSTAN = Party("KAZ", [Label("en", "Kazakhstan")], alpha2="KZ")

CORPORA = testing.corpora(max_size=4)


def held(corpus):
    """Return what a corpus holds, but for what depends on which of several comes first."""
    return {
        record.id: (
            frozenset(record.attestations),
            frozenset(Counter(each.text for each in getattr(record, "provisions", ())).items()),
            frozenset((field, getattr(record, field)) for field in claims.DATES if hasattr(record, field)),
            frozenset((field, frozenset(record.alternatives(field))) for field in ("title", "kind", "place")),
            frozenset(
                (field, frozenset(map(claims.subject, getattr(record, field))))
                for field in ("parties", "persons")
            ),
        )
        for record in corpus
    }


@st.composite
def bodies(draw, count):
    """Draw corpora of which no two have an agreement and an event of one id."""
    types = {}
    return [
        Corpus(
            [record for record in corpus if types.setdefault(record.id, type(record)) is type(record)],
            catalogue=corpus.catalogue,
        )
        for corpus in (draw(CORPORA) for _ in range(count))
    ]


@given(bodies(2))
def test_every_claim_of_each_is_in_the_whole_and_no_other(corpora):
    a, b = corpora
    both = a.merge(b)

    def all_claims(*bodies):
        return {(record.id, claim) for body in bodies for record in body for claim in record.attestations}

    assert all_claims(both) == all_claims(a, b)
    assert [record.id for record in both if record.discrepancies()] == []
    assert json.loads(json.dumps(both)) == both


@given(bodies(2))
def test_merging_is_commutative_but_for_order(corpora):
    a, b = corpora
    assert held(a.merge(b)) == held(b.merge(a))


@given(bodies(3))
def test_merging_is_associative(corpora):
    a, b, c = corpora
    assert held(a.merge(b).merge(c)) == held(a.merge(b.merge(c))) == held(a.merge(b, c))


@given(bodies(2))
def test_merging_again_changes_nothing(corpora):
    a, b = corpora
    both = a.merge(b)
    assert a.merge(a) == a.merge(Corpus()) == a.merge() == Corpus().merge(a) == a
    assert both.merge(b) == both.merge(a) == both.merge(both) == both


@given(CORPORA)
def test_what_nobody_attests_is_not_lost_either(corpus):
    fields = ("title", "place", "spheres", "persons", "relations", "urls", "aliases", "description")
    bare = Corpus([type(r)(r.id, **{field: getattr(r, field) for field in fields}) for r in corpus])
    both = corpus.merge(bare)
    for record in bare:
        for field in fields:
            value = getattr(record, field)
            claimed = {claim.value for claim in both[record.id].attested(field)}
            assert {*(value if isinstance(value, tuple) else [value])} - {None} <= claimed


@given(bodies(2), testing.agreements("mine"), testing.agreements("yours"))
def test_records_taken_to_be_the_same_are_one_with_the_claims_of_both(corpora, mine, yours):
    a, b = (Corpus([*corpus, one]) for corpus, one in zip(corpora, (mine, yours), strict=True))
    both = a.merge(b, same={"yours": "mine"})

    def all_claims(record):
        # What is claimed of relations to the one is now claimed of relations to the other.
        return {claim for claim in record.attestations if claim.field != "relations"}

    assert "yours" not in both
    assert "yours" in both["mine"].aliases
    assert all_claims(mine) | all_claims(yours) <= all_claims(both["mine"])
    assert both.merge(b, same={"yours": "mine"}) == both


def test_datasets_are_joined():
    both = load().merge(Corpus(dataset=None), load())
    assert both.dataset == load().dataset
    assert both == load()


def one(id="x", **parts):
    return Corpus([Agreement(id, **parts)])


def test_of_a_party_all_is_known_that_either_knows():
    russian = Party("KAZ", [Label("ru", "Казахстан"), Label("en", "Kazakhstan")], cow=705)
    both = one("a", parties=[KAZAKHSTAN]).merge(one("b", parties=[russian]), one("c", parties=["KAZ"]))

    whole = Party("KAZ", [Label("en", "Kazakhstan"), Label("ru", "Казахстан")], alpha2="KZ", cow=705)
    assert both.parties["KAZ"] == whole
    assert [record.parties[0].party for record in both] == [whole] * 3


def test_an_organisation_stays_one_beside_a_bare_id():
    organisation = Party("OTS", kind="organisation")
    for corpora in ([organisation, Party("OTS")], [Party("OTS"), organisation]):
        a, b = (one(f"r{i}", parties=[party]) for i, party in enumerate(corpora))
        assert a.merge(b).parties["OTS"] == organisation


def test_all_clashes_are_told_with_both_values():
    a = one("a", parties=[Party("KAZ", alpha2="KZ", cow=705)], attestations=[])
    b = one("b", parties=[Party("KAZ", alpha2="KA", cow=706)])

    with pytest.raises(DataError) as caught:
        a.merge(b)
    assert [str(problem) for problem in caught.value.problems] == [
        "parties KAZ: alpha2: 'KA': another corpus has KZ; correct one, or keep the first of them",
        "parties KAZ: cow: '706': another corpus has 705; correct one, or keep the first of them",
    ]
    assert a.merge(b, clashes="first").parties["KAZ"].cow == 705
    assert b.merge(a, clashes="first")["a"].parties[0].party.cow == 706


def test_what_things_refer_to_is_united_too():
    economic = Sphere("economic", [Label("en", "Economy")])
    a = one("a", spheres=[Sphere("energy", broader=Sphere("economic"))], place=Place("almaty", country="KAZ"))
    b = one("b", spheres=[economic], place=Place("almaty", country=KAZAKHSTAN))
    both = a.merge(b)

    assert both["a"].spheres[0].broader == economic
    assert both["a"].place.country == KAZAKHSTAN
    assert both["a"].place == both["b"].place == both.places["almaty"]


def test_a_circle_of_spheres_that_two_make_together_is_told():
    a = one("a", spheres=[Sphere("energy", broader=Sphere("trade"))])
    b = one("b", spheres=[Sphere("trade", broader=Sphere("energy"))])
    with pytest.raises(DataError, match="energy < trade < energy stand in a circle"):
        a.merge(b)
    assert len(a.merge(b, clashes="first")) == 2


def test_everything_that_names_a_thing_names_the_united_one():
    bare, known = Source("a"), Source("a", "A study")
    claims = [Attestation("parties", Participation("KAZ", "state"), bare)]
    provision = Provision(1, "trade", spheres=[Sphere("trade")], source=bare)
    a = one(
        "a", parties=[Participation("KAZ", "state")], attestations=claims, provisions=[provision], urls=()
    )
    b = Corpus(
        catalogue=Catalogue(
            parties=[KAZAKHSTAN], sources=[known], spheres=[Sphere("trade", [Label("en", "Trade")])]
        )
    )
    record = a.merge(b)["a"]

    assert record.attestations[0].source == record.provisions[0].source == known
    assert record.attestations[0].value.party == record.parties[0].party == KAZAKHSTAN
    assert record.provisions[0].spheres[0].name() == "Trade"
    assert record.discrepancies() == ()


def test_relations_follow_the_records_that_are_united():
    a = one("a")
    b = Corpus([Agreement("b"), Agreement("c", relations=[Relation("amends", "b"), Relation("amends", "a")])])
    assert a.merge(b, same={"b": "a"})["c"].relations == (Relation("amends", "a"),)


def test_an_id_may_lead_to_the_next_but_not_back():
    a = Corpus([Agreement(id) for id in "abc"])
    assert [record.aliases for record in a.merge(same={"b": "c", "c": "a"})] == [("b", "c")]
    with pytest.raises(InvalidValueError, match="b = c = b is a circle"):
        a.merge(same={"b": "c", "c": "b"})


def test_ids_that_no_record_has_are_named():
    with pytest.raises(UnknownIdError, match="no record 'treaty-1'; did you mean 'treaty-10'"):
        one("treaty-10").merge(one("a"), same={"a": "treaty-1"})


def test_agreements_and_events_of_one_id_are_told_together():
    a = Corpus([Agreement("x"), Agreement("y")])
    with pytest.raises(DataError) as caught:
        a.merge(Corpus([Event("x"), Event("y")]), clashes="first")
    assert len(caught.value.problems) == 2


def test_what_is_asked_for_is_checked():
    with pytest.raises(InvalidValueError, match='"refuse" or "first"'):
        one().merge(one(), clashes="last")
    with pytest.raises(InvalidValueError, match="must be a Corpus; decisions go to same="):
        one().merge(one("b"), {"b": "a"})
