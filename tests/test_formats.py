"""One report as a file of every format: the same claims."""

from __future__ import annotations

import builtins
import importlib
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import making
import pytest
from running import SEEDS, jmetrics

from jinan_metrics.extract import extract
from jinan_metrics.reading import ReadError, read, read_all, read_bytes

REPORT = SEEDS[0].read_bytes().decode("utf-8")
SAME = (
    "metric",
    "kind",
    "value",
    "value_max",
    "unit",
    "bound",
    "role",
    "direction",
    "basis",
    "scope",
    "period",
)
SAME += ("text", "section", "action", "rule", "repeat_of")


def told(text: str) -> list[tuple[Any, ...]]:
    claims = extract(text)
    assert all(text[claim.start : claim.end] == claim.text for claim in claims)
    order = {claim.id: number for number, claim in enumerate(claims)}
    return [
        tuple(order.get(getattr(c, f), getattr(c, f)) if f == "repeat_of" else getattr(c, f) for f in SAME)
        for c in claims
    ]


FILES = {
    "report.txt": lambda: REPORT.encode(),
    "gb18030.txt": lambda: REPORT.encode("gb18030"),
    "utf-16.txt": lambda: REPORT.encode("utf-16"),
    "report.md": lambda: REPORT.encode(),
    "report.html": lambda: making.web_page(REPORT),
    "gbk.htm": lambda: making.web_page(REPORT, "gbk"),
    "report.docx": lambda: making.word(REPORT),
    "report.pdf": lambda: making.pdf(REPORT),
    "report.zip": lambda: zipped({"2022/report.docx": making.word(REPORT), "2022/.DS_Store": b"\0"}),
    "report.mht": lambda: saved_page(making.web_page(REPORT)),
}


