"""Where a ledger is put together with what it needs of the language, and one interface to it wherever it is."""

from tawatur.client.ledgers import open_ledger

__all__ = ["open_ledger"]
