"""Repairs of whom somebody tells something, where a parser takes the one told for an owner or a speaker."""

from __future__ import annotations

from kg.language.arcs import INSIDE, NOMINAL, SUBJECTS, VERBAL, Arcs

QUOTES = frozenset('"„“”»«')
DATIVES = frozenset({"dem", "den", "der"})
BRACKETS = {"(": ")", "–": "–", "-": "-"}
LIKE = "wie"
NAME = 6  # words of a paper's name


def told(parse: Arcs, token: int) -> None:
    """Nobody owns a title behind the name of who bears it: "wie Sprecherin Eva Moser [der APA] sagte"."""
    noun = parse.heads[token]
    verb, article = parse.heads[noun], _article(parse, token)
    if article is None or noun > article or parse.marks(token) or parse.deps[noun] not in SUBJECTS:
        return
    named = parse.pos[article - 1] == "PROPN" and (article - 1 == noun or parse.heads[article - 1] >= noun)
    if named and parse.pos[verb] in VERBAL and parse.lower[verb] in parse.words.telling:
        parse.heads[token], parse.deps[token] = verb, "iobj"


def told_behind_apposition(parse: Arcs, token: int) -> None:
    """What "wie" opens is no relative clause: "wie der Sprecher, Jan Moser, [dem ORF] bestätigte, wird …"."""
    verb, article = parse.heads[token], _article(parse, token)
    if article is None or parse.deps[verb] != "acl:relcl" or parse.lower[verb] not in parse.words.telling:
        return
    speaker = parse.heads[verb]
    top = parse.heads[speaker]
    opening = next((k for k in range(speaker - 1, -1, -1) if parse.lower[k] == LIKE), None)
    if opening is None or parse.lower[article - 1] != "," or not speaker < article < verb:
        return
    if any(parse.pos[k] in VERBAL for k in range(opening, verb)) or parse.heads[top] == speaker:
        return
    parse.pos[article], parse.deps[article], parse.heads[article] = "DET", "det", token
    parse.deps[token] = "iobj"
    parse.heads[verb], parse.deps[verb] = top, "advcl"
    parse.heads[speaker], parse.deps[speaker] = verb, "nsubj"
    parse.heads[opening], parse.deps[opening] = verb, "mark"


def said_of(parse: Arcs, token: int) -> None:
    """What stands behind a comma is in the clause that it opens: "sagte, [Moser], ein Gärtner, habe geplant"."""
    verb, first = parse.heads[token], token
    while first and parse.heads[first - 1] == token and parse.pos[first - 1] in {"DET", "ADJ"}:
        first -= 1
    if verb > first or first < 2 or parse.lower[first - 1] != "," or parse.marks(token):
        return
    if first - 2 != verb and not (parse.heads[first - 2] == verb and parse.deps[first - 2] == "compound:prt"):
        return
    clauses = [k for k in parse.kids(verb) if k > token and parse.deps[k] == "ccomp" and not parse.has_subject(k)]
    if clauses and parse.pos[clauses[0]] in VERBAL:
        parse.heads[token], parse.deps[token] = clauses[0], "nsubj"


def behind_speaker(parse: Arcs, token: int) -> None:
    """Nor is it one more speaker: in "sagte Moser, [Kern] sei krank" the name is the subject of what is said."""
    speaker = parse.heads[token]
    verb, first = parse.heads[speaker], token
    while first and parse.heads[first - 1] == token and parse.pos[first - 1] in INSIDE:
        first -= 1
    if parse.deps[speaker] not in SUBJECTS or parse.pos[verb] not in VERBAL or not verb < speaker < first:
        return
    if parse.lower[first - 1] != "," or parse.marks(token) or any(parse.deps[k] == "cc" for k in parse.kids(token)):
        return
    clauses = [k for k in parse.kids(verb) if k > token and parse.deps[k] == "ccomp" and not parse.has_subject(k)]
    finite = clauses and (
        parse.pos[clauses[0]] in VERBAL or any(parse.deps[k] == "cop" for k in parse.kids(clauses[0]))
    )
    between = (
        [k for k in range(token, clauses[0]) if parse.lower[k] == "," or parse.deps[k] == "mark"] if finite else [0]
    )
    if not between and not any(parse.deps[k] == "conj" and k > token for k in parse.kids(speaker)):
        parse.heads[token], parse.deps[token] = clauses[0], "nsubj"


def aside_report(parse: Arcs, token: int) -> None:
    """A paper's pointer to itself is no clause of the sentence: "ist zurückgetreten (DER STANDARD [berichtete])"."""
    closing = parse.lower[token + 1] if token + 1 < len(parse.lower) else ""
    opening = token - 1
    while opening > 0 and token - opening < NAME and (parse.pos[opening] in INSIDE | NOMINAL):
        opening -= 1
    if BRACKETS.get(parse.lower[max(opening, 0)]) != closing or opening in {-1, token - 1}:
        return
    within = range(opening, token + 2)
    parse.pos[token] = "X"
    above = parse.heads[token] if parse.heads[token] not in within else parse.heads[opening]
    verb = next(
        (k for k in range(token + 2, len(parse.lower)) if parse.pos[k] in VERBAL or parse.lower[k] == ","), None
    )
    for kid in [k for k in range(len(parse.heads)) if parse.heads[k] == token and k not in within and k != token]:
        parse.heads[kid] = verb if verb is not None and parse.lower[verb] != "," and kid != verb else above
    for inner in range(opening + 1, token):
        parse.heads[inner], parse.deps[inner] = token, "dep"
    if above not in within:
        parse.heads[token], parse.deps[token] = above, "dep"


def _article(parse: Arcs, token: int) -> int | None:
    """The article in the dative right before a noun, a quotation mark, an attribute or part of a name between."""
    for k in range(token - 1, max(-1, token - 5), -1):
        if parse.lower[k] in DATIVES:
            return k if k else None
        if parse.lower[k] not in QUOTES and (parse.pos[k] not in NOMINAL | {"ADJ"} or parse.heads[k] != token):
            return None
    return None
