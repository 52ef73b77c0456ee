"""Function words: the closed classes that the clause grammar asks for, read from the tables `FILES` of `data`."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

from tawatur.arabic import fold

#: Words of the sentence and of its clauses, of how places and times are told, of what begins and lasts.
FILES = (
    "function_words.tsv",
    "clause_words.tsv",
    "place_words.tsv",
    "onset_words.tsv",
    "act_words.tsv",
    "time_words.tsv",
)


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a class in the view's spelling, in the file's order. Raises KeyError for no such class."""
    return _classes()[name]


@lru_cache(maxsize=1)
def _classes() -> dict[str, tuple[str, ...]]:
    classes: dict[str, tuple[str, ...]] = {}
    for name in FILES:
        text = (resources.files("tawatur.extract") / "data" / name).read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")]
        for word_class, words, _source in rows[1:]:
            if word_class in classes:
                raise ValueError(f"{name}: the class {word_class} stands in the tables twice; give one another name")
            classes[word_class] = tuple(fold(word) for word in words.split("|"))
    return classes
