"""What goes into a ledger comes out of it to the letter, once."""

import itertools

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.ledger import ClaimQuery, Entry, Ledger
from tawatur.model import Claim, Document, InputError


@pytest.fixture
def ledger(ledger_path):
    with Ledger.open(ledger_path) as opened:
        yield opened


def test_a_document_and_its_claims_come_back_as_they_were(ledger, make):
    document, claims = make()
    assert ledger.add(document, claims) is True
    assert list(ledger.documents()) == [document]
    assert list(ledger.claims()) == claims


def test_they_come_back_after_the_ledger_is_closed(ledger_path, make):
    document, claims = make()
    with Ledger.open(ledger_path) as first:
        first.add(document, claims)
    with Ledger.open(ledger_path, read_only=True) as second:
        assert (list(second.documents()), list(second.claims())) == ([document], claims)


def test_adding_the_same_twice_changes_nothing(ledger, make):
    ledger.add(*make())
    before = ledger.counts(), list(ledger.documents()), list(ledger.claims())
    assert ledger.add(*make()) is False
    assert (ledger.counts(), list(ledger.documents()), list(ledger.claims())) == before


def test_a_claim_given_twice_is_there_once(ledger, make):
    document, claims = make()
    ledger.add(document, [*claims, *claims])
    assert list(ledger.claims()) == claims


def test_a_claim_without_an_id_gets_the_one_of_its_content(ledger, make):
    document, claims = make()
    ledger.add(document, [msgspec.structs.replace(claims[0], id="")])
    assert ledger.claim(claims[0].id) is not None


def test_another_document_of_the_same_id_is_refused_and_the_rest_goes_in(ledger, make):
    ledger.add(*make("a"))
    other, claims = make("a", text="نص آخر")
    added = ledger.add_many([Entry(other, claims), Entry(*make("b")), Entry(*make("a"))])
    assert (added.documents, added.known) == (1, 1)
    assert "another document of the id a" in str(added.refused[0])
    with pytest.raises(InputError, match="another document of the id a"):
        ledger.add(other, claims)


def test_what_was_added_in_one_call_is_known_within_that_call(ledger, make):
    added = ledger.add_many([Entry(*make("a")), Entry(*make("a")), Entry(*make("b"))])
    assert (added.documents, added.known, added.claims) == (2, 1, 6)


def test_a_record_read_before_is_known_by_its_fingerprint(ledger, make):
    ledger.add_many([Entry(*make("a"), "first"), Entry(*make("a"), "second"), Entry(*make("b"))])
    assert ledger.read_before(["first", "second", "third"]) == {"first", "second"}
    many = [f"no {n}" for n in range(1200)]
    assert ledger.read_before([*many, "second"]) == {"second"}


def test_an_unknown_document_and_an_unknown_claim(ledger, make):
    ledger.add(*make("a"))
    assert ledger.has("a")
    assert not ledger.has("b")
    assert ledger.claim("none") is None


def test_documents_by_id_in_the_order_of_reading(ledger, make):
    for name in ("c", "a", "b"):
        ledger.add(*make(name))
    assert [document.id for document in ledger.documents()] == ["c", "a", "b"]
    assert [document.id for document in ledger.documents(["b", "c"])] == ["c", "b"]
    assert list(ledger.documents([])) == []


def test_counts(ledger, make):
    empty = ledger.counts()
    assert (empty.documents, empty.claims, empty.first_date) == (0, 0, None)
    ledger.add(*make("a"))
    ledger.add(*make("b"))
    counts = ledger.counts()
    assert (counts.documents, counts.reports, counts.claims, counts.publishers) == (2, 4, 6, 2)
    assert (counts.first_date, counts.last_date) == ("2019-01-05", "2020-03-02")
    assert counts.measures == {"began": 2, "detained": 2, "killed": 2}


def test_letters_that_are_no_unicode_are_refused_and_the_rest_goes_in(ledger, make):
    added = ledger.add_many([Entry(*make("a", text="\ud800")), Entry(*make("b"))])
    assert (added.documents, len(added.refused)) == (1, 1)


KILLED, DETAINED, BEGAN = 0, 1, 2


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ({}, [KILLED, DETAINED, BEGAN]),
        ({"measures": ("killed", "began")}, [KILLED, BEGAN]),
        ({"of": ("nusra",)}, [KILLED]),
        ({"of": ("operations_command",)}, []),
        ({"by": ("operations_command",)}, [KILLED]),
        ({"sources": ("sana",)}, [KILLED]),
        ({"sources": ("وكالة النخلة",)}, [KILLED]),
        ({"where": "IQ"}, [KILLED]),
        ({"where": "aleppo"}, [KILLED]),
        ({"where": "YE"}, []),
        ({"where": "%"}, []),
        ({"value": 12}, [KILLED]),
        ({"value": 12.0}, [KILLED]),
        ({"value": 30}, [DETAINED]),
        ({"value": "2014-09"}, [BEGAN]),
        ({"when_start": "2020-03-02"}, [KILLED, BEGAN]),
        ({"when_start": "2020-03-03"}, [BEGAN]),
        ({"when_end": "2014-09-30"}, [BEGAN]),
        ({"when_end": "2014-08-31"}, []),
        ({"publisher": "النخلة"}, [KILLED, DETAINED]),
        ({"publisher": "السدرة"}, [BEGAN]),
        ({"docs": ("a",)}, [KILLED, DETAINED, BEGAN]),
        ({"docs": ("b",)}, []),
        ({"text": "مسلحا"}, [KILLED]),
        ({"text": "_"}, []),
        ({"optional": False}, [KILLED, BEGAN]),
        ({"measures": ("killed",), "value": 30}, []),
    ],
)
def test_questions(ledger, make, question, answers):
    document, claims = make("a")
    ledger.add(document, claims)
    assert list(ledger.claims(ClaimQuery(**question))) == [claims[at] for at in answers]


letters = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)


numbers = itertools.count()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=letters, title=st.none() | letters, extra=st.dictionaries(letters, letters, max_size=3))
def test_any_text_comes_back(ledger, text, title, extra):
    name = str(next(numbers))
    document = Document(id=name, text=text, title=title, metadata=extra)
    claim = Claim(
        id=f"{name}-1", doc=name, start=0, end=0, quote_start=0, quote_end=0, quote=text, number="", measure="role"
    )
    ledger.add(document, [claim])
    assert list(ledger.documents([name])) == [document]
    assert list(ledger.claims(ClaimQuery(docs=(name,)))) == [claim]


def test_what_no_database_can_hold_is_refused_and_the_rest_goes_in(ledger, make):
    added = ledger.add_many([Entry(*make("a", text="نص\0")), Entry(*make("b"))])
    assert (added.documents, len(added.refused)) == (1, 1)
    assert "NUL" in str(added.refused[0])
