"""Where what is told of a whole war or campaign was, and what began: no town that the report named last."""


def test_the_dead_of_a_war_are_the_countrys(one):
    body = "قتل 4 جنود عراقيين في الفلوجة. وخلف النزاع منذ اندلاعه نحو 12 ألف قتيل."
    assert one(body, "نحو 12 ألف").where == ("IQ",)


def test_what_was_since_something_began_is_where_the_headline_is(one):
    body = "أطلقت داعش صواريخ على كركوك. وقتل 132 مدنيا منذ بدء الحملة."
    assert one(body, "132", title="قصف جوي على الغوطة الشرقية").where == ("Eastern Ghouta, SY",)


def test_an_attack_begins_where_its_thread_is(read):
    body = "قتل 7 مدنيين في عفرين. وبدأت تركيا في 20 حزيران 2024 هجوما بدعم من فصائل سورية."
    assert [claim.where for claim in read(body) if claim.measure == "began"] == [("Afrin, SY",)]


def test_a_war_begins_in_its_country(read):
    body = "قتل 7 جنود في الفلوجة بالعراق. ويستمر النزاع المستمر منذ عام 2014 بين الجيش العراقي وداعش."
    assert [claim.where for claim in read(body) if claim.measure == "began"] == [("IQ",)]


def test_a_state_that_supports_is_no_place(one):
    body = "قتل 9 جنود عراقيين برصاص مسلحين يتلقون الدعم من إيران."
    assert one(body, "9").where == ("IQ",)


def test_a_state_at_war_with_a_group_is_no_place(one):
    body = "أسفر القتال في شمال سوريا بين تركيا وداعش عن 73 قتيلا."
    assert one(body, "73").where == ("northern Syria, SY",)


def test_a_border_has_two_sides(one):
    body = "شهدت بلدة الهري، القريبة من الشريط الحدودي بين العراق وسوريا، مقتل 12 عنصرا من الحشد الشعبي."
    assert one(body, "12").where == ("al-Hari, SY",)


def test_a_headlines_closer_place_stays(read):
    body = "قتل 12 شخصا في هجوم انتحاري شمال العراق."
    claims = read(body, title="مقتل 12 في طوزخورماتو")
    assert [claim.where for claim in claims] == [("Tuz Khurmatu, IQ",), ("northern Iraq, IQ",)]


def test_what_a_road_leads_to_is_not_where_it_was(one):
    body = "قتل 5 جنود في كمين بالفلوجة. وقطعت القوات الطريق الرابط بين محافظتي كركوك وديالى وقتلت 6 مسلحين."
    assert one(body, "6").where == ("Fallujah, IQ",)


def test_where_a_man_was_born_is_not_where_he_was_killed(one):
    body = (
        "شنت طائرات أمريكية غارة في سوريا. وأكد الجيش أن مقتل القيادي في داعش أبو حسن، المولود بالكويت، خسارة للتنظيم."
    )
    assert one(body, "أبو حسن").where == ("SY",)


def test_whence_rockets_came_is_not_where_they_fell(one):
    body = "سقطت على كركوك صواريخ من داخل الأراضي السورية فأصيب 3 جنود عراقيين."
    assert one(body, "3").where == ("Kirkuk, IQ",)


def test_the_seat_of_who_says_so_is_not_where_it_was(one):
    body = "شنت طائرات غارات على مواقع داعش في الرقة. وقتل 39 شخصا وفقا لمكتب الصحافة في بريطانيا."
    assert one(body, "39").where == ("Raqqa, SY",)
