"""What became of the claims that were exported."""

from __future__ import annotations

import msgspec


class Account(msgspec.Struct):
    """Counts, filled while an export runs: claims that came, rows or entities written, and claims left out, by why."""

    claims: int = 0
    written: int = 0
    left_out: dict[str, int] = msgspec.field(default_factory=dict)

    def leave_out(self, why: str) -> None:
        """Count a claim that the format has no place for."""
        self.left_out[why] = self.left_out.get(why, 0) + 1
