"""Repairs of parses that cannot be right in Universal Dependencies, whichever parser made them.

Each repair looks for a configuration that the annotation scheme rules out (a subject of an auxiliary, a preposition
behind its noun, a postposition that governs to the right) and restores the one it stands for. Lists are changed in place.
"""

from __future__ import annotations

from kg.language.misattached import reattach

NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
OPENERS = frozenset({"ohne", "um", "statt", "anstatt"})
DATIVE = frozenset({"mit", "von", "bei", "zu", "nach", "aus", "seit"})
POSTPOSITIONS = frozenset({"zufolge", "gegenüber", "nach", "entlang", "wegen", "halber"})


def mend(lower: list[str], pos: list[str], deps: list[str], heads: list[int]) -> None:
    """Repair heads and labels in place."""
    reattach(lower, pos, deps, heads)
    for token, head in enumerate(heads):
        if deps[token] == "cop" and deps[head] in {"nsubj", "nsubj:pass", "obj"} and pos[head] in NOMINAL:
            _copular_clause(token, deps, heads)
    for token, head in enumerate(heads):
        if head != token and deps[head] in AUXILIARY and deps[token] != "punct":
            heads[token] = heads[head]
    for token, head in enumerate(heads):
        if pos[token] in NOMINAL and pos[head] == "ADV" and deps[head] == "advmod" and deps[token] in {"nmod", "obl"}:
            _from_adverb(token, pos, deps, heads)
    for token, head in enumerate(heads):
        if deps[token] == "compound" and pos[head] in VERBAL and pos[token] in NOMINAL:
            _subject(token, deps, heads)
        elif lower[token] == "laut" and deps[token] == "case" and deps[head] == "nmod":
            _according(head, pos, deps, heads)
    for token, word in enumerate(lower):
        if word in OPENERS and deps[token] == "case" and token and lower[token - 1] == ",":
            _opener(token, lower, deps, heads)
        elif word == "vor" and lower[token + 1 : token + 2] == ["allem"] and deps[token] == "case":
            _adverb(token, deps, heads)
        elif word == "zufolge" and token > 0 and pos[token - 1] in NOMINAL:
            _postposition(token, pos, deps, heads)
        elif pos[token] == "ADP" and deps[token] == "case":
            _preposition(token, lower, pos, deps, heads)
        elif pos[token] == "ADJ" and token + 1 < len(heads) and heads[token + 1] == token and pos[token + 1] in NOMINAL:
            _attribute(token, deps, heads)
    for token in range(len(heads) - 1):
        noun = token + 2 if pos[token + 1] == "ADJ" and token + 2 < len(heads) else token + 1
        strong = noun == token + 2 and lower[token + 1].endswith("e") and lower[token - 1] in DATIVE
        if pos[token] == "PROPN" and lower[token].endswith("s") and pos[noun] == "NOUN" and not strong:
            _saxon(token, noun, deps, heads)


def _subject(token: int, deps: list[str], heads: list[int]) -> None:
    """No nominal is a part of a verb: it is the subject, if there is none."""
    if not any(head == heads[token] and deps[k].startswith("nsubj") for k, head in enumerate(heads)):
        deps[token] = "nsubj"


def _according(token: int, pos: list[str], deps: list[str], heads: list[int]) -> None:
    """In "nach dem Treffen laut Kreml in Rom" the source belongs to the clause, and so does what follows it."""
    noun = at = heads[token]
    while pos[at] not in VERBAL and heads[at] != at:
        at = heads[at]
    if pos[at] not in VERBAL:
        return
    for other, head in enumerate(heads):
        if head == noun and other >= token and deps[other] == "nmod":
            heads[other], deps[other] = at, "obl"


def _adverb(token: int, deps: list[str], heads: list[int]) -> None:
    """In "übt vor allem Druck aus" the two words are an adverb, not a preposition with its phrase."""
    if heads[token] == token + 1:
        heads[token] = heads[token + 1]
    if heads[token] not in {token, token + 1}:
        deps[token], heads[token + 1], deps[token + 1] = "advmod", token, "fixed"


