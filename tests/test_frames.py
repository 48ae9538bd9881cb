"""Claims of documents in frames, and the same by Spark where it is installed."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pandas as pd
import pytest
from running import ROOT, SEEDS

from jinan_metrics.extract import extract
from jinan_metrics.model import FIELDS
from jinan_metrics.running.frames import SPARK_SCHEMA, claims_of_frames

DOCUMENTS = [(path.stem, path.read_text(encoding="utf-8")) for path in SEEDS]
EXPECTED = [
    (claim.id, claim.doc, claim.year, claim.metric, float(claim.value))
    for name, text in DOCUMENTS
    for claim in extract(text, doc=name)
]
KEY = ["id", "doc", "year", "metric", "value"]


def rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return [
        tuple(None if pd.isna(value) else value for value in row)
        for row in frame[KEY].itertuples(index=False, name=None)
    ]


def test_claims_of_frames() -> None:
    documents = pd.DataFrame(DOCUMENTS, columns=["name", "text"])
    assert [row for frame in claims_of_frames([documents]) for row in rows(frame)] == EXPECTED
    one_by_one = claims_of_frames(documents.iloc[[number]] for number in range(len(documents)))
    assert [row for frame in one_by_one for row in rows(frame)] == EXPECTED


def test_rows_may_declare_a_year_or_hold_nothing() -> None:
    documents = pd.DataFrame(
        {
            "text": ["受理案件5件。", None, "受理案件6件。"],
            "year": [2021, 2022, None],
            "place": ["云州市", None, None],
        }
    )
    (found,) = claims_of_frames([documents])
    assert found[["doc", "year", "place", "value"]].astype(object).where(
        found.notna(), None
    ).values.tolist() == [
        ["-", 2021, "云州市", 5.0],
        ["-", None, None, 6.0],
    ]


def test_the_schema_names_every_field() -> None:
    assert [column.split()[0].strip("`") for column in SPARK_SCHEMA.split(", ")] == list(FIELDS)


@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java")
@pytest.mark.filterwarnings("ignore")  # Spark's own
def test_spark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = pytest.importorskip(
        "pyspark.sql", reason="pyspark is not installed (it is no part of the lock: 490 MB)"
    )
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    spark = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.warehouse.dir", str(tmp_path / "warehouse"))
        .getOrCreate()
    )
    try:
        pd.DataFrame(DOCUMENTS, columns=["name", "text"]).to_parquet(tmp_path / "documents.parquet")
        documents = spark.read.parquet(str(tmp_path / "documents.parquet"))
        claims = documents.repartition(2).mapInPandas(claims_of_frames, SPARK_SCHEMA)
        claims.write.parquet(str(tmp_path / "claims"))
    finally:
        spark.stop()
    found = pd.read_parquet(tmp_path / "claims")
    assert sorted(rows(found), key=str) == sorted(EXPECTED, key=str)
