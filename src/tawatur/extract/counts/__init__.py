"""Counts: which numbers count something, what, and under which measure."""
