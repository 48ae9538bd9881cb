"""Files for spreadsheets and data frames: typed cells, nothing that runs, and what another program reads in them."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from running import CASES, ROOT, SEEDS, environment, jmetrics, on_terminal

from jinan_metrics import extract
from jinan_metrics.model import FIELDS
from jinan_metrics.writing import Layout, pieces
from jinan_metrics.writing.workbook import Anchor

TEXT = (
    "全年收到行政复议申请2623件,调解和解率20.58%;行政诉讼败诉率比去年下降3.4个百分点,透明度指数位列全国第四。"
    "归集信息14.2万条，增长5%，办结时限压缩到3至5天。"
)


def workbook(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), rich_text=True)


def table(sheet: Any) -> list[dict[str, Any]]:
    header, *rows = sheet.iter_rows()
    return [
        {head.value: cell for head, cell in zip(header, row, strict=True)}
        for row in rows
        if any(c.value is not None for c in row)
    ]


@pytest.fixture(scope="module")
def seeds() -> bytes:
    run = jmetrics("extract", *SEEDS, "-f", "xlsx")
    assert run.returncode == 0
    return run.stdout


@pytest.fixture(scope="module")
def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in jmetrics("extract", *SEEDS, "-f", "jsonl").stdout.splitlines()]


def test_the_sheet_of_claims_holds_every_field_as_json_does(
    seeds: bytes, records: list[dict[str, Any]]
) -> None:
    rows = table(workbook(seeds)["claims"])
    assert [name for name in rows[0] if name != "amount"] == list(FIELDS)
    assert len(rows) == len(records)
    for row, record in zip(rows, records, strict=True):
        told = {name: row[name].value for name in FIELDS}
        assert {k: str(v) if k == "sentence" else v for k, v in told.items()} == {
            name: None if value == "" else value for name, value in record.items()
        }


def test_numbers_are_numbers_and_per_cent_is_per_cent() -> None:
    rows = table(workbook(jmetrics("extract", "-f", "xlsx", text=TEXT.encode()).stdout)["claims"])
    shown = {row["text"].value: (row["amount"].value, row["amount"].number_format) for row in rows}
    assert shown == {
        "2623件": (2623, '#,##0" 件"'),
        "20.58%": (0.2058, "0.00%"),
        "3.4个百分点": (3.4, '"↓ "#,##0.0" 百分点"'),
        "第四": (4, '"#"0'),
        "14.2万条": (142000, '#,##0" 条"'),
        "5%": (0.05, '"↑ "0%'),
        "3至5天": ("3–5 天", "General"),
    }
    assert [(row["value"].value, row["value"].number_format) for row in rows][:2] == [
        (2623, "#,##0"),
        (20.58, "#,##0.00"),
    ]


def test_the_number_stands_out_in_its_sentence(seeds: bytes) -> None:
    for row in table(workbook(seeds)["claims"]):
        pieces_ = row["sentence"].value
        bold = [piece.text for piece in pieces_ if not isinstance(piece, str) and piece.font.b]
        assert bold == [row["text"].value]


def test_an_expression_that_stands_twice_in_a_sentence_is_marked_where_it_is() -> None:
    claims = extract("申请增长5%，投诉增长5%，建议增长5%。")
    anchor = Anchor()
    assert [anchor.offset(claim.to_dict()) for claim in claims] == [claim.start for claim in claims] != []


def test_the_workbook_tells_documents_rules_fields_and_how_years_compare(seeds: bytes) -> None:
    book = workbook(seeds)
    assert book.sheetnames == ["claims", "comparison", "documents", "rules", "fields"]
    assert [row["year"].value for row in table(book["documents"])] == [2022, 2023]
    assert sum(row["claims"].value for row in table(book["documents"])) == len(table(book["claims"]))
    used = {row["rule"].value for row in table(book["claims"])}
    assert used <= {row["id"].value for row in table(book["rules"])}
    by_metric = {row["metric"].value: row for row in table(book["comparison"])}
    rank = by_metric["政府透明度指数"]
    assert (rank["2022"].value, rank["2023"].value, rank["delta"].value) == (4, 6, 2)
    for sheet in book:
        assert sheet.freeze_panes in ("A2", "B2")
        assert sheet.auto_filter.ref.startswith("A1:")


def test_headers_and_words_are_chinese_where_that_is_asked_for() -> None:
    book = workbook(jmetrics("extract", "-f", "xlsx", "--lang", "zh", text=CASES.encode()).stdout)
    assert book.sheetnames == ["陈述", "文档", "规则", "字段"]
    (row,) = table(book["陈述"])
    assert [row[name].value for name in ("指标", "种类", "角色", "界限", "数字")] == [
        "行政复议案件",
        "数量",
        "实绩",
        "准确",
        120,
    ]


@pytest.fixture(scope="module")
def four_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("years")
    for year, cases, place in ((2021, 211, 9), (2022, 212, 8), (2023, 213, 7), (2024, 214, 6)):
        text = f"某市{year}年法治政府建设情况报告\n\n全年办理行政复议案件{cases}件，透明度指数位列全国第{place}位。\n"
        (folder / f"{year}.txt").write_text(text, encoding="utf-8")
    return folder


def test_metrics_of_three_years_have_a_chart_of_their_own_cells(four_years: Path) -> None:
    run = jmetrics("compare", "2021", "2022", "2023", "2024", "-i", four_years, "-f", "xlsx")
    book = workbook(run.stdout)
    assert book.sheetnames == ["comparison", "charts", "claims", "documents", "rules", "fields"]
    cells = table(book["comparison"])
    assert [[row[year].value for year in ("2021", "2022", "2023", "2024")] for row in cells] == [
        [211, 212, 213, 214],
        [9, 8, 7, 6],
    ]
    assert [row["year"].value for row in table(book["documents"])] == [2021, 2022, 2023, 2024]
    charts = book["charts"]._charts
    assert [chart.series[0].val.numRef.f for chart in charts] == [
        "comparison!$G$2:$J$2",
        "comparison!$G$3:$J$3",
    ]
    assert charts[0].y_axis.scaling.min == 0
    assert charts[1].y_axis.scaling.orientation == "maxMin"


def test_two_years_have_no_chart() -> None:
    assert "charts" not in workbook(jmetrics("compare", "2022", "2023", "-f", "xlsx").stdout).sheetnames


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝"])
def test_text_that_begins_like_a_formula_stays_text(start: str) -> None:
    hostile = dict.fromkeys(FIELDS) | {"doc": start + "HYPERLINK(1)", "sentence": "", "text": ""}
    hostile |= {"start": 0, "rule": "", "name_rule": "", "role": "actual", "place": None}
    data = b"".join(pieces("xlsx", [hostile], Layout(columns=("doc",))))  # type: ignore[arg-type]
    cell = workbook(data)["claims"]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (start + "HYPERLINK(1)", "s", True)


@settings(max_examples=40)
@given(st.text())
def test_any_text_makes_a_workbook_and_a_parquet_file_that_open(words: str) -> None:
    rows = [{"title": words, "count": 1}]
    layout = Layout(columns=("title", "count"))
    book = workbook(b"".join(pieces("xlsx", rows, layout)))  # type: ignore[arg-type]
    assert book["data"]["B2"].value == 1
    frame = pd.read_parquet(io.BytesIO(b"".join(pieces("parquet", rows, layout))))  # type: ignore[arg-type]
    assert frame["title"][0] == words.encode("utf-8", "replace").decode()


def test_parquet_has_typed_columns_and_says_what_they_mean(records: list[dict[str, Any]]) -> None:
    data = jmetrics("extract", *SEEDS, "-f", "parquet").stdout
    found = pq.read_table(io.BytesIO(data))
    types = {field.name: str(field.type) for field in found.schema}
    assert list(types) == list(FIELDS)
    assert [types[name] for name in ("value", "period", "start", "metric")] == [
        "double",
        "int32",
        "int32",
        "string",
    ]
    assert found.schema.field("metric").metadata[b"description"].startswith(b"what the quantity")
    assert found.to_pylist() == records


def test_parquet_of_nothing_has_the_same_columns() -> None:
    data = jmetrics("extract", "-f", "parquet", text="没有数字。".encode()).stdout
    assert pq.read_table(io.BytesIO(data)).schema.names == list(FIELDS)


def test_documents_and_comparisons_are_written_in_both_formats(tmp_path: Path) -> None:
    for name, columns in (("docs.parquet", ["name", "year"]), ("docs.xlsx", ["name", "year"])):
        assert jmetrics("docs", *SEEDS, "-o", tmp_path / name).returncode == 0
        read = pd.read_parquet if name.endswith("parquet") else pd.read_excel
        assert read(tmp_path / name)[columns].to_numpy().tolist() == [
            ["000_c366dd4b2a3e75da", 2022],
            ["003_e2b2813e7b7231de", 2023],
        ]
    frame = pd.read_parquet(
        io.BytesIO(jmetrics("compare", "2022", "2023", "-f", "parquet").stdout)
    ).set_index("metric")
    assert frame.loc["政府透明度指数", ["2022", "2023", "delta"]].tolist() == [4, 6, 2]


@pytest.mark.parametrize(
    ("arguments", "sheet", "column"),
    [
        (["find", "复议申请", "-i", SEEDS[0]], "claims", "score"),
        (["series", "政府透明度指数", "-i", SEEDS[0], "-i", SEEDS[1]], "comparison", "metric"),
        (["audit", ROOT / "fixtures" / "audit" / "planted"], "data", "explanation"),
        (["apply", "corrections.json", SEEDS[0]], "claims", "metric"),
    ],
)
def test_other_commands_write_them_too(tmp_path: Path, arguments: list[Any], sheet: str, column: str) -> None:
    (tmp_path / "corrections.json").write_text(
        '{"format": "jmetrics-corrections", "version": 1, "documents": [], "corrections": []}', "utf-8"
    )
    run = jmetrics(*arguments, "-o", tmp_path / "out.xlsx", cwd=tmp_path)
    assert run.returncode == 0
    rows = table(workbook((tmp_path / "out.xlsx").read_bytes())[sheet])
    assert rows
    assert rows[0][column].value
    jmetrics(*arguments, "-o", tmp_path / "out.parquet", cwd=tmp_path)
    assert column in pq.read_table(tmp_path / "out.parquet").schema.names


def test_csv_files_have_a_mark_for_excel_unless_it_is_not_wanted(tmp_path: Path) -> None:
    for command in (["extract", *SEEDS], ["compare", "2022", "2023"], ["docs", *SEEDS]):
        marked, plain = tmp_path / "marked.csv", tmp_path / "plain.csv"
        assert jmetrics(*command, "-o", marked).returncode == 0
        assert jmetrics(*command, "-o", plain, "--no-bom").returncode == 0
        assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()


def test_a_terminal_gets_no_bytes() -> None:
    code, shown, said = on_terminal("extract", SEEDS[0], "-f", "xlsx")
    assert (code, shown) == (2, "")
    assert "-o FILE.xlsx" in said


def test_a_missing_package_is_named_with_the_extra_that_brings_it(tmp_path: Path) -> None:
    script = "import sys; sys.modules['pyarrow'] = None; from jinan_metrics.cli import main; sys.exit(main())"
    output = tmp_path / "claims.parquet"
    run = subprocess.run(
        [sys.executable, "-c", script, "extract", SEEDS[0], "-o", output],
        capture_output=True,
        env=environment(),
        check=False,
    )
    assert run.returncode == 2
    assert b"jinan-metrics[parquet]" in run.stderr
    assert run.stderr.count(b"\n") == 1
    assert not output.exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_reads_chinese_numbers_and_per_cent(tmp_path: Path) -> None:
    source = tmp_path / "report.txt"
    source.write_text(TEXT, encoding="utf-8")
    assert jmetrics("extract", source, "-o", tmp_path / "claims.xlsx", "--lang", "zh").returncode == 0
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76",
            "--outdir",
            tmp_path,
            tmp_path / "claims.xlsx",
        ],
        capture_output=True,
        check=True,
        timeout=180,
    )
    rows = list(csv.DictReader((tmp_path / "claims.csv").read_text(encoding="utf-8").splitlines()))
    assert [row["数值"] for row in rows] == [
        "2,623 件",
        "20.58%",
        "↓ 3.4 百分点",
        "第 4 位",
        "142,000 条",
        "↑ 5%",
        "3–5 天",
    ]
    assert rows[0]["指标"] == "行政复议申请"


def test_what_a_format_needs_is_loaded_for_that_format_alone() -> None:
    heavy = {"xlsxwriter", "pyarrow", "jinja2", "pandas", "rapidfuzz", "sqlite3"}
    script = "import sys; from jinan_metrics.cli import main; main(); print(*sys.modules, file=sys.stderr)"

    def loaded(*arguments: str) -> set[str]:
        run = subprocess.run(
            [sys.executable, "-c", script, "extract", SEEDS[0], "-q", *arguments],
            capture_output=True,
            env=environment(),
            check=True,
        )
        return heavy & set(run.stderr.decode().split())

    assert loaded("-f", "csv") == loaded("-f", "jsonl") == set()
    assert loaded("-f", "xlsx") == {"xlsxwriter"}
