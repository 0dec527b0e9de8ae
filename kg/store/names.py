"""The IRIs that the store itself reads and writes."""

from __future__ import annotations

from pyoxigraph import NamedNode

from kg.rdf.vocabulary import KG, PREFIXES

TYPE = NamedNode(PREFIXES["rdf"] + "type")
IDENTIFIER = NamedNode(PREFIXES["dcterms"] + "identifier")
ARTICLE = NamedNode(KG + "Article")
DIGEST = NamedNode(KG + "digest")
MERGED_FROM = NamedNode(KG + "mergedFrom")
UNMERGED = NamedNode(KG + "unmerged")
WHY = NamedNode(KG + "why")
SCORE = NamedNode(KG + "score")
BETWEEN = NamedNode(KG + "between")
SAME = NamedNode(KG + "same")
VERSION_OF = NamedNode(KG + "versionOf")
CONTENT = NamedNode(KG + "content")
KEPT = NamedNode(KG + "kept")
LINKED = NamedNode(KG + "linked")
UNLINKED = NamedNode(KG + "unlinked")
TABLE = NamedNode(KG + "table")
PROFILE = NamedNode(KG + "profile")
KEY = NamedNode(KG + "key")
PREF_LABEL = NamedNode(PREFIXES["skos"] + "prefLabel")
ALT_LABEL = NamedNode(PREFIXES["skos"] + "altLabel")


def merges_graph(base: str) -> NamedNode:
    """The graph of what was merged, and of what that took away from the article graphs."""
    return NamedNode(base + "merges")


def decisions_graph(base: str) -> NamedNode:
    """The graph of the user's decisions on who is who."""
    return NamedNode(base + "decisions")


def history_graph(base: str) -> NamedNode:
    """The graph of older versions of articles: it is not part of exports."""
    return NamedNode(base + "history")


def linking_graph(base: str) -> NamedNode:
    """The graph of what linking across articles looks up, made of the rest: it is not part of exports."""
    return NamedNode(base + "linking")


def imported_graph(base: str) -> NamedNode:
    """The graph of what comes without one."""
    return NamedNode(base + "imported")
