"""Upkeep: a ledger's findings after new documents, made from those documents that the new ones touch.

Documents hang together in clusters, by copies and by what may be one statement; findings across clusters come from
buckets, in which facts of one quantity, one figure or one beginning meet. So a new document changes:

1. its own cluster, and those that it joins: found by the keys that it shares (`tawatur.collate.meetings`);
2. the clusters of those that meet under something that its coming makes widespread (`collate.copies.prevalence`);
3. the buckets of all documents of these clusters.

The documents of these clusters, and of the clusters that share a bucket with them, are collated; of the findings, those
of these clusters and buckets replace the ones that stand. Tests hold the result to that of collating all at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from heapq import nsmallest
from typing import NamedTuple

from tawatur import __version__
from tawatur.collate import Collation
from tawatur.collate.collation import Grounds
from tawatur.collate.copies.prevalence import COMMON, PIVOTS, UNDATED, Bucket, Prevalence, loss
from tawatur.collate.copies.texts import Texts
from tawatur.collate.facts.material import Material
from tawatur.collate.meetings import Meetings, meetings
from tawatur.ledger import Collating, Ledger, Meeting
from tawatur.model import Claim, Finding, Report, Rulings, digest, reports
from tawatur.packs import Knowledge, fingerprint, shared

#: Where more than this share of the documents is new, all are collated.
_MANY = 0.2
#: So many documents are collated in a few seconds.
_SMALL = 1_000
#: A text inside a longer one shares so many sampled shingles with it at least.
_SHARED_SHINGLES = 2


class Upkeep(NamedTuple):
    """What bringing the findings up to date took: documents that were new, and documents collated for them."""

    new: int
    collated: int


class Standing:
    """The findings of a ledger, by what the packs of `knowledge` hold."""

    def __init__(self, ledger: Ledger, knowledge: Knowledge) -> None:
        self._ledger = ledger
        self._knowledge = knowledge
        self._signature = digest(__version__, fingerprint(shared(knowledge.names)), length=32)

    def bring_up_to_date(self, *, anew: bool = False) -> Upkeep:
        """Collate what is new and what it touches; everything, where packs or program are others, or `anew`.

        What is kept is kept in one transaction: a run that is killed leaves the findings as they were.
        """
        if not anew:
            with self._ledger.collating() as store:
                pending = store.pending()
                if store.signature() == self._signature and len(pending) <= _MANY * store.count():
                    return Upkeep(len(pending), self._collate_touched(store, pending) if pending else 0)
        return self._collate_all()

    def keep_up(self) -> bool:
        """Bring the findings up to date where that takes little; return whether they now are.

        Little is a ledger of a thousand documents, or a fifth of a larger one that was collated before: for a server,
        which does it besides.
        """
        with self._ledger.collating(writing=False) as store:
            known, pending, count = store.signature() == self._signature, len(store.pending()), store.count()
        if (known and not pending) or not count:
            return True
        if count > _SMALL and not (known and pending <= _MANY * count):
            return False
        self.bring_up_to_date()
        return True

    def is_up_to_date(self) -> bool:
        """Tell whether the findings that stand are those of all documents, by this program and these packs."""
        with self._ledger.collating(writing=False) as store:
            return store.signature() == self._signature and not store.pending()

    def findings(self, kinds: Collection[str] = ()) -> list[Finding]:
        """Return the findings that stand, or those of some kinds, the weightiest first."""
        with self._ledger.collating(writing=False) as store:
            return list(store.findings(kinds))

    def collation(self, findings: Iterable[str]) -> Collation:
        """Return a collation of the clusters that findings of these ids tell of, as the whole ledger's has them."""
        with self._ledger.collating(writing=False) as store:
            return self._collation(store, store.documents_of(list(findings)))

    def collation_of(self, docs: Collection[str]) -> Collation:
        """Return a collation of the clusters of some documents, as the whole ledger has them."""
        with self._ledger.collating(writing=False) as store:
            return self._collation(store, store.numbers_of(docs))

    def _collation(self, store: Collating, numbers: Collection[int]) -> Collation:
        claims, given, _ = _material(store, store.together(numbers))
        return Collation(claims, given, self._knowledge, _prevalence(store), store.rulings)

    def _collate_all(self) -> Upkeep:
        """Collate all documents; while that goes on, others may write, and what they add is collated the next time."""
        with self._ledger.collating(writing=False) as store:
            claims, given, known = _material(store, None)
            rulings = store.rulings
        collation = Collation(claims, given, self._knowledge, rulings=rulings)
        grounds = collation.grounds
        keys = meetings(grounds.material, grounds.texts)
        prevalent = grounds.prevalent
        widespread = (
            {("pivots", *bucket): limit for bucket, limit in prevalent.pivots.items()}
            | {("common", shingle, 0): 1 for shingle in prevalent.common}
            | {("losses", figure, 0): lost for figure, lost in prevalent.losses.items()}
        )
        with self._ledger.collating() as store:
            store.begin_anew(self._signature)
            store.fill(row for doc, found in keys.items() for row in _rows(found, known[doc]))
            store.prevail(widespread)
            store.set_clusters(_numbered(_whole(grounds.clusters(), known), known))
            store.publish([(one.finding, one.bucket) for one in collation.located], known)
        return Upkeep(len(known), len(known))

    def _collate_touched(self, store: Collating, pending: Sequence[int]) -> int:
        claims, given, known = _material(store, pending)
        rulings = store.rulings
        new = {known[doc]: found for doc, found in self._meetings(claims, given, rulings).items()}
        touched = set(pending) | _Arrival(store, new, _prevalence(store)).changed()
        prevalent = _prevalence(store)
        near = store.together(touched | _candidates(store, new, prevalent))
        claims, given, known = _material(store, near)
        clusters = _numbered(
            _whole(Grounds(claims, given, self._knowledge, prevalent, rulings).clusters(), known), known
        )
        changed = [members for members in clusters if members & touched]
        own = {number for members in changed for number in members}
        names = {doc for doc, number in known.items() if number in own}
        part = [claim for claim in claims if claim.doc in names], [one for one in given if one.doc in names]
        buckets = {bucket for found in self._meetings(*part, rulings).values() for bucket in found.buckets}
        others = {row.document for row in store.sharing(buckets)}
        needed = store.together(others | own)
        claims, given, known = _material(store, needed)
        collation = Collation(claims, given, self._knowledge, prevalent, rulings)
        store.withdraw(own, buckets)
        store.set_clusters(changed)
        store.publish(
            [
                (one.finding, one.bucket)
                for one in collation.located
                if (not names.isdisjoint(one.finding.docs) if one.bucket is None else one.bucket in buckets)
            ],
            known,
        )
        return len(needed)

    def _meetings(self, claims: Sequence[Claim], given: Sequence[Report], rulings: Rulings) -> dict[str, Meetings]:
        material = Material(claims, given, self._knowledge, rulings)
        return meetings(material, Texts(material.reports))


