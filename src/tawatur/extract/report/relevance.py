"""Relevance: whether a text, and a sentence of it, tells of an armed conflict at all."""

from __future__ import annotations

from functools import lru_cache

from tawatur.arabic import AnalysedText
from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.mishaps import is_accident

#: How many of a conflict's words stand for one where no party to one is named.
_WORDS = 12
#: How many of a hundred words must be a conflict's where a sentence of the text tells of the dead or
#: the uprooted.
_SHARE = 3
_FEWEST = 3
#: A text of a sentence or two needs one such word for so many chunks only.
_SENTENCE = 20
#: A party named once makes a text a conflict's that has so many words of one, or no more chunks than a short report.
_FEW = 2
_SHORT = 120
#: No text has chunks of more tokens than this, all taken together.
_LONGEST_CHUNK = 2
_CONFLICT = "cue:conflict"
#: Words of people in need because of a war, and of what is given for them.
_NEEDS = frozenset(("need", "donor"))
#: Measures of people whom a conflict kills, drives out or holds.
_DEAD = frozenset(("killed", "wounded", "casualties", "displaced", "released"))
_TAKEN = frozenset(("detained", "abducted", "sentenced", "neutralized"))
#: Of how many sentences that tell of dead or of people taken, and of how many words of a conflict in a hundred, a text
#: is one of violence that names no party, wherever it was: a policeman killed, a plot, arrests of teachers.
_TELLING = 2
_VIOLENT_SHARE = 2
#: How many words of a cause (`إرهاب`, `متمردون`) make violence that of a conflict where neither a party nor a state is
#: named in which one is fought: a shooting in a school has none.
_CAUSES = 2
#: Of how many of the places and states that a long text names one at least must be of a conflict, where no party and
#: no cause is named: a shooting in a cinema, which tells of a war elsewhere in passing, is none.
_ONE_IN = 4
#: A party named no more often than this, in a text with fewer words of a conflict in a hundred than this, is named in
#: passing (`بلا مقاومة`).
_IN_PASSING = 2
_THIN = 1


def is_about_conflict(passages: list[Passage], lexicon: Lexicon) -> bool:
    """Tell whether a section tells of a conflict.

    It names a camp, or a party, a second time where it has hardly a word of conflict and is no short report; or it
    has many such words; or it tells of dead, uprooted or freed in a state where a conflict
    is fought, and such words are dense in it.
    """
    words = needs = chunks = named = causes = affrays = 0
    located: list[str] = []
    dead = sided = False
    telling = accidents = 0
    for passage in passages:
        for sentence in passage.sentences:
            violent = 0
            for piece in sentence:
                if piece.places:
                    if any(place.kind == "camp" for place in piece.places):
                        return True
                    located += [place.country for place in piece.places]
                if piece.actors:
                    named += any(_is_party(key, lexicon) for key in piece.actors)
                    sided = sided or any(_takes_a_side(key, lexicon) for key in piece.actors)
                    found = [lexicon.state_keys.get(key) for key in piece.actors]
                    located += [state.code for state in found if state is not None]
                if piece.state is not None:
                    located.append(piece.state)
                violent += "conflict" in piece.cues
                causes += "cause" in piece.cues
                affrays += "affray" in piece.cues
                needs += not _NEEDS.isdisjoint(piece.cues)
            words += violent
            chunks += len(sentence)
            accident = is_accident(sentence, lexicon)
            told = (violent and _tells_of(sentence, _DEAD)) or _tells_of_aid(sentence)
            dead = dead or bool(told and not accident)
            telling += not accident and _tells_of(sentence, _DEAD | _TAKEN)
            accidents += accident
    theatres = lexicon.theatres.get("any", ())
    there = sum(country in theatres for country in located)
    known = causes > 0 or chunks <= _SHORT or _ONE_IN * there >= len(located)
    fought = sided or (there > 0 and known)
    if not named and not fought and (causes == 0 or causes + affrays < _CAUSES):
        return False
    if words >= _WORDS:
        return True
    if named <= _IN_PASSING and chunks > _SHORT and 100 * words < _THIN * chunks:
        return False
    if (named and (words >= _FEW or chunks <= _SHORT)) or (named > 1 and words):
        return True
    if telling >= _TELLING and telling > accidents and _is_violent(words, chunks):
        return True
    return dead and fought and bool(words) and _is_dense(words + needs, chunks)


