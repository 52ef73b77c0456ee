"""Evidence: what an element tells of the text in it, by its name, its class and id, its ARIA role and its itemprop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from lxml import etree

from tawatur.intake.tables import rows

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_UNSHOWN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
#: Attributes of what is not printed; AMP shows a placeholder until something else comes.
_UNPRINTED = frozenset({"hidden", "placeholder"})
#: Where several words of a class tell different things, the first of these that is among them.
_ORDER = (
    "notice", "hidden", "advertisement", "comment", "share", "links", "tags", "navigation", "form", "caption", "byline",
    "date", "dateline", "credit", "title", "standfirst", "other", "label", "frame",
)  # fmt: skip
#: What holds an article, or its text; both are told beside a kind, for a class says either in one breath.
_HOLDERS = frozenset({"article", "text"})
_LONGEST = 3


class Evidence(NamedTuple):
    """What an element tells: `kind` a part's kind, `frame`, `notice` or `hidden`; `holder` `article` or `text`."""

    kind: str | None = None
    holder: str | None = None


NOTHING = Evidence()


def evidence(element: etree._Element, tag: str) -> Evidence:
    """Return what an element tells of the text in it, as `data/page_marks.tsv` names it."""
    attributes = element.attrib
    named = _table("tag").get(tag)
    if named is None and "-" in tag and attributes.get("class") is None:
        return _by_words(tag, attributes.get("id", ""))  # an element of the page's own making, named by what it is
    if not attributes:
        return NOTHING if named is None else _told((named,))
    if (
        "hidden" in attributes
        or ("placeholder" in attributes and tag != "input")
        or _UNSHOWN.search(attributes.get("style", ""))
    ):
        return Evidence("hidden")
    words = _by_words(attributes.get("class", ""), attributes.get("id", ""))
    property_, role = attributes.get("itemprop"), attributes.get("role")
    stated = (_table("prop").get(property_ or ""), _table("role").get(role or ""))
    first = _told([kind for kind in stated if kind is not None]) if any(stated) else NOTHING
    last = NOTHING if named is None else _told((named,))
    return Evidence(first.kind or words.kind or last.kind, first.holder or words.holder or last.holder)


@lru_cache(maxsize=10_000)
def _by_words(classes: str, name: str) -> Evidence:
    """Return what the words of a class and an id tell; the more words a row has, the more it is believed."""
    table = _table("word")
    found: list[tuple[int, str]] = []
    for label in (*classes.split(), name):
        if (told := _table("class").get(label)) is not None:
            found.append((-_LONGEST, told))
        words = [word.lower() for word in _WORD.findall(label)]
        taken: set[int] = set()
        for length in range(_LONGEST, 0, -1):
            for at in range(len(words) - length + 1):
                told = table.get(" ".join(words[at : at + length]))
                if told is not None and not taken & set(range(at, at + length)):
                    taken |= set(range(at, at + length))
                    found.append((-length, told))
    longest = min((length for length, told in found if told not in _HOLDERS), default=0)
    return _told([told for length, told in found if length == longest or told in _HOLDERS])


def _told(kinds: Sequence[str]) -> Evidence:
    ordered = [kind for kind in _ORDER if kind in kinds]
    holder = "text" if "text" in kinds else "article" if "article" in kinds else None
    return Evidence(ordered[0] if ordered else None, holder)


@cache
def _table(at: str) -> dict[str, str]:
    return {row["name"]: row["kind"] for row in rows("page_marks.tsv") if row["at"] == at}
