"""Bodies: which lines of a page a well-kept extractor takes for its article's text."""

from __future__ import annotations

import logging
from functools import cache, cached_property
from typing import Any

from lxml import etree

#: The most elements of a page that is shown to the extractor: what is larger is no article's page, or hostile.
_MOST_ELEMENTS = 30_000


class Body:
    """The text that trafilatura takes for the article's, to be asked whether a line is in it.

    It is looked for when it is first asked: most pages say themselves where their text is.
    """

    def __init__(self, root: etree._Element, elements: int) -> None:
        self._root = root
        self._elements = elements

    def __contains__(self, line: str) -> bool:
        return line in self._text

    @cached_property
    def _text(self) -> str:
        return "" if self._elements > _MOST_ELEMENTS else _extracted(self._root)


def _extracted(root: etree._Element) -> str:
    extract = _extractor()
    try:
        found = extract(root, fast=True, include_comments=False, include_tables=True)
    except Exception:  # noqa: BLE001  whatever a page does to a library, the page has our own reading
        return ""
    return " ".join(found.text.split()) if found is not None and found.text else ""


@cache
def _extractor() -> Any:
    import trafilatura  # noqa: PLC0415  half a second, of no use to those who read texts

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction
