"""Who tells, whatever their name holds and whatever stands behind it: objects, the press that is told, verbs alike."""

import pytest

STRUCK = "في قصف على السوق في دارفور بالسودان."


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (f"قتل 14 مدنيا، وفقا لوزارة الصحة السودانية، {STRUCK}", "وزارة الصحة السودانية"),
        (f"وجاء في بيان لوزارة الصحة السودانية أن 14 مدنيا قتلوا {STRUCK}", "وزارة الصحة السودانية"),
        (f"صدر عن وزارة الصحة السودانية بيان جاء فيه أن 14 مدنيا قتلوا {STRUCK}", "وزارة الصحة السودانية"),
        (f"الوادي - صدر عن هيئة الوادي التقرير اليومي، وجاء فيه أن 14 مدنيا قتلوا {STRUCK}", "هيئة الوادي"),
        (f"نشرت قيادة الوادي تقريرا ورد فيه أن 14 مدنيا قتلوا {STRUCK}", "قيادة الوادي"),
        (f"قتل 14 مدنيا، كما جاء في كلمة لوزير الصحة السوداني، {STRUCK}", "وزير الصحة السوداني"),
        (f"قتل 14 مدنيا، على حد تعبير وزير الصحة السوداني، {STRUCK}", "وزير الصحة السوداني"),
        (f"وقالت منظمة صوت الضحايا إن 14 مدنيا قتلوا {STRUCK}", "منظمة صوت الضحايا"),
        (f"وأفادت رابطة أسر القتلى بمقتل 14 مدنيا {STRUCK}", "رابطة أسر القتلى"),
        (f"وقالت مؤسسة وعد للتنمية إن 14 مدنيا قتلوا {STRUCK}", "مؤسسة وعد للتنمية"),
        ("وقدر مستشفى الوادي القتلى بـ14 مدنيا في قصف على السوق في دارفور بالسودان.", "مستشفى الوادي"),
        ("بيد أن هيئة الوادي أجملت القتلى بـ14 مدنيا في قصف على السوق في دارفور بالسودان.", "هيئة الوادي"),
        (f"وتصر هيئة الوادي على أن 14 مدنيا قتلوا {STRUCK}", "هيئة الوادي"),
        (f"وادعت هيئة الوادي أن 14 مدنيا قتلوا {STRUCK}", "هيئة الوادي"),
        (f"واتهم مرصد الوادي الحكومة بقتل 14 مدنيا {STRUCK}", "مرصد الوادي"),
        (f"واتهمت لجنة الوادي رواندا بقتل 14 مدنيا {STRUCK}", "لجنة الوادي"),
        (f"ونعى مجلس الوادي جنديا، مؤكدا أن 14 آخرين قتلوا {STRUCK}", "مجلس الوادي"),
    ],
)
def test_a_name_is_neither_cut_short_nor_runs_into_what_is_told(one, told, source):
    assert one(told, "14").source == (source,)


@pytest.mark.parametrize("told", ["رويترز", "الصحفيين", "وسائل الإعلام"])
def test_the_press_that_is_told_is_no_part_of_who_tells(one, told):
    assert one(f"وأبلغت نقابة الصيادلة {told} بمقتل 14 مدنيا {STRUCK}", "14").source[0] == "نقابة الصيادلة"


@pytest.mark.parametrize(
    "told",
    [
        "وسارعت {} إلى إعلان مقتل 14 مدنيا",
        "واكتفت {} بتأكيد مقتل 14 مدنيا",
        "واكتفت {} بالإشارة إلى أن 14 مدنيا قتلوا",
        "واضطرت {} إلى الاعتراف بمقتل 14 مدنيا",
        "بيد أن {} اكتفت بالقول إن 14 مدنيا قتلوا",
        "وتذهب {} إلى أن 14 مدنيا قتلوا",
        "أما {} فانتهت إلى أن 14 مدنيا قتلوا",
        "وطمأنت {} إلى أن 14 مدنيا فقط قتلوا",
        "وما لبثت {} أن أعلنت مقتل 14 مدنيا",
        "ولم تعلن {} سوى مقتل 14 مدنيا",
        "ولا تعترف {} إلا بمقتل 14 مدنيا",
    ],
)
def test_who_tells_may_be_the_subject_of_another_verb(one, told):
    assert one(f"{told.format('لجنة أهالي الوادي')} {STRUCK}", "14").source == ("لجنة أهالي الوادي",)


