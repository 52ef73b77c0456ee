"""Where: the places that a sentence names, by name, by a noun of place, or by what they refer back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tawatur.extract.attribution.reach import Attributed
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.datelines import dateline
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import PlaceNoun, place_noun
from tawatur.extract.places.beside import is_beside_place, is_scene
from tawatur.extract.places.countries import Countries
from tawatur.extract.places.goals import country_reached
from tawatur.extract.places.headed import heading, heads_line
from tawatur.extract.places.journeys import is_goal
from tawatur.extract.places.located import Located
from tawatur.extract.places.namesakes import bears_its_name, is_namesake, is_person
from tawatur.extract.places.parted import TOWN, parted_names
from tawatur.extract.places.placed import AT, is_placed, is_that
from tawatur.extract.places.provinced import provinced_names
from tawatur.extract.places.references import described, is_capital, referred, stands_as_place
from tawatur.extract.places.sides import side_named, side_of
from tawatur.extract.places.unknown import entry_of, is_longer_name, joined_names, unknown_names
from tawatur.extract.places.weak import is_across, is_home, is_speech, is_topic, is_weak, is_where_one_speaks
from tawatur.packs import PlaceEntry

_OF_A_CONTINENT = frozenset(words_of("of_a_continent"))
_IN_IT, _BOTH_OF = words_of("in_it"), words_of("both_of")
_KIND_RANK = ("country", "admin1", "region", "city", "admin2", "camp", "feature", "site", "town", "village")
_ITS = ("ها", "ه", "هما")
#: How many words at the end of a body's name may name its place.
_SEAT = 2
_COUNTRY = frozenset(words_of("its_country"))
_SETTLED = frozenset(("city", "admin2", "town", "village"))
_TOWNS = frozenset(("city", "town", "village", "camp"))
#: How far from a place that no pack knows another stands whose country is its own.
_BESIDE = 12
#: The width of a city: what is wider holds towns.
_TOWNS_WIDTH = 3
#: How many chunks before its surroundings an unnamed town's noun stands.
_SURROUNDINGS = 5
#: Of how many places named last one may lie inside a place that is referred to.
_JUST_NAMED = 3
#: How many places of earlier sentences a text may refer back to.
_REMEMBERED = 40


class Places:
    """Finds the places of a section's sentences, read in order; keeps those named, for `المدينة` and its like."""

    def __init__(self, lexicon: Lexicon, countries: Countries) -> None:
        self._lexicon = lexicon
        self._countries = countries
        self._earlier: list[Located] = []
        self._introduced: dict[str, PlaceEntry] = {}
        self._headline = False

    def read(
        self, sentence: list[Chunk], attributions: Sequence[Attributed] = (), *, headline: bool = False
    ) -> list[Located]:
        """Return the places that a sentence names as places (a state's name alone may be a party instead)."""
        opening = dateline(sentence)
        self._headline = headline
        named = [located for located in self._named(sentence) if located.at >= opening]
        found = self._with_unknown(sentence, named)
        found = self._with_references(sentence, found)
        found = [one for located in found for one in self._around_speakers(sentence, located)]
        spoken = {at for one in attributions if one.forward for at in range(one.at, one.content)}
        marked = [
            located._replace(
                weak=located.weak or located.at in spoken or is_weak(sentence, located.at),
                unnamed=_is_unnamed(sentence, located),
            )
            for located in found
        ]
        for order, located in enumerate(marked[1:], 1):
            before = marked[order - 1]
            joined = located.at == before.last and located.chunk is not None and located.chunk.text.startswith("و")
            if joined and before.weak and sentence[before.at - 1].is_("بين", *_BOTH_OF):
                marked[order] = located._replace(weak=True)  # الشريط الحدودي بين العراق وسوريا
            elif joined and _shares_side(before, located):
                marked[order] = located._replace(side=before.side)  # شمالي العراق وسوريا
        marked = [
            located
            for order, located in enumerate(marked)
            if not (order and is_across(sentence, marked[order - 1], located)) and not is_home(sentence, located.at)
        ]
        marked = [heading(sentence, located) for located in marked]
        self._earlier = [*self._earlier, *self._camps_apart(sentence, marked)][-_REMEMBERED:]
        return marked

    def _camps_apart(self, sentence: list[Chunk], places: list[Located]) -> list[Located]:
        """Return places with those camps weak to which people left another: `المخيم` is then the one that they left."""
        camps = [located for located in (*self._earlier, *places) if located.place.kind == "camp" and not located.weak]
        left = {located.place.id for located in camps if located not in places or not is_goal(sentence, located.at)}
        return [
            located._replace(weak=True)
            if located in camps and left - {located.place.id} and is_goal(sentence, located.at)
            else located
            for located in places
        ]

    def _around_speakers(self, sentence: list[Chunk], located: Located) -> list[Located]:
        """Return a place as it is; of a town that somebody spoke in its state, where the report is of that, or none."""
        if not (is_speech(sentence, located) or is_where_one_speaks(sentence, located)):
            return [located]
        known = self._lexicon.knowledge.places
        if located.place.country != self._countries.main or located.place.country not in known:
            return []
        return [located._replace(place=known[located.place.country], side="")]

    def _named(self, sentence: list[Chunk]) -> list[Located]:
        found: list[Located] = []
        for at, piece in enumerate(sentence):
            seat = self._lexicon.seats.get(" ".join(piece.words[-_SEAT:])) if len(piece.words) > _SEAT else None
            if seat is not None and piece.actors and not piece.places:
                found.append(Located(at, seat, "", piece, at + 1, weak=True))  # إدارة مخيم الهول
                continue
            if not (piece.places or piece.ambiguous_places):
                continue  # as most chunks
            entries = self._entries(sentence, at, found)
            if not entries or any("kunya" in before.cues for before in sentence[max(0, at - 2) : at]):
                continue  # أبو أسامة العراقي
            following = sentence[at + 1] if at + 1 < len(sentence) else None
            if is_person(sentence, at, self._lexicon):
                continue  # مقتل جيرود دينيس
            continent = bool(piece.actors) and following is not None and following.text in _OF_A_CONTINENT
            if continent or is_namesake(sentence, at) or is_topic(sentence, at):
                continue  # حركة المثنى, محادثات جنيف, إعلان بشأن القدس
            entry = self._likeliest(entries, found, _adjective_beside(sentence, at))
            if entry.kind == "country" and _is_of_capital(sentence, at, found):
                entry = self._lexicon.capitals.get(entry.country, entry)  # في عاصمة تشاد
            if bears_its_name(sentence, at) and entry.country != self._countries.main:
                continue  # شارع حيفا in Baghdad
            found.append(Located(at, entry, side_of(sentence, at), piece, at + 1))
        return found

    def _entries(self, sentence: list[Chunk], at: int, found: list[Located]) -> tuple[PlaceEntry, ...]:
        """Return the packs' places that a chunk may name, of the countries that the section tells of."""
        piece = sentence[at]
        entries = piece.places
        if (not entries and not piece.ambiguous_places) or piece.text in _COUNTRY or is_that(sentence, at):
            return ()
        doubtful = bool(piece.heads) or (
            not piece.actors
            and bool(piece.nouns or piece.triggers or piece.verb_says or piece.says or piece.is_("ان", "فان"))
            and not (_reads_as_verb_only(piece) and is_placed(sentence, at, found))
        )
        after_noun = after_place_noun(sentence, at) or is_beside_place(sentence, at, found)
        if doubtful and not after_noun:
            return ()
        if not entries and (after_noun or is_scene(sentence, at)):
            entries = piece.ambiguous_places
        told = self._countries.told
        entries = tuple(entry for entry in entries if not told or entry.country in told)
        if len(piece.words) == 1 and not after_noun:  # حوران of a report on Yemen is no plain of Syria
            entries = tuple(entry for entry in entries if entry.country not in self._countries.passing)
        heads = not self._headline and heads_line(sentence, at)
        return () if piece.actors and not (heads or is_placed(sentence, at, found)) else entries

    def _with_unknown(self, sentence: list[Chunk], named: list[Located]) -> list[Located]:
        """Add the places that only a noun of place tells of."""
        taken = {located.at for located in named}
        found = list(named)
        for at in range(len(sentence)):
            for (first, last), noun, joined in _names_behind(sentence, at, self._countries.told):
                if is_longer_name(sentence, first, last):
                    found = [located for located in found if not first < located.at < last]  # بلدة كفر داعل
                    taken.difference_update(range(first, last))
                if not taken.isdisjoint(range(first, last)) or sentence[first].text in _COUNTRY:
                    continue  # مناطق البلاد
                country = _adjective_beside(sentence, last - 1) or self._country_at(named, first)
                entry = self._capital(sentence[first]) or self._spelt_otherwise(sentence, first, last, noun, country)
                if entry is None and country is None:
                    continue
                known = [entry for entry in sentence[first].ambiguous_places if entry.country == country]
                if known:
                    entry = known[0]
                elif entry is None and country is not None:
                    entry = entry_of(sentence, first, last, noun, country, joined=joined)
                    self._introduced[entry.ar[0].split()[0]] = entry
                if entry is not None:
                    found.append(Located(first, entry, side_of(sentence, at), sentence[first], last))
                taken.update(range(first, last))
        for first, last in parted_names(sentence):
            country = country_reached(sentence, named, first) or self._country_at(named, first)
            if country is not None and taken.isdisjoint(range(first, last)):
                entry = entry_of(sentence, first, last, TOWN, country)
                self._introduced[entry.ar[0].split()[0]] = entry
                found.append(
                    Located(first, entry, "", sentence[first], last, inside=self._around(named, first, country))
                )
                taken.update(range(first, last))
        for first, last in provinced_names(sentence):
            country = self._country_at(named, first) if taken.isdisjoint(range(first, last)) else None
            if country is not None:
                entry = entry_of(sentence, first, last, TOWN, country)
                self._introduced[entry.ar[0].split()[0]] = entry
                found.append(Located(first, entry, "", sentence[first], last))
                taken.update(range(first, last))
        found += self._named_again(sentence, taken)
        return sorted(found, key=lambda located: located.at)

    def _around(self, named: list[Located], at: int, country: str) -> Located | None:
        """Return the province or region, named before chunk `at`, that a breakdown by towns is of."""
        before = [*self._earlier, *(located for located in named if located.at < at)]
        here = (one for one in reversed(before) if one.place.country == country and 0 < one.width < _TOWNS_WIDTH)
        return next(here, None)

    def _capital(self, piece: Chunk) -> PlaceEntry | None:
        """`مدينتي الرياض والدمام`: the capital, which stands for its state elsewhere."""
        states = (self._lexicon.state_keys.get(key) for key in piece.actors)
        return next((self._lexicon.capitals.get(state.code) for state in states if state is not None), None)

    def _spelt_otherwise(
        self, sentence: list[Chunk], first: int, last: int, noun: PlaceNoun, country: str | None
    ) -> PlaceEntry | None:
        """Return a pack's place that the text spells with the article, or without: `قضاء بعاج`."""
        if last - first > 1 or noun.kind not in _SETTLED:
            return None
        entries = self._lexicon.bare_place_names.get(sentence[first].text.removeprefix("ال"), ())
        here = [entry for entry in entries if entry.country in self._countries.told and entry.kind in _SETTLED]
        return self._likeliest(tuple(here), [], country) if here else None

    def _named_again(self, sentence: list[Chunk], taken: set[int]) -> Iterator[Located]:
        """Yield the places that no pack knows and a noun of place introduced before: `قرية كيلوا … في كيلوا`."""
        for at, piece in enumerate(sentence):
            if at in taken or not self._introduced:
                continue
            name = piece.text.removeprefix(piece.preposition) if piece.preposition == "ب" else piece.text
            entry = self._introduced.get(name)
            if entry is None or not (name != piece.text or (at and sentence[at - 1].is_(*AT))):
                continue
            words = entry.ar[0].split()
            if [one.text for one in sentence[at + 1 : at + len(words)]] == words[1:]:
                yield Located(at, entry, side_of(sentence, at), piece, at + len(words))

    def _with_references(self, sentence: list[Chunk], named: list[Located]) -> list[Located]:
        """Add the places that the sentence refers back to, and the countries that an adjective names."""
        taken = {at for located in named for at in range(located.at, max(located.last, located.at + 1))}
        beside = {located.last for located in named}
        found: list[Located] = []
        known = iter(named)
        waiting = next(known, None)
        for at, piece in enumerate(sentence):
            if waiting is not None and waiting.at == at:
                found.append(waiting)
                waiting = next(known, None)
            elif at not in taken:
                other = _other_side(sentence, at, found) or _there(piece, at, found)
                if other is not None:
                    found.append(other)
                    continue
                country = described(sentence, at, self._lexicon) if at not in beside else None
                refers = (country,) if country is not None else self._referred(sentence, at, found)
                if not refers:
                    continue
                side = (
                    (side_named(sentence[at - 1]) or side_of(sentence, at - 1))
                    if country is not None
                    else side_of(sentence, at)
                )
                again = country is None and place_noun(piece.words[-1]) is not None
                weak = again and (not stands_as_place(sentence, at) or self._told_closer(refers, found))
                found += [Located(at, entry, side, piece, at + 1, weak) for entry in refers]
        return found

    def _told_closer(self, refers: tuple[PlaceEntry, ...], found: list[Located]) -> bool:
        """Tell whether a place inside the one referred to was named since: `كبرى مدن المحافظة` after a town of it."""
        near = [*self._earlier, *found][-_JUST_NAMED:]
        return len(refers) == 1 and any(
            refers[0].id in self._lexicon.knowledge.place_chain(located.place) for located in near if not located.weak
        )

    def _referred(self, sentence: list[Chunk], at: int, found: list[Located]) -> tuple[PlaceEntry, ...]:
        return referred(sentence, at, (self._earlier, found), self._countries, self._lexicon)

    def _country_at(self, named: list[Located], at: int) -> str | None:
        """Return the country of an unknown place: that of the place named next, of the one before, or the section's."""
        near = [located for located in named if abs(located.at - at) <= _BESIDE]
        after = next((located for located in near if located.at > at), None)
        before = next((located for located in reversed(near) if located.at < at), None)
        for located in (after, before, *reversed(self._earlier)):
            if located is not None:
                return located.place.country
        return self._countries.main

    def _likeliest(self, entries: tuple[PlaceEntry, ...], found: list[Located], country: str | None) -> PlaceEntry:
        """Of places that share a name, return the one in a country just named, or often named, else the largest."""
        near = {located.place.country for located in found}
        named = self._countries.named

        def order(entry: PlaceEntry) -> tuple[bool, bool, int, int, int]:
            elsewhere = bool(near) and entry.country not in near
            other = country is not None and entry.country != country
            return (other, elsewhere, -named[entry.country], _KIND_RANK.index(entry.kind), -(entry.population or 0))

        return min(entries, key=order)


