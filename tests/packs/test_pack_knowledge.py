"""What the loaded packs answer: which place a string names, what lies in what, who belongs to whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur import packs
from tawatur.packs.where import consonants, opposed, parse, plain


@pytest.fixture(scope="module")
def knowledge() -> packs.Knowledge:
    return packs.load(packs.names())


@pytest.mark.parametrize(
    ("where", "label"),
    [
        ("Deir ez-Zor, SY", "Deir ez-Zor, SY"),
        ("Deir Ezzor, SY", "Deir ez-Zor, SY"),
        ("Deir al-Zour, SY", "Deir ez-Zor, SY"),
        ("deir ez zor governorate, SY", "Deir ez-Zor, SY"),
        ("northern Deir ez-Zor, SY", "Deir ez-Zor, SY"),
        ("countryside of Deir ez-Zor, SY", "Deir ez-Zor, SY"),
        ("Midyat, Mardin, TR", "Midyat, TR"),
        ("Ain al-Arab, SY", "Kobani, SY"),
        ("Tadmur, SY", "Palmyra, SY"),
        ("IQ", "IQ"),
        ("northern Iraq, IQ", "IQ"),
        ("northeastern Syria, SY", "northeastern Syria, SY"),
        ("North Sinai, EG", "North Sinai, EG"),
        ("northern Sinai, EG", "Sinai, EG"),
        ("near Kilis, TR", "Kilis, TR"),
        ("Lake Chad, TD", "Lake Chad, TD"),
        ("Washington, US", "Washington, US"),
        ("EU", "EU"),
    ],
)
def test_a_place_string_finds_its_place_however_it_is_spelled(knowledge, where, label):
    assert knowledge.place_of(where).label == label


@pytest.mark.parametrize("where", ["Nowhere at All, SY", "Mosul, SY", "Deir ez-Zor", "ZZ", "", ", ,", "near , SY"])
def test_a_string_that_names_no_known_place_finds_none(knowledge, where):
    assert knowledge.place_of(where) is None


def test_the_governorate_chooses_between_places_of_one_name(knowledge):
    assert knowledge.place_of("Rafah, EG").country == "EG"
    assert knowledge.place_of("Rafah, PS").country == "PS"


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("Mosul, IQ", "Nineveh, IQ", True),
        ("Mosul, IQ", "IQ", True),
        ("IQ", "Mosul, IQ", False),
        ("Erbil, IQ", "Kurdistan Region, IQ", True),
        ("al-Hol, SY", "Hasakah, SY", True),
        ("Khormaksar, YE", "Aden, YE", True),
        ("Khormaksar, YE", "Taiz, YE", False),
        ("Mosul, IQ", "SY", False),
        ("Mosul, IQ", "Mosul, IQ", True),
        ("western Aleppo, SY", "Aleppo, SY", True),
        ("Aleppo, SY", "western Aleppo, SY", False),
        ("western Aleppo, SY", "eastern Aleppo, SY", False),
        ("western Aleppo, SY", "northern Aleppo, SY", None),
        ("northwestern Aleppo, SY", "northern Aleppo, SY", True),
        ("northern Aleppo, SY", "northwestern Aleppo, SY", None),
        ("near Mosul, IQ", "IQ", True),
        ("near Mosul, IQ", "Nineveh, IQ", None),
        ("Mosul, IQ", "northern Iraq, IQ", None),
        ("al-Hol, SY", "northeastern Syria, SY", True),
        ("northeastern Syria, SY", "al-Hol, SY", False),
        ("northeastern Syria, SY", "northeastern Syria, SY", True),
        ("Arish, EG", "North Sinai, EG", True),
        ("Badia, SY", "Homs, SY", None),
        ("Nowhere at All, SY", "SY", None),
    ],
)
def test_within_says_yes_no_or_that_it_can_not_know(knowledge, inner, outer, answer):
    assert knowledge.within(inner, outer) is answer


@given(st.data())
def test_of_two_different_places_only_one_can_hold_the_other(data):
    knowledge = packs.load(packs.names())
    labels = sorted({place.label for place in knowledge.places.values()})
    first, second = data.draw(st.sampled_from(labels)), data.draw(st.sampled_from(labels))
    if knowledge.within(first, second) and knowledge.within(second, first):
        assert knowledge.place_of(first) == knowledge.place_of(second)


@given(st.text(max_size=40))
def test_no_string_breaks_the_look_up(where):
    knowledge = packs.load()
    found = knowledge.place_of(where)
    assert found is None or found.country == parse(where).country


@given(st.text(max_size=40))
def test_folding_a_latin_name_twice_changes_nothing(name):
    assert plain(plain(name)) == plain(name)


def test_spellings_of_one_name_have_the_same_consonants():
    spellings = ("Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "Deir al-Zour")
    assert len({consonants(name) for name in ("Raqqa", "Ar Raqqah", "al-Raqqa")} - {"rkh"}) == 1
    assert {consonants(name) for name in spellings} == {"drzr"}
    assert consonants("Homs") != consonants("Hama")


def test_sides_are_opposed_where_they_share_no_ground():
    assert opposed("northern", "southern")
    assert opposed("northeastern", "west")
    assert not opposed("northern", "eastern")


def test_a_part_belongs_to_its_whole_and_to_what_that_belongs_to(knowledge):
    assert knowledge.ancestors("security_media_cell") == ("iraq_forces", "iraq_gov")
    assert knowledge.ancestors("daesh") == ()
    assert knowledge.ancestors("حرس الميناء") == ()


def test_place_names_come_in_two_lists_the_sure_and_the_ambiguous(knowledge):
    sure, doubtful = set(knowledge.place_names()), set(knowledge.place_names(ambiguous=True))
    assert ("الموصل", knowledge.place_of("Mosul, IQ").id) in sure
    assert ("القائم", knowledge.place_of("al-Qaim, IQ").id) in doubtful
    assert ("قضاء القائم", knowledge.place_of("al-Qaim, IQ").id) in sure
    assert not sure & doubtful


def test_outlet_names_come_in_the_same_two_lists(knowledge):
    sure, doubtful = set(knowledge.outlet_names()), set(knowledge.outlet_names(ambiguous=True))
    assert ("صحيفة الشرق الأوسط", "aawsat") in sure
    assert ("الشرق الأوسط", "aawsat") in doubtful
    assert not sure & doubtful


def test_a_later_pack_adds_names_to_what_an_earlier_one_knows(tmp_path):
    (tmp_path / "pack.toml").write_text('title = "T"\ndescription = "D"\nlicence = "L"\n', encoding="utf-8")
    (tmp_path / "actors.toml").write_text(
        '[reuters]\nkind = "outlet"\nen = "Reuters"\nar = ["وكالة الضفتين"]\nsource = "ours"\n', encoding="utf-8"
    )
    header = "\t".join(packs.PlaceEntry.__struct_fields__)
    row = "gn:0\tMosul\tNinus\tأم الربيعين\tcity\tIQ\tIQ-NI\t36.34\t43.13\t20km\t\t\tours"
    (tmp_path / "places_by_hand.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    plainly, extended = packs.load(), packs.load((*packs.DEFAULT, str(tmp_path)))
    assert extended.actors["reuters"].ar == (*plainly.actors["reuters"].ar, "وكالة الضفتين")
    assert extended.place_of("Ninus, IQ") == extended.place_of("Mosul, IQ")
    assert {"الموصل", "أم الربيعين"} <= set(extended.place_of("Mosul, IQ").ar)
    assert len(extended.places) == len(plainly.places)
