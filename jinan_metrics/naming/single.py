"""The name of one claim: told outright, by the noun behind the number or before it, or by the subject in force."""

from __future__ import annotations

from jinan_metrics import earlier, lexicon, patterns
from jinan_metrics.context import strip_leading
from jinan_metrics.coordination import complete, divisions, ends_as_quantity, is_shared
from jinan_metrics.naming.elided import PLACE_UNITS
from jinan_metrics.naming.listed import is_thing, with_thing
from jinan_metrics.naming.name import Name
from jinan_metrics.naming.outright import told_outright
from jinan_metrics.naming.own import AT_FIELD, THERE_ARE, OwnNouns
from jinan_metrics.naming.owners import BARE, FIELD_ENDS, FIELDS, of_both_ways, with_division, with_owner
from jinan_metrics.naming.wording import by_wording, contest_scored
from jinan_metrics.objects import BODY, KEEP, verb_before, without_verb
from jinan_metrics.state import Meaning, Spot

_HANDING_OVER = frozenset(lexicon.classes("verbs")["hand_over"])
_RECEIVERS = lexicon.classes("verbs")["receiver"]
_REACHING = frozenset(lexicon.classes("verbs")["reach"])
_DIVISIONS = frozenset(lexicon.classes("heads")["division"])
_OF_SITES = frozenset(lexicon.classes("heads")["site"])
# 查处各类案件 and 办理各类案件 are told apart by what was done.
_OF_ALL_SORTS = ("各类", "各种")
_SUSPECTS = lexicon.classes("verbs")["suspect"]
_OF_ITS_OWNER = ("占比", "比重", "增速", "增幅", "用时", "时长", "耗时", "天数")
_FOR_EACH = patterns.compile(r"[十百千]?万人(?=拥有)|每[^，。;每]{0,8}(?:[人户口亩名]|平方公里)")
# What is told of a class by examples (法律咨询、讲座等活动) is told of the class, where that says enough by itself.
_EXAMPLES = patterns.compile(
    r"(?:\x01+|[^，。;]{1,24}、[^，。;、]{1,12})等(?![级待候额次于同离值效地]|方面)(?:(?:方式|形式|手段|途径|办法)的?)?(?=[^，。;、]{4})"
)
# 省财政安排3亿元: no sum of the body that grants it
_GRANTED = (("安排", "level"),)
_ADVERBS = ("", "基本", "全部", "累计", "实际", "依法", "当场", "主动", "先后", "直接")
# 住房开工5210套，竣工2860套: begun, and ended
_BEGUN, _ENDED = lexicon.classes("verbs")["begun"], frozenset(lexicon.classes("verbs")["ended"])
# 甲县、乙县、丙区三地办件量
_OF_SO_MANY = patterns.compile(r"^(.{2,5}?)[两二三四五六七八九十]地(?=..)")
# 起数、死亡人数和受伤人数三项指标
_SO_MANY_OF_THEM = patterns.compile(r"(?<=...)[两二三四五六七八九十]项(?:主要|核心)?(?:指标|指数|数据)$")
_LAST_EXAMPLE = patterns.compile(r"[^，。;、]{1,16}等(?![级待候额次于同离值效地])(?=[^，。;、]{4})")
# 取消21项、承接35项行政权力事项
_DONE_AHEAD = patterns.compile(
    r"、[\u4e00-\u9fff]{2,4}\d[\d,.]*[万亿]?[余多]?(?P<unit>[\u4e00-\u9fff])(?P<thing>[\u4e00-\u9fff]{3,12})(?=[，。;、])"
)
# 以本局为被告的案件20件，审结15件
_MADE_OUT = patterns.compile(r"^以[^，。;的]{1,12}为[^，。;的]{1,8}的(?=..)")
_LONGEST_PART = 6
_LASTING = ("时间", "时长", "时限", "期限", "周期", "年限", "年龄", "寿命", "天数", "学时")
_LED = frozenset(lexicon.classes("verbs")["led"])
_PERSONS = lexicon.classes("heads")["person"]
_OF_THINGS = frozenset(lexicon.classes("heads")["measure_of_things"])
_RELIEVING = frozenset(lexicon.classes("verbs")["relieve"])
_TOGETHER_BY = frozenset("者项类")
_SHARES_ALONE = ("占比", "比例", "比重")
_COURSE = patterns.compile(
    r"(?P<course>从[^，。;、\d]{2,12}到[^，。;、\d]{2,12}?)，?(?:原来|过去|以前|现在|如今)?(?:前后|平均|总共|一共)?(?:[只仅共]|不过)?(?:用时?|花|历时|耗时|需要?|要)了?(?:短短|仅)?$"
)
_ADDED = patterns.compile(r"(?:净增|新增)[\u4e00-\u9fff]{2,8}(?<![了到约近达])$")
_EACH_LENGTH = 7
_EACH_ONE = patterns.compile(
    "(?:相当于)?(?P<each>(?:平均)?每(?:[所家个户件人名村镇县校]|[十百千万]{1,2}人口?))"
)
# Who carried them tells passengers apart.
_CARRIED = patterns.compile(
    r"(?:全国|全省|全市|全路|国家)?(?P<by>铁路|公路|道路|水路|民航|轨道交通|地铁)(?:预计|累计|共|全天|日均|今日|今天){0,2}(?P<done>(?:发送|运送|输送)(?:旅客|乘客))"
)
_CARRIER_BEGINS = frozenset("全国铁公道水民轨地")
# 1200户是商圈经营户, 55%都是用来发展产业
_MODAL = patterns.compile(r"(?:都|就|均|仅|只)?是(?=[\u4e00-\u9fff]{2})")


