"""What a corpus names, at a glance: each there, nothing of it markup."""

import pytest
from hypothesis import given

import bilateral as bl
from bilateral import testing
from bilateral.model import Label, Party, Source
from bilateral.model.catalogue import Table
from hostile import TEXTS
from test_model_cards import OURS, Page

TABLES = ("parties", "spheres", "places", "persons", "sources")


@given(testing.corpora())
def test_each_thing_has_a_row_and_nothing_is_let_through(corpus):
    for name in TABLES:
        table = getattr(corpus, name)
        page = Page(table._repr_html_())

        assert {tag for tag, _ in page.tags} <= OURS
        assert [tag for tag, _ in page.tags].count("tr") == len(table)
        for thing in table:
            assert thing.id in page.text
            assert (thing.title or "" if isinstance(thing, Source) else thing.name()) in page.text


def test_sources_are_told_with_all_that_leads_to_them():
    page = Page(bl.load().sources._repr_html_())

    assert "S. Jabbarova" in page.text
    assert ("a", {"href": "https://doi.org/10.32523/3080-129X-2025-153-4-59-73"}) in page.tags
    assert f"{len(bl.load().sources)} of source" in page.text


def test_spheres_are_told_with_the_wider_one():
    assert "oil and gasin energy" in Page(bl.load().spheres._repr_html_()).text


def test_many_are_not_all_shown():
    page = Page(Table("party", [Party(f"P{i:04}") for i in range(1200)])._repr_html_())

    assert [tag for tag, _ in page.tags].count("tr") == 60
    assert "... and 1,140 more" in page.text


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_are_text(text):
    for thing in (Source("s", text, authors=[text], container=text), Party("p", [Label("en", text)])):
        page = Page(Table("thing", [thing])._repr_html_())

        assert {tag for tag, _ in page.tags} <= OURS
        assert text in page.text
