"""Members of a list that leave out what the list is of: 维持856件、驳回312件; 国家级试点26项、省级35项."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.coordination import ends_as_quantity
from jinan_metrics.state import Spot

# What a case or a request came to (data/verbs.txt): the word alone names its count.
_OUTCOMES = lexicon.longest_first(lexicon.classes("verbs")["outcome"])
_OUTCOME = patterns.compile(
    r"(?:判决|裁定|裁决|决定|依法|直接|最终|实际|被|予以|作出)?"
    f"(?:{lexicon.alternation(_OUTCOMES)})[了的]?$"
)
DOINGS = tuple(word for word in lexicon.classes("verbs")["act"] if len(word) > 1)
_LAST = frozenset(word[-1] for word in _OUTCOMES) | frozenset("了的")
_MARKS = "，、;:。(\n"
# 省级, 一级, 县处级, 国家级: a level says nothing without the thing that has it.
_LEVEL = patterns.compile(
    r"(?:国家|世界|[省部市州盟县区旗乡镇村厅局处科特一二三四五]{1,2}|地市|县处|副?省部|自治区|国际|社区|[十百千万]{1,2}亿?)级"
)

_LEVEL_AHEAD = patterns.compile(
    rf"、\d{{1,5}}[个家项所处名件条](?:{_LEVEL.pattern})(?P<thing>[\u4e00-\u9fff]{{2,12}}?)(?=[，。;、]|$)"
)
_FOR_EACH = patterns.compile(r"(?:平均)?每(?:[百千万]?人口?|百户|平方公里|[^拥有]{1,8}(?:拥有|有))")


def outcome(masked: str, spot: Spot) -> tuple[int, int] | None:
    """The span of a bare outcome before the number, which the clause has nothing else for."""
    end = spot.quantity.start
    while end > spot.clause_start and masked[end - 1] == " ":
        end -= 1
    if end - spot.sentence_start < 2 or masked[end - 1] not in _LAST:
        return None
    begin = max(masked.rfind(mark, spot.sentence_start, end) for mark in _MARKS) + 1
    begin = strip_leading(masked, max(begin, spot.sentence_start), end)
    if end - begin > 10 or _OUTCOME.fullmatch(masked, begin, end) is None:
        return None
    while begin > spot.sentence_start and masked[begin - 1] == "、":  # 撤销、变更、责令履行158件
        ahead = max(masked.rfind(mark, spot.sentence_start, begin - 1) for mark in _MARKS) + 1
        ahead = max(ahead, spot.sentence_start)
        if _OUTCOME.fullmatch(masked, ahead, begin - 1) is None:
            break
        begin = ahead
    if masked.startswith(("结转", "旧存"), begin) and masked.endswith("上年", 0, begin):
        begin -= 2
    return begin, end - 1 if masked[end - 1] in "了的" else end


def is_thing(name: str) -> bool:
    """Whether a name is of a thing rather than of what was done, what came of it, or how much there is (驳回, 合格率)."""
    return (
        len(name) > 2 and name not in _OUTCOMES and not name.endswith(DOINGS) and not ends_as_quantity(name)
    )


def level_ahead(masked: str, end: int, name: str) -> tuple[int, int] | None:
    """新建6个国家级、20个省级重点专科: of a bare level, the thing that the next member of the list has."""
    if _LEVEL.fullmatch(name) is None:
        return None
    ahead = _LEVEL_AHEAD.match(masked, end)
    return None if ahead is None else ahead.span("thing")


def with_thing(name: str, before: list[str], *, in_list: bool = False) -> str:
    """A bare level with the thing that the member before it has: 省级 after 国家级改革试点 is 省级改革试点.

    In a list (``in_list``) what the first is told for each of (每百户拥有汽车46辆、空调171台) holds for the others.
    """
    each = _FOR_EACH.match(before[-1]) if in_list and before else None
    if each is not None and not name.startswith("每"):
        return each.group() + name
    if len(name) > 5 or not before or _LEVEL.fullmatch(name) is None:
        return name
    other = _LEVEL.search(before[-1])
    return name if other is None or not before[-1][other.end() :] else name + before[-1][other.end() :]
