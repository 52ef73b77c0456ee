"""Texts that no reporter wrote: read to the end, in pieces of bounded length, and what stands around them is found.

Nothing here asserts a time: a reader whose work grew with the square of a sentence's length would not get through.
"""

import pytest

from tawatur.extract.phrases import chunks

REPORT = "أعلنت قوات سوريا الديمقراطية مقتل 44 عنصرا من داعش واحتجاز 166 آخرين في الرقة.\n"
CLAUSE = "أعلنت قوات سوريا الديمقراطية مقتل 44 عنصرا من داعش واحتجاز 166 آخرين في الرقة"
UNTIDY = {
    "a sentence of a hundred thousand words": "كلمة " * 100_000,
    "a sentence of ten thousand words with a claim in each ten": f"{CLAUSE} " * 1_000,
    "ten thousand bare numbers": " ".join(str(number) for number in range(3, 10_003)),
    "a thousand joined numbers": " و".join(f"{number} قتيلا" for number in range(11, 1_011)),
    "a thousand nested quotations": '"' * 1_000 + " مقتل 5 مدنيين " + '"' * 1_000,
    "a thousand nested brackets": "(" * 1_000 + " مقتل 5 مدنيين " + ")" * 1_000,
    "a thousand statements inside statements": "قال المرصد إن " * 1_000 + "5 مدنيين قتلوا",
    "a thousand relays": "نقلت وكالة عن مصدر قوله إن " * 1_000,
    "a thousand places": "في الرقة ودير الزور " * 1_000,
    "a thousand dates": "يوم الأربعاء منذ عام 2014 " * 1_000,
    "a number of ten thousand digits": "9" * 10_000,
    "only marks": '،.؟!"()؛:-' * 1_000,
    "only line breaks": "\n" * 10_000,
    "only vowel marks": "\u064e" * 10_000,
}


@pytest.mark.parametrize("name", UNTIDY)
def test_claims_around_it_are_found(read, name):
    claims = read(f"{REPORT}{UNTIDY[name]}\n{REPORT}")
    assert [claim.low for claim in claims[:2]] == [44, 166]
    assert [claim.low for claim in claims[-2:]] == [44, 166]


@pytest.mark.parametrize("name", UNTIDY)
def test_alone_it_is_read_to_its_end(document, read, name):
    raw = document(UNTIDY[name]).text
    for claim in read(UNTIDY[name]):
        assert raw[claim.start : claim.end] == claim.number


def test_a_sentence_too_long_to_be_one_is_cut_at_a_mark(read):
    """Every clause but those that a cut without a mark falls into gives both its claims."""
    clauses = [f"{CLAUSE}، "] * 300
    assert len(read("".join(clauses))) == 600
    assert len(CLAUSE.split()) < chunks.LONGEST_SENTENCE


def test_a_long_article_gives_each_of_its_claims(read):
    body = "".join(REPORT.replace("44", str(1000 + n)).replace("166", str(3000 + n)) for n in range(1_000))
    claims = read(body)
    assert len(claims) == 2_000
    assert not [claim for claim in claims if claim.same_as]


@pytest.mark.parametrize("body", ["", " ", "\n\n", ".", "44", "\u200f", "و", "ال"])
def test_next_to_nothing_yields_nothing(read, body):
    assert read(body) == []


def test_words_made_tags_are_the_words(one):
    found = one("قتلت #ميليشيات_الحوثي 5 مدنيين في غارة لقوات #داعش شمال #العراق.", "5")
    assert found.where == ("northern Iraq, IQ",)
