"""Plant slips of who (doer, party, source), voices that meet or part, and what is no slip, and print what is told.

usage: python tools/plant_voices.py FOLDER... [--plant by|of|source|voices|innocent]... [--coded] [--show]

Each FOLDER holds docs.jsonl, claims.jsonl and findings.jsonl (a set of specimens). One change is made at a time, and
the cluster of its report is read and collated anew. `by`, `of`, `source`: in one report of an expected statement a
known actor is replaced by another of its kind under all its names; told is a finding of that slot that cites the
figure. `voices`: of an expected conflict one voice's figure is made the other's, which must be told as an agreement;
of an expected agreement it is made another, which must be told as a conflict. `innocent`: a later report raises a
toll, another gives the province's or another day's; a figure is hedged, rounded in the headline or written in another
form, an actor is called by another of his names; counted are the findings that this makes and that would be wrong.
--coded changes the claims coded by hand as well as the text, and collates these; --show prints what was not told, and
what was told wrongly.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from innocent_changes import INNOCENT, WRONG, cited, innocent
from msgspec.structs import replace
from plant_slips import Cluster, clusters
from planted_reports import Bench, Edits, Planting, moved, shifted
from record_evaluation import rows

from tawatur.evaluate import CodedFinding
from tawatur.evaluate.coding import CodedReference
from tawatur.model import Claim, Finding
from tawatur.packs import Knowledge, load, names

_WHO = ("by", "of", "source")
_TELL_WHO = frozenset({"variant", "same_number", "conflict"})
#: What a voice's figure is made: so much of it, so that it is no slip of the other's.
_OTHERWISE = 1.6


class Actors:
    """Which known actors may stand for one another, and under which names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._groups = knowledge.listed("actors:armed_group")

    def kind(self, key: str) -> str:
        """Return what a key is: an army, an armed group, a people, a body."""
        actor = self._knowledge.actors[key]
        if key in self._groups and actor.kind == "actor":
            return "group"
        return "army" if key.endswith(("_forces", "_army")) else actor.kind

    def names_in(self, key: str, text: str) -> list[str]:
        """Return the names of an actor that a text has, the longest first."""
        there = [name for name in self._knowledge.actors[key].ar if re.search(_whole(name), text)]
        return sorted(there, key=lambda name: (-len(name), name))

    def instead(self, key: str, names: list[str], around: str, draw: random.Random) -> tuple[str, list[str]] | None:
        """Return another actor of the kind with a name for each of `names`; one whom no text around names."""
        known, kin = self._knowledge, {key, *self._knowledge.ancestors(key)}
        fitting: list[tuple[bool, int, str, list[str]]] = []
        for other in sorted(known.actors.values(), key=lambda one: (draw.random(), one.key)):
            if self.kind(other.key) != self.kind(key) or kin & {other.key, *known.ancestors(other.key)}:
                continue
            alike = [[own for own in other.ar if _is_alike(own, name, self.kind(key))] for name in names]
            put = [fit[0] for fit in alike if fit]
            if len(put) == len(names) and not any(re.search(_whole(one), around) for one in other.ar):
                fitting.append((other.country != known.actors[key].country, len(fitting), other.key, put))
        return min(fitting)[2:] if fitting else None

    def otherwise(self, key: str, names: list[str]) -> list[str]:
        """Return for each name of an actor another of his own of its form; none where one has no other."""
        own = self._knowledge.actors[key].ar
        alike = [[one for one in own if one not in names and _is_alike(one, name, self.kind(key))] for name in names]
        return [fit[0] for fit in alike] if all(alike) else []


def _whole(name: str) -> str:
    return rf"(?<!\w)(?:[وفبكل]|وب|ول)?(?P<name>{re.escape(name)})(?!\w)"


def _is_alike(name: str, words: str, kind: str) -> bool:
    """Tell whether a name may stand in other words' stead: of one head (a ministry, a centre), or of one ending."""
    first = [one.split()[0] for one in (name, words)]
    if first[0] == first[1] or kind not in {"population", "group", "army"}:
        return first[0] == first[1] and (" " in words or kind == "source")
    if first[0].startswith("ال") is not first[1].startswith("ال"):
        return False
    return kind != "population" or (name[-2:] == words[-2:] and name.count(" ") == words.count(" "))


