"""Statements: which words report what somebody said, and where what is said begins."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.attribution.documents import describes_document, is_of_document
from tawatur.extract.attribution.like_verbs import RECORDS, is_noun_here
from tawatur.extract.attribution.quotations import opens_quotation
from tawatur.extract.attribution.word_classes import is_definite, is_name, is_told, noun_of, tells_count
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, TOLLED, completed
from tawatur.packs import Attribution

#: How far behind its verb what is said begins.
LONGEST = 22
#: How many chunks a sentence's opening may have that takes up what was said before.
OPENING = 8
PARTED_OFF = ("اما",)
PARTED = ("من", *PARTED_OFF)
_THAT = words_of("that")
_PREPOSITIONS = words_of("preposition")
#: How many chunks may describe a document before the verb of its relative clause.
_DESCRIBED = 3
#: Verbs that say of a place what happened there.
_RECORDS = ("سجل",)
#: A verb that estimates, and the one whose present is written as that of what comes to a figure.
_ESTIMATES, _COMES_TO = "قدّر", "أبلغ"
_PUBLISHED = words_of("published")
_PLATFORMS = frozenset(words_of("platform"))
_THROUGH = "عبر"
_ABOUT = words_of("about")
_ABOUT_IT = words_of("about_it")
_ADVERBS = words_of("beside_speech_verb")
_NO_VERB_AFTER = words_of("before_masdar")
_WHO, _RESUMPTIVE = words_of("who"), words_of("resumptive")
_OF_DATES = ("began", "ended")
_POSSESSIVE = words_of("object_pronoun")
_SPAN = words_of("span")
_COMMAS = ("،", ",")
#: Lemmas of verbs whose object may be the number that they tell.
_GIVES_COUNT = ("ذكر", "أورد", "أكد", "أعلن", "أثبت", "سجل")
_CONCERNING = words_of("concerning")
_SAME = words_of("same")
_SET_OF = words_of("set_of")
#: Lemmas of verbs that take what they tell with `إلى`.
_POINTS = ("أشار", "لفت", "نوه")
_OF_TALLY = words_of("of_tally")
_THEIR_NUMBER = words_of("the_number")
_TOLLS = words_of("tally")
_SPREAD = words_of("spread_over")
_DEMONSTRATIVES = words_of("demonstrative")
#: What stands before a masdar of saying that has a clause of its own.
_PROCLAIMS, _AFTER = words_of("proclaims"), ("بعد", "عقب", "اثر", "منذ", "قبل")
_AT_THE_TOP = words_of("at_the_top")
_AMONG_THEM, _WAS = ("بينهم", "بينها", "بينهن"), ("وكان", "وكانت")
_THEREIN = words_of("therein")
_PART_OF_THEM = words_of("of_them")
#: `أكدنا`: who speaks is quoted already.
_WE = "نا"
_FOR = words_of("for_reason")


def complement(sentence: list[Chunk], at: int, passage: Passage) -> int | None:
    """Return where the reported clause begins: at `أن`, `إن`, a colon or an opening quotation mark after one."""
    described = told_of = False
    pointing = at > 0 and any(said.lemma in _POINTS for said, _ in sentence[at - 1].verb_says)  # أشار إلى مقتل
    for i in range(at, min(len(sentence), at + LONGEST)):
        piece = sentence[i]
        if told_of and piece.text in _THAT:
            told_of = False  # المنطقة التي قال المرصد إن: the relative clause's own
            continue
        if (piece.text in _THAT and not piece.outlets) or piece.text == ":" or opens_quotation(sentence, i, passage):
            return i
        if i > at and noun_of(piece) in _PROCLAIMS and sentence[i - 1].is_(*_AFTER):
            return None  # نفى الحزب ذلك بعد إعلان التحالف أنه
        told_of = told_of or (i > at and sentence[i - 1].text in _WHO and speaks(sentence, i))
        if is_reported_noun(sentence, i) or (pointing and piece.is_("الي") and _is_told(sentence, i + 1)):
            return i if piece.preposition else i + 1
        described = (described or piece.text in _WHO) and piece.text not in _COMMAS  # قال فلان، الذي زار …، إن
        if i > at and "participle" in piece.says and not described and not piece.triggers:
            return None  # كشفت التحقيقات أدوارهم، مضيفة أن
        if i > at and not described and speaks(sentence, i) and not piece.nouns and not only_describes(sentence, i):
            return None
    return None


def speaks(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is a verb of saying; `عدم ذكر اسمه` is none, nor is `سنوات مضت` without its `قائلا`."""
    if not sentence[at].verb_says or is_noun_here(sentence, at):
        return False
    return (
        any(completed(sentence, at, attribution.lemma) for attribution, _ in sentence[at].verb_says)
        and "part" not in sentence[at].cues
        and not sentence[at].text.endswith(_WE)
        and not (at and len(sentence[at - 1].words) == 1 and sentence[at - 1].is_(*_NO_VERB_AFTER))
    )


