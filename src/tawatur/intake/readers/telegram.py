"""Telegram's export of a chat or of all chats (`result.json`), streamed: a message a record, the chat its publisher."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tawatur.intake.fields import Fields, plain
from tawatur.intake.readers.encodings import encoding_of
from tawatur.intake.readers.json_members import Array
from tawatur.intake.record import Record
from tawatur.intake.streams import Stream
from tawatur.model import InputError

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_NAME = re.compile(r'"name"\s*:\s*("(?:[^"\\]|\\.)*")')
_CHAT = re.compile(r'"type"\s*:\s*"(?:public|private|personal|saved|bot|verification)_?\w*"')
#: What else a message says of itself that a reader may ask for.
_KEPT = ("from", "author", "forwarded_from", "saved_from", "edited", "reply_to_message_id", "photo", "file")


def is_export(opening: str) -> bool:
    """Tell whether a text begins as an export does: an object with a chat's name and kind before its messages."""
    messages = _MESSAGES.search(opening)
    return opening.startswith("{") and messages is not None and _CHAT.search(opening, 0, messages.start()) is not None


def read(stream: Stream, _fields: Fields) -> Iterator[Record | InputError]:
    """Yield the messages that have a text."""
    array = Array(stream, encoding_of(stream) or "utf-8")
    while (before := array.enter(_MESSAGES)) is not None:
        names = _NAME.findall(before)
        chat = str(json.loads(names[-1], strict=False)) if names else None
        for member in array.members():
            if isinstance(member, InputError):
                yield member
                continue
            where, encoding, message = member
            record = _record(stream, where, encoding, message, chat)
            if record is not None:
                yield record


def _record(stream: Stream, where: str, encoding: str, message: object, chat: str | None) -> Record | InputError | None:
    if not isinstance(message, dict):
        return stream.error("not a message", where, "export the chat again")
    text = _text(message.get("text"))
    if message.get("type") != "message" or not text.strip():
        return None
    kept = {name: plain(message[name]) for name in _KEPT if message.get(name) not in (None, "")}
    number = message.get("id")
    return Record(
        body=text,
        date=plain(message["date"]) if message.get("date") else None,
        publisher=chat,
        metadata=kept if number is None else {"message": plain(number), **kept},
        origin=stream.origin(where),
        encoding=encoding,
    )


def _text(given: object) -> str:
    """Return a message's text: a string, or a list of strings and of pieces with a form of their own."""
    if isinstance(given, str):
        return given
    if not isinstance(given, list):
        return ""
    return "".join(
        piece if isinstance(piece, str) else str(piece.get("text") or "") if isinstance(piece, dict) else ""
        for piece in given
    )
