"""Frames: what each quantity of a sentence counts, and the word that says so.

A quantity takes its measure from its own noun (`قتيل`, `غارة`), from a verb after it (`170 مدنيا قتلوا`), from a verb
or masdar that governs it (`مقتل 44 عنصرا`, `قتلت القوات 30`), by coordination from the quantity before it (`مقتل ضابط
وثلاثة جنود`), or from the whole that it is a part of (`57 قتيلا بينهم 12 طفلا`).
"""

from __future__ import annotations

from collections.abc import Callable

from tawatur.extract.counts import neighbours, own_nouns
from tawatur.extract.counts.agreement import has_object_ahead
from tawatur.extract.counts.coordination import (
    is_converted,
    is_second_level,
    is_share_of,
    lost_with,
    numbers_families,
    says_again,
)
from tawatur.extract.counts.frame import Frame
from tawatur.extract.counts.goods.appeals import appealed
from tawatur.extract.counts.goods.pledges import in_row, joined_to
from tawatur.extract.counts.governors import predicate
from tawatur.extract.counts.lists.gapped import gapped
from tawatur.extract.counts.lists.next_doers import next_doer
from tawatur.extract.counts.lists.occasions import struck_so_often
from tawatur.extract.counts.lists.ranked import next_in_order
from tawatur.extract.counts.lists.reached import came_down, reached
from tawatur.extract.counts.lists.risen import changed
from tawatur.extract.counts.lists.spread import over_kinds, spread
from tawatur.extract.counts.lists.tallied_things import tallied
from tawatur.extract.counts.lists.told_in_relatives import told_of_those
from tawatur.extract.counts.lists.tolls_within import counted_cases, numbered, partitive_cases, toll_within
from tawatur.extract.counts.parts import among, people_of, topic_of_part
from tawatur.extract.counts.people import custody
from tawatur.extract.counts.people.dwellers import dwelling
from tawatur.extract.counts.people.exchanges import is_in_return
from tawatur.extract.counts.people.force_sizes import force_size
from tawatur.extract.counts.people.helped import helped
from tawatur.extract.counts.people.hosted import hosted, in_row_of_hosts
from tawatur.extract.counts.people.needs import money_is_for
from tawatur.extract.counts.people.prisoners import kept_in_prison
from tawatur.extract.counts.people.remaining import still_there
from tawatur.extract.counts.people.sufferings import befallen, in_custody, of_unknown_fate, taken_captive
from tawatur.extract.counts.setting import Setting
from tawatur.extract.counts.singles.beside_names import joins_named
from tawatur.extract.counts.singles.grammatical_counts import counted_by_grammar
from tawatur.extract.counts.singles.persons import beside_person, find_persons
from tawatur.extract.counts.singles.verdicts import penalty_of
from tawatur.extract.counts.tolls import tolled
from tawatur.extract.counts.unexplained import uprooted
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.function_words import words_of
from tawatur.extract.phrases.government import FLOWS, is_joined
from tawatur.extract.phrases.lexicon import Lexicon
from tawatur.extract.phrases.quantity import Quantity

_ACTS = frozenset(("attacks", "airstrikes", "operations"))
_OF_THEM = frozenset(words_of("of_them"))
_HOW_MANY = "كم"
_AT_LEAST = ("علي", "الاقل")
#: What may stand in a list of what was done to things, though no table knows it.
_THINGS_DONE = frozenset(("destroyed", "seized"))
_THINGS = frozenset(("site", "facility", "vehicle", "weapon", "other"))


def find_frames(sentence: list[Chunk], quantities: list[Quantity], lexicon: Lexicon) -> list[Frame]:
    """Return a frame for each quantity whose measure the sentence tells, and for outcomes counted by grammar."""
    quantities = [quantity for quantity in quantities if not _is_subject(sentence, quantity, quantities)]
    counted = (one for one in counted_by_grammar(sentence, quantities, lexicon) if not _is_asked(sentence, one))
    quantities = sorted([*quantities, *counted], key=lambda q: q.first)
    frames: list[Frame] = []
    previous: Frame | None = None
    for order, quantity in enumerate(quantities):
        frame = _frame(Setting(sentence, quantities, order, previous, frames, lexicon))
        if frame is not None and not _is_doubtful(frame):
            _hedge_behind(sentence, frame)
            frames.append(frame)
            previous = frame
        elif not (_is_time_or_length(quantity) or _is_in_list(previous, quantity)):
            previous = None
    return frames


