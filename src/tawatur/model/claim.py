"""The claim: one quantity, date or role that a text states, its words, and who is said to have said it.

The definition of every field and of every value is the codebook's (`docs/codebook.md` restates it for users);
the JSON form uses the codebook's names.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Measure = Literal[
    # people, flow
    "killed", "wounded", "casualties", "detained", "killed_or_detained", "neutralized", "abducted", "missing",
    "surrendered", "released", "escaped", "displaced", "returned", "repatriated", "sentenced", "trained",
    # acts
    "operations", "airstrikes", "attacks", "clashes",
    # stocks
    "strength", "held", "camp_population", "facilities", "inhabitants", "members", "nationalities",
    # resources
    "funding", "reserves", "stolen", "seized", "destroyed", "beneficiaries",
    # territory
    "territory_share", "territory_area", "places_taken",
    # time and role
    "began", "ended", "role",
    "other",
]  # fmt: skip

Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between", "indefinite", "ambiguous"]

Modality = Literal["asserted", "estimated", "possible", "planned", "denied"]

#: One of `UNITS`, or an ISO 4217 currency in capitals.
Unit = str

#: The codebook's units, currencies aside.
UNITS = frozenset(
    (
        "person", "event", "percent", "km2", "animal", "vehicle", "weapon", "site", "country", "facility", "household",
        "date", "other",
    )
)  # fmt: skip

Value = int | float | str | None


class Period(msgspec.Struct, frozen=True):
    """A closed interval of days, both ends inclusive, ISO 8601; an open end is None."""

    start: str | None
    end: str | None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of a pack that a claim's `where` names, with the coordinates of its entry (degrees, WGS 84)."""

    name: str
    id: str
    latitude: float | None = None
    longitude: float | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with the codebook's fields, and with what a reader needs to check how it was read.

    `start`, `end`, `quote_start`, `quote_end` and all of `spans` count Unicode code points of the document's raw
    text, end exclusive. `spans` holds, for every slot that the text fills (`of`, `by`, `name`, `where`, `when`,
    `measure`, `modality`, and `source.0`, `source.1` … for the hops of the chain), the words that fill it.
    `when_precision` is the precision of the stated time (`day`, `month`, `year` …), `when_rule` the name of the
    rule that resolved it. `confidence` is the probability that measure, value and words are right, None where nobody
    has put a figure to it (a claim coded by hand). `extractor` names the program and its version.
    """

    id: str = ""
    doc: str
    section: int = 0
    start: int
    end: int
    quote_start: int
    quote_end: int
    quote: str
    number: str
    measure: Measure
    low: Value = None
    high: Value = None
    bound: Bound = "exact"
    unit: Unit = "other"
    change: bool = False
    of: str | None = None
    by: str | None = None
    name: str | None = None
    where: tuple[str, ...] = ()
    when: Period | None = None
    source: tuple[str, ...] = ()
    modality: Modality = "asserted"
    optional: bool = False
    same_as: str | None = None
    note: str | None = None
    when_precision: str | None = None
    when_rule: str | None = None
    places: tuple[Place, ...] = ()
    spans: dict[str, tuple[tuple[int, int], ...]] = msgspec.field(default_factory=dict)
    confidence: float | None = None
    extractor: str | None = None

    def is_as_sure_as(self, least: float) -> bool:
        """Tell whether the claim's confidence reaches `least`; one without a figure is taken at its word."""
        return self.confidence is None or self.confidence >= least
