"""Quantity phrases: a number with the noun that it counts and what is said of that noun.

`44 عنصرا من داعش`, `3042 من تنظيم الدولة`, `166 آخرين`, `خمسة منهم`, `12 مسلحا حوثيا`.
"""

from __future__ import annotations

from tawatur.arabic import fold, stems
from tawatur.arabic.numbers import Number
from tawatur.extract.counts.goods.pledges import take_currency
from tawatur.extract.counts.lists.ratios import is_rate, take_ratio
from tawatur.extract.counts.lists.taken_over import take_over
from tawatur.extract.counts.modifiers import take_modifiers
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading, TriggerReading
from tawatur.extract.phrases.person_names import name_after
from tawatur.extract.phrases.quantity import Quantity, take_noun
from tawatur.packs import Noun

_OTHERS = words_of("others")
_NUMBER = words_of("number")
_NUMBER_OF = words_of("number_of")
_ALIKE = words_of("alike")
_UNITS = words_of("numbered")
_MEASURED = words_of("measured")
_SELVES = words_of("selves")
_DISTANCE = ("بعد", "مسافة")
_LASTS = frozenset(words_of("unit_of_time"))
_THESE = words_of("pointing")
#: What opens an adverbial behind a number that stands alone: `مقتل العشرات بسبب المعارك`.
_ADVERBIALS = words_of("opens_adverbial")
_BEFORE_STATE = frozenset(words_of("before_state"))
_TWO = 2
#: Numbers that begin, in the view, as words with the article do.
_THOUSAND = ("الف", "الفا", "الفي", "الفين", "الفان", "الاف")
_ARTICLE = "ال"
#: How many definite chunks before a definite number may be its noun and that noun's adjectives.
_ADJECTIVES = 3
_EXAMPLE = words_of("example")
_WHOLE_NUMBER = words_of("whole_number")
#: Nouns whose accusative with a pronoun looks like a dual (Ryding 2005, 5.4), and their letters.
_BURIED_OR_CALLED = words_of("called_by_martyrs")
_MARTYR = "شهيد"
_FIVE_NOUNS, _BROTHER = ("اخا", "ابا", "حما", "اخيه", "ابيه", "اخيها", "ابيها", "اخيهم", "ابيهم"), 3
_PREPOSITIONS = frozenset(words_of("preposition"))
_MISSILES = words_of("missile")
_BRACKETS = frozenset((("(", ")"), ('"', '"'), ("«", "»"), ("[", "]")))
#: What a word is that a number may stand before without counting it.
_NO_NOUN = frozenset(("others", "clause", "change_up", "change_down"))
_WON = ("سيطر", "ستعاد")
#: How far before the sites that are attacked the word of it may stand.
_ATTACKED_WITHIN = 9


def find_quantities(sentence: list[Chunk], lexicon: Lexicon) -> list[Quantity]:
    """Return the quantity phrases of a sentence that a number or a dual opens, in order."""
    found: list[Quantity] = []
    for at, piece in enumerate(sentence):
        said = piece.number is not None and lexicon.noun_of(piece.number.noun or "")
        if piece.number is not None and found and _is_said_of(found[-1], sentence, said or None, at):
            take_noun(found[-1], said or None)
            found[-1].last = at + 1
        elif piece.number is not None and is_rate(sentence, at):
            continue
        elif piece.number is not None and not _is_known_pair(sentence, at, lexicon) and not _repeats(sentence, at):
            found.append(_from_number(sentence, at, lexicon))
            take_over(found, sentence, at)
            take_currency(found, sentence)
            take_ratio(found, sentence)
        elif found and _refers_back(sentence, at):
            found.append(_as_many(found[-1], sentence, at))
    return found


def _is_said_of(quantity: Quantity, sentence: list[Chunk], noun: Noun | None, at: int) -> bool:
    """`عشرات منهم محتجزين`, `300 من رجال الحركة معتقلين`: a noun in `ـين` right behind people tells of them.

    It counts no others. Behind people whom a noun names it does so only where it says what became of them; a verb
    may stand between (`27 شخصا ما زالوا مفقودين`).
    """
    number = sentence[at].number
    between = sentence[quantity.last : at]
    leads = not between or (len(between) == 1 and not _BEFORE_STATE.isdisjoint(between[0].words))
    if number is None or number.bound != "ambiguous" or not leads or quantity.measure is not None:
        return False
    people = quantity.role or quantity.parties or (quantity.unit == "person" and (quantity.low or 0) > _TWO)
    told = noun is not None and noun.measure is not None and people
    return quantity.anaphor or bool(told)


