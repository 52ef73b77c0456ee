"""Tab-separated rows in the shape of POLECAT, the event data set coded by PLOVER: who did what to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tawatur.export.account import Account
from tawatur.export.cells import Cell, csv_rows
from tawatur.export.events import event_rows, untold
from tawatur.export.items import Item
from tawatur.export.naming import EventType, Location, Naming, Party
from tawatur.model import Claim

#: The columns of POLECAT's files (https://doi.org/10.7910/DVN/AJGVIT).
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

_CONFLICT = frozenset(("ASSAULT", "COERCE"))
_SECTORS = {"state": "GOV", "armed_group": "REB", "civilians": "CVL", "other": ""}
_GEONAMES = "gn:"
_SETTLEMENTS = frozenset(("city", "town", "village", "camp", "site"))


def write(items: Iterable[Item], naming: Naming, account: Account) -> Iterator[bytes]:
    """Yield a row for each claim of an act of PLOVER's that is dated."""
    rows = event_rows(COLUMNS, items, account, _unfit, lambda item, event: _event(item, event, naming))
    yield from csv_rows(rows, delimiter="\t")


def _unfit(claim: Claim, event: EventType | None) -> str | None:
    """Return why a claim is no event of this data set."""
    if event is None or not event.plover or claim.change:
        return "no act of PLOVER's"
    why = untold(claim)
    if why is not None:
        return why
    return "not dated" if claim.when is None or claim.when.start is None else None


def _event(item: Item, event: EventType, naming: Naming) -> dict[str, Cell]:
    claim, location = item.claim, naming.location(item.claim)
    assert claim.when is not None  # an event has a date
    return {
        "Event ID": claim.id,
        "Event Date": claim.when.start,
        "Event Type": event.plover,
        "Event Mode": event.plover_mode or None,
        "Quad Code": "MATERIAL CONFLICT" if event.plover in _CONFLICT else "MATERIAL COOPERATION",
        "Contexts": "military",
        **_party("Actor", claim.by, naming),
        **_party("Recipient", claim.of, naming),
        **_placed(claim, location, naming),
        "Source": item.publisher,
        "Publication Date": item.date,
        "Story Locations": "; ".join(claim.where) or None,
        "Language": "ara",
        "Version": claim.extractor,
    }


def _party(role: str, slot: str | None, naming: Naming) -> dict[str, Cell]:
    parties: Sequence[Party] = naming.parties(slot)
    if not parties:
        return {}
    sectors = list(dict.fromkeys(_SECTORS[party.kind] for party in parties if _SECTORS[party.kind]))
    countries = dict.fromkeys(naming.codes(party.country).alpha3 for party in parties if party.country is not None)
    return {
        f"{role} Name": "; ".join(party.name for party in parties),
        f"{role} Country": "; ".join(countries) or None,
        f"Primary {role} Sector": sectors[0] if sectors else None,
        f"{role} Sectors": "; ".join(sectors) or None,
        f"{role} Name Raw": "; ".join(party.key for party in parties),
    }


def _placed(claim: Claim, location: Location | None, naming: Naming) -> dict[str, Cell]:
    if location is None:
        return {}
    id_ = location.id or ""
    return {
        "Placename": location.name,
        "City": location.name if location.kind in _SETTLEMENTS else None,
        "District": location.admin2,
        "Province": location.admin1,
        "Country": naming.codes(location.country).alpha3,
        "Latitude": location.latitude,
        "Longitude": location.longitude,
        "GeoNames ID": id_.removeprefix(_GEONAMES) if id_.startswith(_GEONAMES) else None,
        "Raw Placename": claim.where[0],
        "Feature Type": location.kind,
    }
