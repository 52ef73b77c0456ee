"""Nouns that are spelt as verbs of saying: `لرصد الانتهاكات`, `منظمة رصد`, `ويدعى فلان`, `تابع للجيش`."""

from __future__ import annotations

from tawatur.extract.attribution.word_classes import is_definite, is_name
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of

_CALLED = words_of("called")
#: Lemmas of verbs whose object is what their subject counted.
RECORDS = ("وثق", "أحصى", "رصد", "سجل")
#: What a present begins with: `ليعلن` is a verb, `لرصد` none.
_OF_PRESENT = ("ي", "ت", "ن")
#: The ending of a feminine noun, and the beginning of what `she` says.
_FEMININE, _OF_SHE = "ة", "ت"
#: Spelt as `تابع` the verb: what belongs to somebody.
_BELONGS = "تابع"
#: Masdars spelt as the verb of those who count, behind the noun of a body that is there to do so.
_PURPOSES = ("رصد",)


def is_noun_here(sentence: list[Chunk], at: int) -> bool:
    """`المجلس لرصد الانتهاكات (رصد)`: behind `ل` a past's letters are a masdar's, and alone in brackets a name's."""
    word = sentence[at].text
    if word.startswith("ل") and word[1:2] not in _OF_PRESENT and not sentence[at].verb_says[0][0].lemma.startswith("ل"):
        return True
    if word in _CALLED and at + 1 < len(sentence) and is_name(sentence[at + 1]):
        return True  # أحد السكان ويدعى فلان
    if at and _is_name_of_body(sentence, at):
        return True
    if word == _BELONGS and at and at + 1 < len(sentence) and not (sentence[at].conjunction or sentence[at - 1].mark):
        return sentence[at + 1].text.startswith("ل")  # على موقع تابع له
    return bool(at) and sentence[at - 1].text == "(" and at + 1 < len(sentence) and sentence[at + 1].text == ")"


def _is_name_of_body(sentence: list[Chunk], at: int) -> bool:
    """`قالت منظمة رصد إن`: behind a verb of saying and a body's noun without the article, the body's name."""
    body = sentence[at - 1]
    if "speaker" not in body.says or is_definite(body) or body.actors:
        return False
    purpose = sentence[at].text in _PURPOSES and at + 1 < len(sentence) and is_definite(sentence[at + 1])
    named = purpose or (at > 1 and bool(sentence[at - 2].verb_says))  # مركز رصد الانتهاكات
    return named and any(said.lemma in RECORDS for said, _ in sentence[at].verb_says)


def is_called_so(sentence: list[Chunk], at: int) -> bool:
    """`مؤسسة وعد للتنمية`: behind a feminine noun for bodies without the article, whose verb would agree, its name."""
    body, word = sentence[at - 1], sentence[at].text
    if "speaker" not in body.says or is_definite(body) or body.actors or not body.text.endswith(_FEMININE):
        return False
    return not (word.startswith(_OF_SHE) or word.endswith(_OF_SHE))
