"""A ledger's findings after each new report are those of collating all at once, whatever the order."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur import packs
from tawatur.collate import collate
from tawatur.collate.copies import prevalence
from tawatur.ledger import Entry, Ledger
from tawatur.model import Claim, Document, Part, Period, Section, reports
from tawatur.standing import Standing, upkeep

DAYS = ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-05", "2024-05-20", "2024-06-30", "2024-09-01"]
FEW = 2


@pytest.fixture(autouse=True)
def soon_widespread(monkeypatch):
    """Little is widespread in a few reports, so that the limits are made small; and no run collates all."""
    for module in (prevalence, upkeep):
        monkeypatch.setattr(module, "PIVOTS", FEW)
    for module in (prevalence, upkeep):
        monkeypatch.setattr(module, "COMMON", FEW)
    monkeypatch.setattr("tawatur.collate.copies.texts.COMMON", FEW)
    monkeypatch.setattr(upkeep, "_MANY", 0.99)


def words(draw):
    """A text of its own, or an agency's, whole, edited, or inside a longer one."""
    own = random.Random(draw(st.integers(0, 10**6)))
    agency = [f"لفظ{draw(st.integers(0, 2))}ن{number}" for number in range(60)]
    kind = draw(st.sampled_from(["own", "own", "whole", "edited", "inside"]))
    if kind == "own":
        return " ".join(f"كلمة{own.random()}" for _ in range(40))
    if kind == "edited":
        agency[draw(st.integers(0, 59))] = "غيرها"
    if kind == "inside":
        agency += [f"زيادة{own.random()}" for _ in range(90)]
    return " ".join(agency)


@st.composite
def entries(draw):
    made = []
    for number in range(draw(st.integers(2, 9))):
        doc = f"d{number}"
        text = words(draw)
        date = draw(st.sampled_from([*DAYS, None]))
        claims = []
        for at in range(draw(st.integers(0, 5))):
            day = draw(st.sampled_from([None, *DAYS]))
            low = draw(st.sampled_from([3, 12, 47, 153, 135, 713, 1612]))
            measure = draw(st.sampled_from(["killed", "wounded", "held", "attacks", "began"]))
            start = draw(st.sampled_from([None, day, "2024-01-01"])) if day else None
            claims.append(
                Claim(
                    id=f"{doc}-{at}", doc=doc, start=10 * at, end=10 * at + 3, quote_start=10 * at,
                    quote_end=10 * at + 9, quote="تأسس كلمات", number=str(low), measure=measure,
                    low=day if measure == "began" else low, high=day if measure == "began" else low,
                    unit="date" if measure == "began" else "person",
                    of=draw(st.sampled_from(["daesh", "daesh", "civilians", None])),
                    by=draw(st.sampled_from([None, "coalition"])),
                    where=draw(st.sampled_from([("Kirkuk, IQ",), ("IQ",), ("SY",), ()])),
                    when=None if day is None else Period(start=start or day, end=day),
                    source=draw(st.sampled_from([("centcom",), ("sohr",), ("iraq_gov",), ()])),
                    extractor=draw(st.sampled_from([None, None, "program"])),
                )
            )  # fmt: skip
        publisher = draw(st.sampled_from(["صحيفة", "وكالة", "موقع", None]))
        section = Section(date=date, publisher=publisher, parts=(Part(0, len(text), "body"),))
        made.append(Entry(Document(id=doc, text=text, date=date, publisher=publisher, sections=(section,)), claims))
    return made


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(entries(), st.randoms(use_true_random=False), st.integers(1, 3))
def test_step_by_step_in_any_order_is_all_at_once(found, order, step):
    knowledge = packs.load()
    order.shuffle(found)
    with tempfile.TemporaryDirectory() as folder, Ledger.open(str(Path(folder) / "ledger.db")) as ledger:
        standing = Standing(ledger, knowledge)
        for at in range(0, len(found), step):
            ledger.add_many(found[at : at + step])
            standing.bring_up_to_date()
            there = found[: at + step]
            all_at_once = collate(
                [claim for entry in there for claim in entry.claims],
                [report for entry in there for report in reports(entry.document)],
                knowledge,
            )
            assert standing.findings() == all_at_once
            assert standing.is_up_to_date()


def _entry(doc, date, *claims):
    """Return a report with claims of (measure, figure, of, by, place, first day, last day, source, extractor)."""
    text = " ".join(f"كلمة{doc}{number}" for number in range(40))
    found = [
        Claim(
            id=f"{doc}-{at}", doc=doc, start=10 * at, end=10 * at + 3, quote_start=10 * at, quote_end=10 * at + 9,
            quote="كلمات", number=str(low), measure=measure, low=low, high=low, unit="person", of=of, by=by, where=where,
            when=Period(start=start, end=end), source=source, extractor=extractor,
        )
        for at, (measure, low, of, by, where, start, end, source, extractor) in enumerate(claims)
    ]  # fmt: skip
    section = Section(date=date, publisher=doc, parts=(Part(0, len(text), "body"),))
    return Entry(Document(id=doc, text=text, date=date, publisher=doc, sections=(section,)), found)


def test_a_figure_grown_common_parts_a_statement_whose_other_report_prints_it_of_another_thing(tmp_path):
    knowledge = packs.load()
    spring = ("2024-01-01", "2024-05-02")
    first = [
        _entry("d2", "2024-05-20", ("wounded", 153, "daesh", "coalition", ("SY",), *spring, ("sohr",), None)),
        _entry("d1", "2024-06-30", ("wounded", 153, None, None, ("IQ",), *spring, ("iraq_gov",), None)),
        _entry(
            "d3",
            "2024-06-30",
            ("attacks", 12, "daesh", None, (), "2024-09-01", "2024-09-01", ("iraq_gov",), None),
            ("held", 153, "daesh", "coalition", (), *spring, (), "program"),
        ),
    ]
    last = _entry("d5", "2024-05-02", ("wounded", 153, None, None, ("SY",), *spring, ("centcom",), None))
    everything = [*first, last]
    with Ledger.open(str(tmp_path / "ledger.db")) as ledger:
        standing = Standing(ledger, knowledge)
        ledger.add_many(first)
        standing.bring_up_to_date()
        assert any(found.kind == "statement" for found in standing.findings())
        ledger.add_many([last])
        standing.bring_up_to_date()
        assert standing.findings() == collate(
            [claim for entry in everything for claim in entry.claims],
            [report for entry in everything for report in reports(entry.document)],
            knowledge,
        )
