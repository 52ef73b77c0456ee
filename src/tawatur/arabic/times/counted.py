"""Whether a bare four-digit number counts something, and so is no year: `2000 من المعتقلين`, `2013 موقعا`."""

from __future__ import annotations

from functools import cache

from tawatur.arabic.nouns import Nouns, default_nouns
from tawatur.arabic.numbers.bounds import hedge_before
from tawatur.arabic.numbers.kinds import is_come_to
from tawatur.arabic.times.words import Words
from tawatur.arabic.tokens import fold

_RECENT = range(1990, 2036)
#: Numbers that may be years, and how far before the second level the first may stand.
_YEARS, _LEVELS = range(1800, 2101), 5
_TO = ("إلى", "الي", "الى")
_SIGNS = frozenset("%$€£")
_SCALES = frozenset(fold(word) for word in ("ألف", "ألفا", "آلاف", "مليون", "مليونا", "مليار", "مليارا"))


@cache
def _nouns() -> Nouns:
    return default_nouns()


def is_counted(words: Words, at: int) -> bool:
    """Return whether a hedge stands before the number at a token, or a counted noun, a scale or a sign behind it."""
    following = words.word(at + 1)
    if hedge_before(words.tokens, at, max(at - 6, 0)) is not None or is_come_to(words.tokens, at):
        return True
    if _is_second_level(words, at):
        return True
    if words.kind(at + 1) == "mark":
        return following in _SIGNS
    if words.kind(at + 1) != "word":
        return False
    if following in _SCALES:
        return True
    value = int(words.word(at)) if words.kind(at) == "digits" else 0
    if following == "من" and value % 100 == 0 and words.word(at + 2).startswith("ال"):
        return True
    if value in _RECENT and value % 100 and _follows_a_time(words, at):
        return False  # a date far sooner than so many of a thing: `في 2012 وثيقة`, `في ديسمبر 2014 عقد اجتماع`
    if any(sense.value.number == "singular" and not sense.prefix for sense in words.senses(at + 1, "unit")):
        return True
    return any(
        not stem.article and not stem.conjunction and not stem.preposition and form.number == "singular"
        for stem, form in _nouns().look_up(following)
    )


def _is_second_level(words: Words, at: int) -> bool:
    """`من نحو 80 قتيلا إلى 1800`: the number that a count, no year, rose or fell to."""
    if words.word(at - 1) not in _TO or (words.kind(at) == "digits" and int(words.word(at)[:9]) in _RECENT):
        return False
    for before in range(at - 2, max(at - 2 - _LEVELS, -1), -1):
        if words.kind(before) == "digits":
            counts = int(words.word(before)[:9]) not in _YEARS
            return counts and any(words.word(on) == "من" for on in range(max(before - 2, 0), before))
        if words.kind(before) == "mark":
            return False
    return False


def precedes_noun(words: Words, at: int) -> bool:
    """Return whether an indefinite noun, of any number, stands behind the number at a token, or a scale word."""
    following = words.word(at + 1)
    return following in _SCALES or any(
        not stem.article and not stem.conjunction and not stem.preposition for stem, _ in _nouns().look_up(following)
    )


def _follows_a_time(words: Words, at: int) -> bool:
    if words.sense(at - 1, "relation") is not None or words.sense(at - 1, "month") is not None:
        return True
    return words.word(at - 1) == "و" and words.kind(at - 2) == "digits" and int(words.word(at - 2)[:9]) in _RECENT
