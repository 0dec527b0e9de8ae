"""Reported speech: who said what, in quotation marks, in Konjunktiv, "laut X", or told in other words.

The four types are those of the Wikinews quotation corpus (Papay and Padó 2020; Petersen-Frey and Biemann 2024):
direct, indirect, free-indirect (Konjunktiv or "soll" without a word of saying) and reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from kg.facts.morphology import Vocabulary, vocabulary
from kg.language.lexicon import Lexicon
from kg.model import Quotation, Span

PAIRS = {"„": "“”\"", "“": "”", "«": "»", "»": "«", '"': '"', "‚": "‘’", "‹": "›", "›": "‹"}
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass", "parataxis", "advcl", "acl", "obj"})
SPEAKER = ("nsubj", "nsubj:pass", "obl:agent")
SHORT = 3


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


def find_quotations(doc: Doc, lexicon: Lexicon) -> list[Found]:
    """Find reported speech in a parsed text.

    Args:
        doc: a Doc with UD labels and sentences; tokens in ``doc.user_data["skipped"]`` are passed over.
        lexicon: gives the table ``reporting``.

    Returns:
        Quotations in text order; a speaker is the head token of a phrase, not yet an entity.
    """
    table = lexicon.table("reporting")
    quoted = _quoted(doc)
    inside = frozenset(i for segment in quoted for i in segment)
    indirect = list(_indirect(doc, table, inside))
    indirect += _surface(doc, table, inside, indirect)
    direct = list(_direct(doc, table, quoted, indirect))
    found = direct + indirect
    found += _reported(doc, table, inside, found)
    found += _continued(doc, found)
    return sorted(_distinct(found), key=lambda q: (min(q.tokens), -len(q.tokens)))


@cache
def _words(lexicon: Lexicon) -> Vocabulary:
    table = lexicon.table("reporting")
    return vocabulary(lexicon, [*table["verbs"], *table["strong"], *table["reported"]], [], [])


def verb_lemma(verb: Token) -> str:
    """The lemma with a separated particle put back ("teilte … mit": mitteilen)."""
    particle = next((c.lower_ for c in verb.children if c.dep_ == "compound:prt"), "")
    words = _words(Lexicon(verb.doc.lang_))
    form = words.verb(verb.lower_, particle) or (None if particle else words.verb(verb.lower_))
    if form is not None:
        return form.lemma
    lemma = verb.lemma_.lower()
    return lemma if lemma.startswith(particle) else particle + lemma


def phrase(token: Token) -> list[Token]:
    """The noun phrase of a head: its subtree without relative clauses, brackets' ends and outer punctuation."""
    dropped = {t.i for c in token.children if c.dep_ in {"acl:relcl", "acl", "parataxis", "punct", "cop", "advcl"} for t in c.subtree}
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


def _quoted(doc: Doc) -> list[range]:
    """Token ranges in quotation marks (marks included), never over an empty line."""
    out, start, closers = [], -1, ""
    for token in doc:
        if token.is_space and "\n\n" in token.text:
            start = -1
        elif start >= 0 and token.text in closers:
            out.append(range(start, token.i + 1))
            start = -1
        elif start < 0 and token.text in PAIRS:
            start, closers = token.i, PAIRS[token.text]
    return out


def _reports(token: Token, table: dict[str, list[str]], kind: str = "verbs") -> bool:
    return token.pos_ in {"VERB", "AUX", "ADJ"} and verb_lemma(token) in table[kind]


