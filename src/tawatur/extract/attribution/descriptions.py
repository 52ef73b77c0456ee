"""Descriptions of speakers: where the noun phrase ends that says who spoke, and which voices stand joined in it.

`مصدر أمني وشهود` are two voices, `مصادر أمنية وطبية` two as well, whose noun is said once; `مكتب الصحة والسكان` is
one. A phrase ends before its verb, a clause, a number, a time, the one who is spoken to (`لرويترز`) or a preposition
that belongs to the verb.
"""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.attribution.unnamed import source_told
from tawatur.extract.clauses.predicates import event_class, finite_verb
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, names_purpose
from tawatur.extract.phrases.lexicon import Lexicon

_THAT = words_of("that")
_ABOUT = words_of("about")
#: The noun for those whom an event befell.
_VICTIM = "ضحية"
_STOPS = words_of("after_speaker")
_BESIDE = words_of("beside_speech_verb")
_AUXILIARY = words_of("beside_verb")
_PREPOSITIONS = words_of("preposition")
_RESUMPTIVE = words_of("resumptive")
_GOVERNS = words_of("governs")
_PRESS, _INFORMS = words_of("press"), words_of("informs")
_NO_NAMES = frozenset((*_THAT, *_ABOUT, *_STOPS, *_BESIDE, *_PREPOSITIONS, *_RESUMPTIVE))
_OUTLETS = words_of("outlet_noun")
_ONE_OF = words_of("one_of")
_WHO = words_of("who")
_HEADS_OF = words_of("head_of_body")
_SAME = words_of("same")
_NEAR = words_of("near_party")
_PUBLISHED = words_of("published")
_CALLED = words_of("called")
_ARMS = words_of("arm_of_body")
_MASDARS = words_of("masdar_of_phrase")
#: Lemmas of verbs whose object is what their subject counted.
RECORDS = ("وثق", "أحصى", "رصد", "سجل")
#: What a present begins with: `ليعلن` is a verb, `لرصد` none.
_OF_PRESENT = ("ي", "ت", "ن")
_DASHES = ("-", "–", "—")
_COMMAS = ("،", ",")
_NO_SPEAKERS = words_of("no_speaker")
#: Endings that say whose a thing is.
_OWNED = words_of("object_pronoun")
_NUMBER_OF = words_of("number_of")
_COUNTED = words_of("toll_moves")
_OFFICIAL = ("رسمي", "حكومي")
#: What may stand behind a name.
_TOLD = ("ل", "في", "قوله", "ذلك")
#: How many words that no table has are a name.
_SHORTEST_NAME = 2
#: Spelt as `تابع` the verb: what belongs to somebody.
_BELONGS = "تابع"
#: `للصحفيين`: the article loses its alif behind the preposition.
_TO_THE = "لل"


def phrase_end(sentence: list[Chunk], first: int, end: int, passage: Passage, lexicon: Lexicon) -> int:
    """Return the chunk after the description of a speaker that begins at `first` and ends by `end`."""
    apposed = False
    informed = first > 0 and any(fold(said.lemma) in _INFORMS for said, _ in sentence[first - 1].verb_says)
    for i in range(first, end):
        piece = sentence[i]
        counted = piece.number is not None and noun_of(piece) not in lexicon.speaker_nouns  # قاضي محكمة كذا
        if piece.time is not None or (counted and source_told(piece, lexicon) is None):
            return i
        if i == first:
            continue
        if piece.is_("ما", "ذلك") or ("document" in piece.says and _is_object(sentence, i)):
            return i  # أصدرت الوزارة بيانا قالت فيه, في بيان للوزارة ما يلي
        if piece.text in (*_DASHES, *_WHO) or _is_spoken_to(piece) or (informed and noun_of(piece) in _PRESS):
            return i  # أبلغ المتحدث الصحافيين
        if piece.text in ("ل", "لل") and not _is_owned(sentence, i, end):
            return i
        if piece.is_(*_SAME) or _begins_told(sentence, i) or _joins_number(sentence, i, lexicon):
            return i  # المصادر الطبية ذاتها, كشفت مصادر عن, 217 وفق الشرطة و225 وفق
        if piece.text in _PUBLISHED:
            return i  # بيان للوزارة تلاه التلفزيون
        if piece.text in _STOPS and not (_in_name(sentence, i, passage) or _is_of_land(sentence, first, i)):
            return i
        if piece.says & {"participle", "preposition"} or piece.cues & {"clause", "particle"}:
            return i
        if tells_count(piece):
            return i
        if is_outcome(piece) and not (_is_of_name(sentence[i - 1], lexicon) or names_purpose(sentence, i)):
            return i
        if noun_of(piece) in _NUMBER_OF and not (piece.preposition or sentence[i - 1].is_(*_PREPOSITIONS)):
            return i  # تقدر الفصائل عدد مقاتليه بـ
        whole = is_definite(sentence[i - 1]) or i - first > 1
        if piece.text == "ب" or (whole and _are_counted(piece)):
            return i  # قدر المستشفى القتلى بـ
        noun = (
            bool(piece.verb_says) and piece.text not in _CALLED and is_noun_here(sentence, i)
        )  # التحالف لرصد الانتهاكات
        if not noun and (piece.verb_says or finite_verb(sentence, i) is not None):
            return i
        if piece.preposition == "ب" and not (piece.actors or piece.places or piece.heads or piece.says):
            return i
        if piece.text in _COMMAS:
            if i - first > 1 and (apposed or _closes(sentence, i, end)):
                return i
            apposed = True  # قائد الفوج، العميد فلان، السيطرة على
    return end


