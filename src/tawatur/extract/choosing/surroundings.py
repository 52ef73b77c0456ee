"""Surroundings: what a section and its sentences show of a conflict, and of what is none, counted once for its claims.

Counted are words of a class that the packs know (`cue`), parties, places where a conflict is fought: no word of a text.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tawatur.extract.choosing.weights import Features, class_of
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.signs import is_party

#: The classes of words that tell of a conflict, of people in need because of one, and of harm that none does.
CUES = frozenset(("conflict", "violence", "accident", "crime", "disease", "ruin", "affray", "cause", "need", "donor"))
#: Upper ends of the classes that counts fall in, shares, words of a conflict in a hundred, and lengths in chunks.
_COUNTS, _SHARES = (0, 1, 2, 4, 8, 16), (0, 0.1, 0.25, 0.5, 0.75, 0.999)
_HUNDREDTHS, _LENGTHS = (0, 0.5, 1, 2, 3, 4, 6), (60, 120, 200, 300, 500)


class SentenceTold(NamedTuple):
    """What one sentence shows: its words of each class, and how many chunks it has.

    Of the actors whom it names, so many are `parties`, so many `armed`; of the places and states, of which there are
    `located`, so many lie where a conflict is fought (`there`).
    """

    headline: bool
    length: int
    cues: Counter[str]
    parties: int
    armed: int
    located: int
    there: int

    @property
    def war(self) -> bool:
        """Whether it tells of an act of war, or of somebody who bears arms."""
        return self.armed > 0 or "violence" in self.cues

    @property
    def accident(self) -> bool:
        """Whether it tells of an accident or a crime, and of no war."""
        return not self.war and ("accident" in self.cues or "crime" in self.cues)


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
    theatres = frozenset(lexicon.theatres.get("any", ()))
    sentences = [
        _told_by(sentence, lexicon, theatres, headline=passage.kind == "title")
        for passage in passages
        for sentence in passage.sentences
    ]
    counts: Counter[str] = Counter()
    for one in sentences:
        counts.update(one.cues)
    length, located = sum(one.length for one in sentences), sum(one.located for one in sentences)
    in_theatre = class_of(sum(one.there for one in sentences) / located, _SHARES) if located else "unknown"
    hundredth = 100 / max(length, 1)
    warlike = class_of(sum(one.war for one in sentences) / max(len(sentences), 1), _SHARES)
    features = ["always", *(f"section, {cue}: {class_of(counts[cue], _COUNTS)}" for cue in sorted(CUES))]
    features += [
        f"section, conflict in a hundred: {class_of(counts['conflict'] * hundredth, _HUNDREDTHS)}",
        f"section, violence in a hundred: {class_of(counts['violence'] * hundredth, _HUNDREDTHS)}",
        f"section, parties: {class_of(sum(one.parties for one in sentences), _COUNTS)}",
        f"section, armed: {class_of(sum(one.armed for one in sentences), _COUNTS)}",
        f"section, in a theatre: {in_theatre}",
        f"section, length: {class_of(length, _LENGTHS)}",
        f"section, sentences of war: {warlike}",
        f"section, sentences of an accident: {class_of(sum(one.accident for one in sentences), _COUNTS)}",
        f"section, home: {'unknown' if home is None else 'in a theatre' if home in theatres else 'in none'}",
    ]
    features += _of_headlines([one for one in sentences if one.headline])
    density = class_of(counts["conflict"] * hundredth, _HUNDREDTHS[::2])
    return Surroundings(features, sentences, density, warlike)


def is_armed(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor bears arms against somebody: a group or force of a pack, or fighters unnamed."""
    return key in lexicon.armed_groups or key in lexicon.opponents or key == "attackers"


def _told_by(sentence: list[Chunk], lexicon: Lexicon, theatres: frozenset[str], *, headline: bool) -> SentenceTold:
    cues: Counter[str] = Counter()
    actors: list[str] = []
    codes: list[str] = []
    for piece in sentence:
        if piece.cues:
            cues.update(piece.cues & CUES)
        if piece.actors:
            actors += piece.actors
        if piece.places:
            codes += [place.country for place in piece.places]
        if piece.state is not None:
            codes.append(piece.state)
    return SentenceTold(
        headline,
        len(sentence),
        cues,
        parties=sum(is_party(key, lexicon) for key in actors),
        armed=sum(is_armed(key, lexicon) for key in actors),
        located=len(codes),
        there=sum(code in theatres for code in codes),
    )


def _of_headlines(headlines: list[SentenceTold]) -> Features:
    if not headlines:
        return ["no headline"]
    cues = sorted({cue for one in headlines for cue in one.cues})
    found = [f"headline, {cue}" for cue in cues]
    found += ["headline, war"] if any(one.war for one in headlines) else []
    found += ["headline, a party"] if any(one.parties for one in headlines) else []
    return found if "conflict" in cues else [*found, "headline, no conflict"]
