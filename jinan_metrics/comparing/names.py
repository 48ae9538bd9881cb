"""What of a metric's name identifies it: its core, the words that would make it another metric, and its stage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from jinan_metrics import lexicon, patterns

_WORDS = lexicon.classes("comparing")
_STAGES = {
    word: label.removeprefix("stage.")
    for label, words in _WORDS.items()
    if label.startswith("stage.")
    for word in words
}


def _any(words: tuple[str, ...]) -> str:
    return "|".join(lexicon.longest_first(words))


_NOISE = patterns.compile(r"[“”‘’\"'「」『』《》〈〉\s\u3000·]|[(（][^()（）]{0,30}[)）]")
_ASIDE = patterns.compile(
    rf"(?:{_any(_WORDS['aside'])}|[全我本](?:国|省|市|县|区|州|盟|旗|镇|乡|街道|院|局|校|行|系统)|(?:19|20)\d\d年度?|\d{{1,2}}月份?)(?:的|内)?"
)
_DONE = patterns.compile(rf"(?:{_any(_WORDS['done'])})(?:了|的)?")
_STRICT = patterns.compile(_any(_WORDS["strict"]))
_ELIDED = patterns.compile(_any(_WORDS["elided"]))
_EXTENT = patterns.compile(r"全(国|省|市|县|区|州|盟|旗)|(各国|世界|全球)")
_ENDS_OF_PLACES = patterns.compile(r"(?:特别行政区|自治[区州县旗]|省|市|县|区|州|盟|旗|镇|乡)$")
# A core is not cut shorter than this: 审查意见 stays whole, 审查规范性文件 becomes 规范性文件.
_SHORTEST = 3
# After these verbs the rest is the thing handled, however short: 接收诉求.
_HANDLED = frozenset((*_WORDS["stage.received"], *_WORDS["stage.accepted"], "办理", "承办"))
GENERAL = frozenset(_WORDS["general"])


@dataclass(frozen=True, slots=True)
class Name:
    """A metric's name taken apart.

    ``core`` is the name without what is set aside; ``strict`` and ``elided`` the words in it that make another
    metric (see ``data/comparing.txt``); ``stage`` of handling, ``""`` if none; ``extent`` the country or world
    where the name says that it is not about the document's own place.
    """

    core: str
    strict: frozenset[str]
    elided: frozenset[str]
    stage: str
    extent: str


def name_of(metric: str, action: str, place: str | None) -> Name:
    """The parts of ``metric`` as a document about ``place`` uses it; ``action`` is the claim's verb."""
    level, short = _level_and_short(place)
    return _name(metric, action, level, place if short and short in metric else None)


@lru_cache(maxsize=20_000)
def _level_and_short(place: str | None) -> tuple[str, str]:
    """What a place is (国, 省, 市, 县 …; "" for no place) and its name without that."""
    if not place:
        return "", ""
    end = _ENDS_OF_PLACES.search(place)
    return ("国", place) if end is None else (end.group()[-1], place[: end.start()])


def strict_words(text: str) -> frozenset[str]:
    """The words in ``text`` that make another metric wherever they stand: 进出口 is not also 出口."""
    return frozenset(_STRICT.findall(text))


def short_place(place: str) -> str:
    """The name of a place without what it is: 济南 for 济南市; the whole where that would leave one character."""
    short = _ENDS_OF_PLACES.sub("", place)
    return short if len(short) >= 2 else place


@lru_cache(maxsize=200_000)
def _name(metric: str, action: str, level: str, place: str | None) -> Name:
    words = _NOISE.sub("", metric) or metric
    extent = _extent(words, level)
    stage = ""
    own = _own_names(place)
    moved = True
    while moved:
        moved = False
        for form in (_ASIDE, _DONE, own):
            match = form.match(words) if form is not None else None
            if match is None or len(words) - match.end() < (2 if match.group() in _HANDLED else _SHORTEST):
                continue
            stage = stage or _STAGES.get(match.group(), "")
            words, moved = words[match.end() :], True
    stage = stage or _STAGES.get(action, "")
    words = _without_all_year(words)
    return Name(words, frozenset(_STRICT.findall(words)), frozenset(_ELIDED.findall(words)), stage, extent)


def _without_all_year(words: str) -> str:
    """县政府常务会议全年学法: in the middle 全年 says as little as in front."""
    at = words.find("全年")
    return words[:at] + words[at + 2 :] if at > 0 and len(words) - 2 >= _SHORTEST else words


def _extent(words: str, level: str) -> str:
    match = _EXTENT.search(words)
    if match is None or not level:
        return ""
    if match.group(2) is not None:
        return "world"
    return "" if match.group(1) == level else str(match.group(1))


@lru_cache(maxsize=1000)
def _own_names(place: str | None) -> re.Pattern[str] | None:
    """The place's name, whole and without its ending, in front of a metric (济南市公职律师)."""
    if not place:
        return None
    names = {place, short_place(place)}
    return re.compile(
        "(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + ")(?!人大|政协|政府)"
    )
