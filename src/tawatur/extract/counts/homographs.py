"""Words that state an outcome in one use and none in another: `قضى 12 شخصا`, `يقضي الاتفاق بخروج 12`."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS
from tawatur.extract.phrases.lexicon import TriggerReading
from tawatur.extract.phrases.quantity import Quantity

_PROVIDES, _BURNS = words_of("provides"), frozenset(words_of("burns"))
_BURIALS, _BODY = frozenset(words_of("burying")), words_of("body_of_one")
#: How far behind mourners it may stand whom they bury.
_BODY_WITHIN = 6
_SIGNED = words_of("signed")
_STOPS = words_of("stops")
_CONDEMNS = frozenset(words_of("condemning"))
_NAMES = words_of("name_or_verb")
#: Nouns behind which a masdar with its article says of what kind they are.
_KINDS_OF_WAR = ("حرب", "حروب", "حملة", "حملات", "سياسة", "جريمة", "جرائم")
#: Nouns of a killing as a crime, whose adjective stands behind the masdar.
_CRIMES = ("جريمة", "الجريمة", "محاولة", "حادثة", "قضية", "وجريمة", "ومحاولة", "بمحاولة", "بجريمة")
#: The prepositions behind which a verb does not stand.
_PREPOSITIONS = frozenset(("من", "في", "الي", "علي", "عن", "داخل", "قرب", "خارج", "بعد", "قبل", "خلال"))
_ON, _DESCRIBES = "علي", "وصف"
#: The role of `في صفوف`, which makes fighters of whom it counts.
_RANKS = "ranks"
#: Armed men of no state, by key and by what their noun says of them.
_GUNMEN, _ARMED = frozenset(("attackers", "militants")), ("armed_group", "attackers")


def is_no_outcome(sentence: list[Chunk], at: int, reading: TriggerReading, quantity: Quantity) -> bool:
    """Tell whether the word at `at` states no outcome of a quantity, whatever the tables say of it."""
    measure = reading.trigger.measure
    if reading.verb is not None and (_is_noun(sentence, at) or _is_given_name(sentence, at)):
        return True
    if reading.trigger.role == _RANKS and at and _tells_of_outcome(sentence[at - 1]):
        return True  # عدد القتلى في صفوف التنظيم
    if measure == "detained" and sentence[at].is_(*_STOPS):
        behind = sentence[quantity.last] if quantity.last < len(sentence) else None
        return behind is not None and behind.is_("عن")  # توقف آلاف الطلاب عن الدراسة
    if measure == "sentenced":
        return only_condemns(sentence, reading)
    if measure == "members":
        return quantity.unit == "country" and any("un" in piece.actors for piece in sentence)  # تضم الجمعية 193 دولة
    if measure != "killed":
        return False
    if sentence[at].text.startswith(_DESCRIBES):
        return True  # وصفت حالتهم: described, where و and صفّى would be killed off
    if quantity.singular and at and sentence[at - 1].is_(*_CRIMES) and sentence[quantity.first].text.endswith("ية"):
        return True  # جريمة قتل إرهابية: what the crime is
    word = sentence[at].text.removeprefix(sentence[at].conjunction)
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if at and word.startswith("ال") and sentence[at - 1].is_(*_KINDS_OF_WAR):
        return True  # منذ بدء حرب الإبادة: what kind of war it is
    if word in _PROVIDES:
        ahead = sentence[at + 1 : quantity.first + 1]
        return any(piece.text.startswith("ب") or piece.preposition == "ب" for piece in ahead)  # يقضي الاتفاق بخروج
    if word in _SIGNED:
        return word.startswith("ال") or (following is not None and following.is_(_ON))  # الموقعة على الاتفاق
    if fold(reading.trigger.lemma) in _BURIALS:
        buried = sentence[quantity.last : quantity.last + _BODY_WITHIN]
        return quantity.bound == "indefinite" or any(piece.is_(*_BODY) for piece in buried)  # شيع الآلاف جثمان فلان
    return fold(reading.trigger.lemma) in _BURNS and quantity.unit is None  # إحراق أربع معدات


def only_condemns(sentence: list[Chunk], reading: TriggerReading) -> bool:
    """`أدانت الدولة اقتحام عشرات`, `قرار يدين العنف`: where no court is told of, who condemns convicts nobody."""
    active = reading.verb is not None and reading.verb.form.voice != "passive"
    judged = any("court" in piece.cues for piece in sentence)
    return active and not judged and fold(reading.trigger.lemma) in _CONDEMNS


def _is_noun(sentence: list[Chunk], at: int) -> bool:
    """`فر من سجن المدينة 40`, `في فراه`: a word that is a noun or a place too is no verb behind a preposition."""
    noun = any(reading.form.number == "singular" for reading in sentence[at].nouns) or bool(sentence[at].places)
    return noun and at > 0 and sentence[at - 1].text in _PREPOSITIONS


def _is_given_name(sentence: list[Chunk], at: int) -> bool:
    """`الصحفي ياسر مرتجى`, `ياسر عرفات`: a given name behind a person's noun, or a name before a name, is no verb."""
    if sentence[at].text not in _NAMES:
        return False
    before = sentence[at - 1] if at else None
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    titled = before is not None and (before.names("person") or "person_title" in before.cues or bool(before.says))
    named = behind is not None and not (behind.number or behind.mark or behind.nouns or behind.cues or behind.triggers)
    return titled or named


def _tells_of_outcome(piece: Chunk) -> bool:
    """`القتلى`, `قتيلا`, `عدد القتلى`: a word for people whom something befell."""
    measures = {reading.noun.measure for reading in piece.nouns}
    return bool((measures | {reading.trigger.measure for reading in piece.triggers}) & FLOWS)


def are_gunmen(pieces: list[Chunk]) -> bool:
    """`اقتحم مسلحون المدرسة واقتادوا 287 تلميذا`: armed men of no state, who arrest nobody."""
    return any(
        not _GUNMEN.isdisjoint(piece.actors) or any(reading.noun.of in _ARMED for reading in piece.nouns)
        for piece in pieces
    )
