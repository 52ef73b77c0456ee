"""Markup: from the bytes of a page to its tree, with the encoding told and what was misread put right."""

from __future__ import annotations

import codecs
import html
import re
from typing import NamedTuple

from lxml import etree
from lxml import html as html_elements

from tawatur.intake.decode import LOST_REPAIR, MARKS, NUL_REPAIR, arabic_share, misread, repair, sniff, suspect, wide
from tawatur.model import InputError

#: How deep elements may lie in one another; a page that goes deeper is read without its nesting. libxml2 gives up at
#: 2,048, and loses what comes after.
DEEPEST = 400
FLAT_REPAIR = "elements nested too deep, read without their nesting"
ENTITIES_REPAIR = "entities encoded twice, read back"
CHARSET_REPAIR = "not in the encoding that it declares"

#: How much of a page is looked at to tell its encoding.
_SAMPLE = 1 << 17
_EIGHT_BIT_SHARE = 0.1
_SILENT = re.compile(
    rb"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)", re.DOTALL | re.IGNORECASE
)
_META = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_RUN = re.compile(r"[^<>\"\n]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
_SPELT = re.compile(r"&(?:#|[A-Za-z](?!mp;|t;|bsp;|uot;|aquo;))")
_TAG = re.compile(r"</?(?:p|br|div|span|strong|b|i|em|u|a|font|img|h[1-6]|li|ul|ol)\b[^<>]*>", re.IGNORECASE)
_STRUCTURE = re.compile(rb"<(/?)(?!/?(?:html|head|body|title|meta|script|style|h1|h2|p|time)\b)[a-zA-Z][^<>]*>")
#: Labels that name Latin encodings: what servers add by default, and Arabic pages declare without meaning it.
_BY_DEFAULT = frozenset({"iso-8859-1", "windows-1252", "ascii"})
# What codecs of Python are encodings of text: not `hex`, `rot13`, `unicode_escape`, `undefined`.
_OF_TEXT = re.compile(r"(utf-(?:8|16|32))|(?:iso8859|cp\d|mac|koi8|gb|big5|euc|shift|ascii)")


class Markup(NamedTuple):
    """A page's tree (its root element) and its source as text, the encoding of its bytes, and what was repaired."""

    root: etree._Element
    text: str
    encoding: str
    repairs: tuple[str, ...]


def parse(data: bytes, charset: str | None) -> Markup:
    """Return the tree of an HTML page. Raises InputError where it holds no markup or is in no encoding known."""
    encoding, doubted = encoding_of(data, charset)
    text = _PROLOGUE.sub("", data.decode(encoding, errors="replace").removeprefix("\ufeff"))
    repairs = [CHARSET_REPAIR] if doubted else []
    if "\0" in text:
        text = text.replace("\0", "")
        repairs.append(NUL_REPAIR)
    if misread(text):
        text, more = _mended(text)
        repairs += more
    if "\ufffd" in text:
        repairs.append(LOST_REPAIR)
    root = _tree(text.encode("utf-8", "replace"))
    if root is None:
        raise InputError("a page without text", remedy="nothing to read in it")
    return Markup(root, text, encoding, tuple(dict.fromkeys(repairs)))


def flattened(markup: Markup) -> Markup:
    """Return a page without the elements that lie in one another: its headings, paragraphs and lines remain."""
    root = _tree(_STRUCTURE.sub(b"<br>", markup.text.encode("utf-8", "replace")))
    return markup._replace(root=markup.root if root is None else root, repairs=(*markup.repairs, FLAT_REPAIR))


def encoding_of(data: bytes, charset: str | None) -> tuple[str, bool]:
    """Return the encoding of a page's bytes, and whether the page or its headers say another.

    A byte-order mark says it, then the bytes themselves where they are UTF-8 or UTF-16; then the HTTP headers or the
    page, if what comes out reads as Arabic no worse than in any other encoding; then what reads best.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding, False
    declared = [name for name in map(_codec, (charset, _label(_META, data), _label(_XML, data))) if name is not None]
    if (units := wide(data)) is not None:
        return units, False
    if _is_utf_8(data):
        return "utf-8", bool(declared) and declared[0] != "utf-8" and not data.isascii()
    sample = _SILENT.sub(b" ", data[:_SAMPLE])
    sniffed = sniff(sample)
    if sniffed == "utf-8":
        return "utf-8", bool(declared) and declared[0] != "utf-8"
    for name in declared:
        if name != "utf-8" and _reads(sample, name) >= max(_EIGHT_BIT_SHARE, _reads(sample, sniffed)):
            return name, False
    if sniffed is not None and _reads(sample, sniffed) >= _EIGHT_BIT_SHARE:
        return sniffed, bool(declared) and declared[0] not in {sniffed, *_BY_DEFAULT}
    found = next(iter(declared), None) or sniffed
    if found is None:
        raise InputError("not text in any encoding known", remedy="save it as UTF-8")
    return found, False


def mend(text: str, *, spelt: bool = True) -> tuple[str, tuple[str, ...]]:
    """Return a text of the page with what was encoded twice read back, and what was repaired.

    `spelt`: some letters of the page were spelt as entities, so that only now it shows what they make.
    """
    repairs: tuple[str, ...] = ()
    if "&" in text and _ENTITY.search(text):
        mended = _TAG.sub(" ", html.unescape(text))
        if mended != text:
            text, repairs = mended, (ENTITIES_REPAIR,)
    if (spelt or repairs) and misread(text):
        text, more = repair(text)
        repairs += more
    return text, repairs


def spells(text: str) -> bool:
    """Tell whether a page's source spells letters as entities: `&Oslash;`, `&#216;`."""
    return _SPELT.search(text) is not None


def _mended(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a page with the runs of text that were misread read back, and what was repaired.

    All of them together show best how they were misread; where they differ, each is read for itself.
    """
    runs = list(dict.fromkeys(run for run in _RUN.findall(text) if suspect(run)))
    whole, repairs = repair("\n".join(runs))
    mended = whole.split("\n")
    if not repairs or len(mended) != len(runs):
        mended = []
        found: list[str] = []
        for run in runs:
            one, more = repair(run)
            mended.append(one)
            found += more
        repairs = tuple(dict.fromkeys(found))
    back = dict(zip(runs, mended, strict=True))
    return _RUN.sub(lambda match: back.get(match.group(), match.group()), text), repairs


def _tree(data: bytes) -> etree._Element | None:
    # Elements of lxml.html, for those are what trafilatura reads.
    parser = html_elements.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _label(pattern: re.Pattern[bytes], data: bytes) -> str | None:
    match = pattern.search(data[:_SAMPLE])
    return None if match is None else match[1].decode("ascii", "replace")


def _codec(label: str | None) -> str | None:
    """Return the name of the codec that a label means, or None: `x-sjis`, `utf8mb4` and the like are none."""
    if not label:
        return None
    try:
        name = codecs.lookup(label.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    if (told := _OF_TEXT.match(name)) is None:
        return None
    return told[1] or name.replace("cp125", "windows-125").replace("iso8859", "iso-8859")


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _reads(sample: bytes, encoding: str | None) -> float:
    return 0.0 if encoding is None else arabic_share(sample.decode(encoding, errors="replace"))
