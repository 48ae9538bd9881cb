"""Hard phrases: what several rules must do together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from jinan_metrics.extract import extract

PHRASES: list[tuple[str, list[tuple[str, str, float, str, str]]]] = [
    # what cases came to: the word alone is the name
    (
        "办结复议案件96件，其中维持51件、驳回23件、撤销6件。",
        [
            ("复议案件", "count", 96, "件", "actual"),
            ("维持", "count", 51, "件", "actual"),
            ("驳回", "count", 23, "件", "actual"),
            ("撤销", "count", 6, "件", "actual"),
        ],
    ),
    (
        "移送司法机关7人，移送纪检机关线索3条。",
        [("移送司法机关", "count", 7, "人", "actual"), ("纪检机关线索", "count", 3, "条", "actual")],
    ),
    # a level says nothing without the thing that has it
    (
        "建成国家级实训基地4个、省级15个。",
        [("国家级实训基地", "count", 4, "个", "actual"), ("省级实训基地", "count", 15, "个", "actual")],
    ),
    # as many owners as rates; one doing for two
    (
        "办理议案23件、提案71件，满意率分别为98.1%和99.4%。",
        [
            ("办理议案", "count", 23, "件", "actual"),
            ("提案", "count", 71, "件", "actual"),
            ("议案满意率", "rate", 98.1, "%", "actual"),
            ("提案满意率", "rate", 99.4, "%", "actual"),
        ],
    ),
    (
        "政务公报、微信发布信息1300条、2.6万条。",
        [
            ("政务公报发布信息", "count", 1300, "条", "actual"),
            ("微信发布信息", "count", 26000, "条", "actual"),
        ],
    ),
    # nought, and ratios of three parts
    ("事故死亡人数降为0。", [("事故死亡人数", "count", 0, "", "actual")]),
    (
        "产业结构由5:41:54调整为4.6:41.2:54.2。",
        [
            ("产业结构", "ratio", 5, "", "baseline"),
            ("产业结构", "ratio", 41, "", "baseline"),
            ("产业结构", "ratio", 54, "", "baseline"),
            ("产业结构", "ratio", 4.6, "", "actual"),
            ("产业结构", "ratio", 41.2, "", "actual"),
            ("产业结构", "ratio", 54.2, "", "actual"),
        ],
    ),
    # promises in minutes and hours; a rank held for years
    (
        "1小时内响应、24小时内办结。",
        [("响应", "duration", 1, "小时", "actual"), ("办结", "duration", 24, "小时", "actual")],
    ),
    (
        "营商环境评价连续五年位列全省前三。",
        [("营商环境评价", "duration", 5, "年", "actual"), ("营商环境评价", "rank", 3, "位", "actual")],
    ),
    # a topic before a comma, whatever verbs its characters are elsewhere
    ("县里变化大。农村居民人均收入，比上年增长4.3%。", [("农村居民人均收入", "change", 4.3, "%", "actual")]),
    (
        "规上工业增加值，扣除价格因素，比上年实际增长4.3%。",
        [("规上工业增加值", "change", 4.3, "%", "actual")],
    ),
    ("绿色信贷，比上年增长8%。", [("绿色信贷", "change", 8, "%", "actual")]),
    (
        "农村居民人均收入和城镇居民人均收入，去年分别达到18200元和36500元。",
        [
            ("农村居民人均收入", "money", 18200, "元", "actual"),
            ("城镇居民人均收入", "money", 36500, "元", "actual"),
        ],
    ),
    # what a plan asks is done, sizes tell apart, a rank in two fields, a bracket between noun and verb
    ("财政收入完成年度计划的104.3%。", [("财政收入完成年度计划", "rate", 104.3, "%", "actual")]),
    ("新开工10亿元以上项目58个。", [("新开工10亿元以上项目", "count", 58, "个", "actual")]),
    (
        "财政收入居全省第3位、地级城市第5位。",
        [("财政收入", "rank", 3, "位", "actual"), ("财政收入", "rank", 5, "位", "actual")],
    ),
    (
        "财政收入（253亿元）增长4.3%。",
        [("财政收入", "money", 25300000000, "元", "actual"), ("财政收入", "change", 4.3, "%", "actual")],
    ),
    ("建成区绿化覆盖率41.5%。", [("建成区绿化覆盖率", "rate", 41.5, "%", "actual")]),
    (
        "城镇居民收入从第5位上升到第3位。",
        [("城镇居民收入", "rank", 5, "位", "baseline"), ("城镇居民收入", "rank", 3, "位", "actual")],
    ),
    # so many for each are not so many in all
    (
        "已建成通信基站2.3万个，每万人拥有通信基站25个。",
        [("通信基站", "count", 23000, "个", "actual"), ("每万人拥有通信基站", "count", 25, "个", "actual")],
    ),
    ("科研经费投入强度2.65%。", [("科研经费投入强度", "rate", 2.65, "%", "actual")]),
    # of a population the natural growth is a rate
    ("人口自然增长率下降到3.06‰。", [("人口自然增长率", "rate", 3.06, "‰", "actual")]),
    # what is to come, said behind the number, by an event, at the head of a list
    ("今年，3座水库将陆续开工。", [("水库", "count", 3, "座", "target")]),
    ("预计今年10月底建成农村道路112公里。", [("农村道路", "measure", 112, "公里", "target")]),
    ("目标：高速公路总里程突破550公里。", [("高速公路总里程", "measure", 550, "公里", "target")]),
    # one verb over a list; the name stays each item's own
    (
        "审核规范性文件56件、党政联合发文13件。",
        [("审核规范性文件", "count", 56, "件", "actual"), ("党政联合发文", "count", 13, "件", "actual")],
    ),
    # the noun on either side of the number
    ("建立起505人的公职律师队伍。", [("公职律师队伍", "count", 505, "人", "actual")]),
    ("将90%以上的执法力量下沉到一线。", [("执法力量下沉到一线", "rate", 90, "%", "actual")]),
    # shared subjects across clauses
    (
        "全县生产总值达到286.5亿元，增长6.2%，高于全市0.4个百分点。",
        [
            ("全县生产总值", "money", 28650000000, "元", "actual"),
            ("全县生产总值", "change", 6.2, "%", "actual"),
            ("全县生产总值", "change", 0.4, "百分点", "actual"),
        ],
    ),
    # from one level to another
    (
        "审批时限由15天压缩至3个工作日。",
        [("审批时限", "duration", 15, "天", "baseline"), ("审批时限", "duration", 3, "工作日", "actual")],
    ),
    # in turn, and for each
    (
        "办理率、满意率分别达93.5%和97.2%。",
        [("办理率", "rate", 93.5, "%", "actual"), ("满意率", "rate", 97.2, "%", "actual")],
    ),
    (
        "决定履行率、出庭应诉率均达100%。",
        [("决定履行率", "rate", 100, "%", "actual"), ("出庭应诉率", "rate", 100, "%", "actual")],
    ),
    # a unit that stands once
    (
        "一产、二产占比分别提高1.5和2.5个百分点。",
        [("一产占比", "change", 1.5, "百分点", "actual"), ("二产占比", "change", 2.5, "百分点", "actual")],
    ),
    # the top of a scale stands in brackets
    (
        "平均得分13.24分（满分14分）。",
        [("平均得分", "score", 13.24, "分", "actual"), ("平均得分", "score", 14, "分", "maximum")],
    ),
    # the field of a rank is counted
    (
        "营商环境指数在全省16个城市中排名第四。",
        [("城市", "count", 16, "个", "actual"), ("营商环境指数", "rank", 4, "位", "actual")],
    ),
    # old values without 由, in front of a comma, in words of a plan's name
    (
        "窗口间隔15分钟缩为8分钟。",
        [("窗口间隔", "duration", 15, "分钟", "baseline"), ("窗口间隔", "duration", 8, "分钟", "actual")],
    ),
    (
        "园区企业由“九五”末的620家增加到980家。",
        [("园区企业", "count", 620, "家", "baseline"), ("园区企业", "count", 980, "家", "actual")],
    ),
    (
        "女职工比重由2015年的18.8%，上升到2020年的21.4%。",
        [("女职工比重", "rate", 18.8, "%", "baseline"), ("女职工比重", "rate", 21.4, "%", "actual")],
    ),
    (
        "拥堵指数从1.83降到1.62。",
        [("拥堵指数", "score", 1.83, "", "baseline"), ("拥堵指数", "score", 1.62, "", "actual")],
    ),
    (
        "城乡收入比由2.61:1缩小到2.33:1。",
        [("城乡收入比", "ratio", 2.61, "", "baseline"), ("城乡收入比", "ratio", 2.33, "", "actual")],
    ),
    (
        "专职人员占60%，而2010年仅占5%。",
        [("专职人员", "rate", 60, "%", "actual"), ("专职人员", "rate", 5, "%", "baseline")],
    ),
    # how a figure was adjusted is not what it is a figure of
    ("农户人均收入，扣除价格因素，比上年实际增长9.3%。", [("农户人均收入", "change", 9.3, "%", "actual")]),
    # owners in the clause before
    ("境外投资保持良好势头，实际金额达到330多亿元。", [("境外投资", "money", 33000000000, "元", "actual")]),
    (
        "甲类、乙类排放总量首次出现双下降，比上年分别下降3.1%和4.7%。",
        [("甲类排放总量", "change", 3.1, "%", "actual"), ("乙类排放总量", "change", 4.7, "%", "actual")],
    ),
    # coordinated nouns share a head, and 万 stands once
    (
        "猪、牛、羊出栏分别为12.6、1.4和4.7万头。",
        [
            ("猪出栏", "count", 126000, "头", "actual"),
            ("牛出栏", "count", 14000, "头", "actual"),
            ("羊出栏", "count", 47000, "头", "actual"),
        ],
    ),
    (
        "刑事、治安案件分别下降12.4%、8.6%。",
        [("刑事案件", "change", 12.4, "%", "actual"), ("治安案件", "change", 8.6, "%", "actual")],
    ),
    # what is done more or less
    ("参保人次均少付183元。", [("参保人次均", "change", 183, "元", "actual")]),
    (
        "处置不良贷款112亿元，比去年同期多处置8.5亿元。",
        [
            ("处置不良贷款", "money", 11200000000, "元", "actual"),
            ("处置不良贷款", "change", 850000000, "元", "actual"),
        ],
    ),
    ("缩减层级，减轻企业负担50亿元。", [("企业负担", "change", 5000000000, "元", "actual")]),
    # ranks without 第
    (
        "竞争力排名68，项目建设挤进三甲。",
        [("竞争力", "rank", 68, "位", "actual"), ("项目建设", "rank", 3, "位", "actual")],
    ),
    (
        "预算收入从全国第五提升到第三。",
        [("预算收入", "rank", 5, "位", "baseline"), ("预算收入", "rank", 3, "位", "actual")],
    ),
    # indices in per cent, growth told in brackets
    (
        "原料指数较上月上升0.4个百分点至51.2%。",
        [("原料指数", "change", 0.4, "百分点", "actual"), ("原料指数", "score", 51.2, "%", "actual")],
    ),
    (
        "固定投资增长幅度由上年的45.2%回落到31.5%。",
        [
            ("固定投资增长幅度", "change", 45.2, "%", "baseline"),
            ("固定投资增长幅度", "change", 31.5, "%", "actual"),
        ],
    ),
    # plans go on, and end
    (
        "拟安排专项资金75亿元，比上年增加20亿元。",
        [
            ("安排专项资金", "money", 7500000000, "元", "target"),
            ("安排专项资金", "change", 2000000000, "元", "target"),
        ],
    ),
    (
        "计划新开工项目20个，总里程5387公里，已完工12个。",
        [
            ("新开工项目", "count", 20, "个", "target"),
            ("新开工项目总里程", "measure", 5387, "公里", "target"),
            ("完工", "count", 12, "个", "actual"),
        ],
    ),
    ("提出8%左右的生产总值增长目标。", [("生产总值", "change", 8, "%", "target")]),
    ("已有26个县实现目标。", [("县", "count", 26, "个", "actual")]),
    ("“英才”支持计划46人。", [("“英才”支持计划", "count", 46, "人", "actual")]),
    # ranges of law, months and more, shares passed
    ("处一万元以上三万元以下罚款。", [("罚款", "money", 10000, "元", "actual")]),
    ("南线航线停航1个多月。", [("南线航线停航", "duration", 1, "个月", "actual")]),
    # digits set apart, a raised point, lines broken at a width
    ("1 9 9 7 年，全区人均收入达到5 1 6 0 元。", [("全区人均收入", "money", 5160, "元", "actual")]),
    ("全区投资增长19·5%。", [("全区投资", "change", 19.5, "%", "actual")]),
    # a verb ends the noun where the next number has its own
    (
        "480个农家书屋补充图书11万册。",
        [("农家书屋", "count", 480, "个", "actual"), ("补充图书", "count", 110000, "册", "actual")],
    ),
    ("余下的疑难件由3名县领导包案。", [("县领导", "count", 3, "名", "actual")]),
    ("深港2021年全年生产总值1.26万亿元。", [("生产总值", "money", 1260000000000, "元", "actual")]),
    # plans
    ("力争新增就业3万人以上。", [("新增就业", "count", 30000, "人", "target")]),
    ("下一步，推动化解率提高到95%。", [("化解率", "rate", 95, "%", "target")]),
    # halves inside the unit
    ("办理时间压缩到两个半小时。", [("办理时间", "duration", 2.5, "小时", "actual")]),
    # no punctuation between a number and what follows
    ("项目投资3541.07万元2.3本项目位于东区", [("项目投资", "money", 35410700, "元", "actual")]),
    # an amount of the verb's own object
    (
        "梳理涉企政策483件，清理3件。",
        [("涉企政策", "count", 483, "件", "actual"), ("清理涉企政策", "count", 3, "件", "actual")],
    ),
    # lists, comparisons, contests and speeds told by their own words
    (
        "交通局、教育局、公安局工单量居前三位，分别为3.8万件、2.9万件和2.1万件。",
        [
            ("交通局、教育局、公安局工单量", "rank", 3, "位", "actual"),
            ("交通局工单量", "count", 38000, "件", "actual"),
            ("教育局工单量", "count", 29000, "件", "actual"),
            ("公安局工单量", "count", 21000, "件", "actual"),
        ],
    ),
    (
        "城镇居民、农村居民人均可支配收入分别增长4.1%、5.2%。",
        [
            ("城镇居民人均可支配收入", "change", 4.1, "%", "actual"),
            ("农村居民人均可支配收入", "change", 5.2, "%", "actual"),
        ],
    ),
    (
        "变压器、拖拉机产量分别增长41.5%、1.2倍。",
        [
            ("变压器产量", "change", 41.5, "%", "actual"),
            ("拖拉机产量", "change", 1.2, "倍", "actual"),
        ],
    ),
    (
        "规模以上工业增加值同比增长8.1%，已连续18个月保持在6%以上。",
        [
            ("规模以上工业增加值", "change", 8.1, "%", "actual"),
            ("规模以上工业增加值保持在6%以上", "duration", 18, "个月", "actual"),
            ("规模以上工业增加值", "change", 6, "%", "actual"),
        ],
    ),
    (
        "羊肉均价为每公斤76.5元，比上月便宜2.5元。",
        [("羊肉均价", "money", 76.5, "元", "actual"), ("羊肉均价", "change", 2.5, "元", "actual")],
    ),
    (
        "茶叶、花卉、竹木等十大特色产业总产值突破2万亿元。",
        [("十大特色产业总产值", "money", 2000000000000, "元", "actual")],
    ),
    (
        "全年工作扎实推进，在全市教育系统综合考核中排名第三。",
        [("全市教育系统综合考核", "rank", 3, "位", "actual")],
    ),
    (
        "设施改造完成率达到91%，低于省定目标4个百分点。",
        [("设施改造完成率", "rate", 91, "%", "actual"), ("设施改造完成率", "change", 4, "百分点", "actual")],
    ),
    (
        "新港区二期4个3000吨级泊位提前3个月投产。",
        [
            ("3000吨级泊位", "count", 4, "个", "actual"),
            ("3000吨级泊位提前投产", "duration", 3, "个月", "actual"),
        ],
    ),
    ("处以最高30万元的罚款。", [("罚款", "money", 300000, "元", "actual")]),
    (
        "抽查执法案卷450卷，优秀率43.6%。",
        [("抽查执法案卷", "count", 450, "卷", "actual"), ("抽查执法案卷优秀率", "rate", 43.6, "%", "actual")],
    ),
    ("经调解后未再提起诉讼的占84.4%。", [("调解后未再提起诉讼", "rate", 84.4, "%", "actual")]),
    (
        "今年全市将开展质量提升年活动，每个县至少打造2个示范站，化解率提高到32%左右。",
        [("示范站", "count", 2, "个", "target"), ("化解率", "rate", 32, "%", "target")],
    ),
    ("全年核对拟公开文稿1700余篇次。", [("核对拟公开文稿", "count", 1700, "篇次", "actual")]),
    (
        "在调查的258个类别中，价格上涨的有141个，下跌的55个。",
        [
            ("调查类别", "count", 258, "个", "actual"),
            ("价格上涨", "count", 141, "个", "actual"),
            ("下跌", "count", 55, "个", "actual"),
        ],
    ),
    (
        "造成6人死亡、5人下落不明、16人受伤。",
        [
            ("死亡", "count", 6, "人", "actual"),
            ("下落不明", "count", 5, "人", "actual"),
            ("受伤", "count", 16, "人", "actual"),
        ],
    ),
    ("多样化解读比例提高至83%。", [("多样化解读比例", "rate", 83, "%", "actual")]),
    ("游客接待人数虽受天气影响，减少三成。", [("游客接待人数", "change", 30, "%", "actual")]),
    ("该县位于七台河、五家渠以西。", []),
    (
        "中国物流协会今天公布的5月份非制造业商务活动指数为52.1%。",
        [("非制造业商务活动指数", "score", 52.1, "%", "actual")],
    ),
    # deadlines: from when, or that it must be
    (
        "建设单位应当自验收合格之日起三十日内，将竣工图报送主管部门备案。",
        [("竣工图报送主管部门备案", "duration", 30, "日", "target")],
    ),
    ("经营者停业的，应当提前二十日发布告示。", [("提前发布告示", "duration", 20, "日", "target")]),
    ("劳动争议要当天立案并在7日内结案。", [("劳动争议结案", "duration", 7, "日", "actual")]),
    ("要加快进度，力争在两年内完成原定三年的任务。", []),
    # what an investment is made in, what is told by examples
    (
        "今年再投资5000万元实施湖滨湿地整治工程。",
        [("湖滨湿地整治工程投资", "money", 50000000, "元", "actual")],
    ),
    ("已探明铀、钼、褐煤等矿产资源20余种。", [("矿产资源", "count", 20, "种", "actual")]),
    (
        "总规模最大、总投资近200亿元的清洁能源基地开工建设。",
        [("清洁能源基地总投资", "money", 20000000000, "元", "actual")],
    ),
    # old values behind the words that compare
    (
        "全县常住人口为42.3万人，同上次普查的45.1万人相比，十年共减少2.8万人。",
        [
            ("全县常住人口", "count", 423000, "人", "actual"),
            ("全县常住人口", "count", 451000, "人", "baseline"),
            ("全县常住人口", "change", 28000, "人", "actual"),
        ],
    ),
    (
        "12月末零售均价5.1元，较5月末的最低价2.4元翻了一番。",
        [
            ("零售均价", "money", 5.1, "元", "actual"),
            ("零售均价", "money", 2.4, "元", "baseline"),
            ("零售均价", "change", 2, "倍", "actual"),
        ],
    ),
    (
        "“案-件比”由1:1.9优化到1:1.4。",
        [("“案-件比”", "ratio", 1.9, "", "baseline"), ("“案-件比”", "ratio", 1.4, "", "actual")],
    ),
    # a count told apart by what is said of it
    ("尚有7个问题未整改到位。", [("问题未整改到位", "count", 7, "个", "actual")]),
    (
        "全院有9个集体、24名个人获得省级表彰。",
        [("集体获得省级表彰", "count", 9, "个", "actual"), ("个人获得省级表彰", "count", 24, "名", "actual")],
    ),
    (
        "抽查的8个项目中，有3个未按期完工。",
        [("抽查项目", "count", 8, "个", "actual"), ("未按期完工项目", "count", 3, "个", "actual")],
    ),
    (
        "全区94个村中，累计有7个获评民主法治示范村。",
        [("村", "count", 94, "个", "actual"), ("获评民主法治示范村", "count", 7, "个", "actual")],
    ),
    (
        "15个重点事项审批时限压缩70%。",
        [("重点事项", "count", 15, "个", "actual"), ("重点事项审批时限", "change", 70, "%", "actual")],
    ),
    (
        "13个司法所平均每所只有2.3人。",
        [("司法所", "count", 13, "个", "actual"), ("司法所平均每所", "count", 2.3, "人", "actual")],
    ),
    # bounds that stand away from the number, ratios
    ("城镇登记失业率控制在4.5％的目标以内。", [("城镇登记失业率", "rate", 4.5, "%", "target")]),
    (
        "收到申请1700件，是诉讼的两倍还多，两者之比约为2.2比1。",
        [
            ("收到申请", "count", 1700, "件", "actual"),
            ("收到申请", "ratio", 2, "倍", "actual"),
            ("两者之比", "ratio", 2.2, "", "actual"),
        ],
    ),
    ("全县性别比（以女性为100，男性对女性的比例）为104.2。", [("全县性别比", "ratio", 104.2, "", "actual")]),
    # subjects from the clause before
    (
        "存款余额增长8.5%，新增4亿元。",
        [("存款余额", "change", 8.5, "%", "actual"), ("存款余额", "money", 400000000, "元", "actual")],
    ),
    (
        "全市消费者满意度测评中，河东区得分82.06分，排第21位。",
        [
            ("全市消费者满意度测评得分", "score", 82.06, "分", "actual"),
            ("全市消费者满意度测评得分", "rank", 21, "位", "actual"),
        ],
    ),
    (
        "城镇新增就业1.9万人，完成年计划的64%。",
        [
            ("城镇新增就业", "count", 19000, "人", "actual"),
            ("城镇新增就业完成年计划", "rate", 64, "%", "actual"),
        ],
    ),
    (
        "排名前三的是交通、市场和城管，案件数分别为562件、398件和171件。",
        [
            ("交通案件数", "count", 562, "件", "actual"),
            ("市场案件数", "count", 398, "件", "actual"),
            ("城管案件数", "count", 171, "件", "actual"),
        ],
    ),
    (
        "噪声扰民3264件、物业管理2987件，两者合计占诉求总量的37.4%。",
        [
            ("噪声扰民", "count", 3264, "件", "actual"),
            ("物业管理", "count", 2987, "件", "actual"),
            ("两者合计占诉求总量", "rate", 37.4, "%", "actual"),
        ],
    ),
    ("提高退休人员基本养老金，人均每年增长10%左右。", [("退休人员基本养老金", "change", 10, "%", "actual")]),
    (
        "粮食总产量实现八连增，连续5年超千万吨。",
        [
            ("粮食总产量超千万吨", "duration", 5, "年", "actual"),
            ("粮食总产量超千万吨", "measure", 10000000, "吨", "actual"),
        ],
    ),
    # differences in turn, lists
    (
        "发生事故2件、死亡1人，分别比上年少3件、2人。",
        [
            ("发生事故", "count", 2, "件", "actual"),
            ("死亡", "count", 1, "人", "actual"),
            ("发生事故", "change", 3, "件", "actual"),
            ("死亡", "change", 2, "人", "actual"),
        ],
    ),
    (
        "蓄电池、化工产品出口分别增长3.8倍、80.2%。",
        [("蓄电池产品出口", "change", 3.8, "倍", "actual"), ("化工产品出口", "change", 80.2, "%", "actual")],
    ),
    (
        "今年小麦、稻谷最低收购价平均每斤分别提高0.11元和0.13元。",
        [
            ("小麦最低收购价", "change", 0.11, "元", "actual"),
            ("稻谷最低收购价", "change", 0.13, "元", "actual"),
        ],
    ),
    (
        "每千人口执业医师数3.6人、注册护士数4.1人。",
        [
            ("每千人口执业医师数", "count", 3.6, "人", "actual"),
            ("每千人口注册护士数", "count", 4.1, "人", "actual"),
        ],
    ),
    # places, headlines, law
    (
        "机械化率居全市10个县（市、区）第三。",
        [("县（市、区）", "count", 10, "个", "actual"), ("机械化率", "rank", 3, "位", "actual")],
    ),
    ("海关去年减税35亿元 通关时间缩短", [("海关去年减税", "money", 3500000000, "元", "actual")]),
    (
        "违反规定的，由公安部门责令改正，处二万元以上十万元以下的罚款。",
        [("罚款", "money", 20000, "元", "target")],
    ),
    ("旅游接待人数虽受天气影响减少四成。", [("旅游接待人数", "change", 40, "%", "actual")]),
    ("新闻中心举行两场集体采访。", [("集体采访", "count", 2, "场", "actual")]),
    ("全校现有专任教师1100余人。", [("专任教师", "count", 1100, "人", "actual")]),
    # plans: what follows the announcement of goals
    (
        "“十五五”时期，要努力实现以下目标任务：\n一是质量明显提升。研发经费投入强度达到3%。",
        [("研发经费投入强度", "rate", 3, "%", "target")],
    ),
    (
        "围绕上述目标，重点做好以下工作：\n（一）扩大内需。新增限上企业500家。\n（二）稳定就业。城镇新增就业10万人。",
        [("新增限上企业", "count", 500, "家", "target"), ("城镇新增就业", "count", 100000, "人", "target")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PHRASES, ids=[text for text, _ in PHRASES])
def test_phrase(text: str, expected: list[tuple[str, str, float, str, str]]) -> None:
    told: list[tuple[str, str, Any, str, str]] = [
        (claim.metric, claim.kind, claim.value, claim.unit, claim.role) for claim in extract(text)
    ]
    assert told == [
        (metric, kind, Decimal(str(value)), unit, role) for metric, kind, value, unit, role in expected
    ]


NOTHING = [
    "深入学习贯彻党的二十大精神",
    "落实行政执法三项制度和“四张清单”",
    "2022年11月20日上午9时30分",
    "根据国务院令第711号第五十条",
    "拨打12345热线、0531-66601234",
    "第二产业、第三批、第一责任人",
    "进一步、一系列、一大批、两手抓",
    "（一）加强领导；（二）压实责任。",
    "构建“1+3+N”体系，打造5A级景区",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_claimed(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2021年完成投资5亿元。", 2021),
        ("去年完成投资5亿元。", 2021),
        ("今年完成投资5亿元。", 2022),
        ("到2025年完成投资5亿元。", 2025),
        ("完成投资5亿元，比2019年增长3%。", 2022),
    ],
)
def test_period(text: str, period: int) -> None:
    assert {claim.period for claim in extract(text, year=2022)} == {period}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("政府透明度指数在全国49个较大城市中排名第四。", "全国49个较大城市"),
        ("网上政府排名列省会城市第2位。", "省会城市"),
        ("满意度在“十佳”城市中排名第四。", "“十佳”城市"),
        ("快递业务量稳居全省首位。", "全省"),
        ("综合得分排名第三。", ""),
    ],
)
def test_scope_of_a_rank(text: str, scope: str) -> None:
    (rank,) = [claim for claim in extract(text) if claim.kind == "rank"]
    assert rank.scope == scope
