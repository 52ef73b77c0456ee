"""What actors and places are called on a page."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.packs import Knowledge
from tawatur.packs.where import parse
from tawatur.page.labels import Language, Names
from tawatur.page.text import clean
from tawatur.web.pages.words import text

_BETWEEN = {"en": "; ", "ar": "؛ "}


class Naming(Names):
    """Names actors and places in the words of a page: a country by its name, a side in the language's own order."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._places = knowledge.places
        self._resolve = knowledge.place_of

    def place(self, place: str, language: Language) -> str:
        """Return a codebook place (`western Aleppo, SY`) in words: `western Aleppo, Syria`, `غرب حلب`."""
        parts = parse(place)
        country = self._own(parts.country, language)
        if not parts.name:
            named = country or parts.country
        else:
            entry = self._resolve(place)
            named = clean(parts.name)
            if language == "ar" and entry is not None and entry.ar:
                named = entry.ar[0]
            elif language == "en" and country:
                named = f"{named}, {country}"
        return text(_side(parts.side), language).format(named) if parts.side else named

    def places(self, where: Iterable[str], language: Language) -> str:
        """Return several places in a row."""
        return _BETWEEN[language].join(dict.fromkeys(self.place(place, language) for place in where))

    def _own(self, code: str, language: Language) -> str:
        entry = self._places.get(code)
        if entry is None:
            return ""
        return entry.ar[0] if language == "ar" and entry.ar else entry.name


def _side(side: str) -> str:
    if side.startswith("border"):
        return "side_border"
    if side in {"rural", "countryside of"}:
        return "side_rural"
    return f"side_{side.removesuffix('ern')}"
