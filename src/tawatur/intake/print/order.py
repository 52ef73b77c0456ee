"""Order: from a line as it is printed, left to right, back to the order in which it is read and was written.

The Unicode bidirectional algorithm (Unicode Standard Annex 9) prints a paragraph that is read from right to left with
its numbers and its Latin words from left to right; what it did is undone here. Its rules that matter: a number keeps
its separators (`1,250`, `15/03/2016`, W4), a hyphen or a per cent sign holds it together only where no Arabic stands
before it (W2, W5); a number after a Latin word belongs to it (`F-16`, W7). Where two texts are printed alike, the one
that is commoner in reports is taken.
"""

from __future__ import annotations

import re
import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_DIGIT = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
_NUMBER = rf"{_DIGIT}+(?:[.,:/\u060c\u066b\u066c]{_DIGIT}+)*"
# At the beginning of a paragraph, before any Arabic letter.
_FIRST_NUMBER = rf"[$€£]?{_DIGIT}+(?:[.,:/+\-\u060c\u066b\u066c]{_DIGIT}+)*%?"
# Words with what joins them, without a space: `CJTF-OIR`, `F-16`, an address.
_WORD = r"\w+(?:[-._/@&'’+:#]+\w+)*"
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})(?!\w|[-._/@&]\w*[^\W\d])|(?P<word>{_WORD})|.", re.DOTALL)
_FIRST_TOKEN = re.compile(rf"(?P<number>{_FIRST_NUMBER})(?!\w|[._/@&]\w*[^\W\d])|(?P<word>{_WORD})|.", re.DOTALL)
# What a line was broken behind, at its left end: `F-` of `F-16`.
_CUT = re.compile(r"[A-Za-z]\w*-(?=\s)")
_BRACKETS = frozenset("()[]{}«»‹›")
_OPEN = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›"}
_CLOSE = {close: opening for opening, close in _OPEN.items()}


def rightwards(text: str) -> bool:
    """Tell whether a line is read from left to right: it holds no letter that is read the other way."""
    return not any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text)


def logical(printed: str, *, opening: bool = False, backwards: bool = False) -> str:
    """Return a printed line (its letters from left to right) in the order in which it is read.

    `opening`: it is the first line of its paragraph; `backwards`: its paragraph is read from right to left, though the
    line may hold nothing but numbers.
    """
    if not backwards and rightwards(printed):
        return printed
    pieces: list[str] = []
    end = len(printed)
    while end > 0:
        if _is_right_to_left(printed[end - 1]):
            end -= 1
            pieces.append(printed[end])
            continue
        start = end
        while start > 0 and not _is_right_to_left(printed[start - 1]):
            start -= 1
        cut = _CUT.match(printed) if start == 0 else None
        if cut is not None and cut.end() < end:
            pieces += [_between(printed[cut.end() : end], opening=False), cut[0]]
        else:
            pieces.append(_between(printed[start:end], opening=opening and end == len(printed)))
        end = start
    return "".join(pieces)


def _is_right_to_left(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT


def _between(printed: str, *, opening: bool) -> str:
    """Return in reading order what stands between Arabic letters: signs, numbers, Latin words."""
    token = _FIRST_TOKEN if opening else _TOKEN
    tokens = [(match[0], _kind(match)) for match in token.finditer(printed)]
    runs: list[str] = []
    at = 0
    while at < len(tokens):
        end = _run(tokens, at)
        runs.append("".join(text for text, _ in tokens[at:end]))
        at = end
    return "".join(reversed(runs))


def _kind(match: re.Match[str]) -> str:
    if match["number"] is not None:
        return "number"
    if match["word"] is not None:
        return "word" if any(unicodedata.bidirectional(letter) == "L" for letter in match[0]) else "number"
    return "bracket" if match[0] in _BRACKETS else "sign"


def _run(tokens: list[tuple[str, str]], at: int) -> int:
    """Return where what is read from left to right ends that begins at a token: Latin words with all between them."""
    first = at
    if tokens[at][1] == "number":
        first = next((place for place in range(at + 1, len(tokens)) if tokens[place][1] != "sign"), at)
    if tokens[first][1] != "word":
        return at + 1
    end = first + 1
    brackets = 0
    for place in range(end, len(tokens)):
        kind = tokens[place][1]
        brackets += kind == "bracket"
        if brackets > 1:  # one set of words in brackets ends, and another begins
            break
        if kind == "word":
            end, brackets = place + 1, 0
    behind = tokens[end : end + 2]
    if [kind for _, kind in behind] == ["sign", "number"] and behind[0][0] == " " and tokens[end - 1][0][0].isupper():
        return end + 2  # `BM 21`; but `12 km` is printed with its number behind as well
    return end


def oriented(text: str) -> str:
    """Return a text with its brackets and quotation marks turned the way that they are read.

    A bracket is printed mirrored where the text runs from right to left, and PDFs disagree about which of the two they
    say that it is. What stands before and after tells: a bracket opens behind a space, and closes before one.
    """
    depth: dict[str, int] = {}
    turned: list[str] = []
    for at, sign in enumerate(text):
        opening = sign if sign in _OPEN else _CLOSE.get(sign)
        if opening is None:
            turned.append(sign)
            continue
        before = text[at - 1 : at] if at else ""
        after = text[at + 1 : at + 2]
        free_before = not before.strip() or turned[-1] in _OPEN
        free_after = not after.strip() or unicodedata.category(after) in {"Po", "Pe", "Pf"}
        opens = free_before if free_before != free_after else depth.get(opening, 0) == 0
        depth[opening] = max(0, depth.get(opening, 0) + (1 if opens else -1))
        turned.append(opening if opens else _OPEN[opening])
    return "".join(turned)
