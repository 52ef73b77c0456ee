"""Descriptions of speakers: where the noun phrase ends that says who spoke.

It ends before its verb, a clause, a number, a time, the one who is spoken to (`لرويترز`) or a preposition that belongs
to the verb.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.attribution.apposed_names import name_apposed
from tawatur.extract.attribution.like_verbs import is_called_so, is_noun_here
from tawatur.extract.attribution.unnamed import source_told
from tawatur.extract.attribution.voices import is_spoken_to
from tawatur.extract.attribution.word_classes import (
    is_behind_name,
    is_definite,
    is_given_name,
    is_name,
    is_outcome,
    noun_of,
    tells_count,
)
from tawatur.extract.clauses.predicates import finite_verb
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, names_purpose
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.person_names import has_given_name

_THAT = words_of("that")
#: The noun for those whom an event befell.
_VICTIM = "ضحية"
_STOPS = words_of("after_speaker")
_BESIDE = words_of("beside_speech_verb")
_AUXILIARY = words_of("beside_verb")
_PREPOSITIONS = words_of("preposition")
_GOVERNS = words_of("governs")
_ACCUSES = ("اتهم",)
_OUTLETS, _ANYBODY = words_of("outlet_noun"), words_of("any_speaker")
#: Verbs that take whom they count for their object, and how many with `ب`.
_ESTIMATES = words_of("estimates")
#: What stands between a spokesman and whom he speaks for.
_IN_NAME_OF = ("باسم",)
_PRESS, _INFORMS = words_of("press"), words_of("informs")
#: How far from the mark that opens an outlet's name the one that closes it may stand, before `أن`.
_LONGEST_OUTLET = 6
_WHO = words_of("who")
_SAME = words_of("same")
_PUBLISHED = words_of("published")
_CALLED = words_of("called")
_ARMS = words_of("arm_of_body")
_DASHES = ("-", "–", "—")
_COMMAS = ("،", ",")
_NUMBER_OF = words_of("number_of")
#: `للصحفيين`: the article loses its alif behind the preposition.
_TO_THE, _PLURAL = "لل", ("ين", "ات")
_PLATFORMS = frozenset(words_of("platform"))


def phrase_end(sentence: list[Chunk], first: int, end: int, passage: Passage, lexicon: Lexicon) -> int:
    """Return the chunk after the description of a speaker that begins at `first` and ends by `end`."""
    apposed = False
    said = {fold(verb.lemma) for verb, _ in sentence[first - 1].verb_says} if first else set[str]()
    informed, accuses = not said.isdisjoint(_INFORMS), not said.isdisjoint(_ACCUSES)
    estimates = not said.isdisjoint(_ESTIMATES)
    for i in range(first, end):
        piece = sentence[i]
        counted = piece.number is not None and noun_of(piece) not in lexicon.speaker_nouns  # قاضي محكمة كذا
        if piece.time is not None or (counted and source_told(piece, lexicon) is None):
            return i
        if i == first:
            continue
        behind = i > first + 2 and not piece.places and is_behind_name(sentence, i)
        if behind and has_given_name(sentence, i - 2, lexicon):
            return i  # نفى قائد الشرطة محمد الفلاني التقارير
        if accuses and _is_accused(sentence, i):
            return i
        if piece.is_("ما", "ذلك") or ("document" in piece.says and _is_object(sentence, i)):
            return i  # أصدرت الوزارة بيانا قالت فيه, في بيان للوزارة ما يلي
        if (
            piece.text in (*_DASHES, *_WHO)
            or is_spoken_to(piece)
            or _are_spoken_to(sentence, first, i)
            or (informed and _is_informed(sentence, i))
        ):
            return i  # أبلغ المتحدث الصحافيين
        if piece.text in ("ل", "لل") and not _is_owned(sentence, i, end):
            return i
        if piece.is_(*_SAME) or _begins_told(sentence, i) or _joins_number(sentence, i, lexicon):
            return i  # المصادر الطبية ذاتها, كشفت مصادر عن, 217 وفق الشرطة و225 وفق
        if piece.text in _PUBLISHED:
            return i  # بيان للوزارة تلاه التلفزيون
        if piece.text in _STOPS and not (_in_name(sentence, i, passage) or _is_of_land(sentence, first, i, lexicon)):
            return i
        if piece.says & {"participle", "preposition"} or piece.cues & {"clause", "particle"}:
            return i
        if tells_count(piece) or _is_direct_object(sentence, i):
            return i
        if is_outcome(piece) and not (_is_of_name(sentence[i - 1], lexicon) or names_purpose(sentence, i)):
            return i
        if _is_counted_act(sentence, i):
            return i
        if noun_of(piece) in _NUMBER_OF and not (piece.preposition or sentence[i - 1].is_(*_PREPOSITIONS)):
            return i  # تقدر الفصائل عدد مقاتليه بـ
        whole = is_definite(sentence[i - 1]) or estimates  # not منظمة صوت الضحايا
        if piece.text == "ب" or (whole and _are_counted(piece)):
            return i  # قدر المستشفى القتلى بـ
        noun = (
            bool(piece.verb_says) and piece.text not in _CALLED and is_noun_here(sentence, i)
        )  # التحالف لرصد الانتهاكات
        noun = noun or (i == first + 1 and is_called_so(sentence, i)) or is_given_name(sentence, i)
        if not noun and (piece.verb_says or finite_verb(sentence, i) is not None):
            return i
        if piece.preposition == "ب" and not (piece.actors or piece.places or piece.heads or piece.says):
            return i
        if piece.text in _COMMAS:
            if i - first > 1 and (apposed or _closes(sentence, i, end)):
                return i
            apposed = True  # قائد الفوج، العميد فلان، السيطرة على
    return end


def _are_spoken_to(sentence: list[Chunk], first: int, at: int) -> bool:
    """`قال فلان للحاضرين`: behind a person's name, those whom he tells."""
    word = sentence[at].text
    people = any(reading.noun.unit == "person" for reading in sentence[at].nouns)
    told = word.startswith(_TO_THE) and word.endswith(_PLURAL) and (people or not sentence[at].actors)
    return told and all(is_name(piece) and "speaker" not in piece.says for piece in sentence[first:at])


