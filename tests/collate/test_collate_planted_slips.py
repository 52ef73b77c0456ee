"""A slip planted in one of several renditions of a statement, as the program reads them, is told."""

import pytest

from tawatur.collate import collate
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.model import reports

#: Renditions by three outlets; the figures and the place are filled in.
RENDITIONS = (
    "قال المرصد السوري لحقوق الإنسان إن داعش نفذ {attacks} هجوما في {place} خلال مارس 2022، قتل فيها {killed} من قوات النظام وأصيب {hurt}.",
    "شن داعش {attacks} هجوما في {place} خلال مارس 2022 قتل فيها {killed} من قوات النظام وأصيب {hurt}، وفق المرصد السوري لحقوق الإنسان.",
    "وثق المرصد السوري لحقوق الإنسان في {place} {attacks} هجوما لداعش خلال مارس 2022، قتل فيها {killed} من قوات النظام وجرح {hurt}.",
)
#: What else each outlet's text says, so that none is another's copy.
REST = (
    "وتتزامن هذه الهجمات مع حملات تمشيط تنفذها قوات النظام بدعم من الطيران الروسي في مناطق متفرقة من البلاد.",
    "ويعتمد التنظيم على مجموعات صغيرة تتحرك ليلا وتنصب الكمائن على الطرق التي تسلكها الحافلات العسكرية.",
    "وطالب أهالي المنطقة بفتح الطريق الدولي أمام القوافل التجارية وتأمين محطات المياه والكهرباء القريبة.",
)
SAID = {"attacks": 22, "place": "حمص", "killed": 36, "hurt": 58}


@pytest.fixture
def variants(knowledge):
    """Return the variants of reports of which the leads are given."""

    def of(*leads):
        claims, given = [], []
        for at, lead in enumerate(leads):
            body = f"{lead}\n{REST[at]}"
            fields = {"date": f"2022-04-0{at + 2}", "publisher": f"صحيفة {'سصع'[at]}"}
            document = to_document(Record(doc="abc"[at], title="حصيلة الشهر في سوريا", body=body, **fields), knowledge)
            claims += extract(document, knowledge)
            given += reports(document)
        return [one for one in collate(claims, given, knowledge) if one.kind == "variant"]

    return of


@pytest.fixture
def told(variants):
    """Return the variants of the renditions, each filled in with what is said but for the slips given."""
    return lambda *slips: variants(
        *(words.format(**SAID | slip) for words, slip in zip(RENDITIONS, slips, strict=True))
    )


@pytest.mark.parametrize("at", range(3))
@pytest.mark.parametrize(
    "slip", [{"attacks": 52}, {"killed": 76}, {"killed": 63}, {"hurt": 158}, {"hurt": 53}], ids=str
)
def test_a_figure_that_one_of_three_misprints_is_told(told, at, slip):
    slips = [{}, {}, {}]
    slips[at] = slip
    (variant,) = told(*slips)
    assert variant.slot == "value"
    assert {(one.doc, one.low) for one in variant.odd} == {("abc"[at], *slip.values())}


def test_what_nobody_misprints_is_no_variant(told):
    assert told({}, {}, {}) == []


def test_another_figure_of_another_party_is_no_misprint(told):
    assert told({}, {}, {"attacks": "22 هجوما قتل فيها 32 مدنيا، و22"}) == []


LISTS = (
    "قال المرصد السوري لحقوق الإنسان إن 36 من قوات النظام قتلوا في مارس 2022، {}.",
    "قتل 36 من قوات النظام خلال مارس 2022، {}، بحسب المرصد السوري لحقوق الإنسان.",
)


def test_two_who_put_a_part_of_one_list_in_two_places_part_though_none_tells_who_errs(variants):
    parts = ("22 منهم في حمص و14 في الرقة", "22 منهم في حلب و14 في الرقة")
    (variant,) = variants(*(words.format(part) for words, part in zip(LISTS, parts, strict=True)))
    assert (variant.slot, variant.odd) == ("where", ())
    assert {one.low for one in variant.claims} == {22}


