"""Documents as intake leaves them: raw text, the sections (articles) that it carries, and its furniture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

PartKind = Literal[
    "title", "standfirst", "subheading", "body",
    # furniture: on the page, but no part of an article's statement
    "dateline", "byline", "date", "caption", "credit", "tags", "links", "share", "form", "comment", "label",
    "advertisement", "navigation", "other",
]  # fmt: skip

#: The kinds of part that belong to an article; every other kind is furniture.
ARTICLE_KINDS: frozenset[str] = frozenset({"title", "standfirst", "subheading", "body"})


class Part(msgspec.Struct, frozen=True):
    """A stretch of a document's raw text, `text[start:end]`, and what it is."""

    start: int
    end: int
    kind: PartKind


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a document: 0 is the main one, 1, 2 … are others that the page carries along.

    `parts` are the stretches of the raw text that belong to it, in order, without furniture. `date` is ISO 8601
    (a day) or None; `date_from` says what gave it: `text`, `record`, `url`. `publisher_from` likewise: `record`,
    `url`, `credit`, `dateline`. `language` is the ISO 639-1 code of the section's script and words (`ar`, `other`).
    """

    number: int = 0
    title: str | None = None
    date: str | None = None
    date_from: str | None = None
    publisher: str | None = None
    publisher_from: str | None = None
    language: str = "ar"
    parts: tuple[Part, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document: its raw text, on which all offsets count, its sections and its furniture."""

    id: str
    text: str
    sections: tuple[Section, ...] = ()
    furniture: tuple[Part, ...] = ()
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    metadata: dict[str, str] = msgspec.field(default_factory=dict)
    origin: str | None = None
    encoding: str | None = None
    repairs: tuple[str, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A section as collation sees it: the document's raw text, the section's parts of it, publisher and date."""

    doc: str
    section: int = 0
    text: str
    parts: tuple[Part, ...] = ()
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None

    def passages(self) -> Iterator[tuple[int, str]]:
        """Yield (offset in the raw text, words) of each part; of the whole text where no parts are known."""
        if not self.parts:
            yield 0, self.text
        for part in self.parts:
            yield part.start, self.text[part.start : part.end]


def reports(document: Document) -> tuple[Report, ...]:
    """Return the document's sections as reports, in order."""
    return tuple(
        Report(
            doc=document.id,
            section=section.number,
            text=document.text,
            parts=section.parts,
            title=section.title,
            date=section.date,
            publisher=section.publisher,
            url=document.url,
        )
        for section in document.sections
    )
