"""What a program read of reports that cite one source after another, name a place once and count in words of their own."""

import pytest

HERE = {"where": ("Douma, SY",), "when": "2024-05-30"}
SOHR, ICRC = {"source": ("sohr",)}, {"source": ("icrc",)}


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


@pytest.mark.parametrize(
    ("words", "rivals"),
    [("غير أن الصليب الأحمر قال إن", True), ("أما الصليب الأحمر فقال إن", True), ("وقال الصليب الأحمر إن", False)],
)
def test_sources_of_one_report_are_rivals_where_words_set_them_against_each_other(found, words, rivals):
    text = f"قال المرصد إن 29 شخصا قتلوا. {words} 41 شخصا قتلوا."
    figures = ("29 شخصا", "killed", HERE | SOHR), ("41 شخصا", "killed", HERE | ICRC)
    assert bool(of_kind(found((text, *figures), loose=("where", "when")), "conflict")) is rivals


def test_hostages_may_be_anybody_where_two_sources_differ(found):
    text = "قال المرصد إن 26 شخصا قتلوا. أما الصليب الأحمر فقال إن 214 شخصا قتلوا."
    place = {"where": HERE["where"]}
    hostages = ("214 شخصا", "killed", place | ICRC | {"of": "hostages"})
    assert of_kind(found((text, ("26 شخصا", "killed", place | SOHR), hostages)), "conflict")


@pytest.mark.parametrize(("rate", "rivals"), [("", True), (" كل ساعة", False)])
def test_so_many_an_hour_are_no_rival_count(found, rate, rivals):
    fled = "غادر 700 شخص", ("700 شخص", "displaced", HERE | SOHR)
    others = f"غادر 300 شخص{rate}", ("300 شخص", "displaced", HERE | ICRC)
    assert bool(of_kind(found(fled, others), "conflict")) is rivals


@pytest.mark.parametrize(("figure", "agree"), [(2750, True), (50, False)])
def test_a_telling_figure_of_a_town_confirms_its_equal_though_neither_is_dated(found, figure, agree):
    slots = {"where": HERE["where"], "unit": "household"}
    told = [(f"نزحت {figure} أسرة", (f"{figure} أسرة", "displaced", slots | origin)) for origin in (SOHR, ICRC)]
    assert bool(of_kind(found(*told), "agreement")) is agree


def test_reports_at_large_confirm_nobody(found):
    told = [("قتل 273 شخصا", ("273 شخصا", "killed", HERE | {"source": (who,)})) for who in ("sohr", "media")]
    assert not of_kind(found(*told), "agreement")


def test_a_bodys_own_teams_speak_for_it(found):
    teams = {"source": ("فرقها الميدانية", "icrc")}
    told = [("قتل 273 شخصا", ("273 شخصا", "killed", HERE | origin)) for origin in (SOHR, ICRC, teams)]
    (agreement,) = of_kind(found(*told), "agreement")
    assert {voice.origin for voice in agreement.voices} == {"sohr", "icrc"}


def test_a_place_told_before_is_the_finer_one_of_an_equal_figure(found):
    valley = {"where": ("Wadi Zghaitoun, Kirkuk, IQ",), "when": "2024-05-30", "of": "daesh"}
    province = valley | {"where": ("Kirkuk, IQ",), "loose": ("where",)}
    both = "قتل 25 مسلحا. وقال التحالف إن 25 من المسلحين قتلوا."
    figures = ("25 مسلحا", "killed", valley | SOHR), ("25 من", "killed", province | {"source": ("coalition",)})
    other = "قتل 37 مسلحا", ("37 مسلحا", "killed", valley | {"source": ("pmf",)})
    (conflict,) = of_kind(found((both, *figures), other), "conflict")
    assert {voice.origin for voice in conflict.voices} >= {"coalition", "pmf"}


@pytest.mark.parametrize(("dates", "variant"), [(("01", "01"), False), (("01", "02"), False), (("02", "01"), True)])
def test_a_toll_of_one_origin_that_runs_up_is_no_variant(found, dates, variant):
    def told(number):
        figures = [(f"{number} قتيلا", "killed"), ("118 جريحا", "wounded"), ("340 منزلا", "destroyed")]
        words = "، ".join(quote for quote, _ in figures)
        return words, *((quote, measure, HERE | SOHR | {"of": "civilians"}) for quote, measure in figures)

    low, high = (f"2024-06-{day}" for day in dates)
    findings = found(told(43), told(46), told(46), told(46), dates=(low, high, high, high))
    assert bool(of_kind(findings, "variant")) is variant


