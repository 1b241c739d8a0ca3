"""CSL-JSON files, read back as JSON."""

import json

from hypothesis import given

from bilateral import Chronology, load, testing, write
from bilateral.citations.csl import item
from bilateral.citations.references import references
from bilateral.formats.csl import dumps


@given(testing.corpora(max_size=4))
def test_a_file_is_a_list_of_items_with_keys_of_their_own(corpus):
    items = json.loads(dumps(corpus))

    assert items == [item(reference) for reference in references(corpus)]
    assert len({each["id"].casefold() for each in items}) == len(items)
    assert dumps(Chronology(corpus)) == dumps(corpus)


def test_the_suffix_tells_it_from_other_json(tmp_path):
    write(load(), tmp_path / "treaties.csl.json")

    (pensions,) = (
        each
        for each in json.loads((tmp_path / "treaties.csl.json").read_text(encoding="utf-8"))
        if each["id"] == "aze-kaz-1996-pensions"
    )
    assert pensions["type"] == "treaty"
    assert pensions["issued"] == {"date-parts": [[1996, 9, 16]]}
    assert pensions["author"] == [{"literal": "Azerbaijan"}, {"literal": "Kazakhstan"}]


def visible(path, folder):
    """Return the texts of a CSL file; how a style shows them is tried with the citations."""
    found = []
    json.loads(
        path.read_bytes(), object_pairs_hook=lambda pairs: found.extend(map(str, dict(pairs).values()))
    )
    return "\n".join(found)
