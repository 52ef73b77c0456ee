"""What a number counts that no word of an outcome explains: fighters that there are, people and things told of.

A report of a conflict counts them because they are of it (`مئات الشبان`, `26 شاحنة محملة بالمساعدات`): the codebook's
`other`. Fighters and soldiers are a strength (`ينشر الجيش أربعة آلاف جندي`).
"""

from __future__ import annotations

from itertools import takewhile

from tawatur.arabic import fold, stems
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.people.evacuations import behind_family, goes_with_family, in_convoy, taken_along
from tawatur.extract.counts.people.needs import (
    GOODS,
    is_a_need,
    is_a_share,
    is_aid,
    is_aided,
    is_in_need,
    is_land_held,
    is_land_share,
    is_listed,
    lacking,
    taken_in,
)
from tawatur.extract.counts.people.sufferings import sickened
from tawatur.extract.counts.quantities import is_definite
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import is_whole, tells_flow
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity
from tawatur.extract.times.durations import is_of

_PEOPLE = frozenset(("person", "household"))
_THINGS = frozenset(("site", "facility", "vehicle", "weapon"))
_BEARING_ARMS = frozenset(("member", "armed_group", "state_forces"))
_TOLD_AS_A_NATION = frozenset(("other", "inhabitants", "beneficiaries"))
_GOAL = "هدف"  # of a match as often as of a raid
_POINT = "نقطة"  # of an index, or a post
_TRADES, _DWELLERS = words_of("of_exchanges"), words_of("dwellers")
_BARREL = "برميل"  # of oil, as a rule
_MEMBER, _MIGRANT = "فرد", "مهاجر"
#: So many civilians in a place are those who live there.
_A_TOWN = 1000
#: So many people of any kind in a place are those who live there.
_A_REGION = 100_000
_STATIONED = words_of("stationed")
_COMPOSED, _PER_HEAD = words_of("composed"), words_of("per_head")
_LEAVES = words_of("leaves")
_COMMAS = ("،", ",")
_LETS = words_of("lets_leave")
_FLED = words_of("those_who_fled")
_DOES = (*words_of("before_agent"), *words_of("storms"))
_PROTESTS = words_of("protests")
_HEADS, _SETS_OUT = words_of("heads_for"), words_of("sets_out")
#: `عبر` is a preposition too, unless who crosses is led to another land.
_CROSSES, _BORDERS = ("عبر", "عبرت", "عبروا", "يعبر"), ("الي", "الحدود", "حدود", "نحو")
#: How far behind rockets their flight may be told.
_FLOWN = 6
#: So many who leave are no delegation; so many families or civilians.
_MANY, _FAMILIES = 50, 10
#: How many chunks a part may have, with its opening word and the verb behind it.
_PART = 6
#: So many people are of a whole country.
_A_NATION = 1_000_000
#: How far before a number the word may stand that makes of it a speaker, or a vote.
_BESIDE = 3
#: How far before a number the delegation may stand that it is of.
_OF_DELEGATION = 5
_MEETS = words_of("meets")
_FIRE = words_of("gunfire")
_HEADED = words_of("headed")
_MISSILES = words_of("missile")
_CELLS, _CONSISTS, _MEMBERS = words_of("cell"), words_of("consists"), ("عضو", "فرد", "عنصر")
#: How far before its size a cell may stand.
_OF_CELL = 6
_FIGHTERS = words_of("fighters_of")
#: Things that nobody moves or counts but for a war.
_WAR_MACHINES = frozenset(words_of("war_machine"))


