"""Choosing: a claim's slots weighed, where the rules leave more than one reading, by models of few coefficients."""
