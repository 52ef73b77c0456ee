"""Whom a claim counts, or who suffered: those whom a report names weighed, those that the rules took among them.

The rules read the figure's own phrase well, and what they carry from elsewhere less well; what they took, and by which
rule, is one feature of a candidate beside its kind, its part in the sentence, and what the report's other claims have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from tawatur.extract.choosing.counted import Counted, Key, key_of
from tawatur.extract.choosing.named_people import Named, People
from tawatur.extract.choosing.stated import Sentences, Stated, apart
from tawatur.extract.choosing.weights import Choice, Features, class_of, replaced
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft

#: Claims that count nobody.
_APART = frozenset(("began", "ended", "role"))
#: Rules that say what claims are by convention: they are not weighed.
_CONVENTIONS = frozenset(("citizens", "homes", "people there", "own people", "prisoners"))
#: Rules by which the text itself says whom a figure counts: they are not weighed either.
_SAID = frozenset(
    (
        "predicate",
        "among",
        "loss",
        "beaten",
        "attackers",
        "shot down",
        "own members",
        "state's forces",
        "recipient",
        "office",
        "force",
        "owned by",
        "unit",
        "followers",
    )
)
#: How many sentences away people may be named and be weighed; those of the headline and the lead always are.
_REACH = 2
#: How many mentions of people a sentence gives.
_MENTIONS = 40
_COUNTS = (1, 2, 4, 8)
#: From how many on a figure is a large one.
_MANY = 1000


def choose_sufferers(drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> None:
    """Give each claim those of most weight for whom it counts."""
    for draft, parties in replaced(weigh(drafts, stated, lexicon), "sufferers", "of"):
        draft.of = parties


def weigh(drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> list[Choice[list[Party]]]:
    """Return the drafts that count somebody, or might, with whom each may; whom the rules took first."""
    weighed = [draft for draft in drafts if draft.measure not in _APART]
    if not weighed:
        return []
    report = _Report(weighed, stated, lexicon)
    return [report.choice(draft) for draft in weighed if not _is_said(draft)]


def _is_said(draft: Draft) -> bool:
    """Tell whether the text says itself, or a convention does, whom a claim counts."""
    again = draft.frame is not None and draft.frame.quantity.by_reference  # عدد مماثل: of the act that it stands for
    return again or draft.rules.get("of") in _CONVENTIONS | _SAID


class _Report:
    """A section's people: where it names them, how often, and whom its claims were given."""

    def __init__(self, drafts: list[Draft], stated: list[Stated], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._people = People(lexicon)
        self._sentences = Sentences(stated)
        self._named = {one.number: self._people.named(one) for one in stated}
        everywhere = [one for named in self._named.values() for one in named]
        self._counts = Counter(key_of(one.parties) for one in everywhere)
        single = Counter(party.actor for one in everywhere for party in one.parties)
        groups = [key for key in single if key in lexicon.armed_groups and key != "militants"]
        forces = [key for key in single if key in lexicon.forces]
        self._group, self._forces = (
            max(keys, key=lambda key: (single[key], key), default=None) for keys in (groups, forces)
        )
        self._groups = min(len(groups), 3)
        self._read_claims(drafts)

    def _read_claims(self, drafts: list[Draft]) -> None:
        """Note whom the rules gave all claims: the neighbours of each, the same facts."""
        in_order = sorted(drafts, key=lambda draft: (draft.sentence, draft.number))
        self._before = {id(draft): other for other, draft in pairwise(in_order)}
        self._behind = {id(draft): other for draft, other in pairwise(in_order)}
        self._given = Counter(key_of(draft.of) for draft in drafts)
        self._values = {key_of(draft.of): draft.of for draft in drafts}
        self._facts: dict[tuple[object, ...], Counter[Key]] = defaultdict(Counter)
        self._by_doer: dict[tuple[Key, bool], Counter[Key]] = defaultdict(Counter)
        self._by_place: dict[tuple[object, ...], Counter[Key]] = defaultdict(Counter)
        for draft in drafts:
            key = key_of(draft.of)
            self._facts[draft.measure, draft.low, draft.unit][key] += 1
            self._by_doer[_doing(draft)][key] += 1
            self._by_place[_place(draft)][key] += 1

    def choice(self, draft: Draft) -> Choice[list[Party]]:
        """Return a draft with those whom it may count and their features."""
        claim = Counted(draft, self._sentences.by_number.get(draft.sentence), self._people, self._lexicon)
        values: dict[Key, list[Party]] = {claim.taken: draft.of, (): []}
        where = self._near(claim)
        for key, found in where.items():
            values.setdefault(key, list(found[0][1].parties))
        for key, value in self._values.items():
            if all(one.isascii() for one in key):
                values.setdefault(key, value)
        for one in self._always(claim):
            values.setdefault((one,), [Party(one, None)])
        kin = [key for key in values if key != claim.taken and claim.are_kin(key)]  # a part stands for its whole
        for key in kin:
            del values[key]
        features = [self._features(claim, key, where.get(key, [])) for key in values]
        return Choice(draft, list(values.values()), features)

    def _near(self, claim: Counted) -> dict[Key, list[tuple[Stated, Named]]]:
        """Return whom the sentences around a claim name, and those of the headline and the lead."""
        found: dict[Key, list[tuple[Stated, Named]]] = defaultdict(list)
        for one in self._sentences.near(claim.draft.sentence, _REACH):
            its = claim.stated is not None and one.thread == claim.stated.thread
            if its or one.headline or one.number == self._sentences.lead:
                around = claim.around(self._named[one.number]) if one is claim.stated else self._named[one.number]
                for named in around[:_MENTIONS]:
                    found[key_of(named.parties)].append((one, named))
        return found

    def _always(self, claim: Counted) -> list[str]:
        """Return those who may be counted whoever is named beside the figure."""
        found = ["civilians", "militants", self._group, self._forces]
        if len(claim.countries) == 1:
            country = next(iter(claim.countries))
            state = self._lexicon.knowledge.states.get(country)
            found += [state.forces if state is not None else None, self._people.nations.get(country)]
        return [one for one in found if one is not None]

    def _features(self, claim: Counted, key: Key, where: list[tuple[Stated, Named]]) -> Features:
        """Return the names of a candidate's features."""
        kind = claim.kind(key)
        found = [*claim.beside_rules(key, kind), *claim.of_kind(key, kind)]
        here = [named for one, named in where if one is claim.stated]
        if here:
            found += claim.in_sentence(here)
        found += self._beside_others(claim, key, kind)
        if key:
            found += [] if here else [apart(claim.draft.sentence, (one for one, _ in where), _REACH)]
            found += self._in_report(claim, key, kind, where)
        return found

    def _beside_others(self, claim: Counted, key: Key, kind: str) -> Features:
        """Tell how many of the other claims by the same doers, and of those at the same place, have a candidate."""
        draft, found = claim.draft, []
        label = kind if key in ((), ("civilians",), ("militants",)) else "somebody"
        for told, others in (
            ("its doers'", self._by_doer[_doing(draft)] if draft.by else None),
            ("its place's", self._by_place[_place(draft)] if draft.where else None),
        ):
            rest = sum(others.values()) - 1 if others is not None else 0
            if others is not None and rest > 0:
                share = (others[key] - (key == claim.taken)) / rest
                found.append(f"{told} {'all' if share == 1 else 'some' if share else 'none'}, {label}")
        return found

    def _in_report(self, claim: Counted, key: Key, kind: str, where: list[tuple[Stated, Named]]) -> Features:
        """Tell how often a report names a candidate, where, and which of its claims have it."""
        draft, count = claim.draft, self._counts[key]
        found = [f"named: {class_of(count, _COUNTS)}" if count else f"named: never, {kind}"]
        others = self._given[key] - (key == claim.taken)
        found.append(f"other claims': {class_of(others, _COUNTS)}" if others else "no other claim's")
        if others:
            found.append(f"other claims', {claim.noun}")
        before, behind = self._before.get(id(draft)), self._behind.get(id(draft))
        if before is not None and key_of(before.of) == key:
            found += ["of the claim before", f"of the claim before, {claim.noun}"]
            found += ["of the claim before in its sentence"] if before.sentence == draft.sentence else []
        if behind is not None and key_of(behind.of) == key:
            found.append("of the claim behind")
        if self._facts[draft.measure, draft.low, draft.unit][key] > (key == claim.taken):
            found.append("of the same fact")
        if key == (self._group,):
            found += [f"foremost of {self._groups} groups", f"foremost group, {claim.noun}"]
        if key == (self._forces,):
            found.append(f"foremost forces, {claim.noun}")
        if any(one.headline for one, _ in where):
            found.append(f"in the headline, {kind}")
        if any(one.number == self._sentences.lead for one, _ in where):
            found.append(f"in the lead, {kind}")
        if isinstance(draft.low, int) and draft.low >= _MANY:
            found.append(f"many, {kind}")
        return found


def _doing(draft: Draft) -> tuple[Key, bool]:
    """Return who did what a claim tells, and whether it counts people."""
    return key_of(draft.by), draft.unit == "person"


def _place(draft: Draft) -> tuple[object, ...]:
    """Return where it was, and what a claim measures."""
    return draft.measure, *sorted(located.place.id for located in draft.where)
