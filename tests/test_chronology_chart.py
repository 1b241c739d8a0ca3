"""The chart, checked against the schema of Vega-Lite by Altair, and drawn by Vega."""

import datetime
import re
import sys
from itertools import pairwise

import pytest
from hypothesis import given

import hostile
from bilateral import (
    Chronology,
    Corpus,
    Event,
    InvalidValueError,
    MissingExtraError,
    UnknownIdError,
    load,
    testing,
)
from bilateral.chronology.picture.shapes import Form, shapes

alt = pytest.importorskip("altair", reason="needs the extra plot")
DAY = 86_400_000


def layers(book, **options):
    """Return the rows of each layer, by the name of the layer."""
    made = book.chart(**options).to_dict(validate=False)
    found = {}
    for layer in made["layer"]:
        data = layer["data"]
        found[layer["name"]] = data["values"] if "values" in data else made["datasets"][data["name"]]
    return {**dict.fromkeys(("solid", "hollow"), ()), **found}


def restored(text):
    """Return text without the signs that stand for a ``<``."""
    return re.sub("[<\ue000-\uf8ff]", "", text)


def moment(day):
    return (day - datetime.date(1970, 1, 1)).days * DAY


@given(testing.corpora(), testing.queries())
def test_every_dated_record_is_in_it_and_says_all(corpus, query):
    book = Chronology(corpus.where(query))
    found = layers(book)
    rows = [row for name, each in found.items() for row in each if "id" in row]
    told = {row["id"]: row for row in rows}
    dated = [entry for entry in book if entry.date is not None]
    bound = [entry for entry in dated if any(day.year not in (1, 9999) for day in entry.date.bounds)]

    assert set(told) == ({entry.record.id for entry in dated} if bound else set())
    for entry in dated if bound else ():
        row = told[entry.record.id]
        assert row["when"] == entry.date.text()
        assert restored(row["title"]) == restored(" ".join(entry.record.label.split()))
        assert row["sources"] == ", ".join(source.id for source in entry.record.sources)
        assert bool(row["note"]) is bool(entry.unsure or entry.conflicts)


@given(testing.dates())
def test_marks_stand_on_their_days_whatever_the_zone_of_the_reader(date):
    found = layers(Chronology(Corpus([Event("a", date=date), Event("b", date="2003-02-01")])))
    here = [row for name in ("solid", "hollow") for row in found[name] if row["id"] == "a"]
    forms = [shape.form for shape in shapes(date)]

    if forms == [Form.DAY]:
        assert [row["first"] for row in here] == [moment(date.earliest)]
    for row in here:
        if date.earliest.year > 1 and date.latest.year < 9999:
            assert moment(date.earliest) <= row["first"] <= moment(date.latest)
    inexact = [row["shape"] == "inexact" for row in here]
    assert any(inexact) is any(form in (Form.STRETCH, Form.SURE) for form in forms)


@given(testing.corpora())
def test_no_two_of_a_row_touch(corpus):
    rows = {}
    for name, each in layers(Chronology(corpus)).items():
        for row in each if name not in ("lanes", "rules") else ():
            if "id" in row:
                rows.setdefault(row["row"], {}).setdefault(row["id"], []).append((row["first"], row["last"]))
    for records in rows.values():
        spans = sorted((min(a for a, _ in each), max(b for _, b in each)) for each in records.values())
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))


def test_vega_draws_every_mark_of_the_dossier():
    converter = pytest.importorskip("vl_convert", reason="needs the extra plot")
    book = Chronology(load())
    svg = converter.vegalite_to_svg(book.chart(language="ru").to_dict())
    found = layers(book)

    drawn = len(re.findall(r'aria-roledescription="(?:point|symbol)"', svg))
    assert drawn == len(found["solid"]) + len(found["hollow"])
    assert "Без даты: 9" in svg
    assert "16 сентября 1996 г." in svg


@pytest.mark.browser
def test_it_is_saved_whole_and_hostile_data_stays_text(tmp_path):
    from browsers import chromium

    Chronology(hostile.corpus()).chart().save(
        tmp_path / "chart.html", inline=True, embed_options={"renderer": "svg"}
    )
    with chromium() as driver:
        driver.get((tmp_path / "chart.html").as_uri())
        driver.execute_async_script(
            "const done = arguments[0]; const look = () =>"
            " document.querySelector('.mark-symbol path') ? done() : setTimeout(look, 50); look()"
        )
        marks = driver.execute_script(
            "return document.querySelectorAll('.mark-symbol path[aria-label]').length"
        )
        assert marks >= 50
        asked = [entry for entry in driver.get_log("performance") if "requestWillBeSent" in entry["message"]]
        assert not [entry for entry in asked if re.search(r'"url":"https?:', entry["message"])]
        assert driver.get_log("browser") == []
        assert driver.execute_script("return document.querySelectorAll('img, iframe').length") == 0
        labels = driver.execute_script(
            "return [...document.querySelectorAll('path[aria-label]')].map((each) => each.ariaLabel)"
        )
    # One text in seven is of a record without a date.
    dated = {" ".join(record.label.split()) for record in hostile.corpus() if record.date is not None}
    said = hostile.bare("\n".join(labels))
    assert [text for text in dated if hostile.bare(text) not in said] == []


def test_a_chart_without_dates_says_how_many_are_undated():
    made = Chronology(Corpus([Event("a"), Event("b")])).chart().to_dict()

    assert made["title"]["subtitle"] == ["Undated: 2"]


@pytest.mark.parametrize(
    ("options", "error"), [({"lanes": "colour"}, UnknownIdError), ({"language": "de"}, InvalidValueError)]
)
def test_what_cannot_be_drawn_is_refused(options, error):
    with pytest.raises(error):
        Chronology(load()).chart(**options)


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"bilateral\[plot\]"):
        Chronology(load()).chart()
