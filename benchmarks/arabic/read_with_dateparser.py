"""dateparser's search and parse.

usage: read_with_dateparser.py split|detect|ngram|parse JOB

The settings are the gold's conventions: the anchor, the day first, a date without a year in the past. `parse` takes one
locale of a language at a time: five that between them know the months of all four systems are tried in turn.
"""

import sys
from functools import partial

from adapter import Days, answer, midnight, spanned
from dateparser.date import DateData, DateDataParser
from dateparser.search import search_dates

LOCALES = ("ar-SY", "ar-EG", "ar-MA", "ar-DZ", "ar-TN")


def settings(anchor: str) -> dict[str, object]:
    """Return the gold's conventions for texts of a day."""
    return {"RELATIVE_BASE": midnight(anchor), "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}


def parse(text: str, anchor: str) -> DateData | None:
    """Return what the first locale that can read the phrase makes of it."""
    for locale in LOCALES:
        found = DateDataParser(locales=[locale], settings=settings(anchor)).get_date_data(text)
        if found.date_obj is not None:
            return found
    return None


def parsed(text: str, anchor: str) -> list[Days]:
    """Return the phrase's time, as long as dateparser's period says."""
    found = parse(text, anchor)
    return [] if found is None else [spanned(found.date_obj.date(), found.period)]


def search(text: str, anchor: str, *, strategy: str, languages: list[str] | None) -> list[tuple]:
    """Return what `search_dates` finds, with the period of each date."""
    how = settings(anchor)
    return search_dates(text, languages=languages, settings=how, strategy=strategy, add_period=True) or []


SEARCHES = {
    "split": partial(search, strategy="split", languages=["ar"]),
    "detect": partial(search, strategy="split", languages=None),
    "ngram": partial(search, strategy="ngram", languages=["ar"]),
}


def main() -> None:
    """Do the job in the way that the first argument says."""
    if sys.argv[1] == "parse":
        answer(times=parsed, read=parse)
        return
    find = SEARCHES[sys.argv[1]]
    answer(
        times=lambda text, anchor: [spanned(moment.date(), period) for _, moment, period in find(text, anchor)],
        read=find,
    )


if __name__ == "__main__":
    main()
