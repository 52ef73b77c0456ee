"""One measurement in a process of its own, so that its memory and its caches are its own."""

from __future__ import annotations

import json
import subprocess
import sys


def measured(command: list[str]) -> dict[str, float]:
    """Run one measurement in a process of its own, and return what it prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"{command[1]} failed")
    found: dict[str, float] = json.loads(done.stdout)
    return found
