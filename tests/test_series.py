"""``jmetrics series``: the years of one metric and place in one row, and its chart."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from running import environment, jmetrics, records

from jinan_metrics.about import declared
from jinan_metrics.extract import claims_of
from jinan_metrics.model import Claim, Document
from jinan_metrics.tracking import series

CASES = {2019: 86, 2020: 90, 2021: 131, 2022: 118, 2023: 164}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inner = tmp_path / "in"
    inner.mkdir()
    for year, count in CASES.items():
        (inner / f"anhe-{year}.txt").write_text(
            f"安河市{year}年工作报告\n全市收到行政复议申请{count}件，同比增长5%。出庭应诉率{year - 1930}%。\n",
            encoding="utf-8",
        )
    (inner / "linshui-2022.txt").write_text(
        "临水县2022年工作报告\n收到行政复议申请40件。\n", encoding="utf-8"
    )
    (inner / "undated.txt").write_text("临水县工作情况\n收到行政复议申请77件。\n", encoding="utf-8")
    return inner


def claims(folder: Path) -> list[Claim]:
    from jinan_metrics.reading import read

    return [claim for path in sorted(folder.glob("*.txt")) for claim in claims_of(read(path))]


def test_a_row_a_place_and_a_column_a_year(folder: Path) -> None:
    rows = series(claims(folder), "行政复议申请 件数")
    assert [(row.place, row.kind) for row in rows] == [("安河市", "count"), ("临水县", "count")]
    assert {year: claim and int(claim.value) for year, claim in rows[0].values.items()} == {
        str(year): count for year, count in CASES.items()
    }
    assert {year for year, claim in rows[1].values.items() if claim} == {"2022"}


def test_growth_is_another_series_than_the_level(folder: Path) -> None:
    (row,) = series(claims(folder), "安河市行政复议申请增长率")
    assert row.kind == "change"
    assert [claim and int(claim.value) for claim in row.values.values()] == [5] * 5


def test_years_and_places_narrow(folder: Path) -> None:
    (row,) = series(claims(folder), "行政复议申请", years=[2020, 2021], places=["安河市"])
    assert list(row.values) == ["2020", "2021"]
    assert series(claims(folder), "森林覆盖率") == []


def run(folder: Path, *arguments: str | Path, **env: str):
    return jmetrics("series", "行政复议申请", "--input", folder, *arguments, **env)


def test_csv_has_a_line_a_figure(folder: Path) -> None:
    output = run(folder, "--place", "安河市")
    rows = records(output.stdout)
    assert [(row["place"], row["column"], row["value"]) for row in rows] == [
        ("安河市", str(year), str(count)) for year, count in CASES.items()
    ]
    assert all(row["sentence"] for row in rows)


def test_the_table_has_a_course(folder: Path) -> None:
    shown = run(folder, "--place", "安河市", "-f", "table", COLUMNS="120").stdout.decode()
    assert "▁▁▅▄█" in shown


def test_json_and_years(folder: Path) -> None:
    (line,) = (
        run(folder, "--place", "安河市", "--year", "2022-2023", "-f", "jsonl").stdout.decode().splitlines()
    )
    assert {year: cell["value"] for year, cell in json.loads(line)["values"].items()} == {
        "2022": 118,
        "2023": 164,
    }


@pytest.mark.parametrize(("name", "beginning"), [("c.png", b"\x89PNG"), ("c.SVG", b"<?xml")])
def test_a_chart(folder: Path, tmp_path: Path, name: str, beginning: bytes) -> None:
    pytest.importorskip("matplotlib")
    chart = tmp_path / name
    output = run(folder, "--chart", chart, "-f", "csv")
    if b"fonts-noto-cjk" in output.stderr:
        pytest.skip("no Chinese font on this machine")
    assert (output.returncode, output.stderr) == (0, b"")
    data = chart.read_bytes()
    assert data.startswith(beginning)
    assert len(data) > 5000
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [name]
    run(folder, "--chart", chart, "-f", "csv")
    assert chart.read_bytes() == data  # the same figures give the same file


def python(code: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        env=environment(),
        check=False,
        timeout=120,
    )


WITHOUT = """
import sys
sys.modules["matplotlib"] = None
from jinan_metrics.cli import main
sys.exit(main(sys.argv[1:]))
"""
NO_FONT = """
import sys
import jinan_metrics.tracking.chart as chart
chart._FAMILIES = ("No Such Family",)
from jinan_metrics.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("code", "said"), [(WITHOUT, b"jinan-metrics[charts]"), (NO_FONT, b"fonts-noto-cjk")]
)
def test_what_to_install_is_said_and_the_data_printed_all_the_same(
    folder: Path, tmp_path: Path, code: str, said: bytes
) -> None:
    if code is NO_FONT:
        pytest.importorskip("matplotlib")
    chart = tmp_path / "c.png"
    output = python(code, "series", "行政复议申请", "--input", folder, "--chart", chart, "-f", "csv")
    assert output.returncode == 1
    assert said in output.stderr
    assert output.stderr.count(b"\n") == 1
    assert len(records(output.stdout)) == 6
    assert not chart.exists()


def test_matplotlib_is_loaded_for_charts_only(folder: Path) -> None:
    code = "import sys\nfrom jinan_metrics.cli import main\nmain(sys.argv[1:])\nassert 'matplotlib' not in sys.modules\n"
    assert python(code, "series", "行政复议申请", "--input", folder).returncode == 0


@pytest.mark.parametrize(
    "arguments", [["--chart", "c.pdf"], ["--chart", "c.png", "-o", "c.png"], ["--year", "20"]]
)
def test_wrong_usage(folder: Path, arguments: list[str]) -> None:
    output = run(folder, *arguments)
    assert (output.returncode, output.stdout) == (2, b"")


def test_a_document_without_place_is_a_row_of_its_own() -> None:
    texts = ["2021年报告\n收到行政复议申请5件。", "2022年报告\n收到行政复议申请7件。"]
    found = [
        claim
        for number, text in enumerate(texts)
        for claim in claims_of(declared(Document(name=str(number), text=text), year=2021 + number))
    ]
    (row,) = series(found, "行政复议申请")
    assert row.place is None
    assert [claim and int(claim.value) for claim in row.values.values()] == [5, 7]
