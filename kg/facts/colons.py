"""What is said behind a colon without quotation marks: "X erklärte: …", "Begründung des Abgeordneten X: …", "X dazu: …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.facts.children import children
from kg.facts.continuing import first_person
from kg.facts.sayings import Sayings
from kg.facts.sources import is_saying
from kg.facts.speakers import before, speaker_of
from kg.facts.speech import Found, finite, head_of, konjunktiv, main_first, reframed, reports, tells_another
from kg.language.arcs import VERBAL

SHORT, LABEL = 4, 12
QUOTES = frozenset('„“"»«‚‘')


def colons(doc: Doc, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    """Find the statements behind colons.

    Args:
        doc: the parse.
        known: the language's words of saying.
        inside: indexes of tokens in quotation marks.
    """
    for colon in doc:
        if colon.text != ":" or colon.i in inside or colon.i + 1 >= len(doc):
            continue
        rest = [t for t in doc[colon.i + 1 : colon.sent.end] if not t.is_space]
        if sum(t.is_alpha for t in rest) < SHORT or rest[0].text in QUOTES or not any(t.pos_ in VERBAL for t in rest):
            continue
        label = [t for t in doc[colon.sent.start : colon.i] if not t.is_space]
        cue, speaker = introduced(label, known, inside)
        if cue is not None and cue.i == colon.i - 1 and not any(t.ent_type_ == "PER" for t in label):
            cue = cue if any(finite(t) for t in rest) else None  # "Uni Graz: Moser als Rektor gewählt"
        framed = any(t.lower_ == "so" or reports(t, known.strong) for t in rest)
        if reframed(rest, known) or tells_another(rest, known) or _is_tagged(rest, known):
            continue
        if (
            cue is None
            and not framed
            and (first_person(doc, frozenset(t.i for t in rest)) or any(konjunktiv(t) for t in rest))
        ):
            cue, speaker = _acting(label, inside)
        if cue is not None and speaker is not None:
            yield Found(frozenset(t.i for t in rest), "indirect", cue, speaker)


def _is_tagged(words: list[Token], known: Sayings) -> bool:
    """Whether what follows a colon names its own speaker at its end: "X ist enttäuscht: Das sei falsch, betonte Y"."""
    commas = [at for at, t in enumerate(words[:-2]) if t.text == "," and finite(words[at + 1])]
    last = commas[-1] + 1 if commas else 0
    return bool(last) and reports(words[last], known.strong) and any(t.ent_type_ == "PER" for t in words[last + 1 :])


def introduced(label: list[Token], known: Sayings, inside: frozenset[int]) -> tuple[Token | None, Token | None]:
    """The word before a colon that says that somebody speaks, and the head of the phrase that names the speaker."""
    verb = next((t for t in main_first(label[::-1]) if t.i not in inside and reports(t, known.verbs)), None)
    if verb is not None:
        return verb, speaker_of(verb, inside)
    if not label or len(label) > LABEL or any(finite(t) for t in label):
        return None, None
    noun = next((t for t in label if t.pos_ == "NOUN" and is_saying(t)), None)
    if noun is not None:
        return noun, _owner(label, noun)
    listed = all(t.pos_ in {"PROPN", "CCONJ", "PUNCT"} for t in label)
    if listed and {",", "und"} <= {t.lower_ for t in label}:
        return None, None  # "Rapid, Sturm und Ried: Drei Klubs …"
    alone = all(t.pos_ == "PROPN" and t.ent_type_ in {"", "PER"} for t in label)
    name = next((t for t in label if t.ent_type_ == "PER" or alone), None)
    loose = [t for t in label if t.pos_ in {"ADV", "ADP", "PRON"}]
    if name is None or (loose and loose[0].lower_ not in known.introducing) or label[0].pos_ == "ADP":
        return None, None
    return label[-1], before(label[-1].doc[label[-1].i + 1], inside) or head_of(name)


def _acting(label: list[Token], inside: frozenset[int]) -> tuple[Token | None, Token | None]:
    """Of what is no word of saying, the verb and its subject: "X war enttäuscht: Wir …", "X übte Kritik: … sei …"."""
    verb = next((t for t in main_first(label) if finite(t) and t.i not in inside), None)
    return (verb, speaker_of(verb, inside)) if verb is not None else (None, None)


def _owner(label: list[Token], noun: Token) -> Token | None:
    """Whose word of saying it is: "Begründung des Abgeordneten X", "sein Fazit", "Merkels Antwort"."""
    own = {t.i for t in label}
    for child in children(noun):
        if child.i in own and child.dep_ in {"nmod", "nmod:poss", "det:poss", "obl"}:
            return child
    names = [t for t in label if t.pos_ in {"NOUN", "PROPN"} and t.i != noun.i and t.ent_type_ == "PER"]
    return head_of(names[0]) if names else None
