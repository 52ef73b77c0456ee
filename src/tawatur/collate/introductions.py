"""How a text introduces a man: by the office that it names before him, or after him in apposition."""

from __future__ import annotations

import re

from tawatur.arabic import fold
from tawatur.collate.cues import has_cue, starts_with_cue

#: An office and the body that it is of stand so far before the name, in characters: `متحدث وزارة كذا العميد فلان`.
_BEFORE = 50
_AFTER = 30
_BREAK = re.compile('[.:؛"«»\n]')
#: So many words name a man in full.
_BEARER = 2
_ARTICLE = re.compile(r"\b(?:وال|بال|لل|ال)(?=\w{2})")


def is_introduced_as_spokesman(name: str, text: str) -> bool:
    """Tell whether a text calls the bearer of a name a spokesman where it names him; articles count for nothing."""
    plain = _ARTICLE.sub("", fold(text))
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", plain):
        leading = _BREAK.split(plain[max(0, match.start() - _BEFORE) : match.start()])[-1]
        following = plain[match.end() : match.end() + _AFTER].lstrip(" ،,")
        if has_cue("spokesman", leading) or starts_with_cue("spokesman", following):
            return True
    return False


def bear_one_name(one: str, other: str) -> bool:
    """Tell whether two free names are of people in office and end in one name of two words.

    `the relief coordinator so-and-so` is `the under-secretary so-and-so`; two offices of one region are not.
    """
    words = one.split(), other.split()
    if min(map(len, words)) <= _BEARER or words[0][-_BEARER:] != words[1][-_BEARER:]:
        return False
    if words[0][-_BEARER - 1] == words[1][-_BEARER - 1] or not all(
        starts_with_cue("office", name) for name in (one, other)
    ):
        return False
    return not has_cue("of_no_man", " ".join(words[0][-_BEARER:]))
