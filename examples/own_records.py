"""Bring treaties of your own from a table whose dates are written by people.

What cannot be read is reported with what it may mean, and nothing is guessed. The rest becomes records in
which each value says where it comes from; they are written to friendship.json and read back.
"""

import bilateral as bl

ROWS = [
    {"id": "t1", "title": "Friendship", "signed": "16 September 1996", "parties": "AZE KAZ", "page": "12"},
    {"id": "t2", "title": "Trade", "signed": "24.02.1993", "parties": "AZE KAZ", "page": "13"},
    {"id": "t3", "title": "Borders", "signed": "September 2008", "parties": "KAZ RUS", "page": "40"},
    {"id": "t4", "title": "Visas", "signed": "03/04/1998", "parties": "AZE GEO", "page": "41"},
    {"id": "t5", "title": "Transit", "signed": "31 November 1999", "parties": "AZE KAZ", "page": "44"},
]
HANDBOOK = bl.Source("handbook-2010", "A handbook of treaties", authors=["A. Author"], date="2010")


def agreement(row: dict[str, str]) -> bl.Agreement:
    """Return the agreement of a row, each of its values attested by the page that gives it."""
    page = f"p. {row['page']}"
    signed = bl.HistoricalDate.from_text(row["signed"])
    parties = [bl.Participation(code) for code in row["parties"].split()]
    return bl.Agreement(
        row["id"],
        title=row["title"],
        signed=signed,
        parties=parties,
        attestations=[
            bl.Attestation("title", row["title"], HANDBOOK, locator=page),
            bl.Attestation("signed", signed, HANDBOOK, locator=page, quote=row["signed"]),
            *(bl.Attestation("parties", party, HANDBOOK, locator=page) for party in parties),
        ],
    )


agreements = []
for row in ROWS:
    try:
        agreements.append(agreement(row))
    except bl.InvalidDateError as error:
        print(f"row {row['id']} is left out: {error}")

about = bl.Dataset("friendship", "Treaties from a handbook", licence="CC0 1.0")
corpus = bl.Corpus(agreements, dataset=about)
bl.write(corpus, "friendship.json")
again = bl.read("friendship.json")
print(f"{again!r} in “{about.title}”, the same as written: {again == corpus}")
for asked in ("1993", "2008-09-08"):
    found = again.where(signed=asked)
    for record in found:
        answer = "perhaps" if record in found.uncertain else "yes"
        print(f"signed in {asked}? {answer}: {record.title}, {record.date}")
