"""Discourse: who is meant by `التنظيم`, `المرصد`, `الجيش التركي`; resolved in order of reading.

A definite noun alone refers to the actor mentioned last whose name begins with that noun; an institution with a
state's adjective is that state's forces or the state itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tawatur.arabic import stems
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.epithets import describes, is_epithet
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.occupiers import OCCUPIER, occupier
from tawatur.extract.phrases.openings import country_ahead
from tawatur.extract.phrases.parties import Party
from tawatur.extract.phrases.siding import give_to_sides

_ARMIES = frozenset(words_of("army"))
_OWN_COUNTRY = words_of("own_country")
_OF_STATE = frozenset(words_of("of_state"))
#: Kinds of actors that a state's adjective beside them makes an institution of that state.
_VAGUE = ("population", "source")
_POLICE = "police"
_ALLIES = frozenset(words_of("allies"))
#: The least words of a name that may be any state's, and those of which it is made.
_GENERIC = 2
_CORPS = frozenset(("قوات", "جهاز", "مكافحة", "حرس", "جيش", "شرطة", "استخبارات", "قوة", "قيادة", "عمليات", "مديرية"))
#: Corps that many a state has, whoever a pack names by them: `الحرس الجمهوري`.
_GUARDS = frozenset(("حرس",))
#: `الجيش الوطني`: any state's army, where the party so called does not fight.
_NATIONAL = frozenset(("الجيش", "والجيش", "للجيش", "بالجيش", "جيش", "الوطني", "وطني"))
#: How many times as often another country may be named than one at war that is still the one told of.
_RIVAL = 4


class Doers(NamedTuple):
    """Who did something, and the rule of grammar that says so; no parties where it is told that nobody is named."""

    parties: tuple[Party, ...]
    rule: str


class Happened(NamedTuple):
    """An event that the section has told: its noun's class, who did it, and in which sentence."""

    kind: str
    word: str
    doers: Doers
    sentence: int


