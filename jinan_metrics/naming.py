"""What is counted: a name for every claim, in the document's own characters."""

from __future__ import annotations

from dataclasses import dataclass

from jinan_metrics import earlier, lexicon, patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.coordination import complete, divisions, ends_as_quantity, tidy
from jinan_metrics.objects import KEEP, KEEP_AT, opens_with_verb, verb_before, without_verb
from jinan_metrics.state import Meaning, Spot, Told

_BARE = frozenset(lexicon.classes("heads")["bare"])
# Heads that come in pairs: 一般公共预算收入…, 支出… means 一般公共预算支出.
_PARALLEL = (("收入", "支出"), ("进口", "出口"), ("存款", "贷款"), ("存款余额", "贷款余额"))


# What goes on in a row and says nothing without its owner, and owners that say nothing (济南市连续6年…).
_STATES = ("同比", "环比", "保持", "稳定", "下降", "增长", "正增长", "达到", "超过", "突破")
_PLACES = ("市", "省", "县", "区", "我们")
# Where a thing is ranked, or what a figure in brackets is set beside, is not the thing: 全球第二, (全省平均88.3%).
_FIELDS = frozenset(
    (
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "全球",
        "世界",
        "国内",
        "全国平均",
        "全省平均",
        "全市平均",
        "上年",
        "上年同期",
        "去年",
        "去年同期",
    )
)
# 二者合计, 上述三类: they stand for what was named before
_PRONOUN = patterns.compile(
    r"(?:[二两三四\d]者|两项|三项|[这那]一[\u4e00-\u9fff]{2})(?:合计|相加|之和|总和)?"
)
# ，是“十二五”的1.8倍: what it is compared with is no name
_IS_SO_MANY = patterns.compile(r"[ ]*(?:是|为|约为|相当于|达到?)[^，。;]{1,16}的[ ]?$")
# 国家财政收入比上年增加…，总额首次突破万亿元: the total is that of the quantity named before
_TOTALS = ("总额", "金额", "总值", "合计", "总计", "规模", "数量")
_SHARES = ("率", "比重", "占比", "比例", "指数", "增速")
# 民营企业进出口…，其中出口: the exports are theirs
_BOTH_WAYS = patterns.compile(r"(.{0,20}?)进出口(?:总额|总值)?$")
# 参保人次均少付183元: the verb of the difference is no part of the name
_MORE_OR_LESS = patterns.compile(r"(?:同比|比[^，]{2,8})?(?:分别)?[多少][\u4e00-\u9fff]{1,2}$")
# 53.3%，这是2021年第三产业增加值占比: the name follows
_THIS_IS = patterns.compile(r"[，]?[ ]?(?:这|那)?是(?P<name>[^，。;!?\n]{2,40})")
# 将人均收入2300元作为新的扶贫标准: the figure is the standard
_MADE_INTO = patterns.compile(
    r"\x02{0,20}(?:作为|设为|定为|确定为)(?P<name>[^，。;!?\n\d]{2,20})(?=[，。;!?\n]|$)"
)
_TAKING = patterns.compile("将|把|以")
_PLACE_UNITS = ("镇", "乡", "村", "县", "区", "市", "省")
_RANKED_SO = patterns.compile(r"(?:稳居|位居|居|列|排|保持)[^，]{0,14}(?:首位|第|前列|榜首)")


_IN_TURN = patterns.compile(r"分别|各(?![类级项种界地])|依次")
_COMPARED_WITH = patterns.compile(r"(?:是|为|相当于|等于|达到?|约为)[^，、;]{1,24}$")


@dataclass(slots=True)
class Name:
    """A metric name, the verb that goes with it and the rule that found it."""

    metric: str
    action: str
    rule: str
    sure: float


