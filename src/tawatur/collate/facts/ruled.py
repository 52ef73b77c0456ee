"""What reviewers have ruled of statements: pairs of renditions that are one statement's, and groups that are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tawatur.model import Report, Rulings


class RuledStatements:
    """The rulings on the reports of a material, as far as it has them; `report_of` gives each rendition's report."""

    def __init__(self, rulings: Rulings, reports: Sequence[Report], report_of: Sequence[int]) -> None:
        at = {f"{report.doc}#{report.section}": number for number, report in enumerate(reports)}
        self._report_of = report_of
        self._joined = sorted({(at[one], at[other]) for one, other in rulings.joined if one in at and other in at})
        self._parted: dict[int, set[int]] = defaultdict(set)
        for one, other in rulings.parted:
            if one in at and other in at:
                self._parted[at[one]].add(at[other])
                self._parted[at[other]].add(at[one])

    def joined(self, nearness: Callable[[int, int], tuple[float, ...]]) -> Iterator[tuple[int, int]]:
        """Yield a pair of renditions for each pair of reports that carry one statement: the two that are nearest."""
        wanted = {report for pair in self._joined for report in pair}
        renditions: dict[int, list[int]] = defaultdict(list)
        for rendition, report in enumerate(self._report_of):
            if report in wanted:
                renditions[report].append(rendition)
        for one, other in self._joined:
            pairs = [(first, second) for first in renditions[one] for second in renditions[other]]
            if pairs:
                yield max(pairs, key=lambda pair: (*nearness(*pair), -pair[0], -pair[1]))

    def may_join(self, one: Iterable[int], other: Iterable[int]) -> bool:
        """Tell whether no ruling parts a rendition of one group from a rendition of the other."""
        if not self._parted:
            return True
        reports = {self._report_of[rendition] for rendition in other}
        return all(self._parted.get(self._report_of[rendition], set()).isdisjoint(reports) for rendition in one)
