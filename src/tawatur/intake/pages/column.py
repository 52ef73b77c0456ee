"""Columns: which lines of a page are its articles' and what surrounds them there, and which are the site's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from tawatur.intake.pages.body import Body
from tawatur.intake.pages.declared import Declared
from tawatur.intake.pages.forums import answers
from tawatur.intake.pages.furniture import OUTER, PROSE, Furniture, is_prose, sums
from tawatur.intake.pages.headline import key, site_names
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
#: How many running words, and what share of the page's, lie beside the headline in an article's element, at least.
_CERTAIN_WORDS = 25
_LEAST_SHARE = 0.4
#: The share of running text in what an element holds, furniture aside, that makes it the text's own.
_MOSTLY_TEXT = 0.6
_NEAR = 12


class Placed(NamedTuple):
    """A line of the column: what its elements say that it is (None: nothing), and whether another article begins.

    `at` is its number on the page.
    """

    block: Block
    kind: PartKind | None
    opens: bool
    at: int


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
        self._sites = site_names(found)
        self._kinds = Furniture(outline, title).kinds
        first = next((at for at, block in enumerate(self._blocks) if is_prose(block) and self._free(at)), None)
        for at, kind in answers(outline, found, first).items():
            self._kinds[at] = kind
        prose = [block.words if is_prose(block) and self._free(at) else 0 for at, block in enumerate(self._blocks)]
        self._own = self._article(prose)
        self._weights = sums(self._told_by_elements(prose) or self._told_by(body, prose))

    def _told_by_elements(self, prose: list[int]) -> list[int] | None:
        """Return each line's weight as the article's text where the page's elements leave no doubt, else None.

        They leave none where they name what holds it, or where one of them holds running text and hardly else.
        """
        texts = self._in_texts(prose)
        if any(texts) and 2 * sum(texts) >= sum(prose):
            return texts
        self._weights = sums(prose)
        own = self._own
        if own is not None and sum(prose[own.start : own.end]) >= max(_CERTAIN_WORDS, _LEAST_SHARE * sum(prose)):
            return [words if own.start <= at < own.end else 0 for at, words in enumerate(prose)]
        node = self._deepest()
        around = sum(self._blocks[at].words for at in range(node.start, node.end) if self._free(at))
        return prose if sum(prose[node.start : node.end]) >= _MOSTLY_TEXT * around else None

    def _told_by(self, body: Body, prose: list[int]) -> list[int]:
        """Return each line's weight by what trafilatura takes for the article's text, if that is any of it."""
        weights = [words if words and self._blocks[at].text in body else 0 for at, words in enumerate(prose)]
        return weights if any(weights) else prose

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
            placed = Placed(block, self._kind_of(at), at in opening, at)
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
        if kind is None and block.words < PROSE and key(block.text) in self._sites:
            return "label"
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
        """Return the node around the text that holds what belongs to it, too: headline, date, credit, tags.

        Once the headline is in it, only what says that it holds an article is larger.
        """
        found = node
        for outer in node.line():
            wanting = self._title is None or not found.start <= self._title < found.end
            titled = self._title is not None and outer.start <= self._title < outer.end
            if not (wanting and titled and outer.told.holder == "article"):
                if not wanting and outer.told.holder is None and (outer.start, outer.end) != (found.start, found.end):
                    break
                if not self._only_text(outer.start, outer.end, found):
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
        own = self._own
        if own is None:
            return opening
        last = own.end
        for node in self._nodes:
            if node.start < last or node.end <= node.start or not (node.told.holder == "article" or _alike(node, own)):
                continue
            heading = next((at for at in range(node.start, min(node.end, node.start + _NEAR)) if self._heads(at)), None)
            if heading is None or not self._runs(heading + 1, node.end):
                continue
            inside[node.start : node.end] = [True] * (node.end - node.start)
            opening.add(next(at for at in range(node.start, node.end) if self._kinds[at] not in OUTER))
            last = node.end
        return opening

    def _article(self, prose: Sequence[int]) -> Node | None:
        """Return the element of the main article: one that says so, else the innermost with headline and text."""
        if self._title is None:
            return None
        around = [node for node in self._blocks[self._title].node.line() if sum(prose[node.start : node.end])]
        said = next((node for node in around if node.told.holder == "article"), None)
        return said or next((node for node in around if sum(prose[node.start : node.end]) >= _CERTAIN_WORDS), None)

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


def _alike(node: Node, other: Node) -> bool:
    """Tell whether two elements lie side by side and are named alike, as one article and the next."""
    return node.parent is other.parent and node.tag == other.tag and node.classes == other.classes is not None
