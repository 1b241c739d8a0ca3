"""Policies: what is shown is chosen, nothing is discarded, and it can be given back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral import (
    Agreement,
    Attestation,
    Corpus,
    InvalidValueError,
    Participation,
    Rank,
    UnknownIdError,
    load,
    policies,
    testing,
)
from bilateral.formats import json
from bilateral.model import claims
from bilateral.model.merging import with_claims
from bilateral.policies import Policy, by_rank, by_source, earliest, latest, majority, most_precise

NAMED = ["set", "rank", "majority", "most-precise", "earliest", "latest"]
POLICIES = st.one_of(
    st.sampled_from(NAMED).map(Policy),
    st.lists(st.sampled_from(["one", "two", "three"]), min_size=1, max_size=3, unique=True).map(by_source),
)
CHAINS = st.lists(POLICIES, min_size=1, max_size=3)


def agreement(*dated, **parts):
    """Return an agreement whose date of signing is claimed by (source, date) or (source, date, rank)."""
    signed = [
        Attestation("signed", date, source, rank=rank[0] if rank else "normal")
        for source, date, *rank in dated
    ]
    return with_claims(Agreement("x"), [*signed, *parts.get("claims", ())])


def shown(record, policy):
    return str(Corpus([record]).resolve(policy)["x"].signed)


def but_for_rank_and_note(corpus):
    return [
        [(each.field, each.value, each.source, each.locator, each.quote) for each in record.attestations]
        for record in corpus
    ]


@given(testing.corpora(), CHAINS)
def test_nothing_is_discarded_and_all_is_consistent(corpus, chain):
    resolved = corpus.resolve(chain)

    assert but_for_rank_and_note(resolved) == but_for_rank_and_note(corpus)
    assert [record.id for record in resolved if record.discrepancies()] == []
    assert [(c.record.id, c.field) for c in resolved.conflicts()] == [
        (c.record.id, c.field) for c in corpus.conflicts()
    ]
    assert json.loads(json.dumps(resolved)) == resolved


@given(testing.corpora(), CHAINS, CHAINS)
def test_it_is_given_back_and_the_last_policy_counts(corpus, first, second):
    resolved = corpus.resolve(first)
    assert resolved.resolve("set") == corpus
    assert resolved.resolve(second) == corpus.resolve(second)
    assert resolved.resolve(first) == resolved


@given(testing.corpora(), CHAINS)
def test_what_is_shown_is_what_was_claimed_and_chosen_among_what_was_left_open(corpus, chain):
    for before, after in zip(corpus, corpus.resolve(chain), strict=True):
        if by_rank not in chain:
            for field in ("title", "kind", "place"):
                assert set(after.alternatives(field)) <= set(before.alternatives(field))
        for field in claims.DATES:
            claimed = {claim.value for claim in before.attested(field)}
            assert set(claims.candidates(field, after.attested(field))) <= claimed


@given(testing.corpora())
def test_as_set_and_by_rank_choose_nothing(corpus):
    assert corpus.resolve("set") == corpus.resolve(policies.by_rank) == corpus


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.dates()), min_size=1, max_size=6, unique=True))
def test_days_against_the_naive_way(dated):
    record = agreement(*dated)
    days = [day for _, day in dated]
    votes = {day: len({source for source, other in dated if other == day}) for day in days}
    of_b = [day for source, day in dated if source == "b"] or days

    def as_set(some):
        different = sorted(set(some))
        return f"[{','.join(map(str, different))}]" if len(different) > 1 else str(different[0])

    def parsed(text):
        return set(text.strip("[]").replace("..", ",").split(","))

    assert shown(record, "earliest") == str(min(days))
    assert shown(record, "latest") == str(max(days))
    assert parsed(shown(record, majority)) == parsed(
        as_set([day for day in days if votes[day] == max(votes.values())])
    )
    assert parsed(shown(record, by_source(["b"]))) == parsed(as_set(of_b))


def test_of_sources_the_first_that_says_anything_is_shown_however_vaguely():
    record = agreement(("wti", "1996-09-16"), ("untc", "1996"), ("ggo", "1997"))
    assert shown(record, by_source(["unknown", "untc", "wti"])) == "1996"
    assert shown(record, by_source(["ggo", "untc"])) == "1997"


def test_who_says_less_supports_what_agrees_with_it():
    record = agreement(("a", "1996"), ("b", "1996-09-16"), ("c", "1997-01-01"))
    assert shown(record, majority) == "1996-09-16"


def test_the_most_precise_leaves_the_fewest_days_open():
    record = agreement(("a", "1995"), ("b", "1996-09"), ("c", "1997-01-01/1997-12-31"))
    assert shown(record, most_precise) == "1996-09"


def test_ties_fall_to_the_next():
    record = agreement(("a", "1996-01-01"), ("b", "1996-01-01"), ("c", "1997"), ("d", "1997"), ("e", "1998"))
    assert shown(record, majority) == "[1996-01-01,1997]"
    assert shown(record, [majority, latest]) == "1997"
    assert shown(record, [majority, most_precise]) == "1996-01-01"


def test_ranks_that_are_given_count_first_unless_put_elsewhere():
    record = agreement(("a", "1996", "preferred"), ("b", "1997"), ("c", "1998", "deprecated"))
    assert shown(record, latest) == shown(record, by_source(["b"])) == "1996"
    assert shown(record, [by_source(["b"]), by_rank]) == "1997"
    aside = Corpus([record]).resolve([by_source(["b"]), by_rank])["x"].attestations
    assert [(each.rank.value, each.note) for each in aside] == [
        ("normal", "[set aside by policy by_source(['b']), by_rank, was preferred]"),
        ("preferred", "[preferred by policy by_source(['b']), by_rank, was normal]"),
        ("deprecated", None),
    ]


def test_notes_are_kept_beside_the_mark():
    claims = [Attestation("signed", "1996", "a", note="as printed"), Attestation("signed", "1997", "b")]
    resolved = Corpus([with_claims(Agreement("x"), claims)]).resolve("earliest")
    assert resolved["x"].attestations[0].note == "as printed [preferred by policy earliest, was normal]"
    assert resolved.resolve("set")["x"].attestations == tuple(claims)


def test_what_one_refines_is_not_marked():
    record = agreement(("a", "1996"), ("b", "1996-09-16"))
    assert Corpus([record]).resolve(earliest)["x"] is record


def test_each_field_may_have_a_policy_and_others_stay():
    titles = [Attestation("title", title, source) for title, source in (("On trade", "a"), ("Trade", "b"))]
    corpus = Corpus([agreement(("a", "1996-01-01"), ("b", "1997-01-01"), claims=titles)])
    resolved = corpus.resolve({"title": by_source(["b"])})
    assert (resolved["x"].title, str(resolved["x"].signed)) == ("Trade", "[1996-01-01,1997-01-01]")
    both = resolved.resolve({"signed": ["majority", "latest"]})["x"]
    assert (both.title, str(both.signed)) == ("Trade", "1997-01-01")


def test_capacities_are_chosen_party_by_party():
    parties = [
        Attestation("parties", Participation("KAZ", "state"), "a"),
        Attestation("parties", Participation("KAZ", "government"), "b"),
        Attestation("parties", Participation("AZE", "state"), "a"),
    ]
    corpus = Corpus([with_claims(Agreement("x"), parties)]).resolve(by_source(["b"]))
    assert corpus["x"].parties == (Participation("KAZ", "government"), Participation("AZE", "state"))


def test_a_claim_merged_from_before_and_after_a_policy_is_one_again():
    corpus = Corpus([agreement(("a", "1996-01-01"), ("b", "1997-01-01"))])
    assert corpus.resolve("earliest").merge(corpus).resolve("set") == corpus


def test_the_dossier_is_resolved_and_given_back():
    resolved = load().resolve([by_source(["jabbarova-2025"]), "latest"])
    assert [c.record.id for c in load().conflicts("signed") if c.is_open] != []
    assert [c.record.id for c in resolved.conflicts("signed") if c.is_open] == []
    assert resolved.resolve("set") == load()
    assert resolved.dataset == load().dataset


def test_policies_are_values():
    assert by_source(["a"]) == by_source(("a",)) != by_source(["a", "b"])
    assert len({majority, Policy("majority"), earliest}) == 2
    assert [repr(each) for each in (policies.as_set, by_rank, most_precise)] == [
        "as_set",
        "by_rank",
        "most_precise",
    ]
    assert eval(repr(by_source(["a", "b"]))) == by_source(["a", "b"])


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("newest", "Policy.word cannot be 'newest': it must be one of set, rank"),
        ("source", "takes ids of sources"),
        (None, "must be a policy"),
        ([majority, 3], "must be a policy"),
    ],
)
def test_what_is_no_policy_is_refused(policy, told):
    with pytest.raises(InvalidValueError, match=told):
        load().resolve(policy)


def test_arguments_of_policies_are_checked():
    with pytest.raises(InvalidValueError, match="id of a source"):
        by_source(["the treaty series"])
    with pytest.raises(InvalidValueError, match="takes ids of sources"):
        Policy("majority", ["a"])
    with pytest.raises(UnknownIdError, match="no field 'sined'; did you mean 'signed'"):
        load().resolve({"sined": majority})


def test_deprecated_claims_are_never_chosen():
    record = agreement(("a", "1996", Rank.DEPRECATED), ("b", "1997-01-01"), ("c", "1998-01-01"))
    assert shown(record, by_source(["a"])) == "[1997-01-01,1998-01-01]"
