"""Turtle, read by rdflib."""

import warnings

import pytest


def visible(path, folder, form="turtle"):
    """Return all literals of a graph; what it names are addresses, and none that could be run."""
    rdflib = pytest.importorskip("rdflib", reason="needs rdflib")
    with warnings.catch_warnings():
        # The reader of JSON-LD uses what rdflib itself is about to leave.
        warnings.simplefilter("ignore", DeprecationWarning)
        graph = rdflib.Graph().parse(path, format=form)
    nodes = {node for triple in graph for node in triple}

    schemes = {str(node).partition(":")[0] for node in nodes if isinstance(node, rdflib.URIRef)}
    assert schemes <= {"http", "https", "urn"}
    return "\n".join(str(node) for node in nodes if isinstance(node, rdflib.Literal))
