"""From a text to its claims: the stages in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from jinan_metrics import context, folding, patterns, roles, rules, tables
from jinan_metrics.about import declared
from jinan_metrics.confidence import confidence
from jinan_metrics.dating import Calendar, Period
from jinan_metrics.grouping import groups
from jinan_metrics.model import SHORTEST_PASSAGE, Claim, Document, identity, identity_in, new_claim, passage
from jinan_metrics.naming import Name, Namer
from jinan_metrics.plans import Plans
from jinan_metrics.quantity import Quantity
from jinan_metrics.recognise import beginnings, quantities
from jinan_metrics.rules.not_claims import excluded
from jinan_metrics.segment import Clauses, Outline, sentences
from jinan_metrics.side_by_side import join_limits, share_units
from jinan_metrics.state import Meaning, Spot, Watch
from jinan_metrics.wrapping import Unwrapped


def extract(text: str, *, doc: str = "-", year: int | None = None, place: str | None = None) -> list[Claim]:
    """All quantitative claims of ``text`` in reading order, repeats included (see ``Claim.repeat_of``).

    ``year`` is the year that the text covers and ``place`` the place it is about, where they are known; else its
    own title, dateline or opening may tell.
    """
    return claims_of(declared(Document(name=doc, text=text), year=year, place=place))


def claims_of(document: Document, watch: Watch | None = None) -> list[Claim]:
    """All quantitative claims of a document whose years and place are known as well as they can be.

    ``watch`` is told of every quantity and of what each was understood as, in reading order; offsets are those of the
    text without its soft line breaks.
    """
    lines = Unwrapped(document.text)
    if not lines.joined:
        return _claims(document, watch)
    return _put_back(document.text, lines, _claims(replace(document, text=lines.text), watch))


def _put_back(text: str, lines: Unwrapped, claims: list[Claim]) -> list[Claim]:
    """Claims of a text without its soft line breaks as those of the text with them."""
    known: dict[str, str] = {}
    moved: list[Claim] = []
    for claim in claims:
        start, end = lines.start(claim.start), lines.end(claim.end)
        size = len(claim.sentence)
        begin = lines.text.find(claim.sentence, max(0, claim.end - size), claim.start + size)
        sentence = text[lines.start(begin) : lines.end(begin + size)] if begin >= 0 else claim.sentence
        own = known[claim.id] = identity(sentence, start, end, claim.metric)
        repeated = None if claim.repeat_of is None else known.get(claim.repeat_of)
        moved.append(
            replace(
                claim,
                id=own,
                start=start,
                end=end,
                text=text[start:end],
                sentence=sentence,
                repeat_of=repeated,
            )
        )
    return moved


def _claims(document: Document, watch: Watch | None) -> list[Claim]:
    text = document.text
    folded = folding.fold(text)
    outline = Outline(folded, text)
    first: dict[tuple[str, int, str], str] = {}
    in_cells: list[Claim] = []
    grids = tables.found(text, folded)
    if grids:
        in_cells, folded = tables.claims_of(document, folded, grids, outline, first)
    masked = folding.mask(folded)
    spoken = document.year if document.spoken is None else document.spoken
    calendar = Calendar(masked, folded, document.year, spoken)
    namer = Namer(text, masked)
    plans = Plans(masked, folded, spoken)
    claims: list[Claim] = []
    begins = beginnings(masked)
    for sentence in sentences(masked, begins):
        candidates = list(quantities(masked, sentence.start, sentence.end, begins))
        if not candidates:
            continue
        share_units(masked, candidates)
        candidates = join_limits(masked, candidates)
        if watch is not None:
            watch.seen(masked, sentence.start, sentence.end, candidates)
        found = [quantity for quantity in candidates if excluded(masked, quantity) is None]
        if not found:
            continue
        section = outline.path(sentence.start)
        path = " / ".join(section)
        headings = outline.spans(sentence.start)
        calendar.begin_sentence(sentence.start, sentence.end, headings)
        planned = plans.holds(sentence.start, sentence.end, headings)
        namer.begin_sentence(sentence.start)
        clauses = Clauses(masked, sentence)
        told = _understood(masked, clauses, found, section)
        previous: tuple[Spot, Meaning] | None = None
        words = text[sentence.start : sentence.end]
        opened = passage(words)
        for group in groups(masked, told):
            named = namer.names(group)
            for (spot, meaning), names in zip(group, named, strict=True):
                spot.planned = planned
                meaning.role = roles.role(spot, spoken)
                period = calendar.period(spot.quantity.start, meaning.role)
                if meaning.role == "actual" and calendar.ahead(period) and not roles.told_as_done(spot):
                    meaning.role = "target"
                if (
                    meaning.role == "actual"
                    and previous is not None
                    and roles.goes_on(spot, meaning, *previous)
                ):
                    meaning.role = "target"
                if meaning.role != "baseline":
                    previous = (spot, meaning)
                if watch is not None:
                    watch.understood(spot, meaning, period)
                claims += [
                    _claim(document, spot, meaning, name, path, period, words, opened, first)
                    for name in names
                ]
                namer.claimed(spot.quantity.end)
    return sorted(claims + in_cells, key=lambda claim: claim.start) if in_cells else claims


def _understood(
    masked: str, clauses: Clauses, found: list[Quantity], section: tuple[str, ...]
) -> list[tuple[Spot, Meaning]]:
    """The quantities of a sentence that are claims, each with the words around it."""
    told: list[tuple[Spot, Meaning]] = []
    previous_end = clauses.start
    for index, quantity in enumerate(found):
        following = found[index + 1].start if index + 1 < len(found) else clauses.end
        spot = _spot(masked, clauses, quantity, previous_end, following, section)
        begun = (quantity.start, quantity.end)
        if (
            quantity.kind == "count"
            and following - quantity.end <= _QUALIFIED_WITHIN
            and following < clauses.end
        ):
            spot.after = _qualified(masked, found, index, spot)
        if told and told[-1][1].kind == "rank":
            between = masked[told[-1][0].quantity.end : quantity.number_start - 1]
            spot.in_list_of_ranks = between in ("、", "和", "及", "，")
        meaning = _signed(masked, rules.meaning(spot), spot)
        if (
            meaning is None
            and told
            and (told[-1][1].kind == "duration" or (told[-1][1].kind == "ratio" and not quantity.chinese))
            and told[-1][0].quantity.unit == quantity.unit
        ):
            beside = masked[told[-1][0].quantity.end : quantity.start].strip() in _SERIES
            meaning = replace(told[-1][1], value=quantity.value, bound=quantity.bound) if beside else None
        left = bool(told) and told[-1][0].before.from_level
        if meaning is None or (meaning.kind == "rate" and (left or not spot.noun)) or quantity.unit == "个":
            meaning = _level_reached(masked, spot, told) or meaning
        if meaning is None:
            continue
        if (quantity.start, quantity.end) != begun:  # a rule took words before the number into the expression
            spot.before = context.before(masked, spot.clause_start, quantity.start, quantity.end)
        if meaning.kind == "rank":
            _rank_context(masked, spot, told)
        _follow_series(masked, spot, meaning, told)
        told.append((spot, meaning))
        previous_end = quantity.end
        if meaning.kind in ("count", "rate", "money", "measure") and spot.noun_follows:
            previous_end = spot.after.noun[1]
    return told


def _signed(masked: str, meaning: Meaning | None, spot: Spot) -> Meaning | None:
    """产量18万吨(+2.5%), 建材(-7.5%), 同比+5.2%: a share with a sign in brackets, or of growth, is a difference."""
    quantity = spot.quantity
    if meaning is None or meaning.rule != "rate.level":
        return meaning
    plus = masked[quantity.start - 1] == "+"
    if not spot.in_brackets and not (plus and masked.endswith(_GREW, 0, quantity.start - 1)):
        return meaning
    if not plus and quantity.value >= 0:
        return meaning
    quantity.start -= plus
    return replace(meaning, kind="change", value=abs(meaning.value), direction="up" if plus else "down")


_GREW = ("同比", "环比", "增长", "增速", "增幅", "涨幅")
# 3台容量为8万千瓦的机组, 5名18岁以下的学生: a quantity that qualifies the noun
_QUALIFIES = patterns.compile(
    r"(?:[\u4e00-\u9fff](?<![于比])){0,5}(?:为|达|共|量|额|值|重|度|容|积|投资|规模|年龄|产能)|"
)
_LEVEL_OF = ("的", "级的", "级")


def _qualified(masked: str, found: list[Quantity], index: int, spot: Spot) -> context.After:
    """What comes after a count, behind the quantity that qualifies it where there is one."""
    quantity, other = found[index], found[index + 1]
    first = other.start
    while index + 2 < len(found) and found[index + 2].unit == other.unit != "":
        if masked[other.end : found[index + 2].start] not in ("和", "、", "及"):
            break
        index, other = index + 1, found[index + 2]  # 22个750千伏和330千伏电网工程
    level = ""
    if masked[other.end : other.end + 1] in ("的", "级"):
        level = next(word for word in _LEVEL_OF if masked.startswith(word, other.end))
    beside = not level and first == quantity.end
    whole = beside and other.kind == "measure" and other.dimension != "area"  # 1座35千伏变电站
    aged = beside and (other.unit in ("岁", "周岁") or other.dimension == "area")  # 6名17岁及以下未成年人
    if (
        not (level or whole or aged)
        or not other.unit
        or other.kind == quantity.kind
        or first > spot.whole_end
        or _QUALIFIES.fullmatch(masked, quantity.end, first) is None
        or masked.startswith("的", quantity.end)
    ):
        return spot.after
    further = found[index + 2].start if index + 2 < len(found) else spot.whole_end
    behind = context.after(masked, other.end + len(level), min(further, spot.whole_end))
    if behind.noun[1] - behind.noun[0] < 2:
        return spot.after
    return context.After((first, behind.noun[1]), behind.happening, False) if whole else behind


def _rank_context(masked: str, spot: Spot, told: list[tuple[Spot, Meaning]]) -> None:
    """A rank's subject may stand before the field it is ranked in, counted (在全国49个城市中) or not."""
    start = spot.clause_start
    if told and start > spot.whole_start and not spot.in_brackets:
        lead = masked[start : spot.quantity.start].lstrip()
        counted = told[-1][1].kind == "count" and told[-1][0].noun_follows
        if lead.startswith(("中", "里", "的", "城市", "个", "省", "县")) or (not lead and counted):
            start = spot.whole_start
    found = context.before_rank(masked, start, spot.quantity.start)
    if found is not None:
        spot.before = found


