"""Lineage: which reports took a statement from which, read from the odd readings that they share.

Textual criticism's rule (Lachmann's; P. Maas, Textual Criticism, 1958): common errors show kinship, common right
readings show nothing, as everybody may have those from the statement itself. A witness that has an odd reading of its
own is no exemplar of those that lack it; one that has fewer of the figures was not their only source; one that is
later is not their source at all. Where nobody can be the exemplar, there was one that we don't have.

Readings that outlets arrive at by themselves (a dropped `about`) show no kinship and are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tawatur.collate.facts.facts import Fact
from tawatur.collate.variants.partings import Variant

_SHOWING = frozenset({"value", "measure", "of", "by", "where", "when", "source"})
_EXEMPLARS = "αβγδεζηθικλμνξοπρστυφχψ"
STATEMENT = "Ω"


class Lineage(NamedTuple):
    """Reports of one descent, and the odd readings that they share."""

    reports: tuple[int, ...]
    shared: tuple[Fact, ...]


def find_lineages(variants: Sequence[Variant], publishers: Sequence[str]) -> list[Lineage]:
    """Return the lineages that one statement's variants show; an outlet does not descend from itself.

    `publishers` names each report's.
    """
    shared: dict[tuple[int, ...], list[Fact]] = defaultdict(list)
    for variant in variants:
        reports = tuple(sorted({fact.report for fact in variant.odd}))
        if variant.slot in _SHOWING and len({publishers[report] for report in reports}) > 1:
            shared[reports] += variant.odd
    return [
        Lineage(reports, tuple(sorted({id(fact): fact for fact in facts}.values(), key=lambda fact: fact.position)))
        for reports, facts in shared.items()
    ]


class Text(NamedTuple):
    """A witness as descent sees it: its siglum, its date (an ordinal), and which of the statement's figures it has."""

    siglum: str
    date: int | None
    figures: frozenset[int]


class Edge(NamedTuple):
    """An edge of the tree; `shared` are the odd readings behind it, `decided` whether it can only run this way."""

    parent: str
    child: str
    shared: tuple[Fact, ...]
    decided: bool


class Tree(NamedTuple):
    """A tree from `STATEMENT` down: lost exemplars by their letters, edges, and what shares across its branches."""

    exemplars: tuple[str, ...]
    edges: tuple[Edge, ...]
    crossings: tuple[tuple[tuple[str, ...], tuple[Fact, ...]], ...]


@dataclass
class _Clade:
    """Witnesses that share odd readings, with the clades inside."""

    members: frozenset[str]
    shared: tuple[Fact, ...]
    inside: list[_Clade] = field(default_factory=list)

    @property
    def direct(self) -> list[str]:
        """The members that are in no clade inside."""
        nested = frozenset[str]().union(*(clade.members for clade in self.inside))
        return sorted(self.members - nested)


