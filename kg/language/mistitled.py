"""Repairs of titles and compounds: "US-Gesandter [Witkoff] führt", "der UN-Gesandte [für die Rechte], Jan Ek".

Like `kg.language.misattached`, of which they are a part, each looks for what Universal Dependencies rule out.
"""

from __future__ import annotations

from kg.language.arcs import NOMINAL, SUBJECTS, VERBAL, Arcs
from kg.language.misread import ARGUMENTS, before_object, joined


def compound(parse: Arcs, token: int) -> None:
    """A part of a compound is another noun of a list, a title, or the head of what it hangs on."""
    late = parse.heads[token] < token
    if late and parse.lower[token - 1] in parse.words.coordinating:
        parse.deps[token] = "conj"
    elif bare_title(parse, token):
        title(parse, token)
    elif late:
        _late_compound(parse, token)
    else:
        _before_phrase(parse, token)
        before_object(parse, token)


def before_copula(parse: Arcs, copula: int) -> None:
    """A title before "war" is its subject and no part of what stands behind it: "[Der bisherige US-Gesandte] war der Franzose X"."""
    noun = parse.heads[copula]
    before = [k for k in parse.kids(noun) if k < copula and parse.deps[k] == "compound"]
    if noun < copula or len(before) != 1 or parse.has_subject(noun) or parse.pos[noun] not in NOMINAL:
        return
    subject = before[0]
    parse.deps[subject], parse.pos[subject] = "nsubj", "NOUN" if parse.pos[subject] == "ADJ" else parse.pos[subject]
    for kid in list(parse.kids(noun)):
        if kid < subject and parse.pos[kid] in {"ADJ", "DET"}:
            parse.heads[kid], parse.deps[kid] = subject, "det" if parse.pos[kid] == "DET" else "amod"
    for kid in (k for k in range(subject) if parse.pos[k] == "DET" and parse.heads[k] in range(k, subject)):
        if parse.deps[kid] == "dep":
            parse.heads[kid], parse.deps[kid] = subject, "det"


def bare_title(parse: Arcs, token: int) -> bool:
    """Whether a nominal hangs on a verb as a compound, or a hyphenated one as an oblique without a preposition."""
    dep, pos = parse.deps[token], parse.pos[token]
    loose = dep == "compound" and pos in NOMINAL
    bare = dep in {"obl", "dep"} and pos in NOMINAL and not parse.marks(token)
    bare = bare and ("-" in parse.lower[token] if pos == "PROPN" else _is_named(parse, token))
    return (loose or bare) and parse.pos[parse.heads[token]] in VERBAL


def _is_named(parse: Arcs, noun: int) -> bool:
    """Whether a name stands right behind a noun as its apposition: "Außenminister Sebastian Kurz"."""
    behind = noun + 1
    return behind < len(parse.heads) and parse.heads[behind] == noun and parse.deps[behind] == "appos"


def title(parse: Arcs, token: int) -> None:
    """A hyphenated title on a verb ("US-Gesandter Witkoff führt …") is its argument."""
    verb = parse.heads[token]
    kids = [k for k in parse.kids(verb) if k != token]
    finite, article = parse.finite(verb), _article(parse, token)
    allowed = parse.cases_of(parse.lower[article]) if article is not None else "NA"
    if article is not None and not parse.marks(token) and not set(allowed) & {"N", "A"}:
        if "D" in allowed:  # "Dem Präsidenten Moser wirft Kern Verrat vor", but "zugunsten des ÖVP-Chefs Moser"
            parse.heads[article], parse.deps[article], parse.deps[token] = token, "det", "iobj"
        return
    gets = any(parse.deps[k] == "obj" for k in kids)
    for k in kids:
        bare = parse.pos[k] == "PROPN" or gets and _is_named(parse, k) and _article(parse, k) is None
        if parse.deps[k] in SUBJECTS and token < finite < k and bare and "N" in allowed:
            parse.deps[k] = "iobj"  # what stands before the finite verb is its subject rather than a name behind it
    roles = {parse.deps[k] for k in kids}
    before = token - 1
    if parse.marks(token):
        parse.deps[token] = "obl"
    elif not roles & SUBJECTS and "N" in allowed and not parse.is_infinitive(verb):
        parse.deps[token] = "nsubj:pass" if "aux:pass" in roles else "nsubj"
    else:
        parse.deps[token] = "iobj" if "obj" in roles else "obj"
    if before >= 0 and parse.pos[before] == "DET":
        parse.heads[before], parse.deps[before] = token, "det"
    titled(parse, token)
    joined(parse, token)


