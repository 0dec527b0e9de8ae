"""Words of saying in a parse: verbs, their speakers and addressees, Konjunktiv."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.facts.children import children
from kg.facts.sayings import Sayings, sayings
from kg.language.lexicon import Lexicon
from kg.model import Span

SHORTEST = 3  # letters of a verb: "be" of a title is none
REACH = 8  # steps up a parse
SUBORDINATE = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "csubj", "xcomp"})


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


def verb_lemma(verb: Token) -> str:
    """The lemma with a separated particle put back ("teilte … mit": mitteilen); worked out once a token."""
    known = verb.doc.user_data.setdefault("verb_lemmas", {})
    if verb.i not in known:
        known[verb.i] = _verb_lemma(verb)
    return str(known[verb.i])


def _verb_lemma(verb: Token) -> str:
    words = sayings(verb.doc.lang_)
    particle = next((c.lower_ for c in children(verb) if c.dep_ == "compound:prt"), "")
    particle = particle or next((c.lower_ for c in children(verb) if _is_prefix(c, words)), "")
    if particle not in words.particles:
        particle = ""
    form = words.forms.verb(verb.lower_, particle)
    if form is None and particle in words.loose:
        form = words.forms.verb(verb.lower_)
    if form is not None:
        return form.lemma
    lemma = verb.lemma_.lower()
    return lemma if lemma.startswith(particle) else particle + lemma


def is_lent(verb: Token) -> bool:
    """Whether a verb says something only by the verb that it depends on: "gab zu bedenken", "ließ wissen"."""
    lending = sayings(verb.doc.lang_).lending
    below = any(c.dep_ == "aux" and verb_lemma(c) in lending for c in children(verb))
    return below or (verb.dep_ == "xcomp" and verb_lemma(verb.head) in lending)


def _is_prefix(word: Token, words: Sayings) -> bool:
    """Whether a word is all that a particle is: "gab bekannt", but not "…, dass sie bekannt sei"."""
    return word.lower_ in words.prefixes and not any(c.dep_ in {"cop", "mark", "nsubj"} for c in children(word))


def phrase(token: Token) -> list[Token]:
    """The noun phrase of a head: its subtree without relative clauses, brackets' ends and outer punctuation."""
    dropped = {
        t.i
        for c in children(token)
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


def reports(token: Token, verbs: frozenset[str]) -> bool:
    """Whether a token is one of the verbs, or of the adjectives among them."""
    if token.pos_ not in {"VERB", "AUX", "ADJ"}:
        return False
    lemma = verb_lemma(token)
    if lemma == "hören":
        return any(c.lower_ == "zu" for c in children(token))  # "aus dem Ministerium war zu hören"
    known = sayings(token.doc.lang_)
    own = any(c.lower_ == "sich" for c in children(token))
    if own and lemma in known.showing and any(c.lower_ in known.moods for c in children(token)):
        return True  # "gab sich zuversichtlich, dass …"
    if lemma in known.clause_phrases and _with_phrase(token, known.clause_phrases[lemma]):
        return True  # "ließ offen, ob …"
    if own and lemma in known.selfless or lemma in known.looming and any(c.lower_ == "es" for c in children(token)):
        return False  # "es drohe der Konkurs"
    return (lemma in verbs or token.lower_ in verbs) and (lemma != "heißen" or _impersonal(token))


def _with_phrase(verb: Token, phrases: list[str]) -> bool:
    """Whether one of some phrases stands in a verb's sentence."""
    words = f" {' '.join(t.lower_ for t in verb.sent if not t.is_space)} "
    return any(f" {phrase} " in words for phrase in phrases)


def reframed(words: list[Token], known: Sayings) -> bool:
    """Whether what follows a colon brings a word of saying and a colon of its own: "X übte Kritik: So sagte Y: …"."""
    frame = list(takewhile(lambda t: t.text != ":", words))
    return len(frame) < len(words) and any(reports(t, known.strong) and finite(t) for t in frame)


def tells_another(words: list[Token], known: Sayings) -> bool:
    """Whether what follows a colon tells that somebody named says something: "X ist anderer Meinung: Minister Y ortet …"."""
    verb = next((t for t in words if finite(t)), None)
    if verb is None or konjunktiv(verb):
        return False
    before = [t for t in words if t.i < verb.i]
    tells = reports(verb, known.verbs) or verb_lemma(verb) in known.reported
    return tells and any(t.ent_type_ == "PER" for t in before) and not any(t.is_punct for t in before)


def main_first(frame: list[Token]) -> list[Token]:
    """The words of a frame in the order given, those of its main clause before those of the clauses in it.

    Whoever "zeigte sich besorgt, dass X zusagt: „…“" is about speaks, not X.
    """
    low, high = min((t.i for t in frame), default=0), max((t.i for t in frame), default=0)
    return sorted(frame, key=lambda token: _is_below(token, low, high))


def _is_below(token: Token, low: int, high: int) -> bool:
    """Whether a token stands in a subordinate clause of what has its head between two tokens."""
    for _ in range(REACH):
        if token.head.i == token.i or not low <= token.head.i <= high:
            return False
        if token.dep_ in SUBORDINATE and is_clause(token):
            return True
        token = token.head
    return False


def _impersonal(verb: Token) -> bool:
    """Whether "es" stands by a verb: "heißt es", not "die Fahne, die … heißt"."""
    near = verb.doc[max(0, verb.i - 2) : verb.i + 3]
    return any(t.lower_ == "es" for t in near)


def addressee_of(verb: Token) -> Token | None:
    """The one who is told: a dative, or "gegenüber …"."""
    for child in children(verb):
        if child.dep_ == "iobj" or (
            child.dep_ in {"obl", "obj"}
            and "Dat" in child.morph.get("Case", [])
            and not any(c.dep_ == "case" for c in children(child))
        ):
            return child
        if child.dep_ == "obl" and any(c.lower_ == "gegenüber" for c in children(child)):
            return child
    return None


def subtree(token: Token, without: Iterable[Token] = ()) -> frozenset[int]:
    """Indexes of all tokens under one, itself included, less the subtrees given."""
    cut = {t.i for w in without for t in w.subtree}
    return frozenset(t.i for t in token.subtree if t.i not in cut)


def subjunctive(verb: Token) -> bool:
    """Whether a clause's finite verb is in Konjunktiv."""
    return any(konjunktiv(t) for t in (verb, *(c for c in children(verb) if c.dep_ in {"aux", "cop", "aux:pass"})))


def konjunktiv(token: Token) -> bool:
    """By form, since taggers miss it: "sei", "habe"; and a present in -e whose subject is a third person singular."""
    form = token.lower_
    if form in sayings(token.doc.lang_).subjunctive:
        return True
    past = form.endswith("te") and token.lemma_ != form + "n"  # "sagte", but "er halte"
    foreign = len(form) < SHORTEST  # "Let it be"
    if token.pos_ not in {"VERB", "AUX"} or not form.endswith("e") or past or foreign or form == "wurde":
        return False
    subject = next((c for c in children(token) if c.dep_.startswith("nsubj")), None)
    if subject is None:  # where the parser finds none: a verb that neither asks somebody nor goes with "ich"
        plain = token.lemma_ == form + "n" and not any(t.lower_ in {"ich", "wir", "sie"} for t in token.sent)
        return plain and token.i > token.sent.start + 1
    return subject.lower_ != "ich"


def finite(token: Token) -> bool:
    """Whether a token is a finite verb, by its mood or a form of Konjunktiv."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    return "Mood=" in str(token.morph) or token.lower_ in sayings(token.doc.lang_).subjunctive


def is_clause(token: Token) -> bool:
    """Whether a token heads a clause."""
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"cop", "aux", "nsubj", "aux:pass"} for c in children(token))


def head_of(noun: Token | None) -> Token | None:
    """The head of the noun phrase that a name or noun stands in."""
    while noun is not None and noun.dep_ in {"flat", "compound", "amod", "det"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        low, high = sorted((noun.i, noun.head.i))
        if any(t.pos_ in {"VERB", "AUX"} for t in noun.doc[low:high]):
            return noun  # "Ministerin X hält die Forderung …": no phrase goes over its verb
        noun = noun.head
    return noun


def is_one_of(noun: str, code: str, name: str) -> bool:
    """Whether a noun ends with one of a list of the table ``reporting``, in any case and number."""
    return noun.rstrip("ens").endswith(_stems(code, name))


def owner_in_compound(noun: str, code: str) -> str:
    """What stands before a word for what is said in a compound: "polizei" of "polizeiangaben"; empty of no compound."""
    word = noun.rstrip("ens")
    ending = next((stem for stem in _stems(code, "nouns") if word.endswith(stem)), "")
    return word.removesuffix(ending).removesuffix("-") if ending else ""


@cache
def _stems(code: str, name: str) -> tuple[str, ...]:
    return tuple(noun.lower().rstrip("ens") for noun in Lexicon(code).table("reporting")[name])
