"""Indexes for the walks of frequent slots, and for periods."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_CROSSES = "substr(period_from, 1, 7) <> substr(period_to, 1, 7)"


def upgrade() -> None:
    """Make the change."""
    op.create_index("ix_sources_actor_claim_position", "sources", ["actor", "claim", "position"])
    op.drop_index("ix_sources_actor_position_claim", table_name="sources")
    op.create_index(
        "ix_claims_crossing",
        "claims",
        ["period_to", "period_from", "number"],
        sqlite_where=sa.text(_CROSSES),
        postgresql_where=sa.text(_CROSSES),
    )
    op.create_index("ix_claims_period_from_period_to_number", "claims", ["period_from", "period_to", "number"])
    op.drop_index("ix_claims_period_from_period_to", table_name="claims")
