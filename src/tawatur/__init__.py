"""tawatur reads Arabic reporting on a conflict, keeps a ledger of its claims, and collates the reports."""

__version__ = "0.1.0"
