"""Names for the claims of one sentence after another, those that share their words together."""

from __future__ import annotations

from jinan_metrics import earlier, patterns
from jinan_metrics.coordination import complete, divisions, ends_as_quantity
from jinan_metrics.naming.both import told_apart
from jinan_metrics.naming.listed import DOINGS
from jinan_metrics.naming.name import Name
from jinan_metrics.naming.owners import BARE, FIELD_ENDS, with_owner
from jinan_metrics.naming.single import SingleNames
from jinan_metrics.objects import shared_doing, verb_before, without_verb
from jinan_metrics.state import Meaning, Spot, Told

_IN_TURN = patterns.compile(r"分别|各(?![类级项种界地])|依次")

_THE_LAST = patterns.compile(r"(?:后|上述|这|前|以上)[两二三四五2-5][项者个类]")
# 在14个市州中排第5位, 列44个单位第8位: among how many says nothing of what is ranked
_FIELD_BEHIND = patterns.compile(
    r"\x02{0,9}(?:之?[中内里]|当中|的)?(?:已?连[续着]第?[\d一二两三四五六七八九十]{1,3}个?[年月季届次]度?)?(?:仅?次于[^，。;]{1,10}，)?(?:位列|位居|排名?|[排居列位]在|居|列|由)?(?:首(?![位次个家])|第[ ]?[一二三四五六七八九十\d]|首位|榜首)|前[一二三四五六七八九十\d]"
)
_SHORT_HEAD = 5
_SHORT_RATE = 6
_LIST_AHEAD = patterns.compile(r"(?:是|为|有|包括|依次为|分别为|:)(?P<list>[^，。;:\d]{2,60})$")
# 城乡建设、人力社保、公安交管三类最为集中，分别占…
_LIST_THAT_LEADS = patterns.compile(
    r"(?:^|[，。;:])(?P<list>[^，。;:\d]{4,60}?)(?:等)?(?:[二两三四五六七八九十]|\d{1,2})[类项个种大][^，。;:、]{0,6}(?:最|较|居|位|排|相对|靠前|突出|领先)[^，。;:\d]{0,8}$"
)
# 物业维修、施工许可类次之，分别为…
_LIST_NEXT = patterns.compile(r"(?:^|[，。;:])(?P<list>[^，。;:\d]{4,60})(?:次之|居次|紧随其后)$")
_TOTAL_HEADS = frozenset(("总数", "总量", "存量", "累计数"))
_NEW = patterns.compile(r"^(?:新增|新建|新认定|新培育|净增)")
# Kinds that are seldom told of several subjects at once.
_SAID_OF_ONE = frozenset(("count", "money", "measure", "change", "score", "ratio", "duration"))
_GROWTH_UNITS = frozenset(("%", "倍", "百分点"))
_STAYED = patterns.compile(r"(?:、|和|及)?持平")
_EACH_DONE = patterns.compile(r"(?P<list>.+)各(?![类级项种界地个])(?P<done>[\u4e00-\u9fff]{2,4})")
_TOLD_IN_TURN = patterns.compile(r"(?:分别|依次)[是为][^，。;:\d]{4,60}，$")
_GOVERNING = ("辖", "下辖", "管辖")
_TOPIC_WITHIN, _TOPIC_NEEDS = 24, 4
_TOPIC_BEFORE = patterns.compile(
    r"(?<=[。\n])(?P<topic>[\u4e00-\u9fff]{2,10}?)(?:持续|不断|稳步|加快|显著|明显|快速|蓬勃|进一步|日益|更加)[\u4e00-\u9fff]{2,8}。$"
)
_ONE_FOR_EACH = (("各", "respectively"),)
_AND_OTHERS = patterns.compile(r"等(?=[\u4e00-\u9fff]{2,4}$)")
_SHORT_MEMBER = 6
# Who is received is no part of what is spent: 接待游客、旅游总花费分别增长…
_OF_GUESTS = ("接待", "发送", "运送", "吸引", "招收")
_STEPS = ("台阶", "关口", "大关", "门槛")
_AIMS = ("年度任务", "全年任务", "计划", "目标", "预算", "目标任务")
_STEPS_END, _AIMS_END = (frozenset(word[-1] for word in words) for words in (_STEPS, _AIMS))
_FIELD_BEGINS = frozenset("\x02前首榜之中内里当位排居列由第的连已仅次")
_FIELD_AHEAD = patterns.compile(r"(?:在|[位名]?列|位?居|排名?)?(?:全国|全省|全市|全球|世界|主要)*$")
_TIMES_OF = patterns.compile(r"(?:是|为|相当于)[^，。;]{1,16}$")
_RATES = ("率", "占比", "比重", "比例")


