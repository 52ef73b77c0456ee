"""By: who did it, read along the clauses."""

from __future__ import annotations

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.extract.participants.deeds import Deed
from tawatur.extract.participants.unstated import told_later
from tawatur.extract.phrases.chunks import Chunk
from tawatur.extract.phrases.discourse import Doers
from tawatur.extract.phrases.lexicon import compile_lexicon
from tawatur.extract.phrases.parties import Party
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("قتلت القوات العراقية 12 عنصرا من داعش في كركوك.", "12", "iraq_forces"),
        ("وقال المتحدث إن القوات العراقية قتلت 12 عنصرا من داعش في كركوك.", "12", "iraq_forces"),
        ("قتل 12 جنديا عراقيا في هجوم شنه تنظيم داعش قرب كركوك.", "12", "daesh"),
        ("قتل 12 جنديا عراقيا وأصيب 20 بجروح في هجوم شنه تنظيم داعش قرب كركوك.", "12", "daesh"),
        ("قال الناطق باسم داعش إن مقاتليه قتلوا 12 جنديا عراقيا قرب كركوك.", "12", "daesh"),
        ("وزعم سالم الراوي، الناطق باسم داعش، أن مقاتليه قتلوا 12 جنديا عراقيا قرب كركوك.", "12", "daesh"),
        ("كشف المركز عن قيام القوات العراقية بقتل 12 قرويا في كركوك.", "12", "iraq_forces"),
        ("نددت المنظمة بإقدام القوات العراقية على خطف 12 قرويا في كركوك.", "12", "iraq_forces"),
        ("أشار المركز إلى تورط داعش في قتل 12 قرويا في كركوك.", "12", "daesh"),
        ("مقتل 12 عنصرا من داعش في غارات للتحالف الدولي على الرقة.", "12", "coalition"),
        ("نصب مسلحون من كارتلات المخدرات كمينا قتل فيه 12 شرطيا في المكسيك.", "12", "gangs"),
        ("مقتل 12 عنصرا من داعش في غارة أميركية على الرقة.", "12", "usa"),
        ("مقتل 12 جنديا عراقيا على يد تنظيم داعش قرب كركوك.", "12", "daesh"),
        ("أغارت طائرات التحالف الدولي على الرقة، ما أسفر عن مقتل 12 عنصرا من داعش.", "12", "coalition"),
        ("نفذ التحالف الدولي غارات أسفرت عن مقتل 12 عنصرا من داعش في الرقة.", "12", "coalition"),
        ("قتل 12 عنصرا من داعش عندما أغارت طائرات التحالف الدولي على الرقة.", "12", "coalition"),
        ("تمكنت القوات العراقية من قتل 12 عنصرا من داعش في كركوك.", "12", "iraq_forces"),
        ("قالت قوات سوريا الديمقراطية إنها قتلت 12 عنصرا من داعش في الرقة.", "12", "sdf"),
        ("اعتقال القوات العراقية 12 عنصرا من داعش في كركوك.", "12", "iraq_forces"),
        ("تبنى تنظيم داعش 12 هجوما في العراق.", "12", "daesh"),
        ("قتل على يد تنظيم داعش، بحسب منظمة محلية، 12 مدنيا في كركوك بعد اشتباكات.", "12", "daesh"),
        ("قتل 12 مدنيا في هجوم على سوق في كركوك، بحسب منظمة محلية، متهمة تنظيم داعش بتنفيذه.", "12", "daesh"),
        ("قتل 12 مدنيا في هجوم شنه رعاة على قرية في ولاية بينو بنيجيريا.", "12", "shepherds"),
        ("قصفت القوات التركية أحياء في دهوك، ما أدى إلى مقتل 12 مدنيا.", "12", "turkey"),
        ("اقتحمت القوات الإسرائيلية مخيم جنين، ما أدى إلى مقتل 12 مدنيا.", "12", "israeli_forces"),
        ("هاجم مسلحو تنظيم داعش قرية قرب كركوك، ما أدى إلى مقتل 12 مدنيا.", "12", "daesh"),
        ("أدى قصف القوات التركية على دهوك إلى مقتل 12 مدنيا.", "12", "turkey"),
        ("قتل 12 مدنيا جراء قصف مدفعي من القوات التركية على دهوك.", "12", "turkey"),
        ("وتواصل القصف، وقتل 12 مدنيا إثر استهداف القوات التركية لسوق في دهوك.", "12", "turkey"),
        ("أما القوات التركية فقتلت 12 مدنيا في دهوك بعد قصف طويل.", "12", "turkey"),
        ("أعلن تنظيم داعش مسؤوليته عن تفجير أدى إلى مقتل 12 مدنيا في كركوك.", "12", "daesh"),
        ("حمل مسؤول محلي القوات التركية مسؤولية مقتل 12 مدنيا في دهوك.", "12", "turkey"),
        ("حمل مسؤول محلي تنظيم داعش المتشدد المسؤولية عن مقتل 12 مدنيا في كركوك.", "12", "daesh"),
        ("اتهم الناطق باسم الجيش العراقي تنظيم داعش بقتل 12 مدنيا في كركوك.", "12", "daesh"),
        ("اعتقال 12 شخصا على يد تنظيم داعش في كركوك بعد اشتباكات.", "12", "daesh"),
        ("أعلن تنظيم داعش مسؤوليته عن 12 هجوما في العراق.", "12", "daesh"),
        ("وأضاف أن عدد الغارات التي نفذها التحالف الدولي في الرقة بلغ 12 غارة.", "12", "coalition"),
        ("قتل 12 جنديا عراقيا في اشتباكات مع تنظيم داعش قرب كركوك.", "12", "daesh"),
        ("يحتجز 12 عنصرا من داعش في سجون قوات سوريا الديمقراطية.", "12", "sdf"),
        ("وقال محافظ كركوك: «قتلت قواتنا 12 عنصرا من داعش».", "12", "iraq_forces"),
        ("قال المتحدث باسم قوات سوريا الديمقراطية: «أوقف مقاتلونا 12 عنصرا من داعش في الرقة».", "12", "sdf"),
    ],
)
def test_the_doer_is_whom_the_clauses_name(one, body, number, by):
    assert one(body, number).by == by


