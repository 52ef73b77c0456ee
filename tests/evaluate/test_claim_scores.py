"""What counts as a hit, and which slots of a hit are right."""

import msgspec
import pytest

from tawatur.evaluate import CodedClaim, Names, PlaceNames, score_claims
from tawatur.model import Claim, Period

PARENTS = {"usa": None, "centcom": "usa", "daesh": None, "civilians": None}

# «أعلنت القيادة مقتل نحو 12 مسلحا»: the number is «نحو 12», the quote «مقتل نحو 12 مسلحا».
CODED = CodedClaim(
    doc="a",
    start=19,
    end=25,
    quote_start=14,
    quote_end=31,
    quote="مقتل نحو 12 مسلحا",
    number="نحو 12",
    measure="killed",
    low=12,
    high=12,
    bound="about",
    unit="person",
    of="daesh",
    where=("Palmyra, SY",),
    when=Period("2017-03-01", "2017-03-01"),
    source=("centcom",),
)


def predicted(**changes):
    fields = {name: getattr(CODED, name) for name in Claim.__struct_fields__}
    return Claim(**{**fields, **changes})


def score(*claims, coded=(CODED,)):
    return score_claims(coded, claims, parents=PARENTS)


def test_the_same_claim_is_a_full_hit():
    result = score(predicted())
    assert (result.score.precision, result.score.recall, result.score.f1, result.score.full) == (1, 1, 1, 1)
    assert all(result.pairs[0].right.values())


@pytest.mark.parametrize(
    "changes",
    [{"doc": "b"}, {"measure": "wounded"}, {"low": 11}, {"high": None}, {"start": 40, "end": 46}, {"start": 2}],
)
def test_another_document_measure_value_or_place_in_the_text_is_no_hit(changes):
    result = score(predicted(**changes))
    assert result.score.hits == 0
    assert len(result.missed) == len(result.extra) == 1


def test_half_of_the_number_is_enough():
    assert score(predicted(start=23)).score.hits == 1


def test_a_hit_with_a_wrong_slot_is_not_full():
    result = score(predicted(of="civilians", where=("Tadmur, SY",), source=("usa", "somebody")))
    assert not result.pairs[0].right["of"]
    assert result.pairs[0].right["where"]
    assert result.pairs[0].right["source"]
    assert result.score.full == 0


def test_each_coded_claim_is_hit_once():
    result = score(predicted(), predicted(of=None))
    assert (result.score.hits, len(result.extra)) == (1, 1)
    assert result.pairs[0].predicted.of == "daesh"


def test_optional_claims_count_neither_way():
    excused = msgspec.structs.replace(CODED, optional=True)
    assert score(coded=[excused]).score.gold == 0
    assert score(predicted(), coded=[excused]).score.predicted == 0
    assert score(predicted(optional=True)).score.predicted == 0


def test_a_role_needs_its_participant_and_a_place_in_common():
    role = msgspec.structs.replace(
        CODED, measure="role", low=None, high=None, by="usa", where=("IQ", "SY"), number="", start=14, end=31
    )
    same = predicted(measure="role", low=None, high=None, by="usa", where=("SY",), start=14, end=31)
    assert score(same, coded=[role]).score.hits == 1
    assert score(msgspec.structs.replace(same, by="daesh"), coded=[role]).score.hits == 0
    assert score(msgspec.structs.replace(same, where=("YE",)), coded=[role]).score.hits == 0


@pytest.mark.parametrize(
    ("coded", "words", "given", "same"),
    [
        ("centcom", None, "usa", True),
        ("usa", None, "centcom", True),
        ("centcom", None, "daesh", False),
        ("daesh+usa", None, "usa+daesh", True),
        ("daesh+usa", None, "daesh", False),
        (None, None, None, True),
        ("daesh", None, None, False),
        ("director of health", "مدير الصحة", "مدير صحة", True),
        ("director of health", ["مدير الصحة"], "قائد الشرطة", False),
        ("director of health", ["مدير الصحة"], "daesh", False),
        ("Aden police", None, "aden_police", True),
    ],
)
def test_actors_are_the_same_by_key_by_kinship_and_by_likeness(coded, words, given, same):
    assert Names(PARENTS).same(coded, words, given) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Deir ez-Zor, SY", "Dayr az Zawr, SY", True),
        ("Deir ez-Zor, SY", "Deir ez-Zor, IQ", False),
        ("western Aleppo, SY", "Aleppo, SY", True),
        ("Midyat, Mardin, TR", "Midyat, TR", True),
        ("SY", "Aleppo, SY", False),
        ("Kobani, SY", "Ayn al-Arab, SY", True),
    ],
)
def test_places_agree_by_country_and_consonants(one, other, same):
    assert PlaceNames().same([one], [other]) is same