def _speaker(verb: Token, inside: frozenset[int]) -> Token | None:
    """The subject of a verb of saying (also of the verb it is coordinated with or controlled by), or its agent."""
    seen = verb
    for _ in range(4):
        for child in seen.children:
            if child.dep_ in SPEAKER and child.i not in inside and child.lower_ not in {"es", "das", "dies", "man"}:
                passive = any(c.dep_ == "aux:pass" for c in seen.children)
                if not passive or child.dep_ == "obl:agent" or any(c.lower_ in {"von", "vom"} for c in child.children):
                    return child
        if any(c.dep_ == "aux:pass" for c in seen.children):
            return next((c for c in seen.children if any(g.lower_ in {"von", "vom"} for g in c.children)), None)
        if seen.dep_ not in {"conj", "xcomp"} or seen.head.i == seen.i:
            return None
        seen = seen.head
    return None


def _addressee(verb: Token, table: dict[str, list[str]]) -> Token | None:
    for child in verb.children:
        if child.dep_ == "iobj" or (child.dep_ in {"obl", "obj"} and "Dat" in child.morph.get("Case") and not any(c.dep_ == "case" for c in child.children)):
            return child
        if child.dep_ == "obl" and any(c.lower_ == "gegenüber" for c in child.children):
            return child
    return None


def _subtree(token: Token, without: Iterable[Token] = ()) -> frozenset[int]:
    cut = {t.i for w in without for t in w.subtree}
    return frozenset(t.i for t in token.subtree if t.i not in cut)


def _indirect(doc: Doc, table: dict[str, list[str]], inside: frozenset[int]) -> Iterator[Found]:
    skipped = doc.user_data.get("skipped", frozenset())
    for token in doc:
        if token.i in inside or token.i in skipped:
            continue
        if _reports(token, table):
            yield from _of_verb(token, table, inside)
        elif token.pos_ == "NOUN" and (clauses := list(_of_noun(token, table, inside))):
            yield from clauses
        elif (source := _source(token, table)) is not None:
            yield from _of_source(token, source, table)


def _of_verb(verb: Token, table: dict[str, list[str]], inside: frozenset[int]) -> Iterator[Found]:
    speaker, addressee = _speaker(verb, inside), _addressee(verb, table)
    strong = verb_lemma(verb) in table["strong"]
    for child in verb.children:
        if child.dep_ not in CLAUSES or not _is_clause(child) or child.i in inside:
            continue
        marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
        said = "dass" in marks or "ob" in marks or child.dep_ in {"ccomp", "parataxis"} or (child.dep_ == "xcomp" and "zu" in marks and strong)
        if child.dep_ == "advcl" and not ("dass" in marks or _subjunctive(child)):
            said = False
        if said and (speaker is not None or strong) and not (child.dep_ == "parataxis" and not _subjunctive(child) and child.i < verb.i and not strong):
            yield Found(_subtree(child), "indirect", verb, speaker, addressee)
    head = _top(verb.head)
    wie = any(c.lower_ == "wie" and c.i < verb.i for c in verb.children)
    if verb.dep_ in {"parataxis", "advcl"} and strong and head.i != verb.i and (wie or verb.dep_ == "parataxis"):
        if wie or (speaker is not None and head.i < verb.i) or (head.i < verb.i and verb_lemma(verb) == "heißen"):
            yield Found(_subtree(head, [verb]), "indirect", verb, speaker, addressee)


