"""A page: what is made of the bytes of an HTML page before its text is divided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from tawatur.intake.marks import Mark
from tawatur.intake.pages.body import Body
from tawatur.intake.pages.column import Column, Placed, column
from tawatur.intake.pages.declared import Declared, declared
from tawatur.intake.pages.headline import alike, headline, key, title_of
from tawatur.intake.pages.markup import DEEPEST, flattened, mend, parse, spells
from tawatur.intake.pages.outline import Outline
from tawatur.model import InputError

#: Among how many first lines a headline is looked for that the page declares and no element names.
_HEAD = 20
_LINE = 120
#: What a line above the headline may be that states the article's day.
_ABOVE = frozenset({None, "date", "byline", "dateline", "title", "label"})
_DIGIT = re.compile(r"\d")


class Apart(NamedTuple):
    """A line outside the articles' column that may hold a day, the machine's form of its time, whether it is above."""

    words: str
    stamp: str | None = None
    above: bool = False


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """An HTML page as text: `text` is the raw text on which offsets count, a line for each line that the page prints.

    `marks` says, by the offset at which a line begins, what the page's elements tell of it. `title` is the headline
    where no line is one, and the page declares it. `left_out` is the number of words of menus, sidebars, footers;
    `apart` are those of their lines that may hold a day, from the last to the first.
    """

    text: str
    marks: dict[int, Mark]
    title: str | None = None
    declared: Declared
    encoding: str
    repairs: tuple[str, ...] = ()
    left_out: int = 0
    apart: tuple[Apart, ...] = ()


def read_page(data: bytes, *, charset: str | None = None) -> Page:
    """Return what an HTML page holds; `charset` is the one that HTTP headers name.

    Raises InputError where the page holds no text. Cost is linear in the page's size.
    """
    markup = parse(data, charset)
    outline = Outline(markup.root)
    if outline.depth > DEEPEST:
        markup = flattened(markup)
        outline = Outline(markup.root)
    if not outline.blocks:
        raise InputError("a page without text", remedy="nothing to read in it; was it made by a script?")
    known = declared(markup.root)
    repairs = list(markup.repairs)
    spelt = spells(markup.text)
    for block in outline.blocks:
        mended, more = mend(block.text, spelt=spelt)
        if more:
            block.text = " ".join(mended.split())
            repairs += more
    title = headline(outline.blocks, known)
    found = column(outline, known, Body(markup.root, len(outline.nodes)), title)
    text, marks = _printed(found.lines)
    declared_title = title_of(known) if title is None else None
    if declared_title is not None and any(alike(key(declared_title), key(line)) for line in text.split("\n")[:_HEAD]):
        declared_title = None
    return Page(
        text=text,
        marks=marks,
        title=declared_title,
        declared=known,
        encoding=markup.encoding,
        repairs=tuple(dict.fromkeys(repairs)),
        apart=tuple(_apart(found, title)),
        left_out=sum(placed.block.words for placed in found.left_out),
    )


def _apart(found: Column, title: int | None) -> Iterator[Apart]:
    """Yield the lines outside the articles that may hold a day; of those that lead elsewhere, a time's own alone."""
    for placed in reversed(found.left_out):
        if placed.kind not in ("links", "comment") and _DIGIT.search(placed.block.text, 0, _LINE):
            above = title is not None and placed.at < title and placed.kind in _ABOVE
            yield Apart(placed.block.text, placed.block.stamp, above)
    for placed in (*found.left_out, *found.lines):
        if placed.kind == "links" and placed.block.stamp is not None:
            yield Apart(placed.block.text, placed.block.stamp)


def _printed(lines: list[Placed]) -> tuple[str, dict[int, Mark]]:
    """Return the raw text of a page's lines, and their marks by offset."""
    marks: dict[int, Mark] = {}
    at = 0
    lines = [placed for placed in lines if placed.block.text]
    for block, kind, opens, _ in lines:
        marks[at] = Mark(
            kind=kind, level=block.level, flows=block.flows and not block.is_link, opens=opens, stamp=block.stamp
        )
        at += len(block.text) + 1
    return "\n".join(placed.block.text for placed in lines), marks
