"""Durations: how long something lasts or takes, and for how long in a row; not the time that only places a statement."""

from __future__ import annotations

from jinan_metrics import patterns
from jinan_metrics.rules.model import Example, Rule
from jinan_metrics.rules.saying import NOTHING, say
from jinan_metrics.state import Meaning, Spot

_DURATION_NOUN = patterns.compile(
    r"(?:停业整顿|停产整治|暂停营业|政治权利|徒刑|刑期|拘役|缓刑|管制|羁押|住院日|时限|期限|周期|时间|时长|寿命|年龄|年限|日数|天数|工期|用时|耗时|工龄|期|历时|耗时|历经|经过|历经了|经过了|长达|缩短|压缩|压减|延长|提速|提前|提早|减少|达到?|仅需|只需|不超过|不少于|满|超过|为|至|到|由|从|持续|服务|运行|存放|保存|停留|不超|近|需|最快|最长|最短|平均|工作|全程|人均|提前了|等待|响应|接通|仅用|花费|用了?|花了|连任|驻留|经历|缓缴|缓交|停留|暂停|中断|推迟|任职|执教|传承|延续|奋斗|努力|办理|审核|变为)$"
)


_OF_AGE = patterns.compile(r"寿命|年龄|均龄")
_GOING_THROUGH = patterns.compile(r"(?:经过|历经|历时|耗时|进行了?|通过)[^，。;\d]{0,12}$")
_EFFORTS = tuple(
    of + what for of in ("的", "") for what in ("努力", "奋斗", "探索", "实践", "不懈努力", "持续努力")
)
_DONE_IN = patterns.compile(r"(?:就)?(?:能|可)?(?:办[完结妥好]|审结|结案|答复|办理完毕|拿证|发证|反馈)")
_NOT_LASTING = patterns.compile(
    r"(?:的|近|过去|未来|今后|最近|前|后|每|这|那|该|新|头|上|下|第|又|多少|又一个|下一个|上一个|整|首|另|同|(?<!间)隔|半|当|往后|此后|之后|现有|目标|任期|规划|换届)$"
)
_THEREAFTER = patterns.compile(
    r"[ ]?(?:来|以来|间|中|里(?!程)|前|后|内|之内|以内|之后|以后|之前|以前|期(?!限)|制|级|度|均|报|鉴|代|货|会|庆|初|底|末|份|龄|终|产|收入|生|轮|计划|行动|规划|任务|目标|攻坚|学制|增长|平均|年均|大计)"
)


_STREAK_TAIL = patterns.compile(r"(?:连续|接连)(?:第|近|约|超过|超|了)?$|连续多?$|连[涨跌降增升涨]了?$")


_SPENT = patterns.compile(
    r"(?:从事[\u4e00-\u9fff]{2,6}|从教|从医|从警|从业|执业|行医|任教|入行|获刑|领刑|被判处?|入狱|服刑|滞后|逾期|延误|拖延|超期|拘留|存活|受困|滞留|失联|昏迷|了(?:整整|足足)?|(?<!棉)花费?|一干就是|就是|整整)$"
)
_WITHIN = patterns.compile(r"(?:内|之内|以内)?(?:即可|就[能可够行]|能够|便可|(?:基本)?可[达到抵]|可以|直达)")
# 24小时内办结: a promise, where a stretch of days or years (三年内建成) places a statement.
_PROMISED = patterns.compile(
    r"(?=首次响应|办结|办好|办成|响应|到位|到达|答复|回复|处置|反馈|送达|审结|拿证|发证|出证)|(?:(?<=内)|[之以]?内)(?=[\u4e00-\u9fff]{2})(?!的|发生|出现|降雨|降水|气温|最[大高低]|累计|天气|将有)"
)
_HISTORIES = ("的历史", "的党龄", "的教龄", "的工龄", "的办学历史", "的建校历史")
_ALL_WITHIN = ("均在", "都在", "可在", "能在", "须在", "应在", "要在", "全部在")
_TO_COME = ("未来", "今后", "过去", "最近", "近", "在")
_PROMISE_UNITS = ("秒", "分钟", "小时", "工作日")
# 应当自验收合格之日起三十日内报送, 会后15日内提交: from when, or that it must be, makes a deadline of any length of time.
_DEADLINE = patterns.compile(
    r"(?:之日起|之时起|之?后|以后)(?:的)?$|(?:应当?|必须|须|要|可以?|能够?|需)(?:[^，。;:在]{0,12}并)?在$"
)
_IN_ADVANCE = patterns.compile(r"提[前早](?:至少)?$")
_EXPECTED = ("预计", "计划", "力争", "确保", "保证", "承诺")
_DEADLINE_UNITS = (*_PROMISE_UNITS, "日", "天", "周", "个月")
_MEETING = patterns.compile(r"[^，。;]{0,14}(?:会议|大会|普查|全会|论坛|峰会)")


