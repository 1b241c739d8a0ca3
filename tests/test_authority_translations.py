"""Names in further languages, by CLDR and iso-codes."""

import sys

import pytest
from babel import Locale

import bilateral as bl


@pytest.mark.parametrize("language", ["fr", "de", "tr", "uk", "zh", "pt-BR"])
def test_all_names_of_cldr_are_known(language):
    ours = bl.Authority.default().with_languages(language)
    territories = Locale.parse(language, sep="-").territories

    for entry in ours:
        if entry.party.alpha2 in territories and entry.dates.endswith(".."):
            assert ours.identify(territories[entry.party.alpha2]).id == entry.id


@pytest.mark.parametrize(
    ("language", "name", "id"),
    [
        ("fr", "République islamique d'Iran", "IRN"),
        ("fr", "Fédération de Russie", "RUS"),
        ("de", "Republik Kasachstan", "KAZ"),
        ("ru", "Гонконг", "HKG"),
    ],
)
def test_official_names_are_known(language, name, id):
    with pytest.raises(bl.UnknownIdError):
        bl.identify(name)

    assert bl.Authority.default().with_languages(language).identify(name).id == id


def test_what_was_known_stays_known():
    ours = bl.Authority.default().with_languages("fr", "de", "tr")

    for entry in bl.Authority.default():
        assert ours.identify(entry.name()).id == entry.id


def test_a_language_that_is_none_is_refused():
    with pytest.raises(bl.InvalidValueError, match="BCP 47"):
        bl.Authority.default().with_languages("xx-nowhere")


def test_the_extra_is_named_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "pycountry", None)

    with pytest.raises(bl.MissingExtraError, match=r"bilateral\[parties\]"):
        bl.Authority.default().with_languages("fr")


@pytest.mark.parametrize(
    ("language", "name", "id"),
    [
        ("fr", "URSS", "SUN"),
        ("fr", "Tchécoslovaquie", "CSK"),
        ("de", "UdSSR", "SUN"),
        ("de", "Jugoslawien", "YUG"),
        ("es", "CHECOSLOVAQUIA", "CSK"),
        # A state of today has this name alone.
        ("fr", "Yémen", "YEM"),
        ("es", "Alemania", "DEU"),
    ],
)
def test_former_states_have_their_short_names(language, name, id):
    assert bl.Authority.default().with_languages(language).identify(name).id == id


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "Allemagne"), ("de", "Deutschland"), ("es", "Alemania")]
)
def test_a_shared_name_asks_which_in_every_language(language, name):
    ours = bl.Authority.default().with_languages(language)
    with pytest.raises(bl.AmbiguousPartyError) as caught:
        ours.identify(name, date="1975")

    assert set(caught.value.candidates) == {"DEU", "DDR"}
    assert ours.identify(name).id == ours.identify(name, date="1995").id == "DEU"