def zipped(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def saved_page(page: bytes) -> bytes:
    import base64

    head = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\n'
    part = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n"
    return (head + part + base64.encodebytes(page).decode() + "\n--B--\n").encode()


@pytest.mark.parametrize("name", FILES)
def test_the_report_of_2022_has_the_same_claims_in_every_format(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    document = read(path)
    assert told(document.text) == told(REPORT)
    assert (document.title, document.year, document.place) == (
        "济南市2022年法治政府建设情况报告",
        2022,
        "济南市",
    )
    assert document.warnings == ()


def test_the_format_is_told_by_the_content_whatever_the_name(tmp_path: Path) -> None:
    for name, make in FILES.items():
        path = tmp_path / f"{Path(name).stem}.doc"
        path.write_bytes(make())
        assert told(read(path).text) == told(REPORT)


# --- web pages


def test_navigation_scripts_and_footers_are_left_out() -> None:
    text = read_bytes(making.web_page(REPORT)).text
    assert text.startswith(REPORT.split("\n")[0])
    for words in ("新闻中心", "99999", "88888", "备案号", "1234567", "我市新增就业12万人", "margin"):
        assert words not in text


PAGES = {
    "headings": (
        "<h1>甲市年报</h1><h2>主要指标</h2><p>受理案件120件。</p><h3>一、收入</h3><p>收入3万元。</p>",
        "甲市年报\n## 主要指标\n受理案件120件。\n一、收入\n收入3万元。\n",
    ),
    "entities": ("<p>收入&#51;&#x4e07;元&nbsp;&amp;&lt;支出&gt;</p>", "收入3万元 &<支出>\n"),
    "inline": ("<p>受理<b>案件</b><span>12</span>0<a href=x>件</a>。</p>", "受理案件120件。\n"),
    "breaks": ("<div>受理120件。<br>办结<br/>\n90件。</div>", "受理120件。\n办结\n90件。\n"),
    "unclosed": (
        "<p>受理120件。<p>办结90件。<ul><li>甲3个<li>乙4个</ul>",
        "受理120件。\n办结90件。\n甲3个\n乙4个\n",
    ),
    "hidden": (
        '<p>受理120件。</p><div style="display: none"><p>假的99件。</p></div><p>办结90件。</p>',
        "受理120件。\n办结90件。\n",
    ),
    "comments": (
        "<p>受理120件。<!-- 99件 --></p><!-- x > y --><p>办结90件。</p>",
        "受理120件。\n办结90件。\n",
    ),
    "quotes": (
        "<p title='a > b' data-x=\"1 < 2\">受理120件。</p><p title=it's>办结90件。</p>",
        "受理120件。\n办结90件。\n",
    ),
    "no end": ("<p>受理120件。<script>var x = 1;", "受理120件。var x = 1;\n"),
    "open comment": ("<p>受理120件。</p><!-- <p>办结90件。</p>", "受理120件。\n办结90件。\n"),
    "layout": (
        "<table><tr><td><p>受理120件。</p></td><td><table><tr><td>项目</td><td>数</td></tr><tr><td>甲</td><td>3</td></tr></table></td></tr></table>",
        "受理120件。\n\n| 项目 | 数 |\n| 甲 | 3 |\n",
    ),
    "preformatted": ("<pre>受理120件\n办结90件</pre>", "受理120件\n办结90件\n"),
    "text in a table": (
        "<table>单位：件<tr><td>甲</td><td>3</td></tr><tr><td>乙</td><td>4</td></tr></table>",
        "单位：件\n\n| 甲 | 3 |\n| 乙 | 4 |\n",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_the_text_of_a_page(name: str) -> None:
    page, text = PAGES[name]
    assert read_bytes(f"<html><body>{page}</body></html>".encode()).text == text


def test_a_page_whose_article_is_called_a_list_loses_nothing() -> None:
    lines = "".join(f"<li>第{number}项受理{number}00件。</li>" for number in range(1, 9))
    text = read_bytes(f'<html><body><div class="nav-list"><ul>{lines}</ul></div></body></html>'.encode()).text
    assert text.count("受理") == 8


# --- Word


def test_word_keeps_what_is_inserted_boxed_or_noted_and_drops_what_is_deleted() -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_heading("甲市年报", 1)
    document.add_heading("办案情况", 2)
    for inner in (
        "<w:r><w:t>受理</w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>案件</w:t></w:r></w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>120件。</w:t></w:r>",
        "<w:sdt><w:sdtContent><w:r><w:t>办结90件。</w:t></w:r></w:sdtContent></w:sdt>",
        "<w:hyperlink><w:r><w:t>和解</w:t></w:r></w:hyperlink><w:r><w:t>8件。</w:t><w:br/><w:t>撤诉7件。</w:t></w:r>",
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框内6件。</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    ):
        document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    block = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>块内5件。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(-1, parse_xml(block))
    text = read_bytes(making.saved(document)).text
    assert (
        text
        == "甲市年报\n## 办案情况\n受理案件120件。\n办结90件。\n和解8件。\n撤诉7件。\n框内6件。\n块内5件。\n"
    )


# --- PDF


def test_pages_of_a_pdf_are_marked_and_their_numbers_left_out() -> None:
    import pypdfium2

    document = read_bytes(making.pdf(REPORT))
    assert document.text.count("\f") == len(pypdfium2.PdfDocument(making.pdf(REPORT))) - 1 > 1
    assert "— 2 —" not in document.text
    assert all(line for line in document.text.rstrip("\n").split("\n"))


def test_a_locked_and_a_scanned_pdf_are_named_as_such() -> None:
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    with pytest.raises(ReadError, match="locked with a password"):
        read_bytes(making.pdf(REPORT, locked=True))
    from PIL import Image

    file = io.BytesIO()
    canvas = Canvas(file)
    for _ in range(2):
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "gray")), 50, 50)
        canvas.showPage()
    canvas.save()
    with pytest.raises(ReadError, match="a scanned PDF: its 2 pages are pictures"):
        read_bytes(file.getvalue())


# --- workbooks and separated values


def test_a_workbook_shows_numbers_as_its_cells_do() -> None:
    import datetime

    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["项目", "比重", "金额", "日期", "公式"])
    sheet.append(["甲", 0.2058, 1234567.891, datetime.date(2023, 1, 5), "=1+1"])
    sheet["B2"].number_format, sheet["C2"].number_format = "0.00%", "#,##0.00"
    document = read_bytes(making.saved(book))
    assert document.text == (
        "| 项目 | 比重 | 金额 | 日期 | 公式 |\n| 甲 | 20.58% | 1234567.89 | 2023-01-05 |\n"
    )
    assert ["1 cells hold a formula without its result" in warning for warning in document.warnings] == [True]


def test_sheets_are_headings_and_empty_rows_part_tables() -> None:
    rows = [
        ["办案统计"],
        ["单位：件"],
        ["项目", "数"],
        ["甲", 3],
        [],
        ["项目", "数"],
        ["乙", 4],
        ["注：快报数"],
    ]
    text = read_bytes(making.workbook(("一季度", rows), ("二季度", [["丙", 5], ["丁", 6]]))).text
    assert text == (
        "## 一季度\n办案统计\n单位：件\n\n| 项目 | 数 |\n| 甲 | 3 |\n\n| 项目 | 数 |\n| 乙 | 4 |\n| 注：快报数 |\n"
        "\n## 二季度\n\n| 丙 | 5 |\n| 丁 | 6 |\n"
    )