def told_of(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> Frame | None:
    """Return what a number of people or things counts that no word of the sentence explains."""
    if is_aided(sentence, quantity):
        return Frame(quantity, "beneficiaries", "told of")
    hospital = taken_in(sentence, quantity)
    if hospital is not None:
        return hospital
    sick = sickened(sentence, quantity) if is_of_conflict(sentence, quantity, lexicon) else None
    if sick is not None:
        return sick
    if is_land_share(sentence, quantity):
        return Frame(quantity, "territory_share", "told of")
    if is_land_held(sentence, quantity):
        return Frame(quantity, "territory_area", "told of")
    lack = lacking(sentence, quantity)
    if lack is not None:
        return lack
    share = is_a_share(sentence, quantity) and is_of_conflict(sentence, quantity, lexicon)
    if share or is_aid(sentence, quantity) or is_a_need(sentence, quantity):
        return Frame(quantity, "other", "told of")
    rockets = quantity.noun is not None and quantity.noun.lemma.split()[0] in _MISSILES
    if rockets and _are_fired(sentence, quantity) and is_whole(quantity):
        return Frame(quantity, "attacks", "told of")
    if _is_of_cell(sentence, quantity):
        quantity.unit = "person"
        return Frame(quantity, "strength", "told of")
    if _carry_aid(sentence, quantity):
        return Frame(quantity, "other", "told of")
    if quantity.unit not in _PEOPLE | _THINGS or not is_whole(quantity) or not _is_counted(sentence, quantity):
        return None
    if quantity.noun is not None and quantity.noun.lemma == _BARREL:
        return None
    if quantity.noun is not None and quantity.noun.lemma == _POINT and any(piece.is_(*_TRADES) for piece in sentence):
        return None
    if quantity.low == 1 or (quantity.role is None and _sizes_or_measures(sentence, quantity)):
        return None
    if not is_of_conflict(sentence, quantity, lexicon) or _votes_or_speaks(sentence, quantity):
        return None
    if quantity.noun is not None and quantity.noun.lemma == _MEMBER and _is_of_family(sentence, quantity):
        return None
    if quantity.noun is not None and quantity.noun.lemma == _MIGRANT:
        return None
    if _live_there(sentence, quantity):
        return Frame(quantity, "inhabitants", "told of")
    if quantity.population in ("refugees", "displaced") and not quantity.role:
        return Frame(quantity, "displaced", "told of")
    if _fired_upon(sentence, quantity) or _are_fired(sentence, quantity):
        return Frame(quantity, "attacks", "told of")
    if quantity.role in _BEARING_ARMS and _act(sentence, quantity):
        return None  # هجوم نفذه 300 من المقاتلين: how many did it
    present = not is_listed(sentence, quantity) and not _do_something(sentence, quantity)
    armed = quantity.role in _BEARING_ARMS or _are_fighters(quantity)
    if quantity.unit == "person" and armed and present:
        return Frame(quantity, "strength", "told of")
    return Frame(quantity, "other", "told of")


def _is_of_cell(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`خلية تتألف من ثمانية أعضاء`, `تفكيك خلية من 8 أشخاص`: how many a cell is of whom no other word tells."""
    member = quantity.unit == "person" or (quantity.noun is not None and quantity.noun.lemma in _MEMBERS)
    before = sentence[max(0, quantity.first - _OF_CELL) : quantity.first]
    cell = next((at for at, piece in enumerate(before) if piece.is_(*_CELLS)), None)
    if not member or cell is None or not (before[-1].is_("من") or before[-1].is_(*_CONSISTS)):
        return False
    return not any(piece.mark or piece.number or piece.verb_says for piece in before[cell:])


def _carry_aid(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`وصلت طائرتان محملتان بالمساعدات`: two that carry aid; two that are known (`الطائرتان`) only refer."""
    number = sentence[quantity.first].number
    if quantity.unit != "vehicle" or number is None or number.noun is None:
        return False
    behind = sentence[quantity.last : quantity.last + _FLOWN]
    return not sentence[quantity.first].definite and any(is_of(piece, GOODS) for piece in behind)


def _sizes_or_measures(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`طاقمها المكون من ستة أشخاص`, `13 وفاة لكل مائة ألف شخص`: how large a crew is, or what a rate is measured by."""
    before = sentence[max(0, quantity.first - 2) : quantity.first]
    crew = quantity.unit in _PEOPLE and any(piece.is_(*_COMPOSED) for piece in before)
    return crew or any(piece.is_(*_PER_HEAD) for piece in before[-1:])


def _act(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether a verb of an attack stands close before armed people: its doers, who are no claim."""
    return any(piece.is_(*_DOES) for piece in sentence[max(0, quantity.first - _BESIDE) : quantity.first])


def _fired_upon(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`أطلق الجيش النار على خمسة مسعفين`: people on whom fire is opened, of whom no outcome is told."""
    at = quantity.first
    return at > 1 and sentence[at - 1].is_("علي") and sentence[at - 2].is_(*_FIRE)


def _are_fired(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`28 صاروخا وقذيفة هاون استهدفت المدينة`, `صاروخين استهدفا مستودعا`: rockets, and behind them that they flew."""
    if quantity.unit != "weapon":
        return False
    behind = list(takewhile(lambda piece: not piece.mark, sentence[quantity.last : quantity.last + _FLOWN]))
    if any(piece.is_(*_HEADED) for piece in behind):
        return True  # ثلاثة صواريخ كانت موجهة نحو العاصمة
    return any(r.trigger.measure == "attacks" and (r.verb or r.pronoun) for p in behind for r in p.triggers)


def _do_something(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`نحو 150 متشددا حاولوا مغادرة البلاد`: what they did is told, not that there are so many."""
    for behind in sentence[quantity.first + 1 : quantity.last + 1]:
        if behind.mark or behind.conjunction or behind.is_(*_STATIONED):
            return False
        word = behind.text
        if not behind.nouns and (word.endswith("وا") or (word.endswith("ون") and word.startswith(("ي", "سي")))):
            return True
    return False


def _live_there(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`لا يزال هناك عشرات آلاف المدنيين في المدينة`, `في الجيب 400 ألف مدني`: so many civilians are in a place."""
    many = isinstance(quantity.low, int | float) and quantity.low >= _A_TOWN
    behind = sentence[quantity.last : quantity.last + 2]
    in_place = len(behind) > 1 and behind[0].is_("في") and ("place_noun" in behind[1].cues or bool(behind[1].places))
    if (
        isinstance(quantity.low, int | float)
        and quantity.low >= _A_REGION
        and quantity.unit == "person"
        and not quantity.role
        and in_place
        and not is_in_need(sentence, quantity)  # 5 ملايين شخص في كذا يعانون الجوع
    ):
        return True  # تداعيات التصعيد على نحو 750 ألف شخص في مناطق كذا
    if not many or quantity.population != "civilians" or quantity.unit not in _PEOPLE:
        return False
    before = sentence[max(0, quantity.first - _BESIDE) : quantity.first]
    there = any(piece.is_("هناك", "يوجد") for piece in before)
    opened = len(before) > 1 and before[-2].is_("في") and ("place_noun" in before[-1].cues or bool(before[-1].places))
    return (in_place and there) or opened


def _is_of_family(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`عائلة من ستة أفراد`: the size of a family."""
    return any(piece.names("household") for piece in sentence[max(0, quantity.first - _BESIDE) : quantity.first])


def uprooted(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> bool:
    """`غادر أكثر من 7 آلاف شخص الغوطة`, `سمح لأربعة آلاف بالفرار`: many who leave a place of war, and don't protest."""
    if not quantity.measure and (in_convoy(sentence, quantity) or taken_along(sentence, quantity)):
        return True
    kin = goes_with_family(sentence, quantity)
    family = kin or quantity.unit == "household" or quantity.population == "civilians"
    many = isinstance(quantity.low, int | float) and quantity.low >= (_FAMILIES if family else _MANY)
    if not many or quantity.unit not in (None, *_PEOPLE) or not is_whole(quantity):
        return False
    before = sentence[max(0, quantity.first - _BESIDE) : quantity.first]
    behind = sentence[behind_family(sentence, quantity) :][: _BESIDE - 1]
    told = behind[1:2] if behind and behind[0].text in _COMMAS else behind[:1]
    if told and "part" in told[0].cues:
        told = sentence[quantity.last : quantity.last + _PART]  # 384 شخصا بينهم 44 مسلحا غادروا
    fled = len(behind) > 1 and behind[0].is_("من") and behind[1].is_(*_FLED)  # وصل 5240 من الفارين إلى البلدة
    ways = (*_LEAVES, *_HEADS, *_SETS_OUT) if kin else (*_LEAVES, *_HEADS) if family else _LEAVES
    let = sentence[quantity.last : quantity.last + _BESIDE]
    around = (*before, *sentence[quantity.last : quantity.last + 1])
    to = sentence[quantity.last : quantity.last + _FLOWN]
    crossed = any(piece.is_(*_CROSSES) for piece in around) and any(piece.is_(*_BORDERS) for piece in to)
    leave = (
        fled
        or crossed
        or any(piece.is_(*ways) for piece in (*before, *told))
        or any(piece.is_(*_LETS) for piece in let)
    )
    peaceful = any(stem.text.startswith(_PROTESTS) for piece in sentence for stem in stems(piece.text))
    return leave and not peaceful and is_of_conflict(sentence, quantity, lexicon)


def nation_of(frame: Frame) -> str | None:
    """`ملايين اليمنيين`: of so many of a nation, told of in need or as inhabitants, the state in which they are."""
    quantity = frame.quantity
    many = isinstance(quantity.low, int | float) and quantity.low >= _A_NATION
    return quantity.state if many and frame.measure in _TOLD_AS_A_NATION else None


def _is_counted(sentence: list[Chunk], quantity: Quantity) -> bool:
    """Tell whether a number in words or digits counts a noun: duals and singulars only refer (`الجنديان`)."""
    number = sentence[quantity.first].number
    told = (quantity.noun is not None and quantity.noun.lemma != _GOAL) or quantity.state is not None
    told = told or _are_fighters(quantity) or sentence[quantity.last - 1].is_(*_DWELLERS)  # 8 ملايين من سكان كذا
    if number is None or number.noun is not None or is_definite(number, sentence[quantity.first].text):
        return False
    return told and not (quantity.by_reference or quantity.anaphor)


def _are_fighters(quantity: Quantity) -> bool:
    """`المئات من مقاتلي التنظيم`: fighters of a party, their noun read with its name as one."""
    return quantity.unit == "person" and any(piece.words[0] in _FIGHTERS for _, piece in quantity.parties)


def is_of_conflict(sentence: list[Chunk], quantity: Quantity, lexicon: Lexicon) -> bool:
    """Tell whether the sentence tells of war, flight or need: it names a party, or has a word of them."""
    warlike = quantity.noun is not None and fold(quantity.noun.lemma) in _WAR_MACHINES
    return (
        warlike
        or bool(quantity.parties)
        or any(
            bool(piece.cues & {"conflict", "need", "no_attack"})
            or is_of(piece, GOODS)
            or any(key in lexicon.parties for key in piece.actors)
            or tells_flow(piece)
            for piece in sentence
        )
    )


def _votes_or_speaks(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`قال ثلاثة مسؤولين`, `بأغلبية 174 نائبا`, `وفد من خمسة وزراء`: who says so, votes or meets is of no conflict."""
    counted = sentence[quantity.first : quantity.last]
    many = isinstance(quantity.low, int | float) and quantity.low >= _A_REGION  # ثمانية ملايين من سكان البلاد
    if quantity.role is None and not many and any("speaker" in piece.says for piece in counted):
        return True
    before = sentence[max(0, quantity.first - _BESIDE) : quantity.first]
    meets = any(piece.is_(*_MEETS) for piece in sentence[max(0, quantity.first - _OF_DELEGATION) : quantity.first])
    if meets and quantity.role is None:
        return True  # وفد من خمسة وزراء
    speak = quantity.unit in _PEOPLE and any(piece.verb_says for piece in before[-1:])  # نقلت ثلاث طائرات مساعدات
    return speak or any("vote" in piece.cues for piece in (*before, *counted))
