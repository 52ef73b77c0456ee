"""Which of a sentence's places are a claim's: groups of places, what is nested in what, the nearest group."""

from __future__ import annotations

from itertools import pairwise

from tawatur.arabic import stems
from tawatur.extract.clauses.distance import ANOTHER, Costs, distance
from tawatur.extract.clauses.scope import SHUT, barrier
from tawatur.extract.clauses.sentences import Clauses
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.place_nouns import place_noun
from tawatur.extract.places.headed import has_its_own, is_fronted, opens_its_own
from tawatur.extract.places.located import Located, lies_in
from tawatur.extract.places.of_parts import is_of_a_part

_SIDES = frozenset(words_of("side_word"))
_INTO = words_of("into")
_FOLLOWS = words_of("next_in_order")
_BETWEEN = ("بين", *words_of("both_of"))
_BELONGS, _EXACTLY = frozenset(words_of("belongs_to")), frozenset(words_of("exactly"))
_MORE, _FOREMOST = frozenset(words_of("more_places")), frozenset(words_of("foremost"))
_SCENE = words_of("scene")
#: `فضلا عن`, `إلى جانب`: nouns and prepositions that, one beside the other, join one more place.
_BESIDES = frozenset(words_of("besides"))
_LANDMARKS = frozenset(words_of("landmark"))
#: How many words may describe a place between its name and that of the one around it.
_DESCRIBED = 6
#: How many chunks at most a comma and the side of a place take.
_SHORT = 2
#: How many chunks into its sentence a place stands at most that opens it.
_OPENING = 3
_STRONG = frozenset("؛;.:")
_TOWNS = frozenset(("city", "town", "village"))
_BRACKETS = frozenset("()\"'-/")
#: How many chunks may stand between a place and the wider one that it is said to lie in.
_NESTED = 6
#: How much farther a finer place may stand and still be the one meant.
_FINER = 8
#: The same, where the other is a whole country and a single event is told of.
_WITHIN = 24
#: What a place costs that opens another number's clause.
_ANOTHERS, _FOLLOWS = 30, words_of("next_in_order")
#: What a place costs from which something went to another.
_ORIGIN = 15
#: What a place costs from which those come who were killed or held.
_HOME = 24
#: What a place that stands before a number costs, and one that stands with another number before that.
_BEHIND, _BEHIND_ANOTHER = 4, 10
#: What a place costs that `حيث` says the number is of.
_THERE = 5
#: `حي نزال وسط الفلوجة`: its first letter joins nothing.
_MIDDLE = "وسط"
_COSTS = Costs(clause=5, mark=3, number=4)


def outermost_dropped(sentence: list[Chunk], places: list[Located], lexicon: Lexicon) -> list[Located]:
    """Return the places without those that only tell where the one before them lies.

    `بلدة الهري في محافظة دير الزور بسوريا` is al-Hari; `مدينة سبها جنوب طرابلس` is Sabha.
    """
    kept: list[Located] = []
    run: list[Located] = []  # the places told of without a break, the last one last
    for located in places:
        if located.again:
            last = next(reversed(groups(sentence, kept)), [])
            kept += [one._replace(at=located.at, chunk=located.chunk, last=located.last) for one in last]
            run = []
            continue
        if not (run and _runs_on(sentence, run[-1], located)):
            if kept and _specifies(sentence, kept[-1], located):
                kept[-1], run = located._replace(inside=kept[-1]), [located]
                continue
            if kept and _is_around(sentence, kept[-1], located, lexicon):
                kept[-1] = kept[-1]._replace(inside=kept[-1].inside or located)
                continue
            run = [located]
            kept.append(located)
            continue
        before, joined = run[-1], _joined(sentence, run[-1], located)
        run.append(located)
        if joined and before in kept:
            kept.append(located)
        elif joined and kept and kept[-1].inside is before and not sentence[before.at - 1].is_(*_BETWEEN):
            kept.append(located)  # نهم شرق صنعاء وصرواح غرب مأرب
        elif joined or _belongs(sentence, before, located):
            continue  # التي تقع بين حلب وحماة
        elif lies_in(located, before, lexicon.knowledge) or (
            located.width > before.width and not (located.side and _is_named_there(sentence, before, lexicon))
        ):
            run[-1] = inner = located._replace(inside=before)
            kept = [*kept[:-1], inner] if kept and kept[-1] is before else [*kept, inner]
        elif not (_is_described(located) or _is_within(sentence, before, located, run[:-1], lexicon)):
            kept.append(located)
        elif kept and kept[-1].inside is None:
            kept[-1] = kept[-1]._replace(inside=located)
    return [_known_by(sentence, located, lexicon) for located in kept]


