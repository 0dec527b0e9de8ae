"""Words of saying in a parse: verbs, their speakers and addressees, Konjunktiv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.facts.morphology import Vocabulary, vocabulary
from kg.language.lexicon import Lexicon
from kg.model import Span

SPEAKER = ("nsubj", "nsubj:pass", "obl:agent")


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation in tokens: what is said, the word that reports it, and the head token of the speaker.

    ``content`` is the head of the noun phrase that sums up what was said, in the type reported.
    """

    tokens: frozenset[int]
    type: str
    cue: Token | None = None
    speaker: Token | None = None
    addressee: Token | None = None
    content: Token | None = None


@cache
def _words(lexicon: Lexicon) -> Vocabulary:
    table = lexicon.table("reporting")
    return vocabulary(lexicon, [*table["verbs"], *table["strong"], *table["reported"]], [], [])


def verb_lemma(verb: Token) -> str:
    """The lemma with a separated particle put back ("teilte … mit": mitteilen)."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "compound:prt"), "")
    words = _words(Lexicon(verb.doc.lang_))
    if particle and particle not in Lexicon(verb.doc.lang_).table("grammar")["separable"]:
        particle = ""
    form = words.verb(verb.lower_, particle) or (None if particle else words.verb(verb.lower_))
    if form is not None:
        return form.lemma
    lemma = verb.lemma_.lower()
    return lemma if lemma.startswith(particle) else particle + lemma


def phrase(token: Token) -> list[Token]:
    """The noun phrase of a head: its subtree without relative clauses, brackets' ends and outer punctuation."""
    dropped = {
        t.i
        for c in token.children
        if c.dep_ in {"acl:relcl", "acl", "parataxis", "punct", "cop", "advcl"}
        for t in c.subtree
    }
    tokens = [t for t in token.subtree if t.i not in dropped or t.i == token.i]
    return [t for t in tokens if not t.is_space]


def spans(doc: Doc, tokens: Iterable[int]) -> tuple[Span, ...]:
    """Runs of tokens as spans of characters; punctuation other than quotation marks and full stops is cut off at the ends."""
    runs: list[list[int]] = []
    for i in sorted(tokens):
        if runs and all(doc[j].is_space for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    out = []
    for run in runs:
        while run and (doc[run[0]].text in {",", ";", ":", "-", "–"} or doc[run[0]].is_space):
            run = run[1:]
        while run and (doc[run[-1]].text in {",", ";", ":", "-", "–"} or doc[run[-1]].is_space):
            run = run[:-1]
        if run and any(doc[i].is_alpha or doc[i].like_num for i in run):
            out.append(Span(doc[run[0]].idx, doc[run[-1]].idx + len(doc[run[-1]])))
    return tuple(out)


def reports(token: Token, table: dict[str, list[str]], kind: str = "verbs") -> bool:
    """Whether a token is a word of saying of the table's given list."""
    return token.pos_ in {"VERB", "AUX", "ADJ"} and verb_lemma(token) in table[kind]


def speaker_of(verb: Token, inside: frozenset[int]) -> Token | None:
    """The subject of a verb of saying (also of the verb it is coordinated with or controlled by), or its agent."""
    if verb_lemma(verb) == "heißen":  # "heißt es in dem Bericht"
        return next(
            (c for c in verb.children if any(g.lower_ in {"in", "im", "aus", "von", "vom"} for g in c.children)), None
        )
    seen = verb
    for _ in range(4):
        for child in seen.children:
            if child.dep_ in SPEAKER and child.i not in inside and child.lower_ not in {"es", "das", "dies", "man"}:
                passive = any(c.dep_ == "aux:pass" for c in seen.children)
                if not passive or child.dep_ == "obl:agent" or any(c.lower_ in {"von", "vom"} for c in child.children):
                    return child
        if any(c.dep_ == "aux:pass" for c in seen.children):
            return next((c for c in seen.children if any(g.lower_ in {"von", "vom"} for g in c.children)), None)
        if seen.dep_ not in {"conj", "xcomp"} or seen.head.i == seen.i:
            return None
        seen = seen.head
    return None


def addressee_of(verb: Token) -> Token | None:
    """The one who is told: a dative, or "gegenüber …"."""
    for child in verb.children:
        if child.dep_ == "iobj" or (
            child.dep_ in {"obl", "obj"}
            and "Dat" in child.morph.get("Case", [])
            and not any(c.dep_ == "case" for c in child.children)
        ):
            return child
        if child.dep_ == "obl" and any(c.lower_ == "gegenüber" for c in child.children):
            return child
    return None


def subtree(token: Token, without: Iterable[Token] = ()) -> frozenset[int]:
    """Indexes of all tokens under one, itself included, less the subtrees given."""
    cut = {t.i for w in without for t in w.subtree}
    return frozenset(t.i for t in token.subtree if t.i not in cut)


def subjunctive(verb: Token) -> bool:
    """Whether a clause's finite verb is in Konjunktiv."""
    return any(konjunktiv(t) for t in (verb, *(c for c in verb.children if c.dep_ in {"aux", "cop", "aux:pass"})))


def konjunktiv(token: Token) -> bool:
    """By form, since taggers miss it: "sei", "habe"; and a present in -e whose subject is a third person singular."""
    table = Lexicon(token.doc.lang_).table("grammar")
    form = token.lower_
    if form in table["subjunctive1"] or form in table["subjunctive2"]:
        return True
    if token.pos_ not in {"VERB", "AUX"} or not form.endswith("e") or form.endswith("te") or form == "wurde":
        return False
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    return subject is not None and subject.lower_ != "ich"


def finite(token: Token) -> bool:
    """Whether a token is a finite verb, by its mood."""
    return token.pos_ in {"VERB", "AUX"} and bool(token.morph.get("Mood", []))


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause."""
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"cop", "aux", "nsubj", "aux:pass"} for c in token.children)


def head_of(noun: Token | None) -> Token | None:
    """The head of the noun phrase that a name or noun stands in."""
    while noun is not None and noun.dep_ in {"flat", "compound", "amod", "det"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun
