"""What is told by a noun phrase: "kündigte den Rücktritt an", "nannte als Grund …", "Merkels Forderung nach …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.facts.children import children
from kg.facts.sayings import Sayings, sayings
from kg.facts.sources import is_saying
from kg.facts.speakers import after, finite_word, nominative, speaker_of
from kg.facts.speech import Found, addressee_of, konjunktiv, verb_lemma

PHRASES = frozenset({"obl", "nmod"})
SHORTEST = 4  # letters of what may end a compound
FEELING, FELT = frozenset({"ADJ", "ADV"}), frozenset({"ADJ", "ADV", "VERB"})
REASONING = frozenset({"ausschließen", "begründen"})
ABOUT = ["für", "mit", "von", "vom", "über"]
OWNERS = frozenset({"nmod", "nmod:poss", "det:poss"})


def told_of(doc: Doc, known: Sayings, inside: frozenset[int], found: list[Found]) -> list[Found]:
    """Find what verbs and nouns of saying tell by a noun phrase, where no clause or quotation of theirs is ``found``."""
    covered = {q.cue.i for q in found if q.cue is not None}
    out: list[Found] = []
    for token in doc:
        if token.i in covered or token.i in inside:
            continue
        if token.pos_ == "VERB":
            out.extend(_of_verb(token, known, inside))
        elif token.pos_ == "NOUN" and token.text[:1].isupper():
            out.extend(_of_noun(token, known, inside))
    return out


def _of_verb(verb: Token, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    lemma = verb_lemma(verb)
    phrases = known.phrases.get(lemma, ()) + known.judgements.get(lemma, ())
    slots = known.reported.get(lemma) or known.reported.get(f"sich {lemma}")
    if lemma not in known.reported and slots and not any(c.lower_ == "sich" for c in children(verb)):
        slots = None
    slots = _of_mood(verb, known) or slots or (["obj"] if set_phrase(verb, phrases) else None)
    speaker = speaker_of(verb, inside) if slots else None
    if lemma in known.awaiting and finite_word(verb).lemma_ == "müssen":
        return
    retold = lemma in known.judgements and konjunktiv(finite_word(verb))  # "Er halte das für falsch" goes on
    if slots is None or speaker is None or speaker.lower_ in known.first_person or retold:
        return
    own = lemma in known.appearing and any(c.lower_ == "sich" for c in children(verb))  # "meldete sich bei der Polizei"
    if own or lemma in known.granting and _is_given(verb) or _is_done(verb, known.deeds_with.get(lemma, [])):
        return
    fitting = [c for c in children(verb) if (_fills(c, slots) or _in_front(c, slots, speaker)) and c.i != speaker.i]
    fitting = fitting or [c for c in _loose(verb, slots) if c.i != speaker.i]
    fitting = [c for c in fitting if not _whence(c)]
    if _names_nothing_said(verb, fitting, phrases):
        return
    fronted = "obj" in slots and speaker.pos_ == "NOUN" and not speaker.ent_type_ and not _is_titled(speaker)
    behind = after(finite_word(verb), inside) if fronted and not fitting else None
    if behind is not None and _differs(behind, speaker, finite_word(verb)):
        behind = None  # "Kritiker werfen der EU Abschottung vor"
    if behind is None and fronted:
        behind = next((c for c in fitting if c.i > finite_word(verb).i and c.dep_ == "obj" and _is_titled(c)), None)
    if behind is not None and speaker.i < finite_word(verb).i:  # "Das Thema hatte Minister X in Aussicht gestellt"
        fitting, speaker = [speaker], behind
    if any(c.lower_.endswith(tuple(known.unsaid.get(lemma, ()))) for c in fitting):
        return
    if fitting:
        content = next((c for c in fitting if c.dep_ != "obj" or not _is_dative(c)), fitting[-1])
        if content.pos_ in {"DET", "PRON"} and not any(c.dep_ != "case" for c in children(content)):
            return  # "Auf diese hofft X" says nothing yet
        yield Found(frozenset(t.i for t in verb.sent), "reported", verb, speaker, addressee_of(verb), content)


def _is_dative(noun: Token) -> bool:
    """Whether an object tells to whom, by its tag or its determiner: "stellte der UNO einen Bericht vor"."""
    first = noun.left_edge
    marked = first.pos_ == "DET" and first.lower_.endswith(("em", "er")) and first.lower_ not in {"euer", "unser"}
    return noun.morph.get("Case", []) == ["Dat"] or marked


def _differs(behind: Token, before: Token, verb: Token) -> bool:
    """Whether of two nouns around a verb in the plural only the one before it can be its subject."""
    plural = {noun.i: noun.morph.get("Number", []) == ["Plur"] for noun in (behind, before, verb)}
    joined = any(c.dep_ == "conj" for c in children(behind))
    return plural[verb.i] and plural[before.i] and not plural[behind.i] and not joined


def _names_nothing_said(verb: Token, fitting: list[Token], phrases: tuple[str, ...]) -> bool:
    """Whether somebody is only called by a name ("nannte ihn Karl"), or a person stands for no reason ("begründete mit X")."""
    named = bool(fitting) and all(c.pos_ == "PROPN" for c in fitting)
    called = "" in phrases and any(c.dep_ in {"obj", "iobj"} and c.pos_ == "PRON" for c in children(verb))
    return named and (called or verb_lemma(verb) in REASONING and any(c.ent_type_ == "PER" for c in fitting))


def _is_given(verb: Token) -> bool:
    """Whether somebody is granted what a verb has as its object: "räumte den USA Überflugrechte ein"."""
    objects = [c for c in children(verb) if c.dep_ in {"obj", "iobj"} and c.pos_ in {"NOUN", "PROPN", "PRON"}]
    return len(objects) > 1 or addressee_of(verb) is not None


def _is_done(verb: Token, prepositions: list[str]) -> bool:
    """Whether a phrase makes a verb of saying one of doing: "schloss X von der Wahl aus"."""
    return any(g.lower_ in prepositions for c in children(verb) for g in (*children(c), c) if g.dep_ == "case")


def _of_mood(verb: Token, known: Sayings) -> list[str] | None:
    """The prepositions of what somebody says that he feels: "zeigte sich besorgt über …", "äußerte sich zufrieden mit …"."""
    if verb_lemma(verb) not in known.showing or not any(c.lower_ == "sich" for c in children(verb)):
        return None
    return ABOUT if any(c.pos_ in FELT and c.lower_ in known.moods for c in children(verb)) else None


def _is_mood(word: Token) -> bool:
    """Whether a word is a feeling that somebody shows, whatever the tagger says: "zeigte sich erfreut"."""
    return word.lower_ in sayings(word.doc.lang_).moods


def _names_person(noun: Token) -> bool:
    """Whether a noun or what is coordinated with it has a person's name behind it."""
    return any(t.ent_type_ == "PER" for t in noun.subtree if t.dep_ in {"appos", "flat", "conj"})


