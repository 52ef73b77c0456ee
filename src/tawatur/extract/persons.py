"""Named persons as outcomes: a leader killed or captured, counted as one and named.

Read are those whom the text calls by a title, by a nom de guerre (`أبو فلان`), or by a given name that a table lists.
"""

from __future__ import annotations

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.draft import Draft
from tawatur.extract.frame import Frame
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon, TriggerReading

_MEASURES = frozenset(("killed", "wounded", "detained", "abducted", "released"))
_STOPS = words_of("after_name")
_AGENT = words_of("before_agent")
#: Of a person by name they say that he loses his office.
_FALLS = frozenset(("سقط", "سقوط"))
#: Names have three letters or more.
_SHORTEST = 3


def find_persons(
    sentence: list[Chunk], number: int, passage: Passage, taken: set[int], frames: list[Frame], lexicon: Lexicon
) -> list[Draft]:
    """Return a claim for each named person that an outcome's word governs: `مقتل زعيم التنظيم أبو فلان`.

    So are those named among a number of dead or captured: `أبرزهم أبو فلان والقيادي أبو علان`.
    """
    found: list[Draft] = _listed(sentence, number, passage, taken, frames, lexicon)
    taken = taken | {
        i for draft in found for i, p in enumerate(sentence) if draft.number[0] <= p.first < draft.number[1]
    }
    for at, piece in enumerate(sentence):
        reading = next(
            (
                r
                for r in piece.triggers
                if r.trigger.measure in _MEASURES
                and not r.pronoun
                and r.trigger.lemma.split()[0] not in _FALLS
                and (r.trigger.kind == "masdar" or (r.verb is not None and r.verb.form.voice != "active"))
            ),
            None,
        )
        if reading is None or at in taken:
            continue
        name = _name_after(sentence, at + 1, taken, lexicon)
        if name is None or _is_doer(sentence, name[1], reading):
            continue
        found.append(_draft(sentence, number, passage, name, piece, reading.trigger.measure))
    return found


def _is_doer(sentence: list[Chunk], after: int, reading: TriggerReading) -> bool:
    """`اعتقال فلان لجميع المخططين`, `قتل فلان شخصين`: with an object behind it, the name is who did it."""
    if after < len(sentence) and reading.verb is not None and (sentence[after].number or sentence[after].nouns):
        return True
    return after < len(sentence) and (sentence[after].preposition == "ل" or sentence[after].text.startswith("لجميع"))


def _draft(
    sentence: list[Chunk], number: int, passage: Passage, name: tuple[int, int], trigger: Chunk, measure: str
) -> Draft:
    first, last = sentence[name[0]].first, sentence[name[1] - 1].last
    return Draft(
        passage=passage,
        sentence=number,
        number=(first, last),
        quote=(min(trigger.first, first), last) if last - trigger.first < 14 else (first, last),
        measure=measure,  # type: ignore[arg-type]
        low=1,
        high=1,
        bound="exact",
        unit="person",
        name=" ".join(passage.words(first, last).split()).strip(' "«»“”()').removeprefix(sentence[name[0]].conjunction),
        trigger=trigger,
        how="named person",
    )


def _listed(
    sentence: list[Chunk], number: int, passage: Passage, taken: set[int], frames: list[Frame], lexicon: Lexicon
) -> list[Draft]:
    """Return the persons named after `أبرزهم` and the like, joined by `و`, of the outcome told before it."""
    found: list[Draft] = []
    opened: Frame | None = None
    titled = first = False
    for at, piece in enumerate(sentence):
        if "foremost" in piece.cues or ("part" in piece.cues and not piece.triggers and _names_next(sentence, at + 1)):
            earlier = [frame for frame in frames if frame.quantity.first < at and frame.measure in _MEASURES]
            opened = earlier[-1] if earlier else None
            titled = "foremost" in piece.cues
            first = True
            continue
        if opened is None or (at in taken and piece.number is None):
            continue
        if piece.number is not None and piece.number.noun is not None and _names_next(sentence, at + 1):
            titled = first = True  # القياديان أبو فلان وأبو علان
        elif piece.number is not None or piece.time is not None or "clause" in piece.cues or piece.triggers:
            opened = None
        elif "person_title" in piece.cues:
            titled = first or _is_joined_title(piece, lexicon)  # what follows a name's comma only describes him
        elif _begins_name(sentence, at, lexicon, titled=titled, first=first):
            end = _name_end(sentence, at, piece)
            found.append(_draft(sentence, number, passage, (at, end), piece, opened.measure))
            titled = first = False
    return found


def _names_next(sentence: list[Chunk], at: int) -> bool:
    """`بينهم القيادي فلان`: a definite title, or a nom de guerre, opens a name; `بينهم قيادي` counts one."""
    if at >= len(sentence):
        return False
    piece = sentence[at]
    return (
        "kunya" in piece.cues or bool(piece.persons) or ("person_title" in piece.cues and piece.text.startswith("ال"))
    )