def is_of(said: Attribution, words: tuple[str, ...]) -> bool:
    """Tell whether a verb of saying is of a class of `function_words`, which has it in the view's spelling."""
    return fold(said.lemma) in words


def ends_speech(sentence: list[Chunk], at: int) -> bool:
    """Tell whether the publisher's own voice takes over: `من جهة أخرى`; not of the second of two sides.

    `بين الجيش من جهة والمسلحين من جهة أخرى` tells of both sides, and changes no subject.
    """
    if "end" not in sentence[at].says:
        return False
    side = sentence[at].words[:2]
    return not any(sentence[i].words + sentence[i + 1].words == side for i in range(at - 1))


def claims_an_act(sentence: list[Chunk], at: int) -> bool:
    """`قالت القيادة إن التنظيم تبنى 153 هجوما`: the claiming is what is told, not who tells it."""
    if any(attribution.lemma == "تبنى" for attribution, _ in sentence[at].verb_says):
        return True
    return any("مسؤولي" in piece.text for piece in sentence[at + 1 : at + 8])


def only_describes(sentence: list[Chunk], at: int) -> bool:
    """`الهدنة التي أعلنت عنها روسيا`, `في بيان نشرته الوزارة`: a verb that describes something, and tells nothing."""
    piece = sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if at and sentence[at - 1].text in _WHO and following is not None and following.text in _ABOUT_IT:
        return True
    if _says_how_much(sentence, at):
        return True
    document = any("document" in before.says for before in sentence[max(0, at - 2) : at])
    document = document or (
        at > 1 and sentence[at - 2].is_("في") and not is_definite(sentence[at - 1])
    )  # في تسجيل بثته
    return bool(piece.verb_says[0][1]) and (document or bool(at and sentence[at - 1].text in _WHO))


def is_relative(sentence: list[Chunk], at: int) -> bool:
    """`المتحدث باسم التحالف الذي قال`: the verb's subject is what the relative pronoun takes up."""
    return at > 1 and sentence[at - 1].text in _WHO


def is_unread_word(piece: Chunk) -> bool:
    """Tell whether no table knows a word: at a sentence's beginning, before a name, it is most often a verb."""
    known = piece.nouns or piece.triggers or piece.says or piece.cues or piece.actors or piece.places or piece.persons
    grammatical = piece.mark or piece.preposition or piece.definite or piece.is_(*_PREPOSITIONS)
    return not (known or grammatical or piece.number or piece.time or piece.state)


def is_upon(sentence: list[Chunk], at: int) -> bool:
    """`وشدد على أن`, `وشددت على ضرورة`: the preposition, spelt as a man's name, behind its verb."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    named = following is not None and (is_name(following) or following.persons)
    named = named and following is not None and following.text not in _PLATFORMS  # على منصة كذا
    return sentence[at].is_("علي") and not named


def document_told(sentence: list[Chunk]) -> Chunk | None:
    """Return the document that a sentence's opening takes up: `وأشار البيان إلى`; not `الحصيلة السابقة`."""
    for at, piece in enumerate(sentence[:OPENING]):
        if "document" in piece.says and piece.text.lstrip("وف").startswith("ال"):
            parted = noun_of(piece) in _TOLLS and at + 1 < len(sentence) and is_of_document(sentence[at + 1])
            return None if parted else piece
    return None


