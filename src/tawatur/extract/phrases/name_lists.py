"""Lists of names, and names before their verb: `مقتل فلان (17 عاما) وفلان`, `أن فلانا وفلانا قد قتلا`."""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon, TriggerReading
from tawatur.extract.phrases.person_names import are_some, is_unread, name_after, name_end
from tawatur.extract.phrases.place_nouns import ordinary_words

_THAT = (*words_of("that"), *words_of("so_that"))
_AUXILIARY = words_of("beside_verb")
_WHO = words_of("who")
_STOPS = words_of("after_name")
_SHORTEST = 3
#: Endings of verbs, and of words in the accusative.
_ENDINGS = ("ت", "وا", "ا", "ة")
#: How many chunks before a verb a name may begin that is its subject.
_BEFORE = 4
#: How many more a title may have before it, where more than the name stands between; how many an age in brackets has.
_TITLED, _AGE = 4, 6
#: How far before a verb `أن` may stand whose subject bears a name.
_FAR = 24


def joined_names(
    sentence: list[Chunk], end: int, taken: set[int], lexicon: Lexicon, *, several: bool = False
) -> list[tuple[range, tuple[int, int]]]:
    """Return the names that `و` joins to the one that ends at a chunk, each with the chunks of its title.

    Where the text has said that they are several, a word that no table knows is a name too: `الصحافيان فلان وفلان`.
    """
    found: list[tuple[range, tuple[int, int]]] = []
    start = behind_age(sentence, end)
    while start < len(sentence) and start not in taken and sentence[start].text.startswith("و"):
        name: tuple[int, int] | None = None
        if is_joined_title(sentence[start], lexicon):
            name = name_after(sentence, start, taken, lexicon)
        elif _is_joined_name(sentence, start, lexicon, several=several):
            name = start, name_end(sentence, start, sentence[start], lexicon)
        if name is None or any(piece.mark and piece.text != "/" for piece in sentence[start : name[0]]):
            break
        found.append((range(start, name[0]), name))
        start = behind_age(sentence, name[1])
    return found


def behind_age(sentence: list[Chunk], at: int) -> int:
    """Return the chunk behind an age, in brackets or between commas, and behind a comma: `فلان (17 عاما)،`."""
    behind = at
    while behind < min(len(sentence), at + _AGE):
        piece = sentence[behind]
        aged = piece.number is not None and is_age(sentence, behind)
        if not (
            aged
            or piece.text.isdigit()
            or piece.text in ("(", ")", "،", ",", "البالغ")
            or piece.text.startswith(("عام", "سنة"))
        ):
            break
        behind += 1
    return behind


def _is_joined_name(sentence: list[Chunk], at: int, lexicon: Lexicon, *, several: bool) -> bool:
    """Tell whether a name begins with `و` at a chunk: a given name, a nom de guerre, or `عبد` and who is served."""
    piece = sentence[at]
    word = piece.text[1:]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if word in lexicon.given_names or word == "علي" or "kunya" in piece.cues:
        return True
    if word == "عبد" and following is not None and following.text.startswith("ال"):
        return True
    known = word in _STOPS or are_some(piece) or word.startswith("ال") or len(word) < _SHORTEST
    return is_unread(piece) and not known and (several or _is_of_two_words(sentence, at))


def _is_of_two_words(sentence: list[Chunk], at: int) -> bool:
    """`وجيمس فولي، وديفيد هاينز`: two words that nothing knows, behind a name, and no more of them."""
    words = [sentence[at].text[1:], *(piece.text for piece in sentence[at + 1 : at + 2])]
    after = sentence[at + 2] if at + 2 < len(sentence) else None
    ends = after is None or after.mark or after.text.startswith("و")
    unknown = len(words) > 1 and is_unread(sentence[at + 1]) and not any(_is_plain(word) for word in words)
    return ends and unknown and not words[0].endswith(_ENDINGS)


def _is_plain(word: str) -> bool:
    return word in ordinary_words() or word in _STOPS or word.removeprefix("ال") in ordinary_words()


