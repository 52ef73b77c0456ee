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