def records(sentence: list[Chunk], at: int) -> bool:
    """`رصدت الشبكة 12 غارة`: a verb whose object is what its subject counted; not the money that it set aside."""
    if not any(said.lemma in RECORDS and not pronoun for said, pronoun in sentence[at].verb_says):
        return False
    numbers = (piece.number for piece in sentence[at + 1 : at + LONGEST] if piece.number is not None)
    number = next(numbers, None)
    return number is not None and not (number.unit or "").isupper()


def is_counted(sentence: list[Chunk], at: int) -> bool:
    """`تحدث المجلس عن 221 قتيلا`, `قدر مصدر القتلى بـ230`: a number that a preposition makes what is told."""
    before = sentence[at - 1]
    told = before.is_("عن", "ب") or sentence[at].preposition == "ب"
    beside = sentence[max(0, at - 3) : at + 2]
    number = any(piece.is_(*_THEIR_NUMBER) for piece in beside[:3])  # قدر اللواء عددهم بـ500
    return told and (number or any(reading.noun.measure for piece in beside for reading in piece.nouns))


def is_direct_count(sentence: list[Chunk], at: int, number: int) -> bool:
    """`أوردت اللجنة 12 قتيلا`, `أكدت 12 وفاة`: the number of an outcome's noun right behind who tells it."""
    told = any(said.lemma in _GIVES_COUNT for said, _ in sentence[at].verb_says)
    behind = sentence[number : number + 2]
    outcome = any(reading.noun.measure in FLOWS for piece in behind for reading in piece.nouns)
    return told and outcome and not (sentence[number].preposition or sentence[number - 1].is_(*_PREPOSITIONS))


def is_about(sentence: list[Chunk], at: int, number: int) -> bool:
    """`كشف تقرير عن ارتكاب الجماعة 300 انتهاك`: a number in what is told with `عن`."""
    about = next((i for i in range(at, number) if sentence[i].is_("عن")), None)
    if about is None or is_definite(sentence[about + 1]):
        return False
    return not any(piece.mark or piece.text in _WHO for piece in sentence[about:number])


def counts_on(sentence: list[Chunk]) -> bool:
    """Tell whether a sentence goes on with the tally of the one before: `ومن بين القتلى`, `وفي المدة ذاتها`."""
    if sentence[0].is_("اما"):
        return len(sentence) > 1 and sentence[1].is_("في")  # أما في كركوك: the next place; أما الوزير: another speaker
    if sentence[0].text.removeprefix("و") in _SPREAD:
        return True  # وتوزع القتلى على النحو التالي
    if any(piece.is_(*_AT_THE_TOP) for piece in sentence[1:OPENING]):
        return True  # وتصدرت نينوى القائمة بـ40, وجاءت نينوى في الصدارة
    if len(sentence) > 2 and any(piece.words[-1] in _AMONG_THEM for piece in sentence[1:3]) and sentence[0].is_(*_WAS):
        return True  # وكان من بينهم سبعة
    if any(_is_part_of_them(sentence, at) for at in range(1, min(OPENING, len(sentence)))):
        return True  # واستقبلت تشاد 40 ألفا منهم
    for at, piece in enumerate(sentence[:OPENING]):
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if piece.is_(*_SPAN) and following is not None and following.is_(*_SAME):
            return True
        for reading in piece.nouns:
            counted = reading.noun.measure in TOLLED and reading.form.number == "plural"
            dated = following is not None and following.time is not None
            taken_up = at > 1 or (at == 1 and sentence[0].is_(*PARTED, "بين"))  # no subject of its own verb
            of_them = at > 0 and sentence[at - 1].is_(*_OF_TALLY) and _takes_up(sentence, at, reading.noun.unit)
            if counted and taken_up and of_them and (reading.stem.article or dated):
                return True
    return False


