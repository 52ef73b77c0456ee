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


@pytest.mark.parametrize(
    ("modality", "number", "body"),
    [
        ("denied", "خمس", "فشلت القوات العراقية في استعادة خمس قرى من داعش في نينوى."),
        ("denied", "خمس", "لم تتمكن القوات العراقية من استعادة خمس قرى من داعش في نينوى."),
        ("asserted", "خمس", "تمكنت القوات العراقية من استعادة خمس قرى من داعش في نينوى."),
        ("denied", "12", "يرفض تنظيم داعش إطلاق سراح 12 رهينة في الرقة."),
        ("planned", "12", "طالب المجلس المحلي بالإفراج عن 12 رهينة لدى داعش في الرقة."),
        ("planned", "12", "هدد تنظيم داعش بقتل 12 رهينة في الرقة."),
        ("denied", "7", "لم تسفر غارات التحالف الدولي عن مقتل 7 مدنيين في الرقة."),
        ("asserted", "7", "أسفرت غارات التحالف الدولي عن مقتل 7 مدنيين في الرقة."),
        ("asserted", "7", "لم تمنع الهدنة مقتل 7 مدنيين في الرقة بنيران داعش."),
        ("asserted", "7", "رفض التحالف الدولي التعليق على مقتل 7 مدنيين في الرقة."),
        ("asserted", "7", "دعا المجلس إلى التحقيق في مقتل 7 مدنيين في الرقة بنيران داعش."),
        ("asserted", "7", "فشل الهجوم وقتل 7 من عناصر داعش في الرقة."),
        ("denied", "12", "أدان المجلس المحلي عدم الإفراج عن 12 رهينة لدى داعش في الرقة."),
        ("planned", "3", "أعلنت الشرطة كشف محاولة اغتيال 3 قضاة دبرها داعش في بغداد."),
    ],
)
def test_what_completes_a_word_of_failing_or_asking_did_not_happen_or_not_yet(one, modality, number, body):
    assert one(body, number).modality == modality
