"""Reports without dates or publishers, a thousand copies, a thousand that share only the number 3."""

import pytest
from msgspec import structs

from tawatur.collate import collate

SLOTS = {"of": "daesh", "where": ("Kirkuk, IQ",), "when": "2024-05-03", "source": ("centcom",)}


def figures(claim, doc, **changes):
    slots = {**SLOTS, **changes}
    return [claim(doc, "killed", 153, **slots), claim(doc, "wounded", 47, **slots), claim(doc, "detained", 61, **slots)]


@pytest.mark.parametrize("dates", [(None, None), (None, "2024-05-04"), ("31 April", "")])
def test_reports_without_dates_carry_one_statement(claim, report, knowledge, dates):
    reports = [report(doc, date=date) for doc, date in zip("ab", dates, strict=True)]
    claims = [found for doc in "ab" for found in figures(claim, doc)]
    assert [finding.kind for finding in collate(claims, reports, knowledge)] == ["statement"]


def test_reports_without_publishers_are_each_an_outlet_of_their_own(claim, report, knowledge):
    reports = [structs.replace(report(doc), publisher=None) for doc in "ab"]
    claims = [found for doc in "ab" for found in figures(claim, doc)]
    (finding,) = collate(claims, reports, knowledge)
    assert finding.kind == "statement"


def test_a_thousand_copies_of_one_text_are_one_text(claim, report, knowledge):
    text = " ".join(f"كلمة{number}" for number in range(60))
    docs = [f"{number:04}" for number in range(1000)]
    reports = [report(doc, text=text if at % 2 else f"{text} زيادة{at}") for at, doc in enumerate(docs)]
    claims = [found for doc in docs for found in figures(claim, doc)]
    findings = collate(claims, reports, knowledge)
    assert [finding.kind for finding in findings] == ["copy"]
    assert all(len(finding.docs) == 1000 for finding in findings)


def test_a_thousand_reports_that_share_only_the_number_three_have_nothing_to_do_with_each_other(
    claim, report, knowledge
):
    docs = [f"{number:04}" for number in range(1000)]
    reports = [report(doc, date=f"2024-05-{1 + at % 28:02}") for at, doc in enumerate(docs)]
    claims = [claim(doc, "killed", 3, source=("centcom",)) for doc in docs]
    assert collate(claims, reports, knowledge) == []