def who(bench: Bench, slot: str, draw: random.Random) -> Iterator[Planting]:
    """Yield the reports in which an actor is replaced to whom another lays a figure too, once a report and actor."""
    actors, seen = Actors(bench.knowledge), set()
    around = "\n".join(one.text for one in bench.cluster.documents.values())
    for claim in bench.cluster.claims:
        key = _key(claim, slot)
        others = _others(claim, slot, bench.cluster)
        if key not in bench.knowledge.actors or not others or (claim.doc, key) in seen:
            continue
        text = bench.cluster.documents[claim.doc].text
        named = actors.names_in(key, text)
        put = actors.instead(key, named, around, draw) if named else None
        if put is None:
            continue
        seen.add((claim.doc, key))
        edits = _renamed(text, named, put[1])
        kind = f"{slot} {'against several' if len(others) > 1 else 'against one'}"
        claims = [_given(one, slot, key, put[0]) for one in moved(bench.hand[claim.doc], edits)]
        starts = {shifted(one.start, edits) for one in bench.hand[claim.doc] if _key(one, slot) == key}
        shown = f"{claim.doc}@{claim.start} «{claim.quote}»: {named[0]} -> {put[1][0]} ({key} -> {put[0]})"
        yield Planting(kind, bench.edited(claim.doc, edits), claims, _tells_who(slot, claim.doc, starts), shown)


def called_otherwise(bench: Bench) -> Iterator[Planting]:
    """Yield the reports in which an actor is told of by another of his own names, which is no slip."""
    actors = Actors(bench.knowledge)
    before = {cited(one) for one in bench.collated() if one.kind in WRONG}
    for doc, document in bench.cluster.documents.items():
        for key in sorted(
            {_key(one, slot) for one in bench.hand[doc] for slot in _WHO} & bench.knowledge.actors.keys()
        ):
            named = actors.names_in(key, document.text)
            put = actors.otherwise(key, named)
            if not put:
                continue
            edits = _renamed(document.text, named, put)

            def told(finding: Finding, doc: str = doc) -> bool:
                return finding.kind in WRONG and doc in finding.docs and cited(finding) not in before

            shown = f"{doc}: {named[0]} -> {put[0]} ({key})"
            yield Planting("another name", bench.edited(doc, edits), moved(bench.hand[doc], edits), told, shown)


def _renamed(text: str, named: list[str], put: list[str]) -> Edits:
    """Return the edits that put a name for each name, the longest first, wherever it stands."""
    edits: Edits = []
    for name, other in zip(named, put, strict=True):
        for found in re.finditer(_whole(name), text):
            start, end = found.span("name")
            if not any(start < last and first < end for first, last, _ in edits):
                edits.append((start, end, other))
    return sorted(edits)


def _key(claim: Claim, slot: str) -> str:
    if slot == "source":
        return claim.source[0] if claim.source else ""
    return getattr(claim, slot) or ""


def _given(claim: Claim, slot: str, key: str, other: str) -> Claim:
    if _key(claim, slot) != key:
        return claim
    return replace(claim, source=(other, *claim.source[1:])) if slot == "source" else replace(claim, **{slot: other})


def _others(claim: Claim, slot: str, cluster: Cluster) -> set[str]:
    """Return the reports of one statement with a claim that have its figure, laid to the same actor."""
    return {
        one.doc
        for one in cluster.claims
        if (one.measure, one.low, one.high, _key(one, slot))
        == (claim.measure, claim.low, claim.high, _key(claim, slot))
        and one.doc != claim.doc
        and any(docs.issuperset((claim.doc, one.doc)) for docs in cluster.statements)
    }


def _tells_who(slot: str, doc: str, starts: set[int]) -> Callable[[Finding], bool]:
    def told(finding: Finding) -> bool:
        if finding.kind not in _TELL_WHO or (finding.kind == "variant" and finding.slot != slot):
            return False
        return any(one.doc == doc and _near(one.start, starts) for one in finding.claims)

    return told


def _near(start: int, starts: Iterable[int]) -> bool:
    return any(abs(start - other) <= 12 for other in starts)


