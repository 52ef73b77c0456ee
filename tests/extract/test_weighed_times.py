"""Times that are weighed: what is a candidate, what tells it, and what the weighing makes of whole reports."""

import math

import pytest

from tawatur.extract.choosing import times
from tawatur.extract.choosing import weights as weights_of_slots
from tawatur.extract.choosing.told_times import UNDATED, days_of, relation
from tawatur.extract.choosing.weights import weights
from tawatur.extract.extraction import extract_drafts

DATE = "2018-03-20"
MONDAY, TUESDAY = ("2018-03-19", "2018-03-19"), ("2018-03-20", "2018-03-20")


@pytest.fixture
def weighed(document, knowledge, monkeypatch):
    """The claims of a report's text: the features of each candidate by its days, what the rules took first."""

    def found(body, **fields):
        kept = []

        def keep(drafts, timed, anchor):
            kept.extend(times.weigh(drafts, timed, anchor))

        monkeypatch.setattr("tawatur.extract.extraction.choose_times", keep)
        extract_drafts(document(body, date=DATE, **fields), knowledge)
        return [dict(zip([days_of(value.time) for value in one.values], one.features, strict=True)) for one in kept]

    return found


BODY = (
    "قتل 12 جنديا في هجوم في الرقة الاثنين. وقال ناشطون إن 9 مدنيين أصيبوا في دير الزور. ووقع انفجار في حلب الثلاثاء."
)


def test_the_times_of_sentences_near_the_claim_and_none_are_weighed_after_what_the_rules_took(weighed):
    killed, wounded = weighed(BODY)
    assert next(iter(killed)) == MONDAY
    assert set(killed) == set(wounded) == {MONDAY, TUESDAY, UNDATED}


def test_a_candidate_is_told_by_where_it_stands_and_how_it_lies_to_what_was_taken(weighed):
    killed, wounded = weighed(BODY)
    assert {"taken", "own past", "behind, in its clause", "in the lead", "age 1"} <= set(killed[MONDAY])
    assert {"later", "on 2", "on, no claims"} <= set(killed[TUESDAY])
    assert {"none for it", "none, harm", "none, lead"} <= set(killed[UNDATED])
    assert {"back 1", "told last", "back, its claims", "time, of the claim before"} <= set(wounded[MONDAY])


def test_a_time_that_dates_a_statement_is_weighed_only_where_something_else_is_dated_by_it(weighed):
    body = "قال المتحدث الثلاثاء إن 12 جنديا قتلوا في هجوم في الرقة."
    assert weighed(body) == []
    (killed,) = weighed(f"{body} ووقع انفجار في حلب الثلاثاء.")
    assert "own left out" in killed[TUESDAY]


def test_what_is_told_since_something_may_have_lasted_from_each_time_told(weighed):
    *_, killed = weighed(
        "أطلق الجيش عملية في عفرين في 20 يناير. وقتل 12 جنديا الاثنين وما زالت المدينة محاصرة منذ بدئها."
    )
    assert ("2018-01-20", DATE) in killed


def test_what_is_dated_vaguely_and_what_was_before_what_a_day_dates_have_no_other_time(weighed):
    assert weighed("قتل قبل أيام 12 جنديا في الرقة. ووقع انفجار في حلب الثلاثاء.") == []
    assert weighed("اجتمع مجلس الأمن الدولي الثلاثاء بعد مقتل 60 مدنيا في غارات على الرقة.") == []


def test_a_rising_toll_is_told_as_one(weighed):
    _, killed = weighed("قتل 12 جنديا في هجوم في الرقة الاثنين. وارتفع عدد القتلى إلى 15 جنديا.")
    assert {"none, rises", "none, of a toll"} <= set(killed[UNDATED])


def test_a_text_that_tells_no_time_leaves_nothing_to_weigh(weighed):
    assert weighed("قتل 12 عنصرا من داعش في الرقة. وأصيب 9 جنود.") == []


def test_beginnings_keep_their_own_time(weighed):
    body = "بدأت معركة الموصل في 17 أكتوبر 2016. وقتل 6 جنود في كركوك الاثنين."
    (killed,) = weighed(body)
    assert next(iter(killed)) == MONDAY


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (MONDAY, TUESDAY, "earlier"),
        (TUESDAY, MONDAY, "later"),
        (("2018-03-01", "2018-03-31"), MONDAY, "wider"),
        (MONDAY, (None, "2018-03-31"), "finer"),
        (("2018-03-01", "2018-03-19"), ("2018-03-10", "2018-03-31"), "meets"),
        (UNDATED, MONDAY, "none for it"),
        (MONDAY, UNDATED, "for none"),
    ],
)
def test_how_a_time_lies_to_another(one, other, told):
    assert relation(one, other) == told


def test_the_table_of_times_has_finite_weights():
    table = weights("times")
    assert len(table) > 100
    assert all(math.isfinite(weight) for weight in table.values())
    assert table["taken"] > table["none for it"]


def test_a_claim_whose_time_is_told_elsewhere_has_no_words_of_it(document, knowledge, monkeypatch):
    monkeypatch.setattr(weights_of_slots, "best", lambda features, _: len(features) - 1)
    (killed, wounded) = (one.claim for one in extract_drafts(document(BODY, date=DATE), knowledge))
    assert (wounded.when.start, wounded.when.end) == TUESDAY
    assert "when" not in wounded.spans
    assert killed.when_rule == "weekday"


@pytest.mark.parametrize("turn", ["من جهة أخرى", "وفي هجوم منفصل", "وفي سياق متصل", "وفي واقعة أخرى"])
def test_a_turn_to_another_matter_leaves_its_day_behind(one, turn):
    body = f"قتل 14 شخصا في هجوم لداعش الخميس على مدينة تدمر السورية. {turn}، قتل تسعة مدنيين برصاص مسلحين."
    assert one(body, "تسعة").when is None
