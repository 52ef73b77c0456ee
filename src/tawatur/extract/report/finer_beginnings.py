"""Since which day: `منذ انطلاقها في مايو` where the section tells that it began `في 6 مايو`."""

from __future__ import annotations

import msgspec

from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.report.draft import Draft

#: The lengths of ISO 8601 dates that name a month, and a day.
_MONTH, _DAY = len("2018-05"), len("2018-05-06")
#: How many words before a month a bare `منذ` stands.
_BARE = 2
_SINCE = frozenset(words_of("since"))


def date_finer(drafts: list[Draft]) -> None:
    """Let what has lasted since a month begin on the only day of it on which the section says that something began."""
    begun: dict[str, set[str]] = {}
    for draft in drafts:
        if draft.measure == "began" and isinstance(draft.low, str) and len(draft.low) == _DAY:
            begun.setdefault(draft.low[:_MONTH], set()).add(draft.low)
    for draft in drafts:
        when = draft.when
        if when is None or when.relation != "since" or when.start_date is None or draft.measure == "began":
            continue
        days = begun.get(when.start_date[:_MONTH], set())
        if len(days) == 1 and len(when.stated or "") == _MONTH and _dates_an_event(draft, when.first):
            draft.when = msgspec.structs.replace(when, start_date=next(iter(days)))


def _dates_an_event(draft: Draft, first: int) -> bool:
    """Tell whether a date tells when something began, `منذ انطلاقها في مايو`; `منذ مايو` is since that month itself."""
    words = [token.text for token in draft.passage.analysed.tokens[max(0, first - _BARE) : first + 1]]
    return not any(word in _SINCE for word in words)
