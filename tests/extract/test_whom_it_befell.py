"""Of: whom a figure counts, told by its phrase, its clause or the section."""

from __future__ import annotations

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.model import Claim, Document, Part, Section


@pytest.fixture(scope="module")
def read_all():
    """Read a body with every bundled pack, as the commands do."""
    knowledge = packs.load(packs.names())

    def read(body: str) -> tuple[Claim, ...]:
        part = Part(start=0, end=len(body), kind="body")
        document = Document(id="all", text=body, sections=(Section(date="2018-05-10", parts=(part,)),))
        return tuple(extract(document, knowledge))

    return read


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("مقتل 12 عنصرا من داعش في كركوك.", "12", "daesh"),
        ("خسر تنظيم داعش في كركوك خلال الشهر 12 قتيلا.", "12", "daesh"),
        ("أما تنظيم داعش فخسر 12 قتيلا في كركوك.", "12", "daesh"),
        ("قتل المهندس سالم الطيب برصاص داعش في كركوك.", "سالم الطيب", "المهندس"),
        ("لقي متطوع يدعى سالم الطيب حتفه في قصف لداعش على كركوك.", "سالم الطيب", "متطوع"),
        ("أدى قصف لداعش على كركوك إلى مقتل مهندسين اثنين.", "مهندسين اثنين", "مهندسين"),
        ("عدد المتطوعين الذين أوقفهم داعش في كركوك بلغ 12 بعد القصف.", "12", "المتطوعين"),
        ("كبدت القوات العراقية تنظيم داعش 12 قتيلا في كركوك.", "12", "daesh"),
        ("هاجم داعش كركوك. وارتفع إلى 12 عدد الجنود العراقيين الذين قتلوا.", "12", "iraq_forces"),
        ("هاجم داعش كركوك. ما يرفع إلى 12 عدد المدنيين الذين قتلوا.", "12", "civilians"),
        ("تبنى داعش مقتل 11 جنديا عراقيا وتدمير 3 آليات في كركوك.", "3", "iraq_forces"),
        ("فقدت القوات العراقية 11 جنديا في كركوك ودمرت 3 آليات لداعش.", "3", "daesh"),
        ("كبدت القوات العراقية تنظيم داعش خسائر في الأرواح بلغت 12 قتيلا في كركوك.", "12", "daesh"),
        ("هاجم داعش كركوك فكبدته القوات العراقية 12 قتيلا.", "12", "daesh"),
        ("قال داعش إن مسلحيه كبدوا القوات العراقية 12 قتيلا في كركوك.", "12", "iraq_forces"),
        ("سقط لداعش 12 قتيلا في كركوك.", "12", "daesh"),
        ("سقط 12 قتيلا في صفوف مسلحي تنظيم داعش في كركوك بعد معارك.", "12", "daesh"),
        ("خلفت المعارك في كركوك 12 قتيلا في صفوف القوات العراقية و15 قتيلا في صفوف داعش.", "12", "iraq_forces"),
        ("قالت وكالة أونروا إن 12 من موظفيها قتلوا في قصف على غزة.", "12", "unrwa"),
        ("بلغت حصيلة قتلى تنظيم داعش في كركوك 12 قتيلا.", "12", "daesh"),
        ("قتل 12 جنديا عراقيا في هجوم لداعش.", "12", "iraq_forces"),
        ("اعتقلت القوات العراقية 12 شخصا متهمين بالانتماء إلى تنظيم داعش.", "12", "daesh"),
        ("قتل 12 من أفراد الشرطة في هجوم لداعش في كركوك.", "12", "police"),
        ("نفذ التحالف الدولي 12 غارة على مواقع لداعش في الرقة.", "12", "daesh"),
        ("العمليات ضد تنظيم داعش في سوريا بلغت 12 عملية.", "12", "daesh"),
        ("أفرجت قوات النظام عن 12 معتقلا في دمشق.", "12", "prisoners"),
    ],
)
def test_whom_the_phrase_or_the_clause_names(one, body, number, of):
    assert one(body, number).of == of


def test_people_for_whom_there_is_no_key_stand_in_the_texts_word(one):
    assert one("قتل 12 سائحا في هجوم لداعش في تدمر.", "12").of == "سائحا"


