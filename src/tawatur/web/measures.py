"""What the server did since it started, in the text form that Prometheus reads (version 0.0.4)."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

#: Upper bounds of the buckets of answer times, in seconds.
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.3, 0.5, 1.0, 2.5, 5.0, 10.0)

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Measures:
    """Counts of answers and their times, by the form of the address."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._under_way = 0

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Count a request as under way while the block lasts."""
        with self._lock:
            self._under_way += 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way -= 1

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an answer."""
        method = method if method in _METHODS else "other"
        with self._lock:
            self._answers[method, route, status] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]  # a Counter adds any numbers
            self._buckets[route, next((bound for bound in _BOUNDS if seconds <= bound), float("inf"))] += 1

    def text(self, extra: dict[str, float]) -> str:
        """Return all measures; `extra` are single ones by their names."""
        with self._lock:
            answers, buckets, seconds = dict(self._answers), dict(self._buckets), dict(self._seconds)
            lines = ["# TYPE tawatur_requests_under_way gauge", f"tawatur_requests_under_way {self._under_way}"]
        lines.append("# TYPE tawatur_answers_total counter")
        lines += [
            f"tawatur_answers_total{_labels(method=method, route=route, status=status)} {count}"
            for (method, route, status), count in sorted(answers.items())
        ]
        lines.append("# TYPE tawatur_answer_seconds histogram")
        for route in sorted(seconds):
            total = 0
            for bound in (*_BOUNDS, float("inf")):
                total += buckets.get((route, bound), 0)
                name = "+Inf" if bound == float("inf") else bound
                lines.append(f"tawatur_answer_seconds_bucket{_labels(route=route, le=name)} {total}")
            lines.append(f"tawatur_answer_seconds_sum{_labels(route=route)} {seconds[route]:.6f}")
            lines.append(f"tawatur_answer_seconds_count{_labels(route=route)} {total}")
        for name, value in extra.items():
            lines += [f"# TYPE {name} {'counter' if name.endswith('_total') else 'gauge'}", f"{name} {value:g}"]
        return "\n".join(lines) + "\n"


def _labels(**labels: object) -> str:
    quoted = (f'{name}="{_escaped(str(value))}"' for name, value in labels.items())
    return "{" + ",".join(quoted) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
