"""Facts by whom they are of: whose party is unstated, or read in part, still belongs with somebody's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.collate.facts.actors import Parties
from tawatur.collate.facts.facts import Fact
from tawatur.collate.facts.material import Material

#: An equal figure of so many bits in another report shows whom an unstated party may be.
_TELLING = 5.0
_CIVILIANS = frozenset({"civilians"})


def stated_party(fact: Fact) -> Parties:
    """Return whom a fact is of; one carried over from another sentence is unstated."""
    return frozenset() if "of" in fact.loose else fact.of


def by_party(material: Material, facts: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Yield the facts by whom they are of; an unstated one goes with an equal figure, or with the only party named
    (not with a population, as a toll is no toll of children).

    A source that names parties beside a figure that names none has the whole and its parts.
    """
    read = not any(fact.coded for fact in facts)

    def told(fact: Fact) -> Parties:
        """Return whom a fact is of, where that tells it apart: `civilians` of outlets are as often anybody."""
        party = stated_party(fact)
        return frozenset() if read and party == _CIVILIANS else party

    def is_whole(party: str) -> bool:
        return material.actors.is_actor(party) or material.actors.is_people(party)

    groups: list[list[Fact]] = []
    unstated: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: (-len(told(fact)), fact.position)):
        if not told(fact):
            unstated.append(fact)
            continue
        for group in groups:
            if _is_one(fact, group[0], material):
                group.append(fact)
                break
        else:
            groups.append([fact])
    divided = {_teller(fact) for group in groups for fact in group}
    named, whole = list(groups), list[Fact]()
    parties = [group for group in named if all(map(is_whole, told(group[0])))]
    wholes = [group for group in named if len(named) == 1 or group in parties or told(group[0]) == _CIVILIANS]
    for fact in unstated:
        equal = [group for group in named if any(_is_equal(fact, one) for one in group)]
        # a party's women and children beside it are its parts, and name nobody else
        candidates = wholes if fact.coded else parties
        fitting = candidates if len(candidates) == 1 and _teller(fact) not in divided else []
        if equal or fitting:
            (equal or fitting)[0].append(fact)
        else:
            whole.append(fact)
    yield from (*groups, whole)


def _teller(fact: Fact) -> tuple[int, str]:
    """Return who tells parties apart: a source in its report; of what a program read, the report, whoever it cites."""
    return fact.report, fact.origin if fact.coded else ""


def _is_one(fact: Fact, lead: Fact, material: Material) -> bool:
    """Tell whether two stated parties may be one; a program may have read only the first of those joined by `and`."""
    one, other = stated_party(fact), stated_party(lead)
    if one == other or material.actors.compare(one, other).compatible:
        return True
    return not (fact.coded and lead.coded) and one < other


def _is_equal(fact: Fact, other: Fact) -> bool:
    return fact.number == other.number and fact.report != other.report and fact.bits >= _TELLING
