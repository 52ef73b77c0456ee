"""Hedges and bounds: what stands before a number, or behind it or its noun, and says how sure or how wide it is.

Source: the codebook's conventions on qualifiers; the phrases are data (`data/number_bounds.toml`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from tawatur.arabic.memory import Memory
from tawatur.arabic.numbers.lexicon import NUMERALS, load_table
from tawatur.arabic.phrases import PhrasesAfter, PhrasesBefore, words_of
from tawatur.arabic.tokens import Token
from tawatur.model import Bound

#: How many words may stand between a counted noun's number and the hedge behind the noun.
_REACH = 4
#: How many words may stand between a verb and the number that it bounds: `تجاوز عدد القتلى 50`.
_GAP = 6


class Hedge(NamedTuple):
    """A bound that a phrase gives, with the tokens that it takes: `[first, …)` before, `[…, last)` behind.

    `placing` tells that its word is a preposition of place, too.
    """

    bound: Bound
    first: int
    last: int
    cut: int
    placing: bool = False


class _Tables(NamedTuple):
    before: PhrasesBefore
    after: PhrasesAfter
    negations: frozenset[str]
    frames: frozenset[str]
    turns: dict[Bound, Bound]
    verbs: frozenset[str]
    gapped: dict[str, Bound]
    measured: tuple[str, ...]
    particles: frozenset[str]
    bare: frozenset[str]
    stops: frozenset[str]
    odd: frozenset[str]
    comparatives: frozenset[str]
    fillers: frozenset[str]
    placing: dict[str, Bound]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    table = load_table("number_bounds.toml")
    gapped = table["gapped"]
    return _Tables(
        before=PhrasesBefore(table["before"]),
        after=PhrasesAfter(table["after"]),
        negations=words_of(table["negation"]["words"]),
        frames=words_of(table["negation"]["frame"]),
        turns=table["negation"]["turns"],
        verbs=words_of(table["negation"]["verbs"]),
        gapped={word: bound for bound in ("more_than", "less_than", "about") for word in words_of(gapped[bound])},
        measured=tuple(sorted(words_of(gapped["measured"]))),
        particles=words_of(gapped["particles"]),
        bare=words_of(gapped["bare"]),
        stops=words_of(table["stops"]["words"]),
        odd=words_of(table["odd"]["words"]),
        comparatives=words_of(table["odd"]["comparatives"]),
        fillers=words_of(table["between"]["fillers"]),
        placing={word: bound for bound, texts in table["placing"].items() for word in words_of(texts)},
    )


def hedge_before(tokens: Sequence[Token], first: int, floor: int) -> Hedge | None:
    """Return the hedge that ends just before token `first`; where two follow each other, the one that bounds."""
    found: Hedge | None = None
    at = first
    for _ in range(2):
        hedge = _before(tokens, at, floor)
        if hedge is None:
            break
        bound = hedge.bound if found is None or found.bound == "about" else found.bound
        found = hedge._replace(bound=bound, last=first)
        at = hedge.first
    return found


def _before(tokens: Sequence[Token], end: int, floor: int) -> Hedge | None:
    tables = _tables()
    if end > floor and tokens[end - 1].text in tables.odd and tokens[end].text[0] == "و":
        return Hedge("more_than", end - 1, end, 0)
    match = tables.before.find(tokens, end, floor)
    if match is None and end - 1 > floor and tokens[end - 1].text == '"':  # `أكثر من "3 آلاف" شخص`
        match = tables.before.find(tokens, end - 1, floor)
    if match is None and end > floor and (bound := tables.placing.get(tokens[end - 1].text)) is not None:
        return Hedge(bound, end - 1, end, 0, placing=True)
    if match is None:
        return _gapped(tokens, end, floor)
    phrase, first, cut = match
    bound = phrase.label
    head = phrase.words[0]
    if head in tables.verbs and cut == 0 and first > floor:
        return _negated(tokens, first, end, floor, bound)
    if head == "دون" and (tokens[end].kind != "digits" or (first > floor and tokens[first - 1].text == "من")):
        return None
    return Hedge(bound, first, end, cut)


def _negated(tokens: Sequence[Token], first: int, end: int, floor: int, bound: Bound) -> Hedge:
    """Turn the bound round where a negation goes before, and take the `ما` before that."""
    tables = _tables()
    negation, cut = _match(tokens[first - 1].text, tables.negations)
    if negation:
        first -= 1
        bound = tables.turns.get(bound, bound)
    if first > floor and cut == 0:
        framed, frame_cut = _match(tokens[first - 1].text, tables.frames)
        if framed:
            return Hedge(bound, first - 1, end, frame_cut)
    return Hedge(bound, first, end, cut)


def _match(text: str, words: frozenset[str]) -> tuple[bool, int]:
    if text in words:
        return True, 1 if text.startswith("بم") else 0
    if text[0] in "وفب" and text[1:] in words:
        return True, 1
    if text[0] in "وف" and text[1:2] == "ب" and text[2:] in words:
        return True, 2
    return False, 0


def _gapped(tokens: Sequence[Token], end: int, floor: int) -> Hedge | None:
    """Read `يزيد عددهم على 300` and `تجاوز عدد القتلى 50`: a verb, what it measures, perhaps a particle."""
    tables = _tables()
    if tokens[end].text[0] == "ب" or (end > floor and tokens[end - 1].text == "ب"):
        return None  # `يفوقه بأربعة أضعاف`, by so many
    particle = end > floor and tokens[end - 1].text in tables.particles
    at = end - 1 if particle else end
    if at > floor and tokens[at - 1].text in tables.fillers:
        at -= 1
        verb_bound, verb_cut = _verb(tokens[at - 1].text) if at > floor else (None, 0)
        if verb_bound is not None:
            hedge = Hedge(verb_bound, at - 1, end, verb_cut)
            return hedge if verb_cut or at - 1 <= floor else _negated(tokens, at - 1, end, floor, verb_bound)
    for head in range(at - 1, max(at - 1 - _GAP, floor), -1):
        if tokens[head].kind != "word":
            return None
        role = _GAP_ROLES[tokens[head].text]
        if role == "number":
            return None
        if role != "measured":
            continue
        verb = head - 1
        bound, cut = _verb(tokens[verb].text)
        if bound is None:
            continue
        hedge = Hedge(bound, verb, end, cut)
        if cut == 0 and verb > floor:
            hedge = _negated(tokens, verb, end, floor, bound)
        return hedge
    return None


def _gap_role(word: str) -> Literal["number", "measured", "other"]:
    """Return what a word between a verb and the number that it bounds may be."""
    if NUMERALS[word]:
        return "number"
    return "measured" if word.startswith(_tables().measured) else "other"


_GAP_ROLES = Memory(_gap_role)


def _verb(text: str) -> tuple[Bound | None, int]:
    gapped = _tables().gapped
    if text in gapped:
        return gapped[text], 0
    if text[0] in "وفل" and text[1:] in gapped:
        return gapped[text[1:]], 1
    return None, 0


def hedge_after(tokens: Sequence[Token], last: int) -> Hedge | None:
    """Return the hedge behind a number that ends before token `last`: at once, or behind its noun and adjectives."""
    tables = _tables()
    at = last
    for passed in range(_REACH + 1):
        match = tables.after.find(tokens, at)
        if match is not None:
            phrase, end = match
            if end < len(tokens) and tokens[end].text == "من" and phrase.words[-1] in tables.comparatives:
                return None  # `وأكثر من` begins another number
            return Hedge(phrase.label, last, end, 0)
        if passed and at < len(tokens) and tokens[at].text == '"':  # `"23 مقاتلا" على الأقل`
            at += 1
            continue
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        text = tokens[at].text
        if text == "من" and passed == 0:
            at += 1
            continue
        if text in tables.stops or text[0] == "و" or NUMERALS[text]:
            return None
        at += 1
    return None


def bounded(low: float | None, high: float | None, bound: Bound) -> tuple[float | None, float | None]:
    """Return the closed interval of a value under a bound; None for an open end."""
    if bound in ("more_than", "at_least"):
        return low, None
    if bound in ("less_than", "at_most"):
        return None, high
    return low, high
