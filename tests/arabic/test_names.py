"""Names found in a text by longest match."""

from tawatur.arabic import analyse
from tawatur.arabic.names import NameIndex

INDEX = NameIndex(
    [
        ("القاعدة", "al_qaeda"),
        ("داعش", "daesh"),
        ("تنظيم الدولة الإسلامية", "daesh"),
        ("الدولة", "state"),
        ("القوات العراقية", "iraq_forces"),
        ("الحوثيون", "houthis"),
    ]
)


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    analysed = analyse(text)
    matches = INDEX.find(analysed)
    raw = analysed.view.raw
    return [(raw[slice(*analysed.raw_span(m.first, m.last))], m.keys) for m in matches]


def test_the_longest_name_wins_and_quotes_inside_it_are_passed_over():
    assert found("تنظيم «الدولة الإسلامية» في الرقة") == [("تنظيم «الدولة الإسلامية", ("daesh",))]


def test_prefixes_may_stand_on_the_first_word():
    assert [keys for _, keys in found("وللقوات العراقية ولداعش والحوثيين")] == [
        ("iraq_forces",),
        ("daesh",),
        ("houthis",),
    ]


def test_a_name_that_is_a_common_noun_without_its_article_needs_the_article():
    assert found("قاعدة جوية") == []
    assert [keys for _, keys in found("مقاتلو القاعدة")] == [("al_qaeda",)]
