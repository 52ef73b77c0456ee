"""Versions of pages, claims whose repeats follow review, marks of findings that are made anew, failures to sign in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tawatur.ledger import marking, versions
from tawatur.ledger.review import repeating

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the change."""
    op.add_column("documents", sa.Column("superseded", sa.Integer()))
    op.create_index("ix_documents_superseded", "documents", ["superseded"])
    op.create_index("ix_documents_url", "documents", ["url"])
    op.add_column("claims", sa.Column("repeats", sa.Text()))
    op.add_column("claims", sa.Column("superseded", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "marked",
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("current", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("target", name="pk_marked"),
    )
    op.create_index("ix_marked_current", "marked", ["current"])
    op.create_table(
        "failures",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("at", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_failures"),
    )
    op.create_index("ix_failures_at", "failures", ["at"])
    op.create_index("ix_failures_key_at", "failures", ["key", "at"])
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE claims SET repeats = same_as WHERE same_as IS NOT NULL"))
    marking.mark_all(connection)
    repeating.follow_all(connection)
    versions.supersede_all(connection)
