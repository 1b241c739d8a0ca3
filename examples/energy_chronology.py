"""What did Azerbaijan and Kazakhstan sign on energy between 1996 and 2006, and who says when?

Prints each date with its sources, and writes the chronology to energy.html and energy.md.
"""

import bilateral as bl

energy = bl.load().where(sphere="energy", party=["AZE", "KAZ"], signed="1996/2006")

for record in energy:
    date = "undated" if record.date is None else record.date.text()
    doubt = " (may lie outside)" if record in energy.uncertain else ""
    print(f"{date}{doubt}: {record.label}")
    for claim in record.attested("signed"):
        place = f", {claim.locator}" if claim.locator else ""
        words = f": “{claim.quote}”" if claim.quote else ""
        print(f"    {claim.value}, says {claim.source.id}{place}{words}")
    for field in dict.fromkeys(conflict.field for conflict in record.conflicts()):
        print(f"    sources disagree on: {field}")

book = bl.Chronology(energy).by("year")
bl.write(book, "energy.html")
bl.write(book, "energy.md")
print(f"wrote energy.html and energy.md: {len(book)} entries in {len(book.sections)} years")
