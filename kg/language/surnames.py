"""Surnames that are words of the language too, where the article knows who bears them: "Kurz traf Merkel", "hat Strache Kern kritisiert"."""

from __future__ import annotations

from collections.abc import Sequence

from kg.language.arcs import AUXILIARY, NOMINAL, SUBJECTS, VERBAL, Arcs

MISREAD = frozenset({"ADJ", "ADV", "ADP", "PROPN", "X"})
LOOSE = frozenset({"advmod", "amod", "dep", "obl", "xcomp"})
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})


def surnames(words: Sequence[str], labels: Sequence[str], parse: Arcs) -> frozenset[str]:
    """The surnames of the persons whom an article names in full."""
    return frozenset(
        word
        for i, word in enumerate(words)
        if i and labels[i] == labels[i - 1] == "PER" and word[:1].isupper() and _given(words[i - 1], parse)
    )


def _given(word: str, parse: Arcs) -> bool:
    return word[:1].isupper() and all(part in parse.words.given for part in word.lower().split("-"))


def call(words: Sequence[str], labels: Sequence[str], starts: Sequence[int], parse: Arcs) -> None:
    """Read surnames as names: what stands for an adverb before the verb is its subject; two side by side are two people."""
    family = surnames(words, labels, parse)
    for token, word in enumerate(words):
        if word == "Van" and parse.lower[token + 1 : token + 2] in (["der"], ["den"]):
            _flemish(words, parse, token)
        if word not in family or labels[token - 1] == "PER" and _given(words[token - 1], parse):
            continue
        first = starts[token] == token or words[token - 1] in '"„“»:–'
        if parse.pos[token] in MISREAD and parse.deps[token] in LOOSE and (not first or _opens(parse, token)):
            _subject(parse, token)
        if token and words[token - 1] in family and parse.heads[token] == token - 1:
            _apart(parse, token)


def _flemish(words: Sequence[str], parse: Arcs, token: int) -> None:
    """In "Alexander Van der Bellen" and "Van der Bellen" all is one name."""
    last = token + 2
    if last >= len(words) or not words[last][:1].isupper() or token and parse.pos[token - 1] == "DET":
        return
    head = parse.heads[token] if parse.deps[token].startswith("flat") and parse.heads[token] < token else token
    if head == token and parse.heads[token] in {token + 1, last}:
        return
    for k in list(parse.kids(last)):
        if k > last:
            parse.heads[k] = head
            if parse.deps[k] == "appos" and _given(words[k], parse):
                _argument(parse, k, head)
    for k in (token + 1, last):
        parse.heads[k], parse.deps[k], parse.pos[k] = head, "flat", "PROPN"


def _opens(parse: Arcs, token: int) -> bool:
    """Whether a finite verb, or another who acts with it, follows the first word of a sentence."""
    after = token + 1
    if after < len(parse.pos) and parse.lower[after] in parse.words.coordinating:
        return after + 1 < len(parse.pos) and parse.deps[after + 1] in {*SUBJECTS, "conj"}
    if after >= len(parse.pos) or parse.pos[after] not in VERBAL:
        return False
    predicative = any(parse.deps[k] == "cop" for k in parse.kids(parse.heads[token]))
    return not (parse.pos[token] == "ADJ" and predicative)  # "Groß ist die Freude"


def _subject(parse: Arcs, token: int) -> None:
    """Make a name the subject of the predicate that it hangs on; who was taken for it behind the verb is the object."""
    verb = parse.heads[token]
    kids = list(parse.kids(verb))
    if verb == token or parse.marks(token) or not (
        parse.pos[verb] in VERBAL or any(parse.deps[k] in AUXILIARY for k in kids)
    ):  # fmt: skip
        return
    parse.pos[token] = "PROPN"
    others = [k for k in kids if parse.deps[k] in SUBJECTS]
    passive = any(parse.deps[k] == "aux:pass" for k in kids)
    if len(others) == 1 and others[0] == token + 2 and parse.lower[token + 1] in parse.words.coordinating:
        parse.heads[token], parse.deps[token] = verb, parse.deps[others[0]]
        parse.heads[others[0]], parse.deps[others[0]] = token, "conj"
        return
    if len(others) == 1 and others[0] > token and _can_be_object(parse, others[0]):
        parse.deps[others[0]] = "iobj" if any(parse.deps[k] == "obj" for k in kids) else "obj"
        others = []
    if not others:
        parse.deps[token] = "nsubj:pass" if passive else "nsubj"


def _can_be_object(parse: Arcs, token: int) -> bool:
    """Whether a nominal does not show that it is in the nominative."""
    cases = [parse.words.cases.get(parse.lower[k], "NGDA") for k in parse.kids(token) if parse.deps[k] == "det"]
    return parse.pos[token] in NOMINAL and all(set(c) & {"D", "A"} for c in cases)


def _apart(parse: Arcs, token: int) -> None:
    """Two surnames side by side are no name: the second is an argument of its own."""
    if parse.deps[token] in {"flat", "flat:name", "appos"}:
        _argument(parse, token, token - 1)


def _argument(parse: Arcs, token: int, before: int) -> None:
    """Make a name an argument of the verb that the name before it is one of."""
    verb = parse.heads[before]
    if parse.deps[before] not in ARGUMENTS or parse.pos[verb] not in VERBAL:
        return
    roles = {parse.deps[k] for k in parse.kids(verb)}
    parse.heads[token], parse.pos[token] = verb, "PROPN"
    parse.deps[token] = "nsubj" if not roles & SUBJECTS else "iobj" if "obj" in roles else "obj"
