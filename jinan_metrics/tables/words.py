"""What the words of a head or a cell say: a figure, a unit, a year, nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jinan_metrics import lexicon, patterns, units
from jinan_metrics.folding import HAN
from jinan_metrics.model import Direction, Kind
from jinan_metrics.quantity import Quantity
from jinan_metrics.recognise import beginnings, quantities

_WORDS = {name: frozenset(words) for name, words in lexicon.classes("tables").items()}
_MEASURES = tuple(lexicon.longest_first(_WORDS["measure"]))

# Before the number of a cell: signs of direction; behind it: marks of notes and of revision.
_SIGN = patterns.compile(r"[-+▲▼△▽↑↓ ]{0,4}")
_MARKS = patterns.compile(
    rf"(?:[①-⑳*#†‡¹²³⁴⁵⁶⁷⁸⁹▲▼△▽↑↓]|\(?注?\[?\d?\]?\)|[ ])*+|\(?(?:预计|预估|快报|初步|调整后|含[{HAN}]{{1,8}})\)?"
)
_DOWN, _UP = "-▼▽↓", "+▲△↑"
_NUMBERING = patterns.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}(?:\.\d{1,2}){0,3}[、.．](?!\d)|[①-⑳]|[#·•*]|[ⅠⅡⅢⅣⅤ][、.])\s*+"
)
_AMONG = patterns.compile(r"(?:其中|内|#)\s*+[:：]?\s*+|^其中$")
_UNIT_IN_BRACKETS = patterns.compile(r"[(（\[](?:单位[:：]?)?([^()（）\[\]]{1,14})[)）\]]\s*+$")
_UNIT_BEHIND_SLASH = patterns.compile(rf"[/／]\s*+([%‰{HAN}]{{1,6}})$")
_UNIT_SAID = patterns.compile(r"(?:计量)?单位[:：]\s*+([^\s,，;；()（）]{1,16})")
_SCALE = patterns.compile(r"(百万|千万|十万|万亿|百|千|万|亿|兆)")
_SCALES = {"百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "万亿": 12, "兆": 12}
_YEAR = patterns.compile(
    r"(?<!\d)((?:19|20)\d\d)(?!\d)\s*+年?(?:度|[底末初])?(?:\s*+(?:[上下]半年|全年|前?[一二三四]季度|第[一二三四]季度|(?:\d{1,2}[-—~至])?\d{1,2}月份?(?:[底末])?))?"
)
_CAPTION_YEAR = patterns.compile(r"(?<!\d)((?:19|20)\d\d)[ ]?年(?!\d{1,2}月\d)")
_RELATIVE = patterns.compile(r"^(本年度?|今年|本期|当年)|^(上年度?(?:同期)?|去年(?:同期)?|上期|上年末)")
_CHANGE = patterns.compile(
    r"(?P<basis>(?:同比|环比|(?:[比较](?:上年|去年|上月|上旬|上周|上期|上季度?|年初|上年末|上年同期|去年同期|同期|\d{4}年)))(?:同期)?)?"
    r"(?:±|\+/-|\+-)?(?P<verb>增长速度|增长率|增长额|增长|增减率|增减额|增减数|增减幅|增减|增速|增幅|涨幅|涨跌幅?|升降|变动|变化|降幅|降低|下降|减少|增加|提高|提升|扩大)?"
    r"(?:幅度|情况|额|值|量|率)?(?:±|\+/-)?"
)
_BRACKETED_OR_BLANK = patterns.compile(r"[(（][^()（）]*+[)）]|\s")
_NOTE = patterns.compile(r"[①-⑳*†‡]|\[\d{1,2}\]$")
_BLANK_IN_WORDS = patterns.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")
_OFFICE = patterns.compile(
    r"(?:局|委|办|厅|院|部|市|县|区|镇|乡|村|街道|公司|集团|中心|处|科|所|队|校|学|府|行|社)$"
)
RANK = patterns.compile(r"(?:排名|位次|名次|排位|位序|排序)$")
TARGET = patterns.compile(r"(?:目标值?|计划数?|预期目标|预期|预算数?|任务数?|规划数?)$")
_MONEY = patterns.compile(r"(?:总额|金额|余额|[^数名]额|收入|支出|产值|总值|增加值|投资|税收|利润|费用?)$")
_SHARE = patterns.compile(r"(?:率|比重|占比|比例)$")
_RELATED = ("为", "占", "完成", "比")  # 决算数为预算数的%
_FALLS = ("下降", "降幅", "降低", "减少")


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that is a figure: its expression's span, its sign, and the quantity in it."""

    start: int
    end: int
    negative: bool
    marked: Direction | None
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class UnitWords:
    """A unit as words say it: its name, what a number is multiplied by, and the kind it makes ("" where unknown)."""

    name: str
    factor: Decimal
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Change:
    """A head that says that its column holds changes. ``falls``: a positive figure is a fall."""

    basis: str
    rest: str
    falls: bool
    percent: bool