def subjects_before(
    sentence: list[Chunk],
    at: int,
    reading: TriggerReading,
    taken: set[int],
    lexicon: Lexicon,
    surnames: frozenset[str],
) -> list[tuple[int, int]]:
    """`إن فلانا قتل`, `أن فلانا المصور في وكالة كذا أصيب`, `أن فلانا وفلانا قد قتلا`: the names before a passive."""
    verb = reading.verb
    if sentence[at].conjunction:
        return []  # برفقة فلان، وقتل عدد منهم
    if verb is not None and reading.pronoun:
        near = _right_before(sentence, at, taken, lexicon, surnames)
        return [near] if near is not None else []  # فلان الذي قتله الجيش
    if verb is None or verb.form.voice == "active":
        return []
    following = next((piece for piece in sentence[at + 1 :] if piece.time is None), None)
    if (
        following is not None
        and not following.preposition
        and (following.number or following.nouns or following.actors)
    ):
        return []  # فلان قتل شخصين, فلان قتل الجمعة شخصين
    near = _right_before(sentence, at, taken, lexicon, surnames) if verb.form.number == "singular" else None
    return [near] if near is not None else _behind_that(sentence, at, reading, taken, lexicon, surnames)


def _right_before(
    sentence: list[Chunk], at: int, taken: set[int], lexicon: Lexicon, surnames: frozenset[str]
) -> tuple[int, int] | None:
    """Return the name right before a verb, at the head of its clause."""
    end = _name_may_end(sentence, at)
    for start in range(max(0, end - _BEFORE - (end < at) * _TITLED), end):
        opened = sentence[start - 1].text in _THAT or sentence[start - 1].is_(*_AUXILIARY) or sentence[start - 1].mark
        if sentence[start].is_(*_AUXILIARY) or (start and not (opened or end < at)):
            continue
        name = name_after(sentence, start, taken, lexicon, surnames)
        if name is not None and name[1] == end:
            return name
    return None


def _behind_that(
    sentence: list[Chunk],
    at: int,
    reading: TriggerReading,
    taken: set[int],
    lexicon: Lexicon,
    surnames: frozenset[str],
) -> list[tuple[int, int]]:
    """Return the names behind the last `أن` before a verb, where nothing else between them has a verb or a number."""
    that = next((on for on in range(at - 1, max(-1, at - _FAR), -1) if sentence[on].text in _THAT), None)
    if that is None or reading.verb is None:
        return []
    first = name_after(sentence, that + 1, taken, lexicon, surnames)
    if first is None or first[1] > at:
        return []
    names = [first, *(name for _, name in joined_names(sentence, first[1], taken, lexicon))]
    end = max(behind_age(sentence, names[-1][1]), names[-1][1])
    companions = _are_companions(sentence[end])
    if (len(names) > 1 or companions) != (reading.verb.form.number != "singular"):
        return []
    end += companions
    between = sentence[end:at]
    told = (p.triggers or p.verb_says or p.number or p.text in _THAT or (p.conjunction and p.nouns) for p in between)
    return [] if any(told) else names


def _are_companions(piece: Chunk) -> bool:
    """`فلان وعدد من مرافقيه قتلوا`, `فلان ومرافقوه قتلوا`: people whom no number counts, joined to a name."""
    people = any(reading.noun.unit == "person" and reading.form.number == "plural" for reading in piece.nouns)
    return are_some(piece) or (bool(piece.conjunction) and people)


def _name_may_end(sentence: list[Chunk], at: int) -> int:
    """Return the chunk before which a name may end whose verb stands at a chunk.

    Between them may stand an auxiliary, a relative pronoun, a comma and an age in brackets: `فلان (29 عاما)، الذي كان
    قد استشهد`.
    """
    end = at
    while end and sentence[end - 1].is_(*_AUXILIARY):
        end -= 1
    if end and sentence[end - 1].is_(*_WHO):
        end -= 1
    if end and sentence[end - 1].text in ("،", ","):
        end -= 1
    if end and sentence[end - 1].text == ")":
        opened = next((b for b in range(end - 2, max(-1, end - _AGE), -1) if sentence[b].text == "("), None)
        if opened is not None and any(piece.text.isdigit() for piece in sentence[opened:end]):
            end = opened
    return end


def is_age(sentence: list[Chunk], at: int) -> bool:
    """`فلان (24 عاما)`, `فلان، 24 عاما`: an age behind a name."""
    piece = sentence[at]
    if piece.number is not None and piece.number.kind == "age":
        return True
    return (
        piece.number is not None
        and at > 0
        and sentence[at - 1].text in ("(", "،")
        and at + 1 < len(sentence)
        and sentence[at + 1].text.startswith(("عام", "سنة"))
    )


def is_joined_title(piece: Chunk, lexicon: Lexicon) -> bool:
    """`والقيادي`, `وابنته`: a title or somebody's kin behind `و`; `والي` is one of its own."""
    if piece.conjunction and any(r.noun.unit == "person" and r.form.possessed for r in piece.nouns):
        return True
    return piece.text.startswith("و") and not lexicon.titles.isdisjoint(
        (piece.text[1:], piece.text[1:].removeprefix("ال"))
    )
