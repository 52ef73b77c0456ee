"""Beginnings that a clause or a standing state tells beside its date.

`منذ 30 آذار عندما بدأت المسيرات`, `يقاتل المتمردون الحكومة منذ 2003`, `الهجمات المستمرة منذ الأحد`, `كانت منذ 2012
معقلا للفصائل`, `سقط النظام عام 2011`.
"""

from __future__ import annotations

from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import Party
from tawatur.extract.times.durations import OF_THE_DAY, is_of, lasts_until_now, names_truce, opens_clause
from tawatur.extract.times.periods import Dated

#: How far behind the word that opens it stands the verb or masdar of a clause that explains a date.
_VERB_WITHIN = 3
#: How far behind that verb stands what began.
_BEGUN_WITHIN = 9
#: How far before a date the verb of fighting may stand, and how far behind one that opens the clause.
_FOUGHT_BEFORE = 12
_FOUGHT_BEHIND = 2
#: How far before `المستمرة منذ` the noun may stand that it is said of.
_PERSISTS_WITHIN = 8
#: How far from a date a stronghold may stand, and from `سقوط` the regime that fell.
_BESIDE = 5
_FALLEN_WITHIN = 3
#: How far before a date `حيز التنفيذ` may stand, and before these words the truce.
_IN_FORCE = 8
#: What `يسيطر` says to have begun.
#: What began where a place came under control.
CONTROL = "سيطرة"
_EXPLAINS = words_of("explains_date")
_FIGHTS = frozenset(words_of("fights"))
_LASTING = frozenset(words_of("lasting"))
_PERSISTS = frozenset((*words_of("prolonged"), *words_of("waged")))
_STRONGHOLD = frozenset(words_of("stronghold"))
_BECOMES = words_of("becomes")
_FALL = frozenset(words_of("overthrow"))
_REGIME = frozenset(words_of("regime"))
_HOLDS = words_of("holds")
_FORCE = words_of("force")
_NO_WAR = frozenset(words_of("no_war"))
_FROM_THEN, _IMPOSES = words_of("from_then"), frozenset(words_of("imposes"))
_EMERGENCY, _EMERGENCY_HEAD = frozenset(words_of("emergency")), frozenset(words_of("emergency_head"))
#: `المستمرة منذ أمس` is news, where `منذ الأحد` tells when it began.
_TODAY = OF_THE_DAY - {"weekday"}
_TERRITORY = frozenset(("place_noun", "territory"))
_PAUSES = ("،", ",", ")", "(")


def told_by_clause(sentence: list[Chunk], date: int) -> int | None:
    """`منذ 30 آذار عندما بدأت المسيرات`: the word of beginning or ending in the clause that explains a date."""
    opener = date + 1
    if opener + 1 < len(sentence) and sentence[opener].mark and sentence[opener + 1].is_("منذ"):
        return None  # في 20 تشرين الأول، منذ بداية التسجيل
    while opener < len(sentence) and sentence[opener].mark and sentence[opener].text in _PAUSES:
        opener += 1
    if opener >= len(sentence) or not sentence[opener].is_(*_EXPLAINS):
        return None
    for at in range(opener + 1, min(len(sentence), opener + 1 + _VERB_WITHIN)):
        for reading in sentence[at].triggers:
            if reading.trigger.measure not in ("began", "ended"):
                continue
            present = reading.verb is not None and reading.verb.form.tense == "present"
            return at if not present and _is_of_war(sentence, at, reading.trigger.role) else None
    return None


def begun_there(sentence: list[Chunk], at: int) -> Party | None:
    """Return what began or ended, where the word of it says so itself or a noun behind it does; None where none does.

    `يقاتل` is a conflict, `يسيطر` control; `حالة الطوارئ`, `معقل` and `فوضى` stand for themselves.
    """
    head = sentence[at]
    if is_of(head, _FIGHTS):
        return Party("conflict", None)
    if head.is_(*_HOLDS):
        return Party(CONTROL, head)
    if _is_emergency(sentence, at):
        return Party(f"{_named(head)} {sentence[at + 1].text}", head)
    if not is_of(head, _LASTING | _PERSISTS | _STRONGHOLD):
        behind = sentence[at + 1 : at + 1 + _BEGUN_WITHIN]
        nouns = _REGIME if is_of(head, _FALL) else _LASTING
        found = next((piece for piece in behind if is_of(piece, nouns)), None)
        return Party(_named(found), found) if found is not None else None
    return Party(_named(head), head)


def _named(piece: Chunk) -> str:
    return piece.text.removeprefix(piece.conjunction).removeprefix("ال")


def _is_of_war(sentence: list[Chunk], at: int, role: str | None) -> bool:
    """Tell whether what begins is fighting, what ends a truce, or what was taken a place."""
    behind = sentence[at + 1 : at + 1 + _BEGUN_WITHIN]
    if any(is_of(piece, _NO_WAR) for piece in behind[:_VERB_WITHIN]):
        return False
    if role == "truce":
        return any(names_truce(sentence, i) for i in range(at + 1, min(len(sentence), at + 1 + _VERB_WITHIN)))
    if role == "control":
        return any(piece.places or piece.cues & _TERRITORY for piece in behind)
    return any(is_of(piece, _LASTING) or piece.names("event") for piece in behind)


