"""The `tawatur` command: its subcommands, each loaded when it is used, and how every one of them ends."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Sequence

import click

from tawatur import __version__
from tawatur.cli.messages import complain
from tawatur.model import InputError

#: Exit statuses: everything asked for was done; some input could not be used; the command line was wrong.
DONE, INPUT, USAGE = 0, 1, 2

#: What a shell expects of a program that Ctrl-C ended.
INTERRUPTED = 130

#: The subcommands, in the order of their use, with what `tawatur --help` says of each without importing it.
COMMANDS = {
    "extract": "Print the claims that reports make, in the order of the input.",
    "inspect": "Show what intake makes of pages: sections, furniture, dates and why.",
    "read": "Read reports into the ledger.",
    "watch": "Keep reading feeds, sitemaps and pages into the ledger.",
    "claims": "Query the ledger for claims.",
    "collate": "Print what reports do with each other's figures.",
    "statement": "Print one statement: figures down, outlets across, and its stemma.",
    "trace": "Show every claim of a figure, and who said it through whom.",
    "serve": "Serve the pages and the HTTP API.",
    "register": "Print a standing view: operations, attacks, strength, detention, membership …",
    "review": "Accept, correct and reject claims; judge findings; agreement; gold.",
    "reread": "Read the ledger's own documents again, with this version and these packs.",
    "user": "Add, list, change and remove accounts and their tokens.",
    "export": "Export claims in the forms that other programs load.",
    "backup": "Write a backup of the ledger, also of one in use.",
    "restore": "Restore a backup into a new ledger.",
    "score": "Score claims or findings against hand-coded ones.",
    "pack": "Check, list and show packs of knowledge.",
    "demo": "Read and collate the bundled specimen reports.",
}


class _Commands(click.Group):
    """A group whose subcommands are modules of `tawatur.cli.commands`, imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        _ = ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        _ = ctx
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"tawatur.cli.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _ = ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=_Commands,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 all done, 1 some input could not be used, 2 the command line was wrong.",
)
@click.version_option(__version__, prog_name="tawatur")
def tawatur() -> None:
    """Read Arabic reports on a conflict: keep a ledger of their claims, and collate the reports.

    \b
    Example:
      tawatur demo
      tawatur read reports/ && tawatur collate
    """  # noqa: D301  click's mark for a paragraph to be left as it is


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 input could not be used, 2 wrong command line, 130 interrupted."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; every foreseeable error becomes one line on stderr."""
    try:
        result = _invoke(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        return INTERRUPTED
    except click.ClickException as error:
        complain(_one_line(error))
        return error.exit_code
    except InputError as error:
        complain(str(error))
        return INPUT
    except OSError as error:
        return _stream_broke(error)
    return result if isinstance(result, int) else DONE


def _invoke(arguments: list[str]) -> object:
    """Call the command, without click's own way of ending a process."""
    with tawatur.make_context("tawatur", arguments or ["--help"]) as context:
        return tawatur.invoke(context)


def _one_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    where = f" (see {context.command_path} --help)" if isinstance(context, click.Context) else ""
    return error.format_message().rstrip(".") + where


def _stream_broke(error: OSError) -> int:
    """Return the status after an output that can't be written: quietly where its reader went away."""
    # Python flushes standard output again on its way out; what can't be written must not be tried twice.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    if isinstance(error, BrokenPipeError):
        return DONE
    if error.errno == errno.ENOSPC:
        complain("no space is left where the output goes (make room, or write elsewhere)")
    else:
        complain(f"{error.filename or 'output'}: {error.strerror or error}")
    return INPUT
