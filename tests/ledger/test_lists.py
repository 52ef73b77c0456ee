"""Lists: filters on every slot, pages that neither skip nor repeat, and counts by kind."""

import random

import msgspec
import pytest

from tawatur.arabic.search import Arabic
from tawatur.ledger import ClaimQuery, DocumentQuery, Entry, FindingQuery, Ledger
from tawatur.model import Claim, Document, Explanation, Finding, InputError, Period, Place, Section, identify, refer

DAYS = ("2014-06-10", "2015-01-01", "2016-10-17", "2017-07-10")
PUBLISHERS = ("وكالة النخلة", "صحيفة السدرة", None)


def entry(number, rng):
    doc = f"d{number}"
    date, publisher = rng.choice((*DAYS, None)), rng.choice(PUBLISHERS)
    found = []
    for at in range(rng.randint(0, 4)):
        low = rng.choice((None, 1, 3.5, 12, 153))
        start = rng.choice((None, *DAYS))
        found.append(
            identify(
                Claim(
                    doc=doc,
                    start=at * 10,
                    end=at * 10 + 3,
                    quote_start=at * 10,
                    quote_end=at * 10 + 9,
                    quote=rng.choice(("مقتل عناصر", "اعتقال عنصر في حلب", "غارات على الموصل")),
                    number=str(low),
                    measure=rng.choice(("killed", "detained", "airstrikes")),
                    low=low,
                    high=rng.choice((None, low)),
                    bound=rng.choice(("exact", "about")),
                    unit=rng.choice(("person", "event")),
                    change=rng.random() < 0.2,
                    of=rng.choice((None, "daesh", "daesh+nusra")),
                    by=rng.choice((None, "coalition")),
                    name=rng.choice((None, "فلان بن فلان")),
                    where=rng.choice(((), ("Aleppo, SY",), ("IQ", "Mosul, IQ"))),
                    places=rng.choice(((), (Place(name="Aleppo", id="170063"),))),
                    when=rng.choice((None, Period(start, rng.choice((None, start))) if start else None)),
                    source=rng.choice(((), ("centcom",), ("sohr", "سانا"))),
                    modality=rng.choice(("asserted", "denied")),
                    optional=rng.random() < 0.3,
                    same_as=rng.choice((None, "x")),
                    confidence=rng.choice((None, 0.3, 0.9)),
                    extractor=rng.choice((None, "tawatur 1")),
                )
            )
        )
    section = Section(date=date, publisher=publisher)
    return Entry(Document(id=doc, text="نص", date=date, publisher=publisher, sections=(section,)), found)


@pytest.fixture
def entries():
    rng = random.Random(5)
    return [entry(number, rng) for number in range(60)]


@pytest.fixture
def ledger(ledger_path, entries):
    with Ledger.open(ledger_path, language=Arabic()) as opened:
        opened.add_many(entries)
        yield opened


def overlaps(when, start, end):
    return when is not None and (start is None or (when.end or "9") >= start) and (end is None or (when.start or "") <= end)  # fmt: skip


#: Each filter with what it means of a claim and its document.
FILTERS = {
    "measures": (("killed", "airstrikes"), lambda claim, _: claim.measure != "detained"),
    "of": (("nusra",), lambda claim, _: "nusra" in (claim.of or "")),
    "by": (("coalition",), lambda claim, _: claim.by == "coalition"),
    "sources": (("سانا", "centcom"), lambda claim, _: bool(claim.source)),
    "origins": (("سانا", "centcom"), lambda claim, _: claim.source == ("centcom",)),
    "docs": (("d3", "d5"), lambda claim, _: claim.doc in {"d3", "d5"}),
    "sections": ((1,), lambda claim, _: claim.section == 1),
    "where": ("mosul", lambda claim, _: "IQ" in claim.where),
    "places": (("170063",), lambda claim, _: "Aleppo, SY" in claim.where and bool(claim.places)),
    "value": (12, lambda claim, _: 12 in {claim.low, claim.high}),
    "value_from": (4, lambda claim, _: claim.low is not None and (claim.high is None or claim.high >= 4)),
    "value_to": (4, lambda claim, _: claim.low is not None and claim.low <= 4),
    "units": (("event",), lambda claim, _: claim.unit == "event"),
    "bounds": (("about",), lambda claim, _: claim.bound == "about"),
    "modalities": (("denied",), lambda claim, _: claim.modality == "denied"),
    "change": (True, lambda claim, _: claim.change),
    "name": ("بن", lambda claim, _: claim.name is not None),
    "when_start": ("2016-01-01", lambda claim, _: overlaps(claim.when, "2016-01-01", None)),
    "when_end": ("2015-12-31", lambda claim, _: overlaps(claim.when, None, "2015-12-31")),
    "dated": (False, lambda claim, _: claim.when is None),
    "placed": (True, lambda claim, _: bool(claim.where)),
    "publisher": ("السدرة", lambda _, document: document.publisher == PUBLISHERS[1]),
    "publishers": ((PUBLISHERS[0],), lambda _, document: document.publisher == PUBLISHERS[0]),
    "date_start": ("2016-10-17", lambda _, document: (document.date or "") >= "2016-10-17"),
    "date_end": ("2015-01-01", lambda _, document: document.date is not None and document.date <= "2015-01-01"),
    "text": ("العناصر", lambda claim, _: "عناصر" in claim.quote),
    "optional": (False, lambda claim, _: not claim.optional),
    "repeated": (False, lambda claim, _: claim.same_as is None),
    "min_confidence": (0.5, lambda claim, _: claim.confidence != 0.3),
    "max_confidence": (0.5, lambda claim, _: claim.confidence == 0.3),
    "extractors": (("tawatur 1",), lambda claim, _: claim.extractor is not None),
    "as_extracted": (True, lambda *_: True),
}  # fmt: skip


