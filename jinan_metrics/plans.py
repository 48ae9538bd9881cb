"""Which sentences stand in a part of the document that plans, by what opens it and how far it reaches.

A paragraph that urges plans by itself. An opening that announces a list (今年要办好以下几件大事：) reaches on to the end
of its section, or, where the document has no headings, to the first paragraph that tells of something done.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from itertools import islice

from jinan_metrics import lexicon, patterns

_IN_MOOD = "(?P<mood>做好|办好|抓好|用好|建好|管好|落实好|扎实做好|认真做好|要|必须|力争|确保|努力|争取)"
_MOOD = patterns.compile(f"[，。;][ 　]*{_IN_MOOD}")
_MOOD_FIRST = patterns.compile(f"[ 　]*{_IN_MOOD}")
# 做好…, 办好… alone are said of what was done as well.
_STRONG = patterns.compile(r"[，。;][ 　]*(?:要|必须|力争|确保|努力|争取)")
_OPENING = patterns.compile(
    r"(?:今年|明年|下一年|下一步|下步|下阶段|下半年|新的?一年|(?:今后|未来)[一二三四五]年|20[2-5]\d年)[，]?(?:我们|全市|全省|全县|全区)?(?:要|将(?!军)|拟|计划|工作重点|重点抓|继续(?:执行|实施|落实|安排))"
    r"|今年[^，。;\d]{1,8}拟[按安]"
)
# One of these is in every match of it.
_MODALS = ("要", "将", "拟", "计划", "工作重点", "重点抓", "继续")
_OPENS_WITH_WILL = patterns.compile(
    r"[^，。;\n]{0,10}(?:还|也|仍)?将(?:全力|大力|进一步|继续|着力|加快|重点|持续)"
)
_PAST = patterns.compile(
    r"了(?!解)|(?<!业)已|累计|同比|比上年|去年|达到|获得|荣获|取得|成为|一年来|五年来|过去"
)

_AHEAD = r"(?:今年|明年|新的?一年|下一年|下一?步|下阶段|接下来|今后|未来[一二三四五\d]年|20[2-5]\d年)"
_LIST_OPENING = patterns.compile(
    rf"{_AHEAD}(?:[^。;\n]{{0,30}}(?:以下|下列|如下|[几\d一二三四五六七八九十]件|[几\d一二三四五六七八九十]个方面的?|重点)(?:大事|实事|工作|任务|方面|举措|目标|事)[^。;\n]{{0,6}}(?:[:。;\n]|$)"
    rf"|[^。;\n]{{0,24}}(?:重点(?:抓好|做好|推进|办好|完成)|要?(?:着力|扎实|集中力量|全力)?(?:抓好|做好|办好)|主要(?:预期)?(?:目标|任务|指标)|预期目标|工作(?:安排|打算|思路|重点|任务|的总体要求)|(?<=年)的?打算|改进(?:措施|方向|打算))[^。;\n]{{0,12}}(?:[:。;\n]|$))"
    r"|20[2-5]\d年[^，。;\n]{0,16}(?:计划|拟)[^，。;\n]{0,6}安排[^。;\n]{0,40}:"
    r"|(?:主要预期目标|预期性?目标|奋斗目标|(?:主要|总体|发展|工作)目标)(?:是|为|:)"
    r"|(?:围绕|实现|完成|达成)(?:上述|以上|这些|这一)[^，。;\n]{0,8}(?:目标|任务)[^。;\n]{0,30}(?:[:。;\n]|$)"
    r"|(?:要|将|力争|努力)[^，。;\n]{0,4}(?:实现|完成|达到|抓好|做好|办好)(?:以下|下列|如下)[^，。;\n]{0,6}(?:目标|任务|工作|指标)[^。;\n]{0,6}(?:[:。;\n]|$)"
    r"|(?:办好|办实|抓好|实施好|兴办)[^，。;\n]{0,10}(?:为民|民生|惠民)(?:办)?实事[。:;，][ \n]?(?=一是|1[.、]|\(一\)|①)"
)
# 2023年为民办好12件实事: a list of what is to be done, by its title alone
_LIST_TITLE = patterns.compile(
    r"20[0-5]\d年[^，。;:\n]{0,14}(?:民生|惠民|为民办?|[项件个])实事(?:项目|任务|工程|事项)?(?:清单|安排|计划|目录)?(?=\n)"
)
_FROM_MARGIN = 6
_WAS_DONE = r"了(?!解)|(?<!业)已(?!婚|经?[\u4e00-\u9fff]{2}的)|(?<![由从比较与同])(?:去年|上年|前年)|同比|截至|(?<![由从])目前|以来|过去|20\d\d年[以之]?[来前]|(?:成功|圆满|超额|如期)(?:实现|完成|举办)|获评|荣获"
_DONE = patterns.compile(f"{_WAS_DONE}|累计")
# 累计 may be said of what a plan will have brought about in the end.
_DONE_IN_PERIOD = patterns.compile(_WAS_DONE)
# In a paragraph that opens with a plan: a sentence that tells how things are.
_TOLD = patterns.compile(
    r"(?<![为除])了(?!解)|了[近约超]?[\d一二三四五六七八九十]|目前[，共已]|(?<!业)已经|截至|以来(?!的)"
)
# 该区先后投入5亿元，实施…: a paragraph that opens with what was done urges nothing.
_TOLD_FIRST = patterns.compile(
    r"[一三五\d]年来|先后|累计[完投建办受]|以来[，给]|共投[入资]|(?<!业)已[经累完建投]"
)
_OPENS_WITHIN = 60
# 存在问题和下一步打算: first what is wanting, then, from a mark of the future on, what will be done.
_SHORTCOMINGS = patterns.compile(
    r"(?:不足|问题|困难|短板|原因)[^，。;\n]{0,4}[和与及][^，。;\n]{0,12}(?:计划|打算|安排|思路|措施|任务|工作)"
)
_TO_COME = patterns.compile(r"下一?步|接下来|今后|明年|20\d\d年[，,将拟要计]|(?:计划|将|力争)")
# A paragraph that opens with what happened today is another piece of news.
_NEWS = patterns.compile(r"[今昨]天|昨日|日前|近日(?!点)|当地时间|消息|报道(?!组)")
_REACH = 3000
# 《方案》提出，到2030年: what follows in the text, or under its heading, is the plan's
_SAYS = ("提出", "明确", "要求", "指出")
_UNTIL_YEAR = ("到20", "至20", "到 20", "至 20")
_PLAN_SAYS = patterns.compile(
    rf"(?:\x01|规划|方案|意见|计划|纲要|行动)(?:还|也|同时)?(?:{'|'.join(_SAYS)})[，:]?[^，。;\n]{{0,12}}(?:到|至)[ ]?(20[23]\d)[ ]?年"
)
# Clauses that open with what is to be done, and words of what was: many of the ones with few of the others are a plan.
_URGING = rf"(?P<numbered>[一二三四五六七八九十]是|\([一二三四五六七八九十]\)|\d[、.])?(?:{lexicon.alternation(lexicon.classes('verbs')['urge'])})"
_URGES = patterns.compile(rf"[，。;:、\n][ 　]*{_URGING}")
_URGES_FIRST = patterns.compile(f"[ 　]*{_URGING}")
# Either, since every clause of a text has to be asked: some words are both.
_MOOD_OR_URGES = patterns.compile(rf"[，。;:、\n][ 　]*(?:{_IN_MOOD}|{_URGING})")
_RESULT = patterns.compile(
    r"了(?!解)|(?<!业)已(?!婚)|同比|[比较]上年|增长|下降|达到|达\d|突破|获批|荣获|获得|获评|入选|位居|位列|居全|首次|成功|圆满|顺利"
    r"|累计|建成|完成|实现|出台|印发|启用|投产|投用|落地|落户|开通|通车|全年|去年|上年|以来|显著|明显|稳步|成为|名列|取得|迈上|再创|新高|共(?![同享建治管富产识性赢商])|先后"
)
_SOME, _MANY, _MORE, _FAR_MORE, _AROUND = 2, 6, 2, 4, 1200
# A text that does hardly anything but urge, in paragraph after paragraph, is a plan in all of them.
_TELLS = patterns.compile(
    r"了(?!解)|(?<!业)已(?!婚)|同比|[比较]上年|去年|上年|荣获|获评|获得|入选|位居|位列|居全|名列|首次|成功|圆满|顺利|累计|全年|以来|显著"
    r"|再创|新高|下降|增长(?!极)|先后|截至"
)
_HARDLY, _DENSE, _WINDOW = 10, 20, 1500
_PERIOD = patterns.compile(
    r"[^，。;\n\u4e00-\u9fff]{0,8}[“\"]?(?P<plan>十[二三四五]五)[”\"]?(?:期间|时期|规划期)"
)
_PERIOD_ENDS = {"十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030}
_UNTIL_END = patterns.compile(r"到[“\"]?(?P<plan>十[二三四五]五)[”\"]?(?:时期|规划)?期?末")
# 第二十一条 …: articles of a regulation, in lines of their own or one behind the other
_ARTICLE = patterns.compile(r"(?:^|[。\n])[ 　]*第[一二三四五六七八九十百]{1,5}条[ 　]")
_ARTICLES = 3
# （牵头单位：市民政局，配合单位：市财政局）
_ASSIGNED = patterns.compile(r"(?:牵头|责任|配合|主办|主责|落实)(?:单位|部门):")
_TASKS = 3
# The plan that a text is about
_PLAN_NAMED = patterns.compile(
    r"(?:规划|方案|指导意见|实施意见|行动计划|若干意见|《意见)(?:》|提出|明确|印发|发布)"
)


# 同时，着力提升…: the paragraph goes on with what the one before it urged.
_GOING_ON = patterns.compile(
    r"[ 　]*(?:同时|与此同时|此外|另外)[，]?(?:还|也)?(?:将|要|着力|加大|加快|大力|深入|扎实|全力|全面|进一步)"
)


# No mark, blanks and words that urge are as long as this.
_LONGEST_URGED = 40
# The longest that _OPENING matches: what was read up to here is not read again.
_LONGEST_OPENING = 16


class Plans:
    """Told the sentences of a document in order; says of each whether it stands in a plan."""

    def __init__(self, masked: str, folded: str, year: int | None) -> None:
        self._masked = masked
        self._folded = folded
        self._year = year
        self._of_a_plan: bool | None = None
        self._law: bool | None = None
        self._assigned: bool | None = None
        # Where clauses open with a mood, where they urge and where results are told, in the whole text.
        self._moods: list[int] = []
        self._commands: list[int] = []  # where a line or a clause opens with what is to be done
        self._urgings: list[int] = []  # where a clause within a paragraph does
        for match in _MOOD_OR_URGES.finditer(masked):
            at, numbered = match.start(), match.start("numbered")
            if match.start("mood") >= 0:
                if masked[at] in "，。;":
                    self._moods.append(at)
                if _URGES.match(masked, at) is None:
                    continue
            self._commands.append(at)
            if masked[at] != "\n" and not (numbered >= 0 and masked[numbered].isdecimal()):
                self._urgings.append(at)
        self._results: list[int] | None = None  # read when first asked for, as are these
        self._tells: list[int] | None = None
        # Where plans say what is to be by a year, and what is to be at the end of one, in order.
        says = any(words in masked for words in _UNTIL_YEAR) and any(word in masked for word in _SAYS)
        self._sayings = deque(_PLAN_SAYS.finditer(masked) if says else ())
        self._ends = deque(_UNTIL_END.finditer(folded) if year is not None else ())
        self._openings = deque(_LIST_OPENING.finditer(masked))
        self._titles = deque(_titles(masked, year))
        self._seen = 0
        self._heading, self._short = (0, 0), False
        self._open: tuple[tuple[int, int], ...] | None = None
        # The stretch whose mood was read last; where the words that may open a plan begin, and how far they were read.
        self._stretch = (0, 0)
        self._mood = False
        self._begin = self._read_to = -1
        self._opened = False

    def holds(self, start: int, end: int, headings: tuple[tuple[int, int], ...]) -> bool:
        """Whether the sentence from ``start`` to ``end`` under ``headings`` (outermost first) is part of a plan."""
        masked = self._masked
        if self._open is not None and self._open != headings[: len(self._open)]:
            self._open = None
        begin = self._paragraph_begin(start)
        another, here = begin > self._seen, False
        if another and self._open == () and _DONE.search(masked, begin, end) is not None:
            self._open = None
        while self._openings and self._openings[0].start() < end:
            opening = self._openings.popleft()
            if opening.start() < start - _REACH:
                continue
            ahead = max(opening.start() - 8, start if start <= opening.start() else 0)
            if _DONE.search(masked, ahead, opening.end()) is None:
                self._open = tuple(span for span in headings[:1] if span[0] <= opening.start())
                here = opening.start() >= begin
        while self._titles and self._titles[0] < end:
            at = self._titles.popleft()
            self._open = tuple(span for span in headings[:1] if span[0] <= at)
            here = at >= begin
        while self._sayings and self._sayings[0].end() <= end:
            saying = self._sayings.popleft()
            if self._year is None or int(saying.group(1)) > self._year:
                self._open = tuple(span for span in headings if span[0] <= saying.start())
                here = saying.start() >= begin
        if another and not here and self._open is not None and _NEWS.search(masked, begin, end) is not None:
            self._open = None
        self._seen = end
        if headings and self._behind_shortcomings(end, headings[-1]):
            return True
        if self._in_period_of_plan(start, end) or self._until_end_of_plan(start, end):
            return True
        if (self._is_law() or self._assigns()) and _DONE.search(masked, start, end) is None:
            return True
        if self._open is not None and _DONE.search(masked, start, end) is None:
            return True
        return self._urges(begin, start, end) and _TOLD.search(masked, start, end) is None

    def _behind_shortcomings(self, end: int, heading: tuple[int, int]) -> bool:
        """Whether the plans have begun in a section on what is wanting and what will be done (不足与下年计划)."""
        if heading != self._heading:
            self._heading, self._short = heading, _SHORTCOMINGS.search(self._masked, *heading) is not None
        if not self._short:
            return False
        return _TO_COME.search(self._masked, heading[1], end) is not None

    def _paragraph_begin(self, start: int) -> int:
        """Where the paragraph of a sentence begins; a line that ends in ， or ; goes on in the next."""
        masked, least = self._masked, max(0, start - _REACH)
        begin = masked.rfind("\n", least, start)
        while begin > least and masked[begin - 1] in "，;、":
            begin = masked.rfind("\n", least, begin)
        return begin + 1

    def _in_period_of_plan(self, start: int, end: int) -> bool:
        """“十四五”期间，引进项目500个: what a plan says of its period, before that is over, is to come."""
        period = _PERIOD.match(self._folded, start, end)
        if period is None or _DONE_IN_PERIOD.search(self._masked, start, end) is not None:
            return False
        if self._year is not None:
            return self._year < _PERIOD_ENDS[period.group("plan")]
        if self._of_a_plan is None:
            self._of_a_plan = _PLAN_NAMED.search(self._folded) is not None
        return self._of_a_plan

    def _until_end_of_plan(self, start: int, end: int) -> bool:
        """到“十三五”末，经济总量翻一番: to come, as long as that plan is not over."""
        while self._ends and self._ends[0].start() < start:
            self._ends.popleft()
        if not self._ends or self._ends[0].start() >= end or self._year is None:
            return False
        ahead = self._year < _PERIOD_ENDS[self._ends[0].group("plan")]
        return ahead and _DONE.search(self._masked, start, end) is None

    def _is_law(self) -> bool:
        """Whether the text is a regulation: what its articles say of numbers is required, not told."""
        if self._law is None:
            masked = self._masked
            articles = _ARTICLE.finditer(masked) if "条 " in masked or "条\u3000" in masked else ()
            self._law = sum(1 for _ in islice(articles, _ARTICLES)) >= _ARTICLES
        return self._law

    def _assigns(self) -> bool:
        """Whether the text says of its tasks whose they are (牵头单位：…): what it says of numbers is to be."""
        if self._assigned is None:
            tasks = _ASSIGNED.finditer(self._folded) if "位:" in self._folded or "门:" in self._folded else ()
            self._assigned = sum(1 for _ in islice(tasks, _TASKS)) >= _TASKS
        return self._assigned

    def _urges(self, begin: int, start: int, end: int) -> bool:
        """Whether the paragraph of a sentence urges (做好…, 办好…, 确保…) and tells of nothing done."""
        if self._opens(max(begin, start - _REACH), start):
            return True
        stop = self._masked.find("\n", end, end + 300)
        stretch = (max(begin, start - 1500), stop if stop >= 0 else end + 300)
        if stretch != self._stretch:
            self._stretch = stretch
            self._mood = self._urged_in(*stretch)
        return self._mood

    def _urged_in(self, start: int, end: int) -> bool:
        """Whether a paragraph that does not open with what was done urges by itself, or much in a text that does."""
        if not self._urged_much(start, end):
            return False
        return _TOLD_FIRST.search(self._masked, start, min(end, start + _OPENS_WITHIN)) is None

    def _urged_much(self, start: int, end: int) -> bool:
        masked = self._masked
        if (
            _counted(_MOOD, _MOOD_FIRST, self._moods, masked, start, end) >= _SOME
            and _PAST.search(masked[start:end]) is None
            and (_STRONG.search(masked, start, end) is not None or self._urged_around(start, end, _MORE))
        ):
            return True
        urgings = _counted(_URGES, _URGES_FIRST, self._urgings, masked, start, end)
        if urgings >= _MANY and self._urged_around(start, end):
            return True
        return self._urged_all_around(start, end)

    def _urged_all_around(self, start: int, end: int) -> bool:
        """Whether the text far around a paragraph does hardly anything but urge."""
        begin, stop = max(0, start - _WINDOW), min(len(self._masked), end + _WINDOW)
        commands = _within(self._commands, begin, stop)
        if commands < _HARDLY or commands * 1000 < _DENSE * (stop - begin):
            return False
        if self._tells is None:
            self._tells = [match.start() for match in _TELLS.finditer(self._masked)]
        return commands >= _HARDLY * (_within(self._tells, begin, stop) + 1)

    def _urged_around(self, start: int, end: int, times: int = _FAR_MORE) -> bool:
        """Whether the text around a paragraph urges so many times as often as it tells."""
        if self._results is None:
            self._results = [match.start() for match in _RESULT.finditer(self._masked)]
        begin, stop = start - _AROUND, end + _AROUND
        return _within(self._urgings, begin, stop) >= times * _within(self._results, begin, stop)

    def _opens(self, begin: int, start: int) -> bool:
        if begin != self._begin:
            goes_on = self._opened and _GOING_ON.match(self._masked, begin) is not None
            self._begin = begin
            self._read_to = begin
            self._opened = goes_on and _PAST.search(self._masked, begin, start) is None
        if not self._opened:  # with the line break, which tells where the paragraph begins
            begin = max(0, begin - 1, self._read_to - _LONGEST_OPENING)
            self._opened = self._opens_with_will(begin, start) or self._opens_with_time(begin, start)
            self._read_to = start
        return self._opened

    def _opens_with_time(self, begin: int, start: int) -> bool:
        """Whether a span has words that open a plan by a time to come (明年要…)."""
        words = self._masked[begin:start]
        for word in _MODALS:
            if word in words:
                return _OPENING.search(self._masked, begin, start) is not None
        return False

    def _opens_with_will(self, begin: int, start: int) -> bool:
        """Whether a paragraph begins at ``begin``, or behind the line break there, with what will be done."""
        if self._masked[begin] == "\n":
            begin += 1
        elif begin:
            return False
        return _OPENS_WITH_WILL.match(self._masked, begin, start) is not None


def _titles(masked: str, year: int | None) -> Iterator[int]:
    """Where titles of lists of what is to be done stand in lines of their own, but those of years before the document's."""
    if "实事" not in masked:
        return
    for title in _LIST_TITLE.finditer(masked):
        at = title.start()
        margin = masked.rfind("\n", 0, at) + 1
        if at - margin <= _FROM_MARGIN and (year is None or int(masked[at : at + 4]) >= year):
            yield at


def _counted(
    pattern: re.Pattern[str], first: re.Pattern[str], places: list[int], masked: str, start: int, end: int
) -> int:
    """How often a paragraph has a pattern that begins with the mark before a clause and holds no other.

    ``places`` is where the whole text has it. What opens the paragraph opens a clause as well, and is ``first``: the same
    without the mark.
    """
    begin, stop = bisect_left(places, start), bisect_left(places, end)
    count = stop - begin
    if (
        count
        and end - places[stop - 1] < _LONGEST_URGED
        and pattern.match(masked, places[stop - 1], end) is None
    ):
        count -= 1  # it goes on behind the end
    return count + (first.match(masked, start, end) is not None)


def _within(places: list[int], start: int, end: int) -> int:
    """How many of the places, which rise, are in a span."""
    return bisect_left(places, end) - bisect_left(places, start)
