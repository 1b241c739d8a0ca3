"""The words around a chronology in four languages."""

import re
from string import Formatter

import pytest

from bilateral import Chronology, Corpus, Event, EventKind, InvalidValueError, Kind, load
from bilateral.chronology.phrases import _WORDS, LANGUAGES, say, term

CYRILLIC, KAZAKH, AZERBAIJANI = re.compile("[а-яё]"), re.compile("[әғқңөұүһі]"), re.compile("[a-zəğıöşüç]")


def fields(words):
    return [name for _, name, _, _ in Formatter().parse(words) if name is not None]


@pytest.mark.parametrize("words", _WORDS)
def test_every_translation_is_in_its_script_and_takes_the_same_values(words):
    russian, kazakh, azerbaijani = _WORDS[words]

    assert CYRILLIC.search(russian.lower())
    assert not KAZAKH.search(russian.lower())
    assert CYRILLIC.search(kazakh.lower())
    assert AZERBAIJANI.search(azerbaijani.lower())
    assert not CYRILLIC.search(azerbaijani.lower())
    assert {len(fields(words)), len(fields(russian)), len(fields(kazakh)), len(fields(azerbaijani))} == {
        len(fields(words))
    }


@pytest.mark.parametrize("word", [*Kind, *EventKind])
def test_every_word_of_the_vocabularies_is_translated(word):
    said = [term(word.value, language) for language in LANGUAGES]

    assert said[0] == word.value.replace("-", " ")
    assert said[0] not in said[1:3]


def test_an_agreement_as_a_kind_is_no_instrument_of_any_kind():
    assert say("agreement", "ru") != term("agreement", "ru") == "соглашение"


def test_another_language_is_refused():
    with pytest.raises(InvalidValueError, match="it must be one of en, ru, kk, az"):
        say("visit", "de")


@pytest.mark.parametrize("facet", ["year", "decade", "sphere", "party", "place", "kind"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sections_hold_the_same_records_in_every_language(facet, language):
    book = Chronology(load()).by(facet)
    here = {tuple(entry.record.id for entry in section.entries) for section in book._sections(language)}

    assert here == {tuple(entry.record.id for entry in section.entries) for section in book.sections}


def test_sections_are_named_in_the_language():
    book = Chronology(Corpus([Event("a", date="../1992"), Event("b")])).by("year")

    assert [section.title for section in book._sections("az")] == ["1992 və ya daha əvvəl", "Tarixsiz"]
