"""A chronology as an SVG file."""

from bilateral import Chronology, load, write
from bilateral.formats.svg import dumps
from consumers import in_browser


def test_a_file_is_the_picture(tmp_path):
    book = Chronology(load()).by("party")
    write(book, tmp_path / "book.svg", language="en", width=900)

    assert (tmp_path / "book.svg").read_text(encoding="utf-8") == f"{book.svg(width=900)}\n"
    assert dumps(load()) == f"{Chronology(load()).by('year').svg()}\n"


PROBE = """<script>addEventListener("load", () => {
    const picture = document.getElementById("picture").contentDocument
    const all = [...picture.querySelectorAll("*")]
    const result = document.createElement("pre")
    result.id = "result"
    result.textContent = JSON.stringify({
        ran, text: picture.documentElement.textContent, root: picture.documentElement.localName,
        elements: [...new Set(all.map(each => each.localName))],
        handlers: all.flatMap(each => each.getAttributeNames()).filter(name => name.startsWith("on")),
        links: all.map(each => each.getAttribute("href") ?? "").filter(Boolean)})
    document.body.append(result)
})</script><iframe id=picture src=made.svg width=900 height=700></iframe>"""


def visible(path, folder):
    """Return the texts of a picture as a browser has them; it runs nothing and asks for nothing."""
    found = in_browser(PROBE, {"made.svg": path.read_bytes()}, folder)

    assert found["root"] == "svg"
    assert found["ran"] == found["handlers"] == []
    assert {"script", "image", "foreignObject", "iframe", "img"}.isdisjoint(found["elements"])
    assert all(link.startswith(("#", "http://", "https://")) for link in found["links"])
    return found["text"]
