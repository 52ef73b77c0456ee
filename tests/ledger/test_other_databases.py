"""What the ledger asks of its database, other databases understand as well."""

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from tawatur.ledger import ClaimQuery
from tawatur.ledger.query import statement
from tawatur.ledger.tables import metadata

POSTGRESQL = postgresql.dialect()


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=str)
def test_tables_can_be_made_in_postgresql(table):
    assert f"CREATE TABLE {table.name}" in str(CreateTable(table).compile(dialect=POSTGRESQL))
    for index in table.indexes:
        assert index.name in str(CreateIndex(index).compile(dialect=POSTGRESQL))


def test_questions_can_be_asked_in_postgresql():
    query = ClaimQuery(measures=("killed",), of=("daesh",), sources=("centcom",), where="Mosul", value=3, text="قتل",
                       publisher="و", when_start="2017-01-01", optional=False)  # fmt: skip
    asked = str(statement(query).compile(dialect=POSTGRESQL))
    assert "ILIKE" in asked or "lower(" in asked
