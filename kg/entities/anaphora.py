"""Descriptions and pronouns: one pass over the text from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kg.entities.nodes import Node
from kg.entities.passage import Passage
from kg.language.lexicon import Lexicon
from kg.model import EntityType

SUBJECT = {
    "nsubj": 1.0,
    "nsubj:pass": 0.9,
    "obj": 0.6,
    "iobj": 0.55,
    "obl": 0.5,
    "appos": 0.7,
    "root": 0.7,
    "ROOT": 0.7,
    "nmod": 0.4,
    "conj": 0.5,
}

EMBEDDED = 0.8  # the most that the subject of a relative or an adverbial clause weighs
CLAUSES = frozenset({"acl:relcl", "advcl"})


@dataclass(frozen=True, slots=True)
class Seen:
    """Something mentioned at ``token``; ``node`` is None for a plain noun phrase, which can still be what a pronoun means."""

    token: int
    node: Node | None
    weight: float
    gender: str | None
    plural: bool


@dataclass(slots=True)
class Discourse:
    """What has been mentioned so far, in order."""

    page: Passage
    nodes: list[Node]
    seen: list[Seen] = field(default_factory=list)
    hinted: list[tuple[int, Node]] = field(default_factory=list)
    """Organisations named inside a compound ("Airbus-Sprecher"), with the token."""

    def mention(self, node: Node | None, token: int, *, gender: str | None = None, plural: bool = False) -> None:
        """Record that a node (or a plain noun) was mentioned at ``token``."""
        self.seen.append(Seen(token, node, prominence(self.page, token), gender, plural))

    def recent(self, i: int, sentences: int) -> list[Seen]:
        """What was mentioned before token ``i`` within so many sentences back, latest first."""
        here = self.page.sentence[i]
        return [s for s in reversed(self.seen) if s.token < i and here - self.page.sentence[s.token] <= sentences]


@cache
def speech_verbs(lexicon: Lexicon) -> frozenset[str]:
    """Lemmas of verbs that introduce what is said."""
    return frozenset(lexicon.table("reporting")["strong"])


def prominence(page: Passage, token: int) -> float:
    """How prominent the grammatical role makes a mention, 0 to 1."""
    dep = page.dep[token]
    steps = 0
    while dep in {"flat", "flat:name", "appos", "compound", "conj"} and page.heads[token] != token and steps < 4:
        token = page.heads[token]
        dep = page.dep[token]
        steps += 1
    if dep == "nsubj" and any(k < token and page.dep[k] == "nsubj" for k in page.kids[page.heads[token]]):
        return SUBJECT["obj"]
    if dep == "nsubj" and token > page.heads[token] and page.lemmas[page.heads[token]] in speech_verbs(page.lexicon):
        return SUBJECT["obl"]
    weight = SUBJECT.get(dep, 0.4)
    return min(weight, EMBEDDED) if page.dep[page.heads[token]] in CLAUSES else weight


def beside(page: Passage, subject: int, i: int) -> bool:
    """Whether one is the subject of the verb whose object the other is: nobody calls upon himself."""
    return (
        page.dep[subject].startswith("nsubj")
        and page.heads[subject] == page.heads[i]
        and not page.dep[i].startswith("nsubj")
    )


def told_before(page: Passage, i: int) -> range:
    """What the one behind a verb of speech has said, who is not spoken of there by name: "„Max Berg log“, sagte [er]"."""
    verb, low = page.heads[i], page.bounds[page.sentence[i]][0]
    particle = next((page.lower[k] for k in page.kids[verb] if page.dep[k] == "compound:prt"), "")
    says = {page.lemmas[verb], particle + page.lemmas[verb]} & speech_verbs(page.lexicon)
    if page.dep[i] != "nsubj" or verb != i - 1 or verb - low < 2 or not says or page.pos[verb - 1] != "PUNCT":
        return range(0)
    opening = low + (page.pos[low] == "PUNCT")
    adverbial = page.pos[opening] in {"SCONJ", "ADP"} and page.lower[opening] not in {"dass", "ob"}
    return range(0) if adverbial else range(low, verb)


def is_described(page: Passage, seen: Seen, gender: str | None) -> bool:
    """Whether a body is told of by a noun of a gender: "der Hersteller Siemens"."""
    node, token = seen.node, seen.token
    if node is None or node.type is not EntityType.ORGANIZATION or node.gender or node.plural or seen.plural:
        return False
    noun = page.heads[token] if page.dep[token] in {"appos", "flat"} else token
    return page.pos[noun] == "NOUN" and page.feature(noun, "Gender") == gender


def gender_of_body(page: Passage, seen: Seen) -> str | None:
    """The gender of the noun that a body is spoken of with: "der Aufsichtsrat"."""
    body = seen.node is not None and seen.node.type is EntityType.ORGANIZATION and page.pos[seen.token] == "NOUN"
    return page.feature(seen.token, "Gender") if body and not seen.plural else None


def teller(page: Passage, i: int) -> int | None:
    """Who tells the clause that a pronoun stands in, said before it: "berichtete [Jan Moser], dass er …", "Lob von [X]: Er …"."""
    if page.words[i - 1] == ":":
        return page.heads[i - 2] if page.dep[i - 2].startswith("flat") else i - 2
    verb = page.heads[i]
    for _ in range(3):
        if page.dep[verb] in {"ccomp", "parataxis"}:
            break
        verb = page.heads[verb]
    above = page.heads[verb]
    return next((k for k in page.kids[above] if page.dep[k] == "nsubj" and k < min(i, verb)), None)
