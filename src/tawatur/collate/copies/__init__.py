"""Copies: the texts of reports, their shingles, and which print another's text."""
