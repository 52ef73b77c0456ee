"""One slip is told once, a man speaks for his body, and what lies on a way is no part: of claims that hands coded."""

import msgspec
import pytest

from tawatur.collate import collate

HERE = {"where": ("Zalingei, Central Darfur, SD",), "when": "2024-05-30"}


@pytest.fixture
def coded(claim, report, knowledge):
    """Collate coded reports, each a text and its figures: (words that begin with the number, measure, slots)."""

    def make(*reports):
        claims, given = [], []
        for at, (text, *figures) in enumerate(reports):
            doc = "abcdef"[at]
            body = f"عنوان طويل.\n{text}\n{' '.join(f'كلمة{doc}{number}' for number in range(60))}"
            for words, measure, slots in figures:
                number = words.split()[0]
                one = claim(doc, measure, int(number), at=body.index(words), quote=words, **slots)
                claims.append(msgspec.structs.replace(one, end=one.start + len(number)))
            given.append(report(doc, text=body))
        return collate(claims, given, knowledge)

    return make


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


@pytest.mark.parametrize(
    ("man", "agree"),
    [
        ("نائب رئيس بعثة الأمم المتحدة حمدان الفاضل", False),
        ("رئيس البعثة حمدان الفاضل", False),
        ("محافظ المدينة حمدان الفاضل", True),
    ],
)
def test_who_holds_an_office_of_a_body_does_not_confirm_it(coded, man, agree):
    told = f"قال {man} إن 273 شخصا قتلوا. وقالت الأمم المتحدة إن 18 خيمة أقيمت."
    figures = (
        ("273 شخصا", "killed", HERE | {"source": ("حمدان الفاضل",)}),
        ("18 خيمة", "other", HERE | {"source": ("un",), "unit": "other"}),
    )
    body = "أعلنت المنظمة الدولية مقتل 273 شخصا", ("273 شخصا", "killed", HERE | {"source": ("un",)})
    assert bool(of_kind(coded((told, *figures), body), "agreement")) is agree


def test_an_officer_of_a_body_is_no_rival_of_it_in_one_report(coded):
    text = "قالت الأمم المتحدة إن 412 شخصا قتلوا. وقال نائب رئيس بعثة الأمم المتحدة حمدان الفاضل إنه تحقق من 148 قتيلا."
    figures = (
        ("412 شخصا", "killed", HERE | {"source": ("un",)}),
        ("148 قتيلا", "killed", HERE | {"source": ("حمدان الفاضل",)}),
    )
    assert not of_kind(coded((text, *figures)), "conflict")


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("أبو بكر عبد الله", "ابو بكر عبدالله", False),
        ("زكي أق تورك", "زكي أكتورك", False),
        ("سالم الهادي", "سليم الهادي", True),
    ],
)
def test_one_mans_name_is_one_however_it_is_spelt(coded, one, other, agree):
    told = [("قتل 273 شخصا", ("273 شخصا", "killed", HERE | {"source": (man,)})) for man in (one, other)]
    assert bool(of_kind(coded(*told), "agreement")) is agree


def test_a_headlines_speaker_is_its_bodys(claim, report, knowledge):
    text = "الأمم المتحدة: 273 قتيلا\nقال حمدان الفاضل إن 273 شخصا قتلوا."
    claims = [
        claim("a", "killed", 273, at=text.index(words), quote=words, source=source, **HERE)
        for words, source in (("273 قتيلا", ("un",)), ("273 شخصا", ("حمدان الفاضل",)))
    ]
    assert not of_kind(collate(claims, [report("a", text=text)], knowledge), "agreement")


def test_two_figures_exchanged_are_told_once(coded):
    def told(schools, hospitals):
        figures = ("schools", schools, "مدرسة"), ("hospitals", hospitals, "مستشفى")
        words = " و".join(f"{number} {noun}" for _, number, noun in figures)
        slots = HERE | {"source": ("un",), "unit": "facility"}
        claims = [(f"{number} {noun}", "attacks", slots | {"of": of}) for of, number, noun in figures]
        return (
            f"سجلت الأمم المتحدة إصابة 1544 طفلا ومهاجمة {words}",
            *claims,
            ("1544 طفلا", "wounded", HERE | {"source": ("un",)}),
        )

    variants = of_kind(coded(told(32, 16), told(16, 32)), "variant")
    assert [variant.slot for variant in variants] == ["of"]