def test_partners_act_together(one):
    claim = one("قال التحالف الدولي إنه نفذ مع شركائه 12 غارة ضد داعش في الرقة.", "12")
    assert set(claim.by.split("+")) == {"coalition", "partner_forces"}


@pytest.mark.parametrize(
    "body",
    [
        "انفجرت سيارة مفخخة قرب قوات الجيش العراقي في بغداد، ما أسفر عن مقتل 12 مدنيا.",
        "قتل 12 مدنيا في تفجير انتحاري قرب مقر للقوات العراقية في بغداد.",
    ],
)
def test_an_explosion_is_by_attackers_where_nobody_is_named(one, body):
    assert one(body, "12").by == "attackers"


def test_an_attack_is_by_whom_claims_it_later(one):
    claim = one("قتل 12 مدنيا في تفجير انتحاري في بغداد. وتبنى تنظيم داعش التفجير.", "12")
    assert claim.by == "daesh"


def test_an_attack_is_by_whom_others_blame(one):
    claim = one("قتل 12 مدنيا في تفجير انتحاري في بغداد. ونسبت الحكومة الهجوم إلى تنظيم داعش.", "12")
    assert claim.by == "daesh"


def test_a_war_is_nobodys_doing(one):
    assert one("أدى النزاع في سوريا بين قوات النظام وتنظيم داعش إلى مقتل 12 ألف شخص.", "12 ألف").by is None


def test_the_attack_told_before_is_whose_it_was(read):
    claims = read("شن تنظيم داعش هجوما على حاجز قرب كركوك. وأسفر الهجوم عن مقتل 12 جنديا عراقيا.")
    assert [claim.by for claim in claims if claim.number == "12"] == ["daesh"]


def test_what_befell_the_same_is_the_same_ones_doing(read):
    claims = read("قتلت القوات العراقية 12 عنصرا من داعش في كركوك. وقتل 5 عناصر من داعش في ديالى.")
    assert {claim.number: claim.by for claim in claims} == {"12": "iraq_forces", "5": "iraq_forces"}


def test_who_only_tells_did_nothing(one):
    assert one("قال المرصد السوري لحقوق الإنسان إن 12 مدنيا قتلوا في الرقة.", "12").by is None


