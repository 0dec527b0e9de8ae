"""An article's tokens as plain lists, with what the word forms alone say of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from kg.entities.determiners import Determiners, determiners
from kg.entities.gazetteer import Gazetteer, gazetteer
from kg.entities.roles import RoleNoun, role_noun
from kg.language.arcs import second_name, words_of
from kg.language.lexicon import Lexicon, given_names
from kg.language.parsing import column


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
    words, lower, starts = column(doc, "ORTH"), column(doc, "LOWER"), doc.to_array("IDX").tolist()
    heads = [i + offset for i, offset in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    kids: list[list[int]] = [[] for _ in words]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    bounds = [(s.start, s.end) for s in doc.sents]
    sentence = [0] * len(words)
    for n, (start, end) in enumerate(bounds):
        sentence[start:end] = [n] * (end - start)
    skipped = frozenset(doc.user_data.get("skipped", ())) | {i for i, word in enumerate(words) if word.isspace()}
    pos = column(doc, "POS")
    label, begins = _labels(doc, lower, pos, lexicon)
    return Passage(
        text=doc.text, words=words, lower=lower, lemmas=column(doc, "LEMMA"), pos=pos, dep=column(doc, "DEP"),
        heads=heads, kids=kids, morph=column(doc, "MORPH"), label=label, begins=begins,
        starts=starts, ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentence=sentence, bounds=bounds, roles=_roles(words, pos, label, begins, lexicon),
        skipped=skipped, gaz=gazetteer(lexicon), lexicon=lexicon, genders=given_names(lexicon),
        determiners=determiners(lexicon), titles=_titles(lexicon),
    )  # fmt: skip


def _labels(doc: Doc, lower: list[str], pos: list[str], lexicon: Lexicon) -> tuple[list[str], list[bool]]:
    """The pipeline's label of each token, where a name can be one, and whether a name begins there.

    No name of a person goes on behind an article ("verlieh Peter Moser den Preis"), one does behind "al-"; a lone noun in
    -keit is none.
    """
    label, begins = column(doc, "ENT_TYPE"), [False] * len(lower)
    given, bounds = words_of(lexicon.code).given, name_bounds(lexicon)
    for name in doc.ents:
        start, end = name.start, name.end
        begins[start] = True
        if label[start] == "PER":
            second = second_name(lower[start:end], given)
            if second is not None:
                begins[start + second] = True
            breaks = (i for i in range(start + 1, end) if _breaks(lower, i, bounds))
            end = next(breaks, end)
            end -= end - start > 1 and lower[end - 1].endswith(bounds.charges)
            while end == name.end and end < len(lower) and lower[end].startswith(bounds.onward):
                label[end] = "PER"
                end += 1
        elif end == start + 1 and pos[start] == "NOUN" and lower[start].endswith(bounds.abstract):
            end = start
        for i in range(end, name.end):
            label[i] = ""
    return label, begins


def _breaks(lower: list[str], i: int, bounds: Bounds) -> bool:
    """Whether no name of a person goes on at a word: an article, or "zu" that no house is called by."""
    house = lower[i + 1].partition("-")[0] if i + 1 < len(lower) else ""
    away = lower[i] == "zu" and lower[i - 1] != "und" and house not in bounds.houses
    return away or lower[i] in bounds.articles and lower[i - 1] not in bounds.before


class Bounds(NamedTuple):
    """What tells where names end: words and ends of words, lower case."""

    houses: frozenset[str]
    articles: frozenset[str]
    before: frozenset[str]
    onward: tuple[str, ...]
    abstract: tuple[str, ...]
    charges: tuple[str, ...]


@cache
def name_bounds(lexicon: Lexicon) -> Bounds:
    """What tells where the names of a language end."""
    table = lexicon.table("names_variants")["bounds"]
    return Bounds(
        frozenset(table["houses"]),
        frozenset(table["articles"]),
        frozenset(table["before"]),
        tuple(table["onward"]),
        tuple(table["abstract"]),
        tuple(table["charges"]),
    )


@cache
def _titles(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.table("roles")["address"])


def _roles(
    words: list[str], pos: list[str], label: list[str], begins: list[bool], lexicon: Lexicon
) -> list[RoleNoun | None]:
    """The role nouns; a family's name that ends like one is none: "Minister Gusenbauer"; nor is a firm's board."""
    roles = [_role(word, lexicon) for word in words]
    members = _members(lexicon)
    for i, role in enumerate(roles):
        named = i + 1 < len(words) and label[i + 1] == "PER"
        if role is None and named and begins[i + 1] and words[i].lower() in members:
            roles[i] = role_noun(words[i], lexicon)
        if (
            role is None
            and i
            and words[i].lower() in _seats(lexicon)
            and words[i - 1].lower().startswith(former_adjectives(lexicon))
        ):
            roles[i] = role_noun(words[i], lexicon)  # "ein ehemaliger Vorstand der Bank"
        if role is None or not role.prefix:
            continue
        behind = named and (not begins[i + 1] or words[i + 1] in given_names(lexicon))
        family = pos[i] == "PROPN" and label[i] == "PER" and not behind
        board = not named and words[i].rpartition("-")[2].lower().removesuffix("s") in _organs(lexicon)
        board = board and not (
            i and words[i - 1].lower().startswith(former_adjectives(lexicon))
        )  # "der frühere Bankvorstand"
        roles[i] = None if family or board else role
    return roles


@cache
def former_adjectives(lexicon: Lexicon) -> tuple[str, ...]:
    """How adjectives begin that say that somebody held an office, and no body did."""
    return tuple(lexicon.table("roles")["former_adjectives"])


@cache
def _seats(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for a board that mean one who sits on it too."""
    return frozenset(lexicon.table("roles")["boards_and_members"])


@cache
def _members(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for bodies that before a name mean a member: "Nationalrat Peter Pilz"."""
    return frozenset(lexicon.table("roles")["bodies_and_members"])


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
