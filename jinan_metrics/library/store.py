"""The library: documents with their full text and their claims, in one SQLite file.

Each document is added in a transaction of its own; a process that is killed loses at most the document it was adding,
and several processes may add and read at once.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from jinan_metrics.about import declared
from jinan_metrics.extract import claims_of
from jinan_metrics.library import searching
from jinan_metrics.library.errors import LibraryError
from jinan_metrics.library.fingerprint import rules_fingerprint
from jinan_metrics.library.records import SELECTED, claim_of, values_of
from jinan_metrics.library.schema import CLAIM_COLUMNS, POSITIONS, WORDS, TooNew, prepare
from jinan_metrics.messages import Remark
from jinan_metrics.model import Claim, Document

Status = Literal["added", "unchanged", "described", "extracted"]

_PATIENCE = 60.0  # seconds to wait for another process that is writing
_TOLD = ("title", "issuer", "place", "published", "year", "spoken")
_STORED = ("name", "path", "content", *_TOLD)
_CLAIMS = ", ".join(f'"{name}"' for name in CLAIM_COLUMNS)
_PLACES = ", ".join("?" * (len(CLAIM_COLUMNS) + 2))


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a document: its name in the library, and whether it is new, the same, described or read anew."""

    name: str
    status: Status
    claims: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Stored:
    """A document of the library without its text. ``fresh``: its claims were made by the present rules."""

    name: str
    path: str
    content: str
    title: str
    issuer: str
    place: str | None
    published: str
    year: int | None
    spoken: int | None
    known: dict[str, str]
    claims: int
    added: str
    fresh: bool


def default_path() -> Path:
    """Where the library is unless said otherwise: ``JMETRICS_LIBRARY``, else the platform's folder for data."""
    named = os.environ.get("JMETRICS_LIBRARY")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_path("jmetrics", appauthor=False)) / "library.sqlite"