def test_soldiers_are_of_whose_post_was_attacked(one):
    assert one("قتل 12 جنديا في هجوم لتنظيم داعش على نقطة تفتيش عراقية.", "12").of == "iraq_forces"


def test_others_are_of_those_counted_before(read):
    claims = read("مقتل 12 عنصرا من داعش واعتقال 5 آخرين في كركوك.")
    assert [claim.of for claim in claims] == ["daesh", "daesh"]


def test_other_people_are_not_of_a_part_counted_before(read):
    claims = read("قتل 6 أطفال في قصف لقوات النظام على حلب. وأصيب 12 شخصا آخرين.")
    assert {claim.number: claim.of for claim in claims} == {"6": "children", "12": None}


def test_those_held_after_an_attack_are_who_attacked(read):
    claims = read("قتل 12 جنديا عراقيا في هجوم قرب كركوك. وألقت القوات العراقية القبض على اثنين منهم.")
    assert [claim.of for claim in claims if claim.measure == "detained"] == ["attackers"]


def test_the_sides_of_a_clash_suffer_alike(one):
    claim = one("قتل 12 شخصا في اشتباكات بين قوات سوريا الديمقراطية وقوات النظام قرب الحسكة.", "12")
    assert claim.of == claim.by == "sdf+assad_forces"


def test_a_peoples_health_ministry_tells_of_its_own(document):
    whole = packs.load(packs.names())
    text = "قالت وزارة الصحة الفلسطينية إن 30 شخصا قتلوا في غزة برصاص الجيش الإسرائيلي وأصيب 20."
    assert [claim.of for claim in extract(document(text), whole)] == ["palestinians", "palestinians"]


def test_who_is_only_guessed_to_have_done_it_has_not_killed_its_own_leader(read):
    claims = read("انتهت المعارك مع تنظيم داعش في 2019 بمقتل زعيمه أبو بكر البغدادي في ريف إدلب.")
    assert [(claim.of, claim.by) for claim in claims if claim.measure == "killed"] == [("daesh", None)]


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("خصص الاتحاد الأوروبي 90 مليون يورو لمساعدة النازحين في العراق.", "displaced"),
        ("قدمت السعودية 90 مليون دولار لإعادة إعمار العراق.", "إعادة إعمار العراق"),
    ],
)
def test_money_is_given_to_somebody_or_for_something(read, body, of):
    claims = read(f"قتل تنظيم داعش 12 مدنيا وشرد آلاف السكان في الموصل. {body}")
    assert [claim.of for claim in claims if claim.low == 90_000_000] == [of]


def test_those_whom_forces_do_away_with_are_militants(one):
    claim = one("قصفت القوات العراقية إرهابيين في الأنبار. وأعلنت القوات العراقية القضاء على 3 أفراد.", "3")
    assert (claim.of, claim.by) == ("militants", "iraq_forces")


def test_sites_that_are_struck_are_of_whose_they_are(one):
    assert one("قصفت مقاتلات التحالف الدولي 12 هدفا بينها مخازن لداعش قرب الرقة.", "12").of == "daesh"


def test_citizens_are_civilians(one):
    assert one("اعتقل تنظيم داعش العشرات من المواطنين في الموصل.", "العشرات").of == "civilians"


def test_tellings_of_one_fact_share_whom_it_befell(read):
    claims = read("قتل 27 جنديا عراقيا في هجوم لداعش قرب كركوك. وقال مسؤول إن حصيلة الهجوم بلغت 27 قتيلا.")
    assert [(claim.of, claim.by) for claim in claims if claim.low == 27] == [("iraq_forces", "daesh")] * 2


def test_the_dead_in_the_ranks_of_a_party_are_its_own(one):
    body = "قالت القوات العراقية إن المعارك أسفرت عن سقوط 250 قتيلا في صفوف تنظيم داعش في الموصل."
    assert one(body, "250").of == "daesh"


def test_those_wounded_beside_an_attacker_are_no_attackers(read):
    claims = read("قتل انتحاري فجر نفسه قرب مقر لداعش في بغداد، وجرح 6 آخرون.")
    assert "attackers" not in [claim.of for claim in claims if claim.low == 6]


@pytest.fixture
def widely(document):
    """Read a text with every pack."""

    def read_widely(text: str) -> list[tuple[str, str | None]]:
        return [(claim.number, claim.of) for claim in extract(document(text), packs.load(packs.names()))]

    return read_widely


