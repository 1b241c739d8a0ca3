"""Parties as public data sets write them: how many are identified, and which are not."""

import csv
import re
from collections import Counter

import pytest

import bilateral as bl

AUTHORITY = bl.Authority.default()

# Codes of the World Treaty Index for states or territories that are left to whoever uses the table: emirates
# before their union, homelands, parts of states, and names that a note in parentheses keeps from being exact.
WTI_LEFT = {
    *("AJMAN", "DUBAI", "FUJAIR", "RAKHAI", "SHARJA", "UAQAIW"),
    *("ASCENS", "BOPHUT", "TRANSK", "NEVIS", "STCRI", "SCAPJ"),
    *("BYELOR", "KAZAKH", "MONTSE", "TAIWAN", "UKRAIN", "YEMENA", "SENGAM"),
}
_NO_STATE = {"0", "8"}
_ORGANISATIONS = {"AEIB", "CAIS", "EEA", "COMINS", "PLO"}
"""Organisations that the table lists among states."""


def corpus(shared, name):
    path = shared / "corpora" / name
    if not path.is_file():
        pytest.skip(f"needs {name} in the folder 'shared/corpora' beside the repository")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_party_of_the_investment_treaties_is_identified(shared):
    rows = corpus(shared, "unctad_bits.csv")
    names = Counter(name.strip() for row in rows for name in row["Parties"].split(";") if name.strip())

    assert len(rows) == 3_303
    assert len(names) == 188
    assert sum(names.values()) == 6_606
    identified = {name: AUTHORITY.identify(name).id for name in names}
    assert len(set(identified.values())) == len(names)
    assert identified["BLEU (Belgium-Luxembourg Economic Union)"] == "BLEU"
    assert identified["Korea, Dem. People's Rep. of"] == "PRK"


def test_with_its_date_a_party_of_an_investment_treaty_may_be_asked_back(shared):
    asked, answered = Counter(), 0
    for row in corpus(shared, "unctad_bits.csv"):
        signed = row["Dateofsignature"] and bl.HistoricalDate.from_text(row["Dateofsignature"])
        for name in filter(None, map(str.strip, row["Parties"].split(";"))):
            try:
                AUTHORITY.identify(name, date=signed or None)
                answered += 1
            except bl.AmbiguousPartyError as error:
                asked[tuple(error.candidates)] += 1

    # The list writes Germany for the Federal Republic, and Serbia for Yugoslavia: both are asked back.
    assert asked["DEU", "DDR"] == 71
    assert asked["SRB", "SCG"] == 37
    assert sum(asked.values()) == 208
    assert answered == 6_398


def test_the_codes_of_the_world_treaty_index_are_read_as_aliases(shared):
    rows = corpus(shared, "wti_parties.csv")
    ours = AUTHORITY.with_aliases_from(
        shared / "corpora" / "wti_parties.csv",
        code="PartyID",
        name=["PartyName", "ShortName"],
        iso3="country_code3",
    )
    states = {row["PartyID"] for row in rows if row["GroupNo"] not in _NO_STATE} - _ORGANISATIONS

    assert states - set(ours.aliases) == WTI_LEFT
    assert (len(rows), len(states), len(ours.aliases)) == (472, 234, 284)
    assert Counter(problem.kind for problem in ours.problems) == {"unknown name": 188, "another code": 51}
    assert {ours.identify(code).id for code in ("GERMAN", "GERMW", "GERMU", "GERMA")} == {"DEU"}
    assert ours.identify("GERME").id == "DDR"
    assert ours.identify("AZERBA").id == "AZE"
    # Its columns of ISO codes were filled in by a geocoder: Israel for the USSR, Jordan for North Yemen.
    assert ours.identify("USSR").id == "SUN"
    assert {(p.record, p.value) for p in ours.problems if p.kind == "another code"} >= {("USSR", "ISR")}


@pytest.mark.slow
def test_most_treaties_of_the_world_treaty_index_have_both_parties_identified(shared):
    corpus(shared, "wti_parties.csv")
    ours = AUTHORITY.with_aliases_from(
        shared / "corpora" / "wti_parties.csv", code="PartyID", name=["PartyName", "ShortName"]
    ).with_aliases({"KAZAKH": "KAZ", "TAIWAN": "TWN", "UKRAIN": "UKR", "BYELOR": "BLR", "YEMENA": "YAR"})
    rows = corpus(shared, "wti_bilateral.csv")
    sides = Counter(row[side] for row in rows for side in ("party1", "party2"))
    unknown = set()
    for code in sides:
        try:
            ours.identify(code)
        except bl.UnknownIdError:
            unknown.add(code)

    assert len(rows) == 61_365
    # Every other code that stands more than ten times is of an organisation, misspelt, or no state now.
    assert {code for code in unknown if sides[code] > 10 and code} == {
        *("UNCDF", "BNLXEC", "UNECLA", "UNFNRE", "VIET", "UNDRC", "UNESCP", "EURCOM", "BEL-LUX. EC. U"),
        *("MFO", "SAAR", "TAB", "EURMIG", "UNJSPF", "EURSAG", "BRIT. INDIA"),
    }
    both = [row for row in rows if not {row["party1"], row["party2"]} & unknown]
    assert len(both) == 60_137


def test_ids_of_bilateral_agreements_of_ggo_name_parties(shared):
    pattern = re.compile("([A-Z]{3})-([A-Z]{3})_[0-9]{4}[A-Z]*")
    ids = [
        row["treatyID"]
        for row in corpus(shared, "many_ggo_agreements.csv")
        if row["TypeAmbit"] == "Bilateral"
    ]
    codes = Counter(
        code for id in ids for found in [pattern.fullmatch(id)] if found for code in found.groups()
    )
    unknown = set()
    for code in codes:
        try:
            AUTHORITY.identify(code, scheme="ggo", date="1985")
        except bl.UnknownIdError:
            unknown.add(code)
        except bl.AmbiguousPartyError:
            pass

    assert len(ids) == 2_522
    assert sum(codes.values()) == 4_106
    # Letters of titles ("Polish People's Republic", "Gabonese") taken for codes, and medieval states.
    assert {code: codes[code] for code in unknown} == {"PPR": 20, "BON": 7, "BOU": 1, "BUR": 1}