def _is_around(sentence: list[Chunk], inner: Located, outer: Located, lexicon: Lexicon) -> bool:
    """`ديار بكر ذات الغالبية الكردية جنوب شرقي تركيا`: the wider place behind a description of the one before it."""
    between = sentence[inner.last : outer.at]
    if len(between) > _DESCRIBED or outer.place.id == inner.place.id:
        return False
    said = between[1:] if _is_apposed(between) else between
    plain = not any(
        piece.number is not None or piece.triggers or piece.verb_says or piece.mark or piece.conjunction or piece.places
        for piece in said
    )
    within = outer.place.country == inner.place.country
    if len(said) < len(between):
        return plain and within and (bool(outer.side) or said[0].text in _FOREMOST)
    sides = within and outer.place.kind == "region" and _is_described(outer)  # شمال شرقي سوريا in a pack
    return plain and (sides or lies_in(inner, outer, lexicon.knowledge))


def _specifies(sentence: list[Chunk], outer: Located, inner: Located) -> bool:
    """`قرب القاعدة الجوية وتحديدا في قرية الكرود`: the second place says where exactly."""
    between = sentence[outer.last : inner.at]
    exact = any(piece.text.removeprefix("و") in _EXACTLY for piece in between)
    if not exact or len(between) > _DESCRIBED or outer.place.country != inner.place.country:
        return False
    return not any(piece.number is not None or piece.triggers or piece.verb_says for piece in between)


def _is_apposed(between: list[Chunk]) -> bool:
    """`دوما، آخر جيب للمعارضة قرب دمشق`, `دوما، أكبر مدن الغوطة`: a comma, what a place is said to be, and where."""
    sided = len(between) > _SHORT and (
        any(cue.startswith("side:") for cue in between[-1].cues) or between[1].text in _FOREMOST
    )
    return sided and between[0].text in ("،", ",") and not between[1].conjunction and not between[1].is_(*_INTO)


def _known_by(sentence: list[Chunk], located: Located, lexicon: Lexicon) -> Located:
    """Return the district or town of a mountain, a camp, a bridge that no pack knows: readers know it by that."""
    outer = located.inside
    if outer is None or located.place.id in lexicon.knowledge.places or outer.place.country != located.place.country:
        return located
    before = sentence[located.at - 1].words[-1] if located.at else ""
    landmark = located.place.kind == "feature" or any(stem.text in _LANDMARKS for stem in stems(before))
    near = outer.width > 1 or (outer.width == 1 and outer.side not in ("", "countryside of"))
    return located._replace(place=outer.place, side=outer.side) if landmark and near else located


def _is_named_there(sentence: list[Chunk], located: Located, lexicon: Lexicon) -> bool:
    """Tell whether a place is one of a town's width or less, though its kind is wider, before the side where it lies.

    `مدينة غومبي جنوب داماتورو` is the town of a name that a province bears as well, `قضاء زعفرة غربي الموصل` one
    that no pack knows.
    """
    noun = place_noun(sentence[located.at - 1].words[-1]) if located.at else None
    unknown = located.place.id not in lexicon.knowledge.places and located.width > 1
    return noun is not None and (noun.kind in _TOWNS or unknown)


def _belongs(sentence: list[Chunk], first: Located, second: Located) -> bool:
    return any(piece.text in _BELONGS for piece in sentence[first.at + 1 : second.at])


def _is_described(located: Located) -> bool:
    """Tell whether a place is only a landmark of the one before it: `سبها جنوب طرابلس`."""
    region = located.place.kind == "region" and located.chunk is not None and len(located.chunk.words) > 1
    return located.side not in ("", "countryside of") or (
        region and located.chunk is not None and located.chunk.words[0] in _SIDES
    )


def _is_within(sentence: list[Chunk], inner: Located, outer: Located, run: list[Located], lexicon: Lexicon) -> bool:
    """Tell whether a place is said to lie in the next one, or is known to."""
    if inner.place.id == outer.place.id or inner.place.country != outer.place.country:
        return False
    if any(lies_in(one, outer, lexicon.knowledge) or one.width > outer.width for one in run):
        return True
    return any(_places(piece) for piece in sentence[max(inner.last, inner.at + 1) : outer.at + 1])


def _places(piece: Chunk) -> bool:
    """Tell whether a word puts what stands before it into what stands behind: `في`, `بمحافظة`, `التابعة لقضاء`."""
    noun = place_noun(piece.words[-1])
    return (
        piece.is_("في")
        or piece.preposition == "ب"
        or piece.text in _BELONGS
        or (noun is not None and noun.preposition == "ب")
    )


