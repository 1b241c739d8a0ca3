"""Mappings of public layouts, on the files themselves where they are there, and on rows of their form."""

from collections import Counter
from io import StringIO

import pytest

import bilateral as bl
from bilateral import HistoricalDate, InvalidValueError, UnknownIdError


def read(shared, file, name, **options):
    path = shared / "corpora" / file
    if not path.exists():
        pytest.skip(f"needs {file} in the folder 'shared/corpora' beside the repository")
    return bl.read(path, bl.Mapping.shipped(name), strict=False, **options)


def kinds(problems):
    return Counter(problem.kind for problem in problems)


@pytest.mark.parametrize("name", bl.mappings())
def test_shipped_mappings_are_values_with_a_note(name):
    mapping = bl.Mapping.shipped(name)

    assert mapping is bl.Mapping.shipped(name)
    assert bl.Mapping.from_json(mapping.to_json()) == mapping
    assert mapping.note
    assert mapping.source is not None
    spheres = {
        meant for each in mapping.spheres for _, codes in getattr(each, "codes", ()) for meant in codes
    }
    assert spheres <= set(bl.load().spheres.keys())


def test_an_unknown_name_suggests_near_ones():
    with pytest.raises(UnknownIdError, match=r"did you mean .*'unctad-iia'"):
        bl.Mapping.shipped("unctad")


@pytest.mark.slow
def test_the_investment_treaties(shared):
    corpus, problems = read(shared, "unctad_bits.csv", "unctad-iia")

    assert len(corpus) == 3303
    assert kinds(problems) == {"party with several meanings": 208}
    (ours,) = corpus.where(bilateral=("AZE", "KAZ"))
    assert (str(ours.signed), str(ours.in_force)) == ("1996-09-16", "1998-04-30")
    assert ours.attested("signed")[0].quote == "16sep1996"
    # One party, as it was; by which id, the authority file says.
    union = bl.identify("BLEU (Belgium-Luxembourg Economic Union)")
    assert len(corpus.where(party=union)) > 90
    assert all(len(record.parties) == 2 for record in corpus)


@pytest.mark.slow
def test_the_agreements_of_manytreaties(shared):
    corpus, problems = read(shared, "many_ggo_agreements.csv", "manytreaties")
    found = kinds(problems)

    assert len(corpus) == 4532
    assert found["pattern not found"] == 1989
    assert found["no date"] == 7
    (impossible,) = [record for record in corpus if dict(record.raw).get("Term") == "1972-06-31?"]
    assert impossible.terminated is None
    assert min(record.date for record in corpus if record.date) == HistoricalDate("1351-08-01")
    repeated = Counter(alias for record in corpus for alias in record.aliases)
    assert len(repeated) == 4301


@pytest.mark.slow
def test_the_world_treaty_index(shared):
    parties = shared / "corpora" / "wti_parties.csv"
    if not parties.exists():
        pytest.skip("needs wti_parties.csv in the folder 'shared/corpora' beside the repository")
    authority = bl.Authority.default().with_aliases_from(
        parties, code="PartyID", name=["PartyName", "ShortName"]
    )
    # As that table spells them, no authority knows these two.
    authority = authority.with_aliases({"KAZAKH": "KAZ", "UKRAIN": "UKR"})
    corpus, problems = read(
        shared,
        "wti_bilateral.csv",
        "world-treaty-index",
        authority=authority,
        catalogue=bl.load().catalogue,
    )
    found = kinds(problems)

    assert len(corpus) == 61_365
    assert found["in force before signed"] == 1160
    assert found["not in the code list"] == 68
    assert found["unknown party"] == 1023
    assert len(corpus.where(party="KAZ")) == 55
    assert len(corpus.where(sphere="economic")) > len(corpus.where(sphere="trade")) > 3716
    days = Counter((str(r.signed), tuple(p.party.id for p in r.parties)) for r in corpus)
    assert days.most_common(1)[0][1] == 57


WIKIDATA = """treaty,treatyLabel,signed,inForce,ended,signatory,placeLabel
Q1,A treaty,1996-09,1999,,Q227,Baku
Q1,A treaty,1996-09,1999,,Q232,Baku
Q2,Another,1994,,,Q999999999,
"""


def test_rows_of_wikidata_become_one_record_a_treaty():
    corpus, problems = bl.read(StringIO(WIKIDATA), bl.Mapping.shipped("wikidata"), strict=False, format="csv")

    assert [str(each.party.id) for each in corpus["Q1"].parties] == ["AZE", "KAZ"]
    assert (str(corpus["Q1"].signed), str(corpus["Q1"].in_force)) == ("1996-09", "1999")
    assert kinds(problems) == {"unknown party": 1}


def test_a_pattern_takes_values_out_of_cells():
    column = bl.Column("id", pattern=r"^([A-Z]{3})-([A-Z]{3})_")
    mapping = bl.Mapping(id="id", parties=column)
    corpus, problems = bl.read(
        StringIO("id\nAZE-KAZ_1997A\nCPRFSF_1970A\nNA\n"), mapping, strict=False, format="csv"
    )

    assert [each.party.id for each in corpus["AZE-KAZ_1997A"].parties] == ["AZE", "KAZ"]
    assert corpus["CPRFSF_1970A"].raw == (("id", "CPRFSF_1970A"),)
    assert [(each.kind, each.severity) for each in problems][:1] == [("pattern not found", "note")]
    assert bl.Mapping.from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize("pattern", ["(", "AZE", 3])
def test_a_pattern_without_groups_is_refused(pattern):
    with pytest.raises(InvalidValueError, match=r"Column\.pattern"):
        bl.Column("id", pattern=pattern)
    with pytest.raises(InvalidValueError, match="instead of a separator"):
        bl.Column("id", pattern="(a)", separator=";")


def test_parties_by_the_codes_of_one_scheme():
    table = "id,signed,parties\n1,1985-05-01,RUS\n"
    mapping = bl.Mapping(id="id", signed="signed", parties="parties", identify="ggo")
    corpus = bl.read(StringIO(table), mapping, format="csv")

    assert corpus["1"].parties[0].party.id == "SUN"
    with pytest.raises(InvalidValueError, match=r"True, False or one of .*ggo"):
        bl.Mapping(identify="kgb")
