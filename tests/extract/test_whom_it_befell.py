"""Of: whom a figure counts, told by its phrase, its clause or the section."""

from __future__ import annotations

import pytest

from tawatur import packs
from tawatur.extract import extract


@pytest.mark.parametrize(
    ("body", "number", "of"),
    [
        ("مقتل 12 عنصرا من داعش في كركوك.", "12", "daesh"),
        ("خسر تنظيم داعش في كركوك خلال الشهر 12 قتيلا.", "12", "daesh"),
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
