"""Findings, and what collation needs to go on from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the change."""
    op.add_column("documents", sa.Column("cluster", sa.Integer()))
    op.create_index("ix_documents_cluster", "documents", ["cluster"])

    op.create_table(
        "meetings",
        sa.Column("key", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("week", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("rank", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_meetings_document"),
        sa.PrimaryKeyConstraint("key", "week", "rank", name="pk_meetings"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "prevalence",
        sa.Column("kind", sa.String(length=6), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("week", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "week", name="pk_prevalence"),
    )
    op.create_table(
        "findings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.Column("bucket", sa.BigInteger()),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_findings"),
        sa.UniqueConstraint("id", name="uq_findings_id"),
    )
    op.create_index("ix_findings_bucket", "findings", ["bucket"])
    op.create_index("ix_findings_kind", "findings", ["kind"])
    op.create_index("ix_findings_weight", "findings", ["weight"])
    op.create_table(
        "finding_documents",
        sa.Column("finding", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_finding_documents_document"),
        sa.ForeignKeyConstraint(["finding"], ["findings.number"], name="fk_finding_documents_finding"),
        sa.PrimaryKeyConstraint("finding", "document", name="pk_finding_documents"),
    )
    op.create_index("ix_finding_documents_document", "finding_documents", ["document"])
    op.create_table(
        sa.quoted_name("collation", quote=True),  # a word of PostgreSQL's
        sa.Column("signature", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("signature", name="pk_collation"),
    )