def test_people_harmed_in_palestine_are_palestinians(widely):
    found = widely("قتل 12 شخصا وأصيب 30 في قصف الجيش الإسرائيلي على خان يونس في قطاع غزة.")
    assert found == [("12", "palestinians"), ("30", "palestinians")]


def test_rockets_into_another_country_are_fired_at_that_state(widely):
    assert widely("أطلقت جماعة الحوثي سبعة صواريخ باليستية باتجاه مدينة الرياض.")[0][1] == "saudi_arabia"


def test_allies_named_together_are_both_meant_by_the_militias(widely):
    found = widely("هاجمت المقاومة ميليشيات الحوثي وقوات صالح قرب تعز. وقتل 12 من عناصر الميليشيات.")
    assert found == [("12", "houthis+saleh_forces")]


def test_an_ally_named_alone_since_is_meant_alone(widely):
    text = "هاجمت المقاومة ميليشيات الحوثي وقوات صالح قرب تعز. وانسحب الحوثيون. ودمرت المقاومة ثلاث دبابات."
    assert widely(text) == [("ثلاث", "houthis")]


def test_strikes_on_a_town_are_on_no_party(widely):
    text = "نفذ الطيران الحربي السوري 9 غارات على مواقع لفصائل المعارضة. ونفذ 3 غارات على مناطق في بلدة اليادودة."
    assert [of for _, of in widely(text)] == ["syrian_rebels", None]


def test_people_of_whom_nothing_is_told_have_nobody_counted_before_them_for_others(read):
    claims = read("قتل 5 جنود عراقيين قرب كركوك. وقتل 8 أشخاص وأصيب 16 آخرون في تفجير في بغداد.")
    assert [claim.of for claim in claims] == ["iraq_forces", None, None]


def test_what_is_destroyed_with_militants_was_theirs_and_houses_are_of_civilians(read):
    claims = read("مقتل 12 مسلحا وتدمير مخزنين للذخيرة في عملية للجيش العراقي في كركوك.")
    assert [claim.of for claim in claims] == ["militants", "militants"]
    claims = read("دمرت قوات النظام 30 منزلا في قصف على حلب.")
    assert [claim.of for claim in claims] == ["civilians"]


@pytest.mark.parametrize(
    ("body", "of"),
    [
        (
            "قتل 3 جنود في هجوم مسلح في تونس. وأوقفت الشرطة التونسية 12 شخصا يشتبه في انضمامهم إلى تنظيمات إرهابية في تونس.",
            "militants",
        ),
        (
            "قتل 3 جنود في هجوم مسلح في البحرين. واعتقلت السلطات البحرينية 16 شخصا لاتهامهم بالانتماء إلى خلية إرهابية مرتبطة بإيران.",
            "militants",
        ),
        ("اعتقلت السلطات البحرينية 16 شخصا متهمين بالانتماء إلى خلية متطرفة مرتبطة بتنظيم داعش.", "daesh"),
        ("قال خبراء إن الحوثيين زرعوا أكثر من 500 لغم في الحديدة.", None),
        ("أدى هجوم في كيليس إلى مقتل جندي تركي وجرح اثنين آخرين.", "turkey"),
        ("أصيب رجل أمن في تفجير لتنظيم داعش في الموصل.", "security_forces"),
        ("قتل مسلحون ضابطي شرطة في هجوم على مخفر في تركيا.", "police"),
        ("اعتقل تنظيم داعش 11 رجلا في قرية قرب الموصل.", "men"),
    ],
)
def test_whom_a_number_counts_is_told_by_its_noun_or_what_is_said_behind_it(read_all, body, of):
    assert [claim.of for claim in read_all(body)][-1] == of


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("قال التحالف الدولي إن هجوما في الرقة أسفر عن مقتل 12 من عناصره.", "12", "coalition"),
        ("مقتل 4 جنود روس في هجوم قرب دير الزور.", "4", "russia"),
        ("مقتل 4 من المستشارين الروس في هجوم قرب دير الزور.", "4", "russia"),
        ("مقتل 4 مقيمين مصريين في هجوم لداعش في تدمر.", "4", "مصريين"),
        ("اعتقلت الشرطة 12 شخصا متهمين بالارتباط بتنظيم داعش أو جبهة النصرة.", "12", "daesh+nusra"),
        ("تحتجز قوات النظام 12 معتقلا سوريا في سجونها في دمشق.", "12", "prisoners"),
        ("القضاء على 12 عنصرا إرهابيا في عملية للجيش العراقي في كركوك.", "12", "militants"),
    ],
)
def test_whom_members_nationals_and_suspects_are_of(one, body, number, of):
    assert one(body, number).of == of


