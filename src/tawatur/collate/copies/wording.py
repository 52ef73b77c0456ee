"""Explanations: the sentences of `explanations.toml` with names, words, numbers and dates filled in."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import PUBLISHER, Material
from tawatur.collate.facts.periods import Days, iso
from tawatur.model import Explanation
from tawatur.packs import Knowledge
from tawatur.packs.where import parse

Language = Literal["en", "ar"]
_MOST_REPORTS = 4
_MOST_WORDS = 4
_LONGEST_QUOTE = 90
_AND = {"en": " and ", "ar": " و"}
_COMMA = {"en": ", ", "ar": "، "}
_OTHERS = {"en": "{} others", "ar": "غيرها ({})"}
_UNNAMED = {"en": "report {}", "ar": "التقرير {}"}
_OWN = {"en": "{} in its own voice", "ar": "{} على لسانها"}
_SEMICOLON = {"en": "; ", "ar": "؛ "}
#: Sides of places, before their Arabic names.
_SIDES = {
    "northern": "شمالي", "southern": "جنوبي", "eastern": "شرقي", "western": "غربي", "central": "وسط", "near": "قرب",
    "northeastern": "شمال شرقي", "northwestern": "شمال غربي", "southeastern": "جنوب شرقي", "southwestern": "جنوب غربي",
    "north": "شمال", "south": "جنوب", "east": "شرق", "west": "غرب", "rural": "ريف", "countryside of": "ريف",
}  # fmt: skip


@lru_cache(maxsize=1)
def templates() -> dict[str, dict[str, str]]:
    """Return the templates by kind, and slot, outcome or reason."""
    return tomllib.loads(files("tawatur.collate").joinpath("explanations.toml").read_text(encoding="utf-8"))


class Wording:
    """Fills the templates for one material."""

    def __init__(self, material: Material, knowledge: Knowledge) -> None:
        self._material = material
        self._knowledge = knowledge
        self._states = {state.key: state for state in knowledge.states.values()}

    def explain(self, template: str, **values: object) -> Explanation:
        """Return an explanation; a value that can be told in two languages is a pair (English, Arabic)."""
        sentences = templates()[template]
        told: dict[Language, str] = {}
        for at, language in enumerate(("en", "ar")):
            filled = {name: value[at] if isinstance(value, tuple) else value for name, value in values.items()}
            told[language] = sentences[language].format(**filled)  # type: ignore[index]
        return Explanation(en=told["en"], ar=told["ar"])

    def reports(self, reports: Iterable[int]) -> tuple[str, str]:
        """Name reports by publisher and date."""
        ordered = sorted(set(reports), key=lambda at: (self._material.dates[at] or 0, self._material.reports[at].doc))
        return self._both(
            lambda language: self._list([self._report(at, language) for at in ordered], _MOST_REPORTS, language)
        )

    def of(self, facts: Iterable[Fact]) -> tuple[str, str]:
        """Name the reports that facts stand in."""
        return self.reports(fact.report for fact in facts)

    def words(self, facts: Sequence[Fact], most: int = _MOST_WORDS) -> tuple[str, str]:
        """Quote the words of facts, each wording once."""
        quotes: dict[str, None] = {}
        for fact in facts:
            quote = _balanced(" ".join(fact.claim.quote.split()))
            quotes.setdefault(quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + "…")
        return self._both(lambda language: self._list([f"«{quote}»" for quote in quotes], most, language, others=False))

    def origin(self, origin: str, facts: Iterable[Fact] = ()) -> tuple[str, str]:
        """Name an origin; a free name as the claims of the facts print it."""
        if origin.startswith(PUBLISHER):
            name = origin.removeprefix(PUBLISHER)
            return _OWN["en"].format(name), _OWN["ar"].format(name)
        printed = self._printed(facts)
        return self._both(
            lambda language: _AND[language].join(self._actor(part, language, printed) for part in origin.split("+"))
        )

    def _printed(self, facts: Iterable[Fact]) -> dict[str, str]:
        """Return the sources of claims as they are printed, by how they compare."""
        printed: dict[str, str] = {}
        for fact in facts:
            for claim in fact.claims:
                for name in (part for hop in claim.source for part in hop.split("+")):
                    key = self._material.actors.name(name.strip())
                    printed[key] = min(printed.get(key, name.strip()), name.strip())
        return printed

    def voices(self, voices: Iterable[tuple[str, Sequence[Fact], Sequence[Fact]]]) -> tuple[str, str]:
        """Name voices, each with its words and the reports that carry them; its last facts tell how it is printed."""
        told = []
        for origin, facts, named in voices:
            own = origin.startswith(PUBLISHER)
            names, words, reports = self.origin(origin, [*facts, *named]), self.words(facts, 1), self.of(facts)
            told.append(
                [f"{reports[i]}: {words[i]}" if own else f"{names[i]}: {words[i]} ({reports[i]})" for i in (0, 1)]
            )
        return "; ".join(en for en, _ in told), "؛ ".join(ar for _, ar in told)

    def each(self, facts: Sequence[Fact]) -> tuple[str, str]:
        """Quote facts, each with its report."""
        told = [(self.words([fact])[0], self.reports([fact.report])) for fact in facts[: 2 * _MOST_WORDS]]
        return "; ".join(f"{w} ({r[0]})" for w, r in told), "؛ ".join(f"{w} ({r[1]})" for w, r in told)

    def where(self, fact: Fact) -> tuple[str, str]:
        """Name a fact's places, each with its country; in Arabic by the names that the packs have."""
        return self._both(lambda language: _SEMICOLON[language].join(self._place(p, language) for p in fact.where))

    def _place(self, place: str, language: Language) -> str:
        words = parse(place)
        entry, state = self._knowledge.place_of(place), self._knowledge.states.get(words.country)
        country = words.country if state is None else state.ar[0] if language == "ar" else state.en
        if not words.name:
            return country
        if language == "en":
            return f"{words.side} {words.name}, {country}".strip()
        name = entry.ar[0] if entry is not None and entry.ar else words.name
        if entry is not None and entry.kind == "country":
            return f"{_SIDES[words.side]} {name}" if words.side in _SIDES else name
        return f"{_SIDES[words.side]} {name}، {country}" if words.side in _SIDES else f"{name}، {country}"

    def when(self, when: Days | None) -> str:
        """Return a period in ISO dates."""
        if when is None:
            return "?"
        start, end = ("…" if day is None else iso(day) for day in when)
        return start if start == end else f"{start} – {end}"

    def _both(self, tell: object) -> tuple[str, str]:
        return tell("en"), tell("ar")  # type: ignore[operator]

    def _report(self, at: int, language: Language) -> str:
        report = self._material.reports[at]
        name = report.publisher or _UNNAMED[language].format(report.doc)
        return f"{name} ({report.date})" if report.date else name

    def _actor(self, key: str, language: Language, printed: Mapping[str, str]) -> str:
        actor = self._knowledge.actors.get(key)
        state = self._states.get(key)
        if actor is None and state is not None:
            return state.ar[0] if language == "ar" else state.en
        if actor is None:
            return _balanced(printed.get(key, key).replace("_", " "))
        return (actor.ar[0] if language == "ar" and actor.ar else actor.en) or key

    def _list(self, names: Sequence[str], most: int, language: Language, *, others: bool = True) -> str:
        shown = list(dict.fromkeys(names))
        if len(shown) > most:
            rest = len(shown) - most + 1
            if not others:
                return _COMMA[language].join([*shown[:most], "…"])
            shown = [*shown[: most - 1], _OTHERS[language].format(rest)]
        if len(shown) < 2:
            return "".join(shown)
        joint = _AND[language] if language == "ar" and others else _COMMA[language]  # أ وب وج
        return joint.join(shown[:-1]) + _AND[language] + shown[-1]


def _balanced(words: str) -> str:
    """Return words without a quotation mark that nothing closes: of `مشروع "مسام` the reader took but the half."""
    return words.replace('"', "") if words.count('"') % 2 else words


def figure(value: float) -> str:
    """Return a number as it reads: without a fraction where it has none."""
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.1f}"
