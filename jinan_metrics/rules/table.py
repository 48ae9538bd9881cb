"""The rules for cells of tables; the code that carries them out is ``jinan_metrics.tables``."""

from __future__ import annotations

from jinan_metrics.rules.model import Example, Rule

_OUTPUT = "表2 2021年主要农产品产量\n| 产品名称 | 单位 | 产量 | 比上年增长(%) |\n| 油料 | 吨 | 6284 | 3.7 |\n| 禽蛋 | 吨 | 4058 | -2.6 |\n"
_CASES = "单位：件\n| 项目 | 2022年 | 2023年 |\n| --- | --- | --- |\n| 受理 | 120 | 130 |\n| 其中：和解 | 8 | — |\n"

RULES = (
    Rule("table.cell", "table",
         "A cell that holds nothing but a figure: what it counts is said by its row and its column, its unit by the cell, the head, a column of units, the label or the line above the table, its year by a head, a label or that line.",
         "只含一个数的单元格：行和列的标题说明所数之物，单位取自单元格、列标题、单位栏、行标签或表上方的“单位：”，年份取自标题、标签或表名。",
         (Example(_OUTPUT, {"metric": "油料产量", "value": 6284, "unit": "吨", "period": 2021}),
          Example(_CASES, {"metric": "受理", "value": 130, "unit": "件", "period": 2023}),
          Example(_CASES, {"metric": "受理和解", "value": 8, "period": 2022}),
          Example("| 指标 | 金额（万元） |\n| 税收收入 | 1,200.5 |\n", {"metric": "税收收入金额", "value": 12005000, "unit": "元", "kind": "money"})),
         ("| 序号 | 单位 |\n| 1 | 甲局受理120件 |\n", "今年受理120件。")),
    Rule("table.change", "table",
         "A column of changes (同比增长, 比上年±%): the sign of the cell says the direction; it is a change of what the column to its left counts.",
         "“同比增长”“比上年±%”等列是变化：符号表示方向，变化的是左边一列所数之物。",
         (Example(_OUTPUT, {"metric": "禽蛋产量", "value": 2.6, "unit": "%", "direction": "down", "kind": "change"}),),
         ("| 指标 | 数量（件） |\n| 受理 | 120 |\n",)),
    Rule("table.rank", "table", "A column of ranks (位次, 排名).", "“位次”“排名”列是排名。",
         (Example("| 指标 | 增速（%） | 全省位次 |\n| 固定资产投资 | 8.1 | 3 |\n", {"metric": "固定资产投资全省", "value": 3, "unit": "位", "kind": "rank"}),), ()),
    Rule("table.heads", "name", "The name of a figure in a table: its label and its head, without numbering, unit and year.", "表中数字的名称：行标签加列标题，去掉编号、单位和年份。",
         (Example("| 信息内容 | 本年制发件数 |\n| 行政规范性文件 | 14 |\n", {"metric": "行政规范性文件本年制发件数", "unit": ""}),)),
)  # fmt: skip
