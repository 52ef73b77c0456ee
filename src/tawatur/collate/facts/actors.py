"""Who is who: the parties of a slot compared through the packs' keys, free names by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.arabic import fold
from tawatur.collate.facts.behalf import ON_BEHALF, Behalf
from tawatur.collate.facts.cues import cue, has_cue, starts_with_cue, without_articles
from tawatur.collate.facts.introductions import bear_one_name, own_words
from tawatur.collate.facts.portfolios import Portfolio, may_be_of, portfolio
from tawatur.collate.facts.relations import Relation
from tawatur.packs import Knowledge

Parties = frozenset[str]

#: What a part's noun leads to its whole with: `the centre belonging to the ministry`.
_OF_WHOLE = re.compile(r"(?<=تابع )ل(?=\w{3})|(?<=تابعة )ل(?=\w{3})")
_QUOTES = re.compile("[\"'«»“”„‘’]")


#: Free names are one where they share so many words, and so many of the shorter one's.
_NAME = 3
_MOST = 0.6
#: So many words name a ministry: `وزارة الصحة`.
_OFFICE = 2
#: The key of outlets at large.
_OUTLETS = "media"
#: A word of so few letters tells nobody's name.
_SHORT = 3
#: The keys of the police, and of medics at large.
_POLICE = "police"
_MEDICS = "medics"
#: Keys for kinds of armed men, whom another report may name.
ARMED = frozenset({"militants", "attackers", "security_forces"})
#: Such of no state, by what they do.
_FIGHTERS = frozenset({"militants", "attackers"})
_FORCES = frozenset({"security_forces"})
#: Keys for what has befallen people, whoever they are: of hostages some are civilians, some children.
BEFALLEN = frozenset({"hostages", "prisoners", "displaced", "refugees", "migrants", "asylum_seekers"})


class Actors:
    """Compares actor slots (`of`, `by`, the hops of `source`); answers are kept, as few names recur often."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._states = frozenset(state.key for state in knowledge.states.values())
        self._parties: dict[str | None, Parties] = {None: frozenset()}
        self._names: dict[str, str] = {}
        self._relations: dict[tuple[Parties, Parties], Relation] = {}
        self._ancestors: dict[str, frozenset[str]] = {}
        self._aliases: dict[str, tuple[frozenset[str], ...]] = {}
        self._named: dict[str, bool] = {}
        self._of_health: dict[str, bool] = {}
        self._media: dict[str, frozenset[str]] = {}
        self._bodies: dict[str, frozenset[str]] = {}
        self._offices: dict[str, tuple[str, ...]] = {}
        self._portfolios: dict[str, frozenset[Portfolio]] = {}
        self._in_full: dict[str, frozenset[str]] = {}
        self._under: dict[str, tuple[str, ...]] = {}
        self._parents: frozenset[str] | None = None
        self._behalf = Behalf(knowledge)

    def name(self, actor: str) -> str:
        """Return an actor as it compares: a key as it is, a free name folded and without its articles."""
        known = self._names.get(actor)
        if known is None:
            # a key keeps its low lines; a name may be printed as a tag, and in quotes
            folded = actor.casefold() if actor.isascii() else fold(actor.casefold()).replace("#", " ")
            words = _QUOTES.sub("", folded)
            if words.startswith("ل") and starts_with_cue("body", words) and starts_with_cue("body", words[1:]):
                words = words[1:]  # `according to` left on
            known = actor if actor in self._knowledge.actors else _OF_WHOLE.sub("", without_articles(words)).strip()
            self._names[actor] = known
        return known

    def parties(self, slot: str | None) -> Parties:
        """Return the parties of a slot, `+` joining them in any order."""
        known = self._parties.get(slot)
        if known is None:
            known = frozenset(self.name(part.strip()) for part in (slot or "").split("+") if part.strip())
            self._parties[slot] = known
        return known

    def origin(self, source: Sequence[str]) -> Parties:
        """Return who speaks first in a chain that names somebody: of `her field teams` and her, she does."""
        own = len(source) > 1 and not self.is_known(source[0]) and starts_with_cue("own_teams", source[0])
        return self.parties(source[1 if own else 0])

    def compare(self, one: Parties, other: Parties) -> Relation:
        """Return how two sets of parties stand to each other; a part lies within its parent."""
        if not one or not other:
            return Relation.UNKNOWN
        if one == other:
            return Relation.SAME
        key = (one, other)
        if key not in self._relations:
            self._relations[key] = self._compare(one, other)
        return self._relations[key]

    def ancestors(self, actor: str) -> frozenset[str]:
        """Return the keys above an actor."""
        if actor not in self._ancestors:
            self._ancestors[actor] = frozenset(self._knowledge.ancestors(actor))
        return self._ancestors[actor]

    def is_known(self, actor: str) -> bool:
        """Tell whether the packs know an actor by this key."""
        return actor in self._knowledge.actors

    def is_actor(self, actor: str) -> bool:
        """Tell whether a name is a party's, and not a population's or a source's; a free name may be."""
        entry = self._knowledge.actors.get(actor)
        return entry is None or entry.kind == "actor"

    def is_people(self, actor: str) -> bool:
        """Tell whether a name is a land's people, of whom women and children are a part."""
        entry = self._knowledge.actors.get(actor)
        return entry is not None and entry.kind == "population" and bool(entry.country)

    def speaks(self, actor: str) -> bool:
        """Tell whether a name may be a speaker's: people at large (`civilians`) are told of."""
        entry = self._knowledge.actors.get(actor)
        return entry is None or entry.kind != "population"

    def is_state(self, actor: str) -> bool:
        """Tell whether an actor is a state."""
        return actor in self._states

    def speaks_for_another(self, man: str, other: str) -> bool:
        """Tell whether a free name is a spokesman's of an actor that the packs know, who is not this other one's."""
        bodies = self._behalf.of(man)
        return bool(bodies) and not any(
            self.may_be_one(body, other) or self.may_be_organ(other, body) for body in bodies
        )

    def is_nameless_monitor(self, actor: str) -> bool:
        """Tell whether a name is for monitors whom nothing else tells: `monitors`, `a rights group`."""
        return not self.is_known(actor) and cue("nameless_monitors").fullmatch(actor) is not None

    def is_monitor(self, actor: str) -> bool:
        """Tell whether an actor that the packs know watches and counts: an observatory, a network, a centre."""
        return self.is_known(actor) and any(
            starts_with_cue("monitor", " ".join(without_articles(fold(name)).split()))
            for name in self._knowledge.actors[actor].ar
        )

    def is_of_state(self, actor: str) -> bool:
        """Tell whether an actor that the packs know is a state's body: its ministry, its army."""
        if any(map(self.is_state, self.ancestors(actor))):
            return True
        entry = self._knowledge.actors.get(actor)
        return entry is not None and bool(entry.country) and any(starts_with_cue("organ", name) for name in entry.ar)

    def is_generic(self, actor: str) -> bool:
        """Tell whether a name is one for many (`security sources`, `media`), so that two may be two."""
        entry = self._knowledge.actors.get(actor)
        return entry is not None and entry.kind == "source"

    def is_vague(self, actor: str) -> bool:
        """Tell whether a name is one for many, or an office's of which no state is told (`ministry of health`)."""
        office = len(actor.split()) <= _OFFICE and not self.is_known(actor) and starts_with_cue("of_state", actor)
        return office or self.is_generic(actor)

    def has_parts(self, actor: str) -> bool:
        """Tell whether an actor has others under it, as the United Nations have."""
        if self._parents is None:
            self._parents = frozenset(entry.parent for entry in self._knowledge.actors.values() if entry.parent)
        return actor in self._parents

    def is_outlet(self, actor: str) -> bool:
        """Tell whether an actor is a news agency or another outlet, which passes on what others say."""
        entry = self._knowledge.actors.get(actor)
        return entry is not None and entry.kind == "outlet"

    def passes_on(self, actor: str) -> bool:
        """Tell whether a name is an agency's, or outlets' at large, who pass on what others say."""
        return self.is_outlet(actor) or actor == _OUTLETS or starts_with_cue("agency", actor)

    def related(self, one: str, other: str) -> bool:
        """Tell whether two actors are one, or one is a part of the other: a part may speak for its parent."""
        if self._covered(one, other) or self._covered(other, one):
            return True
        if self._may_name(one, other) or self._may_name(other, one):
            return True
        if self.speaks_for_state(one, other) or self.speaks_for_state(other, one):
            return True
        if self._is_office_of(one, other) or self._is_office_of(other, one):
            return True
        if self._are_state_media(one, other):
            return True
        if self._is_police(one) and self._is_police(other):
            return True  # its chief and its spokesman
        if self._are_minister_and_ministry(one, other):
            return True
        if self._tell_of_one_body(one, other) or bear_one_name(one, other):
            return True
        # a surname stands for the whole name; a person's office is told in many words, or in few
        words = set(one.split()), set(other.split())
        common = len(words[0] & words[1])
        return common == min(map(len, words)) or common >= max(_NAME, _MOST * min(map(len, words)))

    def speaks_for_state(self, name: str, state: str) -> bool:
        """Tell whether a free name is a ministry's without its state, which may be this one's, or this government's."""
        free = name not in self._knowledge.actors and starts_with_cue("of_state", name)
        return free and (self.is_state(state) or (self.is_known(state) and may_be_of(name, self._aliases_of(state))))

    def may_be_one(self, one: str, other: str) -> bool:
        """Tell whether two who are cited may be one, or one a part of the other.

        Medics at large are somebody's; who speaks for hospitals in words of its own may be the ministry.
        """
        if self.related(one, other):
            return True
        if not (self._is_of_health(one) and self._is_of_health(other)):
            return False
        return not (self.is_known(one) and self.is_known(other)) or _MEDICS in {one, other}

    def may_be_organ(self, name: str, body: str) -> bool:
        """Tell whether a free name tells of a state's organ without its state, which a known body may be.

        `Brigadier so-and-so, the spokesman of the army` of one report is the Nigerian army's of another.
        """
        if self.is_known(name) or not self.is_known(body):
            return False
        words = name.split()
        if has_cue("military_voice", name) and any(
            has_cue("army", " ".join(alias)) for alias in self._aliases_of(body)
        ):
            return True
        first = next((at for at in range(len(words)) if starts_with_cue("organ", words[at])), len(words))
        organ = frozenset(words[first:])
        return bool(organ) and any(organ < alias for alias in self._aliases_of(body))

    def _is_office_of(self, name: str, body: str) -> bool:
        """Tell whether a free name is an office's without its state (`ministry of health`), which may be this one.

        So is its spokesman's, whose own name may follow.
        """
        if self.is_known(name) or not self.is_known(body):
            return False
        words = self._office_in(name)
        return len(words) >= _OFFICE and any(alias.issuperset(words) for alias in self._aliases_of(body))

    def _office_in(self, name: str) -> tuple[str, ...]:
        """Return the words of an office without its state in a free name; none where it names a known body in full."""
        if name not in self._offices:
            _, behalf, body = name.partition(ON_BEHALF)
            words = (body if behalf else name).split()
            office = " ".join(words)
            if not starts_with_cue("of_state", office) or (behalf and self._holds_name(frozenset(words))):
                words = []
            self._offices[name] = tuple(words[: _OFFICE + starts_with_cue("bureau", office)])
        return self._offices[name]

    def _holds_name(self, words: frozenset[str]) -> bool:
        """Tell whether some words hold a name in full of an actor that the packs know."""
        return any(
            len(alias) > _OFFICE and alias <= words
            for actor in self._knowledge.actors
            for alias in self._aliases_of(actor)
        )

    def _are_state_media(self, one: str, other: str) -> bool:
        """Tell whether two names are of one state's own media: its television, its agency."""
        first, second = self._media_words(one), self._media_words(other)
        return bool(first & second)

    def _media_words(self, name: str) -> frozenset[str]:
        """Return the words that tell whose a state's own medium is, without gender; none for any other name."""
        if name not in self._media:
            names = [*self._aliases_of(name)] if self.is_outlet(name) else []
            names += [] if self.is_known(name) else [frozenset(name.split())]
            self._media[name] = frozenset(
                word.removesuffix("ه").removesuffix("ة")
                for words in names
                if has_cue("outlet", " ".join(words)) and has_cue("of_the_state", " ".join(words))
                for word in words
                if len(word) > _SHORT and not has_cue("outlet", word) and not has_cue("of_the_state", word)
            )
        return self._media[name]

    def _are_minister_and_ministry(self, one: str, other: str) -> bool:
        """Tell whether two names are of one state's ministry, or of who heads it: `وزير الداخلية فلان`."""
        if self.is_known(one) and self.is_known(other):
            return False
        return any(
            first.office == second.office and (not first.state or not second.state or first.state == second.state)
            for first in self._portfolios_of(one)
            for second in self._portfolios_of(other)
        )

    def _portfolios_of(self, name: str) -> frozenset[Portfolio]:
        """Return the ministries that a name is of, or that an actor whom the packs know goes by."""
        if name not in self._portfolios:
            names = self._knowledge.actors[name].ar if self.is_known(name) else (name,)
            found = (portfolio(without_articles(fold(written))) for written in names)
            self._portfolios[name] = frozenset(one for one in found if one is not None)
        return self._portfolios[name]

    def _tell_of_one_body(self, one: str, other: str) -> bool:
        """Tell whether two free names each hold the whole name of one body that the packs know."""
        return bool(self._told_in_full(one) & self._told_in_full(other))

    def _told_in_full(self, name: str) -> frozenset[str]:
        """Return the bodies whose names, of several words, a free name holds in full."""
        if name not in self._in_full:
            words = frozenset() if self.is_known(name) else frozenset(own_words(name))
            self._in_full[name] = frozenset(
                actor
                for actor in (self._knowledge.actors if len(words) > _OFFICE else ())
                if not self.is_generic(actor)
                and any(
                    len(alias) > 1 and alias <= words and has_cue("body", " ".join(alias))
                    for alias in self._aliases_of(actor)
                )
            )
        return self._in_full[name]

    def _is_police(self, name: str) -> bool:
        """Tell whether a name is the police's, or that of somebody in it, of whatever town."""
        return name == _POLICE or (not self.is_known(name) and has_cue("of_police", name))

    def _is_of_health(self, body: str) -> bool:
        """Tell whether a name is that of a body for the sick and the dead."""
        if body not in self._of_health:
            names = self._aliases_of(body) if self.is_known(body) else (frozenset(body.split()),)
            self._of_health[body] = any(has_cue("of_health", " ".join(name)) for name in names)
        return self._of_health[body]

    def names_known(self, name: str) -> bool:
        """Tell whether a free name holds the name of an actor that the packs know (`the spokesman of …`)."""
        if name not in self._named:
            self._named[name] = any(self._may_name(name, actor) for actor in self._knowledge.actors)
        return self._named[name]

    def names_under(self, actor: str) -> tuple[str, ...]:
        """Return the folded names of an actor that the packs know, and of its parts."""
        if actor not in self._under:
            entries = [entry for key, entry in self._knowledge.actors.items() if actor in {key, *self.ancestors(key)}]
            self._under[actor] = tuple(fold(name) for entry in entries for name in entry.ar if len(name) > _SHORT)
        return self._under[actor]

    def is_named(self, actor: str, text: str) -> bool:
        """Tell whether a text holds one of the names of an actor that the packs know."""
        entry = self._knowledge.actors.get(actor)
        words = fold(text) if entry is not None else ""
        return entry is not None and any(fold(name) in words for name in entry.ar if len(name) > _SHORT)

    def _may_name(self, name: str, actor: str) -> bool:
        """Tell whether a free name is an actor's with its state left out, or a speaker's who is called the actor's."""
        if name in self._knowledge.actors or actor not in self._knowledge.actors:
            return False
        words = frozenset(own_words(name))
        body = self._body_of(name)
        return len(words) > 1 and any(
            words <= alias or (len(alias) > 1 and alias <= words) or (len(body) > 1 and body <= alias)
            for alias in self._aliases_of(actor)
        )

    def names_body(self, name: str) -> bool:
        """Tell whether a free name holds a body's noun."""
        return bool(self._body_of(name))

    def _body_of(self, name: str) -> frozenset[str]:
        """Return the words of the body that a free name tells of: of its spokesman, `وزارة الصحة`."""
        if name not in self._bodies:
            words = own_words(name)
            first = next((at for at in range(len(words)) if starts_with_cue("body", words[at])), len(words))
            self._bodies[name] = frozenset(words[first:])
        return self._bodies[name]

    def _aliases_of(self, actor: str) -> tuple[frozenset[str], ...]:
        if actor not in self._aliases:
            names = self._knowledge.actors[actor].ar
            self._aliases[actor] = tuple(frozenset(without_articles(fold(name)).split()) for name in names)
        return self._aliases[actor]

    def _compare(self, one: Parties, other: Parties) -> Relation:
        if self._may_be(one, other) or self._may_be(other, one):
            return Relation.UNKNOWN
        inside = [any(self._covered(part, whole) for whole in other) for part in one]
        outside = [any(self._covered(part, whole) for whole in one) for part in other]
        if all(inside) and all(outside):
            return Relation.SAME
        if all(inside):
            return Relation.WITHIN
        if all(outside):
            return Relation.HOLDS
        return Relation.OVERLAPS if any(inside) or any(outside) else Relation.APART

    def _may_be(self, vague: Parties, named: Parties) -> bool:
        """Tell whether a word for a kind of armed men (`militants`) may mean the actors named, `hostages` civilians."""
        if vague <= BEFALLEN:
            return not named & BEFALLEN and not named & ARMED and not any(map(self.is_actor, named))
        if not vague <= ARMED:
            return False
        if vague | named <= _FIGHTERS:
            return True
        if vague == _FORCES and all(map(self.is_state, named)):
            return True  # its army, its police
        if any(map(self.is_state, named)):
            return False
        entries = [self._knowledge.actors.get(party) for party in named - ARMED]
        return bool(entries) and all(entry is None or entry.kind == "actor" for entry in entries)

    def _covered(self, part: str, whole: str) -> bool:
        if part == whole or whole in self.ancestors(part):
            return True
        # free names: the shorter one's words all stand in the longer one
        words = whole.split()
        return len(words) >= 2 and set(words) <= set(part.split())