def _is_part_of_them(sentence: list[Chunk], at: int) -> bool:
    """`استقبلت تشاد 40 ألفا منهم`, `كان نصيب العراق منها 101`: a figure of those counted before, by its pronoun."""
    therein = sentence[at].is_(*_THEREIN) and not any(piece.text in _WHO for piece in sentence[:at])
    if not therein and not sentence[at].is_(*_PART_OF_THEM):
        return False
    counts = [i for i, piece in enumerate(sentence[: at + 2]) if piece.number is not None and piece.time is None]
    told = any(piece.verb_says for piece in sentence[:at])
    return not told and len(counts) == 1 and counts[0] in (at - 2, at - 1, at + 1)


def _takes_up(sentence: list[Chunk], at: int, unit: str | None) -> bool:
    """Tell whether the words before a plural take up some of what was counted: `أشد تلك الهجمات`.

    `أسفرت هذه الهجمات عن` tells of them all anew, and `سلسلة من الغارات` of others.
    """
    before = sentence[at - 1]
    if before.is_(*_DEMONSTRATIVES):
        return at > 1 and (sentence[at - 2].is_(*_OF_TALLY) or sentence[at - 2].text.removeprefix("و") in _OF_TALLY)
    return unit != "event" or not before.is_("من")


def is_possessed(document: Chunk) -> bool:
    """`في حصيلتها`: a document of somebody named before it."""
    return document.text.endswith(_POSSESSIVE)


def clause_opening(sentence: list[Chunk], at: int) -> int:
    """Return where the clause of a chunk begins."""
    for i in range(at - 1, -1, -1):
        if "clause" in sentence[i].cues or sentence[i].text in (*_THAT, "؛", "."):
            return i + 1
    return 0


def _is_told(sentence: list[Chunk], at: int) -> bool:
    return at < len(sentence) and any(reading.verb is None for reading in sentence[at].triggers)


def is_reported_noun(sentence: list[Chunk], at: int) -> bool:
    """`أفاد مصدر بمقتل سبعة`, `كشف عن اعتقال`: a masdar with its preposition is what is reported."""
    piece = sentence[at]
    if piece.preposition == "ب" and any(reading.verb is None for reading in piece.triggers):
        return True
    return piece.is_("عن") and _is_told(sentence, at + 1)


def is_told_to(sentence: list[Chunk], at: int, that: int) -> bool:
    """Tell whether all between a verb and its clause names whom it is told, between marks: `لـ«الصحيفة»،`."""
    between = [piece for piece in sentence[at:that] if piece.text not in _COMMAS]
    quoted = [i for i, piece in enumerate(between) if piece.mark]
    return len(between) > 2 and between[0].is_("ل") and quoted == [1, len(between) - 1]


def _is_medium(between: list[Chunk], at: int) -> bool:
    """`وأضاف في مؤتمر صحفي`, `في سلسلة تغريدات`: a document in which somebody speaks, and none that speaks."""
    piece = between[at]
    if is_definite(piece) or not ("document" in piece.says or noun_of(piece) in _SET_OF):
        return False
    first = at - 1 if at and noun_of(between[at - 1]) in _SET_OF else at
    return first > 0 and between[first - 1].is_(*_PREPOSITIONS)


def _is_put_out(between: list[Chunk], at: int) -> bool:
    """`في بيان نشرته على منصة كذا`: where somebody put out the document that they speak in."""
    return between[at].text in _PUBLISHED and at + 1 < len(between) and between[at + 1].is_(*_PREPOSITIONS, _THROUGH)


