"""How a text introduces a man: by the office that it names before him, or after him in apposition."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tawatur.arabic import fold
from tawatur.collate.facts.cues import has_cue, starts_with_cue, without_articles

#: An office and the body that it is of stand so far before the name, in characters: `متحدث وزارة كذا العميد فلان`.
_BEFORE = 50
_AFTER = 30
_BREAK = re.compile('[.:؛"«»\n]')
#: So many words and no fewer tell an office: `محافظ درعا`; so many stand between it and a name at most.
_OFFICE = 2
_PHRASE = 5
#: What leads from an envoy to those whom he is sent to.
_SENT_TO = frozenset({"في", "لدي", "الي", "عند"})
#: So many words name a man in full.
_BEARER = 2
#: Letters by which a foreign name's sounds are written, each with another one that outlets use for it.
_SOUNDS = str.maketrans("قگغطصضظذثڤپچ", "ككجتسدززتفبج")


def is_introduced_as_spokesman(name: str, text: str) -> bool:
    """Tell whether a text calls the bearer of a name a spokesman where it names him; articles count for nothing."""
    return any(
        has_cue("spokesman", leading) or starts_with_cue("spokesman", following)
        for leading, following in _around(name, text)
    )


def is_introduced_as_its_own(name: str, text: str, names: Callable[[str], bool]) -> bool:
    """Tell whether a text puts an office right before a name, with words in which `names` finds a body."""
    words = [rf"(?:ال)?{re.escape(word)}" for word in name.replace("عبدال", "عبد ال").split()]
    plain = fold(text)
    for match in re.finditer(rf"(?<!\w){' ?'.join(words)}(?!\w)", plain):
        leading = _BREAK.split(plain[max(0, match.start() - _BEFORE) : match.start()])[-1]
        if has_cue("office", without_articles(leading)) and names(leading):
            return True
    return False


def is_introduced_by_office(name: str, office: str, text: str) -> bool:
    """Tell whether a text puts an office's words right before a name, or after it: `the governor of X, so-and-so`."""
    words = set(office.split())
    if len(words) < _OFFICE or not starts_with_cue("office", office):
        return False
    return any(
        words <= set(phrase.split()[-_PHRASE:]) or words <= set(after.split()[:_PHRASE])
        for phrase, after in _around(name, text)
    )


def _around(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and after a name in its sentence, without articles and commas."""
    plain = without_articles(fold(text)).replace("،", " ")
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", plain):
        leading = _BREAK.split(plain[max(0, match.start() - _BEFORE) : match.start()])[-1]
        yield leading, _BREAK.split(plain[match.end() : match.end() + _AFTER].lstrip(" ,"))[0]


def bear_one_name(one: str, other: str) -> bool:
    """Tell whether two free names are one as it is heard, or of people in office and end in one name of two words.

    `the relief coordinator so-and-so` is `the under-secretary so-and-so`; two offices of one region are not.
    """
    words = one.split(), other.split()
    if min(map(len, words)) >= _BEARER and _as_heard(one) == _as_heard(other):
        return True
    if min(map(len, words)) <= _BEARER or words[0][-_BEARER:] != words[1][-_BEARER:]:
        return False
    if words[0][-_BEARER - 1] == words[1][-_BEARER - 1] or not all(
        starts_with_cue("office", name) for name in (one, other)
    ):
        return False
    return not has_cue("of_no_man", " ".join(words[0][-_BEARER:]))


def _as_heard(name: str) -> str:
    """Return a folded name as it is heard, however a foreign one is spelt and divided."""
    return name.translate(_SOUNDS).replace(" ", "")


def own_words(name: str) -> list[str]:
    """Return the words of a name without those for whom an envoy is sent to, and for whom he does not speak."""
    words = name.replace("،", " ").split()
    if not words or not starts_with_cue("envoy", words[0]):
        return words
    return words[: next((at for at, word in enumerate(words) if word in _SENT_TO), len(words))]
