"""Whose words a statement is: the entities of who is found to speak, of his text, or of whom it goes on from."""

from __future__ import annotations

from kg.facts.children import children
from kg.facts.context import Context
from kg.facts.documents import authors, body_before, text_before, topic_before
from kg.facts.fillers import compounded, fillers, speaking
from kg.facts.frames import ACTOR
from kg.facts.sayings import sayings
from kg.facts.sources import is_document, is_saying
from kg.facts.speakers import FROM_VERBS
from kg.facts.speech import Found, is_one_of, verb_lemma
from kg.language.arcs import SUBJECTS
from kg.model import LANDS, EntityType


def speakers(context: Context, found: Found) -> tuple[str, ...]:
    """The entities that say it: "Die USA und Russland kündigten an" has two, "hieß es weiter" whoever spoke last."""
    if found.speaker is None or found.speaker is found.cue:
        return (
            _therein(context, found) or _in_force(context, found) or _accordingly(context, found)
        )  # "darin heißt es", "hieß es weiter", "demnach"
    if found.speaker.lower_ in sayings(context.lexicon.code).anonymous:
        return _therein(context, found)
    tokens = context.tree.conjuncts(found.speaker.i)
    if is_one_of(found.speaker.lower_, context.lexicon.code, "sites"):
        return authors(context, found.speaker.i)
    named = dict.fromkeys(e for token in tokens for e in _voices(context, token))
    if named:
        return tuple(named)
    beside = found.cue is not None and found.speaker.head.i == found.cue.i  # "sagte der Befehlshaber, General X"
    kids = context.tree.kids[found.speaker.head.i] if beside else ()
    subjects = [k for k in kids if context.tree.deps[k] == "nsubj" and _apart(context, found.speaker.i, k)]
    named = dict.fromkeys(e for token in subjects for e in speaking(context, token, ACTOR))
    if named:
        return tuple(named)
    if not is_document(found.speaker) and not is_saying(found.speaker):
        inside = [e for token in tokens for e in compounded(context, token, ACTOR)][:1]
        return tuple(inside) or (_possessor(context, found.speaker.i) if _before_colon(found) else ())
    own = _own(context, found)
    said = own or authors(context, found.speaker.i) or (_in_force(context, found) if is_document(found.speaker) else ())
    in_text = found.cue is not None and verb_lemma(found.cue) in FROM_VERBS
    return said or (topic_before(context, found.speaker.i) if in_text else ())  # "in dem BWB-Bericht", "in dem Bericht"


def _behind_land(context: Context, token: int) -> tuple[str, ...]:
    """The person behind the genitive of a land that a parser took for the one who speaks: "sagte der Rabbiner Israels, X"."""
    tree = context.tree
    if tree.pos[token] != "PROPN" or not tree.lower[token].endswith("s"):
        return ()
    lands = [m for m in context.mentions.get(token, ()) if context.entities[m.entity].type in LANDS]
    if not any(context.entities[m.entity].name != tree.words[token] for m in lands):
        return ()
    beside = (k for k in tree.kids[token] if tree.deps[k] == "appos" and k > token)
    found = (e for k in beside for e in fillers(context, k, ACTOR))
    return tuple(e for e in found if context.entities[e].type is EntityType.PERSON)


def _before_colon(found: Found) -> bool:
    """Whether what somebody's thing does stands before a colon and his words: "Sein Ärger gilt der Bahn: „…“"."""
    first = min(found.tokens)
    near = found.cue.doc[max(0, first - 2) : first] if found.cue is not None else ()
    return found.type == "direct" and any(t.text == ":" for t in near)


def _possessor(context: Context, noun: int) -> tuple[str, ...]:
    """Whose a thing is that no one else owns: "seine Zuversicht"."""
    owners = (k for k in context.tree.kids[noun] if context.tree.deps[k] == "det:poss")
    return tuple(dict.fromkeys(e for k in owners for e in speaking(context, k, ACTOR)))


def _own(context: Context, found: Found) -> tuple[str, ...]:
    """Whose "Nach eigenen Angaben" is: the subject's of its sentence."""
    own = sayings(context.lexicon.code).own
    if found.speaker is None or not any(t.lower_ in own for t in children(found.speaker)):
        return ()
    verb = found.speaker.head.i
    subjects = (k for k in context.tree.kids[verb] if context.tree.deps[k] in SUBJECTS)
    return tuple(dict.fromkeys(e for k in subjects for e in speaking(context, k, ACTOR)))


def _voices(context: Context, token: int) -> tuple[str, ...]:
    """Who speaks in a phrase; a spokesperson for himself where the article has the body from nowhere else."""
    named = _behind_land(context, token)
    if named:
        return named
    spoken, own = speaking(context, token, ACTOR), fillers(context, token, ACTOR)
    medium = context.tree.lower[token].endswith(tuple(context.lexicon.table("fillers")["correspondents"]))
    if spoken == own or len(own) != 1 or medium:
        return spoken
    if any(context.entities[e].type is EntityType.PERSON for e in spoken):
        return own  # "ein Sprecher Mosers"
    under = set(context.tree.subtree(token)) - {token}
    places = [t for t, found in context.mentions.items() if any(m.entity in spoken for m in found)]
    return spoken if any(t in under for t in places) and any(t not in under for t in places) else own


def _therein(context: Context, found: Found) -> tuple[str, ...]:
    """Whose text "darin heißt es" goes back to; empty where it goes back to none."""
    cue, known = found.cue, sayings(context.lexicon.code)
    if cue is None or not any(t.lower_ in known.therein for t in children(cue)):
        return ()
    text = text_before(context, cue.i)
    return (authors(context, text) if text is not None else ()) or topic_before(context, cue.i)


def _accordingly(context: Context, found: Found) -> tuple[str, ...]:
    """Whose text or decision the sentence before is about: "Die OECD legte einen Bericht vor. Demnach sinkt …"."""
    cue = found.cue
    if cue is None or cue.lower_ not in sayings(context.lexicon.code).back:
        return ()
    text = text_before(context, cue.i)
    return (authors(context, text) if text is not None else ()) or body_before(context, cue.i)


def _apart(context: Context, one: int, other: int) -> bool:
    """Whether a comma stands between two subjects: "sagte der Befehlshaber, General X", but not "fordern Gruppen Bürger auf"."""
    return "," in context.tree.words[min(one, other) : max(one, other)]


def _in_force(context: Context, found: Found) -> tuple[str, ...]:
    """Who spoke last, where a statement goes on from the one before: "hieß es weiter", "demnach", Konjunktiv."""
    cue = found.cue
    if cue is not None and cue.pos_ == "VERB" and verb_lemma(cue) != "heißen":
        return ()
    last = context.speakers.get(context.tree.sentence_of[min(found.tokens)])
    return (last,) if last is not None else ()
