"""Figures that an earlier time's are compared with: `مقابل 61 في الفترة نفسها من العام الماضي`."""

import pytest

FELL = "قتل 32 جنديا عراقيا في هجمات لداعش"


@pytest.mark.parametrize(
    ("time", "comparison", "days"),
    [
        ("في النصف الأول من 2023", "مقابل 61 في المدة ذاتها من العام الماضي", ("2022-01-01", "2022-06-30")),
        ("خلال حزيران", "مقارنة بـ61 جنديا في الشهر ذاته من العام الماضي", ("2022-06-01", "2022-06-30")),
        ("خلال حزيران", "مقارنة مع 61 في الشهر الذي سبقه", ("2023-05-01", "2023-05-31")),
        ("في عام 2022", "مقابل 61 جنديا في العام السابق", ("2021-01-01", "2021-12-31")),
        ("في الربع الأول من 2023", "قياسا إلى 61 في الربع نفسه من العام الفائت", ("2022-01-01", "2022-03-31")),
        ("في الأشهر الستة الأولى من العام", "بعد أن كانوا 61 في الفترة نفسها من 2021", ("2021-01-01", "2021-06-30")),
    ],
)
def test_the_same_time_of_another_year_dates_the_figure_compared_with(read, time, comparison, days):
    later, earlier = read(f"{FELL} {time}، {comparison}.", date="2023-07-03")
    assert (earlier.measure, earlier.low, later.low) == ("killed", 61, 32)
    assert (earlier.when.start, earlier.when.end) == days
    assert later.when.start > days[1]


def test_the_time_carried_on_is_compared_with_as_well(read):
    body = (
        "قالت خلية الإعلام الأمني إن 90 عنصرا من داعش قتلوا في النصف الأول من 2023. "
        "وأضافت أن قتلى الجيش العراقي بلغوا 32 قتيلا مقابل 61 في الفترة ذاتها من العام الماضي."
    )
    _, fallen, before = read(body, date="2023-07-03")
    assert (fallen.when.start, fallen.when.end) == ("2023-01-01", "2023-06-30")
    assert (before.when.start, before.when.end) == ("2022-01-01", "2022-06-30")


@pytest.mark.parametrize(
    ("words", "number", "start"),
    [
        ("سجل المرصد 286 هجوما لداعش في يوليو، ارتفاعا من 143 في يونيو، وأسفرت عن 475 قتيلا.", "475", "2024-07-01"),
        ("سجل المرصد 286 هجوما لداعش في يوليو، ارتفاعا من 143 في يونيو، وأسفرت عن 475 قتيلا.", "143", "2024-06-01"),
        ("قتل داعش 214 شخصا في سوريا في يوليو، بزيادة 22% عن يونيو (175 قتيلا).", "175", "2024-06-01"),
        ("قتل داعش 214 شخصا في سوريا في يوليو، بزيادة 22% عن يونيو (175 قتيلا).", "214", "2024-07-01"),
    ],
)
def test_the_time_of_a_figure_compared_with_dates_that_figure_alone(one, words, number, start):
    when = one(words, number).when
    assert when is not None
    assert when.start == start
