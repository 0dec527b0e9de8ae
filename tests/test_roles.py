"""Role nouns: what a word says of its person."""

import pytest

from kg.entities.roles import RoleNoun, role_noun
from kg.language.lexicon import Lexicon

DE = Lexicon("de")


def compact(role: RoleNoun | None) -> str:
    if role is None:
        return "-"
    marks = [mark for mark, on in (("former", role.former), ("deputy", role.deputy), ("plural", role.plural)) if on]
    return " ".join([role.title, role.relation, role.prefix or "∅", role.gender or "?", *marks])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Präsidenten", "Präsident heads ∅ Masc"),
        ("Kremlsprecher", "Kremlsprecher represents Kreml Masc"),
        ("Talibanführer", "Talibanführer heads Taliban Masc"),
        ("Kremlchefs", "Kremlchef heads Kreml Masc"),
        ("US-Sondergesandten", "US-Sondergesandter represents US ? plural"),
        ("US-Sondergesandte", "US-Sondergesandter represents US ?"),
        ("Beauftragtem", "Beauftragter represents ∅ ?"),
        ("Außenministerin", "Außenministerin worksFor Außen Fem"),
        ("Ministerpräsidenten", "Ministerpräsident heads ∅ Masc"),
        ("Ex-Kanzlerin", "Ex-Kanzlerin heads ∅ Fem former"),
        ("Altkanzler", "Altkanzler heads ∅ Masc former"),
        ("Ex-VW-Chef", "Ex-VW-Chef heads VW Masc former"),
        ("Vizeparteichef", "Vizeparteichef worksFor Vizepartei Masc deputy"),
        ("SPÖ-Klubobmann", "SPÖ-Klubobmann heads SPÖ Masc"),
        ("Landtagsabgeordneten", "Landtagsabgeordneter memberOf Landtags ? plural"),
        ("Kohl-Anwälten", "Kohl-Anwalt represents Kohl Masc plural"),
        ("Stadträtinnen", "Stadträtin worksFor ∅ Fem plural"),
        ("Nachfolgerin", "Nachfolgerin succeeded ∅ Fem"),
        ("Vorgängers", "Vorgänger preceded ∅ Masc"),
        ("Schwiegersohn", "Schwiegersohn relativeOf ∅ Masc"),
        ("Mitbegründer", "Mitbegründer founded ∅ Masc"),
        ("CDU-Politikerin", "CDU-Politikerin memberOf CDU Fem"),
        ("Geschäftsfrau", "Geschäftsfrau none ∅ Fem"),
        ("Opfer", "Opfer none ∅ ?"),
        ("Tochterfirma", "-"),
        ("Premiere", "-"),
        ("Polizei", "-"),
        ("Mitgliedstaaten", "-"),
        ("Vatikan", "-"),
        ("USA", "-"),
        ("chef", "-"),
    ],
)
def test_role_noun(word: str, expected: str) -> None:
    assert compact(role_noun(word, DE)) == expected
