"""Columns: which lines of a page are its articles' and what surrounds them there, and which are the site's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple, cast

from tawatur.intake.pages.body import Body
from tawatur.intake.pages.outline import Block, Node, Outline
from tawatur.model import PartKind

#: How many words a line has that reads as running text.
_PROSE = 10
#: The share of an article's words that its column holds, the rest being what was taken for it elsewhere.
_SHARE = 0.85
#: How many words a part may have, by its kind; an element that holds more is named after something else in it.
_MOST_WORDS = {
    "date": 30, "byline": 70, "label": 10, "caption": 90, "title": 45, "standfirst": 130, "dateline": 12, "credit": 25,
    "navigation": 60, "share": 60, "tags": 120, "other": 80, "form": 400,
}  # fmt: skip
#: Kinds that hold for all that stands inside, whatever it is named.
_OUTER = frozenset(
    {"frame", "notice", "hidden", "links", "comment", "advertisement", "form", "share", "tags", "navigation"}
)
#: What is not of the column, wherever it stands.
_OUT = frozenset({"frame", "notice", "hidden"})
#: Kinds that hold however much text stands inside.
_ALWAYS = frozenset({"comment", "notice"})
#: What holds so many times the text that stands elsewhere is the text, whatever its class says.
_MOSTLY = 3
_MOST_LINKS = 15
_FOREIGN_PROSE = 25
_STITCHED_WORDS = 40
_NEAR = 12
_TEASER_LINES = 5
_TEASER_WORDS = 90


class Placed(NamedTuple):
    """A line of the column: what its elements say that it is (None: nothing), and whether another article begins."""

    block: Block
    kind: PartKind | None
    opens: bool


class Column(NamedTuple):
    """The lines of a page that belong to its articles, in order, and how many words were left out as the site's own."""

    lines: list[Placed]
    left_out: int


def column(outline: Outline, body: Body, title: int | None) -> Column:
    """Return the column of a page. `title` is the number of the line that is its headline."""
    return _Columns(outline, body, title).column()


class _Columns:
    """One page's lines, with what each weighs as an article's text."""

    def __init__(self, outline: Outline, body: Body, title: int | None) -> None:
        self._blocks = outline.blocks
        self._nodes = outline.nodes
        self._root = outline.root
        self._title = title
        prose = [block.words if _is_prose(block) else 0 for block in self._blocks]
        self._words = _sums([block.words for block in self._blocks])
        self._kinds = self._told(_sums(prose))
        self._kinds.update(self._teasers())
        self._resolved = [self._resolve(block) for block in self._blocks]
        prose = [0 if self._resolved[at] in _OUTER else words for at, words in enumerate(prose)]
        texts = self._in_texts(prose)
        weights = [words if words and self._blocks[at].text in body else 0 for at, words in enumerate(prose)]
        if 2 * sum(weights) < sum(texts):
            weights = texts
        self._weights = _sums(weights if any(weights) else prose)

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
        lines = [
            Placed(block, self._kind_of(at), at in opening)
            for at, block in enumerate(self._blocks)
            if inside[at] and self._resolved[at] not in _OUT
        ]
        return Column(lines, self._words[-1] - sum(placed.block.words for placed in lines))

    def _kind_of(self, at: int) -> PartKind | None:
        if at == self._title:
            return "title"
        kind = self._resolved[at]
        block = self._blocks[at]
        if kind == "title":
            return None  # another article's, or a list's
        if kind is None and not block.level and block.words <= 2 * _PROSE:
            mostly = block.linked * 2 > len(block.text) and not block.flows
            return "links" if block.is_link or mostly else None
        return cast("PartKind | None", kind)

    def _in_texts(self, prose: Sequence[int]) -> list[int]:
        """Return the weight of what stands in elements that say that they hold an article's text."""
        return [
            words if words and any(node.told.holder == "text" for node in self._blocks[at].node.line()) else 0
            for at, words in enumerate(prose)
        ]

    def _told(self, prose: Sequence[int]) -> dict[int, str]:
        """Return by its identity what each node says of its lines, unless it holds the headline, or too much.

        `prose` are sums of the words that run. What is named after furniture and holds nearly all of them is none.
        """
        found = {id(node): kind for node in self._nodes if (kind := self._kind(node)) is not None}
        inside = [0] * (len(self._blocks) + 1)
        for node in self._nodes:
            if found.get(id(node)) in _OUTER:
                inside[node.start] += 1
                inside[node.end] -= 1
        free = sum(prose[at + 1] - prose[at] for at, depth in enumerate(accumulate(inside[:-1])) if not depth)
        for node in self._nodes:
            kind = found.get(id(node))
            if kind in _OUTER - _ALWAYS and prose[node.end] - prose[node.start] > _MOSTLY * free:
                del found[id(node)]
        return found

    def _kind(self, node: Node) -> str | None:
        kind = node.told.kind
        if kind is None or node.end == node.start:
            return None
        if self._title is not None and node.start <= self._title < node.end and kind != "title":
            return None
        return kind if self._words[node.end] - self._words[node.start] <= _MOST_WORDS.get(kind, 1 << 30) else None

    def _teasers(self) -> dict[int, str]:
        """Return the nodes that are items of a list of articles: a headline that leads elsewhere, a few words."""
        items: dict[int, list[Node]] = {}
        for node in self._nodes:
            if not 1 < node.end - node.start <= _TEASER_LINES or node.parent is None:
                continue
            lines = self._blocks[node.start : node.end]
            if self._title is not None and node.start <= self._title < node.end:
                continue
            linked = any(block.is_link and block.words > 2 for block in lines)
            if linked and self._words[node.end] - self._words[node.start] <= _TEASER_WORDS:
                items.setdefault(id(node.parent), []).append(node)
        return {id(node): "links" for found in items.values() if len(found) > 1 for node in found}

    def _resolve(self, block: Block) -> str | None:
        """Return what the elements around a line say that it is: the outermost that holds for all, else the nearest."""
        nearest = outer = None
        for node in block.node.line():
            kind = self._kinds.get(id(node))
            if kind is not None:
                nearest = nearest or kind
                outer = kind if kind in _OUTER else outer
        return outer or nearest

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
        """Tell whether what stands in `[start, end)` beside a node is no text of others, and no list of links."""
        prose = links = 0
        for at in (*range(start, min(end, inner.start)), *range(max(start, inner.end), end)):
            block = self._blocks[at]
            if self._resolved[at] not in _OUTER and at != self._title:
                prose += block.words if _is_prose(block) else 0
                links += block.is_link
        return prose < _FOREIGN_PROSE and links < _MOST_LINKS

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
            opening.add(next(at for at in range(node.start, node.end) if self._resolved[at] not in _OUTER))
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
        return 0 < self._blocks[at].level <= 3 and self._resolved[at] not in _OUTER

    def _runs(self, start: int, end: int) -> bool:
        """Tell whether an article's text stands in `[start, end)`, not a teaser."""
        words = [
            self._blocks[at].words
            for at in range(start, end)
            if _is_prose(self._blocks[at]) and self._resolved[at] not in _OUTER
        ]
        return len(words) >= 2 and sum(words) >= _STITCHED_WORDS


def _is_prose(block: Block) -> bool:
    return block.words >= _PROSE and not block.is_link and not block.level


def _sums(values: Sequence[int]) -> list[int]:
    return list(accumulate(values, initial=0))
