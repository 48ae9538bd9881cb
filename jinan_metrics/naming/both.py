"""Names that stand for two or three in one word, told apart: 城乡居民收入分别为…, 汽车产销分别完成…, 三次产业增加值分别为…."""

from __future__ import annotations

from jinan_metrics import patterns

# What is told of the gap between the two is one thing.
_ONE = patterns.compile(r"(?:比|比值|差距|倍差|结构|统筹|一体化)$")
_TOWN = "城乡"
_SECTORS = "三次产业"
_MADE_AND_SOLD = ("产销", "产销量")
_POOR = ("低保", "最低生活", "特困", "救助")


def told_apart(whole: str, count: int) -> list[str]:
    """What ``whole`` stands for in turn, as many names as ``count``; none where it is one thing.

    The poor of a town are those of a 城市, by the name of the law; all others are 城镇.
    """
    if _ONE.search(whole) is not None:
        return []
    if count == 2 and _TOWN in whole:
        poor = whole.partition(_TOWN)[2].startswith(_POOR)
        return [whole.replace(_TOWN, part, 1) for part in ("城市" if poor else "城镇", "农村")]
    if count == 2 and whole.endswith(_MADE_AND_SOLD):
        thing = whole.removesuffix("量").removesuffix("产销")
        return [thing + "产量", thing + "销量"]
    if count == 3 and _SECTORS in whole:
        return [whole.replace(_SECTORS, f"第{number}产业", 1) for number in "一二三"]
    return []
