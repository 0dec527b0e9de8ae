"""Repairs of arguments that stand where a parser does not look for them: beyond the verb, behind a bracket, beside a body.

Like `kg.language.misattached`, of which they are a part, each looks for what Universal Dependencies rule out.
"""

from __future__ import annotations

from kg.language.arcs import AUXILIARY, NOMINAL, SUBJECTS, VERBAL, WINDOW, Arcs

ACTED = SUBJECTS | {"obj", "iobj"}
GOALS = frozenset({"an", "durch", "gegen", "nach"})
NAMED = SUBJECTS | {"obj"}
ONE = frozenset({"eine", "einer", "eines"})
SINGULAR = frozenset({"dem", "den", "der", "dessen"})
BLAMING = ("vorgeworfen", "vorwarf", "vorwerf", "vorwirf", "vorgehalten", "vorhält", "vorhielt", "unterstell")


def beyond_verb(parse: Arcs, token: int) -> bool:
    """No compound reaches over a verb: in "[die X-Bewegung] haben sich auf eine Regierung geeinigt" it is a subject."""
    noun = parse.heads[token]
    verbs = [k for k in range(token + 1, noun) if parse.pos[k] in VERBAL]
    clause = parse.verb_above(noun)
    if not verbs or clause is None or parse.marks(token):
        return False
    opening = token - 1 if token and parse.pos[token - 1] == "DET" else token
    joined = opening > 1 and parse.lower[opening - 1] in parse.words.coordinating
    first = next((k for k in parse.kids(clause) if k < opening and parse.deps[k] in SUBJECTS), None) if joined else None
    if first is None and parse.has_subject(clause):
        return False
    parse.heads[token], parse.deps[token] = (clause, "nsubj") if first is None else (first, "conj")
    parse.pos[token] = "NOUN" if parse.pos[token] == "ADJ" else parse.pos[token]
    if opening < token:
        parse.heads[opening], parse.deps[opening] = token, "det"
    if first is not None:
        parse.heads[opening - 1] = token
    return True


def behind_verb(parse: Arcs, token: int) -> bool:
    """Nor does one reach back over it: in "Am Montag lobte [das EU-Parlament] die Türkei" it is an argument."""
    noun = parse.heads[token]
    clause = parse.verb_above(noun)
    if clause is None or not noun < clause < token or parse.marks(token):
        return False
    opening = token - 1 if parse.pos[token - 1] == "DET" else token
    cases = parse.words.cases.get(parse.lower[opening], "NAD") if opening < token else "NAD"
    wanted = "AD" if parse.has_subject(clause) else "NAD"
    case = next((c for c in wanted if c in cases), None)
    if case is None:
        return False
    parse.heads[token], parse.deps[token] = clause, {"N": "nsubj", "A": "obj", "D": "iobj"}[case]
    if opening < token:
        parse.heads[opening], parse.deps[opening] = token, "det"
    return True


def there(parse: Arcs, token: int) -> None:
    """Who is "dabei" is the subject: in "beim Gipfel waren [Vertreter der EU] dabei" the noun is no predicate."""
    noun = parse.heads[token]
    copula = any(parse.deps[k] == "cop" and k < noun for k in parse.kids(noun))
    busy = parse.lower[token + 1 : token + 2] == [","]  # "ist dabei, es zu tun"
    if busy or not copula or noun > token or parse.pos[noun] not in NOMINAL or parse.has_subject(noun):
        return
    parse.replace(noun, token)
    parse.deps[noun], parse.pos[token] = "nsubj", "ADJ"
    for kid in list(parse.kids(noun)):
        if parse.deps[kid] in {"cop", "advmod", "punct"} or kid < noun and parse.marks(kid):
            parse.heads[kid] = token
            parse.deps[kid] = "obl" if parse.deps[kid] == "nmod" else parse.deps[kid]


