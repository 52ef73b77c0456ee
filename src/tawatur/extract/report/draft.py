"""A claim in the making: the frame, its words, and its slots with the chunks that fill them."""

from __future__ import annotations

from dataclasses import dataclass, field

from tawatur.arabic.times import Time
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.counts.frame import Frame
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.parties import Party
from tawatur.extract.places.located import Located
from tawatur.extract.report.evidence import Evidence
from tawatur.model import Bound, Measure, Modality, Value
from tawatur.packs import PlaceEntry

#: The rule that gives a number in brackets the place before them.
BRACKETED = "bracketed"
#: The rule by which money is of the states that it is for.
RECIPIENTS = "recipients"
#: The rule by which who is sentenced is where the court is.
COURT = "court"
#: The rule by which those hit on a border are on their own state's side.
OWN_SIDE = "own side"
#: The rule by which what is brought down falls on the land that is defended.
DEFENDED = "defended"
#: The rule by which what is told behind a breakdown by place is where the whole was.
OF_THE_WHOLE = "of the whole"
#: The rule by which what `حين` opens behind a time was then, whatever else the time is told for.
TOLD_OF_IT = "told of its time"
#: The rule by which what is needed or asked for in the current year is all of that year's.
OF_ITS_YEAR = "of its year"
#: Rules whose times are weighed against no other.
SETTLED_TIMES = frozenset((TOLD_OF_IT, OF_ITS_YEAR))


@dataclass(slots=True)
class Draft:
    """A claim before its context is settled; offsets are filled from tokens of `passage`.

    `how` names the rule that read its measure, `rules` those that filled other slots, where they tell; `mood` is the
    word that sets its modality, `frame` the quantity that it was drawn up from, `defended` the land of a state that
    brings something down, `policed` that of a state whose police arrest people.
    """

    passage: Passage
    sentence: int
    number: tuple[int, int]
    quote: tuple[int, int]
    measure: Measure
    low: Value
    high: Value
    bound: Bound
    unit: str
    change: bool = False
    name: str | None = None
    of: list[Party] = field(default_factory=list)
    by: list[Party] = field(default_factory=list)
    where: list[Located] = field(default_factory=list)
    when: Time | None = None
    source: tuple[Hop, ...] = ()
    modality: Modality = "asserted"
    optional: bool = False
    trigger: Chunk | None = None
    how: str = ""
    own_where: bool = False
    own_when: bool = False
    of_a_country: bool = False
    defended: PlaceEntry | None = None
    policed: PlaceEntry | None = None
    where_else: list[Located] = field(default_factory=list)
    spoken: str | None = None
    mood: Chunk | None = None
    rules: dict[str, str] = field(default_factory=dict)
    evidence: Evidence | None = None
    frame: Frame | None = None
    confidence: float | None = None

    @property
    def headline(self) -> bool:
        """Whether the claim stands in a headline."""
        return self.passage.kind == "title"
