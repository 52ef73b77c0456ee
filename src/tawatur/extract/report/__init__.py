"""The report: what sentences tell of each other, and whether they tell of a conflict at all."""
