"""Repairs of what is said of a person beside a name: offices with their years, second titles, appositions behind a verb."""

from __future__ import annotations

import re

from kg.language.arcs import NOMINAL, SUBJECTS, VERBAL, WINDOW, Arcs
from kg.language.misread import ARGUMENTS

YEAR = re.compile(r"1[89]\d\d|20\d\d")
SINCE = frozenset({"ab", "bis", "seit", "von"})
INSIDE = frozenset({"ADJ", "ADP", "DET", "NUM"})
FULL = frozenset({"iobj", "nsubj", "nsubj:pass", "obj", "obl"})
PLURALS = ("en", "ern", "eln", "ind")  # ends of finite verbs
NO_APPOSITION = frozenset({"aux", "case", "cc", "cop", "mark", "nsubj", "nsubj:pass", "obj", "obl"})


def dated(parse: Arcs, token: int) -> None:
    """A year behind a preposition counts nothing: in "ist [seit 2000] Parteichefin" it says since when."""
    noun, before = parse.heads[token], token - 1
    if noun < token or before < 0 or parse.lower[before] not in SINCE or not YEAR.fullmatch(parse.lower[token]):
        return
    if parse.heads[before] in {noun, token} and parse.deps[before] == "case":
        parse.heads[before], parse.deps[token] = token, "nmod"


def second_title(parse: Arcs, token: int) -> None:
    """A title is coordinated with a title, not with what that is of: "der Chef der Post und [Präsident] des Verbands"."""
    of, holders = parse.heads[token], parse.words.holders
    title = of if parse.lower[of].endswith(holders) else parse.heads[of]
    if not title <= of < token or not parse.lower[token].endswith(holders) or not parse.lower[title].endswith(holders):
        return
    if of != title and parse.deps[of] != "nmod" or any(parse.deps[k].startswith("det") for k in parse.kids(token)):
        return
    parse.heads[token] = title
    own = next((k for k in range(token + 1, min(token + 5, len(parse.heads))) if parse.pos[k] not in INSIDE), token)
    if own > token + 1 and parse.deps[own] == "nmod" and parse.heads[own] in range(title, token):
        parse.heads[own] = token


def owned(parse: Arcs, token: int) -> None:
    """Who is somebody's is no part of a compound: "Jan Mosers [Frau] Eva", "Mosers [Sohn] Karl"."""
    name = parse.heads[token]
    if name != token + 1 or parse.pos[token] != "NOUN" or parse.pos[name] != "PROPN" or token == 0:
        return
    genitive = parse.pos[token - 1] == "PROPN" and parse.lower[token - 1].endswith("s")
    if genitive and parse.deps[token - 1].startswith("nmod") and parse.heads[token - 1] in {token, name}:
        parse.replace(name, token)
        parse.deps[name], parse.heads[token - 1] = "appos", token


def extraposed(parse: Arcs, token: int) -> None:
    """An apposition behind the end of its clause: "hat Jan Kern getroffen, [den Chef] der Post", "nahm X fest, [einen] …"."""
    verb, kids = parse.heads[token], list(parse.kids(token))
    comma = min([token, *(k for k in kids if parse.pos[k] in {"DET", "ADJ"} and k < token)]) - 1
    if comma < 2 or parse.lower[comma] != "," or parse.pos[verb] not in VERBAL:
        return
    end = comma - 1
    ends = end == verb != parse.finite(verb) or parse.heads[end] == verb and parse.deps[end] == "compound:prt"
    if not ends or any(parse.deps[k] in NO_APPOSITION for k in kids):
        return
    names = [k for k in parse.kids(verb) if k < end and parse.pos[k] in NOMINAL and parse.deps[k] in FULL]
    name = next((k for k in names if _ends_before(parse, k, end)), None)
    if name is None:
        name = max((k for k in names if parse.pos[k] == "PROPN" and parse.deps[k] != "obl"), default=None)
    if name is not None and _agree(parse, name, comma + 1):
        parse.heads[token], parse.deps[token] = name, "appos"


def _agree(parse: Arcs, name: int, article: int) -> bool:
    """Whether an article may stand in the case of a subject or object: no "der" says who was met."""
    if parse.pos[article] != "DET":
        return True
    case = {"nsubj": "N", "nsubj:pass": "N", "obj": "A"}.get(parse.deps[name], "D")
    if case == "N" and any(parse.deps[k] in SUBJECTS for k in parse.kids(parse.heads[name]) if k < name):
        case = "A"  # the second subject of "Die Polizei nahm Jan Moser fest"
    return case in parse.cases_of(parse.lower[article])


