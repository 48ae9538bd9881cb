"""One spelling for every character that has several, without moving any offset.

``fold`` and ``mask`` return a string of exactly the length of their input, so that a span found in the folded
text is the span in the document.
"""

from __future__ import annotations

import re
from functools import lru_cache

from jinan_metrics import lexicon, patterns

# The characters of the Han script, as the inside of a class in a pattern.
HAN = (
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufa6d"
    "\ufa70-\ufad9\U00016fe2\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U0002a6df\U0002a700-\U0002b81e\U0002b820-\U0002cead"
    "\U0002ceb0-\U0002ebe0\U0002ebf0-\U0002ee5d\U0002f800-\U0002fa1d\U00030000-\U0003134a\U00031350-\U00033479"
)

# Full-width forms, spaces and dashes that mean the same as an ASCII character. The clause comma is kept apart from the
# thousands separator: after folding "，" always ends a clause and "," always stands inside a number.
_SAME: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_SAME |= dict.fromkeys(map(ord, "\u3000\u00a0\u2002\u2003\u2009\u202f"), " ")
_SAME |= dict.fromkeys(map(ord, "—–―−‐‑─"), "-")
_SAME |= dict.fromkeys(map(ord, "〜∼"), "~")
_SAME |= {ord("，"): "，", ord("﹪"): "%", ord("﹐"): "，", ord("∶"): ":", ord("／"): "/"}
# A page begins: for the reader of a sentence a blank.
_SAME |= {0x0C: " "}
# Traditional characters. Claims keep the document's own: they are cut from the text, not from what it is folded to.
_SAME |= {
    ord(traditional): simplified
    for simplified, many in lexicon.classes("traditional").items()
    for traditional in many
}
_SAME |= {ord(a): b for a, b in zip("陸拾佰仟", "陆拾佰仟", strict=True)}
# Two spellings of an inner quotation mark.
_SAME |= {ord(a): b for a, b in zip("「」『』〝〞", "“”‘’“”", strict=True)}
_ONE_SPELLING = {chr(code): one for code, one in _SAME.items() if chr(code) != one}
_OTHER_SPELLING = patterns.compile("([" + re.escape("".join(_ONE_SPELLING)) + "]++)")

# Words ruined by a wrong encoding (see ``garbling``) are full of traditional characters, and none of them means what it is.
_RUINED = "锛"
_MOSTLY = 200
_OTHER_MARKS = patterns.compile(
    "([" + re.escape("".join(mark for mark in _ONE_SPELLING if not "\u3400" <= mark <= "\u9fff")) + "]++)"
)

_CLAUSE_COMMA = patterns.compile(r",(?<!\d,)|,(?!\d{3}(?!\d))")

# What a pattern must not look into: names in quotation marks, titles, remarks in brackets, addresses on the net.
# Bounded lengths and no nested repetition keep this linear.
_OPAQUE = patterns.compile(
    r"“[^“”，。;:!?\n]{1,40}”|‘[^‘’，。;:!?\n]{1,40}’|\"[^\"，。;:!?\n]{1,30}\""
    r"|《[^《》\n]{1,80}》|〈[^〈〉\n]{1,40}〉"
    r"|\([^()\n]{1,60}\)|\[[^\[\]\n]{1,40}\]|〔[^〔〕\n]{1,20}〕|【[^【】\n]{1,40}】"
    r"|https?://[!-~]++|www\.[!-~]++|<[A-Za-z/][^<>\n]{0,300}>"
)
_DATES_IN_BRACKETS = patterns.compile(
    r"\d{1,4}[ ]?(?:年|月|日|号|:\d\d|-(?=\d)|/(?=\d))+|[A-Za-z][A-Za-z.-]{0,8}\d{1,4}"
)
_QUANTITY_IN_BRACKETS = patterns.compile(
    r"\d|[一二三四五六七八九十]成|分之|首位|第[一二三四五六七八九十]|过半"
)
# 总人口性别比(以女性为100，男性对女性的比例): what the ratio is measured in
_BASE_IN_BRACKETS = patterns.compile(r"\(以[男女]性为100[^\d()]*\)")
_BLOCK_TAG = patterns.compile(
    r"</?(?:p|br|div|tr|td|th|li|ul|ol|table|h[1-6]|section|title)\b", re.IGNORECASE
)
# 辆(艘、架、列)次: alternatives inside the measure word; 套(间) is 套 with a remark
_ALTERNATIVES = patterns.compile(rf"\([{HAN}](?:、[{HAN}]){{0,4}}\)")
_RANK_IN_BRACKETS = patterns.compile(r"\(\d{1,3}\)")
_NEXT_IN_LIST = patterns.compile(r"(?:、|，|和|以及)[^，。;、()\n]{1,20}\(\d{1,3}\)")
_LAST_IN_LIST = patterns.compile(r"\(\d{1,3}\)(?:、|，|和|以及|、以及)[^，。;、()\n]{1,20}$")
_RANKED_BEFORE = patterns.compile(r"(?:排名|榜单|前[ ]?\d{1,3})[^。;\n]{0,150}$")
_COUNTED = patterns.compile(rf"[\d万亿余多 ][{HAN}]\(")
_NOTE_MARK = patterns.compile(r"[\[(]\s?\d{1,3}\s?[\])]")

