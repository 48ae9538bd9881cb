"""The noun among the words around it: without function words, times, connectives and particles at its ends."""

from __future__ import annotations

from jinan_metrics import lexicon, patterns

_TAILS = lexicon.by_word("tails")
# 提高到, 下降至, 增加为: a movement that ends at a level
for _movement in ("up", "down"):
    for _verb in lexicon.classes("tails")[_movement]:
        for _end in ("到", "至", "为", "了", "成"):
            _TAILS.setdefault(_verb + _end, _movement if _end == "了" else f"to_{_movement}")
# For every last character of a tail the lengths of such tails, longest first.
_TAIL_LENGTHS = lexicon.lengths(_TAILS, at=-1)
_REFERENCE = patterns.compile(
    r"(?:由|从)?(?:(?:19|20)\d\d[ ]?年(?:同期)?[底末初]?|上年(?:同期|末)?|去年(?:同期|底)?|前年|十年前|今年(?:前[\d一二三四五六七八九十]{1,2}个月|上半年|第?[一二三]季度|\d{1,2}月)|\d{1,2}月(?:份)?|原来|此前|之前|疫情前|灾前|现在|目前|如今|当前|同期|当初|年初|期初|全国|全省|全市|全球|世界|全县|全行业)的?$"
)
_REFERENCE_ENDS = frozenset("份度月今在业初前县国市年底期末来球界的省")
_TRAILING_ENDS = frozenset("头或已以\t *-:|→⇒—\u3000、上与且中了以共及后和并来的着等里间面")
_BEFORE_WORDS = frozenset(" \t、-*|>#•·\x02")
# What the next can begin with.
_LEADING_BEGINS = frozenset(
    "低基高像意 (【现涨跌降增昨加成跻环此这那属需发主他她省市区县镇乡村会联配协建投通改绝少我恰适正隆热庆纪连公医学整集一七三仍即如尤尽特甚由虽上下不与事据未没且为两九也了争二于五仅今从令以但使依先全八六共其再几则到前力包十去又及另只合同向含和四因在均多大实对将已年并当总截扎把拟持按是月有期本深率的目着确积第累后经给统继而自至被要计让达近还进逐都重陆预首单过0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
)
_LEADING = patterns.compile(
    r"(?:[一二两三四五六七八九十\d]{1,3}年前的?|【[^】\n]{1,16}】|[他她]说|像这样的|加上|(?:这就?)?意味着|\d{1,2}\.?1?(?:[-—–~至到]|--)\d{1,2}[ ]?月份?|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2}){1,2}[ ]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?!\d)|[①-⑳]"
    r"|第[一二三四五六七八九]，|\d{1,2}年(?=[新累共间来])|[一二][〇零○一二三四五六七八九]{3}年|(?:成为|跻身)(?:全国|全球|全省|我国|世界|国内|中国|西部)?(?:首[个座家批]|第[一二三]个|唯一)|(?:(?:19|20)\d\d、)+(?=(?:19|20)\d\d年)|(?:截至|截止|到|至)(?:年底|月底|年末|目前|\d{1,2}月[末底])|(?:同比|环比)(?=[数总件人案]|金额)|属于(?=[^，。;]{4})|的?[高低]?(?:基数|基础)上|[省市区县镇乡村](?:、?[省市区县镇乡村]){1,2}[两三]级|(?:会同|联合|配合|协同)[^，。;的]{2,14}?(?:部门|单位|机关)(?=[\u4e00-\u9fff]{2})|(?:主要|总体|发展|年度|全年)?(?:预期)?目标(?:任务)?[是为](?=[^，。;]{2})|(?:我[市省县区州])?需(?:要)?(?:完成|实现|新增|建设)(?=[^，。;]{2})|现在(?=[\u4e00-\u9fff]{2})|(?:今后|未来)(?:[一二三四五六七八九十]|\d{1,2})年(?=[\u4e00-\u9fff]{2})|首先|其次|再次|即使是?|虽然|尽管|由于|因为|如果|依然|依旧|仍然|甚至|尤其是|特别是|(?:全国|全省|全市)?(?:没有|未能?)(?:实现|完成|达到)(?:[^，。;的\d]{0,6}的)|事实上|实际上|总体上|据统计，?|据测算，?"
    r"|(?:(?:截至|截止|到|至|自|从)[ ]?)?(?:(?:\d\x03?){2,4}[ ]?年(?:度)?|今年|去年|上年|当年|本年度?|全年|年内|上半年|下半年|第?[一二三四]季度|前[ ]?[一二三四五六七八九十\d]{1,3}[ ]?个?(?:月|季度))"
    r"(?:以来|来)?(?:\d{1,2}[ ]?月份?)?(?:\d{1,2}日)?(?:年?[末底初])?(?:以来|为?止|期间|以后)?"
    r"|\d{1,2}[ ]?月份?(?:\d{1,2}日)?[末底初]?(?:当月|以来)?|当月|[当昨今前]日(?=新增)|[昨今]天(?=新增)|加(?=上级补助|上年结[余转]|调入|地方政府|债务转贷|返还)|当季(?!度)|单季度?|这也是|这是|也是|[此这那]时的?(?=[\u4e00-\u9fff]{2})|过去(?=[\u4e00-\u9fff]{4})|过去\d{1,3}(?:小时|天|个月|年)(?:内|里)?|年末|年底前?|月底前?|月末|期末|本月|本期|本季度?|目前|近年来|五年来|几年来|一年来|多年来|近[ ]?[一二三四五六七八九十两\d]{1,2}[ ]?年(?:来|中(?![央国部西小])|间)?|[一二三四五六七八九十]年(?!以[上下]|级|制|期)(?:来|间|内|里|中(?![央国部西小]))?|后(?=预计|保留|每|将|可)|[一二三四五六七八九十\d]{1,2}年间"
    r"|(?:全国|全[省市县区州盟旗校院]|[我本][省市县区州校院]|学校|医院|公司|集团)(?:现|共|已|仅|只|还|总共|累计)?(?:设|建|拥)?有(?=[^，、效色机关限组资])(?!线|望|条件|责)|(?:全线|全面)?(?:建成|投产|通车|投用|达产|改造|整合)后(?=[\u4e00-\u9fff]{3})|绝?大(?:多数|部分)(?=[\u4e00-\u9fff]{2})|少部分|多数(?=[\u4e00-\u9fff]{2})|恰逢|以(?=[\u4e00-\u9fff]{2,12}(?:建交|成立|签署|通车)$)|适逢|正值|(?:我们)?(?:隆重|热烈)?庆祝|纪念|共设(?:立|有)?(?=[\u4e00-\u9fff]{2})|[涨跌降增][幅速](?:居前|靠前|最大|较大|最高|较高)的|并处|以前(?=[\u4e00-\u9fff]{3})|如今(?=[\u4e00-\u9fff]{2})|我们(?=[新建完实引培组办开出改发累全][\u4e00-\u9fff]{3})|其中|连同|同时|使其|令其|此外|另外|另有|另|还|并且|并|且|而|则|但|也|又|再|仅|只|共|累计|先后|不断|进一步|持续|继续|全力|积极|着力|大力|深入|扎实|统筹|有效|依法依规|依法(?!行政)|率先|逐步|陆续|重点|成功|实际(?!开放|使用|利用|执|出庭|到位|支出|完成)|预计|力争|计划|确保|争取|拟|将|要|其余|以及|及|和|与|对|为|在|于|使|让|令|把|被|向|给|按|经过|经|已|已经|均|都|共计|合计|总计|不含|含|包括|因|了|的|达|是|有"
    r")"
)
_LEADING_KEEP = patterns.compile(
    r"(?:有期徒刑|要求|给予|成功率|有效率|有效(?:商标|专利|注册|问卷|回收|样本|投诉|举报|线索|合同|工单|申请|灌溉|期|票|率|投资|发明)|对象|含[\u4e00-\u9fff]率|再犯率|对外|对口|对中|对共|对日|对美|对欧|对东|对\x01|并网|并购|还款|还林|还田|还湖|重点(?=[^，]{2})|继续有效|为民|在校|在建|在库|在册|在岗|在园|在职|在编|在保|在线|在读|在学|在校生|将军|要素|要闻|要案|被告|被诉|被征|被申|被执行|中小|中央|中国|中医|中等|中心|中型|中外|中欧|中学|中职|中药|中级|中高|中试|及时|有效发明|有关|有色|有限|有条件|有组织|有机|有进|有资质|有资格|有责|有线|和解|和谐|向上|向社会|使用|给排水|达(?:芬奇|州|沃|茂|拉|县|坂|旗|孜|日|喀|川|斡|赉)|把关|按期|按日|按时|按比例|按规定|[一二]、[二三](?:、三)?产|经营|经验|经济|经费|经常|经适|经办|已婚|均价|都市|因公|因病|因灾|因工|因信|达标|的士|再生|再就业|再贷款|另类|持续|与会|再担保|被评|被|累计(?=确诊|结余)|重点)"
)
_TRAILING = patterns.compile(
    r"(?:(?<![初高集空城镇])中|(?<!公)里|里头|当中|方面|期间|以来|以后|(?<![可所予加难得足给])以|的|了|着|(?<![中高初同平])等|(?<!公)共|并|且|(?<![早业])已|(?<!总|调|共|温|缓)和|(?<!涉|普|惠|波)及|(?<!参)与|、|以及|或|[ \t　\-—:*|→⇒]|上(?<!以上|网上|线上|海上|路上|水上|马上|零上|村上|[用赶补装住吃喝配穿坐连接种派]上))$"
)
# 公示改造计划96个: plans are counted, not what is planned
MADE_KNOWN = patterns.compile(
    r"(?:公示|公布|发布|编制|制定|制订|印发|出台|下达|审批|审查|备案)[^，。;\d]{2,12}计划$"
)
_GROWTH_RATE = "增长率"
_OF_PEOPLE = ("自然", "机械")
_COMPARING = frozenset("比较与")


