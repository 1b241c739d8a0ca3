"""JSON-LD, read by rdflib."""

from test_formats_turtle import visible as shown


def visible(path, folder):
    """Return all literals of a graph, as those of Turtle."""
    return shown(path, folder, "json-ld")
