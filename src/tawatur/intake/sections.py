"""Sections: the articles that a page's text carries, and the furniture around and inside them."""

from __future__ import annotations

from tawatur.model import Part, Section
from tawatur.packs import Knowledge


def divide(
    text: str,
    *,
    title: str | None,
    date: tuple[str | None, str],
    publisher: str | None,
    url: str | None,
    knowledge: Knowledge,
) -> tuple[tuple[Section, ...], tuple[Part, ...]]:
    """Return the sections of a document's raw text, and its furniture."""
    _ = url, knowledge
    parts: list[Part] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            parts.append(Part(start, at + len(line.rstrip()), "title" if title and not parts else "body"))
        at += len(line) + 1
    day, day_from = date
    section = Section(
        title=title,
        date=day,
        date_from=day_from if day else None,
        publisher=publisher,
        publisher_from="record" if publisher else None,
        parts=tuple(parts),
    )
    return (section,), ()
