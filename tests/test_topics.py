"""The names of common indicators come through whole, wherever the sentence puts them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from jinan_metrics.extract import extract

# A name that is no noun of its own, or that says only when: 办理政协提案, 年末常住人口.
_DOING = re.compile(
    r"收到|受理|办理|办结|审结|审议|提请|出台|制定|聘|新设|新增|减税|退税|实际|年末|九年|接待|处理|落实|开展|建成|完成|化解"
    r"|调解|培训|发放|查处|组织|实施|审查|审核|备案|修订|废止|签订|清理|举办|检查|监测|培育|改造|投入|救助|解决|投放|引进|认定|签约|公开|减免|一次|审执|开办"
)
NAMES = sorted(
    {
        name
        for line in files("jinan_metrics")
        .joinpath("data", "indicators.txt")
        .read_text(encoding="utf-8")
        .splitlines()
        if not line.startswith("#")
        for name in map(str.strip, line.split("="))
        if re.fullmatch(r"[\u4e00-\u9fff]{3,}", name) and not _DOING.search(name)
    }
)
SENTENCES = [
    "县里变化大。{}，比上年增长4.3%。",
    "{}，扣除价格因素，比上年实际增长4.3%。",
    "去年，{}较上年下降4.3%。",
    "全年{}2253亿元，比上年增长4.3%。",
    "{}达到2253亿元，同比增长4.3%。",
]
# Names that another reading takes apart; the list only gets shorter.
KNOWN = frozenset(
    [
        "三次产业比",
        "余额存贷比",
        "存贷比",
        "打击拒执",
        "拒不执行判决裁定罪",
        "新收执行案件",
        "新登记市场主体",
        "新登记经营主体",
        "规模以上工业企业",
        "调处矛盾纠纷",
        "高效办成一件事",
        "在校学生",
        "在校生",
        "在读学生",
        "经营主体",
    ]
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_name_is_told_whole(sentence: str) -> None:
    wrong = {
        name: told
        for name in NAMES
        if {*(told := [claim.metric for claim in extract(sentence.format(name))])} != {name}
    }
    assert set(wrong) <= KNOWN, wrong
    assert len(NAMES) > 400
