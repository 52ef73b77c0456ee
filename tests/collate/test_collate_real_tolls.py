"""Tolls as real reports give them: hour by hour, by one speaker after another, without a day."""

import pytest

from tawatur.collate.facts.actors import Actors

HERE = {"where": ("Douma, SY",), "when": "2024-05-31"}
SOHR, ICRC = {"source": ("sohr",)}, {"source": ("icrc",)}
LOW, HIGH = "قتل 29 شخصا", "قتل 41 شخصا"


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


def said(text, figure, origin, slots=HERE, measure="killed"):
    return text, (figure, measure, slots | origin)


@pytest.mark.parametrize(
    ("dates", "rivals"),
    [(("2024-05-31", "2024-05-31"), False), (("2024-06-01", "2024-06-01"), True), (("2024-06-02", "2024-06-01"), True)],
)
def test_named_sources_count_on_through_the_events_own_day(found, dates, rivals):
    told = said(LOW, "29 شخصا", SOHR), said(HIGH, "41 شخصا", ICRC)
    assert bool(of_kind(found(*told, dates=dates), "conflict")) is rivals


def test_a_higher_toll_of_a_later_day_is_a_later_count_whoever_names_it(found):
    told = said(LOW, "29 شخصا", SOHR), said(HIGH, "41 شخصا", ICRC)
    assert not of_kind(found(*told, dates=("2024-06-02", "2024-06-05")), "conflict")


def in_turn(found, second="وقال الصليب الأحمر إن 41 شخصا قتلوا", slots=HERE, measure="killed"):
    text = f"قال المرصد إن 29 شخصا قتلوا. {second}."
    return found((text, ("29 شخصا", measure, HERE | SOHR), ("41 شخصا", measure, slots | ICRC)), speakers=True)


def test_two_speakers_named_each_with_a_toll_of_one_event_are_rivals(found):
    assert of_kind(in_turn(found), "conflict")


@pytest.mark.parametrize(
    "second",
    [
        "وقال الصليب الأحمر إن 41 شخصا قتلوا في الهجوم الأول",
        "وقال الصليب الأحمر إنه نقل حتى الآن 41 شخصا",
        "وقال الصليب الأحمر إن الحصيلة الأولية هي 41 شخصا",
        "وتحدث الصليب الأحمر في البداية عن 41 شخصا",
        "وقال الصليب الأحمر إن 41 شخصا قتلوا في حصيلة غير نهائية",
    ],
)
def test_the_dead_of_one_attack_of_one_crew_or_of_a_first_count_are_a_part(found, second):
    assert not of_kind(in_turn(found, second), "conflict")


def test_each_side_counts_whom_the_other_killed(found):
    year = {"where": HERE["where"], "when": ("2023-01-01", "2023-12-31"), "of": "civilians"}
    sides = SOHR | {"by": "assad_forces"}, ICRC | {"by": "turkey"}
    told = [said(f"قتل {n} مدنيا", f"{n} مدنيا", side, year) for n, side in zip((22, 28), sides, strict=True)]
    assert not of_kind(found(*told), "conflict")
    alike = [
        said(f"قتل {n} مدنيا", f"{n} مدنيا", side | {"by": "turkey"}, year)
        for n, side in zip((22, 28), sides, strict=True)
    ]
    assert of_kind(found(*alike), "conflict")


def test_so_many_of_the_dead_are_a_part(found):
    text = "قال المرصد إن 29 شخصا قتلوا. وقال الصليب الأحمر إنه دفن 41 من القتلى."
    figures = ("29 شخصا", "killed", HERE | SOHR), ("41 من القتلى", "killed", HERE | ICRC)
    assert not of_kind(found((text, *figures), speakers=True), "conflict")


def test_the_wounded_of_one_hospital_are_a_part(found):
    text = "وقال الصليب الأحمر إن المستشفى استقبل 41 شخصا"
    assert of_kind(in_turn(found, measure="wounded"), "conflict")
    assert not of_kind(in_turn(found, text, measure="wounded"), "conflict")


