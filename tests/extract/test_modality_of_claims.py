"""How a claim stands: asserted, estimated, possible, planned or denied."""

import pytest


@pytest.mark.parametrize(
    ("modality", "number", "body"),
    [
        ("planned", "600", "تعتزم قوات سوريا الديمقراطية الإفراج عن 600 عنصر من داعش في الحسكة."),
        ("planned", "700", "من المقرر إعادة 700 عراقي من مخيم الهول إلى نينوى بعد هزيمة داعش."),
        ("possible", "200", "قد ينفذ داعش 200 هجوم في سوريا هذا العام."),
        ("denied", "20", "نفى التحالف الدولي مقتل 20 مدنيا في غارة على الرقة ضد داعش."),
        ("denied", "20", "ولم يقتل أي من الجنود الـ20 في هجوم لداعش قرب الرقة."),
        ("denied", "50", "لم يفرج داعش عن 50 أسيرا في الرقة."),
        ("denied", "22", "قصف داعش الرقة من دون أن يصاب أي من الجنود الـ22."),
        ("asserted", "5", "لم يقتل في هجوم داعش على الرقة سوى 5 جنود."),
        ("estimated", "3000", "يقدر عدد مقاتلي داعش في سوريا بـ3000 مقاتل."),
        ("asserted", "20", "قتل داعش 20 مدنيا في الرقة."),
        ("asserted", "20", "تأتي المسيرة المرتقبة غدا في الرقة بعد أسبوع قتل فيه داعش 20 مدنيا."),
        ("asserted", "12", "ستنسحب القوات العراقية من الرقة بعدما أصيب 12 من جنودها في هجوم لداعش."),
    ],
)
def test_words_before_the_outcome_set_its_modality(one, modality, number, body):
    assert one(body, number).modality == modality


@pytest.mark.parametrize(
    "body", ["وقد قتل 30 جنديا في هجوم لداعش قرب تدمر.", "وكان داعش قد قتل 30 جنديا في هجوم قرب تدمر."]
)
def test_the_particle_qad_before_the_past_is_certainty(one, body):
    assert one(body, "30").modality == "asserted"


def test_a_denial_reaches_no_further_than_its_sentence(read):
    body = "نفى التحالف الدولي مقتل 20 مدنيا في الرقة. وقتل داعش 7 مدنيين في حماة."
    assert [claim.modality for claim in read(body)] == ["denied", "asserted"]