def voices(bench: Bench, findings: Sequence[CodedFinding]) -> Iterator[Planting]:
    """Yield the reports in which one voice's figure is made another's, or another than its own."""
    for finding in findings:
        if finding.kind not in {"agreement", "conflict"} or not bench.cluster.documents.keys() >= set(finding.docs):
            continue
        first, *rest = [list(voice.claims) for voice in finding.voices]
        figures = [{_digits(one) for one in side} for side in (first, *rest)]
        if len(rest) != 1 or any(len(side) != 1 or None in side for side in figures):
            continue
        one, other = (next(iter(side)) or 0 for side in figures)
        last = [one for one in rest[0] if one.doc == rest[0][0].doc]
        if len({claim.doc for claim in rest[0]}) != 1 or min(one, other) < 2:
            continue
        put = one if finding.kind == "conflict" else _another(one)
        kind = "conflict made an agreement" if finding.kind == "conflict" else "agreement made a conflict"
        yield _voice(bench, first, last, put, kind)


def _digits(claim: CodedReference) -> int | None:
    found = re.findall(r"\d+", claim.quote)
    return int(found[0]) if len(found) == 1 and not re.search(r"ألف|آلاف|مليون|[.,٬٫%]", claim.quote) else None


def _another(figure: int) -> int:
    """Return a figure about half as great again that is no round one and looks like no misprint of it."""
    return int(figure * _OTHERWISE) + (1 if int(figure * _OTHERWISE) % 10 == 0 else 0)


def _voice(bench: Bench, first: list[CodedReference], last: list[CodedReference], put: int, kind: str) -> Planting:
    doc = last[0].doc
    text = bench.cluster.documents[doc].text
    figure = re.findall(r"\d+", last[0].quote)[0]
    spans = {one.span() for one in re.finditer(rf"(?<![\d.,]){figure}(?!\d)", text)}
    if any(one.doc == doc for one in first):  # the other voice speaks here too
        spans = {s for s in spans if any(one.start <= s[0] < one.start + len(one.quote) for one in last)}
    edits = [(*span, str(put)) for span in sorted(spans)]
    whole = {span[0] for span in spans}
    claims = [
        replace(new, low=put, high=put) if any(old.start <= at < old.end for at in whole) else new
        for old, new in zip(bench.hand[doc], moved(bench.hand[doc], edits), strict=True)
    ]
    starts = [
        {(one.doc, shifted(one.start, edits) if one.doc == doc else one.start) for one in side}
        for side in (first, last)
    ]
    wanted = "agreement" if kind.endswith("agreement") else "conflict"

    def told(finding: Finding) -> bool:
        return finding.kind == wanted and all(
            any(one.doc == other and abs(one.start - start) <= 40 for one in finding.claims for other, start in side)
            for side in starts
        )

    shown = f"{first[0].doc}@{first[0].start} «{first[0].quote}», {doc}@{last[0].start} «{last[0].quote}» as {put}"
    return Planting(kind, bench.edited(doc, edits), claims, told, shown)


def plantings(bench: Bench, folder: Path, kinds: Sequence[str], draw: random.Random) -> Iterator[Planting]:
    """Yield what is planted in a cluster, of the kinds asked for."""
    for slot in _WHO:
        if slot in kinds:
            yield from who(bench, slot, draw)
    if "voices" in kinds:
        yield from voices(bench, rows(CodedFinding, folder / "findings.jsonl"))
    if "innocent" in kinds:
        yield from innocent(bench)
        yield from called_otherwise(bench)


def main() -> None:
    """Plant, read, collate and count."""
    parser = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--plant", action="append", choices=(*_WHO, "voices", "innocent"))
    parser.add_argument("--coded", action="store_true")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    knowledge, draw = load(names()), random.Random(7)
    kinds = options.plant or (*_WHO, "voices", "innocent")
    planted: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for folder in options.folders:
        for cluster in clusters(folder):
            bench = Bench(cluster, knowledge, coded=options.coded)
            for one in plantings(bench, folder, kinds, draw):
                findings = [finding for finding in bench.collated(one) if one.told(finding)]
                planted[one.kind] += 1
                told[one.kind] += bool(findings)
                wrong = one.kind in INNOCENT
                if options.show and bool(findings) is wrong:
                    print(f"{'told' if wrong else 'not told'}: {one.kind}: {one.shown}")
                    for finding in findings:
                        print(f"    {finding.kind} {finding.slot or ''}: {finding.explanation.en}")
    for kind in sorted(planted):
        print(f"{kind}: {told[kind]} of {planted[kind]} told{' (wrongly)' if kind in INNOCENT else ''}")


if __name__ == "__main__":
    main()
