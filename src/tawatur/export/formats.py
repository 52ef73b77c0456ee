"""The formats: what each is called, what it is for, and what of a claim it loses."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, cast

from tawatur import __version__
from tawatur.export.account import Account
from tawatur.export.items import Item
from tawatur.export.naming import Naming
from tawatur.model import InputError, to_json
from tawatur.packs import Knowledge, PublicNames

Writer = Callable[[Iterable[Item], Naming, Account], Iterator[bytes]]


class Format(NamedTuple):
    """A format: `module` writes it; `lost` says what of a claim does not come through."""

    name: str
    media_type: str
    extension: str
    about: str
    lost: str
    module: str

    def file_name(self, stem: str) -> str:
        """Return a file's name for an export: letters, digits, `-`, `_`, `.` of `stem`, never a path."""
        return f"{re.sub(r'[^A-Za-z0-9_-]+', '-', stem).strip('-') or 'claims'}{self.extension}"


_FLAT = "the words of each slot (`spans`), the rule that resolved the time, the coordinates of all places but one"
_EVENTS = "bounds, the chain beyond its origin, modality, confidence, offsets; claims that repeat one of their report"

FORMATS = {
    one.name: one
    for one in (
        Format(
            "jsonl", "application/x-ndjson", ".jsonl", "claims in the codebook's form, one a line",
            "nothing; the report's text, date and publisher are not in it", "json_lines",
        ),
        Format(
            "csv", "text/csv; charset=utf-8", ".csv", "a row for each claim with its report",
            f"{_FLAT}; controls in the words; an apostrophe stands before what a spreadsheet would run", "flat_csv",
        ),
        Format(
            "parquet", "application/vnd.apache.parquet", ".parquet", "typed columns, lists as lists",
            "the words of each slot (`spans`), the rule that resolved the time; figures beyond 2^53 are rounded",
            "parquet",
        ),
        Format(
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx",
            "a workbook, a row for each claim with its report",
            f"{_FLAT}; controls in the words; words beyond 32,767 letters; figures of more than 15 digits are text",
            "workbook",
        ),
        Format(
            "geojson", "application/geo+json", ".geojson", "a feature for each claim, at the points of its places",
            "the words of each slot (`spans`); which of several places a point is; sides of places (`northern`); "
            "claims of places that no pack knows have no geometry", "geojson",
        ),
        Format(
            "webannotation", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', ".jsonld",
            "W3C Web Annotation: each claim on the words of its report, by position and by quotation",
            "the words of single slots (`spans`), links between claims (`same_as`), coordinates, notes", "annotations",
        ),
        Format(
            "followthemoney", "application/x-ndjson", ".ftm.json",
            "FollowTheMoney entities: reports, parties, leaders, an event for each claim",
            "value, bound and measure but as words in the event's name; civilians and other populations; hops of the "
            "chain beyond the origin; coordinates; offsets", "entities",
        ),
        Format(
            "schemaorg", "application/ld+json", ".jsonld", "schema.org Claim as JSON-LD",
            "bound, modality and change but as words in the name; the roles of the parties; hops of the chain beyond "
            "the origin; offsets; links between claims", "linked_claims",
        ),
        Format(
            "hxl", "text/csv; charset=utf-8", ".hxl.csv", "CSV with HXL hashtags, a row for each claim and place",
            "offsets, hops of the chain beyond the origin, links between claims, notes, confidence; a claim of several "
            "places stands in several rows, so that rows must not be added up", "humanitarian",
        ),
        Format(
            "ucdp", "text/csv; charset=utf-8", ".ged.csv", "CSV in the shape of UCDP GED: reports of deaths",
            f"every claim but those of deaths said to have happened; {_EVENTS}; an open end (`more than 40` has `high` "
            "40, its `low`); conflict, dyad, actor, country and grid numbers are empty; claims are not events: one "
            "event that two reports tell of stands in two rows", "ged",
        ),
        Format(
            "acled", "text/csv; charset=utf-8", ".acled.csv", "CSV in the shape of ACLED's export",
            f"claims dated to more than a month, stocks, money, territory; {_EVENTS}; a count of several events is one "
            "row, its number in `tags`; region, scale and time stamp are empty; claims are not events: one event that "
            "two reports tell of stands in two rows", "acled",
        ),
        Format(
            "plover", "text/tab-separated-values; charset=utf-8", ".plover.tsv",
            "tab-separated rows in the shape of POLECAT: who did what to whom, by PLOVER",
            f"all numbers; the end of a period; claims without a date, stocks, territory; {_EVENTS}; intensity, COW "
            "and Wikipedia codes are empty; claims are not events", "plover",
        ),
    )
}  # fmt: skip

#: Lost in every format: the name of a private person, which stays in the quoted words and nowhere else.
LOST_EVERYWHERE = "the name of a person who is not public by office"


def format_of(name: str) -> Format:
    """Return a format by its name. Raises InputError where there is none."""
    if name not in FORMATS:
        raise InputError("no such format", source=name[:40], remedy=f"one of {', '.join(FORMATS)}")
    return FORMATS[name]


def export(name: str, items: Iterable[Item], knowledge: Knowledge, account: Account | None = None) -> Iterator[bytes]:
    """Yield the bytes of an export as the claims come; `account` is filled meanwhile.

    Raises InputError where there is no such format, or where what writes it is not installed.
    """
    module = importlib.import_module(f"tawatur.export.{format_of(name).module}")
    counted = account if account is not None else Account()
    write = cast("Writer", module.write)
    return write(_shown(items, PublicNames(knowledge), counted), Naming(knowledge), counted)


def _shown(items: Iterable[Item], names: PublicNames, account: Account) -> Iterator[Item]:
    for item in items:
        account.claims += 1
        yield item._replace(claim=names.shown(item.claim))


def statement(name: str, account: Account) -> str:
    """Return, as JSON, what an export holds and what it lost: to be kept beside the file."""
    told = format_of(name)
    return to_json(
        {
            "program": f"tawatur {__version__}",
            "format": told.name,
            "about": told.about,
            "lost": [LOST_EVERYWHERE, told.lost],
            "claims": account.claims,
            "written": account.written,
            "left_out": account.left_out,
        }
    )
