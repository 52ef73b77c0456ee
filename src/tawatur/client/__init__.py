"""Where a ledger is put together with what it needs of the language, and one interface to it wherever it is."""

from tawatur.client.backups import back_up, check_backup, restore_backup
from tawatur.client.ledgers import open_ledger

__all__ = ["back_up", "check_backup", "open_ledger", "restore_backup"]
