"""Quantity expressions: number, scale, unit and the modifiers that touch them.

One scan of the masked text finds the numbers; the work after it is done only where one was found. Whether an
expression is a claim is not decided here (see ``rules``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from string import ascii_letters, digits

from jinan_metrics import numerals, patterns
from jinan_metrics.folding import JOINT
from jinan_metrics.measured import TENTHS, below_zero, with_unit
from jinan_metrics.model import Bound
from jinan_metrics.modifiers import modified_before, with_modifiers
from jinan_metrics.quantity import Quantity, share_of

_DIGITS = "〇零一二两俩三四五六七八九壹贰叁肆伍陆柒捌玖"
_CN = f"[{_DIGITS}十百千万亿兆廿卅拾佰仟]"
_SCALE = "(?:[百万亿](?!帕)|千(?![瓦克米卡伏赫帕焦牛])|兆(?![瓦赫帕位字焦欧]))"
_ARABIC = (
    rf"\d[\d,{JOINT}]*+(?:\.{JOINT}?\d[\d{JOINT}]*+)?+(?:[ ]?[余多几]?{_SCALE}++(?:\d++(?:\.\d++)?+{_SCALE}++)*+)?+"
    r"(?:[ ]?(?:[余多]亿|余(?![额款粮地暇温热震生数年])|多(?!元化|样化)|来(?=[个万亿名人家项件次户张天年月])))?+(?:\+(?!\d))?+"
)
_CHINESE = rf"(?:数|几|好几|上|成)?{_CN}++(?:[余多](?![额款粮地样元数])|几|来(?=[个万亿名人家项件次户张天年月米亩里公吨]))?+(?:点[{_DIGITS}]++)?+(?:{_SCALE}++)?+"

_SCAN = patterns.compile(
    rf"(?P<fan>(?<=实现)倍增(?=[，。;、\n]|$)|翻了?[近约超]?(?:[一两二三四]番|番|[一两二三]倍|倍))"
    rf"|(?P<half>(?:过|超过?|近|接近)?半数(?:以上)?|(?<![经通度难])过半(?![个天年月晌夜径])|一半)"
    rf"|(?P<first>首位|榜首|(?<=[居之])首(?![位个家次批府都长要先]))"
    rf"|(?P<fraction>{_CN}{{1,6}}分之(?:\d[\d,]*+(?:\.\d++)?+|{_CN}{{1,8}}(?:点[{_DIGITS}]{{1,6}})?))"
    rf"|(?P<chinese>{_CHINESE})"
)
_SCAN_DIGITS = patterns.compile(
    rf"(?P<fraction>(?<![\d/])\d{{1,3}}/\d{{1,3}}(?![\d/万]))"
    rf"|(?P<parts>(?<![\d:.])\d{{1,3}}(?:\.\d{{1,2}})?(?::\d{{1,3}}(?:\.\d{{1,2}})?){{2,4}}(?![\d:]))"
    rf"|(?P<ratio>(?<![\d:])(?:1[:比]\d{{1,4}}(?:\.\d{{1,3}})?|\d{{1,4}}(?:\.\d{{1,3}})?[:比]1)(?![\d:.]))|(?P<arabic>{_ARABIC})"
)
# The same where nothing is divided by a slash, a colon or 比, as nearly everywhere.
_SCAN_ARABIC = patterns.compile(f"(?P<arabic>{_ARABIC})")
# What an expression can begin with.
_BEGINNING = patterns.compile(f"[\\d{_DIGITS}十百千万亿兆廿卅拾佰仟翻倍半过超近接首榜数几好上成]")
_MAY_LEAD = frozenset("数几上成")
_SECOND = patterns.compile(rf"[ ]?(?:[-~]{{1,2}}|至|到)[ ]?(?P<second>{_ARABIC}|{_CN}++)")


def beginnings(masked: str) -> list[int]:
    """Where an expression may begin: what has none of these needs no further look."""
    return [match.start() for match in _BEGINNING.finditer(masked)]


def quantities(masked: str, start: int, end: int, begins: Sequence[int]) -> Iterator[Quantity]:
    """Every quantity expression between two offsets, in order, never overlapping.

    ``begins`` is what ``beginnings`` found in the whole text.
    """
    position = start
    words = masked[start:end]
    divided = "/" in words or ":" in words or "比1" in words
    scan_digits = _SCAN_DIGITS if divided else _SCAN_ARABIC
    for index in range(bisect_left(begins, start), bisect_left(begins, end)):
        at = begins[index]
        if at < position:
            continue
        match = (scan_digits if masked[at].isdecimal() else _SCAN).match(masked, at, end)
        if match is None:
            continue
        if match.lastgroup == "parts":
            position = match.end()
            yield from _parts(match)
            continue
        quantity = _complete(masked, match)
        if quantity is None:  # 总数一半: 数 is no part of the number
            position = at + 1 if masked[at] in _MAY_LEAD else match.end()
        else:
            position = quantity.end
            yield quantity


def _parts(match: re.Match[str]) -> Iterator[Quantity]:
    """The parts of a ratio of three or more (3.5:34.7:61.8), each a quantity."""
    begin = match.start()
    for token in match.group().split(":"):
        end = begin + len(token)
        yield Quantity(
            begin, end, begin, end, Decimal(token), None, "exact", "part", "", "ratio", "ratio", False, False, token, end
        )  # fmt: skip
        begin = end + 1


def _complete(masked: str, match: re.Match[str]) -> Quantity | None:
    """The expression around a number, or None where the number is part of a Latin name or of no use."""
    form = match.lastgroup or ""
    begin, end = match.span()
    token = match.group()
    if form == "arabic":
        return _arabic(masked, begin, end, token)
    if form == "chinese":
        return _chinese(masked, begin, end, token)
    if form == "fraction":
        return _fraction(masked, begin, end, token)
    if form == "fan":
        return _multiplied(masked, begin, end, token)
    if form == "ratio":
        first, second = token.replace("比", ":").split(":")
        value = numerals.parse(second if first == "1" else first)
        ratio = Quantity(
            begin, end, begin, end, value, None, "exact", "ratio", "", "ratio", "ratio", False, False, token, end
        )  # fmt: skip
        return with_modifiers(masked, ratio)
    if form == "first":
        return Quantity(
            begin,
            end,
            begin,
            end,
            Decimal(1),
            None,
            "exact",
            "first",
            "位",
            "rank",
            "rank",
            True,
            False,
            token,
            end,
        )
    bound: Bound = "exact"
    if token.startswith(("过", "超")) or token.endswith("以上"):
        bound = "over"
    elif token.startswith(("近", "接近")):
        bound = "under"
    return with_modifiers(
        masked,
        share_of(begin, end, Decimal(50), bound, "half", token),
    )


_NEARLY: dict[str, Bound] = {"近": "under", "约": "approx", "超": "over"}
_TIMES = {"一": 2, "两": 4, "二": 4, "三": 8, "四": 16}


def _multiplied(masked: str, begin: int, end: int, token: str) -> Quantity:
    number = token[-2]
    times = _TIMES.get(number, 2)  # 翻倍 is 翻番
    if token.endswith("倍") and number in _DIGITS:
        times = int(numerals.parse(number))
    bound: Bound = next((bound for word, bound in _NEARLY.items() if word in token), "exact")
    if masked.startswith(("还多", "多"), end):
        end, bound = end + (2 if masked[end] == "还" else 1), "over"
    return with_modifiers(
        masked,
        Quantity(
            begin, end, begin, end, Decimal(times), None, bound, "fan", "倍", "change", "times", True, False, token, end
        ),
    )  # fmt: skip


_ENDS = ("", *"，。;、)\n")


def _fraction(masked: str, begin: int, end: int, token: str) -> Quantity | None:
    if "/" in token and (
        end - begin > 4 or (masked[begin - 1 : begin].isascii() and masked[begin - 1 : begin].strip())
    ):
        return None
    try:
        number = numerals.read(token)
    except numerals.NumeralError:
        return None
    value = number.value if number.percent else number.value * 100
    if masked.startswith("强", end) and masked[end + 1 : end + 2] in _ENDS:  # 三分之一强
        return share_of(begin, end + 1, value, "over", "fraction", token, chinese="/" not in token)
    return with_modifiers(
        masked,
        share_of(begin, end, value, number.bound, "fraction", token, chinese="/" not in token),
    )


# Part of a Latin name or a code where one of these stands before the number.
_LATIN = frozenset(ascii_letters + digits + "._#@/\\=&?")
_ABBREVIATION = patterns.compile(r"(?<![A-Za-z\d])(?:CPI|PPI|GDP|PMI)$")  # CPI3%的涨幅
_LONGEST_PLAIN = 40


def _arabic(masked: str, begin: int, end: int, token: str) -> Quantity | None:
    before = masked[begin - 1 : begin]
    if before in _LATIN and not (masked.startswith("%", end) and _ABBREVIATION.search(masked, 0, begin)):
        return None
    if before == "-" and not _is_sign(masked, begin - 1):
        return None
    last = token[-1]
    if last in ",.":
        token = token.rstrip(",.")
        end = begin + len(token)
    token = token.replace(JOINT, "")
    after = masked[end : end + 1]
    if after in ("-", "~") or after in "至到 " or not after:
        ranged = _SECOND.match(masked, end)
        if ranged is not None and masked[begin - 1 : begin] not in ("从", "由", "第"):
            both = _range(masked, begin, ranged.end(), token, ranged.group("second"))
            if both is not None:
                return both
    bound: Bound = "exact"
    if token.isdecimal() and token.isascii() and len(token) <= _LONGEST_PLAIN:
        value = Decimal(token)
    else:
        try:
            number = numerals.read(token[:-1] if last == "+" else token)
        except numerals.NumeralError:
            return None
        value, bound = number.value, "over" if last == "+" else number.bound
    quantity = with_unit(masked, begin, end, token, value, None, bound, chinese=False)
    if quantity is None:
        return None
    # 6.5%-7%, 3万至5万: the first number carries a unit of its own
    connector = masked[quantity.unit_end : quantity.unit_end + 1]
    if connector and connector in "-~至到" and masked[begin - 1 : begin] not in ("从", "由"):
        ranged = _SECOND.match(masked, quantity.unit_end)
        if ranged is not None and (quantity.unit or quantity.scaled):
            second = _complete_second(masked, ranged)
            if second is not None and second.unit == quantity.unit and second.value > quantity.value:
                quantity = Quantity(
                    begin, second.end, begin, second.number_end, quantity.value, second.value, second.bound, second.form,
                    second.unit, second.kind, second.dimension, False, second.scaled, masked[begin : second.number_end], second.unit_end,
                )  # fmt: skip
    if before == "-":
        quantity.start, quantity.value = begin - 1, -quantity.value
    if quantity.dimension == "temperature":
        quantity = below_zero(masked, quantity)
    return with_modifiers(masked, quantity)


def _complete_second(masked: str, ranged: re.Match[str]) -> Quantity | None:
    begin, end = ranged.span("second")
    try:
        number = numerals.read(masked[begin:end])
    except numerals.NumeralError:
        return None
    return with_unit(masked, begin, end, masked[begin:end], number.value, None, number.bound, chinese=False)


# 自然增长率-1.15‰, 同比-3.5%, 增速为-2%: behind other words a "-" joins a name (长江-3) or is a dash.
_BEFORE_MINUS = frozenset(" \t(:，、和及|为是的率速幅至到达值比温差润额")


def _is_sign(masked: str, at: int) -> bool:
    """Whether the "-" at ``at`` is a minus rather than a dash or part of a code."""
    before = masked[at - 1 : at]
    return before == "" or before in _BEFORE_MINUS or masked.endswith("增长", 0, at)


def _range(masked: str, begin: int, end: int, first: str, second: str) -> Quantity | None:
    if masked[end : end + 1] in ("-", "/") or masked[begin - 1 : begin] in ("-", "/"):
        return None
    second = second.rstrip(",.")
    try:
        number = numerals.read(f"{first}-{second}")
    except numerals.NumeralError:
        return None
    if number.value_max is None or number.value_max <= number.value:
        return None
    quantity = with_unit(
        masked, begin, end, masked[begin:end], number.value, number.value_max, number.bound, chinese=False
    )
    if quantity is None or not (quantity.unit or quantity.scaled):
        return None
    return with_modifiers(masked, quantity)


# 提前一年: where one of them is meant; elsewhere 一 is mostly an article
_COUNTED_ONCE = frozenset(
    ("长达", "历时", "为期", "提前", "推迟", "缓缴", "延长", "缩短", "减少", "压减", "压缩", "节省")
)


@lru_cache(maxsize=4096)
def _read_chinese(token: str) -> numerals.Numeral | None:
    """The reading of a numeral in Chinese characters, None where it has none; the same few stand again and again."""
    try:
        return numerals.read(token)
    except numerals.NumeralError:
        return None


def _chinese(masked: str, begin: int, end: int, token: str) -> Quantity | None:
    after = masked[end : end + 1]
    if token[0] == "成" or (token[0] in "上数几" and token[1] not in "十百千万亿"):
        begin, token = begin + 1, token[1:]
    tenths = (
        TENTHS.match(masked, end) if after == "成" and len(token) == 1 and token not in "百千万亿" else None
    )
    if token[-1] == "千" and len(token) > 1 and after in ("瓦", "克", "米", "卡", "伏", "赫", "帕", "焦"):
        token, end, after = token[:-1], end - 1, "千"  # 千万千瓦
    if after in ("至", "到") and len(token) == 1:
        ranged = _SECOND.match(masked, end)
        if ranged is not None:
            both = _range(masked, begin, ranged.end(), token, ranged.group("second"))
            if both is not None:
                return both
    if tenths is not None:
        value = numerals.parse(token) * 10
        rest = tenths.group("rest")
        if rest:
            value += 5 if rest == "半" else numerals.parse(rest)
        bound: Bound = "over" if tenths.group("more") else "exact"
        stop = tenths.end()
        return with_modifiers(
            masked,
            share_of(begin, stop, value, bound, "tenths", token),
        )
    ordinal = masked[begin - 1 : begin] == "第"
    if (
        token == "一"
        and after not in ("倍", "百")
        and not ordinal
        and masked[begin - 2 - (masked[begin - 1] == "了") : begin].rstrip("了") not in _COUNTED_ONCE
        and not (masked[begin - 1] in "由从" and masked.startswith(("个月", "周", "天", "个工作日"), end))
        and not masked.startswith(("年多", "个多月", "年有余"), end)
        and not (
            after == "个" and masked[end + 1 : end + 2] == "月" and masked[begin - 1 : begin] in ("约", "近")
        )
    ):
        return None
    if after == "半":
        return None
    if token in "百千万亿兆" and not modified_before(masked, begin):
        return None
    number = _read_chinese(token)
    if number is None:
        return None
    quantity = with_unit(
        masked, begin, end, token, number.value, number.value_max, number.bound, chinese=True
    )
    if quantity is not None and quantity.dimension == "temperature":
        quantity = below_zero(masked, quantity)
    return None if quantity is None else with_modifiers(masked, quantity)
