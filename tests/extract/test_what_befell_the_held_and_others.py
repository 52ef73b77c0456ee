"""What a noun behind people, or a verb said of those who were held, tells of them; fighters read with their party."""

import pytest

_WAR = (
    "تتواصل المعارك العنيفة في اليمن بين المقاومة الشعبية ومليشيا الحوثي في محافظة تعز، "
    "وشنت طائرات التحالف العربي غارات على مواقع الحوثيين.\n"
)


@pytest.mark.parametrize(
    ("text", "measure", "low"),
    [
        ("قال الشاهد إن عشرات المحتجزين الذين قضوا نحبهم في السجن لم يحاكموا.", "killed", 10),
        ("قال إن خمسة معتقلين قتلوا تحت التعذيب في سجون الحوثيين.", "killed", 5),
        ("رأى الأهالي سبعة أشخاص آخرين مصابين بجروح خطرة.", "wounded", 7),
        ("سفك الحوثيون دماء خمسة وثلاثين شابا.", "killed", 35),
        ("استقدمت المليشيا ألفي مسلح من صعدة.", "strength", 2000),
        ("تعرضت ثلاثة مواقع لـ«الحوثيين» فيها لضربات جوية.", "airstrikes", 3),
    ],
)
def test_what_is_told_of_people_and_places(read, text, measure, low):
    assert [(claim.measure, claim.low) for claim in read(_WAR + text)] == [(measure, low)]