def _runs_on(sentence: list[Chunk], first: Located, second: Located) -> bool:
    between = _between(sentence, first, second)
    around = first.inside.chunk if first.inside is not None else None
    sided = len(between) > 1 and any(cue.startswith("side:") for cue in between[1].cues)
    if is_fronted(sentence, second.at, second.last):
        return False  # في مأرب، وفي تعز قتل ثمانية
    if _is_origin(sentence, first.at) and not any(piece.is_("في") for piece in between):
        return False  # أطلقت من غزة على إسرائيل
    return len(between) <= _NESTED and all(
        _binds(piece) or piece is around or (sided and not at and _is_adjective(piece)) or _is_besides(between, at)
        for at, piece in enumerate(between)
    )


def _binds(piece: Chunk) -> bool:
    """Tell whether a word may stand between two places that are told of together; `تلتها` is no hill."""
    if piece.is_(*_FOLLOWS):
        return False
    if piece.mark:
        return piece.text in _BRACKETS or piece.text in ("،", ",")
    return (
        piece.is_(*_INTO, "كل", "او", _MIDDLE, "بين", "طريق", "الطريق", "علي", "بالاضافة")
        or piece.text in _BELONGS
        or piece.text.removeprefix("و") in _MORE
        or "place_noun" in piece.cues
        or any(cue.startswith("side:") for cue in piece.cues)
        or place_noun(piece.words[-1]) is not None
        or piece.state is not None
        or piece.names("site")
    )


def _between(sentence: list[Chunk], first: Located, second: Located) -> list[Chunk]:
    """Return the chunks between two places, without the adjective of the first before what `و` joins to it.

    `قطاع غزة المحاصر والضفة الغربية`.
    """
    between = sentence[max(first.last, first.at + 1) : second.at]
    behind = sentence[second.at - len(between) + 1] if between else None
    joined = behind is not None and behind.text.startswith("و") and not behind.is_(_MIDDLE)
    return between[1:] if joined and _is_adjective(between[0]) else between


def _is_adjective(piece: Chunk) -> bool:
    """`الغوطة الشرقية المحاصرة قرب دمشق`: an adjective between a place and what tells where it lies."""
    plain = not (piece.nouns or piece.actors or piece.places or piece.number is not None)
    side = "place_noun" in piece.cues or any(cue.startswith("side:") for cue in piece.cues)
    return piece.text.startswith("ال") and len(piece.words) == 1 and plain and not side


def _is_besides(between: list[Chunk], at: int) -> bool:
    """`حمص فضلا عن حماة`, `تعز إلى جانب مأرب`: words that join a place to the one before it."""
    beside = [word for piece in between[max(0, at - 1) : at + 2] for word in _unjoined(piece) if word in _BESIDES]
    return len(beside) > 1 and _BESIDES.issuperset(_unjoined(between[at]))


def _unjoined(piece: Chunk) -> list[str]:
    """Return a chunk's words without the `و` before them."""
    return [piece.words[0].removeprefix("و"), *piece.words[1:]]


def _joined(sentence: list[Chunk], first: Located, second: Located) -> bool:
    """Tell whether `و` or a comma joins two places, so that neither tells where the other lies."""
    between = _between(sentence, first, second)
    if len(between) > 1 and between[0].text in ("،", ","):
        between = between[1:]  # في الموصل، وفي تلعفر
        if not (between[0].text.startswith("و") or _is_besides(between, 0)):
            return False
    begins = between[0] if between else sentence[second.at]
    joins = begins.conjunction == "و" or (begins.text.startswith("و") and _binds(begins) and not begins.is_(_MIDDLE))
    if joins or begins.is_("او") or (bool(between) and _is_besides(between, 0)):
        return True
    within = sentence[second.at].preposition == "ب"  # قضاء زعفرة، بمحافظة نينوى
    return begins.text in ("،", ",") and len(between) == 1 and not within


def groups(sentence: list[Chunk], places: list[Located]) -> list[list[Located]]:
    """Return the places in coordinated groups: `حماه وحلب وحمص`, `في العراق وسوريا`."""
    grouped: list[list[Located]] = []
    for located in places:
        if grouped and _runs_on(sentence, grouped[-1][-1], located):
            grouped[-1].append(located)
        else:
            grouped.append([located])
    return grouped


def most_specific(sentence: list[Chunk], group: list[Located], lexicon: Lexicon) -> list[Located]:
    """Drop a place that another of the group lies in: `دير الزور بسوريا` is Deir ez-Zor; not `إدلب وجسر الشغور`."""
    joined = {
        at for first, second in pairwise(group) if _joined(sentence, first, second) for at in (first.at, second.at)
    }
    return [
        located
        for located in group
        if located.at in joined
        or not any(other.place.id != located.place.id and lies_in(other, located, lexicon.knowledge) for other in group)
    ]