def test_separated_values_are_read_with_quotes_and_other_separators(tmp_path: Path) -> None:
    for name, data, text in [
        ("a.csv", '项目,数\n"甲,乙\n丙","1,200"\n丁,3\n', "| 项目 | 数 |\n| 甲,乙丙 | 1,200 |\n| 丁 | 3 |\n"),
        ("b.csv", "项目;数\n甲;3\n", "| 项目 | 数 |\n| 甲 | 3 |\n"),
        ("c.tsv", "项目\t数\n甲\t3\n", "| 项目 | 数 |\n| 甲 | 3 |\n"),
        ("d.txt", "项目,数\n甲,3\n乙,4\n", "项目,数\n甲,3\n乙,4\n"),  # called text, so it is text
    ]:
        (tmp_path / name).write_bytes(data.encode("gb18030"))
        assert read(tmp_path / name).text == text


# --- archives and folders


def test_an_archive_gives_its_documents_in_order_and_names_what_fails(tmp_path: Path) -> None:
    path = tmp_path / "all.zip"
    path.write_bytes(
        zipped(
            {
                "b.txt": "办结90件。".encode(),
                "a/年报.txt": "受理120件。".encode("gb18030"),
                "c.pdf": b"%PDF-1.7",
            }
            | {"__MACOSX/x.txt": b"x", "d.exe": b"MZ", "e.zip": zipped({"f.txt": b"x"})}
        )
    )
    errors: list[ReadError] = []
    documents = list(read_all(path, errors.append))
    assert [(d.name, d.text) for d in documents] == [("年报", "受理120件。"), ("b", "办结90件。")]
    assert [(error.where, error.remark.key) for error in errors] == [
        (f"{path}/c.pdf", "read.damaged"),
        (f"{path}/e.zip", "read.nested"),
    ]
    run = jmetrics("extract", path, "--columns", "doc,value")
    assert run.stdout.decode() == "doc,value\n年报,120\nb,90\n"
    assert (run.returncode, len(run.stderr.splitlines())) == (1, 2)
    with pytest.raises(ReadError, match=r"c\.pdf"):
        read(path)


def test_a_folder_is_read_by_pattern(tmp_path: Path) -> None:
    for name in ("a.txt", "2023/b.txt", "2023/c.log"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("受理120件。", "utf-8")
    for patterns, names in [(["*.log"], "c"), (["2023/*"], "bc"), (["a.*", "c.*"], "ac")]:
        options = [word for pattern in patterns for word in ("--glob", pattern)]
        run = jmetrics("extract", tmp_path, *options, "--columns", "doc")
        assert sorted(run.stdout.decode().split()[1:]) == sorted(names)
    run = jmetrics("extract", tmp_path, "--glob", "*.docx")
    assert run.returncode == 1
    assert b"no file in this folder matches *.docx" in run.stderr


# --- libraries that may be missing


@pytest.mark.parametrize(("name", "module"), [("report.docx", "docx"), ("report.pdf", "pypdfium2")])
def test_a_missing_library_is_named_with_its_extra(
    name: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = FILES[name]()
    real = builtins.__import__

    def without(wanted: str, *arguments: Any) -> Any:
        if wanted.split(".")[0] == module:
            raise ImportError(wanted)
        return real(wanted, *arguments)

    monkeypatch.setattr(
        importlib,
        "import_module",
        lambda wanted, *a: without(wanted) if wanted == module else real_module(wanted, *a),
    )
    with pytest.raises(ReadError, match=rf"pip install 'jinan-metrics\[{name.split('.')[1]}\]'"):
        read_bytes(data)


real_module = importlib.import_module


def test_plain_text_loads_no_reader(tmp_path: Path) -> None:
    script = "import sys; from jinan_metrics.reading import read_bytes; read_bytes('受理120件。'.encode());"
    script += "print([m for m in sys.modules if m.split('.')[0] in ('docx', 'lxml', 'openpyxl', 'pypdfium2', 'csv')])"
    import subprocess

    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert run.stdout == b"[]\n"


PAGES_OF_OFFICES = sorted((Path(__file__).parent.parent / "fixtures" / "pages").glob("*.html"))


@pytest.mark.parametrize("path", PAGES_OF_OFFICES, ids=lambda path: path.stem)
def test_saved_pages_give_their_sentences_and_the_figures_of_their_table(path: Path) -> None:
    prose, _ = (path.parent / "expected.txt").read_text("utf-8").split("\n\n")
    document = read(path)
    sentences = [] if path.stem == "table-only" else prose.splitlines()[1:]
    assert [sentence for sentence in sentences if sentence not in document.text] == []
    claims = extract(document.text, year=2023)
    in_cells = [(c.metric, c.value, c.unit, c.period) for c in claims if c.rule == "table.cell"]
    assert in_cells == [
        (name, int(value), "件", year)
        for name, values in [("受理", "980 1104"), ("审结", "955 1032"), ("审结和解", "190 214")]
        for value, year in zip(values.split(), (2022, 2023), strict=True)
    ]
    if sentences:
        texts = [c.text for c in claims if c.rule != "table.cell"]
        assert [c.text for c in extract("".join(sentences))] == [
            text for text in texts if text in "".join(sentences)
        ]