def is_bare(sentence: list[Chunk], at: int, that: int | None) -> bool:
    """Tell whether a verb of saying has no subject of its own beside it: `وأضاف أن`, `وأشار في الوقت نفسه إلى أن`."""
    between = sentence[at + 1 : that] if that is not None else sentence[at + 1 : at + 2]
    between = between[: next((i for i in range(len(between)) if _is_put_out(between, i)), len(between))]
    light = [
        piece
        for i, piece in enumerate(between)
        if not (piece.mark or piece.time or piece.text in _ABOUT or piece.text in _ADVERBS or _is_medium(between, i))
        and not describes_document(between, i)
    ]
    if light and that is not None and is_told_to(sentence, at + 1, that):
        light = []  # وأضاف لـ«الصحيفة» أن
    if light and that is not None and light[0].is_(*_PREPOSITIONS, *_CONCERNING) and not light[0].is_("ل"):
        light = [piece for piece in light if piece.persons or "speaker" in piece.says]  # وقال بشأن الهجوم إن
    opens = at == 0 or bool(sentence[at].conjunction) or sentence[at - 1].is_(*_FOR)
    told = that is None and opens and bool(light) and is_told(light[0])  # وأكدت قتل خمسة
    told = told or (that is None and opens and bool(light) and bool(light[0].number) and records(sentence, at))
    return (not light and (that is not None or bool(between))) or told


def _says_how_much(sentence: list[Chunk], at: int) -> bool:
    """`احتياطيات تقدر بنحو 100 مليون`, `ثروة تبلغ 12 مليونا`: a figure right behind the verb is what it comes to."""
    said, pronoun = sentence[at].verb_says[0]
    if not at or pronoun or sentence[at].conjunction or at + 1 >= len(sentence):
        return False
    behind = sentence[at + 2 if sentence[at + 1].text == "ب" and at + 2 < len(sentence) else at + 1]
    estimated = said.lemma == _ESTIMATES and (behind is not sentence[at + 1] or behind.preposition == "ب")
    return behind.number is not None and behind.time is None and (estimated or said.lemma == _COMES_TO)


def is_recorded_by_place(sentence: list[Chunk], at: int) -> bool:
    """`سجلت بغداد 152 قتيلا`: a town or a province that records something is where it was; a state may say it."""
    if at + 1 >= len(sentence) or not any(told.lemma in _RECORDS for told, _ in sentence[at].verb_says):
        return False
    places = sentence[at + 1].places
    return bool(places) and not any(place.kind == "country" for place in places)


def documented_by(sentence: list[Chunk], at: int) -> Chunk | None:
    """`تقريرها السنوي الذي وثق مقتل`, `تقريرا يوثق مقتل`: the document of which a verb is said."""
    if at + 1 >= len(sentence) or sentence[at].conjunction or not is_told(sentence[at + 1]):
        return None
    for before in range(at - 1, max(-1, at - 1 - _DESCRIBED), -1):
        piece = sentence[before]
        if "document" in piece.says:
            return None if piece.text.startswith("ال") else piece
        if piece.mark or piece.number is not None or piece.verb_says or piece.actors:
            return None
    return None


def befalls(piece: Chunk) -> bool:
    """Tell whether a verb of saying may as well be one of an outcome; `تظهر` is read as a beginning's, and is none."""
    return any(reading.trigger.measure not in _OF_DATES for reading in piece.triggers)


def tells_in_it(sentence: list[Chunk], at: int) -> bool:
    """`الحادثة التي أكدت القوات فيها مقتل 100`: what a relative clause's verb tells behind its pronoun."""
    ahead = range(at + 2, min(at + OPENING, len(sentence) - 1))
    return any(sentence[i].text in _RESUMPTIVE and is_told(sentence[i + 1]) for i in ahead)


def tells_masdar(sentence: list[Chunk], at: int) -> bool:
    """`أعلنت صحيفة … مقتل 11`: what is told is a masdar with its number, and no clause."""
    for i in range(at + 1, min(len(sentence), at + 1 + LONGEST + OPENING)):
        piece = sentence[i]
        if i > at + 1 and tells_count(piece):
            return any(one.number is not None for one in sentence[i + 1 : i + 1 + LONGEST])
        told = any(reading.verb is None for reading in piece.triggers)
        if piece.number is not None or (told and not piece.definite):
            told = told or any(reading.verb is None for reading in sentence[i - 1].triggers)
            return told or is_counted(sentence, i) or is_about(sentence, at + 1, i) or is_direct_count(sentence, at, i)
        if "clause" in piece.cues:
            return False
    return False
