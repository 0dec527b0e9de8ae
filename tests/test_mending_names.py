"""Misread names and titles are put right: rows are word/POS/label>head, and the arcs that must stand there."""

import pytest
from test_mending import mended

ROWS = {
    "two words join a pair": (
        "Sowohl/ADV/advmod>Moser Moser/PROPN/nsubj>kamen als/CCONJ/cc>Kern auch/ADV/advmod>Kern Kern/PROPN/obl>kamen kamen/VERB/ROOT>kamen",
        ["Kern/conj>Moser"],
    ),
    "and so they do with sondern": (
        "Nicht/PART/advmod>nur nur/ADV/advmod>Moser Moser/PROPN/ROOT>Moser ,/PUNCT/punct>kam sondern/CCONJ/cc>kam "
        "auch/ADV/advmod>Kern Kern/PROPN/nsubj>kam kam/VERB/conj>Moser",
        ["kam/ROOT>kam", "Moser/nsubj>kam", "Kern/conj>Moser"],
    ),
    "who does likewise does it too": (
        "Moser/PROPN/nsubj>kamen ebenso/ADV/advmod>kamen wie/CCONJ/cc>Kern Kern/PROPN/nsubj>kamen kamen/VERB/ROOT>kamen",
        ["Kern/conj>Moser"],
    ),
    "two nouns behind a name and a comma are its titles": (
        "Jan/PROPN/nsubj>ging Moser/PROPN/flat>Jan ,/PUNCT/punct>Gründer Gründer/NOUN/conj>Jan und/CCONJ/cc>Chef "
        "Chef/NOUN/conj>Jan von/ADP/case>Solvex Solvex/PROPN/nmod>Chef ,/PUNCT/punct>Jan ging/VERB/ROOT>ging",
        ["Gründer/appos>Jan", "Chef/conj>Gründer"],
    ),
    "a genitive behind a bare title is the title's": (
        "Jan/PROPN/nsubj>ging Moser/PROPN/flat>Jan ,/PUNCT/punct>Obmann Obmann/NOUN/appos>Jan der/DET/det>ÖVP "
        "ÖVP/PROPN/appos>Jan und/CCONJ/cc>Minister Minister/NOUN/conj>ÖVP ,/PUNCT/punct>Jan ging/VERB/ROOT>ging",
        ["ÖVP/nmod>Obmann", "Minister/conj>Obmann"],
    ),
    "a hyphenated title is the subject": (
        "Der/DET/dep>US-Gesandte US-Gesandte/PROPN/compound>führt Witkoff/PROPN/appos>US-Gesandte führt/VERB/ROOT>führt "
        "Gespräche/NOUN/obj>führt",
        ["Der/det>US-Gesandte", "US-Gesandte/nsubj>führt"],
    ),
    "though the parser took it for an oblique": (
        "Der/DET/dep>CSU-Abgeordnete CSU-Abgeordnete/PROPN/obl>kritisierte Weber/PROPN/appos>CSU-Abgeordnete "
        "kritisierte/VERB/ROOT>kritisierte Ungarn/PROPN/obj>kritisierte",
        ["Der/det>CSU-Abgeordnete", "CSU-Abgeordnete/nsubj>kritisierte"],
    ),
    "or a title with the name behind it": (
        "ist/AUX/aux>zusammengekommen Außenminister/NOUN/obl>zusammengekommen Kurz/PROPN/appos>Außenminister mit/ADP/case>Kollegen "
        "Kollegen/NOUN/obl>zusammengekommen zusammengekommen/VERB/ROOT>zusammengekommen",
        ["Außenminister/nsubj>zusammengekommen"],
    ),
    "who says so is no apposition": (
        "Regierung/NOUN/nsubj>versagt ,/PUNCT/punct>Eva so/ADV/advmod>Eva Eva/PROPN/appos>Regierung ;/PUNCT/punct>Eva "
        "habe/AUX/aux>versagt versagt/VERB/ROOT>versagt",
        ["Eva/parataxis>versagt"],
    ),
    "a name behind a deed is its owner": (
        "Angela/PROPN/nsubj>nannte nannte/VERB/ROOT>nannte die/DET/det>Politik Politik/NOUN/obj>nannte "
        "Donald/PROPN/appos>Politik Trumps/PROPN/flat>Donald falsch/ADJ/xcomp>nannte",
        ["Donald/nmod>Politik"],
    ),
    "a person's name has no genitive": (
        "sagte/VERB/ROOT>sagte Eva/PROPN/nsubj>sagte Merk/PROPN/flat>Eva der/DET/det>Zeitung Zeitung/NOUN/nmod>Eva",
        ["Zeitung/iobj>sagte"],
    ),
    "nor behind a title": (
        "sagte/VERB/ROOT>sagte Sprecherin/NOUN/nsubj>sagte Eva/PROPN/appos>Sprecherin Merk/PROPN/flat>Eva "
        "der/DET/det>Zeitung Zeitung/NOUN/nmod>Sprecherin",
        ["Zeitung/iobj>sagte"],
    ),
    "a particle of a name is no verb": (
        "Soldaten/NOUN/nsubj>töteten töteten/VERB/ROOT>töteten Osama/PROPN/obj>töteten bin/AUX/ccomp>töteten "
        "Laden/NOUN/nsubj>bin in/ADP/case>Rom Rom/PROPN/nmod>Laden",
        ["bin/flat>Osama", "Laden/flat>Osama", "Rom/nmod>Osama"],
    ),
    "nor does it govern the name": (
        "Osama/PROPN/nsubj>Laden bin/AUX/cop>Laden Laden/NOUN/ROOT>Laden starb/VERB/conj>Laden",
        ["Osama/ROOT>Osama", "bin/flat>Osama", "Laden/flat>Osama", "starb/conj>Osama"],
    ),
    "a name behind a relative in an apposition is whose relative it is": (
        "Eva/PROPN/nsubj>sang ,/PUNCT/punct>Tochter die/DET/det>Tochter Tochter/NOUN/appos>Eva Karl/PROPN/appos>Tochter "
        "Mosers/PROPN/flat>Karl ,/PUNCT/punct>Eva sang/VERB/ROOT>sang",
        ["Karl/nmod>Tochter"],
    ),
    "a name between a title and its holder is whose title it is": (
        "Die/DET/det>Nachfolgerin Nachfolgerin/NOUN/nsubj>kam Mosers/PROPN/appos>Nachfolgerin ,/PUNCT/punct>Eva "
        "Eva/PROPN/conj>Mosers Kern/PROPN/flat>Eva ,/PUNCT/punct>Nachfolgerin kam/VERB/ROOT>kam",
        ["Mosers/nmod>Nachfolgerin", "Eva/appos>Nachfolgerin"],
    ),
    "so is a name behind von": (
        "Der/DET/det>Mörder Mörder/NOUN/nsubj>kam von/ADP/case>Jan Jan/PROPN/nmod>Mörder ,/PUNCT/punct>Eva "
        "Eva/PROPN/conj>Jan Kern/PROPN/flat>Eva ,/PUNCT/punct>Mörder kam/VERB/ROOT>kam",
        ["Jan/nmod>Mörder", "Eva/appos>Mörder"],
    ),
    "a genitive is of the noun right before it": (
        "Jan/PROPN/nsubj>kam ,/PUNCT/punct>Chef der/DET/det>Chef Chef/NOUN/appos>Jan Tirols/PROPN/nmod>Chef und/CCONJ/cc>Bruder "
        "Bruder/NOUN/conj>Chef des/DET/det>Ministers Ministers/NOUN/nmod>Chef ,/PUNCT/punct>Chef kam/VERB/ROOT>kam",
        ["Ministers/nmod>Bruder"],
    ),
    "a title before a second preposition heads the phrase": (
        "Streit/NOUN/ROOT>Streit mit/ADP/case>Prag dem/DET/det>Prag US-Botschafter/PROPN/compound>Prag in/ADP/case>Prag "
        "Prag/PROPN/nmod>Streit",
        ["mit/case>US-Botschafter", "dem/det>US-Botschafter", "US-Botschafter/nmod>Streit", "Prag/nmod>US-Botschafter"],
    ),
    "a title taken for an adjective": (
        "Südbank-Vorstand/ADJ/compound>kam Ina/PROPN/appos>Südbank-Vorstand kam/VERB/ROOT>kam",
        ["Ina/nsubj>kam"],
    ),
    "a name that is no genitive by its form owns nothing": (
        "Partei/NOUN/nsubj>wirft wirft/VERB/ROOT>wirft Karl/PROPN/nmod:poss>Untreue Moser/PROPN/flat>Karl "
        "Untreue/NOUN/obj>wirft vor/ADP/compound:prt>wirft",
        ["Karl/iobj>wirft"],
    ),
    "a genitive does": (
        "lobte/VERB/ROOT>lobte er/PRON/nsubj>lobte Merkels/PROPN/nmod:poss>Politik Politik/NOUN/obj>lobte",
        ["Merkels/nmod:poss>Politik"],
    ),
    "a person's name is no part of a town's": (
        "Moser/PROPN/nsubj>traf traf/VERB/ROOT>traf in/ADP/case>Paris Paris/PROPN/obl>traf Thomas/PROPN/flat>Paris "
        "Huber/PROPN/flat>Thomas",
        ["Thomas/obj>traf", "Huber/flat>Thomas"],
    ),
    "but the name of who is voted for is": (
        "Nach/ADP/case>Wahl der/DET/det>Wahl Wahl/NOUN/obl>lobte Jan/PROPN/appos>Wahl Mosers/PROPN/flat>Jan "
        "lobte/VERB/ROOT>lobte Huber/PROPN/nsubj>lobte Rapid/PROPN/obj>lobte",
        ["Jan/appos>Wahl"],
    ),
    "a name behind an event is not what it is called": (
        "bei/ADP/case>Angriff einem/DET/det>Angriff Angriff/NOUN/obl>getötet Moser/PROPN/appos>Angriff "
        "getötet/VERB/ROOT>getötet wurde/AUX/aux:pass>getötet",
        ["Moser/nsubj:pass>getötet"],
    ),
    "a person is no other name of a body": (
        "verpflichtete/VERB/ROOT>verpflichtete das/DET/det>ZDF ZDF/PROPN/nsubj>verpflichtete Anna/PROPN/appos>ZDF "
        "Moser/PROPN/flat>Anna",
        ["Anna/obj>verpflichtete"],
    ),
    "an adjective of a town of two words is one": (
        "die/DET/det>Polizei St./PROPN/compound>Polizei Galler/PROPN/flat>St. Polizei/NOUN/nsubj>kam kam/VERB/ROOT>kam",
        ["St./compound>Galler", "Galler/amod>Polizei"],
    ),
    "what stands in brackets is of the name before it, and the list goes on outside": (
        "Moser/PROPN/nsubj>kam (/PUNCT/punct>Chile Chile/PROPN/appos>Moser )/PUNCT/punct>Chile ,/PUNCT/punct>Huber "
        "Huber/PROPN/conj>Chile und/CCONJ/cc>Berg Berg/PROPN/conj>Chile kam/VERB/ROOT>kam",
        ["Huber/conj>Moser", "Berg/conj>Moser"],
    ),
    "wherever the parser hung the bracket": (
        "Zum/ADP/case>Gipfel Gipfel/NOUN/obl>kam kam/VERB/ROOT>kam Moser/PROPN/nsubj>kam (/PUNCT/punct>Chile "
        "Chile/PROPN/appos>Gipfel )/PUNCT/punct>Chile",
        ["Chile/appos>Moser"],
    ),
    "a name with a bracket behind one with a bracket is the next of the list": (
        "Moser/PROPN/nsubj>kam (/PUNCT/punct>Chile Chile/PROPN/appos>Moser )/PUNCT/punct>Chile und/CCONJ/cc>Huber "
        "Huber/PROPN/appos>kam (/PUNCT/punct>Chile Peru/PROPN/appos>Huber )/PUNCT/punct>Chile kam/VERB/ROOT>kam",
        ["Huber/conj>Moser", "Peru/appos>Huber"],
    ),
    "and what it hangs on is not hung on it": (
        "Moser/PROPN/conj>Huber (/PUNCT/punct>Chile Chile/PROPN/appos>Moser )/PUNCT/punct>Chile und/CCONJ/cc>Huber "
        "Huber/PROPN/appos>kam (/PUNCT/punct>Chile Peru/PROPN/appos>Huber )/PUNCT/punct>Chile kam/VERB/ROOT>kam",
        ["Moser/conj>Huber"],
    ),
    "nothing is coordinated with a part of a name": (
        "Jan/PROPN/nsubj>kamen Moser/PROPN/flat>Jan und/CCONJ/cc>Eva Eva/PROPN/conj>Moser kamen/VERB/ROOT>kamen",
        ["Eva/conj>Jan"],
    ),
    "an adjective is of its noun": (
        "Der/DET/dep>entlassene entlassene/ADJ/ccomp>sagte FBI-Chef/NOUN/compound>entlassene Moser/PROPN/appos>FBI-Chef "
        "sagte/VERB/ROOT>sagte",
        ["Der/det>FBI-Chef", "entlassene/amod>FBI-Chef", "FBI-Chef/nsubj>sagte"],
    ),
    "a noun in the accusative and the name behind it": (
        "Er/PRON/nsubj>lobt lobt/VERB/ROOT>lobt den/DET/det>Rivalen Rivalen/NOUN/iobj>lobt Solvex/PROPN/obj>lobt",
        ["Rivalen/obj>lobt", "Solvex/appos>Rivalen"],
    ),
    "but a dative has its own place": (
        "Er/PRON/nsubj>bot bot/VERB/ROOT>bot dem/DET/det>Rivalen Rivalen/NOUN/iobj>bot Solvex/PROPN/obj>bot an/ADP/compound:prt>bot",
        ["Rivalen/iobj>bot", "Solvex/obj>bot"],
    ),
    "a noun in the nominative and the name behind it": (
        "Der/DET/det>Rivale Rivale/NOUN/iobj>erneuert Solvex/PROPN/nsubj>erneuert hat/AUX/aux>erneuert ihn/PRON/obj>erneuert erneuert/VERB/ROOT>erneuert",
        ["Rivale/nsubj>erneuert", "Solvex/appos>Rivale"],
    ),
    "a name has no goal": (
        "dass/SCONJ/mark>verkauft Osram/PROPN/nsubj:pass>verkauft an/ADP/case>Siemens Siemens/PROPN/nmod>Osram "
        "verkauft/VERB/ROOT>verkauft wird/AUX/aux:pass>verkauft",
        ["Siemens/obl>verkauft"],
    ),
    "but it has a place": (
        "dass/SCONJ/mark>wächst Krems/PROPN/nsubj>wächst an/ADP/case>Donau der/DET/det>Donau Donau/PROPN/nmod>Krems wächst/VERB/ROOT>wächst",
        ["Donau/nmod>Krems"],
    ),
    "a title in the dative is told": (
        "seinem/DET/det>Verein neuen/ADJ/amod>Verein Verein/NOUN/obl>hielt Solvex/PROPN/appos>Verein hielt/VERB/ROOT>hielt "
        "Huber/PROPN/nsubj>hielt die/DET/det>Treue Treue/NOUN/obj>hielt",
        ["Verein/iobj>hielt"],
    ),
    "and one in the genitive does nothing": (
        "zugunsten/ADP/dep>verzichten des/DET/det>ÖVP-Chefs ÖVP-Chefs/PROPN/obl>verzichten Moser/PROPN/appos>ÖVP-Chefs "
        "verzichten/VERB/ROOT>verzichten",
        ["ÖVP-Chefs/obl>verzichten"],
    ),
    "an office has its body behind it": (
        "Geehrt/VERB/ROOT>Geehrt wird/AUX/aux:pass>Geehrt der/DET/det>Chef Chef/NOUN/nsubj:pass>Geehrt von/ADP/case>Solvex "
        "Solvex/PROPN/nmod>Chef",
        ["Solvex/nmod>Chef"],
    ),
    "who is named has a doer": (
        "Geehrt/VERB/ROOT>Geehrt wird/AUX/aux:pass>Geehrt Moser/PROPN/nsubj:pass>Geehrt von/ADP/case>Solvex "
        "Solvex/PROPN/nmod>Moser",
        ["Solvex/obl:agent>Geehrt"],
    ),
    "of two titles the one before the verb acts": (
        "Der/DET/det>US-Präsident US-Präsident/PROPN/obl>zugesagt Obama/PROPN/appos>US-Präsident hat/AUX/aux>zugesagt "
        "Minister/NOUN/nsubj>zugesagt Kerry/PROPN/appos>Minister Hilfe/NOUN/obj>zugesagt zugesagt/VERB/ROOT>zugesagt",
        ["US-Präsident/nsubj>zugesagt", "Minister/iobj>zugesagt"],
    ),
    "a word before a title is no person": (
        "lobte/VERB/ROOT>lobte SPD/PROPN/nsubj>lobte Politiker/NOUN/flat>SPD Jan/PROPN/flat>SPD Moser/PROPN/flat>SPD "
        "Das/PRON/obj>lobte",
        ["Politiker/flat>SPD"],
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_mending_of_names(row: str) -> None:
    parse, arcs = ROWS[row]
    assert set(arcs) <= mended(parse)
