"""spaCy's German tokenizer plus what news needs, and paragraphs as sentence breaks."""

from __future__ import annotations

import re
from typing import cast

from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

ABBREVIATIONS = (
    "Vgl. vgl. Art. Hrsg. a.D. a.d. i.R. e.V. S.p.A. Inc. Corp. Co. Ltd. St. Std. Tsd. Mrd. Mio. Bio. Ca. jr. sen."
)
# A full stop after a year, a price, a score or a time ends the sentence; after one or two digits it makes an ordinal.
# So it does behind "AfD" and "GmbH".
FULL_STOPS = [
    r"(?<=[0-9]{3})\.",
    r"(?<=[0-9][,:][0-9])\.",
    r"(?<=[0-9][,:.][0-9]{2})\.",
    r"(?<=[a-zäöüß][A-ZÄÖÜ])\.",
]
QUOTATION_MARKS = ["›", "‹", "»", "«", "„", "“", "”"]
# "sagte:„Nein", "ist aus."Dann": no space beside the mark; "Lehrer:innen" stays whole.
INFIXES = [
    r"(?<=[a-zäöüß])[:,](?=[\"„“»«])",
    r"(?<=[:,])[\"„“»«]",
    r"(?<=[a-zäöüß])[.!?](?=[\"„“”«»][A-ZÄÖÜ])",
    r"(?<=[a-zäöüß][.!?])[\"„“”«»](?=[A-ZÄÖÜ])",
]
DATELINE = re.compile(
    r"(?:^|\n)[ \t]*[A-ZÄÖÜ][\w.-]+(?:(?:/| |, )[A-ZÄÖÜ][\w.-]+){0,3} ?"
    r"(?:(?P<agency>\([^()\n]{2,30}\)) ?)?(?P<dash>[-–—]+) (?=[A-ZÄÖÜ„»\"])"
)
COLON = "[:<>=]"
WITHIN = {":", ";"}  # what follows belongs to the same sentence, as in the treebanks


def adapt(nlp: Language) -> None:
    """Add the rules to a German pipeline's tokenizer, in place; doing so again changes nothing."""
    defaults = nlp.Defaults
    prefixes = [rule for rule in defaults.prefixes or [] if rule != "#"]
    suffixes = [*(defaults.suffixes or []), *FULL_STOPS, *QUOTATION_MARKS]
    infixes = [
        rule.replace(COLON, f"(?!:in(?:nen)?\\b){COLON}") if COLON in rule else rule
        for rule in map(str, defaults.infixes or [])
    ]
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*prefixes, *QUOTATION_MARKS]).search
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.infix_finditer = compile_infix_regex([*infixes, *INFIXES]).finditer
    for abbreviation in ABBREVIATIONS.split():
        tokenizer.add_special_case(abbreviation, [{ORTH: abbreviation}])


@Language.component("paragraphs")
def paragraphs(doc: Doc) -> Doc:
    """Start a sentence after every blank line and dateline, neither has a full stop, and none after a colon; in place.

    Runs before the parser, which keeps to both.
    """
    for token in doc[:-1]:
        if token.is_space and token.text.count("\n") > 1:
            following = doc[token.i + 1]
            if not following.is_space:
                following.is_sent_start = True
        elif token.text in WITHIN:
            doc[token.i + 1].is_sent_start = False
    text = doc.text
    for match in DATELINE.finditer(text):
        # "Moskau – Hauptstadt Russlands – ist …" is no dateline: there, a second dash closes the insertion.
        if match["agency"] or f" {match['dash']} " not in text[match.end() : match.end() + 80].split("\n")[0]:
            span = doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
            if span is not None:
                span[0].is_sent_start = True
    return doc
