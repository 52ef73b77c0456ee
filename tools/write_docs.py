"""Write what the documentation takes from the program: the commands' help, the JSON Schemas, the API's description.

usage: python tools/write_docs.py [FOLDER]

A test fails where docs/ differs from what this writes.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from tawatur.cli.main import COMMANDS, tawatur
from tawatur.model import PUBLISHED, json_schema
from tawatur.web import description

INTRODUCTION = """# Commands

This page is written by `tools/write_docs.py` from the program's own help. In short:

- PATH is a file (plain text, JSON Lines, a JSON array or object), a zip of these, a folder, or `-` for standard
  input. A JSON record is read by its field names: `text`, `content` or `body`; `title`; `date`, `date_extracted` or
  `published_at`; `publisher` or `source`; `url`; `doc` or `id` for its id.
- Exit status: 0 all done, 1 some input could not be used (each is named in one line on standard error, and the rest
  goes on), 2 the command line was wrong, 130 stopped by Ctrl-C. What `tawatur read` has reported as read is in the
  ledger then, and the same command goes on from there.
- Progress is shown on a terminal and never in a pipe. `COLUMNS` sets the width of tables, `NO_COLOR` turns colours
  off, `TAWATUR_LEDGER` names the ledger.
- Arabic words in a table are put between Unicode isolates (U+2068, U+2069), so that a terminal which reorders
  bidirectional text keeps the columns in place. `--format jsonl` adds nothing to the text, `--format csv` nothing but
  an apostrophe before what a spreadsheet would run as a formula (`=`, `+`, `-`, `@`).
"""


def commands() -> str:
    """Return the page of all commands' help."""
    pages = (f"## {context.command_path}\n\n```text\n{context.get_help().rstrip()}\n```\n" for context in _contexts())
    return "\n".join((INTRODUCTION, *pages))


def _contexts() -> Iterator[click.Context]:
    top = click.Context(
        tawatur, info_name="tawatur", terminal_width=80, max_content_width=80, help_option_names=["-h", "--help"]
    )
    yield top
    for name in COMMANDS:
        command = getattr(importlib.import_module(f"tawatur.cli.commands.{name}"), name)
        yield from _with_parts(click.Context(command, parent=top, info_name=name))


def _with_parts(context: click.Context) -> Iterator[click.Context]:
    yield context
    if isinstance(context.command, click.Group):
        for name, part in context.command.commands.items():
            yield from _with_parts(click.Context(part, parent=context, info_name=name))


def schema(name: str) -> str:
    """Return the published JSON Schema of a type."""
    return json.dumps(_tidy(json_schema(name)), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def api() -> str:
    """Return the API's description."""
    return json.dumps(_tidy(description()), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _tidy(node: Any) -> Any:
    """Return a schema with its descriptions on one line: how a docstring is indented is Python's business."""
    if isinstance(node, dict):
        return {
            name: " ".join(value.split()) if name == "description" and isinstance(value, str) else _tidy(value)
            for name, value in node.items()
        }
    return [_tidy(item) for item in node] if isinstance(node, list) else node


def main(folder: Path) -> None:
    """Write all pages below `folder`."""
    (folder / "schema").mkdir(parents=True, exist_ok=True)
    (folder / "commands.md").write_text(commands(), encoding="utf-8")
    for name in PUBLISHED:
        (folder / "schema" / f"{name}.schema.json").write_text(schema(name), encoding="utf-8")
    (folder / "schema" / "openapi.json").write_text(api(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "docs")
