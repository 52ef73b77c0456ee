"""The changes that the ledger's tables have gone through, run by Alembic when a ledger is opened for writing."""
