"""Who brings aid: bodies of relief, states, charities that no pack knows, whose aid a figure counts.

`وزع برنامج الأغذية 300 سلة`: the subject; `سفينة إماراتية`, `قافلة للأمم المتحدة`: whose the carrier is; `شاحنات أرسلها
الهلال الأحمر`: the subject of what is said of it; a body of aid that tells of aid brings it itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tawatur.arabic import stems
from tawatur.extract.clauses.clause import Clause
from tawatur.extract.clauses.nominals import phrase_end
from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.needs import GOODS, is_aid
from tawatur.extract.participants.agency import Agency
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.times.durations import is_of

_CARRIERS = frozenset(words_of("carrier_of_aid"))
_BODIES = frozenset(words_of("body_of_aid"))
_OWNED = frozenset(words_of("owning"))
#: How far around a figure goods or their carrier may stand for it to be one of aid.
_AROUND = 8
#: Through how many clauses whose aid it is is sought.
_OUTWARD = 3
_ARTICLE = "ال"
_FROM = "من"


def aid_giver(frame: Frame, agency: Agency, sources: list[str], words: Callable[[int, int], str]) -> Doers | None:
    """Return whose aid a figure counts, None where it counts none or nothing tells; `words` gives those of tokens."""
    if frame.measure == "other" and frame.quantity.unit == "weapon":
        return _clearer(frame, agency, words)
    if frame.measure == "funding":
        donor = _donor(frame, agency)
        return Doers((donor,), "pledge") if donor is not None else None
    if not _is_of_aid(frame, agency):
        return None
    party = (
        _flown(frame, agency)
        or _of_clauses(frame, agency, words)
        or _carried(frame, agency, words)
        or _behind(frame, agency, words)
    )
    if party is None and sources and sources[0] in agency.lexicon.aid_bodies and _is_counted(frame, agency):
        party = Party(sources[0], None)
    return Doers((party,), "aid") if party is not None else None


def _donor(frame: Frame, agency: Agency) -> Party | None:
    """`500 مليون دولار من هولندا`, `منها 300 مليون من البنك الدولي`: whom money comes from."""
    sentence, quantity = agency.clauses.sentence, frame.quantity
    if not str(quantity.unit).isupper():
        return None
    for at in range(quantity.first + 1, min(quantity.last + 2, len(sentence) - 1)):
        if sentence[at].is_(_FROM) and sentence[at + 1].actors:
            return Party(sentence[at + 1].actors[0], sentence[at + 1])
    return None


def _clearer(frame: Frame, agency: Agency, words: Callable[[int, int], str]) -> Doers | None:
    """`نزع مشروع سلام 300 لغم`: the body that clears mines, where it is one that no pack knows."""
    clause = agency.clauses.at(frame.quantity.first)
    if (
        clause.subject is None
        or clause.subject >= frame.quantity.first
        or agency.clauses.sentence[clause.subject].actors
    ):
        return None
    party = body_at(agency, clause.subject, words)
    return Doers((party,), "aid") if party is not None else None


def _is_counted(frame: Frame, agency: Agency) -> bool:
    return frame.measure == "beneficiaries" or is_aid(agency.clauses.sentence, frame.quantity)


def _is_of_aid(frame: Frame, agency: Agency) -> bool:
    """Tell whether a figure counts people helped, or goods and what carries them in a sentence that tells of aid."""
    sentence, quantity = agency.clauses.sentence, frame.quantity
    if frame.measure == "beneficiaries" or (frame.measure == "other" and is_aid(sentence, quantity)):
        return True
    if frame.measure != "other" or quantity.unit not in ("vehicle", "other", "household"):
        return False
    around = sentence[max(0, quantity.first - _AROUND) : quantity.last + _AROUND]
    return any("need" in piece.cues or is_of(piece, GOODS) for piece in around)


def _of_clauses(frame: Frame, agency: Agency, words: Callable[[int, int], str]) -> Party | None:
    """Return the body that is the subject of the figure's clause, or whose the carrier is that is its subject."""
    clause: Clause | None = agency.clauses.at(frame.quantity.first)
    for _ in range(_OUTWARD):
        if clause is None:
            return None
        if clause.verb is not None and clause.verb.kind == "say":
            return _speaker(agency, clause) if _is_counted(frame, agency) else None
        at = clause.subject if clause.subject is not None else clause.antecedent
        if at is not None and at < frame.quantity.first:
            party = body_at(agency, at, words)
            if party is None and is_of(agency.clauses.sentence[at], _CARRIERS):
                party = _owner(agency, at, words)
            if party is not None:
                return party
        clause = clause.parent
    return None


def _flown(frame: Frame, agency: Agency) -> Party | None:
    """`نقلت ثلاث طائرات سعودية مساعدات`: the state whose adjective the vehicles counted bear."""
    quantity = frame.quantity
    if quantity.unit != "vehicle":
        return None
    beside = agency.clauses.sentence[quantity.first : quantity.last + 1]
    piece = next((piece for piece in beside if piece.state is not None and not piece.preposition), None)
    state = agency.lexicon.knowledge.states[piece.state] if piece is not None and piece.state is not None else None
    return Party(state.key, piece) if state is not None else None


