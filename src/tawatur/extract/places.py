"""Where: the places of a clause, and of the context where a clause names none."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tawatur.extract.chunks import Chunk, Passage
from tawatur.extract.distance import ANOTHER, Costs, distance
from tawatur.extract.function_words import words_of
from tawatur.extract.lexicon import Lexicon
from tawatur.packs import PlaceEntry

_PLACED = words_of("before_place")


_RANK = ("country", "admin1", "region", "city", "admin2", "camp", "feature", "site", "town", "village")
#: How much farther a finer place may stand and still be the one meant.
_FINER = 8
_COSTS = Costs(clause=5, mark=3, number=4)


class Located(NamedTuple):
    """A place that a sentence names: where in it, its entry, the side of it (`northern`, `near` …), and its chunk.

    A place that no words name (an actor's theatre) has no chunk.
    """

    at: int
    place: PlaceEntry
    side: str
    chunk: Chunk | None = None

    @property
    def label(self) -> str:
        """The place as the codebook writes it, side first."""
        if not self.side:
            return self.place.label
        return f"{self.side} {self.place.name}, {self.place.country}"


def find_places(sentence: list[Chunk], countries: Countries) -> list[Located]:
    """Return the places that a sentence names as places (a state's name alone may be a party instead).

    `countries` are those that the section tells of: of the many places in the world that share their name with a
    common noun, only those of these countries are meant. Where it tells of none, all are.
    """
    found: list[Located] = []
    for at, piece in enumerate(sentence):
        entries = piece.places
        doubtful = bool(piece.heads) or (
            not piece.actors
            and bool(piece.nouns or piece.triggers or piece.verb_says or piece.says or piece.is_("ان", "فان"))
            and not (_reads_as_verb_only(piece) and _is_placed(sentence, at, found))
        )
        if doubtful and not _after_place_noun(sentence, at):
            continue
        if not entries and piece.ambiguous_places and _after_place_noun(sentence, at):
            entries = piece.ambiguous_places
        entries = tuple(entry for entry in entries if not countries.told or entry.country in countries.told)
        if not entries:
            continue
        if piece.actors and not _is_placed(sentence, at, found):
            continue
        if any("kunya" in before.cues for before in sentence[max(0, at - 2) : at]):
            continue  # أبو أسامة العراقي
        located = Located(at, _likeliest(entries, found, countries), _side(sentence, at), piece)
        if not _only_describes(sentence, located, found):
            found.append(located)
    return found


def _reads_as_verb_only(piece: Chunk) -> bool:
    """`قرب تدمر`: what is otherwise only a verb is a place where no verb may stand."""
    verbs = all(reading.verb is not None for reading in piece.triggers)
    return verbs and not (piece.nouns or piece.says or piece.is_("ان", "فان"))


def _only_describes(sentence: list[Chunk], located: Located, found: list[Located]) -> bool:
    """`مدينة سبها جنوب طرابلس`: a side of a place right after a place says where that one lies."""
    if not found or located.side in ("", "near"):
        return False
    between = sentence[found[-1].at + 1 : located.at]
    return len(between) <= 3 and not any(
        piece.mark or piece.conjunction or piece.is_("في", "و", "الي", "من", "او") for piece in between
    )


class Countries(NamedTuple):
    """The countries of a section: how often it names each, and all that it tells of, by their actors too."""

    named: Counter[str]
    told: frozenset[str]

    def foremost(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Return those of `codes` that the section is about: named at all, and not far less than the others."""
        most = max((self.named[code] for code in codes), default=0)
        return tuple(code for code in codes if most and self.named[code] * 4 >= most) or codes


def countries_of(passages: list[Passage], lexicon: Lexicon) -> Countries:
    """Return the countries (ISO 3166 alpha-2) that passages name, by name, adjective or capital, or by an actor."""
    named: Counter[str] = Counter()
    told: set[str] = set()
    for passage in passages:
        for piece in passage.chunks:
            named.update({entry.country for entry in piece.places if entry.kind in ("country", "admin1")})
            if piece.state is not None:
                named[piece.state] += 1
            for key in piece.actors:
                actor = lexicon.knowledge.actors.get(key)
                state = lexicon.state_keys.get(key)
                told.update(lexicon.theatres.get(key, ()))
                if state is not None:
                    named[state.code] += 1
                if actor is not None and actor.country is not None:
                    told.add(actor.country)
    return Countries(named, frozenset(told | named.keys()))


def _is_placed(sentence: list[Chunk], at: int, found: list[Located]) -> bool:
    """Tell whether a state's name stands where a place would: after a preposition, a side, or joined to a place."""
    piece = sentence[at]
    if piece.preposition == "ب":
        return True
    if piece.preposition:
        return False
    if at == 0:
        return False
    before = sentence[at - 1]
    if (
        before.text in _PLACED
        or before.is_(*_PLACED)
        or any(cue.startswith("side:") or cue == "place_noun" for cue in before.cues)
    ):
        return True
    if found and found[-1].at == at - 1:
        return True
    if before.is_("نصيب", "حصة", "اما", "كان") or _is_taken_up(sentence, at):
        return True
    joined = found and found[-1].at >= at - 2 and (piece.conjunction or before.text in ("،", ",", "/"))
    return bool(joined)


def _is_taken_up(sentence: list[Chunk], at: int) -> bool:
    """`أما سوريا فشهدت 59 عملية`, `وكان العراق الساحة الأوسع، إذ جرت فيه`: a state told of as a scene."""
    return any(piece.is_("فيه", "فيها", "شهدت", "شهد", "فشهدت", "فشهد") for piece in sentence[at + 1 : at + 7])


def _after_place_noun(sentence: list[Chunk], at: int) -> bool:
    for back in (1, 2, 3):
        if at - back < 0:
            return False
        piece = sentence[at - back]
        if "place_noun" in piece.cues or any(
            reading.noun.lemma in ("قرية", "بلدة", "مدينة", "منطقة", "ناحية", "حي") for reading in piece.nouns
        ):
            return True
        if not (piece.mark or piece.state):
            return False
    return False


def _side(sentence: list[Chunk], at: int) -> str:
    for back in (1, 2, 3):
        if at - back < 0:
            break
        piece = sentence[at - back]
        side = next((cue.partition(":")[2] for cue in piece.cues if cue.startswith("side:")), None)
        if side is not None:
            return side
        if not ("place_noun" in piece.cues or piece.is_("من", "في")):
            break
    following = sentence[at + 1] if at + 1 < len(sentence) else None
    if following is not None and following.text.startswith("ال"):
        side = next((cue.partition(":")[2] for cue in following.cues if cue.startswith("side:")), None)
        if side is not None:
            return side
    return ""


def _likeliest(entries: tuple[PlaceEntry, ...], found: list[Located], countries: Countries) -> PlaceEntry:
    """Of places that share a name, return the one in a country just named, or often named, else the largest."""
    near = {located.place.country for located in found}

    def order(entry: PlaceEntry) -> tuple[bool, int, int, int]:
        elsewhere = bool(near) and entry.country not in near
        return (elsewhere, -countries.named[entry.country], _RANK.index(entry.kind), -(entry.population or 0))

    return min(entries, key=order)


def groups(sentence: list[Chunk], places: list[Located]) -> list[list[Located]]:
    """Return the places in coordinated groups: `حماه وحلب وحمص`, `في العراق وسوريا`."""
    grouped: list[list[Located]] = []
    for located in places:
        if grouped and _coordinated(sentence, grouped[-1][-1].at, located.at):
            grouped[-1].append(located)
        else:
            grouped.append([located])
    return grouped


def _coordinated(sentence: list[Chunk], first: int, second: int) -> bool:
    if second - first > 6:
        return False
    between = sentence[first + 1 : second]
    for piece in between:
        if piece.mark and piece.text not in ("،", ",", "(", ")", '"', "-", "/"):
            return False
        if (
            piece.mark
            or piece.is_("و", "في", "كل", "من", "او")
            or any(cue == "place_noun" or cue.startswith("side:") for cue in piece.cues)
        ):
            continue
        if piece.names("site") or piece.state is not None:
            continue
        return False
    return True


def most_specific(group: list[Located], lexicon: Lexicon) -> list[Located]:
    """Drop a place that another of the group lies in: `دير الزور بسوريا` is Deir ez-Zor."""
    kept = []
    for located in group:
        inside = any(
            located.place.id in lexicon.knowledge.place_chain(other.place)
            for other in group
            if other.place.id != located.place.id
        )
        if not inside:
            kept.append(located)
    return kept


def choose(sentence: list[Chunk], places: list[Located], first: int, last: int, lexicon: Lexicon) -> list[Located]:
    """Return the places nearest to the chunks `[first, last)`, those after preferred, clause boundaries costing."""
    ranked = sorted(
        ((_cost(sentence, group, first, last), order, group) for order, group in enumerate(groups(sentence, places))),
        key=lambda item: item[:2],
    )
    if not ranked:
        return []
    cost, _, best = ranked[0]
    if cost >= ANOTHER:
        return []
    for other_cost, _, group in ranked[1:]:
        if other_cost <= cost + _FINER and _all_inside(group, best, lexicon):
            return most_specific(group, lexicon)
    return most_specific(best, lexicon)


def _cost(sentence: list[Chunk], group: list[Located], first: int, last: int) -> int:
    begins, ends = group[0].at, group[-1].at
    if begins >= last - 1:
        return distance(sentence, last, begins, _COSTS) + (12 if _opens_its_own(sentence, begins) else 0)
    if ends < first:
        return distance(sentence, ends + 1, first, _COSTS) + 4
    return 0


def _opens_its_own(sentence: list[Chunk], at: int) -> bool:
    """`…، وفي سوريا 59 مهمة`: a place that opens a clause is that clause's, not of what stands before it."""
    before = sentence[at - 1] if at else None
    if before is None or not before.is_("في") or not before.conjunction:
        return False
    return at >= 2 and sentence[at - 2].mark


def _all_inside(group: list[Located], outer: list[Located], lexicon: Lexicon) -> bool:
    """Tell whether each place of a group lies in one of another, so that it says the same more closely."""
    ids = {located.place.id for located in outer}
    return all(ids.intersection(lexicon.knowledge.place_chain(located.place)) for located in group)