def test_militants_held_with_the_dead_are_militants(read):
    claims = read("مقتل 71 إرهابيا والقبض على 5 آخرين في عملية للجيش العراقي في كركوك.")
    assert [claim.of for claim in claims] == ["militants", "militants"]


def test_two_joined_numbers_share_the_people_behind_the_later(read):
    claims = read("أسفرت المواجهات في كركوك عن مقتل 29 وجرح 15 من عناصر داعش.")
    assert [claim.of for claim in claims] == ["daesh", "daesh"]


def test_a_joined_singular_is_counted_by_itself(read):
    claims = read("قتل عنصران من القوات العراقية ومسلح في اشتباك قرب كركوك.")
    assert claims[0].of == "iraq_forces"


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("أسقط تنظيم داعش طائرتين للجيش العراقي في كركوك.", "طائرتين", "iraq_forces"),
        ("دمر تنظيم داعش صهريجين تابعين للجيش العراقي في كركوك.", "صهريجين", "iraq_forces"),
        ("دمر القصف العراقي 3 مدارس في الموصل التي يسيطر عليها داعش.", "3", None),
        ("قتل أحد مسلحي البيشمركة وأصيب 5 آخرون في هجوم لداعش قرب كركوك.", "5", "peshmerga"),
        ("أوقفت القوات العراقية 12 شخصا في حملة على تنظيم داعش.", "12", "daesh"),
        ("قتل 5 جنود حكوميين في هجوم للفصائل قرب حلب في سوريا.", "5", "assad_forces"),
        ("مقتل 12 بالغا في هجوم لداعش في تدمر.", "12", "بالغا"),
    ],
)
def test_owners_others_suspects_and_soldiers(one, body, number, of):
    assert one(body, number).of == of


def test_a_trade_is_told_rather_than_a_people(widely):
    assert widely("مقتل صحفي فلسطيني برصاص الجيش الإسرائيلي في غزة.")[0][1] == "journalists"


def test_a_corps_of_any_state_is_that_of_the_country_told_of(widely):
    text = "قتل 5 من قوات مكافحة الإرهاب في هجوم في عدن في اليمن. وقال مسؤول يمني إن الهجوم وقع في عدن."
    assert widely(text)[0][1] == "yemen_gov"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ('أعلن الجيش المصري مقتل خمسة من "العناصر التكفيرية" في عملية في شمال سيناء.', ["militants"]),
        ('أعلن الجيش المصري مقتل 7 أشخاص من "التكفيريين" في عملية في شمال سيناء.', ["militants"]),
        ("مقتل موظف في اللجنة الدولية للصليب الأحمر برصاص مسلحين مجهولين في تعز باليمن.", ["icrc"]),
        ("أعلن الجيش الإسرائيلي مقتل جنديين إسرائيليين في هجوم في جنين بالضفة الغربية.", ["israeli_forces"]),
        ("قتل 22 متمردا حوثيا وأربعة مقاتلين حكوميين في معارك في الحديدة باليمن.", ["houthis", "yemen_gov"]),
        ("قتل أربعة أشخاص بينهم امرأة وجرح 11 آخرون في غارة للتحالف على صنعاء.", [None, "women", None]),
        ("قتل خمسة أطفال بينهم أربعة أشقاء في قصف لقوات النظام على حلب.", ["children", "children"]),
    ],
)
def test_words_within_the_phrase_and_around_it(widely, text, of):
    assert [found for _, found in widely(text)] == of


def test_an_officer_mourned_beside_a_soldier_is_of_no_source(widely):
    found = widely('أعلن الجيش المصري مقتل "ضابط وجندي وإصابة ضابط صف وجندي" في هجوم في شمال سيناء.')
    assert {of for _, of in found} == {"egypt_forces"}


