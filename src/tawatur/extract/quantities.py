"""Quantity phrases: a number with the noun that it counts and what is said of that noun.

`44 عنصرا من داعش`, `3042 من تنظيم الدولة`, `166 آخرين`, `خمسة منهم`, `12 مسلحا حوثيا`.
"""

from __future__ import annotations

from tawatur.arabic import stems
from tawatur.arabic.numbers import Number
from tawatur.extract.chunks import Chunk
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon, NounReading
from tawatur.extract.nominals import bears_arms, names_nation
from tawatur.packs import Noun

_ANAPHORS = words_of("of_them")
_RANKS = ("صفوف", "اوساط", "عداد")
_OTHERS = words_of("others")
_AGENT = words_of("before_agent")
_NUMBER = words_of("number")
_ALIKE = words_of("alike")
_UNITS = words_of("numbered")
_MEASURED = words_of("measured")
_TWO = 2
#: Marks in which a number alone is enclosed.
_OPENING, _CLOSING = ("(", "«", '"'), (")", "»", '"')
_PREPOSITIONS = frozenset(words_of("preposition"))


class Quantity:
    """A quantity phrase: chunks `[first, last)` of its sentence.

    `unit` is the codebook's, None where no noun tells it. `parties` are the actors that the phrase names, `role` what
    its noun says of whose it is (`member`, `armed_group`, `state_forces`) and `population` the population it names.
    """

    __slots__ = (
        "anaphor",
        "bound",
        "by_reference",
        "first",
        "high",
        "last",
        "low",
        "measure",
        "noun",
        "number_tokens",
        "others",
        "parties",
        "population",
        "role",
        "singular",
        "state",
        "state_words",
        "unit",
    )

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.low: float | int | None = None
        self.high: float | int | None = None
        self.bound = "exact"
        self.unit: str | None = None
        self.noun: Noun | None = None
        self.measure: str | None = None
        self.number_tokens = (0, 0)
        self.parties: list[tuple[str, Chunk]] = []
        self.role: str | None = None
        self.population: str | None = None
        self.state: str | None = None
        self.state_words: tuple[int, int] | None = None
        self.others = False
        self.anaphor = False
        self.by_reference = False
        self.singular = False


def find_quantities(sentence: list[Chunk], lexicon: Lexicon) -> list[Quantity]:
    """Return the quantity phrases of a sentence that a number or a dual opens, in order."""
    found: list[Quantity] = []
    for at, piece in enumerate(sentence):
        if piece.number is not None and not _is_known_pair(sentence, at, lexicon):
            found.append(_from_number(sentence, at, lexicon))
            _take_from_whole(found, sentence, at)
        elif found and _refers_back(sentence, at):
            found.append(_as_many(found[-1], sentence, at))
    return found


def _take_from_whole(found: list[Quantity], sentence: list[Chunk], at: int) -> None:
    """`ست من ثماني غارات`: the part counts what the whole behind it counts."""
    if len(found) < _TWO or at < _TWO or not sentence[at - 1].is_("من"):
        return
    part, whole = found[-2], found[-1]
    if part.noun is None and part.unit is None and part.first == at - 2 and whole.noun is not None:
        take_noun(part, whole.noun)


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
    if number is None or number.noun is None:
        return False
    noun = lexicon.noun_of(number.noun)
    word = sentence[at].text
    if word.endswith("ي") and len(sentence[at].words) == 1 and _ends_phrase(sentence, at + 1):
        return True  # جهاز تفجيري بالقرب من: an adjective, no dual that a noun follows
    definite = any(stem.article for stem in stems(word))
    if definite and number.bound == "ambiguous":
        return True  # العاملين: all of them, no number
    if word.endswith("تا") and lexicon.read_verb(word):
        return True  # سيارتان أصابتا مركبة: a verb, no dual
    if noun is None or noun.unit in ("event", "person", "vehicle"):
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if _is_in_row_of_places(sentence, at):
        return True
    named = following is not None and bool(following.places or following.ambiguous_places or following.actors)
    return (definite and word.endswith(("ين", "ان"))) or (named and not word.endswith(("ين", "ان")))


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
    if piece.is_(*_OTHERS):
        quantity.others = True  # وإصابة آخرين: others of the kind just counted
    elif inner is not None:
        take_noun(quantity, lexicon.noun_of(inner, _following(sentence, at + 1)))
        if quantity.noun is None:
            quantity.unit = quantity.unit or "other"
    after = at + 1
    if after + 1 < len(sentence) and sentence[after].text == '"' and sentence[after + 1].nouns:
        after += 1  # تدمير 14 "هدفا مهما"
    enclosed = after < len(sentence) and sentence[after].text in _CLOSING and at and sentence[at - 1].text in _OPENING
    if enclosed:
        after += 1  # عدد (74) عبوة
    if quantity.noun is None and after < len(sentence):
        after = _counted_noun(quantity, sentence, after, lexicon)
    if quantity.noun is None and quantity.unit is None and at and is_definite(number, piece.text):
        take_noun(quantity, _counted_before(sentence[at - 1]))
    if quantity.unit is None and quantity.noun is None and isinstance(number.low, float) and number.low < 1:
        quantity.unit = "other"  # نصف الغوطة: a share
    quantity.last = after
    take_modifiers(quantity, sentence, lexicon)
    return quantity


