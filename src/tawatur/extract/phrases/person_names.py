"""Where a person's name begins and ends: behind a title, by a nom de guerre, a given name, or a surname told before."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, NounReading
from tawatur.extract.phrases.place_nouns import ordinary_words, place_noun

_STOPS = words_of("after_name")
_AGENT = words_of("before_agent")
_THAT = words_of("that")
#: Prepositions that a word may wear.
_PREFIXED = ("ب", "ل", "ك")
#: Names have three letters or more.
_SHORTEST = 3
_CALLED = words_of("called")
_SPEAKS_FOR = words_of("speaks_for")
_WHO = words_of("who")
_KIN = frozenset(words_of("kin_of"))
_SOME = words_of("some")
#: Endings that say whose kin it is: `شقيقه فلان`.
_OWNED = words_of("object_pronoun")
_MANNER = words_of("manner")
_SO_CALLED = words_of("so_called")
#: A given name that the view spells as a preposition: `علي`, where another name follows a title.
_ALI = "علي"
_OPENING, _CLOSING = ("«", '"'), ("»", '"')
#: What goes on with a name behind a given one, though it reads as another word.
#: `أم`: a mother, or `or`.
_OR = "ام"
_WITHIN = (_ALI, "الدين", "الله")
#: Units of nouns that a title may be of: `مدير مكتب الصحة`, `مرشح عن قائمة كذا`.
_OF_TITLES = frozenset(("site", "facility", "country"))
#: How many chunks a title may have before its name, and a name.
_TITLE, _NAME = 10, 4


def surnames_of(passages: Iterable[Passage], lexicon: Lexicon) -> frozenset[str]:
    """Return the last words of the names that begin with a given name: by them the text calls their bearers later."""
    found: set[str] = set()
    for passage in passages:
        for sentence in passage.sentences:
            for at, piece in enumerate(sentence):
                by_kunya = "kunya" in piece.cues
                if piece.text.removeprefix(piece.conjunction) not in lexicon.given_names and not by_kunya:
                    continue
                end = name_end(sentence, at, piece, lexicon)
                last = sentence[end - 1]
                longer = end > at + 1 + by_kunya
                surname = is_unread(last) or _is_national(last)
                if longer and surname and last.text not in lexicon.given_names:
                    found.add(last.text)
    return frozenset(found)


def name_after(
    sentence: list[Chunk], at: int, taken: set[int], lexicon: Lexicon, surnames: frozenset[str] = frozenset()
) -> tuple[int, int] | None:
    """Return the chunks of a name that begins at a chunk, or behind a title there; None where none does."""
    titled = called = False
    start = at
    while start < len(sentence) and start < at + _TITLE:
        piece = sentence[start]
        several = start == at and are_several_definite(piece)  # الشابين فلان وفلان
        if start in taken or (piece.number is not None and not several) or piece.time is not None:
            return None
        if start > at and piece.is_("باسم") and sentence[start - 1].is_(*_SPEAKS_FOR):
            start += 1  # المتحدث باسم الحركة فلان
            continue
        if (titled or start == at or piece.is_("من")) and piece.is_(*_SO_CALLED):
            start += 1
            continue
        if start > at and _is_other_than_named(piece, lexicon):
            return None
        if piece.persons or ("kunya" in piece.cues and is_nom_de_guerre(sentence, start)):
            return start, name_end(sentence, start, piece, lexicon)
        given = has_given_name(sentence, start, lexicon) or (
            piece.text in lexicon.given_names and (titled or _stands_alone(sentence, start, lexicon))
        )
        if given or (titled and _is_ali(sentence, start, lexicon)):
            return start, name_end(sentence, start, piece, lexicon)
        if called and _opens_quoted(sentence, start):
            return start, next(on for on in range(start, start + _NAME + 1) if sentence[on].text in _CLOSING)
        if piece.text in surnames and (is_unread(piece) or (start == at and _is_national(piece))):
            return start, start + 1
        if start > at and piece.is_(*_WHO) and not any(near.is_(*_CALLED) for near in sentence[start + 1 : start + 2]):
            return None  # قائمة الحزب التي يرأسها فلان: a clause of its own
        if piece.is_(*_CALLED) and start > at:
            titled = called = True  # قائد ميداني يدعى فلان
        elif several or _is_title(piece) or _is_one_definite(piece) or _is_national(piece):
            titled = True  # الشرطي فلان, السفير الأميركي فلان, هما الفرنسي فلان
            pair = several and piece.number is not None and piece.number.bound == "exact"
            called = called or pair or _is_one_definite(piece)
        elif called and _may_be_name(piece) and not sentence[start - 1].is_("في"):
            return start, name_end(sentence, start, piece, lexicon)
        elif not titled and start == at and _is_unknown_title(sentence, at, lexicon):
            titled = True  # التربوي أحمد فلان
        elif not (titled and (_is_of_title(piece) or _is_led(sentence, start) or _is_genitive(sentence, start))):
            return None
        start += 1
    return None


def _stands_alone(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """`اعتقال عبدالخالق، شقيق الزعيم`, `مقتل عبدالقادر وعلي`: a given name that a comma, or another, follows."""
    following = sentence[at + 1].text if at + 1 < len(sentence) else ""
    joined = following.startswith("و") and (following[1:] in lexicon.given_names or following[1:] == _ALI)
    return following in ("،", ",", "(") or joined


def is_nom_de_guerre(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a name follows `أبو`, `أم`: `قتلت أم يمنية مع طفلها` is of a mother."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if len(sentence[at].words) > 1:
        return True
    if following is None or following.mark or following.conjunction or following.is_("مع", "في", "من"):
        return False
    if sentence[at].is_(_OR) and any(r.verb is not None and r.verb.form.tense == "past" for r in following.triggers):
        return False  # لم يعرف هل قتل أم جرح
    future = following.text.startswith("سي") and any(reading.verb is not None for reading in following.triggers)
    return not future and (following.state is None or following.text.startswith("ال"))  # أم سيفرج عنهم


def _opens_quoted(sentence: list[Chunk], start: int) -> bool:
    """`المتطرف «الفضلي»`: words in quotation marks right behind a title, few and nothing but a name."""
    if start < 2 or sentence[start - 1].text not in _OPENING or not sentence[start - 2].text.startswith("ال"):
        return False
    inside = sentence[start : start + _NAME + 1]
    closes = next((on for on, piece in enumerate(inside) if piece.text in _CLOSING), 0)
    return closes > 0 and all(is_unread(piece) or _is_national(piece) for piece in inside[:closes])


def _is_title(piece: Chunk) -> bool:
    """Tell whether a chunk is a title or a noun for one that a name may follow: `القيادي`, `شقيقه`, `شابة`."""
    if any(r.noun.lemma in _KIN for r in piece.nouns) and not piece.text.endswith(_OWNED):
        return piece.text.removeprefix("و").startswith("ال")  # شقيق فلان: another than who is named
    led = any(key.endswith("_leaders") for key in piece.actors)  # القيادي في داعش
    return led or "person_title" in piece.cues or any(_names_one(reading) for reading in piece.nouns)


def _is_other_than_named(piece: Chunk, lexicon: Lexicon) -> bool:
    """`رئيس الجهاز لحيدر فلان`, `استشهاد العميد وإصابة منتسبين`: whose he is, or what came next, no name of his."""
    of_another = piece.preposition == "ل" and bool(piece.persons)
    of_another = of_another or (piece.text.startswith("ل") and piece.text[1:] in lexicon.given_names)
    joined = bool(piece.conjunction) and any(reading.trigger.kind == "masdar" for reading in piece.triggers)
    return of_another or joined


def _names_one(reading: NounReading) -> bool:
    if reading.noun.unit != "person" or reading.form.number != "singular":
        return False
    return reading.noun.of == "member" or not reading.stem.preposition


def _is_national(piece: Chunk) -> bool:
    """`الفرنسي فلان`, `الفلسطينية فلانة`: a nation's adjective with the article stands for one of it."""
    word = piece.text.removeprefix(piece.conjunction).removeprefix("و")
    return piece.state is not None and not piece.places and word.startswith("ال") and word.endswith(("ي", "ية"))