def _is_dense(words: int, chunks: int) -> bool:
    """Tell whether so many words of a conflict and of need are many in a text of so many chunks."""
    return words >= max(1, min(_FEWEST, chunks // _SENTENCE)) and 100 * words >= _SHARE * chunks


def _is_violent(words: int, chunks: int) -> bool:
    """Tell whether so many words of a conflict are many where sentence after sentence tells of dead or of taken."""
    return words >= _FEW and 100 * words >= _VIOLENT_SHARE * chunks


def may_be_about_conflict(texts: list[AnalysedText], lexicon: Lexicon) -> bool:
    """Tell, by their words alone, whether `is_about_conflict` may be true of texts: False is certain, True is not.

    Most articles tell of no conflict, and need no reading of numbers and times, nor chunks, to show it.
    """
    signs = _signs(lexicon)
    if any(signs.camps.finds_any(text) for text in texts):
        return True
    words = sum(signs.phrases.count(text.texts) for text in texts)
    tokens = sum(len(text.texts) for text in texts)
    if any(signs.parties.finds_any(text) for text in texts):
        return words > 0 or tokens <= _SHORT * _LONGEST_CHUNK
    if words == 0 or words >= _WORDS:
        return words > 0
    needs = sum(signs.needs.count(text.texts) for text in texts)
    chunks = tokens // _LONGEST_CHUNK
    return _is_violent(words, chunks) or _is_dense(words + needs, chunks)


class _Signs:
    """What tells of a conflict: the names of parties and of camps, the words of a conflict."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.parties = lexicon.names.limited(lambda key: _names_party(key, lexicon))
        self.camps = lexicon.place_names.limited(lambda key: _names_camp(key, lexicon))
        self.phrases = lexicon.phrases.limited(_CONFLICT)
        self.needs = lexicon.phrases.limited(*(f"cue:{name}" for name in _NEEDS))


@lru_cache(maxsize=8)
def _signs(lexicon: Lexicon) -> _Signs:
    return _Signs(lexicon)


def _names_party(key: str, lexicon: Lexicon) -> bool:
    kind, _, value = key.partition(":")
    if kind == "actor":
        return _is_party(lexicon.branches.get(value, value), lexicon)
    return kind in ("state", "capital") and _is_party(lexicon.knowledge.states[value].key, lexicon)


def _names_camp(key: str, lexicon: Lexicon) -> bool:
    kind, _, value = key.partition(":")
    return kind == "place" and lexicon.place(value).kind == "camp"


def _tells_of(sentence: list[Chunk], measures: frozenset[str]) -> bool:
    return any(
        any(reading.noun.measure in measures for reading in piece.nouns)
        or any(reading.trigger.measure in measures for reading in piece.triggers)
        for piece in sentence
    )


def _tells_of_aid(sentence: list[Chunk]) -> bool:
    """`تعهد المانحون بتقديم 1.16 مليار دولار لليمن`: an amount, and a word of what is given for those in need."""
    amount = any(piece.number is not None and str(piece.number.unit).isupper() for piece in sentence)
    return amount and any("donor" in piece.cues for piece in sentence)


def _takes_a_side(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor, no state, is on a side of a war that a pack knows."""
    return key in lexicon.camps and key not in lexicon.state_keys


def _is_party(key: str, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a party to a conflict, or people of an armed group (`عائلات داعش`)."""
    actor = lexicon.knowledge.actors.get(key)
    return key in lexicon.parties or (actor is not None and actor.parent in lexicon.armed_groups)
