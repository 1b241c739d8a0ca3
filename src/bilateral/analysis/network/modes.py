"""A corpus as a graph of records and all that they name, and graphs in files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from bilateral.corpus import Corpus
from bilateral.errors import InvalidValueError, MissingExtraError
from bilateral.files import checked_path, replaced_file
from bilateral.markup import xml_text
from bilateral.model import Agreement, Named, Party, PartyKind, Record, Sphere

if TYPE_CHECKING:
    from networkx import DiGraph


def networkx() -> Any:
    """Return the library of graphs.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        import networkx as nx
    except ImportError:
        raise MissingExtraError("graph", "a graph") from None
    return nx


def graph(corpus: Corpus) -> DiGraph:
    """Return a corpus as a graph of records and of the parties, spheres, persons and places that they name.

    Args:
        corpus: the records.

    Returns:
        A ``networkx.DiGraph``. Its nodes are called by mode and id, such as ``"party:KAZ"`` and
        ``"record:..."``, and have a ``mode`` (agreement, event, party, organisation, sphere, person or
        place), a ``label``, and, if it is a record with a date, ``date`` (EDTF), ``earliest`` and
        ``latest``. Edges lead from records to what they name and to records that they relate to, from
        spheres to wider ones and from places to their countries, and have a ``role``; those of a record that
        may not match a query are not ``certain``.

    Raises:
        MissingExtraError: if networkx is not installed.

    Examples:
        >>> from bilateral.model import Event
        >>> found = graph(Corpus([Event("visit", date="1996-09", parties=["AZE", "KAZ"], place="baku")]))
        >>> sorted(found.successors("record:visit"))
        ['party:AZE', 'party:KAZ', 'place:baku']
        >>> found.nodes["record:visit"]["date"], found.edges["record:visit", "place:baku"]["role"]
        ('1996-09', 'place')

    References:
        S. Wasserman, K. Faust, Social Network Analysis (1994), ch. 8, on affiliations and two-mode networks.
    """
    found: DiGraph = networkx().DiGraph()
    unsure = {record.id for record in corpus.uncertain}
    for record in corpus:
        _add_record(found, record)
    for record in corpus:
        _add_edges(found, record, certain=record.id not in unsure)
    return found


def _add_record(found: DiGraph, record: Record) -> None:
    mode = "agreement" if isinstance(record, Agreement) else "event"
    dated = {}
    if record.date is not None:
        when = record.date
        dated = {"date": str(when), "earliest": f"{when.earliest}", "latest": f"{when.latest}"}
    found.add_node(f"record:{record.id}", mode=mode, label=record.label, **dated)


def _add_edges(found: DiGraph, record: Record, *, certain: bool) -> None:
    own = f"record:{record.id}"

    def lead(to: str, role: str) -> None:
        if found.has_edge(own, to):
            # One edge tells of all ways in which two are related.
            role = "; ".join(dict.fromkeys([*found.edges[own, to]["role"].split("; "), role]))
        found.add_edge(own, to, role=role, certain=certain)

    for each in record.parties:
        lead(_party(found, each.party), str(each.capacity) if each.capacity else "party")
    for sphere in record.spheres:
        lead(_sphere(found, sphere), "sphere")
    for actor in record.persons:
        lead(_named(found, "person", actor.person), actor.role or "person")
    if record.place is not None:
        place = _named(found, "place", record.place)
        lead(place, "place")
        if record.place.country is not None:
            found.add_edge(place, _party(found, record.place.country), role="country", certain=True)
    for relation in record.relations:
        # What a selection leaves out is no part of its graph.
        if f"record:{relation.target}" in found:
            lead(f"record:{relation.target}", str(relation.kind))


def _named(found: DiGraph, mode: str, thing: Named) -> str:
    node = f"{mode}:{thing.id}"
    found.add_node(node, mode=mode, label=thing.name())
    return node


def _party(found: DiGraph, party: Party) -> str:
    node = f"party:{party.id}"
    mode = "organisation" if party.kind is PartyKind.ORGANISATION else "party"
    found.add_node(node, mode=mode, label=party.name())
    return node


def _sphere(found: DiGraph, sphere: Sphere) -> str:
    node = _named(found, "sphere", sphere)
    if sphere.broader is not None:
        found.add_edge(node, _sphere(found, sphere.broader), role="broader", certain=True)
    return node


def write(graph: Any, path: str | os.PathLike[str]) -> None:
    """Write a graph to a file that programs for networks open; a failed write leaves the file as it was.

    Args:
        graph: a graph of networkx; for characters that XML does not allow, U+FFFD is written.
        path: the file; its suffix names the format: ``.graphml`` or ``.gexf``.

    Raises:
        InvalidValueError: if the suffix is not known.
        MissingExtraError: if networkx is not installed.
        OSError: if the file cannot be written.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> from bilateral.analysis.network import ties
        >>> with TemporaryDirectory() as folder:
        ...     write(ties(Corpus()).graph(), f"{folder}/ties.graphml")
        ...     Path(folder, "ties.graphml").exists()
        True

    References:
        GraphML (graphml.graphdrawing.org); GEXF 1.2 (gexf.net).
    """
    nx = networkx()
    writers = {".graphml": nx.write_graphml_xml, ".gexf": nx.write_gexf}
    file = checked_path(path)
    if file.suffix.lower() not in writers:
        raise InvalidValueError("path", str(file), f"its suffix must be one of {', '.join(writers)}")
    with replaced_file(file) as draft:
        writers[file.suffix.lower()](_writable(graph), draft)


def _writable(graph: Any) -> Any:
    """Return a graph of whose texts XML allows each character."""
    found = graph.copy()
    for data in (*(found.nodes[node] for node in found), *(edge[-1] for edge in found.edges(data=True))):
        data.update({key: xml_text(value) for key, value in data.items() if isinstance(value, str)})
    return found
