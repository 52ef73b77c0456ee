"""Unfolding: from a stream that may be a container, or a container of containers, to streams that are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tawatur.intake.containers.compressed import compressed
from tawatur.intake.containers.messages import message
from tawatur.intake.containers.tars import members as tar_members
from tawatur.intake.containers.warcs import captures
from tawatur.intake.containers.zips import members as zip_members
from tawatur.intake.kinds import signature
from tawatur.intake.limits import Budget
from tawatur.intake.streams import DAMAGE, Stream
from tawatur.model import InputError

#: How many containers may stand in each other: a tar in a gzip are two.
DEEPEST = 5

Container = Callable[[Stream, Budget], Iterator[Stream | InputError]]

_CONTAINERS: dict[str, Container] = {
    "zip": zip_members,
    "tar": tar_members,
    "gzip": compressed,
    "bzip2": compressed,
    "xz": compressed,
    "warc": captures,
    "message": message,
}


def unfold(stream: Stream, budget: Budget, depth: int = 0) -> Iterator[Stream | InputError]:
    """Yield the streams that `stream` holds, itself where it is no container. Raises Bomb where they are too much.

    A stream must be used before the next is asked for.
    """
    container = _CONTAINERS.get(signature(stream.head) or "") if stream.kind is None else None
    if container is None:
        yield stream
        return
    if depth == DEEPEST:
        yield stream.error(f"lies in more than {DEEPEST} archives", remedy="unpack the outer ones first")
        return
    try:
        for inner in container(stream, budget):
            if isinstance(inner, InputError):
                yield inner
            else:
                yield from unfold(inner, budget, depth + 1)
    except InputError as error:
        yield error
    except DAMAGE as error:
        yield stream.error(f"can't be unpacked: {error}", remedy="fetch or pack it again")
