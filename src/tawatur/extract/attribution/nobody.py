"""Verbs of saying behind which nobody speaks: `يعتقد أن`, `هجوم نسب إلى`, `تطالب بالتحقيق`, `تؤكد على أن`."""

from __future__ import annotations

from tawatur.extract.attribution.statements import is_of
from tawatur.extract.attribution.word_classes import is_definite, is_name
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.place_nouns import ordinary_words

_THAT = words_of("that")
_AUXILIARY = words_of("beside_verb")
_ASCRIBES = words_of("ascribes")
ACCUSES = ("اتهم",)
_ANNOUNCES = words_of("announces")
_CALLED = words_of("claims_to_be")
_BELIEVES = words_of("believes")
_INFORMS = words_of("informs")
_PROPOSES = words_of("proposes")
#: Marks that open a name: `يدعى «أبو فلان»`.
_OPENS = ("«", '"', "“")
#: `على` and `بال`, as the view spells them.
_ON, _WITH_THE = "علي", "بال"
#: The ending of an object without the article.
_ACCUSATIVE = "ا"


def is_object(sentence: list[Chunk], at: int) -> bool:
    """Tell whether what stands behind a verb is what it is about, and nobody: `تؤكد على أن`, `تطالب بالتحقيق`."""
    piece = sentence[at]
    known = piece.actors or piece.persons or piece.outlets or "speaker" in piece.says
    if piece.text == _ON and at + 1 < len(sentence) and sentence[at + 1].text in _THAT:
        return True
    demanded = at > 0 and any(is_of(said, _PROPOSES) for said, _ in sentence[at - 1].verb_says)
    held_to_be = piece.text.endswith(_ACCUSATIVE) and piece.text.removesuffix(_ACCUSATIVE) in ordinary_words()
    return not known and (
        held_to_be  # يعتبر أمرا غير مقبول
        or piece.text.startswith(_WITH_THE)
        or (demanded and piece.text.startswith("ب"))
    )


def tells_with(sentence: list[Chunk], at: int, told: int) -> bool:
    """`أفادت مدرسة كذا بمقتل سبعة`: a verb whose `ب` brings what is told; not one with a person for its object."""
    objects = (*_INFORMS, *_PROPOSES, *ACCUSES)
    return sentence[told].preposition == "ب" and not any(is_of(said, objects) for said, _ in sentence[at].verb_says)


def is_of_feminine(piece: Chunk) -> bool:
    """`سابقة`, `أولية`: an adjective without the article behind news."""
    other = piece.actors or piece.preposition or piece.places or piece.number or piece.says
    return piece.text.endswith("ة") and not (other or is_definite(piece))


def is_believed(piece: Chunk) -> bool:
    """`يعتقد أن`: without a subject it is nobody's saying."""
    return any(is_of(said, _BELIEVES) for said, _ in piece.verb_says)


def is_ascribed(sentence: list[Chunk], at: int) -> bool:
    """`هجوم نسب إلى التنظيم`: nobody is said to ascribe it."""
    if at + 1 >= len(sentence):
        return False
    following = sentence[at + 1]
    for said, _ in sentence[at].verb_says:
        called = is_name(following) and "speaker" not in following.says  # ادعت غرفة الطوارئ
        if is_of(said, _CALLED) and (called or (following.mark and following.text in _OPENS)):
            return True  # انتحاري يدعى فلان
        if is_of(said, _ASCRIBES) and following.is_("الي"):
            return True
        if said.lemma in ACCUSES and _is_accused(sentence, at):
            return True  # يتهم مسلحو الحركة بقتل
        if said.lemma in ACCUSES and following.actors and at + 2 < len(sentence) and _is_with(sentence[at + 2]):
            before = sentence[at - 1] if at else None
            # اتهم النظام بشن هجوم
            return before is None or before.mark or before.is_(*_AUXILIARY) or bool(sentence[at].conjunction)
        if is_of(said, _ANNOUNCES) and following.is_("عن") and _is_masculine(sentence[at]):
            return at == 0 or sentence[at - 1].mark  # وأعلن عن مقتل جندي
    return False


def _is_accused(sentence: list[Chunk], at: int) -> bool:
    """Tell whether an accusing verb has one noun and its genitive before `ب`: nobody else is there to accuse them."""
    if at + 3 >= len(sentence) or not _is_masculine(sentence[at]) or not _is_with(sentence[at + 3]):
        return False
    head, of = sentence[at + 1], sentence[at + 2]
    construct = not (is_definite(head) or head.actors or head.persons or head.outlets or head.mark)
    return construct and "speaker" not in head.says and bool(head.nouns) and (bool(of.actors) or is_definite(of))


def _is_with(piece: Chunk) -> bool:
    """`بشن`: what one is accused of."""
    return piece.preposition == "ب" or (piece.text.startswith("ب") and not piece.actors)


def _is_masculine(piece: Chunk) -> bool:
    return not piece.text.endswith(("ت", "وا"))
