"""What the clause around a time tells of it: whether a date without a year, or an amount, is to come.

Source: Ryding 2005, 21 (the tenses of verbs).
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.arabic.times.forms import Distance, Found, Range, date_in
from tawatur.arabic.times.lists import Introduced
from tawatur.arabic.times.words import Words

#: The relations of a time whose clause tells whether it is to come.
_HINTED = frozenset({"at", "during", "before"})
_STOPS = frozenset({".", "؟", "!", ":"})
_BEFORE = frozenset({"قبل", "قبيل", "وقبل", "وقبيل", "عشية"})
#: Words of an event that a date in its clause may be of: `الاجتماع المقبل في لوكسمبورغ يوم 16 أبريل`.
_TO_COME = frozenset({"المقبل", "المقبلة", "القادم", "القادمة"})
#: How many words of a clause are looked back at.
_REACH = 20
#: How many words of a subject may stand before its verb.
_SUBJECT = 4
#: How many words a phrase of time that opens a sentence has at most.
_OPENING = 6
_BEHIND = frozenset({"بعد", "عقب"})


def in_its_clause(words: Words, item: Introduced) -> Introduced:
    """Return a time with what its clause tells of it: whether a date without a year, an amount, is to come."""
    form = item.found.form
    if isinstance(form, Distance):
        if form.manner not in {"ahead", "within"}:
            return item
        hint = _speaks_of_the_future(words, item.found)
        if form.manner == "ahead" and not hint and not _stands_alone(words, item.found):
            # A story's `بعد عامين` counts from what it told before.
            return item._replace(found=replace(item.found, form=replace(form, manner="told")))
        return item._replace(hint=hint)
    date = date_in(form.end if isinstance(form, Range) else form)
    if date is None or date.year is not None or date.direction is not None or item.relation not in _HINTED:
        return item
    near = item.relation != "before" and _is_awaited(words, item.found, planned=date.month is not None)
    return item._replace(hint=_speaks_of_the_future(words, item.found), near=near)


def _speaks_of_the_future(words: Words, found: Found) -> bool:
    """Return whether the clause before a time, or the verb behind it, speaks of the future."""
    before, future = found.first, False
    for at in range(before - 1, max(before - _REACH, 0) - 1, -1):
        if _ends_a_sentence(words, at):
            break
        opens = at == 0 or _ends_a_sentence(words, at - 1) or _follows_a_time(words, at)
        if opens and _is_told_in_the_present(words, at, before):
            return True
        if words.sense(at, "ahead") is not None:
            if _was_planned(words, at):
                return False
            future = True
        elif words.sense(at, "clause_end") is not None:
            break
    behind = found.next + (words.word(found.next) in {"،", ","})
    return future or (words.word(behind)[:1] == "س" and words.sense(behind, "ahead") is not None)


def _follows_a_time(words: Words, at: int) -> bool:
    """Return whether a short phrase of time opens the sentence before a word: `وبعد تسع سنوات، يعود`."""
    if words.word(at - 1) != "،":
        return False
    first = next((back for back in range(at - 2, max(at - 2 - _OPENING, -1), -1) if _begins(words, back)), None)
    return first is not None and words.word(first).removeprefix("و") in _BEHIND


def _begins(words: Words, at: int) -> bool:
    return at == 0 or _ends_a_sentence(words, at - 1)


def _ends_a_sentence(words: Words, at: int) -> bool:
    if words.word(at) == ":":
        return words.kind(at + 1) != "digits"  # `8:22`
    return words.kind(at) == "break" or words.word(at) in _STOPS


def _is_awaited(words: Words, found: Found, *, planned: bool) -> bool:
    """Return whether the clause tells of what goes before an event, or of a plan of the past: a date may be of it."""
    for at in range(found.first - 1, max(found.first - _REACH, 0) - 1, -1):
        if _ends_a_sentence(words, at) or words.sense(at, "clause_end") is not None:
            return False
        if words.word(at) in _BEFORE or (planned and words.word(at) in _TO_COME):
            return True
        if planned and words.sense(at, "ahead") is not None and _was_planned(words, at):
            return True
    return False


def _was_planned(words: Words, at: int) -> bool:
    """Return whether a word of what is to come tells of the past: `كان من المقرر أن يبدأ`."""
    return words.sense(at - 1 - (words.word(at - 1) == "من"), "past_plan") is not None


def _is_told_in_the_present(words: Words, first: int, before: int) -> bool:
    """Return whether the main verb of a sentence is of the present: `يزور الوزير القاهرة الأحد` tells no past."""
    for at in range(first, min(first + _SUBJECT, before)):
        if words.sense(at, "present") is not None and (at == first or words.word(at)[0] == "ي"):
            return all(words.sense(between, "subordinate") is None for between in range(at + 1, before))
    return False


def _stands_alone(words: Words, found: Found) -> bool:
    """Return whether a time is the whole of its line."""
    after = found.next + (words.word(found.next) in _STOPS)
    return words.kind(found.first - 1) == "break" and words.kind(after) == "break"
