"""CSV in the shape of ACLED's export: events of a month at most, one for each claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.export.account import Account
from tawatur.export.cells import Cell, csv_rows
from tawatur.export.events import event_rows, untold
from tawatur.export.items import Item
from tawatur.export.naming import EventType, Location, Naming, Party
from tawatur.export.precision import acled_date, acled_place
from tawatur.export.sentences import sentence
from tawatur.model import Claim

#: The columns of ACLED's export since 2024 (codebook: https://acleddata.com/knowledge-base/codebook).
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

_SHELLING = ("Explosions/Remote violence", "Shelling/artillery/missile attack")
_TAKEN = {"state": "Government regains territory", "armed_group": "Non-state actor overtakes territory"}
_CIVILIAN_TARGETING = "Civilian targeting"
_STRATEGIC, _VIOLENT = "Strategic developments", "Political violence"


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a row for each claim of an event that lasted a month at most."""
    rows = event_rows(COLUMNS, items, account, _unfit, lambda item, event: _event(item, event, naming))
    yield from csv_rows(rows)


def _unfit(claim: Claim, event: EventType | None) -> str | None:
    """Return why a claim is no event of this data set."""
    if event is None or not event.acled or claim.change:
        return "no event of this data set"
    why = untold(claim)
    if why is not None:
        return why
    return "dated to no month" if acled_date(claim.when) is None else None


def _event(item: Item, event: EventType, naming: Naming) -> dict[str, Cell]:
    claim, location, when = item.claim, naming.location(item.claim), item.claim.when
    assert when is not None  # an event has a date
    doers, victims = naming.parties(claim.by), naming.parties(claim.of)
    civilians = bool(victims) and all(party.kind == "civilians" for party in victims)
    kind, part = _kind(claim, event, doers, civilians=civilians)
    first, second = _type_of(doers, location), _type_of(victims, location)
    return {
        "event_id_cnty": claim.id,
        "event_date": when.start,
        "year": int(str(when.start)[:4]),
        "time_precision": acled_date(when),
        "disorder_type": _STRATEGIC if kind == _STRATEGIC else _VIOLENT,
        "event_type": kind,
        "sub_event_type": part,
        "actor1": doers[0].name if doers else None,
        "assoc_actor_1": "; ".join(party.name for party in doers[1:]) or None,
        "inter1": first,
        "actor2": victims[0].name if victims else None,
        "assoc_actor_2": "; ".join(party.name for party in victims[1:]) or None,
        "inter2": second,
        "interaction": "-".join(one for one in (first, second) if one) or None,
        "civilian_targeting": _CIVILIAN_TARGETING if civilians else None,
        **_placed(location, naming),
        "source": item.publisher,
        "notes": f"{sentence(claim, naming)}: {claim.quote}",
        "fatalities": claim.low if claim.measure == "killed" else None,
        "tags": f"measure={claim.measure}; low={claim.low}; high={claim.high}; bound={claim.bound}; unit={claim.unit}",
    }


def _placed(location: Location | None, naming: Naming) -> dict[str, Cell]:
    if location is None:
        return {}
    return {
        "iso": naming.codes(location.country).numeric,
        "country": location.country_name,
        "admin1": location.admin1,
        "admin2": location.admin2,
        "location": location.name,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "geo_precision": acled_place(location),
    }


def _kind(claim: Claim, event: EventType, doers: Sequence[Party], *, civilians: bool) -> tuple[str, str]:
    if claim.measure == "attacks" and claim.unit == "weapon":
        return _SHELLING
    if claim.measure == "places_taken" and doers and doers[0].kind in _TAKEN:
        return event.acled, _TAKEN[doers[0].kind]
    return (event.acled_civilians, event.acled_civilians_part) if civilians else (event.acled, event.acled_part)


def _type_of(parties: Sequence[Party], location: Location | None) -> str | None:
    """Return ACLED's kind of actor; a state's forces abroad are external."""
    if not parties or parties[0].kind == "other":
        return None
    first = parties[0]
    if first.kind == "state":
        abroad = location is not None and first.country is not None and first.country != location.country
        return "External/Other forces" if abroad else "State forces"
    return "Civilians" if first.kind == "civilians" else "Rebel group"
