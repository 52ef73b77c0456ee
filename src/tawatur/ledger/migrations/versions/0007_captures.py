"""Captures: what was fetched, and what feeds announced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "bodies",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_bodies"),
    )
    op.create_table(
        "captures",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("answered", sa.Text(), nullable=False),
        sa.Column("instant", sa.String(length=20), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64)),
        sa.ForeignKeyConstraint(["hash"], ["bodies.hash"], name="fk_captures_hash"),
        sa.PrimaryKeyConstraint("number", name="pk_captures"),
    )
    op.create_index("ix_captures_hash", "captures", ["hash"])
    op.create_index("ix_captures_url", "captures", ["url"])
    op.create_table(
        "watched",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.Column("first", sa.String(length=20), nullable=False),
        sa.Column("last", sa.String(length=20), nullable=False),
        sa.Column("gone", sa.String(length=20)),
        sa.PrimaryKeyConstraint("number", name="pk_watched"),
        sa.UniqueConstraint("feed", "url", name="uq_watched_feed_url"),
    )
