"""Sections: the articles that a page's text carries, dated and attributed, and the furniture around and inside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.intake.articles import articles
from tawatur.intake.languages import language
from tawatur.intake.layout import lay_out
from tawatur.intake.pieces import Piece, pieces
from tawatur.intake.publishers import publisher_of
from tawatur.intake.signatures import Names
from tawatur.model import ARTICLE_KINDS, Part, Section
from tawatur.packs import Knowledge


class Given(NamedTuple):
    """What the record gives its main article: headline, day and where that comes from, publisher, URL."""

    title: str | None = None
    date: str | None = None
    date_from: str | None = None
    publisher: str | None = None
    url: str | None = None


_NOTHING = Given()


def divide(raw: str, given: Given, knowledge: Knowledge) -> tuple[tuple[Section, ...], tuple[Part, ...]]:
    """Return the sections of a raw text, and its furniture.

    The parts of both lie in order, never overlap, and between them hold every character that is no space. A
    stitched section takes nothing from `given`.
    """
    names = Names(knowledge, given.publisher)
    sections: list[Section] = []
    furniture: list[Part] = []
    for number, found in enumerate(articles(pieces(raw, names), names)):
        own = given if number == 0 else _NOTHING
        article = lay_out(raw, found, names, own.title)
        parts, others = _parts(article)
        furniture += others
        if not parts and number:
            continue
        date, date_from = _dated(article, own)
        publisher, publisher_from = publisher_of(article, names, knowledge, record=own.publisher, url=own.url)
        sections.append(
            Section(
                number=len(sections),
                title=next((raw[part.start : part.end] for part in parts if part.kind == "title"), None),
                date=date,
                date_from=date_from,
                publisher=publisher,
                publisher_from=publisher_from,
                language=language(raw[part.start : part.end] for part in parts),
                parts=tuple(parts),
            )
        )
    return tuple(sections), tuple(furniture)


def _parts(article: Sequence[Piece]) -> tuple[list[Part], list[Part]]:
    """Return the article's parts and its furniture; body that nothing interrupts is one part."""
    parts: list[Part] = []
    furniture: list[Part] = []
    before = None
    for piece in article:
        kind = piece.kind or "body"
        part = Part(piece.line.start, piece.line.end, kind)
        if kind not in ARTICLE_KINDS:
            furniture.append(part)
        elif kind == before == "body":
            parts[-1] = Part(parts[-1].start, part.end, kind)
        else:
            parts.append(part)
        before = kind
    return parts, furniture


def _dated(article: Sequence[Piece], given: Given) -> tuple[str | None, str | None]:
    """Return the day of an article and what gives it: the page's text (publication before update), else the record."""
    stated = sorted(
        (piece.role == "update", at, piece.stated.day) for at, piece in enumerate(article) if piece.stated is not None
    )
    if stated:
        return stated[0][2], "text"
    return given.date, given.date_from if given.date else None
