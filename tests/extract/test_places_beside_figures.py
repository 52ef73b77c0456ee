"""Names that are words as well are places beside others; a place before its figure is that figure's."""

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record

STRUCK = "شن طيران التحالف العربي 41 غارة على الحوثيين في اليمن"


@pytest.fixture(scope="module")
def places():
    """The figures of a report with their places, read with every bundled pack."""
    knowledge = packs.load(packs.names())

    def read(body):
        document = to_document(Record(body=body, doc="report", date="2018-10-14"), knowledge)
        return [(claim.low, claim.where) for claim in extract(document, knowledge)]

    return read


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("معارك حجة وصعدة", ("Hajjah, YE", "Saada, YE")),
        ("جبهات صعدة وحجة والحديدة", ("Saada, YE", "Hajjah, YE", "Hodeidah, YE")),
        ("معارك صعدة", ("Saada, YE",)),
    ],
)
def test_a_word_joined_to_a_place_is_one(places, words, where):
    assert places(f"قتل 20 مسلحا من الحوثيين في {words}.") == [(20, where)]


def test_a_word_alone_is_none(places):
    assert places("قتل 20 مسلحا من الحوثيين في صعدة بلا حجة.") == [(20, ("Saada, YE",))]


@pytest.mark.parametrize(
    "words",
    [
        ": 19 في صعدة و15 في حجة و7 في الحديدة",
        "، كان نصيب صعدة منها 19 غارة وحجة 15 والحديدة 7",
        "، توزعت بين صعدة 19 غارة وحجة 15 والحديدة 7",
        ": صعدة 19 غارة، حجة 15، والحديدة 7",
    ],
)
def test_each_figure_is_of_the_place_beside_it(places, words):
    assert places(f"{STRUCK}{words}.")[1:] == [
        (19, ("Saada, YE",)),
        (15, ("Hajjah, YE",)),
        (7, ("Hodeidah, YE",)),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "قتل 30 عنصرا من داعش في كركوك، وفي الموصل قتل ثمانية آخرون.",
        "قتل 30 عنصرا من داعش في كركوك وفي الموصل أصيب ثمانية جنود.",
        "قتل 30 عنصرا من داعش في غارات على كركوك، وفي مدينة الموصل أصيب ثمانية جنود.",
        "قتل 30 عنصرا من داعش في غارات على كركوك، وبمدينة الموصل أصيب ثمانية جنود.",
    ],
)
def test_a_place_before_the_verb_of_its_clause_is_of_that_alone(one, told):
    assert one(told, "30").where == ("Kirkuk, IQ",)
    assert one(told, "ثمانية").where == ("Mosul, IQ",)


def test_a_place_before_what_is_told_of_people_there_opens_no_clause(one):
    told = "قتل 30 مسلحا من داعش في معارك في كركوك وفي الموصل، بين مسلحين يقودهم أحد قادة التنظيم."
    assert one(told, "30").where == ("Kirkuk, IQ", "Mosul, IQ")


@pytest.mark.parametrize(("mark", "led"), [("- ", ""), ("", ""), ("• ", "في ")])
def test_a_country_that_heads_a_line_is_where_it_tells_of(read, mark, led):
    text = f"{mark}{led}العراق: قتل 12 من داعش في كركوك.\n{mark}{led}سوريا: قتل 4 مدنيين بلغم.\n{mark}{led}ليبيا: خطف داعش 3 أشخاص."
    assert [(claim.low, *claim.where) for claim in read(text)] == [(12, "Kirkuk, IQ"), (4, "SY"), (3, "LY")]
