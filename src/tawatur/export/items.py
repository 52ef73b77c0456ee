"""What is exported: a claim with the report that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from tawatur.ledger import ClaimQuery, Ledger
from tawatur.model import Claim, Document, Section

#: Claims whose documents are asked for at a time; a stream holds no more than these.
_PAGE = 500


class Item(NamedTuple):
    """A claim, its document and section; `document` is None where it is not known."""

    claim: Claim
    document: Document | None = None
    section: Section | None = None

    @property
    def publisher(self) -> str | None:
        """The report's publisher."""
        if self.section is not None:
            return self.section.publisher
        return self.document.publisher if self.document is not None else None

    @property
    def date(self) -> str | None:
        """The report's date, ISO 8601."""
        if self.section is not None:
            return self.section.date
        return self.document.date if self.document is not None else None

    @property
    def title(self) -> str | None:
        """The report's title."""
        if self.section is not None:
            return self.section.title
        return self.document.title if self.document is not None else None

    @property
    def url(self) -> str | None:
        """The page's address, where it is one of the web."""
        url = self.document.url if self.document is not None else None
        return url if url is not None and url.startswith(("https://", "http://")) else None


def items(claims: Iterable[Claim], documents: Iterable[Document]) -> Iterator[Item]:
    """Yield claims with their reports, in the order of the claims."""
    known = {document.id: document for document in documents}
    return (_item(claim, known) for claim in claims)


def from_ledger(ledger: Ledger, query: ClaimQuery | None = None) -> Iterator[Item]:
    """Yield the claims of a ledger that answer `query`, with their reports, some hundreds at a time."""
    claims = ledger.claims(query)
    while page := list(islice(claims, _PAGE)):
        wanted = tuple(dict.fromkeys(claim.doc for claim in page))
        known = {document.id: document for document in ledger.documents(wanted)}
        yield from (_item(claim, known) for claim in page)


def _item(claim: Claim, known: Mapping[str, Document]) -> Item:
    document = known.get(claim.doc)
    sections = document.sections if document is not None else ()
    return Item(claim, document, next((one for one in sections if one.number == claim.section), None))