def test_tolls_of_two_days_in_one_report_are_of_two_events(found):
    assert not of_kind(in_turn(found, slots=HERE | {"when": "2024-05-30"}), "conflict")


def test_a_conflict_inside_a_report_is_told_with_the_other_reports_of_its_statement(found):
    others = f"{LOW} وأصيب 713 شخصا", ("29 شخصا", "killed", HERE | SOHR), ("713 شخصا", "wounded", HERE | SOHR)
    text = "قال المرصد إن 29 شخصا قتلوا وأصيب 713 شخصا. وقال الصليب الأحمر إن 41 شخصا قتلوا."
    turns = ("29 شخصا", "killed", HERE | SOHR), ("713 شخصا", "wounded", HERE | SOHR), ("41 شخصا", "killed", HERE | ICRC)
    (conflict,) = of_kind(found(others, (text, *turns), speakers=True, dates=("2024-06-01",) * 2), "conflict")
    assert {reference.doc for reference in conflict.claims} == {"a", "b"}


@pytest.mark.parametrize(("lead", "rivals"), [("", True), ("كلمة " * 200, False)])
def test_a_toll_told_first_and_at_no_time_is_of_the_reports_day(found, lead, rivals):
    undated = {"where": HERE["where"]}
    told = said(lead + LOW, "29 شخصا", SOHR, undated), said(HIGH, "41 شخصا", ICRC)
    assert bool(of_kind(found(*told, dates=("2024-06-01", "2024-05-31")), "conflict")) is rivals


def test_who_claims_an_attack_counts_nobody(found):
    claimed = HERE | {"by": "daesh", "source": ("daesh",)}
    equal = ("قتل 273 شخصا", ("273 شخصا", "killed", claimed)), said("قتل 273 شخصا", "273 شخصا", ICRC)
    assert not of_kind(found(*equal), "agreement")


def test_medics_at_large_do_not_confirm_the_ministry_of_health(found):
    medics, ministry = {"source": ("medics",)}, {"source": ("وزارة الصحة",)}
    told = [said("قتل 273 شخصا", "273 شخصا", origin) for origin in (medics, ministry)]
    assert not of_kind(found(*told), "agreement")


def test_a_toll_that_has_risen_is_another_statement(found):
    party = HERE | SOHR | {"of": "assad_forces"}
    hurt = "713 شخصا", "wounded", HERE | SOHR
    first = "قتل 25 جنديا وأصيب 713 شخصا", ("25 جنديا", "killed", party), hurt
    second = "قتل 30 جنديا وأصيب 713 شخصا", ("30 جنديا", "killed", party), hurt
    assert of_kind(found(first, second), "statement")
    assert not of_kind(found(first, second, dates=("2024-05-31", "2024-06-01")), "statement")


def test_adjectives_of_the_dead_told_before_their_number_tell_whom_it_counts(found):
    told = said("عدد القتلى الإيرانيين 29", "29", SOHR), said(HIGH, "41 شخصا", ICRC)
    assert not of_kind(found(*told), "conflict")


@pytest.mark.parametrize(("dead", "rivals"), [("المتشددين", True), ("المدنيين", False)])
def test_whose_dead_a_number_counts_may_be_told_far_before_it(found, dead, rivals):
    army = HERE | {"of": "militants", "by": "egypt_forces", "source": ("egypt_forces",)}
    text = f"قال الجيش إنه قتل 36 متشددا، بينما قال المرصد إن عدد قتلى {dead} في معركة استعادة البلدة لم يتجاوز 11"
    report = text, ("36 متشددا", "killed", army), ("11", "killed", HERE | SOHR)
    assert bool(of_kind(found(report, loose=("of", "where", "when"), speakers=True), "conflict")) is rivals


def fled(figure, source, start="2024-05-01"):
    slots = {"where": ("Douma, SY",), "when": (start, "2024-06-01"), "source": (source,)}
    return f"{figure} نازحا", "displaced", slots


