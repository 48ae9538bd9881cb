"""The lexicon of units, what matches where, and conversions."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinan_metrics import units
from jinan_metrics.model import KINDS

DATA = Path(units.__file__).parent / "data"


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]


UNIT_ROWS = rows("units.tsv")
BLOCK_ROWS = rows("unit_blocks.tsv")
SPELLINGS = [
    spelling for row in UNIT_ROWS for spelling in (row[0], *(row[5].split(",") if row[5:] and row[5] else ()))
]


# --- the files


def test_at_least_350_units() -> None:
    assert len(UNIT_ROWS) >= 350
    assert len(units.all_units()) == len(UNIT_ROWS)


@pytest.mark.parametrize("row", UNIT_ROWS, ids=lambda row: row[0])
def test_unit_row_is_well_formed(row: list[str]) -> None:
    assert 5 <= len(row) <= 7
    assert all(field == field.strip() for field in row)
    name, kind, dimension, base, factor = row[:5]
    assert name
    assert kind in KINDS
    assert dimension
    assert base
    assert Decimal(factor) > 0
    assert name not in (row[5].split(",") if len(row) > 5 else [])
    assert name[0] not in "万亿", "a multiplier belongs to the number"


def test_no_spelling_is_claimed_twice() -> None:
    assert [spelling for spelling, times in Counter(SPELLINGS).items() if times > 1] == []
    assert all(spelling and spelling == spelling.strip() for spelling in SPELLINGS)


def test_a_base_shares_dimension_with_its_units() -> None:
    by_name = {unit.name: unit for unit in units.all_units()}
    for unit in units.all_units():
        base = by_name.get(unit.base)
        if base is not None:
            assert (base.dimension, base.base, base.factor) == (unit.dimension, base.name, Decimal(1)), unit


def test_every_dimension_is_introduced_by_a_comment() -> None:
    text = (DATA / "units.tsv").read_text(encoding="utf-8")
    groups = [block for block in text.split("\n\n")[1:] if block.strip()]
    assert len(groups) >= 15
    assert all(block.startswith("# ") for block in groups)


@pytest.mark.parametrize("row", BLOCK_ROWS, ids=lambda row: row[0])
def test_block_row_is_well_formed(row: list[str]) -> None:
    assert 2 <= len(row) <= 3
    spelling, blocked, kept = row[0], row[1].split(), row[2].split() if len(row) > 2 else []
    assert spelling in SPELLINGS
    assert blocked
    assert all(word in ("@always", "@hanzi") or word.startswith(spelling) for word in blocked)
    assert all(word.startswith(spelling) and len(word) > len(spelling) for word in kept)
    assert len(set(blocked)) == len(blocked)
    assert len(set(kept)) == len(kept)
    if not blocked[0].startswith("@"):
        assert all(len(word) > len(spelling) for word in blocked)
        assert all(any(word.startswith(short) for short in blocked) for word in kept), (
            "nothing to be kept from"
        )


def test_one_row_per_blocked_spelling() -> None:
    assert len({row[0] for row in BLOCK_ROWS}) == len(BLOCK_ROWS)


def test_every_spelling_is_found_again() -> None:
    always = {row[0] for row in BLOCK_ROWS if "@always" in row[1]}
    for spelling in SPELLINGS:
        unit = units.lookup(spelling)
        assert unit is not None
        if spelling not in always:
            assert units.match(spelling, 0) == (unit, len(spelling))


# --- matching: the text with the number before "|", the unit, what is left over

MATCHES = """
2623|件|,
192|场|,覆盖
1.07万|名|干部
5000余|册|
24|个|部门
24|个|部
3|个|人才队伍
2|个|人工智能平台
2|个|分类
11|个|名牌
600万|个|家庭
12|个|街道(镇)
12|个|家庭农场
900万|个|体育场
3|个人|,|人
3|个人||人
3|个人|。|人
14|个月|
14|個月|起|个月
3|个月|以上
3|个|月嫂
5|个工作日||工作日
5|個工作日||工作日
5|工作日|
3.4|个百分点||百分点
3.4|個百分點||百分点
3.4|百分點||百分点
3.4|百分点|,
211万|个标准箱||标准箱
211万|标准箱|
211万|标箱|,
211万|TEU|,
6|个小时||小时
2|个季度||季度
10|个基点||基点
14|个名次||名次
3|个年度||年度
3|个|年度重点项目
3|个|周边县
40|学时|
40|个学时||学时
20|课时|
1303.05万|件次|
1482|人|
300|人次|
300|人/次||人次
400万|户次|
8|家次|
8700|辆次|,
9|架次|
12|场次|
12|班次|
30|例次|
40|册次|
38|亩次|
12|剂次|
5|艘次|
50|套（间）|
50|套(间)|
50|套(间、处)|,
1.2万|辆（艘、架、列）次|,
1.2万|辆(艘、架、列)次|,
300|人(次)|
300|件（起）|
31|省(区、市)|
31|省区市|
12|县市区|
5|市|,
六|县|两区
两|区|,
30|乡镇|
98.5|%|以上
98.5|％|以上|%
4.2|‰|
8|折|优惠
2|倍|,
100|元|,
100亿|元人民币|,|元
20亿|人民币|,
8亿|美元|,
20.72亿|港元|
20.72亿|港币|
3|欧元|
3|英镑|
900|日元|
5|块钱|
120|公里|
120|千米||公里
120|km||公里
120|米|
120|平米||平方米
120|平方米|
35|平方公里|
35|平方千米||平方公里
3.5万|亩|
3.5万|公顷|
11|立方米|
11|立方||立方米
11|m³||立方米
1.2亿|吨|
30|公斤|
30|千克|
30|斤|
5|吨标准煤|
120万|千瓦|
120万|千瓦时|
120万|千瓦·时||千瓦时
120|兆瓦|
120|吉瓦|
120|GW||吉瓦
3000万|度电|
500|千伏|输电线路
5|GB|
5|TB|
100|Mbps|
100|兆|
35|微克/立方米|
35|μg/m³||微克/立方米
35|ug/m3||微克/立方米
6|毫克/升|
60|公里/小时|
60|km/h||公里/小时
3|吨/年|
3|元/吨|
3|元／吨|
420|人/平方公里|
3|元/月|
3|元/人·月|
3|元/人·年|
3|元/平方米·月|
0.5|吨标准煤/万元|
50|立方米/万元|
7|升/百公里|
20|毫克/100毫升|
3|件/万人|
2|次/周|
2|元/千瓦时|
2|元/千克|
2|公斤/亩|
5|立方米/秒|
28|℃|
28|摄氏度|
3|年|
3|天|
3|天|空间培育
3|日|内
2|小时|内
2|钟头||小时
15|分钟|
30|秒|
30|秒|到账
3|周|内
30|周年|
80.5|岁|
18|周岁|
13.24|分|,
13.24|分|(满分14分)
3000|点|,
第2|位|
前十|名|
4|级|以上
4|星级|饭店
4|A级|景区
4|A|景区|A级
5万|吨级|码头
20|大类|
180|席|
7|支|队伍
12|条|规定
162|项|跨省通办事项
5|项|目标
2|本|著作
7|家|电力企业
12|家|国家级
5|家|中小企业
12|家|庭院式养老机构
3|家|长期
5|人|工作专班
5|人|大学毕业
5|人|参加
300|名|单位职工
5|名|师生
5|名|优秀
3|位|居民
3|位|数学家
3|组|数据
3|组|合同纠纷
3|种|植物
3|种|业态
5|支|综合执法队伍
5|支|行政执法队伍
3|支|援鄂医疗队
12|条|目标
12|处|方便群众
12|次|数据更新
2|次|生产安全事故
12|次|中心组学习
3|座|机场
7|台|风机
9|对|新人
4|起|重大案件
4|起|火灾
3|部|长篇小说
3|节|目标课
2|层|面积
4|批|发展项目
1.5万|元|年薪
100|元|首付
100|元|音乐会
10|年|产权
3|年|初步建成
连续4|年|在全省
30|人|。
120|元|一次性
3|米|高
100|米|面积
100|公里|数字化
5|个|展区
5|个|案例
3|个|中心
3|张|三维图
7|票|
1.2亿|件|,其中
50万|单|,
3|minutes|
300|名|农民工
12|家|医药企业
8|家|乡镇卫生院
5|家|门店
6|家|国有企业
9|家|家庭农场
3|家|校外培训机构
15|家|人力资源机构
120|家|规上企业
12|所|学校
5|所|公办幼儿园
3|处|文物保护单位
4|处|历史建筑
14|处|地质灾害点
20|部|地方性法规
6|部|省级规章
23|门|课程
16|条|措施
18|条|条款
52|项|改革任务
12|项|目标任务
3|项|市级
45|点|以上
98.6|分|以上
98.6|分|，
21|位|代表委员
21|位|院士
3|位次|
56|场|新闻发布会
56|场次|活动
30|年|规划
3|年|行动计划
100|年|
90|天|以上
7|日|内
45|台套|设备
400|台|新能源公交
11|口|水井
5|批次|
28|批|企业
8|起|典型案例
300|对|夫妻
2|双|鞋
16|组|数据
13|支|专业队伍
3|支|部队
18|支|支队
6|期|培训班
2|版|
8|章|58条
3|代|人
9|层|楼
17|片|林地
4000|头|生猪
50|头|牛
3|元|每斤
3|元|一斤
500|元|以下
80|米|宽
60|户|居民
60|户|农户
16|市|开展
16|市|均已
8|县(市、区)|
8|个|县(市、区)
12|个|区县
170|个|县区
31|个|省(区、市)
10|国|外长
4.5|级|地震
2|级|以上
20|级|台阶
3|类|产品
3|类|人员
3.2|平方公里|范围
12|公里|道路
5|公里|标准化步道
5000|吨|粮食
5000|吨级|泊位
600|千瓦时/人|
3|集|纪录片
12|节|列车
14|种|植物
14|种|药品
23|列|动车组
5|张|名片
20|张|床位
5|艘|船舶
7|宗|土地
7|宗|地
7|笔|贷款
7|笔|会计
260|单|外卖
8|案|13人
13|份|报告
20|封|信件
9|届|三次
6|轮|督察
3|轮次|
500|本|图书
5|首|歌曲
12|幅|画
12|卷|
3|包|方便面
1.2|倍|
1|亩|地
100|亩|产
3|克拉|
32|摄氏度|以上
120|分贝|
4|人|死亡
4|人次|以上
2|人|为
5|人|被
12|名|市人大代表
12|名|单位
12|名|优秀
12|名|特长生
3|周岁|
5|周年|
8|夜|
60|席次|
100|桌|
18|岁|以上
10|瓶|装水
50|箱|货物
9|折|
3|班|公交
15|队|参赛
3.5|小时|以内
2|分钟/次|
30|元/人次|
100|元/亩|
30|公斤/亩|
12|件/套|
2|道|防线
3|级|联动
800|个|基站
800|个|泊位
80|分钟|
15|秒|
3|季|
3|季度|
50|篇|论文
5|段|引桥
10|次|全国代表大会
10|次|新闻发布
10|次|中小企业
10|次|会议
33|次|方案
3|股|暖流
20|度电|
20|度|
3|起|因
3|件|发明专利
2|件套|
9|级|职员
5|省市|
5|省份|
8|顶|帐篷
40|面|锦旗
40|枚|奖牌
40|盏|路灯
5|校|联合
28|日元|
12|hours|
50|台（套）|
3|起(件)|
60|个|（含）
60|元|（人民币）
60|公里|（含）
60|家|/3家
60|年|/2023年

