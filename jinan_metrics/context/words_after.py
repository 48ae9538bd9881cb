"""What comes behind a number: the noun, or the happening."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jinan_metrics import lexicon, patterns
from jinan_metrics.context.trimming import strip_trailing

_VERBS = lexicon.classes("verbs")
_MOVEMENTS = (*lexicon.classes("tails")["up"], *lexicon.classes("tails")["down"])
_STOP_WORDS = [word for word in (*_VERBS["stop"], *_MOVEMENTS) if len(word) > 1]
_OPENING_WORDS = [word for word in _VERBS["stop"] if len(word) > 1]
_STOP_SIGNS = (
    lexicon.alternation(_STOP_WORDS)
    + r"|(?<![基原诱])因(?![素特材子])|(?<![座交洽会])谈(?![判话心])|(?<!方)面对(?=[^，。]{2})|[今昨][天晚日](?!的)|之一(?=[，。;、]|$)|让(?![利步渡座])|快速(?=发展|增长|推进)|免费(?=[提发开享为向])|万无一失|按(?![揭摩键])|曾(?=[于经在获被])|[和、及与](?=\d|有)|(?<![公总一])共(?:有(?![产制])|(?=出动|投入|查[处扣获]|抓获|完成|受理|审结|开展|组织|发放|筹[集措]))|(?<![归退偿返交生])还(?=[将在有要是会能可需应])|来(?=[我本][市省县区国])|就(?=[已将能可在会要陆])|正(?=[在抢加紧努])|直接(?=[开进送到])|[将把被皆仍](?![军])|都(?!市)|平均|合计(?!数)|加起来|加在一起|全线(?=[投贯通开建])|(?<![人户日月年平])均(?![价衡量质])|已(?!婚)|(?<![存现所内潜实])在(?![线校园建职册岗编保读学])|(?<![行成作认因改])为(?![民期]|首的)|(?<![集其库大高初空城])中(?![文华东原层年产转端秋草试心国学央小型介医药欧部期东职央外标考等共])"
    r"|占(?![地有用])|也|是(?!非)|(?<![供补配])给(?![水排])|(?:19|20)\d\d ?年|(?<![方志导趋倾面转去动风纵横双单])(?<![内外])向(?![导量上日])|\d{1,2}日(?![游])|(?<![自理缘])由(?!于)|从(?![业事严轻而教])|(?:(?<=方面)|(?<!面|针|相|应|核|结|绝|配|校))对(?![外口接象策比照话标公])|(?<![许认])可(?![再持靠视行调])|未(?![成来])|不(?![动良锈同孕明])|无(?![人线害烟障形偿])|超(?![级高限载市大低])|(?<![直发到抵下传表转送通])达(?!标)|(?<![中高初同平])等(?![级候待额次离值效])|(?<![民宜安定居])居(?=全|第|首|榜|前|世界|国内)|(?<![供军急内外刚])需(?![求])"
)
_STOP = patterns.compile(
    rf"(?=[{lexicon.first_characters(_STOP_WORDS)}居加共按还就来和、及与因谈面今昨之让快免万曾共将把被皆仍都均平合全已直正在为中占由从对可未不无超达等需也是给向\d])"
    f"(?:{_STOP_SIGNS})"
)
# 两家公司移交了资料: the verb begins one or two characters before 了
_SHORT = (
    "圆有作做用打开走买写带给进出过成为得占增减降升达破超获夺创建修种送发通办盖上下拿当交还收换装拆铺挖养"
)
# ... or but one, where what stands before is a noun's end: 学校划了, 公司签了
_BRIEF = "划签领租订考试测评查罚抓救帮借付缴捐赔停封清补提退转招聘派养栽育教治护学用办选设"
_WITH_LE = patterns.compile(
    rf"(?:{lexicon.alternation(_VERBS['completed'])})了"
    rf"|(?<=[校民司户厂院店镇员])[{_BRIEF}]了(?!解)|(?![\u4e00-\u9fff][{_SHORT}]|[校民司户厂院店镇员][{_BRIEF}])[\u4e00-\u9fff]{{2}}了(?!解)|(?<=.)[{_SHORT}]了(?!解)"
)
_ACTS = set(_VERBS["act"]) - set(_VERBS["act_first"])
_STOP_OR_ACT = patterns.compile(f"(?:{_STOP_SIGNS}|节[约省](?![型用集])|{lexicon.alternation(_ACTS)})")
_OPENING = patterns.compile(
    r"(?:同比|环比|相比|很|兑换?$|尚(?![书德志])|改(?=[按为用由在成以])|[挤挺闯迈]进|[升降跌涨增减提]至|[升降跌涨增减提]到|处(?![罚方长级室理置分])|[好高低优快慢差多少]于|等(?=[^，。;、]{2,6}(?:设备|企业|项目|单位|机构|地区|产品)(?:[，。;]|$))|(?:今年|明年|去年|年底|年内|下月|下周|次月|限期)|因(?![素子])|\d{1,2}月底?|"
    + lexicon.alternation(_OPENING_WORDS)
    + r"|[将把被均都皆已在于对由从以向并且而后占为是有共可会不未无仍还也又再就才只仅至到给让使令需要应能内间起来后前时获居列位超达])"
)
_MARK_PASSED = patterns.compile(
    r"(?:(?:[两三四五\d]个|两|三)?(?:[十百千万]{0,2}亿?级)?新?(?:大)?(?:台阶|关口|大关|门槛)|关(?=[，。;、]|$)|水平(?=[，。;、]|$)|整(?=[，。;、)]|$)|外(?=[，。;、]|$)|的?(?:(?:预期|控制|年度)?目标(?:范围)?|范围)(?:以内|之内|内)(?=[，。;、]|$)|的?目标(?=[，。;、]|$)|高位|区间)"
)
# Where nothing follows a number: punctuation, brackets, signs, another number.
_NOTHING_FOLLOWS = frozenset("→⇒，。;:!?\n、()（）]】|-~+*/\\\x020123456789")
# 约530公斤及汽车3辆: what stands behind a connective is the next number's
_CONNECTED = patterns.compile(
    r"(?:户|人|亩|日|月|年|案|件)均|以上|左右|以下|以内|以及|及(?!时|格|第)|和(?![平谐田睦解])"
)
_CONNECTED_BEGINS = frozenset("户人亩日月年案件以及左和")
_DIVISIONS_OF = patterns.compile(
    r"(?:[省县市](?:[、和]自治区)?[、和]直辖市|[省县市区](?:\x02{3,}|\((?:[市区旗、]|自治区|直辖市){1,8}\)))(?=[\u4e00-\u9fff])(?![和的县区市委级长党政]|[\u4e00-\u9fff]{0,4}中)"
)
# 两个县的行政机关败诉率仍在15%以上: what the next number tells of
_NEXT_WITHIN = 3
_OF_THE_NEXT = patterns.compile(
    r"(?:县|市|区|旗|州|省份?|乡镇|镇|街道|乡|村|社区|城市|地区|区县|县区|县市)(?P<de>的)[^，。;:的、\d]{2,12}$"
)
_YEAR = patterns.compile(r"(?:19|20)\d\d年")
_EACH_BEHIND = patterns.compile(r"每\d{0,4}(?:公斤|千克|克|斤|吨|升|桶|袋)?$")
_JOINED = patterns.compile(r"[和及与](?![平谐田]|地区)[\u4e00-\u9fff]{0,3}$")
_LATIN_NAME = patterns.compile(r"\d[A-Z]")  # 5G基站
_NOUNS_LIKE_VERBS = patterns.compile(
    r"(?:时(?:速|薪|长|延|效)|稳(?:增长|就业|投资|外贸|岗)|在(?:编|职|岗|读|研|逃|押|库|营|线|训)(?![^，。;]{0,1}[，。;])|无(?:息|偿)|以(?:旧换新|工代赈|奖代补)|上线下|参与(?:者|人|企业|单位|方)|使用者|受(?:访者|益者|助者|灾户)|派出(?:所|机构|机关)|集体(?=[、，。;和及荣获被]|$|采访|企业|资产|经济|林|土地|荣誉|合同|学习|食堂|产权|农庄|建设用地)|继续(?:医学|护理)?教育|认定事项|许可事项|被(?:[审投考督巡检处][计诉核察查罚](?:单位|企业|对象|部门|人)|告|申请人|执行人|征地|害人|监管人|救助)|参保(?:人员|职工|居民|单位)|就业(?:岗位|人员|困难|人口)|(?<=质量|指标|标签|手续|程序|含量)不(?:合格|达标|规范|齐全|到位|符)|已(?:办结|审结|结案|完工|建成|竣工|投产|结项|签约|整改|通车|投用|上市|登记|备案)(?:案件|项目|工程|企业|事项|问题|小区)|(?<=国际|世界|全球|国内)领先(?:技术|水平|企业|成果|产品|优势)|同步(?:轨道|卫星|电机|器)|服务(?:工作者|岗位|保障|能力|体系|管理|设施|标准|质量|水平|业务|产业|贸易|外包|区|组织|主体|小分队|小队|分队|的|(?=[，。、;]|$)|活动|事项|机构|企业|平台|中心|站|点|项目|人员|热线|网点|窗口|窗|团|队|大厅|业)|检查(?:站|点|组|事项|项目)|监测(?:站|点|断面|平台)|调解(?:组织|委员会|员|中心|室|案件)"
    r"|审批(?:事项|服务|项目|窗口)|执法(?:人员|机构|队伍|案卷|部门|力量|事项|案件|单位|证|行为)|建设(?:项目|方案|用地|任务|工程|单位|兵团|地区)|培训(?:班|机构|基地|项目)|试点(?:专业|学科|课程|企业|学校|医院|机构|园区|地区|单位|城市|县|项目|任务|村|省|市|镇)|改造(?:项目|工程|任务)"
    r"|投资(?:项目|基金|规模|企业|主体)|生产(?:企业|线|基地|经营|总值|安全|性)|销售(?:额|收入|网点)|运输(?:企业|车辆|船舶)|公开(?:事项|课|栏)|可(?:卡因|可|乐|燃|转|移动|循环|回收|降解|控|比|用|调|视)|全覆盖|发布会|被困|搬迁(?:群众|户|人口|对象|居民)|脱贫(?:县|户|人口|地区|劳动力|村|群众|家庭)|会(?:员|议|展|计|所|场|馆|商|费|籍)|共(?:享|建|青|党|产|同|性|管)|使(?:馆|领馆|节|者)|内(?:河|陆|科|地|销|存|涝)|前(?:期|端|沿|置)|后(?:勤|期|端|续)|以色列|就(?:业(?!目标)|诊|医|餐|学)|再(?:生|就业|制造|贷款|融资|保险|担保)|应(?:用|急|届|收|付)|能(?:源|耗|量|手)|列车|超(?:市|高|大|低|算|短)|对(?:虾|话)|有[^，。;、\d]{1,8}(?:人员|者|企业|案件)|重点|重大|重要|高|低|大(?!幅)|小|新(?!增)|不动产|未成年|无人机|无障碍|可再生|可持续|应急|能源|要素|内资|起重|前沿|后备|时代|来信|来访|增值|参展|获奖(?!励)|有关|有色|有效|对口|对外|从业|以上|在校|在建|在册|居民|居家|居住|列车|超市|超限|达标|需求|应届|已婚|公开信|代理(?:人|机构|点)|养殖(?:场|户|企业)|种植(?:户|基地|面积)|创新|规范性|行政|安置(?:房|点|区)|集中(?:连片|式|安置|收网|整治|攻坚|行动|统一|执法|治理|教育|培训|宣传|采购|隔离|供养)|促进(?:创新|会|中心)|运行(?:线路|图)|直接(?:投资|融资)|当选(?:代表|委员|人)|未(?:摘帽|脱贫|参保|就业)[\u4e00-\u9fff]|保障(?:体系|安全网|制度|水平|机制|标准|资金)|保障性?(?:住房|房|租赁|对象)|帮扶(?:对象|车间)|登记(?:机构|事项|站)|采购(?:项目|人)|研发(?:机构|中心|平台|人员|投入)|示范|孵化(?:器|基地)|储备(?:项目|库|林|粮)|治理(?:项目|任务|中心)|审计(?:项目|问题)|代表|典型|指导性|交易(?:平台|中心|额)|处级|支持(?:项目|政策))"
)
# A bracket that ends a noun: 校区（东湖、西山、南站）; alternatives are part of it: 县（市、区）
_REMARK_BEHIND = patterns.compile(r"\(|(?<![省市县区乡镇道部院\x02])\x02{6}")
_ASIDE_BEGINS = ("\x02", "(")
_UNIT_ASIDE = patterns.compile(r"\x02{3,4}(?!\x02)|\([套只件次辆间个]\)")
# Doings that are given or gone through: nouns where nothing follows them.
_GIVEN = frozenset(("支持", "援助", "保障", "补偿", "奖励", "补贴", "服务", "培训", "救援", "整治", "调查"))
# … but not movements and words of one character.
_NO_DOINGS = frozenset(
    (
        *_MOVEMENTS,
        *"将把被均都皆已在于对由从以向并且而后占为是有共可会不未无仍还也又再就才只仅至到给让使令处需要应能内间起来后前时获居列位超达",
    )
)
_GONE_THROUGH = patterns.compile(r"[\u4e00-\u9fff]{2,6}(?=[，。;、\n]|$)")
# 230多名来自各行各业的志愿者, 10家具有国际竞争力的企业
_QUALIFIED = ("来自", "参与", "参加", "具有", "具备", "拥有", "符合", "从事", "位于")
_COMING_FROM = patterns.compile(
    rf"居住的|(?:{lexicon.alternation(_VERBS['completed'])})了[^，。;、的\d]{{1,12}}的(?=[^，。;、的\d]{{2}})"
    r"|[^，。;、的\d]{2,10}(?:支持|提出|反映|提供|批准|认定|牵头|发布|参与|研发|承担|居住)的(?=[^，。;、的\d]{3})|(?:来自|参与|参加|具有|具备|拥有|符合|从事|位于)[^，。;:的\d]{1,16}的"
)


_BY_THEMSELVES = (*_QUALIFIED, *_VERBS["completed"], "居住")


@dataclass(slots=True)
class After:
    """What comes after a number: a noun, or a happening (``verb``); both may be empty spans."""

    noun: tuple[int, int]
    happening: tuple[int, int]
    with_de: bool


def after(masked: str, start: int, limit: int, *, crowded: bool = False) -> After:
    """The noun or the happening between the end of a quantity and ``limit`` (next quantity or end of clause).

    ``crowded``: the next quantity has a noun of its own before it, so that a verb of doing ends this one's.
    """
    at, with_de = start, False
    aside = _UNIT_ASIDE.match(masked, start, limit) if masked[start : start + 1] in _ASIDE_BEGINS else None
    if aside is not None:  # 20万台（套）农机
        at = aside.end()
    while at < limit and masked[at] in " 的":
        with_de = with_de or masked[at] == "的"
        at += 1
    of_year = _YEAR.match(masked, at, limit) if with_de and masked[at : at + 1] in ("1", "2") else None
    at = at if of_year is None else of_year.end()  # 为期三天的2023年全国考试
    empty, end = (at, at), limit
    if at >= limit or (masked[at] in _NOTHING_FOLLOWS and not _LATIN_NAME.match(masked, at, limit)):
        return After(empty, empty, with_de)
    coming: re.Match[str] | None = None
    de = masked.find("的", at, limit)
    if de > at:
        by_them = masked[start - 1] in "户人名位"  # 30户居民反映的问题 are not 30 problems
        if (not by_them and (de < at + 14 or masked.startswith(_QUALIFIED, at))) or (
            by_them and masked.startswith(_BY_THEMSELVES, at)
        ):
            coming = _COMING_FROM.match(masked, at, limit)
    if coming is not None:
        at = coming.end()
        empty = (at, at)
    if (
        at >= limit
        or _MARK_PASSED.match(masked, at, limit)
        or (masked[at] in _CONNECTED_BEGINS and _CONNECTED.match(masked, at, limit))
    ):
        return After(empty, empty, with_de)
    nouny = _NOUNS_LIKE_VERBS.match(masked, at, limit)
    opening = _OPENING.match(masked, at, limit) if nouny is None else None
    gone_through = with_de and opening is not None and opening.group() not in _NO_DOINGS
    if opening is not None and not (gone_through and _GONE_THROUGH.match(masked, at)):
        return After(empty, (at, strip_trailing(masked, at, end)), with_de)
    ends = _STOP_OR_ACT if crowded else _STOP
    stop = _next_stop(ends, masked, max(at + 1, nouny.end() if nouny else at + 1), limit)
    while stop is not None:
        nouny = _NOUNS_LIKE_VERBS.match(masked, stop.start(), limit)
        given = masked[stop.start() : limit] in _GIVEN  # 18.5亿美元的军事支持
        if nouny is None and not given and masked[stop.start() - 1] != "新":  # 新产品、新服务
            break
        stop = _next_stop(ends, masked, stop.end() if nouny is None else nouny.end(), limit)
    if stop is not None:
        end = stop.start()
        if (
            stop.group() in _MOVEMENTS and "、" in masked[at:end] and not _DIVISIONS_OF.match(masked, at, end)
        ):  # 投放三成名额、报名量增长两成
            end = masked.index("、", at)
    last = masked.rfind("、", at, end) if limit == end else -1
    if last > at and masked[last + 1 : end] in _VERBS["act"]:
        end = last  # 4条航线、通航7个城市
    bracket = _REMARK_BEHIND.search(masked, at + 1, end)
    if bracket is not None:
        end = bracket.start()
    divided = _DIVISIONS_OF.match(masked, at, end) if masked[at] in "省县市区" else None
    if divided is not None:  # 16个县（市、区）财政收入超过10亿元
        end = divided.end()
    if at < de < end and limit - end <= _NEXT_WITHIN and masked[limit : limit + 1].isalnum():
        next_of = _OF_THE_NEXT.match(masked, at, end)
        end = end if next_of is None else next_of.start("de")
    each = _EACH_BEHIND.search(masked, at + 1, end) if "每" in masked[at:end] else None
    if each is not None:  # 24种蔬菜均价每500克3.62元
        end = each.start()
    if limit == end and end - at > 1 and masked[end - 1] == "有" and masked[end : end + 1].isdecimal():
        end -= 1  # 过百万元的村有38个
    joined = (
        _JOINED.search(masked, at + 1, end)
        if limit == end and masked[limit : limit + 1].isdecimal()
        else None
    )
    if joined is not None:  # 32座小站和附近59个村镇
        end = joined.start()
    end = strip_trailing(masked, at, end)
    if masked[end - 1 : end] == "看" and end - at > 2:  # 从全省15个市州看
        end -= 2 if masked[end - 2] == "来" else 1
    happening = (end, strip_trailing(masked, end, limit)) if end < limit else (end, end)
    return After((at, end), happening, with_de)


def _next_stop(ends: re.Pattern[str], masked: str, at: int, limit: int) -> re.Match[str] | None:
    """What ends the noun first: a word of ``ends``, or a verb with 了."""
    stop = ends.search(masked, at, limit)
    done = _WITH_LE.search(masked, at, limit) if "了" in masked[at:limit] else None
    return done if done is not None and (stop is None or done.start() < stop.start()) else stop
