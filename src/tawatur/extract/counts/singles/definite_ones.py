"""One of whom the text has told, beside the word for what befell him.

`وأصيب السائق بجروح`, `إن الرضيعة استشهدت`, `اعتقال الجاني`.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading, TriggerReading
from tawatur.extract.phrases.person_names import name_after

_THAT = words_of("that")
_BEHIND = words_of("behind_passive")
_AUXILIARY = words_of("beside_verb")
_OUTCOMES = frozenset(("killed", "wounded", "detained", "abducted"))
_ARTICLE = "ال"
_QUOTES = ('"', "«", "(")
_MISSILES = words_of("missile")
#: Units whose definite singular is one that befell something.
_ONE = frozenset(("person", "vehicle", "site", "facility"))
#: How many words may tell more of him: `الطفل الفلسطيني الصغير`.
_DESCRIBED = 3


def definite_fallen(sentence: list[Chunk], at: int) -> NounReading | None:
    """Return a definite noun for one whom the verb right before it, or behind `أن` and it, says something befell."""
    if at == 0 or sentence[at].conjunction or sentence[at].preposition:
        return None
    noun = next(
        (
            r
            for r in sentence[at].nouns
            if r.noun.unit == "person" and r.form.number == "singular" and r.stem.article and not r.noun.measure
        ),
        None,
    )
    if noun is None:
        return None
    end = at + 1
    while end < min(len(sentence), at + 1 + _DESCRIBED) and sentence[end].text.startswith(_ARTICLE):
        if sentence[end].time is not None or sentence[end].names("person"):
            break
        end += 1
    woman = noun.form.gender == "f"
    told = [r for r in sentence[at - 1].triggers if _befell(r, woman=woman)]
    if told:
        return noun if any(_is_completed(sentence, end, r) for r in told) else None
    if sentence[at - 1].text not in _THAT:
        return None
    end += end < len(sentence) and sentence[end].is_(*_AUXILIARY)
    verbs = sentence[end].triggers if end < len(sentence) and not sentence[end].conjunction else ()
    befell = any(_befell(r, woman=woman) and " " not in r.trigger.lemma for r in verbs)
    return noun if befell and _ends(sentence, end + 1) else None


def definite_singular(sentence: list[Chunk], at: int, lexicon: Lexicon) -> NounReading | None:
    """`اعتقال الجاني`, `تم تدمير الموقع`: one that the text told of, right behind a masdar; no title of a name."""
    before = at - 1 - (at > 1 and sentence[at - 1].text in _QUOTES)  # مقتل "المطلوب الرئيسي"
    if before < 0 or not any(reading.verb is None for reading in sentence[before].triggers):
        return None
    if name_after(sentence, at, set(), lexicon) is not None:
        return None
    return next(
        (
            reading
            for reading in sentence[at].nouns
            if reading.form.number == "singular"
            and reading.stem.article
            and not reading.stem.preposition
            and (reading.noun.unit in _ONE or reading.noun.lemma in _MISSILES)
        ),
        None,
    )


def _befell(reading: TriggerReading, *, woman: bool) -> bool:
    """Tell whether a verb says of one, in her or his gender, what the subject suffered."""
    verb = reading.verb
    if verb is None or verb.form.tense != "past" or verb.form.number != "singular":
        return False
    suffers = reading.trigger.role == "subject" or (
        reading.trigger.role == "object" and verb.form.voice != "active" and not reading.pronoun
    )
    alike = (verb.form.gender == "f") == woman
    return suffers and alike and reading.trigger.measure in _OUTCOMES


def _is_completed(sentence: list[Chunk], at: int, reading: TriggerReading) -> bool:
    """`لقي الضابط حتفه`, `فارق الشاب الحياة`: what completes a verb stands behind its subject, no object."""
    rest = fold(reading.trigger.lemma).split()[1:]
    if rest and not (
        at < len(sentence) and sentence[at].text.removeprefix(_ARTICLE).startswith(rest[0].removesuffix("ة"))
    ):
        return False
    return _ends(sentence, at + len(rest))


def _ends(sentence: list[Chunk], at: int) -> bool:
    """Tell whether no object stands at a chunk: a preposition, a time, a mark, the end, another clause."""
    if at >= len(sentence):
        return True
    piece = sentence[at]
    other = piece.mark or piece.time is not None or bool(piece.conjunction) or "clause" in piece.cues
    return other or piece.is_(*_BEHIND) or bool(piece.preposition) or piece.text.startswith(("ب", "ل"))
