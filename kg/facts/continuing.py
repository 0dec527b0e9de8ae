"""Speech that goes on without a word of saying: sentences in Konjunktiv, hearsay, and the first person outside of marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.entities.roles import role_noun
from kg.facts.children import children
from kg.facts.sayings import Sayings, sayings
from kg.facts.speakers import speaker_of, topic
from kg.facts.speech import Found, finite, konjunktiv, verb_lemma
from kg.language.lexicon import Lexicon

GAP, SHORT, LABEL, ROUNDS = 4, 4, 5, 2
PERSONAL = frozenset({"er"})
FAR = 3  # sentences over which a speaker may go on without a word of saying


def continued(doc: Doc, known: Sayings, found: list[Found], inside: frozenset[int]) -> list[Found]:
    """Find sentences without a word of saying that belong to whoever speaks before or after them.

    Sentences in Konjunktiv go on with the last speaker. So do sentences in the first person outside quotation marks,
    which are lost in many archives; without a speaker before they begin what the next sentence ascribes to somebody.

    Args:
        doc: the parse.
        known: the language's words of saying.
        found: what has been found by words of saying and quotation marks.
        inside: indexes of tokens in quotation marks.
    """
    cues = _by_sentence(found)
    rounds = list(_rounds(doc, found, cues))
    done = {min(one.tokens) for one in rounds}
    sentences = [(s, frozenset(t.i for t in s if not t.is_space)) for s in doc.sents]
    return _running(known, [(s, ids) for s, ids in sentences if ids and min(ids) not in done], cues, inside) + rounds


def _running(
    known: Sayings,
    sentences: list[tuple[Span, frozenset[int]]],
    cues: dict[int, list[Found]],
    inside: frozenset[int],
) -> list[Found]:
    """What goes on in Konjunktiv, as hearsay or in the first person."""
    out: list[Found] = []
    last: Found | None = None
    inner: Found | None = None  # who speaks in what another says
    last_end, last_at = -9, -9
    for at, (sentence, ids) in enumerate(sentences):
        cued = cues.get(sentence.start, [])
        goes_on = last is not None and last_end + GAP >= min(ids)
        retold = goes_on and _is_retold(sentence.root, cued, inside)
        inner = max(cued, key=_weight) if retold else inner if goes_on and not cued else None
        if cued and not retold:
            last, last_end, last_at = max(_outermost(cued), key=_weight), max(ids), at
        elif (_told(sentence.root, inside) and (goes_on or not _wish(sentence.root))) or _hearsay(sentence.root):
            before = sentences[at - 1][0] if at else None
            if before is not None and _accused(before.root, known):
                last = None  # "X wird vorgeworfen, … Er habe …" is nobody's
                continue
            teller = inner if inner is not None and first_person(sentence.doc, ids - inside) else last
            speaker = teller.speaker if teller is not None and (goes_on or at - last_at <= FAR) else None
            if before is not None and not goes_on and (acting := _actor(before, inside)) is not None:
                speaker = acting  # "X übte Kritik. Die Regierung sei …"
            if out and max(out[-1].tokens) + 3 >= min(ids) and out[-1].speaker is speaker:
                ids = ids | out.pop().tokens
            out.append(Found(ids, "free-indirect", None, speaker))
            last_end, last_at = max(ids), at
        elif goes_on and last is not None and (told := _told_beside(sentence.root, inside)):
            out.append(Found(told, "free-indirect", None, last.speaker))
            last_end = max(ids)
        elif first_person(sentence.doc, ids - inside):
            speaker = _first_speaker(sentences[at + 1 : at + 3], cues, inside, (inner or last) if goes_on else None)
            if speaker is not None:
                out.append(Found(ids, "direct", None, speaker))
                last_end = max(ids) if goes_on else last_end
        elif verb_lemma(sentence.root) in known.verbs and (about := topic(sentence, inside)) is not None:
            last, last_end, last_at = Found(ids, "reported", sentence.root, about), max(ids), at
    return out


def _rounds(doc: Doc, found: list[Found], cues: dict[int, list[Found]]) -> Iterator[Found]:
    """In an interview or a round of statements what follows the first sentence behind a name and a colon."""
    labels = _labels(found)
    label: Token | None = None
    for sentence in doc.sents if labels else ():
        ids = frozenset(t.i for t in sentence if not t.is_space)
        label = labels.get(sentence.start) or (None if _is_labelled(sentence) else label)
        spoken = sentence.start in labels or any(q.speaker is not None for q in cues.get(sentence.start, []))
        if label is not None and not spoken and sum(t.is_alpha for t in sentence) >= SHORT and sentence[-1].text != "?":
            yield Found(ids, "direct", None, label)


def _labels(found: list[Found]) -> dict[int, Token]:
    """Of an interview or a round of statements, by the first token of the sentence, whose name stands before the colon."""
    out = {
        one.cue.sent.start: one.speaker
        for one in found
        if one.cue is not None and one.speaker is not None and one.cue.pos_ == "PROPN" and _before_colon(one.cue)
    }
    return out if len({speaker.text for speaker in out.values()}) > 1 or len(out) > ROUNDS else {}


def _before_colon(token: Token) -> bool:
    """Whether a colon stands right behind a token."""
    return token.doc[token.i + 1 : token.i + 2].text == ":"


def _is_labelled(sentence: Span) -> bool:
    """Whether a sentence begins with a label: "STANDARD: Wie geht es Ihnen?"."""
    return any(t.text == ":" for t in sentence[:LABEL])


def _actor(sentence: Span, inside: frozenset[int]) -> Token | None:
    """Who does something in a sentence, and may go on to say why: a person's name, "er", a noun with its article."""
    noun = topic(sentence, inside)
    if noun is None or sentence.root.pos_ == "AUX" or any(c.dep_ == "cop" for c in children(sentence.root)):
        return None  # "X war in Wien. Sie sei …"
    if any(t.ent_type_ == "PER" for t in (noun, *children(noun))) or noun.lower_ in PERSONAL:
        return noun
    lexicon = Lexicon(noun.doc.lang_)
    known = role_noun(noun.text, lexicon) is not None and noun.morph.get("Number", []) == ["Sing"]
    definite = sayings(noun.doc.lang_).definite
    return noun if known and any(c.lower_ in definite for c in children(noun)) else None


