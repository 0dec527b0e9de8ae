"""An article's tokens as plain lists, with what the word forms alone say of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from kg.entities.determiners import Determiners, determiners
from kg.entities.gazetteer import Gazetteer, gazetteer
from kg.entities.roles import RoleNoun, role_noun
from kg.language.arcs import second_name, words_of
from kg.language.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Passage:
    """Every list is indexed by token; ``starts``/``ends`` are offsets into the text."""

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    dep: list[str]
    heads: list[int]
    kids: list[list[int]]
    morph: list[str]
    label: list[str]
    begins: list[bool]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    bounds: list[tuple[int, int]]
    roles: list[RoleNoun | None]
    skipped: frozenset[int]
    gaz: Gazetteer
    lexicon: Lexicon
    genders: dict[str, str]
    determiners: Determiners
    titles: frozenset[str]

    def surface(self, start: int, end: int) -> str:
        """Text of the tokens from ``start`` to before ``end``, white space made single."""
        return " ".join(self.text[self.starts[start] : self.ends[end - 1]].split())

    def capital(self, i: int) -> bool:
        """Whether the token starts with a capital letter."""
        return i < len(self.words) and self.words[i][:1].isupper()

    def first(self, i: int) -> bool:
        """Whether the token is the first word of its sentence or of a quotation."""
        return i == self.bounds[self.sentence[i]][0] or (i > 0 and self.words[i - 1] in QUOTES)

    def feature(self, i: int, name: str) -> str | None:
        """A morphological feature of the token ("Number": "Plur")."""
        for part in self.morph[i].split("|"):
            if part.startswith(name + "="):
                return part[len(name) + 1 :]
        return None


MARKS = frozenset('"„“”»«')
QUOTES = MARKS | frozenset("›‹:")


def passage(doc: Doc, lexicon: Lexicon) -> Passage:
    """Read a parsed article."""
    tokens = list(doc)
    words = [t.text for t in tokens]
    heads = [t.head.i for t in tokens]
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    bounds = [(s.start, s.end) for s in doc.sents]
    sentence = [0] * len(words)
    for n, (start, end) in enumerate(bounds):
        sentence[start:end] = [n] * (end - start)
    skipped = frozenset(doc.user_data.get("skipped", ())) | {t.i for t in tokens if t.is_space}
    label, begins = _labels(doc, lexicon)
    return Passage(
        text=doc.text, words=words, lower=[w.lower() for w in words], lemmas=[t.lemma_ for t in tokens], pos=[t.pos_ for t in tokens],
        dep=[t.dep_ for t in tokens], heads=heads, kids=kids, morph=[str(t.morph) for t in tokens],
        label=label, begins=begins,
        starts=[t.idx for t in tokens], ends=[t.idx + len(t.text) for t in tokens],
        sentence=sentence, bounds=bounds, roles=[_role(w, lexicon) for w in words],
        skipped=skipped, gaz=gazetteer(lexicon), lexicon=lexicon, genders=_genders(lexicon),
        determiners=determiners(lexicon), titles=_titles(lexicon),
    )  # fmt: skip


def _labels(doc: Doc, lexicon: Lexicon) -> tuple[list[str], list[bool]]:
    """The pipeline's label of each token, where a name can be one, and whether a name begins there.

    No name of a person goes on behind an article ("verlieh Peter Moser den Preis"), one does behind "al-"; a lone noun in
    -keit is none.
    """
    label, begins = [t.ent_type_ for t in doc], [t.ent_iob_ == "B" for t in doc]
    given = words_of(lexicon.code).given
    table = lexicon.table("names_variants")["bounds"]
    for name in doc.ents:
        end = name.end
        if name.label_ == "PER":
            second = second_name([t.lower_ for t in name], given)
            if second is not None:
                begins[name.start + second] = True
            breaks = (
                t.i for t in name[1:] if t.lower_ in table["articles"] and t.nbor(-1).lower_ not in table["before"]
            )
            end = next(breaks, end)
            while end == name.end and end < len(doc) and doc[end].lower_.startswith(tuple(table["onward"])):
                label[end] = "PER"
                end += 1
        elif len(name) == 1 and name[0].pos_ == "NOUN" and name[0].lower_.endswith(tuple(table["abstract"])):
            end = name.start
        for i in range(end, name.end):
            label[i] = ""
    return label, begins


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("roles")["address"])


@cache
def _role(word: str, lexicon: Lexicon) -> RoleNoun | None:
    """The role noun that a word is, unless it names a body."""
    organs, lower = _organs(lexicon), word.lower()
    if lower in organs or lower.removesuffix("s").removesuffix("e") in organs:
        return None
    return role_noun(word, lexicon)


@cache
def _organs(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for bodies that end like a role noun ("Aufsichtsrat")."""
    return frozenset(lexicon.table("organizations")["alone"]) | frozenset(
        lexicon.table("organizations")["heads"]["organ"]
    )


@cache
def _genders(lexicon: Lexicon) -> dict[str, str]:
    """Given name → Masc, Fem or Both."""
    return {name: gender for gender, names in lexicon.table("names").items() for name in names}
