"""Targets: whom an operation, a strike or an attack is directed at."""

from __future__ import annotations

from tawatur.extract.clauses.nominals import is_definite
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.deeds import Deed
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party

_TARGET = words_of("before_target")
_SIDING = ("معارض", "مناهض", "موالي", "مناوئ")
_HARM = frozenset(("killed", "wounded", "casualties"))
#: What is nobody's in particular: schools, houses, bridges.
_BUILT = frozenset((*words_of("public"), *words_of("homes")))
_INHABITED = frozenset(words_of("inhabited"))
#: Units of what forces have, and nouns for where they are.
_THINGS = frozenset(("site", "facility", "vehicle", "weapon"))
_BASES = words_of("bases")
#: How many chunks behind acts the preposition stands that says what they were aimed at.
_AIMED = 4
_BEHIND = 14
_BEFORE = 14
#: How many chunks behind struck sites it is told whose they are.
_OWNED_WITHIN = 10


def targets(frame: Frame, agency: Agency, deeds: list[Deed]) -> list[Party]:
    """Return whom acts are directed at: behind `ضد`, `على`, `استهدفت`, named before their number, or told before."""
    sentence, lexicon = agency.clauses.sentence, agency.lexicon
    return (
        _of_state(_behind(agency, frame, lexicon), agency)
        or _received(agency, frame)
        or _share(sentence, frame)
        or _before(sentence, frame)
        or ([] if _on_places(agency, frame) else told(frame, deeds) or _foe(sentence, frame, agency))
    )


def _behind(agency: Agency, frame: Frame, lexicon: Lexicon) -> list[Party]:
    found: list[Party] = []
    sentence, clauses = agency.clauses.sentence, agency.clauses
    own = clauses.at(frame.quantity.first)
    before = own.verb_at is not None and own.verb_at < frame.quantity.first
    seen = before and sentence[own.verb_at or 0].is_(*_TARGET)  # واستهدف تفجيران نقطة للجيش
    aim = frame.quantity.last
    for at in range(frame.quantity.last, min(len(sentence), frame.quantity.last + _BEHIND)):
        piece, clause = sentence[at], clauses.at(at)
        if clause is not own and not (clause.link == "relative" and clause.parent is own):
            break
        if piece.number is not None and found:
            break
        aimed = frame.quantity.unit == "weapon" and piece.is_("الي", "نحو", "باتجاه", "صوب")
        if piece.is_(*_TARGET) or aimed:
            seen, aim = True, at
            continue
        if piece.mark and piece.text in ("،", "؛") and found:
            break
        if any(reading.trigger.measure in _HARM for reading in piece.triggers):
            break  # فضلا عن مقتل امرأة
        if "agent" in piece.cues or (at > aim + 1 and piece.names("event")):
            break  # على بلدة كذا، عقبه قصف من قبل كذا
        if not seen or (piece.places and not (frame.quantity.unit == "weapon" and _is_aimed_at(sentence, at))):
            continue
        if at and sentence[at - 1].text.removeprefix("ال").startswith(_SIDING):
            continue  # بلدات معارضة للنظام
        if not found and piece.state is not None and not piece.preposition and _are_military(sentence[aim + 1 : at]):
            found.append(Party(lexicon.knowledge.states[piece.state].forces, piece))  # على مواقع عسكرية سورية
        elif piece.actors and _may_suffer(piece.actors[0], lexicon) and not (found and not piece.conjunction):
            found.append(_meant(piece, agency))
        elif not found and at - aim <= _AIMED and piece.nouns and piece.nouns[0].noun.of in lexicon.knowledge.actors:
            found.append(Party(str(piece.nouns[0].noun.of), piece))
    return found


def _are_military(aimed: list[Chunk]) -> bool:
    """Tell whether what was aimed at is no town or house but a thing that forces have: `مواقع`, `قاعدة كذا الجوية`."""
    if not aimed or len(aimed) > _AIMED or any(piece.conjunction or piece.mark for piece in aimed):
        return False
    nouns = [reading.noun for piece in aimed for reading in piece.nouns]
    things = any(noun.unit in _THINGS and noun.lemma not in _INHABITED | _BUILT for noun in nouns)
    return things or any(piece.is_(*_BASES) for piece in aimed)


