"""Saying: what of a sentence says, opens or goes on with what somebody said."""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.function_words import words_of
from tawatur.extract.government import TOLLED

_THAT = words_of("that")
_ABOUT = words_of("about")
_ADVERBS = words_of("beside_speech_verb")
_NO_VERB_AFTER = words_of("before_masdar")
_PARTED = ("من", "اما")
_WHO = words_of("who")
_POSSESSIVE = words_of("object_pronoun")
_SPAN = words_of("span")
_SAME = words_of("same")
#: What is longer between quotation marks is a statement.
_LONGEST_NAME = 5
#: How many chunks a sentence's opening may have that takes up what was said before.
_OPENING = 8


def speaks(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is a verb of saying; `عدم ذكر اسمه` is none."""
    return (
        bool(sentence[at].verb_says)
        and "part" not in sentence[at].cues
        and not (at and sentence[at - 1].is_(*_NO_VERB_AFTER))
    )


def claims_an_act(sentence: list[Chunk], at: int) -> bool:
    """`قالت القيادة إن التنظيم تبنى 153 هجوما`: the claiming is what is told, not who tells it."""
    if any(attribution.lemma == "تبنى" for attribution, _ in sentence[at].verb_says):
        return True
    return any("مسؤولي" in piece.text for piece in sentence[at + 1 : at + 8])


def is_relative(sentence: list[Chunk], at: int) -> bool:
    """`المتحدث باسم التحالف الذي قال`: the verb's subject is what the relative pronoun takes up."""
    return at > 1 and sentence[at - 1].text in _WHO


def counts_on(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence goes on with the tally of the one before: `ومن بين القتلى`, `وفي المدة ذاتها`."""
    if sentence[0].is_("اما"):
        return True
    for at, piece in enumerate(sentence[:_OPENING]):
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if piece.is_(*_SPAN) and following is not None and following.is_(*_SAME):
            return True
        for reading in piece.nouns:
            counted = reading.noun.measure in TOLLED and reading.form.number == "plural"
            dated = following is not None and following.time is not None
            if at and sentence[at - 1].number is not None:
                continue  # عشرات الغارات: others than those counted before
            taken_up = at > 1 or (at == 1 and sentence[0].is_(*_PARTED, "بين"))  # no subject of its own verb
            if counted and taken_up and (reading.stem.article or dated):
                return True
    return False


def is_possessed(document: Chunk) -> bool:
    """`في حصيلتها`: a document of somebody named before it."""
    return document.text.endswith(_POSSESSIVE)


def opened(sentence: list[Chunk], at: int) -> int:
    """Return where the clause of a chunk begins."""
    for i in range(at - 1, -1, -1):
        if "clause" in sentence[i].cues or sentence[i].text in (*_THAT, "؛", "."):
            return i + 1
    return 0


def opens_quotation(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a quotation mark opens a statement, no name: `وأضاف «تسببت المعارك بنزوح المئات»`."""
    if sentence[at].text != '"':
        return False
    closing = next((i for i in range(at + 1, len(sentence)) if sentence[i].text == '"'), None)
    return closing is None or closing - at > _LONGEST_NAME


def claims_responsibility(piece: Chunk) -> bool:
    """Tell whether a verb claims an act: `تبنى`."""
    return any(attribution.lemma == "تبنى" for attribution, _ in piece.verb_says)


def open_quote(sentence: list[Chunk], passage: Passage) -> bool:
    """Tell whether a sentence leaves a quotation open."""
    tokens = passage.analysed.tokens[sentence[0].first : sentence[-1].last]
    return sum(token.text.count('"') for token in tokens) % 2 == 1


def is_reported_noun(sentence: list[Chunk], at: int) -> bool:
    """`أفاد مصدر بمقتل سبعة`, `كشف عن اعتقال`: a masdar with its preposition is what is reported."""
    piece = sentence[at]
    if piece.preposition == "ب" and any(reading.verb is None for reading in piece.triggers):
        return True
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return piece.is_("عن") and following is not None and any(reading.verb is None for reading in following.triggers)


def is_bare(sentence: list[Chunk], at: int, that: int | None) -> bool:
    """Tell whether a verb of saying has no subject of its own beside it: `وأضاف أن`, `وأشار في الوقت نفسه إلى أن`."""
    between = sentence[at + 1 : that] if that is not None else sentence[at + 1 : at + 2]
    light = [
        piece for piece in between if not (piece.mark or piece.time or piece.text in _ABOUT or piece.text in _ADVERBS)
    ]
    return not light and (that is not None or bool(between))
