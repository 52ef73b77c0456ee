"""A ministry or a command that tells what its own forces did, and a dateline's town that did nothing."""

import pytest


@pytest.mark.parametrize(
    ("body", "doer"),
    [
        ("قالت وزارة الدفاع التركية إن قواتها قتلت 37 عنصرا من داعش في ديالى.", "turkey"),
        ("أنقرة - قالت وزارة الدفاع التركية إن قواتها قتلت 37 عنصرا من داعش في ديالى.", "turkey"),
        (
            "واغادوغو - قالت قيادة العمليات المشتركة إن وحداتها قتلت 37 متمردا شرق بوركينا فاسو.",
            "قيادة العمليات المشتركة",
        ),
    ],
)
def test_a_ministry_stands_for_its_state_and_a_command_for_itself(one, body, doer):
    assert one(body, "37").by == doer
