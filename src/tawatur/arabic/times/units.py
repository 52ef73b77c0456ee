"""Units of time pointed at (`الشهر الماضي`, `الأشهر الستة الماضية`) and amounts of it (`قبل ثلاثة أسابيع`).

Source: Ryding 2005, 15.1.2.3 (numerals after their noun), 11.6 (adverbs of time), 5.4.3 (demonstratives).
"""

from __future__ import annotations

from tawatur.arabic.times import beginnings
from tawatur.arabic.times.counted import is_counted
from tawatur.arabic.times.forms import CalendarUnit, Century, DayWord, Distance, Form, Found, RollingUnits, Told
from tawatur.arabic.times.numerals import Numeral, cardinal, digits, ordinal
from tawatur.arabic.times.words import Sense, Unit, Words

_FEW = (3, 9)
_DUAL = 2
_SHARES = {"half_of": 1 / 2, "third_of": 1 / 3, "quarter_of": 1 / 4}
#: How many hedges, amounts or words behind them may follow one another: a bound on the work, not on the language.
_LONGEST = 4
_SAME = frozenset({"نفس", "ذات"})
_SHARES_OF_HOUR = frozenset({"ربع", "نصف", "ثلث", "النصف", "الربع", "الثلث"})
_NIGHTS = frozenset({"ليلة", "ليله"})
#: Figures behind `العام` that name a year; others count what is told since this one began.
YEARS = range(1000, 2200)
#: Those that a number is sooner than a count, behind `العام`.
LIKELY_YEARS = range(1900, 2051)


def read_unit(words: Words, at: int, *, bare: bool = False) -> Found | None:
    """Read a unit that is pointed at; `bare` takes `العام`, `الشهر` alone for the current one (after `مطلع`)."""
    rules = beginnings.RULES_AT[words.word(at)]
    if not rules & beginnings.UNIT:
        return None
    return (
        (_demonstrated(words, at) if rules & beginnings.DEMONSTRATED else None)
        or (_last_units(words, at) if rules & beginnings.LAST_UNITS else None)
        or (_counted_before(words, at) if rules & beginnings.COUNT else None)
        or (_pointed(words, at, bare=bare) if rules & beginnings.POINTED else None)
    )


def _unit(words: Words, at: int, *numbers: str) -> Sense | None:
    for sense in words.senses(at, "unit"):
        if sense.value.number in numbers:
            return sense
    return None


def _name(words: Words, at: int, unit: Unit) -> str:
    return "night" if words.word(at).removeprefix("و").removeprefix("ال") in _NIGHTS else unit.name


def _demonstrated(words: Words, at: int) -> Found | None:
    """Read `هذا العام`, `هذه الليلة`, `ذلك اليوم`."""
    demonstrative = words.sense(at, "demonstrative")
    told = words.sense(at, "direction") if demonstrative is None else None
    if demonstrative is None and (told is None or words.word(at)[-3:] not in {"ذلك", "تلك"}):
        return None
    days = _unit(words, at + 1, "plural") if demonstrative is not None else None
    if days is not None and days.article and not days.prefix and days.value.name == "day":
        return Found(DayWord(0), at, days.next, demonstrative.prefix) if demonstrative is not None else None
    unit = _unit(words, at + 1, "singular")
    if unit is None or not unit.article or unit.prefix:
        return None
    if unit.value.name == "hour" and words.sense(at - 1, "relation") is None:
        return None  # `هذه الساعة`, a watch
    name = _name(words, at + 1, unit.value)
    opening = demonstrative or told
    assert opening is not None
    form: Form = (
        Told(name, same=True) if demonstrative is None else CalendarUnit("day" if name == "night" else name, "current")
    )
    return Found(form, at, unit.next, opening.prefix)


def _last_units(words: Words, at: int) -> Found | None:
    """Read `آخر 3 أشهر`, `آخر شهرين`."""
    last = next((sense for sense in words.senses(at, "amount") if sense.value == "last"), None)
    if last is None or last.article:
        return None
    amount = _amount(words, last.next)
    if amount is None:
        return None
    unit, low, high, after = amount
    if low == high == 1 or not low or unit in {"second", "minute"}:
        return None
    if _leads_into(words, after):
        return None
    return Found(RollingUnits(unit, "past", low, high), at, after, last.prefix)


