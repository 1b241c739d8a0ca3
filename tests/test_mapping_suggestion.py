"""Drafts of mappings: what headers and values say, and that each guess is explained."""

import io

import pytest

import bilateral as bl
from bilateral import Column, DateParts, Mapping


def drafted(text):
    return Mapping.suggest(io.StringIO(text), format="csv")


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            """treaty_id,Headnote,Date of signature,EntryIntoForce,party1,party2
1,On trade,16.09.1996,1997,Iran (Islamic Republic of),KAZ
""",
            Mapping(
                id="treaty_id",
                title="Headnote",
                signed="Date of signature",
                in_force="EntryIntoForce",
                parties=["party1", "party2"],
                identify=True,
            ),
        ),
        (
            """№;Название;Дата подписания;Дата прекращения;Страны
1;Договор;16/09/1996;31/12/9999;Казахстан
2;Протокол;13/10/1999;01/01/2001;Россия
""",
            None,
        ),
        (
            "Нөмір,Атауы,Қол қойылған күні,Елдер\n1,Шарт,16.09.1996,Қазақстан\n",
            Mapping(id="Нөмір", title="Атауы", signed="Қол қойылған күні", parties="Елдер", identify=True),
        ),
        (
            "Nömrə,Adı,Il,Ay,Gün,Tərəflər\n1,Müqavilə,1996,9,16,Qazaxıstan; Türkiyə\n",
            Mapping(
                id="Nömrə",
                title="Adı",
                signed=DateParts("Il", "Ay", "Gün"),
                parties=Column("Tərəflər", separator=";"),
                identify=True,
            ),
        ),
        (
            "a,b,c\nx,16sep1996,KAZ\ny,17sep1996,AZE\n",
            Mapping(signed="b", parties="c", identify=True),
        ),
    ],
)
def test_headers_in_four_languages_and_shapes_of_values_are_known(table, expected):
    draft = drafted(table)
    if expected is None:
        assert draft.mapping.signed == (Column("Дата подписания", dayfirst=True),)
        assert draft.mapping.terminated == (Column("Дата прекращения", dayfirst=True),)
    else:
        assert draft.mapping == expected


def test_each_column_is_explained():
    draft = drafted("No,Sent,Signed,Remarks\n1,,03/04/1998,a\n1,,n.a.,b\n")

    assert [(each.column, each.argument) for each in draft.guesses] == [
        ("No", "aliases"),
        ("Sent", ""),
        ("Signed", "signed"),
        ("Remarks", ""),
        ("", "parties"),
        ("", "id"),
    ]
    told = draft.explain()
    assert "whether the day or the month comes first cannot be told: say `dayfirst`" in told
    assert "'n.a.' may stand for missing values" in told
    assert "Sent: it is empty in the rows seen" in told
    assert told.startswith(str(draft.mapping))
    assert draft.mapping.signed[0].missing[-1] == "n.a."


def test_a_draft_can_be_read_with(tmp_path):
    path = tmp_path / "treaties.csv"
    path.write_text("No,Title,Signed,Parties\n1,A,16.09.1996,KAZ; AZE\n2,B,1999,UZB\n", encoding="utf-8")
    corpus = bl.read(path, Mapping.suggest(path).mapping)

    assert [party.id for party in corpus.parties] == ["KAZ", "AZE", "UZB"]
    assert corpus["1"].sources[0].title == "treaties.csv"


def test_frames_and_empty_tables_are_drafted_too():
    polars = pytest.importorskip("polars")
    draft = Mapping.suggest(polars.DataFrame({"Title": ["A"], "Signed": ["1996"]}))

    assert draft.mapping == Mapping(title="Title", signed="Signed")
    assert drafted("No,Title\n").mapping == Mapping()


@pytest.mark.parametrize(
    "table",
    [
        (
            "Numéro;Intitulé;Date de signature;Entrée en vigueur;Parties;Lieu\n"
            "1;Accord;1er mars 1974;s.d.;FRA, ARG;Alger\n2;Accord;1975;1976;FRA, GBR;Paris\n"
        ),
        (
            "Nummer;Bezeichnung;Datum der Unterzeichnung;Inkrafttreten;Vertragspartner;Ort\n"
            "1;Vertrag;17. Juni 1991;o. D.;DEU, POL;Bonn\n2;Vertrag;1972;1973;DEU, DDR;Berlin\n"
        ),
        (
            "Número;Título;Fecha de firma;Entrada en vigor;Partes;Lugar\n"
            "1;Tratado;12 de octubre de 1953;S/F;Chile, Argentina;Roma\n2;Tratado;1972;1973;ESP, FRA;Madrid\n"
        ),
    ],
    ids=["fr", "de", "es"],
)
def test_headers_of_other_languages_are_understood(table):
    draft = drafted(table)

    number, title, signed, force, parties, place = table.split("\n")[0].split(";")
    assert [(each.column, each.argument) for each in draft.guesses] == [
        (number, "id"),
        (title, "title"),
        (signed, "signed"),
        (force, "in_force"),
        (parties, "parties"),
        (place, "place"),
    ]
    assert draft.mapping.parties[0].separator == (",",)
    assert draft.mapping.in_force[0].missing[-1] == table.split(";")[8]
