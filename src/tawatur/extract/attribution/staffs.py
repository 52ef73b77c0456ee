"""Those who speak for any state's forces: `القيادة العامة`, `هيئة الأركان`, `هيئة أركان الجيش الأوكراني`."""

from __future__ import annotations

from tawatur.arabic import fold
from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.phrases.discourse import Discourse
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.packs import State

#: The key of any state's forces.
_ANY_FORCES = "security_forces"
_SPEAK_FOR_FORCES = words_of("speaks_for_forces")
#: The government without its state's name.
_GOVERNMENT = "الحكومة"
_SPOKESMEN = [[noun, "باسم"] for noun in ("الناطق", "الناطقة", "المتحدث", "المتحدثة", "ناطق", "متحدث")]
_OWN = words_of("object_pronoun")
_STAFF, _OF_STAFF = frozenset(words_of("staff")), frozenset(words_of("of_staff"))


def with_state(one: Attributed, lexicon: Lexicon, discourse: Discourse) -> Attributed:
    """`ذكرت القوات المسلحة`, `أعلنت هيئة الأركان`: the forces of the state that it names, else of that in focus."""
    return one._replace(chain=tuple(hop._replace(actor=_forces(hop.actor, lexicon, discourse)) for hop in one.chain))


def _government_of(state: State, lexicon: Lexicon) -> str:
    """Return the key of a state's government, where a pack has one, else the state's."""
    names = {f"{_GOVERNMENT} ال{fold(adjective)}ة" for adjective in state.adjectives}
    actors = lexicon.knowledge.actors.items()
    return next((key for key, one in actors if not names.isdisjoint(map(fold, one.ar))), state.key)


def _forces(actor: str, lexicon: Lexicon, discourse: Discourse) -> str:
    """Return whose forces a voice speaks for; a voice that speaks for none as it is."""
    words = fold(actor).split()
    if actor == _ANY_FORCES or " ".join(words) in _SPEAK_FOR_FORCES:
        return discourse.state_forces() or _ANY_FORCES
    if words == [_GOVERNMENT] or (words[:-1] in _SPOKESMEN and words[-1] == _GOVERNMENT):
        forces = discourse.state_forces()
        state = lexicon.forces.get(forces) if forces is not None else None
        return actor if state is None else _government_of(state, lexicon)
    words = [next((word.removesuffix(end) for end in _OWN if word.removesuffix(end) in _STAFF), word) for word in words]
    if _STAFF.isdisjoint(words):
        return actor
    others = [word.removeprefix("ال") for word in words if word not in _STAFF | _OF_STAFF]
    codes = {lexicon.adjectives.get(word) for word in others}
    if None in codes or len(codes) > 1:
        return actor  # رئيس هيئة الأركان, أركان الحرب في كذا
    state = lexicon.knowledge.states[next(iter(codes)) or ""] if codes else None
    return (state.forces or actor) if state is not None else discourse.state_forces() or _ANY_FORCES
