"""Nouns that stand earlier in the sentence than the clause of the number, as spans; empty spans where there is none."""

from __future__ import annotations

import re

from jinan_metrics import patterns
from jinan_metrics.context import ADJUSTED, strip_leading
from jinan_metrics.coordination import ends_as_quantity
from jinan_metrics.objects import verb_before
from jinan_metrics.state import Spot

_NOTHING = (0, 0)
# All up to the last mark of a clause, and up to the last mark of a noun.
_TO_CLAUSE = patterns.compile(r".*[，。;:!?\n]", re.DOTALL)
_TO_NOUN = patterns.compile(r".*[，。;:!?\n()、和]", re.DOTALL)
_SUBJECT_VERB = patterns.compile(
    r"(?:连接|位于|起于|[东西南北]起|正式|近年来|首次|出现|正在|在(?![校建园职岗])|创|再创|刷新|实现|保持|持续|稳步|不断|继续|明显|显著|大幅|加快|达到?|突破|超过|位居|位列|居(?!民|住|家|委|间)|(?<!活)跃|增(?!加值|值|量|资|收|长极)|提(?!案|升机|单)|降(?!水|雨|雪|解)|(?<![毫公])升|稳(?!岗|产)|扩大|快速|进一步|取得|呈现|(?<!自)由|从(?!业|事)|(?<![行作])为|是|已|(?<![人户日月年平])均|将(?!军)|全面|成为|运行|较|(?<!占)比(?![重例率])|同比)"
)


# Works have a length and a cost: 甲乙高铁连接两市，全长约201公里.
_WORKS = (
    "工程",
    "项目",
    "铁路",
    "公路",
    "高铁",
    "高速",
    "大桥",
    "隧道",
    "机场",
    "水库",
    "线路",
    "大道",
    "园区",
    "港",
)


def _clause_start(masked: str, end: int, floor: int, marks: re.Pattern[str] = _TO_CLAUSE) -> int:
    found = marks.match(masked, floor, end)
    return floor if found is None else found.end()


def fronted_object(masked: str, spot: Spot) -> tuple[int, int]:
    """编印《手册》，向干部发放5000余册: the object that the clause before has named."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start:
        return _NOTHING
    verb, at = verb_before(masked, _clause_start(masked, end, spot.sentence_start), end)
    return (at, end) if verb else _NOTHING


def noun_before(masked: str, floor: int, at: int) -> tuple[int, int]:
    """The noun that ends at a bracket."""
    if at <= floor:
        return _NOTHING
    _, rest = verb_before(masked, _clause_start(masked, at, floor, _TO_NOUN), at)
    return rest, at


def leading_subject(masked: str, spot: Spot, claimed_until: int) -> tuple[int, int]:
    """The noun that opens the clause before, where that has no number (进出口总值创新高，达到920亿元)."""
    end = spot.whole_start - 1
    if end <= spot.sentence_start or masked[end] in ";:":
        return _NOTHING
    start = _clause_start(masked, end, spot.sentence_start)
    if start > spot.sentence_start and ADJUSTED.match(masked, start, end):
        end = start - 1
        start = _clause_start(masked, end, spot.sentence_start)
    if claimed_until > start or end - start < 4:
        return _NOTHING
    begin = strip_leading(masked, start, end)
    match = _SUBJECT_VERB.search(masked, begin + 2, end)
    stop = end if match is None else match.start()
    owner = masked[begin:stop]
    return (begin, stop) if ends_as_quantity(owner) or owner.endswith(_WORKS) else _NOTHING
