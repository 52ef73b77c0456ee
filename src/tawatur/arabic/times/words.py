"""The lexicon of times: which words of a text may begin a date, a period, or what introduces one.

The words are data (`data/months.tsv`, `data/time_words.toml`). A word's prefixes are read by `stems`; a phrase of
several words is known by its first.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import may_hold, stems
from tawatur.arabic.tokens import AnalysedText, Token, fold

_DATA = resources.files("tawatur.arabic") / "data"
_ARTICLE = "ال"
#: The prepositions that a word which introduces a time may wear itself: `بخلال`, `لغاية`.
PREPOSITIONS = frozenset({"", "ب", "ل"})


class Month(NamedTuple):
    """A month's name: its calendar, number, the company it needs, and the name as it is written."""

    calendar: str
    number: int
    company: str
    written: str


class FeastDay(NamedTuple):
    """A feast: the calendar, month and day on which it begins, and how many days it lasts."""

    hijri: bool
    month: int
    day: int
    length: int


class Unit(NamedTuple):
    """A word for a unit of time and its grammatical number: singular, dual, plural or construct."""

    name: str
    number: str


class Phrase(NamedTuple):
    """An entry: its kind and value, the words after its first, and whether the article is wanted (None: either)."""

    kind: str
    value: Any
    rest: tuple[str, ...]
    article: bool | None


class Reading(NamedTuple):
    """A word of the text read as an entry's first word: how many letters its prefixes take, and which they are."""

    phrase: Phrase
    prefix: int
    conjunction: str
    preposition: str
    article: bool


class Sense(NamedTuple):
    """A reading that the words after it bear out: `next` is the token behind its last word."""

    value: Any
    next: int
    prefix: int
    conjunction: str
    preposition: str
    article: bool


#: Kinds whose words are read with the article and without.
_EITHER = frozenset(
    {"unit", "direction", "day_part", "season", "decade", "few", "alone", "recurrence", "occasion", "count_word"}
)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


def _months() -> Iterator[tuple[str, str, Any]]:
    lines = (line for line in (_DATA / "months.tsv").read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        calendar = "hijri" if row["calendar"] == "hijri" else "gregorian"
        yield row["name"], "month", Month(calendar, int(row["number"]), row["company"], row["name"])


def _entries() -> Iterator[tuple[str, str, Any]]:
    """Yield (words, kind, value) for every entry of the data files."""
    yield from _months()
    table = _table("time_words.toml")
    for group, kind in (
        ("weekdays", "weekday"),
        ("day_words", "day_word"),
        ("fractions", "fraction"),
        ("decades", "decade"),
    ):
        for value, words in table[group].items():
            yield from ((word, kind, int(value)) for word in words)
    for unit, numbers in table["units"].items():
        for number, words in numbers.items():
            yield from ((word, "unit", Unit(unit, number)) for word in words)
    for group, kind in (("relations", "relation"), ("calendars", "calendar"), ("amounts", "amount"), ("parts", "part")):
        for value, words in table[group].items():
            yield from ((word, kind, value) for word in words)
    for value, words in table["directions"].items():
        kind = {"alone": "alone", "few": "few"}.get(value, "direction")
        yield from ((word, kind, value) for word in words)
    for season in table["seasons"].values():
        yield from ((word, "season", season["first"]) for word in season["words"])
    for feast in table["feasts"].values():
        begins = FeastDay(feast["calendar"] == "hijri", feast["month"], feast["day"], feast["length"])
        yield from ((word, "feast", begins) for word in feast["words"])
    ahead = table["ahead"]
    yield from ((word, "ahead", True) for word in (*ahead["words"], *ahead["scheduled"]))
    yield from ((word, "past_plan", True) for word in ahead["past"])
    yield from ((word, "clause_end", True) for word in ahead["stops"])
    yield from ((word, "subordinate", True) for word in ahead["subordinate"])
    yield from ((letter + verb, "present", True) for verb in ahead["present"] for letter in ahead["present_letters"])
    verbs = (verb + ending for verb in ahead["future_verbs"] for ending in ahead["future_endings"])
    future = (first + verb for verb in verbs for first in ahead["future_letters"])
    yield from ((verb, "ahead", True) for verb in future if verb not in ahead["future_excluded"])
    for group, key, kind in _LISTS:
        yield from ((word, kind, True) for word in table[group][key])


_LISTS = (
    ("day_words_excluded", "after", "excluded_after"),
    ("day_words_excluded", "before", "excluded_before"),
    ("demonstratives", "words", "demonstrative"),
    ("blessings", "words", "blessing"),
    ("first_days", "words", "first_day"),
    ("day_parts", "words", "day_part"),
    ("day_parts", "adverbs", "day_adverb"),
    ("now", "words", "now"),
    ("equals", "words", "equals"),
    ("years", "heads", "year_head"),
    ("years", "names", "year_name"),
    ("names", "heads", "name_head"),
    ("attacks", "heads", "attack_head"),
    ("titles", "words", "title"),
    ("recurrences", "words", "recurrence"),
    ("occasions", "words", "occasion"),
)


@cache
def attack_dates() -> frozenset[tuple[int, int]]:
    """Return the (day, month) that name a well-known event."""
    pairs = (date.split("/") for date in _table("time_words.toml")["attacks"]["dates"])
    return frozenset((int(day), int(month)) for day, month in pairs)


@cache
def lexicon() -> dict[str, tuple[Phrase, ...]]:
    """Return the entries by their first word without its article, longer phrases first."""
    found: dict[str, list[Phrase]] = {}
    for words, kind, value in _entries():
        first, *rest = fold(words).lower().split()
        article: bool | None = None if kind in _EITHER else False
        if first.startswith(_ARTICLE) and len(first) > 4:
            first, article = first[2:], True
        for spelling in spellings(first):
            phrases = found.setdefault(spelling, [])
            phrase = Phrase(kind, value, tuple(rest), article)
            if phrase not in phrases:
                phrases.append(phrase)
    return {word: tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest))) for word, phrases in found.items()}


