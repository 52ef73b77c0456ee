"""How many claims there are of each kind."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tawatur.ledger import tallies

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "tallies",
        sa.Column("facet", sa.String(9), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("facet", "value", "measure", name="pk_tallies"),
        sqlite_with_rowid=False,
    )
    tallies.add(op.get_bind(), sa.true())
