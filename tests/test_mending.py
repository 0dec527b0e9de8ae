"""Misread parses are put right, and stay trees: rows are word/POS/label>head, and the arcs that must stand there."""

import pytest

from kg.language.mending import mend

ROWS = {
    "no day is that of a noun in the nominative": (
        "war/AUX/cop>anwesend am/ADP/case>August August/NOUN/obl>anwesend auch/ADV/advmod>anwesend der/DET/dep>Minister "
        "frühere/ADJ/amod>Minister Minister/NOUN/nmod>August Moser/PROPN/appos>Minister anwesend/ADJ/ROOT>anwesend",
        ["der/det>Minister", "Minister/nsubj>anwesend"],
    ),
    "but that of one in the genitive": (
        "war/AUX/cop>anwesend am/ADP/case>Sonntag Sonntag/NOUN/obl>anwesend der/DET/det>Wahl letzten/ADJ/amod>Wahl "
        "Wahl/NOUN/nmod>Sonntag anwesend/ADJ/ROOT>anwesend",
        ["Wahl/nmod>Sonntag"],
    ),
    "what is taken with a participle is captured": (
        "hat/AUX/aux>gefangen Moser/PROPN/obj>gefangen gefangen/VERB/xcomp>genommen genommen/VERB/ROOT>genommen",
        ["Moser/obj>genommen", "gefangen/compound:prt>genommen"],
    ),
    "who is told stands behind the name of who tells": (
        "Wie/SCONJ/mark>sagte Sprecherin/NOUN/nsubj>sagte Eva/PROPN/appos>Sprecherin Moser/PROPN/flat>Eva der/DET/det>APA "
        "APA/PROPN/nmod>Sprecherin sagte/VERB/ROOT>sagte",
        ["APA/iobj>sagte"],
    ),
    "or behind the name and a comma": (
        "Wie/SCONJ/mark>gesperrt der/DET/det>Sprecher Sprecher/NOUN/nsubj:pass>gesperrt ,/PUNCT/punct>Jan Jan/PROPN/appos>Sprecher "
        "Moser/PROPN/flat>Jan ,/PUNCT/punct>bestätigte dem/PRON/iobj>bestätigte ORF/PROPN/nsubj>bestätigte "
        "bestätigte/VERB/acl:relcl>Sprecher ,/PUNCT/punct>Sprecher wird/AUX/aux:pass>gesperrt gesperrt/VERB/ROOT>gesperrt",
        ["ORF/iobj>bestätigte", "Sprecher/nsubj>bestätigte", "bestätigte/advcl>gesperrt", "dem/det>ORF"],
    ),
    "no compound reaches back over a verb": (
        "Am/ADP/case>Montag Montag/PROPN/obl>lobte lobte/VERB/ROOT>lobte das/DET/dep>EU-Parlament "
        "EU-Parlament/PROPN/compound>Montag die/DET/det>Türkei Türkei/PROPN/obj>lobte",
        ["das/det>EU-Parlament", "EU-Parlament/nsubj>lobte"],
    ),
    "nor does an object": (
        "Am/ADP/case>Montag Montag/PROPN/obl>lobte lobte/VERB/ROOT>lobte sie/PRON/nsubj>lobte das/DET/dep>EU-Parlament "
        "EU-Parlament/PROPN/compound>Montag",
        ["EU-Parlament/obj>lobte"],
    ),
    "each other is no subject": (
        "trafen/VERB/ROOT>trafen einander/ADV/nsubj>trafen Trump/PROPN/nsubj>trafen",
        ["einander/obj>trafen"],
    ),
    "of two subjects the one behind the verb is the object": (
        "Siemens/PROPN/nsubj>verkauft verkauft/VERB/ROOT>verkauft die/DET/det>Tochter Tochter/NOUN/nsubj>verkauft",
        ["Siemens/nsubj>verkauft", "Tochter/obj>verkauft"],
    ),
    "a noun beside a pronoun that is a subject is the object": (
        "traf/VERB/ROOT>traf er/PRON/nsubj>traf Kremlchef/NOUN/nsubj>traf Putin/PROPN/appos>Kremlchef",
        ["er/nsubj>traf", "Kremlchef/obj>traf"],
    ),
    "a relative pronoun is the subject of all its verbs": (
        "Antrag/NOUN/ROOT>Antrag ,/PUNCT/punct>rügt welcher/DET/nsubj>rügt Gewalt/NOUN/obj>rügt rügt/VERB/acl:relcl>Antrag "
        "und/CCONJ/cc>auffordert die/DET/det>Regierung Regierung/NOUN/nsubj>auffordert auffordert/VERB/conj>rügt",
        ["welcher/nsubj>rügt", "Regierung/obj>auffordert"],
    ),
    "what is judged is no subject": (
        "Die/DET/det>Kritik Kritik/NOUN/nsubj>wies wies/VERB/ROOT>wies Kurz/PROPN/obj>wies",
        ["Kritik/obj>wies", "Kurz/nsubj>wies"],
    ),
    "unless its article says so": (
        "Der/DET/det>Plan Plan/NOUN/nsubj>überzeugte überzeugte/VERB/ROOT>überzeugte Kurz/PROPN/obj>überzeugte",
        ["Plan/nsubj>überzeugte", "Kurz/obj>überzeugte"],
    ),
    "nor in a clause of its own": (
        "Vorwürfe/NOUN/ROOT>Vorwürfe ,/PUNCT/punct>erhob welche/PRON/nsubj>erhob die/DET/det>SPÖ SPÖ/PROPN/obj>erhob "
        "erhob/VERB/acl:relcl>Vorwürfe",
        ["welche/obj>erhob", "SPÖ/nsubj>erhob"],
    ),
    "an article is no relative pronoun": (
        "berichtet/VERB/ROOT>berichtet ,/PUNCT/punct>angegriffen der/PRON/nsubj>angegriffen Iran/PROPN/nsubj>angegriffen "
        "habe/AUX/aux>angegriffen angegriffen/VERB/ccomp>berichtet",
        ["der/det>Iran", "Iran/nsubj>angegriffen"],
    ),
    "but the pronoun of a clause that ends with its verb is no article": (
        "Altmaier/PROPN/ROOT>Altmaier ,/PUNCT/punct>ablöste der/DET/nsubj>ablöste Röttgen/PROPN/nsubj>ablöste "
        "ablöste/VERB/acl:relcl>Altmaier ./PUNCT/punct>Altmaier",
        ["der/nsubj>ablöste", "Röttgen/obj>ablöste"],
    ),
    "whatever the parser takes the name for": (
        "Moser/PROPN/ROOT>Moser ,/PUNCT/punct>leitete der/DET/nsubj>leitete Chanel/NOUN/nsubj>leitete "
        "leitete/VERB/acl:relcl>Moser ./PUNCT/punct>Moser",
        ["der/nsubj>leitete", "Chanel/obj>leitete"],
    ),
    "nor is it the object of a single name where the verb is a plural": (
        "Grüne/PROPN/ROOT>Grüne ,/PUNCT/punct>stützen die/PRON/obj>stützen Christian/PROPN/nsubj>stützen "
        "stützen/VERB/acl:relcl>Grüne ./PUNCT/punct>Grüne",
        ["die/nsubj>stützen", "Christian/obj>stützen"],
    ),
    "nothing is coordinated without a conjunction": (
        "AUA/PROPN/nsubj>streicht ,/PUNCT/punct>Tochter eine/DET/det>Tochter Tochter/NOUN/conj>AUA der/DET/det>Lufthansa "
        "Lufthansa/PROPN/nmod>Tochter ,/PUNCT/punct>Tochter streicht/VERB/ROOT>streicht",
        ["Tochter/appos>AUA"],
    ),
    "a determiner that fits no object has its name": (
        "Grüne/PROPN/nsubj>warfen warfen/VERB/ROOT>warfen der/DET/det>Verrat ÖVP/PROPN/compound>Verrat Verrat/NOUN/obj>warfen "
        "vor/ADP/compound:prt>warfen",
        ["ÖVP/iobj>warfen", "der/det>ÖVP", "Verrat/obj>warfen"],
    ),
    "a whole name before an ambiguous noun is the subject": (
        "ÖGB-Chef/PROPN/obj>warnte Jan/PROPN/appos>ÖGB-Chef Moser/PROPN/flat>Jan warnte/VERB/ROOT>warnte "
        "die/DET/det>Regierung Regierung/NOUN/nsubj>warnte",
        ["ÖGB-Chef/nsubj>warnte", "Regierung/obj>warnte"],
    ),
    "a year takes its preposition": (
        "gehörte/VERB/ROOT>gehörte bis/ADP/case>Rat 2008/NUM/obl>gehörte dem/DET/det>Rat Rat/NOUN/obl>gehörte",
        ["bis/case>2008"],
    ),
    "rather than a name behind the verb": (
        "Die/DET/dep>EU-Minister EU-Minister/PROPN/compound>angeboten haben/AUX/aux>angeboten Serbien/PROPN/nsubj>angeboten "
        "Hilfe/NOUN/obj>angeboten angeboten/VERB/ROOT>angeboten",
        ["EU-Minister/nsubj>angeboten", "Serbien/iobj>angeboten"],
    ),
    "or an object": (
        "Grüne/PROPN/nsubj>verweigern verweigern/VERB/ROOT>verweigern FPÖ-Chef/PROPN/compound>verweigern "
        "Zustimmung/NOUN/obj>verweigern",
        ["FPÖ-Chef/iobj>verweigern"],
    ),
    "a preposition governs what follows": (
        "über/ADP/case>Internet Internet/NOUN/obl>sprechen mit/ADP/case>Internet einem/DET/det>Agenten "
        "Agenten/PROPN/obl>sprechen sprechen/VERB/ROOT>sprechen",
        ["mit/case>Agenten"],
    ),
    "a noun heads its phrase": (
        "einen/DET/det>anderen anderen/DET/obj>traf FBI-Agenten/NOUN/compound>anderen traf/VERB/ROOT>traf",
        ["FBI-Agenten/obj>traf", "anderen/det>FBI-Agenten", "einen/det>FBI-Agenten"],
    ),
    "a predicate put first has the noun as its subject": (
        "Anwesend/ADJ/advmod>Berater war/AUX/cop>Anwesend sein/DET/det>Berater Berater/NOUN/ROOT>Berater",
        ["Anwesend/ROOT>Anwesend", "Berater/nsubj>Anwesend"],
    ),
    "a noun is coordinated with a noun": (
        "KPÖ/PROPN/nsubj>gab gab/VERB/ROOT>gab Kurzmann/PROPN/obj>gab und/CCONJ/cc>Vollath Vollath/PROPN/conj>gab "
        "Absage/NOUN/obj>gab",
        ["Vollath/conj>Kurzmann"],
    ),
    "vor allem is an adverb": (
        "Wien/PROPN/nsubj>übt übt/VERB/ROOT>übt vor/ADP/case>Druck allem/DET/det>Druck Druck/NOUN/obl>übt",
        ["vor/advmod>Druck", "Druck/obj>übt"],
    ),
    "unter anderem too, wherever it hangs": (
        "Graz/PROPN/nsubj>baut baut/VERB/ROOT>baut unter/ADP/case>anderem anderem/PRON/obl>baut Busse/NOUN/obj>baut",
        ["unter/advmod>baut", "anderem/fixed>unter"],
    ),
    "a subject after a weekday": (
        "heute/ADV/advmod>sagte sagte/VERB/ROOT>sagte Freitag/PROPN/obl>sagte ,/PUNCT/punct>Behörde die/DET/det>Behörde "
        "Behörde/NOUN/appos>Freitag",
        ["Behörde/nsubj>sagte"],
    ),
    "but not a date": (
        "Am/ADP/case>Freitag Freitag/PROPN/obl>sprach ,/PUNCT/punct>März den/DET/det>März März/NOUN/appos>Freitag "
        "sprach/VERB/ROOT>sprach sie/PRON/nsubj>sprach",
        ["März/appos>Freitag"],
    ),
    "before a verb stands one phrase": (
        "die/DET/det>Parteien Parteien/NOUN/nsubj>einigten CDU/PROPN/obj>einigten einigten/VERB/ROOT>einigten",
        ["CDU/appos>Parteien"],
    ),
    "das Parlament is no genitive": (
        "in/ADP/case>Woche Woche/NOUN/obl>stimmt stimmt/VERB/ROOT>stimmt das/DET/det>Parlament Parlament/NOUN/nmod>Woche",
        ["Parlament/nsubj>stimmt"],
    ),
    "behind a preposition that opens a clause no article stands": (
        "Zeitung/NOUN/ROOT>Zeitung ,/PUNCT/punct>hält an/ADP/case>Siemens der/DET/det>Siemens Siemens/PROPN/obl>hält "
        "hält/VERB/acl:relcl>Zeitung",
        ["an/case>der", "der/obl>hält", "Siemens/nsubj>hält"],
    ),
    "so much of what": (
        "zu/ADP/case>Jahren fünf/NUM/nummod>Jahren Jahren/NOUN/nmod>Haft Haft/NOUN/nsubj:pass>verurteilt "
        "verurteilt/VERB/ROOT>verurteilt",
        ["Jahren/obl>verurteilt", "Haft/nmod>Jahren"],
    ),
    "als opens a clause": (
        "Als/ADP/case>Kämpfer Kämpfer/NOUN/obl>einnahmen Bentiu/PROPN/obj>einnahmen einnahmen/VERB/advcl>flohen "
        "sie/PRON/nsubj>flohen flohen/VERB/ROOT>flohen",
        ["Als/mark>einnahmen", "Kämpfer/nsubj>einnahmen"],
    ),
    "a noun with an auxiliary is a predicate": (
        "Berg/PROPN/nsubj>Direktorin wird/AUX/aux>Direktorin neue/ADJ/amod>Direktorin Direktorin/NOUN/ROOT>Direktorin",
        ["wird/cop>Direktorin"],
    ),
    "a verdict belongs to its verb": (
        "Gericht/NOUN/nsubj>sprach sprach/VERB/ROOT>sprach ihn/PRON/obj>sprach schuldig/ADJ/xcomp>sprach",
        ["schuldig/compound:prt>sprach"],
    ),
    "of two phrases before the verb the second belongs to the first": (
        "Moser/PROPN/nsubj:pass>geehrt von/ADP/case>Uni der/DET/det>Uni Uni/NOUN/obl:agent>geehrt wurde/AUX/aux:pass>geehrt "
        "geehrt/VERB/ROOT>geehrt",
        ["Uni/nmod>Moser"],
    ),
    "but behind it is the doer": (
        "Moser/PROPN/nsubj:pass>geehrt wurde/AUX/aux:pass>geehrt von/ADP/case>Uni der/DET/det>Uni Uni/NOUN/obl:agent>geehrt "
        "geehrt/VERB/ROOT>geehrt",
        ["Uni/obl:agent>geehrt"],
    ),
    "who gives himself beaten has an opponent": (
        "Moser/PROPN/nsubj>geben musste/AUX/aux>geben sich/PRON/obj>geben dem/DET/det>Briten Briten/NOUN/nsubj>geschlagen "
        "geschlagen/VERB/xcomp>geben geben/VERB/ROOT>geben",
        ["Briten/iobj>geben", "geschlagen/compound:prt>geben"],
    ),
    "a relative pronoun is no name's article": (
        "Vertrag/NOUN/nsubj>gilt ,/PUNCT/punct>unterzeichnet den/DET/det>Putin Putin/PROPN/nsubj>unterzeichnet "
        "unterzeichnet/VERB/acl:relcl>Vertrag hat/AUX/aux>unterzeichnet gilt/VERB/ROOT>gilt",
        ["den/obj>unterzeichnet", "Putin/nsubj>unterzeichnet"],
    ),
    "nor the subject's, if the name is the object": (
        "Frau/NOUN/ROOT>Frau ,/PUNCT/punct>ablöst die/DET/det>Huber Huber/PROPN/obj>ablöst ablöst/VERB/acl:relcl>Frau",
        ["die/nsubj>ablöst", "Huber/obj>ablöst"],
    ),
    "and before a man's name that of a man": (
        "Huber/PROPN/ROOT>Huber ,/PUNCT/punct>ablöst der/DET/det>Moser Moser/PROPN/nsubj>ablöst ablöst/VERB/acl:relcl>Huber",
        ["der/nsubj>ablöst", "Moser/obj>ablöst"],
    ),
    "a noun has no passive": (
        "Moser/PROPN/nsubj:pass>Nachfolger wird/AUX/aux:pass>Nachfolger Nachfolger/NOUN/ROOT>Nachfolger",
        ["wird/cop>Nachfolger", "Moser/nsubj>Nachfolger"],
    ),
    "whatever the conjunction hangs on": (
        "EU-Gesandter/NOUN/nsubj>trafen Moser/PROPN/appos>EU-Gesandter und/CCONJ/cc>Moser der/DET/dep>EU-Gesandter "
        "Minister/NOUN/obj>trafen trafen/VERB/ROOT>trafen",
        ["Minister/conj>EU-Gesandter", "und/cc>Minister", "der/det>Minister"],
    ),
    "what stands behind an attribute has it": (
        "Nachfolger/NOUN/ROOT>Nachfolger des/DET/det>verstorbenen verstorbenen/ADJ/amod>Nachfolger "
        "Karl/PROPN/obj>verstorbenen",
        ["Karl/nmod>Nachfolger", "verstorbenen/amod>Karl", "des/det>Karl"],
    ),
    "what somebody becomes has no subject of its own": (
        "wurde/VERB/ROOT>wurde Moser/PROPN/nsubj>Siegerin Siegerin/NOUN/xcomp>wurde",
        ["Moser/nsubj>wurde", "Siegerin/xcomp>wurde"],
    ),
    "an adverb that opens a clause has no copula": (
        "Überraschend/ADJ/advmod>eingetroffen ist/AUX/cop>Überraschend der/DET/det>Präsident "
        "Präsident/NOUN/nsubj>Überraschend eingetroffen/VERB/ROOT>eingetroffen",
        ["ist/aux>eingetroffen", "Präsident/nsubj>eingetroffen"],
    ),
    "what somebody gets done is the predicate": (
        "Moser/PROPN/nsubj>bekam bekam/VERB/ROOT>bekam vom/ADP/case>Staat Staat/NOUN/obl>verliehen einen/DET/det>Orden "
        "Orden/NOUN/obj>verliehen verliehen/VERB/xcomp>bekam",
        ["Moser/nsubj>verliehen", "bekam/aux>verliehen", "verliehen/ROOT>verliehen"],
    ),
    "as is what somebody lets be done": (
        "Moser/PROPN/nsubj>ließ ließ/VERB/ROOT>ließ sich/PRON/obj>beraten von/ADP/case>Huber Huber/PROPN/obl>beraten "
        "beraten/VERB/xcomp>ließ",
        ["Moser/nsubj>beraten", "ließ/aux>beraten"],
    ),
    "but not what one gets to do": (
        "Moser/PROPN/nsubj>bekam bekam/VERB/ROOT>bekam von/ADP/case>Huber Huber/PROPN/obl>bekam zu/PART/mark>sehen "
        "sehen/VERB/xcomp>bekam",
        ["sehen/xcomp>bekam"],
    ),
    "what has a subject is no attribute": (
        "Grüne/PROPN/nsubj>verhängten verhängten/ADJ/amod>Strafen Strafen/NOUN/ROOT>Strafen gegen/ADP/case>Moser "
        "Moser/PROPN/nmod>Strafen",
        ["verhängten/ROOT>verhängten", "Strafen/obj>verhängten"],
    ),
    "who is replaced is no subject": (
        "Statt/SCONJ/advmod>reiste Moser/PROPN/nsubj>reiste reiste/VERB/ROOT>reiste Huber/PROPN/obj>reiste",
        ["Statt/case>Moser", "Moser/obl>reiste", "Huber/nsubj>reiste"],
    ),
    "a preposition of doers": (
        "wurde/AUX/aux:pass>kritisiert seitens/ADV/advmod>kritisiert der/DET/det>Polizei Polizei/NOUN/obl>kritisiert "
        "kritisiert/VERB/ROOT>kritisiert",
        ["seitens/case>Polizei", "Polizei/obl:agent>kritisiert"],
    ),
    "what somebody is called is not coordinated with him": (
        "Moser/PROPN/nsubj>nannte nannte/VERB/ROOT>nannte Huber/PROPN/obj>nannte als/SCONJ/case>Lügner Lügner/NOUN/conj>Huber",
        ["Lügner/obl>nannte"],
    ),
    "who is accused is no other name of who accuses": (
        "warf/VERB/ROOT>warf die/DET/det>Polizei Polizei/NOUN/nsubj>warf Moser/PROPN/appos>Polizei "
        "vor/ADP/compound:prt>warf gelogen/VERB/ccomp>warf zu/PART/mark>gelogen haben/AUX/aux>gelogen",
        ["Moser/iobj>warf"],
    ),
    "an article before a preposition": (
        "teilte/VERB/ROOT>teilte die/DET/nsubj>teilte zur/ADP/case>Bahn Bahn/NOUN/nmod>gehörende "
        "gehörende/ADJ/amod>Post Post/PROPN/nsubj>teilte mit/ADP/compound:prt>teilte",
        ["die/det>Post"],
    ),
    "a verb that needs a dative finds it beside the subject": (
        "Gestern/ADV/advmod>warf warf/VERB/ROOT>warf die/DET/det>SPÖ SPÖ/PROPN/nsubj>warf der/DET/det>Regierung "
        "Regierung/NOUN/nmod>SPÖ vor/ADP/compound:prt>warf",
        ["Regierung/iobj>warf"],
    ),
    "even before what it is told": (
        "Gestern/ADV/advmod>warf warf/VERB/ROOT>warf die/DET/det>SPÖ SPÖ/PROPN/nsubj>warf der/DET/det>Verrat ÖVP/PROPN/compound>Verrat "
        "Verrat/NOUN/nmod>SPÖ vor/ADP/compound:prt>warf",
        ["ÖVP/iobj>warf", "der/det>ÖVP", "Verrat/obj>warf"],
    ),
    "but not if somebody else has it": (
        "Gestern/ADV/advmod>warf warf/VERB/ROOT>warf die/DET/det>Polizei Polizei/NOUN/nsubj>warf der/DET/det>Stadt "
        "Stadt/NOUN/nmod>Polizei ihm/PRON/iobj>warf Verrat/NOUN/obj>warf vor/ADP/compound:prt>warf",
        ["Stadt/nmod>Polizei"],
    ),
    "nothing hangs on white space": (
        "in/ADP/case>\u00a0 \u00a0/PROPN/obl>stellte Abrede/NOUN/obl>stellte stellte/VERB/ROOT>stellte",
        ["in/case>Abrede"],
    ),
    "who does a deed belongs to its noun": (
        "Moser/PROPN/nsubj>kritisiert kritisiert/VERB/ROOT>kritisiert die/DET/det>Kündigung Kündigung/NOUN/obj>kritisiert "
        "durch/ADP/case>Bahn die/DET/det>Bahn Bahn/NOUN/obl>kritisiert",
        ["Bahn/nmod>Kündigung"],
    ),
    "but not to what does it": (
        "Moser/PROPN/nsubj>stürzt stürzt/VERB/ROOT>stürzt die/DET/det>Regierung Regierung/NOUN/obj>stürzt durch/ADP/case>Druck "
        "Druck/NOUN/obl>stürzt",
        ["Druck/obl>stürzt"],
    ),
}


def mended(parse: str) -> set[str]:
    """Return the arcs of a parse after its repairs."""
    cells = [cell.rsplit("/", 2) for cell in parse.split(" ")]
    words = [word for word, _, _ in cells]
    labels = [rest.split(">")[0] for _, _, rest in cells]
    heads = [words.index(rest.split(">")[1]) for _, _, rest in cells]
    mend([word.lower() for word in words], [pos for _, pos, _ in cells], labels, heads)
    return {f"{word}/{label}>{words[head]}" for word, label, head in zip(words, labels, heads, strict=True)}


@pytest.mark.parametrize("row", ROWS)
def test_mending(row: str) -> None:
    parse, arcs = ROWS[row]
    assert set(arcs) <= mended(parse)
