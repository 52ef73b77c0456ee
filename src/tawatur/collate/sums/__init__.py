"""Sums: totals and their parts, and parts that exceed their wholes."""
