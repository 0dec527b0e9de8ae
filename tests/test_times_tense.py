"""Weekdays, months and feasts without a year go by the tense of their clause."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.language.times import find_times

WEDNESDAY = "2025-04-16"

ROWS = [
    ("Der Minister sagte am Montag in Berlin ab.", ["2025-04-14"]),
    ("Der Minister hat am Montag in Berlin abgesagt.", ["2025-04-14"]),
    ("Der Minister war am Freitag in Berlin angekommen.", ["2025-04-11"]),
    ("Der Minister wurde am Freitag in Berlin festgenommen.", ["2025-04-11"]),
    ("Der Minister wird am Montag nach Berlin reisen.", ["2025-04-21"]),
    ("Der Minister will am Montag nach Berlin reisen.", ["2025-04-21"]),
    ("Der Minister soll am Montag in Berlin sprechen.", ["2025-04-21"]),
    ("Die Messe beginnt am Freitag in Berlin.", ["2025-04-18"]),
    ("Der Minister kündigte an, am Freitag nach Berlin zu reisen.", ["2025-04-18"]),
    ("Der Minister sagte am Montag, er werde am Freitag nach Berlin reisen.", ["2025-04-14", "2025-04-18"]),
    ("Die für Freitag geplante Reise nach Berlin wurde abgesagt.", ["2025-04-18"]),
    ("Der Minister war im Dezember in Berlin.", ["2024-12"]),
    ("Der Minister wird im Dezember nach Berlin reisen.", ["2025-12"]),
    ("Der Minister wird im Februar nach Berlin reisen.", ["2026-02"]),
    ("Der Minister war am 20. Dezember in Berlin.", ["2024-12-20"]),
    ("Der Minister wird am 20. Dezember nach Berlin reisen.", ["2025-12-20"]),
    ("Der Minister war im Sommer in Berlin.", ["2024-SU"]),
    ("Der Minister wird im Sommer nach Berlin reisen.", ["2025-SU"]),
    ("Der Minister war zu Weihnachten in Berlin.", ["2024-12-25"]),
    ("Der Minister wird zu Weihnachten nach Berlin reisen.", ["2025-12-25"]),
    ("Der Minister wird am Wochenende nach Berlin reisen.", ["2025-W16-WE"]),
    ("Heute lebt der Minister in Berlin.", ["PRESENT_REF"]),
    ("Die Firma hat heute 300 Mitarbeiter.", ["PRESENT_REF"]),
    ("Heute reist der Minister nach Berlin.", ["2025-04-16"]),
    ("Der Minister ist seit Montag in Berlin.", ["2025-04-14"]),
    ("Die am Freitag beschlossene Reform ist teuer.", ["2025-04-11"]),
    ("Die Sitzung wurde auf Freitag verschoben.", ["2025-04-18"]),
    ("Die Sitzung wurde am Freitag verschoben.", ["2025-04-11"]),
    ("Der Eintritt ist am Freitag kostenlos.", ["2025-04-18"]),
    ("Der Minister August Müller kam.", []),
    ("Zur Kundgebung kamen 2009 Menschen.", []),
    ("Die Kundgebung fand 2009 in Berlin statt.", ["2009"]),
]


@pytest.mark.parametrize(("sentence", "values"), ROWS)
def test_tense_decides(nlp: Language, sentence: str, values: list[str]) -> None:
    assert [time.value for time in find_times(nlp(sentence), WEDNESDAY)] == values


FEATURE = "Das sieht er heute anders. " + "Er malt seit Jahren in seinem Haus. " * 80


def test_today_is_an_age_in_a_text_that_tells_of_no_other_day(nlp: Language) -> None:
    assert find_times(nlp(FEATURE), WEDNESDAY)[0].value == "PRESENT_REF"
    assert find_times(nlp(FEATURE + "Gestern kam er."), WEDNESDAY)[0].value == WEDNESDAY
