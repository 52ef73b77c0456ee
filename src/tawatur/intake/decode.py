"""Decoding: from bytes to text, by byte-order mark, by shape, by what reads as Arabic; and repair of what was misread.

Nothing is guessed silently: the encoding's name and every repair are given back, and stand on the document.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

import ftfy
from charset_normalizer import from_bytes

from tawatur.intake.tables import column

#: Byte-order marks, and the encodings that they announce.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The eight-bit encodings in which Arabic was ever put on the web, the commonest first.
_EIGHT_BIT = ("windows-1256", "iso-8859-6", "mac-arabic", "cp864")
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
# UTF-8 read as Latin-1 or Windows-1252: the lead bytes of Arabic letters (D8 to DB), each with a continuation byte.
_MISREAD = re.compile(
    "[\u00d8-\u00db][\u0080-\u00bf\u2018-\u2026\u0152-\u0192\u02c6\u02dc\u20ac\u2122\u2030\u2039\u203a]"
)
_SAMPLE = 1 << 16
# How much of a text must lie in frequent Arabic words for it to be Arabic.
_SHARE = 0.1

# UTF-8 read as Windows-1256: the lead bytes D8 and D9 are printed as these two letters, before every other sign.
_MISREAD_1256 = re.compile(
    "[\u0637\u0638][^\u0621-\u064a\\s]|[\u0637\u0638][\u0637\u0638\u0679\u067e\u0686\u0688\u0691\u0698\u06a9\u06af]"
)

# Windows-1256 read as Latin-1: Arabic words are runs of its upper half.
_UPPER_HALF = re.compile("[\u00c0-\u00ff]")

# Runs that no text of ours has unless it was misread: lead bytes each with a continuation, upper halves in a row. Each
# begins with a class of its own, by which a search passes over a text as fast as can be.
_SUSPECT = (
    re.compile(rf"(?:{_MISREAD.pattern}){{3}}"),
    re.compile(rf"(?:{_MISREAD_1256.pattern}){{3}}"),
    re.compile("[\u00c0-\u00ff]{4}"),
)

NUL_REPAIR = "NUL characters removed"
MISREAD_REPAIR = "UTF-8 printed as Latin-1, read back"
MISREAD_1256_REPAIR = "UTF-8 printed as Windows-1256, read back"
MISREAD_LATIN_REPAIR = "Windows-1256 printed as Latin-1, read back"
LOST_REPAIR = "bytes that are no text stand as U+FFFD"


class Decoded(NamedTuple):
    """A text, and the encoding that it came in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded | None:
    """Return `data` as text, or None where it is none in any encoding known.

    Cost is linear: encodings are told on a sample, then the whole is decoded once.
    """
    encoding = sniff(data)
    if encoding is None:
        return None
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def sniff(data: bytes) -> str | None:
    """Return the name of the encoding in which `data` reads as text, or None."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    if (units := wide(data)) is not None:
        return units
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return _eight_bit(data)
    return "utf-8"


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` without NULs and with UTF-8 printed as Latin-1 read back, and what was repaired or lost.

    Whatever else is odd (bidirectional controls, entities, broken words) stays: offsets count on what was printed.
    """
    repairs = []
    if "\0" in text:
        text = text.replace("\0", "")
        repairs.append(NUL_REPAIR)
    if _MISREAD.search(text) and len(_MISREAD.findall(text)) > len(_ARABIC_WORD.findall(text)):
        fixed = ftfy.fix_encoding(text)
        if fixed != text:
            text = fixed
            repairs.append(MISREAD_REPAIR)
    elif (mended := _read_back(text)) is not None:
        text = mended
        repairs.append(MISREAD_1256_REPAIR)
    elif (mended := _from_latin(text)) is not None:
        text = mended
        repairs.append(MISREAD_LATIN_REPAIR)
    if "\ufffd" in text:
        repairs.append(LOST_REPAIR)
    return text, tuple(repairs)


def misread(text: str) -> bool:
    """Tell whether a text may hold runs that were read in a wrong encoding: the cheap question before `repair`."""
    return any(sign.search(text) is not None for sign in _SUSPECT)


def suspect(text: str) -> bool:
    """Tell whether a run of a text that holds misread runs may be one of them."""
    if _MISREAD.search(text) or len(_MISREAD_1256.findall(text)) * 6 > len(text):
        return True
    return _is_mostly_upper_half(text)


def _is_mostly_upper_half(text: str) -> bool:
    """Tell whether most of a text's letters are those of the upper half of Latin-1."""
    found = len(_UPPER_HALF.findall(text))
    return found > 0 and found * 2 > len("".join(text.split()))


def _read_back(text: str) -> str | None:
    """Return a text that was UTF-8 and was read as Windows-1256, or None where it was not, or not all of it."""
    sample = text[:_SAMPLE]
    if len(_MISREAD_1256.findall(sample)) * 6 <= len(sample):
        return None
    try:
        return text.encode("windows-1256").decode("utf-8")
    except UnicodeError:
        return None


def _from_latin(text: str) -> str | None:
    """Return a text that was Windows-1256 and was read as Latin-1 or Windows-1252, or None where it was not."""
    sample = text[:_SAMPLE]
    if not _is_mostly_upper_half(sample):
        return None
    for encoding in ("windows-1252", "latin-1"):
        try:
            mended = text.encode(encoding).decode("windows-1256")
        except UnicodeError:
            continue
        return mended if arabic_share(mended[:_SAMPLE]) > _SHARE else None
    return None


def wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: every other byte of Arabic text is 06 (letters) or 00 (spaces, digits)."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2:
        return None
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        upper = sample[first : 2 * pairs : 2]
        lower = sample[1 - first : 2 * pairs : 2]
        high = upper.count(0) + upper.count(6)
        if high >= 0.8 * pairs and lower.count(0) + lower.count(6) < 0.2 * pairs:
            return encoding
    return None


def _eight_bit(data: bytes) -> str | None:
    """Return the encoding in which bytes that are no UTF-8 read best."""
    sample = data[:_SAMPLE]
    damaged = sample.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") * 20 < sum(1 for letter in damaged if letter > "\x7f"):
        return "utf-8"  # UTF-8 with a few bad bytes
    score, _, encoding = max(
        (arabic_share(sample.decode(name, errors="replace")), -rank, name) for rank, name in enumerate(_EIGHT_BIT)
    )
    if score > _SHARE:
        return encoding
    best = from_bytes(sample).best()
    return None if best is None else best.encoding


def arabic_share(text: str) -> float:
    """Return the share of a text's characters that lie in words every Arabic text is full of, or begin with `ال`.

    Windows-1256 and ISO 8859-6 agree on the alef and differ on the lam, so the article alone tells them apart.
    """
    frequent = column("frequent_words.tsv", "word")
    words = _ARABIC_WORD.findall(text)
    read = sum(len(word) for word in words if word in frequent or (word.startswith("ال") and len(word) > 4))
    return read / max(1, sum(not letter.isspace() for letter in text))
