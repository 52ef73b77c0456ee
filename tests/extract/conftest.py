"""What the tests of extraction share: a reader of one report, and a finder among its claims."""

from collections.abc import Callable

import pytest

from tawatur import packs
from tawatur.extract import extract
from tawatur.intake.documents import to_document
from tawatur.intake.records import Record
from tawatur.model import Claim, Document, Part, Section


@pytest.fixture(scope="session")
def knowledge():
    return packs.load()


@pytest.fixture(scope="session")
def document(knowledge) -> Callable[..., Document]:
    """A report of Saturday 10 August 2024 as intake makes it; fields other than the body are the record's."""

    def made(body: str, **fields: str | None) -> Document:
        return to_document(Record(body=body, **{"doc": "report", "date": "2024-08-10", **fields}), knowledge)

    return made


@pytest.fixture(scope="session")
def read(document, knowledge) -> Callable[..., list[Claim]]:
    """The claims of a report."""
    return lambda body, **fields: extract(document(body, **fields), knowledge)


@pytest.fixture(scope="session")
def one(read) -> Callable[..., Claim]:
    """The claim whose number is written `number` in a report; there must be just one."""

    def found(body: str, number: str, **fields: str | None) -> Claim:
        claims = read(body, **fields)
        (claim,) = [claim for claim in claims if claim.number == number] or pytest.fail(f"none of {claims}")
        return claim

    return found


@pytest.fixture(scope="session")
def figures(read) -> Callable[..., list[tuple]]:
    """Measure, least, most and whom of each claim of a report, in the order of the text."""
    return lambda body, **fields: [(claim.measure, claim.low, claim.high, claim.of) for claim in read(body, **fields)]


@pytest.fixture(scope="session")
def one_on() -> Callable[[str, str, str], Claim]:
    """The claim of a number in a report of a day, as intake makes it, read with every bundled pack."""
    every = packs.load(packs.names())

    def found(date: str, body: str, number: str) -> Claim:
        document = to_document(Record(body=body, doc="report", date=date), every)
        (claim,) = [claim for claim in extract(document, every) if claim.number == number]
        return claim

    return found


@pytest.fixture(scope="session")
def one_of_all() -> Callable[[str, str], Claim]:
    """The claim of a number in a report on the war in Ukraine, read with every bundled pack."""
    every = packs.load(packs.names())

    def found(body: str, number: str) -> Claim:
        body = f"قتل خمسة جنود في معارك بأوكرانيا. {body}"
        part = Part(start=0, end=len(body), kind="body")
        document = Document(id="all", text=body, sections=(Section(date="2024-05-10", parts=(part,)),))
        (claim,) = [claim for claim in extract(document, every) if claim.number == number]
        return claim

    return found