def _is_joined_title(piece: Chunk, lexicon: Lexicon) -> bool:
    """`والقيادي`: a title behind `و`; `والي` is one of its own."""
    return piece.text.startswith("و") and piece.text[1:].removeprefix("ال") in lexicon.titles


def _begins_name(sentence: list[Chunk], at: int, lexicon: Lexicon, *, titled: bool, first: bool) -> bool:
    """Tell whether a chunk begins a person's name: by its form, after a title, or joined to another one."""
    piece = sentence[at]
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if piece.mark:
        return False
    joined = piece.text.startswith("و")
    if "kunya" in piece.cues or piece.persons:
        return first or titled or joined
    if joined and piece.text[1:] in lexicon.given_names:
        return True
    bracketed = following is not None and (following.text == "(" or "kunya" in following.cues)
    if joined or (bracketed and piece.text.startswith("ال")):
        return False  # المسؤول الميداني (أبو فلان)
    return titled and not _qualifies(piece)


def _qualifies(piece: Chunk) -> bool:
    """`القيادي الحوثي فلان`: whose leader he is stands before his name."""
    return bool(piece.nouns or piece.actors or piece.state or piece.places) or len(piece.text) < _SHORTEST


def _name_after(sentence: list[Chunk], at: int, taken: set[int], lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the chunks of a name that a title opens, or a nom de guerre, right after the outcome's word."""
    titled = called = False
    start = at
    while start < len(sentence) and start < at + 7:
        piece = sentence[start]
        if start in taken or piece.number is not None or piece.time is not None:
            return None
        if "kunya" in piece.cues or piece.persons:
            return start, _name_end(sentence, start, piece)
        if _has_given_name(sentence, start, lexicon):
            return start, _name_end(sentence, start, piece)
        led = any(key.endswith("_leaders") for key in piece.actors)  # القيادي في داعش
        described = any(r.noun.of == "member" or (r.noun.unit == "person" and r.stem.article) for r in piece.nouns)
        if led or "person_title" in piece.cues or described:
            titled = True  # الشرطي فلان, السفير الأميركي فلان
            called = called or _is_one_definite(piece)
        elif _is_one_definite(piece):
            titled = called = True
        elif called and _may_be_name(piece):
            return start, _name_end(sentence, start, piece)
        elif not (
            titled
            and (
                piece.mark
                or piece.actors
                or piece.places
                or piece.is_("في")
                or piece.state
                or piece.text.endswith(("ه", "ها"))
                or piece.text.startswith("ال")
            )
        ):
            return None
        start += 1
    return None


def _is_one_definite(piece: Chunk) -> bool:
    """`الطفل`, `الشرطي`, `السفير`: a definite noun for one person, which a name may follow."""
    return any(
        reading.noun.unit == "person" and reading.form.number == "singular" and reading.stem.article
        for reading in piece.nouns
    )


def _may_be_name(piece: Chunk) -> bool:
    """Tell whether a word is nothing else: a name that no table lists, right after who is so called."""
    known = piece.nouns or piece.triggers or piece.verb_says or piece.cues or piece.says or piece.places
    other = piece.actors or piece.outlets or piece.heads or piece.state or piece.preposition or piece.conjunction
    word = piece.text
    return (
        not (known or other or piece.mark)
        and len(word) >= _SHORTEST
        and word not in _STOPS
        and word.isalpha()
        and (not word.startswith("ال") and not word.endswith("ا"))
    )


def _has_given_name(sentence: list[Chunk], start: int, lexicon: Lexicon) -> bool:
    """Tell whether two to four words that are nothing else begin here, a given name among the first two."""
    words = []
    for piece in sentence[start : start + 4]:
        given = piece.text in lexicon.given_names  # ياسر is a name before it is a verb
        if not given and (_ends_name(piece) or _qualifies(piece) or piece.cues or piece.triggers):
            break
        words.append(piece.text)
    if words and words[0].startswith("ال") and words[0] not in lexicon.given_names:
        return False  # وزير الدفاع فلان
    servant = len(words) > 1 and words[0] == "عبد" and words[1].startswith("ال")  # عبد الخالق
    return servant or (len(words) > 1 and any(word in lexicon.given_names for word in words[:2]))


def _name_end(sentence: list[Chunk], start: int, head: Chunk) -> int:
    if head.persons and "kunya" not in head.cues:
        return start + 1
    end = start + 1
    while end < len(sentence) and end < start + 4 and not _ends_name(sentence[end]):
        end += 1
    return end


def _ends_name(piece: Chunk) -> bool:
    if (
        piece.mark
        or piece.conjunction
        or piece.text in (*_STOPS, *_AGENT)
        or piece.number
        or piece.time
        or piece.verb_says
    ):
        return True
    if piece.cues & {"person_title", "clause", "agent"} or piece.says:
        return True  # فلان رئيس المجلس
    if any(reading.noun.unit == "person" and not reading.stem.article for reading in piece.nouns):
        return True  # فلان شقيق الزعيم
    # أبو فلان بغارة، فلان للاشتباه
    return bool(piece.preposition and (piece.nouns or piece.triggers)) or piece.text.startswith("لل")