# By whom, for whom, to whom: what is done follows the number and its noun (由3名县领导包案).
_AGENTS = "由对给为向"
# 督促27个部门整改: so is what they are made to do.
_CAUSING = ("督促", "组织", "指导", "推动", "责成", "引导", "协调", "发动", "动员", "会同", "联合", "责令")
_QUALIFIED_WITHIN = 12
_CAUSING_ENDS = frozenset((*_AGENTS, *(word[-1] for word in _CAUSING)))
_REACHED = patterns.compile(r"[，]?[^，。;\d]{0,6}(?:到|至|为|成)了?(?:[^，。;的\d到至]{2,6}的)?[ ]?$")


def _level_reached(masked: str, spot: Spot, told: list[tuple[Spot, Meaning]]) -> Meaning | None:
    """指数从1.83降到1.62: a bare number is what the one before it says, when that is the old value.

    What is said of an extent of growth holds for the new one (增长幅度由58.6%回落到27.8%), and a second length of time
    in a row is a streak as the first (连续21年、37年).
    """
    if not told:
        return None
    old, said = told[-1]
    if said.rule == "duration.streak" and spot.quantity.unit == old.quantity.unit:
        between = masked[old.quantity.end : spot.quantity.start].strip()
        return replace(said, value=spot.quantity.value) if between in _SERIES else None
    if not old.before.from_level:
        return None
    if spot.quantity.unit == "个" != old.quantity.unit:  # 由20个工作日压缩到6个
        short = masked.startswith("个", old.quantity.number_end) and not spot.noun_follows
        reached = short and _REACHED.search(masked, old.quantity.end, spot.quantity.start)
        return replace(said, value=spot.quantity.value, bound=spot.quantity.bound) if reached else None
    if spot.quantity.unit != old.quantity.unit or spot.quantity.chinese:
        return None
    if said.rule != "change.rate-of-growth" and (old.quantity.unit or said.kind not in ("score", "ratio")):
        return None
    if _REACHED.fullmatch(masked, old.quantity.end, spot.quantity.start) is None:
        return None
    value, direction = spot.quantity.value, said.direction
    if said.kind == "change" and (value < 0) != (old.quantity.value < 0):  # 由-2.3%转为4.5%
        direction = "up" if direction == "down" else "down"
    return replace(
        said,
        value=abs(value) if said.kind == "change" else value,
        value_max=spot.quantity.value_max,
        bound=spot.quantity.bound,
        direction=direction,
    )