def are_several_definite(piece: Chunk) -> bool:
    """`الشابين`, `الصحافيين`: a definite dual or plural, whose names may follow."""
    dual = piece.number is not None and piece.number.noun is not None and piece.text.removeprefix("و").startswith("ال")
    noun = piece.number.noun if piece.number is not None else None
    place = noun is not None and place_noun(noun) is not None  # المنطقتين
    return (dual and not place) or any(
        reading.noun.unit == "person" and reading.stem.article and reading.form.number in ("plural", "ambiguous")
        for reading in piece.nouns
    )


def _is_unknown_title(sentence: list[Chunk], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a definite word that no table knows stands right before a given name or a nom de guerre."""
    if at + 1 >= len(sentence) or not sentence[at].text.startswith("ال") or not is_unread(sentence[at]):
        return False
    return "kunya" in sentence[at + 1].cues or has_given_name(sentence, at + 1, lexicon)


def _is_of_title(piece: Chunk) -> bool:
    """Tell whether a chunk may stand between a title and the name: whose he is, where, of what kind."""
    thing = any(r.noun.unit in _OF_TITLES and not r.stem.preposition for r in piece.nouns)
    return bool(
        piece.mark
        or piece.actors
        or piece.places
        or piece.outlets
        or (thing and not piece.conjunction)  # مدير مكتب الصحة فلان
        or piece.is_("في", "عن")
        or piece.state
        or piece.text.endswith(("ه", "ها"))
        or (piece.text.startswith(("ال", "بال")) and not piece.is_("الي"))
        or (is_unread(piece) and piece.text.endswith(("ي", "ية")))
    )


def _is_genitive(sentence: list[Chunk], at: int) -> bool:
    """`قائد كتيبة المدفعية العقيد فلان`: a noun right behind another without article, a definite one behind both."""
    piece, before = sentence[at], sentence[at - 1]
    other = piece.mark or piece.triggers or piece.verb_says or piece.preposition or piece.conjunction or piece.number
    led = "clause" in piece.cues or piece.text in _STOPS or len(piece.text) < _SHORTEST
    heads = any(r.noun.unit == "person" for r in before.nouns) or "person_title" in before.cues
    behind = sentence[at + 1] if at + 1 < len(sentence) else None
    definite = behind is not None and (behind.text.startswith("ال") or bool(behind.outlets or behind.actors))
    return not other and not led and heads and definite and not before.text.startswith("ال")


def _is_led(sentence: list[Chunk], at: int) -> bool:
    """`المرشح عن قائمة كذا فلان`, `رئيس المركز في قوات كذا فلان`: a noun that a preposition behind a title leads."""
    piece = sentence[at]
    verbal = piece.triggers or piece.verb_says or "clause" in piece.cues or piece.preposition or piece.conjunction
    return sentence[at - 1].is_("في", "عن") and not verbal


def _is_ali(sentence: list[Chunk], start: int, lexicon: Lexicon) -> bool:
    following = sentence[start + 1] if start + 1 < len(sentence) else None
    return sentence[start].text == _ALI and following is not None and following.text in lexicon.given_names


def has_given_name(sentence: list[Chunk], start: int, lexicon: Lexicon) -> bool:
    """Tell whether two to four words that are nothing else begin here, a given name among the first two."""
    words: list[str] = []
    for piece in sentence[start : start + _NAME]:
        # ياسر is a name before it is a verb; صالح علي, نجم الدين
        nisba = piece.text in _WITHIN or (piece.text.startswith("ال") and piece.text.endswith("ي"))  # طلال الأردني
        within = bool(words) and words[-1] in lexicon.given_names and nisba and len(piece.words) == 1
        given = within or piece.text in lexicon.given_names
        given = given or (len(words) == 1 and words[0] in lexicon.given_names and _only_a_place(piece))
        if not given and (_ends_name(piece) or qualifies(piece) or piece.cues or piece.triggers):
            break
        words.append(piece.text)
    if words and words[0].startswith("ال") and words[0] not in lexicon.given_names:
        return False  # وزير الدفاع فلان
    servant = len(words) > 1 and words[0] == "عبد" and words[1].startswith("ال")  # عبد الخالق
    return servant or (len(words) > 1 and any(word in lexicon.given_names for word in words[:2]))


def _only_a_place(piece: Chunk) -> bool:
    """`حسين العمور`: a word with the article that else names a place is a family's name behind a given one."""
    other = piece.nouns or piece.actors or piece.state or piece.cues or piece.triggers
    return bool(piece.places) and len(piece.words) == 1 and piece.text.startswith("ال") and not other


def qualifies(piece: Chunk) -> bool:
    """`القيادي الحوثي فلان`: whose leader he is stands before his name."""
    return bool(piece.nouns or piece.actors or piece.state or piece.places) or len(piece.text) < _SHORTEST


def name_end(sentence: list[Chunk], start: int, head: Chunk, lexicon: Lexicon) -> int:
    """Return the chunk after the name that begins at `start`."""
    if head.persons and "kunya" not in head.cues:
        return start + 1
    end = start + 1
    while end < len(sentence) and end < start + _NAME:
        word = sentence[end].text
        joined = word == "وعبد" or (word.startswith("و") and word[1:] in lexicon.given_names)
        given = sentence[end - 1].text.removeprefix("و") in lexicon.given_names
        if joined or (_ends_name(sentence[end]) and not (given and _is_ali_within(sentence, end))):
            break
        end += 1
    return end


def _is_ali_within(sentence: list[Chunk], at: int) -> bool:
    """`صالح علي الصماد`: between words that nothing else reads, where `علي` may be the preposition as well."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if sentence[at].text != _ALI or len(sentence[at].words) > 1 or following is None or not following.text.isalpha():
        return False
    return is_unread(following) and following.text.removeprefix("ال") not in ordinary_words()


def _is_one_definite(piece: Chunk) -> bool:
    """`الطفل`, `الشرطي`, `السفير`: a definite noun for one person, which a name may follow."""
    return any(
        reading.noun.unit == "person" and reading.form.number == "singular" and reading.stem.article
        for reading in piece.nouns
    )


def is_unread(piece: Chunk) -> bool:
    """Tell whether no table reads a chunk's word: it may be a name."""
    known = piece.nouns or piece.triggers or piece.verb_says or piece.cues or piece.says or piece.places
    other = piece.actors or piece.outlets or piece.heads or piece.state or piece.number or piece.time
    return not (known or other or piece.mark) and len(piece.text) >= _SHORTEST and piece.text not in _STOPS


def _may_be_name(piece: Chunk) -> bool:
    """Tell whether a word is nothing else: a name that no table lists, right after who is so called."""
    word = piece.text
    return (
        is_unread(piece)
        and not (piece.preposition or piece.conjunction)
        and word.isalpha()
        and not (word.startswith(("ال", "لل", "وال")) or word.endswith("ا") or word in ordinary_words())
        and not (word in _MANNER or (word.startswith(_PREFIXED) and _is_ordinary(word[1:])))
    )


def _is_ordinary(word: str) -> bool:
    """Tell whether a word is an ordinary one, or a noun of a place: `بوزارة`, `لحزب` are no names."""
    return word in ordinary_words() or place_noun(word) is not None


def are_some(piece: Chunk) -> bool:
    """`وعدد من مرافقيه`, `وبعض رفاقه`: people whom no number counts, joined to what stands before."""
    return piece.text.startswith("و") and piece.text[1:] in _SOME


def _ends_name(piece: Chunk) -> bool:
    if (
        piece.mark
        or piece.conjunction
        or piece.text == "و"
        or piece.text[0].isdigit()
        or piece.text in (*_STOPS, *_AGENT, *_THAT)
        or are_some(piece)
        or piece.number
        or piece.time
        or piece.verb_says
    ):
        return True
    if piece.cues & {"person_title", "clause", "agent"} or piece.says or (piece.actors and len(piece.words) > 1):
        return True  # فلان رئيس المجلس, فلان القيادي في التنظيم
    if any(reading.verb is not None and reading.verb.form.voice != "active" for reading in piece.triggers):
        return True  # فلان قتل
    if any(reading.noun.unit == "person" and not reading.stem.article for reading in piece.nouns):
        return True  # فلان شقيق الزعيم
    # أبو فلان بغارة، فلان للاشتباه
    return bool(piece.preposition and (piece.nouns or piece.triggers)) or piece.text.startswith("لل")
