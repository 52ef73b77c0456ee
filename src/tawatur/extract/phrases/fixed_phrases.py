"""Fixed phrases of one or more words, found by their first word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tawatur.arabic import fold
from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import may_hold
from tawatur.extract.phrases.function_words import words_of

#: A word of more letters may wear a preposition before a phrase that states a measure.
_LONG = 4
#: Cues whose words mean the same behind a preposition: `بحريق`, `بالزلزال`.
_ANYWHERE = frozenset(("cue:accident", "cue:ruin", "cue:crime", "cue:violence"))
_PRONOUNS = words_of("object_pronoun")


class Phrases:
    """Fixed phrases of one or more words, found by their first word; the first may wear a conjunction."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        #: What each word of the view may begin: the words after it, and the value.
        self.begun = Memory(self._beginning)

    def add(self, phrase: str, value: str) -> None:
        """Make `phrase`, in ordinary spelling, known as `value`."""
        first, *rest = fold(phrase).split()
        entry = (tuple(rest), value)
        known = self._by_first.setdefault(first, [])
        if entry not in known:
            known.append(entry)
            known.sort(key=lambda phrase: -len(phrase[0]))

    def match(self, texts: Sequence[str], at: int) -> list[tuple[int, str]]:
        """Return (token after the phrase, value) of every phrase that begins at token `at`, longest first.

        `texts` are those of all tokens.
        """
        begun = self.begun[texts[at]]
        if not begun:
            return []
        following = texts[at + 1].removeprefix("ال") if at + 1 < len(texts) else ""
        return [
            (at + 1 + len(rest), value)
            for rest, value in begun
            if not rest or (rest[0].endswith(following) and _follows(texts, at + 1, rest))
        ]

    def limited(self, *values: str) -> Phrases:
        """Return the phrases of some values alone."""
        phrases = Phrases()
        for first, known in self._by_first.items():
            kept = [(rest, found) for rest, found in known if found in values]
            if kept:
                phrases._by_first[first] = kept
        return phrases

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that may begin a phrase, conjunction and article left out."""
        firsts = self._by_first
        endless = [*firsts, *(first[:-1] + "ت" for first in firsts if first.endswith("ة"))]
        return frozenset(first + ending for first in endless for ending in ("", "ا", *_PRONOUNS))

    def _beginning(self, word: str) -> tuple[tuple[tuple[str, ...], str], ...]:
        """Return the phrases that a word may begin: the words after it, and the value of each."""
        if not may_hold(word, self.first_words):
            return ()  # as most words
        known = self._by_first
        found = list(known.get(word, ()))
        if word.startswith("ال") and len(word) > 4:
            found += known.get(word[2:], ())
        if word.endswith("ا") and len(word) > 3:  # بيانا is بيان
            found += known.get(word[:-1], ())
        for pronoun in _PRONOUNS if word.endswith(_PRONOUNS) else ():
            if word.endswith(pronoun) and len(word) > len(pronoun) + 3:  # تقديراتها: of the one who spoke
                bare = list(known.get(word[: -len(pronoun)], ()))
                if word.endswith("ت" + pronoun):  # حصيلتها
                    bare += known.get(word[: -len(pronoun) - 1] + "ة", ())
                found += [entry for entry in bare if entry[1] in ("say:document", "cue:person_title")]
        for start in ("ب", "وب") if len(word) > _LONG else ():  # بالإفراج عن; what ل brings is only aimed at
            if word.startswith(start):
                bare = known.get(word[len(start) :], [])[:]
                bare += known.get(word[len(start) + 2 :], []) if word.startswith("ال", len(start)) else []
                found += [entry for entry in bare if entry[1].startswith(("trigger:", "taken:"))]
                found += [entry for entry in bare if entry[1] in _ANYWHERE]
        if word[:1] in ("و", "ف") and len(word) > 2:
            found += known.get(word[1:], ())
            if word[1:3] == "ال" and len(word) > 5:
                found += known.get(word[3:], ())
        return tuple(found)


def _follows(texts: Sequence[str], at: int, words: tuple[str, ...]) -> bool:
    """Tell whether words stand at a token, with the article or without."""
    if at + len(words) > len(texts):
        return False
    return all(texts[at + place] in (word, "ال" + word) for place, word in enumerate(words))