# 甲国增长6倍，乙国超5倍，丙国达3倍
_REACHES = patterns.compile(r"，[^，。;:\d是为]{1,10}(?:超|达到?|近|约)?$")
_STRIVES = patterns.compile(r"，?(?:并|且)?(?:力争|争取|确保)(?:实现|达到|突破)?")  # 增长5.5%以上，力争实现6%
_AMOUNTS = ("count.unit", "money.unit", "measure.unit", "rate.level")
_URGING = ("力争", "争取", "确保")
_SERIES = ("、", "和", "及", "与", "以及", "或")


def _follow_series(masked: str, spot: Spot, meaning: Meaning, told: list[tuple[Spot, Meaning]]) -> None:
    """增长8％、7.2％: what the verb says of the first number it says of the second."""
    if not told:
        return
    last_spot, last = told[-1]
    if (
        meaning.rule == "count.bare-scaled"
        and last.kind == "money"
        and not spot.noun
        and not spot.noun_follows
    ):
        meaning.kind = "money"  # 利润总额14230.8亿元，首次突破1.4万亿
    if spot.quantity.form == "part" and masked[spot.quantity.start - 1] == ":":
        spot.before.from_level = last_spot.before.from_level
    between = masked[last_spot.quantity.end : spot.quantity.start].strip()
    if (
        last.kind == "change"
        and last.unit == "倍"
        and meaning.rule == "ratio.times"
        and _REACHES.match(between)
    ):
        meaning.kind, meaning.direction, meaning.rule = "change", last.direction, last.rule
    if last.kind == "change" and meaning.rule == "rate.level" and _STRIVES.fullmatch(between):
        meaning.kind, meaning.direction, meaning.rule = last.kind, last.direction, last.rule
    if between not in _SERIES and not (between[-2:] in _URGING and between[:-2] in _SERIES):
        return
    if last_spot.before.from_level and spot.before.start == spot.before.end:
        spot.before.from_level = True  # 由前三年分别上升4.9%、5.5%
    if (
        last.unit == meaning.unit
        and last.kind != meaning.kind
        and last.kind in ("change", "score", "ratio", "rate")
    ):
        meaning.kind, meaning.direction, meaning.rule, meaning.basis = (
            last.kind,
            last.direction,
            last.rule,
            last.basis,
        )
    growth = last.kind == "change" and (
        (last.unit == "倍" and meaning.rule == "rate.level")  # 增长3.8倍、80.2%
        or (last.unit in ("%", "‰") and meaning.rule == "ratio.times")  # 增长20%、1.5倍
        # 分别比上年少3件、2人; 同比增加185件、1900万元
        or (meaning.rule in _AMOUNTS and last_spot.before.has("respectively", "yoy"))
        or (meaning.rule in _AMOUNTS and last_spot.before.basis is not None)
    )
    if growth:
        meaning.kind, meaning.direction, meaning.rule = last.kind, last.direction, last.rule
    if meaning.kind == "change" and (spot.quantity.value < 0 or last_spot.quantity.value < 0):
        meaning.value = abs(meaning.value)  # 增速依次为-9.1%、-4.5%和2.6%
        meaning.direction = "down" if spot.quantity.value < 0 else "up"
    if (
        meaning.kind == last.kind
        and meaning.bound == "exact"
        and last.bound != "exact"
        and last_spot.quantity.end == last_spot.quantity.unit_end
    ):
        meaning.bound = last.bound


