"""Marks: what the elements of a web page tell of a line, beside what its words tell."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tawatur.model import PartKind


class Mark(NamedTuple):
    """What is known of a line by the elements that it stands in.

    `kind` is what they say that it is, or None; `level` 1 to 6 in a heading, else 0; `flows` tells whether it stands in
    a paragraph and is no link; `opens` whether another article begins with it; `stamp` is the machine's form of the
    time that it prints.
    """

    kind: PartKind | None = None
    level: int = 0
    flows: bool = False
    opens: bool = False
    stamp: str | None = None


#: A line of which no element tells anything, as in a plain text; and a text of such lines.
UNMARKED = Mark()
NO_MARKS: Mapping[int, Mark] = MappingProxyType({})
