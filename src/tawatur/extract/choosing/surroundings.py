"""Surroundings: what a section and its sentences show of a conflict, and of what is none, counted once for its claims.

Counted are words of a class that the packs know (`cue`), parties, places where a conflict is fought: no word of a text.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tawatur.extract.choosing.weights import Features
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.mishaps import is_accident, tells_of_war
from tawatur.extract.report.signs import is_party

#: The classes of words that tell of a conflict, of people in need because of one, and of harm that none does.
CUES = ("conflict", "violence", "accident", "crime", "disease", "ruin", "affray", "cause", "need", "donor")
#: Upper ends of the classes that counts fall in, shares, words of a conflict in a hundred, and lengths in chunks.
_COUNTS, _SHARES = (0, 1, 2, 4, 8, 16), (0, 0.1, 0.25, 0.5, 0.75, 0.999)
_HUNDREDTHS, _LENGTHS = (0, 0.5, 1, 2, 3, 4, 6), (60, 120, 200, 300, 500)


class SentenceTold(NamedTuple):
    """What one sentence shows: its classes of words, whether it tells of war or an accident, whether it names a party.

    `conflicts` counts its words of a conflict.
    """

    cues: frozenset[str]
    conflicts: int
    war: bool
    accident: bool
    party: bool


class Surroundings(NamedTuple):
    """What a section shows: its features, its sentences in order, and two measures of it that claims are crossed with.

    `density` is the class of its words of a conflict in a hundred, `warlike` that of the share of its sentences which
    tell of war.
    """

    features: Features
    sentences: list[SentenceTold]
    density: str
    warlike: str


def surroundings_of(passages: list[Passage], lexicon: Lexicon, home: str | None) -> Surroundings:
    """Return what a section shows; `home` is the country of its outlet."""
    theatres = lexicon.theatres.get("any", ())
    sentences: list[SentenceTold] = []
    counts: Counter[str] = Counter()
    parties = armed = located = there = length = 0
    headlines: list[SentenceTold] = []
    for passage in passages:
        for sentence in passage.sentences:
            told = _told_by(sentence, lexicon)
            sentences.append(told)
            if passage.kind == "title":
                headlines.append(told)
            length += len(sentence)
            for piece in sentence:
                counts.update(piece.cues)
                parties += sum(is_party(key, lexicon) for key in piece.actors)
                armed += sum(is_armed(key, lexicon) for key in piece.actors)
                codes = [place.country for place in piece.places]
                codes += [piece.state] if piece.state is not None else []
                located += len(codes)
                there += sum(code in theatres for code in codes)
    hundredth = 100 / max(length, 1)
    warlike = class_of(sum(one.war for one in sentences) / max(len(sentences), 1), _SHARES)
    features = ["always", *(f"section, {cue}: {class_of(counts[cue], _COUNTS)}" for cue in CUES)]
    features += [
        f"section, conflict in a hundred: {class_of(counts['conflict'] * hundredth, _HUNDREDTHS)}",
        f"section, violence in a hundred: {class_of(counts['violence'] * hundredth, _HUNDREDTHS)}",
        f"section, parties: {class_of(parties, _COUNTS)}",
        f"section, armed: {class_of(armed, _COUNTS)}",
        f"section, in a theatre: {class_of(there / located, _SHARES) if located else 'unknown'}",
        f"section, length: {class_of(length, _LENGTHS)}",
        f"section, sentences of war: {warlike}",
        f"section, sentences of an accident: {class_of(sum(one.accident for one in sentences), _COUNTS)}",
        f"section, home: {'unknown' if home is None else 'in a theatre' if home in theatres else 'in none'}",
    ]
    features += _of_headlines(headlines)
    density = class_of(counts["conflict"] * hundredth, _HUNDREDTHS[::2])
    return Surroundings(features, sentences, density, warlike)


def class_of(number: float, ends: tuple[float, ...]) -> str:
    """Return the class that a number falls in, by the upper ends of the classes."""
    return next((str(end) for end in ends if number <= end), "more")


def is_armed(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor bears arms against somebody: a group or force of a pack, or fighters unnamed."""
    return key in lexicon.armed_groups or key in lexicon.opponents or key == "attackers"


def _told_by(sentence: list[Chunk], lexicon: Lexicon) -> SentenceTold:
    cues = Counter(cue for piece in sentence for cue in piece.cues if cue in CUES)
    return SentenceTold(
        cues=frozenset(cues),
        conflicts=cues["conflict"],
        war=tells_of_war(sentence, lexicon),
        accident=is_accident(sentence, lexicon),
        party=any(is_party(key, lexicon) for piece in sentence for key in piece.actors),
    )


def _of_headlines(headlines: list[SentenceTold]) -> Features:
    if not headlines:
        return ["no headline"]
    cues = frozenset[str]().union(*(one.cues for one in headlines))
    found = [f"headline, {cue}" for cue in CUES if cue in cues]
    found += ["headline, war"] if any(one.war for one in headlines) else []
    found += ["headline, a party"] if any(one.party for one in headlines) else []
    return found if "conflict" in cues else [*found, "headline, no conflict"]
