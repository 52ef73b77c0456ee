"""Kinds: what a stream holds, told by its first bytes and never by its name."""

from __future__ import annotations

import re
import tarfile

#: (signature, kind) of what is told by its first bytes alone.
_SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"WARC/", "warc"),
    (b"PAR1", "parquet"),
    (b"%PDF-", "pdf"),
)
#: What is no report in a form that is read: (signature, its name, what the user can do).
_UNREAD = (
    (b"7z\xbc\xaf\x27\x1c", "7-Zip", "unpack it first"),
    (b"Rar!", "RAR", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "Zstandard", "unpack it first"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"II*\0", "a picture", "give its text"),
    (b"MM\0*", "a picture", "give its text"),
    (b"{\\rtf", "Rich Text", "save it as DOCX or plain text"),
    (b"SQLite format 3\0", "an SQLite database", "name it with --ledger if it is a ledger"),
    (b"\x7fELF", "a program", "name a report"),
)
_RIFF = re.compile(rb"RIFF.{4}WEBP", re.DOTALL)
#: The beginning of an OLE file: what Office wrote before 2007, and what it puts around a file with a password.
OLE = b"\xd0\xcf\x11\xe0"

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]*:[ \t]")
_MIME = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_MIME_WITHIN = 1 << 14
# A declaration, comments and a document type may stand before the first element.
_PROLOGUE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)*", re.IGNORECASE | re.DOTALL)
_ELEMENT = re.compile(r"<([a-z][\w:.-]*)", re.IGNORECASE)
_ROOTS = {
    "rss": "feed",
    "feed": "feed",
    "rdf:rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}
# The elements that a page or a piece of one begins with.
_MARKUP = frozenset(
    "html head body article section main div p h1 h2 h3 title meta link script style table center header nav".split()  # noqa: SIM905  a list of words
)
_DOCTYPE = re.compile(r"\s*<!doctype html", re.IGNORECASE)


def signature(head: bytes) -> str | None:
    """Return the kind that first bytes tell alone: a container's, or a binary document's; None for text."""
    for mark, kind in _SIGNATURES:
        if head.startswith(mark):
            return kind
    if _is_tar(head):
        return "tar"
    if _HEADER.match(head.lstrip(b"\r\n")) and _MIME.search(head, 0, _MIME_WITHIN):
        return "message"
    return None


def unread(head: bytes) -> tuple[str, str] | None:
    """Return (name, remedy) of what is told by its first bytes and is not read."""
    if _RIFF.match(head):
        return "a picture", "give its text"
    return next(((name, remedy) for mark, name, remedy in _UNREAD if head.startswith(mark)), None)


def markup(opening: str) -> str | None:
    """Return `page`, `feed`, `sitemap` or `xml` for a text that begins as one; None for any other."""
    if not opening.startswith("<"):
        return None
    element = _ELEMENT.match(opening, _PROLOGUE.match(opening).end())  # type: ignore[union-attr]  # matches nothing too
    name = element[1].lower() if element is not None else ""
    root = _ROOTS.get(name) or _ROOTS.get(name.rpartition(":")[2])
    if root is not None:
        return root
    if _DOCTYPE.match(opening) or name in _MARKUP:
        return "page"
    return "xml" if opening.startswith("<?xml") else None


def _is_tar(head: bytes) -> bool:
    """Tell a tar by the checksum of its first header, which old ones have as well."""
    if len(head) < tarfile.BLOCKSIZE or not head[0]:
        return False
    try:
        tarfile.TarInfo.frombuf(head[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True
