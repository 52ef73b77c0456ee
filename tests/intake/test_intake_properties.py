"""What holds for every text whatever: parts and furniture cover it exactly, in order; the same input, the same document."""

import pickle

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur import intake, packs
from tawatur.model import to_json

KNOWLEDGE = packs.load()
LINES = st.sampled_from(
    [
        "اقرأ أيضا:", "للمزيد.. خبر آخر", "المصدر: وكالات", "الوسوم: أ، ب", "التعليقات (12)", "شارك", "بغداد – واع", "سناء الحمداني",
        "تاريخ النشر: 3rd, December 2023", "نُشر في 25 آذار 2021", "مقتل أربعة في هجوم على حاجز قرب النهر", "", "  ", "***", "\u200f",
        "\u00a0", "أعلنت القيادة أن قواتها اعتقلت سبعة مطلوبين خلال عملية تفتيش في القرى المحاذية للنهر مساء أمس.", "إرهاب",
        "وقالت إن 12 عنصرا قتلوا وإن العمليات ستتواصل حتى نهاية الشهر في القرى الواقعة شرق النهر وغربه. سمات أ ب",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=14).map("\n".join))


def made(body, **fields):
    return intake.to_document(intake.Record(body=body, **fields), KNOWLEDGE)


@given(TEXTS, st.one_of(st.none(), st.text(max_size=40)))
@settings(deadline=None)
def test_parts_and_furniture_cover_every_character_that_is_no_space_exactly_once(body, title):
    found = made(body, title=title)
    spans = sorted((part.start, part.end) for part in (*found.furniture, *(p for s in found.sections for p in s.parts)))
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not found.text[at:start].strip()
        assert found.text[start:end] == found.text[start:end].strip()
        at = end
    assert not found.text[at:].strip()


@given(TEXTS)
@settings(deadline=None)
def test_sections_are_numbered_and_their_parts_in_order(body):
    found = made(body)
    assert [section.number for section in found.sections] == list(range(len(found.sections)))
    starts = [part.start for section in found.sections for part in section.parts]
    assert starts == sorted(starts)


@given(TEXTS)
@settings(deadline=None)
def test_the_same_record_gives_the_same_document_also_across_processes(body):
    record = intake.Record(body=body, publisher="ضفاف", date="2024-07-16")
    again = pickle.loads(pickle.dumps(record))
    assert to_json(intake.to_document(record, KNOWLEDGE)) == to_json(intake.to_document(again, KNOWLEDGE))


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_no_bytes_whatever_raise(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("bytes") / "file"
    path.write_bytes(data)
    assert list(intake.read([str(path)], knowledge=KNOWLEDGE))