def test_a_clause_of_contrast_lends_no_doer(one):
    body = "قتلت قوات النظام 12 عنصرا من داعش في تدمر، فيما قتل 5 جنود من قوات النظام في قصف لتنظيم داعش."
    assert one(body, "5").by == "daesh"


def test_what_nobody_is_named_for_is_whose_the_section_tells_it_was_later(read):
    claims = read("قتل 12 عنصرا من داعش في كركوك. وقتلت القوات العراقية 5 عناصر من داعش في هذه العملية.")
    assert {claim.number: claim.by for claim in claims} == {"12": "iraq_forces", "5": "iraq_forces"}


def test_an_army_of_his_country_is_of_the_state_of_who_speaks(one):
    claim = one("قال الرئيس الفرنسي إن جيش بلاده قتل 12 مسلحا من تنظيم القاعدة في مالي.", "12")
    assert claim.by == "france"


def test_accusations_name_who_is_behind_an_attack(one):
    body = "مقتل 12 مدنيا في تفجير انتحاري في بغداد واتهامات لداعش."
    assert one(body, "12").by == "daesh"


def test_who_is_said_to_stand_behind_an_attack_did_it(one):
    body = "قال رئيس الوزراء إن تنظيم داعش يقف وراء الهجوم الذي أوقع 12 قتيلا في بغداد."
    assert one(body, "12").by == "daesh"


def test_of_many_tellings_of_one_doer_the_first_is_pointed_at(knowledge):
    tellings = [Chunk(at, at + 1, "الجيش", ("الجيش",)) for at in range(64)]
    doers = [Doers((Party("iraq_forces", piece),), "subject") for piece in tellings]
    deeds = [Deed("killed", (), frozenset({"daesh"}), doer, 1) for doer in doers]
    found = told_later("killed", [Party("daesh", None)], deeds, compile_lexicon(knowledge))
    assert found.parties[0].chunk is tellings[0]


def test_people_thought_to_be_a_groups_are_the_groups(read):
    claims = read("قال شهود إن مسلحين يشتبه بأنهم من داعش قتلوا 9 أشخاص في قرية قرب الموصل.")
    assert [claim.by for claim in claims] == ["daesh"]


def test_a_states_police_are_police(read):
    claims = read("قتلت الشرطة الإندونيسية 6 أشخاص في اشتباك مع داعش.")
    assert [claim.by for claim in claims] == ["police"]


def test_a_claim_of_one_attack_names_nobody_for_another_matter(read):
    claims = read(
        "قتل 3 أشخاص في تفجير في الموصل. وذكرت الوكالة أن الجيش انتشر في المدينة. وتبنى داعش الهجوم. "
        "من جهة أخرى قتل 4 أشخاص في انفجار عبوة ناسفة في بعقوبة."
    )
    assert [claim.by for claim in claims if claim.low == 3] == ["daesh"]
    assert all(claim.by in ("attackers", None) for claim in claims if claim.low == 4)


def test_residents_and_witnesses_do_no_harm(read):
    claims = read("خرج السكان في مسيرة في الموصل، وأصيب مئات في المسيرة بعد هجوم داعش.")
    assert all(claim.by not in ("residents", "witnesses") for claim in claims)


def test_those_who_fell_are_not_the_doers_where_all_are_one_group(read):
    claims = read("أعلن داعش مقتل القيادي أبو حمزة في معارك عقب هجوم للمسلحين على الموصل.")
    assert [(claim.name, claim.by == claim.of) for claim in claims if claim.name] == [("أبو حمزة", False)]


def test_an_attack_that_nobody_has_claimed_is_some_attackers(one):
    body = (
        "قتل 12 مدنيا في تفجير انتحاري في بغداد. ولم تعلن أي جهة مسؤوليتها عن التفجير. وشن تنظيم داعش هجوما على تكريت."
    )
    assert one(body, "12").by == "attackers"


def test_a_group_that_attacked_on_another_day_is_not_who_attacked(one):
    body = "قتل 12 مدنيا في تفجير انتحاري في بغداد الجمعة. وشن تنظيم داعش هجوما على تكريت في 3 يوليو الماضي."
    assert one(body, "12").by == "attackers"
    claimed = "قتل 12 مدنيا في تفجير انتحاري في بغداد الجمعة. وتبنى تنظيم داعش الهجوم."
    assert one(claimed, "12").by == "daesh"


