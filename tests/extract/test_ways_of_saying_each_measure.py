"""Each measure in the ways that Arabic news says it: verbs, masdars, participles, headlines, idioms; and what is none."""

from pathlib import Path

import pytest

#: A sentence without figures, so that the next one's war is known.
_BEFORE = "تتواصل المعارك العنيفة بين الجيش السوري وتنظيم داعش في دير الزور.\n"
_ROWS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "ways_of_saying.tsv").read_text(encoding="utf-8").splitlines()[2:]
]


def _written(claim) -> str:
    """A claim as the table writes it: `killed=5`, `wounded=10+`, `strength=8000-10000`, `began=2024-01`."""
    low, high = (int(bound) if isinstance(bound, float) and bound >= 1 else bound for bound in (claim.low, claim.high))
    value = f"{low}" if low == high else f"{low}+" if high is None else f"{low}-{high}"
    return f"{claim.measure}={value}"


@pytest.mark.parametrize(("sentence", "claims"), _ROWS)
def test_a_sentence_claims_what_it_says(read, sentence, claims):
    expected = [] if claims == "-" else sorted(claims.split())
    assert sorted(_written(claim) for claim in read(_BEFORE + sentence) if not claim.optional) == expected
