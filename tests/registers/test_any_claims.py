"""What holds for a register of any claims."""

from collections import Counter
from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Bound, Claim, Measure, Modality, Period
from tawatur.packs import settled
from tawatur.registers import Register, register
from tawatur.registers.selection import Selector

PARTIES = st.sampled_from(
    [None, "daesh", "daesh_leaders", "coalition", "coalition+partner_forces", "civilians", "لواء القدس"]
)
DATES = st.sampled_from(["2014", "2014-09", "2014-09-15", "2016-08-14", "2024-02-29"])
DAYS = st.sampled_from([None, "2023-01-01", "2024-06-30", "2024-12-31"])
NUMBERS = st.one_of(st.none(), st.integers(-500, 10**12), st.floats(0, 1e6), DATES)


@st.composite
def some_claims(draw):
    found = []
    for number in range(draw(st.integers(0, 12))):
        low = draw(NUMBERS)
        start, end = draw(DAYS), draw(DAYS)
        if start is not None and end is not None and end < start:
            start, end = end, start
        found.append(
            Claim(
                id=f"c{number}", doc=draw(st.sampled_from("ab")), section=draw(st.integers(0, 1)), start=0, end=1,
                quote_start=0, quote_end=1, quote="ق", number="ق", measure=draw(st.sampled_from(get_args(Measure))),
                low=low, high=draw(st.sampled_from([low, None])), bound=draw(st.sampled_from(get_args(Bound))),
                unit=draw(st.sampled_from(["person", "percent", "event", "USD"])), change=draw(st.booleans()),
                of=draw(PARTIES), by=draw(PARTIES), name=draw(st.sampled_from([None, "البغدادي", "سمير"])),
                where=tuple(draw(st.lists(st.sampled_from(["SY", "IQ", "Aleppo, SY"]), max_size=3, unique=True))),
                when=draw(st.sampled_from([None, Period(start, end)])),
                source=tuple(draw(st.lists(st.sampled_from(["centcom", "sohr", "un"]), max_size=2))),
                modality=draw(st.sampled_from(get_args(Modality))),
                same_as=draw(st.sampled_from([None, "c0", f"c{number}", "c99"])),
            )
        )  # fmt: skip
    return found


@given(some_claims())
@settings(max_examples=150)
def test_every_claim_that_a_view_shows_stands_in_it_once(knowledge, claims):
    selector = Selector(knowledge)
    for name, definition in knowledge.registers.items():
        found = register(definition, claims, [], knowledge)
        for view, built in zip(settled(definition), found.views, strict=True):
            told = Counter(
                claim for row in built.rows for cell in row.cells for one in cell.readings for claim in one.claims
            )
            if built.form != "matrix":
                assert set(told.values()) <= {1}
            if name != "leaders":
                assert set(told) == {one.id for one in claims if selector.column(view, _unnamed(one)) is not None}


def _unnamed(claim):
    return claim if claim.measure == "role" else msgspec.structs.replace(claim, name=None)


@given(some_claims())
@settings(max_examples=50)
def test_a_register_goes_through_json_unchanged(knowledge, claims):
    for definition in knowledge.registers.values():
        found = register(definition, claims, [], knowledge)
        assert msgspec.json.decode(msgspec.json.encode(found), type=Register) == found
