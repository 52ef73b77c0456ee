"""Scores against hand-coded claims and findings."""
