"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the change."""
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("content", sa.String(length=32), nullable=False),
        sa.Column("publisher", sa.Text()),
        sa.Column("date", sa.String(length=10)),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("furniture", sa.Text(), nullable=False),
        sa.Column("metadata", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text()),
        sa.Column("encoding", sa.Text()),
        sa.Column("repairs", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_documents"),
        sa.UniqueConstraint("id", name="uq_documents_id"),
    )
    op.create_index("ix_documents_date", "documents", ["date"])
    op.create_index("ix_documents_publisher", "documents", ["publisher"])

    op.create_table(
        "claims",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("section", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("low", sa.Double()),
        sa.Column("high", sa.Double()),
        sa.Column("low_date", sa.String(length=10)),
        sa.Column("high_date", sa.String(length=10)),
        sa.Column("bound", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("change", sa.Boolean(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("when_start", sa.String(length=10)),
        sa.Column("when_end", sa.String(length=10)),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("optional", sa.Boolean(), nullable=False),
        sa.Column("same_as", sa.Text()),
        sa.Column("confidence", sa.Double()),
        sa.Column("extractor", sa.Text()),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_claims_document"),
        sa.PrimaryKeyConstraint("number", name="pk_claims"),
        sa.UniqueConstraint("id", name="uq_claims_id"),
    )
    op.create_index("ix_claims_document_section_start", "claims", ["document", "section", "start"])
    op.create_index("ix_claims_high", "claims", ["high"])
    op.create_index("ix_claims_low", "claims", ["low"])
    op.create_index("ix_claims_measure_low_high", "claims", ["measure", "low", "high"])
    op.create_index("ix_claims_when_start_when_end", "claims", ["when_start", "when_end"])

    op.create_table(
        "records",
        sa.Column("fingerprint", sa.String(length=32), nullable=False),
        sa.Column("document", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_records_document"),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_records"),
    )
    op.create_index("ix_records_document", "records", ["document"])

    op.create_table(
        "sections",
        sa.Column("document", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("publisher", sa.Text()),
        sa.Column("publisher_from", sa.Text()),
        sa.Column("date", sa.String(length=10)),
        sa.Column("date_from", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.number"], name="fk_sections_document"),
        sa.PrimaryKeyConstraint("document", "number", name="pk_sections"),
    )
    op.create_index("ix_sections_date", "sections", ["date"])
    op.create_index("ix_sections_publisher", "sections", ["publisher"])

    op.create_table(
        "parties",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=2), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_parties_claim"),
        sa.PrimaryKeyConstraint("claim", "role", "position", name="pk_parties"),
    )
    op.create_index("ix_parties_actor_role", "parties", ["actor", "role"])

    op.create_table(
        "places",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.String(length=2), nullable=False),
        sa.Column("place", sa.Text()),
        sa.Column("latitude", sa.Double()),
        sa.Column("longitude", sa.Double()),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_places_claim"),
        sa.PrimaryKeyConstraint("claim", "position", name="pk_places"),
    )
    op.create_index("ix_places_country", "places", ["country"])
    op.create_index("ix_places_name", "places", ["name"])
    op.create_index("ix_places_place", "places", ["place"])

    op.create_table(
        "sources",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim"], ["claims.number"], name="fk_sources_claim"),
        sa.PrimaryKeyConstraint("number", name="pk_sources"),
        sa.UniqueConstraint("claim", "position", "actor", name="uq_sources_claim_position_actor"),
    )
    op.create_index("ix_sources_actor", "sources", ["actor"])
    op.create_index("ix_sources_claim", "sources", ["claim"])

    # ### end Alembic commands ###
