"""One event told with its place finer or wider, by speakers in offices, beside other figures."""

import pytest

TOWN, PROVINCE, LAND = ({"where": (place,), "when": "2024-05-31"} for place in ("Douma, SY", "Rif Dimashq, SY", "SY"))
SOHR, ICRC = {"source": ("sohr",)}, {"source": ("icrc",)}
DAY_AFTER = ("2024-06-01", "2024-06-01")


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


def killed(number, slots, more=""):
    return f"قتل {number} شخصا {more}", (f"{number} شخصا", "killed", slots)


def with_hurt(dead, hurt, slots):
    text = f"قتل {dead} شخصا وأصيب {hurt} شخصا"
    return text, (f"{dead} شخصا", "killed", slots), (f"{hurt} شخصا", "wounded", slots)


@pytest.mark.parametrize(
    ("town", "province", "more", "rivals"),
    [
        (41, 29, "في دوما", True),  # a part never exceeds its whole
        (41, 20, "في قرية", False),  # which town the whole is of, nobody says
        (29, 41, "في دوما", False),
        (41, 38, "في قرية", True),  # two so great and so near each other are hardly two
    ],
)
def test_a_town_has_no_more_dead_than_its_province(found, town, province, more, rivals):
    told = killed(town, TOWN | SOHR), killed(province, PROVINCE | ICRC, more)
    assert bool(of_kind(found(*told, dates=DAY_AFTER), "conflict")) is rivals


def test_a_town_and_its_province_have_one_figure(found):
    assert of_kind(found(killed(43, TOWN | SOHR), killed(43, PROVINCE | ICRC), dates=DAY_AFTER), "agreement")
    other = TOWN | {"where": ("Raqqa, SY",)}
    assert not of_kind(found(killed(43, other | SOHR), killed(43, PROVINCE | ICRC), dates=DAY_AFTER), "agreement")


@pytest.mark.parametrize(("hurt", "rivals"), [(118, True), (95, False)])
def test_equal_figures_beside_show_one_event_in_a_town_and_its_land(found, hurt, rivals):
    told = with_hurt(57, 118, TOWN | SOHR), with_hurt(41, hurt, LAND | ICRC)
    assert bool(of_kind(found(*told, dates=DAY_AFTER), "conflict")) is rivals


@pytest.mark.parametrize(("hurt", "rivals"), [(90, True), (130, False)])
def test_no_toll_has_risen_that_has_fewer_hurt(found, hurt, rivals):
    told = with_hurt(29, 118, TOWN | SOHR), with_hurt(41, hurt, TOWN | ICRC)
    conflicts = of_kind(found(*told, dates=("2024-06-01", "2024-06-02")), "conflict")
    dead = [one for one in conflicts if {claim.measure for claim in one.claims} == {"killed"}]
    assert bool(dead) is rivals


@pytest.mark.parametrize(
    ("who", "agree"),
    [("فلان محافظ كذا", True), ("غرفة طوارئ كذا", True), ("فلان", False), ("المتحدث باسم الوزارة فلان", False)],
)
def test_who_holds_an_office_confirms_another(found, who, agree):
    told = killed(273, TOWN | ICRC), killed(273, TOWN | {"source": (who,)})
    assert bool(of_kind(found(*told), "agreement")) is agree


@pytest.mark.parametrize("other", ["officials", "icrc", "زعيم محلي"])
def test_a_man_in_an_office_may_be_one_of_those_who_speak_beside_him(found, other):
    text = "قال 273 قتلوا، ثم قال 273 شخصا"
    one = text, ("273 قتلوا", "killed", TOWN | {"source": (other,)})
    two = ("273 شخصا", "killed", TOWN | {"source": ("فلان رئيس بلدية كذا",)})
    assert not of_kind(found((*one, two)), "agreement")


def test_a_partys_dead_among_all_are_all_of_that_partys(found):
    party = TOWN | {"of": "russia"}
    told = (
        ("قتل 4 جنود روس", ("4 جنود", "killed", party | SOHR)),
        ("قتل 35 جنديا بينهم 9 جنود روس", ("9 جنود", "killed", party | ICRC)),
    )
    assert of_kind(found(*told, dates=DAY_AFTER), "conflict")


