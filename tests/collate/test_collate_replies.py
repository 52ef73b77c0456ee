"""What one speaker of a report answers to another's count, of which a program read other slots."""

import pytest

ARMY = {"of": "somali_forces", "where": ("Hiran, SO",), "when": ("2024-05-01", "2024-05-30")}
GROUP = {"source": ("المتحدث باسم الحركة",)}
CHIEF = {"source": ("قائد القوات البرية",), "when": ("2024-05-20", "2024-05-30"), "loose": ("when", "where")}


def conflicts(findings):
    return [{one.low or one.high for one in finding.claims} for finding in findings if finding.kind == "conflict"]


@pytest.mark.parametrize(
    ("words", "rivals"),
    [
        ("ونفى قائد القوات البرية ذلك وقال إن", True),
        ("وأعطى قائد القوات البرية رقما مختلفا هو أن", True),
        ("ولم يعترف قائد القوات البرية إلا بأن", True),
        ("وقال قائد القوات البرية في مؤتمر آخر إن", False),
    ],
)
def test_who_denies_a_count_is_its_rival_whatever_period_was_carried_over(found, words, rivals):
    text = f"زعم المتحدث باسم الحركة أن 59 جنديا قتلوا. {words} 12 جنديا قتلوا."
    figures = ("59 جنديا", "killed", ARMY | GROUP), ("12 جنديا", "killed", ARMY | CHIEF)
    assert conflicts(found((text, *figures), speakers=True)) == ([{59, 12}] if rivals else [])


def test_a_list_behind_a_denial_answers_by_its_first_figure_alone(found):
    text = "زعم المتحدث باسم الحركة أن 59 شخصا قتلوا. ونفى القائد ذلك وقال إن 22 شخصا قتلوا و 31 من حراس القافلة."
    anybody = {key: value for key, value in ARMY.items() if key != "of"}
    figures = (
        ("59 شخصا", "killed", anybody | GROUP),
        ("22 شخصا", "killed", anybody | CHIEF),
        ("31 من", "killed", anybody | CHIEF),
    )
    assert conflicts(found((text, *figures), speakers=True)) == [{59, 22}]


def test_who_counts_other_people_in_turn_answers_nobody(found):
    text = "زعم المتحدث باسم الحركة أن 59 جنديا قتلوا. ونفى قائد القوات البرية ذلك وقال إن 12 مسلحا قتلوا."
    figures = ("59 جنديا", "killed", ARMY | GROUP), ("12 مسلحا", "killed", ARMY | CHIEF | {"of": "al_shabaab"})
    assert not conflicts(found((text, *figures), speakers=True))
