"""Disjoint sets, for whatever is one by being joined step by step: copies, statements, voices."""

from __future__ import annotations


class Groups:
    """Disjoint sets over 0 … size-1; a set is known by its least member."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))
        self._members = {member: [member] for member in range(size)}

    def find(self, member: int) -> int:
        """Return the least member of the set that `member` is in."""
        return self._leader[member]

    def members(self, member: int) -> list[int]:
        """Return the set that `member` is in, in order."""
        return sorted(self._members[self._leader[member]])

    def join(self, one: int, other: int) -> int:
        """Make two sets one; return its least member. Any order of joins costs n log n steps at most."""
        first, second = self._leader[one], self._leader[other]
        if first == second:
            return first
        large, small = sorted((self._members.pop(first), self._members.pop(second)), key=len, reverse=True)
        leader = min(first, second)
        # the larger set's members keep their leader's cell only where it stays the least
        for member in small if self._leader[large[0]] == leader else (*small, *large):
            self._leader[member] = leader
        large.extend(small)
        self._members[leader] = large
        return leader

    def sets(self) -> dict[int, list[int]]:
        """Return all sets, members in order, by their least member."""
        return {leader: sorted(members) for leader, members in sorted(self._members.items())}
