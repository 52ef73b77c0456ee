"""What has lasted since a date, or went on from one to another: wars, sieges, truces, the control of a place.

`الحرب المستمرة منذ 2014`, `تشن القوات منذ 18 شباط هجوما`, `أعلنت هدنة في 2011`, `المعركة التي دارت بين أيلول وآذار`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.times.periods import Dated

#: How many chunks before a date since which something lasts its noun may stand.
_LASTING_REACH = 14
#: How many chunks before a date the event may begin that it dates, and a truce that it begins.
_EVENT_REACH = 7
TRUCE_REACH = 14
#: How many chunks before a date a count may stand that it bounds.
_COUNT_REACH = 24
#: How far before `منذ` a superlative may stand that compares what happened since.
_WORST_REACH = 9
#: How far before a date what goes on until then may begin.
_SPAN_REACH = 18
#: How far a date that opens its clause looks ahead.
_AHEAD = 9
_NEAR = 6
#: How far before a verb of a relative clause the noun may stand that it is said of.
_ANTECEDENT = 9
#: How far before what is waged the verb of it may stand.
_WAGED_WITHIN = 7
_SHORTEST_VERB = 3
_LASTS = words_of("lasts")
_COMMAS = ("،", ",")
_TERRITORY = frozenset(("place_noun", "territory"))
_NUMBER_OF = words_of("number_of")
_PROLONGED = frozenset(words_of("prolonged"))
_CAMPAIGN = frozenset(words_of("campaign"))
_UNDERGONE = frozenset(words_of("undergone"))
_OFFENSIVE = frozenset(words_of("offensive"))
_WAGED = frozenset(words_of("waged"))
_HEIGHTENED = frozenset(words_of("heightened"))
_DECLARED = frozenset(words_of("declared"))
_PROCLAIMED = frozenset(words_of("proclaimed"))
_WORST = words_of("worst")
_FOUGHT = frozenset(words_of("fought"))
_BESIEGES = words_of("besieges")
_WAGES, _UNDERGOES = words_of("wages"), words_of("undergoes")
_SERVES = words_of("serves")
_OFFICE = words_of("taking_office")
_TRUCE = frozenset(words_of("truce"))
_CEASE, _FIRE = frozenset(words_of("cease")), frozenset(words_of("fire"))
_HELD = frozenset(words_of("held"))
_YEARS = words_of("two_years")
_STARTS = words_of("starts")
_IN_FORCE = words_of("in_force")
#: How far before a truce the word may stand that says that it comes into force.
_OPENED = 2
_DECLARES = words_of("declares")
_LAID = frozenset(words_of("laid_on"))
#: How far before what is proclaimed or imposed the verb of that may stand, its subject between.
_DECLARED_WITHIN = 4
_HOUR = words_of("hour_of_a_truce")
#: Times of the report's own week: the fighting that they date is news, no history.
OF_THE_DAY = frozenset(("day word", "day word and weekday", "weekday"))


def is_of(piece: Chunk, words: frozenset[str]) -> bool:
    """Tell whether a chunk is one of some nouns, with or without prefixes, endings of case and pronouns."""
    if piece.mark or piece.time is not None:
        return False
    return _is_word_of(piece.words[0], words)


@lru_cache(maxsize=10_000)
def _is_word_of(word: str, words: frozenset[str]) -> bool:
    return any(stem.text in words or not words.isdisjoint(_bare(stem.text)) for stem in stems(word))


def _bare(word: str) -> tuple[str, ...]:
    """Return what a noun may be without its ending: `حملته` is حملة, `عملياتها` عمليات."""
    for ending in ("هما", "ها", "هم", "ه", "ا"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            bare = word[: -len(ending)]
            return (bare, bare[:-1] + "ة") if bare.endswith("ت") and ending != "ا" else (bare,)
    return ()


def lasting_since(sentence: list[Chunk], dated: Dated, lexicon: Lexicon) -> int | None:
    """Return the chunk of what has lasted since a date, or since the event that it dates; None where nothing has."""
    date = dated.at
    own = dated.time.parts[0] if dated.time.relation == "since" and dated.time.parts else dated.time
    since = date if dated.time.relation == "since" else _since_an_event(sentence, date)
    if since is None or _compares(sentence, since):
        return None
    if any(piece.is_(*_SERVES) for piece in sentence[max(0, since - _SPAN_REACH // 2) : since]):
        return None  # كان يشغل منصب رئيس الجهاز منذ 2017
    if own.rule in OF_THE_DAY:  # the fighting of these days is news
        return None if _counts_near(sentence, since) else _undergone_ahead(sentence, since, _HEIGHTENED)
    for reading in (_undergone, _besieged, _said_of):
        close = reading(sentence, since)
        if close is not None:
            return close
    waged = _undergone_ahead(sentence, since, _HEIGHTENED)
    if waged is None and opens_clause(sentence, date):
        waged = _waged_ahead(sentence, date)
    if waged is not None:
        return waged
    return None if _counts_near(sentence, since) else _lasting(sentence, since, lexicon)


def _undergone(sentence: list[Chunk], since: int) -> int | None:
    """`اشتباكات مستمرة منذ`, `المدينة المحاصرة منذ`: the participle right before `منذ`, whatever is counted before."""
    at = since - 2 if since and sentence[since - 1].is_("منذ") else since - 1
    if at < 0 or sentence[at].mark:
        return None
    if is_of(sentence[at], _UNDERGONE):
        return at
    if not sentence[at].text.endswith(_LASTS):
        return None
    return next((back for back in range(at - 1, max(-1, at - _NEAR), -1) if is_of(sentence[back], _PROLONGED)), None)


def _besieged(sentence: list[Chunk], since: int) -> int | None:
    """`400 ألف شخص تحاصرهم القوات منذ العام 2013`: the verb of a siege that has lasted since then."""
    return next(
        (at for at in range(since - 1, max(-1, since - _WAGED_WITHIN), -1) if sentence[at].is_(*_BESIEGES)), None
    )


def _waged_ahead(sentence: list[Chunk], date: int) -> int | None:
    """`ومنذ عام 2013، تخوض القوات مواجهات`: what is waged, where the date opens the clause of its verb."""
    ahead = range(date + 1, min(len(sentence), date + 1 + _AHEAD))
    if not any(sentence[at].is_(*_WAGES) for at in ahead[:3]):
        return None
    for at in ahead:
        piece = sentence[at]
        if piece.number is not None or piece.time is not None or (piece.mark and at > date + 1):
            return None
        if is_of(piece, _PROLONGED | _WAGED):
            return at
    return None


def _said_of(sentence: list[Chunk], since: int) -> int | None:
    """`الحركة التي يقومون بها منذ`, `عملية تشنها منذ`: what the verb right before `منذ` points back to."""
    last = since - 2 if since and sentence[since - 1].is_("منذ") else since - 1
    verb = next((at for at in range(last, max(0, last - 3), -1) if _points_back(sentence[at])), None)
    if verb is None:  # الحملة التي ينفذها الجيش بشمال سيناء منذ شباط
        far = range(last, max(0, last - _ANTECEDENT), -1)
        verb = next((at for at in far if "clause" in sentence[at - 1].cues and _points_back(sentence[at])), None)
    if verb is None:
        return None
    said_of = antecedent(sentence, verb)
    if not said_of and "clause" not in sentence[verb].cues and _is_going_on(sentence[verb]):
        said_of = range(max(0, verb - _ANTECEDENT), verb)
    return next((at for at in reversed(said_of) if is_of(sentence[at], _PROLONGED | _CAMPAIGN)), None)


def _points_back(piece: Chunk) -> bool:
    return piece.text.endswith(("ها", "ه")) and not piece.nouns and not piece.mark and _is_verbal(piece)


def _is_verbal(piece: Chunk) -> bool:
    """Tell whether a word is a present verb, or a preposition with a pronoun behind one (`يقومون بها`)."""
    return _is_going_on(piece) or piece.is_("بها", "به", "عليها", "عليه", "فيها", "فيه")


def antecedent(sentence: list[Chunk], verb: int) -> range:
    """Return the chunks of the noun phrase that a relative clause is said of: `الحملة الواسعة التي أطلقها`; or none."""
    said = next((at for at in range(verb, max(-1, verb - 3), -1) if "clause" in sentence[at].cues), None)
    if said is None:
        return range(0)
    first = said
    while first > max(0, said - _ANTECEDENT):
        piece = sentence[first - 1]
        if piece.verb_says or piece.time is not None or (piece.mark and piece.text not in ('"', "(", ")", "«", "»")):
            break
        first -= 1
    return range(first, said)


def _counts_near(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a number, or what opens one (`حصيلة الحرب منذ`), stands before a date: it only bounds the count."""
    for piece in reversed(sentence[max(0, at - _COUNT_REACH) : at]):
        if piece.mark and piece.text in ("؛", ";", ":"):
            return False
        if piece.number is not None or piece.is_(*_NUMBER_OF):
            return True
    return False


