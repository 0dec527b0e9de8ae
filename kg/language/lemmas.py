"""German verb forms: lemmas of irregular verbs, Konjunktiv by form, and the full verb of a split one.

The edit-tree lemmatizer learns endings; ablaut ("nahm") and the moods that differ in one letter ("habe", "hat") are
closed classes and are looked up: first the table, then the tagger.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from spacy.language import Language
from spacy.tokens import Doc, Token

SEPARABLE = (
    *("gegenüber", "zusammen", "entgegen", "zurecht", "zurück", "wieder", "weiter", "voraus", "vorbei", "vorweg"),
    *("hinaus", "heraus", "hinein", "herein", "hinauf", "herauf", "hinunter", "herunter", "hinüber", "herüber"),
    *("hinweg", "hervor", "herbei", "hinzu", "heran", "herum", "umher", "empor", "davon", "dagegen", "bereit"),
    *("statt", "teil", "fest", "frei", "fort", "heim", "hoch", "klar", "kennen", "nahe", "nach", "nieder", "offen"),
    *("still", "tot", "wahr", "weg", "auf", "aus", "bei", "ein", "los", "mit", "vor", "her", "hin", "dar", "preis"),
    *("bloß", "da", "an", "ab", "zu", "um", "durch", "über", "unter", "fehl", "inne", "stand", "bekannt", "bevor"),
)
INSEPARABLE = (
    "miss",
    "ver",
    "zer",
    "ent",
    "emp",
    "über",
    "unter",
    "wider",
    "hinter",
    "durch",
    "voll",
    "be",
    "er",
    "ge",
    "um",
)
# Forms that other verbs share and that are far more often those: spaCy's tagger decides on them.
AMBIGUOUS = frozenset(
    {
        "drängt",
        "gelangt",
        "speist",
        "tränkt",
        "stecke",
        "schnitte",
        "striche",
        "ritte",
        "wände",
        "bände",
        "führe",
        "führen",
        "führt",
        "führst",
    }
)
ALWAYS_SUBJUNCTIVE = frozenset(
    {
        *("wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "dürfte"),
        *("dürften", "käme", "kämen", "ginge", "gäbe", "gäben", "ließe", "bliebe", "stünde", "stünden", "fände"),
        *("fänden", "nähme", "nähmen"),
    }
)


@cache
def _forms() -> dict[str, str]:
    text = resources.files("kg.language").joinpath("de", "irregular_verbs.yaml").read_text(encoding="utf-8")
    verbs = {infinitive: parts.split() for infinitive, parts in yaml.safe_load(text).items()}
    forms: dict[str, str] = {}
    for infinitive, (present, _, participle, _) in verbs.items():
        second = present[:-1] + "st" if present.endswith("t") else present
        forms |= dict.fromkeys((present, second, participle), infinitive)
    for column in (1, 3):
        for infinitive, parts in verbs.items():
            stem = parts[column]
            plural = stem + ("n" if stem.endswith("e") else "en")
            for form in (stem, plural, stem.removesuffix("e") + "st", stem.removesuffix("e") + "t"):
                forms.setdefault(form, infinitive)
    forms |= dict.fromkeys(("bin", "bist", "sind", "seid", "sei", "seien", "seist"), "sein")
    forms |= dict.fromkeys(("wirst", "werde", "werdet"), "werden")
    forms |= dict.fromkeys(("habe", "habt", "habest", "hast"), "haben")
    return {form: verb for form, verb in forms.items() if form not in AMBIGUOUS}


@cache
def irregular_lemma(form: str) -> str | None:
    """Return the infinitive of a form of an irregular verb, with or without a prefix; None for every other form.

    >>> irregular_lemma("übernahm"), irregular_lemma("teilgenommen"), irregular_lemma("sagte")
    ('übernehmen', 'teilnehmen', None)
    """
    form = form.lower()
    known = _forms().get(form)
    if known is not None:
        return known
    for prefix in SEPARABLE:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) > 2:
            verb = _forms().get(rest) or _inseparable(rest)
            if verb is not None and verb not in {"sein", "haben", "werden"}:
                return prefix + verb
    return _inseparable(form)


def _inseparable(form: str) -> str | None:
    for prefix in INSEPARABLE:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) > 2:
            verb = _forms().get(rest) or _forms().get("ge" + rest)
            if verb is not None and verb not in {"sein", "haben", "werden", "wollen", "sollen"}:
                return prefix + verb
    return None


def full_lemma(token: Token) -> str:
    """Return a verb's lemma with its separated particle ("nahm … teil": teilnehmen), any other token's lemma."""
    if token.pos_ in {"VERB", "AUX"}:
        for child in token.rights:
            if child.dep_ == "compound:prt":
                return child.lower_ + token.lemma_
    return token.lemma_


@Language.component("german_verbs")
def german_verbs(doc: Doc) -> Doc:
    """Correct the lemmas of irregular verbs and mark Konjunktiv by form, in place."""
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"}:
            # Old treebanks spell lemmas as before 1996: Russland, Rußland.
            if "ß" in token.lemma_ and "ss" in token.lower_:
                token.lemma_ = token.lemma_.replace("ß", "ss")
            continue
        lemma = irregular_lemma(token.lower_)
        if lemma is not None:
            token.lemma_ = lemma
        if _is_subjunctive(token):
            features = token.morph.to_dict() | {"Mood": "Sub", "VerbForm": "Fin"}
            token.set_morph(features)  # type: ignore[attr-defined]
    return doc


def _is_subjunctive(token: Token) -> bool:
    features = token.morph.to_dict()
    if features.get("Mood") != "Ind":
        return False
    form = token.lower_
    if form in ALWAYS_SUBJUNCTIVE:
        return True
    if not (form.endswith("e") or form == "sei") or features.get("Tense") != "Pres" or features.get("Number") != "Sing":
        return False
    # A third person singular of the present in -e is Konjunktiv I; with "ich" the same form is indicative.
    return features.get("Person") == "3" and not any(child.lower_ == "ich" for child in token.children)


if not Token.has_extension("verb"):
    Token.set_extension("verb", getter=full_lemma)
