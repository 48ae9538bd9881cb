"""The description beside a table: what the validator of Frictionless Data says of it, and whose file it replaces."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pytest
from running import SEEDS, jmetrics

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from frictionless import Package, validate


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("name", ["claims.csv", "陈述.tsv"])
def test_the_frictionless_validator_passes_it(tmp_path: Path, name: str) -> None:
    run = jmetrics(
        "extract",
        *SEEDS,
        "-o",
        tmp_path / name,
        "--datapackage",
        "--columns",
        "id,metric,kind,value,unit,period,sentence",
    )
    assert run.returncode == 0
    path = tmp_path / "datapackage.json"
    report = validate(str(path))
    assert report.valid, report.to_summary()
    (resource,) = Package(str(path)).resources
    rows = resource.read_rows()
    assert len(rows) > 80
    assert rows[0]["metric"] == "较大城市"
    described = json.loads(path.read_text("utf-8"))
    assert [source["year"] for source in described["sources"]] == [2022, 2023]
    assert sum(unit["claims"] for unit in described["units"]) == len(rows)


@pytest.mark.filterwarnings("default")
def test_the_validator_would_see_a_wrong_table(tmp_path: Path) -> None:
    data = tmp_path / "claims.csv"
    jmetrics("extract", *SEEDS, "-o", data, "--datapackage")
    data.write_text(data.read_text("utf-8-sig").replace(",count,", ",much,"), "utf-8")
    assert not validate(str(tmp_path / "datapackage.json")).valid


def test_a_description_of_something_else_stays(tmp_path: Path) -> None:
    theirs = tmp_path / "datapackage.json"
    theirs.write_text('{"name": "theirs"}', "utf-8")
    run = jmetrics("extract", *SEEDS, "-o", tmp_path / "claims.csv", "--datapackage")
    assert run.returncode == 2
    assert "describes something else already" in run.stderr.decode()
    assert theirs.read_text("utf-8") == '{"name": "theirs"}'
    assert not (tmp_path / "claims.csv").exists()


@pytest.mark.parametrize("arguments", [[], ["-o", "claims.xlsx"], ["-o", "claims.json"]])
def test_it_goes_with_a_file_that_it_can_describe(tmp_path: Path, arguments: list[str]) -> None:
    run = jmetrics("extract", *SEEDS, "--datapackage", *arguments, cwd=tmp_path)
    assert run.returncode == 2
    assert "csv, tsv" in run.stderr.decode()
    assert list(tmp_path.iterdir()) == []