def take_tails(masked: str, start: int, end: int, found: list[tuple[str, str]]) -> int:
    """Take function words off the end of ``masked[start:end]``; the new end."""
    while True:
        while end > start and masked[end - 1] in " \t":
            end -= 1
        if end <= start:
            return end
        for length in _TAIL_LENGTHS.get(masked[end - 1], ()):
            label = _TAILS.get(masked[end - length : end]) if length <= end - start else None
            if (
                label is not None
                and not (  # 2012年末 is one time
                    (masked[end - length] == "年" and length > 1 and masked[end - length - 1].isdecimal())
                    or masked[end - length - 1] == "每"  # 每日不得超过1.5小时
                    or (masked[end - 1] == "划" and MADE_KNOWN.search(masked, start, end))
                    or (masked[end - 1] == "升" and masked[end - 2 : end - 1] == "每")  # 每升7.62元
                )
            ):
                break
        else:
            if masked[end - 1] in _REFERENCE_ENDS:
                reference = _REFERENCE.search(masked, max(start, end - 10), end)
                if (
                    reference is not None
                    and reference.start() > start
                    and _TAILS.get(masked[start : reference.start()].rstrip(" ")[-1:], "")
                    in ("to", "level", "share", "each")
                ):
                    end = reference.start()
                    continue
                if (
                    reference is not None
                    and reference.start() > start
                    and found
                    and reference.group()[:2].isdigit()
                    and masked[reference.start() - 1] not in "比较与同自由从"
                ):
                    return reference.start()
            return end
        if masked.startswith(_GROWTH_RATE, end - length) and masked.endswith(_OF_PEOPLE, start, end - length):
            return end - length + len(_GROWTH_RATE)  # 自然增长率为: a level of its own, no growth of 自然
        if label == "noun" or (label == "yoy" and masked[end - length - 1 : end - length] in _COMPARING):
            return end
        found.append((masked[end - length : end], label))
        end -= length


