"""Whose statement a program may take reports for: theirs who speak of the figures, not theirs who only stand by."""

import pytest

from tawatur.collate import collate
from tawatur.collate.facts.actors import Actors

EVERYWHERE = dict.fromkeys(("of", "by", "where", "when"), ((0, 10000),))
DAY, PLACE = "2024-06-01", ("Raqqa, SY",)
OFFICIALS, COMMAND = ("officials",), ("centcom",)


@pytest.fixture
def read(claim):
    """Make a claim that a program read, all of whose slots are stated in its sentence."""

    def make(doc, measure, value, **slots):
        slots = {"of": "civilians", "where": PLACE, "when": DAY, **slots}
        return claim(doc, measure, value, extractor="test 1", spans=EVERYWHERE, **slots)

    return make


@pytest.fixture
def statements(report, knowledge):
    """Collate claims of reports of one day; return the statements."""

    def make(*claims, date=DAY, outlet=None):
        reports = [report(doc, date=date, publisher=outlet) for doc in sorted({one.doc for one in claims})]
        return [one for one in collate(list(claims), reports, knowledge) if one.kind == "statement"]

    return make


def test_officials_of_two_reports_who_give_one_figure_alike_may_be_two(read, statements):
    assert not statements(*(read(doc, "killed", 4120, source=OFFICIALS) for doc in "ab"))


@pytest.mark.parametrize(("third", "told"), [(None, True), (58, True), (71, False)])
def test_officials_who_give_two_figures_alike_are_one_unless_a_third_is_another(read, statements, third, told):
    claims = [read(doc, "killed", 37, source=OFFICIALS) for doc in "ab"]
    claims += [read(doc, "wounded", 213, source=OFFICIALS) for doc in "ab"]
    if third is not None:
        claims += [read("a", "detained", 58, source=OFFICIALS), read("b", "detained", third, source=OFFICIALS)]
    assert bool(statements(*claims)) is told


@pytest.mark.parametrize(("passed_on", "told"), [("صحيفة a", True), ("صحيفة أخرى", False)])
def test_officials_whom_one_outlet_quotes_from_another_are_the_same(read, statements, passed_on, told):
    claims = [read("a", "killed", 37, source=OFFICIALS), read("b", "killed", 37, source=(*OFFICIALS, passed_on))]
    assert bool(statements(*claims)) is told


def test_a_ministry_without_its_state_is_as_vague(read, statements):
    assert not statements(*(read(doc, "killed", 4120, source=("وزارة الدفاع",)) for doc in "ab"))


@pytest.mark.parametrize(("speaker", "told"), [(COMMAND, True), ((), False)])
def test_old_figures_that_neither_report_gives_to_a_speaker_are_background(read, statements, speaker, told):
    claims = [read(doc, "killed", 3, source=COMMAND, where=("SY",)) for doc in "ab"]
    for measure, figure in (("displaced", 53400), ("killed", 9870), ("strength", 12600)):
        claims += [read(doc, measure, figure, when=None, source=speaker, where=("SY",)) for doc in "ab"]
    assert bool(statements(*claims)) is told


@pytest.mark.parametrize(("event", "told"), [(DAY, True), ("2024-05-27", False)])
def test_a_toll_of_days_ago_is_recalled_by_all_and_nobodys_statement(read, statements, event, told):
    claims = [read("a", "killed", 37, source=COMMAND, when=event), read("b", "killed", 37, when=event)]
    claims += [read("a", "wounded", 213, source=COMMAND, when=event), read("b", "wounded", 213, when=event)]
    assert bool(statements(*claims)) is told


def test_what_one_outlet_repeats_in_its_own_words_is_nobodys_statement(read, statements):
    claims = [read(doc, "killed", 437, where=("SY",)) for doc in "abc"]
    claims.append(read("c", "killed", 437, of="daesh", source=("state_department",), where=("IQ",)))
    assert not statements(*claims, outlet="الصحيفة")


@pytest.mark.parametrize(("other", "told"), [("خالد الزبير", True), ("الزبير", True), ("سعيد الكرخي", False)])
def test_one_man_by_name_is_one_killed_and_another_is_not(read, statements, other, told):
    claims = [
        read("a", "killed", 1, name="خالد الزبير", source=COMMAND),
        read("b", "killed", 1, name=other, source=COMMAND),
    ]
    assert bool(statements(*claims)) is told


def test_two_speakers_who_name_one_man_make_no_statement(read, statements):
    speakers = (("سعيد الكرخي كاتب",), ("منير الورد ضابط",))
    claims = [
        read(doc, "killed", 1, name="خالد الزبير", source=speaker) for doc, speaker in zip("ab", speakers, strict=True)
    ]
    assert not statements(*claims)


