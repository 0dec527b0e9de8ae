"""Repairs of clauses without their verb: "X ist dagegen, [Y ebenso]", "X unterstützt Z, [Y nicht]"."""

from __future__ import annotations

from kg.language.arcs import INSIDE, NOMINAL, SUBJECTS, VERBAL, Arcs

ENDS = frozenset({".", ";", "!", "–", ")"})
REACH = 8


def remnant(parse: Arcs, token: int) -> None:
    """Before an adverb that ends a sentence stands another subject: it does the same as the first, or else does not."""
    lower, words = parse.lower, parse.words
    if token + 1 < len(lower) and lower[token + 1] not in ENDS:
        return
    first = token
    while lower[first - 1] in words.same or lower[first - 1] in words.otherwise:
        first -= 1
    span = _nominal_before(parse, first)
    outer = [k for k in span if parse.heads[k] not in span]
    if not outer:
        return
    noun = next((k for k in outer if parse.pos[k] in NOMINAL), outer[0])
    if not _can_act(parse, span):
        return
    verb = next((k for k in parse.above(noun) if parse.pos[k] in VERBAL or parse.has_subject(k)), None)
    subject = next((k for k in parse.kids(verb) if parse.deps[k] in SUBJECTS and k < span[0]), None) if verb else None
    if verb is None or subject is None or subject in span or verb in span:
        return
    echo = any(lower[k] in words.same for k in range(first, token + 1))
    parse.heads[noun], parse.deps[noun] = (subject, "conj") if echo else (verb, "parataxis")


def same_preposition(parse: Arcs, token: int) -> None:
    """What is joined has one preposition: in "sprach in Wien für X, aber auch [für Y]" it is joined to X and not to Wien."""
    first = parse.heads[token]
    mark, other = parse.marks(token), parse.marks(first)
    if not mark or not other or mark[0] < first or parse.lower[mark[0]] == parse.lower[other[0]]:
        return
    verb = parse.heads[first]
    if parse.pos[verb] not in VERBAL:
        return
    like = [k for k in parse.kids(verb) if k < token and parse.pos[k] in NOMINAL and parse.marks(k)]
    same = [k for k in like if parse.lower[parse.marks(k)[0]] == parse.lower[mark[0]]]
    if same:
        parse.heads[token] = same[-1]


def _can_act(parse: Arcs, span: range) -> bool:
    """Whether a nominal may be in the nominative, by its first article: not in "X lobte Y, [den Kanzler] ebenso"."""
    article = next((parse.lower[k] for k in span if parse.pos[k] == "DET"), "")
    return not article or "N" in parse.cases_of(article)


def _nominal_before(parse: Arcs, end: int) -> range:
    """The nominal that stands alone between a comma and a token."""
    start = end
    while start and end - start < REACH and (parse.pos[start - 1] in NOMINAL | INSIDE or parse.deps[start - 1] == "cc"):
        start -= 1
    alone = start and parse.lower[start - 1] == "," and any(parse.pos[k] in NOMINAL for k in range(start, end))
    return range(start, end) if alone else range(0)
