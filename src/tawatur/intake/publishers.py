"""Publishers: who published a section, by the record, a credit line, the URL's domain, or the dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from tawatur.intake.pieces import Piece
from tawatur.intake.signatures import Names, generic, segments
from tawatur.packs import Knowledge

Found = tuple[str | None, str | None]

_COLON = re.compile(r"[:\-–—.|]+\s*")
_JOINED = re.compile(r"\s*[+،,/|]\s*|\s+-\s+")
_NAME_WORDS = 6
_LABEL_WORDS = 3
_ENDS = " \t\u00a0:.،,;*•|-–—()[]{}«»\"“”'"


def publisher_of(
    article: Sequence[Piece],
    names: Names,
    knowledge: Knowledge,
    *,
    record: str | None,
    url: str | None,
    site: str | None,
) -> Found:
    """Return (publisher, what gave it): `record`, `credit`, `url`, `page`, `dateline`, or None for both.

    `site` is the name that a web page declares for its site. A stitched article is asked for with neither record, URL
    nor site: it has only what it states.
    """
    if record is not None:
        return record, "record"
    for found, source in (
        (_credited(article), "credit"),
        (_by_domain(url, knowledge), "url"),
        (site and (names.outlet(site) or site), "page"),
    ):
        if found is not None:
            return found, source
    named = _by_dateline(article, names)
    return (named, "dateline") if named is not None else (None, None)


def _credited(article: Sequence[Piece]) -> str | None:
    """Return the source that a labelled credit line names, unless it names nobody."""
    for piece in article:
        if piece.role == "source" and piece.label is not None:
            named = (part.strip(_ENDS) for part in _JOINED.split(_content(piece.line.text, piece.label.content)))
            names = [name for name in named if name and not generic(name)]
            if names and len(names[0].split()) <= _NAME_WORDS:
                return names[0]
    return None


def _content(text: str, view: str) -> str:
    """Return what follows the label of a line as it is printed; `view` is the same, normalised."""
    label, *rest = _COLON.split(text, maxsplit=1)
    if rest and len(label.split()) + len(view.split()) <= len(text.split()) + 1 and len(label.split()) <= _LABEL_WORDS:
        return rest[0]
    return " ".join(text.split()[-len(view.split()) :]) if view else ""


def _by_domain(url: str | None, knowledge: Knowledge) -> str | None:
    if url is None:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    domains = _domains(knowledge)
    labels = host.lower().split(".")
    return next((domains[name] for at in range(len(labels)) if (name := ".".join(labels[at:])) in domains), None)


def _by_dateline(article: Sequence[Piece], names: Names) -> str | None:
    for piece in article:
        if piece.kind == "dateline":
            for segment in segments(piece.line.text):
                outlet = names.outlet(segment)
                if outlet is not None:
                    return outlet
    return None


@lru_cache(maxsize=8)
def _domains(knowledge: Knowledge) -> dict[str, str]:
    return {domain.lower(): outlet.ar[0] for outlet in knowledge.outlets for domain in outlet.domains}