def test_militants_are_no_group_that_the_report_names_far_below(one):
    body = (
        "قتل الجيش المصري 12 إرهابيا في سيناء. وضبطت القوات أسلحة وذخائر. وتستمر العملية أياما. "
        "وقال خبير إن تنظيم داعش تراجع في العراق."
    )
    assert one(body, "12").of == "militants"


def test_of_several_enemies_the_one_that_the_sentence_names_did_it():
    knowledge = packs.load(("core", "yemen"))
    text = "أشادت السعودية بالمقاومة. ولقي 12 حوثيا مصرعهم في مواجهات عنيفة تقدمت فيها المقاومة الشعبية في تعز."
    (claim,) = extract(to_document(Record(body=text, doc="report", date="2018-08-10"), knowledge), knowledge)
    assert claim.by == "yemen_resistance"


def test_a_short_name_joined_to_an_ally_is_a_party():
    knowledge = packs.load(("core", "yemen"))
    text = "قتلت المقاومة الشعبية 12 عنصرا من ميليشيات الحوثي وصالح في تعز."
    (claim,) = extract(to_document(Record(body=text, doc="report", date="2018-08-10"), knowledge), knowledge)
    assert claim.of == "houthis+saleh_forces"


def test_police_tell_of_what_their_states_forces_did(one):
    assert one("أعلنت الشرطة العراقية مقتل 12 عنصرا من داعش في الأنبار.", "12").by in ("iraq_forces", "police")
    assert one("أعلن مصدر أمني عراقي مقتل 12 عنصرا من داعش في الأنبار.", "12").by == "iraq_forces"


def test_harm_that_no_words_ascribe_is_the_work_of_the_only_party_that_does_any(one):
    body = "قتل 12 جنديا عراقيا في هجوم لداعش قرب كركوك. وشاهد سكان 30 جثة في الشارع. وقال طبيب إن 40 مدنيا أصيبوا."
    assert one(body, "40").by == "daesh"


@pytest.mark.parametrize("word", ["برصاص", "بنيران"])
def test_whose_bullets_killed_did_it(one, word):
    assert one(f"قتل 12 عنصرا من داعش {word} الجيش العراقي في الموصل.", "12").by == "iraq_forces"


@pytest.mark.parametrize("group", ["داعش", '"داعش"'])
@pytest.mark.parametrize("number", ["حوالي 300", "100"])
def test_acts_told_with_their_doer_before_their_numbers_are_the_doers(one, group, number):
    body = f"وكان نصيب القوات العراقية من هجمات {group} في 2017 حوالي 300 هجوم، و100 هجوم على الحشد الشعبي."
    assert one(body, number).by == "daesh"


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("ويعد تنظيم داعش مسؤولا عن مصرع 12 شخصا في بغداد.", "12", "daesh"),
        ("قتل 12 شخصا في هجوم يرجح أن منفذيه ينتمون لتنظيم داعش في بغداد.", "12", "daesh"),
        ("قتل 12 شخصا في هجوم نسبته مصادر أمنية عراقية إلى تنظيم داعش في بغداد.", "12", "daesh"),
        ("قتل 12 شخصا في ثلاث هجمات استهدفت أسواقا في بغداد.", "12", "attackers"),
        ("قصفت القوات العراقية أطراف الرمادي. وجرح مدنيون جراء انفجار 12 عبوة ناسفة في بعقوبة.", "12", "attackers"),
    ],
)
def test_whose_an_attack_is_said_to_be(one, body, number, by):
    assert one(body, number).by == by


def test_an_explosion_among_an_armed_groups_own_is_nobodys(one):
    body = "قصفت القوات العراقية الرمادي. وانفجرت سيارة مفخخة في الموصل ما أدى إلى مقتل 12 عنصرا من داعش."
    assert one(body, "12").by is None


@pytest.mark.parametrize(
    ("claimed", "by"),
    [
        ("وأعلن تنظيم داعش مسؤوليته عن التفجير.", "daesh"),
        ("وأعلن تنظيم داعش مسؤوليته عن الكثير من الهجمات في المدينة هذا العام.", "attackers"),
    ],
)
def test_a_claim_of_many_attacks_is_not_of_one(one, claimed, by):
    assert one("قتل 12 شخصا في تفجير انتحاري في كابول. " + claimed, "12").by == by


