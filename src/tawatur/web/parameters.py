"""What may be asked for in an address: filters, and which page of a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tawatur.client.actors import with_parts
from tawatur.client.figures import figure
from tawatur.ledger import ClaimOrder, ClaimQuery, DocumentOrder, DocumentQuery, FindingQuery
from tawatur.model import Bound, FindingKind, Measure, Modality, Value
from tawatur.packs import Knowledge
from tawatur.web.problems import Flaw, Problem

#: Whole numbers beyond this are not told apart by the ledger, which holds values as floating point numbers.
_WHOLE = 2**53

Word = Annotated[str, Field(min_length=1, max_length=300)]
Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", examples=["2016-03-01"])]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Figure = Annotated[float, Field(allow_inf_nan=False)]
#: The form of a claims' answer: a page, or the whole of it as a stream.
ClaimForm = Literal["json", "jsonl", "csv", "parquet"]


def _listed(description: str, examples: list[str] | None = None) -> Any:
    return Field(
        default_factory=list, max_length=50, description=f"{description}; may be given again.", examples=examples
    )


class Paged(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid")

    limit: int = Field(default=100, ge=1, le=500, description="How many items at most.")
    after: str | None = Field(default=None, max_length=1000, description="The `next` of the page before.")


class ClaimFilters(BaseModel):
    """Filters of claims: all that are given hold together.

    There is none for names: a private person's stays in the quoted words, and is sought nowhere.
    """

    model_config = ConfigDict(extra="forbid")

    text: Word | None = Field(
        default=None, description='A search in the quotes: words, "phrases", `-without`, `begin*`, `one | other`.'
    )
    measure: list[Measure] = _listed("What is counted")
    of: list[Word] = _listed("Whom or what it counts: a key or a name, with all parts of that actor", ["daesh"])
    by: list[Word] = _listed("Who did it: a key or a name, with all parts of that actor")
    source: list[Word] = _listed("Who is said to have said it, at any hop", ["centcom"])
    origin: list[Word] = _listed("Who is said to have said it first")
    where: Word | None = Field(default=None, description="A country (`SY`), or part of a place's English name.")
    place: list[Word] = _listed("The id of a pack's place")
    value: Annotated[str, Field(min_length=1, max_length=40)] | None = Field(
        default=None, description="A figure in any digits or in Arabic words, or a date, at either end of the interval."
    )
    value_from: Figure | None = Field(default=None, description="The interval reaches up to this.")
    value_to: Figure | None = Field(default=None, description="The interval begins by this.")
    unit: list[Word] = _listed("The unit")
    bound: list[Bound] = _listed("How the value is bounded")
    modality: list[Modality] = _listed("How it is put")
    change: bool | None = Field(default=None, description="Whether the number is a change, not a level.")
    start: Day | None = Field(default=None, alias="from", description="The period reaches this day.")
    end: Day | None = Field(default=None, alias="to", description="The period begins by this day.")
    dated: bool | None = Field(default=None, description="Whether a period is stated.")
    placed: bool | None = Field(default=None, description="Whether a place is stated.")
    publisher: Word | None = Field(default=None, description="Part of the publisher's name.")
    date_from: Day | None = Field(default=None, description="The report is of this day, or later.")
    date_to: Day | None = Field(default=None, description="The report is of this day, or earlier.")
    doc: list[Word] = _listed("The document's id")
    required: bool = Field(default=False, description="Leave out what the codebook calls optional.")
    once: bool = Field(default=False, description="Leave out what repeats a claim of its own report.")
    min_confidence: Share = 0.0
    max_confidence: Share = 1.0
    extractor: list[Word] = _listed("The program and version that read it")
    as_extracted: bool = Field(default=False, description="As the program read them, without what reviewers decided.")

    superseded: bool = Field(
        default=False, description="Those of older versions of pages that have changed as well; `doc` needs it not."
    )

    def query(self, knowledge: Callable[[], Knowledge]) -> ClaimQuery:
        """Return the question to the ledger; `knowledge` is asked where it names actors.

        Raises Problem where a value is none.
        """
        named = (self.of, self.by, self.source, self.origin)
        of, by, sources, origins = (with_parts(tuple(names), knowledge()) if names else () for names in named)
        return ClaimQuery(
            measures=tuple(self.measure),
            of=of,
            by=by,
            sources=sources,
            origins=origins,
            docs=tuple(self.doc),
            where=self.where,
            places=tuple(self.place),
            value=_value(self.value),
            value_from=self.value_from,
            value_to=self.value_to,
            units=tuple(self.unit),
            bounds=tuple(self.bound),
            modalities=tuple(self.modality),
            change=self.change,
            when_start=self.start,
            when_end=self.end,
            dated=self.dated,
            placed=self.placed,
            publisher=self.publisher,
            date_start=self.date_from,
            date_end=self.date_to,
            text=self.text,
            optional=not self.required,
            repeated=not self.once,
            min_confidence=self.min_confidence,
            max_confidence=self.max_confidence,
            extractors=tuple(self.extractor),
            as_extracted=self.as_extracted,
            superseded=self.superseded,
        )


class ClaimList(ClaimFilters, Paged):
    """A list of claims."""

    order: ClaimOrder = "reading"
    format: ClaimForm = Field(default="json", description="A page in JSON, or the whole answer as a stream.")


class DocumentList(Paged):
    """A list of documents."""

    text: Word | None = Field(default=None, description="A search in titles and texts.")
    publisher: Word | None = Field(default=None, description="Part of the publisher's name.")
    date_from: Day | None = Field(default=None, description="A report of this day, or later.")
    date_to: Day | None = Field(default=None, description="A report of this day, or earlier.")
    superseded: bool = Field(default=False, description="Older versions of pages that have changed as well.")
    order: DocumentOrder = "reading"
    format: Literal["json", "jsonl"] = Field(
        default="json", description="A page of summaries, or all documents whole, as a stream."
    )

    def query(self) -> DocumentQuery:
        """Return the question to the ledger."""
        return DocumentQuery(
            publisher=self.publisher,
            date_start=self.date_from,
            date_end=self.date_to,
            text=self.text,
            superseded=self.superseded,
        )


class FindingList(Paged):
    """A list of findings."""

    kind: list[FindingKind] = _listed("The kind")
    doc: list[Word] = _listed("A document that it tells of")
    origin: list[Word] = _listed("Whose statement")
    min_weight: Share = 0.0
    format: Literal["json", "jsonl"] = Field(default="json", description="A page, or the whole answer as a stream.")

    def query(self) -> FindingQuery:
        """Return the question to the ledger."""
        return FindingQuery(
            kinds=tuple(self.kind), docs=tuple(self.doc), origins=tuple(self.origin), min_weight=self.min_weight
        )


class StatementList(Paged):
    """A list of statements."""

    doc: list[Word] = _listed("A document that carries it")
    origin: list[Word] = _listed("Whose statement")
    min_weight: Share = 0.0
    format: Literal["json", "jsonl"] = Field(default="json", description="A page, or the whole answer as a stream.")

    def query(self) -> FindingQuery:
        """Return the question to the ledger."""
        return FindingQuery(
            kinds=("statement",), docs=tuple(self.doc), origins=tuple(self.origin), min_weight=self.min_weight
        )


def _value(given: str | None) -> Value:
    if given is None:
        return None
    found = figure(given)
    if found is None:
        raise Problem(422, "the request has parts of the wrong form", errors=(Flaw(("query", "value"), "no figure"),))
    return float(found) if isinstance(found, int) and abs(found) > _WHOLE else found
