"""Classes of words: what a word of a description can be, by its form and by what the tables say of it.

A noun, with or without its article and its owner (`بيانها`), an adjective, a part of a name, what is told.
"""

from __future__ import annotations

from tawatur.extract.clauses.predicates import event_class
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.place_nouns import ordinary_words

_THAT = words_of("that")
_ABOUT = words_of("about")
_STOPS = words_of("after_speaker")
_BESIDE = words_of("beside_speech_verb")
_PREPOSITIONS = words_of("preposition")
_RESUMPTIVE = words_of("resumptive")
_NO_NAMES = frozenset((*_THAT, *_ABOUT, *_STOPS, *_BESIDE, *_PREPOSITIONS, *_RESUMPTIVE))
_NAME_OR_VERB = frozenset(words_of("name_or_verb"))
_MASDARS = words_of("masdar_of_phrase")
#: How far behind the verb a name of two words ends at the earliest.
_NAMED = 2
_NO_SPEAKERS = words_of("no_speaker")
#: Endings that say whose a thing is.
_OWNED = words_of("object_pronoun")
_COUNTED = words_of("toll_moves")


def is_definite(piece: Chunk) -> bool:
    """Tell whether a chunk's first word wears the article."""
    return piece.text.removeprefix(piece.conjunction).startswith(("ال", "وال", "لل", "بال"))


def noun_of(piece: Chunk) -> str:
    """Return a chunk's first word without its prefixes."""
    word = piece.text.removeprefix(piece.conjunction)
    if word.startswith("لل"):
        return word[2:]
    return word.removeprefix(piece.preposition).removeprefix("ال")


def owned_noun(piece: Chunk) -> str | None:
    """Return a chunk's noun without the ending that says whose it is: `بيان` of `بيانها`; None where it has none."""
    noun = noun_of(piece)
    return next((noun.removesuffix(ending) for ending in _OWNED if noun.endswith(ending)), None)


def is_adjective(piece: Chunk) -> bool:
    """`رسمية`, `العسكرية`: a word in `ـية` that is nothing else."""
    return piece.text.endswith("ية") and not (piece.actors or piece.preposition or piece.places)


def is_nisba(piece: Chunk) -> bool:
    """`حقوقي`, `دولي`: the same of a masculine noun, or a second one joined to it."""
    return piece.text.endswith("ي") and not (piece.actors or piece.preposition or piece.places or piece.cues)


def is_plain_nisba(piece: Chunk) -> bool:
    """`رسمي`, `صحفي` behind a document: an adjective without the article that is nothing else."""
    return is_nisba(piece) and not (is_definite(piece) or piece.says or piece.persons or piece.state)


def is_name(piece: Chunk) -> bool:
    """Tell whether a chunk can be part of a person's name: it is nothing else."""
    cues = piece.cues if noun_of(piece) != "علي" else piece.cues - {"adversary"}  # a man's name, spelt as `على`
    cues = cues - {"kunya"}  # عبد العزيز أبو مصعب
    act = piece.triggers and piece.text not in _NAME_OR_VERB
    other = piece.nouns or act or piece.number or piece.time or piece.preposition or cues
    if other or piece.verb_says or piece.actors or piece.state or piece.mark or piece.says - {"speaker"}:
        return False
    return piece.text.isalpha() and (piece.text == "علي" or piece.text not in _NO_NAMES)


def is_given_name(sentence: list[Chunk], at: int) -> bool:
    """`باسم الوزارة وحيد الفلاني`: a name that is spelt as a verb (`و` and `حيد`), before another of it."""
    return sentence[at].text in _NAME_OR_VERB and at + 1 < len(sentence) and is_name(sentence[at + 1])


def are_people(piece: Chunk) -> bool:
    """Tell whether a chunk is a noun for people that tells of no outcome: `الانفصاليون`, `متطوعو`."""
    return any(
        reading.noun.unit == "person"
        and reading.noun.measure is None
        and reading.noun.of != "member"
        and reading.form.number == "plural"
        for reading in piece.nouns
    )


def is_told(piece: Chunk) -> bool:
    """Tell whether a chunk is a masdar of an act or an outcome, told without a clause: `اعتراض صاروخين`."""
    if piece.is_(*_MASDARS) and piece.triggers:
        return True  # إلقاء القبض على
    return not piece.definite and any(
        reading.verb is None and reading.trigger.kind == "masdar" for reading in piece.triggers
    )


def is_outcome(piece: Chunk) -> bool:
    """`أعلن حرس الحدود مقتل 5`: what is told begins where an outcome's masdar stands."""
    return any(
        reading.verb is None and reading.trigger.kind == "masdar" and reading.trigger.measure in FLOWS
        for reading in piece.triggers
        if not piece.definite
    )


def tells_count(piece: Chunk) -> bool:
    """`أعلن المدير ارتفاع الحصيلة إلى 30`, `تسجيل 12 قتيلا`: a masdar of what a toll does, told without a clause."""
    return noun_of(piece) in _COUNTED and not (is_definite(piece) or piece.preposition or piece.conjunction)


def tells_nothing(piece: Chunk) -> bool:
    """Tell whether a chunk begins with an act, or with what is told (`الاتهامات`): neither speaks."""
    act = piece.names("event") or event_class(piece) is not None
    act = act or (piece.last - piece.first > 1 and is_told(piece))  # أظهرت الحصيلة القضاء على 91
    noun = noun_of(piece)
    return (
        noun in _NO_SPEAKERS
        or owned_noun(piece) in _NO_SPEAKERS  # عددهم
        or (act and not (piece.actors or piece.persons or piece.outlets))
    )


def is_behind_name(sentence: list[Chunk], at: int) -> bool:
    """`زار الوزير فلان الفلاني الموصل`: what is definite, and no name of a person, behind a name of two words."""
    piece, named = sentence[at], sentence[at - 2 : at]
    whole = bool(sentence[at - 1].persons) or all(_may_be_named(one) for one in named)
    other = bool(piece.places) or (is_definite(piece) and not is_name(piece))
    return at > _NAMED and whole and other and "speaker" not in piece.says


def _may_be_named(piece: Chunk) -> bool:
    """Tell whether a chunk may be part of a person's name, and is no ordinary word (`شؤون`)."""
    return is_name(piece) and not piece.places and not piece.says and piece.text not in ordinary_words()
