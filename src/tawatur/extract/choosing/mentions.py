"""Mentions: the parties that a sentence names, and the part that each has in it."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.extract.choosing.stated import Stated
from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.nominals import phrase_end
from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_BEFORE_TARGET = frozenset(words_of("before_target"))
_BEFORE_AGENT = frozenset(words_of("before_agent"))
#: Kinds of sources that act as parties do.
_ACTING = frozenset(("attackers", "security_forces"))
#: How many chunks after a party one that is joined to it by `و` may stand, quotation marks and heads between.
_JOINED_WITHIN = 3
_BACKED_BY = words_of("backed_by")
#: How many chunks behind a party one that backs it may stand.
_BACKED_WITHIN = 5
PLACE = "place"
#: The parts in a sentence of those who do something in it.
_DOING = frozenset(
    (
        "agent",
        "of an act",
        "adjective of an act",
        "by an act",
        "subject of act",
        "subject of outcome",
        "subject of claim",
    )
)


class Mention(NamedTuple):
    """A party where a sentence names it: its chunk there, those joined to it, its clause, its part in the sentence.

    `backers` are those who are said behind it to fight beside it (`قوات كذا مدعومة بالطيران الروسي`).
    """

    sentence: int
    at: int
    party: Party
    joined: tuple[Party, ...]
    clause: Clause
    part: str
    backers: tuple[Party, ...] = ()

    @property
    def does(self) -> bool:
        """Whether the sentence says that the party does something."""
        return self.part in _DOING


def mentions(one: Stated, lexicon: Lexicon) -> list[Mention]:
    """Return the parties that a sentence names, in its order."""
    clauses, sentence = one.clauses, one.clauses.sentence
    named = [(at, party) for at in range(len(sentence)) if (party := _party(sentence[at], lexicon)) is not None]
    if not named:
        return []
    subjects: dict[int, Clause] = {}
    for clause in clauses.clauses:
        if clause.subject is not None:
            for at in range(clause.subject, phrase_end(sentence, clause.subject)):
                subjects.setdefault(at, clause)
    found: list[Mention] = []
    for at, party in named:
        part = _part(sentence, at, subjects.get(at))
        previous = found[-1] if found else None
        joined = sentence[at].conjunction == "و" and previous is not None and previous.at >= at - _JOINED_WITHIN
        if joined and previous is not None and PLACE not in (part, previous.part):
            found[-1] = previous._replace(joined=(*previous.joined, party))
            part = previous.part if part == "other" else part
        elif previous is not None and at <= previous.at + _BACKED_WITHIN and previous.part != PLACE:
            between = sentence[previous.at + 1 : at]
            if any(piece.is_(*_BACKED_BY) for piece in between) and not any(piece.mark for piece in between):
                found[-1] = previous._replace(backers=(*previous.backers, party))
        found.append(Mention(one.number, at, party, (), clauses.at(at), part))
    return found


def _party(piece: Chunk, lexicon: Lexicon) -> Party | None:
    """Return the party that a chunk names, a state by its adjective, or some armed people; no source, no observer."""
    if piece.actors:
        key = piece.actors[0]
        known = lexicon.knowledge.actors.get(key)
        tells = key in lexicon.observers or (known is not None and known.kind == "source")
        return None if tells and key not in _ACTING else Party(key, piece)
    if piece.state is not None and not piece.nouns:
        return Party(lexicon.knowledge.states[piece.state].forces, piece)
    for reading in piece.nouns:
        if reading.noun.of == "armed_group":
            return Party("militants", piece)
        if reading.noun.of == "attackers" or reading.noun.of in lexicon.agents:
            return Party(reading.noun.of, piece)
    return None


def _part(sentence: list[Chunk], at: int, clause: Clause | None) -> str:
    """Return the part that a party has in its sentence, `clause` being the one whose subject it stands in."""
    piece = sentence[at]
    back = at - 1
    while back >= 0 and sentence[back].text in QUOTES:
        back -= 1
    before = sentence[back] if back >= 0 else None
    governed = _governed(piece, before)
    if governed:
        return governed
    if clause is not None and clause.verb is not None:
        return f"subject of {clause.verb.kind}" + (" passive" if clause.verb.passive else "")
    if piece.places:
        return PLACE
    if any(cue.startswith("side:") for cue in piece.cues):
        return "side"
    if before is not None:
        if before.triggers and not piece.preposition:
            return "of an outcome"
        if back > 0 and event_class(sentence[back - 1]) is not None and not piece.conjunction:
            return "by an act"
        if before.number is not None or before.nouns:
            return "of people"
    return f"behind {piece.preposition}" if piece.preposition else "other"


def _governed(piece: Chunk, before: Chunk | None) -> str:
    """Return the part that the word before a party gives it: `على يد`, `ضد`, `بدعم من`, an act's noun."""
    if before is None:
        return ""
    if "agent" in before.cues or before.text in _BEFORE_AGENT:
        return "agent"
    if before.text in _BEFORE_TARGET:
        return "target"
    if "not_agent" in before.cues:
        return "beside"
    if event_class(before) is not None and not piece.preposition and not piece.conjunction:
        return "of an act" if piece.actors else "adjective of an act"
    return ""


def relation(one: Clause, other: Clause | None) -> str:
    """Return how a party's clause `one` stands to a claim's clause `other`."""
    if other is None:
        return "unknown"
    if one is other:
        return "own"
    if other.parent is one:
        return f"outer {other.link}"
    if one.parent is other:
        return f"inner {one.link}"
    if other.parent is not None and other.parent.parent is one:
        return "outer outer"
    return "earlier" if one.number < other.number else "later"
