"""What a document is about: title, issuer, place, publishing date and years, each with how it is known.

Only the opening and the end of the text are looked at. What is declared goes before the title, the title before the
dateline, both before the opening words and the file's name; where nothing tells, nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from jinan_metrics import folding, lexicon, patterns
from jinan_metrics.folding import HAN
from jinan_metrics.model import Document, KnownBy
from jinan_metrics.wrapping import Unwrapped

_OPENING, _ENDING = 1500, 300
_LINES = 14
_BREAK = patterns.compile(r"\n|\t| {3}")
_LONGEST_TITLE = 60
_BLANKS = patterns.compile(rf"(?<=[{HAN}]) +(?=[{HAN}])")

_NAVIGATION = patterns.compile(
    r"[>›»|]|首页|当前位置|位置:|浏览|字号|字体|打印|分享|索引号|点击|责任编辑|扫一扫|微信|返回|关闭|https?://|www\."
    r"|文件$|[〔\[(]\d{4}[〕\])]第?\d+[号期]|第\d+期|^第[ ]?\d+[ ]?页"
)
_DATELINE = patterns.compile(r"发布|来源|时间|日期|编辑|记者|通讯员|审核|^\d{4}[-/.年]\d")
_FULL_DATE = patterns.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[ ]?年[ ]?(\d{1,2})[ ]?月[ ]?(\d{1,2})[ ]?日|([-/.])(\d{1,2})\4(\d{1,2})(?!\d))"
)
# 成立时间：1955-02-15 is no dateline
_FOUNDED = patterns.compile(r"(?:成立|创建|创立|始建|建立|建成|设立|注册|出生|任职|生效|施行)[^，。;]{0,8}$")
# A title that runs on into its dateline, and the marks of a section, which is no title.
_RUNS_ON = patterns.compile(r"[ \t]*[-(][-\d年月日 ]{8,}.*$")
_SECTION = patterns.compile(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.章节]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.])[ ]?"
)
_NOBODY = ("本站", "本网", "网络", "互联网")
_YEAR = patterns.compile(r"(?<![\d〔\[(第])((?:19|20)\d\d)(?=[ ]?年|[ ]?(?:政府)?工作报告)")
_SPAN = patterns.compile(r"(?:19|20)\d\d[ ]?年?[ ]?[-~至到][-]?[ ]?(?:19|20)\d\d[ ]?年?")
_YEAR_OF_NAME = patterns.compile(r"(?<!\d)((?:19|20)\d\d)(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?(?!\d)")
_OPENS_WITH_YEAR = patterns.compile(r"[ \t>*-]*((?:19|20)\d\d)[ ]?年(?:度|以来)?[，,是为在来末,]?")

# Reports to a people's congress early in a year: they review the year before and plan the year they are given in.
_CONGRESS = patterns.compile(
    r"政府工作报告|人民(?:法院|检察院)工作报告|人大常委会工作报告|(?:计划|预算)(?:执行情况|草案)"
)
_ADDRESS = patterns.compile(r"各位代表[:,，]")
_BOTH_YEARS = patterns.compile(r"((?:19|20)\d\d)[ ]?年.{0,40}执行情况.{0,10}((?:19|20)\d\d)[ ]?年")
_REVIEW = patterns.compile(
    r"((?:19|20)\d\d)[ ]?年(?:政府)?工作(?:回顾|情况|总结)|(?:去年|过去一年)工作(?:的)?回顾[ \n]*((?:19|20)\d\d)[ ]?年"
)
_SECOND_HALF = 7

_ISSUER = rf"[{HAN}]{{2,24}}?(?:人民政府办公[厅室]|人民政府|人民法院|人民检察院|统计局|调查总?队|人民银行[{HAN}]{{0,12}}|委员会|[厅局委院署部](?!门|分|长))"
_BY_TITLE = patterns.compile(rf"({_ISSUER})关于")
_LETTERHEAD = patterns.compile(rf"({_ISSUER})文件$")
_BY_SOURCE = patterns.compile(r"(?:信息)?来源[ ]?[:：][ ]?([^\s　,，:：|]{2,30})")
_BEFORE_DATE = patterns.compile(rf"^({_ISSUER}|中国人民银行[{HAN}]{{2,12}})[ ]{{1,10}}$")
_MARKS = tuple("。，;:!?")
_SIGNED = patterns.compile(
    rf"({_ISSUER})[ ]*\n[ ]*(?:19|20)\d\d[ ]?年[ ]?\d{{1,2}}[ ]?月[ ]?\d{{1,2}}[ ]?日[ \n]*$"
)
_PREMIER = patterns.compile(r"国务院总理")
_NATIONAL_CONGRESS = patterns.compile(r"全国人民代表大会|国务院总理|全国政协")
_NATIONAL = patterns.compile(
    rf"国务院|^全国|全国人民代表大会|中华人民共和国(?!成立)|我国|^国家统计局(?![{HAN}]{{2,12}}(?:调查|统计))"
)

_TIME_AHEAD = patterns.compile(
    r"^(?:(?:19|20)\d\d[ ]?年度?)?(?:前?\d{1,2}(?:-\d{1,2})?个?月份?|[上下]半年|前?[一二三四]季度)?"
)

_WORDS = lexicon.classes("places")
_NO_PLACE = patterns.compile("(?:" + "|".join(lexicon.longest_first(_WORDS["no_place"])) + ")$")
_SHORT = {
    re.sub(r"(?:壮族|回族|维吾尔)?自治区$|特别行政区$|省$|市$", "", name): name for name in _WORDS["province"]
}
_PROVINCE = patterns.compile("^(?:" + "|".join(lexicon.longest_first((*_WORDS["province"], *_SHORT))) + ")")
_PLACE = patterns.compile(
    rf"(?:[{HAN}]{{2,7}}?(?:特别行政区|自治区|自治州|自治县|自治旗|省|市|州|盟|地区))?(?:[{HAN}]{{1,6}}?(?:自治州|自治县|市|县|区|旗))?"
)


@dataclass(frozen=True, slots=True)
class _Years:
    covered: int | None = None
    spoken: int | None = None
    known: KnownBy | None = None


def declared(document: Document, **given: Any) -> Document:
    """``document`` with the fields in ``given`` that are not None declared, and everything else told anew."""
    kept: dict[str, Any] = {
        name: getattr(document, name) for name, by in document.known.items() if by == "declared"
    }
    kept |= {name: value for name, value in given.items() if value is not None}
    bare = Document(name=document.name, text=document.text, warnings=document.warnings)
    return described(replace(bare, **kept, known=dict.fromkeys(kept, "declared")))


def described(document: Document) -> Document:
    """``document`` with what its text and its name tell of the fields that are still empty."""
    head = folding.fold(Unwrapped(document.text[:_OPENING]).text)
    lines = [line.strip(" \r#*") for line in _BREAK.split(head)]
    lines = [line for line in lines if line][:_LINES]
    known: dict[str, KnownBy] = dict(document.known)
    found: dict[str, Any] = {}

    def tell(name: str, value: Any, by: KnownBy) -> None:
        if value and not getattr(document, name) and name not in found:
            found[name] = value
            known[name] = by

    title = _title(lines)
    for name in ("title", "issuer", "place", "published", "year", "spoken"):
        if getattr(document, name):
            known.setdefault(name, "declared")
    tell("title", title, "title")
    title = document.title or title
    ending = folding.fold(document.text[-_ENDING:])
    published, by = _published(lines, ending)
    tell("published", published, by)
    for issuer, source in _issuers(title, lines, head, ending):
        tell("issuer", issuer, source)
    for place, source in _places(
        title, document.issuer or found.get("issuer", ""), known.get("issuer", "title"), head
    ):
        tell("place", place, source)
    years = _years(document, title, lines, head, document.published or found.get("published", ""))
    if years.known is not None:
        tell("year", years.covered, years.known)
        tell("spoken", years.spoken, years.known)
    return replace(document, **found, known=known)


def _title(lines: list[str]) -> str:
    """The first line that is short, no sentence, and neither navigation nor a dateline."""
    for line in lines[:8]:
        words = _BLANKS.sub("", line).strip("《》 ")
        words = _RUNS_ON.sub("", words)
        if _NAVIGATION.search(line) or len(words) < 4:
            continue
        if _SECTION.match(words):
            return ""
        if len(words) > _LONGEST_TITLE or words.endswith(("。", ";", ":", "，", "!")) or "。" in words:
            return ""
        if _DATELINE.search(words) and _FULL_DATE.search(words):
            continue
        return words
    return ""


def _published(lines: list[str], ending: str) -> tuple[str, KnownBy]:
    for line in lines[:10]:
        if "。" in line and not line.startswith("-"):
            break
        match = _FULL_DATE.search(line)
        if match is not None and _FOUNDED.search(line[: match.start()]) is None:
            return _iso(match), "dateline"
    match = next(_FULL_DATE.finditer(ending.rstrip()[-16:]), None)
    return ("" if match is None else _iso(match)), "dateline"


def _iso(match: re.Match[str]) -> str:
    year, month, day, _, month_, day_ = match.groups()
    return f"{year}-{int(month or month_):02}-{int(day or day_):02}"


def _issuers(title: str, lines: list[str], head: str, ending: str) -> list[tuple[str, KnownBy]]:
    found: list[tuple[str, KnownBy]] = []
    match = _BY_TITLE.match(title)
    if match is not None:
        found.append((match.group(1), "title"))
    for line in lines[:10]:
        for form, may_be in ((_LETTERHEAD, line.endswith("文件")), (_BY_SOURCE, "来源" in line)):
            match = form.search(line) if may_be else None
            if match is not None and match.group(1) not in _NOBODY:
                found.append((match.group(1), "dateline"))
        date = _FULL_DATE.search(line)
        match = _BEFORE_DATE.search(line[: date.start()]) if date is not None else None
        if match is not None:
            found.append((match.group(1), "dateline"))
    above, _, last = ending.rstrip(" \n").rpartition("\n")
    # Mostly a sentence ends there; at every character of it the pattern would try a name.
    signed = last.endswith("日") and not above.rstrip(" ").endswith(_MARKS)
    match = _SIGNED.search(ending, above.rfind("\n") + 1) if signed else None
    if match is not None:
        found.append((match.group(1), "dateline"))
    if _PREMIER.search(head[:400]):
        found.append(("国务院", "dateline"))
    return found


def _places(title: str, issuer: str, issuer_by: KnownBy, head: str) -> list[tuple[str, KnownBy]]:
    found: list[tuple[str, KnownBy]] = []
    for words, by in ((title, "title"), (issuer, issuer_by)):
        place = _place(words)
        if place:
            found.append((place, by))  # type: ignore[arg-type]
    if _NATIONAL.search(title) or _NATIONAL.search(issuer):
        found.append(("全国", "title" if _NATIONAL.search(title) else issuer_by))
    elif _NATIONAL_CONGRESS.search(head, 0, 800):
        found.append(("全国", "dateline"))
    return found


def _place(words: str) -> str:
    """The place that ``words`` begin with, after a year and its months: 济南市, 浙江省台州市."""
    words = _TIME_AHEAD.sub("", words).lstrip()
    province = _PROVINCE.match(words)
    if province is not None:
        name = _SHORT.get(province.group(), province.group())
        rest = _PLACE.match(words, province.end())
        inner = rest.group() if rest is not None else ""
        whole = bool(inner) and not _NO_PLACE.search(inner) and len(inner) > 2
        return (province.group() + inner if province.group() == name else inner) if whole else name
    match = _PLACE.match(words)
    if match is None or len(match.group()) < 3 or _NO_PLACE.search(match.group()):
        return ""
    return str(match.group())


def _years(document: Document, title: str, lines: list[str], head: str, published: str) -> _Years:
    """Covered and spoken year, and what tells them."""
    congress = _CONGRESS.search(title) is not None or _ADDRESS.search(head) is not None
    found = _told_years(document.name, title, lines, head, published, congress)
    if document.year is not None:
        spoken = found.spoken if found.known in ("title", "dateline") and congress else None
        if spoken is None:
            spoken = document.year + 1 if congress else document.year
        return _Years(document.year, spoken, document.known.get("year", "declared"))
    return found


def _told_years(name: str, title: str, lines: list[str], head: str, published: str, congress: bool) -> _Years:
    both = _BOTH_YEARS.search(title)
    if both is not None:
        return _Years(int(both.group(1)), int(both.group(2)), "title")
    year = _YEAR.search(_SPAN.sub("", title))
    if year is not None:
        return _given_in(int(year.group(1)), "title", congress, published)
    day = int(published[:4]) if published else None
    if congress:
        if day is not None:
            return _given_in(day, "dateline", True, published)
        review = _REVIEW.search(head)
        if review is not None:
            covered = int(review.group(1) or review.group(2))
            return _Years(covered, covered + 1, "text")
    else:
        opening = next(
            (
                match
                for line in lines[:6]
                if "。" in line or "，" in line
                for match in [_OPENS_WITH_YEAR.match(line)]
            ),
            None,
        )
        if opening is not None and (day is None or 0 <= day - int(opening.group(1)) <= 1):
            covered = int(opening.group(1))
            return _Years(covered, covered, "text")
        if day is not None:
            return _Years(day, day, "dateline")
    named = _YEAR_OF_NAME.findall(name)
    if len(set(named)) == 1:
        return _given_in(int(named[0]), "name", congress or _CONGRESS.search(name) is not None, "")
    return _Years()


def _given_in(year: int, by: KnownBy, congress: bool, published: str) -> _Years:
    """The years of a document that names ``year``: a report to a congress in its first half reviews the year before."""
    late = published[:4] == str(year) and int(published[5:7] or 0) >= _SECOND_HALF
    return _Years(year - 1, year, by) if congress and not late else _Years(year, year, by)
