"""The language layer: Arabic as it is printed, made readable. Knows the language, nothing of conflicts."""

from tawatur.arabic.tokens import AnalysedText, Sentence, Stem, Token, analyse, fold, stems
from tawatur.arabic.view import View

__all__ = ["AnalysedText", "Sentence", "Stem", "Token", "View", "analyse", "fold", "stems"]
