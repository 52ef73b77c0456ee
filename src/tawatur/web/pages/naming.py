"""What actors and places are called on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tawatur.packs import Knowledge
from tawatur.packs.where import parse
from tawatur.page.labels import Language, Names
from tawatur.page.text import clean
from tawatur.web.pages.words import text

_BETWEEN = {"en": "; ", "ar": "؛ "}
_STRIKES = " strikes"
#: What claims count that is no party: extraction has a word of its own for it.
_THINGS = ("prisons", "camps")
#: The voice of a report that names no publisher: its document and section.
_REPORT = re.compile(r"publisher:(.+)/(\d+)")


class Naming(Names):
    """Names actors and places in the words of a page: a country by its name, a side in the language's own order."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._places = knowledge.places
        self._resolve = knowledge.place_of
        self._states = {state.key: state for state in knowledge.states.values()}

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
                named = named if country in named else f"{named}, {country}"
        if not parts.side:
            return named
        told = text(_side(parts.side), language)
        # a region that is called by its side (`northeastern Syria`) is not said to be northeastern once more
        return named if named.startswith(told.partition("{")[0].strip() or "\0") else told.format(named)

    def _party(self, key: str, language: Language) -> str:
        """Return a party: a state by its name, what began of one (`coalition strikes`) in words, a report by its id."""
        if key.endswith(_STRIKES):
            return text("strikes_of", language).format(self.actor(key.removesuffix(_STRIKES), language))
        state = self._states.get(key)
        if state is not None:
            return state.ar[0] if language == "ar" and state.ar else state.en
        if key in _THINGS:
            return text(f"party_{key}", language)
        if (report := _REPORT.fullmatch(key)) is not None:
            return text("article_named" if report[2] != "0" else "report_named", language, doc=report[1])
        return super()._party(key, language)

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
