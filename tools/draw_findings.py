"""Draw findings at random by weight from a corpus, and print each with the words around its claims.

For judging by eye what collation makes of reports that nobody has coded:

    python tools/draw_findings.py FILES... --from 2018-04-07 --to 2018-04-20 --count 50 --seed 1

Every article dated within the days is read and collated with the others, as `tawatur collate` does. A finding is drawn
with a chance that grows with its weight, those below `--least` (what one outlet filed twice, copies of texts without a
claim) left out; `--top` prints the weightiest instead, `--kind` only those of some kinds.
"""

from __future__ import annotations

import argparse
import pathlib
import random
from collections import Counter
from collections.abc import Sequence

from tawatur.collate import collate
from tawatur.extract import extract
from tawatur.intake import read
from tawatur.model import Claim, Document, Finding, Reference, reports
from tawatur.packs import load, names

BEFORE, AFTER = 130, 130
MOST_CLAIMS = 8


def documents(paths: Sequence[str], first: str, last: str) -> list[Document]:
    """Return the readable documents of some files that are dated within two days, both inclusive."""
    knowledge = load(tuple(names()))
    found = read(paths, knowledge=knowledge)
    return [one for one in found if isinstance(one, Document) and first <= (one.date or "")[:10] <= last]


def drawn(findings: Sequence[Finding], count: int, seed: int) -> list[Finding]:
    """Return `count` findings drawn without putting back, each with a chance that goes with its weight.

    Source: Efraimidis and Spirakis, Weighted random sampling with a reservoir (2006): the greatest u^(1/w).
    """
    chance = random.Random(seed)
    ranked = sorted(findings, key=lambda finding: finding.id)
    keys = {finding.id: chance.random() ** (1 / max(finding.weight, 0.01)) for finding in ranked}
    return sorted(ranked, key=lambda finding: -keys[finding.id])[:count]


def shown(finding: Finding, texts: dict[str, Document], claims: dict[str, Claim]) -> str:
    """Return a finding with the words around each of its claims."""
    lines = [f"## {finding.kind} {finding.weight} {finding.id}", finding.explanation.en, finding.explanation.ar]
    lines += [_cited(reference, texts, claims) for reference in finding.claims[:MOST_CLAIMS]]
    if not finding.claims:
        lines += [f"  {doc}: {' '.join(texts[doc].text[:300].split())}" for doc in finding.docs[:4]]
    return "\n".join(lines)


def _cited(reference: Reference, texts: dict[str, Document], claims: dict[str, Claim]) -> str:
    document, claim = texts[reference.doc], claims[reference.id]
    text = document.text
    when = (claim.when.start, claim.when.end) if claim.when else None
    words = (
        text[max(0, claim.quote_start - BEFORE) : claim.quote_start]
        + f"⟦{claim.quote}⟧"
        + text[claim.quote_end : claim.quote_end + AFTER]
    )
    return (
        f"  {reference.doc} {document.date} {claim.measure} {claim.low}..{claim.high} of={claim.of} by={claim.by} "
        f"where={list(claim.where)} when={when} source={list(claim.source)}\n      {' '.join(words.split())}"
    )


def main() -> None:
    """Read, collate, draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--from", dest="first", default="0000")
    parser.add_argument("--to", dest="last", default="9999")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.15, help="the least weight that is drawn")
    parser.add_argument("--kind", default=None, help="kinds, with commas between them")
    parser.add_argument("--top", action="store_true", help="print the weightiest, not a draw")
    args = parser.parse_args()
    knowledge = load(tuple(names()))
    read_documents = documents([str(path) for path in args.files], args.first, args.last)
    claims = [claim for one in read_documents for claim in extract(one, knowledge)]
    findings = collate(claims, [report for one in read_documents for report in reports(one)], knowledge)
    print(f"{len(read_documents)} articles, {len(claims)} claims, {len(findings)} findings")
    print(Counter(finding.kind for finding in findings).most_common())
    kinds = set(args.kind.split(",")) if args.kind else {finding.kind for finding in findings}
    chosen = [finding for finding in findings if finding.kind in kinds and finding.weight >= args.least]
    texts, by_id = {one.id: one for one in read_documents}, {claim.id: claim for claim in claims}
    for finding in chosen[: args.count] if args.top else drawn(chosen, args.count, args.seed):
        print(f"\n{shown(finding, texts, by_id)}")


if __name__ == "__main__":
    main()