def expected(entries, names):
    return [
        claim.id
        for one in entries
        for claim in one.claims
        if all(FILTERS[name][1](claim, one.document) for name in names)
    ]


def query(names):
    return ClaimQuery(**{name: FILTERS[name][0] for name in names})


@pytest.mark.parametrize("many", [0, 50_000])
def test_every_filter_alone_and_with_others(ledger, entries, monkeypatch, many):
    monkeypatch.setattr("tawatur.ledger.asking._MANY", many)  # 0: nothing is rare enough to go by
    rng = random.Random(11)
    for name in FILTERS:
        assert [claim.id for claim in ledger.claims(query([name]))] == expected(entries, [name]), name
    for _ in range(40):
        names = rng.sample(sorted(FILTERS), 3)
        assert [claim.id for claim in ledger.claims(query(names))] == expected(entries, names), names


def all_pages(ledger, asked, order):
    found, after = [], None
    while True:
        page = ledger.claims_page(asked, after=after, limit=7, order=order)
        found += [claim.id for claim in page.items]
        if page.next is None:
            return found
        after = page.next


@pytest.mark.parametrize(("many", "few"), [(0, 0), (0, 50), (50_000, 50)])
def test_pages_of_every_filter_with_others(ledger, entries, monkeypatch, many, few):
    monkeypatch.setattr("tawatur.ledger.asking._MANY", many)
    monkeypatch.setattr("tawatur.ledger.asking._FEW", few)
    rng = random.Random(12)
    dates = {claim.id: one.document.date for one in entries for claim in one.claims}
    for names in [[name] for name in FILTERS] + [rng.sample(sorted(FILTERS), 2) for _ in range(20)]:
        told = expected(entries, names)
        assert all_pages(ledger, query(names), "reading") == told, names
        assert all_pages(ledger, query(names), "newest") == told[::-1], names
        dated = [claim for claim in told[::-1] if dates[claim] is not None]
        assert all_pages(ledger, query(names), "date") == sorted(dated, key=dates.get, reverse=True), names


def test_every_filter_is_tried():
    fields = set(ClaimQuery.__struct_fields__)
    assert fields - FILTERS.keys() == {"ids", "superseded"}  # test_versions.py tries the latter
    assert FILTERS.keys() <= fields


def pages(read, limit, between=lambda: None):
    found, after = [], None
    while True:
        page = read(after=after, limit=limit)
        assert len(page.items) <= limit
        found += [item.id for item in page.items]
        if page.next is None:
            return found
        after = page.next
        between()


def place(order, at, claim, document):
    """Return where a claim stands in an order; None where it has no place in it."""
    if order == "date":
        return (-int(document.date.replace("-", "")), -at) if document.date else None
    if order == "value":
        return (-claim.low, -at) if claim.low is not None else None
    if order == "confidence":
        return (claim.confidence, at) if claim.confidence is not None else None
    return (-at,) if order == "newest" else (at,)


@pytest.mark.parametrize("order", ["reading", "newest", "date", "value", "confidence"])
@pytest.mark.parametrize("names", [(), ("measures",), ("text", "of")])
def test_pages_of_claims_are_the_list_in_its_order(ledger, entries, order, names):
    listed = [(claim, one.document) for one in entries for claim in one.claims]
    wanted = set(expected(entries, names))
    keyed = [(place(order, at, *pair), pair[0].id) for at, pair in enumerate(listed)]
    ordered = [name for key, name in sorted(one for one in keyed if one[0] is not None) if name in wanted]
    for limit in (1, 7, 500):
        assert pages(lambda **page: ledger.claims_page(query(names), order=order, **page), limit) == ordered


def test_pages_neither_skip_nor_repeat_while_claims_are_added(ledger, entries):
    there = expected(entries, [])
    rng = random.Random(3)
    added = iter(range(1000, 2000))
    found = pages(ledger.claims_page, 5, lambda: ledger.add_many([entry(next(added), rng)]))
    assert found[: len(there)] == there
    assert len(set(found)) == len(found)


