"""Variants: the renditions of one statement side by side, where they part ways, and who took from whom."""