def test_attacks_on_so_many_schools_are_as_many_attacks(coded):
    slots = HERE | {"source": ("un",), "of": "schools"}
    other = ("1544 طفلا", "wounded", HERE | {"source": ("un",)})
    one = "أصيب 1544 طفلا ووقع 132 هجوما", ("132 هجوما", "attacks", slots | {"unit": "event"}), other
    two = "أصيب 1544 طفلا وهوجمت 132 مدرسة", ("132 مدرسة", "attacks", slots | {"unit": "facility"}), other
    assert not of_kind(coded(one, two), "variant")


def test_a_part_is_not_held_against_another_reports_whole(coded):
    who = {"source": ("sohr",), "unit": "weapon", "by": "russia"}
    rest = ("124 منزلا", "destroyed", HERE | who | {"unit": "facility"})
    one = (
        "أطلقت 76 مسيرة أصابت 21 هدفها ودمرت 124 منزلا",
        ("76 مسيرة", "attacks", HERE | who),
        ("21 هدفها", "attacks", HERE | who),
        rest,
    )
    two = "أطلقت 67 مسيرة ودمرت 124 منزلا", ("67 مسيرة", "attacks", HERE | who), rest
    (variant,) = of_kind(coded(one, two), "variant")
    assert {claim.low for claim in variant.norm} == {76, 67}


@pytest.mark.parametrize(("place", "part"), [(("SD", "TD"), False), (("Central Darfur, SD",), True)])
def test_all_who_fled_are_no_part_of_those_who_fled_abroad(coded, place, part):
    slots = {"source": ("iom",), "when": "2024-05-30"}
    text = "نزح 900 شخص. ومن هناك 850 شخصا"
    inside = ("900 شخص", "displaced", slots | {"where": ("SD",) if part is False else HERE["where"]})
    assert bool(of_kind(coded((text, inside, ("850 شخصا", "displaced", slots | {"where": place}))), "part")) is part


@pytest.mark.parametrize("doer", [None, "daesh"])
def test_the_acts_of_all_are_no_part_of_one_doers(coded, doer):
    slots = {"source": ("sohr",), "when": "2024-05", "unit": "event"}
    text = "وقع 96 هجوما في المدينة. وفي الولاية 45 هجوما"
    town = ("96 هجوما", "attacks", slots | HERE | {"when": "2024-05"})
    land = ("45 هجوما", "attacks", slots | {"where": ("Central Darfur, SD",), "by": doer})
    assert bool(of_kind(coded((text, town, land)), "part")) is (doer is None)


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        ("soldiers", "civilians", True),
        ("محتاجون", "syrians", False),
        ("سجانون", "حراس السجن وموظفوه", False),
        ("daesh", "civilians", True),
    ],
)
def test_two_free_names_may_be_one_partys(coded, one, other, parted):
    slots = HERE | {"source": ("sohr",)}
    rest = ("340 جريحا", "wounded", HERE | {"source": ("sohr",)})
    told = [("قتل 177 منهم و340 جريحا", ("177 منهم", "killed", slots | {"of": of}), rest) for of in (one, other)]
    assert bool(of_kind(coded(*told), "variant")) is parted


@pytest.mark.parametrize(("doer", "parted"), [("دوريات", False), ("daesh", True)])
def test_two_free_names_may_be_one_doers(coded, doer, parted):
    slots = HERE | {"source": ("sohr",), "of": "civilians"}
    rest = ("340 جريحا", "wounded", HERE | {"source": ("sohr",)})
    told = [
        ("قتل 177 شخصا و340 جريحا", ("177 شخصا", "killed", slots | {"by": by}), rest) for by in (doer, "فرق السواحل")
    ]
    assert bool(of_kind(coded(*told), "variant")) is parted


@pytest.mark.parametrize(
    ("days", "parted"), [(("الأربعاء", "الخميس"), True), (("ليل الأربعاء", "ليل الأربعاء إلى الخميس"), False)]
)
def test_days_that_two_reports_name_are_two(coded, days, parted):
    def told(day, when):
        slots = HERE | {"source": ("sohr",), "of": "civilians", "when": when}
        words = f"قتل 177 مدنيا وأصيب 340 آخرون {day}"
        return words, ("177 مدنيا", "killed", slots), ("340 آخرون", "wounded", slots)

    findings = coded(told(days[0], "2024-05-29"), told(days[1], "2024-05-30"))
    assert [one.slot for one in of_kind(findings, "variant")] == ["when"] * parted


