"""A page: what is made of the bytes of an HTML page before its text is divided."""

from __future__ import annotations

import msgspec

from tawatur.intake.decode import Decoded, decode
from tawatur.model import InputError


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An HTML page as text: `text` is the raw text on which offsets count.

    `title` is the headline, which `text` begins with.
    """

    text: str
    title: str | None = None
    encoding: str
    repairs: tuple[str, ...] = ()


def read_page(data: bytes, *, url: str | None = None, charset: str | None = None, captured: str | None = None) -> Page:
    """Return what an HTML page holds.

    `charset` is the one that HTTP headers name, `captured` the instant (ISO 8601) at which the page was fetched.
    Raises InputError where the page holds no text.
    """
    import trafilatura  # noqa: PLC0415  half a second, of no use to those who read texts

    decoded = _declared(data, charset) or decode(data)
    if decoded is None:
        raise InputError("not text in any encoding known", remedy="save it as UTF-8")
    found = trafilatura.bare_extraction(
        decoded.text,
        url=url,
        with_metadata=True,
        date_extraction_params={"max_date": captured[:10]} if captured else None,
    )
    body = getattr(found, "text", None)
    if not body:
        raise InputError("a page without text", remedy="give its text")
    return Page(text=body, title=getattr(found, "title", None), encoding=decoded.encoding)


def _declared(data: bytes, charset: str | None) -> Decoded | None:
    """Return a page decoded by the charset that its headers name, or None where it can't be."""
    try:
        return None if charset is None else Decoded(data.decode(charset), charset)
    except (LookupError, UnicodeDecodeError):
        return None
