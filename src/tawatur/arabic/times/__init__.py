"""Times in Arabic text: dates and periods found by a grammar over tokens, resolved by named rules.

>>> [(time.start_date, time.end_date) for time in find_times("في النصف الأول من عام 2024", None)]
[('2024-01-01', '2024-06-30')]

The modules: `words` and `numerals` (the lexicon), `openings` (where a time can begin), `forms` (what the words say),
`points`, `numeric_dates`, `days`, `units`, `periods`, `lists`, `ranges` (the grammar, from the parts to the whole),
`counted` (a noun behind a number), `resolution`, `dates`, `outcome`, `rules`, `calendar`, `hijri` (which days that
makes), `reader`; `generator` writes what they read.
"""

from tawatur.arabic.times.reader import Duration, Time, find_times

__all__ = ["Duration", "Time", "find_times"]
