"""The standard tables of an annual report on open government information, as every office publishes them.

The layout is that of the form of the General Office of the State Council (2021); the figures are invented. A cell is its words, or
words with the rows and columns that it covers.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

import making

Cell = str | tuple[str, int, int]
Rows = Sequence[Sequence[Cell]]

ACTIVE: Rows = (
    [("第二十条第（一）项", 1, 4)],
    ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
    ["规章", "0", "0", "0"],
    ["行政规范性文件", "14", "6", "83"],
    [("第二十条第（五）项", 1, 4)],
    ["信息内容", ("本年处理决定数量", 1, 3)],
    ["行政许可", ("9214", 1, 3)],
    [("第二十条第（六）项", 1, 4)],
    ["信息内容", ("本年处理决定数量", 1, 3)],
    ["行政处罚", ("1,207", 1, 3)],
    ["行政强制", ("31", 1, 3)],
    [("第二十条第（八）项", 1, 4)],
    ["信息内容", ("本年收费金额（单位：万元）", 1, 3)],
    ["行政事业性收费", ("2360.7", 1, 3)],
)

_PEOPLE: Rows = (
    [("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), ("申请人情况", 1, 7)],
    [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
)
_REQUESTS: Sequence[tuple[tuple[Cell, ...], str]] = (
    ((("一、本年新收政府信息公开申请数量", 1, 3),), "171 11 0 1 3 0 186"),
    ((("二、上年结转政府信息公开申请数量", 1, 3),), "4 0 0 0 0 0 4"),
    ((("三、本年度办理结果", 7, 1), ("（一）予以公开", 1, 2)), "75 4 0 0 1 0 80"),
    ((("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 1, 2),), "12 1 0 0 0 0 13"),
    ((("（三）不予公开", 3, 1), "1.属于国家秘密"), "1 0 0 0 0 0 1"),
    (("2.其他法律行政法规禁止公开",), "0 0 0 0 0 0 0"),
    (("3.危及“三安全一稳定”",), "2 0 0 0 0 0 2"),
    (("（四）无法提供", "1.本机关不掌握相关政府信息"), "58 3 0 1 1 0 63"),
    ((("（七）总计", 1, 2),), "168 11 0 1 3 0 183"),
    ((("四、结转下年度继续办理", 1, 3),), "7 0 0 0 0 0 7"),
)
REQUESTS: Rows = (*_PEOPLE, *([*labels, *figures.split()] for labels, figures in _REQUESTS))

REVIEWS: Rows = (
    [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
    [(words, 2, 1) for words in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
    + [("未经复议直接起诉", 1, 5), ("复议后起诉", 1, 5)],
    ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2,
    ["8", "0", "1", "0", "9", "3", "0", "0", "1", "4", "2", "0", "0", "0", "2"],
)
TITLE = "临漪县2024年政府信息公开工作年度报告"
TABLES = {
    "二、主动公开政府信息情况": ACTIVE,
    "三、收到和处理政府信息公开申请情况": REQUESTS,
    "四、政府信息公开行政复议、行政诉讼情况": REVIEWS,
}

# (section, metric, value, unit) of some of the figures, and how many figures there are in each table.
EXPECTED = [
    ("二", "规章本年制发件数", 0, ""),
    ("二", "行政规范性文件本年制发件数", 14, ""),
    ("二", "行政规范性文件现行有效件数", 83, ""),
    ("二", "行政许可本年处理决定数量", 9214, ""),
    ("二", "行政处罚本年处理决定数量", 1207, ""),
    ("二", "行政强制本年处理决定数量", 31, ""),
    ("二", "行政事业性收费本年收费金额", 23607000, "元"),
    ("三", "自然人本年新收政府信息公开申请数量", 171, ""),
    ("三", "法人或其他组织商业企业本年新收政府信息公开申请数量", 11, ""),
    ("三", "本年新收政府信息公开申请数量", 186, ""),
    ("三", "上年结转政府信息公开申请数量", 4, ""),
    ("三", "本年度办理结果予以公开自然人", 75, ""),
    ("三", "本年度办理结果予以公开", 80, ""),
    ("三", "本年度办理结果不予公开属于国家秘密", 1, ""),
    ("三", "本年度办理结果不予公开危及“三安全一稳定”", 2, ""),
    ("三", "本年度办理结果无法提供本机关不掌握相关政府信息", 63, ""),
    ("三", "本年度办理结果", 183, ""),
    ("三", "结转下年度继续办理", 7, ""),
    ("四", "行政复议结果维持", 8, ""),
    ("四", "行政复议", 9, ""),
    ("四", "行政诉讼未经复议直接起诉尚未审结", 1, ""),
    ("四", "行政诉讼复议后起诉", 2, ""),
]
FIGURES = {"二": 6 + 1 + 2 + 1, "三": 70, "四": 15}


def _cells(row: Sequence[Cell]) -> Iterator[tuple[str, int, int]]:
    for cell in row:
        yield (cell, 1, 1) if isinstance(cell, str) else cell


def web_page() -> bytes:
    """The report as a page: tables as the editors of offices write them, heads in <td> like everything else."""
    body = [f"<p style='text-align:center'>{TITLE}</p>", "<p>索引号 LY001 发布时间 2025-01-22</p>"]
    for heading, rows in TABLES.items():
        body.append(f"<p><strong>{heading}</strong></p><table border=1 cellspacing=0><tbody>")
        for row in rows:
            cells = "".join(
                f"<td rowspan={down} colspan={wide}><p><span>{html.escape(words)}</span></p></td>"
                for words, down, wide in _cells(row)
            )
            body.append(f"<tr>{cells}</tr>")
        body.append("</tbody></table>")
    return making.PAGE.format(charset="utf-8", title=TITLE, body="".join(body)).encode()


def placed(rows: Rows) -> Iterator[tuple[int, int, str, int, int]]:
    """Row, column, words, rows and columns of every cell."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for words, down, wide in _cells(row):
            while (number, column) in taken:
                column += 1
            taken |= {(number + i, column + j) for i in range(down) for j in range(wide)}
            yield number, column, words, down, wide
            column += wide


