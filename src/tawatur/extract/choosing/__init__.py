"""Choosing: slots weighed, where the rules leave more than one reading, and claims accepted, by learned models."""