_AGE_REACHED = patterns.compile(r"(?:为|达到?|至|到|年龄|寿命)[^，。;]{0,3}$")
_AGE = patterns.compile(r"(?:(?:寿命|年龄|岁数|均龄)[^，。;]{0,8}|年龄[^，。;\d]{0,4}放宽，[^，。;\d]{0,6})$")
_TAKING = patterns.compile(r"(?:达|历时|长达|用时|经过|历经|为期)$")
_NEEDING = patterns.compile(r"(?:预计|需要?|约需|用了?|花费?了?)$")
_LEAVE = ("产假", "护理假", "陪产假", "育儿假", "婚假", "丧假", "年休假", "探亲假", "哺乳假")
_RUNS_ON = patterns.compile(r"连[增涨升丰降跌减](?=[，。;、]|$)")
_LASTING = patterns.compile(r"(?:不|未|无|如一|坚守|持续|坚持)")


def times_nth(spot: Spot) -> Meaning | None:
    """第5次获评: how many times something has happened."""
    quantity = spot.quantity
    if spot.masked[quantity.number_start - 1 : quantity.number_start] != "第":
        return None
    if quantity.unit in ("年", "个月", "季度", "月", "天", "周", "日") and spot.lead.rstrip("第").endswith(
        "连续"
    ):
        quantity.start = quantity.number_start - 1
        if spot.lead.rstrip("第").endswith("连续"):
            quantity.start = spot.masked.rfind("连续", spot.clause_start, quantity.number_start)
        return say(spot, "duration", "duration.streak")
    if (
        quantity.unit == "次"
        and not _MEETING.match(spot.rest)
        and not spot.rest.startswith(
            ("会议", "全体", "党代会", "代表", "会", "全国", "工业", "浪潮", "人口", "普查", "常务", "中国")
        )
    ):
        quantity.start = quantity.number_start - 1
        happened = spot.after.happening[0] < spot.after.happening[1]
        if happened or (spot.lead.rstrip("第").endswith("连续") and spot.after.noun[0] < spot.after.noun[1]):
            return say(spot, "count", "count.nth-time")
    return NOTHING


