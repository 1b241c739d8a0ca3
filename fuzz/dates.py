"""Fuzzes the readers of dates: no text may raise anything but the documented errors, or take long.

Usage: python fuzz/dates.py [atheris options], such as ``-max_total_time=3600``; needs the extra ``fuzz``.
"""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports():
    from bilateral import HistoricalDate, InvalidDateError, UnsupportedDateError
    from bilateral.dates import grammar, numerals, reading, single

# Imported on first use only, if they were not named here; so they are instrumented.
INSTRUMENTED = (grammar, numerals, reading, single)

LONGEST = 1.0
"""Seconds of its processor that one text may take, instrumented."""


def check(data: bytes) -> None:
    """Read one text as EDTF and as people's writing, and check what must hold of what is read."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicode(2_000)
    began = time.process_time()
    for read in (HistoricalDate.parse, HistoricalDate.from_text):
        try:
            date = read(text)
        except (InvalidDateError, UnsupportedDateError) as error:
            str(error)
            continue
        again = HistoricalDate.parse(str(date))
        if again != date or str(again) != str(date):
            raise AssertionError(f"{text!r} is read as {date!r}, which is read as {again!r}")
        if date.earliest > date.latest or not date.text():
            raise AssertionError(f"{text!r} is read as {date!r}, which contradicts itself")
    if time.process_time() - began > LONGEST:
        raise AssertionError(f"{text!r} takes {time.process_time() - began:.1f} s")


if __name__ == "__main__":
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()
