"""Phrases: the words that the grammar needs, chunks, numbers and what they govern, names, and who is meant by them."""