# 青河2021年全年地区生产总值, 30日发布的2021年11月份采购经理指数: the name begins behind the time
_TIME_INSIDE = patterns.compile(
    r"(?<=[\u4e00-\u9fff])(?:19|20)\d\d年(?:全年|[上下]半年|第?[一二三四]季度|(?:前|\d{1,2}-)?\d{1,2}个?月份?)(?:的)?"
)
_SINCE = patterns.compile(r"(?:自|从)(?:19|20)\d\d[ ]?年(?:以来|起)?$")
_FOR_YEARS = patterns.compile(r"[近约]?[\d一二三四五六七八九十两]{1,2}年(?:累计|间|来|里|内)?")
# 全国今明两年的增速, 工业2015年和2016年增速: when, not what
_YEARS_BEHIND = patterns.compile(
    r"(?:今明两年|明后两年|(?:(?:19|20)\d\d年?[和、与至])?(?:19|20)\d\d年|(?<=[\u4e00-\u9fff])(?<![近每第满达学任届百前后往头隔二三四五六七八九])[三五十]年|(?<=[\u4e00-\u9fff])[\d一二两三四五六七八九十]{1,2}年[间来里]|年[底末])的?$"
)
# 承办量最大的州人社局
_MOST = patterns.compile(r"[^，。;的]{2,8}最[大多高低小少快]的(?=[^，。;的]{3})")
# 统计局今天公布的5月份制造业采购经理指数: by whom and when, not what
_SHORTEST_ANNOUNCED = 8
_ANNOUNCED = patterns.compile(r"[^，。;的]{2,40}[公发]布的(?=[^，。;]{3})")
# 通过直报系统报送和审核的文化市场经营单位, 由企业自主研发的无人驾驶卡车: how it came about, not what it is
_BY_WAY_OF = patterns.compile(r"(?:全[国省市县区])?(?:由|通过|经由?)[^，。;的]{4,24}的(?=[^，。;的]{4})")
# 面积略减而产量微增: the clause before 而 is another statement
_WHILE = patterns.compile(r"[^，。;]{2,12}[增减升降涨跌高低多少]而")
_AFFECTED = patterns.compile(r"(?:虽然?|但|则)?[因受](?:到)?[^，。;]{1,10}影响$")
_AND_DID = patterns.compile(r"[^，。;]{2,16}(?<![合兼归])并(?![网购轨入列])(?=[^，。;]{3})")
_IN_ALL = patterns.compile(
    r"[^，。;、]{1,15}[院局市县区省委队所部厅处会关心司校们级](?<!公)共(?=荣立|荣获|获[评得]|受理|审结|查处|办[理结]|立案|开展|接[报处收到]|收到)"
)
_FOR_EACH = patterns.compile(
    r"每[\d十百千万]{0,4}(?:平方公里|小时|分钟|秒|公斤|千克|克|斤|吨|亩|平方米|立方米|公里|千瓦时|度|升|桶|盎司|股|张|只|头)"
)
_EACH_ENDS = frozenset("斤克吨亩米里时度升桶司股张只头钟秒")
_SINCE_THEN = patterns.compile(r"[\u4e00-\u9fff]{2,8}?以来(?=[\u4e00-\u9fff]{2})")