def _received(agency: Agency, frame: Frame) -> list[Party]:
    """`3 هجمات تعرضت لها القوات`, `تعرضت القوات لـ66 هجوما`: who is said to have suffered them."""
    quantity = frame.quantity
    own = agency.clauses.at(quantity.first)
    for clause in agency.clauses.clauses:
        if clause.verb is None or clause.verb.kind != "suffer" or clause.subject is None:
            continue
        near = clause.antecedent is not None and quantity.first <= clause.antecedent < quantity.last + _AIMED
        if near or clause is own or _of_those_acts(agency, frame, clause.antecedent):
            found = _suffering(agency, clause.subject)
            if found:
                return found
    return []


def _of_those_acts(agency: Agency, frame: Frame, antecedent: int | None) -> bool:
    """`عدد الهجمات التي تعرضت لها القوات إلى 140`: acts before their number, no other between."""
    sentence, first = agency.clauses.sentence, frame.quantity.first
    if antecedent is None or not 0 < first - antecedent < _BEFORE or not sentence[antecedent].names("event"):
        return False
    return not any(piece.number is not None or piece.verb_says for piece in sentence[antecedent:first])


def _suffering(agency: Agency, at: int) -> list[Party]:
    """Return the party that a subject names, with the one joined to it."""
    sentence = agency.clauses.sentence
    named = [sentence[at], *(piece for piece in sentence[at + 1 : at + 2] if piece.conjunction == "و")]
    return [
        _meant(piece, agency)
        for piece in named
        if piece.actors and not piece.places and _may_suffer(piece.actors[0], agency.lexicon)
    ]


def _on_places(agency: Agency, frame: Frame) -> bool:
    """`9 غارات على مناطق في بلدة كذا`: strikes on a place, in which nobody is told of."""
    sentence, clauses = agency.clauses.sentence, agency.clauses
    own = clauses.at(frame.quantity.first)
    for at in range(frame.quantity.last, min(len(sentence) - 1, frame.quantity.last + _AIMED)):
        clause = clauses.at(at)
        if clause is not own and not (clause.link == "relative" and clause.parent is own):
            return False
        if sentence[at].is_(*_TARGET):
            aim = sentence[at + 1]
            return bool(aim.places) or "place_noun" in aim.cues or any(r.noun.lemma in _INHABITED for r in aim.nouns)
    return False


def _meant(piece: Chunk, agency: Agency) -> Party:
    """`مواقع للمتمردين`: the armed group in focus."""
    vague = piece.actors[0] == "militants" and is_definite(piece)
    group = agency.discourse.armed_group(agency.clauses.sentence) if vague or piece.preposition == "ل" else None
    return Party(group if group is not None and piece.actors[0] == "militants" else piece.actors[0], piece)


def _of_state(found: list[Party], agency: Agency) -> list[Party]:
    """`نقطة تفتيش للجيش والشرطة`: the forces of the state in focus."""
    if "security_forces" not in [party.actor for party in found]:
        return found
    forces = agency.discourse.state_forces()
    kept = [party for party in found if party.actor not in ("security_forces", "police")]
    return [Party(forces, found[0].chunk), *kept] if forces is not None else found


def _is_aimed_at(sentence: list[Chunk], at: int) -> bool:
    """`إطلاق 7 صواريخ على السعودية`: a state that weapons are fired at."""
    country = any(place.kind == "country" for place in sentence[at].places)
    return country and at > 0 and (sentence[at - 1].is_(*_TARGET) or sentence[at - 1].is_("الي", "نحو", "باتجاه"))


def _may_suffer(key: str, lexicon: Lexicon) -> bool:
    actor = lexicon.knowledge.actors.get(key)
    return actor is None or actor.kind not in ("source", "outlet") or key in lexicon.agents