def _names_behind(
    sentence: list[Chunk], at: int, told: Collection[str]
) -> Iterator[tuple[tuple[int, int], PlaceNoun, bool]]:
    """Yield the names behind the noun of place at `at`, the noun, and whether `و` joins the name to one before it."""
    piece = sentence[at]
    noun = place_noun(piece.words[-1])
    if noun is not None and not noun.definite:
        for order, name in enumerate(unknown_names(sentence, at, told)):
            yield name, noun, order > 0
    elif piece.places and len(piece.words) > 1 and (noun := place_noun(piece.words[0])) and not noun.definite:
        for name in joined_names(
            sentence, at + 1, noun, told
        ):  # a pack's name begins with the noun: منطقة الضباب والأشراف
            yield name, noun, True


def _adjective_beside(sentence: list[Chunk], at: int) -> str | None:
    """Return the state whose adjective stands behind a name: `مدينة سروج التركية`."""
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    return following.state if following is not None and not following.actors else None


def _is_of_capital(sentence: list[Chunk], at: int, found: list[Located]) -> bool:
    """`في عاصمة تشاد`: a country behind `عاصمة`, which describes no city named right before it."""
    if not at or not is_capital(sentence[at - 1]):
        return False
    return not (found and found[-1].last >= at - 2)


def _reads_as_verb_only(piece: Chunk) -> bool:
    """`قرب تدمر`: what is otherwise only a verb is a place where no verb may stand."""
    verbs = all(reading.verb is not None for reading in piece.triggers)
    return verbs and not (piece.nouns or piece.says or piece.is_("ان", "فان"))