class Namer(SingleNames):
    """Remembers from claim to claim what elided names refer to."""

    # The names of the claims told in the clause before, and where that clause ends: 均居全国第一 is said of them all.
    _row: list[str]
    _row_end = -1
    # The clause in which several quantities go on in a row, and what they are.
    _gone_on: tuple[int, list[str]] = (-1, [])
    # The clause and the unit of an old value just told.
    _left: tuple[int, str] | None = None

    def begin_sentence(self, start: int) -> None:
        """Forget lists; the last subject stays for a sentence that begins with a level or a movement.

        Right behind the heading of a paragraph the subject is what that tells of.
        """
        subject = self.told.subject
        if start and self._masked[start - 1] == "。":
            begin, end = earlier.headed(self._masked, start, self._claimed_until)
            subject = self.slice(begin, end) if end else subject
            topic = None
            if self._claimed_until < start - _TOPIC_NEEDS:
                topic = _TOPIC_BEFORE.search(self._masked, max(0, start - _TOPIC_WITHIN), start)
            if topic is not None and self._claimed_until < topic.start():
                subject = self.slice(*topic.span("topic"))  # 经营主体持续壮大。总量接近800万户
        self.told = Told(subject=subject, action="")
        self._row = []
        self._left = None
        self._slices.clear()

    def names(self, group: list[tuple[Spot, Meaning]]) -> list[list[Name]]:
        """For each member of a group its names: one, or one for each subject that shares the number."""
        first, sense = group[0]
        plain = (
            len(group) == 1
            and sense.kind in _SAID_OF_ONE
            and sense.rule not in ("change.doubled", "duration.streak")
            and not first.before.has("each")
            and "各" not in self._masked[first.before.start : first.before.end]
            and self._masked[first.quantity.start] != "突"
            and first.before.words[:1] != _ONE_FOR_EACH
        )
        shared = None if plain else self._shared(group)
        if shared is not None:
            return shared
        named_group: list[list[Name]] = []
        for index, (spot, meaning) in enumerate(group):
            reached = self._left == (spot.whole_end, meaning.unit) and not spot.before.from_level
            if reached and self.told.names:  # 由15间扩建到25间: the new value of what had the old one
                name = Name(self.told.names[-1], self.told.action, "name.series")
            else:
                name = self.one(spot, meaning)
            self._left = (spot.whole_end, meaning.unit) if spot.before.from_level else None
            if (
                index
                and spot.before.start == spot.before.end
                and name.rule == "name.subject"
                and not self._has_noun_after(spot)
            ):
                name = Name(named_group[0][0].metric, named_group[0][0].action, "name.series")
            named_group.append([name])
            self._remember([name], spot)
        return named_group

    def _shared(self, group: list[tuple[Spot, Meaning]]) -> list[list[Name]] | None:
        """The names where several subjects share the number or the numbers are told of several in turn."""
        first, sense = group[0]
        alone = len(group) == 1
        passed = sense.kind in ("money", "measure") and self._masked[first.quantity.start] == "突"
        subject_start, subject_end = first.before.start, first.before.end
        shares = first.before.has("each")
        of_each = alone and sense.kind == "count" and first.before.words[:1] == _ONE_FOR_EACH
        if of_each and len(self._split(subject_start, subject_end)) > 1:
            named = [Name(part, "", "name.each") for part in self._parts(subject_start, subject_end)]
            self._remember(named, first)
            return [named]
        placed = alone and sense.kind == "rank" and first.before.has("respectively")
        if placed and len(self._split(subject_start, subject_end)) > 1:  # 甲、乙分列前三
            named = [Name(part, "", "name.each") for part in self._parts(subject_start, subject_end)]
            self._remember(named, first)
            return [named]
        each = None
        if alone and sense.kind == "count" and "各" in self._masked[subject_start:subject_end]:
            each = _EACH_DONE.fullmatch(self._masked, subject_start, subject_end)
        if each is not None and len(self._split(*each.span("list"))) > 1:
            done = each.group("done")  # 行政处罚、行政许可案件各抽查100件
            named = [Name(part + done, "", "name.each") for part in self._parts(*each.span("list"))]
            self._remember(named, first)
            return [named]
        if not alone:
            shared = self._distributed(group)
            if shared is not None:
                self.told.names.extend(name.metric for names in shared for name in names)
                self.told.group = [name.metric for names in shared for name in names]
                self.told.subject = "、".join(dict.fromkeys(self.told.group))
                return shared
        elif shares and subject_end == subject_start and sense.kind in ("rank", "change", "rate"):
            moving = earlier.moving_subjects(self._masked, first, self._claimed_until)
            if len(self._split(*moving)) > 1:  # 黄瓜、西红柿逆势上涨，涨幅均为6.5%
                return [[Name(part, "", "name.each") for part in self._parts(*moving)]]
            row = (
                self._row
                if len(self._row) > 2 and self._row_end >= first.whole_start - 2
                else self.told.names
            )
            known = list(dict.fromkeys(row))[-max(2, len(self._row)) :]
            if len(known) >= 2 and not first.in_brackets:
                return [[Name(name, "", "name.each") for name in known]]
        elif sense.rule == "change.doubled" and len(self._split(subject_start, subject_end)) > 1:
            named = [Name(part, "", "name.each") for part in self._parts(subject_start, subject_end)]
            self._remember(named, first)
            return [named]
        elif sense.rule == "duration.streak" and self._both_measured(subject_start, subject_end):
            parts = self._parts(subject_start, subject_end)
            tail = self._streak(first, "").metric.removeprefix(self.told.subject)
            named = [Name(part + tail, "", "name.streak") for part in parts]
            self.told.group, self._gone_on = parts, (first.whole_end, parts)
            self.told.subject = "、".join(parts)
            return [named]
        elif sense.kind == "rank" and subject_end == subject_start and self._gone_on[0] == first.whole_end:
            return [[Name(part, "", "name.each") for part in self._gone_on[1]]]
        elif shares and self._masked.endswith("产销量", subject_start, subject_end):
            whole = self.slice(subject_start, subject_end)[:-3]
            named = [Name(whole + part, "", "name.each") for part in ("产量", "销量")]
            self.told.group = [name.metric for name in named]
            self._remember(named, first)
            return [named]
        elif shares and self._row_owns(first, sense):
            whole = self.slice(subject_start, subject_end)
            named = [Name(without_verb(owner) + whole, "", "name.each") for owner in self._row]
            self._remember(named, first)
            return [named]
        elif shares or (subject_end > subject_start and (sense.kind in ("rate", "rank") or passed)):
            ranked = False
            pieces = self._split(subject_start, subject_end)
            parts = complete(pieces)
            rates = all(piece.endswith(("率", "占比", "比重")) for piece in pieces)
            if passed and "等" in self._masked[subject_start:subject_end]:
                passed = False
            if passed:  # 甲、乙、丙市经济总量突破2000亿元: no sum passes a mark
                passed = len(parts) > 2 and ends_as_quantity(parts[-1]) and max(map(len, pieces[:-1])) <= 4
            if sense.kind == "rank":  # 稻谷、油菜等产量居全国第1位; three that are 前三 are so together
                ranked = (
                    sense.bound == "exact"
                    and ends_as_quantity(parts[-1])
                    and max(map(len, pieces[:-1]), default=0) <= _SHORT_MEMBER
                    and not any(piece.endswith(DOINGS) for piece in pieces[:-1])
                )
                parts = [_AND_OTHERS.sub("", part) for part in parts]
            if len(parts) > 1 and (rates or passed or ranked or shares):
                named = [Name(part, "", "name.each") for part in parts]
                self._remember(named, first)
                return [named]
        return None

    def _both_measured(self, start: int, end: int) -> bool:
        """户数和规模连续4年居首位: whether a streak is told of each of several quantities."""
        pieces = self._split(start, end)
        return len(pieces) > 1 and all(map(ends_as_quantity, pieces))

    def _row_owns(self, spot: Spot, meaning: Meaning) -> bool:
        """建议246件、提案392件，满意率均为98%: whether a rate is told of each of the counts just before."""
        head = self._masked[spot.before.start : spot.before.end]
        return (
            meaning.kind == "rate"
            and head.endswith(_RATES)
            and len(head) <= _SHORT_HEAD
            and self._row_end == spot.whole_start - 1
            and len(set(self._row)) == len(self._row) > 1
            and not any(name.endswith(_RATES) for name in self._row)
        )

    def _has_noun_after(self, spot: Spot) -> bool:
        return spot.after.noun[1] > spot.after.noun[0]

    def _remember(self, names: list[Name], spot: Spot) -> None:
        self.told.names += [name.metric for name in names]
        subject_behind, self._subject_behind = self._subject_behind, ""
        if spot.whole_end != self._row_end:
            self._row, self._row_end = [], spot.whole_end
        self._row += [name.metric for name in names]
        if spot.in_brackets:
            return
        metric = names[0].metric if names else ""
        if metric[-1:] in _STEPS_END and metric.endswith(_STEPS):
            return  # 迈上4个万亿元台阶
        behind = spot.after.noun[1]
        next_to_it = self._masked[behind : behind + 1]
        among = next_to_it in _FIELD_BEGINS and (next_to_it != "前" or metric.endswith(FIELD_ENDS))
        if among and _FIELD_BEHIND.match(self._masked, behind):
            ranked = _FIELD_AHEAD.sub("", self.slice(spot.before.start, spot.before.end))
            if len(ranked) > 2 and ranked not in BARE:
                self.told.subject = ranked
            return
        if names and names[0].rule == "name.streak" and self.told.subject:
            return
        if names and (names[0].action or self.told.action) in _GOVERNING:
            return  # 全镇辖12个村，面积86平方公里: it goes on about the town
        if metric[-1:] in _AIMS_END and metric.endswith(_AIMS) and self.told.subject:
            return  # 为年度计划的104%，同比增长26%
        if "拉动" in metric and self.told.subject:
            return  # what it pulls is not what is told of
        if metric:
            self.told.subject = subject_behind or metric
        if len(names) > 1:
            self.told.group = [name.metric for name in names]
            self.told.subject = "、".join(name.metric for name in names)

    def _distributed(self, group: list[tuple[Spot, Meaning]]) -> list[list[Name]] | None:
        """A、B分别达X和Y: the subjects take the numbers in turn."""
        spot, _ = group[0]
        count = len(group)
        start, end = spot.before.start, spot.before.end
        in_turn = spot.before.has("respectively")
        last = group[-1][0]
        counted = (
            "" if last.before.from_level else self.slice(*last.after.noun)
        )  # 甲市、乙市分别有65家和56家企业
        the_last = _THE_LAST.fullmatch(self._masked, start, end) if in_turn else None
        if the_last is not None:
            end = start  # 后两项分别下降6.3%、4.8%
        if group[0][1].rule == "ratio.times" and _TIMES_OF.search(self._masked, start, end):
            if self._masked.startswith("分别", start):
                spot.before.words += (("分别", "respectively"),)
            end = spot.before.end = start  # 分别为全市平均水平的1.6倍、1.5倍
            in_turn = spot.before.has("respectively")
        if end > start:
            suffix = ""
            verb, at = verb_before(self._masked, start, end)
            if verb and not spot.before.has("respectively"):
                start = at
            middle = _IN_TURN.search(self._masked, start, end)
            if middle is not None:
                suffix = self.slice(middle.end(), end)
                end = middle.start()
            pieces = self._split(start, end, count)
            if len(pieces) == count + 1 and _STAYED.match(self._masked, group[-1][0].quantity.end):
                pieces = complete(pieces)[:count]  # 大米、面粉、食用油价格分别上涨1.2%、0.8%和持平
            if counted and len(pieces) == count:
                return [[Name(name + counted, "", "name.in-turn")] for name in pieces]
            if len(pieces) == count:
                kinds = {meaning.kind for _, meaning in group if meaning.kind != "change"}
                apart = len(kinds) > 1  # 游客和旅游收入分别达120万人次和8.5亿元
                if verb and pieces and spot.before.has("respectively"):
                    apart = apart or pieces[0].startswith(_OF_GUESTS)
                    pieces[0] = without_verb(pieces[0], only_doing=True).removeprefix("的")
                if not suffix:
                    *_, ending = divisions(self._masked, start, end, count)
                    doing = shared_doing(self._masked, *ending)
                    if doing is not None:
                        suffix = self.slice(doing, ending[1])
                if self.told.subject and all(piece in BARE for piece in pieces):
                    owner = self.told.subject  # 生产总值3000亿元，总量和增速分别居第四位和第二位
                    return [[Name(with_owner(piece, owner, []), "", "name.in-turn")] for piece in pieces]
                return [
                    [Name(name + (suffix if not name.endswith(suffix) else ""), "", "name.in-turn")]
                    for name in (pieces if apart else complete(pieces))
                ]
            if spot.before.has("respectively") or middle is not None:
                whole = self.slice(start, end) + suffix
                if any(member.before.end > member.before.start for member, _ in group[1:]):
                    return None
                short = len(whole) <= _SHORT_HEAD and start == spot.before.start
                owners = self._owners(whole, count) or (self._listed_ahead(spot, count) if short else [])
                if owners:
                    owners = [without_verb(owner, only_doing=True) for owner in owners]
                    return [[Name(owner + whole, "", "name.in-turn")] for owner in owners]
                if (
                    whole in BARE
                    and self.told.names[-count:] == self.told.group
                    and len(self.told.group) == count
                ):
                    return [
                        [Name(with_owner(whole, name, []), "", "name.in-turn")] for name in self.told.group
                    ]
                row = self._row if whole in _TOTAL_HEADS and self._row_end >= spot.whole_start - 1 else []
                if len(set(row)) == len(row) == count:  # 国家级企业12家、省级86家，总数分别达到38家和320家
                    return [[Name(_NEW.sub("", owner) + whole, "", "name.in-turn")] for owner in row]
                if whole in BARE and self.told.subject and not owners:
                    whole = with_owner(whole, self.told.subject, []) or whole  # 季度检查4次，得分依次为…
                apart_names = told_apart(whole, count)
                if apart_names:
                    return [[Name(name, "", "name.in-turn")] for name in apart_names]
                return [[Name(whole, "", "name.in-turn-undivided")] for _ in group]
            if end - start <= _SHORT_HEAD and _TOLD_IN_TURN.search(
                self._masked, spot.sentence_start, spot.whole_start
            ):
                ahead = self._listed_ahead(spot, count)  # 居前的分别是甲、乙和丙，占比为21%、15%和9%
                if ahead:
                    return [[Name(owner + self.slice(start, end), "", "name.in-turn")] for owner in ahead]
            return None
        others = group if the_last is None else group[1:]
        if any(member.before.end > member.before.start for member, _ in others):
            return None
        if counted and not in_turn:
            return None
        pieces = []
        for told_first in (earlier.leading_subject, earlier.moving_subjects) if in_turn else ():
            fronted = told_first(self._masked, spot, self._claimed_until)
            if len(pieces) != count and fronted[1] > fronted[0]:
                pieces = complete(self._split(*fronted, count))
        if len(pieces) == count:
            return [[Name(name, "", "name.in-turn")] for name in pieces]
        ahead = self._listed_ahead(spot, count) if spot.before.has("respectively") else []
        if ahead:  # 增长较快的是甲、乙，分别增长8%和9%
            return [[Name(name + counted, "", "name.in-turn")] for name in ahead]
        if counted:
            return None
        of_shares = all(meaning.kind == "rate" for _, meaning in group)  # 甲、乙、丙居前三位，占18%、12%和9%
        in_turn = in_turn or (of_shares and spot.before.has("share"))
        listed = complete(self._divided(self.told.subject, count)) if in_turn else []
        if len(listed) == count:  # 甲局、乙局、丙局工单量居前三位，分别为…
            return [[Name(name, "", "name.in-turn")] for name in listed]
        if len(self.told.group) == count:
            known = self.told.group
        else:
            known = list(dict.fromkeys(self.told.names))[-count:]
        certain = spot.before.has("respectively") or known is self.told.group
        if len(known) == count and len(set(known)) == count and (certain or meaning_is_growth(group)):
            return [[Name(name, "", "name.in-turn")] for name in known]
        return None

    def _divided(self, name: str, count: int) -> list[str]:
        """The members of a list that was told of as one; none where it does not divide into as many."""
        if "、" not in name or len(self.told.group) == count:
            return []
        pieces = [name[slice(*span)] for span in divisions(name, 0, len(name), count)]
        return pieces if len(pieces) == count else []

    def _listed_ahead(self, spot: Spot, count: int) -> list[str]:
        """排名前三的是甲、乙和丙，案件数分别为…: the members of the list that the clause before ends in."""
        end = spot.whole_start - 1
        for ahead in (_LIST_AHEAD, _LIST_THAT_LEADS, _LIST_NEXT):
            listed = ahead.search(self._masked, spot.sentence_start, end) if end > 0 else None
            if listed is not None:
                spans = divisions(self._masked, *listed.span("list"), count)
                pieces = [self.slice(*span) for span in spans]
                if len(pieces) == count and all(pieces):
                    return pieces
        return []

    def _owners(self, head: str, count: int) -> list[str]:
        """议案12件、提案30件，满意率分别为98%和99%: the counts just told, where there are as many, own the rates."""
        if not head.endswith(_RATES):
            return []
        counted = [name for name in dict.fromkeys(self.told.names) if not name.endswith(_RATES)]
        if len(head) > _SHORT_RATE:  # 对经济增长的贡献率, of those just told in turn
            group = self.told.group
            if len(counted) == count and group and all(name.endswith(_RATES) for name in group):
                return counted  # 建议92件、提案118件，办复率均为100%，代表委员满意率分别为…
            return group if len(group) == count and self.told.names[-count:] == group else []
        counted = self.told.group if len(self.told.group) == count != len(counted) else counted
        return counted if len(counted) == count else []


def meaning_is_growth(group: list[tuple[Spot, Meaning]]) -> bool:
    """Whether a run of numbers tells the growth of as many things named before (…3.9万元，…1.8万元，增长5%和7%)."""
    if any(meaning.kind != "change" for _, meaning in group):
        return False
    units = [meaning.unit for _, meaning in group]
    return len(set(units)) == len(units) or set(units) <= _GROWTH_UNITS
