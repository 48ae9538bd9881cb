"""Names that certain words around the number give, wherever its noun stands."""

from __future__ import annotations

from collections.abc import Callable

from jinan_metrics import patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.naming.name import Name
from jinan_metrics.state import Meaning, Spot

# 42.5%，这是2021年服务业增加值占比: the name follows
_THIS_IS = patterns.compile(r"[，]?[ ]?(?:这|那)?是(?P<name>[^，。;!?\n]{2,40})")
# 将人均收入2300元作为新的扶贫标准: the figure is the standard
_MADE_INTO = patterns.compile(
    r"\x02{0,20}(?:作为|设为|定为|确定为)(?P<name>[^，。;!?\n\d]{2,20})(?=[，。;!?\n]|$)"
)
_MADE_BEGINS = frozenset("\x02作设定确")
_TAKING = patterns.compile("将|把|以")


def told_outright(
    masked: str, name_of: Callable[[int, int], str], spot: Spot, meaning: Meaning, noun: str
) -> Name | None:
    """A name that certain words around the number give; ``name_of`` makes the name of a span."""
    quantity = spot.quantity
    if meaning.rule == "duration.within" and (not noun or masked[quantity.start - 1] in "、后"):
        begin = min(spot.after.noun[0], spot.after.happening[0])  # 1小时内响应、24小时内办结
        return Name(name_of(begin, spot.after.happening[1]), "", "name.happening")
    if meaning.kind == "duration" and noun in ("经过", "历经", "历时", "过", "经", ""):
        begin = min(spot.after.noun[0], spot.after.happening[0])
        if spot.clause_end - begin >= 2 and not spot.before.words and meaning.rule != "duration.streak":
            return Name(name_of(begin, spot.clause_end), "", "name.happening")
    if (
        meaning.kind == "duration"
        and spot.after.with_de
        and masked.endswith("为期", 0, quantity.number_start)
    ):
        return Name(name_of(*spot.after.noun), "", "name.noun-after")
    made = None
    if masked[quantity.end : quantity.end + 1] in _MADE_BEGINS:
        made = _MADE_INTO.match(masked, quantity.end, spot.sentence_end)
    if made is not None and _TAKING.search(masked, spot.whole_start, quantity.start):
        return Name(name_of(*made.span("name")), "", "name.made-into")
    if not noun and spot.whole_start == spot.sentence_start and not spot.in_brackets:
        this_is = _THIS_IS.match(masked, quantity.end, spot.sentence_end)
        if this_is is not None and not masked[spot.whole_start : quantity.start].strip():
            begin = strip_leading(masked, *this_is.span("name"))
            return Name(name_of(begin, this_is.end("name")), "", "name.this-is")
    if meaning.rule == "count.labelled" and ":" in masked[spot.sentence_start : quantity.start]:
        at = masked.rfind(":", spot.sentence_start, quantity.start)
        return Name(name_of(spot.sentence_start, at), "", "name.label")
    if meaning.rule == "count.nth-time":
        begin = min(spot.after.noun[0], spot.after.happening[0])
        return Name(name_of(begin, max(spot.after.noun[1], spot.after.happening[1])), "", "name.happening")
    return None
