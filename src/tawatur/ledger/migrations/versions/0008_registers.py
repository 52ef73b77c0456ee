"""Registers: the day by which claims are put in order of time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the change."""
    op.add_column("claims", sa.Column("as_of", sa.String(length=10), nullable=False, server_default=""))
    op.execute("UPDATE claims SET as_of = COALESCE(when_start, when_end, date, '')")
    op.create_index("ix_claims_measure_as_of_number", "claims", ["measure", "as_of", "number"])
    op.create_index("ix_claims_as_of_number", "claims", ["as_of", "number"])
