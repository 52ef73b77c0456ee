"""A clause: its link to the one it depends on, its verb, its subject, and what a relative clause is said of."""

from __future__ import annotations

from typing import Literal

from tawatur.extract.clauses.predicates import Predicate

#: How a clause hangs on its parent; docs/extraction.md has an example of each.
Link = Literal["main", "that", "relative", "result", "while", "joined"]


class Clause:
    """A clause: the chunk where it begins, its link to its parent, its verb, and the chunk its subject begins at.

    `antecedent` is the head that a relative clause is said of. `subject` may lie outside the clause: the antecedent,
    or the subject of the clause that this one is joined to; None where nothing tells it. `thing` is the object right
    after the verb, where it can be no subject.
    """

    __slots__ = ("antecedent", "first", "link", "number", "parent", "subject", "thing", "verb", "verb_at")

    def __init__(self, number: int, first: int, link: Link, parent: Clause | None) -> None:
        self.number = number
        self.first = first
        self.link = link
        self.parent = parent
        self.antecedent: int | None = None
        self.verb: Predicate | None = None
        self.verb_at: int | None = None
        self.subject: int | None = None
        self.thing: int | None = None

    @property
    def matrix(self) -> Clause:
        """The clause that this one depends on; itself where it depends on none."""
        return self.parent if self.parent is not None else self

    def __repr__(self) -> str:
        parent = self.parent.number if self.parent is not None else None
        return f"<{self.number} {self.link} of {parent} from {self.first}, verb {self.verb_at}, subject {self.subject}>"