def _phrase_head(token: int, pos: list[str], deps: list[str], heads: list[int]) -> int:
    """The head of the nominal that ends with a token."""
    while (
        deps[token] in {"flat", "flat:name", "appos", "compound"}
        and heads[token] < token
        and pos[heads[token]] in NOMINAL
    ):
        token = heads[token]
    return token


def _opener(token: int, lower: list[str], deps: list[str], heads: list[int]) -> None:
    """In ", ohne den Gast zu treffen" a conjunction of the infinitive, not a preposition of the noun."""
    verb = heads[heads[token]]
    if any(head == verb and lower[k] == "zu" for k, head in enumerate(heads)):
        heads[token], deps[token] = verb, "mark"


def _postposition(token: int, pos: list[str], deps: list[str], heads: list[int]) -> None:
    """In "den Angaben zufolge" the case mark of the phrase before it, which is an oblique."""
    noun = _phrase_head(token - 1, pos, deps, heads)
    if heads[noun] == token:
        return
    heads[token], deps[token] = noun, "case"
    if deps[noun] in {"obj", "iobj", "nsubj", "nmod"}:
        deps[noun] = "obl"


def _preposition(token: int, lower: list[str], pos: list[str], deps: list[str], heads: list[int]) -> None:
    """A preposition marks what follows it, and the phrase's head rather than a part of it."""
    head = heads[token]
    if head > token and deps[head] in {"compound", "amod", "nummod", "det"} and heads[head] > head:
        heads[token] = heads[head]
    elif head < token and lower[token] not in POSTPOSITIONS:
        following = next(
            (k for k in range(token + 1, min(token + 7, len(heads))) if heads[k] == head and pos[k] in NOMINAL), None
        )
        if following is not None and deps[following] in {"compound", "nmod", "appos", "flat"}:
            heads[token], deps[following] = following, "nmod"


def _attribute(token: int, deps: list[str], heads: list[int]) -> None:
    """In "des Prager Regierungschefs" the noun heads the phrase, not the adjective before it."""
    noun = token + 1
    if deps[noun] not in {"appos", "flat", "nmod"} or deps[token] in {
        "ROOT",
        "root",
        "conj",
        "ccomp",
        "advcl",
        "xcomp",
    }:
        return
    heads[noun], deps[noun] = heads[token], deps[token]
    for other, head in enumerate(heads):
        if head == token:
            heads[other] = noun
    heads[token], deps[token] = noun, "amod"


def _from_adverb(token: int, pos: list[str], deps: list[str], heads: list[int]) -> None:
    """A nominal behind an adverb ("schon im Mai in Rom") belongs to the predicate."""
    at = heads[token]
    while pos[at] not in {"VERB", "AUX"} and heads[at] != at:
        at = heads[at]
    if pos[at] in {"VERB", "AUX"}:
        heads[token], deps[token] = at, "obl"


def _copular_clause(copula: int, deps: list[str], heads: list[int]) -> None:
    """In "Estland sei in der EU, sagte er" an argument with a copula is the subject of that copula's own clause."""
    subject = heads[copula]
    if any(head == subject and deps[k] == "nsubj" for k, head in enumerate(heads)):
        return
    heads[copula], deps[copula] = heads[subject], "ccomp"
    heads[subject], deps[subject] = copula, "nsubj"


def _saxon(token: int, noun: int, deps: list[str], heads: list[int]) -> None:
    """In "mit Putins Beauftragtem" a genitive before its noun takes neither the preposition nor the noun's place."""
    marks = [k for k in range(max(0, token - 2), token) if heads[k] == token and deps[k] == "case"]
    if heads[token] == noun:
        deps[token] = "nmod:poss"
    elif heads[noun] == token and deps[noun] in {"nmod", "appos", "flat", "obl", "obj", "conj"}:
        heads[noun], deps[noun] = heads[token], deps[token]
        heads[token], deps[token] = noun, "nmod:poss"
    elif marks and heads[noun] == heads[token]:
        deps[noun] = deps[token]
        heads[token], deps[token] = noun, "nmod:poss"
    else:
        return
    for mark in marks:
        heads[mark] = noun
