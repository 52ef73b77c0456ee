"""Sections: the articles that a page's text carries, dated and attributed, and the furniture around and inside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tawatur.intake.articles import articles
from tawatur.intake.dating import Day, judge, printed_days
from tawatur.intake.languages import language
from tawatur.intake.layout import lay_out
from tawatur.intake.marks import NO_MARKS, Mark
from tawatur.intake.pieces import Piece, pieces
from tawatur.intake.publishers import publisher_of
from tawatur.intake.signatures import Names
from tawatur.model import ARTICLE_KINDS, Part, Section
from tawatur.packs import Knowledge


class Given(NamedTuple):
    """What is known of a text beside its words: headline, publisher, URL, the days that record, URL and page give.

    `site` is the publisher that a web page declares, `language` the language, `marks` what its elements tell of its
    lines, by offset. `captured` is the instant of its capture, `latest` a day after which it can't have appeared.
    """

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    days: Sequence[Day] = ()
    site: str | None = None
    language: str | None = None
    marks: Mapping[int, Mark] = NO_MARKS
    captured: str | None = None
    latest: str | None = None


class Divided(NamedTuple):
    """The sections of a text, its furniture, and for each section the days that were found for it, the chosen first."""

    sections: tuple[Section, ...]
    furniture: tuple[Part, ...]
    days: tuple[tuple[Day, ...], ...]


def divide(raw: str, given: Given, knowledge: Knowledge) -> Divided:
    """Return the sections of a raw text, and its furniture.

    The parts of both lie in order, never overlap, and between them hold every character that is no space. A
    stitched section takes nothing from `given` but when and how the page was captured.
    """
    names = Names(knowledge, given.publisher)
    sections: list[Section] = []
    furniture: list[Part] = []
    days: list[tuple[Day, ...]] = []
    for number, found in enumerate(articles(pieces(raw, names, given.marks), names)):
        main = number == 0
        article = lay_out(raw, found, names, given.title if main else None)
        parts, others = _parts(article)
        furniture += others
        if not parts and number:
            continue
        judged = judge([*printed_days(article, given.captured), *(given.days if main else ())], given.latest)
        chosen = next((day for day in judged if day.chosen), None)
        publisher, publisher_from = publisher_of(
            article,
            names,
            knowledge,
            record=given.publisher if main else None,
            url=given.url if main else None,
            site=given.site if main else None,
        )
        days.append(tuple(judged))
        sections.append(
            Section(
                number=len(sections),
                title=next((raw[part.start : part.end] for part in parts if part.kind == "title"), None),
                date=None if chosen is None else chosen.day,
                date_from=None if chosen is None else chosen.source,
                publisher=publisher,
                publisher_from=publisher_from,
                language=language((raw[part.start : part.end] for part in parts), given.language),
                parts=tuple(parts),
            )
        )
    return Divided(tuple(sections), tuple(furniture), tuple(days))


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
