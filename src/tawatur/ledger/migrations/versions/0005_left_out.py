"""An index of the claims that don't hold after review: they are few, and counts leave them out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the change."""
    op.create_index(
        "ix_claims_left_out",
        "claims",
        ["measure"],
        sqlite_where=sa.text("reviewed IS 0"),
        postgresql_where=sa.text("reviewed IS false"),
    )