def word() -> bytes:
    """The report as a Word document."""
    import docx

    document = docx.Document()
    document.add_paragraph(TITLE)
    for heading, rows in TABLES.items():
        document.add_paragraph(heading)
        cells = list(placed(rows))
        width = max(column + wide for _, column, _, _, wide in cells)
        table = document.add_table(rows=len(rows), cols=width)
        for row, column, words, down, wide in cells:
            first = table.cell(row, column)
            first.merge(table.cell(row + down - 1, column + wide - 1)).text = words
    return making.saved(document)


def workbook() -> bytes:
    """The report as a workbook of one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = TITLE
    at = 2
    for heading, rows in TABLES.items():
        sheet.cell(at + 1, 1, heading)
        for row, column, words, down, wide in placed(rows):
            number = words.replace(",", "")
            value = float(number) if number.replace(".", "").isdigit() and number.count(".") < 2 else words
            sheet.cell(at + 2 + row, column + 1, value)
            if (down, wide) != (1, 1):
                sheet.merge_cells(
                    start_row=at + 2 + row,
                    start_column=column + 1,
                    end_row=at + 1 + row + down,
                    end_column=column + wide,
                )
        at += len(rows) + 3
    return making.saved(book)


def markdown() -> bytes:
    """The report as Markdown knows tables: merged cells written in each place that they cover."""
    lines = [f"# {TITLE}", ""]
    for heading, rows in TABLES.items():
        places: dict[tuple[int, int], str] = {}
        for row, column, words, down, wide in placed(rows):
            places |= {(row + i, column + j): words for i in range(down) for j in range(wide)}
        width = 1 + max(column for _, column in places)
        lines += ["", f"## {heading}", ""]
        for row in range(len(rows)):
            lines.append("| " + " | ".join(places.get((row, column), "") for column in range(width)) + " |")
            lines += ["|" + " --- |" * width] * (row == 0)
    return "\n".join(lines).encode()
