"""When those were who are part of a whole: `حررت القوات منذ مايو 90 رهينة، بينهم 12 طفلا`, at the time of the whole."""

from __future__ import annotations

from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.report.draft import Draft
from tawatur.extract.times.periods import STOCKS

#: The rule by which a part is when its whole was.
OF_ITS_WHOLE = "of its whole"
_OF_THEM = frozenset(words_of("of_them"))


def date_parts(drafts: list[Draft]) -> None:
    """Give each part the time of its whole: where it has none, or its sentence dates the whole and not the part."""
    wholes = {id(draft.frame): draft for draft in drafts if draft.frame is not None and draft.name is None}
    last: dict[tuple[int, str], Draft] = {}
    for draft in sorted(drafts, key=lambda one: (one.sentence, one.number)):
        told = (draft.sentence, draft.measure)
        whole = wholes.get(id(draft.frame.whole)) if draft.frame is not None else None
        if whole is None and _is_of_them(draft):
            whole = last.get(told)
        elif whole is None:
            last[told] = draft
        if whole is None or whole.when is None or draft.sentence != whole.sentence or draft.measure in STOCKS:
            continue
        if draft.measure == whole.measure and (draft.when is None or _is_dated_by(whole, draft)):
            draft.when, draft.own_when, draft.rules["when"] = whole.when, whole.own_when, OF_ITS_WHOLE


def _is_of_them(draft: Draft) -> bool:
    """`أربعة منهم`: a pronoun behind a figure takes up those just counted."""
    behind = draft.passage.analysed.tokens[draft.number[1] : draft.number[1] + 1]
    return draft.frame is not None and any(token.text in _OF_THEM for token in behind)


def _is_dated_by(whole: Draft, part: Draft) -> bool:
    """Tell whether a sentence dates a whole, and its part not behind it: `18 قتيلا، منهم سبعة سقطوا الجمعة`."""
    assert part.when is not None
    return whole.own_when and not (part.own_when and part.when.first > whole.number[1])
