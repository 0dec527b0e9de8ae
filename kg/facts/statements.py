"""Who said what: quotations with a speaker become claims of the predicate ``said``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.facts.children import children
from kg.facts.clauses import Clause
from kg.facts.context import Context
from kg.facts.decision import Decision
from kg.facts.factuality import decide
from kg.facts.fillers import fillers, speaking
from kg.facts.frames import ACTOR
from kg.facts.labels import judges
from kg.facts.operators import by_hearsay
from kg.facts.quotations import as_record
from kg.facts.reports import subjunctive
from kg.facts.sayings import sayings
from kg.facts.situate import make_claim
from kg.facts.speakers import CITING, follows_clause
from kg.facts.speech import Found, finite, is_lent, konjunktiv, reports, verb_lemma
from kg.facts.voices import speakers
from kg.facts.wording import wordings
from kg.model import Claim, EntityType, Factuality, Quotation, Span, Time

LONGEST_NAME = 5  # words of a name that is no work's
FEW = 4  # words that alone may be a scrap of a sentence
BARE = 2  # words of a verb of saying and its pronoun


def quotations(context: Context) -> tuple[Quotation, ...]:
    """Everything found to be reported speech, with speaker and addressee as entities where they are known."""
    return tuple(
        as_record(context.doc, found, next(iter(speakers(context, found)), None), _addressee(context, found))
        for found in context.speech
    )


def claims(context: Context) -> Iterator[Claim]:
    """Yield a claim for each speaker of each statement; a fragment quoted inside a reported sentence is part of that."""
    last: dict[str, Decision] = {}
    for found in context.speech:
        said_by = () if _is_part(context, found) else speakers(context, found)
        for span in wordings(context.doc, found, context.tree.sentence_of) if said_by else ():
            if found.type == "indirect" and _is_bare(context, span):
                continue
            clause = _clause(context, found.cue.i if found.cue is not None else _root(context, span))
            for speaker in (s for s in said_by if not _in_own_words(context, found, s)):
                claim = _said(context, found, clause, speaker, span)
                if claim.source in said_by and claim.factuality is Factuality.REPORTED:
                    claim = replace(claim, factuality=Factuality.ASSERTED, source=None, cues=())  # of a joint statement
                if found.cue is not None and found.speaker is not None:
                    last[speaker] = Decision(claim.factuality, claim.source, claim.cues)
                if claim.factuality is Factuality.NEGATED or claim.source in said_by:
                    continue  # nothing is said; or what one says that one will say
                yield _carried(claim, last.get(speaker)) if found.cue is None or found.speaker is None else claim


def _carried(claim: Claim, last: Decision | None) -> Claim:
    """A statement that goes on is known from whom the one before is known."""
    if last is None or last.factuality is not Factuality.REPORTED:
        return claim
    return replace(claim, factuality=last.factuality, source=last.source, cues=last.cues)


def _root(context: Context, span: Span) -> int:
    """The root of the sentence that a stretch stands in."""
    words = context.doc.char_span(span.start, span.end, alignment_mode="expand")
    return int(words[0].sent.root.i) if words is not None else 0


def _is_part(context: Context, found: Found) -> bool:
    """No statement of its own: an act, a fragment quoted inside a told sentence, a telling retold ("X sagte laut Y, dass …")."""
    lemma = _lemma(found)
    known = sayings(context.lexicon.code)
    known_only = lemma in known.thoughts and found.cue is not None and not is_lent(found.cue) and not _claims(found.cue)
    if (known_only and not _tagged(found)) or _is_hearsay(context, found) or _is_scrap(context, found):
        return True
    if _is_frame(context, found):
        return True
    if found.type == "reported" and lemma:
        told = lemma not in known.acts or judges(found, known)
        return not told or any(_yet_to_tell(found, other) for other in context.speech)
    if found.type == "indirect" and lemma and not any(_tells(context.doc[i]) for i in found.tokens):
        mutual = found.cue is not None and any(t.lower_ == "sich" for t in children(found.cue))
        return lemma in known.acts and (mutual or lemma not in known.charging)  # "bat X, … zu …": a demand
    if found.cue is not None and found.cue.pos_ == "ADP" and found.cue.i > found.cue.sent.start:
        if any(t.lower_ in known.own for t in children(found.cue.head)):
            return True  # "nahm nach eigenen Angaben 40 Personen fest": what is told is the deed
        if any(_tells_within(context, other, found) for other in context.speech):
            return True
    return found.type == "direct" and (
        _is_title(context, found)
        or sum(context.doc[i].is_alpha for i in found.tokens) == 1
        or any(_told_in(found, other) for other in context.speech if other.type in {"indirect", "free-indirect"})
    )


def _tells_within(context: Context, other: Found, found: Found) -> bool:
    """Whether another speaks in what is said, and not only a verb of saying stands there: "von dem eine Gefahr ausgehe"."""
    inside = other.cue is not None and other.cue.i in found.tokens
    return inside and (other.type != "reported" or bool(speakers(context, other)))


def _in_own_words(context: Context, found: Found, speaker: str) -> bool:
    """Whether a speaker says of himself what he says or misses: "Kritik kam von X: Er vermisse ein Konzept"."""
    told = (q for q in context.speech if q.type != "reported")
    around = (q for q in told if found.cue is not None and found.cue.i in q.tokens)
    return found.type == "reported" and any(speaker in speakers(context, other) for other in around)


def _claims(verb: Token) -> bool:
    """Whether somebody says that he knows it: "Die Zeitung will erfahren haben, dass …"."""
    return any(t.dep_ == "aux" and t.lemma_ == "wollen" for t in children(verb))


def _tagged(found: Found) -> bool:
    """Whether a quotation in marks stands before its word of saying: "„Das war knapp“, weiß X"."""
    return found.type == "direct" and found.cue is not None and found.cue.i - max(found.tokens) == 2


def _is_frame(context: Context, found: Found) -> bool:
    """Whether it only tells when somebody speaks: "Als er kam, sagte er: „…“"."""
    first, tree = min(found.tokens), context.tree
    if found.type != "indirect" or found.cue is None:
        return False
    timed = tree.lower[first] in context.lexicon.table("reporting")["when"]
    quoted = any(q.type == "direct" and q.cue is not None and q.cue.i == found.cue.i for q in context.speech)
    return timed and quoted


def _is_bare(context: Context, span: Span) -> bool:
    """Whether a stretch is but a verb of saying and its pronoun: "„…“, betont sie"."""
    words = context.doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None or sum(word.is_alpha for word in words) > BARE:
        return False
    return any(w.pos_ == "VERB" and verb_lemma(w) in sayings(context.lexicon.code).strong for w in words)


def _is_scrap(context: Context, found: Found) -> bool:
    """Whether it is the few words of a broken sentence on one side of who says it: "„Das ist“, sagt X, „ein Fehler der Bank“"."""
    cue, end = found.cue, max((i for i in found.tokens if context.doc[i].text != ","), default=0)
    if cue is None or _size(context, found) >= FEW or 0 < cue.i - end < 2:
        return False
    by = found.speaker.i if found.speaker is not None else -1
    spoken = (q for q in context.speech if (q.speaker.i if q.speaker is not None else -1) == by)
    sides = [q for q in spoken if q.cue is None or q.cue.i == cue.i]
    beyond = [q for q in sides if max(q.tokens) < cue.i < min(found.tokens) or end < cue.i < min(q.tokens)]
    near = [q for q in beyond if context.tree.sentence_of[min(q.tokens)] == context.tree.sentence_of[cue.i]]
    return any(_size(context, q) > _size(context, found) for q in near)


def _size(context: Context, found: Found) -> int:
    """The number of words that are said."""
    return sum(context.doc[i].is_alpha for i in found.tokens)


def _yet_to_tell(found: Found, other: Found) -> bool:
    """Whether a word of saying is an infinitive in what is said: "betonte, das Kabinett habe das Dekret zu [bestätigen]"."""
    return other.type == "indirect" and found.cue is not None and found.cue.i in other.tokens and not finite(found.cue)


def _told_in(found: Found, other: Found) -> bool:
    """Whether a quotation is a fragment of what another tells; "„…“, sagte X laut Y" is X's all the same."""
    by_phrase = other.cue is not None and other.cue.pos_ == "ADP"
    framed = by_phrase and found.cue is not None and found.cue.i in other.tokens
    return found.tokens < other.tokens and not framed


