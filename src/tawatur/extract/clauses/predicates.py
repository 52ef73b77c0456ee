"""Predicates: which words of a sentence are finite verbs, and what their subjects do; which nouns are of events.

A word may be several things (`قتل` is a verb and a masdar, `رد` a verb and a noun): where it stands decides.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.arabic.nouns import Nouns, entry_of
from tawatur.arabic.prefixes import may_hold
from tawatur.arabic.verbs import VerbEntry, VerbForm, Verbs
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_THAT = frozenset(words_of("that"))
_PREPOSITIONS = frozenset(words_of("preposition"))
_REASONS = frozenset(words_of("by_reason"))
_BEFORE_VERB = frozenset(words_of("before_verb"))
_NO_VERB = frozenset(words_of("no_verb"))
_TOWARDS = frozenset(words_of("towards"))
#: Classes that hold beside a measure that the same verb states.
_FIRST = frozenset(("suffer", "aid", "be", "cause", "undergo", "act", "blame", "claim", "blast"))
#: The measure of verbs that say where people come from.
_ORIGIN = "nationalities"
_SHORT = 3


class Predicate(NamedTuple):
    """A finite verb: what its subject does (a class of `predicates.tsv`, `say` or `outcome`), its form and object."""

    kind: str
    form: VerbForm
    pronoun: str
    conjunction: str

    @property
    def passive(self) -> bool:
        """Whether print shows the verb to be passive."""
        return self.form.voice == "passive"


class _Tables(NamedTuple):
    verbs: Verbs
    kinds: dict[str, str]
    events: dict[str, str]
    nouns: Nouns
    verb_words: frozenset[str]
    event_words: frozenset[str]


def finite_verb(sentence: list[Chunk], at: int) -> Predicate | None:
    """Return the finite verb that the chunk at `at` is, in its place; None where it is none."""
    piece = sentence[at]
    known = _read(piece.text)
    if not (known or piece.triggers or piece.verb_says):
        return None  # most words are no verb, whatever stands beside them
    if piece.mark or piece.number is not None or piece.time is not None or piece.actors or piece.persons:
        return None
    word = piece.text.removeprefix(piece.conjunction)
    if piece.places or "particle" in piece.cues or "part" in piece.cues or word in _NO_VERB:
        return None
    readings = [verb for verb in _verbs_of(piece) if not _is_prefixed_past(word, verb)]
    if not readings:
        return None
    chosen = _agreeing(readings)
    if _may_be_noun(piece, chosen) and not _stands_as_verb(sentence, at, chosen):
        return None
    return chosen


def event_class(piece: Chunk) -> str | None:
    """Return the class of the event that a chunk's noun names (`act`, `clash`, `blast`, `weapon`), else None."""
    known = _event_of(piece.text)
    if known is None and not piece.nouns:
        return None  # as most words
    if piece.mark or (piece.number is not None and piece.number.noun is None):
        return None
    if known is not None:
        return known
    for reading in piece.nouns:
        if reading.noun.unit == "event":
            return "clash" if reading.noun.measure == "clashes" else "act"
    return None


def _verbs_of(piece: Chunk) -> list[Predicate]:
    found = [
        Predicate("outcome", reading.verb.form, reading.pronoun, reading.verb.conjunction)
        for reading in piece.triggers
        if reading.verb is not None
    ]
    known = _read(piece.text)
    origin = all(reading.trigger.measure == _ORIGIN for reading in piece.triggers)  # جاء من: none whom it befalls
    found = [*known, *found] if known and (known[0].kind in _FIRST or origin) else [*found, *known]
    if piece.verb_says and not (known and known[0].kind in ("blame", "claim")):
        found += _says(piece)
    return found


def _says(piece: Chunk) -> list[Predicate]:
    word = piece.text.removeprefix(piece.conjunction)
    plural = word.endswith(("وا", "ون"))
    feminine = word.endswith("ت") or word.startswith("ت")
    form = VerbForm(
        piece.verb_says[0][0].lemma,
        "present" if word.startswith(("ي", "ت")) and not word.endswith("ت") else "past",
        "active",
        "plural" if plural else "singular",
        "f" if feminine else "m",
    )
    return [Predicate("say", form, piece.verb_says[0][1], piece.conjunction)]


def _agreeing(readings: list[Predicate]) -> Predicate:
    return readings[0]


