"""The index of words: FTS5 on SQLite, `tsvector` on PostgreSQL, with the same answers.

Each word stands in the index three times at its place: as it is written, as its stem, and as what else its stem may be;
further readings stand behind the text's end. SQLite has a column for each; in PostgreSQL a sign before the word tells
them apart, as its own weights can't: of equal words at one place it keeps one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, cast, column, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.sql.selectable import Select

from tawatur.ledger.bulk import put_tuples
from tawatur.ledger.language import WordForms
from tawatur.ledger.search.request import Request, Term

Kind = Literal["sqlite", "postgresql"]
#: What is indexed: the quotes of claims, and stretches of reports.
Indexed = Literal["claim_words", "passage_words"]
INDEXED: tuple[Indexed, ...] = ("claim_words", "passage_words")

#: Between a text's words and further readings, so that no phrase runs from one to the other.
_GAP = "\u0640"
_WORDS, _STEMS, _READINGS = "words", "stems", "readings"
_SIGNS = {_WORDS: "=", _STEMS: "", _READINGS: "~"}


class Forms(NamedTuple):
    """A text's words as they are indexed, place by place."""

    words: list[str]
    stems: list[str]
    readings: list[str]

    @classmethod
    def of(cls, words: Sequence[WordForms]) -> Forms:
        """Return the forms of a text's words."""
        readings = [word.readings[0] if word.readings else word.stem for word in words]
        further = [reading for word in words for reading in word.readings[1:]]
        if further:
            readings += [_GAP, *further]
        return cls([word.form for word in words], [word.stem for word in words], readings)


class WordIndex:
    """One index on a connection: rows go in by their number, and come out by what they hold."""

    def __init__(self, name: Indexed, kind: Kind) -> None:
        self._name = name
        self._kind = kind

    def add(self, connection: Connection, rows: Iterable[tuple[int, Forms]]) -> None:
        """Add texts by their numbers, none of which is there yet."""
        if self._kind == "sqlite":
            given = (tuple(_columns(number, forms).values()) for number, forms in rows)
            put_tuples(connection, self._name, ("rowid", _WORDS, _STEMS, _READINGS), given)
        else:
            put_tuples(
                connection, self._name, ("number", "words"), ((number, _vector(forms)) for number, forms in rows)
            )

    def take_out(self, connection: Connection, rows: Iterable[tuple[int, Forms]]) -> None:
        """Take out texts by their numbers; SQLite asks for the words that went in."""
        if self._kind == "sqlite":
            statement = (
                f"INSERT INTO {self._name} ({self._name}, rowid, words, stems, readings) "  # noqa: S608
                "VALUES ('delete', :n, :w, :s, :r)"
            )
            given = [_columns(number, forms) for number, forms in rows]
        else:
            statement = f"DELETE FROM {self._name} WHERE number = :n"  # noqa: S608
            given = [{"n": number} for number, _ in rows]
        if given:
            connection.execute(text(statement), given)

    def clear(self, connection: Connection) -> None:
        """Take everything out of the index."""
        emptied = {
            "sqlite": f"INSERT INTO {self._name} ({self._name}) VALUES ('delete-all')",  # noqa: S608
            "postgresql": f"TRUNCATE {self._name}",
        }
        connection.execute(text(emptied[self._kind]))

    def numbers(self, request: Request) -> Select[int]:
        """Return the selection of the numbers of texts that have one term of each group of a request."""
        return self._matching(" AND ".join(f"({_any(group)})" for group in request.groups), request.groups)

    def numbers_without(self, request: Request) -> Select[int]:
        """Return the selection of the numbers of texts that have a term which a request will not have."""
        return self._matching(_any(request.without), [request.without])

    def _matching(self, sqlite: str, groups: Sequence[Sequence[Term]]) -> Select[int]:
        if self._kind == "sqlite":
            found = table(self._name, column("rowid"))
            met: ColumnElement[bool] = literal_column(self._name).op("MATCH")(bindparam(None, sqlite))
            return select(found.c.rowid).where(met)
        found = table(self._name, column("number"), column("words"))
        asked = " & ".join(f"({_any(group, 'postgresql')})" for group in groups)
        return select(found.c.number).where(found.c.words.op("@@")(cast(bindparam(None, asked), TSQUERY)))


def create_index(connection: Connection) -> None:
    """Make the tables of the indexes."""
    for name in INDEXED:
        if connection.dialect.name == "sqlite":
            connection.execute(
                text(
                    f"CREATE VIRTUAL TABLE {name} USING fts5(words, stems, readings, content='', columnsize=0, "
                    "tokenize='ascii')"
                )
            )
        else:
            connection.execute(text(f"CREATE TABLE {name} (number integer PRIMARY KEY, words tsvector NOT NULL)"))
            connection.execute(text(f"CREATE INDEX ix_{name}_words ON {name} USING gin (words)"))


def _columns(number: int, forms: Forms) -> dict[str, int | str]:
    return {"n": number, "w": " ".join(forms.words), "s": " ".join(forms.stems), "r": " ".join(forms.readings)}


def _vector(forms: Forms) -> str:
    """Return the text of a `tsvector`."""
    return " ".join(
        [
            f"'{sign}{word}':{place}"
            for sign, words in zip(_SIGNS.values(), forms, strict=True)
            for place, word in enumerate(words, 1)
        ]
    )


def _any(terms: Sequence[Term], kind: Kind = "sqlite") -> str:
    return (" OR " if kind == "sqlite" else " | ").join(
        _phrase(*choice, kind=kind) for term in terms for choice in _choices(term)
    )


def _choices(term: Term) -> list[tuple[str, list[str], bool]]:
    """Return the ways in which a term may stand in the index: the column, the words there, whether the last begins."""
    if term.exact:
        return [(_WORDS, [word.form for word in term.words], False)]
    stems = [word.stem for word in term.words]
    found = [(_STEMS, stems, term.prefix), (_READINGS, stems, term.prefix)]
    if len(term.words) == 1 and not term.prefix:
        found += [(_STEMS, [reading], False) for reading in term.words[0].readings]
    return found


def _phrase(name: str, words: Sequence[str], begins: bool, *, kind: Kind) -> str:
    if kind == "sqlite":
        return f'({{{name}}} : "{" ".join(words)}"{" *" if begins else ""})'
    last = len(words) - 1
    return " <-> ".join(
        f"'{_SIGNS[name]}{word}'{':*' if begins and at == last else ''}" for at, word in enumerate(words)
    ).join("()")
