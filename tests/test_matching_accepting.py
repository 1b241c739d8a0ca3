"""From candidates to decisions: by a score, by a function, one to one, and beside decisions that stand."""

import pytest

from bilateral import Agreement, InvalidValueError
from bilateral.matching import Candidate, Decision, Decisions, accept
from bilateral.matching.evidence import Reason


def candidate(a, b, score):
    return Candidate(Agreement(a), Agreement(b), score, (Reason("signed", "the same day", 6.0),))


FOUND = [candidate("a1", "b1", 0.99), candidate("a1", "b2", 0.95), candidate("a2", "b2", 0.91)]


def verdicts(decisions):
    return {f"{each.a} {each.b}": each.verdict.value for each in decisions}


def test_one_to_one_the_likeliest_goes_first():
    assert verdicts(accept(FOUND)) == {"a1 b1": "same", "a1 b2": "undecided", "a2 b2": "same"}


def test_several_may_be_one():
    decisions = accept(FOUND, one_to_one=False)
    assert set(verdicts(decisions).values()) == {"same"}
    assert decisions.same == {"a2": "a1", "b1": "a1", "b2": "a1"}


def test_equally_likely_ones_are_left_to_people():
    found = [candidate("a", "b", 0.95), candidate("a", "c", 0.95), candidate("d", "c", 0.92)]
    assert set(verdicts(accept(found)).values()) == {"undecided"}


def test_a_function_may_decide():
    decisions = accept(FOUND, at_least=lambda each: each.b.id == "b2")
    assert verdicts(decisions) == {"a1 b1": "undecided", "a1 b2": "same", "a2 b2": "undecided"}


def test_decisions_that_were_given_stand():
    given = Decisions(
        [
            Decision("a1", "b1", "different", by="me", note="other text"),
            Decision("a9", "b9", "same", by="me"),
            Decision("a2", "b2", note="look again"),
        ]
    )
    decisions = accept(FOUND, given=given)
    assert verdicts(decisions) == {
        "a1 b1": "different",
        "a1 b2": "same",
        "a2 b2": "undecided",
        "a9 b9": "same",
    }
    assert [(each.by, each.note) for each in decisions] == [
        ("me", "other text"),
        ("rule", None),
        (None, "look again"),
        ("me", None),
    ]


def test_what_was_decided_by_hand_takes_part_in_one_to_one():
    given = Decisions([Decision("a1", "b7", "same", by="me")])
    assert verdicts(accept(FOUND, given=given))["a1 b1"] == "undecided"


def test_decisions_say_what_a_person_needs():
    decision = accept(FOUND, by="score of 0.9")[0]
    assert (decision.score, decision.reasons) == (0.99, "signed: the same day (+6.0)")
    assert (decision.by, decision.a_is, decision.b_is) == ("score of 0.9", "undated [a1]", "undated [b1]")


def test_the_score_is_checked():
    with pytest.raises(InvalidValueError, match="number from 0 to 1"):
        accept(FOUND, at_least=2)
