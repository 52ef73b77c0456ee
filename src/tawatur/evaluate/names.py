"""When a predicted actor is the coder's: a key by key or by kinship, a free name by likeness."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"})
_ARTICLE = re.compile("^(?:وال|بال|فال|كال|لل|ال)")
_ARABIC = re.compile("[\u0600-\u06ff]")
_PUNCTUATION = re.compile(r"[^\w ]+")

#: Names shorter than this are alike only where they are nearly the same; longer ones where one holds the other.
_CONTAINED = 4
_ALIKE_ARABIC = 0.75
_ALIKE_LATIN = 0.8


def latin(name: str) -> str:
    """Return an English name without case, marks, punctuation and underscores."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_PUNCTUATION.sub(" ", letters.replace("_", " ")).split())


def _arabic(name: str) -> str:
    letters = _MARKS.sub("", name).translate(_LETTERS)
    return " ".join(_ARTICLE.sub("", word) for word in re.findall(r"\w+", letters))


def _alike(one: str, other: str, floor: float) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) >= _CONTAINED and (one in other or other in one):
        return True
    return difflib.SequenceMatcher(None, one, other).ratio() >= floor


class Names:
    """The keys of actors with their parents, and the comparison of actor slots by them.

    A key is met by itself, its parent or its child; a free name by a like English name, or by Arabic words like
    those that the coder noted beside it.
    """

    def __init__(self, parents: Mapping[str, str | None]) -> None:
        self._parents = parents

    def same(self, coded: str | None, words: str | Iterable[str] | None, predicted: str | None) -> bool:
        """Return whether two actor slots name the same parties, `+` joining parties in any order.

        `words` are the text's own words for the coded party or parties.
        """
        if not coded or not predicted:
            return not coded and not predicted
        own = [words] if isinstance(words, str) else list(words or ())
        expected, offered = coded.split("+"), predicted.split("+")
        if len(expected) != len(offered):
            return False
        return all(any(self._same_party(one, own, other) for other in offered) for one in expected)

    def _same_party(self, coded: str, words: list[str], predicted: str) -> bool:
        if coded in self._parents:
            return predicted == coded or self._kin(coded, predicted)
        if latin(coded) == latin(predicted):
            return True
        if predicted in self._parents:
            return False
        if _ARABIC.search(predicted):
            own = [*words, coded] if _ARABIC.search(coded) else words
            return any(_alike(_arabic(word), _arabic(predicted), _ALIKE_ARABIC) for word in own if word)
        return _alike(latin(coded), latin(predicted), _ALIKE_LATIN)

    def _kin(self, one: str, other: str) -> bool:
        return self._parents[one] == other or self._parents.get(other) == one
