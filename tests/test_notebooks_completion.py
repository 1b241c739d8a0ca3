"""What notebooks complete, as the completer of IPython has it."""

import pytest

import bilateral as bl

completer = pytest.importorskip(
    "IPython.core.completer", reason="needs IPython, which comes with the extra docs"
)


@pytest.fixture(scope="module")
def complete():
    relations = bl.load()
    names = {
        "bl": bl,
        "relations": relations,
        "energy": relations.where(sphere="energy"),
        "book": bl.Chronology(relations),
        "parties": relations.parties,
        "sources": relations.sources,
    }
    # Jedi reads source and stubs, and has no part in what objects say of themselves.
    ipython = completer.IPCompleter(namespace=names, global_namespace={}, use_jedi=False)

    def completed(text):
        with completer.provisionalcompleter():
            return {text[: each.start] + each.text for each in ipython.completions(text, len(text))}

    return completed


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("bl.spheres.oil", {"bl.spheres.oil_gas"}),
        ("bl.spheres.ener", {"bl.spheres.energy"}),
        ("bl.parties.KA", {"bl.parties.KAZ"}),
        ("relations.conf", {"relations.conflicts"}),
        ("book.sv", {"book.svg"}),
        ('energy["aze-kaz-1996-oil', {'energy["aze-kaz-1996-oil-gas'}),
        # Of what stands behind a dot IPython asks no keys: it would have to run code for that.
        ('parties["KA', {'parties["KAZ'}),
        ('sources["jabb', {'sources["jabbarova-2025'}),
    ],
)
def test_it_completes(complete, typed, wanted):
    assert complete(typed) == wanted


def test_it_completes_only_what_is_there(complete):
    known = complete('energy["')

    assert known == {f'energy["{record.id}' for record in bl.load().where(sphere="energy")}
    assert complete("bl.spheres.") == {
        f"bl.spheres.{each.id.replace('-', '_')}" for each in bl.load().spheres
    }
    assert complete("bl.parties.QQ") == set()


def test_public_names_are_completed_before_they_are_used(complete):
    assert {f"bl.{name}" for name in bl.__all__} <= complete("bl.")
