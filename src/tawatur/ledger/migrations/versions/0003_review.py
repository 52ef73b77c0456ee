"""Decisions of reviewers, and claims as they hold after review."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the change."""
    op.add_column("claims", sa.Column("extracted", sa.Boolean(), nullable=False, server_default=sa.true()))
    op.add_column("claims", sa.Column("reviewed", sa.Boolean(), nullable=False, server_default=sa.true()))

    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=9), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer()),
        sa.Column("reviewer", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("key", sa.Text()),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_decisions_document"),
        sa.PrimaryKeyConstraint("number", name="pk_decisions"),
        sa.UniqueConstraint("id", name="uq_decisions_id"),
        sa.UniqueConstraint("reviewer", "key", name="uq_decisions_reviewer_key"),
    )
    op.create_index("ix_decisions_document", "decisions", ["document"])
    op.create_index("ix_decisions_reviewer", "decisions", ["reviewer"])
    op.create_index("ix_decisions_subject_target", "decisions", ["subject", "target"])

    op.create_table(
        "reviews",
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer()),
        sa.Column("outcome", sa.Integer()),
        sa.Column("verdict", sa.String(length=9), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("reviewers", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_reviews_claim"),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_reviews_document"),
        sa.ForeignKeyConstraint(["outcome"], ["claims.number"], name="fk_reviews_outcome"),
        sa.PrimaryKeyConstraint("target", name="pk_reviews"),
    )
    op.create_index("ix_reviews_claim", "reviews", ["claim"])
    op.create_index("ix_reviews_document", "reviews", ["document"])
    op.create_index("ix_reviews_outcome", "reviews", ["outcome"])
