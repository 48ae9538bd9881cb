"""Coordinated nouns: where a list divides, and the words that its members share."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns

_HEADS = lexicon.classes("heads")
_DIVISIONS = frozenset(_HEADS["division"])
ENDINGS = lexicon.longest_first(_HEADS["ending"])
_SHARED_ENDINGS = lexicon.longest_first((*_HEADS["ending"], *_HEADS["shared"]))
_ENDINGS = tuple(ENDINGS)
_ANY_SHARED_ENDING = tuple(_SHARED_ENDINGS)
_ENDINGS_BY_LAST = lexicon.by_character(_SHARED_ENDINGS, at=-1)
_JOIN = patterns.compile(
    r"、|以及|及其|及(?!时|格|有关|相关|其他)|(?<![总调共饱温缓柔平融])和(?![解谐平睦田])|与(?![会])|或(?!者)"
)
_SHARE_OF = patterns.compile(
    r".{2,10}?(?P<tail>(?:增加值|总产值|产值|投资|收入|支出|出口|进口|进出口|消费)占.{2,14}(?:比重|比例|份额))$"
)
_PER_OUTPUT = patterns.compile(
    r"(?:单位|万元)(?:国内生产总值|地区生产总值|生产总值|GDP|工业增加值)(?=[^增]{2})"
)
_COMMA = patterns.compile("、")
_COUNTED = patterns.compile(f".{{0,20}}(?:{lexicon.alternation(_HEADS['counted'])})")
# Words at which a member of a list divides into its own part and what it shares with the others.
_HEADS_INSIDE = (*_HEADS["shared"], *_HEADS["counted"], *_HEADS["inside"])
_SINGLE = frozenset("男女东中西南北")
_LONGEST_MEMBER = 6
_TRIM = " \t　\r\n，。、；;:：,.*|>#-—~·"


def ends_as_quantity(noun: str) -> bool:
    """Whether a noun names a quantity by itself (满意率, 总额), by its ending."""
    return noun.endswith(_ENDINGS)


def is_shared(noun: str) -> bool:
    """Whether a noun ends in a head that things of many sorts have (交通类诉求, 交通事故)."""
    return noun.endswith(_ANY_SHARED_ENDING)


def counted_thing(masked: str, start: int, end: int) -> int:
    """Where a thing ends that can be counted, before a quantity of it (15个重点事项|审批时限压缩70%); else ``end``."""
    thing = _COUNTED.match(masked, start, end - 1)
    return end if thing is None else thing.end()


def divisions(masked: str, start: int, end: int, want: int = 0) -> list[tuple[int, int]]:
    """The spans between 、, 和, 及, 与 …; with ``want``, only those between 、 where that gives the number wanted."""
    spans: list[tuple[int, int]] = []
    end_word = masked[end - 1 : end]
    for marks in (_JOIN, _COMMA):
        spans, at = [], start
        last_comma = masked.rfind("、", start, end)
        for match in marks.finditer(masked, start, end):
            inside = match.start() < last_comma and match.group() != "、"
            if inside and not masked.endswith(_ENDINGS, at, match.start()):
                continue  # 航天器及设备制造业、电池制造业
            if match.group() == "或" and masked[match.start() - 1] != end_word:
                continue  # 2个月内首次或最终答复率 is one rate
            if match.start() > at:
                spans.append((at, match.start()))
            at = match.end()
        spans.append((at, end))
        if not want or len(spans) == want:
            break
    return spans


def complete(pieces: list[str]) -> list[str]:
    """Coordinated nouns with the words that they share put back: 居民就诊率 + 签约率 → 居民签约率."""
    if len(pieces) < 2:
        return pieces
    first, last = pieces[0], pieces[-1]
    of_output = _PER_OUTPUT.match(first)
    if of_output is not None:  # 单位国内生产总值用水量、能耗、二氧化碳排放量
        return [first, *(of_output.group() + piece for piece in pieces[1:])]
    if first[0] == "第" and len(first) == 2:  # 第一、二、三产业
        return [first + last[1:], *("第" + piece + last[1:] for piece in pieces[1:-1]), "第" + last]
    if first in ("一", "二") and last.startswith("产业", 1):  # 一、二、三产业投资
        return [*("第" + piece + last[1:] for piece in pieces[:-1]), "第" + last]
    alike = last.find(first[-2:], 1, len(first) + 3) + 2 if len(first) > 2 else 0
    if (
        2 < alike < len(last)
        and ends_as_quantity(last)
        and (not ends_as_quantity(first) or first.endswith("人口"))
        and all(piece.endswith(first[-2:]) for piece in pieces[:-1])
    ):  # 城镇居民、农村居民 | 人均收入
        return [*(piece + last[alike:] for piece in pieces[:-1]), last]
    if len(last) > 3 and {*pieces[:-1], last[:2]} == {"进口", "出口"}:
        return [*(piece + last[2:] for piece in pieces[:-1]), last]  # 进口、出口 | 整体通关时间
    for index in range(1, len(pieces) - 1):  # 毛入园率、高中阶段和高等教育毛入学率
        piece, following = pieces[index : index + 2]
        if ends_as_quantity(first) and ends_as_quantity(following) and not ends_as_quantity(piece):
            pieces[index] = _with_shared_end(piece, following, _ending(following))
    share = _SHARE_OF.match(last)
    if share is not None and not any("占" in piece or ends_as_quantity(piece) for piece in pieces[:-1]):
        return [
            *(piece + share.group("tail") for piece in pieces[:-1]),
            last,
        ]  # 甲产业、乙产业增加值占工业比重
    last_ending = _ending(last)
    measured = ends_as_quantity(last) and not ends_as_quantity(first)  # 企业、居民 | 用电量
    if last_ending and (measured or not _ending(first)):
        return [_with_shared_end(piece, last, last_ending) for piece in pieces[:-1]] + [last]
    if _ending(first):
        return [first, *(_with_shared_start(piece, first) for piece in pieces[1:])]
    if first.startswith("对") and len(last) > len(first):
        tail = last[len(first) - 1 :]
        return [*(piece + tail for piece in pieces[:-1]), last]
    if _parallel(pieces):
        width = len(pieces[-2])  # the first may begin with a place: 全县猪
        return [*(piece + last[width:] for piece in pieces[:-1]), last]
    return pieces


def _ending(noun: str) -> str:
    if not noun.endswith(_ANY_SHARED_ENDING):
        return ""
    return next(ending for ending in _ENDINGS_BY_LAST[noun[-1]] if noun.endswith(ending))


def _with_shared_end(piece: str, last: str, ending: str) -> str:
    """城镇 + 农村居民收入 → 城镇居民收入, 农业 + 服务业增加值 → 农业增加值."""
    if ends_as_quantity(piece) or (_ending(piece) and not ends_as_quantity(last)):
        return piece
    if len(piece) == 1 and last[0] in _SINGLE:  # 男、女平均预期寿命, 东、中、西部地区投资
        return piece + last[1:]
    same = last.rfind(piece[-1], 0, min(len(piece) + 2, len(last) - len(ending))) + 1
    same = same if same > 1 or len(piece) == 1 else 0  # 打印机、机器人出口 share no more than 出口
    modifier = last[: len(last) - len(ending)]
    if 0 < same < len(modifier) and len(piece) <= 4:
        return piece + last[same:]
    # Of a long word nobody can tell where it divides, unless a known word stands there (工伤|保险参保人数).
    inside = range(2, min(5, len(modifier) - 1) + 1)
    width = next(
        (at for at in inside if last.startswith(_HEADS_INSIDE, at) and last[at - 1] not in "及和与"), 0
    )
    if not width and last[: len(piece)] in _DIVISIONS:
        width = len(piece)
    if 0 < width < len(modifier) and len(piece) <= _LONGEST_MEMBER:
        return piece + last[width:]
    if len(ending) == 1:  # 使用率, 投诉量; 班额
        ending = last[-3:] if len(last) > 4 else last[-2:]
    return piece + ending


def _with_shared_start(piece: str, first: str) -> str:
    """居民就诊率 + 签约率 → 居民签约率."""
    shared = len(first) - max(len(piece), len(_ending(first)))
    alike = piece[-1] == first[-1] or bool(_ending(piece))
    ending = _ending(piece)
    if len(ending) > 1 and len(piece) - len(ending) > 1 and first.endswith(ending):
        return piece  # 外商投资企业、国有企业
    if shared >= 4 and first.endswith(piece[:2], 0, shared):
        shared -= 2  # 酒驾导致的死亡事故起数、死亡人数
    if 2 <= len(piece) <= 4 and shared >= 2 and alike and piece[:2] not in first[:2]:
        return first[:shared] + piece
    return piece


def _parallel(pieces: list[str]) -> bool:
    """Whether the members but the last are single words that the last goes on from: 猪、牛、羊出栏; 涉诈、涉毒警情."""
    *others, last = pieces
    if all(len(piece) == 1 for piece in others[1:]) and (len(others) > 1 or len(others[0]) == 1):
        return len(last) >= 3
    return len(others[-1]) >= 2 and others[-1][0] == last[0] and 2 <= len(last) - len(others[-1]) <= 4


# What a closing bracket says about the name rather than in it: 区县(不含功能区)
_ASIDE = patterns.compile(r"[（(](?:不含|不包括|含|其中|下同|以下|简称|见|注|以[男女]性为)[^（）()]*+[)）]")
_MARKUP = patterns.compile(r"\n(?:> ?)?|[\[［]\d{1,2}[\]］]|\*\*|</?\w{1,6}>")
# Without one of these there is nothing in a name to put in order but its ends.
_COLUMN = patterns.compile(r"^【[^】\n]{1,16}】(?=.{2})")
_MARKS = patterns.compile(r"[【\[\]［］*<“”‘’《》()（）「」〔〕『』]")
_PAIRS = (
    ("“", "”"),
    ("‘", "’"),
    ("《", "》"),
    ("(", ")"),
    ("（", "）"),
    ("「", "」"),
    ("[", "]"),
    ("〔", "〕"),
    ("『", "』"),
)


def tidy(name: str) -> str:
    """A name without blanks and marks at its ends and without half a pair of brackets or quotation marks."""
    if name.isalnum():  # as nearly all are
        return name[:-1] if name[-1] == "的" else name
    if _MARKS.search(name) is None:
        return name.strip(_TRIM).removesuffix("的")
    name = _MARKUP.sub("", name).strip(_TRIM)
    name = _COLUMN.sub("", name) if name.startswith("【") else name
    marks = "".join(_MARKS.findall(name))
    for opening, closing in _PAIRS:
        if (opening in marks or closing in marks) and name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    return _ASIDE.sub("", name).strip(_TRIM)
