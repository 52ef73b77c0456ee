"""What a program read of a figure's speaker, place or time tells nothing where the text leaves room for another."""

import msgspec
import pytest

from tawatur.collate import collate
from tawatur.collate.facts.actors import Actors

FILLING = " ".join(f"حاشية{number}" for number in range(150))
MONTHS = {"حزيران": ("2024-06-01", "2024-06-30"), "أيار": ("2024-05-01", "2024-05-31")}


@pytest.fixture
def read(claim, report, knowledge):
    """Collate reports, each a date, a text and its figures: (words that begin with the number, measure, slots, words).

    The last tell by which words of the text a slot was read; the others stand in the figure's own.
    """

    def make(*reports):
        claims, given = [], []
        for at, (date, text, *figures) in enumerate(reports):
            doc = "abcdef"[at]
            body = f"عنوان طويل.\n{text}\n{' '.join(f'كلمة{doc}{number}' for number in range(60))}"
            for words, measure, slots, told in figures:
                start, number = body.index(words), words.split()[0]
                spans = {name: ((start, start + len(words)),) for name in ("of", "by", "where", "when")}
                spans |= {name: ((body.index(by), body.index(by) + len(by)),) for name, by in told.items()}
                one = claim(doc, measure, int(number), at=start, quote=words, extractor="test 1", spans=spans, **slots)
                claims.append(msgspec.structs.replace(one, end=start + len(number)))
            given.append(report(doc, text=body, date=date))
        return collate(claims, given, knowledge)

    return make


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


TOLL = {"where": ("Idlib, SY",), "when": "2024-05-30"}


@pytest.mark.parametrize(("between", "agreements"), [("", 1), (FILLING, 0)])
def test_who_spoke_long_before_a_figure_confirms_nobody(read, between, agreements):
    here = (
        "2024-06-01",
        "قال المرصد إن 147 رجلا قتلوا.",
        ("147 رجلا", "killed", TOLL | {"source": ("sohr",)}, {"source.0": "المرصد"}),
    )
    text = f"دعت المفوضية إلى هدنة. {between} وقتل 147 رجلا."
    there = "2024-06-01", text, ("147 رجلا", "killed", TOLL | {"source": ("unhcr",)}, {"source.0": "المفوضية"})
    assert len(of_kind(read(here, there), "agreement")) == agreements


def test_officials_without_a_name_beside_a_known_body_of_one_text_may_be_its(read):
    ministry = "147 رجلا", "killed", TOLL | {"source": ("turkish_interior_ministry",)}, {"source.0": "الوزارة"}
    officials = "147 قتيلا", "killed", TOLL | {"source": ("officials",)}, {"source.0": "مسؤولون"}
    text = "قالت الوزارة إن 147 رجلا قتلوا. وقال مسؤولون إن الحصيلة 147 قتيلا."
    assert of_kind(read(("2024-06-01", text, ministry, officials)), "agreement") == []


def test_a_sentence_that_names_the_others_month_as_well_dates_nothing_otherwise(read):
    def rendition(text, month):
        slots = {"where": ("Idlib, SY",), "when": MONTHS[month], "source": ("sohr",)}
        return "2024-07-02", text, ("147 رجلا", "killed", slots, {"when": month, "source.0": "المرصد"})

    norm = [rendition("قال المرصد إن هجوم حزيران أودى بـ 147 رجلا.", "حزيران") for _ in range(3)]
    plain = rendition("قال المرصد إن هجوم أيار أودى بـ 147 رجلا.", "أيار")
    both = rendition("قال المرصد إن هجوم حزيران أودى بـ 147 رجلا وتبعه في أيار هجوم آخر.", "أيار")
    assert [finding.slot for finding in of_kind(read(*norm, plain), "variant")] == ["when"]
    assert of_kind(read(*norm, both), "variant") == []


@pytest.mark.parametrize(("doer", "told"), [("iraq_forces", 0), ("coalition", 1)])
def test_a_military_source_who_tells_of_an_armys_deeds_is_the_armys(read, doer, told):
    slots = TOLL | {"of": "daesh", "where": ("Mosul, IQ",), "by": doer}
    source, army = (
        (day, f"قتل 30 رجلا بحسب {words}.", ("30 رجلا", "killed", slots | {"source": (who,)}, {"source.0": words}))
        for day, who, words in (
            ("2024-06-01", "security_sources", "مصدر عسكري"),
            ("2024-06-02", "iraq_forces", "الجيش العراقي"),
        )
    )
    assert len(of_kind(read(source, army), "agreement")) == told