class Descents:
    """Builds the tree of one statement's witnesses."""

    def __init__(
        self,
        texts: Sequence[Text],
        variants: Sequence[Variant],
        siglum: Callable[[Fact], str],
        nearness: Callable[[str, str], float],
    ) -> None:
        self._texts = {text.siglum: text for text in texts}
        self._siglum = siglum
        self._nearness = nearness
        self._odd: dict[frozenset[str], list[Fact]] = defaultdict(list)
        for variant in variants:
            if variant.slot in _SHOWING and variant.odd:
                self._odd[frozenset(siglum(fact) for fact in variant.odd)] += variant.odd
        self._exemplars: list[str] = []
        self._edges: list[Edge] = []

    def tree(self) -> Tree:
        """Return the tree, the same whatever the input's order."""
        groups = {members: facts for members, facts in self._odd.items() if len(members) > 1}
        chosen: dict[frozenset[str], list[Fact]] = {}
        crossing: list[tuple[tuple[str, ...], tuple[Fact, ...]]] = []
        for members in sorted(groups, key=lambda members: (-_tells(groups[members]), -len(members), sorted(members))):
            if all(members <= other or other <= members or not members & other for other in chosen):
                chosen[members] = groups[members]
            else:
                crossing.append((tuple(sorted(members)), _ordered(groups[members])))
        top = _Clade(frozenset(self._texts), ())
        for members in sorted(chosen, key=lambda members: (-len(members), sorted(members))):
            home = top
            while inner := next((clade for clade in home.inside if members <= clade.members), None):
                home = inner
            home.inside.append(_Clade(members, _ordered(chosen[members])))
        for clade in top.inside:
            self._descend(clade, STATEMENT)
        for siglum in top.direct:
            self._edges.append(Edge(STATEMENT, siglum, (), decided=True))
        order = {siglum: at for at, siglum in enumerate(self._texts)}
        edges = sorted(self._edges, key=lambda edge: self._first(edge.child, order))
        return Tree(tuple(self._exemplars), tuple(edges), tuple(crossing))

    def _first(self, name: str, order: Mapping[str, int]) -> int:
        """Return where the first witness at or below a node stands."""
        below = [edge.child for edge in self._edges if edge.parent == name]
        own = [order[name]] if name in order else []
        return min([*own, *(self._first(child, order) for child in below)], default=len(order))

    def _descend(self, clade: _Clade, parent: str) -> None:
        exemplar, decided = self._exemplar(clade)
        if exemplar is None:
            exemplar = self._letter()
            self._exemplars.append(exemplar)
        self._edges.append(Edge(parent, exemplar, self._of(clade.shared, exemplar), decided=True))
        for siglum in clade.direct:
            if siglum != exemplar:
                self._edges.append(Edge(exemplar, siglum, self._of(clade.shared, siglum), decided=decided))
        for inner in clade.inside:
            self._descend(inner, exemplar)

    def _of(self, shared: Sequence[Fact], siglum: str) -> tuple[Fact, ...]:
        return tuple(fact for fact in shared if self._siglum(fact) == siglum)

    def _exemplar(self, clade: _Clade) -> tuple[str | None, bool]:
        """Return the member from which the others may descend, and whether no other can be it; None for a lost one."""
        fit = [siglum for siglum in clade.direct if self._may_head(siglum, clade)]
        if not fit:
            return None, True
        others = {siglum: [self._texts[other].date for other in clade.members if other != siglum] for siglum in fit}
        if len(fit) == 1 and self._is_earlier(self._texts[fit[0]].date, others[fit[0]]):
            return fit[0], True

        def rank(siglum: str) -> tuple[bool, int, float, str]:
            date = self._texts[siglum].date
            near = sum(self._nearness(siglum, other) for other in sorted(clade.members) if other != siglum)
            return date is None, date or 0, -near, siglum

        return min(fit, key=rank), False

    @staticmethod
    def _is_earlier(date: int | None, others: Sequence[int | None]) -> bool:
        return date is not None and all(other is not None and date < other for other in others)

    def _may_head(self, siglum: str, clade: _Clade) -> bool:
        text = self._texts[siglum]
        for members in self._odd:
            if siglum in members and not clade.members <= members:
                return False  # an odd reading that others of the clade lack
        for other in clade.members - {siglum}:
            mate = self._texts[other]
            if not mate.figures <= text.figures:
                return False
            if text.date is not None and mate.date is not None and mate.date < text.date:
                return False
        return True

    def _letter(self) -> str:
        at = len(self._exemplars)
        letter = _EXEMPLARS[at % len(_EXEMPLARS)]
        return letter if at < len(_EXEMPLARS) else f"{letter}{at // len(_EXEMPLARS) + 1}"


def _tells(facts: Sequence[Fact]) -> float:
    """Return how much a clade's odd readings tell: the bits of each figure once."""
    figures = {(fact.measure, fact.number): fact.bits for fact in facts}
    return sum(figures.values()) + len(figures)


def _ordered(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted({id(fact): fact for fact in facts}.values(), key=lambda fact: fact.position))
