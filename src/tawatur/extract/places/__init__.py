"""Places: what a sentence names of them, and which of them a claim is of."""
