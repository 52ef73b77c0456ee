"""Currencies told by their word alone: `200 مليون ريال` is of the outlet's country, or of the one that is told of."""

from __future__ import annotations

from tawatur.arabic import currencies_called
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.places.countries import Countries


def take_local_currency(sentence: list[Chunk], quantities: list[Quantity], countries: Countries) -> None:
    """Give numbers right before a currency's word the currency that it means there."""
    for quantity in quantities:
        at = quantity.first + 1
        if quantity.unit not in (None, "other") or quantity.noun is not None or at >= len(sentence):
            continue
        called = {code[:2]: code for code in currencies_called(sentence[at].words[0])}
        country = _whose(called, sentence, countries) if called else None
        if country is not None:
            quantity.unit, quantity.last = called[country], max(quantity.last, at + 1)


def _whose(called: dict[str, str], sentence: list[Chunk], countries: Countries) -> str | None:
    """Return whose currency is meant, of the countries that so call theirs: the outlet's, else the first named."""
    if countries.home in called:
        return countries.home
    here = (code for piece in sentence for code in (piece.state, *(entry.country for entry in piece.places)))
    first = next((code for code in here if code in called), None)
    if first is not None:
        return first
    named = {country: countries.named[country] for country in called if countries.named[country]}
    return max(named, key=lambda country: (named[country], country), default=None)
