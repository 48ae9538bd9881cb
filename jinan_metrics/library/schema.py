"""The tables of the library and the steps from one version of them to the next."""

from __future__ import annotations

import sqlite3

from jinan_metrics.library.tokens import indexed
from jinan_metrics.messages import Remark
from jinan_metrics.model import FIELDS

# Columns that are numbers; everything else is text. Exact decimals are text so that nothing is rounded.
_TYPES = {"year": "INTEGER", "period": "INTEGER", "start": "INTEGER", "end": "INTEGER", "confidence": "REAL"}
CLAIM_COLUMNS = tuple(name for name in FIELDS if name != "doc")
_CLAIM_COLUMNS = ", ".join(f'"{name}" {_TYPES.get(name, "TEXT")}' for name in CLAIM_COLUMNS)

# The full-text index has a row a claim; its number is made of the document's and the claim's position in it.
POSITIONS = 1 << 24
# What is indexed: the metric with its verb and field; what stands around it; and tokens for year and place, by which a
# search is narrowed.
WORDS = """INSERT INTO claim_words (rowid, name, around, facts)
    SELECT claims.document * 16777216 + claims.position,
        indexed(claims.metric || ' ' || claims.action || ' ' || claims.scope),
        indexed(claims.sentence || ' ' || claims.section || ' ' || documents.title),
        'y' || ifnull(claims.period, 0) || ' p' || place_token(claims.place)
    FROM claims JOIN documents ON documents.id = claims.document WHERE claims.repeat_of IS NULL"""

# One step a version: a library of version N is brought up to date by the steps from N on. A step never changes.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE documents (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, content TEXT NOT NULL UNIQUE, path TEXT NOT NULL,
            text TEXT NOT NULL, title TEXT NOT NULL, issuer TEXT NOT NULL, place TEXT, published TEXT NOT NULL,
            year INTEGER, spoken INTEGER, known TEXT NOT NULL, rules TEXT NOT NULL, added TEXT NOT NULL)""",
        f"""CREATE TABLE claims (
            document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE, position INTEGER NOT NULL,
            {_CLAIM_COLUMNS}, PRIMARY KEY (document, position)) WITHOUT ROWID""",
        "CREATE INDEX claims_by_period ON claims (period)",
    ),
    (
        "CREATE VIRTUAL TABLE claim_words USING fts5 (name, around, facts, tokenize = 'unicode61')",
        "CREATE VIRTUAL TABLE claim_vocabulary USING fts5vocab (claim_words, row)",
        WORDS,
        "CREATE INDEX documents_by_place ON documents (place)",
    ),
)
VERSION = len(STEPS)


class TooNew(sqlite3.DatabaseError):
    """The library was written by a later version of the program."""

    def __init__(self, version: int) -> None:
        self.remark = Remark("library.newer", version=version, known=VERSION)
        super().__init__(str(self.remark))


def place_token(place: str | None) -> str:
    """``place`` as one token of the index, whatever is written in it; ``0`` for none."""
    return place.encode().hex() if place else "0"


def prepare(connection: sqlite3.Connection) -> None:
    """Bring the tables up to date, all steps or none. Raises ``TooNew`` and what sqlite3 raises."""
    connection.create_function("indexed", 1, indexed, deterministic=True)
    connection.create_function("place_token", 1, place_token, deterministic=True)
    if _version(connection) == VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may have been first
        if version > VERSION:
            raise TooNew(version)
        if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise sqlite3.DatabaseError("file is not a database of jmetrics")
        for step in STEPS[version:]:
            for statement in step:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
