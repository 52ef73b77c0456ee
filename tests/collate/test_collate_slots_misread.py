"""Sums, changes and tallies in what a program read: figures in their order speak where slots were misread."""

import re

import msgspec
import pytest

from tawatur.collate import collate
from tawatur.model import Period

NUMBER = re.compile(r"\d+(?:%)?")


@pytest.fixture
def read(claim, report):
    """Make a report of one sentence and a claim for each of its numbers, with the measure and slots given for it."""

    def make(doc, text, *measures, date="2024-06-01", **slots):
        body = f"عنوان\n{text}"
        claims = []
        for match, measure in zip(NUMBER.finditer(body), measures, strict=True):
            words = match.group()
            change = words.endswith("%")
            if measure is None:
                continue
            one = claim(
                doc,
                measure,
                int(words.rstrip("%")),
                at=match.start(),
                quote=words,
                extractor="test 1",
                unit="percent" if change else slots.get("unit", "event"),
                change=change,
                **{name: value for name, value in slots.items() if name != "unit"},
            )
            claims.append(msgspec.structs.replace(one, end=match.end()))
        return claims, report(doc, text=body, date=date)

    return make


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("شهد العام 350 هجوما، منها 118 في الشمال و97 في الوسط و135 في الجنوب.", True),
        ("شهد العام 350 هجوما، منها 118 في الشمال و97 في الوسط و131 في الجنوب.", False),
    ],
)
def test_a_list_right_after_its_total_adds_up_whatever_was_read_of_its_places(read, knowledge, text, told):
    claims, source = read("a", text, *["attacks"] * 4, where=("SY",))
    assert bool(of_kind(collate(claims, [source], knowledge), "sum")) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("شهد العام 350 هجوما. وتوزعت الهجمات على 118 في الشمال و97 في الوسط و131 في الجنوب.", [True]),
        ("شهد العام 350 هجوما. وتوزعت الهجمات على 118 في الشمال و97 في الوسط و221 في الجنوب.", []),
        ("شهد العام 350 هجوما. وتوزعت على 118 في الشمال و97 في الوسط و131 في الجنوب وأربعة في البحر.", []),
        ("شهد العام 350 هجوما. ووقع 118 في الشمال و97 في الوسط و131 في الجنوب.", []),
    ],
)
def test_a_list_that_the_text_gives_for_all_of_a_total_fails_by_one_misprint(read, knowledge, text, told):
    claims, source = read("a", text, *["attacks"] * 4, where=("SY",))
    assert [not found.holds for found in of_kind(collate(claims, [source], knowledge), "sum")] == told


def test_a_list_of_all_adds_up_whoever_its_parts_were_read_to_be(read, knowledge):
    claims, source = read("a", "قتل 26 من الركاب، هم 18 جنديا و3 موظفين و5 مدنيين.", *["killed"] * 4, unit="person")
    total, *parts = claims
    parts[0] = msgspec.structs.replace(parts[0], of="pakistan", spans={"of": ((parts[0].start, parts[0].end),)})
    total = msgspec.structs.replace(total, of="civilians", spans={"of": ((total.start, total.end),)})
    assert [found.holds for found in of_kind(collate([total, *parts], [source], knowledge), "sum")] == [True]


@pytest.mark.parametrize(("figures", "told"), [((112, 97, 141), True), ((112, 238), False)])
def test_parts_in_a_row_of_another_time_need_to_be_three(read, knowledge, figures, told):
    text = f"شهد العام 350 هجوما. ووقع {' و'.join(f'{figure} في ربع' for figure in figures)}."
    claims, source = read("a", text, *["attacks"] * (len(figures) + 1), where=("SY",), when="2023")
    total, *parts = claims
    span = ((total.start, total.end),)
    total = msgspec.structs.replace(total, when=Period("2024-01-01", "2024-12-31"), spans={"when": span})
    parts = [msgspec.structs.replace(part, spans={"when": ((part.start, part.end),)}) for part in parts]
    assert bool(of_kind(collate([total, *parts], [source], knowledge), "sum")) is told


def test_an_amount_without_its_currency_is_a_part_of_one_that_has_it(read, knowledge):
    text = "تعهد الاثنان بـ 651 مليونا، منها 444 مليونا و207 ملايين."
    claims, source = read("a", text, *["funding"] * 3, unit="other", of="yemen", by="usa", when="2023")
    claims[0] = msgspec.structs.replace(claims[0], unit="USD")
    assert [found.holds for found in of_kind(collate(claims, [source], knowledge), "sum")] == [True]


def test_a_rise_from_one_level_to_another(read, knowledge):
    text = "ارتفع عدد النازحين 40% من 3000 قبل عام إلى 4600 نازح."
    claims, source = read("a", text, *["displaced"] * 3, where=("CD",), when="2024-05")
    (change,) = of_kind(collate(claims, [source], knowledge), "change")
    assert (change.holds, change.implied) == (False, 4200)


