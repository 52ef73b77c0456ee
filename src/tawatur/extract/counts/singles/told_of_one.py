"""One of whom an outcome is told from afar: by a relative clause, behind an adverb, as `أحد` of many, as fallen dead.

`الشاب الذي قتل برصاص`, `الهجوم الذي قتل فيه جندي`, `مقتل أحد مقاتليها`, `أطلقوا النار عليه فأردوه قتيلا`.
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.arabic import fold
from tawatur.extract.counts.singles.objects import is_definite_man
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading, TriggerReading
from tawatur.extract.phrases.quantity import Quantity

_WHO, _AUXILIARY = (*words_of("who"), "والذي", "والتي"), words_of("beside_verb")
_IN_IT = words_of("in_which")
_OF_ONE = ("احد", "احدي")
_FELLS = words_of("fells")
_ELATIVES = words_of("elative")
_FALLEN = frozenset(words_of("one_fallen"))
_BRINGS = words_of("brings_dead")
_TOLL = ("killed", "wounded")
#: How far before the second of both `بين` may stand: `بين قتيل وجريح` is no count of one.
_BETWEEN_WITHIN = 3
#: How far behind who suffers it the verb may stand; how far before `قتيلا` the verb that fells.
_FAR, _FELLED_WITHIN = 8, 6
#: How many adverbs may stand between a verb and its subject.
_ADVERBS = 3
_BEHIND = words_of("behind_passive")
#: How far before `بحياة` the verb may stand that it completes.
_COMPLETED = 6


def before_adverbs(sentence: list[Chunk], at: int) -> int:
    """Return the chunk before those that tell when, in what or of what rank it was.

    `قتل أمس الخميس ضابط`, `قتل فيه جندي`, `تدمير أكبر معمل`.
    """
    back = at - 1
    while back > max(0, at - 1 - _ADVERBS) and (
        sentence[back].time is not None or sentence[back].is_(*_IN_IT) or sentence[back].is_(*_ELATIVES)
    ):
        back -= 1
    return back


def is_told_in_it(sentence: list[Chunk], at: int) -> bool:
    """Tell whether `فيه`, `خلالها` stand right before a chunk: what stands before them is a verb, no masdar."""
    return at > 0 and sentence[at - 1].is_(*_IN_IT)


def one_of_many(sentence: list[Chunk], at: int, lexicon: Lexicon) -> NounReading | None:
    """`أحد عناصر الجماعة`, `أحد مواطنيها`, `أحد رجال الشرطة`: the people of whom one is meant."""
    if not sentence[at].is_one_of(_OF_ONE) or sentence[at].preposition or at + 1 >= len(sentence):
        return None
    many = sentence[at + 1]
    forces = lexicon.read_noun(many.words[0]) if many.actors and not many.nouns and not many.places else ()
    return next(
        (
            reading
            for reading in (*many.nouns, *forces)
            if reading.noun.unit == "person"
            and reading.noun.measure is None
            and reading.form.number in ("plural", "ambiguous")
            and not reading.stem.preposition
        ),
        None,
    )


def felled(sentence: list[Chunk], at: int) -> NounReading | None:
    """`فأردته قتيلا`, `أردي قتيلا`: the one who is told to have fallen dead."""
    reading = next(
        (r for r in sentence[at].nouns if r.noun.measure == "killed" and r.form.accusative and not r.stem.conjunction),
        None,
    )
    if reading is None or reading.form.number != "singular":
        return None
    before = sentence[max(0, at - _FELLED_WITHIN) : at]
    verb = next((back for back, piece in enumerate(reversed(before), 1) if piece.is_(*_FELLS)), None)
    if verb is None or any(piece.number is not None or _is_one_told(piece) for piece in before[-verb:]):
        return None  # أردت الشرطة المهاجم قتيلا: he is the one counted
    return reading


def _is_one_told(piece: Chunk) -> bool:
    """`المهاجم`, `مسلحا`: one person whom the verb that fells has for its object."""
    shown = any(r.noun.unit == "person" and r.form.accusative for r in piece.nouns) and piece.text.endswith("ا")
    return shown or is_definite_man(piece)


def one_fallen(sentence: list[Chunk], at: int) -> NounReading | None:
    """`سقوط قتيل وثلاثة جرحى`, `قتيل في انفجار`, `12 جريحا وقتيل`: the one dead or wounded whom a toll counts."""
    piece = sentence[at]
    reading = next(
        (
            r
            for r in piece.nouns
            if r.noun.measure in _TOLL
            and r.form.number == "singular"
            and r.form.lemma in _FALLEN
            and not (r.stem.article or r.stem.preposition or r.form.accusative or r.form.possessed)
        ),
        None,
    )
    if reading is None:
        return None
    before, following = sentence[at - 1] if at else None, sentence[at + 1] if at + 1 < len(sentence) else None
    if before is None or before.text in (":", ".."):
        in_toll = following is not None and (
            following.is_(*_BEHIND) or following.preposition == "ب" or _counts(following)
        )
        return reading if in_toll else None
    if piece.conjunction and any(r.noun.measure in _TOLL and not r.stem.article for r in before.nouns):
        between = sentence[max(0, at - _BETWEEN_WITHIN) : at - 1]
        both = any(one.is_("بين", "ما بين", "مابين") for one in between)
        shared = (
            between
            and between[-1].number is not None
            and any(r.form.number == "singular" for r in before.nouns)
            and not before.text.endswith("ا")
        )
        return None if both or shared else reading  # 1000 قتيل وجريح: of both
    return reading if before.is_(*_BRINGS) else None


def _counts(piece: Chunk) -> bool:
    """Tell whether a chunk joins a number, or wounded, to what stands before it: `قتيل وأربعة جرحى`."""
    joined = piece.number is not None or any(reading.noun.measure in _TOLL for reading in piece.nouns)
    return bool(piece.conjunction) and joined


def told_behind(
    sentence: list[Chunk], at: int, quantity: Quantity, readings: Callable[[Chunk, Quantity], list[TriggerReading]]
) -> bool:
    """`طفل فلسطيني قتل برصاص`, `الشاب الذي قتل في غارة`: a clause said of one, whose verb has no other subject."""
    if quantity.noun is None or quantity.unit != "person" or quantity.low != 1 or _is_attribute(sentence, at):
        return False
    definite = any(reading.stem.article for reading in sentence[at].nouns)
    relative = False
    for on in range(at + 1, min(len(sentence), at + _FAR)):
        piece = sentence[on]
        if piece.is_(*_WHO):
            relative = True
            continue
        verbs = [reading for reading in readings(piece, quantity) if reading.verb is not None]
        if verbs and not piece.conjunction:
            return (
                (relative or not definite)
                and any(_is_said_of(reading, quantity) for reading in verbs)
                and (_has_no_subject(sentence, on + 1))
            )
        comma = piece.text in ("،", ",") and on + 1 < len(sentence) and sentence[on + 1].is_(*_WHO)
        if not (comma or piece.is_(*_AUXILIARY) or (not relative and _describes(piece))):
            return False
    return False


def _is_said_of(reading: TriggerReading, quantity: Quantity) -> bool:
    """Tell whether a verb is said of one who suffers: in the past, passive or of those who die, in his gender."""
    form = reading.verb.form if reading.verb is not None else None
    if form is None or form.tense != "past" or form.number != "singular":
        return False
    suffers = (reading.trigger.role == "subject" or form.voice != "active") and " " not in reading.trigger.lemma
    woman = quantity.noun is not None and quantity.noun.gender == "f"
    return suffers and (form.gender in (None, "") or (form.gender == "f") == woman)


def _is_attribute(sentence: list[Chunk], at: int) -> bool:
    """`الهجوم الانتحاري`, `وفدا عسكريا`: a noun for one that is the adjective of the noun before it."""
    before = sentence[at - 1] if at else None
    if before is None or before.mark or sentence[at].conjunction or sentence[at].preposition:
        return False
    titled = "person_title" in before.cues
    return not titled and bool(before.names("event") or before.names("person") or before.text.endswith("ا"))


def _has_no_subject(sentence: list[Chunk], at: int) -> bool:
    """Tell whether what follows a verb is neither subject nor object: a preposition, a time, a mark, the end."""
    if at >= len(sentence):
        return True
    piece = sentence[at]
    if piece.is_(*_IN_IT):
        return False
    return piece.mark or piece.time is not None or piece.is_(*_BEHIND) or piece.text.startswith(("ب", "ل"))


def _describes(piece: Chunk) -> bool:
    """Tell whether a chunk may be an adjective of the noun before it."""
    if piece.mark or piece.conjunction or piece.preposition or piece.number is not None or piece.time is not None:
        return False
    known = piece.triggers or piece.verb_says or "clause" in piece.cues or piece.says
    return not known and (piece.state is not None or piece.text.endswith(("ي", "ية", "يا", "ا", "ة")))


def takes_lives(sentence: list[Chunk], at: int) -> bool:
    """`أودى القصف بحياة طفل`: a verb that `بحياة` completes, its subject between."""
    before = sentence[max(0, at - _COMPLETED) : at]
    verbs = (reading.trigger for piece in before for reading in piece.triggers if reading.verb is not None)
    return any(fold(verb.lemma).split()[-1] == sentence[at].text for verb in verbs)


def tells_of_kin(sentence: list[Chunk], at: int) -> bool:
    """`من يقتل والده`: whose kin a verb in the present tells of, by whoever does so, not of one whom it befell."""
    word = sentence[at].text
    owned = any(
        reading.form.possessed or (word.endswith("ه") and reading.form.lemma.endswith("ة"))
        for reading in sentence[at].nouns
    )
    return owned and any(
        reading.verb is not None and reading.verb.form.tense == "present" for reading in sentence[at - 1].triggers
    )