def _is_informed(sentence: list[Chunk], at: int) -> bool:
    """`أبلغ المتحدث الصحافيين`, `أخبرت اللجنة رويترز`: behind who speaks, the press or an outlet is told."""
    before = sentence[at - 1]
    if noun_of(sentence[at]) in _PRESS:
        body = "speaker" in before.says and not is_definite(before) and noun_of(before) not in _ANYBODY
        return not body or len(before.words) > 1  # نقابة الصحفيين
    if sentence[at].actors and not (sentence[at].preposition or sentence[at].conjunction):
        return is_definite(before) or bool(before.places)  # أبلغ مندوب السودان مجلس الأمن
    whole = is_definite(before) or bool(before.persons) or is_name(before)
    if whole and noun_of(sentence[at]) in _OUTLETS and not sentence[at].preposition:
        return True  # أبلغ قائد الشرطة وكالة الأنباء
    if whole and sentence[at].text == '"':
        ahead = range(at + 2, min(len(sentence) - 1, at + _LONGEST_OUTLET))
        return any(sentence[i].text == '"' and sentence[i + 1].text in _THAT for i in ahead)  # أبلغ فلان «الوادي» أن
    if (
        "speaker" in sentence[at].says
        and is_definite(sentence[at])
        and is_name(before)
        and "speaker" not in before.says
    ):
        return True  # أبلغ الوزير فلان المجلس
    return bool(sentence[at].outlets) and noun_of(before) not in _OUTLETS and not sentence[at].preposition


def _is_accused(sentence: list[Chunk], at: int) -> bool:
    """`اتهمت اللجنة القوات بقتل`: a party behind what is complete by its article, a name or a state is the object."""
    before, piece = sentence[at - 1], sentence[at]
    country = any(place.kind == "country" for place in piece.places)
    governs = noun_of(piece) in _GOVERNS and is_definite(piece)
    if piece.preposition or piece.conjunction or not (piece.actors or country or governs):
        return False
    if piece.places and not country:
        return False
    name = is_name(before) and before.text not in _IN_NAME_OF
    return is_definite(before) or bool(before.actors) or before.state is not None or name


def _is_of_land(sentence: list[Chunk], first: int, at: int, lexicon: Lexicon) -> bool:
    """`الحكومة في مالي`, `الحكومة في باماكو`: `في` and a country, or its capital, right behind a government."""
    governs = any(noun_of(piece) in _GOVERNS and is_definite(piece) for piece in sentence[at - 1 : at])
    if not governs or at == first or not sentence[at].is_("في") or at + 1 >= len(sentence):
        return False
    there = sentence[at + 1]
    capital = any(key in lexicon.state_keys for key in there.actors)
    return capital or any(place.kind == "country" for place in there.places)


def _is_object(sentence: list[Chunk], at: int) -> bool:
    """`أصدرت الوزارة بيانا`, `تلقت اللجنة بلاغات`: a document behind its subject, no genitive of what is definite."""
    return sentence[at].text.endswith("ا") or (is_definite(sentence[at - 1]) and not sentence[at].conjunction)


def _is_direct_object(sentence: list[Chunk], at: int) -> bool:
    """`نعى المتحدث جنديا`, `تبنت الجماعة الهجوم`: a person or an act behind a subject that is complete."""
    before, piece = sentence[at - 1], sentence[at]
    if piece.preposition or piece.conjunction or not (is_definite(before) or before.state is not None):
        return False
    accusative = piece.text.endswith("ا") and not (piece.definite or piece.places or is_name(piece))
    person = any(reading.noun.unit == "person" for reading in piece.nouns)
    return accusative and person


