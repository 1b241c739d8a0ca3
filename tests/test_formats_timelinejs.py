"""TimelineJS: JSON that TimelineJS itself shows in a browser, in which data stays text."""

import json

import pytest
from hypothesis import given

from bilateral import Chronology, Corpus, HistoricalDate, load, testing
from bilateral.formats.timelinejs import dumps
from bilateral.model import Event, Label, Sphere
from consumers import in_browser, node_modules
from hostile import TEXTS, bare, pairs

LIBRARY = "@knight-lab/timelinejs"
PAGE = f"""<link rel=stylesheet href="/node_modules/{LIBRARY}/dist/css/timeline.css">
<div id=timeline style="width: 1200px; height: 700px"></div>
<script src="/node_modules/{LIBRARY}/dist/js/timeline.js"></script><script type=module>
const text = (root, path) => root.querySelector(path)?.textContent ?? ""
const texts = path => [...document.querySelectorAll(path)].map(each => each.textContent)
const timeline = new TL.Timeline("timeline", await (await fetch("made.json")).json())
setTimeout(() => {{
    document.querySelectorAll(".tl-slide, .tl-timemarker").forEach(each =>
        each.dispatchEvent(new MouseEvent("mouseover", {{bubbles: true}})))
    const result = document.createElement("pre")
    result.id = "result"
    result.textContent = JSON.stringify({{
        ran, errors: timeline.config.messages.errors,
        slides: [...document.querySelectorAll(".tl-slide")].map(each =>
            [text(each, "h2"), text(each, "h3"), text(each, ".tl-text-content")]),
        markers: texts(".tl-timemarker h2"), groups: texts(".tl-timegroup-message"),
        eras: texts(".tl-timeera h2"), active: [...document.querySelectorAll(
            "#timeline :is(a, img, iframe, script, [onmouseover], [onerror])")].map(each => each.outerHTML)}})
    document.body.append(result)
}}, 3000)
</script>"""


def shown(data, folder):
    return in_browser(PAGE, {"made.json": data}, folder, node_modules(LIBRARY))


def visible(path, folder):
    """Return the texts that TimelineJS shows; it runs nothing, and links to nothing but its makers."""
    found = shown(path.read_bytes(), folder)

    assert found["ran"] == found["errors"] == []
    assert [each for each in found["active"] if "https://timeline.knightlab.com" not in each] == []
    assert {bare(group) for group in found["groups"]} <= {"", *map(bare, TEXTS)}
    return "\n".join(
        [*(part for slide in found["slides"] for part in slide), *found["groups"], *found["eras"]]
    )


def only(thing):
    (event,) = json.loads(dumps(thing))["events"]
    return event


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1993-02-24", (1993, 2, 24), None),
        ("1993-02", (1993, 2), None),
        ("1993", (1993,), None),
        ("1993-02-24~", (1993, 2, 24), None),
        ("199X", (1990,), (1999,)),
        ("1993-21", (1993, 3), (1993, 5)),
        ("[1993-02-24,1993-12-24]", (1993, 2, 24), (1993, 12, 24)),
        ("[1990,1991,1992]", (1990,), (1992,)),
        ("1992/2003-10", (1992,), (2003,)),
        ("1992-08-30/1993-01-02", (1992, 8, 30), (1993, 1, 2)),
        ("1992-08-30/..", (1992, 8, 30), None),
        ("/1993-02", (1993, 2), None),
        ("[..1993-02]", (1993, 2), None),
        ("[1993-02..]", (1993, 2), None),
        ("0800-12-25", (800, 12, 25), None),
    ],
)
def test_a_date_is_as_fine_as_it_is_known(date, start, end):
    event = only(Corpus([Event("x", title="Visit", date=date)]))

    assert tuple(event["start_date"].values()) == start
    assert ("end_date" in event) == (end is not None)
    assert tuple(event.get("end_date", {}).values()) == (end or ())
    assert list(event["start_date"]) == ["year", "month", "day"][: len(start)]
    assert event["display_date"] == HistoricalDate(date).text()