def _compares(sentence: list[Chunk], since: int) -> bool:
    """`أعنف تصعيد منذ 2013`: since when nothing was like it."""
    far = range(max(0, since - _WORST_REACH), since)
    return any(sentence[at].is_(*_WORST) and not _is_of_land(sentence[at + 1]) for at in far)


def _is_of_land(piece: Chunk) -> bool:
    """`في أكثر الدول سكانا`: what is compared are countries or towns, not what happened since a date."""
    return bool(piece.cues & _TERRITORY) or any(r.noun.unit in ("country", "site") for r in piece.nouns)


def _lasting(sentence: list[Chunk], date: int, lexicon: Lexicon) -> int | None:
    """Return the noun of what has lasted since a date, or the party that has been doing something since then.

    `الحرب المستمرة منذ`, `تقود واشنطن منذ آب ائتلافا`, `ومنذ 2013 تفرض القوات حصارا`.
    """
    for back in range(date - 1, max(-1, date - _LASTING_REACH), -1):
        piece = sentence[back]
        if piece.mark and piece.text in ("؛", ";", ":", ".", "،", ",", "؟"):
            break
        if piece.verb_says or piece.time is not None:
            break
        if is_of(piece, _PROLONGED):
            return back
        if is_of(piece, _WAGED) and any(map(_is_going_on, sentence[max(0, back - _WAGED_WITHIN) : back])):
            return back  # تخوض القوات هجوما على الغوطة منذ الشهر الماضي
    if opens_clause(sentence, date):
        for at in range(date + 1, min(len(sentence), date + _AHEAD)):
            piece = sentence[at]
            if piece.number is not None or piece.time is not None or piece.verb_says:
                break
            if is_of(piece, _DECLARED):
                return at
    ahead = _undergone_ahead(sentence, date, _PROLONGED | _OFFENSIVE)
    return ahead if ahead is not None else _standing(sentence, date, lexicon)