_APART = frozenset(" \n)")
_BELONGS = patterns.compile(
    r"的[\u4e00-\u9fff]{1,8}?(?:达到?|增至|增加到|共有?|已?有|由|从)[ ]?(?=[\d近约超])"
)


def _spot(
    masked: str,
    clauses: Clauses,
    quantity: Quantity,
    previous_end: int,
    following: int,
    section: tuple[str, ...],
) -> Spot:
    start, end = whole_start, whole_end = clauses.around(quantity.start, quantity.end)
    bracket = clauses.bracket_around(quantity.start)
    in_brackets = bracket >= 0
    if in_brackets:
        start = max(start, bracket + 1)
        closing = masked.find(")", quantity.end, end)
        end = closing if closing >= 0 else end
    elif clauses.bracketed:
        closing = masked.rfind(")", start, quantity.start)
        if closing >= 0 and previous_end <= closing and previous_end > start:
            start = closing + 1
    held = previous_end > start and _BELONGS.match(masked, previous_end, quantity.number_start) is not None
    start = start if held else max(start, previous_end)  # 收入过百亿元的企业达到5家
    limit = min(end, following)
    spaced = masked[quantity.end : quantity.end + 1] == " "
    if spaced and quantity.unit and start < quantity.start and masked[quantity.start - 1] not in _APART:
        limit = quantity.end  # 减税35亿元 通关时间缩短: parts of a headline
    return Spot(
        masked, quantity, start, end, whole_start, whole_end, clauses.start, clauses.end,
        context.before(masked, start, quantity.start, quantity.end), context.after(masked, quantity.end, limit, crowded=limit == following < end or (masked[quantity.number_start - 1] in _CAUSING_ENDS and (masked[quantity.number_start - 1] in _AGENTS or masked[quantity.number_start - 2 : quantity.number_start] in _CAUSING))), in_brackets, section,
    )  # fmt: skip


