"""Python users: code of theirs under mypy's strict mode, and the example notebook."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from running import ROOT

import jinan_metrics
from jinan_metrics import compare, extract

USER_CODE = """
from decimal import Decimal

import pandas as pd

import jinan_metrics
from jinan_metrics import Claim, Document, Row

document: Document = jinan_metrics.read("report.txt")
claims: list[Claim] = jinan_metrics.extract(document.text, doc=document.name, year=document.year)
values: list[Decimal] = [claim.value for claim in claims if claim.kind == "rate"]
years: set[int | None] = {claim.period for claim in claims}
frame: pd.DataFrame = jinan_metrics.to_frame(claims)
rows: list[Row] = jinan_metrics.compare(claims, [2022, 2023])
deltas: list[Decimal | None] = [row.delta for row in rows]
number: Decimal | None = jinan_metrics.numerals.parse("三千零五十万")
again: Claim = Claim.from_dict(claims[0].to_dict())
"""
WRONG = {
    'jinan_metrics.extract("text", yaer=2022)': "call-arg",
    'jinan_metrics.extract(b"text")': "arg-type",
    'jinan_metrics.extract("text")[0].kind == "much"': "comparison-overlap",
    "value: str = jinan_metrics.extract('text')[0].value": "assignment",
}


def checked(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    path = folder / "user.py"
    path.write_text(code, "utf-8")
    arguments = ["--strict", "--config-file", os.devnull, "--cache-dir", str(folder / "cache"), str(path)]
    return subprocess.run(
        [sys.executable, "-m", "mypy", *arguments], capture_output=True, text=True, cwd=folder, check=False
    )


def test_user_code_passes_mypy_strict_and_mistakes_do_not(tmp_path: Path) -> None:
    right = checked(USER_CODE, tmp_path)
    assert right.returncode == 0, right.stdout
    wrong = checked("import jinan_metrics\n\n" + "\n".join(WRONG) + "\n", tmp_path)
    found = [line.rpartition("[")[2].rstrip("]") for line in wrong.stdout.splitlines() if "error:" in line]
    assert found == list(WRONG.values())


# The kernel's own libraries warn about each other.
@pytest.mark.filterwarnings("default")
def test_the_example_notebook_runs() -> None:
    notebook = nbformat.read(ROOT / "docs" / "claims.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "it is kept without outputs"
    asyncio.run(
        NotebookClient(
            notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": ROOT / "docs"}}
        ).async_execute()
    )
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    shown = [cell.outputs[-1]["data"] for cell in code]
    assert "<mark>第四</mark>" in shown[1]["text/html"]
    assert "<table" in shown[2]["text/html"]
    assert "<td" in shown[4]["text/html"]
    assert "('政府透明度指数', Decimal('2'), None)" in shown[5]["text/plain"]


def test_a_claim_and_a_row_show_themselves_and_nothing_in_a_document_is_markup() -> None:
    (claim,) = extract("办理<b>案件</b>3件。", year=2023)
    html = claim._repr_html_()
    assert "<mark>3件</mark>" in html
    assert "<b>" not in html
    (row,) = compare([claim], [2022, 2023])
    assert row._repr_html_().count("<td") == 4
    assert "<b>" not in row._repr_html_()


def test_a_record_gives_the_claim_back() -> None:
    claims = extract(jinan_metrics.read(ROOT / "seeds" / "000_c366dd4b2a3e75da.txt").text)
    assert [jinan_metrics.Claim.from_dict(claim.to_dict()) for claim in claims] == claims