def _is_title(context: Context, found: Found) -> bool:
    """Whether what stands in quotation marks is a name: "in seinem Buch „Deutschland schläft“", "die „Rote Hilfe“ in Wien"."""
    first = min(found.tokens)
    named = found.cue is not None and found.cue.ent_type_ == "PER"
    if named and ":" in context.tree.words[max(0, first - 2) : first]:
        return False  # "Moser: „Kein Grund zur Panik“"
    start = context.tree.starts[first]
    end = context.tree.starts[max(found.tokens)]
    return any(
        m.kind == "name"
        and m.start <= start + 1
        and m.end >= end
        and (context.entities[m.entity].type is EntityType.WORK or _size(context, found) <= LONGEST_NAME)
        for token in found.tokens
        for m in context.mentions.get(token, ())
    )


def _tells(token: Token) -> bool:
    """Whether a word makes a clause of its own of what is said: a finite verb, a Konjunktiv."""
    return finite(token) or konjunktiv(token)


def _clause(context: Context, token: int) -> Clause:
    """The clause of a word of saying, or the one that "laut X" stands in; a bare one where nothing is made of the words."""
    at, heads = token, context.tree.heads
    while at not in context.clauses and heads[at] != at:
        at = heads[at]
    return context.clauses.get(at) or Clause(token, "", "noun")