# Paragraphs of a text that lost its line breaks still begin with two wide blanks, or stand behind a gap.
_INDENTATION = patterns.compile(r"\u3000\u3000(?<![\n\u3000]\u3000\u3000)")
_GAP = patterns.compile(r"[ \t\u00a0](?<=[。！？；”].)[ \t\u00a0]{2,}+(?!\n)")
# 19·5%: a raised point, as older texts print it
_POINT = patterns.compile(r"·(?<=\d·)(?=\d{1,2}[%‰万亿元倍岁])")
# 1 9 9 8 年: a text that sets its digits apart. Where years are written so, so is every number.
_YEAR_APART = patterns.compile(r"(?<!\d)(?:1 9|2 0) \d \d ?年")
_APART = patterns.compile(r"(?<=(?<!\d)\d) (?=\d(?!\d)|\.)|(?<=\.) (?=\d(?!\d))")
# 新收案件21 864件: a blank between thousands, in a sentence; what else stands so is a row of a table, or one number
# behind another (表2 300家) in a text that sets no blank elsewhere.
_MAY_BE_GROUPED = patterns.compile(r" (?<=\d )(?=\d{3}(?!\d))")
_GROUPED = patterns.compile(
    rf"(?<=[{HAN}，。;:、(])(?<![表图第])[1-9]\d{{0,2}}(?: \d{{3}})+(?=(?:\.\d{{1,4}})?(?:[余多]?(?!年|月|日|号)[{HAN}]|%))"
)
# 增长12. 5%, 下降3 .5%: a blank beside the point
_POINT_APART = patterns.compile(rf"(?<=[{HAN}])\d{{1,4}}(?:\. | \.)\d{{1,2}}(?=%|[个万亿元倍])")
_UNGROUPED = patterns.compile(rf"\d{{4}}(?=[余多]?(?!年)[{HAN}])")

# 连着三年 is 连续三年
_IN_A_ROW = patterns.compile("连着(?=第?[\\d一两二三四五六七八九十])")

OPAQUE = "\x01"  # covers names in quotation marks, titles, addresses
REMARK = "\x02"  # covers remarks in brackets and tags within a line
JOINT = "\x03"  # stands for the blank between digits that are set apart


def fold(text: str) -> str:
    """``text`` in one spelling, equally long."""
    folded = _respelt(text)
    blanks = "  " in text or "\t" in text or "\u00a0" in text
    for pattern, there in ((_INDENTATION, "\u3000\u3000" in text), (_GAP, blanks)):
        if there:
            folded = _lines(folded, text, pattern)
    if "连着" in folded:
        folded = _IN_A_ROW.sub("连续", folded)
    if "·" in folded:
        folded = _POINT.sub(".", folded)
    if (" 9 " in folded or " 0 " in folded) and _YEAR_APART.search(folded):
        folded = _APART.sub(JOINT, folded)
    if " " in folded:
        if _MAY_BE_GROUPED.search(folded):
            folded = _joined_thousands(folded)
        if ". " in folded or " ." in folded:
            folded = _POINT_APART.sub(_joined, folded)
    return _CLAUSE_COMMA.sub("，", folded) if "," in folded else folded


def _joined_thousands(folded: str) -> str:
    """``folded`` with the blanks between thousands as joints, where the text writes thousands so."""
    some = len(_GROUPED.findall(folded))
    if not some or (some == 1 and _UNGROUPED.search(folded)):
        return folded
    return _GROUPED.sub(_joined, folded)


def _joined(number: re.Match[str]) -> str:
    """A number with joints for its blanks."""
    return number.group().replace(" ", JOINT)


def _respelt(text: str) -> str:
    """``text`` with every character that has several spellings in the one of them."""
    ruined = text.count(_RUINED) * _MOSTLY > len(text)
    pieces = (_OTHER_MARKS if ruined else _OTHER_SPELLING).split(text)
    pieces[1::2] = map(_in_one_spelling, pieces[1::2])
    return "".join(pieces)


@lru_cache(maxsize=4096)
def _in_one_spelling(characters: str) -> str:
    """Characters in a row that all have another spelling, mostly one or the digits of a number, in that."""
    return "".join([_ONE_SPELLING[character] for character in characters])


def _lines(folded: str, text: str, indentation: re.Pattern[str]) -> str:
    """``folded`` with a line break where the indentation of a paragraph stands in the middle of a line."""
    pieces, last = [], 0
    for match in indentation.finditer(text):
        pieces += [folded[last : match.start()], "\n"]
        last = match.start() + 1
    return "".join((*pieces, folded[last:]))


def _in_ranked_list(match: re.Match[str]) -> bool:
    """Whether a bare number in brackets is a place: 进入全球前30的企业还有甲公司(18)、乙公司(19)."""
    text, start, end = match.string, match.start(), match.end()
    listed = _NEXT_IN_LIST.match(text, end) or _LAST_IN_LIST.search(text, max(0, start - 30), start)
    return listed is not None and _RANKED_BEFORE.search(text, max(0, start - 170), start) is not None


def _cover(match: re.Match[str]) -> str:
    found: str = match.group()
    length = len(found)
    if found[0] == "<" and _BLOCK_TAG.match(found):
        return "\n" * length
    if found[0] != "(":
        return (REMARK if found[0] in "[<" else OPAQUE) * length
    text, start = match.string, match.start()
    if (
        text.startswith("次", match.end())
        and _ALTERNATIVES.fullmatch(found)
        and _COUNTED.match(text, max(0, start - 2))
    ):
        return found
    if _RANK_IN_BRACKETS.fullmatch(found) and _in_ranked_list(match):
        return found
    if _BASE_IN_BRACKETS.fullmatch(found) or (found.endswith("下同)") and "%" not in found):
        return REMARK * length
    if not _NOTE_MARK.fullmatch(found) and _QUANTITY_IN_BRACKETS.search(_DATES_IN_BRACKETS.sub("", found)):
        return f"({_OPAQUE.sub(_cover, found[1:-1])})"
    return REMARK * length


def mask(folded: str) -> str:
    """``folded`` with every name, title and remark covered by ``OPAQUE``, equally long."""
    return _OPAQUE.sub(_cover, folded)
