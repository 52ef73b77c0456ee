"""Web archives: the pages and documents that a crawler kept, one stream a capture."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from tawatur.intake.limits import Budget, metered
from tawatur.intake.names import printable
from tawatur.intake.streams import LARGEST, About, Stream, opened, within
from tawatur.model import InputError

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
#: What a crawler fetches along with pages and no report stands in, by the beginning of its media type.
_BESIDE = (
    *("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/font", "application/x-font", "application/vnd.ms-fontobject"),
)
#: What pages' scripts fetch: data, no report, unless it was put into the archive as a resource.
_FETCHED = ("application/json", "application/ld+json", "text/json", "application/manifest+json")
_TAKEN = frozenset({"response", "resource", "conversion"})


def captures(stream: Stream, budget: Budget) -> Iterator[Stream | InputError]:
    """Yield the captures of a web archive that may hold a report; where it breaks off, an error follows.

    A capture that is cut off is left out, and said.
    """
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  not needed for other forms
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    from warcio.recordloader import ArcWarcRecord  # noqa: PLC0415
    from warcio.statusandheaders import StatusAndHeadersParserException  # noqa: PLC0415

    def taken(record: ArcWarcRecord, number: int) -> Stream | InputError | None:
        if record.rec_type not in _TAKEN:
            return None
        headers = record.http_headers
        if headers is not None and headers.get_statuscode() != "200":
            return None
        media = record.content_type if headers is None else headers.get_header("Content-Type", "")
        kind = (media or "").strip().lower()
        if kind.startswith(_BESIDE) or (record.rec_type == "response" and kind.startswith(_FETCHED)):
            return None
        url = record.rec_headers.get_header("WARC-Target-URI", "").strip("<> ")
        where = printable(url) or f"record {number}"
        body = metered(record.content_stream(), budget)
        data = within(body, LARGEST)
        if data is None:
            return stream.error("too large for one page", where, "give many reports as JSON Lines")
        if getattr(record.raw_stream, "limit", 0) > 0:
            return stream.error("cut off", where, "fetch it again")
        charset = _CHARSET.search(media or "")
        about = About(
            url=url if url.startswith(("http://", "https://")) else None,
            charset=charset[1] if charset is not None else None,
            captured=record.rec_headers.get_header("WARC-Date"),
        )
        member = ", ".join(part for part in (stream.member, where) if part)
        return opened(stream.source, member, io.BytesIO(data), about)

    try:
        for number, record in enumerate(ArchiveIterator(stream.body), 1):
            found = taken(record, number)
            if found is not None:
                yield found
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, UnicodeError) as error:
        problem = " ".join(str(error).split())
        yield stream.error(f"broke off: {problem}; what stands before is read", remedy="fetch it again")
