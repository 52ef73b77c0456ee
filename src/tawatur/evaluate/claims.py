"""Precision, recall and slots of extracted claims against hand-coded ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

import msgspec

from tawatur.evaluate.coding import CodedClaim
from tawatur.evaluate.names import Names
from tawatur.evaluate.places import PlaceNames
from tawatur.model import Claim

#: Characters by which a predicted number may stick out of the coded quote.
GRACE = 10

#: Measures that count nothing, so that `of` is not asked of them.
_UNCOUNTED = frozenset({"began", "ended", "role"})

#: The slots that a hit needs right to be a full one.
_FULL = ("of", "where", "when", "source")

#: The slots that are scored, in the order in which they are shown.
SLOTS = ("of", "by", "where", "when", "source", "bound", "unit", "modality", "section")


class ClaimScore(msgspec.Struct, frozen=True, kw_only=True):
    """Counts, and shares from 0 to 1; `full` is the share of the coded claims hit with every main slot right."""

    gold: int
    predicted: int
    hits: int
    precision: float
    recall: float
    f1: float
    full: float
    slots: dict[str, float]


class Pair(msgspec.Struct, frozen=True):
    """A coded claim, the prediction that hits it, and which slots are right."""

    coded: CodedClaim
    predicted: Claim
    right: Mapping[str, bool]

    def full(self) -> bool:
        """Return whether what is counted, the place, the time and the origin are all right."""
        return all(self.right[slot] for slot in _FULL)


class Comparison(msgspec.Struct, frozen=True):
    """A score with what it was counted from."""

    score: ClaimScore
    pairs: tuple[Pair, ...]
    missed: tuple[CodedClaim, ...]
    extra: tuple[Claim, ...]


class Judge:
    """Whether a prediction hits a coded claim, and which of its slots are right."""

    def __init__(self, names: Names, places: PlaceNames) -> None:
        self._names = names
        self._places = places
        self._rules: dict[str, Callable[[CodedClaim, Claim], bool]] = {
            "of": self._of,
            "by": self._by,
            "where": lambda coded, predicted: places.same(coded.where, predicted.where),
            "when": self._when,
            "source": self._origin,
        }

    def slot(self, name: str, coded: CodedClaim, predicted: Claim) -> bool:
        """Tell whether a prediction's slot is right."""
        rule = self._rules.get(name)
        if rule is None:
            return bool(getattr(coded, name) == getattr(predicted, name))
        return rule(coded, predicted)

    def slots(self, coded: CodedClaim, predicted: Claim) -> dict[str, bool]:
        """Tell of each slot whether the prediction's is right."""
        return {name: self.slot(name, coded, predicted) for name in SLOTS}

    def hits(self, coded: CodedClaim, predicted: Claim) -> bool:
        """Tell whether a prediction is of the coded claim: its measure and value, at its words."""
        if (coded.measure, coded.low, coded.high) != (predicted.measure, predicted.low, predicted.high):
            return False
        if predicted.start < coded.quote_start - GRACE or predicted.end > coded.quote_end + GRACE:
            return False
        shorter = min(coded.end - coded.start, predicted.end - predicted.start)
        if shorter <= 0 or _overlap(coded, predicted) * 2 < shorter:
            return False
        return coded.measure != "role" or self._same_role(coded, predicted)

    def _same_role(self, coded: CodedClaim, predicted: Claim) -> bool:
        return self._by(coded, predicted) and (not coded.where or self._places.meet(coded.where, predicted.where))

    def _of(self, coded: CodedClaim, predicted: Claim) -> bool:
        return coded.measure in _UNCOUNTED or self._names.same(coded.of, coded.of_words, predicted.of)

    def _by(self, coded: CodedClaim, predicted: Claim) -> bool:
        return self._names.same(coded.by, coded.by_words, predicted.by)

    def _when(self, coded: CodedClaim, predicted: Claim) -> bool:
        return _ends(coded) == _ends(predicted)

    def _origin(self, coded: CodedClaim, predicted: Claim) -> bool:
        words = coded.source_words[0] if coded.source_words else None
        return self._names.same(_first(coded.source), words, _first(predicted.source))


def _first(chain: tuple[str, ...]) -> str | None:
    return chain[0] if chain else None


def _ends(claim: Claim) -> tuple[str | None, str | None]:
    return (None, None) if claim.when is None else (claim.when.start, claim.when.end)


def _overlap(one: Claim, other: Claim) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _pair_off(
    judge: Judge, coded: list[CodedClaim], predicted: list[Claim]
) -> tuple[list[Pair], list[CodedClaim], list[Claim]]:
    """Pair claims of one document one to one, those with most slots right first; return the leftovers too."""
    candidates = []
    for i, one in enumerate(coded):
        for j, other in enumerate(predicted):
            if judge.hits(one, other):
                right = judge.slots(one, other)
                candidates.append((-sum(right.values()), -_overlap(one, other), i, j, right))
    candidates.sort(key=lambda candidate: candidate[:4])
    pairs: dict[int, Pair] = {}
    used: set[int] = set()
    for _, _, i, j, right in candidates:
        if i not in pairs and j not in used:
            used.add(j)
            pairs[i] = Pair(coded[i], predicted[j], right)
    missed = [claim for i, claim in enumerate(coded) if i not in pairs]
    return list(pairs.values()), missed, [claim for j, claim in enumerate(predicted) if j not in used]


def score_claims(
    coded: Iterable[CodedClaim],
    predicted: Iterable[Claim],
    *,
    parents: Mapping[str, str | None],
    spellings: Mapping[str, str] | None = None,
) -> Comparison:
    """Compare extracted claims with hand-coded ones.

    `parents` gives the parent of every actor key that both sides may use; `spellings` other spellings of place
    names (the package's own list where it is None). A prediction hits where document, measure, low and high are
    equal and the numbers' spans meet by half of the shorter; each claim is used once. Optional claims, coded or
    predicted, count neither way.
    """
    judge = Judge(Names(parents), PlaceNames(spellings))
    coded_in: defaultdict[str, list[CodedClaim]] = defaultdict(list)
    predicted_in: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in coded:
        coded_in[claim.doc].append(claim)
    for guess in predicted:
        if not guess.optional:
            predicted_in[guess.doc].append(guess)
    pairs: list[Pair] = []
    missed: list[CodedClaim] = []
    extra: list[Claim] = []
    for document in dict.fromkeys((*coded_in, *predicted_in)):
        required = [claim for claim in coded_in[document] if not claim.optional]
        excused = [claim for claim in coded_in[document] if claim.optional]
        found, unmet, rest = _pair_off(judge, required, predicted_in[document])
        pairs += found
        missed += unmet
        extra += [guess for guess in rest if all(_overlap(claim, guess) <= 0 for claim in excused)]
    return Comparison(_count(pairs, len(missed), len(extra)), tuple(pairs), tuple(missed), tuple(extra))


def _count(pairs: list[Pair], missed: int, extra: int) -> ClaimScore:
    hits = len(pairs)
    wanted, offered = hits + missed, hits + extra
    precision = hits / offered if offered else 0.0
    recall = hits / wanted if wanted else 0.0
    return ClaimScore(
        gold=wanted,
        predicted=offered,
        hits=hits,
        precision=precision,
        recall=recall,
        f1=2 * precision * recall / (precision + recall) if hits else 0.0,
        full=sum(pair.full() for pair in pairs) / wanted if wanted else 0.0,
        slots={name: sum(pair.right[name] for pair in pairs) / hits if hits else 0.0 for name in SLOTS},
    )
