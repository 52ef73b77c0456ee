"""Copies: reports whose texts are one text, whole or in large part.

Candidates come from two indexes, never from all pairs: bands of MinHash signatures (rensa) for
texts that resemble each other, and a sample of rare shingles for a text inside a longer one. Every candidate is
verified by the exact shingles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from tawatur.collate.copies.shingles import containment, resemblance
from tawatur.collate.copies.texts import SAMPLE, Texts
from tawatur.collate.facts.groups import Groups

#: One text with edits: this much of both texts' shingles is shared.
RESEMBLANCE = 0.4
#: One text inside another: this much of the shorter one's shingles stands in the longer; of a few lines, more.
CONTAINMENT = 0.5
_CONTAINMENT_OF_LINES = 0.75
#: A text of fewer shingles is a few lines, which two reports of one event may well have in common.
_LINES = 60
#: A text this many times as long as another does not print it but hold it.
_LONGER = 1.5


@dataclass(frozen=True)
class Copies:
    """Which reports are copies: `group_of[i]` is the group of report i, longer texts that hold a shorter one included.

    `families` are the sets of reports to be told of, each with the share of text that its members have in common;
    `text_of[i]` is the text of report i, as the first has it that prints it, whole and with no more than edits.
    """

    group_of: tuple[int, ...]
    families: tuple[tuple[tuple[int, ...], float], ...]
    text_of: tuple[int, ...]

    def one_text(self, one: int, other: int) -> bool:
        """Tell whether two reports carry one text."""
        return self.group_of[one] == self.group_of[other]


def find_copies(texts: Texts, common: Collection[int]) -> Copies:
    """Return the copies among the texts; `common` are the shingles that too many texts of the whole corpus have."""
    leaders = _leaders(texts)
    groups = Groups(len(texts))
    for at, leader in enumerate(leaders):
        if leader != at:
            groups.join(leader, at)
    kept = [at for at, leader in enumerate(leaders) if leader == at and texts.is_long(at)]
    inside: dict[int, set[int]] = defaultdict(set)
    shares: dict[tuple[int, int], float] = {}
    for one, other in sorted({*_alike(kept, texts), *_holding(kept, texts, common)}):
        inner, outer = sorted((one, other), key=lambda at: (texts.size(at), at))
        if _is_one_text(texts.words(inner), texts.words(outer)):
            groups.join(one, other)
            continue
        share = containment(texts.words(inner), texts.words(outer))
        if share >= (CONTAINMENT if texts.size(inner) >= _LINES else _CONTAINMENT_OF_LINES):
            inside[outer].add(inner)
            shares[inner, outer] = share
    families = [
        (tuple(members), min(resemblance(texts.words(members[0]), texts.words(member)) for member in members[1:]))
        for members in groups.sets().values()
        if len(members) > 1 and texts.size(members[0])
    ]
    text_of = tuple(groups.find(at) for at in range(len(texts)))
    return Copies(*_contained(groups, inside, shares, families), text_of)


def _contained(
    groups: Groups,
    inside: dict[int, set[int]],
    shares: dict[tuple[int, int], float],
    families: list[tuple[tuple[int, ...], float]],
) -> tuple[tuple[int, ...], tuple[tuple[tuple[int, ...], float], ...]]:
    """Tell of what stands inside longer texts; a longer text with one inner text is one voice with it."""
    sets = groups.sets()
    voices = Groups(sum(map(len, sets.values())))
    for members in sets.values():
        for member in members[1:]:
            voices.join(members[0], member)
    outers: dict[int, set[int]] = defaultdict(set)
    for outer, inners in inside.items():
        texts = {groups.find(inner) for inner in inners} - {groups.find(outer)}
        for text in texts:
            outers[text].add(outer)
        if len(texts) == 1:
            voices.join(outer, texts.pop())
    for text, longer in outers.items():
        together = tuple(sorted({*sets[text], *longer}))
        share = min(
            (shares[inner, outer] for outer in longer for inner in sets[text] if (inner, outer) in shares), default=1.0
        )
        families.append((together, share))
    return tuple(voices.find(at) for at in range(sum(map(len, sets.values())))), tuple(sorted(_largest(families)))


def _largest(families: list[tuple[tuple[int, ...], float]]) -> list[tuple[tuple[int, ...], float]]:
    """Return the families without those whose members are all in a larger one, which tells of them."""
    of_member: dict[int, list[frozenset[int]]] = defaultdict(list)
    for members, _ in families:
        for member in members:
            of_member[member].append(frozenset(members))
    return [
        (members, share)
        for members, share in families
        if not any(frozenset(members) < other for other in of_member[members[0]])
    ]


def _leaders(texts: Texts) -> list[int]:
    """Return for each text the first that is word for word the same; an empty text is its own."""
    first: dict[int, int] = {}
    return [first.setdefault(number, at) if texts.is_long(at) else at for at, number in enumerate(texts.numbers)]


def _alike(kept: Sequence[int], texts: Texts) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts that fall together in a band of their signatures."""
    index: dict[int, list[int]] = defaultdict(list)
    joined = Groups(len(texts))
    for at in kept:
        before: set[int] = set()
        for band in texts.bands(at):
            before.update(index[band])
            index[band].append(at)
        for other in sorted(before):
            # a candidate of a candidate needs no look of its own: a thousand copies are a thousand pairs
            if joined.find(at) != joined.find(other):
                if _is_one_text(*sorted((texts.words(at), texts.words(other)), key=len)):
                    joined.join(at, other)
                yield other, at


def _is_one_text(shorter: frozenset[int], longer: frozenset[int]) -> bool:
    """Tell whether two texts are one with edits; much more text on one side makes it a longer article that holds it."""
    return len(longer) <= _LONGER * len(shorter) and resemblance(shorter, longer) >= RESEMBLANCE


def _holding(kept: Sequence[int], texts: Texts, common: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of texts that share many of a sample of shingles that few texts have."""
    postings: dict[int, list[int]] = defaultdict(list)
    for at in kept:
        for shingle in texts.sample(at):
            if shingle not in common:
                postings[shingle].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for posting in postings.values():
        if len(posting) > 1:
            shared.update((one, other) for i, one in enumerate(posting) for other in posting[i + 1 :])
    for (one, other), count in shared.items():
        if count * SAMPLE >= CONTAINMENT * 0.5 * min(texts.size(one), texts.size(other)):
            yield one, other