def _undergone_ahead(sentence: list[Chunk], date: int, nouns: frozenset[str]) -> int | None:
    """`تشهد غزة منذ 30 آذار مسيرات`: the noun behind the date of what goes on."""
    ahead = sentence[date + 1 : date + _EVENT_REACH]
    if not any(map(_is_going_on, sentence[max(0, date - _NEAR) : date + _EVENT_REACH])):
        return None
    for at, piece in enumerate(ahead, date + 1):
        if piece.mark or piece.number is not None or piece.time is not None:
            return None
        into = piece.is_("في") and at + 1 < len(sentence) and is_of(sentence[at + 1], nouns)
        if "clause" in piece.cues or (piece.is_("في", "بعد", "قبل") and not into):
            return None
        undergone = piece.preposition == "ل" and any(p.is_(*_UNDERGOES) for p in sentence[max(0, date - _NEAR) : at])
        if is_of(piece, nouns) and not piece.text.startswith("ال") and (undergone or not piece.preposition):
            return at
    return None


def opens_clause(sentence: list[Chunk], date: int) -> bool:
    """Tell whether a date stands at the head of its clause, a preposition before it left out of account."""
    before = [piece for piece in sentence[max(0, date - 2) : date] if not piece.is_("في", "و", "منذ", "ففي")]
    return not before or before[-1].mark


def is_aside(sentence: list[Chunk], date: int) -> bool:
    """`دمرت الطائرات، الخميس، صاروخا`: a day between the commas of a sentence that is under way."""
    after = sentence[date + 1].text if date + 1 < len(sentence) else ""
    return date > 1 and sentence[date - 1].text in _COMMAS and after in _COMMAS


def _since_an_event(sentence: list[Chunk], date: int) -> int | None:
    """`منذ سقوط النظام في 2011`: the chunk of the preposition where the date tells when an event was."""
    for back in range(date - 1, max(-1, date - _EVENT_REACH), -1):
        piece = sentence[back]
        if piece.is_("منذ"):
            return back
        if piece.mark or piece.verb_says or piece.number is not None or piece.is_(*_OFFICE):
            return None
    return None


