"""What is counted: a name for every claim, in the document's own characters."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from jinan_metrics import lexicon
from jinan_metrics.context import strip_leading
from jinan_metrics.folding import OPAQUE
from jinan_metrics.state import Meaning, Spot, Told

_VERBS = lexicon.classes("verbs")
_KEEP = frozenset(_VERBS["keep"])
_ACT = regex.compile("(?:" + "|".join(lexicon.longest_first(_VERBS["act"])) + ")[了起]?")
_FIRST_ONLY = frozenset(_VERBS["act_first"])
_KEEP_AT = regex.compile("(?:" + "|".join(lexicon.longest_first(_VERBS["keep"])) + ")(?!长)")
_BARE = frozenset(lexicon.classes("heads")["bare"])
_ENDINGS = lexicon.longest_first(lexicon.classes("heads")["ending"])
_AFTER_NOMINAL = regex.compile(
    r"(?:率|数|量|额|时限|时间|次数|人数|事项|机构|人员|机关|部门|项目|案件|工作|组织|企业|单位|制度|机制|方案|平台|系统|中心|能力|水平|面积|规模|总额|余额|费用|经费|资金|成本|收入|支出|标准|力量|队伍|满意|期限|周期|性|证|者|类|业|型|化|委员会|热线|窗口|专项|领域|措施|办法|规定|条例|意见|办公|大厅|基地|体系|工程|任务|地区|城市|县|区|园|站|点|所|室|局|厅|院|校|网|库|群|带|圈|链|团|队|组|员|家|人$|额$|和|、|及|的)"
)
# The same for verbs that are seldom nouns: only a word of quantity makes a noun of them (办结率, 审查时限).
_NOMINAL = regex.compile(r"(?:率|数(?![字据])|量(?!化)|额(?!外)|时限|时间|次数|人数|周期|期限|费用|成本|标准|能力|水平|规模|面积|机关|中心|任务|性)")
_JOIN = regex.compile(r"、|以及|及其|及(?!时|格)|(?<![总调共饱温缓柔平融])和(?![解谐平睦田])|与(?![会])|或(?!者)")
_TRIM = " \t　\r\n，。、；;:：,.*|>#-—~·"


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
        self._clause_seen = -1

    def begin_sentence(self) -> None:
        """Forget lists; the last subject stays for a sentence that begins with a level or a movement."""
        self.told = Told(subject=self.told.subject, action="")

    def slice(self, start: int, end: int) -> str:
        """The document's characters of a span, tidied: balanced brackets and quotation marks, no blanks at the ends."""
        return tidy(self._text[start:end])

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
                return shared
        elif first.before.has("each") and subject_end == subject_start and sense.kind in ("rank", "change", "rate"):
            known = list(dict.fromkeys(self.told.names))[-2:]
            if len(known) == 2 and not first.in_brackets:
                return [[Name(name, "", "name.each", 0.6) for name in known]]
        elif sense.rule == "change.doubled" and len(self._split(subject_start, subject_end)) > 1:
            named = [Name(part, "", "name.each", 0.7) for part in self._parts(subject_start, subject_end)]
            self._remember(named)
            return [named]
        elif first.before.has("each") or (sense.kind == "rate" and subject_end > subject_start):
            parts = self._parts(subject_start, subject_end)
            rates = all(part.endswith(("率", "占比", "比重")) for part in self._split(subject_start, subject_end))
            if len(parts) > 1 and (first.before.has("each") or rates):
                named = [Name(part, "", "name.each", 0.8) for part in parts]
                if first.before.has("each") and not self._things(first):
                    self._remember(named)
                    return [named]
                if rates:
                    self._remember(named)
                    return [named]
        named_group: list[list[Name]] = []
        for index, (spot, meaning) in enumerate(group):
            name = self._one(spot, meaning)
            if index and spot.before.start == spot.before.end and name.rule == "name.subject" and not self._has_noun_after(spot):
                name = Name(named_group[0][0].metric, named_group[0][0].action, "name.series", 0.7)
            named_group.append([name])
            self._remember([name])
        return named_group

    def _things(self, spot: Spot) -> bool:
        """Whether the words before 均 are a sum of things rather than metrics."""
        return False

    def _has_noun_after(self, spot: Spot) -> bool:
        return spot.after.noun[1] > spot.after.noun[0]

    def _remember(self, names: list[Name]) -> None:
        self.told.names.extend(name.metric for name in names)
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
        if meaning.kind == "duration" and noun in ("经过", "历经", "历时", "过", "经", ""):
            begin = min(spot.after.noun[0], spot.after.happening[0])
            if spot.clause_end - begin >= 2 and not spot.before.words and meaning.rule != "duration.streak":
                return Name(self.slice(begin, spot.clause_end), "", "name.happening", 0.7)
        if meaning.rule == "count.labelled":
            at = self._masked.rfind(":", spot.sentence_start, quantity.start)
            return Name(self.slice(spot.sentence_start, at), "", "name.label", 0.9)
        if meaning.rule == "duration.streak":
            return self._streak(spot, noun)
        after_start, after_end = spot.after.noun
        has_after = after_end - after_start >= 1 and spot.noun_follows and meaning.kind not in ("change", "rank", "ratio", "score") and meaning.rule not in ("duration.limit", "duration.age")
        if meaning.rule == "rank.largest":
            has_after = True
            after_start += 1 if self._masked[after_start] == "大" else 0
        if meaning.rule == "count.nth-time":
            return Name(self.slice(*spot.after.happening), "", "name.happening", 0.8)
        if meaning.role == "maximum" and not noun:
            return self._elided(spot, meaning)
        if has_after and noun and not spot.after.with_de and _ACT.match(self._masked, after_start) and not _AFTER_NOMINAL.match(self._masked, _ACT.match(self._masked, after_start).end()):
            verb, rest = self._last_verb(start, end)
            has_after = not rest
        if has_after and not quantity.unit and "的" in self._masked[after_start:after_end]:
            after_end = self._masked.index("的", after_start)
            spot.after.noun = (after_start, after_end)
        if not noun and meaning.kind == "change" and quantity.kind in ("count", "money") and after_end - after_start >= 2 and spot.before.words[:1] and spot.before.words[0][1] in ("up", "down") and not spot.before.basis:
            has_after = True
        if has_after:
            return self._with_noun_after(spot, meaning, noun, after_start, after_end)
        happening_start, happening_end = spot.after.happening
        if noun:
            return self._with_noun_before(spot, meaning, start, end)
        if meaning.kind == "rate" and not noun and not spot.before.basis and self._masked.startswith(("为", "是", "来自", "用于", "属于"), happening_start):
            return Name(self.slice(happening_start + (1 if self._masked[happening_start] in "为是" else 2), happening_end), "", "name.happening", 0.6)
        if happening_end - happening_start >= 2 and meaning.kind in ("count", "rate") and not spot.before.words and after_end == after_start:
            happening = self.slice(happening_start, happening_end)
            return Name(happening, "", "name.happening", 0.6)
        return self._elided(spot, meaning)

    def _streak(self, spot: Spot, noun: str) -> Name:
        happened = spot.after.happening
        begin = min(point for point in (happened[0], spot.after.noun[0]) if point >= spot.quantity.end)
        end = spot.clause_end
        words = self.slice(begin, end)
        words = regex.sub(r"^(?:以来|来)?", "", words)
        if regex.match(r"(?:稳居|位居|居|列|排|保持)[^，]{0,14}(?:首位|第|前列|榜首)", words) and (noun or self.told.subject):
            words = noun if noun and noun not in _BARE else self._host(noun) if noun else self.told.subject
        if (len(words) <= 4 or words.startswith(("同比", "环比", "保持", "稳定", "下降", "增长", "正增长"))) and noun and not noun.endswith(("市", "省", "县", "我们")):
            words = noun + words
        if not words:
            words = noun or self.told.subject
        if noun and len(noun) > 2 and not noun.endswith(("市", "省", "县", "我们")) and noun not in _BARE:
            self.told.subject = noun
        elif not noun and len(words) > 4:
            self.told.subject = self._object(words)
        return Name(words, "", "name.streak", 0.85)

    def _with_noun_after(self, spot: Spot, meaning: Meaning, noun: str, start: int, end: int) -> Name:
        after = self.slice(start, end)
        action, kept = "", ""
        if noun:
            verb, rest = self._last_verb(spot.before.start, spot.before.end)
            if verb:
                action = verb
                if verb in _KEEP and not rest:
                    kept = verb
            head = rest or noun
            if spot.after.with_de and head in _BARE | {"总规模", "总投资", "投资", "面积"}:
                return Name(after + head, "", "name.noun-after-head", 0.8)
            if meaning.kind == "rate" and rest and not verb and len(noun) <= 12 and len(after) <= 4:
                return Name(noun + after, "", "name.noun-around", 0.7)
            if meaning.kind == "rate" and rest and verb and len(after) <= 3:
                return Name(rest + after, verb, "name.noun-around", 0.7)
            if spot.after.with_de and meaning.kind in ("money", "measure") and any(noun.endswith(ending) for ending in _ENDINGS) and len(after) > 1:
                return Name(noun, action, "name.noun-before", 0.7)
        if spot.after.with_de and len(after) <= 1:
            return self._with_noun_before(spot, meaning, spot.before.start, spot.before.end) if noun else self._elided(spot, meaning)
        name = kept + after
        if not kept and len(after) <= 2 and noun and not action and len(noun) <= 10 and meaning.kind == "count" and not noun.endswith(("局", "市", "省", "县", "区", "国")):
            name = noun + after if noun not in ("我们", "我市", "我省") else after
        self.told.action = action or self.told.action
        return Name(name, action, "name.noun-after", 0.85 if len(name) > 1 else 0.5)

    def _with_noun_before(self, spot: Spot, meaning: Meaning, start: int, end: int) -> Name:
        verb, rest_start = self._verb_before(start, end)
        if meaning.kind in ("measure", "rate", "score", "duration", "ratio"):
            last = max(self._masked.rfind("、", rest_start, end) + 1, rest_start)
            if last > rest_start and any(self._masked.endswith(ending, last, end) for ending in _ENDINGS):
                parts = self._parts(rest_start, end)
                if not all(any(part.endswith(ending) for ending in _ENDINGS) for part in parts):
                    rest_start = start = last
        noun = self.slice(rest_start, end)
        whole = self.slice(start, end)
        if whole in _BARE and self.told.subject and not spot.in_brackets:
            subject = self._host(whole)
            if subject:
                return Name(subject, "", "name.head-of-subject", 0.7)
        if verb and not noun and self._masked[spot.clause_start:spot.before.start].endswith(("向", "给", "为")):
            fronted = self._previous_object(spot)
            if fronted:
                return Name(fronted, verb, "name.fronted-object", 0.7)
        if verb and not noun:
            subject = self.told.thing or self.told.subject
            if len(whole) <= 4 and subject and meaning.kind == "count" and self._same_thing(spot):
                return Name(whole + self._object(subject), verb, "name.verb-of-subject", 0.6)
            return Name(whole, verb, "name.noun-before", 0.75)
        if verb and (verb.rstrip("了起") in _KEEP):
            return Name(verb.rstrip("了起") + noun, verb, "name.noun-before", 0.9)
        if verb and len(noun) <= 2 and not noun.endswith("率"):
            self.told.action = verb
            return Name(verb.rstrip("了起") + noun, verb, "name.noun-before", 0.8)
        if verb:
            self.told.action = verb
        self.told.thing = noun or whole
        return Name(noun or whole, verb or self.told.action, "name.noun-before", 0.9)

    def _previous_object(self, spot: Spot) -> str:
        """编印《手册》，向干部发放5000余册: the object that the clause before has named."""
        end = spot.whole_start - 1
        start = max(self._masked.rfind(mark, spot.sentence_start, max(end, spot.sentence_start)) for mark in "，;。") + 1
        start = max(start, spot.sentence_start)
        if end <= start:
            return ""
        verb, at = self._verb_before(start, end)
        return self.slice(at, end) if verb else ""

    def _same_thing(self, spot: Spot) -> bool:
        return bool(self.told.names)

    @staticmethod
    def _object(subject: str) -> str:
        match = _ACT.match(subject)
        return subject[match.end() :] if match is not None and len(subject) - match.end() >= 2 else subject

    def _host(self, head: str) -> str:
        """The subject with a bare head (总量, 占比) of its own."""
        subject = self.told.subject
        if head in subject[-len(head) - 1 :]:
            return subject
        match = _KEEP_AT.match(subject)
        if match is not None and head in ("总量", "总数", "存量", "保有量"):
            subject = subject[match.end() :]
        for parallel in _PARALLEL:
            if head in parallel:
                ending = next((other for other in parallel if subject.endswith(other)), "")
                if ending:
                    return subject[: -len(ending)] + head
        if "、" in subject and len(self.told.group) > 1:
            return head
        if head not in ("增速", "占比", "比重", "增幅", "贡献率", "涨幅", "降幅"):
            for ending in ("总量", "总数", "数量", "人次"):
                if subject.endswith(ending):
                    return subject[: -len(ending)] + head
            if any(subject.endswith(ending) for ending in _ENDINGS):
                return head
        return subject + head if len(subject) <= 24 else head

    def _elided(self, spot: Spot, meaning: Meaning) -> Name:
        """No noun of its own: the subject in force."""
        if spot.in_brackets:
            inside = self._before_bracket(spot)
            if inside:
                return Name(inside, "", "name.before-bracket", 0.75)
        subject = self._leading_subject(spot) or self.told.subject
        if subject:
            sure = 0.8 if self.told.names else 0.5
            mean = next((word for word, _ in spot.before.words if word in ("日均", "月均", "户均")), "")
            if mean and meaning.kind != "change":
                return Name(mean + self._object(subject), self.told.action, "name.subject", sure)
            return Name(subject, self.told.action, "name.subject", sure)
        if spot.after.noun[1] > spot.after.noun[0]:
            return Name(self.slice(*spot.after.noun), "", "name.noun-after", 0.4)
        if spot.after.happening[1] > spot.after.happening[0]:
            return Name(self.slice(*spot.after.happening), "", "name.happening", 0.4)
        return Name(self.slice(spot.whole_start, spot.quantity.start), "", "name.none", 0.1)

    def _before_bracket(self, spot: Spot) -> str:
        """(占78.8%) after a claim refers to it; (73.37%) right after a noun names that noun."""
        at = self._masked.rfind("(", spot.sentence_start, spot.quantity.start)
        if at <= spot.sentence_start:
            return ""
        if self._masked[at - 1].isdigit() or (self.told.names and self._claimed_until >= at - 3):
            return self.told.subject
        begin = at
        while begin > spot.sentence_start and self._masked[begin - 1] not in "，。;:!?\n()、和":
            begin -= 1
        verb, rest = self._verb_before(begin, at)
        return self.slice(rest, at) or self.told.subject

    _claimed_until = -1

    def claimed(self, end: int) -> None:
        """Tell the namer where the last claim ended."""
        self._claimed_until = end

    _SUBJECT_VERB = regex.compile(
        r"(?:创|再创|刷新|实现|保持|持续|稳步|不断|继续|明显|显著|大幅|加快|达到?|突破|超过|位居|位列|居|跃|增|提|降|升|稳|扩大|快速|进一步|取得|呈现|由|从|为|是|已|均|将|全面|成为|运行|较|(?<!占)比(?![重例率])|同比)"
    )

    def _leading_subject(self, spot: Spot) -> str:
        """The noun that opens an earlier clause of the sentence and has no number (进出口总值创新高，达到5379亿元)."""
        if spot.whole_start <= spot.sentence_start:
            return ""
        end = spot.whole_start - 1
        start = end
        while start > spot.sentence_start and self._masked[start - 1] not in "，。;:!?\n":
            start -= 1
        if self._claimed_until > start or end - start < 4 or self._masked[end] in ";:":
            return ""
        begin = strip_leading(self._masked, start, end)
        match = self._SUBJECT_VERB.search(self._masked, begin + 2, end)
        subject = self.slice(begin, end if match is None else match.start())
        return subject if any(subject.endswith(ending) for ending in _ENDINGS) else ""

    # verbs and their objects

    def _verb_before(self, start: int, end: int) -> tuple[str, int]:
        """The last verb of doing in a span and where its object begins; ("", start) where there is none."""
        keep = None
        for keep in _KEEP_AT.finditer(self._masked, start, end):
            pass
        moved = max(self._masked.rfind(mark, start, end) for mark in "将把")
        if moved >= 0 and moved + 2 < end and self._masked[moved + 1] not in "军来近握关":
            start = moved + 1
        verb, at = "", start
        for match in _ACT.finditer(self._masked, start, end):
            word = match.group().rstrip("了起")
            rest = self._masked[match.end() : end]
            if word in _FIRST_ONLY:
                continue
            if rest and _NOMINAL.match(rest):
                continue
            if len(rest) <= 2 and match.start() > start + 1 and verb and self._masked[match.start() - 1] != OPAQUE:
                continue
            if "的" in rest and match.start() > start and not rest.startswith("的"):
                continue
            verb, at = word, match.end()
        if keep is not None and keep.end() < end and keep.start() >= at - len(verb) and (keep.start() == start or keep.start() <= at):
            return keep.group(), keep.end()
        return verb, strip_leading(self._masked, at, end) if verb else at

    def _last_verb(self, start: int, end: int) -> tuple[str, str]:
        verb, at = self._verb_before(start, end)
        return verb, self.slice(at, end)

    # lists

    def _parts(self, start: int, end: int) -> list[str]:
        """The coordinated nouns of a span, each completed with what it shares with the others."""
        pieces = self._split(start, end)
        return complete(pieces)

    def _split(self, start: int, end: int, want: int = 0) -> list[str]:
        spans: list[tuple[int, int]] = []
        pattern = _JOIN
        for attempt in (pattern, regex.compile("、")):
            spans, at = [], start
            for match in attempt.finditer(self._masked, start, end):
                if match.start() > at:
                    spans.append((at, match.start()))
                at = match.end()
            spans.append((at, end))
            if not want or len(spans) == want:
                break
        return [piece for piece in (self.slice(*span) for span in spans) if piece]

    def _distributed(self, group: list[tuple[Spot, Meaning]]) -> list[list[Name]] | None:
        """A、B分别达X和Y: the subjects take the numbers in turn."""
        spot, meaning = group[0]
        count = len(group)
        start, end = spot.before.start, spot.before.end
        if end > start:
            suffix = ""
            verb, at = self._verb_before(start, end)
            if verb and not spot.before.has("respectively"):
                start = at
            elif verb and at < end and start < at - len(verb):
                pass
            middle = regex.search(r"分别|各(?![类级项种界地])|依次", self._masked[start:end])
            if middle is not None:
                suffix = self.slice(start + middle.end(), end)
                end = start + middle.start()
            pieces = self._split(start, end, count)
            if len(pieces) == count:
                if verb and pieces and spot.before.has("respectively"):
                    lead = _ACT.match(pieces[0])
                    if lead is not None and len(pieces[0]) - lead.end() >= 2 and lead.group() not in _FIRST_ONLY and lead.group().rstrip("了起") not in _KEEP:
                        pieces[0] = pieces[0][lead.end() :]
                return [[Name(name + (suffix if not name.endswith(suffix) else ""), "", "name.in-turn", 0.85)] for name in complete(pieces)]
            if spot.before.has("respectively") or middle is not None:
                whole = self.slice(start, end) + suffix
                if any(member.before.end > member.before.start for member, _ in group[1:]):
                    return None
                return [[Name(whole, "", "name.in-turn-undivided", 0.5)] for _ in group]
            return None
        if any(member.before.end > member.before.start or self._has_noun_after(member) for member, _ in group):
            return None
        known = self.told.group if len(self.told.group) == count else self.told.names[-count:]
        if len(known) == count and len(set(known)) == count and (spot.before.has("respectively") or len(self.told.group) == count):
            return [[Name(name, "", "name.in-turn", 0.75)] for name in known]
        return None


