"""Places that a text refers back to (`المدينة`, `البلاد`, `البلدين`), or names by an adjective (`بلدة تركية`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.countries import Countries
from tawatur.extract.places.located import Located
from tawatur.packs import PlaceEntry

_ITS_COUNTRY = frozenset(words_of("its_country"))
_BOTH = frozenset(words_of("both_countries"))
_KINGDOM = frozenset(words_of("kingdom"))
_KINGDOMS = words_of("kingdoms")
_PREPOSITIONS = frozenset(("ب", "ل"))
_REFERRING = frozenset(_ITS_COUNTRY) | frozenset(_KINGDOM) | frozenset(_BOTH)
_DEMONSTRATIVES = frozenset(words_of("demonstrative"))
_QUANTIFIERS = frozenset(words_of("quantifier"))
_SAME, _SAME_AHEAD = frozenset(words_of("same")), frozenset(words_of("same_ahead"))
_PLACED = words_of("before_place")
_LAND = words_of("land")
_CAPITAL = "عاصمة"
_TWO = 2
#: Marks behind what heads a sentence.
_HEADS = frozenset((":", ".", "..", "…"))
#: The endings of a dual of a noun that ends in the feminine one.
_DUAL, _FEMININE = ("تين", "تان"), "ة"


def referred(
    sentence: list[Chunk],
    at: int,
    named: tuple[Sequence[Located], Sequence[Located]],
    countries: Countries,
    lexicon: Lexicon,
) -> tuple[PlaceEntry, ...]:
    """Return the places that the chunk at `at` refers to, of those `named`: in sentences before, and in its own."""
    piece = sentence[at]
    word, noun = _bare(piece.text), place_noun(piece.words[-1])
    if noun is None and word not in _REFERRING and word.endswith(_DUAL):
        return _pair(sentence, at, [*named[0], *named[1]])
    if (noun is None and word not in _REFERRING) or (piece.actors and len(piece.words) > 1):
        return ()  # as most words; المملكة العربية السعودية is a name
    if word in _ITS_COUNTRY:
        theirs = named[1][-1].place.country if named[1] else _headed(sentence, lexicon) or countries.main
        return _country(theirs, lexicon)
    earlier = [*named[0], *named[1]]
    if word in _KINGDOM:
        kingdoms = [code for code in _KINGDOMS if countries.named[code]]
        home = countries.home if countries.home in _KINGDOMS else None
        return _country(max(kingdoms, key=lambda code: countries.named[code], default=home), lexicon)
    if word in _BOTH:
        codes = list(dict.fromkeys(located.place.country for located in reversed(earlier)))[:2]
        codes = codes if len(codes) == 2 else [code for code, _ in countries.named.most_common(2)]
        return tuple(entry for code in sorted(codes) for entry in _country(code, lexicon)) if len(codes) == 2 else ()
    if noun is None or not noun.definite or not noun.refers or (noun.vague and not _is_the_same(sentence, at)):
        return ()
    if noun.vague and named[1] and named[1][-1].last >= at - _TWO:
        return ()  # في بلدة كذا في المنطقة نفسها
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is not None and (following.places or following.ambiguous_places):
        return ()  # القضاء الرمادي, المدينة المنورة
    if is_capital(piece):
        if following is not None and following.state is not None:
            return ()  # العاصمة الليبية: told by the adjective
        capital = _capital(following, earlier, countries, lexicon)
        if capital is not None:
            return (capital,)
    for located in reversed(earlier):
        if located.place.kind in noun.refers and not located.weak:
            return (located.place,)
    return ()


def _is_the_same(sentence: list[Chunk], at: int) -> bool:
    """`المنطقة ذاتها`, `نفس الجبهة`: a word beside a noun of place says that it is the one told of."""
    ahead = at > 0 and sentence[at - 1].text.removeprefix("ب") in _SAME_AHEAD
    return ahead or (at + 1 < len(sentence) and sentence[at + 1].text in _SAME)


def _headed(sentence: list[Chunk], lexicon: Lexicon) -> str | None:
    """Return the country that heads a sentence: `مالي: قتلى في شمال البلاد`."""
    if len(sentence) < _TWO or sentence[1].text not in _HEADS:
        return None
    states = (lexicon.state_keys.get(key) for key in sentence[0].actors)
    return next((state.code for state in states if state is not None), None)


def is_capital(piece: Chunk) -> bool:
    """Tell whether a chunk is `عاصمة`, with or without its article."""
    return piece.text.endswith(_CAPITAL)


def _capital(
    following: Chunk | None, earlier: Sequence[Located], countries: Countries, lexicon: Lexicon
) -> PlaceEntry | None:
    """Return the capital that `العاصمة` is: of the country of the place named last, else of the section's.

    With an adjective (`العاصمة المؤقتة`) it may be another city.
    """
    if following is not None and following.text.startswith("ال"):
        return None
    code = earlier[-1].place.country if earlier else countries.main
    return lexicon.capitals.get(code) if code is not None else None


def _pair(sentence: list[Chunk], at: int, earlier: Sequence[Located]) -> tuple[PlaceEntry, ...]:
    """Return the two places that `المدينتين`, `البلدتان` refer to, the last two of their kinds; none for fewer."""
    noun = place_noun(sentence[at].words[-1][: -len(_DUAL[0])] + _FEMININE)
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if noun is None or not noun.definite or (following is not None and following.text.startswith("ال")):
        return ()  # الضاحيتين الشمالية والشرقية
    last: dict[str, PlaceEntry] = {}
    for located in reversed(earlier):
        if located.place.kind in noun.refers and not located.weak and len(last) < _TWO:
            last.setdefault(located.place.id, located.place)
    return tuple(reversed(last.values())) if len(last) == _TWO else ()


def described(sentence: list[Chunk], at: int, lexicon: Lexicon) -> PlaceEntry | None:
    """Return the country of `بلدة تركية`, `الأراضي السورية`, `الشمال السوري`: an adjective right behind a place's noun.

    Of `العاصمة الأفغانية` it is the capital; `الأراضي العراقية والسورية` are two countries.
    """
    piece = sentence[at]
    if piece.state is None or not at:
        return None
    before = sentence[at - 1]
    if piece.text.startswith("وال") and before.state is not None and before.text.startswith("ال"):
        return lexicon.knowledge.places.get(piece.state) if described(sentence, at - 1, lexicon) is not None else None
    if piece.actors and not (piece.places and piece.text.startswith("ال")):
        return None  # سورية is a state's name as well; السورية is none
    noun = place_noun(before.words[-1])
    if is_capital(before):
        return lexicon.capitals.get(piece.state) or lexicon.knowledge.places.get(piece.state)
    placed = noun is not None or "place_noun" in before.cues or before.is_(*_LAND)
    sided = before.text.startswith("ال") and any(cue.startswith("side:") for cue in before.cues)
    return lexicon.knowledge.places.get(piece.state) if placed or sided else None


def _country(code: str | None, lexicon: Lexicon) -> tuple[PlaceEntry, ...]:
    entry = lexicon.knowledge.places.get(code) if code is not None else None
    return (entry,) if entry is not None else ()


def stands_as_place(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a preposition or a noun of place stands before: `في المدينة`, `بالمخيم`, `داخل هذه القرية`."""
    noun = place_noun(sentence[at].words[-1])
    if noun is None or noun.preposition in _PREPOSITIONS:
        return True  # of البلاد, البلدين any mention is one
    for back in (1, 2):
        if at - back < 0:
            return False
        piece = sentence[at - back]
        if piece.text.removeprefix("ب") in _SAME_AHEAD:
            if piece.text not in _SAME_AHEAD:
                return True  # بذات المديرية
            continue
        if piece.text in _DEMONSTRATIVES or piece.text in _QUANTIFIERS:
            continue
        return (
            piece.is_(*_PLACED)
            or any(cue.startswith("side:") or cue == "place_noun" for cue in piece.cues)
            or place_noun(piece.words[-1]) is not None
        )
    return False


@lru_cache(maxsize=10_000)
def _bare(text: str) -> str:
    """Return a word that refers to a place without its prefixes; any other as it is."""
    for prefix in ("وب", "ول", "ب", "ل", "و"):
        if text.startswith(prefix) and text[len(prefix) :] in _REFERRING:
            return text[len(prefix) :]
    if text.startswith("لل") and "ال" + text[2:] in _REFERRING:
        return "ال" + text[2:]
    return text