def _addressee(context: Context, found: Found) -> str | None:
    return next(iter(fillers(context, found.addressee.i, ACTOR)), None) if found.addressee is not None else None


def _retold(context: Context, clause: Clause) -> bool:
    """Whether the saying itself stands in Konjunktiv: somebody else reports it."""
    return subjunctive(context, clause) is not None


def _said(context: Context, found: Found, clause: Clause, speaker: str, span: Span) -> Claim:
    told = found.cue is not None and found.cue.i == clause.head
    if found.cue is not None and told and follows_clause(found.cue):
        own = tuple(t for t in clause.auxiliaries if t > max(found.tokens))
        clause = replace(clause, auxiliaries=own)  # "… müsse, argumentieren die Anwälte": those are what is said
    decision = decide(context, clause) if told else Decision()  # otherwise the clause is what is said, not the saying
    text = context.article.text[span.start : span.end]
    tokens = (found.speaker.i,) if found.speaker is not None else ()
    claim = make_claim(context, clause, "said", speaker, text, f"statements/{found.type}", decision, tokens)
    start, end = min(claim.start, span.start), max(claim.end, span.end)
    if found.type == "direct" and told and not reports(context.doc[clause.head], sayings(context.lexicon.code).strong):
        decision = Decision()  # "Sein Fazit überrascht nicht: „…“"
    if (
        told
        and found.cue is not None
        and _lemma(found) in sayings(context.lexicon.code).thoughts
        and _claims(found.cue)
    ):
        decision = Decision()  # "will wissen, dass …"
    if _lemma(found) == CITING and told:
        decision = _cited(context, clause, speaker, decision)
    if decision.factuality is Factuality.NEGATED and _denies(context, found):
        decision = replace(decision, factuality=Factuality.ASSERTED)
    if decision.factuality is Factuality.REPORTED and decision.source == speaker:
        earlier = context.earlier.get(context.tree.sentence_of[clause.head])
        retold = earlier not in {None, speaker} and _retold(context, clause)
        if not by_hearsay(context, clause):
            decision = replace(decision, source=earlier) if retold else Decision()
        else:
            decision = replace(decision, source=None)
    return Claim(
        subject=speaker, predicate="said", object=text, literal=True, start=start, end=end,
        extractor=claim.extractor, factuality=decision.factuality, source=decision.source,
        time=_time(claim, span) if told else None, place=_place(context, claim, span) if told else None, cues=decision.cues,
        event=f"{clause.head}/{start}" if told else None,
    )  # fmt: skip


def _is_hearsay(context: Context, found: Found) -> bool:
    """Whether it goes on only by "soll … haben": reported, but nobody's words."""
    return found.type == "free-indirect" and not any(konjunktiv(context.doc[i]) for i in found.tokens)


def _lemma(found: Found) -> str:
    """The lemma of the word of saying; empty where there is none."""
    return verb_lemma(found.cue) if found.cue is not None else ""


def _cited(context: Context, clause: Clause, speaker: str, decision: Decision) -> Decision:
    """Of "Die Agentur zitiert X mit den Worten …" the agency is where the statement is known from."""
    subjects = [k for k in context.tree.kids[clause.head] if context.tree.deps[k] == "nsubj"]
    citing = next((e for k in subjects for e in speaking(context, k, ACTOR) if e != speaker), None)
    return decision if citing is None else replace(decision, factuality=Factuality.REPORTED, source=citing)


def _denies(context: Context, found: Found) -> bool:
    """Whether a negation is part of what is said: "sieht keinen Grund", "schloss … nicht aus"."""
    negators = context.lexicon.table("factuality")["negative_determiners"]
    kein = found.content is not None and any(c.lower_ in negators for c in children(found.content))
    return kein or _lemma(found) in sayings(context.lexicon.code).denials


def _time(claim: Claim, span: Span) -> Time | None:
    """When it is said, unless the time is part of what is said."""
    return claim.time if claim.time is None or not span.start <= claim.time.start < span.end else None


def _place(context: Context, claim: Claim, span: Span) -> str | None:
    """Where it is said, unless the place is part of what is said: "warnte vor einer Spaltung Europas"."""
    inside = any(
        m.entity == claim.place and span.start <= m.start < span.end
        for found in context.mentions.values()
        for m in found
    )
    return None if inside else claim.place
