"""Money and weapons."""
