"""Relevance: whether a text, and a sentence of it, tells of an armed conflict at all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tawatur.extract.phrases.chunks import Chunk, Passage
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.mishaps import is_accident
from tawatur.extract.report.signs import NEEDS, is_party, names_armed_group, signs_in, takes_a_side

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
#: Measures of people whom a conflict kills, drives out or holds.
_DEAD = frozenset(("killed", "wounded", "casualties", "displaced", "released"))
#: Measures of what is struck and destroyed.
_STRUCK = frozenset(("airstrikes", "attacks", "destroyed"))
_UPROOTED = frozenset(("displaced",))
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
    has many such words; or it tells of dead, uprooted or freed, or of what was
    struck, in a state where a conflict is fought, and such words are dense in it.
    """
    words = needs = uprooted = chunks = named = causes = affrays = 0
    located: list[str] = []
    dead = struck = sided = False
    headed = _is_headed_by_a_group(passages, lexicon)
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
                    named += any(is_party(key, lexicon) for key in piece.actors)
                    sided = sided or any(takes_a_side(key, lexicon) for key in piece.actors)
                    # a mission's name may hold the state's: بعثة الأمم المتحدة في جنوب السودان
                    located += [code for key in piece.actors for code in lexicon.theatres.get(key, ())]
                    found = [lexicon.state_keys.get(key) for key in piece.actors]
                    located += [state.code for state in found if state is not None]
                if piece.state is not None:
                    located.append(piece.state)
                violent += "conflict" in piece.cues
                causes += "cause" in piece.cues
                affrays += "affray" in piece.cues
                needs += not NEEDS.isdisjoint(piece.cues)
            words += violent
            chunks += len(sentence)
            accident = is_accident(sentence, lexicon)
            fled = _tells_of(sentence, _UPROOTED)
            uprooted += fled
            told = fled or (violent and _tells_of(sentence, _DEAD)) or _tells_of_aid(sentence)
            struck = struck or bool(violent and not accident and _tells_of(sentence, _STRUCK))
            dead = dead or bool(told and not accident)
            telling += not accident and (_tells_of(sentence, _DEAD | _TAKEN) or _counts_attacks(sentence))
            accidents += accident
    theatres = lexicon.theatres.get("any", ())
    there = sum(country in theatres for country in located)
    known = causes > 0 or chunks <= _SHORT or _ONE_IN * there >= len(located)
    fought = sided or (there > 0 and known)
    if not named and not fought and (causes == 0 or causes + affrays < _CAUSES):
        return False
    if words >= _WORDS:
        return True
    if named <= _IN_PASSING and not headed and chunks > _SHORT and 100 * words < _THIN * chunks:
        return False
    if (named and (words >= _FEW or chunks <= _SHORT)) or (named > 1 and words):
        return True
    if telling >= _TELLING and telling > accidents and _is_violent(words, chunks):
        return True
    # sentences of the uprooted, and of the dead where no accident is told of, weigh as much as words of a conflict, as
    # many as there are of these
    weight = words + needs + min(uprooted, words) + (0 if accidents else min(telling, words))
    told_of = (dead and words > 0) or (struck and words >= _FEW)
    return told_of and fought and _is_dense(weight, chunks)


def _is_headed_by_a_group(passages: list[Passage], lexicon: Lexicon) -> bool:
    """Tell whether the headline names an armed group: what its courts, camps and funds are told of is no passing."""
    return len(passages) > 1 and any(
        names_armed_group(key, lexicon)
        for sentence in passages[0].sentences
        for piece in sentence
        for key in piece.actors
    )


def _is_dense(words: int, chunks: int) -> bool:
    """Tell whether so many words of a conflict and of need are many in a text of so many chunks."""
    return words >= max(1, min(_FEWEST, chunks // _SENTENCE)) and 100 * words >= _SHARE * chunks


def _is_violent(words: int, chunks: int) -> bool:
    """Tell whether so many words of a conflict are many where sentence after sentence tells of dead or of taken."""
    return words >= _FEW and 100 * words >= _VIOLENT_SHARE * chunks


def may_be_about_conflict(texts: Sequence[Sequence[str]], lexicon: Lexicon) -> bool:
    """Tell, by the words of its parts alone, whether `is_about_conflict` may be true of a section.

    False is certain, True is not. Most articles tell of no conflict, and need no reading of numbers and times, nor
    chunks, to show it.
    """
    signs = signs_in(texts, lexicon)
    if signs is None:
        return True
    words, tokens = signs.words, sum(map(len, texts))
    chunks = tokens // _LONGEST_CHUNK
    if signs.parties:
        if words == 0:
            return tokens <= _SHORT * _LONGEST_CHUNK
        in_passing = signs.parties <= _IN_PASSING and not signs.headed and chunks > _SHORT
        in_passing = in_passing and 100 * words < _THIN * chunks
        return words >= _WORDS or not in_passing
    if words == 0 or not (signs.fought or (signs.causes and signs.causes + signs.affrays >= _CAUSES)):
        return False
    return words >= _WORDS or _is_violent(words, chunks) or _is_dense(3 * words + signs.needs, chunks)


def _tells_of(sentence: list[Chunk], measures: frozenset[str]) -> bool:
    return any(
        any(reading.noun.measure in measures for reading in piece.nouns)
        or any(reading.trigger.measure in measures for reading in piece.triggers)
        for piece in sentence
        if piece.nouns or piece.triggers
    )


def _counts_attacks(sentence: list[Chunk]) -> bool:
    """`باكستان شهدت 105 هجمات مسلحة`: a number of attacks."""
    return any(
        piece.number is not None and any(reading.noun.measure == "attacks" for reading in following.nouns)
        for piece, following in pairwise(sentence)
    )


def _tells_of_aid(sentence: list[Chunk]) -> bool:
    """`تعهد المانحون بتقديم 1.16 مليار دولار لليمن`: an amount, and a word of what is given for those in need."""
    amount = any(piece.number is not None and str(piece.number.unit).isupper() for piece in sentence)
    return amount and any("donor" in piece.cues for piece in sentence)
