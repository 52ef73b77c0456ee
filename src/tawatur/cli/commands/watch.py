"""`tawatur watch`: feeds, sitemaps and pages read on a schedule."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import click

from tawatur.cli import options
from tawatur.cli.feeds_file import Feed, load
from tawatur.cli.messages import complain
from tawatur.cli.watching import Outcome, Watcher
from tawatur.client import open_ledger
from tawatur.client.own_pack import with_own_pack
from tawatur.model import InputError


@click.command()
@click.argument("feeds_file", metavar="FEEDS.TOML", type=click.Path(path_type=str))
@click.option("--once", is_flag=True, help="One round over all feeds, and no more.")
@click.option(
    "--log", "log_file", type=click.Path(path_type=str), metavar="FILE", help="Append what happened, as JSON Lines."
)
@click.option("--allow-loopback", is_flag=True, help="Allow addresses of this machine, as of a proxy of yours.")
@options.ledger
@options.packs
def watch(
    *, feeds_file: str, once: bool, log_file: str | None, allow_loopback: bool, ledger: str, packs: tuple[str, ...]
) -> int:
    """Keep reading feeds, sitemaps and pages into the ledger, politely, until Ctrl-C.

    New pages are read, changed ones as new versions beside the old, and what is taken down stays in the ledger, with
    the bytes that were fetched. A feed that fails is named, and asked again the next time; the others are read. It may
    be stopped at any moment and goes on where it was. FEEDS.TOML holds for each feed a [[feed]] with its url, and where
    they are other than usual: every = "30m", recheck = "1d" (when its pages are looked at again), pages = false (read
    the texts that the feed gives itself), publisher = "…"; at its head every, recheck, delay = "1s" (between two
    requests to one host) and contact = "you@example.org".

    \b
    Example:
      tawatur watch feeds.toml
      tawatur watch --once --log watch.jsonl feeds.toml
    """  # noqa: D301
    from tawatur.intake.web.fetcher import Fetcher, Policy  # noqa: PLC0415  slow to import

    given = load(feeds_file)
    failed = False
    with ExitStack() as stack:
        log = _log(log_file, stack)
        store = stack.enter_context(open_ledger(ledger))
        policy = Policy(loopback=allow_loopback, delay=given.delay, contact=given.contact)
        fetcher = stack.enter_context(Fetcher(policy))
        watcher = Watcher(store, fetcher, with_own_pack(options.chosen(packs), store), log=log)
        due = dict.fromkeys(given.feeds, 0.0)
        while True:
            now = time.monotonic()
            failed = _round(watcher, [feed for feed in given.feeds if due[feed] <= now]) or failed
            if once:
                return 1 if failed else 0
            ended = time.monotonic()
            due = {feed: ended + feed.every if due[feed] <= now else due[feed] for feed in given.feeds}
            time.sleep(max(0.0, min(due.values()) - ended))


def _round(watcher: Watcher, feeds: list[Feed]) -> bool:
    """Read feeds, print a line for the round, and return whether one failed."""
    whole = Outcome()
    failures = 0
    for _, outcome in watcher.round(feeds):
        whole.add(outcome)
        if outcome.error is not None:
            failures += 1
            complain(outcome.error)
    failing = f"; {failures} failed" if failures else ""
    click.echo(f"{time.strftime('%Y-%m-%d %H:%M')}  {len(feeds)} feeds{failing}: {whole.line()}")
    return failures > 0


def _log(path: str | None, stack: ExitStack) -> Callable[[dict[str, object]], None]:
    if path is None:
        return lambda _event: None
    try:
        file = stack.enter_context(Path(path).open("a", encoding="utf-8"))  # noqa: SIM115  the stack closes it
    except OSError as error:
        raise InputError(error.strerror or str(error), source=path, remedy="check the path") from None

    def write(event: dict[str, object]) -> None:
        file.write(json.dumps(event, ensure_ascii=False) + "\n")
        file.flush()

    return write
