"""What hands coded without a time, in a headline, or since another day than others have it."""

import pytest

from tawatur.collate import collate

DOCTORS, MINISTRY = ("sudan_doctors_network",), ("وزارة الصحة الاتحادية",)
TOWN = {"of": "civilians", "where": ("El Fasher, SD",)}


@pytest.fixture
def found(report, knowledge):
    def make(claims, *, date="2024-06-02", text=None):
        docs = sorted({one.doc for one in claims})
        findings = collate(claims, [report(doc, date=date, text=text) for doc in docs], knowledge)
        return [(one.kind, sorted({claim.low for claim in one.claims})) for one in findings if one.kind != "statement"]

    return make


@pytest.mark.parametrize(
    ("event", "other", "kind"),
    [
        ("2024-05-30", 38, "conflict"),
        ("2024-05-30", 57, "agreement"),
        ("2024-05-02", 38, None),  # a month before the other's report
        ("2024-05-30", 570, None),  # ten times as many
    ],
)
def test_a_toll_of_no_stated_time_is_of_the_event_of_its_week(claim, found, event, other, kind):
    claims = [claim("a", "killed", 57, when=event, source=DOCTORS, **TOWN)]
    claims.append(claim("b", "killed", other, source=MINISTRY, **TOWN))
    assert [one for one, _ in found(claims)] == ([kind] if kind else [])


def test_a_toll_of_no_stated_time_is_of_neither_of_two_events(claim, found):
    claims = [claim("a", "killed", 57, when="2024-05-30", source=DOCTORS, **TOWN)]
    claims.append(claim("c", "killed", 21, when="2024-05-27", source=DOCTORS, **TOWN))
    claims.append(claim("b", "killed", 38, source=MINISTRY, **TOWN))
    assert found(claims) == []


def test_all_bodies_are_no_rival_of_one_partys_dead(claim, found):
    claims = [claim("a", "killed", 200, when="2024-05-30", source=DOCTORS, of="daesh", where=("Raqqa, SY",))]
    claims.append(claim("b", "killed", 390, source=MINISTRY, where=("Raqqa, SY",)))
    assert found(claims) == []


@pytest.mark.parametrize(("other", "kind"), [(91250, "conflict"), (78400, "agreement")])
def test_a_stock_of_no_stated_day_is_as_of_its_report(claim, found, other, kind):
    camp = {"of": "refugees", "where": ("Zaatari, JO",)}
    claims = [claim("a", "camp_population", 78400, when="2024-05-31", source=("unhcr",), **camp)]
    claims.append(claim("b", "camp_population", other, source=("jordan",), **camp))
    assert [one for one, _ in found(claims)] == [kind]


def test_a_headline_that_has_another_figure_than_its_body_contradicts_it(claim, found):
    text = "مقتل 29 مدنيا في الفاشر\nقالت الشبكة إن 57 مدنيا قتلوا يوم الخميس."
    slots = TOWN | {"when": "2024-05-30"}
    claims = [claim("a", "killed", 29, at=5, **slots), claim("a", "killed", 57, at=45, source=DOCTORS, **slots)]
    assert found(claims, text=text) == [("conflict", [29, 57])]


@pytest.mark.parametrize(("start", "told"), [("2012-02-01", True), ("2013-01-01", False), ("2013-02-11", False)])
def test_a_count_since_another_year_is_another_count(claim, report, knowledge, start, told):
    slots = {"of": "mali", "where": ("ML",), "source": ("eu",)}
    since = {"a": "2013-02-01", "b": "2013-02-01", "c": start}
    claims = [claim(doc, "trained", 18450, when=(day, "2024-05-31"), **slots) for doc, day in since.items()]
    variants = [one for one in collate(claims, [report(doc) for doc in "abc"], knowledge) if one.kind == "variant"]
    assert [(one.slot, {claim.doc for claim in one.odd}) for one in variants] == ([("when", {"c"})] if told else [])


@pytest.mark.parametrize("doc", ["b", "a"])
def test_a_count_that_falls_within_a_week_has_fallen(claim, found, doc):
    slots = {"source": DOCTORS, **TOWN}
    claims = [claim("a", "killed", 41, when=("2024-05-10", "2024-05-13"), **slots)]
    claims.append(claim(doc, "killed", 37, when=("2024-05-10", "2024-05-17"), **slots))
    assert found(claims) == [("tally", [37, 41])]


@pytest.mark.parametrize(("hurt", "told"), [(412, True), (24, False)])
def test_as_many_hurt_as_dead_are_one_number_for_two_things_where_it_tells(claim, found, hurt, told):
    slots = {"of": "civilians", "where": ("Taiz, YE",), "when": "2024-05"}
    claims = [
        claim("a", "wounded", hurt, source=("un",), **slots),
        claim("b", "killed", hurt, source=("houthis",), **slots),
    ]
    assert found(claims) == ([("same_number", [hurt])] if told else [])


def test_who_misnames_one_of_two_figures_contradicts_himself_in_nothing(claim, found):
    slots = {"of": "migrants", "where": ("Sfax, TN",), "when": "2024-05", "source": ("tunisia",)}
    claims = [claim(doc, "killed", 74, **slots) for doc in "abc"]
    claims += [claim(doc, "killed" if doc == "c" else "detained", 2151, **slots) for doc in "abc"]
    assert found(claims) == [("variant", [2151])]


@pytest.mark.parametrize(
    ("place", "day", "kind"),
    [
        (("Khartoum, SD",), "2023-04-05", "date"),
        (("SD",), "2023-04-15", "agreement"),
        (("YE",), "2023-04-05", None),
        (("YE",), "2023-04-15", None),
    ],
)
def test_a_war_of_one_land_begins_on_one_day(claim, found, place, day, kind):
    slots = {"unit": "date", "of": "war"}
    claims = [claim("a", "began", "2023-04-15", when="2023-04-15", where=("SD",), source=("un",), **slots)]
    claims.append(claim("b", "began", day, when=day, where=place, source=("france",), **slots))
    assert [one for one, _ in found(claims)] == ([kind] if kind else [])
