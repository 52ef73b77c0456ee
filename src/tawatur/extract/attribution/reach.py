"""The reach of attributions: which chunks of a sentence a statement holds for, and which of several holds at one."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.arabic import fold
from tawatur.extract.attribution.known_speakers import Hop
from tawatur.extract.attribution.quotations import closing_of, opens_quotation
from tawatur.extract.attribution.statements import claims_an_act
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import LONGEST_SENTENCE, Chunk, Passage
from tawatur.extract.phrases.function_words import words_of

_CONTRAST = words_of("contrast")
#: What puts one figure beside another.
_BESIDE = (*_CONTRAST, "مقابل", "مقارنة", "قياسا")
_CARRIED = "carried on"
_COMMAS = ("،", ",")
_WHO = words_of("who")
_MEDIA = words_of("outlet_noun")
_WHILE, _AUXILIARY = words_of("while"), words_of("beside_verb")
#: How far behind what somebody announces to give another giver may stand.
_NEXT_GIVER = 24
#: Verbs of who promises something.
_PROMISES = ("تعهد", "وعد")
#: What begins with `و` and joins nothing: `وفق`, `وفقا`.
_BY = "وفق"
#: How many chunks may stand between the beginning of a clause and the source that is put into it.
_PUT_IN = 7


class Attributed(NamedTuple):
    """An attribution inside a sentence, at chunk `at`, through `chain`, by `rule`.

    What looks ahead (`forward`) holds for the chunks from `content` up to `until`, where a quotation closes. What looks
    back holds for its sentence; where another statement holds there, for the clause from `since` on only.
    """

    at: int
    forward: bool
    chain: tuple[Hop, ...]
    modality: str | None
    content: int
    rule: str
    until: int = LONGEST_SENTENCE
    since: int = 0


def bounded(one: Attributed, found: list[Attributed], clauses: Clauses, passage: Passage) -> Attributed:
    """Bound a statement that is quoted word for word by its closing mark, what looks back by its clause."""
    sentence = clauses.sentence
    if one.forward:
        if any(sentence[at].text in _WHO for at in range(one.at, min(one.content, len(sentence)))):
            one = one._replace(since=one.content)  # وأضاف الرئيس، الذي تطرق إلى مقتل جنديين، أن
        opening = one.content - 1
        if one.content > one.at and opening < len(sentence) and sentence[opening].text == ":":
            opening += 1
        if one.content > one.at and opening < len(sentence) and opens_quotation(sentence, opening, passage):
            closing = closing_of(sentence, opening, passage)
            return one if closing is None else one._replace(until=closing)
        return one._replace(until=_next_giver(sentence, one.content)) if one.rule == "verb of saying" else one
    one = one._replace(since=_put_in(sentence, one))
    outer = next((other for other in reversed(found) if other.forward and other.until > one.at), None)
    if outer is None or outer.rule == _CARRIED:
        return one
    against = _against(sentence, outer.content, one.at)
    if against is not None:
        return one._replace(since=against)
    since = _clause_start(clauses, one.at)
    relays = _relays(sentence, one)
    if relays or since <= outer.content:
        inner, last = (outer.chain, one.chain) if relays else (one.chain, outer.chain)
        known = {hop.actor for hop in inner}
        return one._replace(chain=(*inner, *[hop for hop in last if hop.actor not in known]), since=outer.content)
    return one._replace(since=since)


def _put_in(sentence: list[Chunk], one: Attributed) -> int:
    """`… بستة آلاف، ويسندهم، وفق التقرير، ثلاثة آلاف`: where that begins which a source is put into."""
    if not any(piece.number is not None for piece in sentence[one.content :]):
        return 0
    at = one.at - 1 if one.at and sentence[one.at - 1].text in _COMMAS else one.at
    for first in range(one.at, max(0, at - _PUT_IN), -1):
        piece = sentence[first]
        if piece.number is not None or (piece.text in _COMMAS and first != at):
            return 0
        opens = (piece.text[:1] == "و" and not piece.text.startswith(_BY)) or piece.is_(*_WHILE)
        if opens and sentence[first - 1].text in _COMMAS and _counts(sentence[:first]):
            return first
    return 0


def _next_giver(sentence: list[Chunk], first: int) -> int:
    """`أعلنت الدولة تقديم مليون، فيما تعهدت أخرى بمليونين`: where what another one gives begins, told by nobody."""
    ahead = range(first + 1, min(len(sentence) - 2, first + _NEXT_GIVER))
    told = (i for i in ahead if sentence[i].is_(*_WHILE) and sentence[i - 1].text in _COMMAS)
    return next((i for i in told if _gives(sentence[i + 1]) and sentence[i + 2].actors), LONGEST_SENTENCE)


def _gives(piece: Chunk) -> bool:
    promised = any(fold(said.lemma) in _PROMISES for said, _ in piece.verb_says)
    return promised or any(reading.trigger.measure == "funding" for reading in piece.triggers)


def _counts(pieces: list[Chunk]) -> bool:
    return any(piece.number is not None and piece.time is None for piece in pieces)


def _relays(sentence: list[Chunk], one: Attributed) -> bool:
    """Tell whether what looks back names an outlet: who carries on what another said."""
    named = [piece for piece in sentence[one.at :] if one.chain[0].first <= piece.first < one.chain[0].last]
    return bool(named) and (bool(named[0].outlets) or named[0].text.removeprefix("ال") in _MEDIA)


def _against(sentence: list[Chunk], first: int, at: int) -> int | None:
    """`أحصى المرصد 118 قتيلا، مقابل 137 بحسب التحالف`: where what somebody else told is put beside a first figure."""
    told = [i for i in range(first, at) if sentence[i].is_(*_BESIDE)]
    if not told or any(piece.text in _COMMAS for piece in sentence[told[-1] : at]):
        return None
    counted = any(piece.number is not None for piece in sentence[first : told[-1]])
    return told[-1] if counted else None


def _clause_start(clauses: Clauses, at: int) -> int:
    """Return where the clause of a chunk begins, those that only describe what it names or its outcome put to it."""
    clause = clauses.at(at)
    while clause.link in ("relative", "result") and clause.parent is not None:
        clause = clause.parent
    return clause.first


def nested(inner: Attributed, found: list[Attributed], sentence: list[Chunk]) -> Attributed:
    """Join a statement inside a statement to the voice that reports it: `قالت الصحيفة إن الوزير أكد أن`."""
    if not found or not inner.forward or not found[-1].forward:
        return inner
    outer = found[-1]
    piece = sentence[inner.at]
    if claims_an_act(sentence, inner.at):
        return inner._replace(chain=outer.chain)
    if outer.content <= outer.at + 1:
        return inner
    apart = (
        piece.conjunction
        or _is_set_against(sentence, outer, inner)
        or any("clause" in between.cues or between.is_(*_CONTRAST) for between in sentence[outer.content : inner.at])
    )
    if apart or "participle" in piece.says or inner.chain == outer.chain:
        return inner
    known = {hop.actor for hop in inner.chain}
    return inner._replace(chain=(*inner.chain, *[hop for hop in outer.chain if hop.actor not in known]))


def _is_set_against(sentence: list[Chunk], outer: Attributed, inner: Attributed) -> bool:
    """`بينما تقول الحكومة إن …، يقول السكان إن`: what a fronted clause says, and behind its comma the main one."""
    first = outer.at
    while first and sentence[first - 1].is_(*_AUXILIARY):
        first -= 1
    at = inner.at
    while at and sentence[at - 1].is_(*_AUXILIARY):
        at -= 1
    fronted = first > 0 and sentence[first - 1].is_(*_WHILE)
    return fronted and at > 0 and sentence[at - 1].text in _COMMAS


def in_aside(sentence: list[Chunk], at: int, found: list[Attributed]) -> bool:
    """`طبقا لما أوردته الهيئة في بيانها`: the document is of whom the preposition names."""
    aside = bool(found) and found[-1].rule == "preposition"
    return aside and not any(piece.text in _COMMAS for piece in sentence[found[-1].at : at])


def chain_at(attributions: list[Attributed], at: int) -> Attributed | None:
    """Return the attribution that holds at a chunk: one looking back in its clause, else the last that looks ahead."""
    ahead = next(
        (one for one in reversed(attributions) if one.forward and max(one.at, one.since) <= at < one.until), None
    )
    for one in attributions:
        if one.forward or one.at <= at:
            continue
        if ahead is None:
            if one.since <= at and not any(other.forward and at < other.at < one.at for other in attributions):
                return one
        elif one.since <= at and one.since >= ahead.content and (one.since > 0 or ahead.rule == _CARRIED):
            return one
    if ahead is not None and ahead.rule == _CARRIED:  # ارتفعت الحصيلة، طبقا للمستشفى، إلى 12
        named = (one for one in reversed(attributions) if one.rule == "preposition" and ahead.content <= one.at < at)
        return next(named, ahead)
    if ahead is not None:
        return ahead
    if any(one.forward for one in attributions):
        return None
    return next((one for one in reversed(attributions) if one.at < at), None)


def tells_beginnings(attributions: list[Attributed]) -> list[Attributed]:
    """Return the attributions that hold for when something began: not `منذ 2013` in `قتل …، بحسب المرصد`.

    What looks back, or goes on from the sentence before, vouches for the count; since when is the report's own.
    """
    return [one for one in attributions if one.rule != _CARRIED and (one.forward or one.rule != "preposition")]


def through_document(at: int, hops: tuple[Hop, ...], content: int) -> Attributed | None:
    """Attribute what stands from chunk `content` on to those who speak through a document at `at`, if anybody does."""
    if not hops:
        return None
    return Attributed(at, forward=True, chain=hops, modality=None, content=content, rule="document")
