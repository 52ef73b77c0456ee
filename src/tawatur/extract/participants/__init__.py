"""Participants: who did it, and whom it befell."""