def _share(sentence: list[Chunk], frame: Frame) -> list[Party]:
    """`كان نصيب قوات كذا من الهجمات 300`."""
    seen = False
    for piece in sentence[max(0, frame.quantity.first - 8) : frame.quantity.first]:
        if piece.text in ("نصيب", "حصة"):
            seen = True
        elif seen and piece.actors:
            return [Party(piece.actors[0], piece)]
    return []


def _before(sentence: list[Chunk], frame: Frame) -> list[Party]:
    """`العمليات ضد التنظيم بلغت 153`: the target named before the number."""
    for at in range(frame.quantity.first - 1, max(0, frame.quantity.first - _BEFORE), -1):
        if sentence[at].number is not None:
            break
        if sentence[at].actors and sentence[at - 1].text == "ضد":
            return [Party(sentence[at].actors[0], sentence[at])]
    return []


def owners(frame: Frame, agency: Agency) -> list[Party]:
    """`استهداف 12 هدفا، ما بين أوكار وثكنات للحوثيين`, `أهداف عسكرية إيرانية`: whose the sites are that are struck."""
    sentence, clauses, lexicon = agency.clauses.sentence, agency.clauses, agency.lexicon
    own = clauses.at(frame.quantity.first)
    for at in range(frame.quantity.first, min(len(sentence), frame.quantity.last + _OWNED_WITHIN)):
        piece = sentence[at]
        if clauses.at(at) is not own:
            break
        if at >= frame.quantity.last and piece.actors and not piece.places and _may_suffer(piece.actors[0], lexicon):
            bare = piece.preposition == "ل" or sentence[at - 1].names("site")
            return [_meant(piece, agency)] if bare else []
        if piece.state is not None and not piece.preposition:
            return [Party(lexicon.knowledge.states[piece.state].forces, piece)]
    return []


def told(frame: Frame, deeds: list[Deed]) -> list[Party]:
    """Whom the section's acts of the same measure were directed at, told last."""
    if frame.measure == "attacks":
        return []
    for deed in reversed(deeds):
        if deed.measure == frame.measure:
            return list(deed.named)
    return []


def _foe(sentence: list[Chunk], frame: Frame, agency: Agency) -> list[Party]:
    """The party that those who act in the sentence fight, where the text has named it."""
    theirs = any(piece.preposition == "ل" for _, piece in frame.quantity.parties)  # 14 عملية للتنظيم
    if frame.measure not in ("operations", "airstrikes") or theirs:
        return []
    lexicon = agency.lexicon
    for piece in reversed(sentence[: frame.quantity.first]):
        for key in piece.actors:
            foe = agency.discourse.latest(lexicon.opponents.get(key, ()))
            if foe is not None and key not in lexicon.armed_groups:
                return [Party(one, None) for one in agency.discourse.with_ally(foe)]
    return []


def foe_of(frame: Frame, doers: tuple[Party, ...], agency: Agency) -> list[Party]:
    """Return whom those who strike from the air fight, where the text has named it and tells no other target.

    `تدمير 71 دراجة نارية`, `تفكيك 27 عبوة`: what a state's forces destroy is of the armed people whom the text names.
    """
    if frame.measure == "destroyed" or (frame.measure == "other" and frame.quantity.unit == "weapon"):
        forces = bool(doers) and all(party.actor in agency.lexicon.forces for party in doers)
        noun = frame.quantity.noun
        theirs = forces and "militants" in agency.discourse.seen and (noun is None or noun.lemma not in _BUILT)
        return [Party("militants", None)] if theirs else []
    if frame.measure not in ("operations", "airstrikes") or frame.quantity.unit == "weapon":
        return []
    lexicon = agency.lexicon
    for party in doers:
        foe = agency.discourse.latest(lexicon.opponents.get(party.actor, ()))
        if foe is not None and foe != "militants" and party.actor in lexicon.alliances:
            return [Party(key, None) for key in agency.discourse.with_ally(foe)]
    return []