class Namer:
    """Names for the claims of one sentence after another; remembers what elided claims refer to."""

    def __init__(self, text: str, masked: str) -> None:
        self._text = text
        self._masked = masked
        self.told = Told()
        self._slices: dict[tuple[int, int], str] = {}

    def begin_sentence(self) -> None:
        """Forget lists; the last subject stays for a sentence that begins with a level or a movement."""
        self.told = Told(subject=self.told.subject, action="")
        self._slices.clear()

    def slice(self, start: int, end: int) -> str:
        """The document's characters of a span, tidied: balanced brackets and quotation marks, no blanks at the ends."""
        span = (start, end)
        known = self._slices.get(span)
        if known is None:
            known = self._slices[span] = tidy(self._text[start:end])
        return known

    # one claim, or a list of claims that share their words

    def names(self, group: list[tuple[Spot, Meaning]]) -> list[list[Name]]:
        """For each member of a group its names: one, or one for each subject that shares the number."""
        first, sense = group[0]
        subject_start, subject_end = first.before.start, first.before.end
        if len(group) > 1:
            shared = self._distributed(group)
            if shared is not None:
                self.told.names.extend(name.metric for names in shared for name in names)
                self.told.group = [name.metric for names in shared for name in names]
                self.told.subject = "、".join(dict.fromkeys(self.told.group))
                return shared
        elif (
            first.before.has("each")
            and subject_end == subject_start
            and sense.kind in ("rank", "change", "rate")
        ):
            known = list(dict.fromkeys(self.told.names))[-2:]
            if len(known) == 2 and not first.in_brackets:
                return [[Name(name, "", "name.each", 0.6) for name in known]]
        elif sense.rule == "change.doubled" and len(self._split(subject_start, subject_end)) > 1:
            named = [Name(part, "", "name.each", 0.7) for part in self._parts(subject_start, subject_end)]
            self._remember(named, first)
            return [named]
        elif first.before.has("each") or (sense.kind == "rate" and subject_end > subject_start):
            parts = self._parts(subject_start, subject_end)
            rates = all(
                part.endswith(("率", "占比", "比重")) for part in self._split(subject_start, subject_end)
            )
            if len(parts) > 1 and (first.before.has("each") or rates):
                named = [Name(part, "", "name.each", 0.95) for part in parts]
                if first.before.has("each"):
                    self._remember(named, first)
                    return [named]
                if rates:
                    self._remember(named, first)
                    return [named]
        named_group: list[list[Name]] = []
        for index, (spot, meaning) in enumerate(group):
            name = self._one(spot, meaning)
            if (
                index
                and spot.before.start == spot.before.end
                and name.rule == "name.subject"
                and not self._has_noun_after(spot)
            ):
                name = Name(named_group[0][0].metric, named_group[0][0].action, "name.series", 0.85)
            named_group.append([name])
            self._remember([name], spot)
        return named_group

    def _has_noun_after(self, spot: Spot) -> bool:
        return spot.after.noun[1] > spot.after.noun[0]

    def _remember(self, names: list[Name], spot: Spot) -> None:
        self.told.names += [name.metric for name in names]
        if spot.in_brackets:
            return
        if names and names[0].rule == "name.streak" and self.told.subject:
            return
        if names and names[0].metric:
            self.told.subject = names[0].metric
        if len(names) > 1:
            self.told.group = [name.metric for name in names]
            self.told.subject = "、".join(name.metric for name in names)

    def _one(self, spot: Spot, meaning: Meaning) -> Name:
        quantity = spot.quantity
        start, end = spot.before.start, spot.before.end
        noun = self.slice(start, end) if end > start else ""
        if meaning.rule == "ratio.times" and noun:
            against = _COMPARED_WITH.search(self._masked, start, end)
            if against is not None:
                end = against.start()
                spot.before.end = end
                noun = self.slice(start, end) if end > start else ""
        if meaning.rule == "ratio.times" and _IS_SO_MANY.match(
            self._masked, spot.clause_start, quantity.start
        ):
            noun, spot.before.end = "", spot.before.start
        if meaning.rule == "change.verb-noun":
            noun = _MORE_OR_LESS.sub("", noun)
            end = spot.before.end = start + len(noun) if self._text.startswith(noun, start) else end
        if meaning.rule == "duration.run":
            noun = noun.removesuffix("连")
        if _PRONOUN.fullmatch(noun):
            noun, spot.before.end = "", spot.before.start
        if noun in _FIELDS and (meaning.kind == "rank" or spot.in_brackets):
            noun, spot.before.end = "", spot.before.start
        if meaning.kind == "duration" and noun in ("经过", "历经", "历时", "过", "经", ""):
            begin = min(spot.after.noun[0], spot.after.happening[0])
            if spot.clause_end - begin >= 2 and not spot.before.words and meaning.rule != "duration.streak":
                return Name(self.slice(begin, spot.clause_end), "", "name.happening", 0.7)
        made = _MADE_INTO.match(self._masked, quantity.end, spot.sentence_end)
        if made is not None and _TAKING.search(self._masked, spot.whole_start, quantity.start):
            return Name(self.slice(*made.span("name")), "", "name.made-into", 0.85)
        if not noun and spot.whole_start == spot.sentence_start and not spot.in_brackets:
            this_is = _THIS_IS.match(self._masked, quantity.end, spot.sentence_end)
            if this_is is not None and not self._masked[spot.whole_start : quantity.start].strip():
                begin = strip_leading(self._masked, *this_is.span("name"))
                return Name(self.slice(begin, this_is.end("name")), "", "name.this-is", 0.9)
        if meaning.rule == "count.labelled" and ":" in self._masked[spot.sentence_start : quantity.start]:
            at = self._masked.rfind(":", spot.sentence_start, quantity.start)
            return Name(self.slice(spot.sentence_start, at), "", "name.label", 0.9)
        if meaning.rule == "duration.streak":
            return self._streak(spot, noun)
        after_start, after_end = spot.after.noun
        has_after = (
            after_end - after_start >= 1
            and spot.noun_follows
            and meaning.kind not in ("change", "rank", "ratio", "score")
            and meaning.rule not in ("duration.limit", "duration.age")
        )
        if meaning.rule == "rank.largest":
            has_after = True
            after_start += 1 if self._masked[after_start] == "大" else 0
        if meaning.rule == "count.nth-time":
            begin = min(spot.after.noun[0], spot.after.happening[0])
            return Name(
                self.slice(begin, max(spot.after.noun[1], spot.after.happening[1])), "", "name.happening", 0.8
            )
        if noun in ("满分", "总分", "滿分", "總分") and self.told.subject:
            return self._elided(spot, meaning)
        if (
            has_after
            and noun
            and not spot.after.with_de
            and self._masked[quantity.start - 1] not in "的了"
            and opens_with_verb(self._masked, after_start, after_end)
        ):
            _, rest = self._last_verb(start, end)
            has_after = not rest
        if has_after and not quantity.unit and "的" in self._masked[after_start:after_end]:
            after_end = self._masked.index("的", after_start)
            spot.after.noun = (after_start, after_end)
        if (
            not noun
            and meaning.kind == "change"
            and quantity.kind in ("count", "money")
            and after_end - after_start >= 2
            and spot.before.words[:1]
            and spot.before.words[0][1] in ("up", "down")
            and not spot.before.basis
        ):
            has_after = True
        if meaning.rule == "change.following" and after_end - after_start >= 2:
            has_after = True
        if has_after:
            return self._with_noun_after(spot, meaning, noun, after_start, after_end)
        happening_start, happening_end = spot.after.happening
        if noun:
            return self._with_noun_before(spot, meaning, start, end)
        if (
            meaning.kind == "rate"
            and not noun
            and not spot.before.basis
            and self._masked.startswith(("为", "是", "来自", "用于", "属于"), happening_start)
        ):
            return Name(
                self.slice(
                    happening_start + (1 if self._masked[happening_start] in "为是" else 2), happening_end
                ),
                "",
                "name.happening",
                0.6,
            )
        if (
            happening_end - happening_start >= 2
            and not spot.before.from_level
            and meaning.kind in ("count", "rate")
            and not spot.before.words
            and after_end == after_start
        ):
            happening = self.slice(happening_start, happening_end)
            return Name(happening, "", "name.happening", 0.6)
        return self._elided(spot, meaning)

    def _streak(self, spot: Spot, noun: str) -> Name:
        happened = spot.after.happening
        begin = min(point for point in (happened[0], spot.after.noun[0]) if point >= spot.quantity.end)
        end = spot.clause_end
        words = self.slice(begin, end)
        words = words.removeprefix("以来") if words.startswith("以来") else words.removeprefix("来")
        owner = noun and not noun.endswith(_PLACES)
        if _RANKED_SO.match(words) and (noun or self.told.subject):
            words = (
                noun
                if owner and noun not in _BARE
                else self._host(noun, self.told.subject)
                if noun
                else self.told.subject
            )
        elif owner and (len(words) <= 4 or words.startswith(_STATES)):
            words = noun + words
        elif not noun and words.startswith(_STATES) and self.told.subject:
            words = self.told.subject + words
        words = words or noun or self.told.subject
        if owner and len(noun) > 2 and noun not in _BARE:
            self.told.subject = noun
        elif not noun and len(words) > 4 and not self.told.names:
            self.told.subject = without_verb(words)
        return Name(words, "", "name.streak", 0.85)

    def _with_noun_after(self, spot: Spot, meaning: Meaning, noun: str, start: int, end: int) -> Name:
        after = self.slice(start, end)
        action, kept = "", ""
        if noun:
            verb, rest = self._last_verb(spot.before.start, spot.before.end)
            if verb:
                action = verb
                if verb in KEEP and not rest:
                    kept = verb
            head = rest or noun
            if spot.after.with_de and head in _BARE | {"总规模", "总投资", "投资", "面积"}:
                return Name(after + head, "", "name.noun-after-head", 0.8)
            if meaning.kind == "rate" and rest and not verb and len(noun) <= 12 and len(after) <= 4:
                return Name(noun + after, "", "name.noun-around", 0.7)
            if meaning.kind == "rate" and rest and verb and len(after) <= 3:
                return Name(rest + after, verb, "name.noun-around", 0.7)
            if (
                spot.after.with_de
                and meaning.kind in ("money", "measure")
                and ends_as_quantity(noun)
                and len(after) > 1
            ):
                return Name(noun, action, "name.noun-before", 0.7)
        if spot.after.with_de and len(after) <= 1:
            return (
                self._with_noun_before(spot, meaning, spot.before.start, spot.before.end)
                if noun
                else self._elided(spot, meaning)
            )
        name = kept + after
        if (
            not kept
            and not any(
                mark in self._masked[spot.before.end : spot.quantity.start] for mark in "等在与对向为给从"
            )
            and len(after) <= 2
            and noun
            and not action
            and len(noun) <= 10
            and meaning.kind == "count"
            and not noun.endswith(("局", "市", "省", "县", "区", "国"))
        ):
            name = noun + after if noun not in ("我们", "我市", "我省") else after
        self.told.action = action or self.told.action
        return Name(
            name, action, "name.noun-after", 0.5 if len(name) < 2 else 0.92 if len(after) <= 12 else 0.8
        )

    def _with_noun_before(self, spot: Spot, meaning: Meaning, start: int, end: int) -> Name:
        if self._masked[start:end] in ("出口", "进口"):
            owner = _BOTH_WAYS.match(self.told.subject)
            if owner is not None and owner.group(1):
                return Name(owner.group(1) + self.slice(start, end), "", "name.head-of-subject", 0.9)
        verb, rest_start = verb_before(self._masked, start, end)
        if meaning.kind in ("measure", "rate", "score", "duration", "ratio"):
            last = max(self._masked.rfind("、", rest_start, end) + 1, rest_start)
            if last > rest_start and ends_as_quantity(self._masked[last:end]):
                parts = self._parts(rest_start, end)
                if not all(ends_as_quantity(part) for part in parts):
                    rest_start = start = last
        noun = self.slice(rest_start, end)
        whole = self.slice(start, end)
        fronted = self.slice(*earlier.leading_subject(self._masked, spot, self._claimed_until))
        if whole in _BARE and (self.told.subject or fronted) and not spot.in_brackets:
            subject = self._host(whole, fronted or self.told.subject)
            if subject:
                return Name(subject, "", "name.head-of-subject", 0.9)
        if (
            verb
            and not noun
            and self._masked[spot.clause_start : spot.before.start].endswith(("向", "给", "为"))
        ):
            fronted = self.slice(*earlier.fronted_object(self._masked, spot))
            if fronted:
                return Name(fronted, verb, "name.fronted-object", 0.7)
        if verb and not noun and meaning.unit in _PLACE_UNITS:
            self.told.action = verb
            return Name(whole + meaning.unit, verb, "name.noun-before", 0.75)
        if verb and not noun:
            subject = self.told.thing or self.told.subject
            if len(whole) <= 4 and subject and meaning.kind == "count" and self.told.names:
                return Name(whole + without_verb(subject), verb, "name.verb-of-subject", 0.8)
            return Name(whole, verb, "name.noun-before", 0.75)
        if verb and (verb.rstrip("了起") in KEEP):
            return Name(verb.rstrip("了起") + noun, verb, "name.noun-before", 0.97)
        if verb and len(noun) <= 2 and not noun.endswith("率"):
            self.told.action = verb
            return Name(verb.rstrip("了起") + noun, verb, "name.noun-before", 0.95)
        if verb:
            self.told.action = verb
        self.told.thing = noun or whole
        return Name(noun or whole, verb or self.told.action, "name.noun-before", 0.97)

    def _host(self, head: str, subject: str) -> str:
        """``subject`` with a bare head (总量, 占比) of its own."""
        if head in subject[-len(head) - 1 :]:
            return subject
        match = KEEP_AT.match(subject)
        if match is not None and head in ("总量", "总数", "存量", "保有量"):
            subject = subject[match.end() :]
        for parallel in _PARALLEL:
            if head in parallel:
                ending = next((other for other in parallel if subject.endswith(other)), "")
                if ending:
                    return subject[: -len(ending)] + head
        if "、" in subject and len(self.told.group) > 1:
            return head
        if head not in ("增速", "占比", "比重", "增幅", "贡献率", "涨幅", "降幅", "总量", "总数"):
            for ending in ("总量", "总数", "数量", "人次"):
                if subject.endswith(ending):
                    return subject[: -len(ending)] + head
            if ends_as_quantity(subject):
                return subject if head in _TOTALS and not subject.endswith(_SHARES) else head
        return subject + head if len(subject) <= 24 else head

    def _elided(self, spot: Spot, meaning: Meaning) -> Name:
        """No noun of its own: the subject in force."""
        if spot.in_brackets:
            inside = self._before_bracket(spot)
            if inside:
                return Name(inside, "", "name.before-bracket", 0.85)
        last = self.told.names[-1] if self.told.names else ""
        if meaning.unit in _PLACE_UNITS and last.endswith(_PLACE_UNITS):
            return Name(last[:-1] + meaning.unit, self.told.action, "name.series", 0.7)
        subject = (
            self.slice(*earlier.leading_subject(self._masked, spot, self._claimed_until)) or self.told.subject
        )
        if subject:
            sure = 0.5 if not self.told.names else 0.93 if meaning.kind == "change" else 0.89
            mean = next((word for word, _ in spot.before.words if word in ("日均", "月均", "户均")), "")
            if mean and meaning.kind != "change":
                return Name(mean + without_verb(subject), self.told.action, "name.subject", sure)
            return Name(subject, self.told.action, "name.subject", sure)
        if spot.after.noun[1] > spot.after.noun[0]:
            return Name(self.slice(*spot.after.noun), "", "name.noun-after", 0.4)
        if spot.after.happening[1] > spot.after.happening[0] and not spot.before.from_level:
            return Name(self.slice(*spot.after.happening), "", "name.happening", 0.4)
        ranked = next((word for word, label in spot.before.words if label == "rank"), "")
        if ranked.endswith(("排名", "位次", "名次")):
            return Name(ranked, "", "name.noun-before", 0.6)
        return Name(self.slice(spot.whole_start, spot.quantity.start), "", "name.none", 0.1)

    def _before_bracket(self, spot: Spot) -> str:
        """(占七成) after a claim refers to it; (64%) right after a noun names that noun."""
        at = self._masked.rfind("(", spot.sentence_start, spot.quantity.start)
        if self.told.names and self._claimed_until > at:
            return self.told.names[-1]  # the second number of one bracket
        apart = any(mark in self._masked[max(self._claimed_until, 0) : at] for mark in "，、;。")
        if self._masked[at - 1].isdigit() or (
            self.told.names and self._claimed_until >= at - 3 and not apart
        ):
            return self.told.subject
        return self.slice(*earlier.noun_before(self._masked, spot.sentence_start, at)) or self.told.subject

    _claimed_until = -1

    def claimed(self, end: int) -> None:
        """Tell the namer where the last claim ended."""
        self._claimed_until = end

    # verbs and their objects

    def _last_verb(self, start: int, end: int) -> tuple[str, str]:
        verb, at = verb_before(self._masked, start, end)
        return verb, self.slice(at, end)

    # lists

    def _parts(self, start: int, end: int) -> list[str]:
        """The coordinated nouns of a span, each completed with what it shares with the others."""
        pieces = self._split(start, end)
        return complete(pieces)

    def _split(self, start: int, end: int, want: int = 0) -> list[str]:
        pieces = (self.slice(*span) for span in divisions(self._masked, start, end, want))
        return [piece for piece in pieces if piece]

    def _distributed(self, group: list[tuple[Spot, Meaning]]) -> list[list[Name]] | None:
        """A、B分别达X和Y: the subjects take the numbers in turn."""
        spot, _ = group[0]
        count = len(group)
        start, end = spot.before.start, spot.before.end
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
            if len(pieces) == count:
                if verb and pieces and spot.before.has("respectively"):
                    pieces[0] = without_verb(pieces[0], only_doing=True)
                return [
                    [Name(name + (suffix if not name.endswith(suffix) else ""), "", "name.in-turn", 0.96)]
                    for name in complete(pieces)
                ]
            if spot.before.has("respectively") or middle is not None:
                whole = self.slice(start, end) + suffix
                if any(member.before.end > member.before.start for member, _ in group[1:]):
                    return None
                return [[Name(whole, "", "name.in-turn-undivided", 0.5)] for _ in group]
            return None
        if any(
            member.before.end > member.before.start or self._has_noun_after(member) for member, _ in group
        ):
            return None
        fronted = earlier.leading_subject(self._masked, spot, self._claimed_until)
        pieces = complete(self._split(*fronted, count)) if fronted[1] > fronted[0] else []
        if len(pieces) == count and spot.before.has("respectively"):
            return [[Name(name, "", "name.in-turn", 0.9)] for name in pieces]
        if len(self.told.group) == count:
            known = self.told.group
        else:
            known = list(dict.fromkeys(self.told.names))[-count:]
        certain = spot.before.has("respectively") or known is self.told.group
        if len(known) == count and len(set(known)) == count and (certain or meaning_is_growth(group)):
            return [[Name(name, "", "name.in-turn", 0.92 if certain else 0.7)] for name in known]
        return None


def meaning_is_growth(group: list[tuple[Spot, Meaning]]) -> bool:
    """Whether a run of numbers tells the growth of as many things named before (…3.9万元，…1.8万元，增长5%和7%)."""
    return all(meaning.kind == "change" and meaning.unit in ("%", "倍", "百分点") for _, meaning in group)
