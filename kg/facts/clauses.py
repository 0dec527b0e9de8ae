"""Clauses: every predicate of a parsed article with its arguments, whatever syntax it came in.

Voice, control, coordination, relative clauses, participles, particle and light verbs are resolved here once, so that
frames name only ``subj``, ``obj``, ``dat``, prepositions, ``gen`` and the like.
"""

from __future__ import annotations

from dataclasses import replace

from kg.facts.clause import CLAUSAL, COMPLEMENTS, NOUN_POS, Clause, Slots
from kg.facts.grammar import ANY, Grammar
from kg.facts.morphology import Form, Vocabulary
from kg.facts.postposed import agents, described
from kg.facts.sharing import inherit
from kg.facts.tree import Tree
from kg.facts.voice import in_future, voiced

__all__ = ["CLAUSAL", "COMPLEMENTS", "Clause", "Slots", "find_clauses"]


def find_clauses(tree: Tree, words: Vocabulary, grammar: Grammar) -> dict[int, Clause]:
    """All clauses of an article, by head token, in text order."""
    builder = _Builder(tree, words, grammar)
    for token in range(len(tree.words)):
        if token not in tree.skipped:
            builder.clause(token)
    return {head: clause for head, clause in sorted(builder.done.items()) if clause is not None}


def _gapped(slots: Slots) -> Slots:
    """In "hatten die Stadt erobert und X gezwungen" the second participle has the first one's subject, and X is its object."""
    if "subj" not in slots:
        return slots
    return {**{s: f for s, f in slots.items() if s != "subj"}, "obj": slots["subj"] + slots.get("obj", ())}


