"""Repairs of phrases that a parser hung on the wrong word: titles, second prepositions, predicates put first.

Like `kg.language.mending`, each repair looks for a configuration that Universal Dependencies rule out. Lists are changed in
place; all repairs look only a few words around.
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.language.arcs import NOMINAL, SUBJECTS, VERBAL, Arcs
from kg.language.fronting import agent_behind, compared, manner
from kg.language.gapped import remnant, same_preposition
from kg.language.misapplied import (
    conjunct_of_verb,
    dated,
    extraposed,
    nearest,
    of_many,
    owned,
    second_title,
    unclosed,
)
from kg.language.misjoined import (
    attributed,
    behind_town,
    beside_date,
    beside_event,
    beside_subject,
    beyond_brackets,
    bracketed,
    conjoined,
    no_possessor,
    of_last,
    perfect_first,
    precedes,
    predicate_noun,
    predicate_passive,
    relative,
)
from kg.language.misplaced import (
    accused,
    accused_of,
    amid_names,
    before_infinitive,
    behind_verb,
    beyond_verb,
    blamed,
    by_whom,
    far_article,
    first_of_two,
    goal,
    last_of_row,
    of_voice,
    one_of_many,
    own_subject,
    set_phrase,
    there,
    this_one,
    to_whom,
    when,
)
from kg.language.misread import (
    ARGUMENTS,
    article,
    aside,
    feminine,
    fronted,
    joined,
    measured,
    mutual,
    neither,
    next_person,
    of_matter,
    of_name,
    of_title,
    plural_relative,
    relative_matter,
    relative_object,
    second_subject,
    source,
    two_names,
    two_titles,
)
from kg.language.mistitled import (
    bare_title,
    beside_title,
    compound,
    holder_behind_owner,
    owner_before_name,
    title,
    titled,
    two_words,
)
from kg.language.mistold import behind_speaker, said_of, told, told_behind_apposition
from kg.language.rows import titled_row

SCORED = re.compile(r"\d+:\d+-[a-zäöü]{4,}")  # "2:1-Sieg"
CLOSED = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "parataxis"})  # what cannot follow the end of its clause
PARTS = frozenset({"compound", "nmod", "appos", "flat", "flat:name", "dep"})
PHRASES = ARGUMENTS | {"nmod", "amod", "appos", "conj", "compound", "dep"}


def reattach(parse: Arcs) -> None:
    """Repair heads and labels in place."""
    lower, pos, deps, heads = parse.lower, parse.pos, parse.deps, parse.heads
    for token, head in enumerate(heads):
        if lower[head].isspace() and head != token:
            _off_space(parse, token)
        elif pos[head] == "PUNCT" and pos[token] != "PUNCT" and head != token:
            heads[token] = heads[head]
    for token, word in enumerate(lower):
        if word[0].isdigit() and SCORED.fullmatch(word):
            pos[token] = "NOUN"
        elif word == "noch" and deps[token] == "advmod":
            neither(parse, token)
        elif word == "dass" and pos[token] == "PRON":
            deps[token], pos[token] = "mark", "SCONJ"
    for token, pair in enumerate(pairwise(lower)):
        if deps[token] == "case" and pair in parse.words.set_phrases:
            set_phrase(parse, token)
    for token, head in enumerate(heads):
        if head != token:
            _repair(parse, token)
    for token, word in enumerate(lower):
        if (word in parse.words.same or word in parse.words.otherwise) and token > 2:
            remnant(parse, token)


def _repair(parse: Arcs, token: int) -> None:
    pos, dep, measures = parse.pos[token], parse.deps[token], parse.words.measures
    if dep == "det" and token:
        relative(parse, token)
        if parse.lower[token] in {"dieser", "diese"}:
            this_one(parse, token)
    if token and pos in NOMINAL and parse.lower[token - 1] == "(":
        bracketed(parse, token)
        dep = parse.deps[token]
    elif token > 1 and pos == "NOUN" and parse.lower[token - 1] in measures and parse.lower[token] not in measures:
        measured(parse, token)
        dep = parse.deps[token]
    elif pos in NOMINAL:
        _elsewhere(parse, token)
        dep = parse.deps[token]
    if parse.lower[token] == "als" and dep == "case" and (token == 0 or parse.pos[token - 1] == "PUNCT"):
        when(parse, token)
    elif pos == "ADP" and dep == "case":
        _second_preposition(parse, token)
    elif dep == "compound" and (beyond_verb(parse, token) or behind_verb(parse, token)):
        return
    elif pos in {"ADJ", "DET"}:
        if pos == "DET" and dep in ARGUMENTS:
            article(parse, token)
            far_article(parse, token)
        elif dep == "amod":
            precedes(parse, token)
        _phrase_without_noun(parse, token)
        _predicate_first(parse, token)
        one_of_many(parse, token)
    elif dep == "compound" and pos in NOMINAL:
        if not blamed(parse, token):
            owned(parse, token)
            compound(parse, token)
    elif bare_title(parse, token):
        title(parse, token)
    elif dep in {"nmod", "nmod:poss"} and pos in NOMINAL:
        agent_behind(parse, token)
        goal(parse, token)
        beside_date(parse, token)
        _no_genitive(parse, token)
        no_possessor(parse, token)
        of_name(parse, token)
        to_whom(parse, token)
        of_last(parse, token)
        told(parse, token)
    elif dep == "conj" and pos in NOMINAL and parse.pos[parse.heads[token]] in VERBAL:
        conjunct_of_verb(parse, token)
    elif dep == "conj" and pos in NOMINAL:
        titled_row(parse, token)
        holder_behind_owner(parse, token)
        behind_speaker(parse, token)
        aside(parse, token)
        second_title(parse, token)
        two_titles(parse, token)
        same_preposition(parse, token)
        conjoined(parse, token)
    elif parse.lower[token] in parse.words.present and dep == "advmod":
        there(parse, token)
    elif parse.lower[token] in parse.words.mutual and dep in {"nsubj", "advmod"}:
        mutual(parse, token)
    elif dep in {"flat", "flat:name"} and pos == "NOUN" and token > 1:
        amid_names(parse, token)
    elif dep in {"flat", "flat:name"} and pos == "PROPN":
        goal(parse, token)
        next_person(parse, token)
        behind_town(parse, token)
        of_name(parse, token)
    elif dep == "appos":
        nearest(parse, token)
        accused_of(parse, token)
        if token > 3:
            of_title(parse, token)
        if pos == "PROPN":
            owner_before_name(parse, token)
            two_names(parse, token)
            behind_town(parse, token)
            beyond_brackets(parse, token)
            accused(parse, token)
        _apposed(parse, token)
    elif dep == "nummod":
        dated(parse, token)
    elif dep == "acl:relcl":
        last_of_row(parse, token)
    elif dep == "cop":
        perfect_first(parse, token)
    elif dep == "aux:pass":
        predicate_passive(parse, token)
    elif dep == "nsubj:pass" and pos in NOMINAL:
        manner(parse, token)
    elif dep in {"obj", "iobj", "nsubj"} and pos in NOMINAL:
        compared(parse, token)
        own_subject(parse, token)
        told_behind_apposition(parse, token)
        said_of(parse, token)
        _argument(parse, token)
    elif pos == "PRON" and dep in SUBJECTS:
        article(parse, token)
        relative_matter(parse, token)
    elif pos == "PRON" and dep == "obj":
        plural_relative(parse, token)
    elif parse.lower[token] == "dass" and dep != "mark":
        parse.deps[token], parse.pos[token] = "mark", "SCONJ"


def _elsewhere(parse: Arcs, token: int) -> None:
    """A nominal that belongs beyond a comma or to the noun before it."""
    pos, dep = parse.pos[token], parse.deps[token]
    if dep == "conj":
        before_infinitive(parse, token)
    elif dep in {"obl", "obl:agent"} and {"von", "vom"} & set(parse.lower[max(0, token - 4) : token]):
        of_voice(parse, token)
        first_of_two(parse, token)
    elif dep == "obl" and "durch" in parse.lower[max(0, token - 3) : token]:
        by_whom(parse, token)
    elif dep in CLOSED and token > 3 and pos == "NOUN" and not unclosed(parse, token):
        extraposed(parse, token)


def _apposed(parse: Arcs, token: int) -> None:
    """What was taken for another name of the word before it."""
    if parse.lower[token - 1] in parse.words.coordinating and parse.heads[token - 1] == token:
        parse.deps[token] = "conj"
    elif parse.lower[parse.heads[token]] in parse.words.weekdays:
        _after_weekday(parse, token)
    elif parse.pos[token] == "PROPN":
        beside_event(parse, token)
        beside_subject(parse, token)
        of_matter(parse, token)
        of_many(parse, token)
        source(parse, token)


def _argument(parse: Arcs, token: int) -> None:
    """A subject or object, of a noun or adjective or of a verb."""
    if parse.pos[parse.heads[token]] in {"ADJ", *NOMINAL}:
        attributed(parse, token)
        predicate_noun(parse, token)
        return
    joined(parse, token)
    if parse.pos[token] == "PROPN" and token and parse.deps[token] in SUBJECTS:
        of_many(parse, token)
    two_names(parse, token)
    beside_title(parse, token)
    two_words(parse, token)
    titled(parse, token)
    fronted(parse, token)
    feminine(parse, token)
    second_subject(parse, token)
    relative_object(parse, token)


def _off_space(parse: Arcs, token: int) -> None:
    """What hangs on white space belongs to the word behind it, or to what the space hangs on."""
    space = parse.heads[token]
    behind = (
        parse.nominal_after(space) if token < space and parse.deps[token] in {"det", "case", "amod", "cc"} else None
    )
    parse.heads[token] = behind if behind is not None else parse.heads[space]
    if parse.heads[token] == token or (behind is None and parse.deps[token] == "case"):
        parse.deps[token] = "dep"


def _second_preposition(parse: Arcs, token: int) -> None:
    """A preposition governs what follows it: "mit [der Botschafterin] in Rom", "das Internet mit [einem Agenten]"."""
    head = parse.heads[token]
    noun = parse.nominal_after(token)
    if noun is None or noun == head or parse.lower[token] in parse.words.postpositions:
        return
    if head < token and not parse.marks(noun):
        parse.heads[token] = noun
        if parse.deps[noun] in PARTS or parse.heads[noun] == head:
            parse.deps[noun] = "nmod"
        elif parse.deps[noun] in {"nsubj", "obj", "iobj"}:
            parse.deps[noun] = "obl"
    elif noun < head and any(noun < k < head for k in parse.marks(head)):
        before = [k for k in parse.kids(head) if token <= k < noun or parse.deps[k] == "appos"]
        if any(parse.deps[k] == "cop" for k in parse.kids(head)):
            parse.heads[token], parse.heads[noun], parse.deps[noun] = noun, head, "obl"
            return
        if parse.heads[noun] == head:
            parse.replace(head, noun)
            parse.deps[head] = "nmod"
        for k in before:
            parse.heads[k] = noun
        parse.heads[token] = noun


def _phrase_without_noun(parse: Arcs, token: int) -> None:
    """In "einen anderen FBI-Agenten" the noun heads the phrase, not the word before it."""
    noun = token + 1
    if noun >= len(parse.heads) or parse.heads[noun] != token or parse.pos[noun] not in NOMINAL:
        return
    if parse.deps[noun] not in PARTS or parse.deps[token] not in PHRASES:
        return
    kids = list(parse.kids(token))
    parse.replace(token, noun)
    for k in kids:
        if k != noun:
            parse.heads[k] = noun
    if parse.deps[noun] in {"amod", "compound"} and parse.pos[parse.heads[noun]] in VERBAL:
        title(parse, noun)
    elif parse.deps[noun] == "amod":
        parse.deps[noun] = "nmod"
    parse.deps[token] = "amod" if parse.pos[token] == "ADJ" else "det"


def _predicate_first(parse: Arcs, token: int) -> None:
    """In "Anwesend war auch sein Berater" the adjective is the predicate and the noun its subject."""
    noun = parse.heads[token]
    if parse.pos[token] != "ADJ" or parse.pos[noun] not in NOMINAL or noun < token + 2 or parse.pos[token + 1] != "AUX":
        return
    copula = next(
        (k for k in (*parse.kids(token), *parse.kids(noun)) if parse.deps[k] == "cop" and k == token + 1), None
    )
    if copula is None or parse.has_subject(noun):
        return
    parse.replace(noun, token)
    parse.deps[noun] = "nsubj"
    parse.heads[copula] = token


def _after_weekday(parse: Arcs, token: int) -> None:
    """In "Das teilte heute, Freitag, die Behörde mit" the noun is no other name of the day but the clause's subject."""
    day, verb = parse.heads[token], parse.verb_above(token)
    if verb is None or parse.pos[token] not in NOMINAL or day + 1 >= token or parse.lower[day + 1] != ",":
        return
    if not _has_determiner(parse, token, "N"):
        return  # "am Freitag, dem 9. März"
    parse.heads[token], parse.deps[token] = verb, "nsubj"
    for k in list(parse.kids(day)):
        if k > token and parse.deps[k] == "appos":
            parse.heads[k] = token


def _has_determiner(parse: Arcs, noun: int, case: str) -> bool:
    """Whether a noun has a determiner before it whose form allows a case."""
    determiners = (k for k in parse.kids(noun) if parse.deps[k] == "det" and k < noun)
    return any(case in parse.words.cases.get(parse.lower[k], case) for k in determiners)


def _no_genitive(parse: Arcs, token: int) -> None:
    """A noun with "das", "den" or "dem" is no genitive: "in der Woche stimmt [das Parlament] zu" has it as an argument."""
    determiners = [parse.lower[k] for k in parse.kids(token) if parse.deps[k] == "det" and k < token]
    if not determiners or _has_determiner(parse, token, "G") or parse.marks(token):
        return
    verb, head = parse.verb_above(token), parse.heads[token]
    share = parse.lower[head] == "prozent" and determiners[0] in {
        "dem",
        "einem",
    }  # "gehört zu 40 Prozent [dem Konzern]"
    if verb is not None and (head < verb < token or share and verb < token):
        parse.heads[token] = verb
        title(parse, token)
        parse.deps[token] = "iobj" if share else parse.deps[token]