def test_a_count_so_far_that_is_later_than_a_higher_one_does_not_run_up_to_it(found):
    told = killed(41, TOWN | SOHR), ("بلغ عدد القتلى حتى الآن 29 شخصا", ("29 شخصا", "killed", TOWN | ICRC))
    assert of_kind(found(*told, dates=("2024-06-01", "2024-06-02")), "conflict")
    assert not of_kind(found(*told, dates=DAY_AFTER), "conflict")


def test_a_figure_that_one_report_calls_the_first_count_is_nobodys_last_one(found):
    first = "تحدثوا في البداية عن 41 شخصا", ("41 شخصا", "killed", TOWN | SOHR)
    told = killed(41, TOWN | SOHR), killed(29, TOWN | ICRC)
    assert of_kind(found(*told, dates=DAY_AFTER), "conflict")
    assert not of_kind(found(*told, first, dates=(*DAY_AFTER, "2024-06-01")), "conflict")


@pytest.mark.parametrize(("loose", "falls"), [(("where",), True), ((), False)])
def test_a_tally_whose_place_was_told_of_something_else_is_its_lands(found, loose, falls):
    def tally(number, place, end, who, carried=()):
        slots = {"where": (place,), "when": ("2024-01-15", end), "source": (who,), "loose": carried}
        return killed(number, slots)

    told = (
        tally(198, "YE", "2024-03-20", "وزارة الصحة في حكومة الحوثيين"),
        tally(189, "Hodeidah, YE", "2024-05-05", "وزارة الصحة التابعة للحوثيين", loose),
    )
    assert bool(of_kind(found(*told, dates=("2024-03-20", "2024-05-05")), "tally")) is falls


@pytest.mark.parametrize(("more", "rivals"), [("في دوما", True), ("في قرية", False)])
def test_a_side_of_a_land_may_hold_a_town_that_its_report_names(found, more, rivals):
    side = TOWN | {"where": ("southern Syria, SY",)}
    told = killed(41, TOWN | SOHR), killed(29, side | ICRC, more)
    assert bool(of_kind(found(*told, dates=DAY_AFTER), "conflict")) is rivals


def test_two_sides_of_a_land_of_which_one_holds_the_other_have_one_figure(found):
    north, corner = (TOWN | {"where": (f"{side} Syria, SY",)} for side in ("northern", "northeastern"))
    assert of_kind(found(killed(13, north | SOHR), killed(13, corner | ICRC), dates=DAY_AFTER), "agreement")


def test_two_speakers_of_a_report_who_place_one_event_otherwise_agree(found):
    one, other = (TOWN | {"where": (f"{town}, SY",)} for town in ("Qalaat Abeed", "Tell Zaara"))
    text = "قال المرصد إن 43 شخصا قتلوا. وقال الصليب الأحمر إن الحصيلة 43 قتيلا."
    told = text, ("43 شخصا", "killed", one | SOHR), ("43 قتيلا", "killed", other | ICRC)
    assert of_kind(found(told, speakers=True), "agreement")


def test_what_goes_on_a_list_of_parts_is_a_part(found):
    listed = "بلغ عدد المصابين 143 بينهم 36 بالرصاص و98 شخصا بالغاز"
    part = listed, ("36 بالرصاص", "wounded", TOWN | ICRC), ("98 شخصا", "wounded", TOWN | ICRC)
    whole = "أصيب 121 شخصا", ("121 شخصا", "wounded", TOWN | SOHR)
    assert not of_kind(found(part, whole, dates=DAY_AFTER), "conflict")
    alone = "أصيب 98 شخصا بالغاز", ("98 شخصا", "wounded", TOWN | ICRC)
    assert of_kind(found(alone, whole, dates=DAY_AFTER), "conflict")


def test_what_two_voices_agree_on_beside_a_greater_figure_is_told_with_that(found):
    def told(source, number=17):
        figures = ("43 شخصا", "killed", TOWN | source), (f"{number} منهم", "killed", TOWN | source | {"of": "children"})
        return f"قتل 43 شخصا بينهم {number} منهم أطفال", *figures

    (agreement,) = of_kind(found(told(SOHR), told(ICRC), dates=DAY_AFTER), "agreement")
    assert {claim.low for claim in agreement.claims} == {43}
