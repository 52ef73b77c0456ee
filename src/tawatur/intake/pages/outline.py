"""Outlines: a page's tree as the lines that it prints, in order, each with the elements that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tawatur.intake.pages.evidence import NOTHING, Evidence, evidence

_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul", "amp-sidebar", "amp-consent", "amp-user-notification", "amp-ad",
    "amp-embed", "amp-social-share", "amp-accordion", "amp-list",
})  # fmt: skip
_SILENT = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "video", "audio",
    "select", "textarea", "input", "map", "head", "datalist", "noframes", "amp-analytics", "amp-iframe", "amp-state",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_PARAGRAPHS = frozenset({"p", "li", "dd", "blockquote"})
#: Inline elements that stand on a line of their own where they tell something that the line around them does not.
_SET_APART = frozenset({
    "date", "byline", "caption", "share", "links", "tags", "label", "advertisement", "form", "other", "hidden", "frame",
    "comment", "navigation", "title", "standfirst", "credit",
})  # fmt: skip
_BOXES = frozenset({"div", "header", "section", "td", "li", "footer", "dd"})
_SMALL = frozenset({"time", "i", "svg", "img", "button"})
#: The most characters that a row of small things may have: author, day, counter.
_LONGEST_ROW = 200
_LAYOUT = ("table", "div", "p", "br", "h1", "h2", "h3", "ul", "form", "img")


def _is_row(element: etree._Element) -> bool:
    """Tell whether an element sets small things beside one another, each named: `<span class=…>`, `<time>`."""
    if len(element) < 2 or (element.text and not element.text.isspace()):
        return False
    length = small = 0
    for child in element:
        if not isinstance(child.tag, str) or child.tag == "br" or (child.tail and any(map(str.isalnum, child.tail))):
            return False
        if child.tag in _BLOCKS:
            continue
        small += 1
        if not child.attrib and child.tag not in _SMALL:
            return False
        length += len("".join(child.itertext())) if length <= _LONGEST_ROW else 0
    return small > 1 and length <= _LONGEST_ROW


class Node:
    """An element that holds the lines `blocks[start:end]` of its outline; `told` is what it says.

    `name` is its id, `classes` are its classes.
    """

    __slots__ = ("classes", "end", "name", "parent", "start", "tag", "told")

    def __init__(
        self,
        tag: str,
        parent: Node | None,
        told: Evidence,
        start: int,
        *,
        name: str | None = None,
        classes: str | None = None,
    ) -> None:
        self.tag = tag
        self.name = name
        self.classes = classes
        self.parent = parent
        self.told = told
        self.start = start
        self.end = start

    def line(self) -> Iterator[Node]:
        """Yield the node and those around it, from the innermost."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent


class Block:
    """A line that the page prints, `text` without outer space, in the node `node`.

    `level` is 1 to 6 in a heading, else 0; `linked` how many of its characters lead elsewhere, by `links` links;
    `flows` tells whether it stands in a paragraph or an item of a list; `stamp` is the `datetime` of a `<time>` in it.
    """

    __slots__ = ("flows", "level", "linked", "links", "node", "stamp", "text")

    def __init__(
        self, text: str, node: Node, *, level: int, linked: int, links: int, flows: bool, stamp: str | None
    ) -> None:
        self.text = text
        self.node = node
        self.level = level
        self.linked = linked
        self.links = links
        self.flows = flows
        self.stamp = stamp

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it leads elsewhere."""
        return self.linked * 5 > len(self.text) * 4

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.text.count(" ") + 1


class Outline:
    """The lines of a page, and every element that holds some of them, in the order in which they begin.

    `depth` is how deep its elements lie in one another.
    """

    def __init__(self, root: etree._Element) -> None:
        self.blocks: list[Block] = []
        self.root = Node("html", None, NOTHING, 0)
        self.nodes: list[Node] = [self.root]
        self.depth = 0
        self._node = self.root
        self._buffer: list[str] = []
        self._linked = 0
        self._anchors = 0
        self._level = 0
        self._flowing = 0
        self._links = 0
        self._opened: list[etree._Element] = []
        self._data: set[etree._Element] = set()
        self._rows: set[etree._Element] = set()
        self._plain = 0
        self._after_link = False
        self._stamp: str | None = None
        self._read(root)
        self._flush()
        self.root.end = len(self.blocks)

    def _read(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        depth = 0
        for event, element in walk:
            tag = element.tag
            if event == "start":
                depth += 1
                self.depth = max(self.depth, depth)
                if not isinstance(tag, str) or tag in _SILENT:
                    walk.skip_subtree()  # its end is seen all the same
                    continue
                self._begin(element, tag)
                if element.text:
                    self._print(element.text)
                continue
            depth -= 1
            if isinstance(tag, str) and tag not in _SILENT:
                self._finish(element, tag)
            if element.tail and element is not root:
                self._print(element.tail)

    def _begin(self, element: etree._Element, tag: str) -> None:
        if tag == "br":
            self._buffer.append(" ") if self._level else self._flush()
            return
        told = evidence(element, tag)
        if tag == "table" and next(element.iter(*_LAYOUT[1:]), None) is None:
            self._data.add(element)
        if tag in _CELLS and self._data and any(table in self._data for table in element.iterancestors("table")):
            self._buffer.append(" ")
            return
        block = tag in _BLOCKS or element in self._rows or ("-" in tag and not self._flowing)
        if not block and told.kind in _SET_APART and self._node.told.kind != told.kind and self._apart():
            block = True
        if tag == "a":
            self._links += 1
            self._anchors += 1
            if self._after_link:
                self._buffer.append(" ")  # two links on end are two words, whatever stands between them on the screen
        if tag == "time" and self._stamp is None:
            self._stamp = element.get("datetime")
        if not block:
            return
        self._flush()
        if tag == "time":
            self._stamp = element.get("datetime")
        if tag in _BOXES and _is_row(element):
            self._rows.update(element)
        self._node = Node(tag, self._node, told, len(self.blocks), name=element.get("id"), classes=element.get("class"))
        self.nodes.append(self._node)
        self._opened.append(element)
        if tag in _LEVELS:
            self._level = _LEVELS[tag]
        self._flowing += tag in _PARAGRAPHS
        self._plain += tag == "pre"

    def _finish(self, element: etree._Element, tag: str) -> None:
        if tag == "a":
            self._links = max(0, self._links - 1)
        if not self._opened or self._opened[-1] is not element:
            return
        self._flush()
        self._opened.pop()
        self._data.discard(element)
        self._node.end = len(self.blocks)
        assert self._node.parent is not None
        self._node = self._node.parent
        if tag in _LEVELS:
            self._level = 0
        self._flowing -= tag in _PARAGRAPHS
        self._plain -= tag == "pre"

    def _print(self, text: str) -> None:
        if self._plain and "\n" in text:
            *lines, text = text.split("\n")
            for line in lines:
                self._buffer.append(line)
                self._flush()
        self._buffer.append(text)
        self._after_link = self._links > 0
        if self._links:
            self._linked += len(text.strip())

    def _apart(self) -> bool:
        """Tell whether nothing interrupts a sentence: outside paragraphs, and at the beginning of one."""
        return not self._flowing or not any(text.strip() for text in self._buffer)

    def _flush(self) -> None:
        if self._buffer:
            text = _SPACE.sub(" ", "".join(self._buffer)).strip()
            if text and not text.isspace():
                self.blocks.append(
                    Block(
                        text,
                        self._node,
                        level=self._level,
                        linked=self._linked,
                        links=self._anchors,
                        flows=self._flowing > 0,
                        stamp=self._stamp,
                    )
                )
                self._stamp = None
            self._buffer = []
        self._linked = self._anchors = 0
