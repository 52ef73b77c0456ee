"""Of: whom or what a quantity counts, or who suffered the outcome; its phrase tells, its clause, then the section."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.arabic import fold
from tawatur.extract.clauses.subjects import QUOTES
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.needs import offers_reward
from tawatur.extract.participants.affiliation import Affiliation
from tawatur.extract.participants.agency import Agency
from tawatur.extract.participants.carried_sufferers import CORPS, Carried
from tawatur.extract.participants.clause_sufferers import ToldByClause
from tawatur.extract.participants.deeds import Deed
from tawatur.extract.participants.dwellers import dwellers
from tawatur.extract.participants.of_frame import OfFrame
from tawatur.extract.participants.own_people import own_people
from tawatur.extract.participants.recipients import recipients
from tawatur.extract.participants.remains import of_remains
from tawatur.extract.participants.targets import owners, targets, told
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.parties import ACTS, Party, Told, first_told
from tawatur.extract.phrases.quantity import leads

#: Nouns for people who serve a state, civilians too.
_SERVING = frozenset(words_of("serving"))
_ARMY = frozenset(words_of("army"))
_FORCE = ("قوة", "قوات", "بعثة", "صفوف", "تنظيم", "جماعة")
_DEMONSTRATORS = frozenset(words_of("demonstrators"))
#: Beginnings of words for the death of one's own.
_MOURNED = ("استشه", "شهيد")
#: Populations that a people's name beside them only describes.
_BY_TRADE = frozenset(("journalists", "children", "women"))
#: The key of each noun for a facility.
_FACILITIES = {word: f"{name}s" for name in ("prison", "camp") for word in words_of(name)}
_MILITANTS = "militants"
#: Of a noun whose people no key stands for.
_BY_NAME = "by_name"
#: How far before a person's name the noun stands that tells what he is: `متطوع يدعى فلانا`.
_TITLED_WITHIN = 2
#: What repeats a dual's number behind it.
_TWO = ("اثنان", "اثنين", "اثنتان", "اثنتين")
#: How many chunks behind leaders the group stands that they lead.
_LED_WITHIN = 5
#: Outcomes of fighting.
_FALLEN = frozenset(("killed", "wounded", "casualties"))
#: Sources whose names are of people in general: as who suffered, they are nobody in particular.
_ANYBODY = frozenset(("residents", "witnesses", "officials", "local_sources", "security_sources", "media"))


def whom(
    frame: Frame, agency: Agency, previous: list[Party], deeds: list[Deed], words: Callable[[int, int], str]
) -> Told:
    """Return whom the quantity counts or who suffered, and the rule that says so.

    `previous` are those whom the section counted last; `words` gives the raw words of tokens, for a free name.
    """
    return _Sufferers(frame, agency, previous, deeds, words).found()


class _Sufferers(OfFrame):
    def __init__(
        self,
        frame: Frame,
        agency: Agency,
        previous: list[Party],
        deeds: list[Deed],
        words: Callable[[int, int], str],
    ) -> None:
        super().__init__(frame, agency, deeds)
        self._previous = previous
        self._clause = ToldByClause(frame, agency, deeds)
        self._carried = Carried(frame, agency, previous, deeds)
        self._words = words

    def found(self) -> Told:
        frame, quantity = self._frame, self._quantity
        if frame.measure == "funding":
            return Told(recipients(frame, self._agency, self._words), "recipient")
        wanted = self._wanted() if frame.measure == "other" and quantity.unit not in ("person", "weapon") else []
        if wanted:
            return Told(wanted, "wanted")
        named = self._named()
        if frame.measure == "members":
            return Told(named, "phrase") if named else Told(self._alliance(), "alliance")
        if frame.measure == "facilities" and quantity.noun is not None:
            return Told([Party(_FACILITIES.get(fold(quantity.noun.lemma), quantity.noun.lemma), None)], "by name")
        if frame.measure in ACTS and quantity.unit in ("event", "percent", "weapon"):
            return first_told(("target", lambda: targets(frame, self._agency, self._deeds)), ("whole", self._of_whole))
        if named:
            return Told(self._leaders_of(named), "phrase")
        if frame.measure in ACTS and quantity.unit == "site":
            owned = first_told(("owner", lambda: owners(frame, self._agency)))
            carried = owned if owned.parties else self._carried.found()
            return carried if carried.parties else Told(told(frame, self._deeds), "target")
        by_noun = self._told_by_noun()
        by_clause = by_noun if by_noun.parties else self._clause.found()
        return self._as_counted(by_clause if by_clause.parties else self._carried.found())

    def _as_counted(self, found: Told) -> Told:
        """`221 مسلحا`: the counted noun tells that they are militants, where no group of theirs is known."""
        if self._quantity.role != "armed_group" or found.parties != [Party(_MILITANTS, None)]:
            return found
        return Told([Party(_MILITANTS, self._noun_chunk())], found.rule)

    def _wanted(self) -> list[Party]:
        """`مكافأة بقيمة عشرين مليون دولار لمن يدلي بمعلومات`: the group whose men are wanted."""
        if not offers_reward(self._sentence):
            return []
        group = self._discourse.armed_group(self._sentence)
        return [Party(group, None)] if group is not None else []

    def _of_whole(self) -> list[Party]:
        """`421 غارة على الحوثيين: 260 في مأرب`: parts of acts are on whom the whole is."""
        frame = self._frame
        if frame.whole is None and frame.how not in ("part", "coordination"):
            return []
        whole = next((deed for deed in reversed(self._deeds) if deed.measure == frame.measure), None)
        return list(whole.named) if whole is not None and whole.sentence == self._agency.number else []

    def _named(self) -> list[Party]:
        """The parties that the quantity's phrase names: `44 عنصرا من داعش`."""
        quantity, lexicon = self._quantity, self._lexicon
        named: list[Party] = []
        for key, piece in quantity.parties:
            if piece.outlets and quantity.population is not None:
                continue  # مراسل لوكالة كذا
            actor = self._discourse.resolve(key[1:].split("|")) if key.startswith("@") else key
            known = lexicon.knowledge.actors.get(actor) if actor is not None else None
            if actor == "residents" and quantity.unit == "other":
                continue  # نزوح نصف السكان
            if actor == "residents":
                actor, known = "civilians", None  # العشرات من المواطنين
            if known is not None and known.kind in ("source", "outlet") and actor not in lexicon.agents:
                if actor not in _ANYBODY:  # عشرة من الطواقم الطبية: in the text's words, being no source here
                    named.append(Party(self._words(piece.first, piece.last), piece))
                continue
            if actor == "leaders":
                continue
            if actor == _MILITANTS:
                definite = piece.text.removeprefix(piece.conjunction).startswith("ال")
                named += [Party(key, piece) for key in self._carried.militants(definite=definite)]
                continue
            if actor in lexicon.state_keys and quantity.role == "state_forces":
                actor = lexicon.state_keys[actor].forces
            if quantity.role == "state_forces" and piece.state is not None and self._is_nation(str(actor)):
                actor = lexicon.knowledge.states[piece.state].forces  # جنديين إسرائيليين
            for one in self._meant(actor, piece) if actor is not None else ():
                if one not in [party.actor for party in named]:
                    named.append(Party(one, piece))
        abroad = len(named) == 1 and (self._is_nation(named[0].actor) or named[0].actor == "foreigners")
        if quantity.population == _BY_NAME and abroad and named[0].actor == "foreigners":
            return [self._by_name()]  # ستة سياح أجانب
        if quantity.population in _BY_TRADE and abroad:
            return [Party(str(quantity.population), self._noun_chunk())]  # صحفي فلسطيني, صحفيين أجانب
        if [party.actor for party in named] == ["security_forces"]:
            if quantity.noun is not None and quantity.role != "member":
                return []  # جنود: whose they are is told beside them
            state = self._state()
            words = named[0].chunk.words if named[0].chunk is not None else ()
            army = any(word.removeprefix("ال") in _ARMY for word in words)
            told = self._carried.forces_before() or (self._discourse.state_forces() if army else None)
            forces = lexicon.knowledge.states[state].forces if state is not None else told
            return [Party(forces or "security_forces", named[0].chunk)]
        if {party.actor for party in named} >= {"police", "security_forces"}:
            forces = self._discourse.state_forces()  # من رجال الجيش والشرطة
            both = [Party(forces, named[0].chunk)] if forces is not None else named[:2]
            rest = [party for party in named if party.actor not in ("police", "security_forces")]
            return [*both, *(party for party in named if rest and party.actor == "police"), *rest]
        return [self._of_state(party) for party in named]

    def _of_state(self, party: Party) -> Party:
        """`المدنيين وقوات الأمن`, `الجيش والحشد`: forces joined to others are the state's."""
        if party.actor != "security_forces":
            return party
        forces = self._carried.forces_before() or self._discourse.state_forces()
        return Party(forces or party.actor, party.chunk)

    def _is_nation(self, key: str) -> bool:
        """Tell whether a key is of a whole people: `palestinians`."""
        known = self._lexicon.knowledge.actors.get(key)
        return known is not None and known.kind == "population" and known.country is not None

    def _meant(self, actor: str, piece: Chunk) -> tuple[str, ...]:
        """`عناصر الميليشيات`: both allies, where the section has told of them together."""
        return self._discourse.with_ally(actor) if piece.heads and len(piece.words) == 1 else (actor,)

    def _told_by_noun(self) -> Told:
        quantity = self._quantity
        if quantity.population == "attackers" and self._frame.how == "part":
            groups = [party for party in self._previous if party.actor in self._lexicon.armed_groups]
            if groups and len(groups) == len(self._previous):
                return Told(groups, "among")  # 18 من داعش، بينهم عشرة انتحاريين
        if remains := of_remains(self._frame, self._agency):
            return Told(remains, "owner")
        affiliated = Affiliation(self._frame, self._agency, self._deeds).found(self._words)
        if affiliated.parties:
            return affiliated
        state = self._state()
        if state is not None and (quantity.role == "state_forces" or quantity.population == "security_forces"):
            return Told([Party(self._lexicon.knowledge.states[state].forces, None)], "state's forces")
        if state is not None and self._frame.measure == "destroyed" and quantity.unit in ("vehicle", "weapon", "site"):
            return Told(
                [Party(self._lexicon.knowledge.states[state].forces, None)], "state's forces"
            )  # خمس دبابات روسية
        served = self._served()
        if served == "police" or (served is not None and quantity.population == "men"):
            return Told([Party(served, None)], "corps")
        if quantity.role in ("state_forces", "member") and (corps := self._employer()):
            return Told(self._leaders_of(corps), "corps")  # جنود في قوة الأمم المتحدة
        if quantity.population == "leaders" or (quantity.role == "member" and leads(quantity)):
            return Told(self._leaders(), "leaders")
        if quantity.population == "security_forces":
            return Told([Party(self._carried.forces_before() or quantity.population, None)], "corps")
        if quantity.population == _BY_NAME:
            employed = self._serving() or self._employer()
            employed = employed or own_people(quantity, self._agency, _BY_NAME)
            return Told(employed, "corps") if employed else Told([self._by_name()], "by name")
        if quantity.population in (*_ANYBODY, "workers") and quantity.state_words is not None:
            return Told(self._nationals(), "nation")  # مقيم مصري
        if quantity.population == "residents":
            return Told(dwellers(self._frame, self._agency), "citizens")
        if quantity.population is not None:
            return Told([Party(quantity.population, self._noun_chunk())], "noun")
        if quantity.measure == "held" and self._held_by_group():
            return Told([Party("prisoners", None)], "prisoners")
        if quantity.state_words is not None and quantity.unit in ("person", "household"):
            whole = self._clause.belonging() or self._nationals() if quantity.role in (None, "member") else []
            return Told(whole, "nation")
        if quantity.unit == "household" and self._frame.measure == "displaced":
            return Told([Party("families", self._noun_chunk())], "noun")
        return Told([], "")

    def _noun_chunk(self) -> Chunk | None:
        """Return the chunk of the noun that is counted: `63 مدنيا` states whom it counts."""
        noun = self._quantity.noun
        own = self._sentence[self._quantity.first : self._quantity.last]
        return next((piece for piece in own if any(reading.noun is noun for reading in piece.nouns)), None)

    def _served(self) -> str | None:
        """`رجل أمن`, `ضابطا شرطة`, `ضابط في الشرطة`: the corps that a word beside a man's or a soldier's noun names."""
        quantity, sentence = self._quantity, self._sentence
        if quantity.population != "men" and quantity.role not in ("state_forces", "member"):
            return None
        within = quantity.last < len(sentence) and sentence[quantity.last].is_("في", "من")
        for piece in sentence[quantity.first : quantity.last + (2 if within else 1)]:
            if piece.preposition not in ("", "ل") or piece.conjunction or piece.mark:
                continue
            key = next((CORPS[w] for word in piece.words if (w := word.removeprefix("ال")) in CORPS), None)
            if key:
                return key
        return None

    def _held_by_group(self) -> bool:
        """`استخدم الحوثيون 1200 معتقل`, `1202 معتقل يمني`: captives of a group, or of a nation."""
        quantity, sentence = self._quantity, self._sentence
        if quantity.state_words is not None:
            return True
        group = self._discourse.armed_group(sentence)
        outside = [*sentence[: quantity.first], *sentence[quantity.last :]]
        return self._frame.measure == "held" and any(group in piece.actors for piece in outside if group is not None)

    def _state(self) -> str | None:
        """Return the state whose adjective the phrase bears, within the number's words too (`عسكريين تركيين اثنين`)."""
        quantity, adjectives = self._quantity, self._lexicon.adjectives
        if quantity.state is not None:
            return quantity.state
        window = self._sentence[quantity.first : quantity.last + 1]
        words = (word for piece in window if not piece.preposition for word in piece.words)
        own = next((adjectives[word] for word in words if word in adjectives), None)
        return own or self._shared_state()

    def _shared_state(self) -> str | None:
        """`ضابط وجندي إسرائيليان`: the state whose adjective, a dual or plural, is of two joined."""
        quantity, sentence = self._quantity, self._sentence
        last = quantity.last
        if not quantity.singular or last + 1 >= len(sentence) or sentence[last].conjunction != "و":
            return None
        joined = any(reading.noun.unit == "person" for reading in sentence[last].nouns)
        several = sentence[last + 1].text.endswith(("ان", "ين", "ون"))
        return self._lexicon.adjectives.get(sentence[last + 1].text) if joined and several else None

    def _nationals(self) -> list[Party]:
        """`191 عائلة عراقية`: people by their state, in the text's words where no pack has a key for them."""
        first, last = self._quantity.state_words or (0, 0)
        serving = self._serving()
        if serving:
            return serving
        chunk = next((piece for piece in self._sentence if piece.first == first), None)
        fought = self._quantity.noun is None or self._quantity.role == "member"  # تسعة مقاتلين روس
        if fought and self._frame.measure in _FALLEN and (forces := self._at_war()) is not None:
            return [Party(forces, chunk)]
        known = next((r.noun.of for r in chunk.nouns if r.noun.of), None) if chunk is not None else None
        joined = chunk.conjunction if chunk is not None else ""
        led = "ل" if chunk is not None and chunk.preposition == "ل" else ""  # جثمانا لأوكرانيين
        return [Party(known or self._words(first, last).removeprefix(joined).removeprefix(led), chunk)]

    def _at_war(self) -> str | None:
        """`مقتل 9 إيرانيين` in Syria: the forces of a state that fights in the war that the section is about."""
        state = self._lexicon.knowledge.states.get(self._state() or "")
        people = (actor for actor in self._lexicon.knowledge.actors.values() if actor.kind == "population")
        if state is None or any(actor.country == state.code for actor in people):
            return None  # إسرائيليين: a people with a key of its own
        abroad = set(self._discourse.countries()) - {state.code}
        return state.forces if abroad & self._lexicon.camps.sides(state.forces).keys() else None

    def _serving(self) -> list[Party]:
        """`المستشارين الروس`, `آلاف المقاتلين العراقيين`: a state's forces, where it has sent or called them."""
        noun, state = self._quantity.noun, self._state()
        serve = noun is not None and (noun.lemma in _SERVING or (noun.of == "member" and self._is_definite()))
        return [Party(self._lexicon.knowledge.states[state].forces, None)] if serve and state is not None else []

    def _employer(self) -> list[Party]:
        """`موظف في اللجنة الدولية للصليب الأحمر`, `12 متظاهرا` of a people told of: whose they are."""
        sentence, last = self._sentence, self._quantity.last
        noun = self._quantity.noun
        if noun is not None and noun.lemma in _DEMONSTRATORS:
            nations = [key for key in sorted(self._discourse.seen) if self._is_nation(key)]
            nations.sort(key=lambda key: key not in self._lexicon.opponents)  # a people at war before others
            people = nations[0] if nations else None
            return [Party(people, None)] if people is not None else []
        for at in range(last, min(len(sentence), last + 3)):
            piece = sentence[at]
            joins = piece.is_("في", "لدي", "من", "ضمن") if at == last else piece.is_(*_FORCE)
            if piece.mark or piece.places or not (piece.actors or joins):
                break
            known = self._lexicon.knowledge.actors.get(piece.actors[0]) if piece.actors else None
            if known is not None and known.kind == "actor" and not piece.places:
                return [Party(piece.actors[0], piece)]
        return []

    def _is_definite(self) -> bool:
        span = self._sentence[self._quantity.first : self._quantity.last]
        return any(r.stem.article and r.noun is self._quantity.noun for piece in span for r in piece.nouns)

    def _by_name(self) -> Party:
        """`38 سائحا`, `ثلاثة رجال دين`: people whom no key stands for, in the text's own words."""
        quantity = self._quantity
        more = len(quantity.noun.lemma.split()) - 1 if quantity.noun is not None else 0
        own = self._sentence[quantity.first : quantity.last]
        if more:
            opens = next((piece for piece in own if piece.number is None and piece.nouns), own[0])
            return Party(self._words(opens.first, opens.last + more).removeprefix(opens.conjunction), opens)
        for piece in own:
            if piece.number is None and any(reading.noun is quantity.noun for reading in piece.nouns):
                if quantity.state_words is not None and quantity.state_words[0] >= piece.last:  # السفير الأميركي
                    return Party(self._words(piece.first, quantity.state_words[1]), piece)
                return Party(self._words(piece.first, piece.last).removeprefix(piece.conjunction), piece)
        told = self._words(*quantity.number_tokens).isdigit()  # عدد المتطوعين الذين أوقفهم الجيش بلغ 12
        within = quantity.first if told else _TITLED_WITHIN
        for piece in reversed(self._sentence[max(0, quantity.first - within) : quantity.first]):
            if any(reading.noun is quantity.noun for reading in piece.nouns):  # المهندس فلان, متطوع يدعى فلانا
                return Party(self._words(piece.first, piece.last).removeprefix(piece.conjunction), piece)
        first, last = quantity.number_tokens
        last -= last - first > 1 and fold(self._words(last - 1, last)) in _TWO  # مهندسين اثنين
        return Party(self._words(max(first, last - 1), last), None)

    def _leaders(self) -> list[Party]:
        if self._frame.whole is not None and len(self._previous) > 1:
            return self._previous  # من داعش والنصرة بينهم عشرات القياديين
        if self._is_theirs():
            forces = self._carried.attacked_forces() or self._carried.forces_before() or self._discourse.state_forces()
            return [Party(forces, None)] if forces is not None else []
        group = self._led() or self._discourse.armed_group(self._sentence)
        led = f"{group}_leaders"
        if led in self._lexicon.knowledge.actors:
            return [Party(led, None)]
        whole = self._previous if self._frame.whole is not None else []
        return whole or [Party(group or "leaders", None)]

    def _led(self) -> str | None:
        """`قياديا كبيرا في «القاعدة»`: the armed group that a preposition behind leaders names."""
        sentence, last = self._sentence, self._quantity.last
        for at in range(last, min(len(sentence), last + _LED_WITHIN)):
            piece = sentence[at]
            if piece.actors and not piece.places:
                within = piece.preposition in ("ب", "ل") or any(sentence[back].is_("في") for back in range(last, at))
                return piece.actors[0] if within and piece.actors[0] in self._lexicon.armed_groups else None
            if (piece.mark and piece.text not in QUOTES) or piece.conjunction or piece.triggers or piece.number:
                return None
        return None

    def _is_theirs(self) -> bool:
        """`دورية … واستشهاد قائدها`: the leader of those attacked; whom a report mourns as a martyr is no enemy."""
        reading = self._frame.reading
        return reading is not None and fold(reading.trigger.lemma).startswith(_MOURNED)

    def _leaders_of(self, named: list[Party]) -> list[Party]:
        """`قياديين في داعش` are the group's leaders, where a pack has a key for them."""
        if not leads(self._quantity) or len(named) != 1:
            return named
        key = f"{named[0].actor}_leaders"
        return [Party(key, named[0].chunk)] if key in self._lexicon.knowledge.actors else named

    def _alliance(self) -> list[Party]:
        """The alliance that the sentence names nearest behind the quantity, else before it, else the one in focus."""
        first = self._quantity.first
        for piece in self._sentence[first:] + self._sentence[:first][::-1]:
            for key in piece.actors:
                if key in self._lexicon.alliances:
                    return [Party(key, piece)]
        actor = self._discourse.latest(self._lexicon.alliances)
        return [Party(actor, None)] if actor is not None else []
