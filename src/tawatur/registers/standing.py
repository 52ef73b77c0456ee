"""Registers of a ledger, page by page.

A page is made of a bounded stretch of claims, however many there are: those of the latest (or earliest) periods, or of
the statements read last. A stretch ends between two days, so that a row stands whole on one page; only where one day
has more claims than a stretch do its rows go on on the next page, and say so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from tawatur.ledger import ClaimQuery, Ledger, Numbered, Ordering
from tawatur.model import InputError, Modality
from tawatur.packs import Knowledge, RegisterDefinition, ViewDefinition, settled
from tawatur.registers.facts import origin_of
from tawatur.registers.register import Provenance, Register, Row, View
from tawatur.registers.selection import measures, narrow
from tawatur.registers.stretches import Stretch, read_place, write_place
from tawatur.registers.views import Builder, titled
from tawatur.registers.voices import told_apart

#: Claims of a stretch for each row that is asked for, and the fewest.
CLAIMS_PER_ROW, FEWEST_CLAIMS = 4, 200
#: So many stretches are read for a page; behind them it may be empty and go on all the same.
MOST_STRETCHES = 5
#: Rows of a page where nobody asks for another number, and the most that may be asked for.
ROWS, MOST_ROWS = 50, 500


class Asked(NamedTuple):
    """What is asked of a view: the claims, and the rows behind a cursor."""

    query: ClaimQuery
    after: str | None
    limit: int


def from_ledger(
    ledger: Ledger,
    definition: RegisterDefinition,
    knowledge: Knowledge,
    *,
    query: ClaimQuery | None = None,
    view: str | None = None,
    after: str | None = None,
    limit: int = ROWS,
) -> Register:
    """Return a page of a register of the claims in a ledger that answer `query`.

    Each view has at most `limit` rows (1 to 500), and a cursor where there are more. With `view` it is that view alone,
    from behind the cursor `after` on. Raises InputError where there is no such view, or no such place in it.
    """
    if not 1 <= limit <= MOST_ROWS:
        raise InputError(f"{limit} rows", remedy=f"ask for 1 to {MOST_ROWS}")
    if after is not None and view is None:
        raise InputError("a place in a register without its view", remedy="name the view as well")
    known = settled(definition)
    chosen = [one for one in known if view is None or one.key == view]
    if not chosen:
        names = ", ".join(one.key for one in known)
        raise InputError("no such view", source=definition.key, place=(view or "")[:40], remedy=f"one of {names}")
    with ledger.ordering() as ordering:
        builder = Builder(knowledge, ordering.rulings())
        pages = [
            _Page(ordering, builder, one, named=definition.names).make(Asked(query or ClaimQuery(), after, limit))
            for one in chosen
        ]
    return titled(definition, pages)


def every_row(
    ledger: Ledger,
    definition: RegisterDefinition,
    knowledge: Knowledge,
    *,
    query: ClaimQuery | None = None,
    view: str | None = None,
) -> Iterator[tuple[View, Row]]:
    """Yield all rows of a register, or of one view of it, page by page; each with its view.

    Raises InputError where there is no such view.
    """
    for key in [view] if view is not None else [one.key for one in settled(definition)]:
        after: str | None = None
        while True:
            page = from_ledger(
                ledger, definition, knowledge, query=query, view=key, after=after, limit=MOST_ROWS
            ).views[0]
            yield from ((page, row) for row in page.rows)
            if page.next is None:
                break
            after = page.next


class _Page:
    """A page of one view."""

    def __init__(self, ordering: Ordering, builder: Builder, view: ViewDefinition, *, named: bool) -> None:
        self._ordering = ordering
        self._builder = builder
        self._rulings = builder.rulings
        self._view = view
        self._named = named
        self._by_statement = view.rows[0] == "statement"
        parties = narrow(view)
        self._actors = None if parties is None else builder.selector.keys(parties)

    def make(self, asked: Asked) -> View:
        """Return the rows behind the cursor; a few empty stretches are passed over."""
        query = _narrowed(asked.query, measures(self._view), self._view.modality)
        if query is None:
            return self._builder.view(self._view, [], {}, named=self._named)
        most = max(FEWEST_CLAIMS, CLAIMS_PER_ROW * MOST_ROWS)
        at = read_place(asked.after, max(FEWEST_CLAIMS, CLAIMS_PER_ROW * asked.limit), most)
        for _ in range(MOST_STRETCHES):
            stretch = self._stretch(query, at)
            built = self._build(query, stretch)
            if built.rows[at.skipped :] or stretch.following is None:
                break
            at = stretch.following
        rows = built.rows[at.skipped : at.skipped + asked.limit]
        following = stretch.following
        if len(built.rows) > at.skipped + asked.limit:
            following = at._replace(skipped=at.skipped + asked.limit)
        if stretch.broken:
            rows = tuple(msgspec.structs.replace(row, continued=True) for row in rows)
        return msgspec.structs.replace(built, rows=rows, next=None if following is None else write_place(following))

    def _stretch(self, query: ClaimQuery, at: Stretch) -> Stretch:
        if self._by_statement:
            found = self._ordering.by_reading(query, at.number, at.size + 1)
            return at.of_numbers(found)
        latest_first = self._view.form not in ("series", "timeline")
        after = None if at.day is None or at.number is None else (at.day, at.number)
        found = self._ordering.by_time(query, after, at.size + 1, latest_first=latest_first, actors=self._actors)
        return at.of_days(found, whole_days="when" in self._view.rows or "date" in self._view.rows)

    def _build(self, query: ClaimQuery, stretch: Stretch) -> View:
        if self._by_statement:
            return self._statements(query, stretch)
        found = self._with_repeats(query, stretch.claims)
        return self._view_of(found, self._reports(found))

    def _statements(self, query: ClaimQuery, stretch: Stretch) -> View:
        """Return the statements whose newest claim is in a stretch, whole."""
        otherwise = self._read_otherwise(query)
        docs = {one.claim.doc for one in stretch.claims}
        docs |= {one.claim.doc for one in otherwise if stretch.holds(one.number)}
        joining = list(self._ordering.joining(docs))
        mates = docs.union(*(finding.docs for finding in joining))
        found = self._ordering.of_documents(query, mates) + [one for one in otherwise if one.claim.doc in mates]
        claims = [one.claim for one in found]
        reports = told_apart(self._ordering.reports(mates), joining, claims, self._rulings)
        newest: dict[tuple[str, str], int] = {}
        for one in found:
            told = _told(one, reports)
            newest[told] = max(newest.get(told, 0), one.number)
        here = [one for one in found if stretch.holds(newest[_told(one, reports)])]
        return self._view_of(self._with_repeats(query, here), reports)

    def _read_otherwise(self, query: ClaimQuery) -> list[Numbered]:
        """Return the claims that a merge alone gives one of the measures that are shown."""
        anything = msgspec.structs.replace(query, measures=())
        return [
            one
            for one in self._ordering.of_ids(anything, self._rulings.readings.keys())
            if one.claim.measure not in query.measures and self._rulings.read(one.claim).measure in query.measures
        ]

    def _with_repeats(self, query: ClaimQuery, found: Sequence[Numbered]) -> list[Numbered]:
        """Return claims with those that stand with them, without those that stand with one elsewhere."""
        found = [one for one in found if self._is_shown(one)]
        known = {one.claim.id for one in found}
        elsewhere = {led for one in found if (led := self._leader(one)) is not None} - known
        told = {one.claim.id for one in self._ordering.of_ids(query, elsewhere) if self._is_shown(one)}
        kept = [one for one in found if self._leader(one) not in told]
        merged = {name for name, reading in self._rulings.readings.items() if reading.id in known} - known
        more = [one for one in self._ordering.of_ids(ClaimQuery(), merged) if self._leader(one) is not None]
        known |= {one.claim.id for one in more}
        repeats = self._ordering.repeats({one.claim.doc for one in (*kept, *more)})
        more += [one for one in repeats if self._leader(one) in known and one.claim.id not in known]
        return [*kept, *more]

    def _leader(self, one: Numbered) -> str | None:
        """Return the claim with which one stands: that which it repeats, or that which leads those it is merged with.

        In rows of statements each merged claim stands in its own.
        """
        claim, ruled = one.claim, self._rulings.readings.get(one.claim.id)
        if ruled is not None and not self._by_statement and ruled.id != claim.id:
            return ruled.id
        if claim.same_as is None or self._rulings.lots.get(claim.same_as, "") != self._rulings.lot(claim):
            return None
        return claim.same_as

    def _is_shown(self, one: Numbered) -> bool:
        return self._builder.selector.column(self._view, self._rulings.read(one.claim)) is not None

    def _reports(self, found: Collection[Numbered]) -> dict[tuple[str, int], Provenance]:
        docs = {one.claim.doc for one in found}
        claims = [one.claim for one in found]
        return told_apart(self._ordering.reports(docs), self._ordering.joining(docs), claims, self._rulings)

    def _view_of(self, found: Iterable[Numbered], reports: dict[tuple[str, int], Provenance]) -> View:
        ordered = sorted(found, key=lambda one: one.number)
        return self._builder.view(self._view, [one.claim for one in ordered], reports, named=self._named)


def _told(one: Numbered, reports: dict[tuple[str, int], Provenance]) -> tuple[str, str]:
    """Return what makes a claim's statement: its origin, and the voice that carries it."""
    claim = one.claim
    report = reports.get((claim.doc, claim.section)) or Provenance(doc=claim.doc, section=claim.section)
    origin = origin_of(claim, report)
    origin = report.merged.get(origin, origin)
    return origin, report.voices.get(origin) or report.copy_of or f"{report.doc}/{report.section}"


def _narrowed(query: ClaimQuery, shown: tuple[str, ...], said: tuple[Modality, ...]) -> ClaimQuery | None:
    """Return a question for those measures and modalities alone that a view shows; None where it shows none of them."""
    modalities = tuple(name for name in said if not query.modalities or name in query.modalities)
    both = tuple(name for name in shown if not query.measures or name in query.measures)
    if not modalities or (shown and not both):
        return None
    return msgspec.structs.replace(query, measures=both or query.measures, modalities=modalities)
