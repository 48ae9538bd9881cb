"""When a quantity holds: the time phrase that governs it, and the year that the phrase means.

A phrase governs the clauses after it up to the next one; one that opens a paragraph or stands in a heading governs
what follows without a phrase of its own. The years of a basis (比2020年, 由2019年的) govern nothing: they are what a
quantity is measured against. Relative words are read against the document: 今年 is the year it speaks in, 全年 or 上半年
a part of whatever year the place is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from jinan_metrics import folding, patterns
from jinan_metrics.folding import JOINT, OPAQUE
from jinan_metrics.model import Role

Span = Literal["year", "part", "years", "moment"]

_MONTHS = r"(?:\d{1,2}月?份?[ ]?(?:-|—|至|到|~)[ ]?)?\d{1,2}[ ]?月份?(?:\d{1,2}日)?"
_PART = rf"(?:[上下]半年|前?[一二三四]个?季度|第[一二三四]季度|前(?:\d{{1,2}}|[一二两三四五六七八九十])个月|{_MONTHS})"
_YEAR = (
    rf"(?:19|20)\d\d|(?:1{JOINT}9|2{JOINT}0){JOINT}\d{JOINT}\d|[一二][〇零○九][〇零○一二三四五六七八九]{2}"
)
_MANY = r"(?:[二三四五六七八九十两]|\d{1,2})"
# The plans that run for five years, by the last of them.
_PLAN_ENDS = {
    "八五": 1995,
    "九五": 2000,
    "十五": 2005,
    "十一五": 2010,
    "十二五": 2015,
    "十三五": 2020,
    "十四五": 2025,
    "十五五": 2030,
}

_PLAN = f"{OPAQUE}{{4,6}}"
# How phrases that begin with neither a digit nor a plan begin: told first, since a try at every phrase is dear.
_OPENS = (
    rf"[比较与同由从自到至 ][ ]?[\d一二三四五六七八九十两去过上前今本明下来未近最这全年第截到至 {OPAQUE}]|相当|[高低]于|截[至止]|去年|过去|上[年一半]"
    r"|前[一二三四五六七八九十两年\d]|今[年后]|本年|明年|下[一半]|来年|未来|近[一二三四五六七八九十两的\d]|最近|这[一二三四五六七八九十两的\d]"
    r"|全年|年[底末初]|第[一二三四]|[一二三四五六七八九十两][个年季〇零○九]"
)
_TIME_WITH = (
    rf"(?=(?:\d{JOINT}?){{1,4}}[ ]?[年月\-—~至到]|%(plan)s[时期以末]|{_OPENS})"
    rf"(?P<against>(?:[比较与同由从自]|相当于|高于|低于)[ ]?)?(?P<words>(?P<until>截至|截止到?|到|至)?[ ]?(?:"
    rf"(?<!\d)(?P<first>{_YEAR})[ ]?年?[ ]?(?:-|—|——|~|至|到)[ ]?(?P<last>{_YEAR})[ ]?年"
    rf"|(?<!\d)(?P<year>{_YEAR})[ ]?年度?(?:{_PART})?(?P<since>以来|起)?(?:年?[底末初])?"
    rf"|(?P<previous>去年|过去(?:的)?一年)(?:全年|{_PART})?(?:[底末]|同期)?"
    rf"|(?P<before>上年度?|上一年度?|前一年)(?:{_PART})?(?:[底末]|同期)?"
    rf"|(?P<this>今年|本年度?)(?:{_PART})?(?:以来)?(?:[底末])?"
    rf"|(?P<next>明年|下一年度?|来年)(?:{_PART})?"
    rf"|(?P<ahead>今后|未来)(?:{_MANY}年|一个时期)"
    rf"|(?P<years>(?:过去(?:的)?|近|最近|这|前)?{_MANY}年(?:来|间|以来|里|中)|(?:过去|近|最近|这)(?:的)?{_MANY}年)"
    rf"|(?P<plan>%(plan)s)(?:时期|期间|以来|期末|末)"
    rf"|(?P<same>全年|年[底末]|{_PART}(?:[底末])?)(?:以来)?"
    r"))"
)  # fmt: skip
_TIME = patterns.compile(_TIME_WITH % {"plan": _PLAN})
# Names in quotation marks are seldom plans, and a try at every character of each is dear: where none is followed as a
# plan is, times are looked for without plans.
_TIME_BUT_PLANS = patterns.compile(_TIME_WITH % {"plan": "(?!)"})
_BEHIND_A_PLAN = patterns.compile(rf"[时期以末](?<={OPAQUE}.)")
_HAS_PART = patterns.compile(_PART)
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
# 上年的1.5倍, 上年结转5件, 在上年大幅增产的基础上: the phrase says what is compared or carried over, not when.
_OF_A_BASIS = patterns.compile(
    r"(?:同期)?的(?=[\d一两三])|结转|价格变动|[^，。;\d]{0,14}(?:基础上|水平上|相比)"
)


@dataclass(frozen=True, slots=True)
class When:
    """A time phrase: where it stands, the year it means, and how long it is.

    Without a year of its own it means that of its surroundings, moved by ``shift``: 上年 is the year before the one
    spoken of, while 去年 is the year before the one spoken in.
    """

    start: int
    end: int
    year: int | None
    span: Span
    against: bool
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """The year that a quantity is about and the span of the words that say so (None where none do)."""

    year: int | None
    words: tuple[int, int] | None = None


class Calendar:
    """Reads the times of a document in order: ``begin_sentence``, then ``period`` for each quantity in it.

    ``covered`` and ``spoken`` are the document's years (see ``Document``).
    """

    def __init__(self, masked: str, folded: str, covered: int | None, spoken: int | None) -> None:
        self._masked = masked
        self._folded = folded
        self._covered = covered
        self._spoken = spoken
        self._sentence = self._end = 0
        self._phrases: list[tuple[int, int, When | None]] | None = None
        self._headings: tuple[tuple[int, int], ...] = ()
        self._heading: Period | None = None
        self._paragraph = -1
        self._opening: Period | None = None
        self._default = Period(covered)
        self._plans = any(OPAQUE + behind in masked for behind in "时期以末")

    def begin_sentence(self, start: int, end: int, headings: tuple[tuple[int, int], ...]) -> None:
        """Move on to the sentence between two offsets under ``headings`` (spans, outermost first)."""
        self._sentence, self._end = start, end
        self._phrases = None
        paragraph = self._masked.rfind("\n", max(0, start - 3000), start) + 1
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._opening = self._opening_of(paragraph)
        if headings != self._headings:
            self._headings = headings
            self._heading = self._year_of_headings()

    def period(self, at: int, role: Role) -> Period:
        """When the quantity at ``at`` holds, by the phrase before it, its paragraph, its headings, its document."""
        told: list[When] = []
        named: int | None = None
        if self._phrases is None:
            self._phrases = self._phrases_of_sentence()
        for when in self._before(at) if self._phrases else ():
            if not when.against and when.year is not None and role == "baseline":
                named = when.year
            if when.against != (role == "baseline") and (when.against or told):
                continue
            if _in_closed_brackets(self._masked, when.end, at):
                continue
            told.append(when)
            named = named if when.year is None else when.year
        if not told:
            return self._around(role)
        governing = told[-1] if len(told) == 1 else _in_turn(self._masked, told, at)
        year = governing.year
        if year is None:
            # 2021年，全市……，上半年……: a part of a year is a part of the year named before it.
            year = named if named is not None and governing.span != "years" else self._around(role).year
            year = None if year is None else year + governing.shift
        return Period(year, (governing.start, governing.end))

    def ahead(self, period: Period) -> bool:
        """Whether a quantity of that period lies in the plan part: after the year that the document reviews."""
        if self._covered is None or self._spoken is None or period.year is None:
            return False
        return self._covered < self._spoken <= period.year

    def _around(self, role: Role) -> Period:
        if self._opening is not None and self._paragraph < self._sentence and role != "target":
            return self._opening
        if self._heading is not None:
            return self._heading
        if role == "target" and self._spoken is not None:
            return Period(self._spoken)
        return self._default

    def _year_of_headings(self) -> Period | None:
        """The year that the nearest heading names."""
        for start, end in reversed(self._headings):
            for when in self._read(start, end, self._folded):
                if not when.against and when.year is not None:
                    return Period(when.year, (when.start, when.end))
        return None

    def _opening_of(self, paragraph: int) -> Period | None:
        """The year that a paragraph opens with (2021年，……), which holds for its later sentences."""
        start, limit = paragraph, paragraph + 24
        while start < limit and self._masked[start : start + 1] in (" ", "\t", "\r", ">", "*", "—", "-"):
            start += 1
        if self._masked.find("年", start, start + 20) < 0:  # no other phrase is a year
            return None
        when = next(self._read(start, start + 20), None)
        if when is None or when.start != start or when.against or when.year is None or when.span != "year":
            return None
        return (
            Period(when.year, (when.start, when.end))
            if self._masked[when.end : when.end + 1] == "，"
            else None
        )

    def _phrases_of_sentence(self) -> list[tuple[int, int, When | None]]:
        """The phrases of the sentence, read once for all its quantities."""
        return [
            (match.start(), match.end(), _when(self._folded, match, self._covered, self._spoken))
            for match in self._times(self._masked, self._sentence, self._end)
        ]

    def _times(self, text: str, start: int, end: int) -> Iterable[re.Match[str]]:
        if self._plans and _BEHIND_A_PLAN.search(text, start, end) is not None:
            return _TIME.finditer(text, start, end)
        words = text[start:end]
        if "年" not in words and "月" not in words and "季" not in words and "时期" not in words:
            return ()
        return _TIME_BUT_PLANS.finditer(text, start, end)

    def _before(self, at: int) -> Iterator[When]:
        """The phrases of the sentence that end before ``at``."""
        for start, end, when in self._phrases or ():
            if end > at:
                if start < at:  # what of it stands before may be a phrase: 2022年|3月
                    yield from self._read(start, at)
                return
            if when is not None:
                yield when

    def _read(self, start: int, end: int, text: str = "") -> Iterator[When]:
        for match in self._times(text or self._masked, start, end):
            when = _when(self._folded, match, self._covered, self._spoken)
            if when is not None:
                yield when


def _when(folded: str, match: re.Match[str], covered: int | None, spoken: int | None) -> When | None:
    start, end = match.span("words")
    against = match.group("against") is not None or (
        match.group("until") is None and _OF_A_BASIS.match(folded, end) is not None
    )
    if match.group("until") in ("到", "至") and match.group("same") is not None:
        start += len(match.group("until"))
    year: int | None = None
    span: Span = "year"
    shift = 0
    if match.group("last") is not None:
        year, span = _number(match.group("last")), "years"
    elif match.group("year") is not None:
        year = _number(match.group("year"))
        if match.group("since") is not None:
            year, span = covered, "years"
    elif match.group("previous") is not None:
        year = None if spoken is None else spoken - 1
    elif match.group("before") is not None:
        shift = -1
    elif match.group("this") is not None:
        year = spoken
    elif match.group("next") is not None:
        year = None if spoken is None else spoken + 1
    elif match.group("ahead") is not None:
        year, span = spoken, "years"
    elif match.group("years") is not None:
        year, span = covered, "years"
    elif match.group("plan") is not None:
        plan = folded[slice(*match.span("plan"))].strip('“”"')
        if plan not in _PLAN_ENDS:
            return None
        year, span = _PLAN_ENDS[plan], "years"
        if covered is not None and covered < year and "末" not in match.group():
            year = covered
    return When(start, end, year, span, against, shift)


@lru_cache(maxsize=4096)
def span_of(period_text: str) -> Span:
    """How long the time is that these words name: a year, a part of one, several years, or a moment."""
    match = _TIME.search(folding.mask(folding.fold(period_text)))
    if match is None:
        return "year"
    if any(match.group(name) is not None for name in ("last", "since", "years", "ahead", "plan")):
        return "years"
    if _HAS_PART.search(period_text):
        return "part"
    return "moment" if period_text.endswith(("底", "末", "初")) else "year"


def _number(words: str) -> int:
    return int(words.replace(JOINT, "").translate(_DIGITS))


def _in_turn(masked: str, told: list[When], at: int) -> When:
    """The phrase that governs the quantity at ``at``: the last, or the one in its turn (2021年和2022年…分别为20亿元和30亿元)."""
    row = told[-1:]
    for earlier in reversed(told[:-1]):
        if masked[earlier.end : row[0].start] not in ("、", "和", "与", "及"):
            break
        row.insert(0, earlier)
    each = masked.find("分别", row[-1].end, at) if len(row) > 1 else -1
    # 2021年和2022年，律师和公证员分别…: then it is the subjects that take turns
    if each < 0 or any(mark in masked[row[-1].end : each] for mark in "、和与及"):
        return told[-1]
    turn = masked.count("、", each, at) + masked.count("和", each, at)
    return row[turn] if turn < len(row) else told[-1]


def _in_closed_brackets(masked: str, at: int, number: int) -> bool:
    """Whether a bracket that holds ``at`` closes before ``number``."""
    closing = masked.find(")", at, number)
    if closing < 0 or masked.find("(", at, closing) >= 0:
        return False
    reach = max(0, at - 60)
    return masked.rfind("(", reach, at) > masked.rfind(")", reach, at)
