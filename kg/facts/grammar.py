"""What determiners and adpositions tell about a phrase: case, and the slot it fills."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.facts.tree import Tree
from kg.language import Lexicon

NO_SINGULAR = (
    "a",
    "i",
    "n",
    "o",
    "s",
    "u",
)  # how nouns end in the dative plural: "den Staaten", "den Fans", "den Roma"
ANY = "NGDA"
AGENTIVE = ("von", "durch", "seitens", "vonseiten")
NEUTER = frozenset({"das", "dies", "dieses", "es", "was"})
SCORE = re.compile(r"\d{1,3}:\d{1,3}")
BARE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "nmod", "dep"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of a language, ready for lookup."""

    cases: Mapping[str, str]
    endings: Mapping[str, str]
    contractions: Mapping[str, tuple[str, str]]
    prepositions: Mapping[str, str]
    relative: frozenset[str]
    reflexives: frozenset[str]
    auxiliaries: Mapping[str, str]
    future: frozenset[str]
    subjunctive1: frozenset[str]
    perfect_with_sein: frozenset[str]
    object_control: frozenset[str]
    control_nouns: frozenset[str]
    measures: frozenset[str]
    time_nouns: frozenset[str]
    partners: frozenset[str]
    directions: frozenset[str]
    letters: tuple[str, ...]
    stages: tuple[str, ...]
    outcomes: tuple[str, str]
    feminine_endings: tuple[str, ...]
    masculine_endings: tuple[str, ...]

    def case(self, tree: Tree, token: int) -> str:
        """The cases (letters of "NGDA") that a nominal's determiner or own form allows; bare names allow all but one."""
        for kid in tree.kids[token]:
            if tree.lower[kid] in {"deren", "dessen"} and kid < token:
                return ANY  # "Deren Leiter", "deren Leiter": whose it is, not what it does
            if tree.deps[kid] in {"det", "det:poss"} or (tree.pos[kid] == "DET" and kid < token):
                case = self.determiner(tree.lower[kid])
                if self._nominative(tree, token, kid):
                    return "N"
                plural = tree.pos[token] != "NOUN" or tree.lower[token].endswith(NO_SINGULAR)
                if tree.lower[kid] == "den" and (not plural or tree.lower[token].endswith(self.masculine_endings)):
                    return "A"
                return case.replace("N", "") if case == "NGD" and self._feminine(tree, token) else case
        own = self.cases.get(tree.lower[token])
        return own if own and tree.pos[token] in {"PRON", "DET"} else ANY

    def _nominative(self, tree: Tree, token: int, determiner: int) -> bool:
        """Whether the adjective behind "der" or "ein" leaves but one case: "der deutsche Minister", "ein neuer Minister"."""
        form = tree.lower[determiner]
        between = range(determiner + 1, token)
        own = [k for k in between if tree.deps[k] == "amod" and tree.heads[k] == token and tree.words[k].islower()]
        return any(
            (form == "der" and tree.lower[k].endswith("e")) or (form.endswith("ein") and tree.lower[k].endswith("er"))
            for k in own
        )

    def _feminine(self, tree: Tree, token: int) -> bool:
        """Whether "der" before a noun cannot be the masculine nominative: "der russischen Zeitung"."""
        weak = any(tree.deps[k] == "amod" and tree.lower[k].endswith("en") and k < token for k in tree.kids[token])
        return weak or (tree.pos[token] == "NOUN" and tree.lower[token].endswith(self.feminine_endings))

    def is_score(self, tree: Tree, token: int) -> bool:
        """Whether a token is a score used as a noun: "nach einem 3:1 gegen X"."""
        word = tree.words[token]
        if ":" not in word or not token or not SCORE.fullmatch(word):
            return False
        return tree.pos[token - 1] == "DET" or tree.lower[token - 1] in self.contractions

    def outcome(self, score: str) -> str:
        """What the side that is named first has of a score: "3:1" is a victory."""
        ours, theirs = map(int, score.split(":"))
        return self.outcomes[0] if ours > theirs else self.outcomes[1] if ours < theirs else score

    def determiner(self, form: str) -> str:
        """The cases that a determiner's form allows."""
        known = self.cases.get(form)
        if known:
            return known
        return next((self.endings[form[-n:]] for n in (2, 1) if form[-n:] in self.endings), ANY)

    def preposition(self, tree: Tree, token: int) -> tuple[str, str] | None:
        """The adposition of a nominal, contractions undone, and the case it shows ("" if none shows)."""
        mark = tree.case_mark(token)
        if mark is None:
            return None
        form = tree.lower[mark]
        if form in self.contractions:
            return self.contractions[form]
        if form in self.prepositions:
            return form, ""
        case = self.case(tree, token)
        return form, {"D": "D", "A": "A", "NA": "A", "NGD": "D", "GD": "D"}.get(case, "")

    def slots_of(self, tree: Tree, token: int, kind: str) -> list[str]:
        """Names of the slot that a dependent fills: ["in+A", "in"], ["obj"], ["gen"]."""
        found = self.preposition(tree, token)
        if found:
            name, case = found
            return [f"{name}+{case}", name] if case else [name]
        dep = tree.deps[token]
        if kind == "nmod":
            return (
                ["gen"]
                if dep in {"nmod", "nmod:poss"}
                else [{"nsubj": "subj", "nsubj:pass": "obj", "iobj": "dat"}.get(dep, dep)]
            )
        return ["dat"] if "D" in self.case(tree, token) else []

    def arguments(self, tree: Tree, token: int) -> dict[str, tuple[int, ...]]:
        """Slots of a verb or adjective, from labels corrected by case."""
        slots: dict[str, tuple[int, ...]] = {}
        subject = self._subject(tree, token)
        for kid in tree.kids[token]:
            dep = tree.deps[kid]
            if dep not in BARE and dep != "obl:agent":
                continue
            if tree.lower[kid] in self.reflexives and tree.pos[kid] == "PRON":
                continue
            fillers = tuple(tree.conjuncts(kid))
            if tree.case_mark(kid) is not None:
                for name in self.slots_of(tree, kid, "obl"):
                    slots[name] = slots.get(name, ()) + fillers
                if dep == "obl:agent" and (self.preposition(tree, kid) or ("",))[0] in AGENTIVE:
                    slots["agent"] = fillers
                continue
            name = self._bare(tree, kid, slots)
            if subject is not None and (name == "subj" or kid == subject):
                name = "subj" if kid == subject else "obj"
            if name:
                slots[name] = slots.get(name, ()) + fillers
        for name, fillers in self._nested(tree, token):
            if name == "obj" and name in slots:
                continue
            slots[name] = slots.get(name, ()) + fillers
        groups = [tree.conjuncts(kid) for kid in tree.kids[token] if kid in slots.get("obj", ())]
        datives = tuple(t for group in groups if any(self._dative(tree, t) for t in group) for t in group)
        if datives and len(datives) < len(slots["obj"]):
            slots["dat"] = slots.get("dat", ()) + datives
            slots["obj"] = tuple(t for t in slots["obj"] if t not in datives)
        return slots

    def _subject(self, tree: Tree, token: int) -> int | None:
        """Of several subjects the one that can be nothing else ("Khom wählt man"), or the noun beside "das" ("Das sagt X")."""
        found = [k for k in tree.kids[token] if tree.deps[k] in {"nsubj", "nsubj:pass"}]
        if len(found) < 2:
            return self._behind_name(tree, token, found[0]) if found else None
        sure = next((k for k in found if self.case(tree, k) == "N"), None)
        nouns = [k for k in found if tree.lower[k] not in NEUTER]
        return sure if sure is not None else nouns[0] if len(nouns) < len(found) and nouns else None

    def _behind_name(self, tree: Tree, token: int, name: int) -> int | None:
        """The object that is the subject by its form, where a bare name was taken for it: "gratulierten Obama der neue Chef und X"."""
        objects = [k for k in tree.kids[token] if tree.deps[k] in {"obj", "iobj"} and tree.pos[k] in {"NOUN", "PROPN"}]
        sure = [k for k in objects if self.case(tree, k) == "N"]
        return sure[0] if len(sure) == 1 and tree.pos[name] == "PROPN" and self.case(tree, name) == ANY else None

    def _dative(self, tree: Tree, token: int) -> bool:
        case = self.case(tree, token)
        return "D" in case and "A" not in case

    def _nested(self, tree: Tree, token: int) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Phrases hung too low: behind a time ("am Montag in Paris") or an object ("Waffen an die Ukraine")."""
        for kid in tree.kids[token]:
            timely = tree.lower[kid] in self.time_nouns
            if (self.preposition(tree, kid) or ("",))[0] == "zu":
                yield from self._aim(tree, kid)
            yield from self._behind_amount(tree, kid)
            yield from self._towards(tree, kid)
            if tree.deps[kid] not in BARE or not (timely or (tree.deps[kid] == "obj" and tree.pos[kid] == "NOUN")):
                continue
            for low in tree.kids[kid]:
                marked = tree.case_mark(low) is not None
                bare_name = timely and not marked and tree.pos[low] == "PROPN" and self.case(tree, low) == ANY
                if bare_name and low > kid and tree.lower[low] not in self.time_nouns:
                    yield "obj", tuple(tree.conjuncts(low))
                if tree.deps[low] not in {"nmod", "obl"} or low < kid or not (marked or timely):
                    continue
                if marked and (timely or tree.lower[tree.case_mark(low) or 0] not in {"von", "vom", "aus"}):
                    for name in self.slots_of(tree, low, "nmod"):
                        yield name, tuple(tree.conjuncts(low))
                elif timely and "D" in self.case(tree, low) and tree.pos[low] != "NUM" and self.case(tree, low) != ANY:
                    yield "dat", tuple(tree.conjuncts(low))

    def _behind_amount(self, tree: Tree, token: int) -> Iterator[tuple[str, tuple[int, ...]]]:
        """What stands behind an amount has nothing to do with it: "mit 17 Prozent im VW-Konzern einsteigen"."""
        for amount in (token, *tree.kids[token]):
            if tree.lower[amount] not in self.measures or tree.deps[token] not in {"obl", "obl:arg"}:
                continue
            for low in tree.kids[amount]:
                if low > amount and tree.deps[low] in {"nmod", "obl"} and tree.pos[low] != "NUM":
                    found = self.preposition(tree, low)
                    if found is not None and found[0] not in {"von", "aus"}:
                        for name in self.slots_of(tree, low, "obl"):
                            yield name, tuple(tree.conjuncts(low))

    def _towards(self, tree: Tree, token: int) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Where somebody goes "in Richtung Paris"; whom he addresses "in einem Brief an Merkel", "mit der Bitte um Hilfe an sie"."""
        direction = tree.lower[token] in self.directions
        letter = tree.deps[token] in {"obl", "obl:arg"} and tree.lower[token].endswith(self.letters + self.stages)
        stage = tree.lower[token].endswith(self.stages)  # "im Halbfinale an dem Deutschen gescheitert"
        for low in tree.kids[token] if direction or letter else ():
            found = self.preposition(tree, low)
            if direction and found is None and tree.pos[low] == "PROPN":
                yield "nach", tuple(tree.conjuncts(low))
            elif letter and found is not None and found[0] == "an" and (stage or found[1] != "D"):
                yield "an", tuple(tree.conjuncts(low))

    def _aim(self, tree: Tree, token: int) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Where somebody goes or is for something: "zu Gesprächen in Rom", "zu einem Besuch nach China"."""
        for low in tree.kids[token]:
            found = self.preposition(tree, low) if low > token and tree.deps[low] in {"nmod", "obl"} else None
            if found is not None and found[0] in {"in", "nach"}:
                for name in self.slots_of(tree, low, "obl"):
                    yield name, tuple(tree.conjuncts(low))

    def _bare(self, tree: Tree, kid: int, slots: Mapping[str, tuple[int, ...]]) -> str:
        """subj, obj or dat for a phrase without preposition; "" for an adverbial."""
        dep, case = tree.deps[kid], self.case(tree, kid)
        if tree.lower[max(0, min(tree.subtree(kid)) - 1)] == "so" or any(
            tree.lower[k] in {"so", "wie"} for k in tree.kids[kid]
        ):
            return ""  # ", so Minister X" names the speaker, "wie Minister X" compares
        if dep in {"nsubj", "nsubj:pass"}:
            if "N" in case and "subj" not in slots:
                return "subj"
            if dep == "nsubj:pass" and "D" in case and ("A" not in case or case == ANY):
                return "dat"  # a passive has but one subject: "wurde X der Preis verliehen"
            return "dat" if case in {"D", "GD"} or (case == "NGD" and "obj" in slots) else "obj"
        if dep == "obj" or dep == "nmod" and case == "AD":  # "der [den Demokraten] angehörende Senator"
            return "dat" if "A" not in case and "D" in case else "obj"
        if dep == "iobj":
            return "dat"
        accusative = case in {"A", "AD", "NA"} or (case == ANY and tree.pos[kid] == "PROPN")
        if dep == "obl" and accusative and tree.lower[kid] not in self.time_nouns and "obj" not in slots:
            return "obj"
        if case == "NAD" and tree.pos[kid] == "PRON" and dep == "obl":
            return "dat"  # "dankte ihr"
        return "dat" if case in {"D", "GD", "NGD", "ND"} and dep in {"obl", "obl:arg", "nmod"} else ""

    def noun_arguments(self, tree: Tree, token: int) -> dict[str, tuple[int, ...]]:
        """Slots of a noun: gen, poss, prepositions."""
        slots: dict[str, tuple[int, ...]] = {}
        for kid in tree.kids[token]:
            dep = tree.deps[kid]
            if dep == "det:poss":
                slots["poss"] = (kid,)
            elif dep in {"nmod", "nmod:poss", "obl", "obl:arg", "obl:agent"}:
                names = (
                    ["gen"] if dep == "nmod:poss" and tree.case_mark(kid) is None else self.slots_of(tree, kid, "nmod")
                )
                for name in names:
                    slots[name] = slots.get(name, ()) + tuple(tree.conjuncts(kid))
        return slots


@cache
def grammar(lexicon: Lexicon) -> Grammar:
    """Read the language's ``grammar`` table."""
    table = lexicon.table("grammar")
    return Grammar(
        cases=table["cases"],
        endings=table["case_endings"],
        contractions={form: (pair[0], pair[1]) for form, pair in table["contractions"].items()},
        prepositions=table["prepositions"],
        relative=frozenset(table["relative_pronouns"]),
        reflexives=frozenset(table["reflexives"]),
        auxiliaries={form: lemma for lemma, forms in table["auxiliaries"].items() for form in forms},
        future=frozenset(table["future"]),
        subjunctive1=frozenset(table["subjunctive1"]),
        perfect_with_sein=frozenset(table["perfect_with_sein"]),
        object_control=frozenset(table["object_control"]),
        control_nouns=frozenset(table["control_nouns"]),
        measures=frozenset(table["measures"]),
        time_nouns=frozenset(table["time_nouns"]),
        partners=frozenset(table["partners"]),
        directions=frozenset(table["directions"]),
        letters=tuple(table["letters"]),
        stages=tuple(table["stages"]),
        outcomes=(table["outcomes"][0], table["outcomes"][1]),
        feminine_endings=tuple(table["feminine_endings"]),
        masculine_endings=tuple(table["masculine_endings"]),
    )