def own_subject(parse: Arcs, token: int) -> None:
    """A noun without a copula has no subject: in "[Kroatien], Gegner der Ungarn, siegte" it is in apposition to it."""
    noun = parse.heads[token]
    if parse.pos[noun] != "NOUN" or parse.pos[token] != "PROPN" or parse.deps[noun] not in SUBJECTS or token > noun:
        return
    if parse.pos[parse.heads[noun]] not in VERBAL or any(parse.deps[k] == "cop" for k in parse.kids(noun)):
        return
    last = max([token, *(k for k in parse.kids(token) if k < noun and parse.deps[k].startswith("flat"))])
    if parse.lower[last + 1] != ",":
        return
    parse.heads[token], parse.deps[token] = parse.heads[noun], parse.deps[noun]
    parse.heads[noun], parse.deps[noun] = token, "appos"


def far_article(parse: Arcs, token: int) -> None:
    """An article before a preposition is that of the noun behind the attribute: "[die] zur Bahn gehörende Post"."""
    if token + 2 >= len(parse.pos) or parse.pos[token + 1] != "ADP" or parse.lower[token] not in parse.words.articles:
        return
    for noun in range(token + 3, min(token + 12, len(parse.pos))):
        attributes = [k for k in parse.kids(noun) if token < k < noun and parse.deps[k] == "amod"]
        within = parse.heads[token + 1] < noun and parse.pos[noun] in NOMINAL and attributes
        if within and any(parse.heads[parse.heads[token + 1]] == k for k in attributes):
            parse.heads[token], parse.deps[token], parse.pos[token] = noun, "det", "DET"
            return


def accused_of(parse: Arcs, token: int) -> None:
    """What somebody is accused of is no other name of his: "der der Opposition [Wahlbetrug] vorwirft"."""
    whom = parse.heads[token]
    verb = parse.heads[whom]
    last = max([whom, *(k for k in parse.kids(whom) if parse.deps[k] in {"flat", "flat:name"} and k < token)])
    blaming = parse.lower[verb].startswith(BLAMING) or any(
        parse.deps[k] == "compound:prt" and parse.lower[verb] in parse.words.needing.get(parse.lower[k], ())
        for k in parse.kids(verb)
    )
    if last != token - 1 or parse.pos[token] != "NOUN" or not blaming or parse.pos[verb] not in VERBAL:
        return
    if parse.deps[whom] in {"obj", "iobj", "obl"} and not list(parse.kids(token)):
        parse.heads[token], parse.deps[token], parse.deps[whom] = verb, "obj", "iobj"


def this_one(parse: Arcs, token: int) -> None:
    """Behind its verb "dieser" is the subject, and no country's article: "beschuldigte [dieser] Israel"."""
    noun, before = parse.heads[token], token - 1
    verb = parse.heads[noun]
    if noun != token + 1 or before < 0 or verb != before or parse.pos[noun] != "PROPN" or parse.pos[verb] != "VERB":
        return
    if parse.deps[noun] == "nsubj" and not any(parse.deps[k] in {"obj", "iobj"} for k in parse.kids(verb)):
        parse.heads[token], parse.deps[token], parse.pos[token] = verb, "nsubj", "PRON"
        parse.deps[noun] = "obj"


def accused(parse: Arcs, token: int) -> None:
    """A name is no other name of an authority that opens a speech act: "wirft die Polizei [Moser] vor, gelogen zu haben"."""
    body = parse.heads[token]
    verb = parse.heads[body]
    if body != token - 1 or parse.pos[token] != "PROPN" or parse.pos[body] != "NOUN" or parse.pos[verb] not in VERBAL:
        return
    kids = {parse.deps[k] for k in parse.kids(verb)}
    if parse.deps[body] != "nsubj" or verb > body or "compound:prt" not in kids or kids & {"obj", "iobj"}:
        return
    feminine = any(parse.lower[k] == "die" for k in parse.kids(body) if parse.deps[k] == "det")
    if feminine and any(parse.deps[k] in {"ccomp", "xcomp"} for k in parse.kids(verb)):
        parse.heads[token], parse.deps[token] = verb, "iobj"