def _speaker(agency: Agency, clause: Clause) -> Party | None:
    """`قال المتحدث باسم برنامج الأغذية`: the body of aid for which somebody speaks."""
    if clause.subject is None:
        return None
    spoken = agency.clauses.sentence[clause.subject : phrase_end(agency.clauses.sentence, clause.subject)]
    bodies = agency.lexicon.aid_bodies
    return next((Party(piece.actors[0], piece) for piece in spoken if piece.actors and piece.actors[0] in bodies), None)


def _owner(agency: Agency, at: int, words: Callable[[int, int], str]) -> Party | None:
    """`سفينة إماراتية`, `قافلة تابعة للأمم المتحدة`, `شاحنات الصليب الأحمر`: whose a carrier of aid is."""
    sentence, lexicon = agency.clauses.sentence, agency.lexicon
    for here in range(at + 1, phrase_end(sentence, at)):
        piece = sentence[here]
        if piece.state is not None and not piece.nouns and not piece.places:
            return Party(lexicon.knowledge.states[piece.state].key, piece)
        party = body_at(agency, here, words)
        if party is not None:
            return party
    return None


def _carried(frame: Frame, agency: Agency, words: Callable[[int, int], str]) -> Party | None:
    """`رست في الميناء سفينة إماراتية محملة بـ300 طن`: whose the carrier is that is named last before the figure."""
    sentence, first = agency.clauses.sentence, frame.quantity.first
    for at in range(first - 1, max(0, first - _AROUND) - 1, -1):
        if sentence[at].mark and sentence[at].text != '"':
            return None
        if is_of(sentence[at], _CARRIERS) and not sentence[at].preposition:
            return _owner(agency, at, words)
    return None


def _behind(frame: Frame, agency: Agency, words: Callable[[int, int], str]) -> Party | None:
    """`400 طن من الغذاء أرسلها الهلال الأحمر`, `مقدمة من تركيا`: who is said behind the figure to send it."""
    for clause in _relatives(agency, frame.quantity.first):
        if clause.subject is not None and clause.subject > frame.quantity.first:
            party = body_at(agency, clause.subject, words)
            if party is not None:
                return party
    return None


def _relatives(agency: Agency, first: int) -> Iterator[Clause]:
    for clause in agency.clauses.clauses:
        if clause.link == "relative" and clause.first > first and clause.verb is not None and clause.verb.pronoun:
            yield clause


def body_at(agency: Agency, at: int, words: Callable[[int, int], str]) -> Party | None:
    """Return the body or the state that a chunk names, one that no pack knows by its own words."""
    piece = agency.clauses.sentence[at]
    if piece.actors:
        return Party(piece.actors[0], piece) if _is_body(piece, agency.lexicon) else None
    last = _name_end(agency.clauses.sentence, at)
    if last is None:
        return None
    named = agency.clauses.sentence[at + 1]
    if named.actors:  # منظمة يونيسف
        return Party(named.actors[0], named) if _is_body(named, agency.lexicon) else None
    stem = next(iter(stems(piece.text)))
    name = words(piece.first, agency.clauses.sentence[last - 1].last)
    return Party(" ".join(name.removeprefix(stem.conjunction).removeprefix(stem.preposition).split()), piece)


def _is_body(piece: Chunk, lexicon: Lexicon) -> bool:
    key = piece.actors[0]
    if key in lexicon.aid_bodies or key in lexicon.state_keys or key in lexicon.observers:
        return True
    known = lexicon.knowledge.actors.get(key)
    return known is not None and known.kind == "actor" and not piece.places


def _name_end(sentence: list[Chunk], at: int) -> int | None:
    """Return where a body's name ends that begins with a noun for such bodies: `جمعية البر الخيرية`, `مشروع سلام`.

    Its first word may be any, those behind it have the article or `ل`, or stand before one that has (`مركز الملك فهد
    للإغاثة والأعمال الإنسانية`).
    """
    if not any(not stem.article and stem.text in _BODIES for stem in stems(sentence[at].text)):
        return None
    last = at + 1
    while last < len(sentence) and _names(sentence, last, first=last == at + 1):
        last += 1
    return last if last > at + 1 else None


def _names(sentence: list[Chunk], at: int, *, first: bool) -> bool:
    piece = sentence[at]
    if piece.mark or piece.number is not None or piece.time is not None or finite_verb(sentence, at) is not None:
        return False
    if is_of(piece, _CARRIERS) or piece.is_one_of(_OWNED) or "clause" in piece.cues:
        return False
    inner = at + 1 < len(sentence) and _is_led(sentence[at + 1])
    return _is_led(piece) or ((first or inner) and len(piece.text) > len(_ARTICLE) and not is_of(piece, GOODS))


def _is_led(piece: Chunk) -> bool:
    return piece.text.removeprefix("و").startswith((_ARTICLE, "لل"))
