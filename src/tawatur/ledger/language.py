"""What the ledger asks of the language in which its texts are searched; it knows none itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class WordForms(Protocol):
    """The forms under which a word is searched."""

    @property
    def form(self) -> str:
        """How it is written, in one spelling."""

    @property
    def stem(self) -> str:
        """What is left of it without what is written together with it."""

    @property
    def readings(self) -> tuple[str, ...]:
        """What else its stem may be."""


class Word(WordForms, Protocol):
    """A word of a text at its place."""

    @property
    def start(self) -> int:
        """Where it begins in the raw text, in code points."""

    @property
    def end(self) -> int:
        """Where it ends in the raw text, exclusive."""


class Language(Protocol):
    """The forms of words."""

    @property
    def version(self) -> str:
        """What the forms are made by; where it is another, texts are indexed anew."""

    def words(self, text: str, /) -> Sequence[Word]:
        """Return the words and figures of a text, in order."""

    def forms(self, text: str, /) -> Sequence[WordForms]:
        """Return the forms of the same words, without their places."""