def test_what_adds_up_to_one_total_is_not_held_against_another(coded):
    slots = {"source": ("sohr",), "when": "2024-05", "unit": "event"}
    lands = [("96 في", "BF"), ("81 في", "ML"), ("37 في", "NE")]
    text = "وقع 214 هجوما: 96 في بوركينا و81 في مالي و37 في النيجر. وشن التنظيم 45 هجوما"
    whole = slots | {"where": ("BF", "ML", "NE")}
    figures = [("214 هجوما", "attacks", whole), ("45 هجوما", "attacks", whole | {"by": "daesh"})]
    figures += [(words, "attacks", slots | {"where": (land,)}) for words, land in lands]
    findings = coded((text, *figures))
    assert [one.holds for one in of_kind(findings, "sum")] == [True]
    assert not of_kind(findings, "conflict")


def test_five_of_them_is_nobodys_count_of_all(coded):
    slots = HERE | {"of": "soldiers"}
    text = "قالت الشبكة إن 14 جنديا أصيبوا، 5 منهم بجروح خطيرة. لكن الصليب الأحمر قال إن 30 جنديا أصيبوا."
    figures = [("14 جنديا", "snhr"), ("5 منهم", "snhr"), ("30 جنديا", "icrc")]
    findings = coded((text, *((words, "wounded", slots | {"source": (who,)}) for words, who in figures)))
    (conflict,) = of_kind(findings, "conflict")
    assert {claim.low for claim in conflict.claims} == {14, 30}


def test_a_count_that_two_reports_of_one_statement_have_otherwise_is_a_variant_alone(claim, report, knowledge):
    def told(doc, number, end):
        slots = {"source": ("un",), "where": ("SD",), "when": ("2024-01-01", end)}
        return [claim(doc, "killed", number, of="civilians", **slots), claim(doc, "wounded", 2120, **slots)]

    claims = told("a", 970, "2024-05-28") + told("b", 790, "2024-06-01")
    findings = collate(claims, [report("a", date="2024-05-28"), report("b", date="2024-06-01")], knowledge)
    assert of_kind(findings, "variant")
    assert not of_kind(findings, "tally")


@pytest.mark.parametrize(("gap", "part"), [("بينهم ", True), ("بينهم صحفي، و", False)])
def test_what_follows_the_one_among_them_is_not_among_them(coded, gap, part):
    slots = HERE | {"source": ("sohr",)}
    figures = ("11 مدنيا", "killed", slots | {"of": "civilians"}), ("15 مقاتلا", "killed", slots | {"of": "sdf"})
    assert bool(of_kind(coded((f"قتل 11 مدنيا، {gap}15 مقاتلا", *figures)), "part")) is part


@pytest.mark.parametrize(("cause", "rivals"), [("بالألغام", False), ("في القصف", True)])
def test_who_was_executed_is_none_of_those_whom_mines_killed(coded, cause, rivals):
    slots = {"where": ("SD",), "when": "2024"}
    one = "أعدم 125 شخصا شنقا", ("125 شخصا", "killed", slots | {"source": ("amnesty",)})
    two = f"قتل 83 مدنيا {cause}", ("83 مدنيا", "killed", slots | {"source": ("icrc",)})
    assert bool(of_kind(coded(one, two), "conflict")) is rivals


@pytest.mark.parametrize(("since", "rivals"), [("بعد أن فارق 7 من الجرحى الحياة", False), ("بينهم 7 نساء", True)])
def test_what_the_hurt_who_died_since_make_up_is_no_rival(coded, since, rivals):
    text = f"قالت الشبكة إن 61 شخصا قتلوا {since}. وكانت الوزارة أحصت 54 قتيلا."
    women = {"of": "women"} if rivals else {}
    figures = [("61 شخصا", "snhr", {}), ("7 ", "snhr", women), ("54 قتيلا", "un", {})]
    told = [(words, "killed", HERE | {"source": (who,)} | more) for words, who, more in figures]
    assert bool(of_kind(coded((text, *told)), "conflict")) is rivals


@pytest.mark.parametrize(("office", "one"), [("المتحدث باسم وزارة الصحة", True), ("محافظ المدينة", False)])
def test_a_release_told_by_the_spokesmans_name_is_his_bodys(coded, office, one):
    def told(words, who):
        slots = HERE | {"source": (who,), "of": "civilians"}
        figures = ("43 قتيلا", "killed", slots), ("67 جريحا", "wounded", slots)
        return f"{words} 43 قتيلا و67 جريحا", *figures

    man = told(f"أحصى {office} حمدان الفاضل", "حمدان الفاضل")
    statements = of_kind(coded(told("أحصت الوزارة", "turkish_health_ministry"), man), "statement")
    assert [statement.origin for statement in statements] == ["turkish_health_ministry"] * one