def _hedge_behind(sentence: list[Chunk], frame: Frame) -> None:
    """`مقتل جندي على الأقل`, `17 عنصرا قتلوا على الأقل`: the hedge that no number's own span holds."""
    quantity = frame.quantity
    behind = [quantity.last, *([frame.trigger + 1] if frame.how == "predicate" and frame.trigger is not None else [])]
    behind += [] if any(piece.number for piece in sentence[quantity.last : quantity.last + 2]) else [quantity.last + 1]
    hedged = any(tuple(piece.text for piece in sentence[at : at + 2]) == _AT_LEAST for at in behind)
    if hedged and quantity.bound == "exact" and quantity.low == quantity.high:
        quantity.bound, quantity.high = "at_least", None


def _is_subject(sentence: list[Chunk], quantity: Quantity, quantities: list[Quantity]) -> bool:
    """`قتل مسلحين ثمانية أشخاص`, `برصاص مهاجمين`: a noun in `ـين` that is who did it."""
    if quantity.bound == "ambiguous" and quantity.first and "agent" in sentence[quantity.first - 1].cues:
        return True
    if quantity.bound == "ambiguous" and sentence[quantity.first].preposition == "ل":
        return True  # سمح لمسلحين بالمرور
    if quantity.unit == "event":
        return False  # قتل تفجيران 13 شخصا: two attacks, and who died in them
    number = sentence[quantity.first].number
    acting = number is not None and number.noun is not None and sentence[quantity.first].text.endswith("ان")
    acting = (
        acting
        and quantity.first > 0
        and any(
            reading.verb is not None and reading.trigger.role == "object"
            for reading in sentence[quantity.first - 1].triggers
        )
    )  # قتل مسلحان خمسة أشخاص
    end = quantity.last + _adjective_behind(sentence, quantity)
    follows = (quantity.last <= other.first <= end and not is_joined(sentence, other.first) for other in quantities)
    return ((quantity.bound == "ambiguous" or acting) and any(follows)) or (
        acting and has_object_ahead(sentence, end, quantities)
    )


