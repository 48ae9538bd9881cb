"""Numbers that are no quantities: dates, marks of lists, numbers of documents, parts of names."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from jinan_metrics import lexicon, patterns
from jinan_metrics.garbling import garbled_around
from jinan_metrics.quantity import Quantity
from jinan_metrics.rules.classes import is_class
from jinan_metrics.rules.model import Example, Rule

Test = Callable[[str, Quantity], bool]

_YEAR_AFTER = patterns.compile(r"[ ]?年(?![龄限均产增])")
_MONTH_DAY = patterns.compile(
    r"[ ]?(?:月(?!均|活|薪|租|供|票|嫂|饼|球)|日(?![均产内常发活处])|号(?!线|召)|时(?![限效间长])|点(?:\d|半|钟|整|许)|:\d\d)"
)
_DECADE = patterns.compile(r"[ ]?(?:年代|世纪|后(?=[，。的])|年级|年度)")
_PLAN_NAME = patterns.compile(r"十[一二三四五六]五$|[七八九]五$")
_OFFICIAL_NAME = patterns.compile(
    r"(?:大(?=[精报以召代闭开会和、，。”]|$)|届|中全会|全会|国务院|号(?:令|文|公告|线|楼|院|井|机)?|〕|版|型|标段|路(?!口)|栋(?!数)|室|弄|条(?=[第规]|之)|版本|集(?!中|体|聚)|字头|师$)"
)


_DAYS_MOVED = patterns.compile(
    r"(?:由|从)(?:原来的?|法定的?)?(?:\d{1,2}日(?:、|和)){0,4}\d{1,2}日(?:(?:、|和)\d{1,2}日){0,4}(?:分别)?(?:缩|压|延|减|增|降)|(?:缩短|压缩|延长|减少|增加|压减)(?:为|到|至)\d{1,2}日"
)


def is_date(text: str, quantity: Quantity) -> bool:
    """Years, months, days and clock times: they place a statement in time."""
    begin, end = quantity.number_start, quantity.number_end
    number = quantity.number_text
    if quantity.kind == "duration" and text[end + 1 : end + 3] in ("以上", "以下", "拘留"):
        return False  # 处五日以上十日以下拘留
    if quantity.unit == "日" and (
        text.endswith("连续", 0, begin) or _DAYS_MOVED.search(text[max(0, begin - 18) : quantity.end + 16])
    ):
        return False  # 由20日缩短为8日, 连续两日
    length = len(number)
    if length == 2 and number[0] == "0" and number != "00":
        return True  # 某型号06组卫星
    if quantity.form != "number" or (length != 4 and text[end : end + 1] not in _DATE_FOLLOWS):
        return False
    if number.isdigit():
        value = int(number)
        if (
            value <= 24
            and text.startswith("点", end)
            and (
                text[begin - 1 : begin] in ("日", "午", "晨", "晚", "上")
                or text.endswith(("早于", "晚于"), 0, begin)
            )
        ):
            return True
        if (
            length == 4
            and 1000 <= value <= 2199
            and (_YEAR_AFTER.match(text, end) or quantity.unit in ("年", "年度"))
        ):
            return True
        if (
            length == 2
            and quantity.unit == "年"
            and value >= 49
            and text[begin - 1 : begin] not in "续达为满过近超"
        ):
            return True
        if value <= 31 and _MONTH_DAY.match(text, end) and not text.startswith(("个月", " 个月"), end):
            return text[end : end + 2] not in ("日内", "天内")
        if value <= 60 and text[end : end + 1] in "时分" and begin and text[begin - 1] in "日午晨晚时夜点 ":
            # 用时38分钟 is no time of day
            return text[end : end + 2] != "分钟" and (
                text[begin - 1] not in "时点" or text[begin - 3 : begin - 1].strip()[-1:].isdigit()
            )
        if (
            length == 4
            and 1900 <= value <= 2100
            and text[end : end + 1] in "-~至/、.到"
            and _SPAN_OF_YEARS.match(text, begin)
        ):
            return True
        if length == 4 and 1900 <= value <= 2100 and not quantity.unit:
            return True
    elif quantity.chinese:
        if (
            quantity.unit in ("年", "年度")
            and len(number) == 4
            and all(character in "〇零一二三四五六七八九" for character in number)
        ):
            return True
        if _MONTH_DAY.match(text, end) and text[end : end + 1] in "月日号" and quantity.value <= 31:
            return True
    elif quantity.value_max is not None and quantity.unit in ("年", "月", "日", "年度", "号", "时"):
        return quantity.value > 1000 or quantity.unit != "年"
    return bool(_DECADE.match(text, end))


# What may follow the number in a date, "" for the end of the text; a year of four digits may stand before anything.
_DATE_FOLLOWS = frozenset(["", *" 年月日号时点:分世后"])
_SPAN_OF_YEARS = patterns.compile(r"\d{4}[ ]?(?:-|~|至|到|、|/|\.)+[ ]?\d{1,4}(?:年|$|[^\d%])")


def is_month(text: str, quantity: Quantity) -> bool:
    """1-10月, 第一季度, 三季度."""
    if quantity.unit in ("月", "季度", "月份", "季"):
        counted = text.endswith(("提前", "提早"), 0, quantity.number_start)
        return not counted and not text.startswith("连续", max(0, quantity.start - 2))
    return False


_FEW = 5
_HELD = patterns.compile(r"(?:举办|承办|主办|办)(?:了|过)?(?:[^，。;第]{1,16}、)?$")


def is_plan_name(text: str, quantity: Quantity) -> bool:
    """十四五, 八五普法, 二十大, 十四届全国人大, 第711号."""
    number = quantity.number_text
    if (
        quantity.chinese
        and _PLAN_NAME.search(number)
        and text[quantity.number_end : quantity.number_end + 1] not in ("个", "家", "名", "项", "件", "万")
    ):
        return True
    if quantity.unit == "届" and text.endswith(("连续", "连续 "), 0, quantity.start):
        return False  # 连续8届入选双拥模范城
    if quantity.unit == "届" and _HELD.search(text, max(0, quantity.start - 24), quantity.start):
        return quantity.chinese and quantity.value > _FEW  # 举办2届博览会、3届商博会
    if quantity.unit in ("届", "号", "版"):
        return True
    return not quantity.unit and not quantity.scaled and bool(_OFFICIAL_NAME.match(text, quantity.number_end))


def is_ordinal_name(text: str, quantity: Quantity) -> bool:
    """第三批, 第二产业, 第一责任人, 第十条: 第 and a number that is no rank."""
    if text[quantity.number_start - 1 : quantity.number_start] != "第":
        return False
    return _ORDINAL_NAME.match(text, quantity.number_end) is not None and not (
        (quantity.unit in ("年", "次") and text[quantity.number_end : quantity.number_end + 1] in "年次")
        or (quantity.kind == "duration" and text.endswith("连续第", 0, quantity.number_start))
    )


_ORDINAL_NAME = patterns.compile(
    r"[ ]?(?:批|届|条|章|款|项|节|编|期(?!间)|号|版|方|责任|产业|三者|线|课|梯队|书记|时间|轮|季|季度|阶段|步|站|辑|集|类|种|代|卷|回|层|日|天|现场|要务|资源|生产|动力|议题|大队|中队|支队|小学|中学|医院|人民|跑道|航站|分|师|军|道|关|粒|党|课|个|家|条|座|所|部|起|例|例|艘|台|笔|单|封|册|首|枚|支|人(?![均次])|标段|全|课题|二)",
)


_UNIT_ENDS = frozenset("元件台套项吨米亩%")


def is_list_mark(text: str, quantity: Quantity) -> bool:
    """1. / (二) / 三、 / 一是 at the head of a line or clause."""
    begin, end = quantity.number_start, quantity.number_end
    if quantity.kind == "count" and "." in quantity.number_text and not quantity.scaled:
        # 投资3541万元2.3本项目: a section number that the line break before it was lost of
        return text[quantity.number_start - 1 : quantity.number_start] in _UNIT_ENDS
    if quantity.unit or quantity.form != "number":
        return False
    ahead = text[max(0, begin - 2) : begin]
    behind = text[end : end + 1]
    if behind and behind in "、.):]" and (not ahead or ahead[-1] in "\n([ \t。;:"):
        in_brackets = ahead.endswith("(") and not ahead[0].isalpha()  # 甲公司(18) is a place
        return not quantity.scaled and (behind != ")" or in_brackets)
    return quantity.chinese and behind == "是"


_JOINED_BY, _BEFORE_CODES = frozenset("+-/_=&"), frozenset("+/_#№")


def is_code(text: str, quantity: Quantity) -> bool:
    """Phone numbers, versions, identifiers, times of day, scores with a hyphen: 156-404-342, 3.2.1, 12345热线, 1+5."""
    begin, end = quantity.number_start, quantity.number_end
    before, behind = text[begin - 1 : begin], text[end : end + 2]
    if quantity.form == "percent":
        return False
    latin = text[quantity.end : quantity.end + 1]
    if quantity.unit == "排" and latin.isascii() and latin.isalpha():
        return True  # 256排CT
    if quantity.unit == "页" and _PAGE_NUMBER.search(text, max(0, begin - 12), end + 12):
        return True
    if (
        behind[:1] in _JOINED_BY
        and behind[1:2].isalnum()
        and quantity.value_max is None
        and not quantity.scaled
        and not quantity.unit
    ):
        return True
    if behind[:1] == "." and behind[1:2].isdigit():
        return True
    if before in _BEFORE_CODES and not quantity.scaled:
        return True
    if before == ":" and text[begin - 2 : begin - 1].isdigit() and quantity.unit in ("点", "分", ""):
        return quantity.form != "part"  # 截至17:00点
    if (behind[:1] == "对" and behind[1:2].isdigit()) or (
        before == "对" and text[begin - 2 : begin - 1].isdigit()
    ):
        return True  # 3对3篮球
    if before == "-" and text[begin - 2 : begin - 1].isdigit() and not quantity.unit:
        return True
    number = quantity.number_text
    if not number.isdigit():
        return False
    if not quantity.unit:
        if text.startswith(
            (
                "热线",
                "平台",
                "政务服务便民热线",
                "市民",
                "服务热线",
                "便民",
                "投诉",
                "公共法律",
                "公共服务",
                "举报",
                "政府",
                "政务",
                "消防",
            ),
            end,
        ):
            return True
        if len(number) >= 7 or (number[0] == "0" and len(number) > 1):
            return True
    return (
        len(number) in (3, 5)
        and number[:2] in ("12", "11", "95", "96")
        and text.startswith(("热线", "政务", "市民", "公共", "投诉", "平台", "便民"), end)
    )


_PAGE_NUMBER = patterns.compile(r"第[ ]?\d{1,4}[ ]?页[ ，,/]?[ ]?共[ ]?\d{1,4}[ ]?页")


_SO_OFTEN = patterns.compile(r"[\u4e00-\u9fff]{2,8}(?:一次|[两二三1-3]次)(?=[，。;、\n]|$)")


def is_base(text: str, quantity: Quantity) -> bool:
    """每万人, 每10万人, 每千人口: the base belongs to the metric."""
    if quantity.kind == "duration" and _SO_OFTEN.match(text, quantity.end):
        return False  # 每三年改选一次
    return "每" in (
        text[quantity.start - 1 : quantity.start],
        text[quantity.number_start - 1 : quantity.number_start],
    )


# 七台河, 五家渠: a numeral and a measure word in the name of a place
_PLACES = lexicon.classes("places")["with_numeral"]


# By how many characters of a saying may stand before the numeral in it.
_SAYINGS = tuple(
    (ahead, tuple(saying for saying in lexicon.classes("sayings")["numeral"] if len(saying) > ahead))
    for ahead in (2, 1, 0)
)
_OF_WHAT = patterns.compile(r"\d[个家座口户名]$")


def is_idiom(text: str, quantity: Quantity) -> bool:
    """Numerals that count nothing in earnest: 一批, 千方百计, 百姓, 三农, 万一."""
    if not quantity.chinese:
        return False
    if text.startswith(_PLACES, quantity.number_start):
        return True
    at = quantity.number_start
    for ahead, sayings in _SAYINGS:
        if text.startswith(sayings, at - ahead):
            return True
    behind = text[quantity.number_end : quantity.number_end + 2]
    before = text[quantity.number_start - 1 : quantity.number_start]
    if (not quantity.unit or len(quantity.number_text) == 1) and any(
        character in "壹贰叁肆伍陆柒捌玖" for character in quantity.number_text
    ):
        return True  # 陆百川, 伍千里: names of people
    if (
        quantity.number_text in ("亿万", "千万", "万万", "千兆", "百兆")
        and quantity.bound == "exact"
        and not quantity.unit
    ):
        return True
    if (
        quantity.number_text in ("百万", "千万")
        and not quantity.unit
        and _OF_WHAT.search(text, quantity.start - 2 if quantity.start > 1 else 0, quantity.start)
    ):
        return True  # 9口百万吨井
    if (text.startswith("十分", quantity.number_start) and quantity.unit in ("", "分")) and text[
        quantity.number_end + 1 : quantity.number_end + 2
    ] not in "，。、;)(":
        return True
    if behind[:1] == "年" and not quantity.unit and quantity.number_text[-1] in "百千万":
        return True  # 几千年历史
    if before in ("星", "周", "礼") and not quantity.unit:
        return True
    if behind[:1] == "普" and behind != "普通" and not quantity.unit:
        return True  # 六普: the sixth census
    return behind in ("方百", "家万", "姓的", "花齐", "农问", "大攻", "个文", "手抓", "手硬") or (
        behind[:1] in ("姓", "农", "公") and not quantity.scaled
    )


_MAY_STAND_BARE = frozenset(":第前计比数率量额值指点为至到达是居列名I度分由从-")


# 2015年的2.04; 比上年缩小0.03
_LEVELLED = patterns.compile(
    r"(?:\d{4}[ ]?年[底末]?的|(?:同期|上年|去年|上月|年初|期初|原来)的|(?:上升|下降|回落|缩小|扩大|提高|降低|增加|减少|上涨|下跌|提升)了?)$"
)


# 排名全球12; 进入全球前30的企业还有甲公司(18)、乙公司(19)
_PLACED = patterns.compile(
    r"(?:排名|排在|位列|位居|名列)(?:全[国省市球]|世界)$|(?:排名|榜单|前[ ]?\d{1,3})[^。;\n]{0,150}[\u4e00-\u9fffA-Za-z][ ]?\($"
)
_FAR = 170


def is_bare(text: str, quantity: Quantity) -> bool:
    """A small number without unit, label or verb of level: a cell, a footnote, part of a formula."""
    if quantity.unit or quantity.scaled or quantity.form != "number" or quantity.number_text.endswith("+"):
        return False
    if text[quantity.end : quantity.end + 1] == "甲":
        return False
    if (
        text[quantity.start - 1] == "率"
        and "." in quantity.number_text
        and text[quantity.end : quantity.end + 1] in ("，", "。", ";")
    ):
        return False  # 千人口献血率12.6
    if "." in quantity.number_text and _LEVELLED.search(
        text, max(0, quantity.number_start - 8), quantity.number_start
    ):
        return False
    at = quantity.number_start - 1
    while at >= 0 and text[at] in " *\x01":
        at -= 1
    if at >= 0 and text[at] in "国省市球界(" and _PLACED.search(text, max(0, at - _FAR), at + 1):
        return False
    return at < 0 or text[at] not in _MAY_STAND_BARE


def is_garbled(text: str, quantity: Quantity) -> bool:
    """A number between words that were ruined by a wrong encoding: nobody can tell what it counts."""
    return garbled_around(text, quantity.start, quantity.end)


ORDER: tuple[tuple[str, Test], ...] = (
    ("not.date", is_date), ("not.month", is_month), ("not.plan-name", is_plan_name), ("not.ordinal-name", is_ordinal_name),
    ("not.list-mark", is_list_mark), ("not.code", is_code), ("not.base", is_base), ("not.class", is_class), ("not.idiom", is_idiom),
    ("not.bare", is_bare), ("not.garbled", is_garbled),
)  # fmt: skip


# Tests that speak only of some units, by unit and whether the number is written in Chinese.
_ONLY: dict[Test, Callable[[str, bool], bool]] = {
    is_month: lambda unit, chinese: unit in ("月", "季度", "月份", "季"),
    is_plan_name: lambda unit, chinese: chinese or unit in ("", "届", "号", "版"),
    is_idiom: lambda unit, chinese: chinese,
    is_bare: lambda unit, chinese: unit == "",
}


@lru_cache(maxsize=4096)
def asked(unit: str, chinese: bool) -> tuple[tuple[str, Test], ...]:
    """The tests to ask of a quantity, in their order."""
    return tuple((name, test) for name, test in ORDER if test not in _ONLY or _ONLY[test](unit, chinese))


def excluded(text: str, quantity: Quantity) -> str | None:
    """The id of the first rule that says this is no quantity, or None."""
    for name, test in asked(quantity.unit, quantity.chinese):
        if test(text, quantity):
            return name
    return None


def _none(text: str) -> tuple[Example, ...]:
    return (Example(text, {}),)


RULES = (
    Rule("not.date", "not", "Years, months, days and clock times only place a statement in time.", "年月日和钟点只说明时间，不是指标。",
         _none("2022年11月20日上午10时召开会议。"), ("共召开20次会议。",)),
    Rule("not.month", "not", "Months and quarters of the year.", "月份和季度。", _none("1-10月运行平稳，三季度有所加快。"), ("压缩至6个月。",)),
    Rule("not.plan-name", "not", "Numerals in names of plans, congresses and decrees: 十四五, 二十大, 第711号.", "规划、会议、文件名称中的数字：十四五、二十大、第711号。",
         _none("深入学习党的二十大精神，落实十四五规划。"), ("新增项目十五个。",)),
    Rule("not.ordinal-name", "not", "第 and a number in a name: 第三批, 第二产业, 第一责任人.", "名称中的“第N”：第三批、第二产业、第一责任人。",
         _none("压实第一责任人职责，公布第三批名单。"), ("满意度排名全省第三。",)),
    Rule("not.list-mark", "not", "Marks of lists and sections: 一是, (二), 3、.", "序号：一是、（二）、3、。", _none("一是加强领导；二是压实责任。"), ("共受理15件。",)),
    Rule("not.code", "not", "Phone and hotline numbers, versions, identifiers.", "电话、热线、版本号、编号。", _none("拨打12345热线或0531-66601234。"), ("受理12345件。",)),
    Rule("not.base", "not", "每万人, 每千人口: the base belongs to the metric.", "“每万人、每千人口”是指标的基数。",
         _none("按每千人口计算。"), ("每万人发明专利12件。",)),
    Rule("not.class", "not", "Words of class and grade: 万吨级, 三级医院, 500强.", "等级、类别：万吨级、三级医院、500强。",
         _none("建设三级医院，引进500强企业。"), ("新增医院3家。",)),
    Rule("not.idiom", "not", "Numerals that count nothing in earnest: 千方百计, 百姓, 三农.", "不表数的数词：千方百计、百姓、三农。",
         _none("千方百计为百姓办实事，做好三农工作。"), ("惠及三千人。",)),
    Rule("not.bare", "not", "A small number without unit, label or verb of level: a footnote, part of a formula.", "没有量词、标签和水平动词的小数目：脚注、算式。",
         _none("详见附表3，另见图4。"), ("样本量：1260",)),
    Rule("not.garbled", "not", "A number between words that a wrong encoding has ruined (UTF-8 read as GBK).", "乱码之间的数字（UTF-8 被误作 GBK）。",
         _none("锛岃祫鍔╂爣鍑嗗ぇ骞呭害鎻愰珮，覆盖90%，"), ("出土鈥字款铜镜3面。",)),
)  # fmt: skip
