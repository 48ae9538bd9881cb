"""Parquet with typed columns, for data frames and databases. Needs the extra ``parquet``."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterable, Iterator
from typing import Any

from jinan_metrics.fields import CLAIM_FIELDS
from jinan_metrics.messages import Remark, text
from jinan_metrics.writing import Layout, Row
from jinan_metrics.writing.whole_file import OutputError, chunks

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise OutputError(
        "parquet", Remark("write.extra", format="parquet", package="pyarrow", extra="parquet"), wrong=True
    ) from error

_TYPES = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64()}
_LINES = 20_000


def pieces(rows: Iterable[Row], layout: Layout) -> Iterator[bytes]:
    """One file: fields of a claim have the types and, as metadata, the meanings of the reference.

    ``value`` is float64 as in pandas; other columns have the type of what is in them.
    """
    # Columns that are not a claim's get their types from all that is in them.
    known = all(column in CLAIM_FIELDS for column in layout.columns)
    with tempfile.TemporaryFile() as file:
        waiting = iter(rows)
        batch = list(itertools.islice(waiting, _LINES if known else None))
        schema = pa.schema([_field(name, [row.get(name) for row in batch]) for name in layout.columns])
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            writer.write_table(_table(batch, schema))
            while batch := list(itertools.islice(waiting, _LINES)):
                writer.write_table(_table(batch, schema))
        yield from chunks(file)


def _table(rows: list[Row], schema: Any) -> Any:
    columns = {
        field.name: [_value(row.get(field.name), field.type == _TYPES["string"]) for row in rows]
        for field in schema
    }
    return pa.table(columns, schema=schema)


def _field(name: str, values: list[Any]) -> Any:
    if name in CLAIM_FIELDS:
        field = CLAIM_FIELDS[name]
        meaning = {"description": text(f"meaning_of.{name}", "en")}
        return pa.field(name, _TYPES[field.type], nullable=field.nullable, metadata=meaning)
    present = {type(value) for value in values if value is not None}
    if present and present <= {bool}:
        return pa.field(name, pa.bool_())
    if present and present <= {int}:
        return pa.field(name, pa.int64())
    return pa.field(name, pa.float64() if present and present <= {int, float} else pa.string())


def _value(value: Any, as_text: bool) -> Any:
    if value is None or not as_text:
        return value
    words = " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return words.encode("utf-8", "replace").decode("utf-8")
