"""Fragments: pieces of HTML in the place of a text, as feeds and content systems hold them, made text."""

from __future__ import annotations

import re

# What markup alone has: a closing tag of a paragraph, a line break … A text that speaks of `<b>` is none.
_MARKUP = re.compile(r"</(?:p|div|span|a|strong|em|li|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main "  # noqa: SIM905  a list of words
    "nav ol p pre section table tbody td th tr ul".split()
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "iframe", "object", "svg", "form"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_SAMPLE = 1 << 16


def is_markup(text: str) -> bool:
    """Tell whether a text is a piece of HTML."""
    return "<" in text and _MARKUP.search(text, 0, _SAMPLE) is not None


def text_of(fragment: str) -> str:
    """Return the text of a piece of HTML: a line a block, no scripts, entities as the signs that they stand for."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    from lxml import etree, html  # noqa: PLC0415  not needed for plain text

    try:
        tree = html.fragment_fromstring(fragment.replace("\0", ""), create_parent="div")
    except (etree.ParserError, ValueError):
        return ""
    pieces: list[str] = []
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += name in _UNSEEN
            pieces.append("\n" if name in _BLOCKS else "")
            pieces.append(_SPACES.sub(" ", element.text or "") if not unseen else "")
            continue
        if event == "end":
            unseen -= name in _UNSEEN
            pieces.append("\n" if name in _BLOCKS else "")
        if not unseen and element is not tree:
            pieces.append(_SPACES.sub(" ", element.tail or ""))
    lines = (" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
