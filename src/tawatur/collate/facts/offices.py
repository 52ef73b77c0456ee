"""Whether a man is of a body: a report puts an office of it before his name."""

from __future__ import annotations

from tawatur.collate.facts.cues import cue, without_articles
from tawatur.collate.facts.introductions import is_introduced_as_its_own
from tawatur.collate.facts.material import Material


def is_officer(man: str, body: str, report: int, material: Material) -> bool:
    """Tell whether a report calls a man by an office of a body, or of a part of it, though without its state."""
    actors = material.actors
    parts = actors.names_under(body) if actors.is_known(body) else ()
    words = frozenset(body.split())

    def names(leading: str) -> bool:
        bare = without_articles(leading)
        if not parts:
            return words <= {*bare.split()}
        offices = [match.start() for match in cue("office").finditer(bare)]
        return any(name in leading for name in parts) or any(
            actors.related(bare[start:].strip(), body) for start in offices
        )

    return is_introduced_as_its_own(man, material.reports[report].text, names)
