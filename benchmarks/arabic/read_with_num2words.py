"""The inverse of num2words: a table of the forms that it writes in Arabic, looked up.

usage: read_with_num2words.py table JOB

The table has every number to 99,999, and 1 to 999 thousands, millions and billions. The longest form at a word wins;
digits are read as they stand. num2words sets `و` apart, so the text's is too.
"""

import re

from adapter import Number, answer
from num2words import num2words
from spelling import clitics_apart, plain_digits

_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
_VALUE = ""


def table() -> dict[str, object]:
    """Return the forms as a tree of words; a form's value stands under the empty word."""
    root: dict[str, object] = {}
    values = [*range(100_000), *(count * scale for scale in (10**3, 10**6, 10**9) for count in range(1, 1000))]
    for value in values:
        node = root
        for word in num2words(value, lang="ar").split():
            node = node.setdefault(word, {})  # type: ignore[assignment]
        node.setdefault(_VALUE, value)
    return root


FORMS = table()
WORDS = frozenset(FORMS)


def look_up(text: str) -> list[float]:
    """Return the values of the longest forms, in order."""
    tokens = _TOKEN.findall(clitics_apart(text, WORDS.__contains__))
    values: list[float] = []
    at = 0
    while at < len(tokens):
        if tokens[at][0].isdigit():
            values.append(float(tokens[at]))
            at += 1
            continue
        node, after, value, end = FORMS, at, None, at + 1
        while after < len(tokens) and tokens[after] in node:
            node = node[tokens[after]]  # type: ignore[assignment]
            after += 1
            if _VALUE in node:
                value, end = node[_VALUE], after
        if value is not None:
            values.append(value)  # type: ignore[arg-type]
        at = end
    return values


def numbers(text: str) -> list[Number]:
    """Return the values as exact numbers without a unit."""
    return [(value, value, "exact", None) for value in look_up(plain_digits(text))]


if __name__ == "__main__":
    answer(numbers=numbers, read=lambda text, _: look_up(text))
