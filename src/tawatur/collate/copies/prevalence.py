"""How widespread things are in a whole corpus, which a part of it can't tell by itself.

Collating a part must give what collating all gives for it. So whatever is weighed by how often it occurs elsewhere is
gathered here, and given to the collation of a part from outside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

#: Of a key that very many reports share in a week, so many are held against all others, and these only against those.
PIVOTS = 32
#: What more texts than this have in common shows nothing.
COMMON = 24
_FORTNIGHT = 14
#: The bucket of what has no date.
UNDATED = -1
_BITS = 63

Bucket = tuple[int, int]


class Prevalence(NamedTuple):
    """What is widespread: `pivots` is the greatest rank of a pivot by crowded (key, week); `common` the shingles that
    too many texts have; `losses` the bits that a figure loses by being printed every fortnight, by its key.
    """

    pivots: Mapping[Bucket, int]
    common: Collection[int]
    losses: Mapping[int, int]


def key(*parts: object) -> int:
    """Return a number of 63 bits that stands for `parts`: the same in every process; sets in any order are one."""
    return key_of_bytes(_plain(parts).encode("utf-8", "surrogatepass"))


def key_of_bytes(content: bytes) -> int:
    """Return a number of 63 bits that stands for `content`."""
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "big") >> (64 - _BITS)


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return f"({','.join(map(_plain, value))})"
    if isinstance(value, frozenset):
        return f"{{{','.join(sorted(map(_plain, value)))}}}"
    return repr(value)


@lru_cache(maxsize=262_144)
def figure_key(measure: str, number: object) -> int:
    """Return the key of a measure's figure."""
    return key("figure", measure, number)


@lru_cache(maxsize=262_144)
def rank(doc: str) -> int:
    """Return the place of a document in an order that nothing but its id settles."""
    return key("rank", doc)


def fortnight(date: int | None) -> int:
    """Return the number of a day's fortnight."""
    return UNDATED if date is None else date // _FORTNIGHT


def loss(fortnights: int) -> int:
    """Return the bits that a figure loses by being printed in so many fortnights, in whole bits.

    So it changes a few times in the life of a figure, and what was found before stays.
    """
    return max(1, fortnights - 1).bit_length() - 1


def losses(printed: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return the losses of figures, from (figure's key, fortnight) of all that is printed."""
    counted: dict[int, set[int]] = {}
    for figure, when in printed:
        counted.setdefault(figure, set()).add(when)
    return {figure: lost for figure, found in counted.items() if (lost := loss(len(found)))}


def crowded(ranks: Iterable[int]) -> int | None:
    """Return the greatest rank of the pivots among the ranks of those who share a key; None where all are pivots."""
    distinct = set(ranks)
    return None if len(distinct) <= PIVOTS else nsmallest(PIVOTS, distinct)[-1]