def _article(parse: Arcs, token: int) -> int | None:
    """The article of a nominal, adjectives between."""
    at = token - 1
    while at >= 0 and parse.pos[at] == "ADJ":
        at -= 1
    return at if at >= 0 and parse.pos[at] == "DET" else None


def _late_compound(parse: Arcs, token: int) -> None:
    """A compound stands before its noun: behind it, it is a modifier of its own ("Tagung des ESA-Ministerrats")."""
    between = range(parse.heads[token] + 1, token)
    if any(parse.pos[k] in {"DET", "ADP", "ADJ"} for k in between):
        parse.deps[token] = "nmod"
        if parse.pos[token - 1] == "DET":
            parse.heads[token - 1], parse.deps[token - 1] = token, "det"


def _before_phrase(parse: Arcs, token: int) -> None:
    """In "der UN-Gesandte für die Rechte, Jan Ek, fordert" the title heads the phrase that its preposition opens."""
    head = parse.heads[token]
    if not any(token < k < head for k in parse.marks(head)) or parse.deps[head] not in ARGUMENTS | {"nmod"}:
        return
    names = [k for part in (head, *parse.kids(head)) for k in parse.kids(part) if parse.deps[k] == "appos" and k > head]
    parse.replace(head, token)
    parse.deps[head] = "nmod"
    if parse.pos[parse.heads[token]] in VERBAL:
        title(parse, token)
    for k in names:
        if parse.pos[k] == "PROPN" and parse.lower[k - 1] == ",":
            parse.heads[k] = token


def beside_title(parse: Arcs, token: int) -> None:
    """Before the verb of a main clause stands one phrase: "[Die Parteien CDU und CSU] wollen sich einigen".

    So do a noun in the accusative and the name right behind it: "will den [Konkurrenten Reebok] übernehmen".
    """
    noun, verb = token - 1, parse.heads[token]
    if noun < 0 or parse.pos[token] != "PROPN" or parse.heads[noun] != verb or not _describes(parse, noun):
        return
    first = verb > token and parse.finite(verb) > token and not any(parse.deps[k] == "mark" for k in parse.kids(verb))
    labels, cases = (parse.deps[noun], parse.deps[token]), _cases(parse, noun)
    if labels[0] in SUBJECTS and first and parse.pos[noun] == "NOUN":
        parse.heads[token], parse.deps[token] = noun, "appos"
    elif labels[0] in OBJECTS and labels[1] in SUBJECTS and first and "N" in cases:
        parse.heads[token], parse.deps[token], parse.deps[noun] = noun, "appos", labels[1]
    elif labels == ("iobj", "obj") and "A" in cases:
        parse.heads[token], parse.deps[token], parse.deps[noun] = noun, "appos", "obj"


OBJECTS = frozenset({"iobj", "obj"})


def two_words(parse: Arcs, token: int) -> None:
    """A title may begin with a word in capitals: of "Berlins [Regierender] Bürgermeister X sagte" the noun is the subject."""
    first, verb = token - 1, parse.heads[token]
    if first < 0 or parse.heads[first] != verb or verb < token or {parse.deps[first], parse.deps[token]} != {"nsubj"}:
        return
    if {parse.pos[first], parse.pos[token]} <= {"NOUN", "ADJ"} and _is_named(parse, token):
        for kid in list(parse.kids(first)):
            parse.heads[kid] = token
        parse.heads[first], parse.deps[first], parse.pos[first] = token, "amod", "ADJ"