def is_missing(words: str) -> bool:
    """Whether a cell says that there is no figure."""
    return not words or words in _WORDS["missing"]


def is_aside(words: str) -> bool:
    """Whether a head is of a column that counts nothing."""
    return bare(words) in _WORDS["aside"]


def is_unit_head(words: str) -> bool:
    """Whether a head is of a column of units."""
    return bare(words) in _WORDS["unit"]


def is_office(words: str) -> bool:
    """Whether a cell of a column 单位 names an office or a place rather than a unit."""
    return len(words) > 4 or _OFFICE.search(words) is not None


def is_generic(words: str) -> bool:
    """Whether a head says nothing of what is counted."""
    return words in _WORDS["generic"] or words.endswith("情况")


def is_total(words: str) -> bool:
    """Whether a label says that its figures are sums."""
    return words.replace(" ", "") in _WORDS["total"]


def is_measure(words: str) -> bool:
    """Whether a label ends in what is counted (件数, 产量, 率)."""
    return words.endswith(_MEASURES)


def bare(words: str) -> str:
    """``words`` without blanks and remarks in brackets."""
    return _BRACKETED_OR_BLANK.sub("", words)


def figure(folded: str, start: int, end: int) -> Figure | None:
    """The figure that the cell from ``start`` to ``end`` is, None if it says anything else."""
    if end - start > 40 or start >= end:
        return None
    sign = _SIGN.match(folded, start, end)
    at = sign.end() if sign is not None else start
    if at >= end or not (folded[at].isdigit() or folded[at] in "约近超第负"):
        return None
    negative = folded[at] == "负"
    at += negative
    begins = [at + place for place in beginnings(folded[at:end])]
    found = list(quantities(folded, at, end, begins))
    if len(found) != 1 or (found[0].kind == "duration" and found[0].unit in ("年", "月", "日")):
        return None
    quantity = found[0]
    if folded[at : quantity.start].strip() or _MARKS.fullmatch(folded, quantity.end, end) is None:
        return None
    marks = folded[start:at] + folded[quantity.end : end]
    marked: Direction | None = (
        "down" if any(m in marks for m in "▼▽↓") else "up" if any(m in marks for m in "▲↑") else None
    )
    minus = folded.rfind("-", start, quantity.number_start)
    first = minus if minus >= 0 else quantity.start
    quantity.value = abs(quantity.value)  # the sign is told apart
    return Figure(first, quantity.end, negative or minus >= 0, marked, quantity)


def unit_words(words: str) -> UnitWords | None:
    """The unit that ``words`` are (万元, %, 件（套）, 亿), None if they are none."""
    words = words.strip().removeprefix("个") if len(words.strip()) > 1 else words.strip()
    scale = _SCALE.match(words)
    factor, rest = Decimal(1), words
    if scale is not None and units.lookup(words) is None:
        factor, rest = Decimal(10) ** _SCALES[scale.group()], words[scale.end() :]
    if not rest:
        return UnitWords("", factor, None)
    unit = units.lookup(rest)
    if unit is None and rest in ("％", "%"):
        return UnitWords("%", factor, "rate")
    return None if unit is None else UnitWords(unit.name, factor, unit.kind)