def _words(text: str, span: tuple[int, int]) -> str:
    return text[slice(*span)]


def _claim(
    document: Document, spot: Spot, meaning: Meaning, name: Name, path: str, period: Period, words: str, opened: Any,
    first: dict[tuple[str, int, str], str],
) -> Claim:  # fmt: skip
    """The record, in the sentence ``words``, whose hash is ``opened``.

    ``first`` is the id of every claim told so far, by its sentence, its place in it and its metric.
    """
    quantity, text = spot.quantity, document.text
    at = quantity.start - spot.sentence_start
    own = identity_in(opened, quantity.start, quantity.end, name.metric)
    earlier = first.setdefault((words, at, name.metric), own)
    repeated = earlier != own and len(words) >= SHORTEST_PASSAGE
    expression = text[quantity.start : quantity.end]
    sure = confidence(
        name.metric, meaning.rule, name.rule, meaning.role, meaning.unit, expression, words, at
    )  # fmt: skip
    return new_claim(
        own, document.name, document.year, period.year, _words(text, period.words) if period.words else "", document.place, path, name.metric,
        name.action, meaning.kind, meaning.value, meaning.value_max, meaning.unit, meaning.bound, meaning.role, meaning.direction,
        _words(text, meaning.basis) if meaning.basis else "", _words(text, meaning.scope) if meaning.scope else "", expression, quantity.start,
        quantity.end, words, earlier if repeated else None, meaning.rule, sure, name.rule,
    )  # fmt: skip
