"""An environment of its own for each tool, made once under `.bench` in the checkout."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_PATIENCE = 300


class NotInstalledError(Exception):
    """A tool that can't be installed here; the message says why."""


@dataclass(frozen=True)
class Environment:
    """How an adapter is started, and the folder that holds the tool, where it isn't our own."""

    interpreter: str
    folder: Path | None


def environment(tool: dict[str, str], root: Path) -> Environment:
    """Return a tool's environment, installing the tool where that was not yet done.

    Raises NotInstalledError where it can't be installed.
    """
    installer = tool.get("installer")
    if installer is None:
        return Environment(sys.executable, None)
    folder = root / tool["needs"].replace("==", "-").replace("@", "-")
    made = folder / "installed"
    node = shutil.which("node")
    if installer == "npm" and (node is None or shutil.which("npm") is None):
        raise NotInstalledError("node and npm are not on the PATH")
    python = folder / "bin" / "python"
    if not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        if installer == "npm":
            _run(["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), tool["needs"]])
        else:
            _run([sys.executable, "-m", "venv", str(folder)])
            _run([str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", tool["needs"]])
        made.touch()
    return Environment(str(node) if installer == "npm" else str(python), folder)


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotInstalledError(f"{Path(command[0]).name}: {error}") from error
    if done.returncode:
        said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        errors = [line for line in said if line.lower().startswith(("error", "npm error"))] or said or ["no message"]
        raise NotInstalledError(errors[-1][:120])
