"""Temporal expressions and what they mean; the texts are not parsed here, so nothing depends on a tense."""

from __future__ import annotations

import pytest
import spacy
from edtf import parse_edtf
from spacy.language import Language

from kg.dates import edtf_bounds
from kg.language.times import find_times

WEDNESDAY = "2025-04-16"

# sentence, "text|TYPE|value" of every expression in it, as read on Wednesday, 16 April 2025
DAYS = [
    ("Das Urteil fiel am 11. April 2025.", ["11. April 2025|DATE|2025-04-11"]),
    ("Das Urteil fiel am Freitag, 11. April.", ["Freitag, 11. April|DATE|2025-04-11"]),
    ("Das Urteil fiel am Freitag, dem 11. April 2025.", ["Freitag, dem 11. April 2025|DATE|2025-04-11"]),
    ("Das Urteil fiel am 11.04.2025.", ["11.04.2025|DATE|2025-04-11"]),
    ("Das Urteil fiel am 11. 4. 2025.", ["11. 4. 2025|DATE|2025-04-11"]),
    ("Stand: 2025-04-11", ["2025-04-11|DATE|2025-04-11"]),
    ("Der Vertrag gilt seit 3. Jänner.", ["3. Jänner|DATE|2025-01-03"]),
    ("Der Vertrag gilt seit 3. Feb. 2019.", ["3. Feb. 2019|DATE|2019-02-03"]),
    ("Die Messe dauert von 3. bis 5. Mai.", ["3.|DATE|2025-05-03", "5. Mai|DATE|2025-05-05"]),
    (
        "Die Messe ist am 3., 4. und 5. Mai.",
        ["3.|DATE|2025-05-03", "4.|DATE|2025-05-04", "5. Mai|DATE|2025-05-05"],
    ),
    ("Am 1. Mai '68 regnete es.", ["1. Mai '68|DATE|1968-05-01"]),
    ("Der Vertrag gilt seit 2. Mai.", ["2. Mai|DATE|2024-05-02"]),
    ("Die Messe dauert vom 30. April bis zum 5. Mai.", ["30. April|DATE|2025-04-30", "5. Mai|DATE|2025-05-05"]),
    ("Das Gesetz vom 1. August des Vorjahres", ["1. August des Vorjahres|DATE|2024-08-01"]),
    ("Das Gesetz vom 1. August des vergangenen Jahres", ["1. August des vergangenen Jahres|DATE|2024-08-01"]),
    ("Das Spiel am 24.12. fiel aus.", ["24.12.|DATE|2024-12-24"]),
    ("Am 31. Februar geht nichts.", []),
    ("Das Haus Nr. 3. Mai kommt nicht.", ["3. Mai|DATE|2025-05-03"]),
    ("Gestern kam er, heute geht er.", ["Gestern|DATE|2025-04-15", "heute|DATE|2025-04-16"]),
    ("Vorgestern war er da, übermorgen kommt er.", ["Vorgestern|DATE|2025-04-14", "übermorgen|DATE|2025-04-18"]),
    ("Er kommt morgen.", ["morgen|DATE|2025-04-17"]),
    ("Morgen kommt er.", ["Morgen|DATE|2025-04-17"]),
    ("Guten Morgen, sagte er.", []),
    ("Bis heute fehlt das Geld.", ["heute|DATE|PRESENT_REF"]),
    ("Er lebt heute noch dort.", ["heute|DATE|PRESENT_REF"]),
    ("Am Montag tagte der Rat.", ["Montag|DATE|2025-04-14"]),
    ("Am Mittwoch tagte der Rat.", ["Mittwoch|DATE|2025-04-16"]),
    ("Am Samstag tagte der Rat.", ["Samstag|DATE|2025-04-12"]),
    ("Am Sonnabend tagte der Rat.", ["Sonnabend|DATE|2025-04-12"]),
    ("Am vergangenen Mittwoch tagte der Rat.", ["vergangenen Mittwoch|DATE|2025-04-09"]),
    ("Am kommenden Montag tagt der Rat.", ["kommenden Montag|DATE|2025-04-21"]),
    ("Am heutigen Mittwoch tagt der Rat.", ["Mittwoch|DATE|2025-04-16"]),
    ("Am gestrigen Dienstag tagte der Rat.", ["Dienstag|DATE|2025-04-15"]),
    ("Der Rat tagt am Montag nächster Woche.", ["Montag nächster Woche|DATE|2025-04-21"]),
    ("Am Tag darauf reiste er ab.", ["Tag darauf|DATE|2025-04-17"]),
    (
        "Er kam am 3. März an. Am nächsten Tag reiste er ab.",
        ["3. März|DATE|2025-03-03", "nächsten Tag|DATE|2025-03-04"],
    ),
    ("Er kam am 3. März an. Am Vortag war er krank.", ["3. März|DATE|2025-03-03", "Vortag|DATE|2025-03-02"]),
    (
        "Er kam am 3. März an, drei Tage später ging er.",
        ["3. März|DATE|2025-03-03", "drei Tage später|DATE|2025-03-06"],
    ),
    ("Er kam am 3. März an; am selben Tag ging er.", ["3. März|DATE|2025-03-03", "selben Tag|DATE|2025-03-03"]),
    ("Zu Ostern ist frei.", ["Ostern|DATE|2025-04-20"]),
    ("Am Karfreitag ruht die Arbeit.", ["Karfreitag|DATE|2025-04-18"]),
    ("Der Anschlag zu Silvester 2016", ["Silvester 2016|DATE|2016-12-31"]),
    ("Die Reise zu Pfingsten 2011", ["Pfingsten 2011|DATE|2011-06-12"]),
    ("Am ersten Advent 2024 schneite es.", ["ersten Advent 2024|DATE|2024-12-01"]),
    ("Am Buß- und Bettag 2024 war frei.", ["Buß- und Bettag 2024|DATE|2024-11-20"]),
    ("Am zweiten Weihnachtstag 2004 war frei.", ["zweiten Weihnachtstag 2004|DATE|2004-12-26"]),
    (
        "Der Kurs lag so tief wie im März 2006. Am Vortag war er höher.",
        ["März 2006|DATE|2006-03", "Vortag|DATE|2025-04-15"],
    ),
    ("Am 2. Weihnachtsfeiertag 2024 war frei.", ["2. Weihnachtsfeiertag 2024|DATE|2024-12-26"]),
]
HOURS = [
    ("Das Spiel beginnt heute um 20.45 Uhr.", ["heute|DATE|2025-04-16", "20.45 Uhr|TIME|2025-04-16T20:45"]),
    ("Am 3. Mai um 9 Uhr früh ging es los.", ["3. Mai|DATE|2025-05-03", "9 Uhr früh|TIME|2025-05-03T09:00"]),
    ("Um 8 Uhr abends war Schluss.", ["8 Uhr abends|TIME|2025-04-16T20:00"]),
    (
        "Treffpunkt um 20:15 Uhr am Freitag, 18. April",
        ["20:15 Uhr|TIME|2025-04-18T20:15", "Freitag, 18. April|DATE|2025-04-18"],
    ),
    ("Geöffnet von 9 bis 12.30 Uhr.", ["9|TIME|2025-04-16T09:00", "12.30 Uhr|TIME|2025-04-16T12:30"]),
    ("Geöffnet 14-18 Uhr.", ["14|TIME|2025-04-16T14:00", "18 Uhr|TIME|2025-04-16T18:00"]),
    ("Um halb acht läutete es.", ["halb acht|TIME|2025-04-16T07:30"]),
    ("Kurz nach Mitternacht brannte es.", ["Mitternacht|TIME|2025-04-16T24:00"]),
    ("Am Dienstagabend tagte der Rat.", ["Dienstagabend|TIME|2025-04-15TEV"]),
    ("Am Dienstag Abend tagte der Rat.", ["Dienstag Abend|TIME|2025-04-15TEV"]),
    ("Er kam Montag früh.", ["Montag früh|TIME|2025-04-14TMO"]),
    ("Gestern Abend tagte der Rat.", ["Gestern Abend|TIME|2025-04-15TEV"]),
    ("Er kommt morgen früh.", ["morgen früh|TIME|2025-04-17TMO"]),
    ("Heute Nachmittag regnet es.", ["Heute Nachmittag|TIME|2025-04-16TAF"]),
    ("Die Maschine landete am Morgen.", ["Morgen|TIME|2025-04-16TMO"]),
    ("Am späten Abend wurde es ruhig.", ["späten Abend|TIME|2025-04-16TEV"]),
    ("In der Nacht auf Sonntag brannte es.", ["der Nacht auf Sonntag|TIME|2025-04-13TNI"]),
    ("In der vergangenen Nacht brannte es.", ["der vergangenen Nacht|TIME|2025-04-15TNI"]),
    ("Am frühen Morgen des 22. März brannte es.", ["frühen Morgen des 22. März|TIME|2025-03-22TMO"]),
    ("Am Morgen des 22. März brannte es.", ["Morgen des 22. März|TIME|2025-03-22TMO"]),
    ("Kurz vor Mitternacht brannte es.", ["Mitternacht|TIME|2025-04-16T24:00"]),
    (
        "Geöffnet von 9.15-12 und 15-17.45 Uhr.",
        [
            "9.15|TIME|2025-04-16T09:15",
            "12|TIME|2025-04-16T12:00",
            "15|TIME|2025-04-16T15:00",
            "17.45 Uhr|TIME|2025-04-16T17:45",
        ],
    ),
    (
        "Er kam am 3. März an. Am nächsten Morgen ging er.",
        ["3. März|DATE|2025-03-03", "nächsten Morgen|TIME|2025-03-04TMO"],
    ),
    (
        "Vor einigen Tagen hielten sie ihn in den Morgenstunden an.",
        ["einigen Tagen|DURATION|PXD", "den Morgenstunden|TIME|2025-04-XXTMO"],
    ),
    ("Eines Abends läutete es.", []),
    ("Am Montag reiste er an, am Abend sprach er.", ["Montag|DATE|2025-04-14", "Abend|TIME|2025-04-14TEV"]),
]
PERIODS = [
    ("Im Februar war er in Rom.", ["Februar|DATE|2025-02"]),
    ("Im Jänner war er in Rom.", ["Jänner|DATE|2025-01"]),
    ("Im Februar 1998 war er in Rom.", ["Februar 1998|DATE|1998-02"]),
    ("Mitte Juli 2014 war er in Rom.", ["Mitte Juli 2014|DATE|2014-07"]),
    ("Zwischen Mai 2003 und August 2009", ["Mai 2003|DATE|2003-05", "August 2009|DATE|2009-08"]),
    ("Im Mai vergangenen Jahres war er da.", ["Mai vergangenen Jahres|DATE|2024-05"]),
    ("Im Mai des Vorjahres war er da.", ["Mai des Vorjahres|DATE|2024-05"]),
    ("Ab Juli dieses Jahres gilt es.", ["Juli dieses Jahres|DATE|2025-07"]),
    ("Im vergangenen Dezember war er da.", ["vergangenen Dezember|DATE|2024-12"]),
    ("Vergangenes Jahr war er da.", ["Vergangenes Jahr|DATE|2024"]),
    ("Nächstes Jahr ist er da.", ["Nächstes Jahr|DATE|2026"]),
    ("Heuer war er da.", ["Heuer|DATE|2025"]),
    ("Im heurigen Jahr war er da.", ["heurigen Jahr|DATE|2025"]),
    ("Im Vorjahr war er da.", ["Vorjahr|DATE|2024"]),
    ("Das war im Jahr 1998.", ["Jahr 1998|DATE|1998"]),
    ("Das war 1998 so.", ["1998|DATE|1998"]),
    ("Das war seit 1998 so.", ["1998|DATE|1998"]),
    ("Ende 2015 war es so.", ["Ende 2015|DATE|2015"]),
    ("Anfang 2015 war es so.", ["Anfang 2015|DATE|2015"]),
    ("Zwischen 1939 und 1945 war Krieg.", ["1939|DATE|1939", "1945|DATE|1945"]),
    ("Die Zeit 1939-1945 war schlimm.", ["1939|DATE|1939", "1945|DATE|1945"]),
    ("Das Schuljahr 2006 / 2007 war gut.", ["Das Schuljahr 2006 / 2007|DATE|2006/2007"]),
    ("Die Saison 2013/14 war gut.", ["2013/14|DATE|2013/2014"]),
    ("Der Krieg 1914-18 war schlimm.", ["1914-18|DATE|1914/1918"]),
    ("Er verlangt rund 1500 Euro.", []),
    ("Auf Seite 1998 steht es.", []),
    ("Sie zahlten 2000 Euro.", []),
    ("In den 1990er-Jahren wuchs die Stadt.", ["den 1990er-Jahren|DATE|199"]),
    ("In den 1990er Jahren wuchs die Stadt.", ["den 1990er Jahren|DATE|199"]),
    ("In den 90er-Jahren wuchs die Stadt.", ["den 90er-Jahren|DATE|199"]),
    ("In den siebziger Jahren wuchs die Stadt.", ["den siebziger Jahren|DATE|197"]),
    ("Anfang der Achtzigerjahre wuchs die Stadt.", ["Anfang der Achtzigerjahre|DATE|198"]),
    (
        "In den zwanziger und dreißiger Jahren wuchs die Stadt.",
        ["den zwanziger|DATE|192", "dreißiger Jahren|DATE|193"],
    ),
    ("Die Fünfziger waren muffig.", ["Die Fünfziger|DATE|195"]),
    ("In den achtziger Jahren des 19. Jahrhunderts", ["den achtziger Jahren des 19. Jahrhunderts|DATE|188"]),
    ("In den 80er-Jahren des 19. Jahrhunderts", ["den 80er-Jahren des 19. Jahrhunderts|DATE|188"]),
    ("Die Saison 1999/00 war gut.", ["1999/00|DATE|1999/2000"]),
    ("Um die Jahrhundertwende wuchs die Stadt.", ["Jahrhundertwende|DATE|1900"]),
    ("Im Herbst '89 fiel die Mauer.", ["Herbst '89|DATE|1989-FA"]),
    ("Im November ’89 fiel die Mauer.", ["November ’89|DATE|1989-11"]),
    ("Von Mai bis September 1997 war er da.", ["Mai|DATE|1997-05", "September 1997|DATE|1997-09"]),
    ("Vom 3. Mai bis 5. Juni 1997 war er da.", ["3. Mai|DATE|1997-05-03", "5. Juni 1997|DATE|1997-06-05"]),
    ("Von Freitag bis Montag war er da.", ["Freitag|DATE|2025-04-11", "Montag|DATE|2025-04-14"]),
    ("Im Januar 1933 kam er. Im März brannte es.", ["Januar 1933|DATE|1933-01", "März|DATE|1933-03"]),
    ("1968 kam er nach Prag. Im August ging er.", ["1968|DATE|1968", "August|DATE|1968-08"]),
    ("Die 1961 gegründete Firma wuchs im März.", ["1961|DATE|1961", "März|DATE|2025-03"]),
    ("Am Ziel waren 2000 im Jahr 2011.", ["Jahr 2011|DATE|2011"]),
    (
        "Beginn war am 3. März. In der dritten Woche regnete es.",
        ["3. März|DATE|2025-03-03", "der dritten Woche|DATE|2025-W12"],
    ),
    ("In der dritten Woche regnete es.", ["der dritten Woche|DATE|XXXX-WXX"]),
    ("Im 19. Jahrhundert wuchs die Stadt.", ["19. Jahrhundert|DATE|18"]),
    ("Ende des 19. Jahrhunderts wuchs die Stadt.", ["Ende des 19. Jahrhunderts|DATE|18"]),
    ("Im zwanzigsten Jahrhundert wuchs die Stadt.", ["zwanzigsten Jahrhundert|DATE|19"]),
    ("Diese Woche tagt der Rat.", ["Diese Woche|DATE|2025-W16"]),
    ("Vergangene Woche tagte der Rat.", ["Vergangene Woche|DATE|2025-W15"]),
    ("In der kommenden Woche tagt der Rat.", ["der kommenden Woche|DATE|2025-W17"]),
    ("Am Wochenende schneite es.", ["Wochenende|DATE|2025-W15-WE"]),
    ("Am kommenden Wochenende ist Wahl.", ["kommenden Wochenende|DATE|2025-W16-WE"]),
    ("Im vorigen Monat sank der Preis.", ["vorigen Monat|DATE|2025-03"]),
    ("Im Sommer 2014 war es heiß.", ["Sommer 2014|DATE|2014-SU"]),
    ("Im Winter 2013/14 war es kalt.", ["Winter 2013/14|DATE|2013-WI"]),
    ("Im vergangenen Herbst war es nass.", ["vergangenen Herbst|DATE|2024-FA"]),
    ("Im ersten Quartal sank der Umsatz.", ["ersten Quartal|DATE|2025-Q1"]),
    ("Im dritten Quartal 2014 sank der Umsatz.", ["dritten Quartal 2014|DATE|2014-Q3"]),
    ("Im 1. Halbjahr 2014 sank der Umsatz.", ["1. Halbjahr 2014|DATE|2014-H1"]),
    ("Bis Ende des Jahres ist Zeit.", ["Ende des Jahres|DATE|2025"]),
    ("Er kam 1998; drei Jahre später ging er.", ["1998|DATE|1998", "drei Jahre später|DATE|2001"]),
]
LENGTHS = [
    ("Sie sprachen vier Stunden lang.", ["vier Stunden|DURATION|PT4H"]),
    ("Sie sprachen mehr als vier Stunden.", ["mehr als vier Stunden|DURATION|PT4H"]),
    ("Er blieb zwei Jahre.", ["zwei Jahre|DURATION|P2Y"]),
    ("Er blieb 25 Minuten.", ["25 Minuten|DURATION|PT25M"]),
    ("Er blieb fünfundzwanzig Tage.", ["fünfundzwanzig Tage|DURATION|P25D"]),
    ("Er kam vor zwei Wochen.", ["zwei Wochen|DURATION|P2W"]),
    ("Er ist seit Jahren krank.", ["Jahren|DURATION|PXY"]),
    ("Er ist seit einigen Monaten krank.", ["einigen Monaten|DURATION|PXM"]),
    ("Er blieb ein halbes Jahr.", ["ein halbes Jahr|DURATION|P6M"]),
    ("Er blieb eine Dreiviertelstunde.", ["eine Dreiviertelstunde|DURATION|PT45M"]),
    ("Er blieb anderthalb Jahre.", ["anderthalb Jahre|DURATION|P1.5Y"]),
    ("In den vergangenen drei Jahren war er krank.", ["den vergangenen drei Jahren|DURATION|P3Y"]),
    ("In den vergangenen Jahren war er krank.", ["den vergangenen Jahren|DURATION|PXY"]),
    ("Es regnete den ganzen Tag.", ["den ganzen Tag|DURATION|P1D"]),
    ("Vor 10.000 Jahren kam er.", ["10.000 Jahren|DURATION|P10000Y"]),
    ("Eines Tages kam er.", []),
    ("Der Film ist ab 16 Jahren frei.", []),
    ("In letzter Zeit regnet es.", ["letzter Zeit|DATE|PAST_REF"]),
    ("Nach dreitägiger Fahrt kam er an.", ["dreitägiger|DURATION|P3D"]),
    ("Er wollte 50 statt 30 Jahre.", ["50|DURATION|P50Y", "30 Jahre|DURATION|P30Y"]),
    ("Der 29-jährige Belgier kam.", []),
    ("Das 50-jährige Bestehen wird gefeiert.", ["50-jährige|DURATION|P50Y"]),
    ("Das Beben, das etwa zehn Sekunden dauerte", ["etwa zehn Sekunden|DURATION|PT10S"]),
    ("Nach der zweistündigen Sitzung", ["zweistündigen|DURATION|PT2H"]),
    ("Ein 17-jähriges Mädchen kam.", []),
    ("Ein fast 100-jähriges Problem ist gelöst.", ["fast 100-jähriges|DURATION|P100Y"]),
    ("Nach dreijähriger Haft kam er frei.", ["dreijähriger|DURATION|P3Y"]),
    ("Die 14-Tage-Frist läuft.", ["14-Tage|DURATION|P14D"]),
    ("Ein Vierteljahrhundert lang schwieg er.", ["Ein Vierteljahrhundert|DURATION|P25Y"]),
    ("Alle vier Jahre wird gewählt.", ["Alle vier Jahre|SET|P4Y"]),
    ("Einmal im Monat ist Markt.", ["Einmal im Monat|SET|P1M"]),
    ("Jeden letzten Samstag im Monat ist Markt.", ["Jeden letzten Samstag im Monat|SET|P1M"]),
    ("Ex-Minister Müller kam.", ["Ex|DATE|PAST_REF"]),
    ("Auf Spuren der Vergangenheit", []),
    ("Das Motto „Weihnachten“", []),
    ("Dieser Tage kommt er.", ["Dieser Tage|DATE|PRESENT_REF"]),
    ("Jeden Montag ist Markt.", ["Jeden Montag|SET|XXXX-WXX-1"]),
    ("Dienstags ist Markt.", ["Dienstags|SET|XXXX-WXX-2"]),
    ("Er zahlt jährlich und täglich.", ["jährlich|SET|P1Y", "täglich|SET|P1D"]),
    ("Er kommt alle zwei Wochen.", ["alle zwei Wochen|SET|P2W"]),
    ("Er kommt jeden zweiten Tag.", ["jeden zweiten Tag|SET|P2D"]),
    ("Er zahlt 30 Euro pro Monat.", ["pro Monat|SET|P1M"]),
    ("Damals war er Chef, jetzt nicht.", ["Damals|DATE|PAST_REF", "jetzt|DATE|PRESENT_REF"]),
    ("Der ehemalige Präsident kam.", ["ehemalige|DATE|PAST_REF"]),
    ("In der Vergangenheit war das anders.", ["der Vergangenheit|DATE|PAST_REF"]),
    ("Nach 2:46 Stunden war er im Ziel.", []),
    ("Derzeit prüft man.", ["Derzeit|DATE|PRESENT_REF"]),
    ("In der nächsten Zukunft prüft man.", ["nächsten Zukunft|DATE|FUTURE_REF"]),
    ("Künftig prüft man zuletzt wie bisher.", []),
]
UNDATED = [
    (
        None,
        "Er kam gestern, am Montag und am 3. Mai.",
        ["gestern|DATE|PAST_REF", "Montag|DATE|XXXX-WXX-1", "3. Mai|DATE|XXXX-05-03"],
    ),
    (None, "Vergangenes Jahr und nächstes Jahr", ["Vergangenes Jahr|DATE|PAST_REF", "nächstes Jahr|DATE|FUTURE_REF"]),
    (
        None,
        "Um 20 Uhr, im Februar, im Sommer",
        ["20 Uhr|TIME|XXXX-XX-XXT20:00", "Februar|DATE|XXXX-02", "Sommer|DATE|XXXX-SU"],
    ),
    (None, "Am 3. Mai 2011 war es so.", ["3. Mai 2011|DATE|2011-05-03"]),
    ("2025-04", "Er kam am 11. April.", ["11. April|DATE|2025-04-11"]),
    ("2025-04", "Er kam im Februar.", ["Februar|DATE|2025-02"]),
    ("2025-04", "Er kam am Montag.", ["Montag|DATE|XXXX-WXX-1"]),
    ("2025-04", "Er kam am Morgen.", ["Morgen|TIME|2025-04-XXTMO"]),
    ("2025-04", "Er kam heute.", ["heute|DATE|PRESENT_REF"]),
    ("2025-04", "Er kam vergangenes Jahr.", ["vergangenes Jahr|DATE|2024"]),
    ("2025-04", "Er kam im vorigen Monat.", ["vorigen Monat|DATE|2025-03"]),
    ("2025-04", "Er kam vergangene Woche.", ["vergangene Woche|DATE|PAST_REF"]),
    ("2025", "Er kam im Februar.", ["Februar|DATE|2025-02"]),
    ("2025", "Er kam vergangenes Jahr.", ["vergangenes Jahr|DATE|2024"]),
    ("0001-01-01", "Er kam am Montag.", ["Montag|DATE|XXXX-WXX-1"]),
    ("9999-12-31", "Er kam am Montag.", ["Montag|DATE|XXXX-WXX-1"]),
    ("gestern", "Er kam vergangenes Jahr.", ["vergangenes Jahr|DATE|PAST_REF"]),
]
ROWS = [
    *((WEDNESDAY, sentence, expected) for rows in (DAYS, HOURS, PERIODS, LENGTHS) for sentence, expected in rows),
    *UNDATED,
]
EDTF = [
    (WEDNESDAY, "Am 11. April tagte der Rat.", ["2025-04-11"]),
    (WEDNESDAY, "Am Dienstagabend tagte der Rat.", ["2025-04-15"]),
    (WEDNESDAY, "Gestern um 20 Uhr tagte der Rat.", ["2025-04-15", "2025-04-15"]),
    (WEDNESDAY, "Im Februar tagte der Rat.", ["2025-02"]),
    (WEDNESDAY, "Vergangene Woche tagte der Rat.", ["2025-04-07/2025-04-13"]),
    (WEDNESDAY, "Am vergangenen Wochenende war Wahl.", ["2025-04-12/2025-04-13"]),
    (WEDNESDAY, "Im Sommer 2014 war Wahl.", ["2014-22"]),
    (WEDNESDAY, "Im ersten Quartal war Wahl.", ["2025-01/2025-03"]),
    (WEDNESDAY, "In den 90er-Jahren, im 19. Jahrhundert", ["199X", "18XX"]),
    (WEDNESDAY, "Die Saison 2013/14 war gut.", ["2013/2014"]),
    (WEDNESDAY, "Vor zwei Jahren, vor drei Monaten, vor drei Tagen", ["2023", "2025-01", "2025-04-13"]),
    (WEDNESDAY, "Vor 5000 Jahren, in 9000 Jahren, vor 10.000 Jahren", [None, None, None]),
    (WEDNESDAY, "Vor zwei Wochen, vor rund zwei Jahren, vor Jahren", ["2025-04", None, None]),
    (WEDNESDAY, "Er blieb zwei Jahre, jeden Montag, damals.", [None, None, None]),
    ("2025-04", "Er kam heute am Morgen.", ["2025-04", "2025-04"]),
    ("2025-04", "Er kam am Montag, gestern, vor zwei Wochen.", [None, None, None]),
]


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("de")


@pytest.mark.parametrize(("date", "sentence", "expected"), ROWS)
def test_expressions(blank: Language, date: str | None, sentence: str, expected: list[str]) -> None:
    times = find_times(blank(sentence), date)
    assert [f"{sentence[time.start : time.end]}|{time.type}|{time.value}" for time in times] == expected


@pytest.mark.parametrize(("date", "sentence", "expected"), EDTF)
def test_edtf(blank: Language, date: str | None, sentence: str, expected: list[str | None]) -> None:
    assert [time.edtf for time in find_times(blank(sentence), date)] == expected


@pytest.mark.parametrize("sentence", [row[1] for row in ROWS])
def test_every_edtf_is_one(blank: Language, sentence: str) -> None:
    for time in find_times(blank(sentence), WEDNESDAY):
        if time.edtf:
            assert edtf_bounds(time.edtf)
            assert parse_edtf(time.edtf)


def test_passes_over_what_is_no_language(blank: Language) -> None:
    doc = blank("Stand 2025-04-11 Am Montag tagte der Rat.")
    doc.user_data["skipped"] = frozenset({0, 1, 2, 3, 4, 5})
    assert all(time.start > 10 for time in find_times(doc, WEDNESDAY))