def _is_of_land(sentence: list[Chunk], first: int, at: int) -> bool:
    """`الحكومة في مالي`, `السلطات في كذا`: `في` and the country right behind a government say of which it is."""
    governs = any(noun_of(piece) in _GOVERNS and is_definite(piece) for piece in sentence[at - 1 : at])
    if not governs or at == first or not sentence[at].is_("في") or at + 1 >= len(sentence):
        return False
    return any(place.kind == "country" for place in sentence[at + 1].places)


def _is_object(sentence: list[Chunk], at: int) -> bool:
    """`أصدرت الوزارة بيانا`, `أوردت اللجنة الأرقام الآتية`: a document behind its subject, no genitive."""
    definite = is_definite(sentence[at]) and is_definite(sentence[at - 1])
    return sentence[at].text.endswith("ا") or (definite and not sentence[at].conjunction)


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
    return noun_of(before) in lexicon.titles or (before.names("event") and not is_definite(before))


def tells_nothing(piece: Chunk) -> bool:
    """Tell whether a chunk begins with an act, or with what is told (`الاتهامات`): neither speaks."""
    act = piece.names("event") or event_class(piece) is not None
    act = act or (piece.last - piece.first > 1 and is_told(piece))  # أظهرت الحصيلة القضاء على 91
    noun = noun_of(piece)
    owned = next((noun.removesuffix(ending) for ending in _OWNED if noun.endswith(ending)), noun)  # عددهم
    return (
        noun in _NO_SPEAKERS or owned in _NO_SPEAKERS or (act and not (piece.actors or piece.persons or piece.outlets))
    )


def is_several(sentence: list[Chunk], at: int, end: int) -> bool:
    """Tell whether a description begins with how many speak: `عدد من الشهود`, `أعداد من السكان`."""
    if at + 2 >= end or noun_of(sentence[at]) not in _NUMBER_OF or not sentence[at + 1].is_("من"):
        return False
    return "speaker" in sentence[at + 2].says or bool(sentence[at + 2].actors)


