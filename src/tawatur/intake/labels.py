"""Labels: the words by which a line of a page tells what it is, as `data/labels.tsv` lists them."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple, cast

from tawatur.arabic import fold
from tawatur.intake.lines import Line
from tawatur.intake.tables import rows
from tawatur.model import PartKind

_EDGE = r"[\s\d\W_]*"
_BREAK = r"(?:\s*[:.…|/»؛،(\[]|\s+-|$)"
_CUT = frozenset({"tail", "head", "button"})
_GAP = r".{0,40}?"


class Label(NamedTuple):
    """A label found on a line: the kind of part that it makes it, its role, and where the line's own words begin.

    `role` is `seam`, `end`, `comments` or `-`; `content` is what follows the label in the line's view.
    """

    kind: PartKind
    role: str
    content: str


class _Rule(NamedTuple):
    kind: PartKind
    role: str
    longest: int
    at: str
    pattern: re.Pattern[str]


def label_of(line: Line, *, last: bool = False) -> Label | None:
    """Return the label that makes `line` furniture, or None. `last`: the line is the document's last."""
    view = line.view
    for rule in _candidates(view):
        if line.words > rule.longest or (rule.at == "last" and not last):
            continue
        match = rule.pattern.search(view)
        if match is not None:
            return Label(rule.kind, rule.role, view[match.end() :].strip(" :.…|-،؛/()[]»"))
    return None


@cache
def tails() -> tuple[tuple[PartKind, str, int, re.Pattern[str]], ...]:
    """Return the labels that stand after the last full stop of a long line: (kind, role, longest, pattern).

    The patterns search raw text, so a label's letters stand for all their spellings only as far as listed.
    """
    return tuple(
        (cast("PartKind", row["kind"]), row["role"], int(row["longest"]), re.compile(re.escape(row["label"])))
        for row in rows("labels.tsv")
        if row["at"] == "tail"
    )


@cache
def heads() -> tuple[tuple[PartKind, re.Pattern[str]], ...]:
    """Return the labels that are glued before a line's first words, to be cut off: (kind, pattern)."""
    return tuple(
        (cast("PartKind", row["kind"]), re.compile(rf"{re.escape(row['label'])}(?!\w)[\s:|]*"))
        for row in rows("labels.tsv")
        if row["at"] == "head"
    )


@cache
def buttons() -> frozenset[str]:
    """Return the views of the words on buttons that are printed before other words."""
    return frozenset(fold(row["label"]) for row in rows("labels.tsv") if row["at"] == "button")


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(
        _Rule(
            cast("PartKind", row["kind"]),
            row["role"],
            int(row["longest"]),
            row["at"],
            _pattern(row["label"], row["at"]),
        )
        for row in rows("labels.tsv")
        if row["at"] not in _CUT
    )


@cache
def _indexed() -> tuple[dict[str, list[tuple[int, _Rule]]], list[tuple[int, _Rule]]]:
    """Return the rules by the first two letters of their labels, and those that may stand anywhere."""
    anchored: dict[str, list[tuple[int, _Rule]]] = {}
    anywhere: list[tuple[int, _Rule]] = []
    labels = [row["label"] for row in rows("labels.tsv") if row["at"] not in _CUT]
    for rank, (rule, label) in enumerate(zip(_rules(), labels, strict=True)):
        if rule.at == "holds":
            anywhere.append((rank, rule))
        else:
            anchored.setdefault(_key(fold(label)), []).append((rank, rule))
    return anchored, anywhere


@cache
def _holding() -> re.Pattern[str]:
    """Return what finds, in small letters, any of the labels that may stand anywhere: most lines hold none."""
    patterns = [rule.pattern.pattern.lower() for rule in _rules() if rule.at == "holds"]
    return re.compile("|".join(patterns))


def _candidates(view: str) -> list[_Rule]:
    anchored, anywhere = _indexed()
    found = anchored.get(_key(view), [])
    if _holding().search(view.lower()) is not None:
        found = sorted(found + anywhere, key=lambda ranked: ranked[0])
    return [rule for _, rule in found]


def _key(view: str) -> str:
    return re.sub(r"[\W\d_]+", "", view[:16])[:2].lower()


def _pattern(label: str, at: str) -> re.Pattern[str]:
    words = _GAP.join(re.escape(part.strip()) for part in fold(label).split("…"))
    if at == "holds":
        return re.compile(words, re.IGNORECASE)
    opening = "" if not label[0].isalnum() else _EDGE
    after = {"whole": rf"{_EDGE}$", "opens": _BREAK}.get(at, r"(?!\w)" if label[-1].isalnum() else "")
    return re.compile(f"^{opening}{words}{after}", re.IGNORECASE)
