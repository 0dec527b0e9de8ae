"""The sentence around a piece of evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.views.sentences import sentence


@pytest.mark.parametrize(
    ("text", "exact", "shown"),
    [
        ("Es regnet. Müller kam nach Bregenz. Alle gingen.", "kam", "Müller kam nach Bregenz."),
        (
            "Am 3. Mai sprach Dr. Groll in St. Gallen. Es blieb still.",
            "sprach",
            "Am 3. Mai sprach Dr. Groll in St. Gallen.",
        ),
        ("Überschrift\nDer Rat tagt heute\nEnde", "Rat", "Der Rat tagt heute"),
        ("„Nein!“, rief sie. „Doch.“ Er ging.", "Er ging", "Er ging."),
        ("Kurz", "Kurz", "Kurz"),
        ("Eins. Zwei. Drei.", "Eins. Zwei", "Eins. Zwei."),
    ],
)
def test_sentence(text: str, exact: str, shown: str) -> None:
    start = text.index(exact)
    begin, end = sentence(text, start, start + len(exact))
    assert text[begin:end] == shown


@given(st.text(alphabet="aB1 .!\n„“ä", max_size=60), st.integers(0, 60), st.integers(0, 20))
def test_the_evidence_is_inside(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    begin, finish = sentence(text, start, end)
    assert 0 <= begin <= start <= end <= finish <= len(text)
