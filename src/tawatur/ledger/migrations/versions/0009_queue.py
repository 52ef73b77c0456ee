"""The order in which claims wait for review."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tawatur.ledger.tables import claims
from tawatur.ledger.waiting import rank

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the change."""
    op.add_column("claims", sa.Column("priority", sa.Double()))
    op.create_index("ix_claims_priority_number", "claims", ["priority", "number"])
    connection = op.get_bind()
    rank(connection, connection.scalars(sa.select(claims.c.number)).all())
