"""The words that numerals are made of, all of it data: to teach the reader a word, add it to a table.

Tables after ``SPELLINGS`` are written in the one spelling that it leads to (simplified, half-width).
"""

from __future__ import annotations

from typing import Literal

Bound = Literal["exact", "approx", "over", "under"]


def _same(several: str, one: str) -> dict[int, str]:
    """Each character of ``several`` with the one at its place in ``one``; a single one serves them all."""
    return dict(zip(map(ord, several), one * len(several) if len(one) == 1 else one, strict=True))


def _bounding(*, exact: str = "", approx: str = "", over: str = "", under: str = "") -> dict[str, Bound]:
    """Each word of the lists, which blanks separate, with the bound that it is listed under."""
    lists: tuple[tuple[Bound, str], ...] = (
        ("exact", exact), ("approx", approx), ("over", over), ("under", under),
    )  # fmt: skip
    return {word: bound for bound, words in lists for word in words.split()}


# --- characters with several spellings, and the one that the rest of the package knows -------------
# Full-width forms of ASCII: digits, letters, point, comma, percent sign, slash, signs of comparison.
SPELLINGS: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
# Blanks of every width, line breaks inside a quantity included.
SPELLINGS |= _same("\u3000\u00a0\u2002\u2003\u2009\u202f\t\r\n", " ")
# Dashes: minus signs, hyphens and the long dashes of ranges. What a dash means is told by where it stands.
SPELLINGS |= _same("—–―−‐‑‒─﹣", "-") | _same("〜∼〰", "~")
SPELLINGS |= _same("﹪", "%") | _same("⁄∕÷", "/") | _same("≧≦", "≥≤")
# The middle dot that older reports print as a decimal point (增长9·8%).
SPELLINGS |= _same("·•‧・", ".")
# 大写: the forms used on cheques and in contracts, their traditional spellings and common variants.
SPELLINGS |= _same("壹弌貳贰貮弍叁參叄参弎肆伍陸陆柒捌玖", "一一二二二二三三三三三四五六六七八九")
SPELLINGS |= _same("拾佰仟", "十百千") | _same("〇○", "零")
# Two, as a pair: 俩 is 两 and its classifier in one character.
SPELLINGS |= _same("兩俩倆", "两")
# Traditional characters of scales, of the decimal point, of vague amounts, signs and classifiers.
SPELLINGS |= _same("萬億點個箇負餘幾數來對雙", "万亿点个个负余几数来对双")
SPELLINGS |= _same("約過於內將間達滿開碼計歲時鐘紀學週頭噸畝塊", "约过于内将间达满开码计岁时钟纪学周头吨亩块")
# Letters that multiply or raise to a power mean the same in both cases.
SPELLINGS |= _same("KMGTBEＫＭＧＴＢＥ", "kmgtbekmgtbe")

# --- digits ----------------------------------------------------------------------------------------
DIGITS: dict[str, int] = {
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}  # fmt: skip
ZERO = "零"
TO_ARABIC = str.maketrans({ZERO: "0"} | {character: str(digit) for character, digit in DIGITS.items()})
# One character for a round number of tens: 廿五 25, 卅 30, 卌 40.
TENS: dict[str, int] = {"廿": 20, "卅": 30, "卌": 40}
# Digits that stand for an unsaid one: 几十, 十几, 数百.
UNSAID: tuple[str, ...] = ("几", "数")
# Two neighbouring digits that mean "from … to …": 七八百, 十七八, 三五. No other two do (二四, 九八).
PAIRS: tuple[str, ...] = (
    "一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九",
)  # fmt: skip

# --- scales ----------------------------------------------------------------------------------------
# Inside a group of four places.
SMALL_SCALES: dict[str, int] = {"十": 10, "百": 100, "千": 1000}
# Between groups. 兆 is 10^12, as traditional texts use it (the 10^6 of computing is not our field).
LARGE_SCALES: dict[str, int] = {"万": 10**4, "亿": 10**8, "兆": 10**12}
# Letters after Arabic digits (40k, 2.5m).
LETTER_SCALES: dict[str, int] = {"k": 10**3, "m": 10**6, "b": 10**9, "g": 10**9, "t": 10**12}
# Words of counting by twos and dozens: 五十打 600, 一对 2.
DOZENS: dict[str, int] = {"打": 12, "对": 2, "双": 2}

# --- amounts beyond or around the one said ---------------------------------------------------------
# After a scale or after Arabic digits: 十多万, 5000余万, 十来.
MORE: dict[str, Bound] = {"多": "over", "余": "over", "来": "approx"}

PREFIXES: dict[str, Bound] = _bounding(
    approx="约 大约 约为 大概 大致 差不多 ≈",
    over="超 超过 超出 逾 突破 破 过 高于 多于 大于 至少 最少 起码 不少于 不低于 不小于 不下 不下于 不止 > ≥",
    under="近 将近 接近 几近 不足 不到 未到 未达 不满 低于 少于 小于"
    " 不超过 不高于 不多于 不大于 至多 最多 < ≤",
)
# Prefixes only in front of the characters given: 上百, 上千万 (上三 is no quantity); 好几百.
PREFIXES_BEFORE: dict[str, tuple[Bound, str]] = {"上": ("over", "十百千万亿"), "好": ("over", "几")}
# 数以千计: a scale between the two words.
COUNTED_BY = ("数以", "计")
SUFFIXES: dict[str, Bound] = _bounding(
    approx="左右 上下 前后 许",
    over="以上 及以上 有余 开外 出头",
    under="以下 及以下 以内 之内 不到",
    # Closes a range and says no more: 3到5之间.
    exact="之间",
)

# --- halves ----------------------------------------------------------------------------------------
HALF = "半"
HALVES: dict[str, Bound] = _bounding(
    exact="半 一半 半数 半个", over="大半 多半 一大半 一多半 大半数", under="小半 一小半"
)
# 两年半, 三倍半: what may stand between a number and 半. Not 点 (三点半 is half past three).
HALVED: tuple[str, ...] = (
    "小时", "公里", "公斤", "分钟", "个", "年", "天", "日", "月", "岁", "倍", "周", "里", "斤", "吨", "米",
    "尺", "亩", "块", "元", "打",
)  # fmt: skip
# 两个半小时: what may follow 个半.
AFTER_HALF: tuple[str, ...] = ("小时", "钟头", "月", "星期", "礼拜", "世纪", "学期")

# --- shares ----------------------------------------------------------------------------------------
PERCENT_POINTS = "百分点"
WHOLE_SHARE = "百分百"
# 对折, 半折: half the price.
HALF_PRICE: tuple[str, ...] = ("对折", "半折")
