"""Words that collation looks for in a text, from `cues.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from tawatur.arabic import View

_PREFIX = "[وف]?(?:[بلك]|من )?"
_ARTICLE = re.compile(r"\b(?:وال|بال|لل|ال)(?=\w{2})")
#: What begins a man's name, written as one word with the next or not: `عبد الله`.
_SERVANT = re.compile(r"\bعبد (?=ال\w)")


def without_articles(folded: str) -> str:
    """Return folded words without their articles and what is written together with these: `بالوزارة` as `وزارة`.

    The article within a man's name stays, and the name is one word.
    """
    return _ARTICLE.sub("", _SERVANT.sub("عبد", folded))


@lru_cache(maxsize=64)
def cue(name: str) -> re.Pattern[str]:
    """Return an expression for any of the cues of a kind as a whole word of the normalised view, prefixes allowed."""
    table = tomllib.loads(files("tawatur.collate").joinpath("cues.toml").read_text(encoding="utf-8"))
    words = "|".join(re.escape(View(word).text) for word in sorted(table[name], key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w){_PREFIX}(?:{words})(?!\w)")


@lru_cache(maxsize=1)
def _weekdays() -> tuple[re.Pattern[str], dict[str, int]]:
    table = tomllib.loads(files("tawatur.collate").joinpath("cues.toml").read_text(encoding="utf-8"))["weekdays"]
    numbers = {View(word).text: int(number) for number, words in table.items() for word in words}
    words = "|".join(re.escape(word) for word in sorted(numbers))
    return re.compile(rf"(?<!\w){_PREFIX}(?:ال|ل)({words})(?!\w)"), numbers


def weekdays(text: str) -> list[int]:
    """Return the ISO numbers of the days of the week that a stretch of raw text names, with their article."""
    pattern, numbers = _weekdays()
    return [numbers[match.group(1)] for match in pattern.finditer(View(text).text)]


def has_cue(name: str, text: str) -> bool:
    """Tell whether a stretch of raw text holds a cue."""
    return cue(name).search(View(text).text) is not None


def starts_with_cue(name: str, text: str) -> bool:
    """Tell whether a stretch of raw text starts with a cue."""
    return cue(name).match(View(text).text) is not None


def ends_with_cue(name: str, text: str) -> bool:
    """Tell whether a stretch of raw text ends with a cue."""
    view = View(text).text.rstrip()
    return any(match.end() == len(view) for match in cue(name).finditer(view))
