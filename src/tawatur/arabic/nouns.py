"""A lexicon of countable nouns, and their inflection for number: which words are one, two, or many of a thing.

A noun is listed with its plurals and gender; its singular, dual and sound plural forms follow by grammar. The dual
`ـين` and the sound plural `ـين` are spelt alike, so such a form is `ambiguous`, unless the noun's plural is broken.

Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), 7.1-7.3 (number); Fischer, A Grammar of
Classical Arabic (2002), 108-112.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.prefixes import Stem, may_hold, stems
from tawatur.arabic.tokens import fold
from tawatur.model import InputError

Gender = Literal["m", "f"]
NounNumber = Literal["singular", "dual", "plural", "ambiguous"]

_NO_DUAL = "-"
_PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "نا", "ه", "ك")


class NounEntry(NamedTuple):
    """A noun of the lexicon, in the view's spelling. `dual_stem` takes the dual's ending; None where it has none."""

    lemma: str
    plurals: tuple[str, ...]
    gender: Gender
    dual_stem: str | None


class NounForm(NamedTuple):
    """What a word may be: a form of the noun `lemma`.

    `ambiguous` is a dual or a sound plural. `construct` is a form that only stands before another noun or a
    pronoun; `possessed` one that carries a pronoun (`طفليها`); `accusative` one with tanween's alef (`عنصرا`).
    """

    lemma: str
    number: NounNumber
    gender: Gender
    construct: bool = False
    possessed: bool = False
    accusative: bool = False


Readings = tuple[tuple[Stem, NounForm], ...]


class Nouns:
    """Nouns by all their forms. `lookalikes` are words that merely look like the dual of a noun.

    `mine` are those of them that are one's own (`شقيقي`): with another's pronoun they are the dual (`شقيقيه`).
    """

    __slots__ = ("_forms", "_lookalikes", "_mine", "_readings", "entries")

    def __init__(self, entries: Iterable[NounEntry], lookalikes: Iterable[str] = (), mine: Iterable[str] = ()) -> None:
        self.entries = tuple(entries)
        self._mine = frozenset(mine)
        self._lookalikes = frozenset(lookalikes) | self._mine
        self._forms: dict[str, tuple[NounForm, ...]] = {}
        self._readings: Memory[Readings] = Memory(lambda word: tuple(self._read(word)))
        for entry in self.entries:
            for word, form in inflect(entry):
                known = self._forms.get(word, ())
                if form not in known:
                    self._forms[word] = (*known, form)

    def look_up(self, word: str) -> Readings:
        """Return every reading of a word of the view as a form of a noun, with the prefixes it then carries."""
        return self._readings[word]

    def has_form(self, word: str) -> bool:
        """Tell whether a word of the view, without prefixes and pronouns, is a form of a noun."""
        return word in self._forms

    def forms(self, wanted: Callable[[NounForm], bool]) -> frozenset[str]:
        """Return the words that have a reading of a kind, prefixes left out, with pronouns and without."""
        found = [word for word, forms in self._forms.items() if any(map(wanted, forms))]
        bases = [*found, *(word[:-1] + "ت" for word in found if word.endswith("ة"))]
        return frozenset(found).union(base + pronoun for base in bases for pronoun in _PRONOUNS)

    def extended(self, entries: Iterable[NounEntry]) -> Nouns:
        """Return a lexicon with more entries; where a lemma is listed in both, the new entry holds.

        Of a defective noun (`قاض`) the stem of its dual stays the one listed, where the new entry tells none.
        """
        merged = {entry.lemma: entry for entry in self.entries}
        for entry in entries:
            listed = merged.get(entry.lemma)
            defective = listed is not None and listed.dual_stem == entry.lemma + "ي"
            untold = defective and entry.dual_stem == entry.lemma
            merged[entry.lemma] = entry._replace(dual_stem=entry.lemma + "ي") if untold else entry
        return Nouns(merged.values(), self._lookalikes, self._mine)

    def _read(self, word: str) -> Iterator[tuple[Stem, NounForm]]:
        found = False
        if word.endswith("ه"):
            yield from self._read_possessed(word)  # شقيقه is his brother before it is a sister spelled so
        for stem in stems(word) if may_hold(word, self._forms) else ():
            for form in self._forms.get(stem.text, ()):
                if stem.article and (form.construct or form.accusative):
                    continue
                if form.number in ("dual", "ambiguous") and not self._lookalikes.isdisjoint((word, stem.text)):
                    continue
                found = True
                yield stem, form
        if not found and not word.endswith("ه"):
            yield from self._read_possessed(word)

    def _read_possessed(self, word: str) -> Iterator[tuple[Stem, NounForm]]:
        for rest in _without_pronoun(word):
            for stem in stems(rest) if _may_be_possessed(rest, self._forms) else ():
                if stem.article:
                    continue
                for form in self._possessed(stem.text):
                    alike = (word,) if rest in self._mine else (word, stem.text, rest)
                    if form.number == "dual" and not self._lookalikes.isdisjoint(alike):
                        continue
                    yield stem, form

    def _possessed(self, text: str) -> Iterator[NounForm]:
        bases = (text, text[:-1] + "ة") if text.endswith("ت") else (text,)
        for base in bases:
            for form in self._forms.get(base, ()):
                free = form.number in ("singular", "plural") and not form.accusative
                bare = base.endswith(("ة", "ون", "ين", "ان")) and base == text
                if form.construct or (free and not bare):
                    yield form._replace(possessed=True, construct=True)


def _without_pronoun(word: str) -> list[str]:
    """Return a word without each pronoun that it may end in, at least three letters left."""
    if not word.endswith(_PRONOUNS):
        return []
    return [word[: -len(end)] for end in _PRONOUNS if word.endswith(end) and len(word) >= len(end) + 3]


def _may_be_possessed(rest: str, forms: Collection[str]) -> bool:
    return may_hold(rest, forms) or (rest.endswith("ت") and may_hold(rest[:-1] + "ة", forms))


def prefix_letters(stem: Stem) -> int:
    """Return how many letters of a word stand before it: `للغارتين` has two, the article of `بالعشرات` counts not."""
    article = 1 if stem.article and stem.preposition == "ل" else 0
    return len(stem.conjunction) + len(stem.preposition) + article


def inflect(entry: NounEntry) -> Iterator[tuple[str, NounForm]]:
    """Yield the forms of a noun, prefixes and pronouns left out, each with its reading."""
    lemma, gender = entry.lemma, entry.gender
    yield lemma, NounForm(lemma, "singular", gender)
    marked = lemma.endswith("ة")
    if marked:
        yield lemma[:-1] + "ه", NounForm(lemma, "singular", gender)
    else:
        yield lemma + "ا", NounForm(lemma, "singular", gender, accusative=True)
    sound = False
    for plural in entry.plurals:
        if plural.endswith("ون") and plural.removesuffix("ون") in (lemma, lemma.removesuffix("ي")):
            sound = True
            base = plural[:-2]
            yield plural, NounForm(lemma, "plural", gender)
            yield base + "و", NounForm(lemma, "plural", gender, construct=True)
        else:
            yield plural, NounForm(lemma, "plural", gender)
            if not plural.endswith(("ات", "ا", "ة", "ء")):
                yield plural + "ا", NounForm(lemma, "plural", gender, accusative=True)
    if entry.dual_stem is None:
        return
    base = entry.dual_stem
    oblique: NounNumber = "ambiguous" if sound else "dual"
    yield base + "ان", NounForm(lemma, "dual", gender)
    yield base + "ين", NounForm(lemma, oblique, gender)
    if base.endswith("ي") and base != lemma:
        yield base, NounForm(lemma, "singular", gender)  # `قاضي محكمة`, `القاضي`
        yield base + "ا", NounForm(lemma, "singular", gender, accusative=True)  # `قاضيا`
    else:
        yield base + "ا", NounForm(lemma, "dual", gender, construct=True)
    yield base + "ي", NounForm(lemma, oblique, gender, construct=True)


def read_entries(lines: Iterable[str], source: str) -> Iterator[NounEntry]:
    """Read a noun file's lines: lemma, plurals, gender, dual stem, parted by tabs; `#` begins a comment.

    Raises InputError at the first line that isn't one.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        columns = line.rstrip("\n").split("\t")
        if len(columns) not in (3, 4) or columns[2] not in ("m", "f") or not columns[0].strip():
            raise InputError(
                "not a noun: lemma, plurals, gender m or f, and perhaps the dual's stem, parted by tabs",
                source=source,
                place=f"line {number}",
            )
        yield entry_of(columns[0], columns[1].split(","), "m" if columns[2] == "m" else "f", *columns[3:])


def entry_of(lemma: str, plurals: Iterable[str], gender: Gender, dual_stem: str | None = None) -> NounEntry:
    """Return the entry of a noun in ordinary spelling. `dual_stem` is `-` where the noun has no dual."""
    lemma = fold(lemma)
    if dual_stem is None:
        dual_stem = lemma[:-1] + "ت" if lemma.endswith("ة") else lemma
    stem = None if dual_stem == _NO_DUAL else fold(dual_stem)
    return NounEntry(lemma, tuple(fold(plural) for plural in plurals if plural.strip()), gender, stem)


@lru_cache(maxsize=1)
def default_nouns() -> Nouns:
    """Return the lexicon that comes with the package, built once."""
    folder = resources.files("tawatur.arabic") / "data"
    lines = (folder / "nouns.tsv").read_text(encoding="utf-8").splitlines()
    lookalikes = (folder / "dual_lookalikes.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split("\t") for line in lookalikes if line.strip() and not line.startswith("#")]
    return Nouns(
        read_entries(lines, "nouns.tsv"),
        (fold(row[0]) for row in words),
        (fold(row[0]) for row in words if row[1:] == ["my"]),
    )