def titled(parse: Arcs, token: int) -> None:
    """A named man behind "der" is no object: in "Die Pläne stellte [der Minister X] in Frage" he is the subject."""
    verb = parse.heads[token]
    if parse.deps[token] not in OBJECTS or parse.pos[token] not in NOMINAL or token < parse.finite(verb):
        return
    article = _article(parse, token)
    man = article is not None and parse.lower[article] == "der" and not parse.lower[token].endswith(OF_WOMEN)
    subjects = [k for k in parse.kids(verb) if parse.deps[k] == "nsubj"]
    if not man or not _is_named(parse, token) or len(subjects) != 1 or subjects[0] > parse.finite(verb):
        return
    first = subjects[0]
    if parse.pos[first] == "NOUN" and not _is_named(parse, first) and "A" in (_cases(parse, first) or "A"):
        parse.deps[token], parse.deps[first] = "nsubj", "obj"


OF_WOMEN = ("en", "in", "frau", "schaft", "ung")


def _describes(parse: Arcs, noun: int) -> bool:
    """Whether a word is a noun, or the compound of a name and one: "US-Konkurrent"."""
    return parse.pos[noun] == "NOUN" or parse.pos[noun] == "PROPN" and "-" in parse.lower[noun]


def _cases(parse: Arcs, noun: int) -> str:
    """The cases that the article of a noun allows, none without an article."""
    articles = [parse.lower[k] for k in parse.kids(noun) if k < noun and parse.pos[k] == "DET"]
    return parse.cases_of(articles[0]) if articles else ""


def owner_before_name(parse: Arcs, token: int) -> None:
    """A name between a title and the one who bears it is whose title it is: "Die Nachfolgerin [Mosers], Eva Kern, kam"."""
    noun, end = parse.heads[token], token
    while end + 1 < len(parse.heads) and parse.heads[end + 1] == token and parse.deps[end + 1] in {"flat", "flat:name"}:
        end += 1
    titled = noun == token - 1 and parse.pos[noun] == "NOUN" and parse.pos[noun - 1] in {"ADJ", "DET"}
    if not titled or not parse.lower[end].endswith("s") or parse.lower[end + 1 : end + 2] != [","]:
        return
    name = end + 2
    if name >= len(parse.heads) or parse.pos[name] != "PROPN" or parse.heads[name] not in {token, noun}:
        return
    last = max((k for k in parse.kids(name) if parse.deps[k] in {"flat", "flat:name"}), default=name)
    if parse.lower[last + 1 : last + 2] == [","] and not any(parse.deps[k] == "cc" for k in parse.kids(name)):
        parse.deps[token] = "nmod"
        parse.heads[name], parse.deps[name] = noun, "appos"


def holder_behind_owner(parse: Arcs, token: int) -> None:
    """So is a name behind "von": "der Mörder von Eva Kern, [Jan Moser], schwieg" is one man, and no list without "und"."""
    owner, noun = parse.heads[token], parse.heads[parse.heads[token]]
    marks = [parse.lower[k] for k in parse.marks(owner)]
    titled = parse.pos[noun] == "NOUN" and parse.deps[owner] == "nmod" and marks == ["von"] and noun == owner - 2
    if not titled or parse.pos[noun - 1] not in {"ADJ", "DET"} or parse.lower[token - 1] != ",":
        return
    row = [k for k in parse.kids(owner) if parse.deps[k] == "conj"]
    last = max((k for k in parse.kids(token) if parse.deps[k] in {"flat", "flat:name"}), default=token)
    if (
        len(row) == 1
        and parse.lower[last + 1 : last + 2] == [","]
        and not any(parse.deps[k] == "cc" for k in parse.kids(token))
    ):
        parse.heads[token], parse.deps[token] = noun, "appos"