def complete(pieces: list[str]) -> list[str]:
    """Coordinated nouns with the words that they share put back: 适龄儿童入园率 + 普惠率 → 适龄儿童普惠率."""
    if len(pieces) < 2:
        return pieces
    first, last = pieces[0], pieces[-1]
    named = list(pieces)
    last_ending = next((ending for ending in _ENDINGS if last.endswith(ending)), "")
    first_ending = next((ending for ending in _ENDINGS if first.endswith(ending)), "")
    if last_ending and not first_ending:
        for index, piece in enumerate(pieces[:-1]):
            if not any(piece.endswith(ending) for ending in _ENDINGS):
                extra = last[len(piece) :] if len(piece) < len(last) - len(last_ending) and len(piece) <= 3 and len(last_ending) == 1 else last_ending
                named[index] = piece + (extra if extra.endswith(last_ending) else last_ending)
        return named
    if first_ending:
        for index in range(1, len(pieces)):
            piece = pieces[index]
            shared = len(first) - max(len(piece), len(first_ending))
            if 2 <= len(piece) <= 5 and shared >= 2 and (piece[-1] == first[-1] or any(piece.endswith(ending) for ending in _ENDINGS)) and piece[:2] not in first[:2]:
                named[index] = first[:shared] + piece
        return named
    if not last_ending and len(last) > len(first) >= 2 and len(first) <= 3 and not first.startswith("对"):
        named[:-1] = [piece + last[len(piece) :] if len(piece) < len(last) - 1 else piece for piece in pieces[:-1]]
    elif first.startswith("对") and len(last) > len(first):
        tail = last[len(first) - 1 :]
        named[:-1] = [piece + tail for piece in pieces[:-1]]
    return named


# Heads that come in pairs: 一般公共预算收入…, 支出… means 一般公共预算支出.
_PARALLEL = (("收入", "支出"), ("进口", "出口"), ("存款", "贷款"), ("存款余额", "贷款余额"))
_PAIRS = {"“": "”", "‘": "’", "《": "》", "(": ")", "（": "）", "「": "」", "[": "]", "〔": "〕", "『": "』"}


def tidy(name: str) -> str:
    """A name without blanks and marks at its ends and without half a pair of brackets or quotation marks."""
    name = name.strip(_TRIM)
    for opening, closing in _PAIRS.items():
        if name.count(opening) != name.count(closing):
            name = name.replace(opening, "").replace(closing, "")
    name = regex.sub(r"[\[［]\d{1,2}[\]］]|\*\*|</?\w{1,6}>", "", name)
    return name.strip(_TRIM)