def trimmed(masked: str, start: int, end: int) -> tuple[int, int, tuple[tuple[str, str], ...]]:
    """The noun without the adverbs, times and connectives around it."""
    words: list[tuple[str, str]] = []
    end = take_tails(masked, start, end, words)
    each = masked.rfind("每", start, end) if masked[end - 1] in _EACH_ENDS else -1
    if each > start + 1 and _FOR_EACH.fullmatch(masked, each, end) is not None:
        end = each - 1 if masked[each - 1] in "为达" else each
        end -= 2 * masked.endswith("平均", start, end)  # 牛肉均价为每公斤72元
    start = strip_leading(masked, start, end)
    noun = masked[start:end]
    if "以来" in noun:
        since_then = _SINCE_THEN.match(masked, start, end)
        if since_then is not None:
            start = strip_leading(masked, since_then.end(), end)
    if end > start and masked[end - 1] in _TRAILING_ENDS:
        end = strip_trailing(masked, start, end)
    if "的" in noun:
        start = _behind_how(masked, start, end)
    if noun[-2:] == "影响":  # 旅游接待人数虽受疫情影响
        affected = _AFFECTED.search(masked, start + 2, end)
        end = end if affected is None else affected.start()
    if "而" in noun:
        other = _WHILE.match(masked, start, end - 1)
        start = start if other is None else other.end()
    if "共" in noun:  # 该院共荣立集体二等功2次
        in_all = _IN_ALL.match(masked, start, end)
        start = start if in_all is None else in_all.end()
    if "并" in noun:  # 进驻核心舱并在轨驻留
        and_did = _AND_DID.match(masked, start, end)
        start = start if and_did is None else and_did.end()
    if "年" not in noun:
        return start, max(start, end), tuple(words)
    inner = None
    if _FOR_YEARS.fullmatch(masked, start, end) is not None:
        return end, end, tuple(words)  # 5年增长18.7%
    behind = _YEARS_BEHIND.search(masked, start, end)
    if behind is not None and behind.start() > start + 1:
        end = behind.start()
    for inner in _TIME_INSIDE.finditer(masked, start, end):  # noqa: B007 - the last one is wanted
        pass
    if inner is not None and end - inner.end() >= 3:
        start = inner.end()
    since = _SINCE.search(masked, start, end)
    if since is not None and since.start() > start:
        end = since.start()
    return start, max(start, end), tuple(words)


def _behind_how(masked: str, start: int, end: int) -> int:
    """Where the noun begins behind by whom, when and how it came about (统计局今天公布的…, 由企业自主研发的…, …之一的…)."""
    among = masked.rfind("之一的", start, end)
    if among >= 0 and end - among > 4:
        start = among + 3
    most = _MOST.match(masked, start, end)
    if most is not None:
        start = most.end()
    if end - start > _SHORTEST_ANNOUNCED:
        for said in (_ANNOUNCED, _BY_WAY_OF):
            how = said.match(masked, start, end)
            if how is not None:
                start = strip_leading(masked, how.end(), end)
    return start


def strip_leading(masked: str, start: int, end: int) -> int:
    """Where the noun begins behind times, connectives and adverbs."""
    while start < end:
        character = masked[start]
        if character in _BEFORE_WORDS or (character == "的" and masked[start + 1] not in "士确"):
            start += 1
            continue
        if character not in _LEADING_BEGINS:
            return start
        match = _LEADING.match(masked, start, end)
        if match is None or match.end() == start or _LEADING_KEEP.match(masked, start, end):
            return start
        start = match.end()
    return start


def strip_trailing(masked: str, start: int, end: int) -> int:
    """Where the noun ends before particles and list marks."""
    while end > start and masked[end - 1] in _TRAILING_ENDS:
        match = _TRAILING.search(masked, max(start, end - 2), end)
        if match is None:
            return end
        end = match.start()
    return end
