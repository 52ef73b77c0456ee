"""Two reports of one statement that part by words of their own, and tolls that lose a digit."""

import pytest

from tawatur import packs
from tawatur.collate import collate
from tawatur.collate.facts.actors import Actors

DAY = {"of": "civilians", "by": "russia", "source": ("sohr",)}


def rendition(day="2024-05-12", place="Idlib, SY", killed=25, wounded=38, of="", **slots):
    """Return a report of a raid in words of its own, and its two figures."""
    named = {"Idlib, SY": "إدلب", "Hama, SY": "حماة"}[place]
    weekday = {"2024-05-12": "الأحد", "2024-05-13": "الإثنين"}[day]
    text = f"قال المرصد إن الغارات على {named}{of} يوم {weekday} أوقعت {killed} قتيلا و {wounded} جريحا."
    told = DAY | {"where": (place,), "when": day, "when_rule": "weekday"} | slots
    return text, (f"{killed} قتيلا", "killed", told), (f"{wounded} جريحا", "wounded", told)


def variants(findings):
    return [(one.slot, len(one.odd)) for one in findings if one.kind == "variant"]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (rendition(place="Hama, SY"), [("where", 0)]),
        (rendition(place="Hama, SY", of=" غربي إدلب"), []),  # a program may have taken either
        (rendition(day="2024-05-13"), [("when", 0)]),
        (rendition(killed=38, wounded=25), [("measure", 0)]),
        (rendition(killed=5), [("value", 0)]),
        (rendition(killed=21), []),
    ],
)
def test_two_reports_part_by_words_of_their_own(found, other, expected):
    dates = ("2024-05-14", "2024-05-14")
    assert variants(found(rendition(), other, dates=dates, speakers=True)) == expected


def test_a_toll_that_lacks_a_digit_is_no_earlier_count_where_the_hurt_are_as_many(found):
    dates = ("2024-05-14",) * 3
    assert variants(found(rendition(), rendition(), rendition(killed=5), dates=dates, speakers=True)) == [("value", 1)]
    risen = found(rendition(), rendition(), rendition(killed=5, wounded=12), dates=dates, speakers=True)
    assert ("value", 1) not in variants(risen)


def test_an_officer_of_an_army_whose_name_follows_is_the_armys():
    actors = Actors(packs.load(packs.names()))
    officer = actors.name("قائد اللواء 17 مشاة في الجيش اليمني، العميد فلان الفلاني")
    assert actors.may_be_one(officer, "yemen_gov")
    assert not actors.may_be_one(officer, "houthis")


def test_no_party_is_called_by_its_enemies_word_for_it():
    actors = packs.load(packs.names()).actors.values()
    assert not [actor.ar[0] for actor in actors if actor.ar and actor.ar[0].startswith("مرتزقة")]


@pytest.mark.parametrize(("other", "reasons"), [("2022-11-13", ["beginnings differ"]), ("2023-11-20", [])])
def test_acts_that_began_on_one_day_of_two_years(claim, report, knowledge, other, reasons):
    claims = [
        claim(doc, "began", day, when=day, unit="date", of="arakan_army strikes", where=("MM",), extractor="test 1")
        for doc, day in (("a", "2023-11-13"), ("b", other))
    ]
    found = collate(claims, [report(doc, date="2024-06-01") for doc in "ab"], knowledge)
    assert [one.reason for one in found if one.kind == "date"] == reasons
