"""Search: indexes of words, claims with their report's publisher and date, findings by their claims."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from tawatur.ledger.search.index import create_index

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the change; what the findings rest on is made again when they are next brought up to date."""
    for name, length in (("publisher", None), ("date", 10), ("period_from", 10), ("period_to", 10)):
        op.add_column("claims", sa.Column(name, sa.Text() if length is None else sa.String(length=length)))
    for name in ("publisher", "date"):
        op.execute(
            f"UPDATE claims SET {name} = (SELECT sections.{name} FROM sections "  # noqa: S608  our own names
            "WHERE sections.document = claims.document AND sections.number = claims.section)"
        )
    op.execute(
        "UPDATE claims SET period_from = COALESCE(when_start, ''), period_to = COALESCE(when_end, '9999') "
        "WHERE when_start IS NOT NULL OR when_end IS NOT NULL"
    )
    for table, *columns in (
        ("claims", "high"), ("claims", "low"), ("claims", "measure", "low", "high"),
        ("claims", "when_start", "when_end"), ("parties", "actor", "role"), ("places", "country"), ("places", "name"),
        ("places", "place"), ("sources", "actor"), ("findings", "kind"), ("findings", "weight"),
    ):  # fmt: skip
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    op.add_column("findings", sa.Column("origin", sa.Text()))
    for table, *columns in (
        ("claims", "high", "number"), ("claims", "low", "number"), ("claims", "low_date"), ("claims", "high_date"),
        ("claims", "measure", "number"), ("claims", "unit", "number"), ("claims", "modality", "number"),
        ("claims", "publisher", "number"), ("claims", "date", "number"), ("claims", "confidence", "number"),
        ("claims", "name"), ("claims", "period_from", "period_to"), ("parties", "actor", "role", "claim"),
        ("places", "country", "claim"), ("places", "name", "claim"), ("places", "place", "claim"),
        ("sources", "actor", "position", "claim"), ("findings", "kind", "weight", "id"), ("findings", "weight", "id"),
        ("findings", "origin"),
    ):  # fmt: skip
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    op.create_table(
        "finding_claims",
        sa.Column("finding", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_finding_claims_claim"),
        sa.ForeignKeyConstraint(["finding"], ["findings.number"], name="fk_finding_claims_finding"),
        sa.PrimaryKeyConstraint("finding", "claim", name="pk_finding_claims"),
    )
    op.create_index("ix_finding_claims_claim", "finding_claims", ["claim"])
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("section", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_passages_document"),
        sa.PrimaryKeyConstraint("number", name="pk_passages"),
    )
    op.create_index("ix_passages_document", "passages", ["document"])
    op.create_table(
        "indexing",
        sa.Column("name", sa.String(length=13), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("covered", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_indexing"),
    )
    op.create_table(
        "reworded",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_reworded_claim"),
        sa.PrimaryKeyConstraint("claim", name="pk_reworded"),
    )
    create_index(op.get_bind())
    op.execute('DELETE FROM "collation"')