@pytest.mark.parametrize("date", [None, "../..", "/.."])
def test_what_has_no_place_in_time_is_named_on_the_first_slide(date):
    made = json.loads(dumps(Corpus([Event("x", title="A < B", date=date)])))

    assert made["events"] == []
    words = "undated" if date is None else HistoricalDate(date).text()
    assert f"<p>A &lt; B ({words})</p>" in made["title"]["text"]["text"]


@given(testing.corpora(max_size=5))
def test_each_record_is_a_slide_or_named_on_the_first(corpus):
    made = json.loads(dumps(corpus))
    dated = [event["unique_id"] for event in made["events"]]

    assert len(set(dated)) == len(dated)
    named = made["title"]["text"]["text"].count("<p>")
    credits_ = (
        sum(bool(each) for each in (corpus.dataset.citation, corpus.dataset.licence)) if corpus.dataset else 0
    )
    legend = "overlaps" in made["title"]["text"]["text"]
    assert len(dated) + named - credits_ - legend == len(corpus)


def test_entries_are_grouped_by_the_widest_of_their_principal_spheres():
    energy = Sphere("energy", broader=Sphere("economic", [Label("en", "R&D"), Label("az", "iqtisadi")]))
    visits = Corpus([Event("x", date="1996", spheres=[energy, "trade"])])

    # TimelineJS reads it as HTML twice.
    assert only(visits)["group"] == "R&amp;amp;D"
    pytest.importorskip("babel")
    assert json.loads(dumps(visits, language="az"))["events"][0]["group"] == "iqtisadi"
    assert "group" not in only(Corpus([Event("x", date="1996")]))


def test_periods_with_two_ends_are_eras():
    book = Chronology(Corpus()).periods(
        {"One": "1992/2003-10", "Two": "2003-10", "Open": "2003/..", "Day": "1993-01-01"}
    )

    assert json.loads(dumps(book))["eras"] == [
        {
            "start_date": {"year": 1992, "month": 1, "day": 1},
            "end_date": {"year": 2003, "month": 10, "day": 31},
            "text": {"headline": "One"},
        },
        {
            "start_date": {"year": 2003, "month": 10, "day": 1},
            "end_date": {"year": 2003, "month": 10, "day": 31},
            "text": {"headline": "Two"},
        },
    ]
    assert "eras" not in json.loads(dumps(Corpus()))


@pytest.mark.browser
def test_the_dossier_is_shown_whole(tmp_path):
    relations = load()
    stages = {"Formation": "1992/2003-10", "Strategic partnership": "2003-11/2013"}
    book = Chronology(relations).periods(stages)
    found = shown(dumps(book).encode(), tmp_path)
    dated = [entry for entry in book if entry.date is not None]

    assert found["errors"] == []
    first, *slides = found["slides"]
    assert sorted((bare(title), bare(when).rstrip("≈")) for title, when, _ in slides) == sorted(
        (bare(entry.record.label), bare(entry.date.text())) for entry in dated
    )
    assert sorted(map(bare, found["markers"])) == sorted(bare(entry.record.label) for entry in dated)
    assert all(entry.record.label in first[2] for entry in book if entry.date is None)
    assert found["eras"] == list(stages)
    tops = {each.record.spheres[0].lineage[-1].name() for each in dated if each.record.spheres}
    assert {group.strip() for group in found["groups"]} - {""} == tops


@pytest.mark.browser
def test_any_two_signs_are_shown_as_they_are(tmp_path):
    signs = pairs()
    whole = "".join(event.title for event in signs)
    found = shown(dumps(Corpus([*signs, Event("e", title=whole, date="1996")])).encode(), tmp_path)
    first, second = found["slides"]

    assert first[2] == "".join(f"{event.title} (undated)" for event in signs)
    assert second[0] == whole
    assert found["markers"] == [whole]
