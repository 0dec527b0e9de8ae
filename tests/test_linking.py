"""Who is who across articles: what must merge, what never may, decisions, order, ambiguity."""

import random
import re

import pytest

from kg.entities.canonical import slug
from kg.entities.linking import link, unsure
from kg.model import Decision, EntityRow, EntityType

BASE = "https://example.org/"
TYPES = {
    "P": EntityType.PERSON,
    "O": EntityType.ORGANIZATION,
    "C": EntityType.COUNTRY,
    "L": EntityType.PLACE,
    "E": EntityType.NAMED_EVENT,
    "W": EntityType.WORK,
}


def row(notation: str, article: str) -> EntityRow:
    """Read "P Steve Witkoff (US-Sondergesandter) =Witkoff +kreml @2025-04-11 #us": role, other name, neighbour, date, country."""
    kind, rest = notation.split(" ", 1)
    name = re.split(r" [(=+@#]", rest)[0]
    person = kind == "P"
    weak = person and " " not in name
    scope = f"--{article}" if weak else ""
    iri = f"{BASE}entity/{TYPES[kind].value.lower()}/{slug(name)}{scope}"
    others = [f"{BASE}entity/{n}" for n in re.findall(r"\+(\S+)", rest)]
    return EntityRow(
        iri=iri, article=article, type=TYPES[kind], name=name, aliases=tuple(re.findall(r"=([^=+@#(]+?)(?= [=+@#(]|$)", rest)),
        roles=tuple(re.findall(r"\(([^)]+)\)", rest)), weak=weak, country=next(iter(re.findall(r"#(\w+)", rest)), None),
        date=next(iter(re.findall(r"@(\S+)", rest)), None), others=(iri, *others),
    )  # fmt: skip


def merged(left: str, right: str) -> bool:
    rows = [row(left, "a1"), row(right, "a2")]
    if rows[0].iri == rows[1].iri:
        return True
    return bool(link(rows))


SAME = """
P Kirill Dmitrijew | P Kirill Dmitriev
P Kirill Dmitrijew | P Kirill Dmitriew
P Wolodymyr Selenskyj | P Wolodymyr Selenski
P Wolodymyr Selenskyj | P Volodymyr Zelensky
P Sergej Lawrow | P Sergei Lavrov
P Sergej Lawrow | P Sergey Lavrov
P Alexej Nawalny | P Alexei Navalny
P Dmitri Medwedew | P Dmitry Medvedev
P Dmitri Medwedew | P Dmitrij Medwedew
P Wladimir Putin | P Vladimir Putin
P Wiktor Janukowitsch | P Viktor Janukovic
P Petro Poroschenko | P Petro Poroshenko
P Julia Timoschenko | P Julija Timoschenko
P Alexander Lukaschenko | P Aleksandr Lukashenko
P Michail Chodorkowski | P Mikhail Khodorkovsky
P Viktor Orban | P Viktor Orbán
P Recep Tayyip Erdogan | P Recep Erdogan
P Recep Tayyip Erdogan | P Recep Tayyip Erdoğan
P Benjamin Netanjahu | P Benjamin Netanyahu
P Milos Zeman | P Miloš Zeman
P Slobodan Milosevic | P Slobodan Milošević
P Boris Jelzin | P Boris Yeltsin
P Andrej Sacharow | P Andrei Sakharov
P Müller (Außenminister) +country/oesterreich +person/x @2020-01-03 | P Thomas Müller (Außenminister) +person/x @2020-01-04
P Sobotka (Regierungschef) +person/zeman @2015-04-05 | P Bohuslav Sobotka (Regierungschef) +person/zeman @2015-04-06
P Witkoff (US-Sondergesandter) +person/p1 +person/p2 | P Steve Witkoff (US-Sondergesandter) +person/p1 +person/p2
P Peskow (Kremlsprecher) @2025-04-11 +person/a +person/b | P Dmitri Peskow (Kremlsprecher) @2025-04-12 +person/a +person/b
P J. Kerry (Außenminister) +person/k @2015-03-01 | P John Kerry (Außenminister) +person/k @2015-03-02
P Horst Köhler (Bundespräsident) | P Horst Koehler (Bundespräsident)
P Gerhard Schröder (Bundeskanzler) | P Gerhard Schroeder (Altkanzler)
P Karl Theodor zu Guttenberg (Verteidigungsminister) | P Karl zu Guttenberg (Verteidigungsminister)
P Ursula von der Leyen | P Ursula Von der Leyen
P José Manuel Barroso | P José Barroso
P Luiz Inácio Lula | P Luiz Lula
P Abdel Fattah al-Sisi | P Abdel Fattah Al-Sisi
P Erwin Pröll (Landeshauptmann) | P Erwin Proell (Landeshauptmann)
P Hans-Peter Friedrich | P Hans Peter Friedrich
P Annegret Kramp-Karrenbauer | P Annegret Kramp Karrenbauer
P Jean-Claude Juncker | P Jean Claude Juncker
O Zielpunkt GmbH | O Zielpunkt
O Siemens AG | O Siemens
O Volkswagen | O VW
O Volkswagen AG | O VW
O Deutsche Bahn | O Deutsche Bahn AG
O Organisation für Sicherheit und Zusammenarbeit in Europa =OSZE | O OSZE
O Europäische Zentralbank =EZB | O EZB
O Vereinte Nationen | O UN
O UNO | O UN
O Islamischer Staat =IS | O IS
O NATO | O Nato
O Süddeutsche Zeitung | O SZ
O Bild-Zeitung | O Bild
O FC Bayern | O FC Bayern München
O Borussia Dortmund | O BVB
O Pfeiffer Handels GmbH | O Pfeiffer Handels
O Neue Zürcher Zeitung | O NZZ
O Bundeswettbewerbsbehörde =BWB | O BWB
O Robert-Koch-Institut | O Robert Koch-Institut
O Al-Kaida | O Al-Qaida
O Housing Anywhere Inc. | O Housing Anywhere
O Lehman-Brothers | O Lehman Brothers
O Thyssenkrupp | O ThyssenKrupp AG
O Gesellschaft für Konsumforschung =GfK | O GfK
C Belarus | C Weißrussland
C USA | C Vereinigte Staaten
C Großbritannien | C Vereinigtes Königreich
C Tschechien | C Tschechische Republik
L St. Petersburg | L Sankt Petersburg
L Kiew | L Kyjiw
L Frankfurt | L Frankfurt am Main
L Peking | L Beijing
E Champions League | E Champions-League
"""

