"""Air defences that no word tells whose they are: of the side that speaks, else of who was fired at."""

from __future__ import annotations

from tawatur.extract.counts.frame import Frame
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.deeds import Deed
from tawatur.extract.participants.unstated import DEFENCE
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.parties import ACTS, Party

_DEFENCES = words_of("defences")
#: How many sentences back those may have fired whom the defences met.
_BACK = 2


def whose_defences(frame: Frame, agency: Agency, sources: list[str], deeds: list[Deed]) -> Doers | None:
    """`هاجمت روسيا كييف … وأسقطت الدفاعات الجوية 37 صاروخا`: who brought down what defences without an owner did."""
    if frame.measure not in ("other", "destroyed") or not _are_bare(frame, agency):
        return None
    lexicon, discourse = agency.lexicon, agency.discourse
    fired = [deed for deed in deeds if deed.measure in ACTS and agency.number - deed.sentence <= _BACK]
    attackers = [party.actor for party in fired[-1].doers.parties] if fired else []
    known = [lexicon.knowledge.actors.get(key) for key in sources]
    states = [lexicon.knowledge.states.get(actor.country or "") for actor in known if actor is not None]
    spoken = [state.forces for state in states if state is not None and state.forces not in attackers]
    at_war = [key for key in spoken if key in lexicon.camps]
    here = [lexicon.knowledge.states.get(code) for code in discourse.countries()]
    there = [state.forces for state in here if state is not None]
    foes = lexicon.camps.foes(attackers, (*discourse.mentioned(), *there)) if attackers else []
    side = next(iter((*at_war, *foes)), None)
    return Doers((Party(_forces(side, lexicon), None),), DEFENCE) if side is not None else None


def _forces(key: str, lexicon: Lexicon) -> str:
    return lexicon.state_keys[key].forces if key in lexicon.state_keys else key


def _are_bare(frame: Frame, agency: Agency) -> bool:
    """Tell whether the subject of an outcome's verb is defences without a state's adjective or a body's name."""
    sentence = agency.clauses.sentence
    clause = agency.clauses.at(frame.trigger if frame.trigger is not None else frame.quantity.first)
    at = clause.subject
    if at is None or not sentence[at].is_(*_DEFENCES):
        return False
    behind = sentence[at + 1 : at + 3]
    return not any(piece.state is not None or piece.actors for piece in behind)
