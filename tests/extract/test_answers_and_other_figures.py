"""Who denies and then tells, offices that speak for forces, and a bare figure that another puts beside the first."""

from __future__ import annotations

import pytest

TOLD = "أعلن الجيش العراقي مقتل 54 من داعش في ديالى. "


@pytest.mark.parametrize(
    "denial",
    [
        "لكن المتحدث باسم العشائر محمد الزعتوري نفى ذلك، وقال إن",
        "غير أن محمد الزعتوري، المتحدث باسم العشائر، نفى، في رسالة صوتية، صحة هذه الأرقام، وزعم أن",
        "إلا أن المتحدث باسم العشائر محمد الزعتوري نفى ذلك، مؤكدا أن",
    ],
)
def test_who_denies_tells_what_follows_and_asserts_it(read, denial) -> None:
    (claim,) = [claim for claim in read(f"{TOLD}{denial} 6 جنود قتلوا.") if claim.low == 6]
    assert claim.modality == "asserted"
    assert len(claim.source) == 1
    assert "محمد الزعتوري" in claim.source[0]


def test_what_is_denied_itself_stays_so(read) -> None:
    (claim,) = [claim for claim in read("نفت القيادة المركزية الأميركية مقتل 6 جنود في هجوم لداعش.") if claim.low == 6]
    assert claim.modality == "denied"


@pytest.mark.parametrize(
    "office",
    ["المكتب الإعلامي للقوات المسلحة العراقية", "إدارة العلاقات العامة للجيش العراقي", "مديرية الإعلام للجيش العراقي"],
)
def test_an_office_of_forces_speaks_for_them(read, office) -> None:
    (claim,) = [claim for claim in read(f"قال {office} إن 45 من داعش قتلوا في ديالى.") if claim.low == 45]
    assert claim.source == ("iraq_forces",)


@pytest.mark.parametrize(
    "other",
    [
        "بينما قدرهم التحالف الدولي بـ25",
        "فيما تحدث التحالف الدولي عن 25",
        "لكن التحالف الدولي أشار إلى 25",
    ],
)
def test_a_bare_figure_of_anothers_counts_those_just_counted(read, other) -> None:
    text = f"قتل 40 جنديا في هجوم لداعش في الرقة، بحسب المرصد السوري لحقوق الإنسان، {other}."
    found = [(claim.measure, claim.low, claim.source) for claim in read(text)]
    assert found == [("killed", 40, ("sohr",)), ("killed", 25, ("coalition",))]


@pytest.mark.parametrize("other", ["وتحدث التحالف الدولي عن 25 غارة", "وقدر التحالف الدولي الخسائر بـ25 مليون دولار"])
def test_what_is_counted_otherwise_is_something_else(read, other) -> None:
    found = [claim.measure for claim in read(f"قتل 40 جنديا في هجوم لداعش في الرقة، {other}.")]
    assert found.count("killed") == 1


@pytest.mark.parametrize(
    ("cases", "measure"), [("14 عملية اختطاف", "abducted"), ("14 عملية اغتيال", "killed"), ("14 حالة خطف", "abducted")]
)
def test_each_case_befalls_one_person(read, cases, measure) -> None:
    (claim,) = [c for c in read(f"قتل داعش جنديا في الرقة. وسجل المرصد {cases} نفذتها خلاياه.") if c.low == 14]
    assert (claim.measure, claim.unit) == (measure, "person")
