"""Clauses: a sentence cut into its clauses, with verbs, subjects and links; what a clause reaches and asserts."""