DIFFERENT = """
P Donald Trump | P Donald Trump junior
P Donald Trump | P Donald Trump Jr.
P Donald Trump | P Melania Trump
P Donald Trump | P Ivanka Trump
P George Bush senior | P George Bush junior
P George W. Bush | P George H. W. Bush
P George Bush | P Jeb Bush
P Bill Clinton | P Hillary Clinton
P Michelle Obama | P Barack Obama
P Thomas Müller (Fußballer) | P Gerd Müller (Fußballer)
P Gerd Müller (Minister) | P Gerhard Müller (Minister)
P Müller | P Thomas Müller
P Müller (Trainer) | P Müller (Minister)
P Schmidt | P Helmut Schmidt
P Schmidt @2020-01-01 | P Schmidt @2020-01-01
P Helmut Schmidt | P Helmut Schmitt
P Peter Meier | P Peter Mayer
P Hans Hofmann | P Hans Hoffmann
P Franz Maier | P Franz Mayr
P Joachim Löw | P Joachim Low
P Lambert Schönleitner | P Erich Schönleitner
P Sebastian Kurz | P Andreas Kurz
P Kurz (Lehrer) | P Sebastian Kurz (Außenminister)
P Karl Lagerfeld | P Karl Lauterbach
P Michael Schumacher | P Ralf Schumacher
P Michael Schumacher | P Mick Schumacher
P Boris Becker | P Ben Becker
P Jérôme Boateng | P Kevin-Prince Boateng
P Toni Kroos | P Felix Kroos
P Klaus Wowereit | P Klaus Kinkel
P Kim Jong-un | P Kim Jong-il
P Fidel Castro | P Raúl Castro
P Jaroslaw Kaczynski | P Lech Kaczynski
P Vitali Klitschko | P Wladimir Klitschko
P Serena Williams | P Venus Williams
P Lars Bender | P Sven Bender
P Benazir Bhutto | P Zulfikar Bhutto
P Indira Gandhi | P Rahul Gandhi
P Wang | P Wang Yi
P Johannes Paul II. | P Johannes Paul I.
P Josef Ackermann | P Josef Ackerman Grünwald
P Martin Schulz | P Marlene Schulz
P Anna Veith | P Anne Veith
P Lee Kuan | P Lee Hsien
P Christian Kern | P Christian Kernbauer
P Ferdinand Porsche | O Porsche
P Hugo Boss | O Hugo Boss
P Adi Dassler | O Adidas
P Michael Dell | O Dell
O Deutsche Bank | O Deutsche Bahn
O Deutsche Bank | O Deutsche Bundesbank
O Deutsche Post | O Deutsche Telekom
O Bundestag | O Bundesrat
O Bayer | O FC Bayern München
O Bayer | O Bayer Leverkusen
O Union | O Union Berlin
O FC Barcelona | L Barcelona
O Real Madrid | O Atlético Madrid
O Real Madrid | L Madrid
O AC Mailand | O Inter Mailand
O Manchester United | O Manchester City
O Borussia Dortmund | O Borussia Mönchengladbach
O Hannover 96 | L Hannover
O Die Welt | O Die Zeit
O Die Presse | O Rheinische Post
O Oberösterreichische Nachrichten | L Oberösterreich
O Washington Post | L Washington
O New York Times | O Times
O New York Times | L New York
O Landgericht Köln | O Landgericht Bonn
O Universität Wien | O Universität Graz
O Erste Bank | O Bank Austria
O Polizei Hamburg | O Polizei Berlin
O EU-Kommission | O EU-Parlament
O Front National | O Nationale Front
O CDU | O CSU
O IS | O IS-Partei
C Kongo-Brazzaville | C DR Kongo
C Republik Kongo | C Demokratische Republik Kongo
C Nordkorea | C Südkorea
C Sudan | C Südsudan
C Guinea | C Guinea-Bissau
C Niger | C Nigeria
C Dominica | C Dominikanische Republik
C Georgien | L Georgia
C Luxemburg | L Luxemburg
L Frankfurt am Main | L Frankfurt an der Oder
L Halle | L Hall in Tirol
L Neustadt an der Weinstraße | L Neustadt am Rübenberge
L Sydney | L Sidney
E Erster Weltkrieg | E Zweiter Weltkrieg
E Champions League | E Europa League
W Der Prozess | E Prozess
"""