class _Builder:
    """Builds clauses on demand: a clause may need its governor's subject first."""

    def __init__(self, tree: Tree, words: Vocabulary, grammar: Grammar) -> None:
        self.tree, self.words, self.grammar = tree, words, grammar
        self.done: dict[int, Clause | None] = {}

    def clause(self, token: int) -> Clause | None:
        if token in self.done:
            return self.done[token]
        self.done[token] = None  # a cycle of governors ends here
        self.done[token] = self._build(token)
        return self.done[token]

    def _build(self, token: int) -> Clause | None:
        tree = self.tree
        pos, dep = tree.pos[token], tree.deps[token]
        if self.grammar.is_score(tree, token):
            return self._noun(token, (self.grammar.outcome(tree.words[token]), ""), None)
        unbuilt = pos in {"PUNCT", "SPACE", "DET", "ADP", "NUM", "CCONJ", "SCONJ"} and not tree.is_noun(token)
        if dep in {"aux", "aux:pass", "cop"} or unbuilt:
            return None
        if tree.is_noun(token):
            found = self.words.noun(tree.lower[token])
            copula = self._copula(token)
            if found or copula is not None:
                return self._noun(token, found or (tree.lemmas[token], ""), copula)
            return None
        particle = self._particle(token)
        aux = {
            self.grammar.auxiliaries.get(tree.lower[k], "")
            for k in tree.kids[token]
            if tree.deps[k] in {"aux", "aux:pass", "cop"}
        }
        if not aux and dep == "conj" and self._closing(token):
            aux = {
                self.grammar.auxiliaries.get(tree.lower[k], "")
                for k in tree.kids[tree.heads[token]]
                if tree.deps[k] == "aux"
            }
        reduced = dep in {"acl", "appos"} and self._is_reduced(token)
        attributive = dep == "amod" or reduced
        prefer = "part2" if aux & {"haben", "sein", "werden", "bekommen"} or attributive else "inf" if aux else ""
        form = self.words.verb(particle + tree.lower[token], "", prefer) if particle else None
        form = (
            form
            or self.words.verb(tree.lower[token], particle, prefer)
            or (self.words.verb(tree.lower[token]) if particle else None)
        )
        if attributive and pos in {"ADJ", "VERB"}:
            if form and form.kind.startswith("part"):
                return self._participle(token, form)
            return self._attribute(token) if tree.lower[token] in self.words.adjectives else None
        name = described(tree, token) if pos == "VERB" and not aux else None
        behind = self.words.verb(tree.lower[token], particle, "part2") if name is not None else None
        if name is not None and behind is not None and behind.kind == "part2":
            return self._behind(token, behind, name)
        if pos in {"VERB", "AUX"} or (form and dep in {"ROOT", "conj", *CLAUSAL} and not self._copula(token)):
            return self._verb(token, form, particle)
        if pos in {"ADJ", "ADV"} and (tree.lower[token] in self.words.adjectives or self._copula(token)):
            return self._adjective(token)
        return None

    def _is_reduced(self, token: int) -> bool:
        """Whether a participle follows its noun and a comma, with its agent: "Siemens, geleitet von X, kauft Y"."""
        tree = self.tree
        agent = tree.lower[token + 1 : token + 2] in (["von"], ["vom"], ["durch"])
        return agent and tree.heads[token] < token - 1 and tree.words[token - 1] == ","

    def _particle(self, token: int) -> str:
        """The separated prefix of a verb; a parser may take it for an adverb or an adposition."""
        tree = self.tree
        for kid in tree.kids[token]:
            if tree.deps[kid] == "compound:prt":
                return tree.lower[kid]
        for kid in reversed(tree.kids[token]):
            word = tree.lower[kid]
            if word not in self.words.particles or tree.deps[kid] == "mark":
                continue
            if any(
                tree.deps[low] not in {"obl", "nmod"} for low in tree.kids[kid]
            ):  # "[für den Angriff] verantwortlich gemacht"
                continue
            if (kid > token and self.words.verb(tree.lower[token], word)) or self.words.verb(word + tree.lower[token]):
                return word
        return ""

    def _copula(self, token: int) -> int | None:
        return next((k for k in self.tree.kids[token] if self.tree.deps[k] == "cop"), None)

    def _verb(self, token: int, form: Form | None, particle: str) -> Clause:
        tree, grammar = self.tree, self.grammar
        lemma = form.lemma if form else particle + tree.lemmas[token].lower()
        if not form and tree.lower[token] in grammar.auxiliaries:
            lemma = particle + grammar.auxiliaries[tree.lower[token]]
        first = self._conjunct_before(token)
        kids = tree.kids[token]
        auxiliaries = tuple(k for k in kids if tree.deps[k] in {"aux", "aux:pass", "cop"})
        marks = tuple(k for k in kids if tree.deps[k] == "mark")
        finite = form.kind.startswith("fin") if form else tree.lower[token] in grammar.auxiliaries
        if (
            first
            and not auxiliaries
            and not (finite and form and form.kind != "inf" and form.lemma != tree.lower[token])
        ):
            auxiliaries = first.auxiliaries
        names = {grammar.auxiliaries.get(tree.lower[a], "") for a in auxiliaries}
        reflexive = any(
            tree.lower[k] in grammar.reflexives
            for k in kids
            if tree.deps[k] in {"obj", "iobj", "expl:pv", "expl", "obl"}
        )
        slots = grammar.arguments(tree, token)
        kind = form.kind if form else ""
        slots = self._inverted(token, slots)
        if (
            first
            and finite
            and self._elided(token)
            and "obj" not in slots
            and "A" in self._case_of(slots.get("subj", ()))
        ):
            slots["obj"] = slots.pop("subj")
        if first and kind == "part2" and first.slots.get("subj") and auxiliaries == first.auxiliaries:
            slots = _gapped(slots)
        kind = "inf" if in_future(tree, grammar, token, lemma, slots) else kind
        passive, slots = voiced(tree, grammar, token, lemma, kind, names, slots)
        lent = first is not None and finite and self._elided(token)  # "drohte X und warf Y Verrat vor"
        if not passive and "subj" not in slots and not lent and not any(tree.lower[m] == "zu" for m in marks):
            slots = self._subject_among(token, slots, finite=finite or bool(names - {"lassen"}))
        if first is None and any(tree.lower[m] == "zu" for m in marks) and "subj" in slots:
            slots["dat" if "obj" in slots else "obj"] = slots.pop("subj")
        infinitive = any(tree.lower[m] == "zu" for m in marks) or "zu" in kind or self._bare_zu(token)
        clause = Clause(
            token, lemma, "verb", slots, passive, reflexive, infinitive, auxiliaries, marks,
            tuple(k for k in kids if tree.deps[k] in {"advmod", "obl", "cc"} and tree.pos[k] in {"ADV", "PART", "ADJ", "PRON", "CCONJ"}),
            *self._governor(token), form=kind,
        )  # fmt: skip
        return inherit(self.tree, self.grammar, self.clause, clause, first)

    def _conjunct_before(self, token: int) -> Clause | None:
        """The nearest coordinated clause to the left; it may lend its subject and auxiliaries."""
        tree = self.tree
        if tree.deps[token] != "conj":
            return None
        head = tree.heads[token]
        siblings = [k for k in tree.kids[head] if tree.deps[k] == "conj" and head < k < token]
        return next((c for c in map(self.clause, [*reversed(siblings), head]) if c is not None), None)

    def _subject_among(self, token: int, slots: Slots, *, finite: bool) -> Slots:
        """Of two objects without a subject, the one that can be nominative is it: "wo ihn sein Freund absetzte"."""
        lone = slots.get("obj", ()) + slots.get("dat", ())
        promoted = {"N", "NGD", "NA", ANY} if finite else {"N", "NGD"}
        if len(lone) == 1 and self._case_of(lone) in promoted and self.tree.deps[token] != "conj":
            return {**{s: f for s, f in slots.items() if s not in {"obj", "dat"}}, "subj": lone}
        kids = [t for t in slots.get("obj", ()) if self.tree.heads[t] == token]
        subject = next((t for t in kids if len(kids) > 1 and "N" in self.grammar.case(self.tree, t)), None)
        if subject is None:
            return slots
        return {**slots, "subj": (subject,), "obj": tuple(t for t in slots["obj"] if t != subject)}

    def _closing(self, token: int) -> bool:
        """Whether a verb ends its clause, with something of its own before it: "hat X entlassen und Y als Trainer [präsentiert]"."""
        tree, after = self.tree, token + 1
        own = any(tree.deps[k] in {"nsubj", "obj", "iobj", "obl"} and k < token for k in tree.kids[token])
        return own and not self._elided(token) and (after >= len(tree.pos) or tree.pos[after] in {"PUNCT", "CCONJ"})

    def _elided(self, token: int) -> bool:
        """Whether a finite verb right after "und" leaves its subject to the first conjunct."""
        tree, before = self.tree, token - 1
        told = tree.words[before] == "," and any(k == token + 1 and tree.deps[k] == "nsubj" for k in tree.kids[token])
        joined = before >= 0 and tree.deps[before] in {"cc", "punct"} and tree.deps[token] == "conj"
        return joined and not told  # "…, kritisierte sie"

    def _case_of(self, tokens: tuple[int, ...]) -> str:
        return self.grammar.case(self.tree, tokens[0]) if tokens else ""

    def _inverted(self, token: int, slots: Slots) -> Slots:
        """After a clause that comes first ("…, sagte X") what stands before the comma is no argument."""
        tree = self.tree
        comma = token - 1
        if comma < 0 or tree.words[comma] != "," or tree.deps[token] in {"conj", "acl:relcl", "advcl"}:
            return slots
        if any(self._apposed_up_to(kid, comma) for slot in ("subj", "obj", "dat") for kid in slots.get(slot, ())):
            return slots
        after = {slot: tuple(t for t in fillers if t > token) for slot, fillers in slots.items()}
        kept = {slot: fillers for slot, fillers in after.items() if fillers}
        if "subj" not in kept:
            follower = next((s for s in ("obj", "dat") if s in kept and "N" in self._case_of(kept[s])), None)
            if follower is None:
                return slots
            kept["subj"] = kept.pop(follower)
        return kept

    def _apposed_up_to(self, token: int, comma: int) -> bool:
        """Whether a comma closes a noun phrase with an apposition ("Der Chef, Jan Ek, kritisierte") and no clause."""
        under = self.tree.subtree(token)
        return under[-1] in {comma - 1, comma} and any(self.tree.words[t] == "," for t in range(token, comma))

    def _bare_zu(self, token: int) -> bool:
        word, lemma = self.tree.lower[token], self.tree.lemmas[token]
        return (
            "zu" in word[2:6]
            and word.endswith("n")
            and word.replace("zu", "", 1) == lemma.replace("zu", "", 1)
            and word != lemma
        )

    def _participle(self, token: int, form: Form) -> Clause:
        """An attributive participle: "der von Kohl berufene Minister", "die regierende Partei"."""
        tree = self.tree
        noun = tree.heads[token]
        slots = self._own_phrases(token, self.grammar.arguments(tree, token))
        passive = form.kind == "part2" and form.lemma not in self.grammar.perfect_with_sein
        slots["self"] = tuple(tree.conjuncts(noun))[:1]
        if passive:
            slots["subj"] = slots.pop("agent", ()) or slots.get("von", ()) or slots.get("durch", ())
            slots["obj"] = slots["self"]
        else:
            slots["subj"] = slots["self"]
        modifiers = tuple(k for k in tree.kids[token] if tree.deps[k] == "advmod")
        clause = Clause(
            token,
            form.lemma,
            "participle",
            slots,
            passive,
            form=form.kind,
            modifiers=modifiers,
            parent=noun,
            relation="amod",
        )
        return replace(clause, slots={k: v for k, v in slots.items() if v})

    def _behind(self, token: int, form: Form, name: int) -> Clause:
        """A participle before a comma: "Jan Moser, von der SPD nominiert, sagte"."""
        passive = form.lemma not in self.grammar.perfect_with_sein
        slots = {s: f for s, f in self.grammar.arguments(self.tree, token).items() if s not in {"subj", "obj"}}
        own = tuple(self.tree.conjuncts(name))[:1]
        slots |= {"obj": own, "subj": agents(self.tree, self.grammar, token, slots)} if passive else {"subj": own}
        kept = {slot: found for slot, found in slots.items() if found}
        return Clause(token, form.lemma, "participle", kept, passive, form=form.kind, parent=name, relation="amod")

    def _attribute(self, token: int) -> Clause:
        """An attributive adjective with a phrase of its own: "der bei dem Treffen anwesende Minister"."""
        noun = self.tree.heads[token]
        lemma = self.words.adjectives[self.tree.lower[token]]
        slots = self._own_phrases(token, self.grammar.arguments(self.tree, token))
        slots["self"] = slots["subj"] = (noun,)
        return Clause(token, lemma, "adjective", slots, parent=noun, relation="amod")

    def _own_phrases(self, token: int, slots: Slots) -> Slots:
        """What stands between the article and an attribute belongs to the attribute, wherever the parser hung it."""
        tree = self.tree
        noun = tree.heads[token]
        opening = min((k for k in tree.kids[noun] if tree.deps[k] in {"det", "det:poss"}), default=noun)
        for kid in tree.kids[noun]:
            if opening < kid < token and tree.deps[kid] in {"nmod", "obl", "obl:agent", "nmod:poss", "obj", "advmod"}:
                for slot in self.grammar.slots_of(tree, kid, "obl"):
                    slots.setdefault(slot, tuple(tree.conjuncts(kid)))
        return slots

    def _noun(self, token: int, found: tuple[str, str], copula: int | None) -> Clause:
        tree = self.tree
        slots = self.grammar.noun_arguments(tree, token)
        for kid in self._stray(token):
            for slot in self.grammar.slots_of(tree, kid, "nmod"):
                slots.setdefault(slot, tuple(tree.conjuncts(kid)))
        slots["part"] = slots["adj"] = slots["self"] = (token,)
        kids = tree.kids[token]
        modifiers = [k for k in kids if tree.deps[k] in {"amod", "advmod", "det"}]
        predicating = kids if copula is not None else []
        above = tree.heads[token]
        if copula is not None:
            slots["subj"] = tuple(s for k in kids if tree.deps[k] == "nsubj" for s in tree.conjuncts(k))
        elif tree.deps[token] == "nsubj" and tree.pos[above] in NOUN_POS and self._copula(above) is not None:
            slots["subj"] = tuple(tree.conjuncts(above))  # "Gewinner der Wahl ist nicht die SPD"
            predicating = tree.kids[above]
            modifiers += [k for k in predicating if tree.deps[k] == "advmod"]
        auxiliaries = tuple(k for k in predicating if tree.deps[k] in {"aux", "cop"})
        marks = tuple(k for k in kids if tree.deps[k] == "mark")
        parent, relation = self._governor(token)
        if copula is None and parent is not None and relation not in COMPLEMENTS:
            relation = self._slot_in_parent(token)
        clause = Clause(
            token, found[0], "noun", slots, auxiliaries=auxiliaries, marks=marks, modifiers=tuple(modifiers),
            parent=parent, relation=relation, modifier=found[1],
        )  # fmt: skip
        return inherit(self.tree, self.grammar, self.clause, clause, None) if copula is not None else clause

    def _stray(self, token: int) -> list[int]:
        """Prepositional phrases right behind a noun phrase that the parser hung on a name or genitive in it or on the verb."""
        tree = self.tree
        found = self._right_behind(max(tree.subtree(token)))
        found += [
            low
            for kid in tree.kids[token]
            if tree.pos[kid] == "PROPN"
            or (tree.deps[kid] == "nmod" and (tree.case_mark(kid) is None or self._named(kid)))
            for name in tree.conjuncts(kid)
            for low in tree.kids[name]
            if tree.deps[low] == "nmod" and low > name and tree.case_mark(low) is not None
        ]
        head = tree.heads[token]
        end = max(tree.subtree(token))
        for kid in sorted(tree.kids[head]):
            if (
                token < kid < head
                and tree.deps[kid] in {"obl", "nmod", "obl:arg"}
                and min(tree.subtree(kid)) == end + 1
            ):
                found.append(kid)
                end = max(tree.subtree(kid))
        return found

    def _named(self, token: int) -> bool:
        """Whether a noun is a title with its name behind it: what follows the name belongs to neither."""
        return any(self.tree.deps[k] == "appos" and k == token + 1 for k in self.tree.kids[token])

    def _right_behind(self, end: int) -> list[int]:
        """The partner named right behind a noun phrase, wherever the parser hung it: "in einem Gespräch mit X Y gefordert"."""
        tree, mark = self.tree, end + 1
        if mark >= len(tree.words) or tree.deps[mark] != "case" or tree.lower[mark] not in self.grammar.partners:
            return []
        return [tree.heads[mark]] if tree.heads[mark] > mark else []

    def _slot_in_parent(self, token: int) -> str:
        top = token
        while self.tree.deps[top] == "conj":
            top = self.tree.heads[top]
        slots = self.grammar.slots_of(self.tree, top, "nmod")
        return slots[0] if slots else self.tree.deps[top]

    def _adjective(self, token: int) -> Clause:
        tree = self.tree
        kids = tree.kids[token]
        lemma = self.words.adjectives.get(tree.lower[token], tree.lower[token])
        clause = Clause(
            token, lemma, "adjective", self.grammar.arguments(tree, token),
            auxiliaries=tuple(k for k in kids if tree.deps[k] in {"aux", "cop"}),
            marks=tuple(k for k in kids if tree.deps[k] == "mark"),
            modifiers=tuple(k for k in kids if tree.deps[k] in {"advmod"}),
        )  # fmt: skip
        parent, relation = self._governor(token)
        first = self.clause(tree.heads[token]) if tree.deps[token] == "conj" else None
        return inherit(self.tree, self.grammar, self.clause, replace(clause, parent=parent, relation=relation), first)

    def _governor(self, token: int) -> tuple[int | None, str]:
        """The clause that this one depends on; conjuncts share their first one's governor."""
        tree = self.tree
        top = token
        while tree.deps[top] == "conj" and tree.heads[top] != top:
            top = tree.heads[top]
        relation = tree.deps[top]
        at = tree.heads[top]
        while tree.heads[at] != at and not (tree.pos[at] in {"VERB", "AUX"} or self._is_clause(at)):
            at = tree.heads[at]
        return (None, "") if top == at or tree.heads[top] == top else (at, relation)

    def _is_clause(self, token: int) -> bool:
        return self.clause(token) is not None
