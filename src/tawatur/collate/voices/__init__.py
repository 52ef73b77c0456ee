"""Voices: who speaks independently of whom, what they confirm and where they contradict."""
