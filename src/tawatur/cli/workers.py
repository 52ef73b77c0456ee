"""What a reading process does: from one record to a document and its claims."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import traceback
from typing import NamedTuple

from tawatur.extract import extract
from tawatur.intake import Record, to_document
from tawatur.model import Claim, Document, InputError
from tawatur.packs import load

#: Of how many new objects cycles are sought at once. A text leaves few, and each search walks over all that is new.
_OBJECTS = 50_000


class Reading(NamedTuple):
    """A record's fingerprint, the document that it holds, and the claims of that document."""

    fingerprint: str
    document: Document
    claims: list[Claim]


class Again(NamedTuple):
    """The claims that are read now in a document of a ledger, by its id."""

    document: str
    claims: list[Claim]


def start(packs: tuple[str, ...]) -> None:
    """Prepare a process: Ctrl-C is its parent's business, and it ends when its parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(packs)


def prepare(packs: tuple[str, ...]) -> None:
    """Load packs into a process that reads many records, and have it seek cycles of objects less often."""
    load(packs)
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def read_again(documents: list[Document], packs: tuple[str, ...]) -> list[Again | InputError]:
    """Return what is read now in documents that a ledger has."""
    found: list[Again | InputError] = []
    for document in documents:
        try:
            found.append(Again(document.id, extract(document, load(packs))))
        except Exception as error:  # noqa: BLE001  one bad report must not end the reading of a million
            found.append(_failed(error, document.origin or document.id))
    return found


def read_batch(batch: list[tuple[str, Record]], packs: tuple[str, ...]) -> list[Reading | InputError]:
    """Read each record of a batch."""
    return [read(mark, record, packs) for mark, record in batch]


def read(mark: str, record: Record, packs: tuple[str, ...]) -> Reading | InputError:
    """Return the document and the claims of `record`; an error where it can't be read, so that the rest goes on."""
    try:
        knowledge = load(packs)
        document = to_document(record, knowledge)
        return Reading(mark, document, extract(document, knowledge))
    except InputError as error:
        return error
    except Exception as error:  # noqa: BLE001  one bad report must not end the reading of a million
        return _failed(error, record.origin or record.doc)


def _failed(error: Exception, source: str | None) -> InputError:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return InputError(
        f"could not be read: {type(error).__name__}: {error} at {os.path.basename(frame.filename)}:{frame.lineno}",  # noqa: PTH119
        source=source,
        remedy="please report it, with the text",
    )
