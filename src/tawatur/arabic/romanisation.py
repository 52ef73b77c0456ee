"""Arabic names in Latin letters, for names that no table has in English.

>>> romanise("الهري"), romanise("كفر نبودة"), romanise("زردنا")
('al-Hari', 'Kafr Nabudah', 'Zardana')

The letters follow BGN/PCGN (`data/romanisation.tsv`), with hamza, ain and marks left out as the press leaves them out.
Short vowels are unwritten in Arabic and can't be known: `a` stands for each, where a syllable needs one. So the
consonants are those of the usual English form, the vowels often not.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib import resources

from tawatur.arabic.tokens import fold

_ARTICLE = "ال"
_CLOSED = "ة"
_GLIDES = {"و": "w", "ي": "y"}
#: The vowel that is heard before one that opens a syllable: `السلامية` is al-Salamiyah.
_BEFORE_GLIDE = {"و": "u", "ي": "i"}
_SILENT = "ع"


def romanise(name: str) -> str:
    """Return an Arabic name in Latin letters, each word capitalised, the article as `al-`; other signs are dropped."""
    return " ".join(word for word in map(_word, fold(name).split()) if word)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    text = (resources.files("tawatur.arabic") / "data" / "romanisation.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    table: dict[str, dict[str, str]] = {"letter": {}, "pair": {}, "vowel": {}, "word": {}}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        table[row["kind"]][fold(row["arabic"])] = row["latin"]
    return table


def _word(word: str) -> str:
    table = _table()
    known = table["word"].get(word)
    if known is not None:
        return known
    for pair, letter in table["pair"].items():
        word = word.replace(pair, letter)
    if word.startswith(_ARTICLE) and len(word) > 3:
        rest = _letters(word[2:])
        return f"al-{rest[:1].upper()}{rest[1:]}" if rest else ""
    latin = _letters(word)
    return latin[:1].upper() + latin[1:]


def _letters(word: str) -> str:
    """Return a word letter by letter, with an `a` where two consonants would open a syllable."""
    table = _table()
    consonants, vowels = table["letter"], table["vowel"]
    letters = [letter for letter in word if letter in consonants or letter in vowels or letter == _CLOSED]
    written: list[str] = []
    open_syllable = False  # whether the last sound is a vowel, so that a consonant may close its syllable
    for at, letter in enumerate(letters):
        following = letters[at + 1] if at + 1 < len(letters) else ""
        voiced = following in vowels or following == _CLOSED
        if letter == _CLOSED:
            written.append("h" if open_syllable else "ah")
            open_syllable = True
        elif letter in _GLIDES and voiced:
            written.append(_GLIDES[letter] if open_syllable or not at else f"{_BEFORE_GLIDE[letter]}{_GLIDES[letter]}")
            open_syllable = False
        elif letter in vowels and not (letter in _GLIDES and (not at or open_syllable)):
            written.append(vowels[letter])
            open_syllable = True
        else:
            written.append(_GLIDES.get(letter) or consonants.get(letter, ""))
            closes = open_syllable and letter != _SILENT
            if voiced or closes or not following:
                open_syllable = open_syllable and letter == _SILENT
            elif not open_syllable:
                written.append("a")
                open_syllable = True
    return "".join(written)
