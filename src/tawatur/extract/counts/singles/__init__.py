"""Counts of one: who or what an outcome befell, told without a number."""
