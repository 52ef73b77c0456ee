"""A quantity phrase: its value, its noun, and what that noun says of what is counted."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.packs import Noun

_LEADERS = words_of("leader")
#: Measures of stocks that nouns of facilities and states bear: no share of them is one.
_STOCKS = frozenset(("facilities", "nationalities", "members"))
#: Units of what comes in wholes: a part of one is a share of several.
_IN_WHOLES = frozenset(("person", "household", "facility", "site", "vehicle", "weapon", "animal", "country", "event"))


class Quantity:
    """A quantity phrase: chunks `[first, last)` of its sentence.

    `unit` is the codebook's, None where no noun tells it. `parties` are the actors that the phrase names, `role` what
    its noun says of whose it is (`member`, `armed_group`, `state_forces`) and `population` the population it names.
    """

    __slots__ = (
        "anaphor",
        "bound",
        "by_reference",
        "first",
        "high",
        "last",
        "low",
        "measure",
        "noun",
        "number_tokens",
        "others",
        "parties",
        "population",
        "role",
        "singular",
        "state",
        "state_words",
        "unit",
    )

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.low: float | int | None = None
        self.high: float | int | None = None
        self.bound = "exact"
        self.unit: str | None = None
        self.noun: Noun | None = None
        self.measure: str | None = None
        self.number_tokens = (0, 0)
        self.parties: list[tuple[str, Chunk]] = []
        self.role: str | None = None
        self.population: str | None = None
        self.state: str | None = None
        self.state_words: tuple[int, int] | None = None
        self.others = False
        self.anaphor = False
        self.by_reference = False
        self.singular = False


def take_noun(quantity: Quantity, noun: Noun | None) -> None:
    """Take what a noun tells of what it counts: its unit, its measure, whose they are."""
    if noun is None:
        return
    quantity.noun = noun
    quantity.unit = quantity.unit if quantity.unit not in (None, "other") else noun.unit
    if isinstance(quantity.low, float) and quantity.low < 1 and quantity.unit in _IN_WHOLES:
        quantity.unit = "other"  # نصف السكان, ثلث المدارس, ربع الهجمات
    share = quantity.unit == "other" and isinstance(quantity.low, float) and quantity.low < 1
    quantity.measure = noun.measure if not (share and (noun.measure in _STOCKS or noun.unit == "event")) else None
    if noun.of in ("member", "armed_group", "state_forces"):
        quantity.role = noun.of
    elif noun.of:
        quantity.population = noun.of


def leads(quantity: Quantity) -> bool:
    """Tell whether a quantity counts leaders of a group."""
    return quantity.noun is not None and fold(quantity.noun.lemma) in _LEADERS


def is_known_dual(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`التفجيرين`: two that were told of, no figure of their own."""
    piece = sentence[quantity.first]
    return piece.number is not None and piece.number.noun is not None and piece.text.startswith("ال")