def _shares_side(first: Located, second: Located) -> bool:
    """`شمالي العراق وسوريا`: two countries behind one side."""
    both = first.place.kind == second.place.kind == "country"
    return both and first.side.endswith("ern") and not second.side


def after_place_noun(sentence: list[Chunk], at: int) -> bool:
    """Tell whether a noun of place stands before a chunk: `قرية`, `بمدينتي`, marks and adjectives of states between."""
    for piece in reversed(sentence[max(0, at - 3) : at]):
        noun = place_noun(piece.words[-1])
        if noun is not None and noun.definite and sentence[at].text.startswith("ال") and not is_capital(piece):
            return False  # الجبهات الجديدة
        if "place_noun" in piece.cues or noun is not None:
            return True
        if not (piece.mark or piece.state):
            return False
    return False


def _other_side(sentence: list[Chunk], at: int, found: list[Located]) -> Located | None:
    """`شمال البلاد وغربها`: another side of the place just named."""
    piece = sentence[at]
    if not found or found[-1].last != at or not piece.text.startswith("و") or not piece.text.endswith(_ITS):
        return None
    side = side_named(piece)
    return found[-1]._replace(at=at, side=side, chunk=piece, last=at + 1) if side else None


def _there(piece: Chunk, at: int, found: list[Located]) -> Located | None:
    """`مخيم الهول … عدد القاطنين فيه`: the place just named, once more."""
    return (
        found[-1]._replace(at=at, chunk=piece, last=at + 1, again=True) if found and piece.is_one_of(_IN_IT) else None
    )


def _is_unnamed(sentence: list[Chunk], located: Located) -> bool:
    """`بلدة تركية`, `قرية شمالي الكاميرون`, `مدينة صغيرة تقع شمال مقديشو`: a town's surroundings stand for its name."""
    country = located.place.kind == "country"
    if country == bool(located.side):  # شمالي الكاميرون is as near as the words come
        return False
    for back in range(located.at - 1, max(-1, located.at - _SURROUNDINGS), -1):
        piece = sentence[back]
        noun = place_noun(piece.words[-1])
        if noun is not None and not noun.definite:
            named = all(between.mark for between in sentence[back + 1 : located.at])
            return noun.kind in _TOWNS and not noun.many and (country or not named)
        if piece.places or piece.number is not None:
            return False
    return False
