"""Fields: which of an input's columns or keys is the text, the title, the date, and so on.

By the user's own mapping first, then by the names and aliases of `data/fields.tsv`. A name may lead into nested
objects: `content.rendered`. Capitals and spaces around a name make no difference.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from tawatur.intake.fragments import is_markup
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.intake.tables import rows
from tawatur.model import InputError

#: What a user calls a field, and what it is called here.
_CALLED = {"text": "body", "content": "body", "source": "publisher", "id": "doc"}
FIELDS = ("text", "html", "title", "date", "publisher", "url", "doc")
_NO_TEXT = 'give it in a field named "text", "content" or "body", or name the field: --map text=FIELD'


class Fields:
    """The fields of an input's records: `mapping` is the user's, from field to the input's name for it."""

    def __init__(self, mapping: Mapping[str, str] | None = None) -> None:
        own = [(_CALLED.get(field, field), name.strip().casefold()) for field, name in (mapping or {}).items()]
        known = [(row["field"], row["name"].casefold()) for row in rows("fields.tsv")]
        self._order = tuple(dict.fromkeys((*own, *known)))
        self._own = {name for _, name in own}

    def has_text(self, names: Iterable[object]) -> bool:
        """Tell whether one of a table's column names is that of a text, or of a page."""
        given = {_key(name) for name in names}
        return any(field in {"body", "html"} and name in given for field, name in self._order)

    def record(self, stream: Stream, where: str, encoding: str | None, value: object) -> Record | InputError:
        """Return the record that an object or a row holds."""
        if not isinstance(value, dict):
            return stream.error("not a JSON object", where, "each record is an object with its text in a field")
        given = {_key(name): content for name, content in value.items()}
        found: dict[str, str] = {}
        taken: set[str] = set()
        for field, name in self._order:
            if field in found:
                continue
            content = given.get(name)
            if content is None and "." in name:
                content = _inside(given, name)
            if content is None or isinstance(content, dict | list) or _is_missing(content):
                continue
            found[field] = plain(content)
            taken.add(name.partition(".")[0])
        title = found.get("title", "").strip()
        body = found.get("body", "")
        html = found.get("html")
        if not body.strip() and not title and html is None:
            return stream.error("no text", where, _NO_TEXT)
        if is_markup(body):
            html, body = body, ""
        page = None if html is None or body.strip() else html
        return Record(
            body=body,
            title=title or None,
            date=_filled(found, "date"),
            publisher=_filled(found, "publisher"),
            url=_filled(found, "url") or stream.about.url,
            doc=_filled(found, "doc"),
            metadata={
                str(name): plain(content)
                for name, content in value.items()
                if _key(name) not in taken and content is not None and content != "" and not _is_missing(content)
            },
            origin=stream.origin(where),
            encoding=encoding,
            html=None if page is None else page.encode("utf-8", "surrogatepass"),
            charset=None if page is None else "utf-8",
            captured=stream.about.captured,
        )


def plain(content: object) -> str:
    """Return a value as text: a string as it is, a day or an instant in ISO 8601, the rest as JSON."""
    if isinstance(content, str):
        return content
    if isinstance(content, dt.date):
        return content.isoformat()
    if isinstance(content, float) and content.is_integer():
        return str(int(content))
    if isinstance(content, bytes):
        return content.decode("utf-8", errors="replace")
    try:
        return msgspec.json.encode(content).decode("utf-8")
    except (TypeError, ValueError):
        return str(content)


def _key(name: object) -> str:
    return str(name).strip().casefold()


def _inside(given: Mapping[str, Any], path: str) -> object:
    """Return what stands at a path of names, None for nothing."""
    content: object = given
    for name in path.split("."):
        if not isinstance(content, dict):
            return None
        content = {_key(key): inner for key, inner in content.items()}.get(name)
    return content


def _filled(found: dict[str, str], field: str) -> str | None:
    return found.get(field, "").strip() or None


def _is_missing(content: object) -> bool:
    """Tell a float that stands for no value, as tables have it where a cell is empty."""
    return isinstance(content, float) and math.isnan(content)