def test_what_forces_destroy_where_they_fight_militants_was_theirs(widely):
    text = "أعلن الجيش المصري استمرار عملية سيناء ضد العناصر الإرهابية. ودمرت القوات المسلحة المصرية 9 مخازن أسلحة."
    assert widely(text)[-1][1] == "militants"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("قتل أربعة جنود في قوة الأمم المتحدة في هجوم لمتشددين في وسط مالي.", "un"),
        ("بلغت حصيلة القتلى بين المدنيين في قصف الحوثيين على عدن 17 قتيلا.", "civilians"),
        ("اعتقلت القوات المصرية 30 مشتبها بهم في شمال سيناء بعد هجوم نفذه متشددون على نقطة للجيش.", "militants"),
    ],
)
def test_forces_served_in_tolls_of_a_population_and_suspects(widely, text, of):
    assert widely(text)[0][1] == of


def test_a_group_named_once_in_passing_is_not_that_of_everybody_arrested(widely):
    text = "تبنى تنظيم داعش هجوما في الكويت. وفي ماليزيا اعتقلت الشرطة 10 أشخاص في حملة أمنية بعد الهجوم."
    assert widely(text)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("قتل 39 شخصا من الطرفين في معارك بين الحكومة اليمنية والحوثيين قرب الحديدة.", "houthis+yemen_gov"),
        ("رصد التحالف العربي مكافأة قيمتها 20 مليون دولار لمن يدلي بمعلومات عن زعيم الحوثيين.", "houthis"),
        ("هناك 1818 فرنسيا في صفوف داعش في سوريا والعراق.", "daesh"),
        (
            "وفي بغداد استهدف تفجيران انتحاريان نقطة تفتيش للجيش والشرطة، وقتل 12 شخصا. وتبنى تنظيم داعش التفجيرين في العراق.",
            "iraq_forces",
        ),
    ],
)
def test_both_sides_the_wanted_foreigners_in_the_ranks_and_posts(widely, text, of):
    found = widely(text)[0][1]
    assert found is not None
    assert set(found.split("+")) == set(of.split("+"))


def test_what_is_told_behind_a_struck_town_is_not_struck(widely):
    text = "سقطت عشرات القذائف على بلدتي نبل والزهراء في سوريا، عقبه قصف من قبل قوات النظام على بلدة أخرى."
    assert widely(text)[0][1] is None


def test_who_a_relative_clause_says_received_attacks_is_whom_they_hit(one):
    body = "شن داعش 300 هجوم على الحشد الشعبي، وهو عدد مماثل للهجمات التي تلقتها القوات العراقية."
    again = one(body, "عدد مماثل")
    assert (again.of, again.by, again.low) == ("iraq_forces", "daesh", 300)


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("قتل الجيش الفلبيني 12 من مسلحي جماعة أبو سياف في هجوم على معقلهم.", "abu_sayyaf"),
        ("قتل 12 من عناصر القوات المسلحة الثورية الكولومبية في قصف شنه الجيش.", "farc"),
        ("قتل الجيش الكونغولي 12 من متمردي إم 23 في معارك شرق البلاد.", "march_23_movement"),
        ("قتل 12 من الانفصاليين الموالين لروسيا في قصف شرق أوكرانيا.", "pro_russian_separatists"),
        ("قتلت الشرطة المصرية 12 من عناصر حركة حسم في تبادل لإطلاق النار.", "hasm"),
        ("قتل 12 من مسلحي حركة طالبان الباكستانية في غارة أميركية.", "pakistani_taliban"),
    ],
)
def test_armed_parties_of_every_continent_have_keys(read_all, body, of):
    assert [claim.of for claim in read_all(body) if claim.low == 12] == [of]


def test_members_of_the_armed_forces_are_the_states_though_others_were_counted_before(read_all):
    body = "مقتل 14 إرهابيا في سيناء. وقتل 3 من أفراد القوات المسلحة المصرية وأصيب 7 آخرون في سيناء."
    assert [claim.of for claim in read_all(body)] == ["militants", "egypt_forces", "egypt_forces"]


def test_soldiers_killed_in_a_country_are_its_own_where_the_others_fight_no_war_there(read_all):
    claims = read_all("قتل 3 جنود كاميرونيين في هجوم لبوكو حرام. وفي تشاد، قتل 4 جنود في كمين لبوكو حرام.")
    assert [claim.of for claim in claims] == ["cameroon_forces", "chad_forces"]


