"""The words that numerals are made of. Everything here is data: to teach the reader a word, add it to a table.

Tables other than ``SPELLINGS`` are written in the one spelling that ``SPELLINGS`` leads to (simplified, half-width).
"""

from __future__ import annotations

from typing import Literal

Bound = Literal["exact", "approx", "over", "under"]


def _same(several: str, one: str) -> dict[int, str]:
    """Each character of ``several`` with the one at its place in ``one``; a single one serves them all."""
    return dict(zip(map(ord, several), one * len(several) if len(one) == 1 else one, strict=True))


# --- characters with several spellings, and the one that the rest of the package knows -------------------
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
SPELLINGS |= _same("壹弌貳贰弍叁參叄参弎肆伍陸陆柒捌玖", "一一二二二三三三三三四五六六七八九")
SPELLINGS |= _same("拾佰仟", "十百千") | _same("〇○", "零")
# Two, as a pair: 俩 is 两 and its classifier in one character.
SPELLINGS |= _same("兩俩倆", "两")
# Traditional characters of scales, of the decimal point, of vague amounts, signs and classifiers.
SPELLINGS |= _same("萬億點個箇負餘幾數來對雙", "万亿点个个负余几数来对双")
SPELLINGS |= _same("約過於內將間達滿歲時鐘紀學週頭噸畝塊", "约过于内将间达满岁时钟纪学周头吨亩块")
# Letters that multiply or raise to a power mean the same in both cases.
SPELLINGS |= _same("KMGTBEＫＭＧＴＢＥ", "kmgtbekmgtbe")

# --- digits ----------------------------------------------------------------------------------------------
DIGITS: dict[str, int] = {
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
}
ZERO = "零"
# One character for a round number of tens: 廿五 25, 卅 30, 卌 40.
TENS: dict[str, int] = {"廿": 20, "卅": 30, "卌": 40}
# Digits that stand for an unsaid one: 几十, 十几, 数百.
UNSAID = "几数"
# Two neighbouring digits that mean "somewhere from … to …": 七八百, 十七八, 三五. No other two do (二四, 九八).
PAIRS: tuple[str, ...] = ("一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九")

# --- scales ----------------------------------------------------------------------------------------------
# Inside a group of four places.
SMALL_SCALES: dict[str, int] = {"十": 10, "百": 100, "千": 1000}
# Between groups. 兆 is 10^12, as traditional texts use it (the 10^6 of computing is not our field).
LARGE_SCALES: dict[str, int] = {"万": 10**4, "亿": 10**8, "兆": 10**12}
# Letters after Arabic digits (40k, 2.5m).
LETTER_SCALES: dict[str, int] = {"k": 10**3, "m": 10**6, "b": 10**9, "g": 10**9, "t": 10**12}
# Words of counting by twos and dozens: 五十打 600, 一对 2.
DOZENS: dict[str, int] = {"打": 12, "对": 2, "双": 2}

# --- amounts beyond or around the one said ---------------------------------------------------------------
# After a scale or after Arabic digits: 十多万, 5000余万, 十来.
MORE: dict[str, Bound] = {"多": "over", "余": "over", "来": "approx"}

PREFIXES: dict[str, Bound] = {
    # around
    "约": "approx", "大约": "approx", "约为": "approx", "大概": "approx", "大致": "approx", "差不多": "approx",
    "≈": "approx",
    # beyond
    "超": "over", "超过": "over", "超出": "over", "逾": "over", "突破": "over", "破": "over", "过": "over",
    "高于": "over", "多于": "over", "大于": "over", "至少": "over", "最少": "over", "起码": "over",
    "不少于": "over", "不低于": "over", "不小于": "over", "不下": "over", "不下于": "over", "不止": "over",
    ">": "over", "≥": "over",
    # short of
    "近": "under", "将近": "under", "接近": "under", "几近": "under", "不足": "under", "不到": "under",
    "未到": "under", "未达": "under", "不满": "under", "低于": "under", "少于": "under", "小于": "under",
    "不超过": "under", "不高于": "under", "不多于": "under", "不大于": "under", "至多": "under", "最多": "under",
    "<": "under", "≤": "under",
}  # fmt: skip
# Prefixes only in front of the characters given: 上百, 上千万 (上三 is no quantity); 好几百.
PREFIXES_BEFORE: dict[str, tuple[Bound, str]] = {"上": ("over", "十百千万亿"), "好": ("over", "几")}
# 数以千计: a scale between the two words.
COUNTED_BY = ("数以", "计")
SUFFIXES: dict[str, Bound] = {
    "左右": "approx", "上下": "approx", "前后": "approx", "许": "approx",
    "以上": "over", "及以上": "over", "有余": "over", "开外": "over", "出头": "over",
    "以下": "under", "及以下": "under", "以内": "under", "之内": "under", "不到": "under",
    # closes a range and says no more (3到5之间)
    "之间": "exact",
}  # fmt: skip

# --- halves ----------------------------------------------------------------------------------------------
HALF = "半"
HALVES: dict[str, Bound] = {
    "半": "exact", "一半": "exact", "半数": "exact", "半个": "exact",
    "大半": "over", "多半": "over", "一大半": "over", "一多半": "over", "大半数": "over",
    "小半": "under", "一小半": "under",
}  # fmt: skip
# 两年半, 三倍半: what may stand between a number and 半. Not 点 (三点半 is half past three).
HALVED: tuple[str, ...] = (
    "小时", "公里", "公斤", "分钟", "个", "年", "天", "日", "月", "岁", "倍", "周", "里", "斤", "吨", "米", "尺",
    "亩", "块", "元", "打",
)  # fmt: skip
# 两个半小时: what may follow 个半.
AFTER_HALF: tuple[str, ...] = ("小时", "钟头", "月", "星期", "礼拜", "世纪", "学期")

# --- shares ----------------------------------------------------------------------------------------------
PERCENT_POINTS = "百分点"
WHOLE_SHARE = "百分百"
# 对折, 半折: half the price.
HALF_PRICE: tuple[str, ...] = ("对折", "半折")
