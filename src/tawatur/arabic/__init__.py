"""The language layer: Arabic as it is printed, made readable. Knows the language, nothing of conflicts."""

from tawatur.arabic.expressions import Expressions, read_expressions
from tawatur.arabic.nouns import NounEntry, NounForm, Nouns, default_nouns
from tawatur.arabic.numbers import Number, currencies_called, find_numbers, find_numerals
from tawatur.arabic.prefixes import Stem, stems
from tawatur.arabic.times import Duration, Time, find_times
from tawatur.arabic.times.rules import RULES
from tawatur.arabic.tokens import AnalysedText, Sentence, Token, analyse, fold
from tawatur.arabic.view import View

__all__ = [
    "RULES",
    "AnalysedText",
    "Duration",
    "Expressions",
    "NounEntry",
    "NounForm",
    "Nouns",
    "Number",
    "Sentence",
    "Stem",
    "Time",
    "Token",
    "View",
    "analyse",
    "currencies_called",
    "default_nouns",
    "find_numbers",
    "find_numerals",
    "find_times",
    "fold",
    "read_expressions",
    "stems",
]