def test_a_transposed_figure_is_told_with_as_many_witnesses_on_either_side(found):
    def told(number, **slots):
        words = f"حرر الجيش {number} رهينة وقتل 33 مسلحا و26 راكبا"
        army = {"source": ("pakistan",), "where": ("Balochistan, PK",)}
        freed = (f"{number} رهينة", "released", army | {"of": "hostages"} | slots)
        return words, freed, ("33 مسلحا", "killed", army), ("26 راكبا", "killed", army)

    (variant,) = of_kind(found(told(345), told(345, of="civilians"), told(354), told(354)), "variant")
    assert (variant.slot, variant.odd, len(variant.norm)) == ("value", (), 4)


def test_a_name_is_one_with_its_quotation_marks_and_without(found):
    names = 'مشروع "مسام" السعودي لنزع الألغام', "مشروع مسام"
    reports = [
        ("نزع 1274 لغما", ("1274 لغما", "other", HERE | {"unit": "weapon", "source": (name,)})) for name in names
    ]
    assert of_kind(found(*reports), "statement")


def test_an_act_that_its_sentence_dates_before_its_actors_founding(found):
    founded = {"of": "maute_group", "by": "maute_group", "when": "2012-09", "unit": "date"}
    acts = {"by": "maute_group", "when": "2012-04", "unit": "event", "where": ("Marawi, PH",)}
    text = "2012 تأسست جماعة ماوتي. ونفذت 3 هجمات في أبريل 2012."
    figures = ("2012 تأسست جماعة ماوتي", "began", founded), ("3 هجمات", "attacks", acts)
    assert [one.reason for one in of_kind(found((text, *figures)), "date")] == ["before its actor's beginning"]
    assert not of_kind(found((text, *figures), loose=("by",)), "date")


@pytest.mark.parametrize(
    ("dates", "rivals"),
    [(("05-31", "05-31"), False), (("06-01", "05-31"), True), (("06-02", "06-02"), True)],
)
def test_medics_of_the_day_after_give_a_toll_as_it_rises(found, dates, rivals):
    def told(who):
        sides = ((29, SOHR), (41, who))
        return [(f"قتل {number} شخصا", (f"{number} شخصا", "killed", HERE | source)) for number, source in sides]

    days = [f"2024-{date}" for date in dates]
    assert bool(of_kind(found(*told({"source": ("medics",)}), dates=days), "conflict")) is rivals
    assert of_kind(found(*told(ICRC), dates=days), "conflict")


@pytest.mark.parametrize(("date", "rivals"), [("2024-06-01", False), ("2024-06-20", True)])
def test_outlets_tallies_that_run_on_to_their_day_are_no_rivals(found, date, rivals):
    since = {"where": ("Douma, SY",), "when": ("2024-04-01", "2024-06-01")}
    told = [(f"قتل {number} شخصا", (f"{number} شخصا", "killed", since)) for number in (40, 54)]
    assert bool(of_kind(found(*told, dates=(date, date)), "conflict")) is rivals


def test_who_are_counted_among_the_dead_are_a_part_of_them(found):
    told = [(f"{words} 41 شخصا", ("41 شخصا", "killed", HERE | ICRC)) for words in ("قتل", "وبين القتلى 3 أطفال و")]
    kinds = [bool(of_kind(found(("قتل 29 شخصا", ("29 شخصا", "killed", HERE | SOHR)), one), "conflict")) for one in told]
    assert kinds == [True, False]


@pytest.mark.parametrize(("end", "rivals"), [("2024-05-31", True), ("2024-06-01", False)])
def test_a_tally_of_a_day_more_is_a_later_one(found, end, rivals):
    def told(number, last, who):
        return f"قتل {number} شخصا", (f"{number} شخصا", "killed", HERE | {"when": ("2024-04-01", last)} | who)

    findings = found(told(403, "2024-05-31", SOHR), told(512, end, ICRC))
    assert bool(of_kind(findings, "conflict")) is rivals


@pytest.mark.parametrize(
    ("said", "rivals"),
    [("إن 12 شخصا فقط قتلوا", True), ("ساخرا إن 12 شخصا قتلوا", True), ("إن 12 شخصا قتلوا", False)],
)
def test_who_doubts_a_figure_sets_a_much_lower_one_against_it(found, said, rivals):
    text = f"قال المرصد إن 85 شخصا قتلوا. وقال الصليب الأحمر {said}."
    figures = ("85 شخصا", "killed", HERE | SOHR), ("12 شخصا", "killed", HERE | ICRC)
    assert bool(of_kind(found((text, *figures)), "conflict")) is rivals


