"""The claims of each measure and modality in the order of time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the change."""
    op.drop_index("ix_claims_measure_as_of_number", "claims")
    op.create_index(
        "ix_claims_in_time",
        "claims",
        ["measure", "modality", "as_of", "number"],
        sqlite_where=sa.text("reviewed IS 1"),
        postgresql_where=sa.text("reviewed IS true"),
    )
