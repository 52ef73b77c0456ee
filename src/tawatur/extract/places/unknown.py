"""Places that no pack knows: the name behind a noun of place (`بلدة الهري`, `قرية كفر نبودة`), in Latin letters."""

from __future__ import annotations

from collections.abc import Collection

from tawatur.arabic import stems
from tawatur.arabic.romanisation import romanise
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.place_nouns import PlaceNoun, name_parts, ordinary_words, place_noun
from tawatur.extract.places.sides import side_named
from tawatur.packs import PlaceEntry

_QUOTES = frozenset("\"'()")
_ARTICLE = "ال"
#: Prepositions before a noun of place that stands as a place, in the view's spelling.
#: Words of belonging with the article: what they are said of has a name.
_OF_PROVINCE = frozenset(word for word in words_of("belongs_to") if word.startswith("ال"))
_LEADING = frozenset(("في", "الي", "قرب", "علي", "من", "نحو", "باتجاه"))
_FEMININE = ("ية", "يه")
_POSSESSED = ("ها", "هم", "هن", "هما")
_SHORTEST = 2
#: What the third person of a verb begins and ends with, what it does not end with, and how many letters it has.
_PRESENT, _PAST, _NAMES_ENDS, _VERBS_LENGTHS = "تي", "ت", ("ة", "ا", "ي", "ن", "و", "ه"), range(4, 7)
_LONGEST_NAME = 4
#: What the dual of a feminine noun ends with before its genitive.
_DUAL = "تي"
#: How many words of which none is a word of the language a foreign name may have: `قرية ليت يت كون`.
_LONGEST_FOREIGN = 3
#: Kinds of places behind whose noun a word in ا is a name (`ولاية سونورا`): no adjective of theirs ends so.
_PROVINCES = frozenset(("admin1", "admin2"))
#: Ends of adjectives and plurals, and beginnings of words with something attached: no second word of a name.
_ADJECTIVES_END, _ATTACHED = (*_FEMININE, "ة", "ين", "ون", "ات"), ("و", "لل", "لت", "بال", "بم", "بت", "ست", "سي")
#: `وأدى` at a sentence's beginning, which the view writes as `وادي`.
_LED_TO = "وادي"


def unknown_names(sentence: list[Chunk], at: int, told: Collection[str] = ()) -> list[tuple[int, int]]:
    """Return the chunks `[first, last)` of each name behind the noun of place at `at`, those that a pack knows too.

    A pack's place in none of the countries `told` may be the first word of another's name: `بلدة بون سوندي`.
    """
    noun = place_noun(sentence[at].words[-1])
    if noun is None or noun.definite or (not at and sentence[at].is_(_LED_TO)) or _is_counted(sentence, at):
        return []
    if at and not noun.preposition and sentence[at - 1].text in _LEADING:
        noun = noun._replace(preposition=sentence[at - 1].text)  # في ريف بارا
    if noun.led and not noun.preposition:
        return []  # مصادر محلية
    first = at + 1
    quoted = first < len(sentence) and sentence[first].text in _QUOTES
    first += quoted
    if first >= len(sentence):
        return []
    if quoted:
        name = _quoted(sentence, first)
        return [name] if name is not None else []
    never_alone = sentence[first].text in name_parts()["head"]  # مخيم أم راكوبة
    known = bool(sentence[first].places or (sentence[first].ambiguous_places and not never_alone))
    last = first + 1 if known else name_end(sentence, first, noun)
    elsewhere = bool(told) and not any(place.country in told for place in sentence[first].places)
    if known and elsewhere and _is_one_word(sentence[first]) and _goes_on(sentence, first):
        last += 1
    return [(first, last), *joined_names(sentence, last, noun, told)] if last > first else []


def _is_counted(sentence: list[Chunk], at: int) -> bool:
    """`640 قرية أفرغت`: a counted noun is in construct with nothing, and what is behind it describes it."""
    return at > 0 and sentence[at - 1].number is not None and not sentence[at].preposition


