"""PDF: the paragraphs of its pages, in reading order. A PDF holds glyphs at places, no text: lines, words and the
direction of what was written from right to left are restored from where the glyphs stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tawatur.intake.fields import Fields
from tawatur.intake.print.glyphs import glyphs
from tawatur.intake.print.lines import Line, lines
from tawatur.intake.print.paragraphs import paragraphs
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_LARGEST = 1 << 27
_PAGES = 2_000
#: Lines at a page's top and bottom that may be its header or footer, and how many pages must have them alike.
_MARGIN = 2
_ALIKE = 3
#: What a browser prints in the margin: `11/26/26, 5:57 PM` before the title, the address before `1/3`.
_PRINTER = re.compile(r"^(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d|(?:https?|file)://)|\d+/\d+$")
#: How small the margin's type is beside the text's.
_SMALL = 0.85
_DIGITS = re.compile(r"[\d\s/|.-]+")


def read(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the record of a PDF document."""
    import pypdfium2 as pdfium  # noqa: PLC0415  slow to import, and for PDF only

    data = stream.whole("document", _LARGEST)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise stream.error(
                "is locked with a password", remedy="open it with its password and print it to a PDF without one"
            ) from None
        raise stream.error(f"a damaged PDF: {error}", remedy="fetch it again") from None
    with document:
        if len(document) > _PAGES:
            raise stream.error(f"a PDF of {len(document):,} pages", remedy=f"give parts of at most {_PAGES:,}")
        pages: list[list[Line]] = []
        try:
            for page in document:
                pages.append(lines(glyphs(page)))
                page.close()
        except pdfium.PdfiumError as error:
            yield stream.error(f"broke off on page {len(pages) + 1}: {error}", remedy="fetch it again")
    text = "\n".join(paragraphs(_without_margins(pages)))
    if not text.strip():
        raise stream.error(
            "a PDF of pictures: there is no text in it", remedy="have its text recognised (OCR), and give that"
        )
    yield Record(body=text, url=stream.about.url, captured=stream.about.captured, origin=stream.origin())


def _without_margins(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without what stands alike at the top or bottom of most of them, but for its numbers."""
    pages = [_without_printer(page) for page in pages]
    if len(pages) < _ALIKE:
        return pages
    seen = Counter(key for page in pages for key in {_key(line) for line in _margin(page)})
    common = {key for key, count in seen.items() if count >= _ALIKE and count * 2 > len(pages)}
    return [[line for line in page if not (line in _margin(page) and _key(line) in common)] for page in pages]


def _without_printer(page: list[Line]) -> list[Line]:
    """Return a page without what a browser prints around it in small type: the instant, the address, the number."""
    sizes = Counter(round(line.size) for line in page)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    around = [line for line in _margin(page) if line.size < _SMALL * usual and _PRINTER.search(line.printed())]
    return [line for line in page if line not in around]


def _margin(page: list[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.baseline)
    return ordered[:_MARGIN] + ordered[-_MARGIN:]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", "".join(glyph.text for glyph in line.glyphs))
