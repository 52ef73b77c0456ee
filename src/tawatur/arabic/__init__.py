"""The language layer: Arabic as it is printed, made readable. Knows the language, nothing of conflicts."""

from tawatur.arabic.nouns import NounEntry, NounForm, Nouns, default_nouns
from tawatur.arabic.numbers import Number, find_numbers, find_numerals
from tawatur.arabic.tokens import AnalysedText, Sentence, Stem, Token, analyse, fold, stems
from tawatur.arabic.view import View

__all__ = [
    "AnalysedText",
    "NounEntry",
    "NounForm",
    "Nouns",
    "Number",
    "Sentence",
    "Stem",
    "Token",
    "View",
    "analyse",
    "default_nouns",
    "find_numbers",
    "find_numerals",
    "fold",
    "stems",
]