def joined_names(
    sentence: list[Chunk], first: int, noun: PlaceNoun, told: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Return the names that `و` joins, from chunk `first` on, to one behind a noun of place.

    A pack's place in none of the countries `told` is another of its name.
    """
    names: list[tuple[int, int]] = []
    while first < len(sentence):
        last = _joined_name_end(sentence, first, noun, told)
        if last > first:
            names.append((first, last))
            first = last
        elif noun.many and _goes_on_behind(sentence, first):
            first += 1  # بلدات دوما وحرستا ومديرا وعربين
        else:
            break
    return names


def _goes_on_behind(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is a pack's place that `و` joins to a list, or a comma before what `و` joins."""
    piece = sentence[at]
    if piece.text in ("،", ","):
        return at + 1 < len(sentence) and _is_joined_place(sentence[at + 1])
    return _is_joined_place(piece)


def _is_joined_place(piece: Chunk) -> bool:
    return piece.text.startswith("و") and bool(piece.places) and not piece.actors


def _joined_name_end(sentence: list[Chunk], first: int, noun: PlaceNoun, told: Collection[str]) -> int:
    """Return the chunk after a name that `و` joins to the one before chunk `first`; `first` where none is joined."""
    if first >= len(sentence):
        return first
    piece = sentence[first]
    name = piece.text.removeprefix("و")
    here = any(not told or place.country in told for place in piece.places)
    if name == piece.text or here or piece.actors or piece.number is not None or not _is_one_word(piece):
        return first
    if not noun.many and not name.startswith(_ARTICLE):
        return first
    if name in name_parts()["head"] and noun.many and first + 1 < len(sentence) and _is_one_word(sentence[first + 1]):
        plain = sentence[first + 1].text.isalpha() and not is_ordinary(sentence[first + 1])
        return first + 2 * (plain and not sentence[first + 1].conjunction)  # أحياء القصاع وباب توما
    if noun.many and first + 1 < len(sentence) and _is_joined_place(sentence[first + 1]):
        return first + (len(name) > _SHORTEST)  # one amid a list of places is a place, whatever word it may be
    known = name in ordinary_words() or name in name_parts()["people"] or is_ordinary(piece)
    second = sentence[max(0, first - 2)].text.endswith(_DUAL)  # قريتي زعتورة وكرنابة
    described = not (name.startswith(_ARTICLE) or second) and _is_description(name, noun)
    return first if known or described or len(name) <= _SHORTEST else first + 1


def entry_of(
    sentence: list[Chunk], first: int, last: int, kind: PlaceNoun, country: str, *, joined: bool = False
) -> PlaceEntry:
    """Return a place for the unknown name of chunks `[first, last)`; it has no coordinates and lies in `country`."""
    arabic = " ".join(piece.text for piece in sentence[first:last])
    if joined:
        arabic = arabic.removeprefix("و")
    name = kind.written.format(romanise(arabic))
    return PlaceEntry(
        id=f"{country}/{name.lower().replace(' ', '-')}",
        name=name,
        also=(),
        ar=(arabic,),
        kind=kind.kind,
        country=country,
        parent=None,
        latitude=None,
        longitude=None,
        precision=None,
        population=None,
        ambiguous=(),
        source="named in the text; written in Latin letters by data/romanisation.tsv",
    )


def is_longer_name(sentence: list[Chunk], first: int, last: int) -> bool:
    """`كفر داعل`: a word that is never a name alone goes on with one that is also the name of another place."""
    head = sentence[first].text
    return last - first > 1 and head in name_parts()["head"] and place_noun(head) is None and not sentence[first].places


def _quoted(sentence: list[Chunk], first: int) -> tuple[int, int] | None:
    for last in range(first, min(first + _LONGEST_NAME, len(sentence))):
        if sentence[last].text in _QUOTES:
            plain = last > first and not any(piece.actors or piece.places for piece in sentence[first:last])
            return (first, last) if plain else None
        if sentence[last].mark or sentence[last].number is not None or not _is_one_word(sentence[last]):
            return None
    return None


def name_end(sentence: list[Chunk], first: int, noun: PlaceNoun) -> int:
    """Return the chunk after a name that begins at `first`, or `first` where none does."""
    parts = name_parts()
    last = first
    while last < len(sentence) and sentence[last].text in parts["head"] and last - first < _LONGEST_NAME - 1:
        last += 1
    if last >= len(sentence):
        return first
    behind = sentence[last + 1] if last + 1 < len(sentence) else None
    described = behind is not None and (
        _shows_a_name(behind, sentence[last].text)
        or (noun.many and _lists_on(sentence, last + 1, dual=sentence[first - 1].text.endswith(_DUAL)))
    )
    closes = behind is None or behind.mark  # a verb goes on
    if not _may_name(sentence[last], noun, after_head=last > first, described=described, closes=bool(closes)):
        return first
    last += 1
    if last < len(sentence) and sentence[last].text in parts["tail"]:
        last += 1
    while first < last < first + _LONGEST_FOREIGN and _goes_on(sentence, last - 1):
        last += 1
    return last


def _lists_on(sentence: list[Chunk], at: int, *, dual: bool) -> bool:
    """Tell whether what `و` joins to a word at `at` makes it one of a list of names: `مناطق زعتورة والقصاع`.

    A `dual` in construct has two names behind it, whatever words they are: `قريتي زلوطة وكرنابة`.
    """
    piece = sentence[at]
    name = piece.text.removeprefix("و")
    if name == piece.text or piece.number is not None or piece.triggers or piece.verb_says:
        return False
    return (
        dual
        or _is_joined_place(piece)
        or (name.startswith(_ARTICLE) and not is_ordinary(piece) and len(name) > _SHORTEST)
    )


def _shows_a_name(behind: Chunk, word: str) -> bool:
    """Tell whether what stands behind a word stands behind a name and behind no adjective of its noun.

    `معبر أدري الحدودي`, `منطقة بوكة شمالي كيرا`, `منطقة رمادة التابعة لمحافظة كذا`.
    """
    if place_noun(word) is not None and word.startswith(_ARTICLE):
        return bool(side_named(behind)) and not behind.text.startswith(_ARTICLE)  # منطقة المضيق شرقي الرمادي
    if word.endswith("ة") and not word.endswith(_FEMININE):
        return behind.text in _OF_PROVINCE or bool(side_named(behind))
    adjective = behind.text.endswith(("ة", "ي")) and behind.text.startswith(_ARTICLE)
    return adjective and not (behind.actors or behind.places or behind.nouns)


def _goes_on(sentence: list[Chunk], at: int) -> bool:
    """`بلدة بالا بولوك`, `قرية رسم العبود`: a name of two words, neither of which is a word of the language."""
    word, following = sentence[at].text, sentence[at + 1] if at + 1 < len(sentence) else None
    if following is None or word.startswith(_ARTICLE) or word.endswith("ة") or following.places or following.actors:
        return False
    name = following.text
    if (
        not name.isalpha()
        or following.preposition
        or following.conjunction
        or following.state
        or is_ordinary(following)
    ):
        return False
    if following.number is not None or following.time is not None or not _is_one_word(following):
        return False
    other = name.endswith(_ADJECTIVES_END) or name.startswith(_ATTACHED) or _has_a_verbs_form(name)
    return len(name) > _SHORTEST and name not in name_parts()["people"] and not other


def _may_name(
    piece: Chunk, noun: PlaceNoun, *, after_head: bool, described: bool = False, closes: bool = False
) -> bool:
    """Tell whether a chunk may be a name behind a noun of place, `described` by what no adjective has behind it.

    One that `closes` its phrase (`ولاية خوست،`) is no verb of a clause about the noun.
    """
    word = piece.text
    if (
        not _is_one_word(piece)
        or piece.mark
        or piece.number is not None
        or piece.time is not None
        or len(word) <= _SHORTEST
        or word in name_parts()["people"]
        or word in name_parts()["tail"]
        or (place_noun(word) is not None and not (described and word.startswith(_ARTICLE)))
        or piece.state is not None
        or piece.actors
        or (piece.places and not after_head)
        or word.startswith("لل")
    ):
        return False
    if after_head:
        return not (is_ordinary(piece) and not word.startswith(_ARTICLE))
    if word.startswith(_ARTICLE):
        return noun.takes_any or not is_ordinary(piece) or place_noun(word) is not None
    adjective = _is_description(word, noun) and not described
    verb = not (noun.takes_any or closes) and _has_a_verbs_form(word)
    return not (is_ordinary(piece) or adjective or verb)


def _has_a_verbs_form(word: str) -> bool:
    """`مناطق شملت مكة`, `مناطق تخضع له`: a word of a verb's letters behind a noun of place describes it."""
    present = word[0] in _PRESENT and len(word) in _VERBS_LENGTHS and not word.endswith(_NAMES_ENDS)
    return present or (word.endswith(_PAST) and len(word) in _VERBS_LENGTHS)


def _is_description(word: str, noun: PlaceNoun) -> bool:
    """Tell whether an indefinite word has the form of an adjective (`بلدة نائية`, `حي سكني`), or is possessed."""
    return (
        word.endswith(_FEMININE)
        or word.endswith(_POSSESSED)
        or (word.endswith("ي") and not noun.feminine)  # بلدة ساكي, ولاية كيبي: no adjective agrees so
        or (word.endswith("ة") and not noun.takes_any)
        or (word.endswith("ا") and not (noun.takes_any or noun.kind in _PROVINCES or noun.preposition))
    )


def is_ordinary(piece: Chunk) -> bool:
    """Tell whether a word is an ordinary one: of the lexicon, or frequent where no place is told."""
    known = bool(piece.nouns or piece.triggers or piece.verb_says or piece.says or piece.cues or piece.heads)
    return known or any(
        stem.text in ordinary_words() or place_noun(stem.text) is not None
        for stem in stems(piece.text)
        if not stem.article or len(stem.text) > _SHORTEST
    )


def _is_one_word(piece: Chunk) -> bool:
    return piece.last - piece.first == 1
