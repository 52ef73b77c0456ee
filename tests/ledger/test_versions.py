"""Versions of a page: the newest one counts, the older ones are found where they are asked for; on both stores."""

import pytest
from sqlalchemy import update

from tawatur.ledger import ClaimQuery, DocumentQuery, Entry, Ledger
from tawatur.ledger.database import Database
from tawatur.ledger.tables import claims, documents
from tawatur.model import Claim, Document, Judgement, Part, Section, identify
from tawatur.packs import load, names
from tawatur.registers import from_ledger
from tawatur.standing import Standing

URL = "https://nakhla.example/news/7"
TEXT = "أعلنت قيادة العمليات مقتل {} مسلحا من داعش في ريف حلب الشمالي يوم الأحد الماضي بعد اشتباكات."
OTHER = "قالت وزارة الصحة إن {} مدنيا أصيبوا في انفجار وسط العاصمة بغداد صباح اليوم ونقلوا إلى المستشفى."


REST = (
    " وأضافت القيادة في بيان أن المواجهات استمرت حتى ساعات الفجر، وأن وحدات الهندسة عثرت على نفق يصل بين قريتين، "
    "فيما عادت عائلات نازحة إلى بيوتها بعد إزالة الألغام من الطرق المؤدية إلى البلدة القديمة والسوق والمدرسة."
)


def page(doc, number, text=TEXT, url=URL, measure="killed", publisher="وكالة النخلة"):
    words = text.format(number) + (REST if text == TEXT else "")
    start = words.index(str(number))
    section = Section(date="2020-03-02", publisher=publisher, parts=(Part(0, len(words), "body"),))
    document = Document(id=doc, text=words, url=url, date="2020-03-02", publisher=publisher, sections=(section,))
    claim = Claim(
        doc=doc, start=start, end=start + len(str(number)), quote_start=0, quote_end=len(words), quote=words,
        number=str(number), measure=measure, low=number, high=number, unit="person", of="daesh", where=("SY",),
        confidence=0.9,
    )  # fmt: skip
    return document, [identify(claim)]


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path) as opened:
        yield opened


def values(ledger, **asked):
    return sorted(claim.low for claim in ledger.claims(ClaimQuery(**asked)))


@pytest.mark.parametrize("together", [False, True])
def test_of_a_page_that_changed_the_newest_version_counts(ledger, together):
    pages = [page("old", 12), page("new", 14), page("elsewhere", 15, url="https://nakhla.example/8")]
    for batch in [pages] if together else [[one] for one in pages]:
        ledger.add_many(Entry(*one) for one in batch)
    assert values(ledger) == [14, 15]
    assert values(ledger, as_extracted=True) == [14, 15]
    assert values(ledger, superseded=True) == values(ledger, superseded=True, as_extracted=True) == [12, 14, 15]
    assert values(ledger, docs=("old",)) == [12]
    assert [one.id for one in ledger.documents_page().items] == ["new", "elsewhere"]
    assert [one.id for one in ledger.documents_page(DocumentQuery(superseded=True)).items] == [
        "old", "new", "elsewhere",
    ]  # fmt: skip
    assert ledger.facets().counts["measure"] == ledger.counts().measures == {"killed": 2}
    assert ledger.facets(ClaimQuery(where="SY")).total == 2
    assert {claim.low for claim in ledger.reviews.queue().items} == {14, 15}
    assert next(iter(ledger.documents(["old"]))).id == "old"


def test_a_third_version_supersedes_the_second(ledger):
    for doc, number in (("a", 12), ("b", 13), ("c", 14)):
        ledger.add(*page(doc, number))
    assert values(ledger) == [14]
    assert ledger.versions("a") == ledger.versions("c") == ("c", "b", "a")
    assert ledger.versions("nowhere") == ()


def test_another_text_under_one_address_is_another_report(ledger):
    ledger.add(*page("front", 12))
    ledger.add(*page("page", 9, OTHER, measure="wounded"))
    assert values(ledger) == [9, 12]
    assert ledger.versions("front") == ("front",)


def test_a_decision_on_an_older_version_stands_and_holds_there_alone(ledger):
    document, (claim,) = page("old", 12)
    ledger.add(document, [claim])
    ledger.add(*page("new", 14))
    ledger.reviews.decide(Judgement(kind="correct", target=claim.id, reviewer="هند", changes={"low": 13, "high": 13}))
    assert values(ledger) == [14]
    assert values(ledger, docs=("old",)) == [13]
    assert values(ledger, superseded=True) == [13, 14]
    assert ledger.reviews.state(claim.id).verdict == "corrected"
    assert ledger.read_again([("old", [claim])]) == 0
    assert values(ledger) == [14]
    assert ledger.facets().total == 1


def test_findings_and_registers_are_of_the_newest_versions(ledger):
    knowledge = load(names())
    standing = Standing(ledger, knowledge)
    ledger.add(*page("old", 12))
    ledger.add(*page("copy", 12, url="https://sidra.example/1", publisher="صحيفة السدرة"))
    standing.bring_up_to_date()
    assert {doc for finding in standing.findings(["copy"]) for doc in finding.docs} == {"old", "copy"}
    ledger.add(*page("new", 14))
    standing.bring_up_to_date()
    assert not any("old" in finding.docs for finding in standing.findings())
    made = standing.findings()
    standing.bring_up_to_date(anew=True)
    assert standing.findings() == made
    assert standing.is_up_to_date()
    (view,) = from_ledger(ledger, knowledge.registers["operations"], knowledge, view="outcomes").views
    shown = [one.low for row in view.rows for one in row.cell("killed")]
    assert sorted(shown) == [12, 14]  # of the copy, and of the newest version


def test_a_ledger_that_knew_of_no_versions_learns_of_them(ledger_path, ledger_of_version):
    with Ledger.open(ledger_path) as ledger:
        ledger.add_many(Entry(*one) for one in (page("old", 12), page("new", 14)))
    database = Database(ledger_path, read_only=False)
    with database.writing() as connection:  # as a program left it that knew of none
        connection.execute(update(claims).values(reviewed=True, superseded=False))
        connection.execute(update(documents).values(superseded=None))
    database.close()
    with Ledger.open(ledger_of_version(ledger_path, "0009")) as older:
        assert values(older) == [14]
        assert values(older, superseded=True) == [12, 14]
        assert older.facets().total == 1
