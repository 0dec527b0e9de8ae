"""Keys under which spellings of one name meet: transliterations, acronyms, legal forms."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

PARTICLES = frozenset({
    "von", "van", "de", "den", "der", "zu", "bin", "ibn", "al", "el", "da", "di", "del", "dos", "della", "la", "le",
    "ter", "ten", "du", "af", "zur", "zum", "vom", "und", "of", "the", "für", "des",
})  # fmt: skip
ARABIC = re.compile(r"(?:al|ad|an|ar|as|at|az|ash|asch|el|es)-(?=[A-ZÀ-Ž])", re.I)  # "Al-Maliki", "Nuri al-Maliki"
FORMS = frozenset({
    "gmbh", "ag", "se", "kg", "kgaa", "mbh", "gesmbh", "og", "ohg", "ug", "ev", "inc", "corp", "ltd", "llc", "plc",
    "sa", "spa", "nv", "bv", "ab", "asa", "oy", "co", "holding", "group", "gruppe", "konzern",
})  # fmt: skip
GENERATIONS = {"jr": "junior", "jr.": "junior", "junior": "junior", "jun.": "junior", "sr": "senior", "sr.": "senior", "senior": "senior", "sen.": "senior", "ii.": "ii", "iii.": "iii", "ii": "ii", "iii": "iii", "xiv.": "xiv", "xvi.": "xvi"}  # fmt: skip

RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"dsch|dzh|dj|dž|đ|j(?=ad$)", "J"), (r"schtsch|shch|šč", "SC"), (r"tsch|tch|cz|č|ć|(?<=[vw][iy])ch?$", "C"), (r"sch|sh|sz|š|ş|ś", "S"),
        (r"zh|ž|ż", "S"), (r"kh|ch", "H"), (r"ou", "u"), (r"oo", "u"), (r"ph", "f"), (r"th", "t"), (r"gh", "g"), (r"ks|x", "K"), (r"q|ck", "k"),
        (r"(?:yj|iy|ij|ii|yy|y|i|j)$", "I"), (r"[yj](?=[aeou])", "I"), (r"i(?=[eao])", "I"), (r"[yj]", "I"), (r"i", "I"), (r"ff$|w|v", "V"), (r"z|ts", "s"), (r"ss", "s"),
        (r"I+", "I"), (r"(?<=[^aeiouI])Ie", "e"), (r"^Ie", "e"), (r"IeV$", "eV"), (r"II$", "I"),
    )
)  # fmt: skip


@cache
def fold(text: str) -> str:
    """Lower case without accents; umlauts and their two-letter spellings meet."""
    lower = (
        text.casefold()
        .replace("ß", "ss")
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ł", "l")
        .replace("ø", "o")
        .replace("ı", "i")
    )
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


@cache
def unaccented(word: str) -> str:
    """A word without the accents that German does not write: "Erdoğan", "Škoda"; umlauts stay."""
    if word.isascii():
        return word
    letters = (c if c in "äöüÄÖÜß" else unicodedata.normalize("NFKD", c)[0] for c in word)
    return "".join(letters).replace("ı", "i").replace("ł", "l").replace("ø", "o")


@cache
def sound(word: str) -> str:
    """A key that the transliterations of one foreign name share ("Selenskyj", "Zelensky")."""
    key = (
        unicodedata.normalize("NFC", word.casefold())
        .replace("ß", "ss")
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
    )
    for pattern, to in RULES:
        key = pattern.sub(to, key)
    key = unicodedata.normalize("NFKD", key).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-zA-Z]", "", key)


def anglicised(name: str) -> str:
    """A name with the German ways to write foreign sounds turned into the English ones."""
    text = fold(name)
    for german, english in (
        ("dsch", "j"),
        ("tsch", "ch"),
        ("sch", "sh"),
        ("ch", "kh"),
        ("w", "v"),
        ("ts", "z"),
        ("j", "y"),
        ("ou", "u"),
        ("iy", "y"),
    ):
        text = text.replace(german, english)
    return text.replace("kkh", "kh")


@cache
def core(name: str) -> str:
    """An organisation's or place's name without legal form, article and hyphens."""
    words = [w for w in fold(name).split() if w not in FORMS]
    while len(words) > 1 and words[0] in {"der", "die", "das", "the"}:
        words.pop(0)
    return " ".join(words) or fold(name)


def initials(name: str) -> str:
    """The acronym a long name would have ("Organisation für Sicherheit und Zusammenarbeit in Europa": OSZE)."""
    return "".join(w[0] for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()).upper()


@cache
def abbreviates(short: str, name: str) -> bool:
    """Whether capitals stand for the words of a name and the parts of its compounds: "DUH" for "Deutsche Umwelthilfe"."""
    words = [w.casefold() for w in re.findall(r"[^\W\d_]+", name) if w[0].isupper()]
    letters = short.casefold()
    if not 3 <= len(letters) <= FULL or len(words) >= len(letters) or not words or not letters.isalpha():
        return False
    at, word = 0, -1
    for letter in letters:
        if word + 1 < len(words) and words[word + 1][0] == letter:
            word, at = word + 1, PART
            continue
        found = words[word].find(letter, at) if word >= 0 else -1
        if found < 0 or found > len(words[word]) - PART:
            return False
        at = found + PART
    return word == len(words) - 1


FULL = 5  # letters of an acronym of words and their parts
PART = 3  # letters of the shortest part of a compound


@cache
def given_and_family(name: str) -> tuple[tuple[str, ...], str, str]:
    """Split a person's name: given names, family name with its particles, generation ("junior") or ""."""
    words = name.split()
    generation = ""
    while len(words) > 1 and words[-1].casefold() in GENERATIONS:
        generation = GENERATIONS[words.pop().casefold()]
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in PARTICLES:
        cut -= 1
    return tuple(words[:cut]), " ".join(words[cut:]), generation


DOUBLED = re.compile(r"(.)\1+")
LONG = 8  # letters of a word in which one letter more or less is a slip


def unspaced(name: str) -> str:
    """A name in plain letters without spaces and hyphens: "Gaza-Streifen" and "Gazastreifen" are one."""
    return fold(name).replace(" ", "")


def misspelt(one: str, other: str) -> bool:
    """Whether two different words of one article are one name with a slip: a letter doubled, one left out, another sound."""
    a, b = unspaced(one), unspaced(other)
    if min(len(a), len(b)) < LONG - 2 or a == b or a[0] != b[0]:
        return a == b and one != other
    if DOUBLED.sub(r"\1", a) == DOUBLED.sub(r"\1", b):
        return True
    short, long = sorted((a, b), key=len)
    missing = (
        len(long) == len(short) + 1 and len(long) >= LONG and not long.endswith(("a", "n", "s"))
    )  # the wife of a man in -ow is in -owa
    return missing and any(long[:i] + long[i + 1 :] == short for i in range(1, len(long)))