class SingleNames(OwnNouns):
    """Names for claims one at a time, by what was told before in the sentence."""

    def one(self, spot: Spot, meaning: Meaning) -> Name:
        """The name of one claim."""
        kind = meaning.kind
        if kind == "rate" and not _TOGETHER_BY.isdisjoint(
            self._masked[spot.clause_start : spot.quantity.start]
        ):
            both = self._both(spot)
            if both is not None:
                return both
        worded = by_wording(self._masked, self.slice, spot, meaning, self.told.subject)
        if worded is not None:
            return worded
        noun = self._own_noun(spot, meaning)
        start, end = spot.before.start, spot.before.end
        if kind == "rate" and noun and self._masked.startswith("的占", end):
            return Name(self.slice(start, end), "", "name.happening")  # 未再提起诉讼的占84%
        if kind == "rate" and self._masked.endswith("的占", spot.clause_start, spot.quantity.start):
            begin = strip_leading(self._masked, spot.clause_start, spot.quantity.start - 2)
            if spot.quantity.start - 2 - begin > end - start:  # 认为环境明显改善的占82%
                return Name(self.slice(begin, spot.quantity.start - 2), "", "name.happening")
        if (
            kind == "count"
            and meaning.unit
            and spot.after.noun[0] == spot.after.noun[1]
            and not spot.before.from_level
        ):
            who = self._of_whom(spot)
            if who is not None and len(who.metric) >= len(noun):
                return who
        again = kind == "rank" and noun.endswith(FIELD_ENDS) and self._masked[start - 1] == "、"
        if again and self.told.subject and self._claimed_until == start - 1:
            return Name(self.told.subject, self.told.action, "name.series")  # 居全省第3位、副省级城市第5位
        told = told_outright(self._masked, self.slice, spot, meaning, noun)
        if told is not None:
            return told
        if kind == "duration":
            if meaning.rule == "duration.streak":
                return self._streak(spot, noun)
            if meaning.rule in ("duration.lasting", "duration.limit"):
                if noun and self._masked.startswith("连", spot.quantity.end):  # 面积两年连增
                    owner = with_owner(noun, self.told.subject, self.told.group) if noun in BARE else noun
                    return Name(owner + self.slice(spot.quantity.end, spot.clause_end), "", "name.streak")
                course = _COURSE.search(self._masked, spot.sentence_start, spot.quantity.start)
                if course is not None:  # 从立项到出台只用了7个月
                    return Name(self.slice(*course.span("course")), "", "name.happening")
        if not noun and meaning.rule == "change.verb-noun":
            added = _ADDED.search(self._masked, spot.clause_start, spot.quantity.number_start)
            if added is not None:  # 比上年净增粉丝8200人
                return Name(self.slice(*added.span()), "", "name.noun-before")
        if noun in ("满分", "总分", "滿分", "總分") and self.told.subject:
            return self._elided(spot, meaning)
        placed = self._with_place(spot, noun) if kind == "count" else None
        if placed is not None:
            return placed
        moved = self._moved(spot) if kind == "count" and not noun else None
        if moved is not None:
            return moved
        behind = self._noun_behind(spot, meaning, noun)
        if behind is not None:
            return self._with_noun_after(spot, meaning, noun, *behind)
        after_start, after_end = spot.after.noun
        happening_start, happening_end = spot.after.happening
        if kind == "count" and after_end == after_start:
            if happening_end - happening_start > 2:
                done = self._done_or_not(happening_start, happening_end)
                if done is not None:
                    return done
            rest_of = self._rest_of(spot)
            if rest_of is not None:
                return rest_of
        others = kind == "rate" and not noun and after_end == after_start == happening_end
        if others and self._masked.endswith("其余", 0, spot.quantity.start):
            return Name("其余", "", "name.noun-before")  # 恶意扣费类占1.6%，其余不足2%
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
            )
        if (
            happening_end - happening_start >= 2
            and not (
                self._masked[happening_start] in "居位列排"
                and self.told.names
                and AT_FIELD.fullmatch(self._masked, happening_start, happening_end)
            )
            and not spot.before.from_level
            and meaning.kind in ("count", "rate")
            and all(word in THERE_ARE for word, _ in spot.before.words)
            and after_end == after_start
        ):
            modal = _MODAL.match(self._masked, happening_start, happening_end)
            happening = self.slice(happening_start if modal is None else modal.end(), happening_end)
            return Name(happening, "", "name.happening")
        return self._elided(spot, meaning)

    def _with_noun_before(self, spot: Spot, meaning: Meaning, start: int, end: int) -> Name:
        words = self._masked[start:end]
        if words in ("出口", "进口"):
            owned = of_both_ways(self.slice(start, end), self.told.subject)
            if owned:
                return Name(owned, "", "name.head-of-subject")
        if meaning.kind == "count" and self._masked[start] in _CARRIER_BEGINS:
            carried = _CARRIED.match(self._masked, start, end)
            if carried is not None:  # 铁路预计发送旅客575万人次
                return Name(
                    self.slice(*carried.span("by")) + self.slice(carried.start("done"), end),
                    "",
                    "name.noun-before",
                )
        scored = contest_scored(self._masked, spot, start, end) if meaning.kind == "score" else None
        if scored is not None:
            self._subject_behind = self.slice(*scored)
            return Name(self.slice(*scored) + "得分", "", "name.head-of-subject")
        if "每" in words and len(words) <= _EACH_LENGTH:
            each_one = _EACH_ONE.fullmatch(words)
            if each_one and self.told.thing.isalpha():
                begin, stop = each_one.span("each")
                return Name(
                    self.told.thing + self.slice(start + begin, start + stop), "", "name.head-of-subject"
                )
        happened = spot.after.happening
        if words in _LED and meaning.unit in ("人", "户", "名", "") and happened[1] - happened[0] >= 3:
            return Name(
                self.slice(*happened), self.slice(start, end), "name.happening"
            )  # 引导1亿人就近城镇化
        begun = self.told.names[-1] if self.told.names and words in _ENDED else ""
        if len(begun) > 4 and begun.endswith(_BEGUN):
            return Name(begun[:-2] + self.slice(start, end), "", "name.verb-of-subject")
        verb, rest_start = verb_before(self._masked, start, end)
        if meaning.kind in ("measure", "rate", "score", "duration", "ratio"):
            last = max(self._masked.rfind("、", rest_start, end) + 1, rest_start)
            if last > rest_start and ends_as_quantity(self._masked[last:end]):
                parts = self._parts(rest_start, end)
                if not all(ends_as_quantity(part) for part in parts):
                    rest_start = start = last
        of_its_owner = self._masked.endswith(_OF_ITS_OWNER, rest_start, end)
        of_its_owner = of_its_owner or (meaning.rule == "change.rate-of-growth" and end - rest_start <= 2)
        if of_its_owner and rest_start - start > len(verb) + 1:
            verb, rest_start = "", start  # 高技术产业吸收外资占比
        if meaning.kind == "rate" and self._masked.endswith("覆盖", start, end):
            verb, rest_start = "", start  # 签约服务覆盖52%的居民
        if "等" in self._masked[rest_start:end]:
            kept = _EXAMPLES.match(self._masked, rest_start, end)
            if kept is None and self._masked[start - 1] == "、":  # 3台甲、5台乙等设备
                kept = _LAST_EXAMPLE.match(self._masked, start, end)
            if kept is not None:  # 铀、钼、褐煤等矿产资源20余种
                start = rest_start = kept.end()
        noun = self.slice(rest_start, end)
        whole = self.slice(start, end)
        if meaning.kind == "money" and whole.endswith("财政") and spot.before.words[:1] == _GRANTED:
            return Name(whole + "安排", "安排", "name.noun-before")
        if whole in KEEP and meaning.kind == "money" and ends_as_quantity(self.told.subject):
            return Name(self.told.subject, whole, "name.subject")  # 存款余额增长8.5%，新增4亿元
        bare = whole if whole in BARE else ""
        fronted = self.slice(
            *earlier.leading_subject(self._masked, spot, self._claimed_until, topic=bool(bare), owner_of=bare)
        )
        if not fronted and whole in _OF_SITES and not spot.in_brackets:
            fronted = self.slice(*earlier.identified(self._masked, spot, self._claimed_until))
            if fronted:
                return Name(fronted + whole, "", "name.head-of-subject")
        if whole in _SHARES_ALONE and not spot.in_brackets:
            told_of = self.slice(*earlier.told_of(self._masked, spot))
            if told_of:
                return Name(told_of + whole, "", "name.head-of-subject")
        if whole in BARE and (self.told.subject or fronted) and not spot.in_brackets:
            subject = with_owner(whole, fronted or self.told.subject, self.told.group)
            if subject:
                return Name(subject, "", "name.head-of-subject")
        if (
            fronted
            and not verb
            and meaning.kind in ("duration", "rate", "money", "measure", "score")
            and len(whole) <= _LONGEST_PART
            and not spot.in_brackets
            and ends_as_quantity(fronted)
            and self._masked.endswith(fronted, 0, spot.whole_start - 1)
            and fronted.endswith(_LASTING) == (meaning.kind == "duration")
            and not ends_as_quantity(whole)
        ):
            return Name(whole + fronted, "", "name.head-of-subject")  # 每天在校时间，小学不超过6小时
        if whole.endswith("贡献率") and whole[:-3] in FIELDS and self.told.subject:
            return Name(self.told.subject + "对" + whole, "", "name.head-of-subject")
        part = with_division(whole, self.told.subject) if meaning.kind != "rank" else ""
        if part:
            return Name(part, "", "name.head-of-subject")
        follows = self.told.names and self._claimed_until >= spot.whole_start - 1
        shared = whole.startswith("占") or (whole.startswith("拉动") and meaning.kind == "change")
        if shared and follows and self.told.subject.endswith("贡献率") and len(self.told.names) > 1:
            return Name(self.told.names[-2] + whole, "", "name.head-of-subject")
        if shared and follows and not spot.in_brackets:
            return Name(self.told.subject + whole, "", "name.head-of-subject")
        if (
            verb
            and not noun
            and self._masked[spot.clause_start : spot.before.start].endswith(("向", "给", "为"))
        ):
            fronted = self.slice(*earlier.fronted_object(self._masked, spot))
            if fronted:
                return Name(fronted, verb, "name.fronted-object")
        if verb and not noun and meaning.unit in PLACE_UNITS:
            self.told.action = verb
            return Name(whole + meaning.unit, verb, "name.noun-before")
        if verb and not noun:
            return self._of_verb_alone(spot, meaning, whole, verb)
        each = _FOR_EACH.search(self._masked, start, rest_start) if verb and noun else None
        if each is not None:  # 每万人拥有基站25个 is no number of 基站
            return Name(self.slice(each.start(), end), "", "name.noun-before")
        handed = verb in _HANDING_OVER and noun.endswith(_RECEIVERS)
        if verb in KEEP and whole[: whole.find(verb)] in _DIVISIONS:
            return Name(whole, verb, "name.noun-before")  # 农村新建住房
        if verb and (
            verb.rstrip("了起") in KEEP
            or handed
            or verb in _RELIEVING
            or noun.endswith(_SUSPECTS)
            or noun.startswith(_OF_ALL_SORTS)
        ):
            return Name(verb.rstrip("了起") + noun, verb, "name.noun-before")
        if verb and len(noun) <= 2 and not noun.endswith("率"):
            self.told.action = verb
            if verb + noun not in whole:  # 列入计划逐步解决
                return Name(whole[whole.rfind(verb) :], verb, "name.noun-before")
            if not spot.in_brackets and meaning.kind == "count":
                self.told.thing = noun
            return Name(verb.rstrip("了起") + noun, verb, "name.noun-before")
        if verb:
            self.told.action = verb
        if not spot.in_brackets:
            self.told.thing = noun or whole
        mark = self._masked[start - 1] if start else ""
        listed = mark == "、" or (
            mark == "，" and meaning.kind == "count" and "." in spot.quantity.number_text
        )
        name = with_thing(noun or whole, self.told.names, in_list=listed)
        return Name(name, verb or self.told.action, "name.noun-before")

    def _of_verb_alone(self, spot: Spot, meaning: Meaning, whole: str, verb: str) -> Name:
        """梳理涉企政策483件，清理3件: what was done, to the thing told before where that is sure."""
        acting = whole.removesuffix(verb)
        if acting.endswith("共") and acting[:-1].endswith(BODY):
            return Name(verb, verb, "name.noun-before")  # 检察院共批捕2156人
        reaches = whole in ("惠及", "涉及") and meaning.unit in ("人", "人次", "户", "名")
        if reaches and self.told.thing.isalpha():
            return Name(self.told.thing + whole, verb, "name.verb-of-subject")  # 出台民生政策6项，惠及30万人
        if whole in _REACHING or len(whole) > 4 or whole[: whole.find(verb)] not in _ADVERBS:
            return Name(whole, verb, "name.noun-before")
        if not self.told.names and spot.whole_start == spot.sentence_start and meaning.kind == "count":
            topic = self.slice(
                *earlier.headed(self._masked, spot.sentence_start, self._claimed_until, whole=True)
            )
            if topic:
                return Name(topic + whole, verb, "name.verb-of-subject")
        thing = next((known for known in (self.told.thing, self.told.subject) if is_thing(known)), "")
        if not self.told.names and not is_shared(thing) and not thing.endswith("队"):
            thing = ""
        earlier_told = self._claimed_until < spot.sentence_start
        if not thing or earlier_told or self._masked.find(";", self._claimed_until, spot.quantity.start) >= 0:
            thing = self.slice(*earlier.treated_object(self._masked, spot)) or (thing if earlier_told else "")
        if thing.endswith(_PERSONS) and meaning.unit in _OF_THINGS:
            thing = ""  # 可搭载150名乘客，已交付16架
        thing = _MADE_OUT.sub("", thing)
        if not thing and meaning.kind == "count":  # 群众关心的物业纠纷，全年接到8200件
            topic = self.slice(*earlier.topic(self._masked, spot, self._claimed_until))
            if topic:
                return Name(whole + topic, verb, "name.verb-of-subject")
        ahead = None if thing else _DONE_AHEAD.match(self._masked, spot.quantity.end)
        if ahead is not None and ahead.group("unit") == self._masked[spot.quantity.unit_end - 1]:
            return Name(whole + self.slice(*ahead.span("thing")), verb, "name.verb-of-subject")
        added = whole in KEEP and meaning.kind in ("money", "measure")
        if thing and (meaning.kind == "count" or added):
            return Name(whole + without_verb(thing), verb, "name.verb-of-subject")
        return Name(whole, verb, "name.noun-before")

    def _parts(self, start: int, end: int) -> list[str]:
        """The coordinated nouns of a span, each completed with what it shares with the others."""
        pieces = self._split(start, end)
        return complete(pieces)

    def _split(self, start: int, end: int, want: int = 0) -> list[str]:
        pieces = [self.slice(*span) for span in divisions(self._masked, start, end, want)]
        if len(pieces) > 1:
            pieces[-1] = _SO_MANY_OF_THEM.sub("", _OF_SO_MANY.sub(r"\1", pieces[-1]))
        return [piece for piece in pieces if piece]