def is_definite(number: Number, word: str) -> bool:
    """Tell whether a number wears the article, and takes up what was told of: `الثلاثة`; `الآلاف` are many."""
    return word.startswith("ال") and number.bound != "indefinite"


def _counted_before(piece: Chunk) -> Noun | None:
    """`الكنائس الثلاث`, `الصحفيون الستة`: the definite plural that a definite number follows as an adjective does."""
    for reading in piece.nouns:
        if reading.stem.article and reading.form.number in ("plural", "ambiguous"):
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
    if reading is None and piece.nouns and piece.nouns[0].stem.article:
        reading = piece.nouns[0]
    if reading is None:
        if piece.state is not None:  # ثلاثة مصريين
            quantity.unit = quantity.unit or "person"
            quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
            return at + 1
        if not (piece.triggers or piece.actors or "others" in piece.cues) and lexicon.nouns.look_up(piece.text):
            quantity.unit = quantity.unit or "other"  # a thing that no pack counts: times, hours, goals
        return at
    noun = lexicon.noun_of(reading.form.lemma, _following(sentence, at + 1)) or reading.noun
    take_noun(quantity, noun)
    if piece.state is not None and noun.of is None:
        quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
    return at + 1


def _best_noun(piece: Chunk, *, definite: bool) -> NounReading | None:
    for reading in piece.nouns:
        if reading.stem.article == definite:
            return reading
    return None


def take_noun(quantity: Quantity, noun: Noun | None) -> None:
    """Take what a noun tells of what it counts: its unit, its measure, whose they are."""
    if noun is None:
        return
    quantity.noun = noun
    quantity.unit = quantity.unit if quantity.unit not in (None, "other") else noun.unit
    quantity.measure = noun.measure
    if noun.of in ("member", "armed_group", "state_forces"):
        quantity.role = noun.of
    elif noun.of:
        quantity.population = noun.of


def take_modifiers(quantity: Quantity, sentence: list[Chunk], lexicon: Lexicon) -> None:
    """Take what follows the counted noun: adjectives, `من` with a plural, a party's name, `آخرين`, `منهم`."""
    at = quantity.last
    adjectives = 0
    while at < len(sentence):
        piece = sentence[at]
        if piece.first < quantity.number_tokens[1] and _is_hedge(piece):
            at += 1  # على الأقل
            continue
        word = piece.text
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if piece.mark:
            if word == "(" and quantity.parties:  # an apposition: جبهة النصرة (تنظيم القاعدة)
                closing = next((i for i in range(at, min(len(sentence), at + 10)) if sentence[i].text == ")"), None)
                if closing is None:
                    break
                at = closing + 1
                continue
            if word in ("(", '"') and following is not None and (following.actors or following.state):
                at += 1
                continue
            if word in (")", '"') and at > quantity.last:
                at += 1
                continue
            break
        counted = quantity.noun is not None or bool(quantity.parties)
        fallen = quantity.measure is not None  # those who are in them are a strength
        in_ranks = fallen and len(piece.words) > 1 and piece.words[0] in ("في", "ضمن") and piece.words[-1] in _RANKS
        said = counted and any(reading.trigger.kind == "participle" for reading in piece.triggers)
        if said and not (in_ranks and quantity.measure is not None):
            break  # العناصر المحتجزين: what is said of them
        if word in _OTHERS:
            quantity.others = True
        elif word in _ANAPHORS:
            quantity.anaphor = True
        elif word in ("من", "بين") and "agent" not in piece.cues and following is not None and _is_whom(following):
            pass
        elif word in ("في", "ضمن") and following is not None and following.text in _RANKS:
            at += 1
        elif in_ranks:
            pass  # 250 قتيلا في صفوف الحوثيين
        elif (
            piece.nouns
            and _is_population(piece.actors, lexicon)
            and quantity.noun is None
            and _follows_partitive(sentence, at)
        ):
            take_noun(quantity, piece.nouns[0].noun)
            quantity.population = quantity.population or (piece.actors[0] if piece.actors else None)
        elif quantity.noun is not None and names_nation(piece, sentence[at - 1]):
            quantity.state, quantity.state_words = piece.state, (piece.first, piece.last)
        elif piece.actors and (not piece.conjunction or quantity.parties):
            serving = piece.preposition == "ب" and quantity.role == "state_forces"  # جنود بالجيش المصري
            if piece.preposition not in ("", "ل") and not serving:
                break
            if quantity.parties and not piece.conjunction:
                if not _is_population(piece.actors, lexicon):
                    break
                at += 1  # تنظيم داعش الإرهابي
                continue
            quantity.parties += [(key, piece) for key in _main(piece.actors, lexicon)]
        elif piece.actors and piece.conjunction and sentence[at - 1].nouns and _follows_partitive(sentence, at):
            # من مسلحي وقادة التنظيم: of the whole that both belong to
            whole = (
                lexicon.knowledge.actors[piece.actors[0]].parent
                if piece.actors[0] in lexicon.knowledge.actors
                else None
            )
            quantity.parties.append((whole or piece.actors[0], piece))
        elif piece.heads and piece.definite and not piece.conjunction and piece.preposition in ("", "ل"):
            quantity.parties.append(("@" + "|".join(sorted(piece.heads)), piece))
        elif piece.state is not None and not piece.nouns:
            if piece.conjunction:
                break
            quantity.state = piece.state
            quantity.state_words = (piece.first, piece.last)
        elif piece.nouns and not piece.preposition and not _is_verb(piece) and _follows_partitive(sentence, at):
            noun = piece.nouns[0].noun
            if quantity.noun is None or (noun.of and quantity.role != "armed_group"):
                before = quantity.noun
                take_noun(quantity, noun)
                if before is not None and before.measure:
                    quantity.measure = before.measure
            if piece.state is not None:
                quantity.state = quantity.state or piece.state
        elif quantity.role == "member" and bears_arms(piece):
            quantity.role = "armed_group"  # 20 عنصرا إرهابيا
        elif quantity.noun is not None and adjectives < 2 and _is_adjective(piece, quantity):
            adjectives += 1
        else:
            break
        at += 1
    while at > quantity.last and sentence[at - 1].mark:
        at -= 1
    quantity.last = max(at, _with_families(quantity, sentence, at, lexicon))


