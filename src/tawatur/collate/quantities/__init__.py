"""Quantities: facts of one measure, party, place and period, wherever they stand, and the events that they are of."""
