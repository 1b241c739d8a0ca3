"""Three public collections as corpora: of each row what says which instrument it is."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycountry

from bilateral import Agreement, Attestation, Corpus, HistoricalDate, Label, Participation, Party, Source
from bilateral.errors import BilateralError

_NAMES = {
    "BLEU (Belgium-Luxembourg Economic Union)": "BLEU",
    "Congo, Democratic Republic of the": "COD",
    "Hong Kong, China SAR": "HKG",
    "Korea, Dem. People's Rep. of": "PRK",
    "Macao, China SAR": "MAC",
    "State of Palestine": "PSE",
    "Taiwan Province of China": "TWN",
    "Turkey": "TUR",
    "Yugoslavia (former)": "YUG",
}
"""What UNCTAD calls parties that pycountry does not know by that name."""
_WTI = {
    "USSR": "RUS",
    "CZECHO": "CSK",
    "BEL-LUX. EC. U": "BLEU",
    "BEL-LUX. EC U": "BLEU",
    "CZECH REPUBLIC": "CZE",
}
"""Codes of the World Treaty Index whose row of parties names another country; GGO has RUS for USSR."""


FILES = ("many_ggo_agreements.csv", "unctad_bits.csv", "wti_bilateral.csv", "wti_parties.csv")
"""The files that must lie in the folder."""
RULE = "id by the rule of manytreaties"
"""The column of ``raw`` that holds parties, year and letter of the kind, such as ``AZE-KAZ_1996A``."""
_LETTERS = {"AGREEM": "A", "TREATY": "A", "CONVEN": "A", "EXCHAN": "N", "PROTOC": "P"}
"""The letter that the rule has for the kinds of the World Treaty Index; others have O."""


def ggo(folder: Path) -> Corpus:
    """Return the agreements of the manytreaties table GGO whose parties stand in the id."""
    source = Source("ggo", "GGO, manytreaties 1.0.0")
    rows = _rows(folder / "many_ggo_agreements.csv")
    return Corpus(
        _agreement(
            f"ggo-{i}",
            source,
            row["Title"],
            (row["Signature"], row["Force"]),
            parties=parties,
            rule_id=row["treatyID"],
        )
        for i, row in enumerate(rows)
        if (parties := _in_id(row["treatyID"]))
    )


def unctad(folder: Path) -> Corpus:
    """Return the bilateral investment treaties of UNCTAD."""
    source = Source("unctad", "UNCTAD, International Investment Agreements Navigator")
    return Corpus(
        _agreement(
            f"unctad-{i}",
            source,
            row["Titleofagreement"] or row["Shorttitle"],
            (row["Dateofsignature"], row["Dateofentryintoforce"]),
            parties=[_country(name.strip()) for name in row["Parties"].split(";") if name.strip()],
            sphere="investment",
        )
        for i, row in enumerate(_rows(folder / "unctad_bits.csv"))
    )


def wti(folder: Path) -> Corpus:
    """Return the World Treaty Index."""
    source = Source("wti", "World Treaty Index")
    known = {row["PartyID"]: row["country_code3"] for row in _rows(folder / "wti_parties.csv")} | _WTI
    return Corpus(
        _agreement(
            f"wti-{row['row']}",
            source,
            row["headnote"],
            (row["Signed"], row["Force"]),
            parties=[known.get(code) or _id(code) for code in (row["party1"], row["party2"]) if code],
            letter=_LETTERS.get(row["title"], "O"),
            sphere="investment" if row["topic"] == "3INVES" else _id(row["topic"]),
        )
        for row in _rows(folder / "wti_bilateral.csv")
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _agreement(
    id: str,
    source: Source,
    title: str,
    dates: tuple[str, str],
    *,
    parties: list[str],
    letter: str = "A",
    rule_id: str = "",
    sphere: str = "",
) -> Agreement:
    signed, in_force = map(_date, dates)
    values: dict[str, Any] = {"title": title.strip() or None, "signed": signed, "in_force": in_force}
    found = [Party(code, _labels(code)) for code in dict.fromkeys(parties)]
    claims = [Attestation(field, value, source) for field, value in values.items() if value is not None]
    claims += [Attestation("parties", Participation(party), source) for party in found]
    if signed is not None and not rule_id:
        rule_id = f"{'-'.join(sorted(parties))}_{signed.earliest.year}{letter}"
    spheres = [sphere] if sphere else []
    claims += [Attestation("spheres", each, source) for each in spheres]
    return Agreement(
        id,
        parties=found,
        spheres=spheres,
        attestations=claims,
        raw={RULE: rule_id} if rule_id else {},
        **values,
    )


def _labels(code: str) -> list[Label]:
    country = pycountry.countries.get(alpha_3=code)
    return [Label("en", country.name)] if country else []


def _date(text: str) -> HistoricalDate | None:
    """Return a date if it can be read; a day that does not exist is none."""
    for read in (HistoricalDate, HistoricalDate.from_text):
        try:
            return read(text) if text and not text.startswith("9999") else None
        except BilateralError:
            pass
    return None


def _in_id(id: str) -> list[str]:
    """Return the parties that an id such as ``AZE-KAZ_1996A`` names."""
    parties, _, _ = id.partition("_")
    codes = parties.split("-")
    return codes if all(re.fullmatch("[A-Z]{3}", code) for code in codes) else []


def _country(name: str) -> str:
    return _NAMES.get(name) or str(pycountry.countries.lookup(name).alpha_3)


def _id(code: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in code).strip("-") or "unknown"
