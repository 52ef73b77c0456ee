"""From claims, and the reports that hold them, to findings: who carries, copied, garbled, confirms or contradicts."""

from tawatur.collate.collation import Collation, collate

__all__ = ["Collation", "collate"]
