"""What a program read: who stands between a speaker and a figure, who speaks for an army, what is one act."""

import msgspec
import pytest

from tawatur.collate import collate

HERE = {"where": ("Zalingei, Central Darfur, SD",), "when": "2024-05-30"}


def of_kind(findings, kind):
    return [finding for finding in findings if finding.kind == kind]


@pytest.mark.parametrize(("between", "agree"), [("الصليب الأحمر", False), ("السلطات", True)])
def test_whom_a_sentence_names_before_a_figure_is_not_confirmed_by_it(claim, report, knowledge, between, agree):
    text = f"عنوان.\nأعلن المرصد السوري حصيلته بعد أن أحصت {between} 273 قتيلا."
    other = "عنوان.\nأحصى الصليب الأحمر 273 قتيلا."
    claims = []
    for doc, body, source, name in (("a", text, "sohr", "المرصد السوري"), ("b", other, "icrc", "الصليب الأحمر")):
        start = body.index("273")
        spans = dict.fromkeys(("where", "when"), ((start, start + 9),))
        spans["source.0"] = ((body.index(name), body.index(name) + len(name)),)
        words = {"quote": "273 قتيلا", "at": start, "extractor": "test 1", "spans": spans}
        claims.append(claim(doc, "killed", 273, source=(source,), **HERE, **words))
    findings = collate(claims, [report("a", text=text), report("b", text=other)], knowledge)
    assert bool(of_kind(findings, "agreement")) is agree


@pytest.mark.parametrize(
    ("speaker", "one"),
    [("المتحدث العسكري العقيد سالم الهادي", True), ("عمدة المدينة سالم الهادي", False)],
)
def test_the_military_spokesman_may_be_a_known_armys(found, speaker, one):
    figures = [("32 مسلحا", "killed"), ("54 شخصا", "detained")]
    text = "، ".join(words for words, _ in figures)
    told = [
        (text, *((words, measure, HERE | {"source": (who,)}) for words, measure in figures))
        for who in ("iraq_forces", speaker)
    ]
    (statement, *_) = of_kind(found(*told, speakers=True), "statement") or [None]
    assert (statement is not None and statement.origin == "iraq_forces") is one


def test_one_act_told_of_two_places_by_one_speaker_is_one_statement(found):
    slots = {"of": "daesh", "by": "coalition", "source": ("coalition",), "when": "2024-05-30"}
    told = [
        ("قتل 27 مسلحا", ("27 مسلحا", "killed", slots | {"where": (place,)})) for place in ("Raqqa, SY", "Mosul, IQ")
    ]
    assert of_kind(found(*told, speakers=True), "statement")
    other = ("قتل 27 مسلحا", ("27 مسلحا", "killed", slots | {"where": ("Mosul, IQ",), "when": "2024-05-29"}))
    assert not of_kind(found(told[0], other, speakers=True), "statement")


def test_neutralized_and_killed_are_near_enough_for_one_statement(found):
    slots = {"source": ("turkish_defence_ministry",), "by": "turkey", "where": ("northern Iraq, IQ",)}
    told = [
        ("45 مسلحا و9 في", ("45 مسلحا", measure, slots), ("9 في", measure, slots))
        for measure in ("neutralized", "killed")
    ]
    assert of_kind(found(*told, speakers=True), "statement")


@pytest.mark.parametrize("between", ["الصليب الأحمر", "السلطات"])
def test_who_is_named_behind_another_does_not_have_his_figure(claim, report, knowledge, between):
    first = (
        f"عنوان.\nأعلن المرصد السوري حصيلته، وهي 290 قتيلا. وجاء إعلان المرصد السوري بعد أن أحصى {between} 273 قتيلا."
    )
    other = "عنوان.\nأحصى الصليب الأحمر 273 قتيلا."
    claims = []
    for doc, body, source, number in (("a", first, "sohr", 290), ("a", first, "sohr", 273), ("b", other, "icrc", 273)):
        start = body.index(str(number))
        name = {"sohr": "المرصد السوري", "icrc": "الصليب الأحمر"}[source]
        told = body.rindex(name, 0, start)
        spans = dict.fromkeys(("where", "when"), ((start, start + 9),)) | {"source.0": ((told, told + len(name)),)}
        given = {"quote": f"{number} قتيلا", "at": start, "extractor": "test 1", "spans": spans}
        claims.append(claim(doc, "killed", number, source=(source,), **HERE, **given))
    findings = collate(claims, [report("a", text=first), report("b", text=other)], knowledge)
    assert bool(of_kind(findings, "conflict")) is (between == "الصليب الأحمر")


@pytest.mark.parametrize("most", [True, False])
def test_no_more_than_so_many_is_set_against_a_higher_figure(claim, report, knowledge, most):
    text = "عنوان.\nقال المرصد السوري إن 32 قتيلا سقطوا. وذكر الصليب الأحمر أنهم 20 قتيلا."
    claims = []
    for number, source, of, name in ((32, "sohr", "militants", "المرصد السوري"), (20, "icrc", None, "الصليب الأحمر")):
        start, told = text.index(str(number)), text.index(name)
        spans = dict.fromkeys(("where", "when"), ((0, 5),)) | {"source.0": ((told, told + len(name)),)}
        given = {"quote": text[start : start + 8], "at": start, "extractor": "test 1", "spans": spans}
        one = claim("a", "killed", number, source=(source,), of=of, **HERE, **given)
        claims.append(msgspec.structs.replace(one, low=None, bound="at_most") if most and number == 20 else one)
    assert bool(of_kind(collate(claims, [report("a", text=text)], knowledge), "conflict")) is most


@pytest.mark.parametrize(
    ("words", "second", "agree"),
    [
        ("حكومة النيجر", ("icrc", "الصليب الأحمر"), True),
        ("النيجر", ("icrc", "الصليب الأحمر"), False),  # whom the sentence tells of, as like as not
        ("سلطات النيجر", ("icrc", "الصليب الأحمر"), False),  # anybody's: the police of a town
        ("حكومة النيجر", ("police", "الشرطة"), False),  # whose police, if not its own
        ("حكومة النيجر", ("وزير الداخلية", "وزير الداخلية"), False),
    ],
)
def test_a_state_confirms_by_its_organs_words_none_of_its_own(claim, report, knowledge, words, second, agree):
    claims, texts = [], {}
    for doc, (source, name) in {"a": ("niger", words), "b": second}.items():
        texts[doc] = f"عنوان.\nأحصت {name} 273 قتيلا."
        start, named = texts[doc].index("273"), texts[doc].index(name)
        spans = dict.fromkeys(("where", "when"), ((start, start + 9),)) | {"source.0": ((named, named + len(name)),)}
        how = {"quote": "273 قتيلا", "at": start, "extractor": "test 1", "spans": spans}
        claims.append(claim(doc, "killed", 273, source=(source,), where=("Zinder, NE",), when="2024-05-30", **how))
    findings = collate(claims, [report(doc, text=text) for doc, text in texts.items()], knowledge)
    assert bool(of_kind(findings, "agreement")) is agree