def pairs(table: str) -> list[tuple[str, str]]:
    found = [tuple(line.split(" | ")) for line in table.strip().splitlines()]
    return [(left, right) for left, right in found]


def test_the_tables_are_long_enough() -> None:
    assert len(pairs(SAME)) >= 60
    assert len(pairs(DIFFERENT)) >= 60


@pytest.mark.parametrize(("left", "right"), pairs(SAME))
def test_one_entity_is_one(left: str, right: str) -> None:
    assert merged(left, right)


@pytest.mark.parametrize(("left", "right"), pairs(DIFFERENT))
def test_two_entities_stay_two(left: str, right: str) -> None:
    rows = [row(left, "a1"), row(right, "a2")]
    assert rows[0].iri != rows[1].iri
    assert not link(rows)


def sample() -> list[EntityRow]:
    lines = [side for left, right in pairs(SAME)[:30] for side in (left, right)] + [
        side for pair in pairs(DIFFERENT)[:20] for side in pair
    ]
    return [row(line, f"article-{n}") for n, line in enumerate(lines)]


def test_the_order_of_articles_does_not_matter() -> None:
    rows = sample()
    expected = link(rows)
    for seed in range(5):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert link(shuffled) == expected


def test_no_entity_is_replaced_twice_or_by_a_replaced_one() -> None:
    merges = link(sample())
    replaced = [m.from_iri for m in merges]
    assert len(replaced) == len(set(replaced))
    assert not {m.to_iri for m in merges} & set(replaced)
    assert all(m.why and 0 < m.score <= 1 for m in merges)


def test_a_bare_surname_between_two_full_names_stays_apart() -> None:
    rows = [
        row("P Müller (Minister) +person/x +person/y @2020-01-03", "a1"),
        row("P Gerd Müller (Minister) +person/x +person/y @2020-01-04", "a2"),
        row("P Hans Müller (Minister) +person/x +person/y @2020-01-04", "a3"),
    ]
    assert link(rows) == []
    assert len(unsure(rows)) == 2


def test_two_names_of_one_article_are_two() -> None:
    rows = [row("P Kohl (Kanzler) +person/x +person/y", "a1"), row("P Helmut Kohl (Kanzler) +person/x +person/y", "a1")]
    assert link(rows) == []


def test_a_decision_joins_what_no_rule_would() -> None:
    rows = [row("P Papst Franziskus", "a1"), row("P Jorge Bergoglio", "a2")]
    first, second = sorted(r.iri for r in rows)
    merges = link(rows, [Decision(first, second, True, "ein und derselbe")])
    assert [(m.score, m.why) for m in merges] == [(1.0, "decided: ein und derselbe")]


def test_a_decision_keeps_apart_what_a_rule_would_join() -> None:
    rows = [row("P Kirill Dmitrijew", "a1"), row("P Kirill Dmitriev", "a2")]
    first, second = sorted(r.iri for r in rows)
    assert link(rows)
    assert link(rows, [Decision(first, second, False)]) == []


def test_a_contradiction_enters_no_cluster() -> None:
    """The initial fits both, but the two full names differ."""
    rows = [
        row("P D. Trump (Präsident) +person/x", "a1"),
        row("P Donald Trump (Präsident) +person/x", "a2"),
        row("P Deborah Trump (Präsident) +person/x", "a3"),
    ]
    merges = link(rows)
    assert len(merges) <= 1


def test_doubts_name_their_evidence() -> None:
    rows = [row("P Kurz (Außenminister)", "a1"), row("P Sebastian Kurz (Außenminister)", "a2")]
    doubts = unsure(rows)
    assert len(doubts) == 1
    assert "role aussenminister" in doubts[0].why