def _top(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _of_noun(noun: Token, table: dict[str, list[str]], inside: frozenset[int]) -> Iterator[Found]:
    """"vertrat die Ansicht, dass …", "die Forderung, … zu …": the clause that a noun of saying takes."""
    if not noun.lower_.rstrip("ens").endswith(tuple(n.lower().rstrip("ens") for n in table["clause_nouns"])):
        return
    for child in noun.children:
        marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
        if child.dep_ in {"acl", "ccomp", "xcomp", "advcl", "parataxis"} and _is_clause(child) and (marks & {"dass", "zu", "ob"} or _subjunctive(child)):
            owner = next((c for c in noun.children if c.dep_ in {"nmod", "nmod:poss", "det:poss"} and c.i < child.i), None)
            speaker = owner or (_speaker(noun.head, inside) if noun.head.pos_ in {"VERB", "AUX"} else None)
            if speaker is not None:
                yield Found(_subtree(child), "indirect", noun, speaker)


def _surface(doc: Doc, table: dict[str, list[str]], inside: frozenset[int], found: list[Found]) -> Iterator[Found]:
    """Where the parse shows no clause: "X sagte, …" and "…, sagte X" by commas, with one finite verb on each side."""
    cues = {q.cue.i for q in found if q.cue is not None}
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        verb = next((t for t in tokens if t.i not in inside and _reports(t, table, "strong") and _finite(t)), None)
        if verb is None or cues & {t.i for t in tokens}:
            continue
        before = [t for t in tokens if t.i < verb.i]
        after = [t for t in tokens if t.i > verb.i]
        if before and before[-1].text in {",", "“", '"'} and any(_finite(t) for t in before):
            yield Found(frozenset(t.i for t in before[:-1]), "indirect", verb, _speaker(verb, inside) or _nearest(after))
            continue
        comma = next((k for k, t in enumerate(after) if t.text in {",", ":"}), None)
        if comma is None:
            continue
        rest = after[comma + 1 :]
        sub = any(_konjunktiv(t) for t in rest) or (rest and rest[0].lower_ in {"dass", "ob"})
        if sub and any(_finite(t) for t in rest):
            speaker = _speaker(verb, inside) or _nearest(list(reversed(before))) or _nearest(after[:comma])
            yield Found(frozenset(t.i for t in rest if t.i != sentence[-1].i or not t.is_punct), "indirect", verb, speaker)


def _finite(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} and bool(token.morph.get("Mood"))


def _nearest(tokens: list[Token]) -> Token | None:
    return _head_of(next((t for t in tokens if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.morph.get("Case", ["Nom"]) == ["Nom"]), None))


def _is_clause(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or any(c.dep_ in {"cop", "aux", "nsubj", "aux:pass"} for c in token.children)


def _source(token: Token, table: dict[str, list[str]]) -> Token | None:
    """The noun that names the source in "laut X", "X zufolge", "nach Angaben von X", "so X"; token is the cue."""
    head = token.head
    if token.dep_ == "case" and (token.lower_ in table["prepositions"] or (token.lower_ == "zufolge")):
        return head
    if token.lower_ in {"nach", "nachdem"} and token.dep_ in {"case", "mark"} and _names_source(head, table):
        return head
    if token.lower_ in {"demnach", "demzufolge"}:
        return token
    if token.lower_ == "so" and token.i + 1 < len(token.doc):
        before = token.doc[token.i - 1].text if token.i else ""
        if before in {",", "“", '"', "«", "”", "»", "–", "("}:
            return next((c for c in token.children if c.pos_ in {"NOUN", "PROPN", "PRON"}), head if head.pos_ in {"NOUN", "PROPN", "PRON"} and head.i > token.i and token.i + 8 > head.i else None)
    return None


def _names_source(noun: Token, table: dict[str, list[str]]) -> bool:
    """"Angaben", "Medienberichten": by its end, whatever the lemma."""
    return noun.pos_ in {"NOUN", "PROPN"} and noun.lower_.rstrip("ens").endswith(tuple(n.lower().rstrip("ens") for n in table["nouns"]))


def _of_source(cue: Token, source: Token, table: dict[str, list[str]]) -> Iterator[Found]:
    clause = source.head
    while clause.pos_ not in {"VERB", "AUX"} and clause.dep_ not in {"ROOT", "parataxis", "ccomp"} and clause.head.i != clause.i:
        clause = clause.head
    if clause.i == source.i:
        return
    verb = next((c for c in clause.ancestors if _reports(c, table, "strong")), None)
    speaker = source
    if _names_source(source, table):
        speaker = next((c for c in source.children if c.dep_ in {"nmod", "nmod:poss", "appos"} or (c.pos_ == "PROPN" and c.i > source.i)), source)
    cut = [source] if source.i != clause.i else []
    top = verb if verb is not None and clause.i in {t.i for t in verb.subtree} and _reports(clause, table, "strong") else clause
    yield Found(_subtree(top, cut) - {cue.i}, "indirect", cue, speaker)


def _subjunctive(verb: Token) -> bool:
    """Whether a clause's finite verb is in Konjunktiv."""
    return any(_konjunktiv(t) for t in (verb, *(c for c in verb.children if c.dep_ in {"aux", "cop", "aux:pass"})))


def _konjunktiv(token: Token) -> bool:
    """By form, since taggers miss it: "sei", "habe"; and a present in -e whose subject is a third person singular."""
    table = Lexicon(token.doc.lang_).table("grammar")
    form = token.lower_
    if form in table["subjunctive1"] or form in table["subjunctive2"]:
        return True
    if token.pos_ not in {"VERB", "AUX"} or not form.endswith("e") or form.endswith("te") or form == "wurde":
        return False
    subject = next((c for c in token.children if c.dep_.startswith("nsubj")), None)
    return subject is not None and subject.lower_ != "ich"


def _direct(doc: Doc, table: dict[str, list[str]], quoted: list[range], indirect: list[Found]) -> Iterator[Found]:
    previous: Found | None = None
    for segment in quoted:
        words = [doc[i] for i in segment if not doc[i].is_punct]
        sentence = frozenset(segment)
        clause = any(t.pos_ in {"VERB", "AUX"} for t in words)
        cue, speaker, addressee = _introduced(doc, table, segment)
        within = next((q for q in indirect if sentence & q.tokens and len(sentence & q.tokens) >= len(words)), None)
        if cue is None and within is None and (len(words) < SHORT or not clause):
            within = next((q for q in indirect if q.cue is not None and q.cue.sent.start == doc[segment[0]].sent.start), None)
        if len(words) < SHORT and cue is None and within is None:
            continue
        name = all(t.text[:1].isupper() or t.pos_ in {"ADP", "DET", "CCONJ"} for t in words) and not clause
        if name or (not clause and cue is None and within is None) or (len(words) < SHORT and not clause and words[0].text[:1].isupper()):
            continue
        if cue is None and within is not None:
            cue, speaker, addressee = within.cue, within.speaker, within.addressee
        if cue is None and previous is not None and segment[0] - max(previous.tokens) < 25 and len(words) > SHORT:
            speaker = previous.speaker
        if speaker is None and len(words) < 6:
            continue
        previous = Found(sentence, "direct", cue, speaker, addressee)
        yield previous


def _introduced(doc: Doc, table: dict[str, list[str]], segment: range) -> tuple[Token | None, Token | None, Token | None]:
    """The cue and speaker of a direct quotation: just after it, just before it, or elsewhere in its sentence."""
    inside = frozenset(segment)
    after = doc[segment[-1] + 1 : segment[-1] + 25]
    before = doc[max(0, segment[0] - 40) : segment[0]]
    verbs = []
    for token in after:
        if token.is_space or (token.is_sent_start and token.i > segment[-1] + 3) or token.text in ".!?":
            break
        if token.lower_ == "so" and token.i <= segment[-1] + 2:
            noun = next((t for t in after[token.i - after.start + 1 :] if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)
            return (token, _head_of(noun), None) if noun is not None else (None, None, None)
        verbs.append(token)
    for token in before.__reversed__() if hasattr(before, "__reversed__") else reversed(list(before)):
        if token.text in ".!?" or (token.is_space and "\n" in token.text):
            break
        verbs.append(token)
    for token in verbs:
        if _reports(token, table):
            speaker = _speaker(token, inside)
            if speaker is None and token.i > segment[-1]:
                speaker = _head_of(next((t for t in doc[token.i + 1 : token.i + 4] if t.pos_ in {"PROPN", "NOUN", "PRON"}), None))
            if speaker is not None or verb_lemma(token) in table["strong"]:
                return token, speaker, _addressee(token, table)
    return None, None, None


def _head_of(noun: Token | None) -> Token | None:
    while noun is not None and noun.dep_ in {"flat", "compound", "amod", "det"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def _reported(doc: Doc, table: dict[str, dict[str, list[str]]], inside: frozenset[int], found: list[Found]) -> list[Found]:
    covered = {q.cue.i for q in found if q.cue is not None}
    out = []
    for token in doc:
        if token.i in covered or token.i in inside or token.pos_ != "VERB":
            continue
        slots = table["reported"].get(verb_lemma(token))
        speaker = _speaker(token, inside) if slots else None
        if slots is None or speaker is None or speaker.pos_ == "PRON" and speaker.lower_ == "ich":
            continue
        content = next((child for child in token.children if _fills(child, slots)), None)
        if content is not None:
            sentence = frozenset(t.i for t in token.sent)
            out.append(Found(sentence, "reported", token, speaker, _addressee(token, table), content))
    return out


def _fills(child: Token, slots: list[str]) -> bool:
    if child.dep_ == "obj":
        return "obj" in slots and child.pos_ in {"NOUN", "PROPN"}
    return child.dep_ in {"obl", "nmod"} and any(c.dep_ == "case" and c.lower_ in slots for c in child.children)


def _continued(doc: Doc, found: list[Found]) -> list[Found]:
    """Sentences in Konjunktiv without a cue of their own go on with the last speaker (Konjunktiv of reported speech)."""
    out: list[Found] = []
    last: Found | None = None
    last_end = -9
    for sentence in doc.sents:
        ids = frozenset(t.i for t in sentence if not t.is_space)
        own = [q for q in found if q.tokens & ids and (q.cue is not None or q.type == "direct")]
        cued = [q for q in own if q.cue is not None and q.cue.i in ids]
        root = sentence.root
        goes_on = last is not None and (bool(out) and max(out[-1].tokens) + 3 >= min(ids, default=0) or last_end + 4 >= min(ids, default=0))
        if not cued and ids and (_subjunctive(root) and (goes_on or not _wish(root)) or _hearsay(root)):
            speaker = last.speaker if last is not None else None
            if out and max(out[-1].tokens) + 3 >= min(ids) and out[-1].speaker is speaker:
                ids = ids | out.pop().tokens
            out.append(Found(ids, "free-indirect", None, speaker))
            last_end = max(ids)
        elif cued:
            last = max(cued, key=lambda q: q.cue.i if q.cue is not None else 0)
            last_end = max(ids)
    return out


def _wish(root: Token) -> bool:
    forms = {"wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "dürfte", "dürften", "sollte", "sollten", "möchte", "möchten"}
    finite = [root, *(c for c in root.children if c.dep_ in {"aux", "cop", "aux:pass"})]
    return any(t.lower_ in forms for t in finite)


def _hearsay(root: Token) -> bool:
    """"soll … haben/sein": hearsay without a named source."""
    aux = {c.lower_ for c in root.children if c.dep_ in {"aux", "aux:pass", "cop"}}
    return bool(aux & {"soll", "sollen"}) and bool(aux & {"haben", "sein"}) and bool(re.match(r"ge|.*(t|en)$", root.lower_))


def _distinct(found: list[Found]) -> list[Found]:
    """Of quotations over the same words keep the one with a cue and a speaker; drop what is nearly all inside another of its type."""
    found = sorted(found, key=lambda q: (q.speaker is None, q.cue is None, -len(q.tokens)))
    kept: list[Found] = []
    for q in found:
        if len(q.tokens) >= (1 if q.type == "direct" else 3) and not any(k.type == q.type and len(k.tokens & q.tokens) > 0.8 * min(len(q.tokens), len(k.tokens)) for k in kept):
            if not any(k.tokens == q.tokens for k in kept):
                kept.append(q)
    return kept


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
