"""Parties that no pack knows, named in full by the section and then by their noun alone."""

from __future__ import annotations

import pytest

CAPITAL = "شهد السودان أمس معارك بين الجيش والمسلحين. "


@pytest.mark.parametrize(
    ("text", "of", "by"),
    [
        ("وقتل الجيش السوداني 20 من مسلحي حركة تحرير الوادي.", "حركة تحرير الوادي", "sudan_forces"),
        ("وقتلت جبهة نصرة السهول 12 جنديا سودانيا.", "sudan_forces", "جبهة نصرة السهول"),
        ("وأعلن لواء الفجر أنه قتل 9 جنود سودانيين.", "sudan_forces", "لواء الفجر"),
        ("وقتلت جماعة «وعد الصادقين» 12 جنديا سودانيا.", "sudan_forces", "جماعة وعد الصادقين"),
        ("وقتل الجيش السوداني 20 من مسلحي حركة 14 أيار.", "حركة 14 أيار", "sudan_forces"),
        ("وقتلت جماعة كوبارو المتمردة 12 جنديا سودانيا.", "sudan_forces", "جماعة كوبارو"),
        ("وقتل 7 من عناصر جبهة دافيد كورتو في غارة للجيش السوداني.", "جبهة دافيد كورتو", "sudan_forces"),
    ],
)
def test_a_body_named_in_full_is_a_party_in_the_texts_words(read, text, of, by) -> None:
    (claim,) = [claim for claim in read(CAPITAL + text) if claim.measure == "killed"]
    assert claim.of == of or (of == "sudan_forces" and claim.of in (of, "sudan"))
    assert claim.by == by or (by == "sudan_forces" and claim.by in (by, "sudan"))


def test_its_noun_alone_means_it_afterwards(read) -> None:
    text = CAPITAL + "وهاجمت حركة تحرير الوادي قاعدة في دارفور. واعتقل الجيش السوداني ستة من عناصر الحركة."
    (claim,) = [claim for claim in read(text) if claim.measure == "detained"]
    assert claim.of == "حركة تحرير الوادي"


@pytest.mark.parametrize(
    "text",
    [
        "واعتقلت الشرطة السودانية عصابة خطيرة قتلت 3 جنود.",
        "وقتل 4 جنود في تحالف واسع مع القبائل.",
        "وقتل 5 جنود على جبهة مفتوحة مع المسلحين.",
    ],
)
def test_what_only_describes_a_body_is_no_name(read, text) -> None:
    for claim in read(CAPITAL + text):
        assert not any("ا" <= letter <= "ي" for letter in f"{claim.of}{claim.by}")