class _Arrival:
    """Makes new documents known, and tells whom their coming changes by what it makes widespread."""

    def __init__(self, store: Collating, new: dict[int, Meetings], prevalent: Prevalence) -> None:
        self._store = store
        self._new = new
        self._prevalent = prevalent
        self._changes: dict[tuple[str, int, int], int] = {}

    def changed(self) -> set[int]:
        """Add the new documents' keys; return the documents already there whose clusters may fall apart by them."""
        touched = self._crowd() | self._recur() | self._commonplace()
        self._store.meet([row for number, found in self._new.items() for row in _rows(found, number)])
        self._store.prevail(self._changes)
        return touched

    def _crowd(self) -> set[int]:
        """Choose the pivots of what very many share; who is none any more is held against fewer."""
        links = {link for found in self._new.values() for link in found.links}
        standing = self._by_week({key for key, _ in links}, _weeks_around(links))
        touched: set[int] = set()
        for key, week in links:
            before = standing.get((key, week), {})
            coming = {found.rank for found in self._new.values() if (key, week) in found.links}
            ranks = before.keys() | coming
            if len(ranks) <= PIVOTS:
                continue
            chosen = nsmallest(PIVOTS, ranks)
            self._changes["pivots", key, week] = chosen[-1]
            if set(nsmallest(PIVOTS, before)) - set(chosen):
                near = [
                    document
                    for (other, at), members in standing.items()
                    if other == key and (week == UNDATED or at in {UNDATED, week - 1, week, week + 1})
                    for document in members.values()
                ]
                touched |= self._joined(near)
        return touched

    def _recur(self) -> set[int]:
        """Count the fortnights of figures printed in one for the first time: they tell less.

        Of two reports that a figure joins, one may print it of another thing, under another key.
        """
        figures = {figure for found in self._new.values() for figure in found.figures}
        standing = self._by_week({key for key, _ in figures}, {week for _, week in figures})
        first = figures - standing.keys()
        everywhere = self._by_week({key for key, _ in first}, None)
        touched: set[int] = set()
        for key in {key for key, _ in first}:
            before = {week for other, week in everywhere if other == key}
            count = len(before | {week for other, week in first if other == key})
            if loss(count) != loss(len(before)):
                self._changes["losses", key, 0] = loss(count)
                touched |= self._in_company(document for week in before for document in everywhere[key, week].values())
        return touched

    def _commonplace(self) -> set[int]:
        """Count the texts that have a shingle; what too many have shows nothing."""
        texts: dict[int, set[int]] = defaultdict(set)
        for found in self._new.values():
            for shingle, text in found.shingles:
                if shingle not in self._prevalent.common:
                    texts[shingle].add(text)
        standing = self._by_week({_shingle(shingle) for shingle in texts}, None)
        touched: set[int] = set()
        for shingle, coming in texts.items():
            before = standing.get((_shingle(shingle), 0), {})
            if len(before.keys() | coming) > COMMON:
                self._changes["common", shingle, 0] = 1
                numbers = {row.document for row in self._store.sharing(before.keys())}
                touched |= self._joined(numbers)
        return touched

    def _by_week(self, keys: Collection[int], weeks: Collection[int] | None) -> dict[Bucket, dict[int, int]]:
        """Return the documents under some keys (in some weeks), by key and week, then by rank."""
        found: dict[Bucket, dict[int, int]] = defaultdict(dict)
        for row in self._store.sharing(keys, weeks):
            found[row.key, row.week][row.rank] = row.document
        return found

    def _joined(self, numbers: Iterable[int]) -> set[int]:
        """Return the documents of the clusters in which two of some documents are."""
        clusters = self._store.clusters(set(numbers))
        sizes = Counter(cluster for cluster in clusters.values() if cluster is not None)
        held = {number for number, cluster in clusters.items() if cluster is not None and sizes[cluster] > 1}
        return self._store.together(held) if held else set()

    def _in_company(self, numbers: Iterable[int]) -> set[int]:
        """Return the documents of the clusters of more than one document in which one of some documents is."""
        clusters = self._store.clusters(self._store.together(set(numbers)))
        sizes = Counter(cluster for cluster in clusters.values() if cluster is not None)
        return {number for number, cluster in clusters.items() if cluster is not None and sizes[cluster] > 1}


