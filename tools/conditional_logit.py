"""The conditional logit that `train_choices.py` fits: which of a claim's candidates is right, by the features of each.

Candidates have few of many features, so that sums are taken over those that they have; the penalised likelihood is
climbed by L-BFGS (Nocedal, Updating quasi-Newton matrices with limited storage, 1980), which needs no matrix of all
pairs of features.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import numpy as np

from tawatur.extract.choosing.weights import Features

#: Weight of the penalty on squared weights: they stay near 0 where few claims speak for them.
PENALTY = 3.0
#: How many claims must have a feature that is learned.
LEAST = 8
STEPS = 200
#: A step that raises the likelihood by a smaller share of it is the last.
ENOUGH = 1e-6
#: How many steps back the curvature is estimated from.
MEMORY = 12
#: Of what a step along the gradient promises, the share that it must keep; the shortest step that is tried.
KEPT, SHORTEST = 1e-4, 1e-9

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Indices = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class Example(NamedTuple):
    """The candidates of a claim: what the rules took is the first; which are right."""

    doc: str
    candidates: list[Features]
    right: list[bool]


def fitted(learned: list[Example], penalty: float = PENALTY, least: int = LEAST) -> dict[str, float]:
    """Return the weights that maximise the penalised likelihood of the right candidates."""
    counts = Counter(
        name for example in learned for name in {name for candidate in example.candidates for name in candidate}
    )
    known = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= least))}
    told = [example for example in learned if any(example.right)]
    weights = _lowest(_Likelihood(told, known, penalty), len(known)) if told else np.zeros(len(known))
    return {name: round(float(weights[at]), 3) for name, at in known.items()}


class _Likelihood:
    """The penalised negative log likelihood of examples, and its gradient, at some weights."""

    def __init__(self, told: list[Example], known: dict[str, int], penalty: float) -> None:
        self._penalty = penalty
        self._size = len(known)
        features: list[int] = []
        firsts: list[int] = []
        claims: list[int] = []
        right: list[bool] = []
        for example in told:
            claims.append(len(firsts))
            right += example.right
            for candidate in example.candidates:
                firsts.append(len(features))
                features += [known[name] for name in candidate if name in known] or [self._size]  # none that is known
        self._features: Indices = np.array(features)
        self._firsts: Indices = np.array(firsts)
        self._claims: Indices = np.array(claims)
        self._right: Array = np.array(right, dtype=float)
        self._lengths = np.diff(np.append(self._firsts, len(features)))
        self._candidates = np.diff(np.append(self._claims, len(firsts)))

    def at(self, weights: Array) -> tuple[float, Array]:
        sums = np.add.reduceat(np.append(weights, 0.0)[self._features], self._firsts)
        powers = np.exp(sums - self._each(np.maximum.reduceat(sums, self._claims)))
        whole = np.add.reduceat(powers, self._claims)
        among = np.add.reduceat(powers * self._right, self._claims)
        slopes = powers * self._right / self._each(among) - powers / self._each(whole)
        raised = np.bincount(self._features, np.repeat(slopes, self._lengths), self._size + 1)[: self._size]
        loss = np.log(whole).sum() - np.log(among).sum() + self._penalty / 2 * weights @ weights
        return float(loss), self._penalty * weights - raised

    def _each(self, of_claims: Array) -> Array:
        return np.repeat(of_claims, self._candidates)


def _lowest(likelihood: _Likelihood, size: int) -> Array:
    """Return the weights at which the likelihood's negative is lowest."""
    weights = np.zeros(size)
    loss, gradient = likelihood.at(weights)
    moves: list[tuple[Array, Array]] = []
    for _ in range(STEPS):
        direction = _direction(gradient, moves)
        step = 1.0
        tried, gradient_there = likelihood.at(weights + direction)
        while tried > loss + KEPT * step * (gradient @ direction) and step > SHORTEST:
            step /= 2
            tried, gradient_there = likelihood.at(weights + step * direction)
        moves = [*moves, (step * direction, gradient_there - gradient)][-MEMORY:]
        moves = [move for move in moves if move[0] @ move[1] > 0]
        weights, gradient, won = weights + step * direction, gradient_there, loss - tried
        loss = tried
        if won < ENOUGH * abs(loss):
            break
    return weights


def _direction(gradient: Array, moves: list[tuple[Array, Array]]) -> Array:
    """Return the way down, the gradient turned and scaled by the last moves."""
    down, shares = -gradient, []
    for move, turn in reversed(moves):
        share = (move @ down) / (move @ turn)
        shares.append(share)
        down = down - share * turn
    if moves:
        down = down * (moves[-1][0] @ moves[-1][1]) / (moves[-1][1] @ moves[-1][1])
    else:
        down = down / max(1.0, float(np.abs(gradient).sum()) / 10)
    for (move, turn), share in zip(moves, reversed(shares), strict=True):
        down = down + (share - (turn @ down) / (move @ turn)) * move
    return down