@pytest.mark.parametrize(("lower", "rivals"), [(fled(45449, "icrc"), True), (fled(3211, "icrc"), False)])
def test_a_report_that_gives_both_counts_has_not_counted_on(found, lower, rivals):
    first = fled(45449, "icrc")
    first = *first[:2], first[2] | {"when": ("2024-05-01", "2024-05-31")}
    hedged = *lower[:2], lower[2] | {"bound": "more_than", "high": None}
    higher = fled(52330, "sohr")
    later = f"فر {lower[0]}. وفر {higher[0]}", hedged, higher
    findings = found((f"فر {first[0]}", first), later, dates=("2024-05-31", "2024-06-01"))
    assert bool(of_kind(findings, "conflict")) is rivals


def test_a_body_that_gives_one_rare_figure_confirms_it(found):
    told = [said("فر 45449 نازحا", "45449 نازحا", origin, measure="displaced") for origin in (ICRC, ICRC, SOHR)]
    findings = found(*told)
    assert {finding.kind for finding in findings} == {"agreement", "statement"}
    assert [finding.docs for finding in of_kind(findings, "statement")] == [("a", "b")]


@pytest.mark.parametrize(
    ("doers", "told"),
    [
        (("turkey", "daesh", "daesh"), True),
        (("turkey", "قوم", "قوم"), False),  # whom no pack knows
        (("daesh", "attackers", "attackers"), False),  # who may be these
        (("icrc", "daesh", "daesh"), False),  # the speaker itself
    ],
)
def test_known_doers_of_one_act_are_two_where_two_reports_have_the_other(found, doers, told):
    reports = [said("قتل 64 شخصا", "64 شخصا", ICRC | {"by": doer}) for doer in doers]
    variants = [finding for finding in of_kind(found(*reports), "variant") if finding.slot == "by"]
    assert bool(variants) is told
    exchanged = [said("أفرج عن 64 شخصا", "64 شخصا", ICRC | {"by": doer}, measure="released") for doer in doers]
    assert not of_kind(found(*exchanged), "variant")


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("sana", "التلفزيون الرسمي السوري", True),
        ("وسائل إعلام سورية رسمية", "التلفزيون الرسمي السوري", True),
        ("التلفزيون الرسمي المصري", "التلفزيون الرسمي السوري", False),
        ("قائد الشرطة المحلية", "المتحدث باسم الشرطة", True),
        ("الشرطة الكينية", "قائد شرطة الساحل", True),
        ("وزارة الصحة العامة", "lebanese_army", False),
    ],
)
def test_a_states_media_and_a_states_police_are_one_origin(knowledge, one, other, related):
    actors = Actors(knowledge)
    assert actors.related(actors.name(one), actors.name(other)) is related


def test_of_people_one_source_says_who_they_were(found):
    text = "قال المرصد إن 29 شخصا من النازحين قتلوا. أما الصليب الأحمر فقال إن 41 شخصا قتلوا."
    people = HERE | SOHR | {"of": "civilians"}
    assert of_kind(found((text, ("29 شخصا", "killed", people), ("41 شخصا", "killed", HERE | ICRC))), "conflict")


def test_a_part_told_as_among_the_whole_exceeds_it_from_afar(found):
    whole, part = HERE | SOHR, HERE | SOHR | {"of": "women"}
    text = "نزح 900 شخص من المدينة وريفها، بينهم 950 امرأة"
    assert of_kind(found((text, ("900 شخص", "displaced", whole), ("950 امرأة", "displaced", part))), "part")
    between = "نزح 900 شخص إلى 12 قرية، بينهم 950 امرأة"
    assert not of_kind(found((between, ("900 شخص", "displaced", whole), ("950 امرأة", "displaced", part))), "part")


