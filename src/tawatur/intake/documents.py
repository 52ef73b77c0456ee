"""Documents: what intake makes of a record, and the one call that reads paths into documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from tawatur.intake.dates import day_in_url, day_of
from tawatur.intake.decode import repair
from tawatur.intake.pages import read_page
from tawatur.intake.record import Record
from tawatur.intake.records import records
from tawatur.intake.sections import Given, divide
from tawatur.model import Document, InputError, document_id
from tawatur.packs import Knowledge


def read(
    paths: Sequence[str], *, knowledge: Knowledge, mapping: Mapping[str, str] | None = None
) -> Iterator[Document | InputError]:
    """Yield the documents of `paths`: files, folders (recursively, sorted), archives; `-` is standard input.

    What a file is, its content tells, not its name; `mapping` gives the input's own names of fields. Whatever can't be
    used is yielded as an InputError that names file, member and line; the rest goes on. Memory is bounded by the
    largest single record.
    """
    for record in records(paths, mapping):
        if isinstance(record, InputError):
            yield record
            continue
        try:
            yield to_document(record, knowledge)
        except InputError as error:
            yield error


def to_document(record: Record, knowledge: Knowledge) -> Document:
    """Return the document that a record holds: text repaired, divided into dated sections and furniture.

    Pure: the same record and knowledge give the same document, in any process. The raw text is title, line feed,
    body where they come apart and the body does not begin with the title already. Raises InputError for a web page that
    holds no text.
    """
    if record.html is not None:
        record = _from_page(record, record.html)
    body, repairs = repair(record.body)
    title, more = repair(" ".join((record.title or "").split()))
    text = body
    if title and not _headed(body, title):
        text = f"{title}\n{body}" if body.strip() else title
    publisher, _ = repair(record.publisher or "")
    date = day_of(record.date)
    given = Given(
        title=title or None,
        date=date or day_in_url(record.url),
        date_from="record" if date else "url",
        publisher=publisher or None,
        url=record.url,
    )
    sections, furniture = divide(text, given, knowledge)
    return Document(
        id=record.doc or document_id(given.publisher, record.url, date, text),
        text=text,
        sections=sections,
        furniture=furniture,
        title=title or (sections[0].title if sections else None),
        date=date,
        publisher=given.publisher,
        url=record.url,
        metadata=record.metadata,
        origin=record.origin,
        encoding=record.encoding,
        repairs=tuple(dict.fromkeys((*repairs, *more))),
    )


def _from_page(record: Record, html: bytes) -> Record:
    """Return a record with the text and the headline of its page."""
    try:
        page = read_page(html, url=record.url, charset=record.charset, captured=record.captured)
    except InputError as error:
        raise InputError(error.problem, source=record.origin, remedy=error.remedy) from None
    return msgspec.structs.replace(
        record, html=None, body=page.text, title=record.title or page.title, encoding=page.encoding
    )


def _headed(body: str, title: str) -> bool:
    """Tell whether the body's first line is the title."""
    return " ".join(body.lstrip().partition("\n")[0].split()) == title