def choose(
    clauses: Clauses, places: list[Located], first: int, last: int, lexicon: Lexicon, *, single: bool = False
) -> list[Located]:
    """Return the places nearest to the chunks `[first, last)`, those after preferred, clause boundaries costing.

    What tells of a `single` event is not in a country where the sentence names a place of it.
    """
    sentence = clauses.sentence
    ranked = sorted(
        (
            (_cost(sentence, group, first, last, single=single), barrier(clauses, first, group[0].at), order, group)
            for order, group in enumerate(groups(sentence, places))
        ),
        key=lambda item: (item[0] + item[1], item[2]),
    )
    if not ranked:
        return []
    cost, shut, _, best = ranked[0]
    behind = [group for price, closed, _, group in ranked if group[0].at >= last and price + closed < ANOTHER]
    if behind and best[-1].at < first:
        best = _told_behind(sentence, best, min(behind, key=lambda group: group[0].at), last)
    if shut >= SHUT or (cost >= ANOTHER and best[0].at >= last):
        return []  # what another statement tells of further on; what the one before told of still holds
    for other_cost, _, _, group in ranked[1:]:
        if other_cost <= cost + (_WITHIN if single and not best[0].width and not best[0].side else _FINER) and all(
            any(lies_in(inner, outer, lexicon.knowledge) for outer in best) for inner in group
        ):
            return most_specific(sentence, group, lexicon)
    return most_specific(sentence, best, lexicon)


def _told_behind(sentence: list[Chunk], best: list[Located], behind: list[Located], last: int) -> list[Located]:
    """`وفي بيشاور، قتل سبعة بانفجار في بلدة وانا`: where exactly it was, behind what only opens the sentence."""
    if not (0 < best[0].at <= _OPENING and sentence[best[0].at - 1].is_("في")):
        return best
    one, between = behind[0], sentence[last : behind[0].at]
    finer = one.width > best[0].width and not one.again and one.place.country == best[0].place.country
    ends = any(
        piece.verb_says
        or piece.text in _STRONG
        or (piece.number is not None and not (at and "part" in between[at - 1].cues))
        for at, piece in enumerate(between)
    )
    return behind if finer and not ends else best


def _cost(sentence: list[Chunk], group: list[Located], first: int, last: int, *, single: bool) -> int:
    begins, ends = group[0].at, group[-1].at
    home = _HOME if single and _is_home(sentence, first, begins) else 0
    if begins >= last - 1:
        opens = ANOTHER if is_of_a_part(sentence, last, begins) else 0
        opens = opens or (ANOTHER if has_its_own(sentence, begins, ends + 1) else 0)
        opens = opens or (_ANOTHERS if opens_its_own(sentence, begins) else 0)
        origin = _ORIGIN if _is_origin(sentence, begins) else home
        return distance(sentence, last, begins, _COSTS) + opens + origin
    if ends < first:
        if _is_scene(sentence, max(group[-1].last, ends + 1), first):
            return _THERE
        others = any(piece.number is not None for piece in sentence[:begins]) and _parts(sentence, ends + 1, first)
        return distance(sentence, ends + 1, first, _COSTS) + (_BEHIND_ANOTHER if others else _BEHIND)
    return home


def _parts(sentence: list[Chunk], first: int, last: int) -> bool:
    """Tell whether a mark or a conjunction parts what stands before chunk `first` from what begins with `last`."""
    return any(piece.text in ("،", ",", "؛") or piece.conjunction == "و" for piece in sentence[first : last + 1])


def _is_origin(sentence: list[Chunk], at: int) -> bool:
    """`إطلاق 7 صواريخ من اليمن إلى السعودية`: from where something came that went elsewhere."""
    goes = any(piece.is_("الي", "علي", "باتجاه", "نحو") for piece in sentence[at + 1 : at + 3])
    return bool(at) and sentence[at - 1].is_("من") and goes


def _is_home(sentence: list[Chunk], first: int, at: int) -> bool:
    """`قتل خمسة مسلحين قبليين من محافظة البيضاء في كمين`: where those who were killed or held come from."""
    if at and place_noun(sentence[at - 1].words[-1]) is not None:
        at -= 1
    between = sentence[first + 1 : at - 1]
    plain = not any(piece.mark or piece.triggers or piece.is_(*_INTO) or piece.number is not None for piece in between)
    return first < at - 1 <= first + _DESCRIBED and sentence[at - 1].is_("من") and plain


def _is_scene(sentence: list[Chunk], behind: int, first: int) -> bool:
    """`في سوسة حيث قتل 38 سائحا، وفي متحف`: what is told behind `حيث` happened at the place before it."""
    behind += behind < first and sentence[behind].text in ("،", ",")
    told = sentence[behind + 1 : first]
    ends = any(piece.mark or piece.verb_says or piece.number is not None for piece in told)
    return behind < first and sentence[behind].is_(*_SCENE) and not ends
