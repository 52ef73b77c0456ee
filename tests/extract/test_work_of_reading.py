"""Reading takes no longer way than it needs: work grows with length, and what is passed over says nothing.

Work is counted in calls of Python functions; nothing here asserts a time.
"""

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.arabic import analyse, read_expressions
from tawatur.arabic.prefixes import holding
from tawatur.extract.phrases.chunks import Chunk, Passage, chunk
from tawatur.extract.phrases.lexicon import compile_lexicon
from tawatur.extract.report.relevance import is_about_conflict, may_be_about_conflict
from tawatur.model import Part

REPORT = "أعلنت قوات سوريا الديمقراطية مقتل 44 عنصرا من داعش واحتجاز 166 آخرين في الرقة.\n"
PIECES = {
    "reports": REPORT,
    "a sentence without an end": REPORT.replace(".\n", " "),
    "words": "كلمة ",
    "quotations": '"قال ',
    "statements": "قال المرصد إن ",
    "joined numbers": "و5 قتلى ",
    "marks": "،.",
    "names": "تنظيم داعش وقوات سوريا الديمقراطية ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_twice_the_text_takes_no_more_than_about_twice_the_work(read, calls, piece):
    bodies = [REPORT + piece * (size // len(piece)) for size in (4_000, 8_000)]
    read(bodies[0])
    once, twice = (calls(partial(read, body)) for body in bodies)
    assert twice <= 2.3 * once + 1_000


def test_claims_around_five_megabytes_are_found(read):
    filling = f"{'استعراضاتهم' * 4} " * 57_000
    claims = read(f"{REPORT}{filling}\n{REPORT}")
    assert len(filling.encode()) > 5_000_000
    assert [claim.low for claim in claims[:2]] == [44, 166]
    assert [claim.low for claim in claims[-2:]] == [44, 166]


BASES = [
    "قتل", "مقتل", "أصيب", "إصابة", "قصف", "غارة", "غارتين", "جندي", "جنود", "مدني", "مدنيين", "عنصر", "أعلن", "قال", "أكد", "اعتقال", "نزوح",
    "ضحايا", "حصيلة", "بيان", "تقديرات", "سوري", "عراقي", "سوريا", "الرقة", "داعش", "تنظيم", "حزب", "جيش", "في", "على", "من", "هجوم", "اشتباكات",
    "تبن", "يتبن", "نف", "دمر", "استهدف", "كلمة", "طالب", "فقد", "لقي", "مصرع", "جرحى", "أسر", "عائلات", "ذكرت", "مصادر", "وكالة", "أبو", "آخرين", "خيمة", "مخيم",
]  # fmt: skip
PREFIXES = ["", "و", "ف", "ال", "وال", "بال", "لل", "ولل", "ب", "ل", "ك", "س", "وس", "فب", "كال"]
ENDINGS = ["", "ا", "ه", "ها", "هم", "هن", "نا", "هما", "ته", "تها", "تهم", "وا", "وهم", "ين", "ون", "ان", "ات", "اتهم", "ى", "اه", "اها"]  # fmt: skip


@pytest.fixture(scope="module")
def lexicon(knowledge):
    return compile_lexicon(knowledge)


@settings(max_examples=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PREFIXES), st.sampled_from(BASES), st.sampled_from(ENDINGS))
def test_a_word_that_is_passed_over_says_nothing(lexicon, prefix, base, ending):
    for word in analyse(prefix + base + ending).texts:
        if holding([word], lexicon.words):
            continue
        assert not lexicon.phrases.begun[word]
        assert not lexicon.names.begins(word)
        assert not lexicon.place_names.begins(word)
        assert not lexicon.read_noun(word)
        assert not lexicon.read_masdar(word)
        assert not lexicon.read_verb(word)


def test_a_chunk_is_its_own(lexicon):
    """Chunks of one word are copies: what a later sentence makes of one leaves the others as they were."""
    first, second = (piece for piece in chunk(analyse("قصف ثم قصف"), lexicon, [], []) if piece.text == "قصف")
    assert isinstance(first, Chunk)
    assert first.triggers == second.triggers != ()
    first.actors = ("daesh",)
    assert second.actors == ()
    assert (first.first, second.first) == (0, 2)


WORDS = [
    *BASES, "تنظيم الدولة الإسلامية", "قوات سوريا الديمقراطية", "حزب الله", "الجيش السوري", "صنعاء", "السورية", "اليمن", "إرهابيين", "إرهاب", "التحالف الدولي", "مخيم الهول", "الحوثيين", "طالبان", "اتفاق",
    "مباراة", "الدوري", "أسعار", "النفط", "الوزير", "زيارة", "15", "2014", "يوم", "عام", "،", ".", "قتيلا", "معارك", "مسلحين", "تفجير", "نازح",
]  # fmt: skip


def tells_of_conflict(raw, lexicon):
    text = analyse(raw)
    found = read_expressions(text, "2024-08-10", nouns=lexicon.nouns)
    return is_about_conflict([Passage(Part(0, len(raw), "body"), lexicon, found.numbers, found.times, text)], lexicon)


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_text_of_a_conflict_is_passed_over_for_its_words(lexicon, words):
    raw = " ".join(words)
    if tells_of_conflict(raw, lexicon):
        assert may_be_about_conflict([analyse(raw).texts], lexicon)


@pytest.mark.parametrize("times", range(2, 14))
def test_nor_is_a_long_one_of_violence_that_names_no_party(lexicon, times):
    filler = "وبلغ عدد الزوار ثلاثة آلاف وخمسمئة وسبعة وعشرين. " * times
    raw = f"قتل رجل بالرصاص في حي من المدينة. وقتل آخر في تفجير نفذه متشددون. {filler}"
    assert tells_of_conflict(raw, lexicon)
    assert may_be_about_conflict([analyse(raw).texts], lexicon)


def test_most_texts_are_passed_over_for_their_words(lexicon):
    assert not may_be_about_conflict(
        [analyse("فاز الفريق في مباراة الأمس بثلاثة أهداف، وقال المدرب إنه سعيد").texts], lexicon
    )
    assert may_be_about_conflict([analyse("قال المدرب إن داعش فجر الملعب").texts], lexicon)


def test_so_are_texts_of_violence_where_neither_a_cause_nor_a_state_at_war_is_named(lexicon):
    violence = "أطلق مسلح النار في مدرسة في كندا، فقتل 3 وأصيب 9 في الهجوم. وقالت الشرطة إن المسلح قتل بالرصاص."
    assert not may_be_about_conflict([analyse(violence).texts], lexicon)
    for place in ("في صنعاء", "في سوريا", "في المدينة السورية"):
        assert may_be_about_conflict([analyse(violence.replace("في كندا", place)).texts], lexicon)


def test_so_are_long_texts_that_name_a_party_in_passing(lexicon):
    filler = "وبلغ عدد الزوار ثلاثة آلاف وخمسمئة وسبعة وعشرين. " * 80
    raw = f"قال المدرب إن داعش لم يحضر بعد قصف واحد. {filler}"
    assert not may_be_about_conflict([analyse(raw).texts], lexicon)
    assert may_be_about_conflict([analyse(raw + "وحاربت داعش طالبان. وحاربت داعش طالبان.").texts], lexicon)
