"""The dictionary for coding, against looking for its terms letter by letter."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bilateral as bl
from bilateral import DataError, InvalidValueError
from bilateral.analysis.content import Dictionary, Term, dictionary
from bilateral.words import fold

WORDS = st.sampled_from(
    ["oil", "oils", "gas", "pipeline", "pipelines", "of", "нефть", "нефтегазовый", "ənerji"]
)
TERMS = st.lists(
    st.sampled_from(["oil", "oil*", "gas pipeline*", "pipe*", "нефт*", "enerji", "o*"]),
    max_size=4,
    unique=True,
)


def found_by_pattern(term, text):
    """Return whether a term stands in a text, found by a regular expression over the folded text."""
    parts = [
        re.escape(fold(word.removesuffix("*"))) + (r"\w*" if word.endswith("*") else "")
        for word in term.split()
    ]
    pattern = r"\W+".join(parts)
    return re.search(rf"(?<!\w){pattern}(?!\w)", fold(text)) is not None


@given(TERMS, st.lists(WORDS, max_size=8), st.sampled_from([" ", ", ", "-", "\n"]))
def test_terms_are_found_where_they_stand(terms, words, between):
    text = between.join(words)
    chosen = Dictionary(Term(f"s{n}", "en", term, "editors") for n, term in enumerate(terms))

    assert {term.text for term in chosen.find(text)} == {
        term for term in terms if found_by_pattern(term, text)
    }


def test_case_and_diacritics_do_not_matter():
    assert dictionary().code("НЕФТЬ") == dictionary().code("нефть") == {"oil-gas"}
    assert dictionary().code("Mədəniyyət") == {"cultural"}
    assert dictionary().code("diplomatic relations") == {"diplomatic-relations"}


def test_the_shipped_terms_are_of_spheres_that_there_are_and_of_four_languages():
    spheres = bl.load().spheres

    assert {term.sphere for term in dictionary()} == set(spheres.keys())
    for sphere in spheres:
        own = [term for term in dictionary() if term.sphere == sphere.id]
        assert {term.language for term in own} == {"en", "ru", "kk", "az"}
        assert {(label.language, label.text) for label in sphere.labels} <= {
            (t.language, t.text) for t in own
        }
    assert len({(t.sphere, t.language, fold(t.text)) for t in dictionary()}) == len(dictionary())
    assert {term.source for term in dictionary()} <= {*bl.load().sources.keys(), "editors"}


@pytest.mark.parametrize(
    ("text", "spheres"),
    [
        # Words that begin as a term does, or mean more than one thing.
        ("On important issues", set()),
        ("On the import of goods", {"trade"}),
        ("Азаматтық авиация", {"civil-aviation"}),
        ("Азаматтық және қылмыстық істер", {"counter-crime"}),
        ("О развитии культурных связей", {"cultural"}),
        ("О сотрудничестве в области связи", {"communications"}),
        ("Мәдени байланыстар", {"cultural"}),
        ("О делимитации государственной границы", set()),
        ("Қазақстан мен Түркия арасындағы келісім", set()),
        ("Түркі академиясы", {"turkic-integration"}),
        # Stems whose last consonant changes before an ending.
        ("Стратегиялық әріптестігі", {"strategic-partnership"}),
        ("strateji tərəfdaşlığı", {"strategic-partnership"}),
        ("təhlükəsizliyi", {"security-defence"}),
        ("gömrüyü", {"trade"}),
    ],
)
def test_terms_do_not_find_what_only_looks_like_them(text, spheres):
    assert dictionary().code(text) == spheres


def test_a_dictionary_of_ones_own(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("sphere,language,term,source\nenergy,en,windmill*,mine\n", encoding="utf-8")

    assert Dictionary.read(path) == Dictionary([Term("energy", "en", "windmill*", "mine")])
    assert Dictionary.read(path)[0].sphere == "energy"
    assert len({Dictionary.read(path), Dictionary.read(path)}) == 1
    assert repr(Dictionary.read(path)) == "<Dictionary of 1 terms for 1 spheres>"


def test_every_problem_of_a_file_is_told(tmp_path):
    path = tmp_path / "terms.csv"
    rows = ["sphere,language,term,source", "energy,en,,x", "energy,en,oil,x,y", "energy,en", "energy,en,*,x"]
    path.write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        Dictionary.read(path)
    assert [problem.record for problem in caught.value.problems] == ["line 2", "line 3", "line 4", "line 5"]

    path.write_text("term,sphere\n", encoding="utf-8")
    with pytest.raises(DataError, match="must be sphere, language, term, source"):
        Dictionary.read(path)
    path.write_text("sphere,language,term,source\nenergy,de,Öl,x\n", encoding="latin-1")
    with pytest.raises(DataError, match="must be CSV in UTF-8"):
        Dictionary.read(path)
    with pytest.raises(InvalidValueError, match="must have a word"):
        Dictionary([Term("energy", "en", "*", "x")])
