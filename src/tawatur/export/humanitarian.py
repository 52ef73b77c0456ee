"""HXL (https://hxlstandard.org): CSV with a row of hashtags under the heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.export.account import Account
from tawatur.export.cells import Cell, csv_rows
from tawatur.export.items import Item
from tawatur.export.naming import Naming

#: The columns: heading, hashtag with its attributes.
COLUMNS = {
    "claim": "#meta+id",
    "measure": "#indicator+name",
    "low": "#indicator+value+min",
    "high": "#indicator+value+max",
    "bound": "#indicator+bound",
    "unit": "#indicator+unit",
    "change": "#indicator+change",
    "of": "#affected+name",
    "by": "#org+actor+name",
    "start": "#date+start",
    "end": "#date+end",
    "country": "#country+name",
    "country code": "#country+code+v_iso3",
    "province": "#adm1+name",
    "place": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "modality": "#status+modality",
    "origin": "#org+source+name",
    "publisher": "#meta+publisher",
    "report date": "#date+report",
    "address": "#meta+url",
    "words": "#description+words+i_ar",
}


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield heading, hashtags, and a row for each claim and place; a claim without a place has one row."""

    def rows() -> Iterator[Sequence[Cell]]:
        yield tuple(COLUMNS)
        yield tuple(COLUMNS.values())
        for item in items:
            for row in _rows(item, naming):
                account.written += 1
                yield row

    yield from csv_rows(rows())


def _rows(item: Item, naming: Naming) -> Iterator[Sequence[Cell]]:
    claim = item.claim
    for where in claim.where or (None,):
        place = naming.place(where) if where is not None else None
        yield (
            claim.id,
            claim.measure,
            claim.low,
            claim.high,
            claim.bound,
            claim.unit,
            claim.change,
            naming.named(claim.of),
            naming.named(claim.by),
            claim.when.start if claim.when is not None else None,
            claim.when.end if claim.when is not None else None,
            place.country_name if place is not None else None,
            naming.codes(place.country).alpha3 if place is not None else None,
            place.admin1 if place is not None else None,
            where if place is not None and place.kind != "country" else None,
            place.latitude if place is not None else None,
            place.longitude if place is not None else None,
            claim.modality,
            naming.named(claim.source[0]) if claim.source else None,
            item.publisher,
            item.date,
            item.url,
            claim.quote,
        )
