"""Weight and colour, where standard output is a terminal that wants them (https://no-color.org)."""

from __future__ import annotations

import os
import sys
from typing import Literal

Style = Literal["strong", "faint", "alarm", "notice", "calm"]

_CODES: dict[Style, str] = {"strong": "1", "faint": "2", "alarm": "1;31", "notice": "1;33", "calm": "1;32"}


def styled(text: str, style: Style) -> str:
    """Return `text` in `style`; as it is where output is no terminal, or NO_COLOR is set, or TERM is dumb."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m"