def to_whom(parse: Arcs, token: int) -> None:
    """A verb that is not whole without a dative has it in a genitive: "warf die SPÖ [der Regierung] Versagen vor"."""
    subject = parse.heads[token]
    verb = parse.heads[subject]
    if parse.deps[subject] != "nsubj" or token < subject or parse.pos[verb] not in VERBAL or parse.marks(token):
        return
    kids = list(parse.kids(verb))
    particle = next((parse.lower[k] for k in kids if parse.deps[k] == "compound:prt"), "")
    opened = verb < subject or any(k < subject and parse.deps[k] in {"aux", "mark"} for k in kids)
    if not opened or parse.lower[verb] not in parse.words.needing.get(particle, ()):
        return
    if parse.pos[token] == "PROPN" and token + 1 < len(parse.pos) and parse.pos[token + 1] == "PROPN":
        return  # "warf die Regierung der Türkei Israel Gewalt vor"
    named = any(parse.deps[k] == "iobj" or parse.deps[k] == "obj" and parse.pos[k] == "PROPN" for k in kids)
    determiners = [k for k in parse.kids(token) if parse.deps[k].startswith("det")]
    if named or not determiners or any("D" not in parse.words.cases.get(parse.lower[k], "D") for k in determiners):
        return
    name = token - 1
    if parse.deps[name] == "compound" and parse.heads[name] == token and parse.pos[name] == "PROPN":
        parse.heads[name], parse.deps[name], parse.heads[determiners[0]] = verb, "iobj", name  # "[der ÖVP] Versagen"
        parse.heads[token], parse.deps[token] = verb, "obj"
    else:
        parse.heads[token], parse.deps[token] = verb, "iobj"


def blamed(parse: Arcs, token: int) -> bool:
    """What somebody is blamed for has no part in his name: "attestierte [der SPD] Versagen", "wird von [der SPD] Verrat vorgeworfen"."""
    noun, article = token + 1, token - 1
    verb = parse.heads[noun] if parse.heads[token] == noun else token
    if article < 0 or parse.pos[token] != "PROPN" or parse.pos[noun] != "NOUN" or parse.pos[verb] not in VERBAL:
        return False
    kids = list(parse.kids(verb))
    particle = next((parse.lower[k] for k in kids if parse.deps[k] == "compound:prt"), "")
    whom = parse.pos[article] == "DET" and "D" in parse.words.cases.get(parse.lower[article], "")
    if not whom or parse.lower[verb] not in parse.words.needing.get(particle, ()):
        return False
    marks = [k for k in parse.marks(noun) if k < token]
    if not marks and any(parse.deps[k] == "iobj" for k in kids):
        return False
    for k in (article, *marks):
        parse.heads[k] = token
    parse.deps[article] = "det"
    parse.heads[token], parse.deps[token] = verb, "obl" if marks else "iobj"
    parse.deps[noun] = "nsubj:pass" if any(parse.deps[k] == "aux:pass" for k in kids) else "obj"
    return True


def before_infinitive(parse: Arcs, token: int) -> None:
    """Behind a comma the object of an infinitive, not one more of its governor's: "beschuldigte X, den Chef belogen zu haben"."""
    under = {token}
    under.update(k for k in range(token, max(-1, token - 8), -1) if parse.heads[k] in under and parse.pos[k] != "PUNCT")
    first = min(under)
    governor = parse.verb_above(token)
    if governor is None or not governor < first or parse.lower[first - 1] != "," or len(parse.lower) <= token + 2:
        return
    if any(parse.deps[k] in {"cc", "case"} for k in parse.kids(token)):
        return
    for k in range(token + 1, min(token + WINDOW, len(parse.lower))):
        if parse.pos[k] in VERBAL and parse.is_infinitive(k):
            verb = _innermost(parse, k)
            if not any(parse.deps[kid] == "obj" for kid in parse.kids(verb)):
                parse.heads[token], parse.deps[token] = verb, "obj"
            return
        if parse.lower[k] == "," or parse.pos[k] == "AUX" and not parse.lower[k].endswith("n"):
            return