def duration_level(spot: Spot) -> Meaning | None:
    """How long something lasts or takes; 连续N年; not the stretches of time that only place a statement."""
    quantity = spot.quantity
    if quantity.kind != "duration":
        return None
    text = spot.masked
    lead = text[spot.clause_start : quantity.number_start]
    if lead.endswith("连续") or _STREAK_TAIL.search(lead):
        at = text.rfind("连", spot.clause_start, quantity.number_start)
        if text.startswith("连续", at):
            quantity.start = at
        return say(spot, "duration", "duration.streak" if text.startswith("连续", at) else "duration.run")
    unit = quantity.unit
    if unit in ("周岁", "岁"):
        if text.startswith("的", quantity.end):
            return NOTHING  # 35岁以下的143人
        if spot.before.has("to", "to_up", "to_down", "level") and _OF_AGE.search(
            text, spot.whole_start, quantity.start
        ):
            return say(spot, "duration", "duration.age")
        if spot.quantity.bound != "exact" and not _AGE_REACHED.search(lead):
            return NOTHING
        if _AGE.search(lead):
            return say(spot, "duration", "duration.age")
        return NOTHING
    if text[quantity.number_start - 1 : quantity.number_start] == "每":
        return say(spot, "duration", "duration.every")
    if unit == "周年":
        return NOTHING if spot.quantity.chinese else say(spot, "duration", "duration.anniversary")
    recent = text[quantity.start : quantity.number_start] == "近" and unit == "年"
    if recent and not _TAKING.search(text, spot.clause_start, quantity.start):
        return NOTHING
    if unit == "年" and text.startswith(_HISTORIES, quantity.end) and spot.before.end > spot.before.start:
        return say(spot, "duration", "duration.lasting")
    before = quantity.number_start if quantity.bound == "exact" else quantity.start
    if lead.endswith(("时隔", "相隔")):
        return say(spot, "duration", "duration.lasting")
    if unit == "年" and text.startswith(_EFFORTS, quantity.end):
        return NOTHING  # 经过五年的努力
    if spot.after.with_de and unit != "年" and _GOING_THROUGH.search(text, spot.clause_start, quantity.start):
        return say(spot, "duration", "duration.lasting")  # 经过队员20多个小时的搜救
    ends = spot.rest[:1] in ("", "，", "。", ";", ")", "\n")
    if ends and _SPENT.search(text, spot.clause_start, before):
        return say(spot, "duration", "duration.lasting")
    if (
        unit in _PROMISE_UNITS
        and not quantity.chinese
        and _PROMISED.match(text, quantity.end)
        and (not lead.endswith(_TO_COME) or lead.endswith(_ALL_WITHIN))
    ):
        return say(spot, "duration", "duration.within")
    if text.startswith(_LEAVE, quantity.end):
        return say(spot, "duration", "duration.lasting")  # 享受98天产假
    if text.startswith(("时间就", "时间便"), quantity.end) and spot.before.end <= spot.before.start:
        return say(spot, "duration", "duration.lasting")  # 4天时间就恢复供水
    if text.startswith(("拘留", "拘役", "以下拘留", "的拘留"), quantity.end) and "处" in lead:
        return say(spot, "duration", "duration.penalty")
    if unit in ("年", "个月", "季度") and _RUNS_ON.match(text, quantity.end):
        return say(spot, "duration", "duration.lasting")  # 面积两年连增
    if (
        unit in ("天", "工作日", "小时", "分钟")
        and spot.before.end > spot.before.start
        and _DONE_IN.match(text, quantity.end)
    ):
        return say(spot, "duration", "duration.limit")  # 平均每件11.3天办完
    inside = text[quantity.end - 1] == "内" or text.startswith(("内", "之内", "以内"), quantity.end)
    if inside and text.startswith("不得", quantity.end):  # 五年内不得申请: for so long, no less
        return say(spot, "duration", "duration.within", bound="exact")
    if inside and unit in ("天", "日") and lead.endswith(_EXPECTED):
        return say(spot, "duration", "duration.within")
    if inside and unit in _DEADLINE_UNITS and _DEADLINE.search(text, spot.clause_start, quantity.start):
        return say(spot, "duration", "duration.within")
    if spot.before.basis is not None and lead.endswith("提前"):
        return say(spot, "change", "change.verb", direction="down")  # 比法定时限提前7个工作日
    moved = spot.before.from_level or spot.before.has("to", "to_up", "to_down", "up", "down")
    moved = moved or lead.endswith(("控制在", "保持在", "稳定在"))
    if inside and unit in ("年", "个月") and text[quantity.end - 2] not in "以之" and not moved:
        return NOTHING  # 力争在两年内完成三年的任务
    if spot.before.from_level and not _THEREAFTER.match(text, quantity.end):
        return say(spot, "duration", "duration.limit")
    if _NOT_LASTING.search(text[max(spot.clause_start, before - 4) : before]) and not text.endswith(
        "提前", spot.clause_start, quantity.start
    ):
        return NOTHING
    after_unit = text[quantity.end : spot.clause_end + 1]
    limited = quantity.bound == "under" and text[quantity.end - 2 : quantity.end] in ("以内", "之内")
    if _THEREAFTER.match(after_unit) and not limited:
        return NOTHING
    if (
        quantity.chinese
        and lead.endswith(("实现", "完成", "相当于"))
        and spot.after.noun[0] < spot.clause_end
    ):
        return NOTHING  # 实现三年脱困目标, 相当于五年少生
    if after_unit.startswith(("时间", "的时间")) and _NEEDING.search(text, spot.clause_start, quantity.start):
        return say(spot, "duration", "duration.limit")
    if spot.before.from_level or spot.before.has("to", "to_up", "to_down", "up", "down"):
        return say(spot, "duration", "duration.limit")
    if _DURATION_NOUN.search(text[spot.clause_start : quantity.start].rstrip()) or spot.before.has("level"):
        dated = unit == "日" and "." not in quantity.number_text
        if unit == "号" or (dated and not _IN_ADVANCE.search(text, spot.clause_start, quantity.start)):
            return NOTHING
        return say(spot, "duration", "duration.limit")
    if (
        unit in ("工作日", "小时", "分钟", "学时", "课时", "秒", "个月", "天", "周")
        and not quantity.chinese
        and not spot.rest[:1].strip(" ，。;、)")
        and spot.before.end > spot.before.start
    ):
        return say(spot, "duration", "duration.limit")
    if (
        ends
        and unit == "年"
        and quantity.bound != "exact"
        and spot.before.end - spot.before.start >= 3
        and not recent
    ):
        return say(spot, "duration", "duration.lasting")
    if ends and "." in quantity.number_text and spot.before.end > spot.before.start:
        return say(spot, "duration", "duration.limit")  # 平均住院日8.6日，其中公立医院8.0日
    if _WITHIN.match(after_unit) and spot.before.end > spot.before.start:
        return say(spot, "duration", "duration.limit")
    if (
        unit in ("年", "个月", "天")
        and spot.after.happening[1] - spot.after.happening[0] >= 2
        and _LASTING.match(text, *spot.after.happening)
    ):
        return say(spot, "duration", "duration.lasting")
    return NOTHING