def test_a_dual_adjective_behind_two_joined_is_of_both(read_all):
    claims = read_all("قتل ضابط وجندي إسرائيليان في هجوم قرب جنين، وطارد الجيش الإسرائيلي المهاجمين الفلسطينيين.")
    assert [claim.of for claim in claims] == ["israeli_forces", "israeli_forces"]


def test_the_dead_of_both_sides_are_theirs(read_all):
    claims = read_all("شن الحوثيون هجوما على الجيش اليمني في تعز. وقتل 39 شخصا من الطرفين في المواجهات.")
    assert [set(claim.of.split("+")) for claim in claims if claim.low == 39] == [{"houthis", "yemen_gov"}]


def test_the_dead_in_the_ranks_of_rebels_are_of_the_group_told_of(read_all):
    claims = read_all("شن الحوثيون هجوما في تعز. وأشارت مصادر إلى وقوع عشرات القتلى بين صفوف المتمردين.")
    assert claims[-1].of == "houthis"


def test_citizens_whom_a_group_arrests_are_not_its_own(read_all):
    assert read_all("اعتقل تنظيم داعش 38 مواطنا في مدينة الموصل.")[0].of == "civilians"


def test_what_a_states_forces_destroy_is_of_the_armed_people_told_of(read_all):
    claims = read_all("أعلن الجيش المصري مقتل 14 من المسلحين في سيناء. ودمرت القوات المصرية 71 دراجة نارية في سيناء.")
    assert claims[-1].of == "militants"


def test_no_armed_party_flees_its_home(read_all):
    body = "قتل 12 عنصرا من قوات النظام السوري في درعا. وتجاوز عدد الفارين من درعا 45 ألفا."
    assert all(claim.of != "assad_forces" for claim in read_all(body) if claim.measure == "displaced")


def test_pupils_stand_in_the_texts_word(read_all):
    assert read_all("خطفت جماعة بوكو حرام 276 تلميذة من مدرسة في نيجيريا.")[0].of == "تلميذة"


def test_a_named_person_does_not_take_the_word_for_another(read_all):
    claims = read_all("قتل مسن برصاص جنود الاحتلال في الخليل. واعتقلت قوات الاحتلال الناشط محمد علاونة في جنين.")
    assert claims[-1].name is not None
    assert claims[-1].of != "مسن"


def test_a_person_is_of_the_party_that_an_apposition_names(read_all):
    body = "قتل خالد محسود، أحد أعضاء حركة طالبان باكستان، في غارة أميركية. وقتل 3 من مسلحي طالبان باكستان."
    assert read_all(body)[0].of == "pakistani_taliban"


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("قصفت إسرائيل مطارا في سوريا. وأسفر القصف الإسرائيلي عن مقتل 9 إيرانيين في ريف حمص.", "iran"),
        ("أعلن تنظيم داعش مسؤوليته عن هجوم في ليبيا. وأسفر الهجوم عن مقتل 9 مصريين في سرت.", "مصريين"),
    ],
)
def test_nationals_who_fall_are_their_states_forces_only_where_these_fight(read_all, body, of):
    assert [claim.of for claim in read_all(body) if claim.low == 9] == [of]


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("أعلن التحالف العربي أن الحوثيين أطلقوا 7 صواريخ على الرياض من اليمن.", "saudi_arabia"),
        ("أعلن الجيش الروسي أن القوات الإسرائيلية أطلقت 60 صاروخا على مواقع في دمشق.", None),
    ],
)
def test_rockets_are_at_a_state_only_where_no_war_is_fought_from_the_air(read_all, body, of):
    assert [claim.of for claim in read_all(body) if claim.unit == "weapon"] == [of]