@pytest.mark.parametrize(("words", "told"), [("توزعت بين", True), ("ثم", False)])
def test_two_figures_that_no_measure_counts_add_up_where_words_say_so(read, knowledge, words, told):
    text = f"نزعت الفرق 1274 لغما {words} 250 مضادا للدبابات و1024 ذخيرة."
    claims, source = read("a", text, *["other"] * 3, where=("YE",), unit="weapon")
    assert bool(of_kind(collate(claims, [source], knowledge), "sum")) is told


def test_two_parts_that_the_text_calls_parts_need_no_telling_total(read, knowledge):
    claims, source = read("a", "شهد العام 10 هجمات، منها 6 في الشمال و4 في الوسط.", *["attacks"] * 3, where=("SY",))
    assert [found.holds for found in of_kind(collate(claims, [source], knowledge), "sum")] == [True]


def test_two_equal_parts_that_nothing_tells_apart_need_a_telling_total(read, knowledge):
    for figures, told in (((10, 6, 4), False), ((653, 412, 241), True)):
        text = "شهد العام {} هجوما، {} في الشمال و{} في الوسط.".format(*figures)
        claims, source = read("a", text, *["attacks"] * 3, where=("SY",))
        assert bool(of_kind(collate(claims, [source], knowledge), "sum")) is told


@pytest.mark.parametrize(
    ("text", "holds", "implied"),
    [
        ("سجلت الهيئة 300 هجوم بزيادة 50% عن الربع السابق الذي شهد 200 هجوم.", True, 300),
        ("سجلت الهيئة 350 هجوما بزيادة 50% عن الربع السابق الذي شهد 200 هجوم.", False, 300),
        ("ارتفعت الهجمات 50% إذ سجلت الهيئة 300 هجوم مقابل 200 هجوم.", True, 300),
        ("سجلت الهيئة 300 هجوم بزيادة 50% في الربع الأول.", None, 200),
        ("بزيادة 50% عن الربع السابق الذي شهد 200 هجوم.", None, 300),
    ],
)
def test_the_words_of_a_comparison_tell_its_levels_apart(read, knowledge, text, holds, implied):
    measures = ["attacks"] * len(NUMBER.findall(text))
    claims, source = read("a", text, *measures, where=("SY",), when="2024-05")
    (change,) = of_kind(collate(claims, [source], knowledge), "change")
    assert (change.holds, change.implied) == (holds, implied)


def test_a_tally_falls_though_its_party_was_read_in_part(claim, report, knowledge):
    start, ends = "2019-03-24", ("2022-01-31", "2022-04-30")
    slots = {"where": ("Homs, SY",), "source": ("sohr",), "extractor": "test 1"}
    spans = dict.fromkeys(("of", "where", "when"), ((0, 9000),))
    claims = [
        claim("a", "killed", 1612, of="assad_forces+loyal_militias", when=(start, ends[0]), spans=spans, **slots),
        claim("b", "killed", 1612, when=(start, ends[0]), spans=spans, **slots),
        claim("c", "killed", 1587, of="assad_forces", when=(start, ends[1]), spans=spans, **slots),
    ]
    reports = [report("a", date="2022-02-02"), report("b", date="2022-02-03"), report("c", date="2022-05-03")]
    (tally,) = of_kind(collate(claims, reports, knowledge), "tally")
    assert {claim.doc for claim in tally.earlier} == {"a", "b"}
    assert {claim.doc for claim in tally.later} == {"c"}


def test_parts_told_as_some_of_them_and_the_others_make_a_small_total(read, knowledge):
    text = "استهدف الموقع 14 مسيرة، 9 منها من صنع محلي و5 أخرى مستوردة."
    claims, source = read("a", text, *["attacks"] * 3, by="houthis", where=("YE",))
    assert [found.holds for found in of_kind(collate(claims, [source], knowledge), "sum")] == [True]


def test_a_part_as_great_as_another_counts_twice(read, knowledge):
    text = "شهد العام 61 هجوما. ووقع 16 هجوما في الشتاء و11 في الربيع و16 في الصيف و18 في الخريف."
    claims, source = read("a", text, *["attacks"] * 5, by="houthis", where=("YE",), when="2023")
    (found,) = of_kind(collate(claims, [source], knowledge), "sum")
    assert (found.holds, found.expected) == (True, 61)


def test_a_tally_of_a_people_falls_though_women_are_counted_beside_it(read, knowledge):
    slots = {"unit": "person", "by": "israeli_forces", "where": ("Gaza Strip, PS",), "source": ("un",)}
    first, early = read(
        "a", "بلغ القتلى 2140 وبينهم 310.", "killed", "killed", when=("2024-01-01", "2024-03-01"), **slots
    )
    last, late = read("b", "بلغ القتلى 2090.", "killed", when=("2024-01-01", "2024-04-01"), date="2024-04-02", **slots)
    of = {"of": ((0, 1000),)}
    first = [
        msgspec.structs.replace(one, of=party, spans=of)
        for one, party in zip(first, ("palestinians", "women"), strict=True)
    ]
    last = [msgspec.structs.replace(one, of="palestinians", spans={}) for one in last]
    assert of_kind(collate([*first, *last], [early, late], knowledge), "tally")
