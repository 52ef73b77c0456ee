"""What may be asked of a ledger: of its claims, its documents, its findings."""

from __future__ import annotations

from typing import Literal

import msgspec

from tawatur.model import Value

#: The order of claims: as they were read and stand in their texts, or the last read first; by the date of their report,
#: the latest first; by value, the greatest first; by confidence, the least sure first.
ClaimOrder = Literal["reading", "newest", "date", "value", "confidence"]
#: The order of documents: as they were read, the last read first, or by date, the latest first.
DocumentOrder = Literal["reading", "newest", "date"]


class ClaimQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A question to the ledger; a claim answers it where it meets every field that is filled.

    `ids`, `measures`, `of`, `by`, `sources`, `docs`, `sections`, `units`, `bounds`, `modalities`, `publishers`,
    `places`, `extractors` list alternatives: `of=("daesh", "nusra")` is either. `sources` looks at every hop of the
    chain, `origins` at the first. `where` is a country's ISO code, or part of a place's English name; `places` are ids
    of packs' places. `value` is a figure or a date as far as stated, met where it is either end of a claim's interval;
    `value_from`, `value_to` are met where the claim's interval and theirs have a number in common. `when_start`,
    `when_end` (ISO 8601 days, inclusive) are met where the claim's period has a day in them; `date_start`, `date_end`
    where its report's date lies in them. `publisher` and `name` are parts of the publisher's name and of the claim's.
    `text` is a search in the quotes (`tawatur.ledger.search.request`). `dated`, `placed` tell whether the claim must
    have a period, a place. Claims answer as they stand after review, corrected and without those rejected;
    `as_extracted`, as the program read them. Of a page that was read again and had changed, those of its newest version
    answer; with `superseded`, those of the older ones as well, and where `ids` or `docs` name them.
    """

    ids: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    where: str | None = None
    places: tuple[str, ...] = ()
    value: Value = None
    value_from: float | None = None
    value_to: float | None = None
    units: tuple[str, ...] = ()
    bounds: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    change: bool | None = None
    name: str | None = None
    when_start: str | None = None
    when_end: str | None = None
    dated: bool | None = None
    placed: bool | None = None
    publisher: str | None = None
    publishers: tuple[str, ...] = ()
    date_start: str | None = None
    date_end: str | None = None
    text: str | None = None
    optional: bool = True
    repeated: bool = True
    min_confidence: float = 0.0
    max_confidence: float = 1.0
    extractors: tuple[str, ...] = ()
    as_extracted: bool = False
    superseded: bool = False


class DocumentQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A question for documents; one answers it where it meets every field that is filled.

    `publisher` is part of the name of one of its reports' publishers, `publishers` are whole names; `date_start`,
    `date_end` (inclusive) are met by a report of that time; `text` is a search in titles and texts, met by one report.
    `claims` is met where one of the document's claims answers it. Older versions of a page that has changed answer with
    `superseded` alone, or where `ids` name them.
    """

    ids: tuple[str, ...] = ()
    publisher: str | None = None
    publishers: tuple[str, ...] = ()
    date_start: str | None = None
    date_end: str | None = None
    text: str | None = None
    claims: ClaimQuery | None = None
    superseded: bool = False


class FindingQuery(msgspec.Struct, frozen=True, kw_only=True):
    """A question for findings; one answers it where it meets every field that is filled.

    `origins` are those of statements; `docs` ids of documents that the finding tells of. `claims` is met where one of
    the finding's claims answers it.
    """

    ids: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    min_weight: float = 0.0
    claims: ClaimQuery | None = None
