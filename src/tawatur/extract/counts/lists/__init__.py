"""Figures that others, or what is told of them elsewhere, explain: lists, parts told one by one, changes, tolls."""