#: Renditions that date what they count: of a month gone by, and since a day.
DATED = (
    "قال المرصد السوري لحقوق الإنسان إن مقاتلي داعش قتلوا 87 مدنيا في ريف الرقة خلال {}، وخطفوا 34 آخرين.",
    "قتل مقاتلو داعش 87 مدنيا وخطفوا 34 في ريف الرقة {}، بحسب المرصد السوري لحقوق الإنسان.",
    "وثق المرصد السوري لحقوق الإنسان مقتل 87 مدنيا على يد مقاتلي داعش {} في ريف الرقة وخطف 34.",
)


@pytest.mark.parametrize(
    ("times", "odd"),
    [
        (("مارس الماضي", "في مارس الماضي", "في فبراير الماضي"), {"c"}),
        (("مارس الماضي", "في مارس الماضي", "في فبراير الماضي، أي قبل هدنة مارس،"), None),
        (("مارس الماضي", "في فبراير الماضي"), set()),
        (("الفترة منذ 3 يناير الماضي", "منذ 19 يناير الماضي"), set()),
        (("الفترة منذ 3 يناير الماضي", "منذ 3 يناير الماضي"), None),
    ],
)
def test_a_time_is_another_where_each_names_one_that_the_other_text_has_nowhere(variants, times, odd):
    found = variants(*(words.format(time) for words, time in zip(DATED, times, strict=False)))
    assert [(one.slot, {side.doc for side in one.odd}) for one in found] == ([] if odd is None else [("when", odd)])


FATES = (
    "قال المرصد السوري لحقوق الإنسان إن هجوما لداعش في الرقة يوم 2 أبريل 2022 أوقع {}.",
    "أوقع هجوم لداعش في الرقة يوم 2 أبريل 2022 {}، وفق المرصد السوري لحقوق الإنسان.",
)


@pytest.mark.parametrize(
    ("fates", "slots"),
    [
        (("47 قتيلا و120 جريحا", "47 جريحا"), ["measure"]),
        (("47 قتيلا و120 جريحا", "47 قتيلا"), []),
        (("47 قتيلا و120 جريحا", "47 من الضحايا"), []),  # who may have died
        (("47 قتيلا و120 جريحا", "120 جريحا. وقتل التنظيم في الرقة منذ 3 يناير 47 شخصا"), []),  # of all that time
    ],
)
def test_the_dead_of_one_report_are_not_the_hurt_of_another(variants, fates, slots):
    found = variants(*(words.format(fate) for words, fate in zip(FATES, fates, strict=True)))
    assert [one.slot for one in found] == slots


SCATTERED = (
    "قال المرصد السوري لحقوق الإنسان إن مقاتلي داعش قتلوا {count} في {town} يوم 2 أبريل 2022. وأضاف أن 1270 أسرة نزحت، وأن 58 شخصا خطفوا.",
    "نزحت 1270 أسرة في سوريا وخطف 58 شخصا، بحسب المرصد السوري لحقوق الإنسان. وقال المرصد إن مقاتلي داعش قتلوا {count} في {town} يوم 2 أبريل 2022.",
    "أحصى المرصد السوري لحقوق الإنسان نزوح 1270 أسرة وخطف 58 شخصا. وذكر أن {count} قتلوا في {town} يوم 2 أبريل 2022.",
)


@pytest.mark.parametrize("count", ["34 مدنيا", "7 مدنيين"])
def test_a_figure_in_two_towns_is_one_where_the_reports_have_more_in_common(variants, count):
    towns = ("الرقة", "الرقة", "حلب")
    (variant,) = variants(*(words.format(town=town, count=count) for words, town in zip(SCATTERED, towns, strict=True)))
    assert (variant.slot, {one.doc for one in variant.odd}) == ("where", {"c"})
