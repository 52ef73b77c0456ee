"""Who speaks where other words stand beside the name: an object, those told, an outlet's name in marks, a patron."""

import pytest

SAID = "5 جنود قتلوا في هجوم لداعش في ديالى"
KILLED = "قتل 5 جنود في هجوم لداعش في ديالى"


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وانتقد المندوب الروسي القرار، مشيرا إلى أن {SAID}.", ("المندوب الروسي",)),
        (f"ورحب الوزير بالاتفاق، مؤكدا أن {SAID}.", ("الوزير",)),
        (f"وزار المحافظ البلدة، موضحا أن {SAID}.", ("المحافظ",)),
        (f"ووصف رئيس المجلس محمد البهاتي قرار الحكومة بالمهم، مؤكدا أن {SAID}.", ("رئيس المجلس محمد البهاتي",)),
        (f"وقال نعمان الزعتور للحاضرين إن {SAID}.", ("نعمان الزعتور",)),
        (f"وكتب المتحدث على تويتر أن {SAID}.", ("المتحدث",)),
        (f"{KILLED}، وفقا لعدد من الشهود.", ("witnesses",)),
        (
            f"وقال المتحدث الرسمي لمركز الملك فهد نعمان الزعتور إن {SAID}.",
            ("المتحدث الرسمي لمركز الملك فهد نعمان الزعتور",),
        ),
    ],
)
def test_who_speaks_ends_before_what_else_stands_there(read, body, chain):
    (claim,) = [claim for claim in read(body) if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    "body",
    [
        f"{KILLED}، بحسب قناة “إن تي في” التركية.",
        f'وقالت قناة "إن تي في" التركية إن {SAID}.',
    ],
)
def test_an_outlet_is_its_name_in_marks_once(one_on, body):
    assert one_on("2024-08-10", body, "5").source == ("ntv_turkey",)


def test_a_paper_named_in_marks_is_one_voice(one_on):
    assert one_on("2024-08-10", f"{KILLED}، بحسب صحيفة «ملييت» التركية.", "5").source == ("milliyet",)


@pytest.mark.parametrize(
    ("title", "chain"),
    [
        ("الزعتور يؤكد مقتل 5 جنود في ديالى", ("الزعتور",)),
        ("نعمان الزعتور ينفي مقتل 5 جنود في ديالى", ("نعمان الزعتور",)),
        ("إعلام: مقتل 5 جنود في ديالى", ("media",)),
    ],
)
def test_who_opens_a_headline_tells_it(read, title, chain):
    claims = read("شهدت ديالى في العراق معارك مع داعش خلفت دمارا واسعا.", title=title)
    assert [claim.source for claim in claims if claim.low == 5] == [chain]


def test_what_is_held_to_be_something_speaks_not(read):
    body = "قال نعمان الزعتور إن مقتل 5 جنود في هجوم لداعش في ديالى يعتبر أمرا غير مقبول على حد تعبيره."
    assert [claim.source for claim in read(body)] == [("نعمان الزعتور",)]


KNOWN = "قال قائد شرطة ديالى نعمان عبد الرحمن إن القتال مع داعش مستمر."


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        ("«قتل 5 جنود في هجوم لداعش في ديالى»، يضيف عبد الرحمن.", ("قائد شرطة ديالى نعمان عبد الرحمن",)),
        (f"وعلمت العربية من مصادرها أن {SAID}.", ()),
        (f"وأبلغ الوزير نعمان الزعتور المجلس بأن {SAID}.", ("الوزير نعمان الزعتور",)),
        (f"وهاجمت بعض وسائل الإعلام المحلية السلطات قائلة إن {SAID}.", ("media",)),
        ("وأشارت تقارير غير مؤكدة إلى مقتل 5 جنود في هجوم لداعش في ديالى.", ()),
        ("وأوردت صحيفة الوادي نبأ مقتل 5 جنود في هجوم لداعش في ديالى.", ("صحيفة الوادي",)),
    ],
)
def test_who_spoke_before_speaks_on_only_where_it_is_told(read, body, chain):
    (claim,) = [claim for claim in read(f"{KNOWN} {body}") if claim.low == 5]
    assert claim.source == chain