def _candidates(store: Collating, new: dict[int, Meetings], prevalent: Prevalence) -> set[int]:
    """Return the documents that may be copies of new ones, or carry a statement with them."""
    texts = {key for found in new.values() for key in (*found.texts, *found.bands)}
    near = {row.document for row in store.sharing(texts)}
    shared: dict[int, Counter[int]] = defaultdict(Counter)
    wanted: dict[int, set[int]] = defaultdict(set)
    for number, found in new.items():
        for shingle, _ in found.shingles:
            if shingle not in prevalent.common:
                wanted[_shingle(shingle)].add(number)
    for row in store.sharing(wanted):
        for number in wanted[row.key]:
            shared[number][row.rank] += 1
    alike = {text for counted in shared.values() for text, count in counted.items() if count >= _SHARED_SHINGLES}
    near |= {row.document for row in store.sharing(alike)}
    links = {link for found in new.values() for link in found.links}
    weeks: dict[int, set[int]] = defaultdict(set)
    for key, week in links:
        weeks[key].add(week)
    for row in store.sharing(weeks, _weeks_around(links)):
        own = weeks[row.key]
        if row.week == UNDATED or UNDATED in own or own & {row.week - 1, row.week, row.week + 1}:
            near.add(row.document)
    return near


def _weeks_around(links: Iterable[Bucket]) -> set[int] | None:
    """Return the weeks whose renditions may meet those of some links: the weeks beside; all, for what has no date."""
    weeks = {week for _, week in links}
    if UNDATED in weeks:
        return None
    return {UNDATED} | {week + step for week in weeks for step in (-1, 0, 1)}


def _rows(found: Meetings, number: int) -> Iterator[Meeting]:
    """Yield a document's keys as rows of the ledger."""
    for key in (*found.texts, *found.bands, *found.buckets):
        yield Meeting(key, 0, found.rank, number)
    for shingle, text in found.shingles:
        yield Meeting(_shingle(shingle), 0, text, number)
    for key, week in (*found.links, *found.figures):
        yield Meeting(key, week, found.rank, number)


def _shingle(shingle: int) -> int:
    """Return a shingle's key: below zero, where no other key is."""
    return -shingle - 1


def _prevalence(store: Collating) -> Prevalence:
    pivots: dict[Bucket, int] = {}
    common: set[int] = set()
    losses: dict[int, int] = {}
    for kind, key, week, value in store.prevalence():
        if kind == "pivots":
            pivots[key, week] = value
        elif kind == "common":
            common.add(key)
        else:
            losses[key] = value
    return Prevalence(pivots, common, losses)


def _material(store: Collating, numbers: Collection[int] | None) -> tuple[list[Claim], list[Report], dict[str, int]]:
    found, claims, known = store.read(numbers)
    return claims, [report for document in found for report in reports(document)], known


def _whole(clusters: Iterable[frozenset[str]], known: Collection[str]) -> list[frozenset[str]]:
    """Return the clusters with each document that has no report as one of its own."""
    found = list(clusters)
    missing = set(known) - {doc for members in found for doc in members}
    return found + [frozenset({doc}) for doc in sorted(missing)]


def _numbered(clusters: Iterable[frozenset[str]], known: dict[str, int]) -> list[set[int]]:
    return [{known[doc] for doc in members if doc in known} for members in clusters]