@pytest.mark.parametrize(("day", "told"), [(DAY, True), ("2024-05-29", False)])
def test_as_many_killed_on_another_day_are_others(read, statements, day, told):
    assert (
        bool(statements(read("a", "killed", 37, source=COMMAND), read("b", "killed", 37, source=COMMAND, when=day)))
        is told
    )


@pytest.mark.parametrize(("speaker", "told"), [(COMMAND, True), ((), False)])
def test_one_small_figure_is_a_speakers_where_both_give_it_to_him(read, statements, speaker, told):
    claims = [read("a", "killed", 3, source=COMMAND), read("b", "killed", 3, source=speaker)]
    claims.append(read("b", "attacks", 2, unit="event", when=None, where=("IQ",), source=COMMAND))
    assert bool(statements(*claims)) is told


@pytest.mark.parametrize(("tally", "told"), [(DAY, True), (("2024-03-30", DAY), False), ((DAY, "2024-06-30"), True)])
def test_a_days_toll_is_not_that_since_spring(read, statements, tally, told):
    claims = [read("a", "killed", 58, source=COMMAND), read("b", "killed", 58, source=COMMAND, when=tally)]
    assert bool(statements(*claims)) is told


def test_the_origin_is_who_gives_a_figure_that_others_have(read, statements):
    claims = [read(doc, "killed", 58, source=COMMAND) for doc in "ab"]
    claims += [read(doc, "wounded", 213, source=COMMAND) for doc in "ab"]
    claims += [read(doc, "airstrikes", at, unit="event", source=("usa",)) for at, doc in enumerate("ab", 2)]
    assert {one.origin for one in statements(*claims)} == {"centcom"}


def test_of_two_who_are_named_he_is_the_origin_who_gives_more_of_what_others_have(read, statements):
    medic, driver = ("سالم الورد مسعف",), ("سالم الورد سائق",)
    claims = [read("a", "killed", 18, source=("police",)), read("a", "killed", 18, source=medic, when=None)]
    claims += [read("a", "wounded", 212, source=medic), read("b", "killed", 18, source=driver)]
    claims.append(read("b", "wounded", 212, source=driver))
    assert "police" not in {one.origin for one in statements(*claims)}


@pytest.mark.parametrize(
    ("other", "told"), [("مبعوث الأمم المتحدة إلى سوريا", True), ("السفير الروسي لدى الأمم المتحدة", False)]
)
def test_an_envoy_does_not_speak_for_those_to_whom_he_is_sent(read, statements, other, told):
    claims = [read("a", "killed", 37, source=("un",)), read("b", "killed", 37, source=(other,))]
    assert bool(statements(*claims)) is told


def test_a_body_that_another_body_is_named_beside_has_not_given_its_one_figure(read, report, knowledge):
    line = "قالت المنظمة إن 77 قتلوا، وقالت القيادة المركزية الأمريكية شيئا آخر."
    claims = [
        read("a", "killed", 77, source=COMMAND),
        read("b", "killed", 77, source=("منظمة الوادي",), at=line.index("77")),
    ]
    reports = [report("a"), report("b", text=line)]
    assert not [one for one in collate(claims, reports, knowledge) if one.kind == "statement"]


def test_names_one_by_one_make_no_sum_that_fails(read, report, knowledge):
    text = "عنوان\nقتل 3 جنود في المدينة هم زيد وبكر وعمرو وخالد."
    parts = [read("a", "killed", 1, at=text.index(name), name=name, of="sdf") for name in ("زيد", "عمرو")]
    total = read("a", "killed", 3, at=text.index("3"), of="sdf")
    findings = collate([total, *parts], [report("a", text=text)], knowledge)
    assert not [one for one in findings if one.kind == "sum"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("منسق الإغاثة سامر النابلسي", "وكيل الأمين العام سامر النابلسي", True, id="a man of two offices"),
        pytest.param("محافظ شمال سيناء", "مدير أمن شمال سيناء", False, id="two offices of one region"),
        pytest.param("وزير الأمن القومي", "مستشار رئيس الأمن القومي", False, id="two offices of one field"),
        pytest.param(
            "مركز الطوارئ التابع لوزارة الصحة اللبنانية", "وزارة الصحة اللبنانية", True, id="a ministry's centre"
        ),
        pytest.param(
            "وزارة شؤون البيشمركة في حكومة الإقليم",
            "أمين عام وزارة البيشمركة سامر النابلسي",
            True,
            id="one body in full",
        ),
    ],
)
def test_free_names_of_one_speaker_are_related(one, other, same, knowledge):
    actors = Actors(knowledge)
    assert actors.related(actors.name(one), actors.name(other)) is same