def _leads_into(words: Words, at: int) -> bool:
    """Return whether `من` follows, so that the units are some of another period or thing."""
    return words.word(at) in {"من", "في"} and words.sense(at + 1, "now") is None


def _counted_before(words: Words, at: int) -> Found | None:
    """Read `الستة أشهر الماضية`, `الـ 24 ساعة الماضية`, `24 ساعة الماضية`, `عشرة أيام مضت`."""
    count = cardinal(words, at)
    if count is None or count.next == at:
        return None
    unit = _unit(words, count.next, "plural", "singular")
    singular = unit is not None and unit.article and unit.value.number == "singular"
    hours = unit is not None and unit.value.name == "hour" and words.kind(at) == "digits"  # `24 الساعة الماضية`
    if unit is None or unit.prefix or (singular and not hours):
        return None
    direction = words.sense(unit.next, "direction")
    if direction is None or direction.prefix or direction.value == "told":
        return None
    heading = "past" if direction.value == "latest" else direction.value
    return Found(RollingUnits(unit.value.name, heading, count.value, count.value), at, direction.next, count.prefix)


def _pointed(words: Words, at: int, *, bare: bool) -> Found | None:
    """Read a unit with the article and what follows it: a count, a direction, an ordinal."""
    unit = words.sense(at, "unit")
    if unit is None or not unit.article or unit.value.name in {"second", "minute"}:
        return None  # the last minutes are a match's
    if unit.value.name == "hour" and words.word(at - 1) in _SHARES_OF_HOUR:
        return None  # `ربع الساعة الأخير`
    if unit.value.name == "year" and words.sense(at - 1, "title") is not None:
        return None
    name, number = _name(words, at, unit.value), unit.value.number
    after = unit.next
    count = None
    if number in {"plural", "construct"}:
        count = _count_after(words, after)
        after = after if count is None else count.next
        few = words.sense(after, "few")
        after = after if few is None else few.next
    elif words.word(after) in {"الواحد", "الواحدة"}:
        after += 1
    if name == "century" and number == "singular":
        century = _century(words, at, unit)
        if century is not None:
            return century
    direction = words.sense(after, "direction")
    if direction is None or direction.prefix:
        return _undirected(words, at, unit, name, bare=bare)
    if not direction.article and direction.value not in {"told", "before_last", "after_next"}:
        return None
    if name == "decade" and number == "singular" and direction.value in {"told", "current"}:
        return None  # `العقد السابق`, a contract
    return Found(_directed(words, name, number, direction, count), at, direction.next, unit.prefix)


def _directed(words: Words, name: str, number: str, direction: Sense, count: Numeral | None) -> Form:
    heading = direction.value
    if heading == "told":
        return Told(name, same=words.word(direction.next - 1)[:3] in _SAME)
    if number == "singular":
        if heading != "latest":
            return CalendarUnit(name, heading)
        return Told(name) if _leads_into(words, direction.next) else RollingUnits(name, "past", 1, 1)
    heading = "past" if heading == "latest" else heading
    if number == "dual":
        return RollingUnits(name, heading, 2, 2)
    if count is None:
        return RollingUnits(name, heading, None, None)
    return RollingUnits(name, heading, count.value, count.high or count.value)


def _undirected(words: Words, at: int, unit: Sense, name: str, *, bare: bool) -> Found | None:
    if unit.value.number != "singular" or name in {"hour", "minute", "second", "night", "century", "decade"}:
        return None
    if words.word(unit.next) == "هذا":
        return Found(CalendarUnit(name, "current"), at, unit.next + 1, unit.prefix)
    figure = digits(words, unit.next)
    of_unit = name != "year" or (figure in YEARS and not (figure not in LIKELY_YEARS and is_counted(words, unit.next)))
    if not bare or name == "day" or (figure is not None and of_unit):
        return None
    return Found(CalendarUnit(name, "current", bare=True), at, unit.next, unit.prefix)


