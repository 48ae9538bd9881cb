"""The texts that are measured: the two reports that come with jmetrics, and long reports put together here."""

from __future__ import annotations

import os
import random
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"

_FIELDS = (
    "经济运行",
    "法治建设",
    "民生保障",
    "生态环境",
    "科技创新",
    "乡村振兴",
    "城市管理",
    "营商环境",
    "文化旅游",
    "安全生产",
)
_PLACES = ("全市", "全县", "开发区", "各乡镇", "市区", "沿河片区")
_COUNTED = (
    "全年受理行政复议申请{n}件，审结{m}件，调解和解率{p}%。",
    "新增城镇就业{w}万人，城镇登记失业率{s}%。",
    "新建改建农村公路{n}公里，改造老旧小区{m}个，惠及居民{w}万户。",
    "完成固定资产投资{w}亿元，同比增长{s}%，其中工业投资增长{p}%。",
    "办结群众诉求{n}余件，满意率{p}%，比上年提高{s}个百分点。",
    "开展执法检查{n}次，发现问题{m}个，整改率达{p}%。",
    "空气质量优良天数比例为{p}%，列全省第{k}位。",
    "培育高新技术企业{n}家，研发投入占比由{s}%提高到{t}%。",
    "一般公共预算收入{w}亿元，下降{s}%；税收占比约{p}%。",
    "办理时限压缩至{k}个工作日，网上可办率超过{p}%。",
)
_PLAIN = (
    "{place}坚持以人民为中心的发展思想，统筹推进{field}各项工作，取得了新的进展。",
    "深入开展宣传教育，推动{field}理念深入人心，形成齐抓共管的良好局面。",
    "进一步健全工作机制，明确责任分工，加强督促检查，确保{field}任务落到实处。",
    "同时也要看到，{place}{field}还存在基础薄弱、发展不平衡等问题，需要下大力气解决。",
    "要充分发挥各方面积极性，加强协调配合，把{field}作为一项长期任务抓紧抓好。",
    "会议强调，各级各部门要提高认识，转变作风，以扎实的举措推动{field}再上新水平。",
    "加强队伍建设，完善培训制度，不断提升服务群众的能力和本领。",
)
_NUMERALS = "一二三四五六七八九十"


def seeds() -> list[str]:
    """The two reports that come with jmetrics: about fifty claims in 12 KB."""
    return [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]


def own() -> list[str]:
    """The texts of the folder that JMETRICS_TEXTS names: real long reports, or whatever somebody has to read."""
    folder = os.environ.get("JMETRICS_TEXTS")
    return [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))] if folder else []


def report(size: int, *, share: float = 0.25, seed: int = 1) -> str:
    """A made-up report of about ``size`` bytes; ``share`` of its sentences tell figures, as in long real ones."""
    chance = random.Random(seed)
    lines = [f"禾川市{2010 + seed % 15}年国民经济和社会发展报告", ""]
    written = chapter = 0
    while written < size:
        heading = f"{_NUMERALS[chapter % 10]}、{_FIELDS[chapter % len(_FIELDS)]}情况"
        chapter += 1
        lines.append(heading)
        for _ in range(6):
            paragraph = "　　" + "".join(_sentence(chance, share) for _ in range(8))
            lines.append(paragraph)
            written += 3 * len(paragraph)
            if written >= size:
                break
    return "\n".join(lines) + "\n"


def _sentence(chance: random.Random, share: float) -> str:
    if chance.random() >= share:
        return chance.choice(_PLAIN).format(field=chance.choice(_FIELDS), place=chance.choice(_PLACES))
    return chance.choice(_COUNTED).format(
        n=chance.randint(20, 9000),
        m=chance.randint(3, 400),
        k=chance.randint(2, 15),
        w=chance.randint(10, 9999) / 100,
        p=chance.randint(600, 999) / 10,
        s=chance.randint(10, 90) / 10,
        t=chance.randint(91, 190) / 10,
    )
