"""Telling: findings with their weights, explanations and claims."""
