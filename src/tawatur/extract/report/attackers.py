"""The attackers: `المهاجمون` are those whose attack the report has just told of."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.extract.clauses.nominals import is_definite
from tawatur.extract.participants.agency import ATTACKS
from tawatur.extract.phrases.discourse import Happened
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.report.draft import Draft

_STORMS = frozenset(words_of("storms"))
#: How many sentences back the attack may be told.
_BACK = 2


def tell_attackers(drafts: Iterable[Draft], told: Iterable[Happened], lexicon: Lexicon) -> None:
    """`هاجم مسلحو الحركة القاعدة، وقتل تسعة من المهاجمين`: those are of the armed group whose attack was told last."""
    groups = lexicon.armed_groups - {"militants"}
    attacks = [one for one in told if one.kind == "act" and (one.word in ATTACKS or one.word in _STORMS)]
    attacks = [one for one in attacks if one.doers.parties[0].actor in groups]
    for draft in drafts:
        unnamed = [party.chunk for party in draft.of if party.actor == "attackers" and party.chunk is not None]
        near = [one for one in attacks if 0 <= draft.sentence - one.sentence <= _BACK]
        if near and len(draft.of) == len(unnamed) == 1 and is_definite(unnamed[0]):
            draft.of, draft.rules["of"] = list(near[-1].doers.parties), "the attackers"
