"""Words behind a verb of saying that name nobody: what it is about, its object, the subject that stands before it."""

import pytest

SAID = "5 جنود قتلوا في هجوم لداعش في ديالى"
BEFORE = "قال مصدر أمني إن القتال مع داعش مستمر."


@pytest.mark.parametrize(
    ("body", "chain"),
    [
        (f"وقال مصدر أمني إن القرارات تؤكد على أن {SAID}.", ("security_sources",)),
        ("وتعالت أصوات تطالب بالتحقيق في هجوم قتل فيه 5 جنود في ديالى، غير أن الحكومة رفضت.", ()),
        ("وأضاف المصدر أن التحقيقات ستكشف أدوار الزعاتر، مضيفا أن 5 جنود قتلوا في ديالى.", ("security_sources",)),
        (f"وأعلن داعش في بيان على موقع تابع له مسؤوليته عن هجوم وقال إن {SAID}.", ("daesh",)),
        (f"وبث التلفزيون السوري صورا للمنطقة التي قال المرصد السوري إن {SAID} فيها.", ("sohr",)),
        (f"وذكر المصدر أن عناصر نقلوا إلى المستشفى، ولم يفصح عن عددهم، فيما {SAID}.", ("security_sources",)),
        ("وذلك نفيا لأنباء سابقة تحدثت عن مقتل 5 جنود في ديالى.", ("media",)),
        (f"قالت #رابطة_الزعتر_الدولية إن {SAID}.", ("رابطة الزعتر الدولية",)),
    ],
)
def test_what_a_verb_is_about_is_nobody_who_speaks(read, body, chain):
    (claim,) = [claim for claim in read(f"{BEFORE} {body}") if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize(
    ("told", "chain"),
    [
        ("ونسبت وكالة رويترز إلى مصدر طبي قوله إن", ("medics", "reuters")),
        ("ونسبت وكالة رويترز لأحد الشهود قوله إن", ("witnesses", "reuters")),
        ("ونسبت وكالة رويترز للناطق باسم الزعاتر أن", ("الناطق باسم الزعاتر", "reuters")),
    ],
)
def test_whom_an_outlet_imputes_words_to_is_their_origin(read, told, chain):
    (claim,) = [claim for claim in read(f"{BEFORE} {told} {SAID}.") if claim.low == 5]
    assert claim.source == chain
