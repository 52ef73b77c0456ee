"""Documents: what intake makes of a record, and the one call that reads paths into documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from tawatur.intake.dating import Day, days_apart, declared_days, record_days
from tawatur.intake.decode import repair
from tawatur.intake.pages import read_page
from tawatur.intake.pages.declared import Declared
from tawatur.intake.record import Record
from tawatur.intake.records import records
from tawatur.intake.sections import Given, divide
from tawatur.intake.web.following import Web
from tawatur.model import Document, InputError, Section, document_id
from tawatur.packs import Knowledge


def read(
    paths: Sequence[str],
    *,
    knowledge: Knowledge,
    mapping: Mapping[str, str] | None = None,
    web: Web | None = None,
) -> Iterator[Document | InputError]:
    """Yield the documents of `paths`: files, folders (recursively, sorted), archives; `-` is standard input.

    What a file is, its content tells, not its name; `mapping` gives the input's own names of fields. Whatever can't be
    used is yielded as an InputError that names file, member and line; the rest goes on. Memory is bounded by the
    largest single record. Addresses are fetched by `web`, and refused without it.
    """
    for record in records(paths, mapping, web=web):
        if isinstance(record, InputError):
            yield record
            continue
        try:
            yield to_document(record, knowledge)
        except InputError as error:
            yield error


class Inspection(NamedTuple):
    """A document, and how it came about: the days found for each section, and what of a web page was left out.

    `days` holds for each section every day that something gives it, the chosen one first, each with its verdict;
    `left_out` is the number of words of a page's menus, sidebars and footers.
    """

    document: Document
    days: tuple[tuple[Day, ...], ...]
    left_out: int = 0


def to_document(record: Record, knowledge: Knowledge) -> Document:
    """Return the document that a record holds: text repaired, divided into dated sections and furniture.

    Pure: the same record and knowledge give the same document, in any process. The raw text is title, line feed,
    body where they come apart and the body does not begin with the title already; of a web page it is the lines that it
    prints. Raises InputError for a web page that holds no text.
    """
    return inspect(record, knowledge).document


def inspect(record: Record, knowledge: Knowledge) -> Inspection:
    """Return the document that a record holds, and how it came about: see `to_document`."""
    return _of_text(record, knowledge) if record.html is None else _of_page(record, record.html, knowledge)


def _of_text(record: Record, knowledge: Knowledge) -> Inspection:
    body, repairs = repair(record.body)
    title, more = repair(" ".join((record.title or "").split()))
    text = body
    if title and not _headed(body, title):
        text = f"{title}\n{body}" if body.strip() else title
    publisher, _ = repair(record.publisher or "")
    days = record_days(record.date, record.url)
    given = Given(
        title=title or None,
        publisher=publisher or None,
        url=record.url,
        days=days,
        captured=record.captured,
        latest=record.captured or record.read,
    )
    return _made(record, text, given, knowledge, tuple(dict.fromkeys((*repairs, *more))))


def _of_page(record: Record, html: bytes, knowledge: Knowledge) -> Inspection:
    try:
        page = read_page(html, charset=record.charset)
    except InputError as error:
        raise InputError(error.problem, source=record.origin, remedy=error.remedy) from None
    found = page.declared
    url = record.url or found.url
    text, marks = page.text, page.marks
    if page.title is not None:
        shift = len(page.title) + 1
        text, marks = f"{page.title}\n{text}", {at + shift: mark for at, mark in marks.items()}
    given = Given(
        title=page.title,
        publisher=record.publisher,
        url=url,
        days=[*declared_days(found), *days_apart(page.apart), *record_days(record.date, url)],
        site=next((value.words for value in found.sites), None),
        language=found.language,
        marks=marks,
        captured=record.captured,
        latest=record.captured or record.read,
    )
    record = msgspec.structs.replace(
        record, url=url, encoding=page.encoding, metadata={**_metadata(found), **record.metadata}
    )
    return _made(record, text, given, knowledge, page.repairs)._replace(left_out=page.left_out)


def _metadata(found: Declared) -> dict[str, str]:
    """Return what a page declares that has no place of its own in a document."""
    values = {
        "author": "، ".join(dict.fromkeys(value.words for value in found.authors)),
        "site": next((value.words for value in found.sites), ""),
        "description": next((value.words for value in found.descriptions), ""),
        "modified": next((value.words for value in found.updated), ""),
    }
    return {name: value for name, value in values.items() if value}


def _made(record: Record, text: str, given: Given, knowledge: Knowledge, repairs: tuple[str, ...]) -> Inspection:
    """Return the document of a raw text and of what is known of it."""
    sections, furniture, days = divide(text, given, knowledge)
    date = next((day.day for day in given.days if day.source == "record"), None)
    document = Document(
        id=record.doc or document_id(given.publisher, record.url, date, _told(text, sections) if given.marks else text),
        text=text,
        sections=sections,
        furniture=furniture,
        title=given.title or (sections[0].title if sections else None),
        date=date,
        publisher=given.publisher,
        url=record.url,
        metadata=record.metadata,
        origin=record.origin,
        encoding=record.encoding,
        repairs=repairs,
    )
    return Inspection(document, days)


def _told(text: str, sections: Sequence[Section]) -> str:
    """Return what a page's articles say: readers' comments and lists of links change while the articles stay."""
    return "\n".join(text[part.start : part.end] for section in sections for part in section.parts)


def _headed(body: str, title: str) -> bool:
    """Tell whether the body's first line is the title."""
    return " ".join(body.lstrip().partition("\n")[0].split()) == title