def _is_prefixed_past(word: str, verb: Predicate) -> bool:
    """Tell whether a word is a past with `ل` before it, which only a present may wear (`ليقتل`): a noun, then."""
    return word.startswith("ل") and verb.form.tense == "past" and not fold(verb.form.lemma).startswith("ل")


def _may_be_noun(piece: Chunk, verb: Predicate) -> bool:
    """Tell whether the word may as well be a noun: a short past without an ending, or one that tables know as noun."""
    if _is_noun(piece):
        return True
    bare = verb.form.tense == "past" and verb.form.number == "singular" and verb.form.gender == "m" and not verb.pronoun
    return bare and len(piece.text.removeprefix(piece.conjunction)) <= _SHORT


def _is_noun(piece: Chunk) -> bool:
    """Tell whether tables know a chunk as a noun, a masdar or a speaker's: `لجان`, though `لجأن` is spelt alike."""
    known = bool(piece.nouns) or "speaker" in piece.says or event_class(piece) is not None
    return known or any(reading.verb is None for reading in piece.triggers)


def _stands_as_verb(sentence: list[Chunk], at: int, verb: Predicate) -> bool:
    """Tell whether a word that may be a noun stands where a clause's verb does."""
    piece = sentence[at]
    own = fold(verb.form.lemma).startswith(piece.preposition)  # كبدوا: its first letter, no preposition
    if (piece.preposition and not own) or piece.text.removeprefix(piece.conjunction).startswith("ال"):
        return False
    back = at - 1
    while back >= 0 and sentence[back].text in ('"', "(", ")", "«", "»"):
        back -= 1
    if back < 0:
        return True
    before = sentence[back]
    if before.text in _REASONS and (piece.nouns or event_class(piece) is not None):
        return False  # إثر قصف
    if before.mark or before.time is not None or before.text in _THAT or before.text in _BEFORE_VERB:
        return True
    if "clause" in before.cues:
        return True
    if before.text in _PREPOSITIONS or (before.preposition and not (before.actors or before.places or before.nouns)):
        return False
    if verb.conjunction or before.text == "و":
        return not (event_class(before) or any(r.verb is None for r in before.triggers))
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if before.actors or before.state is not None:
        return True
    if following is not None and following.text in ("فيه", "فيها", "خلاله", "خلالها", "به", "بها"):
        return True
    if any(reading.form.possessed for reading in before.nouns):
        return True  # جيش بلاده قتل: a noun with its pronoun has no other genitive
    if following is not None and following.number is not None and back and _is_of_an_event(sentence, back):
        return True  # هجوم كيماوي قتل 70: no genitive stands behind an adjective
    if verb.kind == "cause" and following is not None and following.text in _TOWARDS and not _is_noun(piece):
        return True  # تفجير أدى إلى مقتل
    return not _is_noun(piece) and not before.nouns


def _is_of_an_event(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a word is an adjective of an event named without its article."""
    event = sentence[at - 1]
    return not sentence[at].nouns and event_class(event) is not None and not event.text.startswith("ال")


@lru_cache(maxsize=10_000)
def _read(word: str) -> tuple[Predicate, ...]:
    tables = _tables()
    if not may_hold(word, tables.verb_words):
        return ()  # as most words
    return tuple(
        Predicate(tables.kinds[match.form.lemma], match.form, match.pronoun, match.conjunction)
        for match in tables.verbs.look_up(word)
    )


@lru_cache(maxsize=10_000)
def _event_of(word: str) -> str | None:
    tables = _tables()
    if not may_hold(word, tables.event_words):
        return None
    for _, form in tables.nouns.look_up(word):
        if form.lemma in tables.events:
            return tables.events[form.lemma]
    return None


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    entries: list[VerbEntry] = []
    kinds: dict[str, str] = {}
    for kind, past, present, passive, _source in _rows("predicates.tsv"):
        entries.append(VerbEntry(past, present, passive))
        kinds.setdefault(past, kind)
    events: dict[str, str] = {}
    nouns = []
    for kind, noun, plurals, _source in _rows("events.tsv"):
        events[fold(noun)] = kind
        nouns.append(entry_of(noun, plurals.split("|"), "f" if noun.endswith("ة") else "m"))
    verbs, of_events = Verbs(entries), Nouns(nouns)
    return _Tables(verbs, kinds, events, of_events, verbs.words(), of_events.forms(lambda form: form.lemma in events))


def _rows(name: str) -> list[list[str]]:
    text = (resources.files("tawatur.extract") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")][1:]