def _of(noun: Token) -> bool:
    """Whether a phrase behind a name may tell where somebody is from: "vom Verein"."""
    return any(c.dep_ == "case" and c.lower_ in {"von", "vom"} for c in children(noun))


def _whence(noun: Token) -> bool:
    """Whether a body right behind a name tells where somebody is from, wherever the parse hangs it: "mit X von den Grünen"."""
    first = noun.left_edge.i
    return _of(noun) and noun.ent_type_ == "ORG" and first > 0 and noun.doc[first - 1].pos_ == "PROPN"


def _is_titled(noun: Token) -> bool:
    """Whether a noun is a title before a person's name that may well be the subject: "Minister X", "der Minister X"."""
    named = any(c.dep_ in {"appos", "flat"} and c.ent_type_ == "PER" for c in children(noun))
    return named and nominative(noun) and all(c.lower_ == "der" for c in children(noun) if c.dep_ == "det")


def set_phrase(verb: Token, phrases: tuple[str, ...]) -> bool:
    """Whether the words that make a verb one of saying stand with it ("stellte … in Aussicht", "nannte als Grund")."""
    if "" in phrases or not phrases:
        return bool(phrases)
    tokens = [t for t in verb.sent if not t.is_space]
    words = " ".join(t.lower_ for t in tokens)
    plain = [t for t in tokens if t.pos_ != "ADV"]  # "für teilweise gerechtfertigt"
    kinds = " ".join("ADJ" if t.pos_ == "ADJ" or t.morph.get("VerbForm", []) == ["Part"] else t.lower_ for t in plain)
    if any(f" {phrase} " in f" {words} {kinds} " for phrase in phrases):
        return True
    nouns = [t.lower_ for t in children(verb) if t.dep_ == "obj" and t.pos_ == "NOUN"]
    return any(word.endswith(tuple(p for p in phrases if len(p) > SHORTEST and " " not in p)) for word in nouns)