def declared_truce(sentence: list[Chunk], dated: Dated) -> int | None:
    """`أعلنت هدنة في 2011`, `هدنة اعتبارا من الثلاثاء`: the noun of a truce that a date in its clause begins."""
    date = dated.at
    words = range(max(0, date - TRUCE_REACH), min(len(sentence), date + _NEAR))
    truce = next((at for at in words if names_truce(sentence, at)), None)
    if truce is None:
        return _proclaimed(sentence, dated)
    if any(sentence[at].text in (";", "؛", ":", ".") for at in range(min(truce, date), max(truce, date))):
        return None
    between = sentence[truce + 1 : date]
    if truce < date and (dated.time.relation == "since" or any(p.is_(*_STARTS) for p in between)):
        return truce
    if truce < date and any(p.is_(*_STARTS, *_IN_FORCE) for p in sentence[max(0, truce - _OPENED) : truce]):
        return truce  # دخلت الهدنة حيز التنفيذ في آذار
    if truce < date and between and not any(p.verb_says for p in between):
        hours = any(one.is_("من") and then.is_(*_HOUR) for one, then in pairwise(between))
        if between[-1].is_("من") or hours:
            return truce  # هدنة من منتصف الليلة
    declared = any(sentence[at].is_(*_DECLARES) for at in range(max(0, min(truce, date) - 5), max(truce, date)))
    return truce if declared and dated.time.rule not in OF_THE_DAY else None


def _proclaimed(sentence: list[Chunk], dated: Dated) -> int | None:
    """`الخلافة التي أعلنها التنظيم في حزيران 2014`, `أعلن خلافته عام 2014`: what was proclaimed on a date."""
    for at in range(dated.at - 1, max(-1, dated.at - _NEAR), -1):
        piece = sentence[at]
        done = dated.time.rule not in OF_THE_DAY and is_of(piece, _LAID)
        if done and any(is_of(p, frozenset(_DECLARES)) for p in sentence[max(0, at - _DECLARED_WITHIN) : at]):
            return at
        if piece.mark or piece.number is not None or piece.time is not None:
            return None
        if piece.is_(*_DECLARES):
            return next((b for b in range(at - 1, max(-1, at - 4), -1) if is_of(sentence[b], _PROCLAIMED)), None)
    return None


def lasts_until_now(piece: Chunk) -> bool:
    """Tell whether a word says that something goes on: `المستمرة`, `المتواصل`."""
    return not piece.mark and piece.text.endswith(_LASTS)


def names_truce(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a chunk is a truce, or opens `وقف إطلاق النار`."""
    if is_of(sentence[at], _TRUCE):
        return True
    behind = sentence[at + 1 : at + 3]
    return is_of(sentence[at], _CEASE) and any(is_of(piece, _FIRE) for piece in behind)


def _standing(sentence: list[Chunk], at: int, lexicon: Lexicon) -> int | None:
    """`تقود واشنطن منذ آب ائتلافا`: what a party to the conflict has been doing since a date began on it."""
    for back in range(at - 1, max(-1, at - 8), -1):
        piece = sentence[back]
        if piece.mark and piece.text not in ('"', "(", ")"):
            return None
        if any(key in lexicon.opponents or key in lexicon.state_keys for key in piece.actors):
            return back if any(map(_is_going_on, sentence[max(0, back - _WAGED_WITHIN) : at])) else None
    return None


def _is_going_on(piece: Chunk) -> bool:
    """Tell whether a word has the form of the present, or says that something lasts: `تقود`, `ويقاتل`, `المستمر`."""
    word = piece.text.removeprefix(piece.conjunction or "و")
    long = len(word) > _SHORTEST_VERB or (len(word) == _SHORTEST_VERB and bool(piece.triggers))  # تشن
    present = word[:1] in ("ي", "ت") and long and not piece.nouns and not piece.places
    return (present and not piece.actors) or word.endswith(_LASTS)


def fought_between(sentence: list[Chunk], date: int) -> int | None:
    """`المعركة التي دارت بين أيلول وكانون الثاني`: the noun of what went on from one date to another."""
    window = range(date - 1, max(-1, date - _SPAN_REACH), -1)
    if sentence[date].words[0].endswith(_YEARS) and not (date and sentence[date - 1].is_("بين")):
        return None  # جرائم حرب عامي 2012 و2013
    held = next((at for at in window[:_NEAR] if is_of(sentence[at], _HELD)), None)
    if held is not None and any(piece.places or piece.cues & _TERRITORY for piece in sentence[held:date]):
        return held  # سيطرتهما على تمبكتو بين نيسان 2012 وكانون الثاني 2013
    if any(sentence[at].number is not None for at in window):
        return None
    lasted = next((at for at in window if is_of(sentence[at], _PROLONGED)), None)
    fought = any(sentence[at].is_(*_FOUGHT) for at in window)
    during = lasted is not None and lasted > 0 and sentence[lasted - 1].is_("خلال", "اثناء")
    return lasted if fought or during else None