def spellings(word: str) -> tuple[str, ...]:
    """Return a word as it is, and with its final teh marbuta printed as heh."""
    return (word, word[:-1] + "ه") if word.endswith("ة") else (word,)


def readings(word: str) -> Iterator[Reading]:
    """Yield the entries that a word of the view may begin, the whole word's first."""
    entries = lexicon()
    for stem in stems(word):
        for phrase in entries.get(stem.text, ()):
            if phrase.article is None or phrase.article == stem.article:
                prefix = len(stem.conjunction) + len(stem.preposition)
                yield Reading(phrase, prefix, stem.conjunction, stem.preposition, stem.article)
    if len(word) == 1:
        for phrase in entries.get(word, ()):
            yield Reading(phrase, 0, "", "", article=False)


#: The readings by their kind of a word that has none.
_NONE: Mapping[str, list[Reading]] = {}


def _by_kind(word: str) -> Mapping[str, list[Reading]]:
    """Return the readings of a token's text by their kind, Latin letters of either case."""
    word = word.lower()
    if not may_hold(word, lexicon()):
        return _NONE
    kinds: dict[str, list[Reading]] = {}
    for reading in readings(word):
        kinds.setdefault(reading.phrase.kind, []).append(reading)
    return kinds or _NONE


#: The readings by their kind of every word met so far.
READINGS = Memory(_by_kind)


class Words:
    """A text's tokens with what each may begin."""

    __slots__ = ("count", "text", "texts", "tokens")

    def __init__(self, text: AnalysedText) -> None:
        self.text = text
        self.tokens: list[Token] = text.tokens
        self.texts = text.texts
        self.count = len(self.texts)

    def senses(self, at: int, kind: str) -> Sequence[Sense]:
        """Return the readings of the word at a token as an entry of a kind, the longest first."""
        found = READINGS[self.texts[at]].get(kind) if 0 <= at < self.count else None
        if found is None:
            return ()
        return [
            Sense(phrase.value, at + 1 + len(phrase.rest), prefix, conjunction, preposition, article)
            for phrase, prefix, conjunction, preposition, article in found
            if not phrase.rest or self._follows(phrase.rest, at + 1)
        ]

    def sense(self, at: int, kind: str) -> Sense | None:
        """Return the first reading of a kind, or None."""
        found = READINGS[self.texts[at]].get(kind) if 0 <= at < self.count else None
        if found is None:
            return None
        for phrase, prefix, conjunction, preposition, article in found:
            if not phrase.rest or self._follows(phrase.rest, at + 1):
                return Sense(phrase.value, at + 1 + len(phrase.rest), prefix, conjunction, preposition, article)
        return None

    def _follows(self, rest: tuple[str, ...], at: int) -> bool:
        if at + len(rest) > self.count:
            return False
        for word in rest:
            if not _same(self.texts[at], word):
                return False
            at += 1
        return True

    def word(self, at: int) -> str:
        """Return the token's text, empty beyond the text's ends."""
        return self.texts[at] if 0 <= at < self.count else ""

    def kind(self, at: int) -> str:
        """Return the token's kind, `break` beyond the text's ends."""
        return self.tokens[at].kind if 0 <= at < self.count else "break"

    def glued(self, at: int) -> bool:
        """Return whether the token stands right behind the one before it."""
        return 0 < at < self.count and self.tokens[at - 1].end == self.tokens[at].start

    def raw(self, first: int, last: int) -> str:
        """Return the raw words of the tokens `[first, last)`."""
        start, end = self.text.raw_span(first, last)
        return self.text.view.raw[start:end]


def _same(word: str, entry: str) -> bool:
    return word == entry or (entry.endswith("ة") and word == entry[:-1] + "ه")
