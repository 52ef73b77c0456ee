"""Who did it and who says so, in reports as the program reads them: actors that one outlet exchanges, voices that meet."""

import pytest

from tawatur import packs
from tawatur.collate import collate
from tawatur.collate.facts.actors import Actors
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.model import reports


@pytest.fixture(scope="module")
def knowledge():
    return packs.load(packs.names())


@pytest.fixture
def found(knowledge):
    """Return the findings of one kind of some texts, each of another outlet, a day after the other."""

    def of(kind, *texts):
        claims, given = [], []
        for at, text in enumerate(texts):
            fields = {"date": f"2021-09-{at + 14}", "publisher": f"صحيفة {'سصع'[at]}"}
            document = to_document(Record(doc="abc"[at], body=text, **fields), knowledge)
            claims += extract(document, knowledge)
            given += reports(document)
        return [one for one in collate(claims, given, knowledge) if one.kind == kind]

    return of


def test_two_reports_that_lay_a_figure_to_two_groups_part_ways(found):
    first = "قال المرصد السوري لحقوق الإنسان إن جبهة النصرة قتلت 74 مدنيا وخطفت 38 مدنيا في ريف حلب خلال أغسطس 2021."
    other = "وثق المرصد السوري لحقوق الإنسان أن تنظيم داعش قتل 74 مدنيا وخطف 38 مدنيا في ريف حلب خلال أغسطس 2021."
    (variant,) = found("variant", first, other)
    assert variant.slot == "by"
    assert variant.odd == ()
    both = f"{other}\nوكانت جبهة النصرة قد انسحبت من المنطقة."
    assert found("variant", first, both) == []  # a program may have taken the one of them for the other


def test_two_reports_that_count_two_peoples_part_ways(found):
    first = "قال المرصد السوري لحقوق الإنسان إن قوات النظام قتلت 174 مسلحا وأصابت 38 مسلحا في ريف حلب خلال أغسطس 2021."
    other = "وثق المرصد السوري لحقوق الإنسان أن قوات النظام قتلت 174 نازحا وأصابت 38 نازحا في ريف حلب خلال أغسطس 2021."
    assert {variant.slot for variant in found("variant", first, other)} == {"of"}


ARMY = (
    "أعلن الجيش النيجيري مقتل 74 من بوكو حرام واعتقال 38 منهم في ولاية بورنو خلال أغسطس 2021.",
    "وقال الجيش النيجيري إن حصيلة أغسطس 2021 في ولاية بورنو بلغت مقتل 74 من بوكو حرام واعتقال 38 منهم.",
)


def test_who_tells_of_his_own_deeds_has_done_them(found):
    third = "قال الجيش النيجيري إن الجيش التشادي قتل 74 من بوكو حرام وأسر 38 منهم في ولاية بورنو خلال أغسطس 2021."
    (variant,) = found("variant", *ARMY, third)
    assert variant.slot == "by"
    assert {one.doc for one in variant.odd} == {"c"}


TOLD = """غارات على محافظة الجوف
أعلن التحالف العربي مقتل 87 من الحوثيين في غارات على محافظة الجوف أمس الاثنين.
وقال {speaker} إن 87 من الحوثيين قتلوا في غارات على محافظة الجوف أمس الاثنين."""


@pytest.mark.parametrize("speaker", ["المتحدث العسكري باسم الحوثيين هاشم المتوكل", "الجيش الأردني"])
def test_another_partys_spokesman_or_army_is_a_voice_of_its_own(found, speaker):
    (agreement,) = found("agreement", TOLD.format(speaker=speaker))
    assert len(agreement.voices) == 2


def test_a_state_by_its_name_alone_confirms_nothing(found):
    assert found("agreement", TOLD.format(speaker="الأردن")) == []


@pytest.mark.parametrize(
    ("man", "other", "another"),
    [
        ("الناطق باسم طالبان نور الله حقاني", "وزارة الدفاع", True),
        ("المتحدث باسم الحوثيين هاشم المتوكل", "arab_coalition", True),
        ("المتحدث باسم وزارة الصحة الفلسطينية هاشم المتوكل", "وزارة الصحة", False),
        ("المتحدث باسم الحوثيين هاشم المتوكل", "houthis", False),
        ("هاشم المتوكل", "arab_coalition", False),
    ],
)
def test_a_spokesman_of_a_known_party_speaks_for_no_other(knowledge, man, other, another):
    actors = Actors(knowledge)
    assert actors.speaks_for_another(actors.name(man), actors.name(other)) is another
