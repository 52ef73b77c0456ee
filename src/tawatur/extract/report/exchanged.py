"""Prisoners exchanged: each side sets free those whom it holds of the other, both those told of together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.extract.report.draft import Draft

#: How many sentences behind one that tells of an exchange those freed are freed by it.
_REACH = 3
#: Rules by which the words beside an act say whose it was.
_SAID = frozenset(("subject", "governing verb", "agent phrase", "masdar's genitive"))
_ANYBODY = frozenset(("prisoners", "detainees"))


def tell_exchanged(drafts: Iterable[Draft], told: Collection[int], named: Iterable[str], lexicon: Lexicon) -> None:
    """Give those whom an exchange freed the side that held them: `استعادت كييف 103 من جنودها`, by the other.

    Those of neither alone (`تبادلت الدولتان 206 أسرى`) are freed by both. `told` are the sentences that tell of an
    exchange, `named` whom the report names; nothing is told where it names more than two who are at war.
    """
    sides = _sides(named, lexicon) if told else ()
    last: Draft | None = None
    for draft in drafts if sides else ():
        near = draft.headline or any(0 <= draft.sentence - one <= _REACH for one in told)
        if draft.measure != "released" or not near or _is_said(draft, sides):
            continue
        own = _own_side(draft, sides, lexicon)
        part = draft.frame is not None and draft.frame.how in ("part", "coordination")
        if own is not None:
            by = [Party(key, None) for key in sides if key != own]
        elif part and last is not None and last.sentence == draft.sentence:
            by = last.by
        elif all(party.actor in _ANYBODY for party in draft.of):
            by = [Party(key, None) for key in sides]
        else:
            continue
        draft.by, draft.rules["by"], last = by, "exchanged", draft


def _sides(named: Iterable[str], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the two states, or their forces, at war with each other of those that a report names, else none."""
    states = dict.fromkeys(key for key in named if key in lexicon.state_keys or key in lexicon.forces)
    pairs = [pair for pair in combinations(states, 2) if lexicon.camps.fights(*pair)]
    return pairs[0] if len(pairs) == 1 else ()


def _own_side(draft: Draft, sides: tuple[str, ...], lexicon: Lexicon) -> str | None:
    """Return the side whose people were freed, as their party or the nation of their noun tells."""
    nation = draft.frame.quantity.state if draft.frame is not None else None
    state = lexicon.knowledge.states.get(nation) if nation is not None else None
    keys = {party.actor for party in draft.of} | ({state.key, state.forces} if state is not None else set())
    own = [key for key in sides if key in keys]
    return own[0] if len(own) == 1 else None


def _is_said(draft: Draft, sides: tuple[str, ...]) -> bool:
    """`أفرجت موسكو عن 90 أسيرا`: tell whether the words say that one side freed them; who mediates frees nobody."""
    return draft.rules.get("by") in _SAID and any(party.actor in sides for party in draft.by)
