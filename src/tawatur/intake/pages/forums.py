"""Forums: pages on which readers answer a first post; the answers are comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.intake.pages.declared import Declared
from tawatur.intake.pages.outline import Node, Outline

#: Programs of forums, as they name themselves in a page's `generator`, or at its foot.
_PROGRAMS = re.compile(
    r"vbulletin|phpbb|xenforo|discourse|simple machines|\bsmf\b|mybb|invision|ipboard|ip\.board|vanilla|punbb|fluxbb",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:.*[^\d])?\d+$")
_RULE = re.compile(r"^[_\-=*—─ ]{5,}$")
_LAST = 6


def answers(outline: Outline, found: Declared, first: int | None) -> dict[int, str]:
    """Return what lines of a forum's page are by their number: answers to its first post, and signatures below a post.

    `first` is the first line of the first post's text. On a page of another kind nothing is returned.
    """
    if first is None or not _is_forum(outline, found):
        return {}
    told: dict[int, str] = {}
    post = _post(outline, first)
    if post is not None:
        for node in outline.nodes:
            if node.parent is post.parent and node.tag == post.tag and node.start >= post.end:
                told.update(dict.fromkeys(range(node.start, node.end), "comment"))
    end = len(outline.blocks) if post is None else post.end
    for at in range(first, end):
        if _RULE.match(outline.blocks[at].text):
            told.update(dict.fromkeys(range(at, outline.blocks[at].node.end), "other"))
    return told


def _is_forum(outline: Outline, found: Declared) -> bool:
    if found.thread or _PROGRAMS.search(found.generator or ""):
        return True
    return any(_PROGRAMS.search(block.text) for block in outline.blocks[-_LAST:])


def _post(outline: Outline, first: int) -> Node | None:
    """Return the node of the first post: one that has siblings like it, each with words of its own after it."""
    around = list(outline.blocks[first].node.line())
    for node in reversed(around):
        siblings = [
            other
            for other in outline.nodes
            if other.parent is node.parent and other.tag == node.tag and other.end > other.start
        ]
        if len(siblings) > 1 and node.parent is not None and _alike(siblings):
            return node
    return None


def _alike(siblings: Sequence[Node]) -> bool:
    """Tell whether nodes are numbered alike by their ids: `post501`, `post502`."""
    names = [node.name for node in siblings]
    return sum(name is not None and _NUMBERED.match(name) is not None for name in names) * 2 > len(names)
