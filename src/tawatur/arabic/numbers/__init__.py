"""Numbers in Arabic text: their values, how they are bounded, their units, and the exact words that state them.

`find_numbers` returns what counts or measures; `find_numerals` returns every numeral, typed, so that a caller can
see what was left out and why. Values, bounds and spans are the codebook's: `نحو 50` is 50 with the bound `about`,
`أكثر من عشرة` is 10 with an open end, `المئات` is 100 to 999.

The modules: `lexicon` (the words), `openings` (where a number can begin), `digit_shapes` (digits and separators),
`grammar` and `groups` (values), `ranges` and `pairs` (two ends), `bounds` (hedges), `units`, `kinds` and `homographs`
(what a numeral is by its context), `ordinals`, `counted_nouns` and `noun_numbers` (duals), `assembly`, `reader`;
`generator` writes what they read.
"""

from tawatur.arabic.numbers.kinds import NumeralKind
from tawatur.arabic.numbers.passage import Number
from tawatur.arabic.numbers.reader import find_numbers, find_numerals
from tawatur.arabic.numbers.units import currencies_called

__all__ = ["Number", "NumeralKind", "currencies_called", "find_numbers", "find_numerals"]
