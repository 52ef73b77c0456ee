"""Evidence: every offset is in the raw text, however it is printed; reading twice gives the same claims."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tawatur.extract import EXTRACTOR

OUTCOMES = ("مقتل", "اعتقال", "إصابة")
GROUPS = ("داعش", "تنظيم داعش", "تنظيم الدولة الإسلامية")
PLACES = ("الرقة", "كركوك", "ديالى", "دير الزور", "الموصل")
SPEAKERS = ("خلية الإعلام الأمني", "قوات سوريا الديمقراطية", "التحالف الدولي")
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
QUIET = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def reports(draw) -> str:
    sentences = []
    for _ in range(draw(st.integers(1, 4))):
        speaker, outcome, group = (draw(st.sampled_from(words)) for words in (SPEAKERS, OUTCOMES, GROUPS))
        number, place = draw(st.integers(3, 9999)), draw(st.sampled_from(PLACES))
        noun = "عناصر" if 3 <= number % 100 <= 10 else "عنصرا" if number % 100 > 10 else "عنصر"
        sentences.append(f"أعلنت {speaker} {outcome} {number} {noun} من {group} في {place}.")
    return " ".join(sentences)


@st.composite
def printings(draw) -> tuple[str, str]:
    """A report, and the same with vowel marks, tatweel, invisible marks and wide spaces put into it."""
    plain = draw(reports())
    printed = []
    for at, letter in enumerate(plain):
        printed.append(letter)
        if letter in LETTERS and draw(st.integers(0, 5)) == 0:
            inside = at + 1 < len(plain) and plain[at + 1] in LETTERS
            marks = ["\u064e", "\u0650", "\u0651", "\u0652", "\u200f", *(["\u0640"] if inside else [])]
            printed.append(draw(st.sampled_from(marks)))
        elif letter == " " and draw(st.integers(0, 9)) == 0:
            printed.append(draw(st.sampled_from([" ", "\u00a0"])))
    return plain, "".join(printed)


def assert_evident(claim, raw: str) -> None:
    assert 0 <= claim.quote_start <= claim.start <= claim.end <= claim.quote_end <= len(raw)
    assert raw[claim.quote_start : claim.quote_end] == claim.quote
    if claim.measure != "role":
        assert raw[claim.start : claim.end] == claim.number != ""
        assert claim.number in claim.quote
    for spans in claim.spans.values():
        assert all(0 <= start < end <= len(raw) for start, end in spans)


@QUIET
@given(text=reports())
def test_number_quote_and_spans_are_words_of_the_text(document, read, text):
    claims = read(text)
    assert claims
    for claim in claims:
        assert_evident(claim, document(text).text)


@QUIET
@given(pair=printings())
def test_how_a_text_is_printed_changes_no_value(document, read, pair):
    plain, printed = pair
    expected, found = read(plain), read(printed)
    for claim in found:
        assert_evident(claim, document(printed).text)

    def values(claims):
        return [(c.measure, c.low, c.high, c.bound, c.unit, c.of, c.by, c.where, c.when, c.source) for c in claims]

    assert values(found) == values(expected)


@pytest.mark.parametrize("group", ["د*ا*عـ ـش", "داعـ ـش", "داعـــش"])
def test_a_name_broken_up_to_slip_past_filters_is_still_read(one, group):
    assert one(f"أعلنت القوات العراقية مقتل 9 عناصر من {group} في كركوك.", "9").of == "daesh"


@QUIET
@given(text=reports())
def test_reading_twice_gives_the_same_claims_with_the_same_ids(read, text):
    once, again = read(text), read(text)
    assert once == again
    assert len({claim.id for claim in once}) == len(once)


def test_the_id_is_of_the_document_and_the_content(read):
    body = "قتل داعش 20 مدنيا في الرقة."
    (claim,), (other,) = read(body), read(body, doc="another")
    assert claim.id.startswith("report-")
    assert claim.id != other.id
    assert claim.extractor == EXTRACTOR


@QUIET
@given(first=reports(), second=reports())
def test_claims_come_in_the_order_of_the_text(read, first, second):
    claims = read(f"{first}\n{second}")
    assert [(claim.section, claim.start) for claim in claims] == sorted((c.section, c.start) for c in claims)


@QUIET
@given(pieces=st.lists(st.one_of(st.text(max_size=20), reports(), st.sampled_from(['"', "(", "44", "\n", "،", "من"]))))
def test_any_text_is_read_and_its_claims_are_evident(document, read, pieces):
    text = " ".join(pieces)
    assume(text.strip())
    for claim in read(text):
        assert_evident(claim, document(text).text)


@pytest.fixture(scope="module")
def vocabulary(knowledge) -> list[str]:
    """The words and names that the grammar asks for: of triggers, nouns, sayings, cues, parties and towns."""
    rows = (*knowledge.triggers, *knowledge.attributions, *knowledge.nouns)
    words = {row.lemma for row in rows} | {word for cue in knowledge.cues for word in cue.words if not word.isascii()}
    names = [name for actor in list(knowledge.actors.values())[:80] for name in actor.ar]
    places = [place.ar[0] for place in list(knowledge.places.values())[:80] if place.ar]
    numbers = ["44", "ثلاثة", "عشرات", "عنصرين", "مسلحين", "آخر", "5 آلاف", "30 مليون دولار", "12 في المئة", "عام 2014"]
    return [*sorted(words), *names, *places, *numbers * 40, *["،", ":", '"', ".", "و", "في", "إن"] * 40]


@settings(parent=QUIET, max_examples=150)
@given(data=st.data())
def test_its_own_words_in_any_order_are_read(document, read, vocabulary, data):
    text = " ".join(data.draw(st.lists(st.sampled_from(vocabulary), min_size=1, max_size=40)))
    claims = read(f"{text} داعش")
    for claim in claims:
        assert_evident(claim, document(f"{text} داعش").text)
    assert claims == read(f"{text} داعش")


def test_a_nation_of_the_counted_soldiers_is_stated_by_their_phrase(read):
    (claim,) = [
        claim for claim in read("قتل 63 جنديا كينيا في هجوم لحركة الشباب على قاعدة في الصومال.") if claim.low == 63
    ]
    assert claim.spans["of"] == ((claim.quote_start, claim.quote_end),)
