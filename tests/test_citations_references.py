"""References: what there is to cite, and nothing that nobody said."""

import pytest

from bilateral import Agreement, Attestation, Corpus, Event, InvalidValueError, Party, Place, Source, Sphere
from bilateral.citations import csl
from bilateral.citations.references import KINDS, Author, references
from bilateral.formats import bibtex, ris
from bilateral.model import Label

KAZAKHSTAN = Party("KAZ", [Label("en", "Kazakhstan"), Label("en", "Republic of Kazakhstan")])


def only(thing):
    (found,) = references(thing)
    return found


def test_an_agreement_is_cited_by_its_parties_title_and_date_of_signature():
    found = only(
        Agreement(
            "pensions",
            title="Agreement on pensions",
            kind="exchange-of-notes",
            signed="1996-09",
            in_force="1997~",
            terminated="2005",
            parties=["AZE", KAZAKHSTAN],
            place=Place("baku", [Label("en", "Baku")]),
            spheres=[Sphere("social", [Label("en", "social protection")])],
            urls=["https://example.org/b", "https://example.org/a"],
        )
    )

    assert (found.key, found.kind, found.title) == ("pensions", "treaty", "Agreement on pensions")
    assert [author.name for author in found.authors] == ["AZE", "Kazakhstan"]
    assert (found.genre, str(found.date), found.place) == ("exchange of notes", "1996-09", "Baku")
    assert found.notes == ("entered into force about 1997", "terminated 2005")
    assert found.keywords == ("social protection",)
    assert found.urls == ("https://example.org/b", "https://example.org/a")


def test_what_has_no_title_is_cited_by_what_is_known_in_brackets():
    assert only(Agreement("x", description="civil aviation")).title == "[civil aviation]"
    assert only(Source("atop")).title == "[atop]"


@pytest.mark.parametrize(
    ("container", "expected"),
    [
        ("Journal, volume 153, issue 4, pages 59-73", ("Journal", "153", "4", "59-73")),
        ("Journal, of Things, issue 4", ("Journal, of Things", None, "4", None)),
        ("Journal, volume 1, volume 2", ("Journal, volume 1", "2", None, None)),
        ("United Nations, fifty-first session", ("United Nations, fifty-first session", None, None, None)),
        ("volume 4", ("volume 4", None, None, None)),
        (None, (None, None, None, None)),
    ],
)
def test_volume_issue_and_pages_are_told_from_the_name_where_they_stand_as_such(container, expected):
    found = only(Source("x", container=container))

    assert (found.container, found.volume, found.issue, found.pages) == expected


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("S. Jabbarova", "Jabbarova", "S."),
        ("Н. А. Назарбаев", "Назарбаев", "Н. А."),
        ("Ə.-B. Əliyev-Şah", "Əliyev-Şah", "Ə.-B."),
        ("Smith, Anne B.", "Smith", "Anne B."),
        ("Unicode Consortium", None, None),
        ("Wikidata contributors", None, None),
        ("Heydar Aliyev", None, None),
        ("Smith, John and Jane", None, None),
        ("Smith, John, Doe, Jane", None, None),
        ("Ministry of Justice, Baku", None, None),
        ("U.S. Department of State", None, None),
    ],
)
def test_a_name_is_parted_only_where_its_form_leaves_no_doubt(name, family, given):
    assert only(Source("x", authors=[name])).authors == (Author(name, family, given),)


def test_of_a_corpus_the_agreements_are_cited_and_the_sources_of_all_its_records():
    claims = [Attestation("title", "T", source) for source in ("two", "one")]
    corpus = Corpus(
        [
            Agreement("b", title="T", signed="1997", attestations=claims[:1]),
            Agreement("a", title="T", signed="1998"),
            Event("visit", title="T", date="1996", attestations=claims),
        ]
    )

    assert [each.key for each in references(corpus)] == ["b", "a", "one", "two"]
    assert [each.key for each in references(corpus.where(date="1998"))] == ["a"]


@pytest.mark.parametrize("thing", [None, "aze-kaz", 3, [Source("a"), "b"], Event("visit")])
def test_what_cannot_be_cited_is_refused(thing):
    with pytest.raises(
        InvalidValueError, match="it must be a Corpus or Chronology, an Agreement or a Source"
    ):
        references(thing)


@pytest.mark.parametrize("types", [csl.TYPES, bibtex.TYPES, ris.TYPES], ids=["csl", "bibtex", "ris"])
def test_every_kind_of_reference_has_its_type_in_every_format(types):
    assert tuple(types) == KINDS
