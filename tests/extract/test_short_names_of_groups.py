"""Short names of groups that are ordinary words as well."""

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record


@pytest.fixture(scope="module")
def knowledge():
    return packs.load(packs.names())


@pytest.fixture(scope="module")
def document(knowledge):
    return lambda body: to_document(Record(body=body, doc="report", date="2024-08-10"), knowledge)


@pytest.fixture(scope="module")
def read(document, knowledge):
    return lambda body: extract(document(body), knowledge)


@pytest.fixture(scope="module")
def one(read):
    def found(body, number):
        (claim,) = [claim for claim in read(body) if claim.number == number]
        return claim

    return found


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قتل عشرة من مسلحي حركة الشباب في الصومال. وقتلت غارة ثلاثة من الشباب قرب كيسمايو.", "ثلاثة", "al_shabaab"),
        ("أقرت حركة الشباب في الصومال بخسائر. وقال الجيش الصومالي إن الشباب فقدوا 14 من رجالهم.", "14", "al_shabaab"),
        ("قتلت سيارة مفخخة لتنظيم الدولة الإسلامية 13 من الشباب في الموصل.", "13", "men"),
        ("قتل في هجوم لحركة الشباب في الصومال 13 من الشباب الصومالي.", "13", "men"),
    ],
)
def test_a_short_name_is_the_group_s_where_the_text_has_its_full_name(one, body, number, of):
    assert one(body, number).of == of


def test_a_base_is_no_group_where_none_is_named(read):
    assert all(
        claim.of != "al_qaeda" and claim.by != "al_qaeda"
        for claim in read("قصف داعش القاعدة في الأنبار بالعراق فقتل جنديين من الجيش العراقي.")
    )


def test_an_owner_tells_whose_men_are_counted(one):
    assert one("خسر الجيش السوري أربعة من رجاله في هجوم لداعش قرب تدمر.", "أربعة").of == "assad_forces"
