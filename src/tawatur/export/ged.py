"""CSV in the shape of UCDP's Georeferenced Event Dataset: reports of deaths, one for each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.export.account import Account
from tawatur.export.cells import Cell, csv_rows
from tawatur.export.identifiers import numbered
from tawatur.export.items import Item
from tawatur.export.naming import Location, Naming, Party
from tawatur.export.precision import ged_date, ged_place
from tawatur.model import Claim, Value

#: The columns of GED 25.1 (codebook: https://ucdp.uu.se/downloads).
COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip

#: Dated and placed so well, an event can be told from others.
_CLEAR_DATE, _CLEAR_PLACE = 2, 3
_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a row for each claim of deaths that is asserted or estimated; what a report says twice stands once."""

    def rows() -> Iterator[Sequence[Cell]]:
        yield COLUMNS
        for item in items:
            why = _unfit(item.claim)
            if why is not None:
                account.leave_out(why)
                continue
            account.written += 1
            values = _event(item, naming)
            yield [values.get(name) for name in COLUMNS]

    yield from csv_rows(rows())


def _unfit(claim: Claim) -> str | None:
    """Return why a claim is no event of this data set."""
    if claim.measure != "killed" or claim.change:
        return "no count of deaths"
    if claim.modality not in ("asserted", "estimated"):
        return "not said to have happened"
    if claim.same_as is not None:
        return "said before in the same report"
    return "no number" if _number(claim.low) is None and _number(claim.high) is None else None


def _event(item: Item, naming: Naming) -> dict[str, Cell]:
    claim, location = item.claim, naming.location(item.claim)
    victims, doers = naming.parties(claim.of), naming.parties(claim.by)
    low, high = _number(claim.low), _number(claim.high)
    best = low if low is not None else high
    when = claim.when
    day, place = ged_date(when), ged_place(location)
    sides = [party for party in (*doers, *victims) if party.kind != "civilians"]
    where_deaths = _where_deaths(victims)
    return {
        "id": numbered(claim.id),
        "relid": claim.id,
        "year": int((when.start or when.end or "")[:4]) if when is not None and (when.start or when.end) else None,
        "active_year": 1,
        "code_status": "Clear",
        "type_of_violence": _type_of_violence(victims, doers),
        "dyad_name": " - ".join(party.name for party in sides) or None,
        "side_a": naming.named(claim.by) or None,
        "side_b": "Civilians" if where_deaths == "deaths_civilians" else naming.named(claim.of) or None,
        "number_of_sources": 1,
        "source_article": ", ".join(part for part in (item.publisher, item.date, item.title) if part) or None,
        "source_office": item.publisher,
        "source_date": item.date,
        "source_headline": item.title,
        "source_original": naming.named(claim.source[0]) if claim.source else None,
        "where_prec": place,
        **_placed(claim, location),
        "event_clarity": 1 if (day or 9) <= _CLEAR_DATE and (place or 9) <= _CLEAR_PLACE else 2,
        "date_prec": day,
        "date_start": when.start if when is not None else None,
        "date_end": when.end if when is not None else None,
        **dict.fromkeys(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), 0),
        where_deaths: best,
        "best": best,
        "low": low if low is not None else 0,
        "high": high if high is not None else best,
    }


def _placed(claim: Claim, location: Location | None) -> dict[str, Cell]:
    if location is None:
        return {}
    point = f"POINT ({location.longitude} {location.latitude})" if location.latitude is not None else None
    return {
        "where_coordinates": location.name,
        "where_description": "; ".join(claim.where),
        "adm_1": location.admin1,
        "adm_2": location.admin2,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "geom_wkt": point,
        "country": location.country_name,
    }


def _where_deaths(victims: Sequence[Party]) -> str:
    """Side A is who did it: the dead are side B's, or civilians, or nobody knows whose."""
    if not victims or any(party.kind == "other" for party in victims):
        return "deaths_unknown"
    return "deaths_civilians" if all(party.kind == "civilians" for party in victims) else "deaths_b"


def _type_of_violence(victims: Sequence[Party], doers: Sequence[Party]) -> int | None:
    kinds = {party.kind for party in (*victims, *doers)}
    if victims and all(party.kind == "civilians" for party in victims):
        return _ONE_SIDED
    if not victims or not doers or "other" in kinds:
        return None
    return _STATE_BASED if "state" in kinds else _NON_STATE


def _number(value: Value) -> int | None:
    return round(value) if isinstance(value, int | float) else None
