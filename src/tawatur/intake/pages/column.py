"""Columns: which lines of a page are its articles' and what surrounds them there, and which are the site's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from tawatur.intake.pages.body import Body
from tawatur.intake.pages.declared import Declared
from tawatur.intake.pages.forums import answers
from tawatur.intake.pages.furniture import OUTER, PROSE, Furniture, is_prose, sums
from tawatur.intake.pages.outline import Block, Node, Outline
from tawatur.model import PartKind

#: The share of an article's words that its column holds, the rest being what was taken for it elsewhere.
_SHARE = 0.85
#: What is not of the column, wherever it stands.
_OUT = frozenset({"frame", "notice", "hidden"})
#: How many words, lines and links beside the text may belong to it, where no element says so.
_MOST_WORDS = 25
_MOST_LINES = 6
_MOST_LINKS = 15
_STITCHED_WORDS = 40
_NEAR = 12


class Placed(NamedTuple):
    """A line of the column: what its elements say that it is (None: nothing), and whether another article begins."""

    block: Block
    kind: PartKind | None
    opens: bool


class Column(NamedTuple):
    """The lines of a page that belong to its articles, in order, and those left out as the site's own."""

    lines: list[Placed]
    left_out: list[Placed]


def column(outline: Outline, found: Declared, body: Body, title: int | None) -> Column:
    """Return the column of a page. `title` is the number of the line that is its headline."""
    return _Columns(outline, found, body, title).column()


class _Columns:
    """One page's lines, with what each weighs as an article's text."""

    def __init__(self, outline: Outline, found: Declared, body: Body, title: int | None) -> None:
        self._blocks = outline.blocks
        self._nodes = outline.nodes
        self._root = outline.root
        self._title = title
        self._kinds = Furniture(outline, title).kinds
        first = next((at for at, block in enumerate(self._blocks) if is_prose(block) and self._free(at)), None)
        for at, kind in answers(outline, found, first).items():
            self._kinds[at] = kind
        prose = [block.words if is_prose(block) and self._free(at) else 0 for at, block in enumerate(self._blocks)]
        texts = self._in_texts(prose)
        weights = [words if words and self._blocks[at].text in body else 0 for at, words in enumerate(prose)]
        if 2 * sum(weights) < sum(texts):
            weights = texts
        self._weights = sums(weights if any(weights) else prose)

    def _free(self, at: int) -> bool:
        return self._kinds[at] not in OUTER

    def column(self) -> Column:
        """Return the lines of the column."""
        inside = [False] * len(self._blocks)
        main = self._climb(self._deepest())
        inside[main.start : main.end] = [True] * (main.end - main.start)
        if self._title is not None and self._title < main.start:
            # The headline stands in an element of its own, and its date and byline between it and the text.
            near = self._only_text(self._title, main.start, main)
            end = main.start if near else self._blocks[self._title].node.end
            inside[self._title : end] = [True] * (end - self._title)
        opening = self._stitched(inside)
        column = Column([], [])
        for at, block in enumerate(self._blocks):
            placed = Placed(block, self._kind_of(at), at in opening)
            kept = inside[at] and self._kinds[at] not in _OUT
            (column.lines if kept else column.left_out).append(placed)
        return column

    def _kind_of(self, at: int) -> PartKind | None:
        if at == self._title:
            return "title"
        kind = self._kinds[at]
        block = self._blocks[at]
        if kind == "title":
            return None  # another article's, or a list's
        if kind is None and not block.level and block.words <= 2 * PROSE:
            mostly = block.linked * 2 > len(block.text) and not block.flows
            return "links" if block.is_link or mostly else None
        return cast("PartKind | None", kind)

    def _in_texts(self, prose: Sequence[int]) -> list[int]:
        """Return the weight of what stands in elements that say that they hold an article's text."""
        return [
            words if words and any(node.told.holder == "text" for node in self._blocks[at].node.line()) else 0
            for at, words in enumerate(prose)
        ]

    def _deepest(self) -> Node:
        """Return the innermost node that holds nearly all of the text."""
        total = self._weights[-1]
        found = self._root
        for node in self._nodes:
            inside = found.start <= node.start and node.end <= found.end
            if inside and total and self._weights[node.end] - self._weights[node.start] >= _SHARE * total:
                found = node
        return found

    def _climb(self, node: Node) -> Node:
        """Return the node around the text that holds what belongs to it, too: headline, date, credit, tags."""
        found = node
        for outer in node.line():
            wanting = self._title is not None and not found.start <= self._title < found.end
            holds = wanting and outer.told.holder == "article" and outer.start <= cast("int", self._title) < outer.end
            if not holds and not self._only_text(outer.start, outer.end, found):
                break
            found = outer
        return found

    def _only_text(self, start: int, end: int, inner: Node) -> bool:
        """Tell whether what stands in `[start, end)` beside a node may belong to it: few words, no list of links."""
        words = lines = links = 0
        for at in (*range(start, min(end, inner.start)), *range(max(start, inner.end), end)):
            block = self._blocks[at]
            links += block.is_link
            if self._free(at) and at != self._title and not block.is_link:
                words += block.words
                lines += 1
        return words <= _MOST_WORDS and lines <= _MOST_LINES and links < _MOST_LINKS

    def _stitched(self, inside: list[bool]) -> set[int]:
        """Return the lines at which other articles begin, each in an element of its own; they are let in."""
        opening: set[int] = set()
        own = self._own_article()
        if own is None:
            return opening
        last = own.end
        for node in self._nodes:
            if node.told.holder != "article" or node.start < last or node.end <= node.start:
                continue
            heading = next((at for at in range(node.start, min(node.end, node.start + _NEAR)) if self._heads(at)), None)
            if heading is None or not self._runs(heading + 1, node.end):
                continue
            inside[node.start : node.end] = [True] * (node.end - node.start)
            opening.add(next(at for at in range(node.start, node.end) if self._kinds[at] not in OUTER))
            last = node.end
        return opening

    def _own_article(self) -> Node | None:
        """Return the element that says that it holds the main article, headline included."""
        if self._title is None:
            return None
        return next(
            (
                node
                for node in self._blocks[self._title].node.line()
                if node.told.holder == "article" and self._holds_text(node)
            ),
            None,
        )

    def _holds_text(self, node: Node) -> bool:
        return self._weights[node.end] > self._weights[node.start]

    def _heads(self, at: int) -> bool:
        return 0 < self._blocks[at].level <= 3 and self._kinds[at] not in OUTER

    def _runs(self, start: int, end: int) -> bool:
        """Tell whether an article's text stands in `[start, end)`, not a teaser."""
        words = [
            self._blocks[at].words
            for at in range(start, end)
            if is_prose(self._blocks[at]) and self._kinds[at] not in OUTER
        ]
        return len(words) >= 2 and sum(words) >= _STITCHED_WORDS