RULES = (
    Rule(
        "duration.streak", "kind", "连续 and a length of time counts how long something has gone on; a rank beside it is its own claim.", "“连续N年”表示持续多久；同句中的名次另算一条。",
        (
            Example("济南连续6年获评“中国领军智慧城市”。", {"kind": "duration", "value": 6, "unit": "年", "metric": "获评“中国领军智慧城市”"}),
            Example("平均亩产连续第四年稳定在较高水平。", {"kind": "duration", "value": 4}),
        ),
        ("近五年来工作扎实推进。",),
    ),
    Rule(
        "duration.run", "kind", "连涨, 连降 and a length of time: a run in one direction.", "“连涨、连降”加时长：同一方向的持续。",
        (Example("猪肉价格连涨两个月。", {"kind": "duration", "value": 2}),),
        (),
    ),
    Rule(
        "duration.limit", "kind", "A length of time after a word of time limit, or after a verb of level or movement.", "时限类名词或水平、增减类动词之后的时长。",
        (Example("审核时限压缩到5个工作日。", {"kind": "duration", "value": 5, "unit": "工作日", "metric": "审核时限"}),),
        ("过去五年成绩显著。", "近三年来持续改善。"),
    ),
    Rule(
        "duration.within", "kind", "Minutes, hours or working days within which something is promised or done.", "“N小时内、N个工作日内”办成某事：承诺或实际的时限。",
        (
            Example("紧急事项24小时内办结。", {"kind": "duration", "value": 24, "unit": "小时", "metric": "紧急事项办结"}),
            Example("接到报警后5分钟内到达现场。", {"kind": "duration", "value": 5, "metric": "到达现场"}),
        ),
        ("未来24小时内将有大风。", "三年内建成一批项目。"),
    ),
    Rule(
        "duration.penalty", "kind", "A detention that a law lays down.", "法律规定的拘留、拘役期限。",
        (Example("由公安机关处五日以上十日以下拘留。", {"kind": "duration", "value": 5, "unit": "日", "metric": "拘留"}),),
        (),
    ),
    Rule(
        "duration.age", "kind", "Years of age where an age or a life expectancy is named.", "点明年龄或寿命时的岁数。",
        (Example("人均预期寿命达到79.6岁。", {"kind": "duration", "value": 79.6, "unit": "岁"}),),
        ("60岁以上老人免费乘车。",),
    ),
    Rule(
        "duration.anniversary", "kind", "Anniversaries in digits; a reader may or may not call them claims, so confidence is low.", "用数字写的周年，可算可不算，置信度低。",
        (Example("纪念改革40周年。", {"kind": "duration", "value": 40}),),
        (),
    ),
    Rule(
        "duration.every", "kind", "每, a length of time, what is done and how many times: how often it is done.", "“每N年…一次”：多久一次。",
        (Example("委员每三年改选一次。", {"kind": "duration", "value": 3, "unit": "年", "metric": "委员改选"}),),
        ("平均每年增长5%。",),
    ),
    Rule(
        "duration.lasting", "kind", "A length of time with 不断, 未, 持续 behind it tells how long a state has held.", "时长之后有“不、未、持续”等，说明状态持续多久。",
        (
            Example("热线服务群众24年不断线。", {"kind": "duration", "value": 24}),
            Example("老护林员在深山守了整整20年。", {"kind": "duration", "value": 20}),
        ),
        (),
    ),
    Rule(
        "count.nth-time", "kind", "第N次 counts how many times something has happened.", "“第N次”是累计发生的次数。",
        (Example("济南市第5次获评“中国领军智慧城市”。", {"kind": "count", "value": 5, "unit": "次"}),),
        ("召开第5次会议。",),
    ),
)  # fmt: skip
