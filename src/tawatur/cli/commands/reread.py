"""`tawatur reread`: the ledger's own documents read again, with this version of the program and these packs."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import click

from tawatur.cli import options, workers
from tawatur.cli.messages import complain, progress
from tawatur.cli.wording import counted
from tawatur.cli.workers import Again
from tawatur.client import open_ledger
from tawatur.client.own_pack import with_own_pack
from tawatur.ledger import Ledger
from tawatur.model import Document, InputError

#: Documents read by one process at a time, and written in one transaction.
_BATCH = 50
#: Batches in flight for each process.
_AHEAD = 3


@click.command()
@click.option("--doc", "docs", metavar="ID", multiple=True, help="This document alone; may be given again.")
@options.min_confidence
@options.ledger
@options.packs
@options.jobs
def reread(*, docs: tuple[str, ...], least: float, ledger: str, packs: tuple[str, ...], jobs: int) -> int:
    """Read the ledger's documents again, with this version of the program and these packs.

    What is read now takes the place of what was read before. Decisions of reviewers stand, and what they decided
    holds; tawatur review differences shows where the program reads otherwise. What reviewers added to the ledger's own
    pack is used.

    \b
    Example:
      tawatur reread && tawatur review differences
    """  # noqa: D301
    documents = changed = refused = 0
    open_ledger(ledger, read_only=True).close()  # none is made, where there is none
    with open_ledger(ledger) as store, progress("reading again") as show:
        chosen = with_own_pack(options.chosen(packs), store)
        for batch in _read(_documents(store, docs), chosen, jobs):
            good = [one for one in batch if isinstance(one, Again)]
            for one in batch:
                if isinstance(one, InputError):
                    refused += 1
                    complain(str(one))
            changed += store.read_again(
                (one.document, [claim for claim in one.claims if claim.is_as_sure_as(least)]) for one in good
            )
            documents += len(good)
            show(counted(documents, "document"))
    click.echo(f"{ledger}: {counted(documents, 'document')} read again, {changed:,} with other claims than before")
    return 1 if refused else 0


def _documents(store: Ledger, docs: Sequence[str]) -> Iterator[list[Document]]:
    """Yield the documents in batches, asked for by their ids: no transaction stays open while they are read."""
    missing = [doc for doc in docs if not store.has(doc)]
    if missing:
        raise InputError("no such document", source=missing[0], remedy="see tawatur claims")
    ids = iter(list(docs) or store.document_ids())
    while page := list(itertools.islice(ids, _BATCH)):
        yield list(store.documents(page))


def _read(batches: Iterable[list[Document]], packs: tuple[str, ...], jobs: int) -> Iterator[list[Again | InputError]]:
    waiting = iter(batches)
    first = list(itertools.islice(waiting, 2))
    if len(first) < 2 or jobs == 1:
        for batch in itertools.chain(first, waiting):
            yield workers.read_again(batch, packs)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=workers.start, initargs=(packs,))
    pending: deque[Future[list[Again | InputError]]] = deque()
    try:
        for batch in itertools.chain(first, waiting):
            pending.append(pool.submit(workers.read_again, batch, packs))
            if len(pending) >= _AHEAD * jobs:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
