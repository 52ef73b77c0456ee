"""Rockets and drones brought down: over the land of the state whose defence it is, not where they came from."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("اعترضت الدفاعات الجوية السعودية 4 صواريخ بالستية أطلقها الحوثيون من اليمن.", "SA"),
        ("تمكنت القوات السعودية من اعتراض 4 صواريخ أطلقتها جماعة الحوثي في اليمن.", "SA"),
        ("أسقطت الدفاعات الأوكرانية 4 طائرات مسيرة أطلقتها روسيا.", "UA"),
        ("قتل 9 مدنيين في غارات على صنعاء. واعترضت السعودية 4 صواريخ أطلقها الحوثيون.", "SA"),
        ("اعترضت السعودية 4 صواريخ أطلقها الحوثيون من اليمن باتجاه جازان.", "Jazan, SA"),
        ("قتل 9 مدنيين في غارات على صنعاء. وأسقطت القوات الأميركية 4 طائرات مسيرة أطلقها الحوثيون.", "Sanaa, YE"),
    ],
)
def test_what_a_state_brings_down_falls_on_its_land(one, words, place):
    assert one(words, "4").where == (place,)