def _with_families(quantity: Quantity, sentence: list[Chunk], at: int, lexicon: Lexicon) -> int:
    """`عناصر داعش وأفراد عائلاتهم`: a party's people and families have a key of their own where a pack gives one."""
    if not quantity.parties or not (at < len(sentence) and sentence[at].conjunction):
        return at
    key = f"{quantity.parties[-1][0]}_families"
    for end in range(at, min(len(sentence), at + 2)):
        if any(reading.noun.unit == "household" and reading.form.possessed for reading in sentence[end].nouns):
            if key in lexicon.knowledge.actors:
                quantity.parties[-1] = (key, quantity.parties[-1][1])
            return end + 1
    return at


def _is_hedge(piece: Chunk) -> bool:
    """Tell whether a chunk within a number's span is the hedge behind its noun, no word about the noun."""
    return not (piece.mark or piece.nouns or piece.actors or piece.heads or piece.state)


def _is_verb(piece: Chunk) -> bool:
    return any(reading.trigger.kind != "participle" for reading in piece.triggers)


def _main(actors: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Of the actors that share a name, return the most telling one."""
    known = [key for key in actors if key in lexicon.knowledge.actors and lexicon.knowledge.actors[key].kind == "actor"]
    return tuple((known or list(actors))[:1])


def _is_population(actors: tuple[str, ...], lexicon: Lexicon) -> bool:
    known = lexicon.knowledge.actors
    return bool(actors) and all(key in known and known[key].kind == "population" for key in actors)


def _is_whom(piece: Chunk) -> bool:
    return bool(piece.nouns or piece.actors or piece.state or piece.heads) and not piece.preposition


def _follows_partitive(sentence: list[Chunk], at: int) -> bool:
    back = at - 1
    while back >= 0 and (sentence[back].mark or sentence[back].state or sentence[back].nouns):
        back -= 1
    return back >= 0 and sentence[back].text in ("من", "صفوف", "بين", "اوساط", "عداد")


def _is_adjective(piece: Chunk, quantity: Quantity) -> bool:
    """Tell whether a word can be an attribute of the counted noun: no prefix, no other reading, an adjective's end."""
    word = piece.text
    if word in _AGENT or (word[0] in "يت" and word.endswith(("ان", "ون"))):
        return False  # شخصين ينتميان إلى
    if piece.conjunction or piece.preposition or piece.triggers or piece.verb_says or piece.says or piece.cues:
        return False
    if piece.nouns and quantity.unit != "event":
        return False
    if piece.number is not None or piece.time is not None or piece.places or piece.actors:
        return False
    return len(word) >= 4 and word.endswith(("ا", "ة", "ين", "ون", "ي", "ان", "ات", "ية"))
