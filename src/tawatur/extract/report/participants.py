"""Participants: the states that a sentence names as taking part in a campaign or coalition, each with its part.

`تتولى اليونان القيادة، وإيطاليا الدوريات، وتشارك ألمانيا بفرقاطة`: one after the other, a verb left out where it is the
one before; `يضم التحالف فرنسا وألمانيا وإيطاليا`: by their names alone.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from tawatur.arabic.verbs import VerbEntry, Verbs
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon

#: Fewer are no list.
SHORTEST = 3
#: Alliances whose name alone tells of no campaign.
STANDING = frozenset(("un", "eu"))
_CAMPAIGN = frozenset(words_of("joint_campaign"))
_TAKING_PART = frozenset(words_of("taking_part"))
_PREPOSITIONS = frozenset(words_of("preposition"))
_WHILE = frozenset(words_of("while"))
#: How far behind the word that gathers participants the campaign may be named, in chunks, and the first of them.
_NEAR = 4
_OPENS = 6
_OF, _OPENING = "من", (":", "(")


class Participant(NamedTuple):
    """A state's chunk, where the words of its part in the campaign begin and end, and where its quotation begins."""

    at: int
    first: int
    stop: int
    opened: int


def told_in_turn(sentence: list[Chunk], lexicon: Lexicon) -> list[Participant]:
    """Return the states of a sentence that tells what each of three or more does, in their order."""
    subjects = _subjects(sentence, lexicon)
    if len(subjects) < SHORTEST:
        return []  # as in most sentences
    runs: list[list[Participant]] = [[]]
    for order, at in enumerate(subjects):
        verb = next((one for one in (at - 1, at + 1) if _is_verb(sentence, one, "does")), None)
        opened = at if verb is None else min(at, verb)
        if verb is None and not (runs[-1] and _goes_on(sentence, at)):
            runs.append([])
            continue
        following = subjects[order + 1] if order + 1 < len(subjects) else len(sentence)
        if following < len(sentence) and _is_verb(sentence, following - 1, "does"):
            following -= 1
        first = at + 1 if verb is None or verb < at else verb
        runs[-1].append(Participant(at, first, _trimmed(sentence, first, following), opened))
    return [one for run in runs if _is_list(sentence, run) for one in run]


def _is_list(sentence: list[Chunk], run: list[Participant]) -> bool:
    """Tell whether participants are three or more, of whom two at least have a part each of their own."""
    parts = {tuple(piece.text for piece in sentence[one.first : one.stop]) for one in run} - {()}
    return len({sentence[one.at].actors[0] for one in run}) >= SHORTEST and len(parts) > 1


def gathered(sentence: list[Chunk], lexicon: Lexicon) -> list[Participant]:
    """Return the states that a sentence names, three or more in a row, as those who take part in a campaign."""
    if sum(_is_state(piece, lexicon) for piece in sentence) < SHORTEST:
        return []  # as in most sentences
    for at in range(len(sentence)):
        if not (_is_verb(sentence, at, "gathers") or sentence[at].is_one_of(_TAKING_PART)):
            continue
        around = sentence[: at + 1 + _NEAR]
        alliances = lexicon.alliances - STANDING
        if not any(_names_campaign(piece) or not alliances.isdisjoint(piece.actors) for piece in around):
            continue
        named = _in_a_row(sentence, at + 1, lexicon)
        if len(named) >= SHORTEST:
            return [Participant(one, one + 1, one + 1, at) for one in named]
    return []


def names_campaign(sentence: list[Chunk], before: int) -> bool:
    """Tell whether a sentence has a noun for a campaign, or for those who wage one, before one of its chunks."""
    return any(map(_names_campaign, sentence[:before]))


def _names_campaign(piece: Chunk) -> bool:
    return any(word.removeprefix("ال") in _CAMPAIGN for word in (*piece.words[:1], piece.text.removeprefix("و")))


def _subjects(sentence: list[Chunk], lexicon: Lexicon) -> list[int]:
    """Return the chunks that name a state by itself, none that a preposition leads: it is where something is done."""
    found: list[int] = []
    led = -1
    for at, piece in enumerate(sentence):
        if not _is_state(piece, lexicon):
            continue
        before = sentence[at - 1] if at else None
        if piece.preposition or (before is not None and (before.text in _PREPOSITIONS or before.preposition)):
            led = at
        elif led >= 0 and led == at - 1 and piece.conjunction:
            led = at  # في العراق وسوريا
        else:
            found.append(at)
    return found


def _is_state(piece: Chunk, lexicon: Lexicon) -> bool:
    return bool(piece.actors and piece.places) and piece.actors[0] in lexicon.state_keys


def _goes_on(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a state is joined to the participant before it, its verb left out (`وإيطاليا الدوريات`)."""
    if not (sentence[at].conjunction or (at and sentence[at - 1].mark)):
        return False
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    return behind is not None and not behind.verb_says and behind.time is None


def _trimmed(sentence: list[Chunk], first: int, stop: int) -> int:
    """Return where a part's words end: before the marks and conjunctions that lead to the next participant."""
    while stop > first and (sentence[stop - 1].mark or sentence[stop - 1].text in _WHILE):
        stop -= 1
    return stop


def _in_a_row(sentence: list[Chunk], start: int, lexicon: Lexicon) -> list[int]:
    """Return the states that stand in a row, marks between them, shortly behind a chunk and in its clause."""
    named: list[int] = []
    for at in range(start, len(sentence)):
        leading = sentence[at - 1].text
        if _is_state(sentence[at], lexicon) and (named or leading not in _PREPOSITIONS or leading == _OF):
            named.append(at)
        elif named and sentence[at].mark:
            continue
        elif named or at - start >= _OPENS or (sentence[at].mark and sentence[at].text not in _OPENING):
            break
    return named


def _is_verb(sentence: list[Chunk], at: int, kind: str) -> bool:
    if not 0 <= at < len(sentence) or sentence[at].mark:
        return False
    read = _tables().verbs.look_up(sentence[at].text)
    return any(match.form.lemma in _tables().lemmas[kind] and not match.pronoun for match in read)  # التي تقودها


class _Tables(NamedTuple):
    verbs: Verbs
    lemmas: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    text = (resources.files("tawatur.extract") / "data" / "participation.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")][1:]
    lemmas = {kind: frozenset(past for of, past, *_ in rows if of == kind) for kind in {row[0] for row in rows}}
    return _Tables(Verbs({past: VerbEntry(past, present) for _, past, present, _ in rows}.values()), lemmas)
