"""Labels and what bears them."""

import pytest

from bilateral import InvalidValueError
from bilateral.model import Label, Named, Party, Person, Place, Sphere

NAMED = [Named, Party, Person, Place, Sphere]


@pytest.mark.parametrize("language", ["en", "kk", "az-Latn", "zh-Hant-TW", "uzb"])
def test_a_language_is_a_tag(language):
    assert Label(language, "x").language == language


@pytest.mark.parametrize("language", ["", "e", "English", "EN", "en_GB", "en-", "en ", 3, None])
def test_another_language_is_refused(language):
    with pytest.raises(InvalidValueError, match=r"Label.language cannot be .*BCP 47"):
        Label(language, "x")


@pytest.mark.parametrize("text", ["", " ", "\n\t", None, 3])
def test_a_label_has_text(text):
    with pytest.raises(InvalidValueError, match=r"Label.text cannot be .*not blank"):
        Label("en", text)


def test_the_source_of_a_label_is_an_id():
    assert Label("en", "Baku").source is None
    assert Label("en", "Baku", "cldr").source == "cldr"
    with pytest.raises(InvalidValueError, match=r"Label.source"):
        Label("en", "Baku", "no id")


@pytest.mark.parametrize("cls", NAMED)
def test_the_first_label_of_a_language_is_its_name(cls):
    thing = cls("x", [Label("en", "One"), Label("en", "Other"), Label("az", "Bir")])

    assert [thing.name(), thing.name("az"), thing.name("kk")] == ["One", "Bir", "One"]


@pytest.mark.parametrize("cls", NAMED)
def test_without_a_name_the_id_stands(cls):
    assert cls("x").name() == "x"
    assert cls("x", [Label("ru", "Икс")]).name() == "x"


@pytest.mark.parametrize("cls", NAMED)
@pytest.mark.parametrize("id", ["AZE", "oil-gas", "a/b".replace("/", "."), "0", "A:b_c"])
def test_ids(cls, id):
    assert cls(id).id == id


@pytest.mark.parametrize("cls", NAMED)
@pytest.mark.parametrize("id", ["", " x", "x ", "a b", "-x", ".", "ə", "x\n", "a/b", None, 3])
def test_what_is_no_id_is_refused_by_name(cls, id):
    with pytest.raises(InvalidValueError, match="ASCII letters") as caught:
        cls(id)

    assert (caught.value.field, caught.value.value) == (f"{cls.__name__}.id", id)


@pytest.mark.parametrize("cls", NAMED)
@pytest.mark.parametrize(
    ("labels", "reason"),
    [
        ("Baku", "it must be a list"),
        (3, "it must be a list"),
        (["Baku"], "each must be a Label"),
        ([Label("en", "Baku"), Label("en", "Baku")], "it is listed twice"),
    ],
)
def test_labels_are_labels_each_once(cls, labels, reason):
    with pytest.raises(InvalidValueError, match=reason) as caught:
        cls("x", labels)

    assert caught.value.field == f"{cls.__name__}.labels"


@pytest.mark.parametrize("cls", NAMED)
def test_things_are_equal_in_everything_and_hash_by_id(cls):
    plain, labelled = cls("x"), cls("x", [Label("en", "X")])

    assert plain == cls("x")
    assert plain != labelled
    assert hash(plain) == hash(labelled)
    assert len({plain, labelled, cls("x")}) == 2


def test_things_of_different_classes_differ():
    assert len({cls("x") for cls in NAMED}) == len(NAMED)