def test_pages_of_documents(ledger, entries):
    names = [one.document.id for one in entries]
    assert pages(ledger.documents_page, 7) == names
    assert pages(lambda **page: ledger.documents_page(order="newest", **page), 7) == names[::-1]
    of_seedra = DocumentQuery(publisher="سدرة", date_start="2015-01-01", date_end="2016-12-31")
    assert pages(lambda **page: ledger.documents_page(of_seedra, **page), 2) == [
        one.document.id
        for one in entries
        if one.document.publisher == PUBLISHERS[1] and "2015" <= (one.document.date or "") <= "2016-12-31"
    ]
    killed = DocumentQuery(claims=ClaimQuery(measures=("killed",)))
    assert pages(lambda **page: ledger.documents_page(killed, **page), 4) == [
        one.document.id for one in entries if any(claim.measure == "killed" for claim in one.claims)
    ]
    first = ledger.documents_page(DocumentQuery(ids=("d0",))).items[0]
    assert (first.characters, first.reports, first.claims) == (2, 1, len(entries[0].claims))


@pytest.fixture
def findings(ledger, entries):
    rng = random.Random(7)
    claims = [claim for one in entries for claim in one.claims]
    made = []
    for number in range(30):
        cited = rng.sample(claims, 2)
        made.append(
            Finding(
                id=f"f{number:02}",
                kind=rng.choice(("conflict", "statement")),
                claims=tuple(map(refer, cited)),
                docs=tuple(sorted({claim.doc for claim in cited})),
                weight=rng.choice((0.2, 0.5, 0.9)),
                explanation=Explanation("x", "x"),
                origin=rng.choice((None, "centcom")),
            )
        )
    with ledger.collating() as store:
        store.publish([(one, None) for one in made], {f"d{number}": number + 1 for number in range(60)})
    return sorted(made, key=lambda one: (-one.weight, one.id))


def test_pages_of_findings_by_weight_and_by_their_claims(ledger, findings, entries):
    assert pages(ledger.findings_page, 4) == [one.id for one in findings]
    assert ledger.findings_page(limit=1).items == (findings[0],)
    killed = {claim.id for one in entries for claim in one.claims if claim.measure == "killed"}
    for asked, met in (
        (FindingQuery(kinds=("statement",)), lambda one: one.kind == "statement"),
        (FindingQuery(origins=("centcom",), min_weight=0.5), lambda one: one.origin and one.weight >= 0.5),
        (FindingQuery(docs=("d3", "d7")), lambda one: {"d3", "d7"} & set(one.docs)),
        (FindingQuery(ids=("f03", "f04")), lambda one: one.id in {"f03", "f04"}),
        (
            FindingQuery(claims=ClaimQuery(measures=("killed",))),
            lambda one: killed & {claim.id for claim in one.claims},
        ),
    ):
        assert pages(lambda asked=asked, **page: ledger.findings_page(asked, **page), 3) == [
            one.id for one in findings if met(one)
        ]


@pytest.mark.parametrize("after", ["", "x", "!!", "é", "W10", "9" * 30, "bnVsbA", "A" * 5000])
def test_a_wrong_place_in_a_list_is_said_in_one_line(ledger, after):
    for read in (ledger.claims_page, ledger.documents_page, ledger.findings_page):
        with pytest.raises(InputError, match=r"no place in this list \(begin again"):
            read(after=after)


def test_a_place_in_another_list_is_none_in_this(ledger):
    place = ledger.claims_page(limit=1).next
    with pytest.raises(InputError, match="no place in this list"):
        ledger.claims_page(after=place, order="newest")


def test_counts_by_kind(ledger, entries):
    claims = [(claim, one.document) for one in entries for claim in one.claims]
    facets = ledger.facets()
    assert (facets.total, facets.complete) == (len(claims), True)
    assert facets.counts["measure"]["killed"] == sum(claim.measure == "killed" for claim, _ in claims)
    assert facets.counts["country"] == {
        country: count
        for country in ("SY", "IQ")
        if (count := sum(any(place.endswith(country) for place in claim.where) for claim, _ in claims))
    }
    assert facets.counts["of"]["daesh"] == sum("daesh" in (claim.of or "") for claim, _ in claims)
    assert facets.counts["source"].get("سانا", 0) == sum("سانا" in claim.source for claim, _ in claims)
    assert facets.counts["publisher"] == {
        name: count
        for name in PUBLISHERS
        if name and (count := sum(document.publisher == name for _, document in claims))
    }
    assert sum(facets.counts["month"].values()) == sum(document.date is not None for _, document in claims)
    some = ledger.facets(ClaimQuery(measures=("killed",)), wanted=("measure", "unit"), most=1)
    assert list(some.counts["measure"]) == ["killed"]
    assert len(some.counts["unit"]) == 1


def test_counts_of_very_many_are_those_of_the_first(ledger, monkeypatch):
    monkeypatch.setattr("tawatur.ledger.lists._COUNTED", 10)
    facets = ledger.facets(ClaimQuery(change=False), wanted=("measure",))
    assert (facets.total, facets.complete) == (10, False)
    assert sum(facets.counts["measure"].values()) == 10


def test_a_question_is_json():
    asked = query(sorted(FILTERS))
    assert msgspec.json.decode(msgspec.json.encode(asked), type=ClaimQuery) == asked
