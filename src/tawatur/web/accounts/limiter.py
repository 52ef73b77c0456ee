"""How often one may fail to sign in: by account and by address."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

#: How many names and addresses are remembered; past it the longest unseen are forgotten.
_REMEMBERED = 10_000


class Limiter:
    """Counts failures under a key: `most` within `span` seconds, and the key is closed until the first is older.

    It forgets with the process, and servers that share a ledger count apart: the slow hash of a password is what makes
    guessing hopeless, and this keeps it from being a load.
    """

    def __init__(self, most: int, span: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._span = span
        self._clock = clock
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, key: str) -> float:
        """Return how many seconds a key stays closed; 0 where it is open."""
        with self._lock:
            times = self._recent(key)
            return max(0.0, times[0] + self._span - self._clock()) if times and len(times) >= self._most else 0.0

    def fail(self, key: str) -> None:
        """Count a failure."""
        with self._lock:
            times = self._recent(key) or deque(maxlen=self._most)
            times.append(self._clock())
            self._failures[key] = times
            self._failures.move_to_end(key)
            while len(self._failures) > _REMEMBERED:
                self._failures.popitem(last=False)

    def forgive(self, key: str) -> None:
        """Take the last failure back: it was none."""
        with self._lock:
            times = self._failures.get(key)
            if times:
                times.pop()

    def forget(self, key: str) -> None:
        """Forget a key's failures: its owner has come."""
        with self._lock:
            self._failures.pop(key, None)

    def _recent(self, key: str) -> deque[float] | None:
        times = self._failures.get(key)
        while times and times[0] <= self._clock() - self._span:
            times.popleft()
        if times is not None and not times:
            del self._failures[key]
            return None
        return times
