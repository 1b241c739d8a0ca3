"""Titles: rare words tell much, those of every treaty and the names of parties nothing."""

from math import log2

import pytest

from bilateral.matching.titles import MOST_BITS, Vocabulary, words

ICE = [(f"Finnish-Swedish agreement on ice, {year}", {"FIN", "SWE"}) for year in range(1920, 1960)]
TRADE = [("Trade", {"AZE", "KAZ"})] * 400


def test_words_are_those_of_any_script_without_accents_or_case():
    assert words("L'Accord ÉCONOMIQUE — о торговле, Bakı") == [
        "l",
        "accord",
        "economique",
        "о",
        "торговле",
        "bakı",
    ]


def test_a_word_tells_as_much_as_it_is_rare():
    vocabulary = Vocabulary(TRADE)
    assert vocabulary.bits("trade", ()) == pytest.approx(-log2(401 / 600))
    assert vocabulary.bits("sleepers", ()) == pytest.approx(log2(600))


def test_what_is_common_among_the_treaties_of_a_party_tells_little_of_one_of_them():
    vocabulary = Vocabulary([*ICE, *TRADE])
    assert vocabulary.bits("ice", ["FIN"]) < vocabulary.bits("ice", ["AZE"]) - 2
    assert vocabulary.title("Finnish ice", ["FIN", "SWE"]).words == ""


@pytest.mark.parametrize("word", ["agreement", "République", "1996", "Kazakhstan"])
def test_words_of_every_title_years_and_names_of_parties_tell_nothing(word):
    assert Vocabulary(names=["Kazakhstan"]).title(f"{word} on oil", ["KAZ"]).words == "oil"


def test_a_title_tells_no_more_than_the_most():
    assert Vocabulary().title("oil gas pipeline transit tariff", ()).bits == MOST_BITS


@pytest.mark.parametrize(("title", "script"), [("Oil", "latin"), ("Нефть", "other"), ("On", "other")])
def test_titles_know_their_script(title, script):
    assert Vocabulary().title(title, ()).script == script