def said_unit(words: str) -> UnitWords | None:
    """The unit that a head, label or caption gives in brackets, behind a slash, or after 单位."""
    if words.endswith(("%", "‰")):
        return unit_words(words[-1])
    for form in (_UNIT_SAID, _UNIT_IN_BRACKETS, _UNIT_BEHIND_SLASH):
        match = form.search(words)
        if match is not None:
            found = [unit_words(word) for word in re.split(r"[、,，;；]", match.group(1).strip("± +-"))]
            if len(found) == 1 and found[0] is not None:
                return found[0]
    return None


def without_unit(words: str) -> str:
    """``words`` without the unit that they give."""
    if words.endswith(("%", "‰")):
        return words[:-1].removesuffix("的")
    for form in (_UNIT_SAID, _UNIT_IN_BRACKETS, _UNIT_BEHIND_SLASH):
        match = form.search(words)
        if match is not None and unit_words(match.group(1).strip("± +-")) is not None:
            return words[: match.start()].strip("(（ ")
    return words


def year_in(words: str, covered: int | None) -> tuple[int | None, str, str]:
    """The year that ``words`` name, the words that name it, and the others: (2022, "2022年", "产量")."""
    match = _YEAR.search(words)
    if match is not None:
        rest = (words[: match.start()] + words[match.end() :]).strip(" -—()（）")
        return int(match.group(1)), match.group().strip(), rest
    # 上年结转, 本年制发件数: with a noun behind them these words are part of the name.
    match = _RELATIVE.search(words)
    if (
        match is not None
        and covered is not None
        and (match.end() == len(words) or is_generic(words[match.end() :]))
    ):
        return covered - (match.group(1) is None), match.group(), ""
    return None, "", words


def year_of_caption(words: str) -> int | None:
    """The year that the line above a table names (2021年主要农产品产量), None for dates and where it names several."""
    found = set(_CAPTION_YEAR.findall(words))
    return int(found.pop()) if len(found) == 1 else None


def change_in(words: str) -> Change | None:
    """What a head says of changes, None if it says nothing of any."""
    for match in _CHANGE.finditer(words):
        if match.group("verb") or (match.group("basis") and match.end() == len(words)):
            rest = (words[: match.start()] + words[match.end() :]).strip(" %()（）±、")
            percent = (
                "%" in words
                or "百分点" in words
                or match.group().endswith(("率", "幅", "速", "速度", "幅度"))
            )
            falls = (match.group("verb") or "") in _FALLS
            return Change(match.group("basis") or "", rest, falls, percent)
    return None


def is_rank(words: str) -> bool:
    """Whether a head is of a column of ranks."""
    return RANK.search(words) is not None


def is_target(words: str) -> bool:
    """Whether a head is of a column of targets."""
    return TARGET.search(words) is not None and not any(word in words for word in _RELATED)


def is_money(words: str) -> bool:
    """Whether a label is of money, also where its unit is only 万 or 亿."""
    return _MONEY.search(words) is not None


def is_share(words: str) -> bool:
    """Whether a label is of a share (率, 占比)."""
    return _SHARE.search(words) is not None


def plain_label(words: str) -> str:
    """A label without its numbering, its notes and blanks between Chinese characters."""
    words = _NUMBERING.sub("", words.strip(), count=1) if _NUMBERING.match(words.strip()) else words.strip()
    return _BLANK_IN_WORDS.sub("", _NOTE.sub("", words)).strip(" :：")


def among(words: str) -> str | None:
    """What follows 其中 in a label, None if it does not begin so."""
    match = _AMONG.match(words)
    return None if match is None or not match.group() else words[match.end() :]