@pytest.mark.parametrize(
    ("body", "number", "whose"),
    [
        ("قالت قوات سوريا الديمقراطية إن خسائرها بلغت 7 مقاتلين في الرقة.", "7", "sdf"),
        ("لكن داعش قال إن 63 جنديا قتلوا في الرمادي، وإن خسائره اقتصرت على 12 مقاتلا.", "12", "daesh"),
        ("قالت وزارة الدفاع العراقية إن داعش شن هجوما على الرمادي وخسر 17 من عناصره.", "17", "daesh"),
    ],
)
def test_losses_are_their_own_who_speak_of_them_or_attacked(one, body, number, whose):
    assert one(body, number).of == whose


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("وقتل 90 من النساء والأطفال في قصف شنه داعش على ديالى.", "women+children"),
        ("وقتل 90 بين نساء وأطفال في قصف شنه داعش على ديالى.", "women+children"),
        ("وقتل 90 من المدنيين وقوات الأمن في هجوم لداعش في العراق.", "civilians+iraq_forces"),
        ("وقتل داعش 300 مدني وعسكري في العراق.", "civilians+iraq_forces"),
        ("وأفرج داعش عن 25 امرأة وطفلا في ديالى.", "women+children"),
        ("ونزح 90 من مقاتلي جبهة النصرة وعائلاتهم من ديالى.", "nusra+families"),
        ("وقتل داعش 90 من أفراد الجيش العراقي والشرطة والمدنيين.", "iraq_forces+police+civilians"),
        ("قتل 90 رجلا وطفل في قصف شنه داعش على ديالى.", "men"),
        ("قتل ثمانية رجال وطفلان في قصف شنه داعش على ديالى.", "men"),
    ],
)
def test_two_kinds_of_people_under_one_number(read_all, body, of):
    assert read_all(body)[0].of == of


def test_who_kills_himself_among_a_groups_dead_is_of_the_group(read_all):
    claims = read_all("أسفرت المعارك عن مقتل 18 من داعش، بينهم عشرة انتحاريين.")
    assert [claim.of for claim in claims] == ["daesh", "daesh"]


def test_whose_martyrs_a_toll_tells_are_its_people(one):
    claim = one("قالت خلية الإعلام الأمني إن شهداء البيشمركة في الموصل بلغوا 32 شهيدا في المعارك مع داعش.", "32")
    assert claim.of == "peshmerga"


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("أما في صفوف المهاجمين فسقط 12 قتيلا", "attackers"),
        ("أما خسائر المسلحين فبلغت 12 قتيلا", "militants"),
        ("أما المدنيون فقتل منهم 12", "civilians"),
        ("أما الشرطة فقتل منها 12", "police"),
    ],
)
def test_a_topic_before_a_toll_tells_whose_dead_they_are(one, words, whom):
    body = f"قتل 17 جنديا عراقيا في كمين قرب كركوك. {words} في الكمين."
    assert one(body, "12").of == whom


@pytest.mark.parametrize(
    ("words", "whom"),
    [
        ("هاجم الجيش العراقي مسلحي داعش في معقلهم في جبال حمرين وقتل 12 منهم.", "daesh"),
        ("هاجم داعش سكان قرية قرب كركوك فقتل 12 منهم.", "civilians"),
        ("شن الجيش العراقي عمليات ضد المتطرفين في كركوك، مشيرا إلى أنه أجهز على 12 منهم.", "militants"),
    ],
)
def test_of_them_is_of_those_named_last(one, words, whom):
    assert one(words, "12").of == whom


@pytest.mark.parametrize(
    "sentence",
    [
        "تعرضت القوات الأميركية في العراق لـ66 هجوما من داعش.",
        "وكانت القوات الأميركية تعرضت منذ آذار إلى 66 هجوما لداعش في العراق.",
        "ارتفع عدد هجمات داعش التي تعرضت لها القوات الأميركية في العراق إلى 66 هجوما.",
    ],
)
def test_attacks_are_on_whom_they_befell(one, sentence):
    assert one(sentence, "66").of == "usa"


def test_soldiers_are_of_the_state_whose_ministry_of_defence_tells_that_they_fell(one):
    before = "قتل 30 مدنيا في قصف لقوات النظام السوري على إدلب في سوريا. "
    assert one(before + "وأعلنت وزارة الدفاع التركية مقتل 12 جنديا في هجوم على عفرين.", "12").of == "turkey"
    struck = before + "وقالت وزارة الدفاع التركية إن قواتها قتلت 12 جنديا في هجوم على عفرين."
    assert one(struck, "12").of != "turkey"


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("أصيب مراسل لوكالة رويترز في قصف على كركوك بالعراق.", "journalists"),
        ("قتل سائق لوكالة رويترز في قصف على كركوك بالعراق.", "سائق"),
    ],
)
def test_those_who_work_for_an_outlet_are_what_they_are(read_all, body, of):
    assert [claim.of for claim in read_all(body)] == [of]
