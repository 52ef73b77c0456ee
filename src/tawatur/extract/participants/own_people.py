"""Of: people whom a possessive makes the speaker's own (`قالت الوكالة إن 12 من موظفيها قتلوا`), or in a force."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.clauses.event_nouns import bare_word
from tawatur.extract.clauses.nominals import gender_of, phrase_end
from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.deeds import HARM
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.phrases.quantity import Quantity

_RANKS, _PLURALS = "صفوف", ("ون", "ين")
#: Prepositions with a pronoun before a number of those who fell; nouns for those who serve somebody.
_AMONG, _SERVING = ("من", "بين"), ("member", "armed_group", "state_forces")
#: How many chunks behind a number the ranks stand in which they fell.
_RANKS_WITHIN = 4
_GENDERS = {"ها": "f", "ه": "m"}
_DYING = frozenset(words_of("dying"))
#: Verbs of who mourns, buries or loses their own.
_MOURNS = frozenset(words_of("loses_own"))
_DEFENCE = frozenset(words_of("defence"))


def own_people(quantity: Quantity, agency: Agency, *kinds: str) -> list[Party]:
    """`أعلن الحشد مقتل عدد من مقاتليه`: whoever speaks of their own, where the noun counted is of one of the kinds.

    Those who serve a body that does not fight (`by_name`: `موظفيها`) are of any body that speaks.
    """
    sentence = agency.clauses.sentence
    readings = [reading for piece in sentence[quantity.first : quantity.last] for reading in piece.nouns]
    if not any(reading.form.possessed and reading.noun.of in kinds for reading in readings):
        return []
    for clause in agency.clauses.clauses:
        verb = clause.verb if clause.first < quantity.first else None
        if verb is not None and (verb.kind in ("say", "blame") or fold(verb.form.lemma) in _MOURNS):
            found = agency.subjects.of(clause)
            if found is not None:
                return list(found.parties)
            at = clause.subject if "by_name" in kinds else None
            body = sentence[at : phrase_end(sentence, at)] if at is not None else []
            return [Party(piece.actors[0], piece) for piece in body if piece.actors][:1]
    return []


def in_own_ranks(frame: Frame, agency: Agency) -> list[Party]:
    """`سقط 40 قتيلا في صفوفها`, `وسقط منهم 40 قتيلا`: the armed party before the number that the pronoun stands for.

    By gender and number; no number stands between one behind it and those counted.
    """
    sentence, quantity = agency.clauses.sentence, frame.quantity
    if frame.measure not in HARM:
        return []
    pronoun = _pronoun_of_ranks(sentence, quantity)
    for at in range(quantity.first - 1, -1, -1) if pronoun is not None else ():
        piece = sentence[at]
        armed = any(key in agency.lexicon.armed for key in piece.actors)
        if pronoun is not None and armed and _may_stand_for(piece, pronoun, agency.lexicon):
            return [Party(piece.actors[0], piece)]
    return []


def _pronoun_of_ranks(sentence: list[Chunk], quantity: Quantity) -> str | None:
    """Return the pronoun of those among whom the counted fell: `في صفوفها`, `من عناصره`, `منهم` before the number."""
    before = sentence[quantity.first - 1].text if quantity.first else ""
    if before.startswith(_AMONG):
        return next(before.removeprefix(word) for word in _AMONG if before.startswith(word))
    for at in range(quantity.last, min(len(sentence), quantity.last + _RANKS_WITHIN)):
        piece = sentence[at]
        if piece.number is not None:
            return None
        if piece.text.startswith(_RANKS) and not piece.actors:
            return piece.text.removeprefix(_RANKS)
        theirs = any(reading.noun.of in _SERVING and reading.form.possessed for reading in piece.nouns)
        if theirs and at > quantity.last and sentence[at - 1].is_("من"):
            return next((pronoun for pronoun in ("هم", *_GENDERS) if piece.text.endswith(pronoun)), None)
    return None


def _may_stand_for(piece: Chunk, pronoun: str, lexicon: Lexicon) -> bool:
    """Tell whether a pronoun may stand for what a name names: `هم` for people in the plural, `ها` and `ه` by gender.

    A plural before a name makes people of it (`مقاتلي الحركة`).
    """
    people = piece.words[-1].endswith(_PLURALS) and len(piece.words) == 1
    heads = lexicon.read_noun(piece.words[0]) if len(piece.words) > 1 else ()
    led = any(r.noun.unit == "person" and r.form.number in ("plural", "ambiguous") for r in heads)
    if people or led or pronoun == "هم":
        return (people or led) and pronoun == "هم"
    gender, _ = gender_of(piece)
    return pronoun in _GENDERS and (gender is None or _GENDERS[pronoun] == gender)


def ministry_forces(frame: Frame, agency: Agency) -> str | None:
    """`أعلنت وزارة الدفاع التركية مقتل 12 جنديا`: a state's soldiers are whose ministry tells that they fell.

    Not those whom its forces, or its strikes, are said to have killed (`قالت الوزارة إن قواتها قتلت 12 جنديا`).
    """
    sentence, clauses = agency.clauses.sentence, agency.clauses
    at = frame.trigger if frame.trigger is not None else frame.quantity.first
    own = clauses.at(at)
    told = own.verb is not None and (own.verb.kind == "say" or not clauses.is_active(own))
    befell = told and (own.verb_at == at or bare_word(sentence[at]) in _DYING)
    for clause in clauses.clauses if befell else ():
        if clause.first > at or clause.verb is None or clause.verb.kind != "say" or clause.subject is None:
            continue
        body = sentence[clause.subject : phrase_end(sentence, clause.subject)]
        if not any(word in _DEFENCE for piece in body for word in piece.words):
            continue
        for piece in body:
            known = agency.lexicon.knowledge.actors.get(piece.actors[0]) if piece.actors else None
            code = piece.state or (known.country if known is not None else None)
            if code is not None and code in agency.lexicon.knowledge.states:
                return agency.lexicon.knowledge.states[code].forces
    return None


def are_in_a_force(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> bool:
    """`30 في صفوف المتمردين وتسعة في القوات الحكومية`: a bare number whose men a party behind `في` tells."""
    last = quantity.last
    if quantity.noun is not None or last + 1 >= len(sentence) or not sentence[last].is_("في"):
        return False
    behind = sentence[last + 1]
    return bool(behind.actors) and not behind.places and behind.actors[0] in lexicon.armed
