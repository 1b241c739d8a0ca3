"""Values: equal, hashed and printed by their fields, whatever class of the model they are of."""

import attrs
import pytest
from hypothesis import given

import bilateral as bl
from bilateral import model, testing
from bilateral.model.values import ByValue, fields, named, quoted

CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name))]


class Pair(ByValue):
    """A class that attrs did not make."""

    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


class Other(Pair):
    """A class with the same fields, and one more."""

    __slots__ = ("c",)


def test_values_are_equal_by_their_fields():
    assert Pair(1, [2]) == Pair(1, [2])
    assert Pair(1, 2) != Pair(2, 1)
    assert Pair(1, 2) != (1, 2)


def test_a_value_of_another_class_is_another_value():
    one, other = Pair(1, 2), Other(1, 2)
    other.c = 3

    assert one != other
    assert other != one


def test_equal_values_have_one_hash():
    assert len({Pair(1, 2), Pair(1, 2), Pair(2, 1)}) == 2
    with pytest.raises(TypeError):
        hash(Pair(1, []))


def test_a_value_prints_its_fields():
    assert repr(Pair("x", None)) == "Pair(a='x', b=None)"


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_model_is_made_of_values(cls):
    assert issubclass(cls, ByValue)
    assert fields(cls) == tuple(field.name for field in attrs.fields(cls))


NAMES = {name: getattr(bl, name) for name in bl.__all__}


@pytest.mark.parametrize(
    "value",
    [
        bl.Label("az", "Bakı"),
        bl.Label("en", "Baku's \n port", "cldr"),
        bl.Relation("protocol-to", "aze-kaz-2001-seabed"),
        bl.Period("Formation", "1992/2003-10"),
        bl.HistoricalDate("[1993-02-24,1993-12-24]"),
        bl.Truth.UNKNOWN,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_made_of_text_and_dates_prints_the_code_that_makes_it(value):
    assert eval(repr(value), dict(NAMES)) == value


PARTY = bl.Party("KAZ", [bl.Label("en", "Kazakhstan")])
CLAIMS = [
    bl.Attestation("signed", "1993-02-24", "jabbarova-2025", quote="24.02.1993"),
    bl.Attestation("signed", "1993-12-24", "other", rank="preferred"),
]
TREATY = bl.Agreement("aze-kaz-1993", title="Treaty", signed="1993-12-24", attestations=CLAIMS)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (PARTY, "<Party KAZ: 'Kazakhstan'>"),
        (bl.Party("OTS"), "<Party OTS>"),
        (bl.Sphere("oil-gas", broader=bl.Sphere("energy")), "<Sphere oil-gas>"),
        (bl.Source("a", "On treaties", authors=["A. Author"]), "<Source a: 'On treaties'>"),
        (bl.Source("a"), "<Source a>"),
        (bl.Participation(PARTY, "government"), "<Participation KAZ: government>"),
        (bl.Participation("KAZ"), "<Participation KAZ>"),
        (bl.Actor("ilham-aliyev", "President"), "<Actor ilham-aliyev: 'President'>"),
        (bl.Provision(1, "mutual trust"), "<Provision 1: 'mutual trust'>"),
        (CLAIMS[0], "<Attestation signed: 1993-02-24, jabbarova-2025>"),
        (CLAIMS[1], "<Attestation signed: 1993-12-24, other, preferred>"),
        (bl.Attestation("title", "Treaty", "a"), "<Attestation title: 'Treaty', a>"),
        (bl.Attestation("kind", "treaty", "a"), "<Attestation kind: treaty, a>"),
        (bl.Attestation("place", "baku", "a"), "<Attestation place: baku, a>"),
        (
            bl.Attestation("parties", bl.Participation("KAZ", "state"), "a"),
            "<Attestation parties: KAZ (state), a>",
        ),
        (TREATY, "<Agreement aze-kaz-1993: 'Treaty', 1993-12-24>"),
        (bl.Event("visit", description="a visit"), "<Event visit: 'a visit'>"),
        (bl.Event("visit"), "<Event visit>"),
        (TREATY.conflicts(), "(<Conflict aze-kaz-1993: signed, 1993-02-24 against 1993-12-24>,)"),
        (bl.Dataset("mine", "Treaties of mine"), "<Dataset mine: 'Treaties of mine'>"),
        (bl.Chronology(bl.Corpus([TREATY]))[0], "<Entry aze-kaz-1993: 1993-12-24>"),
        (bl.Chronology(bl.Corpus([TREATY])).by("year").sections, "(<Section '1993' of 1 entries>,)"),
        (bl.Chronology(bl.Corpus([TREATY])).sections[0].entries, "<1 entries>"),
        (
            bl.Chronology(
                bl.Corpus([bl.Event("a", date="1993"), bl.Event("b", date="1993-01")]).where(date="1993-01")
            )[1],
            "<Entry a: 1993, order uncertain, unsure>",
        ),
        (
            bl.Corpus([TREATY]).catalogue,
            "<Catalogue of 0 parties, 0 spheres, 0 places, 0 persons, 2 sources>",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_has_an_id_or_holds_what_has_one_is_named(value, shown):
    assert repr(value) == shown


@given(testing.corpora())
def test_whatever_a_corpus_holds_prints_on_one_short_line(corpus):
    things = [corpus, corpus.catalogue, *corpus, *corpus.conflicts(), *bl.Chronology(corpus)]
    things += [part for record in corpus for part in (*record.parties, *record.persons, *record.attestations)]
    for thing in things:
        assert len(repr(thing)) < 300
        assert repr(thing).isprintable()


def test_no_record_of_the_dossier_fills_more_than_two_lines():
    assert max(len(repr(record)) for record in bl.load()) < 160


def test_a_long_text_is_cut():
    assert quoted("x" * 60) == repr("x" * 60)
    assert quoted("x" * 61) == repr("x" * 57 + "...")
    assert quoted(None) is None


def test_a_name_without_details_stands_alone():
    assert named(1, "one") == named(1, "one", None) == "<int one>"