def amid_names(parse: Arcs, token: int) -> None:
    """A title amid names begins another person: "traf Kanzler Jan Moser [Minister] Karl Huber"."""
    if len(parse.pos) <= token + 1 or [parse.pos[k] for k in (token - 1, token, token + 1)] != [
        "PROPN",
        "NOUN",
        "PROPN",
    ]:
        return
    if parse.lower[token - 2] not in parse.words.given or parse.pos[token - 2] != "PROPN":
        return  # "lobte SPD Politiker Jan Moser"
    top = token
    while parse.deps[top] in {"flat", "flat:name", "appos"} and parse.heads[top] < top:
        top = parse.heads[top]
    verb = parse.heads[top]
    if parse.pos[verb] != "VERB" or parse.deps[top] not in ACTED or top < parse.finite(verb):
        return
    roles = {parse.deps[k] for k in parse.kids(verb)}
    role = ("iobj" if "obj" in roles else "obj") if roles & SUBJECTS else "nsubj"
    for k in range(token + 2, len(parse.pos)):
        if parse.deps[k] not in {"flat", "flat:name"} or parse.heads[k] >= k or parse.pos[k] != "PROPN":
            break
        parse.heads[k] = token + 1
    parse.heads[token], parse.deps[token] = verb, role
    parse.heads[token + 1], parse.deps[token + 1] = token, "appos"


def by_whom(parse: Arcs, token: int) -> None:
    """Who does a deed belongs to its noun: "Widerspruch gegen die Kündigung des Vertrags [durch die Bahn] einlegen"."""
    marks, verb = parse.marks(token), parse.heads[token]
    passive = any(parse.deps[k] == "aux:pass" for k in parse.kids(verb))
    if not marks or parse.lower[marks[0]] != "durch" or parse.pos[verb] != "VERB" or passive:
        return
    noun = marks[0] - 1
    while noun > 0 and not _is_deed(parse, noun):
        if parse.deps[noun] not in {"nmod", "flat", "flat:name", "appos"} or parse.heads[noun] > noun:
            return
        noun = parse.heads[noun]
    if noun >= 0 and parse.pos[noun] == "NOUN" and parse.deps[noun] != "nsubj":
        parse.heads[token], parse.deps[token] = noun, "nmod"


def of_voice(parse: Arcs, token: int) -> None:
    """Whose votes or will it is does not do the rest: "gegen die Stimmen [von X] beschlossen"."""
    marks = parse.marks(token)
    noun = marks[0] - 1 if marks else -1
    if noun < 0 or parse.lower[marks[0]] not in {"von", "vom"} or parse.lower[noun] not in parse.words.voices:
        return
    if parse.heads[token] != noun and parse.pos[noun] == "NOUN" and parse.marks(noun):
        parse.heads[token], parse.deps[token] = noun, "nmod"


def first_of_two(parse: Arcs, token: int) -> None:
    """A verb has one phrase with "von": the first, behind its subject's name, is the name's: "Y [von der SPÖ] hält nichts von Z"."""
    verb, name = parse.heads[token], next(iter(parse.marks(token)), 0) - 1
    if not _is_of(parse, token) or parse.pos[verb] not in VERBAL or name < 0 or parse.pos[name] != "PROPN":
        return
    while parse.deps[name] in {"flat", "flat:name", "appos"} and parse.heads[name] < name:
        name = parse.heads[name]
    others = (k for k in parse.kids(verb) if k > token and (parse.deps[k].startswith("obl") or parse.pos[k] in NOMINAL))
    if parse.deps[name] in SUBJECTS and parse.heads[name] == verb and any(_is_of(parse, k) for k in others):
        parse.heads[token], parse.deps[token] = name, "nmod"


def _is_of(parse: Arcs, token: int) -> bool:
    """Whether "von" marks a phrase."""
    return any(parse.lower[mark] in {"von", "vom"} for mark in parse.marks(token))


