"""Statements: which reports carry one utterance of one origin."""