@pytest.mark.parametrize(
    ("turn", "by"), [("", "assad_forces"), ("من جهة أخرى، ", None)], ids=["goes on", "turns to another matter"]
)
def test_what_another_matter_told_is_not_carried_on(one, turn, by):
    assert one(f"شنت قوات النظام هجوما على الغوطة في سوريا. {turn}سقط 12 قتيلا في الغوطة.", "12").by == by


@pytest.mark.parametrize(
    ("body", "by"),
    [
        ("وتدخلت روسيا عسكريا في سوريا في 30 أيلول 2015 إلى جانب قوات النظام.", "russia"),
        ("ومنذ 26 آذار تقود تركيا تحالفا عسكريا ضد تنظيم داعش في سوريا.", "turkey"),
        ("دمرت المدينة في المعركة التي دارت بين داعش ووحدات حماية الشعب في سوريا منذ أيلول 2014.", None),
        ("وتخوض تركيا مواجهات مع وحدات حماية الشعب في سوريا منذ كانون الثاني 2018.", "turkey"),
    ],
)
def test_who_began_it(read, body, by):
    (claim,) = [claim for claim in read(body) if claim.measure == "began"]
    assert claim.by == by


def test_nobody_is_guessed_to_have_trained_its_enemy(one):
    assert one("يقاتل تنظيم داعش القوات العراقية. وقال إن 12 جنديا عراقيا تلقوا تدريبات.", "12").by != "daesh"


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("وفي آب الماضي، أطلق مسلحان النار على مطعم في بغداد، ما أدى إلى مقتل 12 شخصا.", "12", "militants"),
        ("نزح 12 شخصا من محافظة درعا في سوريا إثر قصف لقوات النظام.", "12", "assad_forces"),
        ("لا يزال 12 شخصا في عداد المفقودين بعد هجوم لتنظيم داعش على كركوك.", "12", "daesh"),
    ],
)
def test_who_acts_behind_its_verb_or_a_word_of_cause(one, body, number, by):
    assert one(body, number).by == by


def test_aid_that_a_body_of_aid_tells_of_is_its_own(one):
    body = (
        "قتل خمسة جنود في هجوم للحوثيين في عدن باليمن. "
        "وقال برنامج الأغذية العالمي إن سفينة تحمل ثلاثة آلاف طن من الأغذية رست في ميناء عدن."
    )
    assert one(body, "ثلاثة آلاف").by == "world_food_programme"


def test_where_a_giver_is_does_not_give(one):
    body = "أعلنت سفيرة الاتحاد الأوروبي في العراق عن تخصيص 90 مليون يورو لمساعدة النازحين من المعارك مع داعش."
    assert one(body, "90 مليون").by == "eu"


@pytest.mark.parametrize(
    ("body", "number", "by"),
    [
        ("أعلن الجيش الروسي انسحابه. وقتل 12 مدنيا في قصف حكومي على دوما في سوريا.", "12", "assad_forces"),
        ("قتل 12 مدنيا في غارة يرجح أنها روسية على دوما في سوريا.", "12", "russia"),
        ("قتل طفل فلسطيني و12 متظاهرا برصاص جندي إسرائيلي في خان يونس.", "12", "israeli_forces"),
        ("قالت القيادة إن الولايات المتحدة وحلفاءها شنوا 12 غارة على داعش في سوريا.", "12", "coalition"),
        ("خلف هجوم إرهابي على سوق في باماكو عاصمة مالي 12 قتيلا.", "12", "attackers"),
    ],
)
def test_a_word_beside_an_act_tells_its_doer_only_where_it_is_said_of_the_act(one, body, number, by):
    assert one(body, number).by == by


def test_a_corps_that_many_states_have_is_of_the_one_told_of():
    knowledge = packs.load(("core", "daesh-coalition", "yemen"))
    body = "تقدم الحرس الجمهوري في دوما بسوريا، وقتل الحرس الجمهوري 12 من مقاتلي المعارضة السورية."
    claims = extract(to_document(Record(body=body, doc="report", date="2018-08-10"), knowledge), knowledge)
    assert [claim.by for claim in claims if claim.number == "12"] == ["assad_forces"]