def one_of_many(parse: Arcs, token: int) -> None:
    """Who "ist einer der besten [Spieler]" is a player: the noun is the predicate, and not the pronoun before it."""
    kids = list(parse.kids(token))
    noun = next((k for k in kids if parse.deps[k] == "nmod" and token < k <= token + 4 and not parse.marks(k)), None)
    if parse.lower[token] not in ONE or noun is None or not any(parse.deps[k] == "cop" for k in kids):
        return
    parse.replace(token, noun)
    parse.deps[token] = "nmod"
    for k in kids:
        if k != noun:
            parse.heads[k] = noun


def _is_deed(parse: Arcs, noun: int) -> bool:
    """Whether a noun says what is done: "Kündigung", but "Regierung"."""
    word = parse.lower[noun]
    return word.endswith(parse.words.deeds) and not word.endswith(parse.words.no_deeds)


def _innermost(parse: Arcs, verb: int) -> int:
    """The verb that carries the sense of an infinitive: "[belogen] zu haben"."""
    return parse.heads[verb] if parse.deps[verb] in AUXILIARY else verb


def last_of_row(parse: Arcs, token: int) -> None:
    """A singular relative pronoun is that of the name right before it: "X für Kroatien und [Y, der] in Linz spielt"."""
    far = parse.heads[token]
    pronoun = min((k for k in parse.kids(token) if far < k < token and parse.pos[k] == "PRON"), default=0)
    if (
        pronoun < 2
        or parse.lower[pronoun - 1] != ","
        or parse.lower[pronoun] not in SINGULAR
        or parse.pos[far] != "PROPN"
    ):
        return
    name = pronoun - 2
    while parse.deps[name].startswith("flat") and parse.heads[name] < name:
        name = parse.heads[name]
    if far < name and parse.pos[name] == "PROPN" and parse.deps[name] == "conj":
        parse.heads[token] = name


def goal(parse: Arcs, token: int) -> None:
    """A name has no goal: in "dass Osram [an Siemens] verkauft wird" the phrase before the verb is the verb's."""
    name, marks = parse.heads[token], parse.marks(token)
    verb = parse.heads[name]
    if parse.pos[name] != "PROPN" or parse.deps[name] not in NAMED or not name < token < verb or len(marks) != 1:
        return
    dative = any(parse.lower[k] in {"der", "dem", "den"} for k in parse.kids(token))  # "Krems an der Donau"
    if parse.lower[marks[0]] in GOALS and parse.pos[verb] in VERBAL and not dative:
        parse.heads[token], parse.deps[token] = verb, "obl"


def when(parse: Arcs, token: int) -> None:
    """In "Als Kämpfer die Stadt einnahmen, floh er" the first word opens a clause, whose subject follows."""
    noun = parse.heads[token]
    verb = parse.heads[noun]
    if parse.pos[verb] not in VERBAL or verb < noun or parse.deps[verb] != "advcl":
        return
    parse.heads[token], parse.deps[token], parse.pos[token] = verb, "mark", "SCONJ"
    if not parse.has_subject(verb):
        parse.deps[noun] = "nsubj"


def set_phrase(parse: Arcs, token: int) -> None:
    """In "übt vor allem Druck aus" stands an adverb, not a preposition and its noun."""
    noun = parse.heads[token]
    if noun == token + 1 and parse.pos[noun] in NOMINAL:
        return  # "vor Ort"
    governor = parse.heads[noun] if noun == token + 1 else noun
    if governor in {token, token + 1}:
        return
    parse.heads[token], parse.deps[token], parse.pos[token] = governor, "advmod", "ADV"
    parse.heads[token + 1], parse.deps[token + 1] = token, "fixed"
    verb = parse.heads[noun]
    if noun > token + 1 and parse.deps[noun] == "obl" and parse.pos[verb] in VERBAL and not parse.marks(noun):
        parse.deps[noun] = "obj" if parse.has_subject(verb) else "nsubj"
