"""The one error that a user is meant to read: a file, a place in it, what is wrong, and what to do."""

from __future__ import annotations


class InputError(ValueError):
    """An input that can't be used; its text is one line for the user.

    `problem` says what is wrong, `source` names the file (or `-`), `place` where in it, `remedy` what to do.
    """

    def __init__(
        self, problem: str, *, source: str | None = None, place: str | None = None, remedy: str | None = None
    ) -> None:
        self.problem = problem
        self.source = source
        self.place = place
        self.remedy = remedy
        where = ": ".join(part for part in (source, place) if part)
        line = f"{where}: {problem}" if where else problem
        super().__init__(f"{line} ({remedy})" if remedy else line)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle by keyword, so that the error crosses from a worker process whole."""
        return _rebuild, (self.problem, self.source, self.place, self.remedy)


def _rebuild(problem: str, source: str | None, place: str | None, remedy: str | None) -> InputError:
    return InputError(problem, source=source, place=place, remedy=remedy)
