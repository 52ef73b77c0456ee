"""Acts told by a state's adjective, or by a name that is itself the name of an act, and forces of occupation."""

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record


@pytest.fixture(scope="module")
def doer():
    knowledge = packs.load(packs.names())

    def found(body, number):
        document = to_document(Record(body=body, doc="report", date="2018-05-20"), knowledge)
        (claim,) = [claim for claim in extract(document, knowledge) if claim.number == number]
        return claim.by

    return found


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("سقط 17 مدنيا قتلى في القصف الإسرائيلي على غزة.", "17", "israeli_forces"),
        ("سقط 17 مدنيا قتلى في هجوم إسرائيلي على غزة.", "17", "israeli_forces"),
        ("بلغت حصيلة ضحايا العدوان الإسرائيلي على غزة 230 شهيدا.", "230", "israeli_forces"),
        ("بلغ عدد ضحايا العدوان السعودي الأمريكي على صعدة 230 شهيدا.", "230", "arab_coalition"),
        ("أصيب 23 مواطنا برصاص قوات الاحتلال شرق غزة.", "23", "israeli_forces"),
        ("قتلت قوات الاحتلال ستة شبان شرق غزة.", "ستة", "israeli_forces"),
        ("قتل ثلاثة جنود إسرائيليين في هجوم فلسطيني قرب رام الله.", "ثلاثة", "palestinians"),
    ],
)
def test_whose_an_act_is_by_its_adjective_or_name(doer, body, number, by):
    assert doer(body, number) == by


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("العراق يعدم 12 مدانا بالإرهاب بعد هجوم لداعش.", "iraq_gov"),
        ("دمر العراق 12 وكرا لداعش في الأنبار.", "iraq_gov"),
        ("أعدمت الحكومة العراقية 12 مدانا ردا على إعدام داعش رهائن شمالي بغداد.", "iraq_gov"),
        ("الأردن يعدم 12 متشددا بعد هجوم لداعش.", "jordan"),
        ("قتل 12 شخصا بتفجيرات في أنحاء متفرقة من العراق تبناها داعش.", "daesh"),
    ],
)
def test_a_land_whose_name_is_masculine_acts_as_others_do(one, text, doer):
    assert one(text, "12").by == doer