def _ends_before(parse: Arcs, name: int, verb: int) -> bool:
    """Whether a person's name, perhaps behind a title, stands right before a verb."""
    within = [name]
    for k in range(name + 1, verb):
        if parse.heads[k] in within and parse.deps[k] in {"appos", "flat", "flat:name"}:
            within.append(k)
    return within[-1] == verb - 1 and parse.pos[verb - 1] == "PROPN"


def of_many(parse: Arcs, token: int) -> None:
    """Whose several persons are is no other name of theirs: "Anhänger [Imran Khans] protestierten", "Gegner [Mosers] kamen"."""
    noun, verb, kids = token - 1, parse.verb_above(token), list(parse.kids(token))
    last = max((k for k in kids if parse.deps[k] in {"flat", "flat:name"}), default=token)
    if verb is None or parse.pos[noun] != "NOUN" or not parse.lower[last].endswith(("s", "'", "’")):
        return
    if parse.deps[noun] == "conj" and parse.heads[noun] == parse.heads[token]:
        parse.heads[token], parse.deps[token] = noun, "nmod"  # "zwischen Moser und Gegnern Kerns"
        return
    if not parse.lower[parse.finite(verb)].endswith(PLURALS) or any(parse.deps[k] == "conj" for k in parse.kids(noun)):
        return
    if parse.heads[token] == noun and parse.deps[noun] in SUBJECTS and not any(parse.deps[k] == "conj" for k in kids):
        parse.deps[token] = "nmod"
    elif parse.heads[noun] == parse.heads[token] == verb and parse.deps[noun] in {"dep", *SUBJECTS}:
        parse.deps[noun], parse.heads[token], parse.deps[token] = parse.deps[token], noun, "nmod"


def nearest(parse: Arcs, token: int) -> None:
    """An apposition is one of the noun before it whose case it has: "die Interessen seiner Partei, [der SPD]"."""
    above = parse.heads[token]
    start = min([token, *(k for k in parse.kids(token) if k < token and parse.pos[k] != "PUNCT")])
    noun = start - 2
    if noun <= above or parse.lower[start - 1] != "," or parse.lower[start] not in parse.words.articles:
        return
    if parse.pos[noun] != "NOUN" or parse.heads[noun] != above or parse.deps[noun] not in {"nmod", "nmod:poss"}:
        return
    allowed = set(parse.cases_of(parse.lower[start])) - ({"N"} if parse.deps[above] not in SUBJECTS else set())
    near, far = (
        set("".join(parse.cases_of(parse.lower[k]) for k in parse.kids(at) if parse.deps[k].startswith("det")))
        for at in (noun, above)
    )
    if allowed & near and far and not allowed & far:
        parse.heads[token] = noun


def unclosed(parse: Arcs, token: int) -> bool:
    """An apposition that no comma closes is no second subject: "Jan Kern, [ein Experte] vom WWF sagte"."""
    verb = parse.heads[token]
    start = min([token, *(k for k in parse.kids(token) if k < token and parse.pos[k] != "PUNCT")])
    if verb < token or start < 2 or parse.lower[start - 1] != "," or parse.deps[token] != "nsubj":
        return False
    name = next((k for k in parse.kids(verb) if k < start and parse.deps[k] == "nsubj"), None)
    told = start < token and parse.pos[start] in {"ADJ", "DET"} or parse.lower[token].endswith(parse.words.holders)
    if name is None or not told or parse.pos[name] != "PROPN" or not _ends_before(parse, name, start - 1):
        return False
    parse.heads[token], parse.deps[token] = name, "appos"
    phrase = next((k for k in parse.kids(verb) if token < k < verb and parse.marks(k)), None)
    if phrase is not None and min(parse.marks(phrase)) == token + 1:
        parse.heads[phrase], parse.deps[phrase] = token, "nmod"
    return True


def conjunct_of_verb(parse: Arcs, token: int) -> None:
    """A noun without a predicate of its own is coordinated with a noun: the last one of its kind before it."""
    kids = list(parse.kids(token))
    if any(parse.deps[k] in {*SUBJECTS, "cop", "aux", "obj"} for k in kids):
        return
    if not any(parse.deps[k] == "cc" for k in kids):
        return
    marked = bool(parse.marks(token))
    verb = parse.heads[token]
    for k in range(token - 1, max(-1, token - WINDOW), -1):
        if parse.heads[k] == verb and parse.deps[k] in ARGUMENTS and bool(parse.marks(k)) == marked and k != verb:
            parse.heads[token] = k
            return
