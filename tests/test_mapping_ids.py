"""Ids out of what others have written."""

from hypothesis import given
from hypothesis import strategies as st

from bilateral import testing
from bilateral.mapping.ids import Digester, digest, id_of
from bilateral.model import checks

TEXTS = testing.texts()


@given(TEXTS)
def test_every_text_has_an_id(text):
    assert checks.is_id(id_of(text))


@given(TEXTS, TEXTS)
def test_texts_that_differ_have_ids_that_differ(one, other):
    same = " ".join(one.split()) == " ".join(other.split())

    assert (id_of(one) == id_of(other)) == same or not same


@given(st.lists(TEXTS, min_size=2, max_size=40, unique_by=lambda text: " ".join(text.split())))
def test_no_two_of_many_texts_share_an_id(texts):
    import unicodedata

    forms = {unicodedata.normalize("NFC", " ".join(text.split())) for text in texts}

    assert len({id_of(text) for text in texts}) >= len(forms)


def test_what_is_an_id_is_kept_and_ids_of_names_can_be_read():
    assert id_of("AZE-KAZ_1997A") == "AZE-KAZ_1997A"
    assert id_of("  Côte  d'Ivoire ").startswith("cote-d-ivoire-")
    assert id_of("Қазақстан").startswith("x-")
    assert id_of("Cote d'Ivoire") != id_of("Côte d'Ivoire")
    assert id_of("Co\u0302te") == id_of("Côte")


@given(st.lists(TEXTS, min_size=1, max_size=4), st.lists(TEXTS, min_size=1, max_size=4))
def test_digests_differ_for_what_differs_however_it_is_cut(one, other):
    assert (Digester("a").digest(one) == Digester("a").digest(other)) == (one == other)


def test_digests_are_the_same_on_every_machine():
    # Worked out once by sha256sum of '["a", ["b"]]'.
    import hashlib

    assert digest("a", ["b"]) == hashlib.sha256(b'["a", ["b"]]').hexdigest()[:12]
    assert Digester(["a"]).digest(["1"]) == hashlib.sha256(b"1:a;1:1;").hexdigest()[:12]