def _refers_back(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk opens a number by reference: `عدد مماثل`, `العدد نفسه`."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return sentence[at].is_(*_NUMBER) and following is not None and following.is_(*_ALIKE)


def _as_many(previous: Quantity, sentence: list[Chunk], at: int) -> Quantity:
    """Return the number just given, given again by reference."""
    quantity = Quantity(at, at + 2)
    quantity.low, quantity.high, quantity.bound = previous.low, previous.high, previous.bound
    quantity.unit, quantity.noun, quantity.measure = previous.unit, previous.noun, previous.measure
    quantity.number_tokens = (sentence[at].first, sentence[at + 1].last)
    quantity.by_reference = True
    return quantity


def _is_known_pair(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a dual only refers: `البلدين` (both, known), `مخيمي الهول والروج` (two that are named)."""
    number = sentence[at].number
    before = sentence[at - 1] if at else None
    if before is not None and number is not None and number.noun is None and before.is_(*_UNITS):
        return True  # في اللواء 22 هجوما, ذو التسعة أرواح
    if at > 1 and before is not None and before.is_(*_DISTANCE) and sentence[at - 2].is_("علي", "عن", "من"):
        return True  # على بعد 50 كلم
    if number is None or number.noun is None:
        return False
    noun = lexicon.noun_of(number.noun)
    word = sentence[at].text
    if (noun is None or noun.unit == "person") and _describes_pair(sentence, at):
        return True  # شابتان انتحاريتان, صاروخين إيرانيين
    if word.removeprefix("و").startswith(_FIVE_NOUNS) and len(word) > _BROTHER:
        return True  # أخاه: his brother, no pair
    if number.low == 1 and noun is not None and noun.unit == "household" and before is not None and before.is_("من"):
        return True  # ثمانية أشخاص من أسرة واحدة
    if number.noun == _MARTYR and word.startswith("ال") and before is not None and before.is_(*_BURIED_OR_CALLED):
        return True  # روضة الشهيدين: what a place is called
    if sentence[at].preposition == "ك" or (before is not None and before.is_(*_EXAMPLE)):
        return True  # كعمليتي كذا وكذا, على غرار عمليتي كذا: what something else is like
    if word.endswith("ي") and before is not None and before.is_(*_WHOLE_NUMBER):
        return True  # عدد ساكني المخيم: many, in the construct state
    if word.endswith("ي") and len(sentence[at].words) == 1 and _ends_phrase(sentence, at + 1):
        return True  # جهاز تفجيري بالقرب من: an adjective, no dual that a noun follows
    definite = any(stem.article for stem in stems(word))
    if definite and number.bound == "ambiguous":
        return True  # العاملين: all of them, no number
    if word.endswith("تا") and lexicon.read_verb(word):
        return True  # سيارتان أصابتا مركبة: a verb, no dual
    if definite and noun is not None and noun.unit == "person" and name_after(sentence, at, set(), lexicon) is not None:
        return True  # الشابين فلان وفلان: each counted by his name
    if noun is None and definite and number.noun not in (*lexicon.party_members, *lexicon.adjectives):
        return not sentence[at].is_(*_OTHERS)  # الطرفان: both
    if noun is None or noun.unit in ("event", "person", "vehicle") or noun.lemma in _MISSILES:
        return False  # الصاروخين, where سلاحي الجو والمدفعية are two that are named
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if _is_in_row_of_places(sentence, at) or (definite and before is not None and "place_noun" in before.cues):
        return True  # ولاية القصرين
    if noun.unit == "site" and word.endswith(("ي", "تي")) and _is_attacked(sentence, at):
        return False  # قصف قريتي مشرعة وحدنان
    named = following is not None and bool(following.places or following.ambiguous_places or following.actors)
    return (definite and word.endswith(("ين", "ان"))) or (named and not word.endswith(("ين", "ان")))


def _is_attacked(sentence: list[Chunk], at: int) -> bool:
    """`هاجموا قريتي كذا وكذا`, `استعادة بلدتي كذا`: the object of an attack or of a conquest, no place of something."""
    if sentence[at].preposition == "ب" or sentence[at - 1].is_("في", "من", "الي", "بين"):
        return False
    before = sentence[max(0, at - _ATTACKED_WITHIN) : at]
    return any(_is_upon(reading) and "site" in reading.trigger.objects for p in before for reading in p.triggers)


def _is_upon(reading: TriggerReading) -> bool:
    """Tell whether a word is of an attack, or of control that was won; `تحرير محافظتي كذا` is mostly still to come."""
    won = any(root in fold(reading.trigger.lemma) for root in _WON)
    return reading.trigger.measure == "attacks" or (reading.trigger.measure == "places_taken" and won)


def _describes_pair(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a dual stands right behind another one in the same case: an adjective of that pair."""
    before = sentence[at - 1] if at else None
    if before is None or before.number is None or before.number.noun is None or sentence[at].conjunction:
        return False
    return sentence[at].text[-2:] == before.text[-2:] and before.text.endswith(("ان", "ين"))


def _is_in_row_of_places(sentence: list[Chunk], at: int) -> bool:
    """`مسرابا وجسرين وكفربطنا`: a name between two names of places, all joined by `و`."""
    if at == 0 or at + 1 >= len(sentence) or not sentence[at].conjunction or not sentence[at + 1].conjunction:
        return False
    return all(bool(piece.places or piece.ambiguous_places) for piece in (sentence[at - 1], sentence[at + 1]))


def _ends_phrase(sentence: list[Chunk], at: int) -> bool:
    """Tell whether no noun can follow at a chunk: a mark, a preposition, a conjunction, the sentence's end."""
    if at >= len(sentence):
        return True
    piece = sentence[at]
    quoted = piece.mark and piece.text in ('"', "(", "«")
    prefixed = bool(piece.preposition or piece.conjunction) or piece.text in _PREPOSITIONS
    prefixed = prefixed or piece.text.startswith(("بال", "وال"))
    return (piece.mark and not quoted) or prefixed


def _from_number(sentence: list[Chunk], at: int, lexicon: Lexicon) -> Quantity:
    piece = sentence[at]
    number = piece.number
    assert number is not None
    quantity = Quantity(at, at + 1)
    quantity.low, quantity.high, quantity.bound = number.low, number.high, number.bound
    quantity.unit = number.unit
    quantity.number_tokens = (piece.first, number.last)
    if piece.text.removeprefix(piece.conjunction) in _OTHERS:
        quantity.others = True
        return quantity
    inner = number.noun or _noun_within(piece.words, max(number.value_last - piece.first, 1), lexicon)
    if inner is not None and fold(inner) in _LASTS:
        quantity.unit = quantity.unit or "other"
        return quantity  # شهرين من المعارك: how long they last
    if piece.is_(*_OTHERS):
        quantity.others = True  # وإصابة آخرين: others of the kind just counted
    elif inner is not None:
        take_noun(quantity, lexicon.noun_of(inner, _following(sentence, at + 1)))
        state, party = lexicon.adjectives.get(inner), lexicon.party_members.get(inner)
        if quantity.noun is None and party is not None:  # حوثيان
            quantity.unit, quantity.parties = "person", [(party, piece)]
        if quantity.noun is None and state is not None and number.bound != "ambiguous":  # مصريين اثنين
            quantity.unit, quantity.state = quantity.unit or "person", state
            quantity.state_words = (piece.first, piece.last)
            one = _best_noun(sentence[at - 1], definite=False) if at and number.low == 1 else None
            if one is not None and one.form.number == "singular":  # جندي أفغاني واحد على الأقل
                quantity.first, quantity.number_tokens = at - 1, (sentence[at - 1].first, number.last)
                take_noun(quantity, one.noun)
        elif quantity.noun is None:
            quantity.unit = quantity.unit or "other"
    after = _behind_brackets(sentence, at)
    if after + 1 < len(sentence) and sentence[after].text == '"' and sentence[after + 1].nouns:
        after += 1  # تدمير 14 "هدفا مهما"
    if at > 1 and sentence[at - 1].text == _ARTICLE:
        _take_before(quantity, sentence, at - 1)  # القتلى الـ34
    if at and is_definite(number, piece.text) and not number.digits and _is_of_several(sentence[at - 1]):
        _take_before(quantity, sentence, at)  # الدول الثلاث ضربات: it counts what it follows
    if quantity.noun is None and quantity.unit != "other" and after < len(sentence):
        after = _counted_noun(quantity, sentence, after, lexicon)
    if quantity.noun is None and quantity.unit is None and at and is_definite(number, piece.text):
        _take_before(quantity, sentence, at)
    if quantity.unit is None and quantity.noun is None and isinstance(number.low, float) and number.low < 1:
        quantity.unit = "other"  # نصف الغوطة: a share
    if quantity.noun is None and quantity.unit is None:
        after = _of_those(quantity, sentence, after)
        after = _numbered_behind(quantity, sentence, after)
        whose = _whose_ahead(sentence, at)
        if whose is not None:
            quantity.parties = [(whose.actors[0], whose)]
    quantity.last = after
    take_modifiers(quantity, sentence, lexicon)
    return quantity


def _whose_ahead(sentence: list[Chunk], at: int) -> Chunk | None:
    """`قتل من الجيش 310، ومن الفصائل 290`: the party that a bare number behind `من` is of."""
    if at < _TWO or not sentence[at - 1].actors or sentence[at - 1].places or not sentence[at - 2].is_("من"):
        return None
    opens = bool(sentence[at - 2].conjunction) or (at > _TWO and any(r.verb for r in sentence[at - 3].triggers))
    return sentence[at - 1] if opens else None


def _of_those(quantity: Quantity, sentence: list[Chunk], after: int) -> int:
    """`ثلاث من هذه القرى`: a part of what a demonstrative points to counts the same."""
    if after + 2 >= len(sentence) or not sentence[after].is_("من") or not sentence[after + 1].is_(*_THESE):
        return after
    reading = next((reading for reading in sentence[after + 2].nouns if reading.stem.article), None)
    if reading is None:
        return after
    take_noun(quantity, reading.noun)
    return after + 3


def _numbered_behind(quantity: Quantity, sentence: list[Chunk], after: int) -> int:
    """`ارتفع إلى 40 عدد الجنود الذين قتلوا`: the plural behind a bare number whose number that is."""
    if quantity.noun is not None or after + 1 >= len(sentence) or sentence[after].text not in _NUMBER_OF:
        return after
    several = (r for r in sentence[after + 1].nouns if r.stem.article and r.form.number in ("plural", "ambiguous"))
    noun = next((reading.noun for reading in several if reading.noun.unit == "person"), None)
    if noun is None or noun.measure is not None:
        return after
    take_noun(quantity, noun)
    return after + 2


def _behind_brackets(sentence: list[Chunk], at: int) -> int:
    """Return the chunk behind a number, and behind what closes round it: `عدد (74) عبوة`, `(37) سبعة وثلاثون قتيلا`."""
    after = at + 1
    if at and after < len(sentence) and (sentence[at - 1].text, sentence[after].text) in _BRACKETS:
        return after + 2 if after + 1 < len(sentence) and _repeats(sentence, after + 1) else after + 1
    return after


def _repeats(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a number says in words what the digits in brackets before it said."""
    number, before = sentence[at].number, sentence[at - 2].number if at > 1 else None
    if number is None or before is None or not before.digits:
        return False
    return sentence[at - 1].mark and (number.low, number.high) == (before.low, before.high)


def is_definite(number: Number, word: str) -> bool:
    """Tell whether a number has the article, and takes up what was told: `الثلاثة`; not `ألف`; `الآلاف` are many."""
    return word.startswith("ال") and word not in _THOUSAND and number.bound != "indefinite"


def _take_before(quantity: Quantity, sentence: list[Chunk], at: int) -> None:
    """`الدول الأوروبية الثلاث`, `السنوات الست`: what stands before a definite number, adjectives between or not."""
    for before in range(at - 1, max(-1, at - 1 - _ADJECTIVES), -1):
        noun = _counted_before(sentence[before])
        if noun is not None:
            take_noun(quantity, noun)
            quantity.first = before  # أربعة مدنيين والمهاجمين الأربعة: the phrase begins with its noun
            return
        if sentence[before].state is not None and sentence[before].text.endswith(("ين", "ون")):
            return  # المصريين الستة
        if not sentence[before].text.removeprefix(sentence[before].conjunction).startswith("ال"):
            break
    plain = sentence[at - 1]
    told = plain.nouns or plain.triggers or plain.actors or plain.conjunction or plain.state
    if plain.text.startswith("ال") and not told:
        quantity.unit = "other"  # a thing that no pack counts


def _is_of_several(piece: Chunk) -> bool:
    """Tell whether a chunk wears the article, or is a plural of somebody's: `الكنائس`, `أطفالهما`."""
    return piece.text.startswith("ال") or _counted_before(piece) is not None


def _counted_before(piece: Chunk) -> Noun | None:
    """`الكنائس الثلاث`, `أطفالهما الأربعة`: the definite plural that a definite number follows as an adjective does."""
    for reading in piece.nouns:
        if (reading.stem.article or reading.form.possessed) and reading.form.number in ("plural", "ambiguous"):
            return reading.noun
    return None


def _noun_within(words: tuple[str, ...], first: int, lexicon: Lexicon) -> str | None:
    """Return the counted noun that the number's own span holds (`30 قتيلا على الأقل`)."""
    for word in words[first:]:
        for reading in lexicon.read_noun(word):
            if not reading.stem.article:
                return reading.noun.lemma
    return None


def _following(sentence: list[Chunk], at: int) -> tuple[str, ...]:
    return tuple(piece.text for piece in sentence[at : at + 2])


def _counted_noun(quantity: Quantity, sentence: list[Chunk], at: int, lexicon: Lexicon) -> int:
    """Take the noun that follows the number, if one does; return the index after it."""
    piece = sentence[at]
    if piece.mark or piece.preposition or piece.conjunction or piece.time is not None:
        return at
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if piece.text in _MEASURED and not (following is not None and following.text.startswith("مربع")):
        quantity.unit = quantity.unit or "other"  # 120 كم
        return at + 1
    reading = _best_noun(piece, definite=False)
    if reading is None and piece.nouns and piece.nouns[0].stem.article and not _is_elsewhere(sentence, at):
        reading = piece.nouns[0]
    if reading is None:
        if piece.state is not None:  # ثلاثة مصريين
            quantity.unit = quantity.unit or "person"
            quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
            return at + 1
        reflexive = piece.text.startswith(_SELVES)  # سلم اثنان أنفسهما
        named = _named_by_several(piece, _following(sentence, at + 1), lexicon)
        if named is not None:
            take_noun(quantity, named)
            return at + 1
        said = reflexive or piece.triggers or piece.actors or piece.cues & _NO_NOUN or piece.is_(*_NUMBER_OF)
        counted = (not (stem.conjunction or stem.preposition) for stem, _ in lexicon.nouns.look_up(piece.text))
        if not said and not piece.is_(*_ADVERBIALS) and any(counted):
            quantity.unit = quantity.unit or "other"  # a thing that no pack counts: times, hours, goals
        return at
    if not reading.stem.article and _are_many(sentence[at - 1]):
        return at  # شيع الآلاف جثمان فلان
    noun = lexicon.noun_of(reading.form.lemma, _following(sentence, at + 1)) or reading.noun
    take_noun(quantity, noun)
    if piece.state is not None and noun.of is None:
        quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
    return at + 1


def _named_by_several(piece: Chunk, following: tuple[str, ...], lexicon: Lexicon) -> Noun | None:
    """`قطع سلاح`: the noun of several words that a word opens which no table counts by itself."""
    for stem, form in lexicon.nouns.look_up(piece.text):
        noun = None if stem.article else lexicon.noun_of(form.lemma, following)
        if noun is not None:
            return noun
    return None


def _is_elsewhere(sentence: list[Chunk], at: int) -> bool:
    """`غادر الآلاف المدينة`: a definite place behind many whom the article tells of alone is what they left."""
    return _are_many(sentence[at - 1]) and not (sentence[at].names("person") or sentence[at].names("household"))


def _are_many(piece: Chunk) -> bool:
    """`الآلاف`, `العشرات`: many whom the article tells of alone; in `آلاف الغارات` the noun has it."""
    number, word = piece.number, piece.text.removeprefix("و")
    return number is not None and number.bound == "indefinite" and word.startswith("ال") and word not in _THOUSAND


def _best_noun(piece: Chunk, *, definite: bool) -> NounReading | None:
    for reading in piece.nouns:
        if reading.stem.article == definite:
            return reading
    return None
