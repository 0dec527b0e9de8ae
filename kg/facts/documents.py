"""Whose a text or a talk is: "der Bericht der OSZE", "der BWB-Bericht", "Die Partei stellte einen Antrag. In dem Antrag …"."""

from __future__ import annotations

from collections.abc import Iterable

from kg.facts.context import Context
from kg.facts.fillers import compounded, pointed, speaking
from kg.facts.frames import ACTOR
from kg.facts.phrases import OWNERS
from kg.facts.sayings import sayings
from kg.facts.sources import is_document, is_saying
from kg.facts.speech import is_one_of, reports, verb_lemma
from kg.language.arcs import SUBJECTS
from kg.model import EntityType

DEEP = 3  # documents of documents: "das Fazit des Berichts der OSZE"
WHERE = frozenset({"in", "im", "auf"})
BEHIND = frozenset({"von", "aus", "durch"})


def authors(context: Context, noun: int, depth: int = 0) -> tuple[str, ...]:
    """Whose a document is by its own phrase, or by what was said of it before; empty where nothing tells."""
    return _owners(context, noun, depth) or (_before(context, noun) if _is_definite(context, noun) else ())


def _owners(context: Context, noun: int, depth: int = 0) -> tuple[str, ...]:
    """Who owns a document by its genitive, the site it stands on, its compound or its adjective."""
    if depth > DEEP:
        return ()
    owners = [k for k in context.tree.kids[noun] if _is_owner(context, k)]
    owned = _distinct(e for token in owners for e in speaking(context, token, ACTOR))
    if owned:
        return owned
    texts = [k for k in owners if is_document(context.doc[k])] + list(_sites(context, noun))
    owned = _distinct(e for token in texts for e in authors(context, token, depth + 1))
    if owned:
        return owned
    inside = [*compounded(context, noun, ACTOR)]
    inside += [e for e in pointed(context, noun) if context.entities[e].type in ACTOR]
    return tuple((inside + states_of(context, noun))[:1])


def topic_before(context: Context, noun: int) -> tuple[str, ...]:
    """The subject of the sentence before, whose a document is that nothing else tells: "X gab nach. In einer Erklärung hieß es"."""
    tree, sentence = context.tree, context.tree.sentence_of[noun]
    issued = is_one_of(tree.lower[noun], context.lexicon.code, "issued")
    if not sentence or not (issued or _is_definite(context, noun) or tree.pos[noun] == "VERB"):
        return ()
    return _subjects(context, sentence - 1)


def body_before(context: Context, token: int) -> tuple[str, ...]:
    """The body that does something in the sentence before: "Die NASA legte den Termin fest. Geplant ist demnach …"."""
    sentence = context.tree.sentence_of[token]
    found = _subjects(context, sentence - 1) if sentence else ()
    return tuple(e for e in found if context.entities[e].type is EntityType.ORGANIZATION)


def _subjects(context: Context, sentence: int) -> tuple[str, ...]:
    """Who does what a sentence tells, or whose text its subject is; nobody where none could speak."""
    tree = context.tree
    root = int(context.doc[tree.sentences[sentence][0]].sent.root.i)
    silent = verb_lemma(context.doc[root]) in context.lexicon.table("reporting")["silent"]
    if silent or any(q.type == "direct" and root in q.tokens for q in context.speech):
        return ()
    subjects = [t for k in tree.kids[root] if tree.deps[k] == "nsubj" for t in tree.conjuncts(k)]
    found = (
        speaking(context, t, ACTOR) or (authors(context, t) if is_document(context.doc[t]) else ()) for t in subjects
    )
    return _distinct(e for entities in found for e in entities)


def text_before(context: Context, token: int) -> int | None:
    """The text that "darin" goes back to: the last document of the sentence before."""
    sentence = context.tree.sentence_of[token]
    low, high = context.tree.sentences[sentence - 1] if sentence else (0, 0)
    nouns = (i for i in range(high - 1, low - 1, -1) if context.tree.is_noun(i))
    return next((i for i in nouns if is_document(context.doc[i]) or is_saying(context.doc[i])), None)


def states_of(context: Context, noun: int) -> list[str]:
    """The country whose adjective tells whose account it is: "nach israelischen Angaben", "russischer Darstellung zufolge"."""
    if context.tree.lower[noun] not in sayings(context.lexicon.code).accounts:
        return []
    kids = [k for k in context.tree.kids[noun] if context.tree.deps[k] == "amod"]
    found = [e for k in kids for e in pointed(context, k, frozenset({"adjective"}))]
    return [e for e in found if context.entities[e].type is EntityType.COUNTRY]


def _before(context: Context, noun: int) -> tuple[str, ...]:
    """Who issued a document that was spoken of before: "Die Partei brachte einen Antrag ein. … In dem Antrag heißt es"."""
    tree = context.tree
    for token in range(noun - 1, -1, -1):
        if tree.is_noun(token) and tree.lower[token].rstrip("ens").endswith(tree.lower[noun].rstrip("ens")):
            found = _issuer(context, token) or _owners(context, token, DEEP)
            if found:
                return found
    return ()


def _issuer(context: Context, noun: int) -> tuple[str, ...]:
    """The subject of the verb by which a document is issued: "legte einen Bericht vor", "mahnte in seiner Rede"."""
    tree, verb = context.tree, context.tree.heads[noun]
    known, word = sayings(context.lexicon.code), context.doc[verb]
    issued = tree.deps[noun] == "obj" and verb_lemma(word) in known.issuing
    if not issued and not (tree.deps[noun] == "obl" and reports(word, known.verbs)):
        return ()
    subjects = [t for k in tree.kids[verb] if tree.deps[k] in SUBJECTS for t in tree.conjuncts(k)]
    return _distinct(e for token in subjects for e in speaking(context, token, ACTOR))


def _sites(context: Context, noun: int) -> Iterable[int]:
    """The sites behind a text that it stands on: "in der Meldung auf der Homepage der Firma", whatever the parse hangs them on."""
    near = {*context.tree.kids[noun], *context.tree.kids[context.tree.heads[noun]]}
    for kid in sorted(near):
        found = context.grammar.preposition(context.tree, kid)
        site = is_one_of(context.tree.lower[kid], context.lexicon.code, "sites")
        if kid > noun and found is not None and found[0] in WHERE and site:
            yield kid


def _is_owner(context: Context, kid: int) -> bool:
    """Whether a phrase behind a document says whose it is: "der Brief der Redakteure", and not "der Brief an den Chef"."""
    found = context.grammar.preposition(context.tree, kid)
    return context.tree.deps[kid] in OWNERS and (found is None or found[0] in BEHIND)


def _is_definite(context: Context, noun: int) -> bool:
    """Whether a document is one that the reader knows of: "in dem Antrag", "im Bericht"."""
    known = sayings(context.lexicon.code).definite
    kids = [context.tree.lower[k] for k in context.tree.kids[noun]]
    return any(word in known or word in context.grammar.contractions for word in kids)


def _distinct(entities: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entities))
