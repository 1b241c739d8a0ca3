"""The closed vocabularies of the model, as enumerations whose values are the words stored in data."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from bilateral.errors import InvalidValueError


class Kind(StrEnum):
    """What an instrument calls itself.

    The Vienna Convention (article 2.1(a)) makes all of them treaties "whatever its particular
    designation"; the designation is kept because sources disagree on it and readers ask for it.

    Examples:
        >>> Kind("joint-statement")
        <Kind.JOINT_STATEMENT: 'joint-statement'>

    References:
        United Nations Treaty Section, *Treaty Handbook* (2012), glossary.
    """

    TREATY = "treaty"
    AGREEMENT = "agreement"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"
    JOINT_STATEMENT = "joint-statement"
    MEMORANDUM = "memorandum"
    EXCHANGE_OF_NOTES = "exchange-of-notes"
    PROGRAMME = "programme"
    ARRANGEMENT = "arrangement"
    OTHER = "other"


class EventKind(StrEnum):
    """What happened, where it was no instrument.

    Examples:
        >>> EventKind("visit")
        <EventKind.VISIT: 'visit'>
    """

    RELATIONS_ESTABLISHED = "relations-established"
    MISSION_OPENED = "mission-opened"
    CONSULATE_OPENED = "consulate-opened"
    VISIT = "visit"
    COMMUNICATION = "communication"
    DOCUMENT_CIRCULATED = "document-circulated"
    OFFICE_ASSUMED = "office-assumed"
    ORGANISATION_FOUNDED = "organisation-founded"
    MEMBERSHIP = "membership"
    APPROVAL = "approval"
    INDEPENDENCE = "independence"
    OTHER_EVENT = "other-event"


class Capacity(StrEnum):
    """The capacity in which a party acts: for the state, its government, an agency, and so on.

    Two states make an interstate instrument, two governments an intergovernmental one, two
    agencies an interagency one.

    Examples:
        >>> Capacity("government")
        <Capacity.GOVERNMENT: 'government'>

    References:
        Vienna Convention on the Law of Treaties (1969), article 7.
    """

    STATE = "state"
    GOVERNMENT = "government"
    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    AGENCY = "agency"
    ORGANISATION = "organisation"


class PartyKind(StrEnum):
    """What a party is.

    Examples:
        >>> PartyKind("state")
        <PartyKind.STATE: 'state'>
    """

    STATE = "state"
    ORGANISATION = "organisation"
    OTHER = "other"


class Rank(StrEnum):
    """How an attestation ranks among those of the same field; the best rank present is shown.

    Examples:
        >>> Rank("deprecated")
        <Rank.DEPRECATED: 'deprecated'>

    References:
        Wikidata data model, "Ranking".
    """

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


class RelationKind(StrEnum):
    """How one record stands to another, read from the record that holds the relation.

    Examples:
        >>> RelationKind("protocol-to")
        <RelationKind.PROTOCOL_TO: 'protocol-to'>
    """

    PROTOCOL_TO = "protocol-to"
    AMENDS = "amends"
    SUPERSEDES = "supersedes"
    SUCCEEDS = "succeeds"
    CONCLUDED_WITH = "concluded-with"
    SAME_VISIT = "same-visit"
    APPROVES = "approves"
    ESTABLISHED_BY = "established-by"
    CIRCULATES = "circulates"
    PART_OF = "part-of"


class SourceKind(StrEnum):
    """What a source is.

    Examples:
        >>> SourceKind("article")
        <SourceKind.ARTICLE: 'article'>
    """

    ARTICLE = "article"
    LEGAL_ACT = "legal-act"
    UN_DOCUMENT = "un-document"
    NEWS = "news"
    REFERENCE_WORK = "reference-work"
    DATABASE = "database"
    OFFICIAL_SITE = "official-site"
    EDITORIAL = "editorial"


VOCABULARIES = (Kind, EventKind, Capacity, PartyKind, Rank, RelationKind, SourceKind)

_Term = TypeVar("_Term", bound=StrEnum)


def term(vocabulary: type[_Term], value: object, field: str) -> _Term:
    """Return the member of a vocabulary that a word stands for.

    Args:
        vocabulary: the enumeration.
        value: the word, or the member itself.
        field: the field it is for, as ``Class.field``; the error names it.

    Returns:
        The member.

    Raises:
        InvalidValueError: if it is no word of the vocabulary; the message lists them.

    Examples:
        >>> term(Rank, "normal", "Attestation.rank")
        <Rank.NORMAL: 'normal'>
    """
    try:
        return vocabulary(str(value))
    except ValueError:
        words = ", ".join(member.value for member in vocabulary)
        raise InvalidValueError(field, value, f"it must be one of {words}") from None
