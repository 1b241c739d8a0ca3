"""Which provisions say alike, against every way to pair them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import Agreement, InvalidValueError, Provision, Sphere
from bilateral.analysis.comparison import correspondences

ENERGY = Sphere("energy", broader=Sphere("economic"))
OIL = Sphere("oil-gas", broader=ENERGY)
HEALTH = Sphere("health")
WORDS = ["pipeline", "transport", "hospital", "research", "cooperation", "the", "of"]
PROVISIONS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), st.sampled_from([ENERGY, OIL, HEALTH])
    ),
    max_size=3,
)


def agreement(id, drawn):
    texts = [(" ".join(words), sphere) for words, sphere in drawn]
    return Agreement(
        id, provisions=[Provision(n, text, [sphere]) for n, (text, sphere) in enumerate(texts, 1)]
    )


def dice(a, b):
    ours, theirs = ({word[:6] for word in each.text.split() if len(word) > 3} for each in (a, b))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0


def about_the_same(a, b):
    chains = [{sphere.id for each in one.spheres for sphere in each.lineage} for one in (a, b)]
    return bool(chains[0] & chains[1])


@given(PROVISIONS, PROVISIONS, PROVISIONS, st.floats(0.1, 1))
def test_each_provision_stands_once_and_with_those_like_it(first, second, third, alike):
    agreements = [agreement(id, drawn) for id, drawn in zip("abc", (first, second, third), strict=True)]
    found = correspondences(*agreements, alike=alike)

    for at, each in enumerate(agreements):
        listed = [row.provisions[at] for row in found if row.provisions[at] is not None]
        assert sorted(listed, key=lambda one: one.number) == list(each.provisions)
    for row in found:
        together = [each for each in row.provisions if each is not None]
        likeness = [dice(a, b) for a, b in combinations(together, 2) if about_the_same(a, b)]
        assert row.is_common is (len(together) == 3)
        # What brought them together: at least one pair for each that joined.
        assert sum(each >= alike for each in likeness) >= len(together) - 1


@given(PROVISIONS, PROVISIONS, st.floats(0.1, 1))
def test_no_two_are_left_apart_that_could_be_together(first, second, alike):
    found = correspondences(agreement("a", first), agreement("b", second), alike=alike)
    alone = [[row.provisions[at] for row in found if row.provisions[1 - at] is None] for at in (0, 1)]

    for a in alone[0]:
        for b in alone[1]:
            assert not about_the_same(a, b) or dice(a, b) < alike


def test_the_treaties_of_the_seabed():
    relations = bl.load()
    found = correspondences(relations["aze-kaz-2001-seabed"], relations["aze-kaz-2003-seabed-protocol"])

    assert sum(row.is_common for row in found) == 2
    assert all("seabed-delimitation" in row.spheres for row in found)


@pytest.mark.parametrize("wrong", [{"alike": 2}, {"alike": -0.1}])
def test_what_cannot_be_is_refused(wrong):
    with pytest.raises(InvalidValueError, match="from 0 to 1"):
        correspondences(Agreement("a"), Agreement("b"), **wrong)
    with pytest.raises(InvalidValueError, match="two or more"):
        correspondences(Agreement("a"))
