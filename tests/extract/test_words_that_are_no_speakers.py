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
        (f"والجدير ذكره أن {SAID}.", ()),
        (f"ونعى محافظ الوادي ريبوار طه الضحايا، وقال إن {SAID}.", ("محافظ الوادي ريبوار طه",)),
        (f"وأبلغ قائد الزعاتر وليد الزعتري «نبأ الوادي» أن {SAID}.", ("قائد الزعاتر وليد الزعتري",)),
        (f"وأبلغ قائد الزعاتر وليد الزعتري وكالة الوادي أن {SAID}.", ("قائد الزعاتر وليد الزعتري",)),
        (f"جدير بالإشارة أن {SAID}.", ()),
        ("واعترف الجيش العراقي، بحسب ترجمة الزعاتر، بمقتل 5 جنود في هجوم لداعش.", ("iraq_forces",)),
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


IN_RAIDS = "5 جنود في غارات على ديالى"


@pytest.mark.parametrize(
    ("told", "chain"),
    [
        (f"وأعلن الدفاع المدني مقتل {IN_RAIDS}.", ("الدفاع المدني",)),
        (f"وقتل {IN_RAIDS}، وفق الدفاع المدني.", ("الدفاع المدني",)),
        ("وأعلن مدير الزعتور ارتفاع عدد القتلى إلى 5 في غارات على ديالى.", ("مدير الزعتور",)),
        (f"وذكرت الدول الثلاث أن {SAID}.", ("الدول الثلاث",)),
        (f"وقال الوزيران إن {SAID}.", ("الوزيران",)),
        ("وعلق على الحادثة التي أكدت القوات العراقية فيها مقتل 5 جنود في ديالى.", ("iraq_forces",)),
        (f"وتشير دراسة قام بها مركز الزعتور إلى أن {SAID}.", ("مركز الزعتور",)),
        (f"وجددت وزارة الصحة تأكيدها أن {SAID}.", ("وزارة الصحة",)),
        (f"وأعاد مركز الزعتور تأكيد مقتل {IN_RAIDS}.", ("مركز الزعتور",)),
        (f"ورفض الجيش العراقي الاتهامات، مؤكدا أن {SAID}.", ("iraq_forces",)),
        (f"وعقد مركز الزعتور مؤتمرا صحفيا قال فيه إن {SAID}.", ("مركز الزعتور",)),
        (f"ونشر مركز الزعتور حصيلة قال فيها إن {SAID}.", ("مركز الزعتور",)),
        (f"وقتل {IN_RAIDS}، في حصيلة جديدة أعلنها مركز الزعتور.", ("مركز الزعتور",)),
        (f"وقتل {IN_RAIDS}، كما جاء في بيان مركز الزعتور.", ("مركز الزعتور",)),
        (f"وقالت مصادر في محافظة ديالى إن {SAID}.", ("local_sources",)),
    ],
)
def test_who_tells_it_where_words_stand_between(read, told, chain):
    (claim,) = [claim for claim in read(f"{BEFORE} {told}") if claim.low == 5]
    assert claim.source == chain


@pytest.mark.parametrize("words", ["ووثقت الشبكة مقتل 5 جنود", "قتل 5 جنود، وفق ما رصدته الشبكة"])
def test_a_publisher_that_names_itself_by_its_kind_is_no_source(read, words):
    body = f"قصف داعش مواقع الجيش العراقي في ديالى أمس. {words} في القصف."
    (own,) = [claim for claim in read(body, publisher="شبكة الزعتر") if claim.low == 5]
    told = f"نشرت الشبكة السورية لحقوق الإنسان تقريرا عن داعش. {words} في القصف."
    (other,) = [claim for claim in read(told, publisher="شبكة الزعتر") if claim.low == 5]
    assert (own.source, other.source) == ((), ("snhr",))