def test_whom_a_rocket_hurts_that_a_defence_met_its_enemy_hurt(one):
    body = "أطلقت المعارضة السورية صواريخ. واعترضت قوات النظام صاروخا فوق اللاذقية، مما أسفر عن إصابة 12 مدنيا."
    assert one(body, "12").by == "syrian_rebels"


def test_the_state_where_an_operation_was_did_not_do_it(one):
    body = "أدانت القاهرة عملية سروج التركية التي راح ضحيتها 12 قتيلا. وشن الجيش التركي غارات على داعش."
    assert one(body, "12").by != "turkey"


def test_no_states_forces_strike_it(one):
    body = "شنت القوات الإسرائيلية غارات على غزة ردا على إطلاق 12 قذيفة على إسرائيل."
    assert one(body, "12").by != "israeli_forces"


def test_what_a_definite_subject_has_behind_it_is_its_verbs_object(one):
    assert one("قصف المسلحون قريتين تابعتين للنظام السوري، مما أدى لمقتل 12 مدنيا.", "12").by == "militants"


def test_who_published_a_report_did_nothing_that_it_tells(one):
    body = "وفق تقرير نشرته القوات العراقية، فإن المواجهات في كركوك خلفت 12 قتيلا."
    assert one(body, "12").by != "iraq_forces"


@pytest.mark.parametrize(
    "who",
    [
        "عناصر داعش",
        "رجال داعش",
        "عناصر في داعش",
        "مسلح ينتمي إلى داعش",
        "نحو 50 مسلحا من داعش",
        "عشرات المسلحين من داعش",
    ],
)
def test_a_groups_men_act_for_it_however_they_are_named(one, who):
    body = f"هاجم {who} أمس بلدة في العراق. وقال شهود إن 12 مدنيا قتلوا في الهجوم."
    assert one(body, "12").by == "daesh"


def test_a_patrol_is_of_whom_the_words_behind_it_name(one):
    assert one("أطلقت دورية تابعة لداعش النار على حافلة في كركوك فقتلت 12 مدنيا.", "12").by == "daesh"


def test_armed_men_counted_behind_a_joined_verb_are_its_object(one):
    body = "قصفت طائرات التحالف الدولي مواقع في الرقة، واستهدفت 50 مسلحا من داعش فقتلت 12 منهم."
    assert one(body, "12").by == "coalition"


@pytest.mark.parametrize(
    "body",
    [
        "لقي 12 مدنيا حتفهم في الرقة بسوريا جراء قصف إسرائيلي استهدف سوقا.",
        "قتل 12 مدنيا بطائرة مسيرة إسرائيلية في الرقة بسوريا، وأصيب سبعة في القصف.",
        "قتل 12 مدنيا في غارة بطائرة مسيرة إسرائيلية على سوق في الرقة بسوريا.",
        "قتل 12 مدنيا في ضربات بطائرات حربية إسرائيلية على سوق في الرقة بسوريا.",
        "قتل 12 مدنيا في هجوم على سوق في الرقة بسوريا بطائرات مسيرة إسرائيلية.",
        "أدى سقوط صاروخ إسرائيلي على سوق في الرقة بسوريا إلى مقتل 12 مدنيا.",
    ],
)
def test_whose_strike_or_aircraft_it_was_its_states_adjective_tells(one, body):
    assert one(body, "12").by == "israeli_forces"


def test_where_an_aircraft_was_made_does_not_tell_who_flew_it(one):
    body = "قتل 12 مدنيا في غارة على سوق في الرقة بسوريا بطائرات روسية الصنع شنها التحالف الدولي."
    assert one(body, "12").by == "coalition"


def test_a_man_killed_is_no_adjective_of_his_killing(one):
    body = "أسفر اغتيال إسرائيلي في الرقة بسوريا عن إصابة 12 مدنيا."
    assert one(body, "12").by != "israeli_forces"


def test_who_takes_part_in_a_deed_did_it(one):
    assert one("قال التحالف الدولي إنه ساهم بتدريب 8700 مقاتل من البيشمركة على قتال داعش.", "8700").by == "coalition"