def in_force(sentence: list[Chunk], dated: Dated) -> int | None:
    """`دخلت الهدنة حيز التنفيذ في 3 آب`: the truce that a date has in force, as it stands before these words."""
    for at in range(dated.at - 1, max(-1, dated.at - _IN_FORCE), -1):
        piece = sentence[at]
        if piece.mark or piece.time is not None:
            return None
        if piece.is_(*_FORCE):
            return next((b for b in range(at - 1, max(-1, at - _IN_FORCE), -1) if names_truce(sentence, b)), None)
    return None


def fought_since(sentence: list[Chunk], dated: Dated) -> int | None:
    """`يقاتل المتمردون الحكومة منذ 2003`, `ومنذ 2003 تقاتل الحكومة`: the present verb of a fight that goes on."""
    date = dated.at
    for back in range(date - 1, max(-1, date - _FOUGHT_BEFORE), -1):
        piece = sentence[back]
        if (piece.mark and piece.text in ("؛", ";", ":", ".", "،", ",")) or piece.time is not None:
            break
        if is_of(piece, _FIGHTS):
            return back
        counted = piece.number is not None and piece.number.noun is None  # مسلحين: no count
        if piece.verb_says or counted:
            break
    if not opens_clause(sentence, date):
        return None
    ahead = date + 1
    if ahead < len(sentence) and sentence[ahead].text in _PAUSES:
        ahead += 1
    return next(
        (at for at in range(ahead, min(len(sentence), ahead + _FOUGHT_BEHIND)) if is_of(sentence[at], _FIGHTS)), None
    )


def persisting(sentence: list[Chunk], dated: Dated) -> int | None:
    """`الهجمات على المدينة المستمرة منذ الأحد`: what is said in so many words to go on since then."""
    since = dated.at
    own = dated.time.parts[0] if dated.time.parts else dated.time
    if dated.time.relation != "since" or own.rule in _TODAY:
        return None
    at = since - 2 if since and sentence[since - 1].is_("منذ") else since - 1
    if at < 0 or not lasts_until_now(sentence[at]):
        return None
    for back in range(at - 1, max(-1, at - _PERSISTS_WITHIN), -1):
        piece = sentence[back]
        if piece.verb_says or (piece.mark and piece.text not in ('"', "(", ")", "«", "»")):
            return None
        if is_of(piece, _PERSISTS):
            return back
    return None


def stronghold_since(sentence: list[Chunk], dated: Dated) -> int | None:
    """`شكلت منذ 2012 معقلا للفصائل`, `تحولت إلى معقل للفصائل سنة 2012`: whose stronghold a place became then."""
    date = dated.at
    since = dated.time.relation == "since"
    first, last = max(0, date - _BESIDE), (date + _BESIDE if since else date)
    at = next((at for at in range(first, min(last, len(sentence))) if is_of(sentence[at], _STRONGHOLD)), None)
    if at is None or not any(piece.is_(*_BECOMES) for piece in sentence[max(0, first - 1) : at]):
        return None
    return at


def imposed(sentence: list[Chunk], dated: Dated) -> int | None:
    """`فرضت حالة الطوارئ في نيسان`, `حظر التجول اعتبارا من السبت`: the head of a state of emergency."""
    date = dated.at
    at = next((at for at in range(date - 1, max(-1, date - _FOUGHT_BEFORE), -1) if _is_emergency(sentence, at)), None)
    if at is None:
        return None
    between = sentence[at + 1 : date]
    if any(piece.is_(*_FROM_THEN) for piece in between):
        return at
    told = any(is_of(piece, _IMPOSES) for piece in sentence[max(0, at - _BESIDE) : at])
    apart = any(piece.mark or piece.verb_says or "clause" in piece.cues or piece.is_("من") for piece in between)
    return at if told and not apart and dated.time.rule not in OF_THE_DAY else None


def _is_emergency(sentence: list[Chunk], at: int) -> bool:
    behind = sentence[at + 1 : at + 2]
    return is_of(sentence[at], _EMERGENCY_HEAD) and bool(behind) and is_of(behind[0], _EMERGENCY)


def fall_of_regime(sentence: list[Chunk], dated: Dated) -> int | None:
    """`سقوط نظام فلان في 2011`, `الإطاحة بها من السلطة عام 2001`: the word of a fall that the date tells."""
    for back in range(dated.at - 1, max(-1, dated.at - _FOUGHT_BEFORE), -1):
        piece = sentence[back]
        if piece.time is not None or piece.number is not None or (piece.mark and piece.text not in ('"', "(", ")")):
            return None
        if is_of(piece, _FALL):
            if piece.preposition == "ل":
                return None  # للإطاحة بنظام فلان: what was meant
            behind = sentence[back + 1 : back + 2 + _FALLEN_WITHIN]
            return back if any(is_of(one, _REGIME) for one in behind) else None
        if piece.verb_says:
            return None
    return None


def held_since_fall(sentence: list[Chunk], fall: int) -> int | None:
    """`يسيطر عليها التنظيم منذ سقوط النظام في 2011`: the verb of the control that has lasted since a fall."""
    since = fall - 1
    if since < 0 or not sentence[since].is_("منذ"):
        return None
    return next((at for at in range(since - 1, max(-1, since - _BESIDE), -1) if sentence[at].is_(*_HOLDS)), None)
