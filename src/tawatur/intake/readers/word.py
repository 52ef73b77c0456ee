"""Word documents (DOCX): paragraphs and tables' cells, a line each. Old Office files are named for what they are."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from tawatur.intake.fields import Fields
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the record of a DOCX document. What was deleted under change tracking is left out."""
    import docx  # noqa: PLC0415  slow to import, and for DOCX only
    from docx.opc.exceptions import OpcError  # noqa: PLC0415
    from lxml import etree  # noqa: PLC0415

    with stream.seekable() as body:
        try:
            document = docx.Document(body)
        except (KeyError, ValueError, OpcError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
            raise stream.error(f"a damaged Word document: {error}", remedy="save it again") from None
    lines = [line for paragraph in _paragraphs(document.element.body) for line in _text(paragraph).split("\n")]
    text = "\n".join(line for line in lines if line.strip())
    if not text:
        raise stream.error("a Word document without text", remedy="if it is a picture, give its text")
    yield Record(body=text, url=stream.about.url, captured=stream.about.captured, origin=stream.origin())


def old(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the error that an OLE file is: locked with a password, or of a form from before 2007."""
    if _LOCKED in stream.whole("document"):
        yield stream.error("is locked with a password", remedy="open it with its password and save it without one")
    else:
        yield stream.error("is an old Office file, which is not read", remedy="save it as DOCX, XLSX or plain text")


def _paragraphs(body: Any) -> Iterator[Any]:
    """Yield the paragraphs of a body, of its tables and its content controls, in the order of the text."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    yield from body.iter(qn("w:p"))


def _text(paragraph: Any) -> str:
    """Return a paragraph's text without that of paragraphs inside it (text boxes), which come by themselves."""
    from docx.oxml.ns import qn  # noqa: PLC0415

    signs = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    pieces: list[str] = []
    for element in paragraph.iter(qn("w:t"), *signs):
        if next(element.iterancestors(qn("w:p"))) is not paragraph:
            continue
        if element.tag == qn("w:t"):
            pieces.append(element.text or "")
        elif element.getparent().tag == qn("w:r"):
            pieces.append(signs[element.tag])
    return "".join(pieces)
