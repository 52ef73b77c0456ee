"""What holds for every format."""

import json
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export import FORMATS, Account, export, format_of, items, statement
from tawatur.model import Claim, InputError, to_json

DOCUMENT = (pathlib.Path(__file__).resolve().parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_a_private_persons_name_is_nowhere_but_in_the_words(exported, claim, form):
    private = claim(of="civilians", low=1, name="سمير خالد", quote="مقتل مدني واحد", number="واحد")
    assert "سمير" not in exported(form, [private]).decode("utf-8", "replace")


def test_a_leaders_name_is_kept(exported, claim):
    leader = claim(low=1, name="أبو حازم", quote="مقتل القيادي أبو حازم")
    assert json.loads(exported("jsonl", [leader]))["name"] == "أبو حازم"


def test_json_lines_give_every_claim_back(exported, claim, hostile):
    claims = [claim(), *hostile[0]]
    written = exported("jsonl", claims, hostile[1]).decode().splitlines()
    assert [to_json(claim) for claim in claims] == written


@pytest.mark.parametrize("form", FORMATS)
def test_claims_of_unknown_documents_are_exported_too(exported, claim, form):
    account = Account()
    assert exported(form, [claim()], [], account=account)
    assert account.claims == 1


@pytest.mark.parametrize("form", sorted(set(FORMATS) - {"xlsx", "parquet"}))
def test_a_stream_gives_what_it_has_before_all_claims_have_come(claim, knowledge, form):
    asked = 0

    def endless():
        nonlocal asked
        while asked < 100_000:
            asked += 1
            yield claim(id=f"n1-{asked}")

    pieces = export(form, items(endless(), []), knowledge)
    assert len(next(pieces)) + len(next(pieces)) > 0
    assert asked < 1_000


_TEXT = st.text(st.characters(codec=None), max_size=30)


@given(_TEXT, _TEXT, st.one_of(st.none(), st.integers(-(10**20), 10**20), st.floats(-1e9, 1e9)))
@pytest.mark.parametrize("form", FORMATS)
def test_any_text_and_number_can_be_exported(knowledge, form, text, other, low):
    claim = Claim(
        id=text, doc=other, start=0, end=1, quote_start=0, quote_end=1, quote=text, number=other, measure="killed", low=low,
        high=low, unit="person", of=text.replace("+", "") or None, where=(f"{other}, SY",), source=(text,) if text else (),
    )  # fmt: skip
    written = b"".join(export(form, items([claim], []), knowledge))
    assert written
    if form not in ("xlsx", "parquet"):
        written.decode()


@pytest.mark.parametrize("stem", ["../../etc/passwd", "/tmp/x", "a\x00b", "CON:", "تقرير", "", ".."])
def test_a_files_name_is_no_path(stem):
    name = format_of("csv").file_name(stem)
    assert name.endswith(".csv")
    assert not set(name[:-4]) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
    assert name != ".csv"


@pytest.mark.parametrize("name", ["../jsonl", "JSONL", "", "json_lines"])
def test_a_format_that_is_none_is_refused(name):
    with pytest.raises(InputError, match="no such format"):
        format_of(name)


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_format_loses_is_documented(form):
    row = next(line for line in DOCUMENT.splitlines() if line.startswith(f"| `{form}`"))
    told = FORMATS[form]
    assert told.lost in row
    assert told.lost in json.loads(statement(form, Account()))["lost"]
