"""Furniture: which elements of a page hold no article, by what they are named and by how their lines lie together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tawatur.intake.labels import label_of
from tawatur.intake.lines import Line
from tawatur.intake.pages.outline import Block, Node, Outline

#: How many words a line has that reads as running text.
PROSE = 10
#: Kinds that hold for all that stands inside, whatever it is named.
OUTER = frozenset({
    "frame", "notice", "hidden", "links", "comment", "advertisement", "form", "share", "tags", "navigation",
})  # fmt: skip
#: Kinds that hold however much text stands inside.
_ALWAYS = frozenset({"comment", "notice"})
#: What holds so many times the text that stands elsewhere is the text, whatever its class says.
_MOSTLY = 3
#: How many words a part may have, by its kind; an element that holds more is named after something else in it.
_MOST_WORDS = {
    "date": 30, "byline": 70, "label": 10, "caption": 90, "title": 45, "standfirst": 130, "dateline": 12, "credit": 25,
    "navigation": 60, "share": 60, "tags": 120, "other": 80, "form": 400,
}  # fmt: skip
_LISTS = frozenset({"ul", "ol", "section", "aside"})
_HEADING_WORDS = 6
_TEASER_LINES = 5
_TEASER_WORDS = 90
_ASIDE_WORDS = 25
_ASIDE_LINES = 5
#: How many words an offer to subscribe may have, that some line of it and a button tell.
_OFFER_WORDS = 120


def is_prose(block: Block) -> bool:
    """Tell whether a line reads as running text."""
    return block.words >= PROSE and not block.is_link and not block.level


def sums(values: Sequence[int]) -> list[int]:
    """Return the sums of the first 0, 1, 2 … values."""
    return list(accumulate(values, initial=0))


class Furniture:
    """What each line of a page is by the elements around it: `kinds`, None where they tell nothing.

    `title` is the number of the line that is the headline.
    """

    def __init__(self, outline: Outline, title: int | None) -> None:
        self._blocks = outline.blocks
        self._nodes = [node for node in outline.nodes if node.end > node.start]
        self._title = title
        self._words = sums([block.words for block in self._blocks])
        self._prose = sums([block.words if is_prose(block) else 0 for block in self._blocks])
        self._long_links = sums([block.words if is_prose(block) and _leads(block) else 0 for block in self._blocks])
        self._leading = sums([int(_leads(block)) for block in self._blocks])
        self._begin = 0 if title is None else title
        self._text = next(
            (at for at in range(self._begin, len(self._blocks)) if is_prose(self._blocks[at])), len(self._blocks)
        )
        self._told = self._named()
        for name, kind in self._lists().items():
            self._told.setdefault(name, kind)
        self.kinds = [self._resolve(block) for block in self._blocks]

    def _named(self) -> dict[int, str]:
        """Return by its identity what each node says of its lines, unless it holds the headline, or too much."""
        found = {id(node): kind for node in self._nodes if (kind := self._name(node)) is not None}
        depths = [0] * (len(self._blocks) + 1)
        for node in self._nodes:
            if found.get(id(node)) in OUTER:
                depths[node.start] += 1
                depths[node.end] -= 1
        free = sum(
            self._prose[at + 1] - self._prose[at] for at, depth in enumerate(accumulate(depths[:-1])) if not depth
        )
        for node in self._nodes:
            if found.get(id(node)) in OUTER - _ALWAYS and self._running(node) > _MOSTLY * free:
                del found[id(node)]
        return found

    def _name(self, node: Node) -> str | None:
        kind = node.told.kind
        if kind is None or (self._titled(node) and kind != "title"):
            return None
        if self._count(node) > _MOST_WORDS.get(kind, 1 << 30):
            return None
        if kind == "frame" and self._begin < node.start < self._text and not self._linked(node):
            return None  # a row of the article's own, between headline and text
        return kind

    def _lists(self) -> dict[int, str]:
        """Return the nodes that are lists of links, items of a list of articles, and small forms."""
        found: dict[int, str] = {}
        items: dict[int, list[Node]] = {}
        for node in self._nodes:
            if self._titled(node):
                continue
            if node.parent is not None and self._is_teaser(node):
                items.setdefault(id(node.parent), []).append(node)
            if node.start > self._text and self._is_list(node) and (kind := self._listed(node)) is not None:
                found[id(node)] = kind
        found.update((id(node), "links") for teasers in items.values() if len(teasers) > 1 for node in teasers)
        found.update((id(node), "form") for node in self._forms() if id(node) not in found)
        return found

    def _forms(self) -> list[Node]:
        """Return the innermost nodes that hold a button and what it is for."""
        found: list[Node] = []
        taken: set[int] = set()
        if not any(block.node.tag == "button" for block in self._blocks):
            return found
        for node in reversed(self._nodes):
            if self._count(node) > _OFFER_WORDS:
                continue
            buttons = {at for at in range(node.start, node.end) if self._blocks[at].node.tag == "button"}
            if buttons - taken and not self._titled(node) and self._is_form(node):
                taken |= buttons
                found.append(node)
        return found

    def _is_teaser(self, node: Node) -> bool:
        """Tell whether a node holds a headline that leads elsewhere and no more than a few words beside it."""
        lines = self._blocks[node.start : node.end]
        if not 1 < len(lines) <= _TEASER_LINES or self._count(node) > _TEASER_WORDS:
            return False
        heading = next((block for block in lines if block.level), lines[0])
        return heading.is_link and heading.words > 2

    def _is_list(self, node: Node) -> bool:
        """Tell whether a node below the article's first words holds links, and beside them only short lines."""
        if self._leading[node.end] == self._leading[node.start]:
            return False
        if self._running(node) > self._long_links[node.end] - self._long_links[node.start]:
            return False
        lines = self._blocks[node.start : node.end]
        links = [block for block in lines if _leads(block)]
        if sum(max(1, block.links) for block in links) + len(lines) < 3 or not links:
            return False
        if len(lines) - len(links) == 1 and node.tag not in _LISTS and not lines[0].level:
            return len(links) > 1 and self._short(lines)
        return self._short(lines)

    @staticmethod
    def _short(lines: Sequence[Block]) -> bool:
        """Tell whether what does not lead elsewhere is short: headings, days, counters."""
        rest = [block for block in lines if not _leads(block)]
        words = sum(block.words for block in rest)
        whole = sum(block.words for block in lines)
        return not any(is_prose(block) for block in rest) and (words * 2 <= whole or words <= _HEADING_WORDS)

    def _listed(self, node: Node) -> str | None:
        """Return what the first words of a list say that it lists: `الوسوم`, `شارك`; None for a source, else links."""
        first = self._blocks[node.start].text
        label = label_of(Line(first, 0, len(first)))
        if label is not None and label.kind == "credit":
            return None
        return label.kind if label is not None and label.kind in OUTER else "links"

    def _is_form(self, node: Node) -> bool:
        """Tell whether a node holds a button or a field, and a few words that say what it is for."""
        lines = self._blocks[node.start : node.end]
        if len(lines) < 2:
            return False
        told = sum(block.node.tag != "button" for block in lines)
        if told <= 1 and len(lines) <= _ASIDE_LINES and self._count(node) <= _ASIDE_WORDS and not self._running(node):
            return True
        if self._running(node) * 2 > self._prose[-1]:
            return False
        labels = (label_of(Line(block.text, 0, len(block.text))) for block in lines if block.words <= PROSE)
        return any(label is not None and label.kind == "form" for label in labels)

    def _resolve(self, block: Block) -> str | None:
        """Return what the nodes around a line say that it is: the outermost that holds for all, else the nearest."""
        nearest = outer = None
        for node in block.node.line():
            kind = self._told.get(id(node))
            if kind is not None:
                nearest = nearest or kind
                outer = kind if kind in OUTER else outer
        return outer or nearest

    def _titled(self, node: Node) -> bool:
        return self._title is not None and node.start <= self._title < node.end

    def _count(self, node: Node) -> int:
        return self._words[node.end] - self._words[node.start]

    def _running(self, node: Node) -> int:
        return self._prose[node.end] - self._prose[node.start]

    def _linked(self, node: Node) -> bool:
        return any(block.is_link for block in self._blocks[node.start : node.end])


def _leads(block: Block) -> bool:
    return block.linked * 2 > len(block.text)
