"""Changes of reports that must make no finding: a raised toll, a province's or another day's, other words for a figure.

A tool that plants slips (tools/plant_voices.py) makes them one at a time, to count the findings that are wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from msgspec.structs import replace
from planted_reports import Bench, Planting, as_document, moved

from tawatur.model import Claim, Finding

#: Kinds of which a finding that comes new is wrong.
WRONG = frozenset({"variant", "conflict", "agreement", "same_number", "sum", "part", "tally", "date"})
_TOLLS = {"killed": "قتيلا", "wounded": "جريحا"}
_THOUSAND = 1000
#: A headline rounds its body where the two differ by no more than this share.
_ROUNDING = 0.1
#: What these changes are called.
INNOCENT = frozenset(
    {"at least", "in thousands", "rounded headline", "a later toll", "the province's", "another day's", "another name"}
)


def innocent(bench: Bench) -> Iterator[Planting]:
    """Yield the reports changed, or added, in ways that must make no finding."""
    before = {cited(one) for one in bench.collated() if one.kind in WRONG}
    for claim in bench.cluster.claims:
        if re.fullmatch(r"\d{2,}", claim.number) and claim.unit == "person" and isinstance(claim.low, int):
            yield from _rewritten(bench, claim, before)
            if claim.measure in _TOLLS and not bench.coded:
                yield from _added(bench, claim)


def _rewritten(bench: Bench, claim: Claim, before: set[tuple[object, ...]]) -> Iterator[Planting]:
    """Yield a report with one figure hedged, in thousands, or, in the headline, rounded."""
    for kind, words, fields in _ways(claim, bench.cluster.documents[claim.doc].text):
        edits = [(claim.start, claim.end, words)]
        claims = [
            replace(new, number=words, end=old.start + len(words), **fields) if old is claim else new
            for old, new in zip(bench.hand[claim.doc], moved(bench.hand[claim.doc], edits), strict=True)
        ]
        shown = f"{claim.doc}@{claim.start} «{claim.quote}» as {words}"
        told = _tells_anew(claim, len(words), before)
        yield Planting(kind, bench.edited(claim.doc, edits), claims, told, shown)


def _ways(claim: Claim, text: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield the ways to write a figure otherwise: what to call it, its words, and the fields that these change."""
    low, number = int(claim.number), claim.number
    yield "at least", f"ما لا يقل عن {number}", {"high": None, "bound": "at_least"}
    if low != claim.low:
        return
    if low >= _THOUSAND and low % 100 == 0:
        yield "in thousands", f"{low / _THOUSAND:g} ألف", {}
    rounded = round(low, 1 - len(number))
    if claim.end < text.find("\n") and low != rounded and abs(low - rounded) <= _ROUNDING * low:
        yield "rounded headline", f"نحو {rounded}", {"low": rounded, "high": rounded, "bound": "about"}


def _tells_anew(claim: Claim, reach: int, before: set[tuple[object, ...]]) -> Callable[[Finding], bool]:
    def told(finding: Finding) -> bool:
        if finding.kind not in WRONG or finding.slot == "bound" or cited(finding) in before:
            return False
        return any(one.doc == claim.doc and abs(one.start - claim.start) <= reach for one in finding.claims)

    return told


def cited(finding: Finding) -> tuple[object, ...]:
    """Return what makes a finding the same as one of the reports before they were changed."""
    return finding.kind, finding.slot, frozenset((one.doc, one.measure) for one in finding.claims)


def _added(bench: Bench, claim: Claim) -> Iterator[Planting]:
    """Yield a short report of another outlet: a later one with a higher toll, the province's, or another day's."""
    place, event = _place_read(bench, claim), _day_of(claim)
    document = bench.cluster.documents[claim.doc]
    if place is None or event is None or document.date is None:
        return
    low, noun = int(claim.number), _TOLLS[claim.measure]
    day, more = date.fromisoformat(document.date[:10]), low + max(2, low // 4)
    later = max(day, event) + timedelta(3)
    texts = {
        "a later toll": (later, f"ارتفع عدد ضحايا الهجوم في {place} إلى {more} {noun}، بحسب مصادر طبية."),
        "another day's": (later, f"سقط {more} {noun} في هجوم جديد في {place} {_words(later)}، بحسب مصادر محلية."),
    }
    above = _province(bench, claim)
    if above is not None:
        whole = f"سقط {low * 3 + 1} {noun} في عموم {above} {_words(event)}، بحسب مصادر محلية."
        texts["the province's"] = (max(day, event), whole)
    for kind, (dated, text) in texts.items():
        body = f"{text.split('،')[0]}\n{text}"
        added = as_document("planted", body, dated.isoformat(), "وكالة المدار", None, bench.knowledge)
        shown = f"{claim.doc}@{claim.start} «{claim.quote}»: {text}"
        yield Planting(kind, added, [], lambda one: one.kind in WRONG and "planted" in one.docs, shown)


def _place_read(bench: Bench, claim: Claim) -> str | None:
    """Return the words of a claim's one place, if it was read as coded."""
    text = bench.cluster.documents[claim.doc].text
    for one in bench.read[claim.doc]:
        spans = one.spans.get("where", ())
        if (one.start, one.low, one.where) == (claim.start, claim.low, claim.where) and len(one.where) == 1 and spans:
            return text[slice(*spans[0])]
    return None


def _day_of(claim: Claim) -> date | None:
    when = claim.when
    return date.fromisoformat(when.start) if when and when.start and when.start == when.end else None


def _province(bench: Bench, claim: Claim) -> str | None:
    """Return the Arabic name of what lies around a claim's place, if no claim beside it is of that."""
    entry = bench.knowledge.place_of(claim.where[0])
    above = bench.knowledge.places.get(entry.parent or "") if entry is not None else None
    if above is None or above.kind == "country" or not above.ar:
        return None
    around = {bench.knowledge.place_of(where) for one in bench.cluster.claims for where in one.where}
    return None if above in around else above.ar[0]


def _words(day: date) -> str:
    weekdays = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
    return f"يوم {weekdays[day.weekday()]} {day.day}/{day.month}/{day.year}"