def joined_voices(sentence: list[Chunk], first: int, last: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the parts of a description, each a voice of its own: `مسؤولون` and `وشهود`."""
    cuts = [first]
    for i in range(first + 1, last):
        if _begins_voice(sentence, i, cuts[-1], lexicon):
            cuts.append(i)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def is_name(piece: Chunk) -> bool:
    """Tell whether a chunk can be part of a person's name: it is nothing else."""
    cues = piece.cues if noun_of(piece) != "علي" else piece.cues - {"adversary"}  # a man's name, spelt as `على`
    cues = cues - {"kunya"}  # عبد العزيز أبو مصعب
    other = piece.nouns or piece.triggers or piece.number or piece.time or piece.preposition or cues
    if other or piece.verb_says or piece.actors or piece.state or piece.mark or piece.says - {"speaker"}:
        return False
    return piece.text.isalpha() and (piece.text == "علي" or piece.text not in _NO_NAMES)


def name_apposed(sentence: list[Chunk], comma: int) -> int:
    """Return where a name ends that stands between two commas, or a comma and the end: `وفق المدير، فلان،`."""
    close = comma + 1
    while close < len(sentence) and is_name(sentence[close]):
        close += 1
    ends = close >= len(sentence) or sentence[close].text in (*_COMMAS, ".")
    return close if close - comma > _SHORTEST_NAME and ends and not is_definite(sentence[comma + 1]) else comma


def name_told(sentence: list[Chunk], at: int, end: int) -> tuple[int, int] | None:
    """`أحد السكان ويدعى فلان`: the chunks of the name that the speaker is told to bear; None where it is not."""
    if at < end and sentence[at].text in _COMMAS:
        at += 1
    if at + 1 >= end or sentence[at].text not in _CALLED:
        return None
    close = at + 1
    while close < end and (is_name(sentence[close]) or sentence[close].persons):
        close += 1
    return (at + 1, close) if close > at + 1 else None


def is_outcome(piece: Chunk) -> bool:
    """`أعلن حرس الحدود مقتل 5`: what is told begins where an outcome's masdar stands."""
    return any(
        reading.verb is None and reading.trigger.kind == "masdar" and reading.trigger.measure in FLOWS
        for reading in piece.triggers
        if not piece.definite
    )


def is_definite(piece: Chunk) -> bool:
    """Tell whether a chunk's first word wears the article."""
    return piece.text.removeprefix(piece.conjunction).startswith(("ال", "وال", "لل", "بال"))


def noun_of(piece: Chunk) -> str:
    """Return a chunk's first word without its prefixes."""
    word = piece.text.removeprefix(piece.conjunction)
    if word.startswith("لل"):
        return word[2:]
    return word.removeprefix(piece.preposition).removeprefix("ال")


def possesses(head: Chunk, following: Chunk) -> bool:
    """`مدير مستشفى حجة`: a name behind a noun without an article says which one it is."""
    named = bool(following.places) or (noun_of(head) in _HEADS_OF and is_name(following) and not is_definite(following))
    return not head.words[-1].startswith("ال") and head.words[-1].endswith("ي") and named


def is_people(sentence: list[Chunk], at: int, end: int) -> bool:
    """`المصادر لرويترز`, `مصادر حقوقية`: sources told to an outlet, or with an adjective alone, are no document."""
    piece = sentence[at]
    if not piece.actors:
        return False
    sources = noun_of(piece) in ("مصادر", "مصدر")
    if at + 1 >= end:
        return sources  # قالت مصادر إن
    behind = sentence[at + 1]
    if behind.is_("ل") or behind.text in _NEAR or _is_spoken_to(behind):
        return True
    if sources and (behind.mark or behind.time is not None or behind.is_("في", "من", "داخل") or behind.preposition):
        return True
    if behind.state is not None and not behind.places:
        return True  # مصادر فلسطينية
    if sources and is_name(behind) and not (is_definite(behind) or is_definite(piece)):
        return True  # مصدر مطلع
    named = behind.actors or behind.outlets or behind.persons or behind.says or behind.heads or behind.nouns
    return behind.text.endswith("ية") and not (named or behind.preposition)


def is_adjective(piece: Chunk) -> bool:
    """`رسمية`, `العسكرية`: a word in `ـية` that is nothing else."""
    return piece.text.endswith("ية") and not (piece.actors or piece.preposition or piece.places)


def is_nisba(piece: Chunk) -> bool:
    """`حقوقي`, `دولي`: the same of a masculine noun, or a second one joined to it."""
    return piece.text.endswith("ي") and not (piece.actors or piece.preposition or piece.places or piece.cues)


def is_plain_nisba(piece: Chunk) -> bool:
    """`رسمي`, `صحفي` behind a document: an adjective without the article that is nothing else."""
    return is_nisba(piece) and not (is_definite(piece) or piece.says or piece.persons or piece.state)


def _is_spoken_to(piece: Chunk) -> bool:
    """`لرويترز`, `لصحيفة`: an outlet that is spoken to."""
    noun = piece.text.removeprefix("ل")
    return piece.text.startswith("ل") and (
        noun in _PRESS
        or noun_of(piece) in _PRESS  # لصحفيين, للصحفيين
        or bool(piece.outlets and piece.preposition == "ل")
        or ("speaker" in piece.says and noun in _OUTLETS)
    )


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


def _begins_voice(sentence: list[Chunk], at: int, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a chunk that `و` joins begins another speaker."""
    piece, head = sentence[at], sentence[first]
    joined = sentence[at - 1].text == "و"
    if piece.text[:1] == "و" and piece.text[1:] in _ONE_OF:
        return True  # مسؤولون وبعض السكان
    if not (joined or piece.conjunction == "و"):
        return False
    before = sentence[at - 2] if joined and at > 1 else sentence[at - 1]
    if piece.state is not None and before.state is not None and before is not head:
        return False  # مصادر عراقية وسورية: of two nations
    noun = piece.text if joined else piece.text[1:]
    if noun in lexicon.speaker_nouns or source_told(piece, lexicon) is not None:
        return not (is_definite(piece) and is_definite(sentence[at - 1]) and not head.actors)  # الصحة والسكان
    return bool(piece.actors or piece.persons or piece.outlets) and bool(head.actors or head.persons or head.outlets)


def is_told(piece: Chunk) -> bool:
    """Tell whether a chunk is a masdar of an act or an outcome, told without a clause: `اعتراض صاروخين`."""
    if piece.is_(*_MASDARS) and piece.triggers:
        return True  # إلقاء القبض على
    return not piece.definite and any(
        reading.verb is None and reading.trigger.kind == "masdar" for reading in piece.triggers
    )


def tells_count(piece: Chunk) -> bool:
    """`أعلن المدير ارتفاع الحصيلة إلى 30`, `تسجيل 12 قتيلا`: a masdar of what a toll does, told without a clause."""
    return noun_of(piece) in _COUNTED and not (is_definite(piece) or piece.preposition or piece.conjunction)


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


def are_official(head: Chunk, pieces: list[Chunk]) -> bool:
    """`الإعلام الرسمي السوري`, `وسائل إعلام سورية رسمية`: a state's own media are no media without a name."""
    return any(
        word.removeprefix("ال").startswith(_OFFICIAL) for word in (head.words[-1], *(p.text for p in pieces[1:3]))
    )


def is_name_of_unknown(sentence: list[Chunk], at: int, end: int, *, definite: bool) -> bool:
    """Tell whether words that no table has are a name: behind a comma, or behind what is definite, up to its end.

    Behind `مسؤول الشرطة` what wears no article is no adjective; behind `مسؤول` it may be (`مسؤول كبير سابق`).
    """
    if is_definite(sentence[at]):
        return False
    close = at
    while close < end and is_name(sentence[close]):
        close += 1
    if close - at < _SHORTEST_NAME:
        return False
    following = sentence[close] if close < end else None
    ends = following is None or following.text in (*_COMMAS, *_TOLD) or following.time is not None
    return ends and (definite or sentence[at - 1].text in _COMMAS)


def are_people(piece: Chunk) -> bool:
    """Tell whether a chunk is a noun for people that tells of no outcome: `الانفصاليون`, `متطوعو`."""
    return any(
        reading.noun.unit == "person"
        and reading.noun.measure is None
        and reading.noun.of != "member"
        and reading.form.number == "plural"
        for reading in piece.nouns
    )


def is_noun_here(sentence: list[Chunk], at: int) -> bool:
    """`المجلس لرصد الانتهاكات (رصد)`: behind `ل` a past's letters are a masdar's, and alone in brackets a name's."""
    word = sentence[at].text
    if word.startswith("ل") and word[1:2] not in _OF_PRESENT and not sentence[at].verb_says[0][0].lemma.startswith("ل"):
        return True
    if word in _CALLED and at + 1 < len(sentence) and is_name(sentence[at + 1]):
        return True  # أحد السكان ويدعى فلان
    if at > 1 and _is_name_of_body(sentence, at):
        return True
    if word == _BELONGS and at and at + 1 < len(sentence) and not (sentence[at].conjunction or sentence[at - 1].mark):
        return sentence[at + 1].text.startswith("ل")  # على موقع تابع له
    return bool(at) and sentence[at - 1].text == "(" and at + 1 < len(sentence) and sentence[at + 1].text == ")"


def _is_name_of_body(sentence: list[Chunk], at: int) -> bool:
    """`قالت منظمة رصد إن`: behind a verb of saying and a body's noun without the article, the body's name."""
    body = sentence[at - 1]
    named = "speaker" in body.says and not (is_definite(body) or body.actors) and bool(sentence[at - 2].verb_says)
    return named and any(said.lemma in RECORDS for said, _ in sentence[at].verb_says)