def test_what_was_told_earlier_is_told_by_whom_it_is_said_of(one):
    assert one(f"وسبق للجنة أهالي الوادي أن أعلنت مقتل 14 مدنيا {STRUCK}", "14").source == ("لجنة أهالي الوادي",)


@pytest.mark.parametrize(
    "told",
    [
        "ولم تعلق لجنة أهالي الوادي على مقتل 14 مدنيا",
        "ولم تعلن لجنة أهالي الوادي حصيلة لضحايا القصف، وقتل 14 مدنيا",
        "وبعد إعلان الهدنة، قتل 14 مدنيا",
    ],
)
def test_what_is_not_told_has_no_source(one, told):
    assert one(f"{told} {STRUCK}", "14").source == ()


@pytest.mark.parametrize(
    "told",
    [
        "قتل 14 مدنيا، وفق ما خلصت إليه لجنة أهالي الوادي،",
        "وفي بيان أصدرته لجنة أهالي الوادي، بلغ عدد القتلى 14 مدنيا",
        "وخلال هذا الشهر، تقول لجنة أهالي الوادي، قتل 14 مدنيا",
        "وأحصت في الفترة نفسها لجنة أهالي الوادي 14 قتيلا",
        "وقتل 14 مدنيا، كما ذكرت لـ«الخبر» لجنة أهالي الوادي،",
        "وبينما تقول الحكومة إن الضحايا خمسة، تقول لجنة أهالي الوادي إن 14 مدنيا قتلوا",
        "ويقدر عدد الجرحى بخمسين جريحا، وبحسب لجنة أهالي الوادي قتل 14 مدنيا",
    ],
)
def test_who_tells_may_be_put_in_anywhere(one, told):
    assert one(f"{told} {STRUCK}", "14").source[0] == "لجنة أهالي الوادي"


def test_a_source_put_into_a_clause_holds_for_that_clause(one):
    body = "قتل سبعة جنود في قصف على السوق في دارفور بالسودان، وأصيب، وفق لجنة أهالي الوادي، 14 مدنيا."
    assert one(body, "14").source == ("لجنة أهالي الوادي",)
    assert one(body, "سبعة").source == ()


def test_a_source_at_the_end_holds_for_all(one):
    body = "قتل سبعة جنود في قصف على السوق في دارفور بالسودان، وأصيب 14 مدنيا، وفق لجنة أهالي الوادي."
    assert one(body, "سبعة").source == one(body, "14").source == ("لجنة أهالي الوادي",)


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("«أطباء بلا حدود»: مقتل 14 مدنيا في قصف على دارفور", "doctors_without_borders"),
        ("مستشفى الوادي: مقتل 14 مدنيا في قصف على دارفور", "مستشفى الوادي"),
        ("الناطق باسم الحكومة: مقتل 14 مدنيا في قصف على دارفور", "sudan"),
        ("«لجنة أهالي الوادي» تقول إن 14 مدنيا قتلوا في قصف على دارفور", "لجنة أهالي الوادي"),
    ],
)
def test_a_headline_names_who_tells_in_marks_or_before_a_colon(read, headline, source):
    claims = read("شهدت دارفور في السودان قصفا على السوق.", title=headline)
    assert [claim.source for claim in claims if claim.number == "14"] == [(source,)]


@pytest.mark.parametrize(
    ("appeal", "source"),
    [
        ("وناشدت لجنة أهالي الوادي المانحين توفير 14 مليون دولار لنازحي دارفور في السودان.", ("لجنة أهالي الوادي",)),
        ("ودعت الأمم المتحدة إلى جمع 14 مليون دولار لنازحي دارفور في السودان.", ("un",)),
        ("وأطلقت الأمم المتحدة، أمس، نداء لجمع 14 مليون دولار لنازحي دارفور في السودان.", ("un",)),
        ("وتعهدت ألمانيا بتقديم 14 مليون دولار لنازحي دارفور في السودان.", ()),
    ],
)
def test_a_sum_that_is_asked_for_is_told_by_who_asks(one, appeal, source):
    body = f"أدت الحرب في السودان إلى مقتل المئات في دارفور. {appeal}"
    assert one(body, "14 مليون").source == source


