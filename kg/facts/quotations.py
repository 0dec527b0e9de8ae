"""Reported speech: who said what, in quotation marks, in Konjunktiv, "laut X", or told in other words.

The four types are those of the Wikinews quotation corpus (Petersen-Frey and Biemann 2024):
direct, indirect, free-indirect (Konjunktiv or "soll" without a word of saying) and reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from spacy.tokens import Doc, Token

from kg.facts.children import children
from kg.facts.colons import LABEL, colons, introduced
from kg.facts.continuing import continued
from kg.facts.indirect import indirect, surface, tagged
from kg.facts.interposed import interposed
from kg.facts.labels import label
from kg.facts.phrases import told_of
from kg.facts.sayings import Sayings, sayings
from kg.facts.speakers import SPEAKER, speaker_of, topic
from kg.facts.speech import (
    Found,
    addressee_of,
    finite,
    head_of,
    konjunktiv,
    main_first,
    phrase,
    reports,
    spans,
    verb_lemma,
)
from kg.facts.wishes import wishes
from kg.language.arcs import AUXILIARY
from kg.language.lexicon import Lexicon
from kg.language.quoted import quoted as in_marks
from kg.model import Quotation, Span

SHORT, LONGEST_NAME = 3, 5
BEFORE = frozenset({"ADJ", "ADP", "DET"})
JOINING = frozenset({"ADP", "CCONJ", "DET"})


def find_quotations(doc: Doc, lexicon: Lexicon) -> list[Found]:
    """Find reported speech in a parsed text.

    Args:
        doc: a Doc with UD labels and sentences; tokens in ``doc.user_data["skipped"]`` are passed over.
        lexicon: gives the table ``reporting``.

    Returns:
        Quotations in text order; a speaker is the head token of a phrase, not yet an entity.
    """
    known = sayings(lexicon.code)
    quoted = in_marks([t.text for t in doc])
    media = _media(lexicon.code)
    inside = frozenset(i for segment in quoted if not _is_name(doc, segment, media) for i in segment)
    told = list(colons(doc, known, inside))
    told += wishes(doc, known, inside)
    amid = list(interposed(doc, known, inside))
    cues = {q.cue.i for q in amid if q.cue is not None}
    beside = indirect(doc, known, inside, frozenset(i for q in told for i in q.tokens))
    told += amid + [q for q in beside if q.cue is None or q.cue.i not in cues]
    told += surface(doc, known, inside, told)
    told += tagged(doc, known, inside, told)
    named = frozenset(i for segment in quoted for i in segment) - inside
    direct = list(_direct(doc, known, quoted, told, named))
    found = direct + [q for q in told if not any(_begins_in(doc, q, other) for other in direct)]
    found += told_of(doc, known, inside, found)
    found += continued(doc, known, found, inside)
    return sorted(_distinct(found), key=lambda q: (min(q.tokens), -len(q.tokens)))


def _begins_in(doc: Doc, told: Found, direct: Found) -> bool:
    """Whether a quotation is a sentence of its own that the parse took for the end of another: "… in Halle 4. „Das ist neu“"."""
    first = min(direct.tokens)
    cues = {q.cue.i if q.cue is not None else -1 for q in (told, direct)}
    ended = (
        len(cues) == 1
        and direct.tokens < told.tokens
        and first > min(told.tokens)
        and doc[first - 1].text.endswith((".", "!", "?"))
    )
    return ended and doc[first + 1].text[:1].isupper() and any(finite(doc[i]) for i in direct.tokens)


@cache
def _media(code: str) -> frozenset[str]:
    """The names of newspapers and stations, with and without their article."""
    names = Lexicon(code).table("organizations")["kinds"]["media"]
    return frozenset(form for name in names for form in (name, name.removeprefix("Die ").removeprefix("Der ")))


def _is_name(doc: Doc, segment: range, media: frozenset[str]) -> bool:
    """Whether quotation marks are about a name, which may speak itself: "berichtete der „Spiegel“"."""
    words = [doc[i] for i in segment if not doc[i].is_punct]
    if not 0 < len(words) <= LONGEST_NAME or any(finite(t) for t in words):
        return False
    capital = words[0].text[:1].isupper() and all(t.text[:1].isupper() or t.pos_ in JOINING for t in words)
    known = doc[words[0].i : words[-1].i + 1].text in media or words[0].text in media
    linked = words[-1].i == segment[-1] and "-" in words[-1].text  # "die „Bild“-Zeitung"
    return known or linked or (capital and bool(words[0].ent_type_ and words[-1].ent_type_))


def _direct(doc: Doc, known: Sayings, quoted: list[range], told: list[Found], named: frozenset[int]) -> Iterator[Found]:
    previous: Found | None = None
    for segment in quoted:
        words = [doc[i] for i in segment if not doc[i].is_punct]
        clause = any(t.pos_ in {"VERB", "AUX"} for t in words)
        labelled = label(doc, known, segment, frozenset(segment))
        if labelled is not None:
            yield labelled
            continue
        cue, speaker, addressee = _introduced(doc, known, segment, named)
        if not clause and segment[0] in named and any(t.dep_ in SPEAKER for t in words):
            continue  # "…, schreibt die „taz“"
        within = _within(doc, segment, told, fragment=cue is None and (len(words) < SHORT or not clause))
        if within is not None and (cue is None or words[0].text[:1].islower() or not clause):
            cue, speaker, addressee = within.cue, within.speaker, within.addressee
        if _follows_motto(doc, segment, known) or not clause and _is_titled(doc, segment, words):
            continue
        if cue is None and _beside_title(doc, segment, quoted):
            continue
        if not _is_speech(words, clause=clause, introduced=cue is not None or within is not None):
            continue
        if cue is None and len(words) > SHORT:
            speaker = _intending(doc, segment)
            speaker = speaker or _speaker_before(doc, segment, [*told, *([previous] if previous else [])])
        if (speaker is None and len(words) < 6) or (speaker is not None and not clause and speaker.i in segment):
            continue
        previous = Found(frozenset(segment), "direct", cue, speaker, addressee)
        yield previous


def _within(doc: Doc, segment: range, told: list[Found], *, fragment: bool) -> Found | None:
    """What is told around a quotation: its words nearly all, or for a fragment anything told in its sentence."""
    inside = frozenset(segment)
    size = sum(not doc[i].is_punct for i in segment)
    around = next((q for q in told if q.speaker and inside & q.tokens and len(inside & q.tokens) >= size), None)
    if around is None and fragment:
        start = doc[segment[0]].sent.start
        around = next((q for q in told if q.cue is not None and q.cue.sent.start == start), None)
    return around


def _is_titled(doc: Doc, segment: range, words: list[Token]) -> bool:
    """Whether quoted words with a capital name the noun before them: "den Film „Eine unbequeme Wahrheit“"."""
    before = doc[segment[0] - 1] if segment[0] else None
    return bool(words) and words[0].text[:1].isupper() and before is not None and before.pos_ == "NOUN"


def _follows_motto(doc: Doc, segment: range, known: Sayings) -> bool:
    """Whether quoted words, a sentence or not, are a motto or a name: "unter dem Motto „Wir sind mehr“"."""
    return segment[0] > 1 and doc[segment[0] - 1].lower_ in known.mottos and doc[segment[0] - 2].pos_ in BEFORE


def _beside_title(doc: Doc, segment: range, quoted: list[range]) -> bool:
    """Whether quoted words are joined to those before them that stand behind "in": "in „Nackt unter Wölfen“ oder „Jeder stirbt“"."""
    before = next((q for q in quoted if q[-1] == segment[0] - 2), None)
    joined = before is not None and doc[segment[0] - 1].lower_ in {"und", "oder", "sowie", ","}
    return joined and before is not None and before[0] > 0 and doc[before[0] - 1].lower_ in {"in", "aus", "mit"}


def _is_speech(words: list[Token], *, clause: bool, introduced: bool) -> bool:
    """Whether quoted words are something said, not a title or a name."""
    if not words or (len(words) < SHORT and not introduced):
        return False
    name = all(t.text[:1].isupper() or t.pos_ in {"ADP", "DET", "CCONJ"} for t in words)
    colon = words[0].i > 1 and words[0].nbor(-2).text == ":"
    voiced = introduced and colon and words[0].pos_ != "PROPN"  # „Kein Grund zur Panik“
    name = name and not (voiced and any(t.pos_ in {"DET", "ADP"} for t in words))
    return clause or (introduced and not name and not (len(words) < SHORT and words[0].text[:1].isupper()))


def _intending(doc: Doc, segment: range) -> Token | None:
    """The person whose intention a sentence tells by the words in marks: "Moser will „alles noch einmal genau prüfen“, …"."""
    sentence = doc[segment[0]].sent
    wants = any(t.lemma_ == "wollen" and finite(t) and not konjunktiv(t) and t.i < segment[0] for t in sentence)
    noun = topic(sentence, frozenset(segment)) if wants and doc[segment[0] + 1].text[:1].islower() else None
    named = noun is not None and any(t.ent_type_ == "PER" for t in (noun, *children(noun)))
    return noun if named else None


def _speaker_before(doc: Doc, segment: range, found: list[Found]) -> Token | None:
    """Who speaks a quotation that nothing introduces: whoever spoke just before, or the last sentence is about."""
    near = [q for q in found if q.speaker is not None and 0 <= segment[0] - max(q.tokens) < 25]
    last = max(near, key=lambda q: (max(q.tokens), q.cue is not None and q.cue.pos_ != "ADP"), default=None)
    if last is not None:
        return last.speaker
    at = doc[segment[0]].sent
    return topic(doc[at.start - 1].sent, frozenset(segment)) if at.start else None


def _introduced(
    doc: Doc, known: Sayings, segment: range, named: frozenset[int]
) -> tuple[Token | None, Token | None, Token | None]:
    """The cue and speaker of a direct quotation: before its colon, just after it, or elsewhere in its sentence."""
    inside = frozenset(segment) - named
    before = _back(doc, segment[0])
    colon = bool(before) and before[0].text == ":"
    onward = list(_onward(doc, segment))
    tag = [t for t in onward[:2] if _tags(t, segment)]  # "X ist dagegen: „…“, sagte Y"
    for token in [*tag, *main_first(before)] if colon else [*onward, *before]:
        if token.lower_ == "so" and token.i > segment[-1] and not finite(doc[min(token.i + 1, len(doc) - 1)]):
            noun = next((t for t in doc[token.i + 1 : token.i + 25] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
            return (token, head_of(noun), None) if noun is not None else (None, None, None)
        if _with_zu(token):
            continue
        if reports(token, known.verbs) or (colon and finite(token)) or _after_so(token) or _tags(token, segment):
            verb = token.head if token.dep_ in AUXILIARY else token  # "…“, soll X gesagt haben"
            speaker = speaker_of(verb, inside)
            if speaker is not None or verb_lemma(token) in known.strong:
                return verb, speaker, addressee_of(verb)
    cue, speaker = introduced(before[:0:-1], known, inside) if colon else (None, None)
    if colon and speaker is None:
        cue, speaker = _set_before(before[:0:-1])
    return cue, speaker, None


def _set_before(label: list[Token]) -> tuple[Token | None, Token | None]:
    """Who is set before a colon and what somebody says, with no verb: "Parteichef Jan Moser am Rande der Sitzung: „…“"."""
    opening = list(takewhile(lambda t: t.pos_ in {"DET", "ADJ", "NOUN", "PROPN"}, label))
    nouns = [t for t in opening if t.pos_ in {"NOUN", "PROPN"}]
    if not nouns or len(label) > LABEL or any(finite(t) or t.text == "," for t in label):
        return None, None
    person = next((t for t in nouns if t.ent_type_ == "PER"), nouns[0])
    return label[-1], head_of(person)


def _with_zu(verb: Token) -> bool:
    """Whether it is an infinitive that depends on something else ("…, die Ergebnisse zu bewerten")."""
    return any(c.lower_ == "zu" and c.i < verb.i for c in children(verb)) and not finite(verb)


def _after_so(verb: Token) -> bool:
    """Whether it goes on from a quotation: "…“, so charakterisierte ihn X"."""
    return verb.i > 0 and verb.doc[verb.i - 1].lower_ == "so" and finite(verb)


def _tags(verb: Token, segment: range) -> bool:
    """Whether whatever verb follows a quotation and its comma names who speaks: "…“, winkt X ab"."""
    return finite(verb) and verb.i == segment[-1] + 2 and verb.nbor(-1).text == ","


def _onward(doc: Doc, segment: range) -> Iterator[Token]:
    """The rest of the sentence behind a quotation; nothing if the quotation ends it."""
    last = doc[segment[-2]] if len(segment) > 1 else doc[segment[-1]]
    following = doc[segment[-1] + 1] if segment[-1] + 1 < len(doc) else None
    if last.text in ".!?" and (following is None or following.text[:1].isupper() or following.is_space):
        return
    for token in doc[segment[-1] + 1 : segment[-1] + 25]:
        if token.is_space or (token.is_sent_start and token.i > segment[-1] + 3) or token.text in ".!?":
            return
        yield token


def _back(doc: Doc, start: int) -> list[Token]:
    """The words before a quotation, nearest first, up to the end of the sentence before."""
    out: list[Token] = []
    for token in reversed(list(doc[max(0, start - 40) : start])):
        ended = token.text in ".!?" and token.dep_ != "flat"  # not of "Benedikt XVI."
        if ended or (token.is_space and "\n" in token.text):
            break
        if not token.is_space:
            out.append(token)
    return out


def _distinct(found: list[Found]) -> list[Found]:
    """Of quotations over the same words keep the one with a cue and a speaker; drop what is nearly all inside another of its type."""
    found = sorted(
        found, key=lambda q: (q.speaker is None, q.cue is None or q.cue.pos_ == "ADP", q.cue is None, -len(q.tokens))
    )
    kept: list[Found] = []
    for q in found:
        if len(q.tokens) >= (1 if q.type == "direct" else 3) and not any(_alike(k, q) for k in kept):
            kept.append(q)
    return kept


def _alike(one: Found, other: Found) -> bool:
    """Whether two quotations are of the same words; of a sentence that tells two things ("nannte …, beteuerte …") they are not."""
    if one.content is not None and other.content is not None:
        return one.content.i == other.content.i
    most = 0.8 * max(len(other.tokens), len(one.tokens))
    return one.tokens == other.tokens or (one.type == other.type and len(one.tokens & other.tokens) > most)


def as_record(doc: Doc, found: Found, speaker_entity: str | None, addressee: str | None) -> Quotation:
    """Turn tokens into offsets."""
    speaker = phrase(found.speaker) if found.speaker is not None else []
    cue = found.cue
    return Quotation(
        spans=spans(doc, found.tokens),
        type=found.type,
        cue=Span(cue.idx, cue.idx + len(cue)) if cue is not None else None,
        speaker=Span(speaker[0].idx, speaker[-1].idx + len(speaker[-1])) if speaker else None,
        speaker_entity=speaker_entity,
        addressee=addressee,
    )