@pytest.mark.parametrize(("beside", "told"), [("وأصيب 38 آخرون", ["where"]), ("وأصيب 21 آخرون", [])])
def test_a_small_figure_is_moved_from_place_to_place_with_another_beside_it(read, beside, told):
    def rendition(text, town):
        slots = {"of": "daesh", "when": "2024-05-30", "source": ("sohr",)}
        number = text.split("وأصيب ")[1].split()[0]
        killed = "27 مسلحا", "killed", slots | {"where": (town,)}, {"source.0": "المرصد"}
        return "2024-06-01", text, killed, (f"{number} آخرون", "wounded", slots, {"source.0": "المرصد"})

    norm = [rendition("قال المرصد إن 27 مسلحا قتلوا وأصيب 38 آخرون.", "Manbij, SY") for _ in range(3)]
    odd = rendition(f"قال المرصد إن 27 مسلحا قتلوا {beside}.", "Jarabulus, SY")
    assert [one.slot for one in of_kind(read(*norm, odd), "variant")] == told


@pytest.mark.parametrize(("behind", "rivals"), [("", 1), (" وأضاف أن هناك مخاوف من أن يرتفع عدد القتلى.", 0)])
def test_a_toll_of_which_its_report_says_that_it_may_rise_is_no_rival(read, behind, rivals):
    low = "قال المرصد إن 41 شخصا قتلوا." + behind
    high = "قالت المفوضية إن 63 شخصا قتلوا."
    findings = read(
        ("2024-06-02", low, ("41 شخصا", "killed", TOLL | {"source": ("sohr",)}, {"source.0": "المرصد"})),
        ("2024-06-02", high, ("63 شخصا", "killed", TOLL | {"source": ("unhcr",)}, {"source.0": "المفوضية"})),
    )
    assert len(of_kind(findings, "conflict")) == rivals


def test_a_statement_is_rather_a_bodys_than_a_states(read):
    def rendition(source, name):
        text = f"قالت {name} إن 147 رجلا قتلوا وأصيب 263 آخرون."
        slots = TOLL | {"of": "palestinians", "source": (source,)}
        return (
            "2024-06-01",
            text,
            *(
                (words, measure, slots, {"source.0": name})
                for words, measure in (("147 رجلا", "killed"), ("263 آخرون", "wounded"))
            ),
        )

    rows = [
        rendition("turkey", "تركيا"),
        rendition("turkey", "تركيا"),
        rendition("turkish_interior_ministry", "الداخلية"),
    ]
    (statement,) = of_kind(read(*rows), "statement")
    assert statement.origin == "turkish_interior_ministry"


def rendition(text, *figures):
    slots = TOLL | {"of": "palestinians", "source": ("sohr",)}
    told = [(words, measure, slots, {"source.0": "المرصد"}) for words, measure in figures]
    return "2024-06-01", f"قال المرصد: {text}.", *told


HURT = rendition("أصيب 120 شخصا وقتل 147 رجلا", ("120 شخصا", "wounded"), ("147 رجلا", "killed"))


@pytest.mark.parametrize(
    ("odd", "told"),
    [
        (rendition("أصيب 160 شخصا وقتل 147 رجلا", ("160 شخصا", "wounded"), ("147 رجلا", "killed")), 1),
        *(
            (
                rendition(
                    f"أصيب 160 شخصا وقتل 147 رجلا وفي دوما {more} جريحا",
                    ("160 شخصا", "wounded"),
                    ("147 رجلا", "killed"),
                    (f"{more} جريحا", "wounded"),
                ),
                told,
            )
            for more, told in ((130, 0), (75, 1))  # 130 looks like 120 misprinted as well
        ),
    ],
)
def test_which_of_two_figures_stands_for_the_statements_a_program_cannot_tell(read, odd, told):
    values = [one for one in of_kind(read(HURT, HURT, HURT, odd), "variant") if one.slot == "value"]
    assert len(values) == told


@pytest.mark.parametrize(
    ("measure", "more", "told"),
    [("detained", (), ["measure"]), ("strength", (), []), ("detained", (("147 قتيلا", "killed"),), [])],
)
def test_what_was_counted_beside_or_is_a_strength_was_not_taken_for_another_thing(read, measure, more, told):
    behind = ". وفي مكان آخر 147 قتيلا" if more else ""
    odd = rendition(f"أصيب 120 شخصا ومنهم 147 رجلا{behind}", ("120 شخصا", "wounded"), ("147 رجلا", measure), *more)
    assert [one.slot for one in of_kind(read(HURT, HURT, HURT, odd), "variant")] == told


def test_a_spokesman_named_with_his_ministry_is_the_ministrys(knowledge):
    actors = Actors(knowledge)
    spokesman = actors.name("نائب المتحدث باسم وزارة الداخلية نصرت رحيمي")
    assert actors.related(spokesman, "turkish_interior_ministry")
    another = actors.name("المتحدث باسم وزارة الداخلية الروسية علي كامل")
    assert not actors.related(another, "turkish_interior_ministry")
