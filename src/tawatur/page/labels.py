"""What things are called, in English and Arabic: measures, kinds, slots, and the words of a page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from tawatur.packs import Knowledge

Language = Literal["en", "ar"]
LANGUAGES: tuple[Language, ...] = ("en", "ar")
_FIRST_STRONG, _END = "\u2068", "\u2069"
_BETWEEN = {"en": ", ", "ar": "، "}


@lru_cache(maxsize=1)
def _labels() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("tawatur.page").joinpath("labels.toml").read_text(encoding="utf-8"))


def label(group: str, name: str, language: Language) -> str:
    """Return what a measure, kind, slot, role or text is called; a name that has no label is its own."""
    told = _labels()[group].get(name)
    return name.replace("_", " ") if told is None else told[LANGUAGES.index(language)]


def said(name: str, language: Language, /, *values: object, **named: object) -> str:
    """Return a text of the page with its values filled in."""
    return label("text", name, language).format(*values, **named)


def isolated(text: str) -> str:
    """Return `text` kept to itself, so that neither direction moves what stands around it."""
    return f"{_FIRST_STRONG}{text}{_END}"


def listed(names: Iterable[str], language: Language) -> str:
    """Return names in a row, each kept to itself."""
    return _BETWEEN[language].join(isolated(name) for name in names)


class Names:
    """Names actors and places by the packs, in either language."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def actor(self, slot: str | None, language: Language) -> str:
        """Return the parties of a slot; a publisher's own voice is its name."""
        return " + ".join(self._party(part, language) for part in (slot or "").split("+") if part)

    def place(self, place: str, language: Language) -> str:
        """Return a place: as the codebook writes it, or by its Arabic name where the packs have one."""
        entry = self._knowledge.place_of(place)
        if language == "ar" and entry is not None and entry.ar:
            return entry.ar[0]
        return place

    def _party(self, key: str, language: Language) -> str:
        entry = self._knowledge.actors.get(key)
        if entry is None:
            return key.removeprefix("publisher:").replace("_", " ")
        return (entry.ar[0] if language == "ar" and entry.ar else entry.en) or key