"""


def cases() -> list[tuple[str, int, str, int]]:
    found = []
    for line in MATCHES.strip().split("\n"):
        number, written, after, name = (line + "|||").split("|")[:4]
        if name == "-":
            continue
        found.append((number + written + after, len(number), name or written, len(number + written)))
    return found


def test_the_table_of_cases_is_large() -> None:
    assert len(cases()) > 200


@pytest.mark.parametrize(("text", "pos", "name", "end"), cases())
def test_match(text: str, pos: int, name: str, end: int) -> None:
    found = units.match(text, pos)
    assert found is not None
    assert (found[0].name, found[1]) == (name, end)


# A number and a word that only begins like a unit: no unit at all.
WORDS = """
人 人大代表 人口 人员 人均收入 人民 人才 人工智能 人类 人物
家 家庭 家长 家电 家具 家居 家园 家政 家乡 家属 家禽
部 部门 部队 部委 部级 部分 部署
分 分别 分支 分公司 分之 分类 分局 分行 分布 分管
条 条件 条例
项 项目 项下
名 名单 名义 名牌 名录 名称 名额
点 点位 点击 点评 点钟
位 位置 位居 位列 位于
场 场地 场馆 场所 场景
所 所有 所在 所需 所占 所属
处 处理 处置 处罚 处于 处级
门 门户 门类 门店
次 次数 次于 次年 次要
年 年度 年均 年级 年代 年底 年初 年末
天 天然 天津 天气
日 日均 日常 日报
台 台州 台湾 台风
本 本次 本地 本科 本市
口 口岸 口径
批 批准 批复
起 起步 起草
对 对于 对口
双 双向 双随机
组 组织 组成
支 支持 支付 支出 支撑 支队
期 期间 期限
版 版本 版权
章 章程
代 代表 代理
层 层级 层面
片 片区
头 头部
元 元旦 元素 元宇宙 元月
米 米粉 米面
户 户籍 户均 户外
市 市场 市民 市级
县 县域 县级
区 区域 区块链
省 省级 省委
国 国家 国际
镇 镇江
乡 乡村 乡亲
村 村民 村级
列 列入 列为
节 节能 节约
种 种植 种子
集 集中 集团
通 通过
周 周边 周期
月 月 月份
世纪 世纪 世纪中国
类 类型 类似
班 班子
张 张家口
克 克服
瓦 瓦斯
单 单位
案 案件
票 票据
角 角度
路 路线
"""


def blocked_words() -> list[str]:
    return [word for line in WORDS.strip().split("\n") for word in line.split()[1:]]


@pytest.mark.parametrize("word", blocked_words())
def test_words_that_only_begin_like_a_unit(word: str) -> None:
    assert units.match("20" + word, 2) is None


def test_a_shorter_unit_is_tried_when_a_longer_one_is_blocked() -> None:
    found = units.match("3个月嫂", 1)
    assert found is not None
    assert found[0].name == "个"
    found = units.match("3件次品", 1)
    assert found is not None
    assert found[0].name == "件"


@pytest.mark.parametrize(
    ("text", "pos"),
    [
        ("", 0),
        ("5", 1),
        ("件", 1),
        ("5。", 1),
        ("5成", 1),
        ("5 件", 1),
        ("5GBase", 1),
        ("5街道", 1),
        ("3方面", 1),
        ("5K", 1),
        ("5G基站", 1),
    ],
)
def test_no_unit(text: str, pos: int) -> None:
    assert units.match(text, pos) is None


@given(
    st.text(alphabet="个人件次年月日工作百分点标准箱元/／·()（）、万千吨套间gmk²5", max_size=12),
    st.integers(0, 12),
)
def test_match_never_fails_and_stays_in_the_text(text: str, pos: int) -> None:
    found = units.match(text, pos)
    if found is not None:
        unit, end = found
        assert pos < end <= len(text)
        assert units.lookup(text[pos:end]) == unit or units.lookup(unit.name) is not None


# --- composed units


@pytest.mark.parametrize(
    ("name", "kind", "dimension"),
    [
        ("元/吨", "money", "money/mass"),
        ("元／吨", "money", "money/mass"),
        ("人/平方公里", "count", "people/area"),
        ("吨/年", "measure", "mass/time"),
        ("微克/立方米", "measure", "concentration"),
        ("元/人·月", "money", "money/people/time"),
        ("套（间）", "count", "building"),
        ("辆（艘、架、列）次", "count", "composite"),
    ],
)
def test_composed_units(name: str, kind: str, dimension: str) -> None:
    unit = units.lookup(name)
    assert unit is not None
    assert (unit.name, unit.kind, unit.dimension) == (name, kind, dimension)


def test_a_composed_unit_converts() -> None:
    assert units.convert(Decimal("3"), "元/公斤", "元/吨") == 3000
    assert units.convert(Decimal("0.5"), "立方米/万元", "立方米/元") == Decimal("0.00005")
    assert units.convert(Decimal("7"), "升/百公里", "升/公里") == Decimal("0.07")
    with pytest.raises(ValueError, match="no exact conversion"):
        units.convert(Decimal(1), "元/平方米", "元/亩")


def test_a_full_width_and_an_ascii_slash_are_the_same_unit() -> None:
    assert units.convert(Decimal(1), "元／吨", "元/吨") == 1
    found = units.match("35微克／立方米", 2)
    assert found is not None
    assert found[0].name == "微克/立方米"


# --- lookup, dimensions, conversion


def test_lookup_knows_every_spelling() -> None:
    for spelling, name in (("km", "公里"), ("％", "%"), ("個", "个"), ("平米", "平方米"), ("千米", "公里")):
        unit = units.lookup(spelling)
        assert unit is not None
        assert unit.name == name
    assert units.lookup("某某") is None
    assert units.lookup("") is None


def test_same_dimension() -> None:
    assert units.same_dimension("公里", "米")
    assert units.same_dimension("亩", "平方公里")
    assert units.same_dimension("名", "人")
    assert not units.same_dimension("亩", "米")
    assert not units.same_dimension("某某", "米")
    kilometre = units.lookup("公里")
    assert kilometre is not None
    assert units.same_dimension(kilometre, "海里")


@pytest.mark.parametrize(
    ("value", "old", "new", "expected"),
    [
        ("3", "公里", "米", "3000"),
        ("1500", "米", "公里", "1.5"),
        ("1", "公顷", "亩", "15"),
        ("3", "亩", "平方米", "2000"),
        ("1", "平方公里", "公顷", "100"),
        ("13657", "斤", "吨", "6.8285"),
        ("1", "千瓦时", "兆焦", "3.6"),
        ("1.5", "年", "个月", "18"),
        ("2", "个小时", "分钟", "120"),
        ("45", "基点", "百分点", "0.45"),
        ("4.2", "‰", "%", "0.42"),
        ("1", "亩", "平方米", "666.6666666666666666666666667"),
        ("5", "角", "元", "0.5"),
        ("35", "微克/立方米", "毫克/立方米", "0.035"),
    ],
)
def test_convert(value: str, old: str, new: str, expected: str) -> None:
    assert units.convert(Decimal(value), old, new) == Decimal(expected)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("亩", "米", "cannot convert 亩 .area. to 米 .length."),
        ("某某", "米", "unknown unit: '某某'"),
        ("米", "某某", "unknown unit: '某某'"),
        ("美元", "元", "no exact conversion"),
        ("天", "个月", "no exact conversion"),
        ("工作日", "天", "no exact conversion"),
    ],
)
def test_convert_refuses(old: str, new: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        units.convert(Decimal(1), old, new)


def convertible_pairs() -> list[tuple[str, str]]:
    by_base: dict[str, list[units.Unit]] = {}
    for unit in units.all_units():
        by_base.setdefault(unit.base, []).append(unit)
    return [pair for group in by_base.values() for pair in pairwise([unit.name for unit in group])]


@given(
    st.sampled_from(convertible_pairs()),
    st.decimals(min_value=0, max_value=10**13, places=4, allow_nan=False, allow_infinity=False),
)
def test_conversions_round_trip(pair: tuple[str, str], value: Decimal) -> None:
    old, new = pair
    assert units.same_dimension(old, new)
    back = units.convert(units.convert(value, old, new), new, old)
    assert abs(back - value) <= abs(value) * Decimal("1e-26")
    assert units.convert(value, old, old) == value


@given(st.decimals(min_value=0, max_value=10**13, places=4, allow_nan=False, allow_infinity=False))
def test_decimal_prefixes_round_trip_exactly(value: Decimal) -> None:
    for old, new in (("公里", "毫米"), ("吨", "毫克"), ("公顷", "平方米"), ("吉瓦", "瓦"), ("Gbps", "bps")):
        assert units.convert(units.convert(value, old, new), new, old) == value
