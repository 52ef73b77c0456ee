"""Zips: plain ones member by member, and those that are a form of their own (WACZ, XLSX, DOCX)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from tawatur.intake.limits import FREE, RATIO, Bomb, Budget, metered
from tawatur.intake.names import printable
from tawatur.intake.streams import DAMAGE, Stream, opened
from tawatur.model import InputError

_DOCUMENTS = {"xl/workbook.xml": "workbook", "word/document.xml": "word"}
#: Office's and others' documents that are zips and are not read, by a member that they have: (name, remedy).
_UNREAD = {
    "xl/workbook.bin": ("a binary workbook", "save it as XLSX or CSV"),
    "ppt/presentation.xml": ("a presentation", "give its text"),
    "META-INF/container.xml": ("an e-book", "give its text"),
}
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument"
#: Where a WACZ keeps its captures; the rest of it is indexes (the format's specification, 1.1.1).
_WACZ, _CAPTURES = "datapackage.json", "archive/"
_LOCKED = 0x1


def members(stream: Stream, budget: Budget) -> Iterator[Stream | InputError]:
    """Yield the members of a zip, sorted by name, or the one document that it is."""
    with stream.seekable() as body:
        try:
            archive = zipfile.ZipFile(body)
        except DAMAGE as error:
            yield stream.error(f"a damaged zip: {error}", remedy="fetch or pack it again")
            return
        with archive:
            names = set(archive.namelist())
            kind = next((kind for name, kind in _DOCUMENTS.items() if name in names), None)
            if kind is not None:
                _check(archive)
                yield stream._replace(file=body, kind=kind)
                return
            unread = next((said for name, said in _UNREAD.items() if name in names), None)
            if unread is None and "mimetype" in names and archive.read("mimetype").startswith(_OPEN_DOCUMENT):
                unread = "an OpenDocument file", "save it as DOCX or XLSX"
            if unread is not None:
                yield stream.error(f"is {unread[0]}, which is not read", remedy=unread[1])
                return
            captures = _WACZ in names and any(name.startswith(_CAPTURES) for name in names)
            yield from _plain(stream, archive, budget, within=_CAPTURES if captures else "")


def _plain(stream: Stream, archive: zipfile.ZipFile, budget: Budget, within: str) -> Iterator[Stream | InputError]:
    found = False
    for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
        hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in entry.filename.split("/"))
        if entry.is_dir() or hidden or not entry.filename.startswith(within):
            continue
        found = True
        member = ", ".join(part for part in (stream.member, printable(entry.filename)) if part)
        if entry.flag_bits & _LOCKED:
            yield stream.error("is locked with a password", printable(entry.filename), "unpack it with that first")
            continue
        try:
            with archive.open(entry) as body:
                yield opened(stream.source, member, metered(body, budget))
        except DAMAGE as error:
            yield stream.error(f"can't be unpacked: {error}", printable(entry.filename), "fetch or pack it again")
    if not found:
        yield stream.error("an empty zip", remedy="nothing to read in it")


def _check(archive: zipfile.ZipFile) -> None:
    """Raise Bomb where a document's members are too large: their readers unpack them whole.

    A member never unpacks to more than its entry says.
    """
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if size > FREE and size > RATIO * sum(entry.compress_size for entry in entries):
        raise Bomb