def _accused(root: Token, known: Sayings) -> bool:
    """Whether a sentence tells what is said of somebody and not by whom: "X wird vorgeworfen, …"."""
    passive = any(c.dep_ == "aux:pass" for c in children(root))
    return passive and verb_lemma(root) in known.accusing and not any(c.dep_ == "obl:agent" for c in children(root))


def _told(root: Token, inside: frozenset[int]) -> bool:
    """Whether a sentence stands in Konjunktiv outside of quotation marks."""
    verbs = (root, *(c for c in children(root) if c.dep_ in {"aux", "cop", "aux:pass"}))
    return any(konjunktiv(t) and t.i not in inside for t in verbs)


def _told_beside(root: Token, inside: frozenset[int]) -> frozenset[int]:
    """The clause in Konjunktiv that is coordinated with what the article itself says: "Sie ist krank, und [er wolle sie pflegen]"."""
    joined = (c for c in children(root) if c.dep_ == "conj" and _told(c, inside) and not _wish(c))
    clause = next((c for c in joined if any(g.dep_.startswith("nsubj") for g in children(c))), None)
    own = {c.i for c in children(clause) if c.dep_ in {"cc", "punct"}} if clause is not None else set()
    return frozenset(t.i for t in clause.subtree if t.i not in own) if clause is not None else frozenset()


def _is_retold(root: Token, cued: list[Found], inside: frozenset[int]) -> bool:
    """Whether somebody else says that what a sentence tells is said: "Das sei falsch, sagt X. Die SPD [behaupte] …"."""
    others = all(one.cue == root and one.speaker is not None and one.speaker.pos_ != "PRON" for one in cued)
    return bool(cued) and others and _told(root, inside)


def _outermost(cued: list[Found]) -> list[Found]:
    """Those of a sentence that are no part of what another of them says."""
    cues = {one.cue.i for one in cued if one.cue is not None}
    return [one for one in cued if one.cue is None or cues.isdisjoint(t.i for t in one.cue.ancestors)] or cued


def _weight(found: Found) -> tuple[bool, int]:
    """Who goes on speaking after a sentence that names several: of the last verb, rather than of "laut X"."""
    return (found.cue is not None and found.cue.pos_ != "ADP", found.cue.i if found.cue is not None else 0)


def _by_sentence(found: list[Found]) -> dict[int, list[Found]]:
    """What has a cue, by the first token of the cue's sentence."""
    out: dict[int, list[Found]] = {}
    for one in found:
        if one.cue is not None:
            out.setdefault(one.cue.sent.start, []).append(one)
    return out


def _first_speaker(
    following: list[tuple[Span, frozenset[int]]],
    cues: dict[int, list[Found]],
    inside: frozenset[int],
    last: Found | None,
) -> Token | None:
    """Who says "ich" in a sentence: the speaker before, or the one whom the next sentences name behind their words."""
    for sentence, ids in following:
        cued = [q for q in cues.get(sentence.start, []) if q.cue is not None]
        behind = next((q for q in cued if q.cue is not None and min(ids) in q.tokens and q.cue.i > max(q.tokens)), None)
        if behind is not None and (last is None or _alike(behind, last)):
            return behind.speaker
        if len(sentence) > 1 and sentence[0].lower_ == "so" and last is None and finite(sentence[1]):
            return speaker_of(sentence[1], inside)  # "So kommentierte X das Spiel."
        if cued or last is not None or not first_person(sentence.doc, ids):
            break
    return last.speaker if last is not None else None


def _alike(behind: Found, last: Found) -> bool:
    """Whether the next sentence is in the first person too and what was said before is not."""
    doc = behind.cue.doc if behind.cue is not None else None
    return doc is not None and first_person(doc, behind.tokens) and not first_person(doc, last.tokens)


def first_person(doc: Doc, ids: frozenset[int]) -> bool:
    """Whether somebody says "ich" or "wir" among some tokens."""
    words = sayings(doc.lang_).first_person
    return any(doc[i].lower_ in words for i in ids)


def _wish(root: Token) -> bool:
    return any(
        t.lower_ in sayings(root.doc.lang_).wishes
        for t in (root, *(c for c in children(root) if c.dep_ in {"aux", "cop", "aux:pass"}))
    )


def _hearsay(root: Token) -> bool:
    """Hearsay without a named source: "soll … haben", "sollen … worden sein"."""
    aux = {c.lower_ for c in children(root) if c.dep_ in {"aux", "aux:pass", "cop"}}
    reading = bool(aux & {"soll", "sollen"}) and bool(aux & {"haben", "sein"})
    return reading and bool(re.match(r"ge|.*(t|en)$", root.lower_))
