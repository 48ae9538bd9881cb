"""Questions to the full-text index of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence

from jinan_metrics.library.records import SELECTED, claim_of
from jinan_metrics.library.schema import POSITIONS, place_token
from jinan_metrics.model import Claim

# How much a word of the query is worth in the metric's name, around it, and as year or place, to choose the likeliest.
_WORTH = "6.0, 1.0, 0.0"


def frequencies(connection: sqlite3.Connection, tokens: Sequence[str]) -> tuple[dict[str, int], int]:
    """In how many claims each token stands, and how many claims there are."""
    marks = ", ".join("?" * len(tokens))
    rows = connection.execute(f"SELECT term, doc FROM claim_vocabulary WHERE term IN ({marks})", tokens)
    found = {row[0]: int(row[1]) for row in rows}
    return found, int(connection.execute("SELECT count(*) FROM claim_words_docsize").fetchone()[0])


def matching(
    connection: sqlite3.Connection,
    tokens: Sequence[str],
    years: Collection[int],
    places: Collection[str],
    limit: int,
) -> list[tuple[Claim, str]]:
    """The likeliest ``limit`` claims with any of ``tokens``, of these years and places or of none known, with their titles."""
    words = " OR ".join(f'"{token}"' for token in tokens)
    expression = f"{{name around}} : ({words})"
    for label, wanted in (("y", [str(year) for year in years]), ("p", [place_token(p) for p in places])):
        if wanted:
            facts = " OR ".join(f"{label}{fact}" for fact in (*wanted, "0"))
            expression += f" AND facts : ({facts})"
    rows = connection.execute(
        f"SELECT {SELECTED}, documents.title FROM (SELECT rowid FROM claim_words WHERE claim_words MATCH ?"
        f" ORDER BY bm25(claim_words, {_WORTH}) LIMIT ?) AS likely"
        f" JOIN claims ON claims.document = likely.rowid / {POSITIONS}"
        f" AND claims.position = likely.rowid % {POSITIONS}"
        " JOIN documents ON documents.id = claims.document",
        (expression, limit),
    )
    return [(claim_of(row[:-1]), row[-1]) for row in rows]
