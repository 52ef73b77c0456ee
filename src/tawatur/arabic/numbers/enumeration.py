"""Numbers that number the items of a list in running text: `(1) … (2) …`, `1- … 2- …`. They count nothing.

At a line's beginning one is known by itself (`kinds.is_enumerator`); within a line it takes the next in the same form.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.arabic.numbers.passage import Passage
from tawatur.arabic.tokens import Token

#: How far behind the first item the second is sought: a bound on the work.
_REACH = 250
_BEHIND = frozenset(("-", ")", "."))


def is_listed(passage: Passage, at: int, after: int, value: int) -> bool:
    """Tell whether the digits `[at, after)` number an item of a list, and remember it as the list's last."""
    form = _form(passage.tokens, at, after)
    if form is None or passage.counted(after + 1) or passage.grammar.reading(after + 1, "scale") is not None:
        return False
    first = value == 1 and _second_follows(passage.tokens, after, form)
    if not first and passage.listed != (form, value - 1):
        return False
    passage.listed = form, value
    return True


def _form(tokens: Sequence[Token], at: int, after: int) -> str | None:
    """Return how an item is numbered, `()` or the sign behind it; None where no word follows."""
    if after + 1 >= len(tokens) or tokens[after].start != tokens[after - 1].end:
        return None
    if tokens[after + 1].kind not in ("word", "latin") or tokens[after + 1].text == "من":
        return None
    sign = tokens[after].text
    if at and tokens[at - 1].text == "(" and sign == ")":
        return "()"
    apart = tokens[after + 1].start > tokens[after].end and (not at or tokens[at - 1].end < tokens[at].start)
    return sign if sign in _BEHIND and apart else None


def _second_follows(tokens: Sequence[Token], after: int, form: str) -> bool:
    for at in range(after, min(after + _REACH, len(tokens))):
        if tokens[at].text == "2" and _form(tokens, at, at + 1) == form:
            return True
    return False
