"""Recall, precision and traps of a collation's findings against the expected ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from tawatur.evaluate.coding import SIDES, CodedFinding, CodedReference, References, Trap
from tawatur.model import Finding, Reference

#: The share (Jaccard index) of documents that two findings about whole reports must have in common.
SHARED_DOCUMENTS = 0.6

#: Kinds that relate whole reports.
_ABOUT_REPORTS = frozenset({"copy", "statement", "lineage"})

_FIELDS = ("claims", "shared", *SIDES)


class FindingScore(msgspec.Struct, frozen=True, kw_only=True):
    """Counts, and shares from 0 to 1; `kinds` maps a kind to (found, expected); `traps` are the sprung ones."""

    expected: int
    predicted: int
    recall: float
    precision: float
    traps: int
    of_traps: int
    kinds: dict[str, tuple[int, int]]
    wrong_kinds: dict[str, int]


class FindingComparison(msgspec.Struct, frozen=True):
    """A score with what it was counted from."""

    score: FindingScore
    missed: tuple[CodedFinding, ...]
    wrong: tuple[Finding, ...]
    sprung: tuple[Trap, ...]


def _field(finding: Finding, name: str) -> tuple[Reference, ...]:
    value = getattr(finding, name)
    return () if value is msgspec.UNSET else value


def _voices(finding: Finding) -> list[tuple[Reference, ...]]:
    return [] if isinstance(finding.voices, msgspec.UnsetType) else [voice.claims for voice in finding.voices]


def _cited(finding: Finding) -> list[Reference]:
    """Return every reference of a finding, in whichever field, as often as it stands there."""
    fields = [*(_field(finding, name) for name in _FIELDS), *_voices(finding)]
    return [claim for field in fields for claim in field]


def _sides(finding: Finding) -> list[tuple[Reference, ...]]:
    return _voices(finding) or [side for side in (_field(finding, name) for name in SIDES) if side]


def _coded_sides(finding: CodedFinding) -> list[References]:
    voices = [voice.claims for voice in finding.voices]
    return voices or [side for side in finding.named_sides() if side]


def _documents(finding: Finding) -> set[str]:
    return set(finding.docs) or {claim.doc for claim in finding.claims}


def _coded_documents(finding: CodedFinding) -> set[str]:
    return set(finding.docs) or {claim.doc for claim in finding.claims}


def _common(coded: Iterable[CodedReference], predicted: Sequence[Reference]) -> int:
    """Return how many coded references some predicted one meets."""
    return sum(any(one.meets(other) for other in predicted) for one in coded)


def _known(coded: Sequence[CodedReference], predicted: Sequence[Reference]) -> int:
    """Return how many predicted references meet some coded one."""
    return sum(any(one.meets(other) for one in coded) for other in predicted)


def is_right(coded: CodedFinding, predicted: Finding) -> bool:
    """Return whether a prediction is the expected finding, by the rules of its kind."""
    if coded.kind != predicted.kind:
        return False
    if coded.kind in _ABOUT_REPORTS:
        expected, offered = _coded_documents(coded), _documents(predicted)
        either = expected | offered
        return bool(either) and len(expected & offered) / len(either) >= SHARED_DOCUMENTS
    if coded.holds is not None and coded.holds != predicted.holds:
        return False
    cited = _cited(predicted)
    if not cited or _known(tuple(coded.cited()), cited) * 2 < len(cited):
        return False
    if coded.kind == "variant":
        return _same_variant(coded, predicted)
    if coded.kind == "sum":
        return _same_sum(coded, predicted)
    return _same_relation(coded, predicted)


def _same_variant(coded: CodedFinding, predicted: Finding) -> bool:
    if coded.slot != predicted.slot:
        return False
    if not coded.odd:
        return _common(coded.claims, predicted.claims) >= 2
    odd = _field(predicted, "odd")
    return bool(odd) and _known(coded.odd, odd) * 2 >= len(odd)


def _same_sum(coded: CodedFinding, predicted: Finding) -> bool:
    parts = coded.addends() or tuple(coded.cited())
    return _common(coded.totals(), _field(predicted, "total")) >= 1 and _common(parts, _field(predicted, "parts")) >= 1


def _same_relation(coded: CodedFinding, predicted: Finding) -> bool:
    documents = {claim.doc for claim in coded.claims}
    met = {claim.doc for claim in coded.claims if any(claim.meets(other) for other in predicted.claims)}
    if len(met) * 2 < len(documents):
        return False
    sides = _coded_sides(coded)
    return sum(_common(side, predicted.claims) >= 1 for side in sides) >= min(2, len(sides))


def is_sprung(trap: Trap, finding: Finding) -> bool:
    """Return whether a finding sets the trap's two sides against each other, or joins its documents."""
    if finding.kind not in trap.kinds:
        return False
    if trap.docs and not trap.a:
        return set(trap.docs) <= _documents(finding)
    if not trap.b:
        return _common(trap.a, _cited(finding)) >= 1
    sides = _sides(finding)
    if not sides:
        cited = _cited(finding)
        return _common(trap.a, cited) >= 1 and _common(trap.b, cited) >= 1
    in_a = {i for i, side in enumerate(sides) if _common(trap.a, side)}
    in_b = {i for i, side in enumerate(sides) if _common(trap.b, side)}
    return any(i != j for i in in_a for j in in_b)


def score_findings(
    coded: Iterable[CodedFinding], predicted: Iterable[Finding], traps: Iterable[Trap] = ()
) -> FindingComparison:
    """Compare a collation's findings with the expected ones, and with what must not be reported.

    An expected finding counts once, however often it is predicted; optional ones count neither way.
    """
    expected, offered, pitfalls = list(coded), list(predicted), list(traps)
    required = [one for one in expected if not one.optional]
    found = [any(is_right(one, other) for other in offered) for one in required]
    missed = [one for one, hit in zip(required, found, strict=True) if not hit]
    wrong = [other for other in offered if not any(is_right(one, other) for one in expected)]
    sprung = [trap for trap in pitfalls if any(is_sprung(trap, other) for other in offered)]
    hits = len(required) - len(missed)
    kinds: dict[str, tuple[int, int]] = {}
    for one, hit in zip(required, found, strict=True):
        right, wanted = kinds.get(one.kind, (0, 0))
        kinds[one.kind] = (right + hit, wanted + 1)
    score = FindingScore(
        expected=len(required),
        predicted=len(offered),
        recall=1 - len(missed) / len(required) if required else 0.0,
        precision=hits / (hits + len(wrong)) if hits else 0.0,
        traps=len(sprung),
        of_traps=len(pitfalls),
        kinds=kinds,
        wrong_kinds=dict(Counter(other.kind for other in wrong).most_common()),
    )
    return FindingComparison(score, tuple(missed), tuple(wrong), tuple(sprung))