def _fills(child: Token, slots: list[str]) -> bool:
    if child.dep_ in {"obj", "nsubj:pass"}:
        marked = any(c.dep_ == "case" and c.lower_ == "auf" for c in children(child))  # "auf 17 Millionen Euro"
        return "obj" in slots and child.pos_ in {"NOUN", "PROPN"} and not marked
    return child.dep_ in PHRASES and any(c.dep_ == "case" and c.lower_ in slots for c in children(child))


def _loose(verb: Token, slots: list[str]) -> Iterator[Token]:
    """What a parser hung elsewhere: behind another argument ("warnte die Botschaft vor …"), or as a bare phrase or dative."""
    for child in children(verb):
        if child.dep_ in {"nsubj", "obj", "iobj", "obl"} or child.pos_ in FEELING or _is_mood(child):
            owned = child.pos_ == "PROPN" or _names_person(child)  # "der Bürgermeister von Graz, Jan Moser"
            yield from (
                c
                for c in children(child)
                if c.i > max(child.i, verb.i) and c.dep_ in PHRASES and _fills(c, slots) and not (owned and _of(c))
            )
        named = child.dep_ == "iobj" and child.pos_ == "PROPN" and not any(c.dep_ == "det" for c in children(child))
        front = child.dep_ == "obl" and child.pos_ == "NOUN" and child.i < verb.i and _is_accusative(child)
        if "obj" in slots and (named or front):
            yield child


def _is_accusative(noun: Token) -> bool:
    """Whether a phrase without a preposition has a determiner that says so: "Den Vorschlag hält X für falsch"."""
    first = noun.left_edge
    return first.pos_ == "DET" and first.lower_.endswith("en") and not any(c.dep_ == "case" for c in children(noun))


def _in_front(child: Token, slots: list[str], speaker: Token) -> bool:
    """Whether a phrase that the parse takes for the subject must be the object: the speaker stands behind the verb."""
    return (
        "obj" in slots
        and child.dep_ == "nsubj"
        and child.i < child.head.i
        and child.i < speaker.i
        and child.pos_ == "NOUN"
    )


def _behind(noun: Token, prepositions: list[str]) -> Token | None:
    """The noun of the phrase right behind another noun, wherever the parse hangs it."""
    mark = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    if mark.lower_ not in prepositions:
        return None
    return next((t for t in noun.doc[mark.i + 1 : mark.i + 6] if t.pos_ in {"NOUN", "PROPN"}), None)


def _of_noun(noun: Token, known: Sayings, inside: frozenset[int]) -> Iterator[Found]:
    """What a noun of saying names, by its owner, or by the subject who acts with it ("sorgte mit der Forderung nach …")."""
    slots = known.told_nouns.get(noun.lemma_) or known.told_nouns.get(noun.text)
    if slots is None:
        return
    content = _behind(noun, slots) or next((child for child in children(noun) if _fills(child, slots)), None)
    if content is None:
        return
    owner = next((c for c in children(noun) if c.dep_ in OWNERS and c.i != content.i and c.i < content.i), None)
    by_means = any(c.dep_ == "case" and c.lower_ == "mit" for c in children(noun))
    if owner is None and by_means and noun.head.pos_ == "VERB" and not is_saying(noun.head):
        owner = speaker_of(noun.head, inside)
    if owner is not None:
        yield Found(frozenset(t.i for t in content.subtree), "reported", noun, owner, None, content)
