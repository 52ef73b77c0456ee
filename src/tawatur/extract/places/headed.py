"""Places that head an entry of a list, a bare number or a clause, and are no place of what went before."""

from __future__ import annotations

from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.places.located import Located

_FOLLOWS = words_of("next_in_order")
#: How many chunks a bare number takes at the end of a list.
_BARE = 2
#: How many chunks of its name, its side, and its province stand between a place and the verb of the clause it opens.
_FRONTED = 6
_STRONG = frozenset("؛;:.؟!?")
_IN, _RELATIVE = ("في", "ب"), frozenset(words_of("relative"))


def has_its_own(sentence: list[Chunk], first: int, last: int) -> bool:
    """`…، إدلب: 9 قتلى`, `ومأرب 15`, `تلتها إدلب بـ30`: a place that heads an entry of a list, or a bare number."""
    behind = sentence[last : last + 3]
    if behind[:1] and behind[0].number is not None and behind[0].time is None and first:
        return sentence[first].conjunction == "و" or sentence[first - 1].mark
    if behind[:1] and behind[0].text == ":":
        return first > 0 and (sentence[first - 1].mark or "place_noun" in sentence[first - 1].cues)
    bare = len(behind) > 1 and behind[0].text == "ب" and behind[1].number is not None
    return bare and (len(behind) == _BARE or behind[2].mark or behind[2].is_("ثم", "و"))


def opens_its_own(sentence: list[Chunk], at: int) -> bool:
    """`…، وفي سوريا 59 مهمة`, `تلتها حمص بـ40 قتيلا`: a place that opens a clause is of what stands behind it."""
    if not at or sentence[at - 1].is_(*_FOLLOWS) or heads_figure(sentence, at):
        return at > 0
    if is_fronted(sentence, at, at + 1):
        return True
    opens = sentence[at - 1].is_("في") and bool(sentence[at - 1].conjunction)
    return opens and at >= 2 and sentence[at - 2].mark


def is_fronted(sentence: list[Chunk], at: int, last: int) -> bool:
    """`قتل 30 في مأرب، وفي تعز قتل ثمانية`: a place before the verb of a clause that begins with it."""
    led = next((before for before in (at - 1, at - 2) if before > 0 and _leads_on(sentence[before])), None)
    if led is None and not (at and _leads_on(sentence[at])):
        return False
    for here in range(last, min(last + _FRONTED, len(sentence))):
        piece = sentence[here]
        if piece.number is not None or piece.verb_says or piece.text in _RELATIVE or piece.text in _STRONG:
            return False
        if finite_verb(sentence, here) is not None or any(reading.verb is not None for reading in piece.triggers):
            return not (piece.conjunction or piece.preposition)
        if piece.nouns:
            return False  # وفي الموصل، بين مسلحين يقودهم كذا
    return False


def _leads_on(piece: Chunk) -> bool:
    """Tell whether a chunk is `وفي`, or a noun or name in `وب`: `وبمدينة تعز`."""
    return (piece.conjunction == "و" and (piece.is_(*_IN) or piece.preposition == "ب")) or piece.text == "وفي"


def heads_figure(sentence: list[Chunk], at: int) -> bool:
    """`…، ومصر 514 ألفا`, `فتشاد (614 ألفا)`, `والأردن بـ660 ألفا`: a place joined to others, and its own figure."""
    if not at or not (sentence[at].conjunction or sentence[at].text[:1] in "وف" or sentence[at - 1].text == "و"):
        return False
    opened = at + 1 < len(sentence) and sentence[at + 1].text in ("(", "ب")
    behind = sentence[at + 2 if opened else at + 1 :][:1]
    return bool(behind) and behind[0].number is not None and behind[0].time is None


def heads_line(sentence: list[Chunk], at: int) -> bool:
    """`- سوريا: قتل أربعة جنود`: tell whether a name opens a line up to a colon, that tells more behind it."""
    opens = all(piece.mark or piece.is_("في") for piece in sentence[:at])
    return opens and at + 2 < len(sentence) and sentence[at + 1].text == ":"


def heading(sentence: list[Chunk], located: Located) -> Located:
    """Return a country that heads a line as where what stands behind its colon is told to be, else the place itself."""
    if located.place.kind != "country" or not heads_line(sentence, located.at):
        return located
    return located._replace(at=located.at + 2, last=located.at + 2, weak=False)