class Discourse:
    """What a section has mentioned so far: actors in order of mention, the latest last."""

    def __init__(self, lexicon: Lexicon, countries: Counter[str] | None = None) -> None:
        self._lexicon = lexicon
        self._named = countries or Counter()
        self._countries = frozenset(self._named)
        self._mentioned: list[str] = []
        self.seen: set[str] = set()
        #: How often the section has named each.
        self.times: Counter[str] = Counter()
        self.told: list[Happened] = []
        #: The sentence with which the section turned to what it now tells of.
        self.turned = 0
        self._forces: str | None = None
        #: The country that the sentence being read opens with: `وفي مالي المجاورة، أعلن الجيش`.
        self._ahead: str | None = None
        self._pairs: dict[str, tuple[str, ...]] = {}
        self._others: set[str] = set()

    def mention(self, keys: Iterable[str]) -> None:
        """Note that actors have been mentioned."""
        for key in keys:
            if key in self._mentioned:
                self._mentioned.remove(key)
            self._mentioned.append(key)
            self.seen.add(key)
            self.times[key] += 1

    def resolve(self, heads: Iterable[str], *, unnamed: bool = True) -> str | None:
        """Return the actor mentioned last of those that a head noun may refer to.

        With `unnamed` it may be one that the section does not name: who fights a party that it does.
        """
        heads = set(heads)
        mentioned = next((key for key in reversed(self._mentioned) if key in heads), None)
        if mentioned is not None or not unnamed:
            return mentioned
        fighting = [key for key in heads if self._fights_here(key)]
        if len(fighting) == 1:
            return fighting[0]
        for key in reversed(self._mentioned):  # of several enemies, the foremost of the party named last
            foe = next((foe for foe in self._lexicon.opponents.get(key, ()) if foe in fighting), None)
            if foe is not None:
                return foe
        alliance = self._alliance_here() if heads & self._lexicon.alliances else None
        return alliance if alliance in heads else None

    def _fights_here(self, key: str) -> bool:
        """Tell whether the section names a party that an actor fights, and his country if it names any."""
        actor = self._lexicon.knowledge.actors.get(key)
        abroad = actor is not None and actor.country is not None and actor.country not in self._countries
        return not (abroad and self._countries) and not self.seen.isdisjoint(self._lexicon.opponents.get(key, ()))

    def with_ally(self, key: str) -> tuple[str, ...]:
        """Return the allies that the section has named together, in its order, where `key` is one; else it alone.

        Who has told of `ميليشيات الحوثي وقوات صالح` means both by `الميليشيات`.
        """
        return self._pairs.get(key, (key,))

    def _join(self, sentence: list[Chunk], at: int) -> None:
        """Note that a party is joined by `و` to one that it fights beside."""
        piece = sentence[at]
        if not piece.actors:
            return
        if len(piece.words) > 1 or not piece.heads:  # named alone since
            self._pairs = {key: pair for key, pair in self._pairs.items() if piece.actors[0] not in pair}
        beside = sentence[at - 1].actors[:1] if at else ()
        if not beside or piece.conjunction != "و":
            return
        pair = (beside[0], piece.actors[0])
        if pair[1] in self._lexicon.allies.get(pair[0], ()) or pair[0] in self._lexicon.allies.get(pair[1], ()):
            self._pairs |= dict.fromkeys(pair, pair)

    def countries(self) -> list[str]:
        """Return the codes of the countries that the section names, those named most first."""
        return [code for code, _ in self._named.most_common()]

    def mentioned(self) -> list[str]:
        """Return the actors mentioned, the latest first."""
        return self._mentioned[::-1]

    def latest(self, among: Iterable[str]) -> str | None:
        """Return the actor mentioned last of some."""
        among = set(among)
        return next((key for key in reversed(self._mentioned) if key in among), None)

    def armed_group(self, sentence: list[Chunk] | None = None) -> str | None:
        """Return the armed group in focus: the first of the sentence, else the one mentioned last.

        Where a state fights several and the section tells of militants, none of them is in focus.
        """
        groups = self._lexicon.armed_groups - {"militants"}
        if self.are_many_armed():
            return "militants"
        for piece in sentence or ():
            for key in piece.actors:
                if key in groups:
                    return key
        return next((key for key in reversed(self._mentioned) if key in groups), None)

    def are_many_armed(self) -> bool:
        """Tell whether the section tells of militants in a country whose state fights several groups."""
        return "militants" in self.seen and not self._lexicon.many_armed.isdisjoint(self.countries()[:1])

    def forces(self) -> str | None:
        """Return the state forces in focus."""
        return self._forces

    def read(self, sentence: list[Chunk]) -> None:
        """Resolve a sentence's institutions and anaphors into actors, and note its mentions, in order."""
        institutions, short_names = self._lexicon.institution_of, self._lexicon.short_names
        self._ahead = country_ahead(sentence)
        for at, piece in enumerate(sentence):
            word = piece.text
            told = piece.actors or piece.heads or word in institutions or word in _ALLIES
            if told or word[1:] in _ALLIES or word[1:] in short_names:
                self._read(sentence, at)
                self._join(sentence, at)
        give_to_sides(sentence, self._lexicon.knowledge)

    def _read(self, sentence: list[Chunk], at: int) -> None:
        piece = sentence[at]
        ally = self._ally(sentence, at)
        if ally is not None:
            piece.actors = (ally,)
            return
        known = self._lexicon.knowledge.actors
        if (forces := occupier(sentence, at, self._lexicon)) is not None:
            piece.actors = (forces,)
        if self._is_another(sentence, at):
            piece.actors = ()
            return
        vague = bool(piece.actors) and all(key in known and known[key].kind in _VAGUE for key in piece.actors)
        named = self._institution(sentence, at) if vague else None
        if named is not None:  # السلطات المغربية
            piece.actors = (named,)
        if any(key not in known or known[key].kind != "population" for key in piece.actors):
            self._choose(piece)
            self.mention(piece.actors[:1])
            if piece.actors[0] in self._lexicon.forces and not piece.places:
                self._forces = piece.actors[0]
            return
        institution = self._institution(sentence, at)
        if institution is not None:
            piece.actors = (institution,)
            self._forces = institution if institution in self._lexicon.forces else self._forces
            self.mention(piece.actors)
        elif piece.heads and piece.definite and not self._continues(sentence, at):
            following = sentence[at + 1] if at + 1 < len(sentence) else None
            another = following is not None and describes(following) and not is_epithet(following)
            actor = self.resolve(piece.heads, unnamed=not another)  # المجلس المحلي: no other council
            if actor is not None:
                piece.actors = (actor,)
        self.mention(piece.actors)

    def _is_another(self, sentence: list[Chunk], at: int) -> bool:
        """`المرصد المدني`: another body than that which `المرصد` alone names, and from then on meant by it.

        So is `المرصد` of a text on countries of which the body that it alone names tells nothing.
        """
        piece = sentence[at]
        if len(piece.words) > 1 or not piece.actors or piece.actors[0] not in self._lexicon.observers - self.seen:
            return False
        word = piece.text.removeprefix(piece.conjunction).removeprefix(piece.preposition)
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if (
            following is not None
            and word.startswith("ال")
            and not self._names_party(following)
            and describes(following)
        ):
            self._others.add(word)
        return word in self._others or self._is_elsewhere(piece.actors[0])

    def _ally(self, sentence: list[Chunk], at: int) -> str | None:
        """`شركائها`, `وحلفاؤه`: the allies of the party beside it, else of the last named of whom a pack knows any."""
        piece = sentence[at]
        short = self._lexicon.short_names.get(piece.text.removeprefix("و")) if piece.text.startswith("و") else None
        if short is not None:  # ميليشيات الحوثي وصالح
            beside = sentence[at - 1].actors[:1] if at else ()
            piece.conjunction = (
                "و" if beside and short in self._lexicon.allies.get(beside[0], ()) else piece.conjunction
            )
            return short if piece.conjunction else None
        word = piece.text.removeprefix(piece.conjunction)
        if word.startswith("و") and word[1:] in _ALLIES:
            piece.conjunction = "و"
        elif word not in _ALLIES:
            return None
        beside = sentence[at - 1].actors[:1] if at and piece.conjunction else ()
        named = (*self._mentioned, *(key for before in sentence[:at] for key in before.actors[:1]))
        key = next((key for key in beside or reversed(named) if key in self._lexicon.allies), None)
        if key is None:
            return None
        allies, alliance = self._lexicon.allies, self._alliance_here()
        as_state = bool(beside) and bool(sentence[at - 1].places)  # no القوات الأمريكية وشركاؤها
        if as_state and key in self._lexicon.state_keys and allies.get(alliance or "") == allies[key]:
            sentence[at - 1].actors = (alliance or key,)  # الولايات المتحدة وحلفاؤها: the alliance that it leads
            return alliance
        return allies[key][0]

    def _choose(self, piece: Chunk) -> None:
        """Of several actors that share a name (`قوات التحالف`), put the one in focus first."""
        if all(map(self._is_elsewhere, piece.actors)) and _NATIONAL.issuperset(piece.words):
            army = self.state_forces()  # الجيش الوطني of a text on Somalia
            piece.actors = (army,) if army is not None else piece.actors
            return
        if len(piece.actors) > 1:
            here = [key for key in piece.actors if self._countries.intersection(self._lexicon.theatres.get(key, ()))]
            focus = self.resolve(piece.actors) or (here[0] if here else None)
            if focus is not None:
                piece.actors = (focus, *[key for key in piece.actors if key != focus])
            return
        corps = self._at_home(piece)
        if corps is not None:
            piece.actors = (corps,)
            return
        alliance = self._alliance_here() if piece.actors[0] in self._lexicon.alliances else None
        if alliance is not None and self._is_elsewhere(piece.actors[0]):
            piece.actors = (alliance,)  # التحالف العربي of a text on Syria is no party to the war in Yemen

    def _at_home(self, piece: Chunk) -> str | None:
        """`قوات مكافحة الإرهاب` of a text on Indonesia: that state's, where no word says that they are another's."""
        state, known = self._lexicon.forces.get(piece.actors[0]), self._lexicon.knowledge.actors.get(piece.actors[0])
        code = state.code if state is not None else known.country if known is not None else None
        if code is None or len(piece.words) < _GENERIC or not self._countries or code in self._countries:
            return None
        if any(self._lexicon.adjectives.get(word.removeprefix("ال")) == code for word in piece.words):
            return None
        words = {word.removeprefix("ال") for word in piece.words}
        if OCCUPIER in words:
            return None  # قوات الاحتلال: of another land than that which it holds
        if piece.actors[0] in self._lexicon.state_keys or words.isdisjoint(_CORPS if state is not None else _GUARDS):
            return None
        return self.state_forces()

    def _is_elsewhere(self, key: str) -> bool:
        """Tell whether an actor acts only in countries of which the section names none."""
        theatres = self._lexicon.theatres.get(key, ())
        return bool(theatres and self._countries) and self._countries.isdisjoint(theatres)

    def _alliance_here(self) -> str | None:
        """Return the alliance that acts where the section tells of: the one mentioned last, else the only one."""
        here = [key for key in self._lexicon.alliances if key in self._lexicon.theatres and not self._is_elsewhere(key)]
        return self.latest(here) or (here[0] if len(here) == 1 else None)

    def _continues(self, sentence: list[Chunk], at: int) -> bool:
        """Tell whether an adjective of a state follows: then the noun is no anaphor but a name of its own."""
        return at + 1 < len(sentence) and sentence[at + 1].state is not None

    def _institution(self, sentence: list[Chunk], at: int) -> str | None:
        """`الجيش التركي`, `القوات الأمنية العراقية`, `القوات الأمنية في تركيا`: the state's forces, or the state.

        `الجيش`, `القوات الحكومية` alone are those of the state in focus.
        """
        piece = sentence[at]
        group = _institution_class(piece, self._lexicon)
        if group is None:
            return None
        kind = group.partition(":")[2]
        states = self._lexicon.knowledge.states
        for here in range(at + 1, min(len(sentence), at + 4)):
            other = sentence[here]
            if other.is_("في") and here + 1 < len(sentence):
                country = next((place for place in sentence[here + 1].places if place.kind == "country"), None)
                if (
                    country is not None
                    and country.country in states
                    and kind == "forces"
                    and piece.text.removeprefix(piece.conjunction).startswith("ال")
                ):
                    return _POLICE if _is_police(piece) else states[country.country].forces
            if other.mark or other.preposition or other.conjunction or self._names_party(other):
                break  # عناصر ميليشيات الحوثي الإيرانية: not the state's
            state = other.state
            if state is None and here == at + 1 and kind == "forces" and not _is_definite(piece):
                country = next((place for place in other.places if place.kind == "country"), None)  # جيش مصر
                state = country.country if country is not None and country.country in states else None
            if state is None and other.text in _OWN_COUNTRY:  # قال الرئيس الفرنسي إن جيش بلاده
                state = next((before.state for before in reversed(sentence[:at]) if before.state is not None), None)
            if state is not None:
                if _is_police(piece):
                    return _POLICE  # الشرطة المصرية
                return states[state].forces if kind == "forces" else states[state].key
        if kind == "forces" and self._is_of_state(sentence, at):
            return self.state_forces()
        return None

    def _names_party(self, piece: Chunk) -> bool:
        """Tell whether a chunk names a party, not only the kind of people that one has."""
        known = self._lexicon.knowledge.actors
        return piece.state is None and any(key in known and known[key].kind not in _VAGUE for key in piece.actors)

    def _is_of_state(self, sentence: list[Chunk], at: int) -> bool:
        """Tell whether a noun for forces means the state's by itself: `الجيش`, `القوات الحكومية`, `طيران الحكومة`."""
        words = {stem.text for stem in stems(sentence[at].text) if stem.article}
        following = sentence[at + 1] if at + 1 < len(sentence) else None
        if sentence[at].words[-1] in _OF_STATE or (following is not None and following.text in _OF_STATE):
            return True
        return bool(words & _ARMIES) and not (
            following is not None and (following.actors or following.heads or following.places)
        )

    def government_forces(self, sentence: list[Chunk]) -> str | None:
        """Return whose `القصف الحكومي` is: of the country at war that a sentence names, else of that named most."""
        at_war = self._lexicon.theatres.get("any", ())
        here = [place.country for piece in sentence for place in piece.places]
        country = next((code for code in (*here, *self.countries()) if code in at_war), None)
        state = self._lexicon.knowledge.states.get(country) if country is not None else None
        return state.forces if state is not None else self.state_forces()

    def state_forces(self) -> str | None:
        """Return the forces of the state in focus: those mentioned last, else those of the country named most."""
        at_war = self._lexicon.theatres.get("any", ())
        forces = self.forces()
        abroad = self._ahead is not None and self._ahead not in self._lexicon.theatres.get(forces or "", ())
        there = self._lexicon.knowledge.states.get(self._ahead or "") if abroad else None
        if there is not None:
            return there.forces
        if forces is not None and self._lexicon.forces[forces].code in at_war:
            return forces
        ranked = self._named.most_common()
        foremost = ranked[0][1] if ranked else 0
        fought = (code for code, count in ranked if code in at_war and count * _RIVAL >= foremost)
        at_home = next(fought, None)
        country = at_home or (ranked[0][0] if ranked else None)
        state = self._lexicon.knowledge.states.get(country) if country is not None else None
        told = state.forces if state is not None else None
        return (told or forces) if at_home is not None else forces or told


def _is_definite(piece: Chunk) -> bool:
    return piece.text.removeprefix(piece.conjunction).startswith("ال")


def _is_police(piece: Chunk) -> bool:
    return any(stem.text == "شرطة" for stem in stems(piece.words[-1]))


def _institution_class(piece: Chunk, lexicon: Lexicon) -> str | None:
    return None if piece.mark else lexicon.institution_of.get(piece.text)
