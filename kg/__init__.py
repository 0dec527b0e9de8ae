"""German news articles in, a knowledge graph that can be trusted and queried out.

Data flows one way, a room a stage; each imports only those above it, and the records of `kg.model`::

    files, folders, pages, rows
       │ kg.articles      read_articles()    → Article            text, title, date, parts of the page
       │ kg.language      parse(), times     → spacy Doc, Time    Universal Dependencies, morphology, names
       │ kg.entities      resolve()          → Entity, Mention    who and what is talked about, coreference
       │ kg.facts         extract()          → Claim, Event       who did what, and whether it is so
       │ kg.rdf           to_nquads()        → N-Quads            one named graph per article
       ▼ kg.store         open_store()       → Store              Oxigraph on disk, or any SPARQL endpoint
         kg.query  kg.views  kg.pictures  kg.evaluation           read the store, never spaCy

`kg.building` runs it all; the command `kg` is in `kg.cli`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.articles import read_articles
    from kg.building import build
    from kg.model import Article, Claim, Entity, Event
    from kg.store import open_store
    from kg.views import actor_graph, event_graph, role_graph

__all__ = [
    "Article",
    "Claim",
    "Entity",
    "Event",
    "actor_graph",
    "build",
    "event_graph",
    "open_store",
    "read_articles",
    "role_graph",
]

_HOMES = {
    "kg.articles": ("read_articles",),
    "kg.building": ("build",),
    "kg.model": ("Article", "Claim", "Entity", "Event"),
    "kg.store": ("open_store",),
    "kg.views": ("actor_graph", "event_graph", "role_graph"),
}


def __getattr__(name: str) -> object:
    """Import a name when it is first used: so `kg --help` does not wait for spaCy."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
