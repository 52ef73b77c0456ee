"""A statement that names no issuer is of those whose deed its sentence tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("words", ["بحسب بيان تلي في مؤتمر صحفي", "وفق بيان رسمي", "حسب بيان نشر على الإنترنت"])
def test_it_is_of_the_subject(read, words) -> None:
    claims = read(f"اعتقلت قوات سوريا الديمقراطية 20 مسلحا من داعش في الرقة، {words}.\nوأوضح البيان أن 5 قتلوا.")
    assert [claim.source for claim in claims] == [("sdf",), ("sdf",)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("اعتقلت القوات العراقية 20 مسلحا من داعش، بحسب بيان لوزارة الداخلية.", ("وزارة الداخلية",)),
        ("قتل 20 مسلحا من داعش في كركوك، وفق بيان.", ()),
    ],
)
def test_one_with_an_issuer_is_theirs_and_one_about_nobodys_deed_is_nobodys(read, text, source) -> None:
    assert [claim.source for claim in read(text)] == [source]
