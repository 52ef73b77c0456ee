"""Whom a person of a pack speaks for: the body of his office, in reports of the years since he holds it."""

import pytest


@pytest.mark.parametrize(("date", "source"), [("2021-05-18", "centcom"), ("2018-05-18", "كينيث ماكنزي")])
def test_who_holds_no_office_yet_speaks_by_his_own_name(one, date, source):
    body = "قال الجنرال كينيث ماكنزي إن الغارات على داعش قتلت 40 عنصرا في دير الزور في سوريا."
    assert one(body, "40", date=date).source == (source,)
