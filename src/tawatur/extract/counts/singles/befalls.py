"""Words for what may befall one person whom a text names: `اغتيال`, `قتل`, `الذي قتله`; and what is none of them."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import completed
from tawatur.extract.phrases.lexicon import TriggerReading

#: The outcomes that a name may count.
OF_PERSONS = frozenset(("killed", "wounded", "detained", "abducted", "released", "missing", "sentenced"))
#: Of a person by name they say that he loses his office; what is liberated is a land as a rule; who launches something.
_FALLS = frozenset(("سقط", "سقوط", "إطاحة", "أطاح", "تحرير"))
_LAUNCHES = "إطلاق"
#: Forms of `قضى` that rule where `ب` follows.
_RULED = (*words_of("provides"), *words_of("ruled"))
_SERVES, _TERM = words_of("serves_term"), 6
_RULES = words_of("condemns")
_INSPECTS = words_of("inspects")
_WHO, _AUXILIARY = words_of("who"), words_of("beside_verb")


def befalling(sentence: list[Chunk], at: int) -> TriggerReading | None:
    """Return the reading of a chunk as a word whose outcome may befall one person, its clause completing it."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if sentence[at].is_(*_RULED) and following is not None and following.text.startswith("ب"):
        return None  # توجيهات من فلان قضت بسحب القوات
    if sentence[at].is_(*_RULED) and any(piece.is_(*_SERVES) for piece in sentence[at + 1 : at + _TERM]):
        return None  # يقضي فلان حكما بالسجن
    if sentence[at].is_(*_INSPECTS) and following is not None and "person_title" in following.cues:
        return None  # تفقد القائد فلان الأحياء
    if sentence[at].is_("القضاء") and at and sentence[at - 1].is_(*_RULES):
        return None  # حكم القضاء على فلان بالسجن
    readings = (r for r in sentence[at].triggers if _befalls_one(r) or _points_back(sentence, at, r))
    return next((r for r in readings if r.verb is None or completed(sentence, at, r.trigger.lemma)), None)


def _points_back(sentence: list[Chunk], at: int, reading: TriggerReading) -> bool:
    """`فلان الذي قتله الجيش`, `فلانة التي كانوا قد خطفوها`: a verb whose pronoun is the one its clause is said of."""
    before = at - 1
    while before > 0 and sentence[before].is_(*_AUXILIARY):
        before -= 1
    led = before >= 0 and sentence[before].is_(*_WHO)
    acts = reading.verb is not None and reading.trigger.role == "object" and reading.verb.form.tense == "past"
    return led and acts and reading.pronoun in ("ه", "ها") and reading.trigger.measure in OF_PERSONS


def _befalls_one(reading: TriggerReading) -> bool:
    trigger = reading.trigger
    stands = trigger.kind in ("masdar", "phrase") or reading.verb is not None
    return (
        trigger.measure in OF_PERSONS
        and stands
        and trigger.role in ("object", "subject")
        and not reading.pronoun
        and trigger.lemma.split()[0] not in _FALLS
        and trigger.lemma != _LAUNCHES
    )