def _count_after(words: Words, at: int) -> Numeral | None:
    """Read the count behind its noun: `الستة`, `الـ24`, `الخمس عشرة`."""
    if words.kind(at) == "word" and words.word(at) != "ال" and not words.word(at).startswith("ال"):
        return None
    count = cardinal(words, at)
    if count is not None and words.word(count.next) == "او":
        more = cardinal(words, count.next + 1)
        if more is not None and more.value > count.value:
            return Numeral(count.value, more.next, count.prefix, more.value)
    return count


def _century(words: Words, at: int, unit: Sense) -> Found | None:
    """Read `القرن العشرين`, `القرن التاسع عشر`, `القرن 19`."""
    number = ordinal(words, unit.next)
    value = digits(words, unit.next, 2)
    if number is None and value is None:
        return None
    found = number.value if number is not None else value
    after = number.next if number is not None else unit.next + 1
    assert found is not None
    if not 1 <= found <= 21 or words.sense(after, "calendar") is not None:
        return None
    return Found(Century(found), at, after, unit.prefix)


def read_distance(words: Words, at: int, manner: str) -> Found | None:
    """Read an amount of time after `قبل`, `منذ`, `بعد`, `خلال`: `ثلاثة أسابيع`, `نحو عامين ونصف`, `أيام`.

    `at` is the token behind the preposition; `manner` what it makes of the amount.
    """
    start, bound = at, "exact"
    for _ in range(_LONGEST):
        hedge = _hedge(words, at)
        if hedge is None:
            break
        if hedge.value == "elapsed" and manner == "ahead":
            manner = "told"  # `بعد مرور عامين`: of what the text tells
        bound = {"more": "more_than", "less": "less_than"}.get(hedge.value, bound)
        at = hedge.next
    amount = _amount(words, at)
    if amount is None:
        return None
    amounts = []
    unit, low, high, after = amount
    amounts.append((unit, low, high))
    for _ in range(_LONGEST):
        more = _another_amount(words, after)
        if more is None:
            break
        amounts.append(more[:3])
        after = more[3]
    after, extra, bound = _tail(words, after, bound)
    if extra:
        unit, low, high = amounts[-1]
        amounts[-1] = (unit, low + extra, None if high is None else high + extra)
    if _names_another(words, at, after, amounts):
        return None
    now = words.sense(after + 1, "now") if words.word(after) == "من" else None
    if now is not None:
        after, manner = now.next, {"ahead": "from now", "within": "from now"}.get(manner, manner)
    elif manner in {"ahead", "ago"} and words.word(after) in {"من", "علي"}:
        manner = "told"
    return Found(Distance(tuple(amounts), manner, bound), start, after)


def _hedge(words: Words, at: int) -> Sense | None:
    for sense in words.senses(at, "amount"):
        if sense.value in {"about", "more", "less", "elapsed"} and not sense.article:
            return sense
    return None


def _amount(words: Words, at: int) -> tuple[str, float, float | None, int] | None:
    """Read (unit, low, high, next): `ثلاثة أسابيع`, `عامين`, `أسبوع`, `بضعة أيام`, `أيام`, `العقد من الزمن`."""
    few = next((sense for sense in words.senses(at, "amount") if sense.value in {"few", "several"}), None)
    if few is not None:
        unit = _unit(words, few.next, "plural")
        if unit is None or unit.prefix:
            return None
        low, high = _FEW if few.value == "few" else (0, None)
        return unit.value.name, low, high, unit.next
    count = cardinal(words, at)
    if count is not None:
        more = cardinal(words, count.next + 1) if words.word(count.next) in {"او", "-", "الي"} else None
        most = more if more is not None and more.value > count.value else count
        unit = _unit(words, most.next, "plural", "singular")
        if unit is not None and not unit.prefix and not unit.article:
            end = _end_of_amount(words, unit) if most is count else None
            return unit.value.name, count.value, *((most.value, unit.next) if end is None else end)
        return None
    share = next((sense for sense in words.senses(at, "amount") if sense.value in _SHARES), None)
    if share is not None:  # `نصف قرن`
        unit = _unit(words, share.next, "singular")
        if unit is None or unit.prefix or unit.article:
            return None
        return unit.value.name, _SHARES[share.value], _SHARES[share.value], unit.next
    dual = _unit(words, at, "dual")
    more = cardinal(words, dual.next + 1) if dual is not None and words.word(dual.next) == "او" else None
    if dual is not None and more is not None and more.value > _DUAL and not dual.article:
        unit = _unit(words, more.next, "plural")  # `شهرين أو ثلاثة`
        same = unit is not None and unit.value.name == dual.value.name and not unit.prefix
        if unit is None or same:
            return dual.value.name, 2, more.value, more.next if unit is None else unit.next
    if dual is not None and not dual.article:
        two = next((sense for sense in words.senses(dual.next, "amount") if sense.value == "two"), None)
        return dual.value.name, 2, 2, dual.next if two is None else two.next
    single = _unit(words, at, "singular")
    pair = _unit(words, at + 2, "dual") if single is not None and words.word(at + 1) == "او" else None
    if single is not None and pair is not None and pair.value.name == single.value.name and not single.article:
        return single.value.name, 1, 2, pair.next  # `يوم أو يومين`
    if single is not None and not single.preposition:
        if single.article and not _of_time(words, single.next):
            return None
        one = next((sense for sense in words.senses(single.next, "amount") if sense.value == "one"), None)
        return single.value.name, 1, 1, single.next if one is None else one.next
    plural = _unit(words, at, "plural")
    if plural is not None and not plural.article and not plural.preposition:
        adjective = words.sense(plural.next, "few")
        return plural.value.name, 0, None, plural.next if adjective is None else adjective.next
    return None