def test_a_body_told_again_by_its_noun_is_stated(found):
    text = "قال المرصد إن 85 من مقاتلي طالبان قتلوا. أما الصليب الأحمر فقال إن 12 من عناصر الحركة قتلوا."
    taliban = HERE | {"of": "taliban"}
    again = taliban | ICRC | {"loose": ("of",)}
    figures = ("85 من مقاتلي طالبان", "killed", taliban | SOHR), ("12 من عناصر الحركة", "killed", again)
    assert of_kind(found((text, *figures)), "conflict")


def test_whose_men_a_pronoun_tells_is_stated(found):
    text = "قالت طالبان إن 7 من مقاتليها قتلوا. أما المرصد فقال إن 25 من مقاتلي طالبان قتلوا."
    taliban = HERE | {"of": "taliban"}
    own = taliban | {"source": ("taliban",), "loose": ("of",)}
    figures = ("7 من مقاتليها", "killed", own), ("25 من مقاتلي طالبان", "killed", taliban | SOHR)
    assert of_kind(found((text, *figures), speakers=True), "conflict")


@pytest.mark.parametrize(("hurt", "rivals"), [(19, True), (4, False)])
def test_two_attacks_of_one_report_are_told_by_all_that_is_counted_of_them(found, hurt, rivals):
    text = f"قال المرصد إن 16 شخصا قتلوا و15 جرحوا. أما الصليب الأحمر فقال إن 7 أشخاص قتلوا و{hurt} جرحوا."
    figures = [("16 شخصا", "killed", SOHR), ("15 جرحوا", "wounded", SOHR)]
    figures += [("7 أشخاص", "killed", ICRC), (f"{hurt} جرحوا", "wounded", ICRC)]
    told = [(words, measure, HERE | source) for words, measure, source in figures]
    assert (
        bool([one for one in of_kind(found((text, *told)), "conflict") if one.claims[0].measure == "killed"]) is rivals
    )


def test_a_man_of_whom_nothing_is_known_may_be_one_of_the_officials_beside_him(found):
    text = "قال مسؤولون إن 273 شخصا قتلوا. وقال رئيس المجلس البلدي إن 273 شخصا لقوا حتفهم."
    officials, mayor = ({"source": (who,)} for who in ("officials", "رئيس المجلس البلدي"))
    figures = ("273 شخصا قتلوا", "killed", HERE | officials), ("273 شخصا لقوا", "killed", HERE | mayor)
    assert not of_kind(found((text, *figures)), "agreement")


def test_a_conflict_is_told_with_the_other_reports_of_its_statements(found):
    slots = HERE | {"of": "taliban"}
    rest = ("214 جريحا", "wounded", slots | SOHR), ("573 منزلا", "destroyed", slots | SOHR | {"unit": "facility"})
    told = "قال المرصد إن 85 من مقاتلي طالبان قتلوا و214 جريحا سقطوا ودمر 573 منزلا."
    dead = ("85 من مقاتلي طالبان", "killed", slots | SOHR)
    both = f"{told} أما الصليب الأحمر فقال إن 12 من مقاتلي طالبان قتلوا."
    few = ("12 من مقاتلي طالبان", "killed", slots | ICRC)
    (conflict,) = of_kind(found((told, dead, *rest), (both, dead, *rest, few)), "conflict")
    assert {claim.doc for claim in conflict.claims} == {"a", "b"}


@pytest.mark.parametrize(("words", "rivals"), [("لكن المرصد يقدرهم بنحو", True), ("وفي القاعدة", False)])
def test_an_outlet_that_tells_of_two_strengths_does_not_contradict_itself(found, words, rivals):
    text = f"أعلنت القيادة وجود 1000 مقاتل. {words} 2700 مقاتل."
    own = {"where": ("SY",), "of": "russia"}
    figures = ("1000 مقاتل", "strength", own | ICRC), ("2700 مقاتل", "strength", own)
    assert bool(of_kind(found((text, *figures)), "conflict")) is rivals


def test_acts_of_whom_a_program_read_now_one_now_another_are_one_thing(found):
    acts = {"unit": "weapon", "where": ("Shayrat airbase, SY",), "when": "2024-05-03"}
    told = [("أطلق 59 صاروخا", ("59 صاروخا", "attacks", acts | {"of": of})) for of in ("assad_forces", "pentagon")]
    assert not of_kind(found(*told), "same_number")


@pytest.mark.parametrize(("day", "one"), [("2024-05-30", True), ("2022-05-30", False)])
def test_figures_of_an_event_long_past_make_no_statement(found, day, one):
    past = {"where": ("Douma, SY",), "when": day}
    figures = ("137 شخصا", "killed", past), ("352 جريحا", "wounded", past)
    told = "قتل 137 شخصا وسقط 352 جريحا"
    named = [(words, measure, slots | SOHR) for words, measure, slots in figures]
    assert bool(of_kind(found((told, *named), (told, *figures)), "statement")) is one
