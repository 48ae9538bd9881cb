"""A Frictionless Data Package beside a table of claims: what each column means, which units occur, what was read.

https://datapackage.org
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinan_metrics import __version__
from jinan_metrics.fields import CLAIM_FIELDS, Field
from jinan_metrics.messages import Remark, text
from jinan_metrics.writing import Row
from jinan_metrics.writing.whole_file import OutputError, write_whole

NAME = "datapackage.json"
MEDIA_TYPES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
}
_MADE_BY = "jmetrics"


@dataclass(slots=True)
class Package:
    """The description of the table in the file ``data``, to be written to ``path`` when that is complete."""

    data: str
    format: str
    path: Path
    units: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, data: str, format_name: str) -> Package:
        """The package of that table. Raises ``OutputError`` where there is a description that somebody else made."""
        path = Path(data).parent / NAME
        try:
            described = json.loads(path.read_text(encoding="utf-8"))
            ours = isinstance(described, dict) and str(described.get("created_by")).startswith(_MADE_BY)
        except FileNotFoundError:
            ours = True
        except (OSError, ValueError):
            ours = False
        if not ours:
            raise OutputError(str(path), Remark("write.package_exists"), wrong=True)
        return cls(data, format_name, path)

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """``rows``, whose units are counted as they pass."""
        for row in rows:
            self.units[row["unit"]] += 1
            yield row

    def write(self, columns: Sequence[str], documents: Sequence[Row]) -> None:
        """Describe the table, which has these columns and was made of these documents."""
        described = descriptor(self.data, self.format, columns, documents, self.units)
        write_whole(self.path, [json.dumps(described, ensure_ascii=False, indent=2) + "\n"])


def descriptor(
    data: str, format_name: str, columns: Sequence[str], documents: Sequence[Row], units: Counter[str]
) -> dict[str, Any]:
    """The package as JSON holds it: one resource, its schema, its sources."""
    stem = os.path.splitext(os.path.basename(data))[0].casefold()
    name = (
        "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in stem).strip("-.")
        or "claims"
    )
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": name,
        "title": "Quantitative claims and the sentences they stand in",
        "created_by": f"{_MADE_BY} {__version__}",
        "sources": [{"title": row["title"] or row["name"]} | _known(row) for row in documents],
        "units": [{"unit": unit, "claims": count} for unit, count in units.most_common()],
        "resources": [
            {
                "name": name,
                "type": "table",
                "path": os.path.basename(data),
                "format": format_name,
                "mediatype": MEDIA_TYPES[format_name],
                "encoding": "utf-8",
                "schema": {
                    "fields": [_described(CLAIM_FIELDS[column]) for column in columns],
                    "missingValues": [""],
                },
            }
        ],
    }


def _known(row: Row) -> dict[str, Any]:
    return {key: row[key] for key in ("name", "issuer", "place", "published", "year") if row[key]}


def _described(known: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if known.words:
        constraints["enum"] = list(known.words)
    if known.type != "string" and not known.nullable:
        constraints["required"] = True
    described = {
        "name": known.name,
        "type": known.type,
        "title": text(f"label.{known.name}", "zh"),
        "description": text(f"meaning_of.{known.name}", "en"),
    }
    return described | ({"constraints": constraints} if constraints else {})
