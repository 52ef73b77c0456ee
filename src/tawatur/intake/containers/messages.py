"""Messages in MIME form: web pages that a browser saved as MHTML, and e-mails. The main page or text is taken."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from tawatur.intake.limits import Budget
from tawatur.intake.streams import About, Stream, opened
from tawatur.model import InputError

_LARGEST = 1 << 27


def message(stream: Stream, _budget: Budget) -> Iterator[Stream | InputError]:
    """Yield the main page of an MHTML file, or the text of an e-mail."""
    try:
        found = message_from_bytes(stream.whole("page", _LARGEST).lstrip(b"\r\n"), policy=policy.default)
        part = _main(found) if isinstance(found, EmailMessage) else None
        data = part.get_payload(decode=True) if part is not None else None
    except (RecursionError, LookupError, ValueError) as error:
        yield stream.error(f"malformed: {error}", remedy="save the page again")
        return
    if part is None or not isinstance(data, bytes):
        yield stream.error("holds no page and no text", remedy="save the page again")
        return
    url = str(found.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    about = About(
        url=url if url.startswith(("http://", "https://")) else None,
        charset=part.get_content_charset(),
        captured=_instant(found.get("Date")),
    )
    kind = None if part.get_content_type() == "text/plain" else "page"
    yield opened(stream.source, stream.member, io.BytesIO(data), about, kind)


def _main(found: EmailMessage) -> EmailMessage | None:
    parts = [part for part in found.walk() if isinstance(part, EmailMessage)]
    for wanted in ("text/html", "application/xhtml+xml", "text/plain"):
        for part in parts:
            if part.get_content_type() == wanted and part.get_content_disposition() != "attachment":
                return part
    return None


def _instant(given: object) -> str | None:
    try:
        return parsedate_to_datetime(str(given)).isoformat() if given else None
    except ValueError:
        return None
