"""One person whom `و` joins to one named: `مقتل القيادي فلان ونجله`, `اغتيل الشيخ فلان وسائقه`, `قتل فلان وجندي`."""

from __future__ import annotations

from tawatur.extract.counts.singles.persons import find_persons
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.government import is_joined
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.name_lists import behind_age
from tawatur.extract.phrases.quantity import Quantity


def joins_named(sentence: list[Chunk], at: int, quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether a chunk joins one person to a name right before it whose bearer an outcome befell."""
    if quantity.unit != "person" or quantity.noun is None or not is_joined(sentence, at):
        return False
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is not None and following.verb_says:
        return False  # اعتقل فلان، ومسؤول يقول
    persons = find_persons(sentence, {at}, [], lexicon, frozenset())
    return any(behind_age(sentence, person.name[1]) == at for person in persons)
