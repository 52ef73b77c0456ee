"""Headlines: which line of a page is the headline of its main article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.arabic import fold
from tawatur.intake.pages.declared import Declared
from tawatur.intake.pages.outline import Block

_CUT = re.compile(r"\s+[|–—»«:•·-]+\s+|\s*[|»•·]\s*|:\s+")
_LETTERS = re.compile(r"[\W_]+")
_LONGEST = 45
_FEW = 3
#: Where a headline does not stand.
_ELSEWHERE = frozenset({"frame", "links", "comment", "navigation", "advertisement", "form", "share", "hidden", "tags"})
_LEAST = 1.5
_ALIKE = 0.7


def key(text: str) -> str:
    """Return a text's letters, by which two printings of a headline are told to be one."""
    return _LETTERS.sub(" ", fold(text)).strip()


def headline(blocks: Sequence[Block], found: Declared) -> int | None:
    """Return the number of the line that is the page's headline, or None where no line is.

    Told by the page's own words for it (its title, what it declares), by the heading that it stands in, by its class.
    """
    known = _known(found)
    best: tuple[float, int] | None = None
    prose = 0
    for at, block in enumerate(blocks):
        if block.words > _LONGEST:
            prose += block.words
            continue
        if block.is_link and not block.level:
            continue  # a crumb, an item of a menu
        score = _score(block, known, len(blocks) // 2)
        # Of two printings, a crumb's and the headline's own, the one nearer to the text; once the text runs, none.
        if score >= _LEAST and (best is None or score > best[0] or (score == best[0] and not prose)):
            best = score, at
    return best[1] if best is not None else _heading(blocks)


def site_names(found: Declared) -> frozenset[str]:
    """Return the keys of the names that a page gives its site: what it declares, the short pieces of its title."""
    pieces = _cut(found.window) if found.window else []
    short = [piece for piece in pieces if len(piece.split()) < _FEW]
    return frozenset(name for words in (*(value.words for value in found.sites), *short) if (name := key(words)))


def _heading(blocks: Sequence[Block]) -> int | None:
    """Return the last heading before the text runs, where nothing says what the headline is."""
    found = None
    for at, block in enumerate(blocks):
        if block.words > _LONGEST:
            break
        elsewhere = any(node.told.kind in _ELSEWHERE for node in block.node.line())
        if block.level and block.words > _FEW and not block.is_link and not elsewhere:
            found = at
    return found


def title_of(found: Declared) -> str | None:
    """Return the headline that a page declares, without its site's name, or None."""
    sites = {key(value.words) for value in found.sites}
    for title in (*(value.words for value in found.titles), found.window):
        if title:
            pieces = [piece for piece in _cut(title) if key(piece) not in sites]
            if pieces and len(key(longest := max(pieces, key=len)).split()) >= _FEW:
                return " ".join(longest.split())
    return None


def _known(found: Declared) -> dict[str, float]:
    """Return the titles of a page and their pieces, each with its share of the title: a site's name is less."""
    known: dict[str, float] = {}
    for title in (*(value.words for value in found.titles), found.window):
        length = len(key(title or "").split())
        for piece in _cut(title):
            if name := key(piece):
                known[name] = max(known.get(name, 0.0), len(name.split()) / length)
    return known


def _score(block: Block, known: dict[str, float], half: int) -> float:
    score = {1: 1.5, 2: 0.5, 3: 0.25}.get(block.level, 0.0)
    title = False
    for node in block.node.line():
        if node.told.kind in _ELSEWHERE and node.end - node.start <= half:
            score -= 1 if node.told.kind == "frame" else 2.5
            break
        title = title or (node.told.kind == "title" and node.end - node.start <= 2)
    score += 1.25 * title
    words = key(block.text)
    if words in known and (block.words >= _FEW or block.level):
        # A window that names its site alone tells nothing of the page.
        score += (3 if block.words >= _FEW else 0.5) * known[words]
    elif block.words > _FEW and any(alike(words, name) for name in known):
        score += 2 * max(share for name, share in known.items() if alike(words, name))
    return score


def alike(one: str, other: str) -> bool:
    """Tell whether two keys are printings of one headline: most words of the shorter stand in the longer."""
    first, second = set(one.split()), set(other.split())
    least = min(len(first), len(second))
    return least > _FEW and len(first & second) >= _ALIKE * least


def _cut(title: str | None) -> list[str]:
    """Return a window's title whole, and what is left of it at each end without a site's name."""
    if not title:
        return []
    pieces = [piece for piece in _CUT.split(title) if piece]
    if len(pieces) < 2:
        return [title]
    cuts = list(_CUT.finditer(title))
    return [title, title[: cuts[-1].start()], title[cuts[0].end() :], title[: cuts[0].start()], *pieces]