def _is_asked(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`كم مدنيا قتل؟`: a question how many, which counts nobody."""
    return quantity.first > 0 and sentence[quantity.first - 1].is_(_HOW_MANY)


def _adjective_behind(sentence: list[Chunk], quantity: Quantity) -> bool:
    """`شابتان انتحاريتان`: a dual that tells of the pair before it."""
    piece = sentence[quantity.last] if quantity.last < len(sentence) else None
    if piece is None or piece.conjunction:
        return False
    dual = any(reading.form.number == "dual" for reading in piece.nouns)
    return dual or (piece.number is not None and piece.number.noun is not None)


def _is_doubtful(frame: Frame) -> bool:
    """A noun in `ـين` and a singular count only where an outcome is told of them."""
    quantity = frame.quantity
    uncertain = quantity.bound == "ambiguous" or quantity.singular
    if quantity.bound == "ambiguous" and not (quantity.others or quantity.role or quantity.parties):
        return True  # تشريد مدنيين: civilians, however many
    disarmed = frame.measure == "other" and quantity.unit == "weapon"  # إبطال عبوة ناسفة
    if frame.measure in ("strength", *_ACTS) and quantity.low == quantity.high == 1 and quantity.unit != "weapon":
        return True  # فكرا إرهابيا واحدا, ليست مجرد عملية واحدة
    return uncertain and frame.measure not in FLOWS and not disarmed


def _is_time_or_length(quantity: Quantity) -> bool:
    return quantity.noun is None and quantity.unit == "other"


def _is_in_list(previous: Frame | None, quantity: Quantity) -> bool:
    """Tell whether a thing that no table knows stands in a list of what was seized or destroyed."""
    return previous is not None and previous.measure in _THINGS_DONE and quantity.unit in _THINGS


def _of_rank(one: Setting) -> Frame | None:
    """Return the frame of how often it was struck, of the next in a ranked list, of whom or where an act reached."""
    sentence, quantity = one.sentence, one.quantity
    ranked = struck_so_often(sentence, quantity) or next_in_order(sentence, quantity, one.frames)
    ranked = ranked or next_doer(sentence, quantity, one.frames)
    return ranked or came_down(sentence, quantity, one.frames) or reached(sentence, quantity, one.lexicon)


def _of_topic(one: Setting) -> Frame | None:
    """`القتلى 31 ألفا، والجرحى 72 ألفا`: what a noun before the quantity says, as its topic."""
    sentence, quantity = one.sentence, one.quantity
    topic = spread(sentence, quantity, one.frames) or over_kinds(sentence, quantity, one.frames)
    topic = topic or topic_of_part(sentence, quantity) or among(sentence, quantity)
    if topic is not None:
        died = predicate(sentence, quantity, len(sentence)) if topic.measure == "wounded" else None
        if died is not None and topic.how == "among" and died.measure == "killed":
            return Frame(quantity, died.measure, "predicate", died.at, died.reading)  # جنديين من بين الجرحى لقوا مصرعهم
        return topic
    if quantity.unit is None and is_joined(sentence, quantity.first - 1) and quantity.noun is None:
        people = people_of(sentence[quantity.first - 1])
        return Frame(quantity, people, "topic", quantity.first - 1) if people is not None else None
    return None


def _of_second_value(one: Setting) -> Frame | None:
    """Return the frame of an amount asked for, told again otherwise, of a second level, of the next pledge in a row."""
    sentence, quantity, previous = one.sentence, one.quantity, one.previous
    appeal = appealed(sentence, quantity, previous, one.lexicon)
    if appeal is not None:
        return appeal
    if previous is None:
        return joined_to(sentence, quantity, one.frames)
    if lost_with(sentence, quantity, previous):
        return Frame(quantity, "destroyed", "coordination", previous.trigger, previous.reading)
    if is_share_of(sentence, quantity, previous):
        return Frame(quantity, previous.measure, "part", previous.trigger, previous.reading, previous)
    again = is_converted(sentence, quantity, previous) or is_second_level(sentence, quantity, previous)
    again = again or numbers_families(sentence, quantity, previous)
    if again or is_in_return(sentence, quantity, previous):
        return one.beside(previous)
    return in_row(sentence, quantity, previous) or joined_to(sentence, quantity, one.frames)


def _of_cases(one: Setting) -> Frame | None:
    """`201 من حالات القتل`, `عدد قاطني المخيم 38 ألفا`: what a number is of that its own words, or a count's, tell."""
    aided = money_is_for(one.sentence, one.quantity) or helped(one.sentence, one.quantity, one.lexicon)
    if aided is not None:
        return aided
    dwellers = dwelling(one.sentence, one.quantity) or hosted(one.sentence, one.quantity)
    dwellers = dwellers or in_row_of_hosts(one.sentence, one.quantity, one.previous, one.lexicon)
    return dwellers or partitive_cases(one.sentence, one.quantity, one.lexicon)


def _of_toll(one: Setting) -> Frame | None:
    """`قال إن العدد بلغ 318`: what a toll before it explains, or a word for cases, those left, things."""
    sentence, quantity = one.sentence, one.quantity
    within = changed(sentence, quantity, one.lexicon) or toll_within(sentence, quantity, one.lexicon)
    within = within or numbered(sentence, quantity)
    within = within or counted_cases(sentence, quantity, one.lexicon) or force_size(sentence, quantity)
    within = within or told_of_those(sentence, quantity)
    return within or still_there(sentence, quantity) or tallied(sentence, quantity, one.previous, one.lexicon)


def _of_lot(one: Setting) -> Frame | None:
    """Return the frame of people in custody, of those who underwent something, of those sentenced."""
    captive = taken_captive(one.sentence, one.quantity)
    if captive is not None:
        return captive
    if in_custody(one.sentence, one.quantity) or kept_in_prison(one.sentence, one.quantity):
        return Frame(one.quantity, "held", "told of", whole=one.whole)
    suffered = of_unknown_fate(one.sentence, one.quantity) or befallen(one.sentence, one.quantity)
    if suffered is not None:
        return suffered
    penalty = penalty_of(one.sentence, one.quantity.first) if one.quantity.unit in (None, "person") else None
    return Frame(one.quantity, "sentenced", "verdict", penalty) if penalty is not None else None


def _of_kind(one: Setting) -> Frame | None:
    """`يحتجزون عشرة آلاف، ألفان منهم أجانب رفضت بلدانهم استعادتهم`: of what kind a part of those just counted is."""
    quantity, previous = one.quantity, one.previous
    if not quantity.anaphor or one.own is not None or previous is None or not one.sentence[quantity.first - 1].mark:
        return None
    kind = one.sentence[quantity.last - 1]
    named = bool(kind.actors) or any(r.noun.unit == "person" and not r.stem.article for r in kind.nouns)
    if not named or kind.text in _OF_THEM or kind.verb_says or previous.quantity.unit not in (None, "person"):
        return None
    quantity.unit = "person"
    return Frame(quantity, previous.measure, "part", previous.trigger, previous.reading, previous)


def _may_hold(frame: Frame, quantity: Quantity) -> bool:
    """Tell whether a number may be a part of what a frame counts: it is no larger."""
    part, whole = quantity.low, frame.quantity.low
    return isinstance(part, int) and isinstance(whole, int) and part <= whole


def _of_what_is_left(one: Setting) -> Frame | None:
    """Return what is likeliest where nothing near says more: a predicate however far, the noun's default, a toll."""
    sentence, quantity, previous = one.sentence, one.quantity, one.previous
    if one.right is not None:
        return Frame(quantity, one.right.measure, "predicate", one.right.at, one.right.reading)
    if one.own is not None:
        return Frame(quantity, one.own, "noun")
    bare = quantity.noun is None and quantity.unit is None
    if previous is not None and bare and sentence[quantity.first - 1].text == ":":
        larger = (frame for frame in reversed(one.frames) if _may_hold(frame, quantity))
        whole = next(larger, previous)  # 174 جنديا في ثلاث هجمات: 71 في كذا
        return Frame(quantity, whole.measure, "part", whole.trigger, whole.reading, whole)
    if previous is not None and says_again(sentence, quantity, previous):
        return one.beside(previous)
    if quantity.anaphor and one.frames:
        last = one.frames[-1]
        return Frame(quantity, last.measure, "part", last.trigger, last.reading, last)
    toll = tolled(sentence, quantity, one.quantities, one.order)
    if toll is None and uprooted(sentence, quantity, one.lexicon):
        return Frame(quantity, "displaced", "told of")
    return toll or gapped(sentence, quantity, one.frames)


#: The first that knows what a quantity counts is believed: what is certain stands before what is likely.
def _beside_name(one: Setting) -> Frame | None:
    """`استشهد الشاب فلان وشقيقه`: one joined to a name, whom its bearer's lot befell."""
    sentence, quantity = one.sentence, one.quantity
    if not (quantity.singular and joins_named(sentence, quantity.first, quantity, one.lexicon)):
        return None
    taken = set(range(quantity.first, quantity.last))
    return beside_person(sentence, quantity, find_persons(sentence, taken, [], one.lexicon, frozenset()))


_RULES: tuple[Callable[[Setting], Frame | None], ...] = (
    _of_rank,
    _of_topic,
    _of_second_value,
    _of_cases,
    own_nouns.of_its_noun,
    _of_toll,
    own_nouns.of_alliance,
    _of_lot,
    own_nouns.fallen,
    neighbours.by_agreement,
    _of_kind,
    custody.of_those_held,
    neighbours.by_whole,
    neighbours.by_predicate,
    neighbours.by_companion,
    _beside_name,
    neighbours.by_governor,
    _of_what_is_left,
)


def _frame(one: Setting) -> Frame | None:
    for rule in _RULES:
        frame = rule(one)
        if frame is not None:
            return frame
    return None