@pytest.mark.parametrize(
    "told",
    [
        "وتعطي {} رقما أعلى هو 14 قتيلا",
        "وأوردت {} حصيلة بلغت 14 قتيلا",
        "ونشرت {} أسماء 14 قتيلا",
        "وأكدت {} 14 وفاة",
        "والحصيلة التي قدمتها {} هي 14 قتيلا",
        "وحملت {} الجيش السوداني مسؤولية مقتل 14 مدنيا",
        "وحملت {} المسؤولية عن مقتل 14 مدنيا للجيش",
        "وتباينت الأرقام: {} قالت إن 14 مدنيا قتلوا",
    ],
)
def test_who_gives_a_figure_tells_it(one, told):
    assert one(f"{told.format('لجنة أهالي الوادي')} {STRUCK}", "14").source == ("لجنة أهالي الوادي",)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("غير أن مسؤولا محليا طلب عدم ذكر اسمه قال إن 14 مدنيا قتلوا", "officials"),
        ("وأظهر إحصاء رسمي مقتل 14 مدنيا", "officials"),
        ("وقتل 14 مدنيا، وفق تقديرات أميركية،", "usa"),
        ("غير أن تقديرات محلية تتحدث عن 14 قتيلا", "تقديرات محلية"),
    ],
)
def test_who_is_not_named_tells_as_what_they_are(one, told, source):
    assert one(f"{told} {STRUCK}", "14").source == (source,)


def test_who_tells_first_of_several_stands_behind_fa(one):
    assert one(f"وتباينت الأرقام، فالأمم المتحدة تتحدث عن 14 قتيلا {STRUCK}", "14").source == ("un",)


@pytest.mark.parametrize("head", ["مختبر", "شركة", "والي", "مشرحة"])
def test_the_preposition_is_no_part_of_the_name(one, head):
    assert one(f"وقتل 14 مدنيا، وفقا ل{head} الوادي الأعلى، {STRUCK}", "14").source == (f"{head} الوادي الأعلى",)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("وأعلن الرئيس مقتل 14 مدنيا", "الرئيس"),
        ("وأعلن الدفاع المدني في المدينة انتشال 14 جثة", "الدفاع المدني في المدينة"),
        ("وعاد مجلس الوادي ليعلن مقتل 14 مدنيا", "مجلس الوادي"),
        ("وأبلغ مندوب السودان مجلس الأمن بمقتل 14 مدنيا", "مندوب السودان"),
    ],
)
def test_what_is_told_does_not_run_into_the_name(one, told, source):
    assert one(f"{told} {STRUCK}", "14").source[0] == source


def test_a_source_named_before_its_figure_is_nearer_than_who_spoke_before(one):
    body = "قالت هيئة الوادي إن القصف على دارفور بالسودان استمر. وارتفعت الحصيلة، طبقا للمستشفى الجامعي، إلى 14 قتيلا."
    assert one(body, "14").source == ("المستشفى الجامعي",)


def test_a_president_of_a_state_is_not_who_spoke_before(one):
    body = f"قالت هيئة الوادي إن القصف استمر. وفي كلمة، تحدث الرئيس الأوكراني عن مقتل 14 مدنيا {STRUCK}"
    assert one(body, "14").source == ("الرئيس الأوكراني",)


@pytest.mark.parametrize("clock", ["09:40", "11:20 -", "10:42 |"])
def test_behind_the_hour_of_a_live_entry_a_colon_tells_who_speaks(one, clock):
    claim = one(f"{clock} المرصد السوري: مقتل 12 مدنيا في قصف على حلب.", "12")
    assert claim.source == ("sohr",)


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (f"فقدت قوات الدعم السريع، باعترافها، 14 مقاتلا {STRUCK}", "rapid_support_forces"),
        (f"فقد الجيش السوداني، باعترافه، 14 جنديا {STRUCK}", "sudan_forces"),
    ],
)
def test_what_somebody_admits_is_told_by_him(one_of_all, told, source):
    assert one_of_all(told, "14").source == (source,)