def _end_of_amount(words: Words, unit: Sense) -> tuple[float, int] | None:
    """Read the other end of `10 أيام إلى 14 يوما`: its number, and the token after it."""
    most = cardinal(words, unit.next + 1) if words.word(unit.next) in {"-", "الي"} else None
    other = None if most is None else _unit(words, most.next, "plural", "singular")
    if most is None or other is None or other.value.name != unit.value.name or other.prefix or other.article:
        return None
    return most.value, other.next


def _of_time(words: Words, at: int) -> bool:
    return words.word(at) == "من" and words.word(at + 1) in {"الزمن", "الزمان"}


def _another_amount(words: Words, at: int) -> tuple[str, float, float | None, int] | None:
    """Read a further amount joined by `و`: `عام وثلاثة أشهر`."""
    if words.word(at) == "و":
        return _counted(words, at + 1)
    word = words.word(at)
    if not word.startswith("و") or words.sense(at, "amount") is not None:
        return None
    return _counted(words, at)


def _counted(words: Words, at: int) -> tuple[str, float, float | None, int] | None:
    amount = _amount(words, at)
    return amount if amount is not None and amount[1] and amount[2] is not None else None


def _tail(words: Words, at: int, bound: str) -> tuple[int, float, str]:
    """Read what may follow an amount: `ونصف`, `ونيف`, `تقريبا`, `من الزمن`."""
    extra = 0.0
    for _ in range(_LONGEST):
        sense = next(
            (s for s in words.senses(at, "amount") if s.value in {"halves", "quarters", "over", "approximately"}), None
        )
        if sense is None:
            return at, extra, bound
        if sense.value in {"halves", "quarters"}:
            if extra:
                return at, extra, bound
            extra = 0.5 if sense.value == "halves" else 0.25
        elif sense.value == "over":
            bound = "over"
        at = sense.next
    return at, extra, bound


#: Up to which number a unit is named by the digits behind it: `شهر 4`, but `خلال شهر 40 غارة`; a week by none.
_NUMBERED = {"hour": 0, "week": 0, "month": 12, "day": 31}


def _names_another(words: Words, at: int, after: int, amounts: list[tuple[str, float, float | None]]) -> bool:
    """Return whether the noun belongs to what follows: `عام 2014`, `شهر يناير`, `يوم الاثنين`, `أيام الحرب`."""
    if len(amounts) > 1 or amounts[0][1] > 1:
        return False
    if words.kind(at) == "digits" or after - at > 1:
        return False
    following = words.word(after)
    if words.kind(after) == "digits":
        most = _NUMBERED.get(amounts[0][0])
        return most is None or (following.isdecimal() and int(following) <= most)
    if following == "#" or words.sense(after, "month") is not None:
        return True
    if words.sense(after, "weekday") is not None or words.sense(after, "day_word") is not None:
        return True
    return following.startswith("ال") and words.sense(after, "now") is None