class Library:
    """An open library; a context manager. ``path`` None means ``default_path()``. Raises ``LibraryError``."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        self.path = default_path() if path is None else Path(path)
        with self._errors():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.is_dir():
                raise LibraryError(str(self.path), Remark("library.folder"), wrong=True)
            self._connection = sqlite3.connect(self.path, timeout=_PATIENCE, isolation_level=None)
        try:
            with self._errors():
                self._connection.execute(f"PRAGMA busy_timeout = {int(_PATIENCE * 1000)}")
                self._connection.execute("PRAGMA journal_mode = WAL")
                self._connection.execute("PRAGMA synchronous = NORMAL")
                self._connection.execute("PRAGMA foreign_keys = ON")
                prepare(self._connection)
        except LibraryError:
            self._connection.close()
            raise

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; whatever was added is in it."""
        self._connection.close()

    def add(self, document: Document, path: str = "") -> Added:
        """Put ``document`` and its claims into the library; the same text again changes only what is now declared."""
        document = replace(document, name=_encodable(document.name), text=_encodable(document.text))
        content = _digest(document.text)
        with self._errors():
            row = self._row(content)
            if row is not None and not self._differs(row, document):
                count = self._connection.execute(
                    "SELECT count(*) FROM claims WHERE document = ?", (row["id"],)
                ).fetchone()[0]
                return Added(row["name"], "unchanged", int(count), row["year"])
        status: Status = (
            "added" if row is None else "extracted" if row["rules"] != rules_fingerprint() else "described"
        )
        if row is not None:
            document = _merged(row, document)
        claims = claims_of(document)
        with self._errors(), self._transaction():
            row = self._row(content)
            name = self._free_name(document.name) if row is None else str(row["name"])
            self._store(row, content, path, replace(document, name=name), claims)
        return Added(name, status, len(claims), document.year)

    def refresh(self) -> Iterator[Added]:
        """Read anew every document whose claims were made by other rules than the present ones."""
        with self._errors():
            stale = [
                row[0]
                for row in self._connection.execute(
                    "SELECT content FROM documents WHERE rules <> ? ORDER BY id", (rules_fingerprint(),)
                )
            ]
        for content in stale:
            with self._errors():
                row = self._row(content)
            if row is not None:
                yield self.add(_document(row))

    def documents(self) -> Iterator[Stored]:
        """What the library knows of each document, in the order in which they were added."""
        columns = ", ".join((*_STORED, "known", "added", "rules"))
        count = "(SELECT count(*) FROM claims WHERE document = documents.id)"
        with self._errors():
            for row in self._connection.execute(f"SELECT {columns}, {count} FROM documents ORDER BY id"):
                told = dict(zip(_STORED, row, strict=False))
                fresh = row[-2] == rules_fingerprint()
                yield Stored(
                    **told, known=json.loads(row[-4]), added=row[-3], claims=int(row[-1]), fresh=fresh
                )

    def undated(self) -> list[str]:
        """Names of the documents whose year is not known."""
        with self._errors():
            return [
                row[0]
                for row in self._connection.execute(
                    "SELECT name FROM documents WHERE year IS NULL ORDER BY id"
                )
            ]

    def stale(self) -> int:
        """How many documents have claims of other rules than the present ones."""
        with self._errors():
            return int(
                self._connection.execute(
                    "SELECT count(*) FROM documents WHERE rules <> ?", (rules_fingerprint(),)
                ).fetchone()[0]
            )

    def text(self, name: str) -> str | None:
        """The full text of the document of that name, None if there is none."""
        with self._errors():
            row = self._connection.execute("SELECT text FROM documents WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def read(self) -> Iterator[Document]:
        """Every document with its text and what is known about it, in the order in which they were added."""
        with self._errors():
            contents = [
                row[0] for row in self._connection.execute("SELECT content FROM documents ORDER BY id")
            ]
        for content in contents:
            with self._errors():
                row = self._row(content)
            if row is not None:
                yield _document(row)

    def claims(
        self,
        years: Collection[int] = (),
        *,
        places: Collection[str] = (),
        docs: Collection[str] = (),
        repeats: bool = False,
    ) -> Iterator[Claim]:
        """Claims in document order: of these periods, places and documents where any are given."""
        conditions = [] if repeats else ["repeat_of IS NULL"]
        values: list[Any] = []
        for column, wanted in (("claims.period", years), ("claims.place", places), ("documents.name", docs)):
            if wanted:
                conditions.append(f"{column} IN ({', '.join('?' * len(wanted))})")
                values += wanted
        where = " WHERE " + " AND ".join(conditions) if conditions else ""
        with self._errors():
            cursor = self._connection.execute(
                f"SELECT {SELECTED} FROM claims JOIN documents ON documents.id = claims.document{where} ORDER BY claims.document, claims.position",
                values,
            )
            for row in cursor:
                yield claim_of(row)

    def find(self, name: str) -> list[str]:
        """Names of the documents that ``name`` means: a name, or the beginning of a content hash of 6 or more digits."""
        with self._errors():
            exact = self._connection.execute("SELECT name FROM documents WHERE name = ?", (name,)).fetchall()
            if not exact and len(name) >= 6 and all(c in "0123456789abcdef" for c in name):
                exact = self._connection.execute(
                    "SELECT name FROM documents WHERE substr(content, 1, ?) = ?", (len(name), name)
                ).fetchall()
        return [row[0] for row in exact]

    def remove(self, names: Sequence[str]) -> int:
        """Drop the documents of these names and their claims, all in one; how many there were."""
        count = 0
        with self._errors(), self._transaction():
            for name in names:
                row = self._connection.execute("SELECT id FROM documents WHERE name = ?", (name,)).fetchone()
                if row is not None:
                    self._forget(row[0])
                    self._connection.execute("DELETE FROM documents WHERE id = ?", row)
                    count += 1
        return count

    def places(self) -> list[str]:
        """The places that documents are about."""
        with self._errors():
            rows = self._connection.execute("SELECT DISTINCT place FROM documents WHERE place IS NOT NULL")
            return [row[0] for row in rows]

    def frequencies(self, tokens: Sequence[str]) -> tuple[dict[str, int], int]:
        """In how many claims each token stands, and how many claims there are."""
        with self._errors():
            return searching.frequencies(self._connection, tokens)

    def matching(
        self, tokens: Sequence[str], years: Collection[int], places: Collection[str], limit: int
    ) -> list[tuple[Claim, str]]:
        """Claims with any of ``tokens``, of these years and places or of none known: the likeliest ``limit``, each with its document's title."""
        with self._errors():
            return searching.matching(self._connection, tokens, years, places, limit)

    def _row(self, content: str) -> sqlite3.Row | None:
        cursor = self._connection.cursor()
        cursor.row_factory = sqlite3.Row
        found: sqlite3.Row | None = cursor.execute(
            "SELECT * FROM documents WHERE content = ?", (content,)
        ).fetchone()
        return found

    @staticmethod
    def _differs(row: sqlite3.Row, document: Document) -> bool:
        said = any(
            by == "declared" and getattr(document, name) != row[name] for name, by in document.known.items()
        )
        return said or row["rules"] != rules_fingerprint()

    def _free_name(self, name: str) -> str:
        taken = {
            row[0]
            for row in self._connection.execute(
                "SELECT name FROM documents WHERE name = ? OR substr(name, 1, ?) = ?",
                (name, len(name) + 1, name + "~"),
            )
        }
        free, number = name, 1
        while free in taken:
            number += 1
            free = f"{name}~{number}"
        return free

    def _store(
        self, row: sqlite3.Row | None, content: str, path: str, document: Document, claims: Sequence[Claim]
    ) -> None:
        told = [getattr(document, name) for name in _TOLD]
        known = json.dumps(dict(document.known), ensure_ascii=False)
        if row is None:
            values = (
                document.name,
                content,
                path,
                document.text,
                *told,
                known,
                rules_fingerprint(),
                datetime.now(UTC).isoformat(timespec="seconds"),
            )
            number = self._connection.execute(
                f"INSERT INTO documents (name, content, path, text, {', '.join(_TOLD)}, known, rules, added) VALUES ({', '.join('?' * len(values))})",
                values,
            ).lastrowid
        else:
            number = row["id"]
            assignments = ", ".join(f"{name} = ?" for name in _TOLD)
            self._connection.execute(
                f"UPDATE documents SET {assignments}, known = ?, rules = ? WHERE id = ?",
                (*told, known, rules_fingerprint(), number),
            )
            self._forget(number)
        self._connection.executemany(
            f"INSERT INTO claims (document, position, {_CLAIMS}) VALUES ({_PLACES})",
            ((number, position, *values_of(claim)) for position, claim in enumerate(claims)),
        )
        self._connection.execute(f"{WORDS} AND claims.document = ?", (number,))

    def _forget(self, number: int) -> None:
        """Drop the claims of a document, also from the full-text index."""
        self._connection.execute("DELETE FROM claims WHERE document = ?", (number,))
        self._connection.execute(
            "DELETE FROM claim_words WHERE rowid BETWEEN ? AND ?",
            (number * POSITIONS, (number + 1) * POSITIONS - 1),
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    @contextmanager
    def _errors(self) -> Iterator[None]:
        """sqlite3's and the system's errors as ``LibraryError``."""
        where = str(self.path)
        try:
            yield
        except LibraryError:
            raise
        except TooNew as error:
            raise LibraryError(where, error.remark, wrong=True) from error
        except sqlite3.OperationalError as error:
            key = "library.locked" if "locked" in str(error) else "library.unusable"
            raise LibraryError(where, Remark(key, reason=error)) from error
        except sqlite3.DatabaseError as error:
            raise LibraryError(where, Remark("library.not_ours", reason=error), wrong=True) from error
        except OSError as error:
            raise LibraryError(where, Remark("library.unusable", reason=error.strerror or error)) from error


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _encodable(words: str) -> str:
    """``words`` of the same length without lone surrogates, which UTF-8 cannot hold and nobody can read."""
    return words if words.isascii() else words.encode("utf-8", "replace").decode("utf-8")


def _document(row: sqlite3.Row) -> Document:
    known = json.loads(row["known"])
    said = {name: row[name] for name, by in known.items() if by == "declared"}
    return declared(Document(name=row["name"], text=row["text"]), **said)


def _merged(row: sqlite3.Row, document: Document) -> Document:
    """``document`` with what was declared of it earlier and is not declared otherwise now."""
    before = {name: row[name] for name, by in json.loads(row["known"]).items() if by == "declared"}
    now = {name: getattr(document, name) for name, by in document.known.items() if by == "declared"}
    return declared(replace(document, name=row["name"]), **(before | now))
