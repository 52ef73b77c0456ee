"""Portfolios: which ministry a name is of, be it the ministry's own, its head's or its spokesman's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tawatur.collate.facts.cues import has_cue, starts_with_cue

#: What an adjective of a state ends in, without its gender.
_NISBA = "ي"
_FEMININE = ("ه", "ة")
_SHORTEST = 4


class Portfolio(NamedTuple):
    """A ministry: its office (`داخلية`), and the adjective of its state without gender; empty where none is told."""

    office: str
    state: str


def portfolio(name: str) -> Portfolio | None:
    """Return the ministry that a folded name without articles is of; None where it is of none."""
    words = name.split()
    at = next((at for at in range(len(words) - 1) if starts_with_cue("ministry", words[at])), None)
    if at is None:
        return None
    following = words[at + 2] if at + 2 < len(words) else ""
    for ending in _FEMININE:
        following = following.removesuffix(ending)
    of_state = len(following) >= _SHORTEST and following.endswith(_NISBA)
    return Portfolio(words[at + 1], following if of_state else "")


def may_be_of(name: str, governments: Iterable[frozenset[str]]) -> bool:
    """Tell whether a ministry may be a government's, by that one's names: no state is told, or the government's own."""
    ministry = portfolio(name)
    return ministry is not None and any(
        has_cue("government", " ".join(words)) and any(word.startswith(ministry.state) for word in words)
        for words in governments
    )
