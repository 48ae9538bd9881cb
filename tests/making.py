"""The same report as files of every format, laid out as offices lay them out."""

from __future__ import annotations

import html
import io
from collections.abc import Sequence
from typing import Any

Rows = Sequence[Sequence[str]]

PAGE = """<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{title}_某某市人民政府</title>
<meta name="ArticleTitle" content="{title}"><style>p {{ margin: 0 }}</style>
<script>var visits = 99999; document.write("访问量88888次")</script></head>
<body>
<div class="header"><a href="/">首页</a><a href="/xw">新闻中心</a><a href="/zw">政务公开</a><a href="/hd">互动交流</a></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; <a href="/bg">工作报告</a></div>
<div class="main">
<h1>{title}</h1>
<div class="TRS_Editor" id="zoom">
{body}
</div></div>
<div class="related"><a href="/1">2021年法治政府建设情况报告</a><a href="/2">我市新增就业12万人</a></div>
<div class="footer">主办：某某市人民政府办公厅 备案号：鲁ICP备05000000号 网站标识码：3701000001 您是第1234567位访客</div>
</body></html>
"""


def web_page(text: str, charset: str = "utf-8") -> bytes:
    """A page of a government's site with ``text`` in it, its first line as the title."""
    title, *lines = [line.strip() for line in text.splitlines() if line.strip()]
    body = "\n".join(f"<p>&nbsp;&nbsp;{html.escape(line)}</p>" for line in lines)
    return PAGE.format(charset=charset, title=html.escape(title), body=body).encode(charset)


def word(text: str, *tables: Rows) -> bytes:
    """A Word document with a paragraph a line, and ``tables`` after it."""
    import docx

    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    for rows in tables:
        table = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for row, words in zip(table.rows, rows, strict=True):
            for cell, word_ in zip(row.cells, words, strict=False):
                cell.text = word_
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a python-docx document or an openpyxl workbook."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(text: str, *, locked: bool = False) -> bytes:
    """A PDF of A4 pages with ``text`` set in a Chinese font, indented, and page numbers."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    style = ParagraphStyle(
        "text", fontName="STSong-Light", fontSize=12, leading=20, firstLineIndent=24, wordWrap="CJK"
    )
    file = io.BytesIO()
    lock = {"encrypt": StandardEncryption("secret", canPrint=0)} if locked else {}
    template = SimpleDocTemplate(file, pagesize=A4, **lock)

    def number(canvas: Any, _: Any) -> None:
        canvas.setFont("STSong-Light", 9)
        canvas.drawCentredString(A4[0] / 2, 30, f"— {canvas.getPageNumber()} —")

    lines = [line.strip() for line in text.splitlines() if line.strip()]
    template.build(
        [Paragraph(html.escape(line), style) for line in lines], onFirstPage=number, onLaterPages=number
    )
    return file.getvalue()


def workbook(*sheets: tuple[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook of named sheets."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)