def _is_counted_act(sentence: list[Chunk], at: int) -> bool:
    """`أعلن الدفاع المدني في المدينة انتشال 12`: an unknown masdar right before a number, behind what is complete."""
    before, piece = sentence[at - 1], sentence[at]
    complete = is_definite(before) or bool(before.places)
    counted = at + 1 < len(sentence) and sentence[at + 1].number is not None and sentence[at + 1].time is None
    act = is_name(piece) or any(reading.verb is None for reading in piece.triggers)  # اعتراض 37 صاروخا
    return complete and counted and act and not (is_definite(piece) or "speaker" in piece.says)


def _is_owned(sentence: list[Chunk], at: int, end: int) -> bool:
    """`المركز الإعلامي لـ #الجيش`: what stands behind a `ل` of its own is whose office that is, no outlet spoken to."""
    if at + 1 >= end or noun_of(sentence[at - 2 if at > 1 else 0]) not in _ARMS:
        return False
    return bool(sentence[at + 1].actors) and not sentence[at + 1].outlets


def _are_counted(piece: Chunk) -> bool:
    """`القتلى`, `ضحايا الحرب`: people whom a noun of an outcome tells of, all of them."""
    victims = any(fold(r.noun.lemma) == _VICTIM and r.form.number == "plural" for r in piece.nouns)
    return victims or any(r.noun.measure in FLOWS and r.stem.article and r.form.number == "plural" for r in piece.nouns)


def _joins_number(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """`217 وفق الشرطة و225 وفق الهيئة`: what `و` joins is the next number, no second voice."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    joined = sentence[at].text == "و" and following is not None and following.number is not None
    return joined and following is not None and source_told(following, lexicon) is None


def _is_of_name(before: Chunk, lexicon: Lexicon) -> bool:
    """`رئيس تحرير الصحيفة`, `قائد معركة تحرير المدينة`: an outcome behind a title or an act is what they are of."""
    title = noun_of(before) in lexicon.titles and not is_definite(before)  # not أعلن الرئيس مقتل
    return title or (before.names("event") and not is_definite(before))


def _closes(sentence: list[Chunk], comma: int, end: int) -> bool:
    following = sentence[comma + 1] if comma + 1 < end else None
    if following is None or following.time is not None or following.text in (*_STOPS, *_WHO):
        return True
    behind = sentence[comma + 2] if comma + 2 < end else None
    if behind is not None and behind.actors and "speaker" not in behind.says and is_name(following):
        return not is_definite(following)  # نشرها الجيش، ارتكاب الجماعة
    return bool(following.conjunction) and name_apposed(sentence, comma) == comma  # المدير، وجدان فلان،


def _in_name(sentence: list[Chunk], at: int, passage: Passage) -> bool:
    """`مسؤول في التحالف`, `مصدر في وزارة`: a place of work belongs to the description; `علي` is a man's name."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if passage.words(sentence[at].first, sentence[at].last) == "علي":
        if following is not None and (following.text in _PLATFORMS or following.is_("تويتر", "فيسبوك", "تلغرام")):
            return False
        return following is None or is_name(following) or _follows_name(following)
    if sentence[at].text != "في" or following is None:
        return False
    if (following.places or "place_noun" in following.cues) and at + 2 < len(sentence):
        name = sentence[at + 2]
        if sentence[at - 1].words[-1].startswith(("رسمي", "حكومي")) and any(
            place.kind == "country" for place in following.places
        ):
            return True  # وسائل إعلام رسمية في السعودية
        if is_definite(name) and "speaker" not in name.says and not following.places and at + 3 < len(sentence):
            name = sentence[at + 3]  # في المنطقة الوسطى فلان
        return "speaker" in name.says or is_name(name)  # في تعز العميد فلان, في الولاية فلان
    office = following.text.startswith(("محافظة", "منطقة", "مدينة"))
    return bool(following.actors or "speaker" in following.says or office)


def _follows_name(piece: Chunk) -> bool:
    """`أسامة علي قد أعلن`, `أسامة علي في مؤتمر`: what no preposition stands before."""
    told = piece.mark or bool(piece.verb_says) or piece.time is not None
    return told or piece.is_(*_THAT, *_BESIDE, *_AUXILIARY, *_PREPOSITIONS)


def _begins_told(sentence: list[Chunk], at: int) -> bool:
    """`كشفت مصادر محلية عن خطة`, `حذر خبراء من خطورة`: what a verb of saying tells with a preposition."""
    if sentence[at].is_("عن"):
        before = sentence[at - 1]
        return "speaker" not in before.says and not before.text.startswith(_TO_THE)  # المسؤول عن الملف, للدفاع عن
    if not sentence[at].is_("من") or at + 1 >= len(sentence):
        return False
    body = sentence[at + 1]
    named = body.actors or body.places or body.state or body.says or body.nouns or body.heads or is_definite(body)
    return not named