def test_at_least_so_many_in_the_lead_are_as_many_as_the_body_has(found):
    least = HERE | SOHR | {"bound": "at_least", "high": None}
    text = f"قتل 29 شخصا على الأقل. {'كلمة ' * 20}. وقال المرصد إن 29 شخصا قتلوا"
    exact = "29 شخصا قتلوا", "killed", HERE | SOHR
    told = (text, ("29 شخصا على", "killed", least), exact), said(HIGH, "41 شخصا", ICRC)
    assert of_kind(found(*told, dates=("2024-06-02", "2024-06-01")), "conflict")
    alone = (f"{LOW} على الأقل", ("29 شخصا على", "killed", least)), said(HIGH, "41 شخصا", ICRC)
    assert not of_kind(found(*alone, dates=("2024-06-02", "2024-06-01")), "conflict")


def test_the_hurt_told_behind_the_dead_are_no_part_of_them(found):
    told = "قتل 713 شخصا و32 جريحا", ("713 شخصا", "killed", HERE | SOHR), ("32 جريحا", "wounded", HERE | SOHR)
    assert of_kind(found(told, said("أصيب 90 شخصا", "90 شخصا", ICRC, measure="wounded")), "conflict")


def test_its_own_staff_confirms_nobody(found):
    told = [
        said("قتل 273 شخصا", "273 شخصا", {"source": (who,)}) for who in ("هيئة أركانه", "منظمة العفو الدولية المحلية")
    ]
    assert not of_kind(found(*told), "agreement")
    named = [said("قتل 273 شخصا", "273 شخصا", {"source": (who,)}) for who in ("هيئة الأركان", "منظمة العفو المحلية")]
    assert of_kind(found(*named), "agreement")


@pytest.mark.parametrize("who", ["وكالة الأنباء المحلية", "media"])
def test_an_agency_named_for_the_speaker_misnames_nobody(found, who):
    figures = {"killed": 273, "wounded": 718, "displaced": 5941}
    text = " و".join(f"{measure} {number} شخصا" for measure, number in figures.items())

    def rendition(origin):
        return text, *[(f"{number} شخصا", measure, HERE | origin) for measure, number in figures.items()]

    told = [rendition(origin) for origin in (SOHR, {"source": (who,)})]
    findings = found(*told)
    (statement,) = of_kind(findings, "statement")
    assert set(statement.docs) == {"a", "b"}
    assert not any(one.slot == "source" for one in of_kind(findings, "variant"))


def test_copies_of_a_report_tell_its_conflict_once(found):
    text = "قال المرصد إن 29 شخصا نزحوا. أما الصليب الأحمر فقال إن 41 شخصا نزحوا. " + "كلام " * 40
    place = {"where": HERE["where"]}
    one = text, ("29 شخصا", "displaced", place | SOHR), ("41 شخصا", "displaced", place | ICRC)
    shared = " ".join(f"لفظ{number}" for number in range(200))
    copies = [(f"{one[0]} {shared}", *one[1:]) for _ in range(2)]
    assert len(of_kind(found(*copies, publisher="صحيفة"), "conflict")) == 1


@pytest.mark.parametrize(("prints", "kinds"), [(1, {"copy"}), (2, {"statement"})])
def test_what_prints_of_one_text_say_alike_is_told_by_the_copy(found, prints, kinds):
    texts = [" ".join(f"لفظ{at % prints}{number}" for number in range(200)) for at in range(2)]
    told = [said(f"قال المرصد إن 129 شخصا قتلوا. {text}", "129 شخصا", SOHR) for text in texts]
    assert {finding.kind for finding in found(*told)} == kinds


@pytest.mark.parametrize(("day", "rivals"), [("2024-06-01", False), ("2024-06-08", True)])
def test_outlets_count_on_in_their_own_words_while_the_toll_is_new(found, day, rivals):
    told = said(LOW, "29 شخصا", {}), said(HIGH, "41 شخصا", {})
    assert bool(of_kind(found(*told, dates=(day, day)), "conflict")) is rivals
