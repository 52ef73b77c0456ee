"""The rows of a pack's files, as plain immutable types; docs/packs.md describes each file for those who write one."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

ActorKind = Literal["actor", "outlet", "source", "population"]

#: From the whole to the part; `region` is what no administration draws (the badia, Sinai), `feature` a mountain, a
#: valley, a lake, `site` a base, a dam, an oil field.
PlaceKind = Literal["country", "region", "admin1", "admin2", "city", "town", "village", "camp", "site", "feature"]

Precision = Literal["1km", "5km", "20km", "100km", "500km"]

TriggerKind = Literal["verb", "masdar", "phrase", "participle", "predicate"]

AttributionKind = Literal["verb", "preposition", "participle", "document", "speaker", "end", "continuation"]


#: How far apart two degrees of latitude lie.
KILOMETRES_A_DEGREE = 111.2


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A party, population, outlet or kind of source, with the Arabic names that reports print, articles included.

    `country` is the ISO 3166 alpha-2 code of the state that it belongs to or works in, where there is one. The names
    that `ambiguous` lists are ordinary words as well (`الشباب`): they name it only beside another of its names.
    """

    key: str
    kind: ActorKind
    en: str
    ar: tuple[str, ...]
    source: str
    ambiguous: tuple[str, ...] = ()
    parent: str | None = None
    wikidata: str | None = None
    country: str | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A leader, official or spokesperson who is public by office, and the actor that he or she speaks for.

    `since` is the year in which he or she took office, None where the pack does not know it.
    """

    key: str
    en: str
    ar: tuple[str, ...]
    actor: str
    office: str
    source: str
    since: int | None = None


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """A newspaper, broadcaster, site or agency; `kind` is `agency`, `newspaper`, `television`, `radio` or `site`.

    `ar` and `also` are its names in Arabic and Latin letters, `domains` the hosts of its pages (`www.` left out).
    The names that `ambiguous` lists are ordinary words as well: they name the outlet only in quotation marks or
    brackets, in a credit, or after a word that says so (`صحيفة`, `وكالة`).
    `key` is the actor's key where the outlet is an actor as well.
    """

    key: str
    ar: tuple[str, ...]
    en: str
    kind: Literal["agency", "newspaper", "television", "radio", "site"]
    ambiguous: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    source: str = "the outlet's own name and address"


class State(msgspec.Struct, frozen=True):
    """A state or territory of ISO 3166: names, adjectives (nisba, masculine singular), capitals as metonyms.

    `key` stands for the state as an actor, `forces` for its armed forces.
    """

    code: str
    key: str
    en: str
    ar: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    forces: str
    source: str


class PlaceEntry(msgspec.Struct, frozen=True):
    """A place: English name most used, other Latin spellings (`also`), Arabic names as printed.

    Coordinates are degrees (WGS 84), rounded to a hundredth; `precision` is the radius within which they hold.
    The names that `ambiguous` lists are ordinary words or people's names as well: they name the place only after a
    word that says so (`مدينة`, `قرية`, `محافظة`).
    """

    id: str
    name: str
    also: tuple[str, ...]
    ar: tuple[str, ...]
    kind: PlaceKind
    country: str
    parent: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision | None
    population: int | None
    ambiguous: tuple[str, ...]
    source: str

    @property
    def label(self) -> str:
        """The place as the codebook writes it: `Deir ez-Zor, SY`, and `IQ` for a whole country."""
        return self.country if self.kind == "country" else f"{self.name}, {self.country}"

    def kilometres_to(self, other: PlaceEntry) -> float | None:
        """Return how far another place is, near enough for one country or its neighbours; None without coordinates."""
        if self.latitude is None or self.longitude is None or other.latitude is None or other.longitude is None:
            return None
        middle = math.radians((self.latitude + other.latitude) / 2)
        east = (self.longitude - other.longitude) * math.cos(middle)
        return KILOMETRES_A_DEGREE * math.hypot(self.latitude - other.latitude, east)


class Noun(msgspec.Struct, frozen=True):
    """A noun that reports count: whom (`of`) and in which `unit`; `measure` where the noun itself states one."""

    lemma: str
    plural: tuple[str, ...]
    gender: Literal["m", "f"]
    unit: str
    of: str | None
    measure: str | None
    source: str


class Trigger(msgspec.Struct, frozen=True):
    """A word that states a measure; `objects` are the units that it may count, `role` the slot of its subject."""

    measure: str
    kind: TriggerKind
    lemma: str
    present: str | None
    passive: str | None
    objects: tuple[str, ...]
    role: str | None
    source: str


class Attribution(msgspec.Struct, frozen=True):
    """A word by which a statement is put into somebody's mouth; `modality` where the word itself sets one."""

    kind: AttributionKind
    lemma: str
    present: str | None
    passive: str | None
    modality: str | None
    source: str


class Cue(msgspec.Struct, frozen=True, rename={"group": "class"}):
    """Words that mark something about a claim; `group` (the column `class`) says what, e.g. `negation`."""

    group: str
    words: tuple[str, ...]
    source: str
